//! The list of what to look at twice.

use super::{assumed, count, either, kind, speaker};
use crate::app::model::{
    Of, Reading,
    checks::{Check, Reason},
    excerpt::excerpt,
    when,
};

/// What is asked of an item.
pub fn check(reading: &Reading, check: &Check) -> String {
    let report = &reading.report;
    let of = check.mark.and_then(|mark| reading.marks.get(mark)).map(|mark| mark.of);
    match (check.reason, of) {
        (Reason::Inconsistent(i), _) => {
            report.warnings.get(i).map(|w| w.message.clone()).unwrap_or_default()
        }
        (Reason::Undecided, Some(Of::Quote(i))) => {
            let names = report.quotes.get(i).map(|quote| speaker(reading, quote));
            format!("Who said it: {}?", names.unwrap_or_default())
        }
        (Reason::Speaker, Some(Of::Quote(i))) => {
            let name = report.quotes.get(i).map(|quote| speaker(reading, quote));
            format!("Was it {}?", name.unwrap_or_default())
        }
        (Reason::Ambiguous, Some(Of::Mention(i))) => {
            let candidates = report.mentions.get(i).map(|mention| &mention.candidates);
            let names = candidates.into_iter().flatten().map(|c| reading.name(&c.entity));
            format!("Who or what is meant: {}?", either(names))
        }
        (Reason::OpenDate, Some(Of::Date(i))) => {
            let Some(date) = report.dates.get(i) else { return String::new() };
            let mut values = vec![when::in_words(&date.timex.value)];
            values.extend(date.alternatives.iter().take(2).map(|a| when::in_words(&a.value)));
            values.retain(|value| !value.is_empty());
            let note = assumed(date);
            match (values.is_empty(), note.is_empty()) {
                (true, true) => "When is it? The text leaves it open.".to_owned(),
                (true, false) => note,
                (false, true) => format!("{}?", values.join(" or ")),
                (false, false) => format!("{}? {note}", values.join(" or ")),
            }
        }
        (Reason::Uncertain(of), _) => format!("Perhaps no {}", kind(of)),
        (Reason::Repaired, _) => "A mark is missing or odd: where does it end?".to_owned(),
        (Reason::Unattributed, _) => "Who said it? Nobody is named.".to_owned(),
        // A reason without its annotation has nothing to ask.
        (Reason::Undecided | Reason::Speaker | Reason::Ambiguous | Reason::OpenDate, _) => {
            String::new()
        }
    }
}

/// What a screen reader says of the item that is shown.
pub fn check_said(reading: &Reading, item: &Check, index: usize, all: usize) -> String {
    let words = excerpt(item.span.of(&reading.text), 80);
    format!("{}: {words}. {}", super::at(index, all), check(reading, item))
}

/// How many items are left.
pub fn left(items: usize) -> String {
    match items {
        0 => "all checked".to_owned(),
        items => format!("{} left", count(items, "thing", "things")),
    }
}

/// The name of an item's box.
pub fn checked(words: &str) -> String {
    format!("Checked: {words}")
}
