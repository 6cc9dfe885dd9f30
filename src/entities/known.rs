//! Names that the gazetteers know, where the text does not speak against them.

use super::{
    candidates::Candidate,
    gazetteer::{Entry, Kinds},
    lists, product,
    reading::Reading,
};
use crate::{
    report::{Certainty, EntityType, Form},
    rules::Rule,
    text::Case,
};

/// A place in the gazetteers.
pub static PLACE: Rule = Rule {
    id: "place.known",
    note: "a place in the gazetteers",
    hits: &[
        "The ship left ⟦Lisbon⟧ for ⟦South Korea⟧ at dawn.",
        "Talks with the ⟦U.S.⟧ and ⟦N. Korea⟧ go on.",
        "She lived in ⟦Reading⟧ as a girl.",
    ],
    misses: &[
        "We ate turkey and read for us all.",
        "It was nice to meet a man of split mind.",
        "She liked Reading as a girl.",
    ],
}
.lean();

/// An organisation in the gazetteers.
pub static ORGANISATION: Rule = Rule {
    id: "organisation.known",
    note: "an organisation in the gazetteers",
    hits: &["The ⟦WHO⟧ and ⟦NATO⟧ replied.", "It sued ⟦Samsung Electronics⟧ for damages."],
    misses: &["The man who spoke was tall.", "An apple fell on the target."],
}
.lean();

/// A nationality, religion or political direction.
pub static GROUP: Rule = Rule {
    id: "group.known",
    note: "a nationality, religion or political direction",
    hits: &[
        "The ⟦Russian⟧ president met ⟦Ukrainians⟧ there.",
        "A ⟦Japanese⟧ alliance of ⟦Catholics⟧ and ⟦Sunni⟧ tribes.",
    ],
    misses: &["They polish the floor each day.", "The democratic vote was orthodox."],
}
.lean();

/// An event, product or work in the gazetteers.
pub static THING: Rule = Rule {
    id: "thing.known",
    note: "an event, product or work in the gazetteers",
    hits: &["He fought in ⟦World War II⟧ at sea.", "They fired ⟦Grad⟧ rockets at dawn."],
    misses: &["She would grad in June.", "An arrow hit the challenger."],
}
.lean();

/// Proposes every typed match of the gazetteers.
pub fn find(reading: &Reading<'_>, found: &mut Vec<Candidate>) {
    for at in 0..reading.words.len() {
        let Some((len, entry)) = reading.words[at].matches.name else { continue };
        if fits(reading, at, len, entry)
            && let Some(entity_type) = entry.kinds.entity_type()
        {
            found.push(candidate(reading, (at, at + len), entity_type, entry));
        }
    }
}

fn candidate(
    reading: &Reading<'_>,
    range: (usize, usize),
    entity_type: EntityType,
    entry: Entry,
) -> Candidate {
    let rule = match entity_type {
        EntityType::Place => &PLACE,
        EntityType::Organisation => &ORGANISATION,
        EntityType::Group => &GROUP,
        _ => &THING,
    };
    let major = entry.kinds.has(Kinds::MAJOR);
    let words = (range.0..range.1).filter(|&i| reading.words[i].is_word()).count();
    let doubtful = words == 1 && (entry.kinds.is_person() || reading.words[range.0].common);
    let weight = match (words > 1, major, doubtful) {
        (true, ..) => 84,
        (_, true, false) => 68,
        (_, true, true) => 64,
        (_, false, false) => 58,
        (_, false, true) => 46,
    };
    let certainty = match (doubtful, major) {
        (false, true) => Certainty::Sure,
        (true, false) => Certainty::Check,
        _ => Certainty::Likely,
    };
    let acronym = words == 1 && reading.words[range.0].token.case == Case::Upper;
    let form = if acronym { Form::Acronym } else { Form::Name };
    Candidate::new(range, entity_type, rule, weight)
        .subtype(entry.subtype())
        .certainty(certainty)
        .form(form)
}

/// Whether look and neighbours allow the reading.
fn fits(reading: &Reading<'_>, at: usize, len: usize, entry: Entry) -> bool {
    let word = &reading.words[at];
    let words: Vec<_> = (at..at + len).filter(|&i| reading.words[i].is_word()).collect();
    let Some(&last) = words.last() else { return false };
    if entry.kinds.has(Kinds::CAPITALS) {
        if word.common && super::single::shouted(reading, at) {
            return false;
        }
        let shouted = words.iter().any(|&i| reading.words[i].token.case != Case::Upper);
        if shouted && !reading.words[at].text.contains('.') {
            return false;
        }
    }
    let capitals = words.iter().all(|&i| {
        let w = &reading.words[i];
        w.capital
            || w.token.case == Case::Mixed(false)
            || (w.text.len() <= 4 && i != last)
            || i != at && i != last
    });
    if !capitals || !(word.capital || word.token.case == Case::Mixed(false) || words.len() > 1) {
        return false;
    }
    if words.len() > 1 {
        return !(word.loud && words.iter().all(|&i| reading.words[i].common))
            || entry.kinds.has(Kinds::MAJOR);
    }
    single(reading, at, entry)
}

/// Whether one word that the gazetteers know is that name here.
fn single(reading: &Reading<'_>, at: usize, entry: Entry) -> bool {
    let word = &reading.words[at];
    let major = entry.kinds.has(Kinds::MAJOR);
    let kind = entry.kinds.entity_type();
    if word.role || reading.is(at, lists::NEVER) {
        return false;
    }
    if reading.in_lower_case(word.text)
        && !entry.kinds.has(Kinds::CAPITALS)
        && kind != Some(EntityType::Group)
    {
        return false;
    }
    if kind == Some(EntityType::Product) && (word.common || entry.kinds.is_person()) {
        return product::in_context(reading, at, at + 1);
    }
    let vague = word.common && !entry.kinds.has(Kinds::CAPITALS);
    if vague && (word.first || word.loud) {
        return major && matches!(entry.subtype(), Some("country" | "nationality")) && !word.loud;
    }
    if vague && !major {
        return at > 0
            && reading.is(at - 1, lists::PLACE_PREPOSITIONS)
            && kind == Some(EntityType::Place);
    }
    // A small town's name that is also a person's needs a preposition.
    if !major && entry.kinds.is_person() {
        return at > 0 && reading.is(at - 1, lists::PLACE_PREPOSITIONS);
    }
    !(word.loud && word.common && !major)
}
