//! Entities and their mentions.

use std::borrow::Cow;

use serde::{Deserialize, Serialize};

use super::{Certainty, Why};
use crate::span::Span;

/// Someone or something that the article names.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema, ts_rs::TS), ts(optional_fields))]
pub struct Entity {
    /// `e1`, `e2`, … in order of first mention.
    pub id: String,
    /// What it is.
    #[serde(rename = "type")]
    pub entity_type: EntityType,
    /// More closely: government, company, party, country, city, facility, nationality, weapon, …
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub subtype: Option<Cow<'static, str>>,
    /// The best full form in the text, possessive and title removed.
    pub name: String,
    /// Other forms in the text.
    pub aliases: Vec<String>,
    /// Ids of its mentions.
    pub mentions: Vec<String>,
    /// How many.
    pub count: u32,
    /// Offices and occupations.
    pub roles: Vec<Role>,
    /// ISO 3166-1 alpha-2 for countries, nationalities, and cities where sure.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub country: Option<String>,
    /// How sure the name and type are.
    pub certainty: Certainty,
}

/// What an entity is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema, ts_rs::TS))]
#[serde(rename_all = "lowercase")]
pub enum EntityType {
    /// A human being.
    Person,
    /// A government, company, party, team, paper, …
    Organisation,
    /// A country, region, city, facility or feature of the land.
    Place,
    /// A nationality, religion or political direction.
    Group,
    /// A named happening.
    Event,
    /// A weapon, vehicle, device, drug, software.
    Product,
    /// A book, film, law, treaty, court case.
    Work,
}

impl EntityType {
    /// All, in the order that pages list them.
    pub const ALL: [Self; 7] = [
        Self::Person,
        Self::Organisation,
        Self::Place,
        Self::Group,
        Self::Event,
        Self::Product,
        Self::Work,
    ];

    /// The name on the wire.
    pub fn name(self) -> &'static str {
        match self {
            Self::Person => "person",
            Self::Organisation => "organisation",
            Self::Place => "place",
            Self::Group => "group",
            Self::Event => "event",
            Self::Product => "product",
            Self::Work => "work",
        }
    }

    /// The type with that name on the wire.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|t| t.name() == name)
    }
}

/// An office or occupation that the article gives someone.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema, ts_rs::TS), ts(optional_fields))]
pub struct Role {
    /// `r1`, `r2`, … in reading order.
    pub id: String,
    /// The words: `Prime Minister`.
    pub title: String,
    /// The entity whose office it is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub of: Option<String>,
    /// Whether it is held at the time of the article.
    pub when: RoleTime,
    /// Where it stands.
    pub span: Span,
}

/// When an office is held.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema, ts_rs::TS))]
#[serde(rename_all = "lowercase")]
pub enum RoleTime {
    /// At the time of the article.
    Current,
    /// At the time of what is told: `then-`.
    Then,
    /// No longer.
    Former,
    /// In place of the holder.
    Acting,
    /// Not yet: `-elect`, designate.
    Elect,
    /// Second to the holder.
    Deputy,
}

/// A place in the text where an entity is named.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(
    feature = "schema",
    derive(schemars::JsonSchema, ts_rs::TS),
    ts(optional_fields, rename_all = "camelCase")
)]
#[serde(rename_all = "camelCase")]
pub struct Mention {
    /// `m1`, `m2`, … in reading order.
    pub id: String,
    /// The words, without possessive and title.
    pub span: Span,
    /// The entity; left out when the text does not decide, and then `candidates` has two or more.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub entity: Option<String>,
    /// Whom it may mean, when the text does not decide.
    pub candidates: Vec<Candidate>,
    /// `government` for a capital or house that stands for one: Tokyo, the Kremlin.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub acts_as: Option<Cow<'static, str>>,
    /// How the entity is named.
    pub form: Form,
    /// What it is.
    #[serde(rename = "type")]
    #[cfg_attr(feature = "schema", ts(rename = "type"))]
    pub entity_type: EntityType,
    /// How sure span and type are.
    pub certainty: Certainty,
    /// Why it is marked.
    pub why: Why,
}

/// An entity that may be meant.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct Candidate {
    /// Its id.
    pub entity: String,
    /// What speaks for it.
    pub why: Why,
}

/// How an entity is named.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema, ts_rs::TS))]
#[serde(rename_all = "lowercase")]
pub enum Form {
    /// In full.
    Name,
    /// By part of the name.
    Short,
    /// By initials.
    Acronym,
    /// By a noun: the Russian leader.
    Description,
    /// By a pronoun.
    Pronoun,
}

impl Form {
    /// Whether it names the entity, rather than describing it or pointing to it.
    pub fn is_name(self) -> bool {
        matches!(self, Self::Name | Self::Short | Self::Acronym)
    }
}
