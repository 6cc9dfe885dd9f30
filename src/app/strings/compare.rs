//! Several articles side by side.

use super::{Noun, Word, kinds, shelf::articles, word};
use crate::app::model::compare::{Bond, Comparison, Row, Section, Tally};

/// Its name.
pub const NAME: Word = word!("Comparison", "Vergleich");
/// What it does, and what it does not.
pub const ABOUT: Word = word!(
    "What the articles have in common and what only one of them has, by the words and \
     values in them. Whether they tell the same story is for you to say.",
    "Was die Artikel gemeinsam haben und was nur in einem steht, nach den Wörtern und \
     Werten darin. Ob sie dasselbe erzählen, beurteilen Sie.",
);
/// There is nothing to compare.
pub const NOTHING: Word = word!(
    "None of these articles has people, organisations, places, dates, quotes or amounts \
     that newsmark knows how to read.",
    "Keiner dieser Artikel nennt Personen, Organisationen, Orte, Zeitangaben, Zitate oder \
     Zahlen, die newsmark lesen kann.",
);
/// The head of the column of names.
pub const WHAT: Word = word!("What", "Was");
/// The head of the column that says how they go together.
pub const TOGETHER: Word = word!("Found", "Gefunden");
/// An article that does not have it.
pub const MISSING: Word = word!("not in this article", "nicht in diesem Artikel");
/// A quote by somebody whom the text does not name.
pub const NOBODY: Word = word!("Speaker not given", "Ohne Angabe, wer es sagt");
const ONE_ONLY: Word = word!("in one only", "nur in einem");
const TIMES: Noun = Noun(word!("time", "Mal"), word!("times", "Mal"));

/// The heading.
pub fn title(number: usize) -> String {
    word!("{0} compared", "{0} im Vergleich").with(&[&articles(number)])
}

/// How a row's cells go together.
pub fn together(row: &Row) -> String {
    let (found, all) = (row.cells.iter().flatten().count(), row.cells.len());
    let place = match (found, all) {
        (1, _) => ONE_ONLY,
        (2, 2) => word!("in both", "in beiden"),
        (found, all) if found == all => word!("in all {1}", "in allen {1}"),
        _ => word!("in {0} of {1}", "in {0} von {1}"),
    };
    let place = place.with(&[&found.to_string(), &all.to_string()]);
    match row.bond.and_then(bond) {
        Some(bond) => [&place, ": ", bond.get()].concat(),
        None => place,
    }
}

/// What is to be known of a bond; nothing of equals.
fn bond(bond: Bond) -> Option<Word> {
    Some(match bond {
        Bond::Same => return None,
        Bond::Within => word!("one quotes more", "einmal länger zitiert"),
        Bond::OtherSpeaker => {
            word!("same words, another speaker", "gleiche Worte, jemand anderes sagt sie")
        }
        Bond::Overlap => word!("overlap, not equal", "überschneiden sich, nicht gleich"),
        Bond::Differs => word!("differs", "weicht ab"),
        Bond::Perhaps => word!("perhaps the same", "vielleicht dasselbe"),
    })
}

/// What something may be, where that cannot be told.
pub fn either(names: &[String]) -> String {
    let names = super::either(names.iter().map(String::as_str));
    word!("may be {0}", "vielleicht {0}").with(&[&names])
}

/// "2 times".
pub fn times(number: usize) -> String {
    TIMES.counted(number)
}

/// The rows of a section in numbers.
pub fn tally(section: &Section) -> String {
    let Tally { shared, unsure, alone } = section.tally();
    [
        (shared, word!("{0} shared", "{0} gemeinsam")),
        (unsure, word!("{0} to check", "{0} zu prüfen")),
        (alone, word!("{0} in one only", "{0} nur in einem")),
    ]
    .into_iter()
    .filter(|&(number, _)| number > 0)
    .map(|(number, what)| what.with(&[&number.to_string()]))
    .collect::<Vec<_>>()
    .join(", ")
}

/// What a screen reader says of a comparison.
pub fn said(comparison: &Comparison) -> String {
    if comparison.sections.is_empty() {
        return NOTHING.get().to_owned();
    }
    let sections = comparison.sections.iter();
    let parts: Vec<String> =
        sections.map(|section| format!("{}: {}.", kinds(section.kind), tally(section))).collect();
    parts.join(" ")
}
