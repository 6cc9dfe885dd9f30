//! Expressions of time: recognised, then resolved against the publication date, never the clock.
//!
//! [`find`] reads each sentence with a grammar over its words and gives typed expressions; only
//! `resolve` and `value` turn those into places on the calendar and into TIMEX3.

mod ahead;
pub mod civil;
mod cues;
mod expr;
mod given;
mod grammar;
mod holidays;
mod line;
mod mention;
mod order;
mod published;
mod resolve;
mod rules;
mod solve;
mod tense;
mod timeline;
mod value;
mod words;

use crate::{
    options::Options,
    report::{DateMention, Published, TimelineEntry, Warning},
    span::Span,
    text::{Document, Sentence},
};

pub use expr::Expression;
pub use given::Given;
pub use order::{Order, order};
pub use rules::RULES;

/// Finds every expression of time in `sentences`. Overlaps are settled later.
pub fn find(document: &Document, sentences: &[Sentence], order: Option<Order>) -> Vec<Expression> {
    let mut found = Vec::new();
    for sentence in sentences {
        let lower = sentence.span.of(document.text()).to_ascii_lowercase();
        let line = line::Line::new(document, sentence, &lower);
        grammar::Grammar::new(&line, order).read(&mut found);
    }
    found
}

/// The publication date: given, found in the text, solved from it, or unknown with candidates.
pub fn published(document: &Document, found: &[Expression], options: &Options) -> Published {
    published::published(document, found, options)
}

/// Gives every expression its value and its id (`d1`, …), in reading order.
pub fn resolve(
    document: &Document,
    found: &[Expression],
    published: &Published,
    options: &Options,
) -> (Vec<DateMention>, Vec<Warning>) {
    let _ = options;
    mention::mentions(document, found, published)
}

/// The dates in the order of the calendar, each with its sentence; those without a place there come
/// last.
pub fn timeline(sentences: &[Span], dates: &[DateMention]) -> Vec<TimelineEntry> {
    timeline::timeline(sentences, dates)
}
