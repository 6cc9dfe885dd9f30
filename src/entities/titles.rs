//! Which words name an office, occupation or form of address: `Industry and Trade Minister`,
//! `Prime Minister`, `Mr`, `Secretary of State`. They are no part of a person's name.

use super::{lists, reading::Reading};

/// No title has more tokens before its noun.
pub const LONGEST: usize = 12;

/// Marks the words of titles.
pub fn mark(reading: &mut Reading<'_>) {
    for at in 0..reading.words.len() {
        let honorific = reading.words[at].capital
            && reading.is(at, lists::HONORIFICS)
            && reading.words[at].matches.name.is_none_or(|(len, _)| len < 2);
        let role = is_role_noun(reading, at);
        if honorific {
            reading.words[at].role = true;
        }
        if role {
            let from = modifiers_before(reading, at);
            let end = of_phrase(reading, at);
            reading.words[from..end].iter_mut().for_each(|w| w.role = true);
        }
    }
}

/// Whether the token is the last word of a role, singular or plural.
pub fn is_role_noun(reading: &Reading<'_>, at: usize) -> bool {
    if !reading.words[at].is_word() {
        return false;
    }
    if reading.is(at, lists::ROLES) {
        return true;
    }
    let word = reading.lower(at);
    word.strip_suffix('s').is_some_and(|stem| lists::has(lists::ROLES, stem))
        || (word.len() > 6
            && ["woman", "person", "ologist", "ographer", "botanist"]
                .iter()
                .any(|e| word.ends_with(e)))
}

/// The first of the words that qualify the role at `at`: `Industry and Trade` Minister.
pub fn modifiers_before(reading: &Reading<'_>, at: usize) -> usize {
    let start = reading.sentences.partition_point(|s| s.1 <= at);
    let start = reading.sentences.get(start).map_or(at, |s| s.0);
    let mut from = at;
    while from > start && from + LONGEST > at {
        let before = from - 1;
        let modifier =
            reading.is(before, lists::ROLE_MODIFIERS) || reading.is(before, lists::ROLES);
        let joint =
            reading.words[before].is_hyphen() || matches!(reading.words[before].text, "and" | "&");
        if modifier {
            from = before;
        } else if joint
            && before > start
            && reading.is(before - 1, lists::ROLE_MODIFIERS)
            && from < at + 1
        {
            from = before - 1;
        } else {
            break;
        }
    }
    from
}

/// Past `Secretary of State`, `Minister for Foreign Affairs and Trade`, `president-elect`.
fn of_phrase(reading: &Reading<'_>, at: usize) -> usize {
    let mut end = at + 1;
    let word = |i: usize| reading.words.get(i).map_or("", |w| w.text);
    if reading.words.get(end).is_some_and(super::reading::Word::is_hyphen)
        && matches!(word(end + 1), "elect" | "Elect" | "designate" | "general" | "General")
    {
        end += 2;
    }
    if !matches!(word(end), "of" | "for") {
        return end;
    }
    let mut last = end + 1;
    if word(last) == "the" {
        last += 1;
    }
    let first = last;
    while reading.is(last, lists::ROLE_MODIFIERS)
        || (last > first
            && matches!(word(last), "and" | ",")
            && reading.is(last + 1, lists::ROLE_MODIFIERS))
    {
        last += 1;
    }
    if last > first { last } else { end }
}
