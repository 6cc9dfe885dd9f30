//! The list of what to look at twice.

use super::{Noun, assumed, either, kind, speaker, when, word};
use crate::{
    app::model::{
        Of, Reading,
        checks::{Check, Reason},
        excerpt::excerpt,
        when::{day_number, in_words},
    },
    report::{Form, Warning},
};

const THINGS: Noun = Noun(word!("thing", "Punkt"), word!("things", "Punkte"));

/// Who is taken for what the mark at `at` describes.
fn described(reading: &Reading, at: usize) -> Option<&str> {
    let Of::Mention(i) = reading.marks.get(at)?.of else { return None };
    let mention = reading.report.mentions.get(i).filter(|m| m.form == Form::Description)?;
    let name = reading.name(mention.entity.as_deref()?);
    (!name.is_empty() && name != mention.span.of(&reading.text)).then_some(name)
}

/// What is asked of an item.
pub fn check(reading: &Reading, check: &Check) -> String {
    let report = &reading.report;
    let of = check.mark.and_then(|mark| reading.marks.get(mark)).map(|mark| mark.of);
    match (check.reason, of) {
        (Reason::Inconsistent(i), _) => {
            report.warnings.get(i).map(|found| warning(reading, found)).unwrap_or_default()
        }
        (Reason::Undecided, Some(Of::Quote(i))) => {
            let names = report.quotes.get(i).map(|quote| speaker(reading, quote));
            word!("Who said it: {0}?", "Wer hat es gesagt: {0}?")
                .with(&[&names.unwrap_or_default()])
        }
        (Reason::Speaker, Some(Of::Quote(i))) => {
            let name = report.quotes.get(i).map(|quote| speaker(reading, quote));
            word!("Was it {0}?", "War es {0}?").with(&[&name.unwrap_or_default()])
        }
        (Reason::Ambiguous, Some(Of::Mention(i))) => {
            let candidates = report.mentions.get(i).map(|mention| &mention.candidates);
            let names = candidates.into_iter().flatten().map(|c| reading.name(&c.entity));
            word!("Who or what is meant: {0}?", "Wer oder was ist gemeint: {0}?")
                .with(&[&either(names)])
        }
        (Reason::OpenDate, Some(Of::Date(i))) => {
            let Some(date) = report.dates.get(i) else { return String::new() };
            let mut values = vec![in_words(&date.timex.value)];
            values.extend(date.alternatives.iter().take(2).map(|a| in_words(&a.value)));
            values.retain(|value| !value.is_empty());
            let note = assumed(date);
            let values = either(values.iter().map(String::as_str));
            match (values.is_empty(), note.is_empty()) {
                (true, true) => word!(
                    "When is it? The text leaves it open.",
                    "Wann ist das? Der Text lässt es offen.",
                )
                .get()
                .to_owned(),
                (true, false) => note,
                (false, true) => format!("{values}?"),
                (false, false) => format!("{values}? {note}"),
            }
        }
        (Reason::Uncertain(of), _) => {
            // Of a description it is asked whom it means.
            if let Some(name) = check.mark.and_then(|mark| described(reading, mark)) {
                return word!("Is this {0}?", "Ist das {0}?").with(&[name]);
            }
            word!("Perhaps no {0}", "Nicht sicher: {0}?").with(&[kind(of)])
        }
        (Reason::Repaired, _) => word!(
            "A mark is missing or odd: where does it end?",
            "Ein Anführungszeichen fehlt oder passt nicht: Wo endet das Zitat?",
        )
        .get()
        .to_owned(),
        (Reason::Unattributed, _) => {
            word!("Who said it? Nobody is named.", "Wer hat es gesagt? Niemand wird genannt.")
                .get()
                .to_owned()
        }
        // A reason without its annotation has nothing to ask.
        (Reason::Undecided | Reason::Speaker | Reason::Ambiguous | Reason::OpenDate, _) => {
            String::new()
        }
    }
}

/// A warning of the report: by its code where the page has words for it, else as it stands there.
fn warning(reading: &Reading, warning: &Warning) -> String {
    let day = || {
        let at = |date: &&crate::report::DateMention| warning.spans.contains(&date.span);
        let value = &reading.report.dates.iter().find(at)?.timex.value;
        Some((in_words(value), when::day_of_week(day_number(value)?)))
    };
    match (&*warning.code, day()) {
        ("weekday-mismatch", Some((date, weekday))) => word!(
            "{0} is a {1}, and not the weekday that the text says.",
            "Der {0} ist ein {1} und nicht der Wochentag, den der Text nennt.",
        )
        .with(&[&date, weekday]),
        _ => warning.message.clone(),
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
        0 => word!("all checked", "alles geprüft").get().to_owned(),
        items => word!("{0} left", "noch {0}").with(&[&THINGS.counted(items)]),
    }
}

/// The name of an item's box.
pub fn checked(words: &str) -> String {
    word!("Checked: {0}", "Geprüft: {0}").with(&[words])
}
