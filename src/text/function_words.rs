//! Frequent function words of some languages.

use std::str::SplitAsciiWhitespace;

/// The languages (ISO 639-1) known by their function words, with these words in lower case.
pub(crate) fn function_words() -> impl Iterator<Item = (&'static str, SplitAsciiWhitespace<'static>)>
{
    include_str!("../data/function-words.txt")
        .lines()
        .filter(|row| !row.starts_with('#'))
        .filter_map(|row| row.split_once(' '))
        .map(|(language, words)| (language, words.split_ascii_whitespace()))
}
