//! The names that stand when the tagger has read the article too: what it sees, with the reasons and
//! details that the rules know, and what only the rules can know.

use std::collections::BTreeSet;

use super::{
    Memory,
    candidates::{self, Candidate},
    gazetteer::{self, Kinds},
    lists, organisation, place,
    reading::Reading,
    repeat,
    tagger::{self, Class, Model, Tagged},
    titled_things,
};
use crate::{
    report::{EntityType, Form},
    rules::Rule,
    text::Case,
};

/// What the weights see and no row explains.
pub static TAGGED: Rule = Rule {
    id: "name.tagged",
    note: "reads like such a name: learnt from annotated articles",
    hits: &[],
    misses: &[],
}
.lean();

/// What the tagger sees stands above every proposal of the rules.
const WEIGHT: u8 = 90;

/// The most words in a name: what runs on is a list or no text at all.
const LONGEST: usize = 40;

/// The names that stand.
pub fn find(reading: &Reading<'_>, model: &Model, rules: Vec<Candidate>) -> Vec<Candidate> {
    find_after(&mut Memory::default(), reading, model, rules)
}

/// The same with what `memory` holds of the blocks that stood in the document before.
pub(super) fn find_after(
    memory: &mut Memory,
    reading: &Reading<'_>,
    model: &Model,
    rules: Vec<Candidate>,
) -> Vec<Candidate> {
    let mut tagged = tagger::tag_after(memory, reading, model, &rules);
    let mut doubted = BTreeSet::new();
    tagged.retain(|name| name.end - name.from <= LONGEST);
    let mut tagged: Vec<Tagged> =
        tagged.into_iter().flat_map(|name| countries(reading, name)).collect();
    tagged.retain(|name| {
        let stays = name.class != Class::Group || is_group(reading, name, &rules);
        if !stays {
            doubted.insert(name.from);
        }
        stays
    });
    let mut taken = vec![false; reading.words.len()];
    for name in &tagged {
        taken[name.from..name.end].fill(true);
    }
    let mut names: Vec<Candidate> =
        tagged.iter().map(|name| candidate(reading, model, name, &rules)).collect();
    let free = |c: &Candidate| !taken[c.from..c.end].contains(&true);
    names.extend(rules.into_iter().filter(|c| free(c) && (stands(c) || doubted.contains(&c.from))));
    let mut more = Vec::new();
    repeat::define(reading, &names, &mut more);
    names.extend(more);
    short_forms(reading, &mut names);
    candidates::settle(names, reading.words.len())
}

/// The two places of `Japan-North Korea`, which is no name of its own; else the name.
fn countries(reading: &Reading<'_>, name: Tagged) -> Vec<Tagged> {
    let is_country = |from, end| {
        from < end && gazetteer::entry(reading.text(from, end)).subtype() == Some("country")
    };
    let pair = (name.from..name.end).find(|&at| {
        reading.words[at].is_hyphen() && is_country(name.from, at) && is_country(at + 1, name.end)
    });
    let Some(at) = pair else { return vec![name] };
    let place = Tagged { class: Class::Place, ..name };
    vec![Tagged { end: at, ..place }, Tagged { from: at + 1, ..place }]
}

/// Whether anything besides the weights speaks for a nationality, religion or political direction:
/// there are no new ones, and few sets mark them, so that the weights take odd names for them.
fn is_group(reading: &Reading<'_>, name: &Tagged, rules: &[Candidate]) -> bool {
    let words = &reading.words[name.from..name.end];
    let known =
        words.iter().any(|w| w.may_be(Kinds::GROUP) || w.matches.hint.kinds.has(Kinds::GROUP));
    let formed = words.last().is_some_and(|w| {
        let word = w.text.trim_end_matches('s');
        DEMONYM_ENDS.iter().any(|end| word.len() > end.len() + 3 && word.ends_with(end))
    });
    known || formed || proposed(rules, name).is_some()
}

/// How names of peoples and beliefs end.
const DEMONYM_ENDS: [&str; 11] =
    ["ian", "ean", "can", "ese", "ish", "ist", "ite", "crat", "lim", "wan", "ric"];

/// Whether a proposal stands that the tagger does not see: the text itself says what it is.
fn stands(candidate: &Candidate) -> bool {
    [&repeat::DEFINED, &titled_things::QUOTED]
        .iter()
        .any(|rule| std::ptr::eq(*rule, candidate.rule))
}

/// The rules' proposal of the same words as the same type. `rules` is in reading order.
pub fn proposed<'c>(rules: &'c [Candidate], name: &Tagged) -> Option<&'c Candidate> {
    let first = rules.partition_point(|c| c.from < name.from);
    let same = rules.get(first).filter(|c| (c.from, c.end) == (name.from, name.end));
    same.filter(|c| c.entity_type == name.class.entity_type())
}

/// What the tagger sees, with what the rules know of the same words.
fn candidate(
    reading: &Reading<'_>,
    model: &Model,
    name: &Tagged,
    rules: &[Candidate],
) -> Candidate {
    let known = gazetteer::entry(reading.text(name.from, name.end));
    let name = &match name.class {
        // A country that acts is a country: who acts for it is told apart later (`resolve::government`).
        Class::Organisation if known.subtype() == Some("country") => {
            Tagged { class: Class::Place, ..*name }
        }
        _ => *name,
    };
    let agrees = proposed(rules, name);
    let certainty = model.certainty(name.class, name.margin, agrees.is_some());
    if let Some(rule) = agrees {
        let mut both = rule.clone().certainty(certainty);
        both.weight = WEIGHT;
        return both;
    }
    let entity_type = name.class.entity_type();
    let range = (name.from, name.end);
    let acronym = name.end - name.from == 1
        && reading.words[name.from].token.case == Case::Upper
        && reading.words[name.from].text.chars().count() > 1
        && entity_type == EntityType::Organisation;
    Candidate::new(range, entity_type, &TAGGED, WEIGHT)
        .subtype(subtype(reading, name))
        .form(if acronym { Form::Acronym } else { Form::Name })
        .certainty(certainty)
}

/// More closely, by the gazetteers or the words of the name.
fn subtype(reading: &Reading<'_>, name: &Tagged) -> Option<&'static str> {
    let entity_type = name.class.entity_type();
    let known = gazetteer::entry(reading.text(name.from, name.end));
    let last = reading.lower(name.end - 1);
    if name.class == Class::Facility {
        return Some("facility");
    }
    if known.kinds.entity_type() == Some(entity_type) && known.subtype().is_some() {
        return known.subtype();
    }
    match entity_type {
        EntityType::Organisation => {
            organisation::subtype(&last, lists::has(lists::COMPANY_FORMS, &last))
        }
        EntityType::Place if lists::has(lists::PLACES, &last) => Some(place::subtype(&last)),
        _ => None,
    }
}

/// A person called by one word of a name that the article has in full.
fn short_forms(reading: &Reading<'_>, names: &mut [Candidate]) {
    let person = |c: &Candidate| c.entity_type == EntityType::Person;
    let mut full: BTreeSet<&str> = BTreeSet::new();
    for c in names.iter().filter(|c| person(c) && c.end - c.from > 1) {
        full.extend(reading.words[c.from..c.end].iter().map(|w| w.text));
    }
    for c in names.iter_mut().filter(|c| person(c) && c.form == Form::Name && c.end - c.from == 1) {
        if full.contains(reading.words[c.from].text) {
            c.form = Form::Short;
        }
    }
}
