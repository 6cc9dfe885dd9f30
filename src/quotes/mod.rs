//! What was said, and by whom.

use crate::{
    report::{Entity, Mention, Quote, Warning},
    rules::Rule,
    text::Document,
};

/// The rules of this layer.
pub const RULES: &[&Rule] = &[];

/// Finds every quote with its cue, source and speaker. Ids (`q1`, …) count in reading order.
pub fn find(
    document: &Document,
    entities: &[Entity],
    mentions: &[Mention],
) -> (Vec<Quote>, Vec<Warning>) {
    let _ = (document, entities, mentions);
    (Vec::new(), Vec::new())
}
