//! What the gazetteers say of some names from every stretch of them: a name that is lost, or stands for something else,
//! takes its neighbours along, and shows here. `GOLDEN=write cargo test --test gazetteers` rewrites
//! `tests/golden/names.tsv` after `cargo xtask gazetteers`, with `NEWSMARK_DATA` as it was for that: names of the second
//! part, which holds hashes alone, are found among their sources. All are in `src/data/README.md`, with their licences.
//! A stretch of the second part is of names that stand for the same, in the order of their hashes, as in the file.

use std::{
    collections::{BTreeMap, BTreeSet},
    fmt::Write as _,
    fs,
    path::{Path, PathBuf},
};

use newsmark::entities::gazetteer::{Entry, Extra, SECOND, entry, entry_with, key};

/// One of so many names is asked for.
const OF: usize = 40;

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

/// `name`, what the first part says, what the second says, and what both say.
fn line(name: &str, extra: &Extra) -> String {
    let said = |entry: Entry| {
        let country = entry.country().unwrap_or("-").to_owned();
        format!("{} {} {country}", entry.kinds.0, entry.subtype().unwrap_or("-"))
    };
    let second = extra.get(&key::of(name)).unwrap_or_default();
    format!(
        "{name}\t{}\t{}\t{}",
        said(entry(name)),
        said(second),
        said(entry_with(name, Some(extra)))
    )
}

#[test]
fn names_stand_for_what_they_did() {
    let extra = Extra::read(SECOND).expect("the shipped file");
    let path = root().join("tests/golden/names.tsv");
    if std::env::var("GOLDEN").is_ok_and(|value| value == "write") {
        let lines = asked(&extra).iter().fold(String::new(), |mut lines, name| {
            let _ = writeln!(lines, "{}", line(name, &extra));
            lines
        });
        fs::write(&path, lines).expect("writable");
        return;
    }
    let known = fs::read_to_string(path).expect("a golden file");
    assert!(known.lines().count() > 4_000, "names of every stretch");
    let differing: Vec<String> = known
        .lines()
        .filter_map(|before| {
            let now = line(before.split('\t').next()?, &extra);
            (now != before).then(|| format!("{before} -> {now}"))
        })
        .collect();
    let shown = &differing[..differing.len().min(20)];
    assert!(differing.is_empty(), "{} names differ:\n{}", differing.len(), shown.join("\n"));
}

/// Names of all stretches of the first part, and of all that names of the second part stand for.
fn asked(extra: &Extra) -> BTreeSet<String> {
    let mut names: BTreeSet<String> = first().into_iter().step_by(OF).collect();
    for of_entry in second(extra).into_values() {
        let of_entry: Vec<String> = of_entry.into_values().collect();
        names.extend(of_entry.iter().step_by(OF).chain(of_entry.last()).cloned());
    }
    names
}

/// The names of the second part that its sources have, by what they stand for, and by their hashes.
fn second(extra: &Extra) -> BTreeMap<Entry, BTreeMap<u32, String>> {
    let mut folders = vec![root().join("src/data/sources/more"), root().join("src/data/sources")];
    folders
        .extend(std::env::var_os("NEWSMARK_DATA").map(|data| Path::new(&data).join("gazetteers")));
    let mut found = BTreeMap::<Entry, BTreeMap<u32, String>>::new();
    for file in folders.iter().flat_map(|folder| fs::read_dir(folder).expect("a folder")) {
        let text = fs::read_to_string(file.expect("readable").path()).unwrap_or_default();
        for name in text.lines().flat_map(candidates) {
            let key = key::of(&name);
            let hash = key.iter().fold(extra.hash(), |hash, &byte| hash.push(byte));
            if name.len() < 60
                && let Some(entry) = extra.value(hash)
            {
                found.entry(entry).or_default().entry(hash.finish()).or_insert(name);
            }
        }
    }
    found
}

/// What may be names in a line of a source.
fn candidates(line: &str) -> Vec<String> {
    let mut names = Vec::new();
    for cell in line.split(['\t', '|', ';', ',']).flat_map(|cell| cell.split(" or ")) {
        let cell = cell.trim();
        names.push(cell.to_owned());
        names.push(cell.trim_start_matches("the ").trim_start_matches("The ").to_owned());
        names.extend(cell.split(' ').map(str::to_owned));
    }
    names
}

/// The names of the first part, in order.
fn first() -> Vec<String> {
    let mut names: Vec<Vec<u8>> = Vec::new();
    for byte in fs::read(root().join("src/data/names.txt")).expect("the shipped file") {
        if byte.is_ascii_uppercase() {
            let shared = usize::from(byte - b'A');
            names.push(names.last().map_or_else(Vec::new, |before| before[..shared].to_vec()));
        } else if let Some(name) = names.last_mut() {
            name.push(byte);
        }
    }
    names.into_iter().map(|name| String::from_utf8(name).expect("text")).collect()
}
