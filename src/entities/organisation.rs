//! Organisations: by the last or first word of the name, by company form, by letters.

use super::{
    candidates::Candidate,
    gazetteer::Kinds,
    lists::{self, List},
    reading::{Reading, Word},
};
use crate::{
    report::{Certainty, EntityType},
    rules::Rule,
    text::{Case, TokenKind},
};

/// A name that ends in a word for organisations.
pub static HEAD: Rule = Rule {
    id: "organisation.head",
    note: "the name ends in a word for an organisation",
    hits: &[
        "The ⟦Velmar Trade Ministry⟧ refused.",
        "Shares of ⟦Orbelin Foods Ltd⟧ fell.",
        "He works for the ⟦Food and Seed Administration⟧ now.",
    ],
    misses: &["The ministry refused to pay.", "They went to the bank at noon."],
}
.lean();

/// `Ministry of …`, `University of …`.
pub static OF: Rule = Rule {
    id: "organisation.of",
    note: "the name begins with a word for an organisation, and `of`, `for` or `on`",
    hits: &[
        "The ⟦Ministry of Foreign Affairs⟧ replied.",
        "She left the ⟦Institute for Salt and Water Studies⟧ in May.",
    ],
    misses: &["The university of his youth was shut.", "A board of three men met."],
}
.lean();

/// Proposes organisations in every run of capitals.
pub fn find(reading: &Reading<'_>, runs: &[(usize, usize)], found: &mut Vec<Candidate>) {
    for &(from, end) in runs {
        of_phrases(reading, from, end, found);
        head(reading, from, end, found);
    }
}

/// Where a name inside the run begins: not with an opening word or a possessor's title.
fn start(reading: &Reading<'_>, from: usize, head: usize) -> usize {
    let mut start = from;
    while start < head && (!reading.words[start].is_word() || opens(reading, start)) {
        start += 1;
    }
    start
}

fn opens(reading: &Reading<'_>, at: usize) -> bool {
    let word = &reading.words[at];
    (word.first || word.loud) && reading.is(at, lists::NOT_FIRST)
}

fn head(reading: &Reading<'_>, from: usize, end: usize, found: &mut Vec<Candidate>) {
    let is_form = |at: usize| reading.is(at, lists::COMPANY_FORMS) && reading.words[at].capital;
    // A centre is a building, but the National Centre of something is an office.
    let centre = |at: usize| {
        matches!(reading.words[at].text, "Centre" | "Center")
            && reading.words[from..at].iter().any(|w| {
                matches!(w.text, "National" | "International" | "European" | "Royal" | "Research")
            })
    };
    let Some(last) = (from + 1..end).rev().find(|&at| {
        reading.words[at].capital
            && (is_form(at) || reading.is(at, lists::ORGANISATIONS) || centre(at))
    }) else {
        return;
    };
    let mut begin = start(reading, from, last);
    if begin >= last
        || reading.words[begin..last].iter().all(|w| w.role && !reading_portfolio(reading, last))
    {
        return;
    }
    if reading.words[last].loud
        && !is_form(last)
        && reading.words[last].common
        && reading.words[begin].common
    {
        return;
    }
    let upper = |w: &Word<'_>| w.token.case == Case::Upper && w.common;
    if reading.words[begin..=last].iter().all(upper) {
        return;
    }
    // `Food and Drug Administration`: a common word with a capital before `and`.
    if begin == from && from >= 2 && matches!(reading.words[from - 1].text, "and" | "&") {
        let before = &reading.words[from - 2];
        if before.capital
            && before.common
            && !before.first
            && !before.role
            && reading.words[from].common
        {
            begin = from - 2;
            while begin > 0
                && reading.words[begin - 1].capital
                && !reading.words[begin - 1].first
                && (reading.words[begin - 1].common
                    || reading.words[begin - 1].may_be(Kinds::GROUP))
                && from < begin + 6
            {
                begin -= 1;
            }
        }
    }
    // `Women’s Coastal League`: the possessor belongs to the name.
    if begin == from
        && from >= 2
        && reading.words[from - 1].token.kind == TokenKind::Clitic
        && matches!(
            reading.words[from - 2].text,
            "Women" | "Men" | "Children" | "People" | "Workers"
        )
    {
        begin = from - 2;
    }
    let subtype = subtype(&reading.lower(last), is_form(last));
    let mut stop = last + 1;
    if is_form(last) && reading.words.get(stop).is_some_and(|w| w.text == "." && w.glued) {
        stop += 1;
    }
    // `Daily Star`: what the paper is called follows.
    if reading.is(last, lists::MEDIA) && begin + 1 == stop - usize::from(begin < last) && stop < end
    {
        let named = reading.words[stop..end].iter().all(|w| w.is_word() && !w.role);
        if named && end - stop <= 2 && matches!(reading.words[last].text, "Daily" | "Sunday") {
            stop = end;
        }
    }
    // `National Theatre of Orsk`: what follows belongs to the name.
    if !is_form(last)
        && stop == end
        && matches!(reading.words.get(stop).map_or("", |w| w.text), "of" | "for")
        && let Some(tail) = complement(reading, stop)
    {
        stop = tail;
    }
    let known = reading.words[begin].matches.name;
    if known.is_some_and(|(len, _)| begin + len == stop) {
        return;
    }
    let certainty = if is_form(last) { Certainty::Sure } else { Certainty::Likely };
    found.push(
        Candidate::new((begin, stop), EntityType::Organisation, &HEAD, 85)
            .subtype(subtype)
            .certainty(certainty),
    );
}

