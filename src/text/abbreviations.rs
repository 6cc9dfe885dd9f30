//! Words that are written with a full stop.

use std::sync::LazyLock;

use super::{FastMap, FastSet};

/// How an abbreviation stands in a sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Class {
    /// Before a name or the word it belongs to: `Gen.`, `e.g.`
    Name,
    /// Before a number, and a plain word elsewhere: `No.`
    Number,
    /// It may end a sentence: `Inc.`, `U.S.`
    End,
    /// `a.m.` and `p.m.`
    Time,
    /// A US state or Canadian province after a town: `Springfield, Ill.`
    State,
}

static ABBREVIATIONS: LazyLock<FastMap<&str, Class>> = LazyLock::new(|| {
    let rows =
        include_str!("../data/abbreviations.txt").lines().filter(|row| !row.starts_with('#'));
    rows.filter_map(|row| row.split_once(' '))
        .flat_map(|(class, words)| {
            let class = match class {
                "name" => Class::Name,
                "number" => Class::Number,
                "time" => Class::Time,
                "state" => Class::State,
                _ => Class::End,
            };
            words.split(' ').map(move |word| (word, class))
        })
        .collect()
});

static OPENERS: LazyLock<FastSet<&str>> = LazyLock::new(|| {
    let rows = include_str!("../data/openers.txt").lines().filter(|row| !row.starts_with('#'));
    rows.flat_map(|row| row.split(' ')).collect()
});

/// The class of `word`, given without its last full stop; in capitals (`GEN`) as in lower case.
pub(super) fn class(word: &str) -> Option<Class> {
    // No entry is longer.
    if word.len() > 8 {
        return None;
    }
    if let Some(&class) = ABBREVIATIONS.get(word) {
        return Some(class);
    }
    let (first, rest) = word.split_at_checked(1)?;
    if rest.is_empty() || !word.bytes().all(|b| b.is_ascii_uppercase()) {
        return None;
    }
    ABBREVIATIONS.get(format!("{first}{}", rest.to_ascii_lowercase()).as_str()).copied()
}

/// Whether `word` opens a sentence more often than it goes on a name.
pub(super) fn is_opener(word: &str) -> bool {
    OPENERS.contains(word)
}
