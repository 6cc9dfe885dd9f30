//! Capitals and houses that stand for a government: `Tokyo will strengthen …`.

use std::borrow::Cow;

use crate::{
    entities::{
        gazetteer::{self, Kinds},
        lists,
        reading::Reading,
    },
    report::{EntityType, Mention},
    text::Case,
};

/// Houses that governments sit in.
const HOUSES: &[&str] = &[
    "downing street",
    "elysee",
    "kremlin",
    "pentagon",
    "white house",
    "blue house",
    "westminster",
];

/// Marks the places that act.
pub fn mark(reading: &Reading<'_>, mentions: &mut [Mention]) {
    for mention in mentions.iter_mut() {
        let words = mention.span.of(reading.document.text());
        let entry = gazetteer::entry(words);
        let house = HOUSES.contains(&words.to_lowercase().as_str());
        let capital = mention.entity_type == EntityType::Place && entry.kinds.has(Kinds::CAPITAL);
        if !house && !capital {
            continue;
        }
        let at = reading.document.token_at(mention.span.start());
        let end = reading.document.token_at(mention.span.end());
        if acts(reading, at, end, house) {
            mention.acts_as = Some(Cow::Borrowed("government"));
        }
    }
}

fn acts(reading: &Reading<'_>, at: usize, end: usize, house: bool) -> bool {
    let text = |i: usize| reading.words.get(i).map_or("", |w| w.text);
    let mut before = at.checked_sub(1).map_or("", text);
    if before == "the" {
        before = at.checked_sub(2).map_or("", text);
    }
    let verb = |i: usize| {
        reading.words.get(i).is_some_and(|w| {
            let plain = w.token.case == Case::Lower;
            plain
                && (lists::has(lists::SAYING, w.text)
                    || lists::has(lists::DOING, w.text)
                    || w.text.ends_with("ed")
                    || w.text == "warning"
                    || w.text == "saying")
        })
    };
    let having = matches!(text(end), "'s" | "’s") && lists::has(lists::HAVING, text(end + 1));
    let placed = matches!(
        before,
        "in" | "In" | "near" | "around" | "outside" | "at" | "from" | "through" | "across" | "of"
    );
    let between = before == "between" && text(end) == "and" && is_capital(text(end + 1))
        || before == "and" && at >= 3 && text(at - 3) == "between" && is_capital(text(at - 2));
    between
        || having
        || (!placed && verb(end))
        || (before == "by" && !house && text(end) != "," && !verb(end))
}

fn is_capital(word: &str) -> bool {
    gazetteer::entry(word).kinds.has(Kinds::CAPITAL)
}
