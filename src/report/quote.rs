//! What was said, and by whom.

use serde::{Deserialize, Serialize};

use super::{Candidate, Certainty, Why};
use crate::span::Span;

/// Something said, written or so called.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema, ts_rs::TS), ts(optional_fields))]
pub struct Quote {
    /// `q1`, `q2`, … in reading order.
    pub id: String,
    /// What kind of quote.
    pub kind: QuoteKind,
    /// At least one piece; marks included; no piece crosses a paragraph. direct, partial: the marked
    /// pieces; mixed: marked and unmarked in order; indirect: unmarked.
    pub content: Vec<Piece>,
    /// The word that says that it was said.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cue: Option<Cue>,
    /// The words that name the speaker.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub source: Option<Source>,
    /// What it was said or written in: `told the BBC`, `wrote on X`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub medium: Option<Span>,
    /// To whom.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub addressee: Option<Span>,
    /// Who said it, where the text decides.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub speaker: Option<Speaker>,
    /// Who may have said it; more than one: the text does not decide.
    pub candidates: Vec<Candidate>,
    /// Parts of one utterance share it.
    pub utterance: String,
    /// The quote that this one stands in.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub parent: Option<String>,
    /// The state of its marks.
    pub marks: Marks,
    /// Words quoted.
    pub words: u32,
    /// How sure span and kind are.
    pub certainty: Certainty,
    /// Why it is marked.
    pub why: Why,
}

/// A piece of a quote.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct Piece {
    /// Where, marks included.
    #[serde(flatten)]
    pub span: Span,
    /// Whether it stands in quotation marks.
    pub marked: bool,
}

/// What kind of quote.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema, ts_rs::TS))]
#[serde(rename_all = "lowercase")]
pub enum QuoteKind {
    /// Speech in marks.
    Direct,
    /// Reported speech without marks.
    Indirect,
    /// Reported speech, partly in marks.
    Mixed,
    /// A few marked words inside reported speech.
    Partial,
    /// A scare quote, a so-called, a foreign word.
    Term,
    /// The title of a work.
    Title,
    /// A nickname.
    Nickname,
    /// A sign, slogan, thought.
    Other,
}

/// The word that says that something was said.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema, ts_rs::TS), ts(optional_fields))]
pub struct Cue {
    /// The words, without auxiliaries.
    pub span: Span,
    /// Dictionary form: `say`.
    pub lemma: String,
    /// What kind of saying.
    pub class: CueClass,
    /// Set when it was not said: `did not say`.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    #[cfg_attr(feature = "schema", ts(optional, type = "true"))]
    pub negated: bool,
    /// Words that take the claim back: `reportedly`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub hedge: Option<Span>,
}

/// What kind of saying.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema, ts_rs::TS))]
#[serde(rename_all = "kebab-case")]
#[allow(missing_docs)]
pub enum CueClass {
    Say,
    Claim,
    Deny,
    Ask,
    Write,
    AccordingTo,
    Other,
}

/// The words that name the speaker.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct Source {
    /// Where.
    pub span: Span,
    /// How the speaker is named.
    pub form: SourceForm,
    /// Set when a continuing quote names the nearest earlier mention of its speaker.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    #[cfg_attr(feature = "schema", ts(optional, type = "true"))]
    pub inherited: bool,
}

/// How a speaker is named.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema, ts_rs::TS))]
#[serde(rename_all = "lowercase")]
#[allow(missing_docs)]
pub enum SourceForm {
    Name,
    Description,
    Pronoun,
    Organisation,
    Document,
    Unnamed,
}

/// Who said it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct Speaker {
    /// Id of the entity.
    pub entity: String,
    /// How sure.
    pub certainty: Certainty,
}

/// The state of a quote's marks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema, ts_rs::TS))]
#[serde(rename_all = "lowercase")]
pub enum Marks {
    /// Opened and closed.
    Ok,
    /// Opened, never closed.
    Unclosed,
    /// Goes on in the next paragraph, which opens again.
    Continued,
    /// Opened and closed by marks of different styles.
    Mismatched,
    /// A mark was missing or too many; the ends are newsmark's guess.
    Repaired,
    /// No marks: indirect speech.
    None,
}
