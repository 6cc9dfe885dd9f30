//! People: a title and a name, a given and a family name, family-first names, initials.

use super::{candidates::Candidate, gazetteer::Kinds, lists, reading::Reading};
use crate::{
    report::{Certainty, EntityType, Form},
    rules::Rule,
};

/// A name after a title.
pub static TITLED: Rule = Rule {
    id: "person.titled",
    note: "a name after a title or occupation",
    hits: &[
        "They met President ⟦Orlan Veshtik⟧ in the hall.",
        "It was paid by Mr ⟦Quillan⟧ and his firm.",
        "The plan of finance minister ⟦Tova Brindel⟧ failed.",
        "Foreign Minister ⟦Anselm Brunt-Okafor⟧’s visit ended.",
    ],
    misses: &["The president spoke for an hour.", "A general strike began at noon."],
}
.lean();

/// A given name and what follows it.
pub static FULL: Rule = Rule {
    id: "person.full",
    note: "a given name with a family name",
    hits: &[
        "Then ⟦Fumio Tanaka⟧ left the room.",
        "It was ⟦Maria van der Holt⟧ who won.",
        "We asked ⟦George W. Ashdown⟧ about it.",
    ],
    misses: &["Will prices rise again this year?", "The grace of the dance was praised."],
}
.lean();

/// A family name first, as in East Asia.
pub static FAMILY_FIRST: Rule = Rule {
    id: "person.family-first",
    note: "a family name with a given name after it",
    hits: &["Aides of ⟦Kim Sol-ryong⟧ waited.", "The prize went to ⟦Tanaka Hiroshi⟧ again."],
    misses: &["The park was full of kim chi stalls.", "A long march lay ahead."],
}
.lean();

/// Words that look like a name and are known for nothing else.
pub static SHAPED: Rule = Rule {
    id: "person.shaped",
    note: "two or three capitalised words that are known for nothing else",
    hits: &[
        "The letter names ⟦Orveth Sindlaar⟧ twice.",
        "Later ⟦Kaspeth Urmold⟧ joined the choir.",
    ],
    misses: &["The letter names the tall man twice.", "He went to the North Pole Shop."],
}
.lean();

/// Proposes people in every run of capitals.
pub fn find(reading: &Reading<'_>, runs: &[(usize, usize)], found: &mut Vec<Candidate>) {
    for &(from, end) in runs {
        let mut at = from;
        while at < end {
            while at < end && (reading.words[at].role || !reading.words[at].capital) {
                at += 1;
            }
            let mut stop = at;
            while stop < end && !reading.words[stop].role {
                stop += 1;
            }
            while stop > at && !reading.words[stop - 1].is_word() {
                stop -= 1;
            }
            if at < stop {
                segment(reading, at, stop, found);
            }
            at = stop.max(at + 1);
        }
    }
}

/// One stretch of capitals without titles.
fn segment(reading: &Reading<'_>, from: usize, end: usize, found: &mut Vec<Candidate>) {
    if titled(reading, from, end, found) {
        return;
    }
    let mut at = from;
    while at < end {
        match full(reading, at, end) {
            Some(candidate) => {
                at = candidate.end;
                found.push(candidate);
            }
            None => at += 1,
        }
    }
    shaped(reading, from, end, found);
}

/// `President X Y`, `spokesman X`: the words after a title.
fn titled(reading: &Reading<'_>, from: usize, end: usize, found: &mut Vec<Candidate>) -> bool {
    let Some(before) = from.checked_sub(1).filter(|&b| reading.words[b].role) else { return false };
    if reading.words[from].first {
        return false;
    }
    let stop = name_end(reading, from, end);
    let title = reading.words[before];
    let honorific = reading.is(before, lists::HONORIFICS) && title.capital;
    let entry = reading.words[from].entry().kinds;
    let named = reading.words[from].matches.name.map_or(0, |(len, _)| len);
    let elsewhere = named >= stop - from && entry.entity_type().is_some() && !entry.is_person();
    let plausible = stop - from >= 2 || entry.is_person() || !reading.words[from].common;
    let body = stop - from == 1 && reading.is(from, lists::INSTITUTIONS);
    if (elsewhere && !honorific)
        || body
        || (!honorific && !title.capital && !plausible)
        || is_plural_role(reading, before)
    {
        return false;
    }
    if reading.words[from].loud && !entry.is_person() && reading.words[from].common {
        return false;
    }
    let sure = honorific || (title.capital && stop - from >= 2) || entry.is_person();
    let form = if stop - from >= 2 { Form::Name } else { Form::Short };
    found.push(
        Candidate::new((from, stop), EntityType::Person, &TITLED, 90)
            .form(form)
            .certainty(if sure { Certainty::Sure } else { Certainty::Likely })
            .because(first_of_title(reading, before), from),
    );
    true
}

/// `leaders Berlin`: a plural before a name makes no title of one person.
fn is_plural_role(reading: &Reading<'_>, at: usize) -> bool {
    let word = reading.lower(at);
    word.ends_with('s') && !lists::has(lists::ROLES, &word) && !lists::has(lists::HONORIFICS, &word)
}

