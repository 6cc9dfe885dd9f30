//! The article in numbers, and the sentences that carry it.

mod features;
mod select;
mod speakers;

use std::collections::BTreeMap;

use crate::{
    report::{Amount, DateMention, Entity, Mention, Quote, Summary},
    rules::Rule,
    span::Span,
    text::Document,
};

pub(crate) use select::{is_for_names, named};
pub(crate) use speakers::shares;

/// The rules of this layer: why a sentence is a key sentence.
pub const RULES: &[&Rule] = select::RULES;

/// What people read in a minute, for [`Summary::reading_minutes`]. Source: M. Brysbaert, “How many
/// words do we read per minute?”, Journal of Memory and Language 109 (2019): 238 for non-fiction in
/// English, rounded down.
const WORDS_A_MINUTE: u32 = 230;

/// What the other layers found in one article.
pub struct Findings<'a> {
    /// Whom the mentions stand for.
    pub entities: &'a [Entity],
    /// Names in the text.
    pub mentions: &'a [Mention],
    /// Expressions of time.
    pub dates: &'a [DateMention],
    /// Numbers.
    pub amounts: &'a [Amount],
    /// Quotes.
    pub quotes: &'a [Quote],
}

/// Counts words, chooses key sentences and shares out the quoted words.
pub fn summarise(document: &Document, found: &Findings<'_>) -> Summary {
    let text = document.text();
    let words = document.sentences().iter().map(|s| words(s.span.of(text))).sum::<u32>();
    Summary {
        words,
        sentences: document.sentences().len() as u32,
        reading_minutes: reading_minutes(words),
        key_sentences: select::key_sentences(document, found),
        counts: counts(found),
        speakers: shares(text, found.quotes),
    }
}

/// How long so many words take to read.
pub(crate) fn reading_minutes(words: u32) -> u32 {
    words.div_ceil(WORDS_A_MINUTE)
}

/// How many words a reader would count: runs between spaces that have a letter or digit.
pub(crate) fn words(text: &str) -> u32 {
    text.split_whitespace().filter(|run| run.chars().any(char::is_alphanumeric)).count() as u32
}

/// How many entities of each type, dates, amounts and quotes.
pub(crate) fn counts(found: &Findings<'_>) -> BTreeMap<String, u32> {
    let mut counts = BTreeMap::new();
    for entity in found.entities {
        *counts.entry(entity.entity_type.name().to_owned()).or_default() += 1;
    }
    for (name, n) in [
        ("date", found.dates.len()),
        ("amount", found.amounts.len()),
        ("quote", found.quotes.len()),
    ] {
        if n > 0 {
            counts.insert(name.to_owned(), n as u32);
        }
    }
    counts
}

/// The items of `all` (sorted by start) that begin inside `span`.
pub(crate) fn inside<T>(all: &[T], span: Span, place: impl Fn(&T) -> Span) -> &[T] {
    let from = all.partition_point(|item| place(item).start() < span.start());
    let to = all.partition_point(|item| place(item).start() < span.end());
    all.get(from..to).unwrap_or_default()
}
