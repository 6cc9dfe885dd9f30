//! Rules of the recognisers: one is dropped, a comparison in it turned round, a bound moved by one.

use std::{fs, path::Path};

use super::{change::Change, mutants};
use crate::step::Result;

/// The recognisers, without what is learnt or looked up.
const RULES: &[&str] = &[
    "src/amounts/",
    "src/dates/grammar/",
    "src/dates/published.rs",
    "src/dates/tense.rs",
    "src/entities/employer.rs",
    "src/entities/known.rs",
    "src/entities/merge.rs",
    "src/entities/organisation.rs",
    "src/entities/person.rs",
    "src/entities/place.rs",
    "src/entities/product.rs",
    "src/entities/repeat.rs",
    "src/entities/resolve/",
    "src/entities/single.rs",
    "src/entities/team.rs",
    "src/entities/titled_things.rs",
    "src/quotes/",
    "src/text/blocks/",
];

/// What a rule says that does not apply, and comparisons turned round, as cargo-mutants names them.
const DROPPED: &[&str] = &["with None", "with false", "with ()", "with vec![]"];
const COMPARED: &[&str] =
    &["== with !=", "!= with ==", "< with >", "> with <", "<= with >", ">= with <"];

/// Every change to a rule in the repository at `folder`.
pub fn changes(folder: &Path) -> Result<Vec<Change>> {
    let mut changes: Vec<Change> = mutants::changes(folder)?
        .into_iter()
        .filter(|change| RULES.iter().any(|path| change.name.starts_with(path)))
        .filter_map(|change| Some(Change { group: way(&change)?.into(), ..change }))
        .collect();
    for path in RULES {
        for file in sources(folder, path)? {
            changes.extend(shifts(&file, &fs::read_to_string(folder.join(&file))?));
        }
    }
    Ok(changes)
}

fn way(change: &Change) -> Option<&'static str> {
    let has = |words: &[&str]| words.iter().any(|words| change.name.contains(&format!("{words} ")));
    match &*change.group {
        "FnValue" => DROPPED.iter().any(|end| change.name.ends_with(end)).then_some("drop"),
        "BinaryOperator" => has(COMPARED).then_some("flip"),
        _ => None,
    }
}

fn is_rust(path: &str) -> bool {
    Path::new(path).extension().is_some_and(|end| end == "rs")
}

/// The sources at `path`, a file or a folder, by their paths below `folder`.
fn sources(folder: &Path, path: &str) -> Result<Vec<String>> {
    if is_rust(path) {
        return Ok(vec![path.into()]);
    }
    let mut files = Vec::new();
    let mut entries: Vec<_> = fs::read_dir(folder.join(path))?.collect::<std::io::Result<_>>()?;
    entries.sort_by_key(fs::DirEntry::file_name);
    for entry in entries {
        let name = format!("{path}{}", entry.file_name().to_string_lossy());
        if entry.file_type()?.is_dir() {
            files.extend(sources(folder, &format!("{name}/"))?);
        } else if is_rust(&name) && !name.ends_with("tests.rs") {
            files.push(name);
        }
    }
    Ok(files)
}

/// Every whole number of the code moved up by one.
fn shifts(file: &str, text: &str) -> Vec<Change> {
    let mut changes = Vec::new();
    for (at, number) in numbers(text) {
        let line = text[..at].rfind('\n').map_or(0, |newline| newline + 1);
        let shown = text[line..].lines().next().unwrap_or_default().trim();
        let more = number + 1;
        let file = file.to_owned();
        changes.push(Change {
            group: "shift".into(),
            name: format!("{file}: {number} is {more} in `{shown}`"),
            make: Box::new(move |root| {
                let mut text = fs::read_to_string(root.join(&file))?;
                text.replace_range(at..at + number.to_string().len(), &more.to_string());
                Ok(vec![(file.clone(), text.into_bytes())])
            }),
        });
    }
    changes
}

/// The decimal numbers of the code before its tests, each with where it begins. Comments, texts, characters, and the
/// numbers of fields and hashes are none.
fn numbers(text: &str) -> Vec<(usize, u32)> {
    let end = text.find("#[cfg(test)]").unwrap_or(text.len());
    let bytes = &text.as_bytes()[..end];
    let mut found = Vec::new();
    let mut at = 0;
    while at < bytes.len() {
        let rest = &bytes[at..];
        at += match rest {
            [b'/', b'/', ..] => until(rest, b'\n'),
            [b'"', ..] => string(rest),
            [b'\'', b'\\', _, ..] => 2 + until(&rest[2..], b'\''),
            [b'\'', ..] if character(&text[at..]) => 1 + until(&rest[1..], b'\''),
            [first, ..] if first.is_ascii_alphanumeric() || *first == b'_' => {
                let len = rest
                    .iter()
                    .take_while(|byte| byte.is_ascii_alphanumeric() || **byte == b'_')
                    .count();
                let field = at > 0 && bytes[at - 1] == b'.' && !text[..at].ends_with("..");
                let float = rest.get(len) == Some(&b'.') && rest.get(len + 1) != Some(&b'.');
                let number = text[at..at + len].parse();
                if let Ok(number) = number
                    && !field
                    && !float
                {
                    found.push((at, number));
                }
                len
            }
            _ => 1,
        };
    }
    found
}

/// How many bytes there are to the first `end` and with it.
fn until(bytes: &[u8], end: u8) -> usize {
    bytes.iter().position(|byte| *byte == end).map_or(bytes.len(), |at| at + 1)
}

/// How long the text in quotation marks is that begins here.
fn string(bytes: &[u8]) -> usize {
    let mut at = 1;
    while at < bytes.len() && bytes[at] != b'"' {
        at += if bytes[at] == b'\\' { 2 } else { 1 };
    }
    at + 1
}

/// Whether a character in quotation marks begins here, and no lifetime.
fn character(text: &str) -> bool {
    text.chars().nth(2) == Some('\'')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_of_the_code_are_found_and_no_others() {
        let text = "// 1\nconst A: u8 = 2; // 3\nfn f<'a>(x: &'a str) { x.0 < 4 && '5' == '\\u{6}' && \
                    \"7 \\\" 8\" != x && g(9..=10) && 1.5 > 0x11 && b1 }\n#[cfg(test)]\nmod t { 12 }";
        let found: Vec<u32> = numbers(text).into_iter().map(|(_, number)| number).collect();
        assert_eq!(found, [2, 4, 9, 10]);
        let (at, number) = numbers(text)[2];
        assert_eq!((&text[at..=at], number), ("9", 9));
    }
}
