//! Places: by the kind of place in the name or beside it, by a country behind it, by `in`.

use super::{candidates::Candidate, gazetteer::Kinds, lists, organisation, reading::Reading};
use crate::{
    report::{Certainty, EntityType},
    rules::Rule,
    text::Case,
};

/// A name that holds a word for places.
pub static HEAD: Rule = Rule {
    id: "place.head",
    note: "the name holds a word for a place",
    hits: &[
        "The fire reached ⟦Ostrel Street⟧ at noon.",
        "A plane from ⟦Velmar Airport⟧ sank in ⟦Lake Orrin⟧ today.",
        "The ⟦Gulf of Sennar⟧ froze over.",
    ],
    misses: &["The street was empty at noon.", "A lake near the port froze."],
}
.lean();

/// A name before `region`, `province`, `island`, …
pub static KIND: Rule = Rule {
    id: "place.kind",
    note: "a word for a region follows the name",
    hits: &["Rain fell in ⟦Tolvarsk⟧ region.", "They hold the ⟦Umbrel⟧ valley."],
    misses: &["Rain fell in the whole region.", "Each valley has a name."],
}
.lean();

/// A name with a place behind a comma.
pub static WITHIN: Rule = Rule {
    id: "place.within",
    note: "the place it lies in follows behind a comma",
    hits: &["He was born in ⟦Quelmsby⟧, Ohio, in May.", "The mill at ⟦Orsteth⟧, Norway, shut."],
    misses: &["In the morning, Norway woke up.", "At the end, Ohio won."],
}
.lean();

/// An unknown name after `in`, `near`, …
pub static AFTER: Rule = Rule {
    id: "place.after",
    note: "an unknown name after a preposition of place",
    hits: &["Troops stayed in ⟦Orvelka⟧ all night.", "Shots were heard near ⟦Brustel⟧ again."],
    misses: &["Troops stayed in barracks all night.", "It rained in March and in May."],
}
.lean();

/// Proposes places in every run of capitals.
pub fn find(reading: &Reading<'_>, runs: &[(usize, usize)], found: &mut Vec<Candidate>) {
    for &(from, end) in runs {
        let start = if reading.is_mere_opening(from) { from + 1 } else { from };
        if start < end {
            of_phrase(reading, start, end, found);
            head(reading, start, end, found);
            beside(reading, start, end, found);
        }
    }
}

/// `Gulf of Sennar`.
fn of_phrase(reading: &Reading<'_>, from: usize, end: usize, found: &mut Vec<Candidate>) {
    let last = end - 1;
    if reading.is(last, lists::PLACE_OF)
        && reading.words.get(end).is_some_and(|w| w.text == "of")
        && let Some(stop) = organisation::complement(reading, end)
    {
        found.push(
            Candidate::new((from, stop), EntityType::Place, &HEAD, 83).subtype(Some("region")),
        );
    }
}

/// `Ostrel Street`, `Lake Orrin`.
fn head(reading: &Reading<'_>, from: usize, end: usize, found: &mut Vec<Candidate>) {
    if let Some(last) = (from + 1..end).rev().find(|&at| {
        reading.words[at].capital && !reading.words[at].first && reading.is(at, lists::PLACES)
    }) {
        let loud = reading.words[last].loud && reading.words[from].common;
        if !loud && !reading.words[from..last].iter().all(|w| w.role) {
            found.push(
                Candidate::new((from, last + 1), EntityType::Place, &HEAD, 84)
                    .subtype(Some(subtype(&reading.lower(last)))),
            );
            return;
        }
    }
    for at in from..end - 1 {
        let next = at + 1;
        let first = reading.is(at, lists::PLACE_FIRST);
        let direction = reading.is(at, lists::DIRECTIONS);
        if !(first || direction) || !reading.words[next].capital || reading.words[next].loud {
            continue;
        }
        let place =
            reading.words[next].matches.name.is_some_and(|(_, e)| e.kinds.has(Kinds::PLACE));
        let unknown = !reading.words[next].common && !reading.words[next].may_be(Kinds::GIVEN);
        if (first && unknown && next + 1 == end) || (direction && place) {
            let len = reading.words[next].matches.name.map_or(1, |(len, _)| len);
            found.push(
                Candidate::new((at, next + len), EntityType::Place, &HEAD, 82)
                    .subtype(Some(if first { "feature" } else { "region" })),
            );
            return;
        }
    }
}

/// The kind of place that a word like `bridge` or `province` names.
pub fn subtype(word: &str) -> &'static str {
    if lists::has(lists::FACILITIES, word) {
        "facility"
    } else if lists::has(lists::REGIONS, word) {
        "region"
    } else if matches!(word, "city" | "town" | "township" | "village") {
        "city"
    } else {
        "feature"
    }
}

/// Names that are places by what stands beside them.
fn beside(reading: &Reading<'_>, from: usize, end: usize, found: &mut Vec<Candidate>) {
    let mut start = from;
    while start < end && reading.words[start].role {
        start += 1;
    }
    if start >= end || reading.words[start..end].iter().any(|w| w.role || w.loud) {
        return;
    }
    let next = reading.words.get(end);
    let groups = reading.words[start].matches.name.is_some_and(|(_, e)| e.kinds.has(Kinds::GROUP));
    if next.is_some_and(|w| !w.glued)
        && reading.is(end, lists::REGION_NOUNS)
        && !groups
        && is_new(reading, start, end)
    {
        found.push(
            Candidate::new((start, end), EntityType::Place, &KIND, 57)
                .subtype(Some(subtype(&reading.lower(end))))
                .because(end, end + 1),
        );
        return;
    }
    if !is_new(reading, start, end) || end - start > 3 {
        return;
    }
    let behind = next.is_some_and(|w| w.text == ",")
        && reading.words.get(end + 1).is_some_and(|w| {
            w.matches.name.is_some_and(|(_, e)| {
                e.kinds.has(Kinds::PLACE) && matches!(e.subtype(), Some("country" | "region"))
            })
        });
    let preposition =
        start > 0 && reading.is(start - 1, lists::PLACE_PREPOSITIONS) && start == from;
    if behind && (preposition || end - start == 1) {
        found.push(
            Candidate::new((start, end), EntityType::Place, &WITHIN, 62)
                .subtype(Some("city"))
                .because(end + 1, end + 2),
        );
    } else if preposition
        && end - start == 1
        && !matches!(reading.words[start - 1].text, "to" | "from" | "at" | "To" | "From" | "At")
    {
        found.push(
            Candidate::new((start, end), EntityType::Place, &AFTER, 41)
                .certainty(Certainty::Check)
                .because(start - 1, start),
        );
    }
}

/// Whether the words are known for nothing and are no common words.
fn is_new(reading: &Reading<'_>, from: usize, end: usize) -> bool {
    let word = &reading.words[from];
    !word.common
        && !word.first
        && word.token.case != Case::Upper
        && !word.may_be(Kinds::GROUP | Kinds::ORGANISATION)
        && !matches!(&*reading.lower(from), "march" | "may")
        && reading.words[from..end].iter().all(|w| !w.common || !w.is_word())
}
