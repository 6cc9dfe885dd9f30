//! The article in numbers.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::Why;
use crate::span::Span;

/// The article in numbers, and its key sentences.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(
    feature = "schema",
    derive(schemars::JsonSchema, ts_rs::TS),
    ts(rename_all = "camelCase")
)]
#[serde(rename_all = "camelCase")]
pub struct Summary {
    /// Tokens with a letter or digit, boilerplate left out.
    pub words: u32,
    /// Sentences, boilerplate left out.
    pub sentences: u32,
    /// Rounded up, at 230 words a minute.
    pub reading_minutes: u32,
    /// Verbatim, in reading order, 3 to 5; all when there are fewer.
    pub key_sentences: Vec<KeySentence>,
    /// How many entities of each type, dates, amounts and quotes.
    pub counts: BTreeMap<String, u32>,
    /// Who is quoted, most quoted words first; the unattributed last.
    pub speakers: Vec<SpeakerShare>,
}

/// A sentence that carries much of the article.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct KeySentence {
    /// The sentence.
    pub span: Span,
    /// Per mille of the best sentence's score.
    pub score: u32,
    /// What it carries.
    pub why: Why,
}

/// How much of the quoted words one speaker has.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(
    feature = "schema",
    derive(schemars::JsonSchema, ts_rs::TS),
    ts(rename_all = "camelCase")
)]
#[serde(rename_all = "camelCase")]
pub struct SpeakerShare {
    /// Id of the entity; null for quotes without a decided speaker.
    pub entity: Option<String>,
    /// Direct, mixed and partial quotes.
    pub quotes: u32,
    /// Their marked words.
    pub words: u32,
    /// Per mille of all marked words.
    pub share: u32,
    /// Indirect quotes.
    pub indirect_quotes: u32,
    /// Their words.
    pub indirect_words: u32,
}
