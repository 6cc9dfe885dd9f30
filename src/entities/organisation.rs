//! Organisations: by the last or first word of the name, by company form, by letters.

use super::{
    candidates::Candidate,
    lists::{self, List},
    reading::Reading,
};
use crate::{
    report::{Certainty, EntityType, Form},
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
};

/// `Ministry of …`, `University of …`.
pub static OF: Rule = Rule {
    id: "organisation.of",
    note: "the name begins with a word for an organisation, and `of`, `for` or `on`",
    hits: &[
        "The ⟦Ministry of Foreign Affairs⟧ replied.",
        "She left the ⟦Institute for Salt and Water Studies⟧ in May.",
    ],
    misses: &["The university of his youth was shut.", "A board of three men met."],
};

/// Letters whose meaning the text gives, or that are no common word.
pub static LETTERS: Rule = Rule {
    id: "organisation.letters",
    note: "initials in capitals",
    hits: &["The ⟦VKTQ⟧ will strike on Monday.", "Rivals of the ⟦ZLF⟧ disagree."],
    misses: &["They met at 9 PM in the hall.", "IT WAS A VERY BAD DAY FOR ALL"],
};

/// One word with a capital that is the name of a body.
pub static INSTITUTION: Rule = Rule {
    id: "organisation.institution",
    note: "a word for a body, written as its name",
    hits: &["Critics of the ⟦Commission⟧ left.", "She spoke before the ⟦Senate⟧ on Monday."],
    misses: &["Critics of the commission left.", "Commission is paid. Court was held."],
};

/// Proposes organisations in every run of capitals.
pub fn find(reading: &Reading<'_>, runs: &[(usize, usize)], found: &mut Vec<Candidate>) {
    for &(from, end) in runs {
        of_phrases(reading, from, end, found);
        head(reading, from, end, found);
        letters(reading, from, end, found);
        institution(reading, from, end, found);
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
    (word.first || word.loud)
        && reading.is(at, lists::NOT_FIRST)
}

fn head(reading: &Reading<'_>, from: usize, end: usize, found: &mut Vec<Candidate>) {
    let is_form = |at: usize| reading.is(at, lists::COMPANY_FORMS) && reading.words[at].capital;
    let Some(last) = (from + 1..end).rev().find(|&at| {
        reading.words[at].capital && (is_form(at) || reading.is(at, lists::ORGANISATIONS))
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
        }
    }
    let subtype = subtype(&reading.lower(last), is_form(last));
    let mut stop = last + 1;
    if is_form(last) && reading.words.get(stop).is_some_and(|w| w.text == "." && w.glued) {
        stop += 1;
    }
    // `National Theatre of Orsk`: what follows belongs to the name.
    if !is_form(last)
        && stop == end
        && matches!(reading.words.get(stop).map_or("", |w| w.text), "of" | "for")
        && let Some(tail) = complement(reading, stop)
    {
        stop = tail;
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
    let capital = |i: usize| {
        word(i).is_some_and(|w| w.capital && !reading.is(i, lists::NEVER))
    };
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
        } else {
            break;
        }
    }
    Some(stop)
}

/// What kind of organisation a word tells.
fn subtype(word: &str, form: bool) -> Option<&'static str> {
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

/// `the Assembly`.
fn institution(reading: &Reading<'_>, from: usize, end: usize, found: &mut Vec<Candidate>) {
    let word = &reading.words[from];
    if end - from != 1 || word.first || word.loud || !reading.is(from, lists::INSTITUTIONS) {
        return;
    }
    let before = from.checked_sub(1).and_then(|b| reading.words.get(b));
    let determined = before.is_some_and(|w| {
        matches!(w.text, "the" | "The")
            || w.token.kind == TokenKind::Clitic
            || w.token.case == Case::Lower
    });
    if determined {
        found.push(
            Candidate::new((from, end), EntityType::Organisation, &INSTITUTION, 91)
                .subtype(subtype(&reading.lower(from), false)),
        );
    }
}

/// Whether capitals tell nothing here: a common word beside is in capitals too, or a hash mark
/// stands before.
pub fn shouted(reading: &Reading<'_>, at: usize) -> bool {
    let upper = |i: Option<usize>| {
        i.and_then(|i| reading.words.get(i)).is_some_and(|w| {
            w.token.case == Case::Upper && w.common && w.text.chars().count() > 1
        })
    };
    let tag = |i: usize| matches!(reading.words[i].text, "#" | "@");
    upper(at.checked_sub(1))
        || upper(Some(at + 1))
        || reading.words[at].glued && at.checked_sub(1).is_some_and(tag)
}

/// Capital letters that are not known.
fn letters(reading: &Reading<'_>, from: usize, end: usize, found: &mut Vec<Candidate>) {
    for at in from..end {
        let word = &reading.words[at];
        let count = word.text.chars().filter(|c| c.is_alphabetic()).count();
        let bare = word.text.trim_end_matches('s');
        if word.loud
            || word.token.case != Case::Upper
            || shouted(reading, at)
            || !(2..=6).contains(&count)
            || word.common
            || word.role
            || word.text.ends_with('.')
            || lists::has(lists::NOT_LETTERS, &bare.to_lowercase())
            || word.matches.name.is_some()
            || reading.words.get(at + 1).is_some_and(super::reading::Word::is_hyphen)
            || reading
                .words
                .get(at.wrapping_sub(1))
                .is_some_and(|w| w.is_hyphen() || w.token.kind == TokenKind::Number)
        {
            continue;
        }
        if end - from > 1
            && !reading
                .words
                .get(at.wrapping_sub(1))
                .is_none_or(|w| w.role || !w.capital || w.first)
        {
            continue;
        }
        found.push(
            Candidate::new((at, at + 1), EntityType::Organisation, &LETTERS, 42)
                .form(Form::Acronym)
                .certainty(Certainty::Check),
        );
    }
}

/// Newspapers are called with their article: `The Orsk Times`.
pub fn with_article(reading: &Reading<'_>, settled: &mut [Candidate]) {
    for candidate in settled.iter_mut().filter(|c| c.subtype == Some("media")) {
        let before = candidate.from.checked_sub(1).and_then(|b| reading.words.get(b));
        let long = candidate.end - candidate.from >= 2;
        if before.is_some_and(|w| w.text == "The" && (!w.first || long)) {
            candidate.from -= 1;
        }
    }
}