/// `Foreign Ministry`: words of titles before a word for the office.
fn reading_portfolio(reading: &Reading<'_>, at: usize) -> bool {
    reading.is(at, lists::PORTFOLIO_HEADS)
}

/// `Ministry of …`: to the end of the capitals that follow, joined by small words.
fn of_phrases(reading: &Reading<'_>, from: usize, end: usize, found: &mut Vec<Candidate>) {
    for at in from..end {
        if !reading.words[at].capital || !reading.is(at, lists::ORGANISATION_OF) {
            continue;
        }
        if let Some(stop) = complement(reading, at + 1) {
            let begin = start(reading, from, at);
            let subtype = subtype(&reading.lower(at), false);
            found.push(
                Candidate::new((begin, stop), EntityType::Organisation, &OF, 86).subtype(subtype),
            );
            return;
        }
    }
}

/// The end of `of the Xxx and Yyy` at `at`, if it stands there.
pub fn complement(reading: &Reading<'_>, at: usize) -> Option<usize> {
    let word = |i: usize| reading.words.get(i).filter(|w| !w.first || i == at);
    let small = |i: usize| word(i).map_or("", |w| w.text);
    if !matches!(small(at), "of" | "for" | "on") {
        return None;
    }
    let mut next = at + 1;
    if matches!(small(next), "the" | "The") {
        next += 1;
    }
    let capital = |i: usize| word(i).is_some_and(|w| w.capital && !reading.is(i, lists::NEVER));
    if !capital(next) {
        return None;
    }
    let mut stop = next + 1;
    while stop < next + 12 {
        let joint = small(stop);
        if capital(stop) && !reading.words[stop].first {
            stop += 1;
        } else if matches!(joint, "and" | "&" | "of" | "for" | "-" | "the")
            && capital(stop + 1)
            && word(stop + 1)
                .is_some_and(|w| w.matches.name.is_none() || joint == "of" || joint == "-")
        {
            stop += 2;
        } else if matches!(joint, "of" | "for" | "and")
            && small(stop + 1) == "the"
            && capital(stop + 2)
            && joint != "and"
        {
            stop += 3;
        } else if let Some(last) = listed(reading, stop) {
            stop = last;
        } else {
            break;
        }
    }
    Some(stop)
}

/// `, Tertiary Education and Science` at `at`: capitals with commas between, closed by `and`.
fn listed(reading: &Reading<'_>, at: usize) -> Option<usize> {
    let text = |i: usize| reading.words.get(i).map_or("", |w| w.text);
    let capital =
        |i: usize| reading.words.get(i).is_some_and(|w| w.capital && !w.first && w.common);
    let mut next = at;
    for _ in 0..4 {
        let closing = match (text(next), text(next + 1)) {
            (",", "and" | "&") => 2,
            ("and" | "&", _) if next > at => 1,
            (",", _) => 0,
            _ => return None,
        };
        next += closing.max(1);
        let from = next;
        while capital(next) && next < from + 3 {
            next += 1;
        }
        if next == from {
            return None;
        }
        if closing > 0 {
            return Some(next);
        }
    }
    None
}

/// What kind of organisation a word tells.
pub fn subtype(word: &str, form: bool) -> Option<&'static str> {
    const KINDS: [(List, &str); 6] = [
        (lists::TEAMS, "team"),
        (lists::UNIVERSITIES, "university"),
        (lists::GOVERNMENTS, "government"),
        (lists::MILITARY, "military"),
        (lists::MEDIA, "media"),
        (lists::COMPANIES, "company"),
    ];
    if form && !lists::has(lists::TEAMS, word) {
        return Some("company");
    }
    if word == "party" {
        return Some("party");
    }
    KINDS.iter().find(|(list, _)| lists::has(*list, word)).map(|(_, kind)| *kind)
}