fn first_of_title(reading: &Reading<'_>, last: usize) -> usize {
    let mut from = last;
    while from > 0 && reading.words[from - 1].role && from + 6 > last {
        from -= 1;
    }
    from
}

/// Where a name that begins at `from` ends: before a word that belongs to something else.
fn name_end(reading: &Reading<'_>, from: usize, end: usize) -> usize {
    let mut at = from + 1;
    let mut words = 1;
    while at < end && words < 5 {
        let word = &reading.words[at];
        if !word.is_word() {
            at += 1;
            continue;
        }
        if reading.is(at, lists::PARTICLES) && !word.capital {
            at += 1;
            continue;
        }
        let kinds = word.entry().kinds;
        let other = word.matches.name.is_some_and(|(len, e)| {
            e.kinds.has(Kinds::MAJOR)
                && (len > 1 || !kinds.is_person())
                && !reading.words[at - 1].is_hyphen()
        });
        let head = reading.is(at, lists::ORGANISATIONS) && !kinds.is_person();
        // In a headline the capital of a common word tells nothing.
        let headline = word.loud && word.common && !reading.words[at - 1].is_hyphen();
        if other || head || headline && !kinds.has(Kinds::FAMILY) {
            break;
        }
        words += 1;
        at += 1;
    }
    while at > from + 1 && !reading.words[at - 1].capital && !reading.words[at - 1].glued {
        at -= 1;
    }
    while at > from + 1 && reading.words[at - 1].is_hyphen() {
        at -= 1;
    }
    at
}

/// A given name and more, or a family name and a given name, at `from`.
fn full(reading: &Reading<'_>, from: usize, end: usize) -> Option<Candidate> {
    let word = reading.words[from];
    if !word.capital || (reading.is(from, lists::OPENERS) && (word.first || word.loud)) {
        return None;
    }
    let stop = name_end(reading, from, end);
    let kinds = word.entry().kinds;
    if stop < from + 2 || (word.loud && word.common && !kinds.has(Kinds::GIVEN)) {
        return None;
    }
    let last = last_word(reading, from, stop)?;
    let tail = reading.words[last].entry().kinds;
    let plain = reading.words[last].common;
    if word.loud && (!tail.has(Kinds::FAMILY) || (plain && word.common)) {
        return None;
    }
    let glued = reading.words[from + 1].is_hyphen();
    let family = tail.has(Kinds::FAMILY);
    let weight = match (kinds.has(Kinds::GIVEN), kinds.has(Kinds::FAMILY)) {
        (true, _) if family => 76,
        (true, _) if !plain && !word.common => 72,
        (true, _) if !plain => 56,
        (true, _) if !word.common => 50,
        (false, true) if tail.has(Kinds::GIVEN) || hyphenated(reading, from + 1, stop) => 70,
        _ if word.is_initial() && !plain && tail.entity_type().is_none() => 64,
        _ if family && !word.common && !plain && kinds.entity_type().is_none() && !glued => 60,
        _ => return None,
    };
    let rule = if kinds.has(Kinds::FAMILY)
        && (!kinds.has(Kinds::GIVEN) || hyphenated(reading, from + 1, stop))
    {
        &FAMILY_FIRST
    } else {
        &FULL
    };
    let certainty = match weight {
        70.. => Certainty::Sure,
        60.. => Certainty::Likely,
        _ => Certainty::Check,
    };
    Some(Candidate::new((from, stop), EntityType::Person, rule, weight).certainty(certainty))
}

/// `Jong-un` at `from`: two syllables with a hyphen.
fn hyphenated(reading: &Reading<'_>, from: usize, end: usize) -> bool {
    end == from + 3 && reading.words[from + 1].is_hyphen()
}

fn last_word(reading: &Reading<'_>, from: usize, end: usize) -> Option<usize> {
    (from..end).rev().find(|&i| reading.words[i].is_word())
}

/// Two or three words that are known for nothing.
fn shaped(reading: &Reading<'_>, from: usize, end: usize, found: &mut Vec<Candidate>) {
    let start = if reading.is_mere_opening(from) { from + 1 } else { from };
    let words = (start..end).filter(|&i| reading.words[i].is_word()).count();
    let unknown = (start..end).filter(|&i| reading.words[i].is_word()).all(|i| {
        let word = &reading.words[i];
        let particle = reading.is(i, lists::PARTICLES);
        let odd = word.entry().kinds.entity_type().is_some() && word.matches.name.is_some();
        (particle || (!word.common && !word.loud && !odd))
            && word.token.case != crate::text::Case::Upper
    });
    if (2..=4).contains(&words) && unknown && reading.words[start].capital {
        let names =
            (start..end).filter(|&i| reading.words[i].may_be(Kinds::GIVEN | Kinds::FAMILY)).count();
        let certainty = if names > 0 { Certainty::Likely } else { Certainty::Check };
        found.push(
            Candidate::new((start, end), EntityType::Person, &SHAPED, 40).certainty(certainty),
        );
    }
}
