//! Where functions and data of a module come from.

use std::{fs, ops::Range};

use crate::step::{Result, root};

/// Files shorter than this may stand somewhere by chance.
const LONG_ENOUGH: usize = 8;

/// The crates of the standard library.
const STD: [&str; 3] = ["core", "alloc", "std"];

/// Functions that the compiler calls by itself.
const BUILTIN: [&str; 6] = ["mem", "__mul", "__div", "__udiv", "__ashl", "__lshr"];

/// What may be embedded in the data.
pub struct Origins {
    files: Vec<(String, Vec<u8>)>,
}

impl Origins {
    /// `files` by their names.
    pub fn new(files: Vec<(String, Vec<u8>)>) -> Self {
        Self { files }
    }

    /// The word lists and gazetteers of `src/data/`.
    pub fn shipped() -> Result<Self> {
        let mut files = Vec::new();
        for entry in fs::read_dir(root().join("src/data"))? {
            let entry = entry?;
            if entry.path().is_file() {
                let name = format!("src/data/{}", entry.file_name().to_string_lossy());
                files.push((name, fs::read(entry.path())?));
            }
        }
        Ok(Self::new(files))
    }

    /// The files that stand in `memory`, in order, and where.
    pub fn files_in(&self, memory: &[u8]) -> Vec<(String, Range<usize>)> {
        let mut found = Vec::new();
        for (name, file) in self.files.iter().filter(|(_, file)| file.len() >= LONG_ENOUGH) {
            let at = memory.windows(file.len()).position(|window| window == file);
            found.extend(at.map(|at| (name.clone(), at..at + file.len())));
        }
        found.sort_by_key(|(_, range)| range.start);
        found
    }
}

/// The part of the sources, or the crate, that a function belongs to, by its name: as it is in Rust, or mangled.
/// What std has for a type of ours is ours, since nobody else needs it.
pub fn of_function(name: &str) -> String {
    let name = without_hashes(&format!("{:#}", rustc_demangle::demangle(name)));
    if name.is_empty() {
        return "without a name".into();
    }
    if !name.contains("::") {
        let is_builtin = BUILTIN.iter().any(|start| name.starts_with(start));
        return if is_builtin {
            "compiler_builtins".into()
        } else {
            "exports for JavaScript".into()
        };
    }
    let path = path(&name);
    let krate = path.split("::").next().unwrap_or_default();
    if krate == "newsmark" || krate.starts_with("newsmark_") {
        return of_sources(path);
    }
    // Methods of `str`, `char` and their like have no crate before them.
    let is_primitive = krate.contains(['>', ' ', ')', ']']);
    if STD.contains(&krate) || is_primitive {
        return match name.find("newsmark::") {
            Some(at) => format!("std, for {}", of_sources(&name[at..])),
            None => "std".into(),
        };
    }
    krate.to_owned()
}

/// A name in which crates are without the hash that tells versions apart: `core` for `core[fd7cd05f7ffa3501]`.
fn without_hashes(name: &str) -> String {
    let mut out = String::with_capacity(name.len());
    let mut rest = name;
    while let Some((before, after)) = rest.split_once('[') {
        out.push_str(before);
        let is_hash = |s: &str| s.len() == 16 && s.bytes().all(|b| b.is_ascii_hexdigit());
        match after.split_once(']') {
            Some((hash, behind)) if is_hash(hash) => rest = behind,
            _ => {
                out.push('[');
                rest = after;
            }
        }
    }
    out.push_str(rest);
    out
}

/// The path that a name begins with: `a::B` of `<a::B as c::D>::e` and of `<&[a::B]>::f`.
fn path(mut name: &str) -> &str {
    const BEFORE: [&str; 8] = ["<", "&", "mut ", "dyn ", "[", "(", "*const ", "*mut "];
    while let Some(rest) = BEFORE.iter().find_map(|start| name.strip_prefix(start)) {
        name = rest;
    }
    name
}

/// The file or folder of `src/`, at most two levels deep, that has `newsmark::a::b::…`.
fn of_sources(path: &str) -> String {
    let mut found = String::from("src");
    for word in path.split("::").skip(1).take(2) {
        let word =
            word.split(|c: char| !(c.is_alphanumeric() || c == '_')).next().unwrap_or_default();
        let deeper = format!("{found}/{word}");
        if word.is_empty() {
            break;
        }
        if root().join(&deeper).is_dir() {
            found = deeper;
        } else if root().join(format!("{deeper}.rs")).is_file() {
            return format!("{deeper}.rs");
        } else {
            break;
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn functions_belong_to_files_of_ours_to_std_or_to_a_crate() {
        for (name, wanted) in [
            ("newsmark::api::read::{{closure}}", "src/api.rs"),
            ("<newsmark::dates::grammar::Grammar>::read", "src/dates/grammar"),
            (
                "<newsmark::dates::expr::Expression as core::clone::Clone>::clone",
                "src/dates/expr.rs",
            ),
            ("newsmark::dates::find", "src/dates"),
            ("newsmark_app::main", "src"),
            ("<&[serde_json::Value] as core::fmt::Debug>::fmt", "serde_json"),
            ("core::str::from_utf8", "std"),
            ("core::slice::sort::<newsmark::span::Span, _>", "std, for src/span.rs"),
            (
                "core[fd7cd05f7ffa3501]::slice::sort::<newsmark[0d7cd05f7ffa3501]::span::Span>",
                "std, for src/span.rs",
            ),
            ("<str>::trim", "std"),
            ("<[u8; 3] as hashbrown[0d7cd05f7ffa3501]::Equivalent>::equivalent", "std"),
            ("memcpy", "compiler_builtins"),
            ("annotate", "exports for JavaScript"),
            ("", "without a name"),
        ] {
            assert_eq!(of_function(name), wanted, "{name}");
        }
    }

    #[test]
    fn a_file_is_found_where_it_stands_and_a_short_one_is_not_looked_for() {
        let files = vec![("a".into(), b"word list".to_vec()), ("b".into(), b"list".to_vec())];
        let found = Origins::new(files).files_in(b"..word list..");
        assert_eq!(found, [("a".to_owned(), 2..11)]);
    }
}
