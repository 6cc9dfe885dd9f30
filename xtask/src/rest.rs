//! What the page needs after its first marks, in one file: its parts come in the order in which they are
//! needed, whatever server and browser make of several requests (`www/rest.ts`).
//!
//! The file is a wasm module, which every server knows and compresses: what several parts share comes first,
//! and the others are custom sections of it, whole, which nothing but the page reads.

use std::{
    fs,
    path::{Path, PathBuf},
};

use base64::{Engine, prelude::BASE64_STANDARD};
use serde_json::{Map, Value, json};
use sha2::{Digest, Sha384};

use crate::{
    step::{Result, root},
    wasm,
};

/// The part that the other modules share.
pub const SHARED: &str = "shared";

/// In the order in which readers miss them.
const ORDER: [&str; 5] = [SHARED, "desk", "names", "weights", "along"];

/// What the core learns, from the repository's root.
const LEARNT: [(&str, &str); 2] =
    [("names", "src/data/names.more"), ("weights", "src/data/tagger.weights")];

/// Writes `rest.wasm`, and `rest.json` with where each part stands in it and its hash.
pub fn write(modules: &[(&str, PathBuf)], package: &Path) -> Result {
    let mut file = Vec::new();
    let mut table = Map::new();
    for part in ORDER {
        let learnt = || LEARNT.iter().find(|(name, _)| *name == part);
        let path = (modules.iter().find(|(name, _)| *name == part).map(|(_, path)| path.clone()))
            .or_else(|| learnt().map(|(_, path)| root().join(path)))
            .ok_or_else(|| format!("the page has no part {part}"))?;
        let bytes = fs::read(&path).map_err(|error| format!("{}: {error}", path.display()))?;
        if part != SHARED {
            file.extend(section_head(part, bytes.len()));
        }
        let start = file.len();
        file.extend(&bytes);
        let integrity = format!("sha384-{}", BASE64_STANDARD.encode(Sha384::digest(&bytes)));
        let entry = json!({ "start": start, "end": file.len(), "integrity": integrity });
        table.insert(part.to_owned(), entry);
    }
    wasm::write(&file, &package.join("rest.wasm"))?;
    wasm::write(format!("{:#}\n", json!(table)).as_bytes(), &package.join("rest.json"))
}

/// The parts of the file in `package`: where they begin and end in it.
pub fn parts(package: &Path) -> Result<Vec<(String, (u64, u64))>> {
    let path = package.join("rest.json");
    let text = fs::read_to_string(&path).map_err(|error| format!("{}: {error}", path.display()))?;
    let table: Map<String, Value> = serde_json::from_str(&text)?;
    let at = |place: &Value| place.as_u64().ok_or_else(|| format!("{}: no number", path.display()));
    let mut parts = Vec::new();
    for (name, part) in table {
        parts.push((name, (at(&part["start"])?, at(&part["end"])?)));
    }
    parts.sort_by_key(|&(_, range)| range);
    Ok(parts)
}

/// How a custom section of that name begins whose content has `length` bytes.
fn section_head(name: &str, length: usize) -> Vec<u8> {
    let mut named = leb128(name.len());
    named.extend(name.as_bytes());
    let mut head = vec![0];
    head.extend(leb128(named.len() + length));
    head.extend(named);
    head
}

/// As WebAssembly writes numbers: seven bits a byte, the lowest first.
fn leb128(mut number: usize) -> Vec<u8> {
    let mut bytes = Vec::new();
    loop {
        let low = (number & 0x7f) as u8;
        number >>= 7;
        if number == 0 {
            bytes.push(low);
            return bytes;
        }
        bytes.push(low | 0x80);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_section_says_its_length_as_wasm_does() {
        assert_eq!(section_head("ab", 1), [0, 4, 2, b'a', b'b']);
        assert_eq!(section_head("ab", 200), [0, 0xcb, 0x01, 2, b'a', b'b']);
        assert_eq!(leb128(624_485), [0xe5, 0x8e, 0x26]);
    }
}
