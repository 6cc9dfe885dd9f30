//! Expressions of time.

use serde::{Deserialize, Serialize};

use super::{Certainty, Why};
use crate::span::Span;

/// An expression of time in the text, with its value.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema, ts_rs::TS), ts(optional_fields))]
pub struct DateMention {
    /// `d1`, `d2`, … in reading order.
    pub id: String,
    /// The words.
    pub span: Span,
    /// The TIMEX3 value.
    pub timex: Timex,
    /// The value in the Extended Date/Time Format, where that can say it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub edtf: Option<String>,
    /// First day covered, ISO 8601.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub earliest: Option<String>,
    /// Last day covered, ISO 8601, inclusive.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub latest: Option<String>,
    /// What the text did not say.
    pub assumed: Vec<Assumed>,
    /// Other readings.
    pub alternatives: Vec<Alternative>,
    /// How sure span and value are.
    pub certainty: Certainty,
    /// Why it is marked.
    pub why: Why,
}

/// The attributes of a TIMEX3 element. Points are `t0` (publication) or the id of a date.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(
    feature = "schema",
    derive(schemars::JsonSchema, ts_rs::TS),
    ts(optional_fields, rename_all = "camelCase")
)]
#[serde(rename_all = "camelCase")]
pub struct Timex {
    /// The kind of time.
    #[serde(rename = "type")]
    #[cfg_attr(feature = "schema", ts(rename = "type"))]
    pub timex_type: TimexType,
    /// ISO 8601 with TIMEX3's extensions: `2021-W39`, `P3Y`, `XXXX-09-12`, `PAST_REF`.
    pub value: String,
    /// How the value is modified.
    #[serde(rename = "mod", default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", ts(rename = "mod"))]
    pub modifier: Option<TimexMod>,
    /// For sets: `EVERY`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub quant: Option<String>,
    /// For sets: `2X`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub freq: Option<String>,
    /// The date that this one is counted from.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub anchor: Option<String>,
    /// Where a duration begins.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub begin_point: Option<String>,
    /// Where a duration ends.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub end_point: Option<String>,
}

/// The kinds of time that TIMEX3 knows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema, ts_rs::TS))]
#[serde(rename_all = "UPPERCASE")]
pub enum TimexType {
    /// A day or something longer, placed on the calendar.
    Date,
    /// A part of a day.
    Time,
    /// A length.
    Duration,
    /// Something that recurs.
    Set,
}

/// The modifiers that TIMEX3 knows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema, ts_rs::TS))]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
#[allow(missing_docs)]
pub enum TimexMod {
    Before,
    After,
    OnOrBefore,
    OnOrAfter,
    LessThan,
    MoreThan,
    EqualOrLess,
    EqualOrMore,
    Start,
    Mid,
    End,
    Approx,
}

/// What the text did not say and newsmark assumed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema, ts_rs::TS))]
#[serde(rename_all = "lowercase")]
#[allow(missing_docs)]
pub enum Assumed {
    Year,
    Month,
    Week,
    Direction,
    Century,
}

/// Another reading of a date.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct Alternative {
    /// Its TIMEX3 value.
    pub value: String,
    /// What speaks for it.
    pub why: Why,
}

/// A date on the timeline.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct TimelineEntry {
    /// The TIMEX3 value.
    pub value: String,
    /// First day covered, ISO 8601; empty when not placed.
    pub earliest: String,
    /// Last day covered, ISO 8601, inclusive; empty when not placed.
    pub latest: String,
    /// Id of the [`DateMention`].
    pub date: String,
    /// Index of the sentence that it stands in.
    pub sentence: u32,
    /// Whether it has a place on the calendar.
    pub placed: bool,
}
