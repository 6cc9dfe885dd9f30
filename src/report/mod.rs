//! What newsmark returns for one article: plain data, the same from the crate, the command, the
//! package and the page. Inside `newsmark/1` fields are only added; readers ignore unknown ones.
//!
//! In Rust every [`Span`] counts bytes of the text that was given; [`crate::wire`] turns them into
//! the unit that a reader asked for. Arrays are sorted by start, longest first, and always there;
//! optional values are left out, never null.

mod amount;
mod date;
mod document;
mod entity;
mod quote;
#[cfg(any(feature = "aside", feature = "cli", feature = "edit"))]
pub(crate) mod read;
mod spans;
mod summary;

use std::borrow::Cow;

use serde::{Deserialize, Serialize};

pub use amount::{Amount, AmountKind, AmountMod};
pub use date::{Alternative, Assumed, DateMention, TimelineEntry, Timex, TimexMod, TimexType};
pub use document::{Block, BlockKind, DocumentInfo, Found, Published, PublishedCandidate};
pub use entity::{Candidate, Entity, EntityType, Form, Mention, Role, RoleTime};
pub use quote::{Cue, CueClass, Marks, Piece, Quote, QuoteKind, Source, SourceForm, Speaker};
pub use summary::{KeySentence, SpeakerShare, Summary};

use crate::span::{self, Span};

/// The schema this version writes.
pub const SCHEMA: &str = "newsmark/1";

/// Everything that was found in one article.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct Report {
    /// Always [`SCHEMA`].
    #[cfg_attr(
        feature = "schema",
        schemars(extend("const" = SCHEMA)),
        ts(type = "\"newsmark/1\"")
    )]
    pub schema: Cow<'static, str>,
    /// Which newsmark wrote this.
    pub engine: Engine,
    /// What was read.
    pub text: TextInfo,
    /// What is known of the article as a whole.
    pub document: DocumentInfo,
    /// The parts of the text in order, boilerplate included; together they cover every word.
    pub blocks: Vec<Block>,
    /// The sentences of all blocks but boilerplate.
    pub sentences: Vec<Span>,
    /// Whom and what the mentions stand for, in order of first mention.
    pub entities: Vec<Entity>,
    /// Where the entities are named.
    pub mentions: Vec<Mention>,
    /// Expressions of time.
    pub dates: Vec<DateMention>,
    /// Money, shares, measures and counts.
    pub amounts: Vec<Amount>,
    /// What was said, and by whom.
    pub quotes: Vec<Quote>,
    /// The article in numbers, and its key sentences.
    pub summary: Summary,
    /// The dates in the order of the calendar; those without a place there come last.
    pub timeline: Vec<TimelineEntry>,
    /// What a reader should look at twice.
    pub warnings: Vec<Warning>,
}

impl Report {
    /// The index of the first block that ends after `byte`: the one that holds it, if any does.
    pub(crate) fn block_at(&self, byte: usize) -> usize {
        Block::at(&self.blocks, byte)
    }
}

/// Which newsmark wrote a report.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct Engine {
    /// The version of the code.
    pub version: Cow<'static, str>,
    /// The version of the word lists and gazetteers.
    pub data: Cow<'static, str>,
}

/// What was read.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct TextInfo {
    /// What every span of this report counts.
    pub unit: crate::options::Unit,
    /// The length of the text in that unit.
    pub length: u32,
}

/// How sure an annotation is, calibrated: of those marked `sure` at least 95 % are right (speakers:
/// 92 %), of `likely` at least 75 %, `check` is the rest.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema, ts_rs::TS))]
#[serde(rename_all = "lowercase")]
pub enum Certainty {
    /// A reader should look.
    Check,
    /// Right three times in four, or better.
    Likely,
    /// Right nineteen times in twenty, or better.
    Sure,
}

/// Why an annotation was made.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct Why {
    /// The rule: a stable dotted id, listed in [`crate::rules::all`].
    pub rule: Cow<'static, str>,
    /// A short reason for people.
    pub note: Cow<'static, str>,
    /// The words that decided, in the text.
    pub evidence: Vec<Span>,
}

impl Why {
    /// `rule` applied, with no further evidence than the words it matched.
    pub fn rule(rule: &'static crate::rules::Rule) -> Self {
        Self { rule: Cow::Borrowed(rule.id), note: Cow::Borrowed(rule.note), evidence: Vec::new() }
    }

    /// Whether the reader said so: the rule is one of [`crate::corrections::RULES`].
    pub fn is_by_reader(&self) -> bool {
        self.rule.starts_with("reader.")
    }

    /// The same with the words that decided.
    #[must_use]
    pub fn with(mut self, evidence: impl IntoIterator<Item = Span>) -> Self {
        self.evidence.extend(evidence);
        span::in_reading_order(&mut self.evidence, |span| *span);
        self.evidence.dedup();
        self
    }

    /// The same with a reason of its own.
    #[must_use]
    pub fn noting(mut self, note: impl Into<Cow<'static, str>>) -> Self {
        self.note = note.into();
        self
    }
}

/// Something in the text that a reader should look at twice.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct Warning {
    /// Stable: `weekday-mismatch`, `other-language`, `marks-repaired`, `speaker-undecided`, …
    pub code: Cow<'static, str>,
    /// For people.
    pub message: String,
    /// Where.
    pub spans: Vec<Span>,
}
