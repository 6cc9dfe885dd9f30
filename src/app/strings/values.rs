//! What a mark stands for, in words.

use super::{amount_kind, certainty, either, kind, quote_kind};
use crate::app::model::Kind;
use crate::{
    app::model::{Mark, Of, Reading, amount, excerpt::excerpt, when},
    report::{DateMention, Quote},
};

/// What a screen reader says of the mark that the keyboard stands on.
pub fn mark_said(reading: &Reading, at: usize) -> String {
    let Some(mark) = reading.marks.get(at) else { return String::new() };
    let value = mark_value(reading, mark);
    let words = excerpt(&reading.words(at), 80);
    let value =
        if value.is_empty() || value == words { String::new() } else { format!(", {value}") };
    format!("{}: {words}{value}, {}", mark_kind(reading, mark), certainty(mark.certainty))
}

/// What a mark is, more closely than its kind where the report says so.
pub fn mark_kind(reading: &Reading, mark: &Mark) -> &'static str {
    let report = &reading.report;
    match mark.of {
        Of::Quote(i) => {
            report.quotes.get(i).map_or_else(|| kind(Kind::Quote), |quote| quote_kind(quote.kind))
        }
        Of::Amount(i) => report
            .amounts
            .get(i)
            .map_or_else(|| kind(Kind::Amount), |amount| amount_kind(amount.kind)),
        Of::Mention(_) | Of::Date(_) => kind(mark.kind),
    }
}

/// What a mark stands for: the entity's name, the day, the number, the speaker.
pub fn mark_value(reading: &Reading, mark: &Mark) -> String {
    let report = &reading.report;
    match mark.of {
        Of::Mention(i) => {
            report.mentions.get(i).map_or_else(String::new, |mention| match &mention.entity {
                Some(id) => reading.name(id).to_owned(),
                None => either(mention.candidates.iter().map(|c| reading.name(&c.entity))),
            })
        }
        Of::Date(i) => report.dates.get(i).map(date_value).unwrap_or_default(),
        Of::Amount(i) => report.amounts.get(i).map(amount::in_words).unwrap_or_default(),
        Of::Quote(i) => {
            report.quotes.get(i).map(|quote| speaker(reading, quote)).unwrap_or_default()
        }
    }
}

/// Who said it: the speaker, the candidates, or that the text does not say.
pub fn speaker(reading: &Reading, quote: &Quote) -> String {
    match &quote.speaker {
        Some(speaker) => reading.name(&speaker.entity).to_owned(),
        None if quote.candidates.is_empty() => String::new(),
        None => either(quote.candidates.iter().map(|c| reading.name(&c.entity))),
    }
}

/// A date's value in words, with how it is modified.
pub fn date_value(date: &DateMention) -> String {
    let words = when::in_words(&date.timex.value);
    match date.timex.modifier {
        Some(modifier) => super::when::modifier(modifier).with(&[&words]),
        None => words,
    }
}
