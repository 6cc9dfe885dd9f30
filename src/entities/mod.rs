//! People, organisations, places, groups, events, products and works.

use crate::{
    options::Options,
    overlap::Family,
    report::{Certainty, Entity, EntityType, Form, Mention, Why},
    rules::Rule,
    span::Span,
    text::Document,
};

/// The rules of this layer.
pub const RULES: &[&Rule] = &[];

/// The version of the gazetteers, as `engine.data` reports it.
pub const DATA_VERSION: &str = "2026-11";

/// A name found in the text, not yet joined to an entity.
#[derive(Clone, Debug)]
pub struct Name {
    /// The words, without possessive and title, in the folded text.
    pub span: Span,
    /// What it is taken for.
    pub entity_type: EntityType,
    /// More closely, where text or gazetteer tell.
    pub subtype: Option<&'static str>,
    /// How it is named.
    pub form: Form,
    /// From the reader's own lexicon: wins over everything it touches.
    pub own: bool,
    /// How sure span and type are.
    pub certainty: Certainty,
    /// Why it is marked.
    pub why: Why,
}

impl Name {
    /// The family it competes in.
    pub fn family(&self) -> Family {
        match self.entity_type {
            _ if self.own => Family::Lexicon,
            EntityType::Event | EntityType::Product | EntityType::Work => Family::Title,
            _ => Family::Name,
        }
    }
}

/// Finds every name, the reader's own first. Overlaps are settled later.
pub fn find(document: &Document, options: &Options) -> Vec<Name> {
    let _ = (document, options);
    Vec::new()
}

/// Joins names to entities, finds their roles, and the descriptions that safely stand for them.
/// Ids (`e1`, `m1`, `r1`, …) count in reading order.
pub fn resolve(
    document: &Document,
    names: Vec<Name>,
    options: &Options,
) -> (Vec<Entity>, Vec<Mention>) {
    let _ = (document, names, options);
    (Vec::new(), Vec::new())
}
