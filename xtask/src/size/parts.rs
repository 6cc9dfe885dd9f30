//! What the bytes of a wasm module are: every one of them belongs to one part.

use std::{collections::BTreeMap, ops::Range};

use wasmparser::{DataKind, KnownCustom, Name, Operator, Parser, Payload, TypeRef};

use super::origin::{Origins, of_function};
use crate::step::Result;

/// The sections that parts are of.
pub const SECTIONS: [&str; 3] = ["code", "data", "other"];

/// Bytes of one section that have the same origin.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Part {
    /// One of [`SECTIONS`].
    pub section: &'static str,
    /// Where they come from.
    pub origin: String,
    pub bytes: u64,
}

/// A module taken apart.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Parts {
    pub all: Vec<Part>,
    /// The lengths of the functions, shortest first.
    pub functions: Vec<usize>,
    /// Where code and data stand in the module.
    pub code: Range<usize>,
    pub data: Range<usize>,
}

/// The parts of `module`. `named` is the same module with the names of its functions, `files` what may be embedded
/// in the data. The bytes of all parts are those of the module.
pub fn of(module: &[u8], named: &[u8], origins: &Origins) -> Result<Parts> {
    let names = names(named)?;
    let mut known: Vec<(Range<usize>, &'static str, String)> = Vec::new();
    let (mut code, mut data) = (0..0, 0..0);
    let (mut function, mut functions, mut segments) = (0, Vec::new(), Vec::new());
    for payload in Parser::new(0).parse_all(module) {
        match payload? {
            Payload::ImportSection(reader) => {
                known.push((reader.range(), "other", "imports".into()));
                for import in reader.into_imports() {
                    function += u32::from(matches!(import?.ty, TypeRef::Func(_)));
                }
            }
            Payload::ExportSection(reader) => {
                known.push((reader.range(), "other", "exports".into()));
            }
            Payload::TypeSection(reader) => {
                known.push((reader.range(), "other", "types of functions".into()));
            }
            Payload::FunctionSection(reader) => {
                known.push((reader.range(), "other", "types of functions".into()));
            }
            Payload::ElementSection(reader) => {
                known.push((reader.range(), "other", "table of functions".into()));
            }
            Payload::CustomSection(reader) => {
                known.push((reader.range(), "other", format!("custom section {}", reader.name())));
            }
            Payload::CodeSectionStart { range, .. } => code = range,
            Payload::CodeSectionEntry(body) => {
                let name = names.get(&function).map_or("", String::as_str);
                known.push((body.range(), "code", of_function(name)));
                functions.push(body.range().len());
                function += 1;
            }
            Payload::DataSection(reader) => {
                data = reader.range();
                for segment in reader {
                    let segment = segment?;
                    let start = match &segment.kind {
                        DataKind::Active { offset_expr, .. } => address(offset_expr),
                        DataKind::Passive => None,
                    };
                    segments
                        .push((start, segment.range.end - segment.data.len()..segment.range.end));
                }
            }
            _ => {}
        }
    }
    known.extend(data_parts(module, &segments, origins));
    functions.sort_unstable();
    let all = summed(known, &code, &data, module.len());
    Ok(Parts { all, functions, code, data })
}

/// The module without the names of its functions, as it is shipped.
pub fn without_names(module: &[u8]) -> Result<Vec<u8>> {
    // Behind the magic number and the version.
    let mut end = 8;
    for payload in Parser::new(0).parse_all(module) {
        let payload = payload?;
        let Some((_, section)) = payload.as_section() else { continue };
        if matches!(&payload, Payload::CustomSection(own) if own.name() == "name") {
            return Ok([&module[..end], &module[section.end..]].concat());
        }
        end = section.end;
    }
    Ok(module.to_vec())
}

/// The names of functions, by their index; none for no module.
fn names(module: &[u8]) -> Result<BTreeMap<u32, String>> {
    let mut found = BTreeMap::new();
    if module.is_empty() {
        return Ok(found);
    }
    for payload in Parser::new(0).parse_all(module) {
        let Payload::CustomSection(section) = payload? else { continue };
        let KnownCustom::Name(reader) = section.as_known() else { continue };
        for subsection in reader {
            let Name::Function(map) = subsection? else { continue };
            for naming in map {
                let naming = naming?;
                found.insert(naming.index, naming.name.to_owned());
            }
        }
    }
    Ok(found)
}

fn address(offset: &wasmparser::ConstExpr<'_>) -> Option<usize> {
    match offset.get_operators_reader().read().ok()? {
        Operator::I32Const { value } => usize::try_from(value).ok(),
        _ => None,
    }
}

/// The data by embedded files. A file may go over several segments, since zeros between them are left out: it is
/// looked for in the memory that all of them make.
fn data_parts(
    module: &[u8],
    segments: &[(Option<usize>, Range<usize>)],
    origins: &Origins,
) -> Vec<(Range<usize>, &'static str, String)> {
    let ends = segments.iter().filter_map(|(start, range)| Some((*start)? + range.len()));
    let mut memory = vec![0; ends.max().unwrap_or_default()];
    for (start, range) in segments {
        if let Some(start) = *start {
            memory[start..start + range.len()].copy_from_slice(&module[range.clone()]);
        }
    }
    let files = origins.files_in(&memory);
    let mut parts = Vec::new();
    for (start, range) in segments {
        let Some(start) = *start else {
            parts.push((range.clone(), "data", "constants".to_owned()));
            continue;
        };
        let (mut at, end) = (start, start + range.len());
        let place = |from: usize, to: usize| range.start + from - start..range.start + to - start;
        for (name, file) in &files {
            let (from, to) = (file.start.max(at), file.end.min(end));
            if from >= to {
                continue;
            }
            parts.push((place(at, from), "data", "constants".to_owned()));
            parts.push((place(from, to), "data", name.clone()));
            at = to;
        }
        parts.push((place(at, end), "data", "constants".to_owned()));
    }
    parts
}

/// Adds up what is of the same origin; bytes between what is known are heads of sections, functions and segments.
fn summed(
    mut known: Vec<(Range<usize>, &'static str, String)>,
    code: &Range<usize>,
    data: &Range<usize>,
    length: usize,
) -> Vec<Part> {
    known.sort_by_key(|(range, ..)| range.start);
    let mut bytes: BTreeMap<(&'static str, String), u64> = BTreeMap::new();
    let mut add = |section, origin: String, count: usize| {
        *bytes.entry((section, origin)).or_default() += count as u64;
    };
    let mut at = 0;
    let last = (length..length, "other", String::new());
    for (range, section, origin) in known.into_iter().chain([last]) {
        let of = [(code, "code"), (data, "data")].into_iter().find(|(r, _)| r.contains(&at));
        add(of.map_or("other", |(_, name)| name), "lengths and places".into(), range.start - at);
        add(section, origin, range.len());
        at = range.end;
    }
    let parts = bytes.into_iter().filter(|(_, bytes)| *bytes > 0);
    let mut parts: Vec<Part> =
        parts.map(|((section, origin), bytes)| Part { section, origin, bytes }).collect();
    parts.sort_by(|a, b| b.bytes.cmp(&a.bytes).then_with(|| a.origin.cmp(&b.origin)));
    parts
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A section of a module.
    fn section(id: u8, content: &[u8]) -> Vec<u8> {
        [&[id, content.len() as u8], content].concat()
    }

    /// Two functions, and one segment at address 8 with a list in it; with names of the functions, or without.
    fn module(with_names: bool) -> Vec<u8> {
        let mut bytes = b"\0asm\x01\0\0\0".to_vec();
        bytes.extend(section(1, &[1, 0x60, 0, 0]));
        bytes.extend(section(3, &[2, 0, 0]));
        bytes.extend(section(5, &[1, 0, 1]));
        // No locals, the rest does nothing.
        bytes.extend(section(10, &[2, 3, 0, 0x01, 0x0b, 2, 0, 0x0b]));
        bytes.extend(section(11, b"\x01\0\x41\x08\x0b\x0cabLISTLISTcd"));
        if with_names {
            let first = "newsmark::dates::find";
            let mut map = vec![2, 0, first.len() as u8];
            map.extend(first.as_bytes());
            map.extend([1, 4]);
            map.extend(b"x::y");
            let content = [b"\x04name".as_slice(), &section(1, &map)].concat();
            bytes.extend(section(0, &content));
        }
        bytes
    }

    fn bytes(parts: &Parts, section: &str, origin: &str) -> u64 {
        let found = parts.all.iter().find(|p| p.section == section && p.origin == origin);
        found.map_or(0, |part| part.bytes)
    }

    #[test]
    fn every_byte_of_a_module_belongs_to_one_part() {
        let module = module(false);
        let origins = Origins::new(vec![("list.txt".into(), b"LISTLIST".to_vec())]);
        let parts = of(&module, &self::module(true), &origins).expect("a module");
        let sum: u64 = parts.all.iter().map(|part| part.bytes).sum();
        assert_eq!(sum, module.len() as u64);
        assert_eq!(bytes(&parts, "data", "list.txt"), 8);
        assert_eq!(bytes(&parts, "data", "constants"), 4);
        assert_eq!(bytes(&parts, "code", "x"), 2);
        assert_eq!(bytes(&parts, "code", "src/dates"), 3);
        assert_eq!(parts.functions, [2, 3]);
        assert_eq!(without_names(&self::module(true)).expect("a module"), module);
        assert_eq!(module[parts.data.clone()].len(), 18);
    }

    #[test]
    fn a_list_that_is_not_there_and_functions_without_names_are_not_made_up() {
        let module = module(false);
        let origins = Origins::new(vec![("list.txt".into(), b"LISTLISTLIST".to_vec())]);
        let parts = of(&module, &module, &origins).expect("a module");
        assert_eq!(bytes(&parts, "data", "list.txt"), 0);
        assert_eq!(bytes(&parts, "data", "constants"), 12);
        assert_eq!(bytes(&parts, "code", "without a name"), 5);
        assert!(of(b"no module", &module, &origins).is_err());
    }
}
