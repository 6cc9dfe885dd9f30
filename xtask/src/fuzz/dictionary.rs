//! Words that the fuzzer puts into its inputs: those of our own lists, of our formats, of mark-up.

use std::{collections::BTreeSet, fs, path::Path};

use serde_json::Value;

use super::seeds::{self, pieces};
use crate::step::{Result, root};

const MONTHS: &str = "January February March April May June July August September October November December \
    Jan. Feb. Sept. Oct. Monday Tuesday Wednesday Thursday Friday Saturday Sunday today yesterday tomorrow now \
    morning noon midnight weekend spring summer autumn winter quarter decade century first second third half dozen";
const MARKS: &str =
    "“ ” ‘ ’ \" ' « » ‹ › „ ‚ 「 」 『 』 `` '' ` ( ) [ ] – — - … : ; , . ? ! % & / € £ ¥ °";

/// Writes `text.dict`, `json.dict` and `markup.dict`.
pub fn write(folder: &Path) -> Result {
    fs::create_dir_all(folder)?;
    for (name, words) in [("text", text()?), ("json", json()), ("markup", markup()?)] {
        let lines: Vec<_> = words.iter().map(|word| format!("\"{}\"\n", escaped(word))).collect();
        fs::write(folder.join(format!("{name}.dict")), lines.concat())?;
    }
    Ok(())
}

/// Cues, titles, currencies, units and months, and pieces that are hard to read.
fn text() -> Result<BTreeSet<String>> {
    let data = |name: &str| fs::read_to_string(root().join("src/data").join(name));
    let mut words = BTreeSet::new();
    words.extend(pieces::PIECES.iter().map(|&piece| piece.to_owned()));
    words.extend(MONTHS.split_whitespace().chain(MARKS.split_whitespace()).map(str::to_owned));
    for name in ["cues.tsv", "currencies.tsv", "units.tsv"] {
        let file = data(name)?;
        let first = |line: &str| line.split('\t').next().unwrap_or_default().to_owned();
        words.extend(file.lines().filter(|line| !line.starts_with('#')).map(first));
    }
    // Of long lists some: a dictionary of thousands would hide what is in it.
    for line in data("name-cues.tsv")?.lines() {
        let list = line.split('\t').nth(1).unwrap_or_default();
        words.extend(list.split([' ', '|']).step_by(7).map(str::to_owned));
    }
    for line in data("abbreviations.txt")?.lines().filter(|line| !line.starts_with('#')) {
        words.extend(line.split(' ').skip(1).step_by(3).map(|word| format!("{word}.")));
    }
    Ok(words)
}

/// Names of fields, and short values.
fn json() -> BTreeSet<String> {
    fn walk(value: &Value, words: &mut BTreeSet<String>) {
        match value {
            Value::Object(fields) => {
                for (name, value) in fields {
                    words.insert(format!("\"{name}\":"));
                    walk(value, words);
                }
            }
            Value::Array(items) => items.iter().for_each(|item| walk(item, words)),
            Value::String(text) if text.len() <= 16 => {
                words.insert(format!("\"{text}\""));
            }
            _ => {}
        }
    }
    let mut words: BTreeSet<String> = [
        "null",
        "true",
        "[]",
        "{}",
        "-1",
        "1e400",
        "4294967295",
        "4294967296",
        "\\u0000",
        "\\ud800",
        "\"\"",
    ]
    .map(str::to_owned)
    .into();
    let files = [seeds::patches(), seeds::lexicons(), seeds::reports()].concat();
    for file in files {
        // The first byte chooses the article.
        if let Ok(value) = serde_json::from_slice(file.get(1..).unwrap_or_default()) {
            walk(&value, &mut words);
        }
    }
    words
}

/// Tags, attributes and references, by the table that the reading of mark-up has.
fn markup() -> Result<BTreeSet<String>> {
    let table = fs::read_to_string(root().join("src/app/paste/elements.rs"))?;
    let mut words: BTreeSet<String> = [
        "<!--",
        "-->",
        "<![CDATA[",
        "]]>",
        "<!doctype html>",
        "&amp;",
        "&#",
        "&#x",
        "&nbsp;",
        "&lt",
        " hidden",
        " aria-hidden=true",
        " style=display:none",
        " datetime=2024-03-12",
        "/>",
        "</",
        "<",
        ">",
        "=\"",
        "='",
        "](",
        "![",
        "**",
        "```",
        "# ",
        "- ",
        "> ",
        "~~~",
        "---",
        "\n\n",
    ]
    .map(str::to_owned)
    .into();
    for quoted in table.split('"').skip(1).step_by(2) {
        if !quoted.is_empty() && quoted.bytes().all(|byte| byte.is_ascii_alphanumeric()) {
            words.insert(format!("<{quoted}>"));
            words.insert(format!("</{quoted}>"));
        }
    }
    Ok(words)
}

/// As libFuzzer reads it.
fn escaped(word: &str) -> String {
    let plain = |byte: u8| byte.is_ascii_graphic() && !b"\"\\".contains(&byte) || byte == b' ';
    word.bytes()
        .map(
            |byte| {
                if plain(byte) { char::from(byte).to_string() } else { format!("\\x{byte:02X}") }
            },
        )
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_written_as_bytes() {
        assert_eq!(escaped("a “b\"\\\n"), "a \\xE2\\x80\\x9Cb\\x22\\x5C\\x0A");
    }

    #[test]
    fn every_dictionary_has_the_words_of_its_own() {
        assert!(text().expect("our lists").contains("“"));
        assert!(text().expect("our lists").contains("accuse"));
        assert!(json().contains("\"corrections\":"));
        assert!(markup().expect("the table").contains("<blockquote>"));
    }
}
