//! Money, shares, measures, counts, ordinals and ages.
//!
//! One pass over the tokens of each sentence. At each token the reader tries an amount: an
//! optional modifier (`more than`), a currency, a number or a range, a unit; what has none of those
//! is a plain count, and needs a counted word after it.

mod context;
mod kinds;
mod modifier;
mod reader;
mod rows;
mod units;

use crate::{
    report::{Amount, AmountKind, AmountMod, Certainty, Why},
    rules::Rule,
    span::Span,
    text::{Document, Sentence},
};

/// The rules of this layer.
pub const RULES: &[&Rule] = rows::RULES;

/// Finds every amount in `sentences`. Ids are left empty; overlaps are settled later.
pub fn find(document: &Document, sentences: &[Sentence]) -> Vec<Amount> {
    let mut found = Vec::new();
    for sentence in sentences {
        let reader = reader::Reader::new(document, sentence);
        let (mut i, end) = sentence.tokens;
        while i < end {
            match reader.at(i) {
                Some((amount, after)) => {
                    found.push(amount);
                    i = after.max(i + 1);
                }
                None => i += 1,
            }
        }
    }
    found
}

/// An amount before it has an id.
fn amount(kind: AmountKind, span: Span, rule: &'static Rule) -> Amount {
    Amount {
        id: String::new(),
        span,
        kind,
        low: None,
        high: None,
        modifier: None::<AmountMod>,
        currency: None,
        unit: None,
        item: None,
        per: None,
        certainty: Certainty::Sure,
        why: Why::rule(rule),
    }
}
