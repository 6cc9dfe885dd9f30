//! Words in a text, named so that they can be found again.

use serde::{Deserialize, Serialize};

use crate::span::{OffsetMap, Span};

/// How many characters of each side an anchor holds.
pub const CONTEXT: usize = 32;

/// How many characters of a quote or a block an anchor holds.
const BEGINNING: usize = 200;

/// What kind of annotation is meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema, ts_rs::TS))]
#[serde(rename_all = "lowercase")]
pub enum What {
    /// A name.
    Mention,
    /// An expression of time.
    Date,
    /// A number.
    Amount,
    /// Something said; the words are the first two hundred characters of its first piece.
    Quote,
    /// A part of the article; the words are its first two hundred characters.
    Block,
    /// Whom or what the name here stands for.
    Entity,
}

/// Words in a text, named so that they can be found again.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema, ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct Anchor {
    /// What kind of annotation is meant.
    pub kind: What,
    /// The words.
    pub exact: String,
    /// Up to 32 characters before them.
    pub prefix: String,
    /// Up to 32 characters after them.
    pub suffix: String,
    /// Where the words begin, in Unicode code points.
    pub start: u32,
}

impl Anchor {
    /// Names the annotation at `span` of `text`. `map` is the text's own. Of quotes and blocks, which are
    /// found by where they begin, the first words are enough.
    pub(super) fn of(text: &str, map: &OffsetMap, span: Span, kind: What) -> Self {
        let long = matches!(kind, What::Block | What::Quote);
        Self::cut(text, map, span, kind, if long { BEGINNING } else { super::MAX_CHARS })
    }

    /// Names all the words at `span`.
    pub(super) fn whole(text: &str, map: &OffsetMap, span: Span, kind: What) -> Self {
        Self::cut(text, map, span, kind, super::MAX_CHARS)
    }

    fn cut(text: &str, map: &OffsetMap, span: Span, kind: What, most: usize) -> Self {
        let words = span.of(text);
        let exact = words.char_indices().nth(most).map_or(words, |(end, _)| &words[..end]);
        let end = span.start() + exact.len();
        let before = text.get(..span.start()).unwrap_or_default();
        let prefix = before
            .char_indices()
            .rev()
            .nth(CONTEXT - 1)
            .map_or(before, |(at, _)| before.get(at..).unwrap_or_default());
        let after = text.get(end..).unwrap_or_default();
        let suffix = after.char_indices().nth(CONTEXT).map_or(after, |(at, _)| &after[..at]);
        Self {
            kind,
            exact: exact.to_owned(),
            prefix: prefix.to_owned(),
            suffix: suffix.to_owned(),
            start: map.codepoint_at(span.start() as u32),
        }
    }

    /// Whether its words may be only the beginning of what is meant.
    pub(super) fn is_beginning(&self) -> bool {
        matches!(self.kind, What::Quote | What::Block)
    }

    /// What is wrong with it, as a field and a reason.
    pub(super) fn fault(&self) -> Option<(&'static str, &'static str)> {
        let length = |text: &str, most: usize| text.chars().nth(most).is_some();
        if self.exact.is_empty() {
            return Some(("exact", "no words"));
        }
        if length(&self.exact, super::MAX_CHARS) {
            return Some(("exact", "longer than 10,000 characters"));
        }
        if length(&self.prefix, CONTEXT) {
            return Some(("prefix", "longer than 32 characters"));
        }
        if length(&self.suffix, CONTEXT) {
            return Some(("suffix", "longer than 32 characters"));
        }
        None
    }
}
