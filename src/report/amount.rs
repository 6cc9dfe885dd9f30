//! Money, shares, measures and counts.

use serde::{Deserialize, Serialize};

use super::{Certainty, Why};
use crate::span::Span;

/// A number in the text that says how much or how many.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(
    feature = "schema",
    derive(schemars::JsonSchema, ts_rs::TS),
    ts(optional_fields, rename_all = "camelCase")
)]
#[serde(rename_all = "camelCase")]
pub struct Amount {
    /// `a1`, `a2`, … in reading order.
    pub id: String,
    /// The words, unit and modifier included.
    pub span: Span,
    /// What it counts.
    pub kind: AmountKind,
    /// The least value; equal to `high` unless a range is given.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub low: Option<f64>,
    /// The greatest value.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub high: Option<f64>,
    /// How the value is modified.
    #[serde(rename = "mod", default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", ts(rename = "mod"))]
    pub modifier: Option<AmountMod>,
    /// ISO 4217, or `ambiguous:$`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub currency: Option<String>,
    /// UCUM.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub unit: Option<String>,
    /// What is counted, in the text.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub item: Option<Span>,
    /// Per what: `year`, `person`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub per: Option<String>,
    /// How sure span and value are.
    pub certainty: Certainty,
    /// Why it is marked.
    pub why: Why,
}

impl Amount {
    /// The same amount where what began at byte `from` begins at byte `to`.
    pub(crate) fn moved(&self, from: usize, to: usize) -> Self {
        let mut moved = self.clone();
        super::spans::amount(&mut moved, &|span| span.moved(from, to));
        moved
    }
}

/// What an amount counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema, ts_rs::TS))]
#[serde(rename_all = "lowercase")]
#[allow(missing_docs)]
pub enum AmountKind {
    Money,
    Percent,
    Quantity,
    Cardinal,
    Ordinal,
    Age,
}

/// How an amount is modified.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema, ts_rs::TS))]
#[serde(rename_all = "kebab-case")]
#[allow(missing_docs)]
pub enum AmountMod {
    About,
    MoreThan,
    LessThan,
    AtLeast,
    AtMost,
}
