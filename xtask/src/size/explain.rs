//! `docs/size.md`: what every kilobyte of the wasm modules is.

use std::{cmp::Reverse, collections::BTreeMap, fmt::Write, fs, path::Path};

use super::{
    Piece, compressed,
    origin::Origins,
    parts::{self, Part, Parts, SECTIONS},
};
use crate::{
    step::{Result, root, step},
    wasm::{self, Named},
};

/// Origins below this are shown together.
const SMALL: u64 = 1000;

/// A module taken apart, and weighed.
struct Explained {
    name: String,
    bytes: u64,
    brotli: u64,
    parts: Vec<Part>,
    /// Bytes of brotli for a byte of each section.
    pace: BTreeMap<&'static str, f64>,
}

/// Explains the modules of the last build, and writes the page.
pub fn write() -> Result {
    let origins = Origins::shipped()?;
    let mut explained = Vec::new();
    for module in step("modules with names", wasm::named)? {
        explained.push(explain(&module, &origins).map_err(|e| format!("{}: {e}", module.name))?);
    }
    explained.sort_by_key(|module| Reverse(module.brotli));
    fs::write(root().join("docs/size.md"), page(&explained))?;
    println!("wrote docs/size.md");
    Ok(())
}

fn explain(module: &Named, origins: &Origins) -> Result<Explained> {
    let file = fs::read(&module.shipped)?;
    let (start, end) = module.range.unwrap_or((0, file.len() as u64));
    let shipped = file.get(start as usize..end as usize).ok_or("the part is not in the file")?;
    let named = fs::read(&module.with_names)?;
    let bare = parts::without_names(&named)?;
    let parts = parts::of(&bare, &named, origins)?;
    // The names must be those of this code. Its bytes may differ: types, and functions that wasm-opt makes, come in
    // another order.
    if bare.len() != shipped.len() || parts.functions != parts::of(shipped, &[], origins)?.functions
    {
        return Err(
            "what is shipped is not what was compiled; `cargo xtask build` makes both".into()
        );
    }
    let bytes = shipped.len() as u64;
    let (brotli, pace) = pace(&module.shipped, start, bytes, &parts)?;
    Ok(Explained { name: module.name.clone(), bytes, brotli, parts: parts.all, pace })
}

/// What the module weighs, and what a byte of each section does: code and data by themselves, and the rest what is
/// left; so that all together weigh what the whole does.
fn pace(
    file: &Path,
    start: u64,
    bytes: u64,
    parts: &Parts,
) -> Result<(u64, BTreeMap<&'static str, f64>)> {
    let piece = |from: u64, to: u64| Piece {
        name: String::new(),
        part: None,
        file: file.to_owned(),
        range: Some((from, to)),
    };
    let of = |range: &std::ops::Range<usize>| {
        piece(start + range.start as u64, start + range.end as u64)
    };
    let sizes = compressed(&[piece(start, start + bytes), of(&parts.code), of(&parts.data)])?;
    let length = |section: &str| -> u64 {
        parts.all.iter().filter(|part| part.section == section).map(|part| part.bytes).sum()
    };
    let rest = (length("other") / 2) as f64;
    let alone = [sizes[1] as f64, sizes[2] as f64, rest];
    let scale = sizes[0] as f64 / alone.iter().sum::<f64>();
    let paces = SECTIONS.into_iter().zip(alone);
    let pace =
        paces.map(|(name, size)| (name, scale * size / length(name).max(1) as f64)).collect();
    Ok((sizes[0], pace))
}

fn page(modules: &[Explained]) -> String {
    let mut out = String::from(
        "# Size\n\nPrinted by `cargo xtask size --explain` after `cargo xtask build`: what every kilobyte of the wasm modules \
         is, by the names that functions have before names are dropped, and by the word lists that stand in the data. What \
         the compiler put in place of a call counts where it was put; what the standard library has for a type of ours \
         is shown with ours where its name says so. The bytes of each table are those of the file. \
         Brotli is an estimate: code and data are compressed by themselves, and shared out by length.\n\n\
         What a visit may weigh is checked by `cargo xtask size`, and each file of the package by `cargo xtask test package`.\n\n\
         | module | bytes | brotli | code | data |\n|---|---:|---:|---:|---:|\n",
    );
    for module in modules {
        let of = |section: &str| -> u64 {
            module.parts.iter().filter(|p| p.section == section).map(|p| p.bytes).sum()
        };
        let _ = writeln!(
            out,
            "| {} | {} | {} | {} | {} |",
            module.name,
            module.bytes,
            module.brotli,
            of("code"),
            of("data")
        );
    }
    for module in modules {
        let _ = write!(
            out,
            "\n## {}\n\n| section | from | bytes | brotli, about |\n|---|---|---:|---:|\n",
            module.name
        );
        for section in SECTIONS {
            rows(module, section, &mut out);
        }
        let _ = writeln!(out, "| | **all** | **{}** | **{}** |", module.bytes, module.brotli);
    }
    out
}

fn rows(module: &Explained, section: &str, out: &mut String) {
    let pace = module.pace.get(section).copied().unwrap_or_default();
    let mut row = |origin: &str, bytes: u64| {
        let brotli = (bytes as f64 * pace).round();
        let _ = writeln!(out, "| {section} | {origin} | {bytes} | {brotli} |");
    };
    let (large, small): (Vec<&Part>, Vec<&Part>) =
        module.parts.iter().filter(|p| p.section == section).partition(|p| p.bytes >= SMALL);
    for part in large {
        row(&part.origin, part.bytes);
    }
    if !small.is_empty() {
        let what = if small.len() == 1 {
            &small[0].origin
        } else {
            &format!("{} smaller ones", small.len())
        };
        row(what, small.iter().map(|part| part.bytes).sum());
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_rows_of_a_module_add_up_to_its_bytes() {
        let part = |section, origin: &str, bytes| Part { section, origin: origin.into(), bytes };
        let parts = vec![
            part("code", "src/dates", 4000),
            part("code", "std", 300),
            part("code", "serde", 200),
            part("data", "constants", 2500),
            part("other", "types", 100),
        ];
        let pace = SECTIONS.into_iter().map(|name| (name, 0.5)).collect();
        let module = Explained { name: "core".into(), bytes: 7100, brotli: 3550, parts, pace };
        let page = page(&[module]);
        let rows: Vec<&str> = page
            .lines()
            .filter(|l| SECTIONS.iter().any(|s| l.starts_with(&format!("| {s} |"))))
            .collect();
        let sum = |cell: usize| -> u64 {
            rows.iter().filter_map(|row| row.split('|').nth(cell)?.trim().parse::<u64>().ok()).sum()
        };
        assert_eq!((sum(3), sum(4)), (7100, 3550));
        assert!(page.contains("2 smaller ones | 500") && page.contains("| other | types |"));
    }
}
