//! What the reader decided, as rows of the catalogue. They have no examples: a text alone does not
//! show them at work.

use crate::{report::Why, rules::Rule};

/// The rules of this layer.
pub const RULES: &[&Rule] = &[
    &CONFIRMED,
    &ADDED,
    &RETYPED,
    &RESIZED,
    &MERGED,
    &SPLIT,
    &VALUE,
    &SPEAKER,
    &BODY,
    &BOILERPLATE,
];

const fn row(id: &'static str, note: &'static str) -> Rule {
    Rule { id, note, hits: &[], misses: &[] }
}

pub(super) static CONFIRMED: Rule = row("reader.confirmed", "confirmed by the reader");
pub(super) static ADDED: Rule = row("reader.added", "added by the reader");
pub(super) static RETYPED: Rule = row("reader.retyped", "corrected by the reader: what it is");
pub(super) static RESIZED: Rule = row("reader.resized", "corrected by the reader: which words");
pub(super) static MERGED: Rule = row("reader.merged", "corrected by the reader: the same one");
pub(super) static SPLIT: Rule = row("reader.split", "corrected by the reader: another one");
pub(super) static VALUE: Rule = row("reader.value", "corrected by the reader: its value");
pub(super) static SPEAKER: Rule = row("reader.speaker", "corrected by the reader: who said it");
pub(super) static BODY: Rule = row("reader.body", "part of the article, says the reader");
pub(super) static BOILERPLATE: Rule =
    row("reader.boilerplate", "no part of the article, says the reader");

/// The reader's reason.
pub(super) fn why(rule: &'static Rule) -> Why {
    Why::rule(rule)
}
