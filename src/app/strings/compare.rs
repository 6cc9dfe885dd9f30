//! Several articles side by side.

use super::{count, kinds};
use crate::app::model::compare::{Bond, Comparison, Row, Section, Tally};

/// Its name.
pub const NAME: &str = "Comparison";
/// What it does, and what it does not.
pub const ABOUT: &str = "What the articles have in common and what only one of them has, by the words \
    and values in them. Whether they tell the same story is for you to say.";
/// There is nothing to compare.
pub const NOTHING: &str = "None of these articles has people, organisations, places, dates, quotes or \
    amounts that newsmark knows how to read.";
/// The head of the column of names.
pub const WHAT: &str = "What";
/// The head of the column that says how they go together.
pub const TOGETHER: &str = "Found";
/// An article that does not have it.
pub const MISSING: &str = "not in this article";
/// A quote by somebody whom the text does not name.
pub const NOBODY: &str = "Speaker not given";

/// The heading.
pub fn title(articles: usize) -> String {
    format!("{} compared", count(articles, "article", "articles"))
}

/// How a row's cells go together.
pub fn together(row: &Row) -> String {
    let (found, all) = (row.cells.iter().flatten().count(), row.cells.len());
    let place = match (found, all) {
        (1, _) => "in one only".to_owned(),
        (2, 2) => "in both".to_owned(),
        (found, all) if found == all => format!("in all {all}"),
        (found, all) => format!("in {found} of {all}"),
    };
    match row.bond.and_then(bond) {
        Some(bond) => format!("{place}: {bond}"),
        None => place,
    }
}

/// What is to be known of a bond; nothing of equals.
fn bond(bond: Bond) -> Option<&'static str> {
    Some(match bond {
        Bond::Same => return None,
        Bond::Within => "one quotes more",
        Bond::OtherSpeaker => "same words, another speaker",
        Bond::Overlap => "overlap, not equal",
        Bond::Differs => "differs",
        Bond::Perhaps => "perhaps the same",
    })
}

/// What something may be, where that cannot be told.
pub fn either(names: &[String]) -> String {
    format!("may be {}", names.join(" or "))
}

/// "2 times".
pub fn times(number: usize) -> String {
    count(number, "time", "times")
}

/// The rows of a section in numbers.
pub fn tally(section: &Section) -> String {
    let Tally { shared, unsure, alone } = section.tally();
    [(shared, "shared"), (unsure, "to check"), (alone, "in one only")]
        .into_iter()
        .filter(|&(number, _)| number > 0)
        .map(|(number, what)| format!("{number} {what}"))
        .collect::<Vec<_>>()
        .join(", ")
}

/// What a screen reader says of a comparison.
pub fn said(comparison: &Comparison) -> String {
    if comparison.sections.is_empty() {
        return NOTHING.to_owned();
    }
    let sections = comparison.sections.iter();
    let parts: Vec<String> =
        sections.map(|section| format!("{}: {}.", kinds(section.kind), tally(section))).collect();
    parts.join(" ")
}
