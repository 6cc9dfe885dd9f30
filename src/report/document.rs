//! The article as a whole, and its parts.

use serde::{Deserialize, Serialize};

use super::Why;
use crate::span::Span;

/// What is known of the article as a whole.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(
    feature = "schema",
    derive(schemars::JsonSchema, ts_rs::TS),
    ts(optional_fields, rename_all = "camelCase")
)]
#[serde(rename_all = "camelCase")]
pub struct DocumentInfo {
    /// ISO 639-1 code, `en` when the recognisers of names ran; `und` when there is too little text.
    pub language: String,
    /// The headline.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub headline: Option<Span>,
    /// Who wrote it, as the article says.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub byline: Option<Span>,
    /// Where and when it was filed: `KYIV, March 3`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub dateline: Option<Span>,
    /// The agency or paper that it names as its source.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub source: Option<Span>,
    /// The publication date.
    pub published: Published,
}

/// The publication date, and where it comes from.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema, ts_rs::TS), ts(optional_fields))]
pub struct Published {
    /// ISO 8601 day; left out when it is not known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub value: Option<String>,
    /// Where the value comes from.
    pub from: Found,
    /// Where it stands in the text.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub span: Option<Span>,
    /// Days that fit what the text says, best first, when it does not say one.
    pub candidates: Vec<PublishedCandidate>,
}

/// Where the publication date comes from.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema, ts_rs::TS))]
#[serde(rename_all = "lowercase")]
pub enum Found {
    /// The reader gave it.
    Given,
    /// The text states it.
    Found,
    /// Only one day fits the weekdays, days of the month and years in the text.
    Solved,
    /// Unknown.
    #[default]
    None,
}

/// A day that fits what the text says.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct PublishedCandidate {
    /// ISO 8601 day.
    pub value: String,
    /// What it fits.
    pub why: Why,
}

/// A part of the text.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema, ts_rs::TS), ts(optional_fields))]
pub struct Block {
    /// What part it plays.
    pub kind: BlockKind,
    /// Where it stands.
    pub span: Span,
    /// Why it is taken for that, where that may surprise; always there for boilerplate.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub why: Option<Why>,
}

impl Block {
    /// The index of the first of `blocks`, in order, that ends after `byte`: the one that holds it, if
    /// any does.
    pub(crate) fn at(blocks: &[Self], byte: usize) -> usize {
        blocks.partition_point(|block| block.span.end() <= byte)
    }
}

/// What part a block plays in the article.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema, ts_rs::TS))]
#[serde(rename_all = "lowercase")]
pub enum BlockKind {
    /// The article's title.
    Headline,
    /// A title inside the article.
    Subheading,
    /// Who wrote it.
    Byline,
    /// Where and when it was filed, on a line of its own.
    Dateline,
    /// Running text.
    Paragraph,
    /// The words under a picture.
    Caption,
    /// An item of a list.
    List,
    /// Not part of the article: menus, adverts, forms. Nothing in it is annotated.
    Boilerplate,
}
