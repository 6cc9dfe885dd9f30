//! People, organisations, places, groups, events, products and works.
//!
//! `find` proposes names by gazetteer, titles, shape and neighbours, each with a weight; the
//! weightiest stand. A second pass uses what the first has learnt of the article. `resolve` joins
//! the names to entities and gives them their roles.

pub mod candidates;
mod employer;
pub mod gazetteer;
mod knowledge;
mod known;
mod lexicon;
mod lists;
mod memory;
pub mod merge;
mod organisation;
mod person;
mod place;
mod product;
mod reading;
mod repeat;
mod resolve;
mod single;
pub mod tagger;
mod team;
mod titled_things;
mod titles;

use crate::{
    options::Options,
    overlap::Family,
    report::{Certainty, Entity, EntityType, Form, Mention, Why},
    rules::Rule,
    span::Span,
    text::Document,
};
use candidates::Candidate;
pub use knowledge::{BadKnowledge, Knowledge};
pub(crate) use memory::Memory;
use memory::Proposals;
pub use reading::Reading;
pub(crate) use resolve::{best_form, number_roles, same_role};
use tagger::Model;

/// The rules of this layer.
pub const RULES: &[&Rule] = &[
    &person::TITLED,
    &person::FULL,
    &person::FAMILY_FIRST,
    &person::SHAPED,
    &repeat::SURNAME,
    &organisation::HEAD,
    &organisation::OF,
    &single::LETTERS,
    &single::INSTITUTION,
    &single::PAPER,
    &employer::STAFF,
    &employer::CALLED,
    &employer::OWNED,
    &employer::BRANCH,
    &team::SCORE,
    &team::RESULT,
    &team::CLUB,
    &repeat::DEFINED,
    &known::PLACE,
    &known::ORGANISATION,
    &known::GROUP,
    &known::THING,
    &place::HEAD,
    &place::KIND,
    &place::WITHIN,
    &place::AFTER,
    &product::MODEL,
    &titled_things::EVENT,
    &titled_things::WORK,
    &titled_things::QUOTED,
    &repeat::AGAIN,
    &resolve::DESCRIBED,
];

/// Rules that no text alone shows at work: own names need options, what the tagger sees needs its
/// weights (`tests/tagger.rs`), and that a short name fits is a reason for a candidate.
pub const WITHOUT_EXAMPLES: &[&Rule] = &[&lexicon::OWN, &merge::TAGGED, &resolve::FITS];

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

/// Finds every name of an English article, the reader's own first. Overlaps are settled later.
pub fn find(reading: &Reading<'_>, model: Option<&Model>, options: &Options) -> Vec<Name> {
    find_after(&mut Memory::default(), reading, model, options)
}

/// The same with what `memory` holds of the blocks that stood in the document before.
pub(crate) fn find_after(
    memory: &mut Memory,
    reading: &Reading<'_>,
    model: Option<&Model>,
    options: &Options,
) -> Vec<Name> {
    let mut names = own(reading.document, options);
    let mut found = propose_after(memory, reading);
    if let Some(model) = model {
        found = merge::find_after(memory, reading, model, found);
    }
    names.extend(found.iter().filter_map(|c| c.name(reading)));
    let ignored = lexicon::ignored(options);
    let words = |n: &Name| n.span.of(reading.document.text()).to_lowercase();
    names.retain(|n| ignored.is_empty() || !ignored.contains(&words(n)));
    names
}

/// Finds the reader's own names, in any language.
pub fn own(document: &Document, options: &Options) -> Vec<Name> {
    let ignored = lexicon::ignored(options);
    let mut names = lexicon::find(document, options);
    names.retain(|n| !ignored.contains(&n.span.of(document.text()).to_lowercase()));
    names
}

/// What stands of all the rules' proposals, in two passes.
pub fn propose(reading: &Reading<'_>) -> Vec<Candidate> {
    propose_after(&mut Memory::default(), reading)
}

fn propose_after(memory: &mut Memory, reading: &Reading<'_>) -> Vec<Candidate> {
    let (mut runs, mut in_blocks) = (Vec::new(), Vec::new());
    for (i, block) in memory.of(reading.document).iter_mut().enumerate() {
        let tokens = reading.block(i);
        let usage = reading.usage(tokens.clone());
        if block.proposals.usage.as_ref() != Some(&usage) {
            let part = reading.document.part(i);
            block.proposals = propose_in(&reading.part(&part, tokens.clone()));
            block.proposals.usage = Some(usage);
        }
        let (own, by) = (&block.proposals, tokens.start);
        runs.extend(own.runs.iter().map(|run| (run.0 + by, run.1 + by)));
        in_blocks.extend(own.found.iter().map(|c| c.moved(by)));
    }
    let mut found = Vec::new();
    team::find(reading, &runs, &mut found);
    found.extend(in_blocks);
    let mut settled = candidates::settle(found, reading.words.len());
    let mut more = Vec::new();
    repeat::define(reading, &settled, &mut more);
    settled.extend(more);
    let settled = candidates::settle(settled, reading.words.len());
    let mut again = settled.clone();
    repeat::find(reading, &settled, &mut again);
    let mut settled = candidates::settle(again, reading.words.len());
    single::with_article(reading, &mut settled);
    settled
}

/// What the rules propose in a block alone.
fn propose_in(reading: &Reading<'_>) -> Proposals {
    let (runs, mut found) = (reading.runs(), Vec::new());
    employer::find(reading, &runs, &mut found);
    person::find(reading, &runs, &mut found);
    organisation::find(reading, &runs, &mut found);
    single::find(reading, &runs, &mut found);
    place::find(reading, &runs, &mut found);
    titled_things::find(reading, &runs, &mut found);
    product::find(reading, &mut found);
    known::find(reading, &mut found);
    Proposals { usage: None, runs, found }
}

/// Joins names to entities, finds their roles, and the descriptions that safely stand for them.
/// Ids (`e1`, `m1`, `r1`, …) count in reading order.
pub fn resolve(
    reading: &Reading<'_>,
    names: Vec<Name>,
    options: &Options,
) -> (Vec<Entity>, Vec<Mention>) {
    resolve::resolve(reading, names, options)
}
