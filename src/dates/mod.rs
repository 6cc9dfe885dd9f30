//! Expressions of time: recognised, then resolved against the publication date, never the clock.

pub mod civil;

use crate::{
    options::Options,
    report::{DateMention, Published, TimelineEntry, Warning},
    rules::Rule,
    span::Span,
    text::Document,
};

/// The rules of this layer.
pub const RULES: &[&Rule] = &[];

/// An expression of time whose words are known but whose value may hang on others.
#[derive(Clone, Debug)]
pub struct Expression {
    /// The words, in the folded text.
    pub span: Span,
}

/// Finds every expression of time. Overlaps are settled later.
pub fn find(document: &Document, options: &Options) -> Vec<Expression> {
    let _ = (document, options);
    Vec::new()
}

/// The publication date: given, found in the text, solved from it, or unknown with candidates.
pub fn published(document: &Document, found: &[Expression], options: &Options) -> Published {
    let _ = (document, found, options);
    Published::default()
}

/// Gives every expression its value and its id (`d1`, …), in reading order.
pub fn resolve(
    document: &Document,
    found: &[Expression],
    published: &Published,
    options: &Options,
) -> (Vec<DateMention>, Vec<Warning>) {
    let _ = (document, found, published, options);
    (Vec::new(), Vec::new())
}

/// The dates in the order of the calendar; those without a place there come last.
pub fn timeline(document: &Document, dates: &[DateMention]) -> Vec<TimelineEntry> {
    let _ = (document, dates);
    Vec::new()
}
