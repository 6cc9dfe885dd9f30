//! Organisations named by one word: initials, bodies, newspapers.

use super::{candidates::Candidate, lists, organisation::subtype, reading::Reading};
use crate::{
    report::{Certainty, EntityType, Form},
    rules::Rule,
    text::{Case, TokenKind},
};

/// Letters whose meaning the text gives, or that are no common word.
pub static LETTERS: Rule = Rule {
    id: "organisation.letters",
    note: "initials in capitals",
    hits: &["The ⟦VKTQ⟧ will strike on Monday.", "Rivals of the ⟦ZLF⟧ disagree."],
    misses: &["They met at 9 PM in the hall.", "IT WAS A VERY BAD DAY FOR ALL"],
}
.lean();

/// One word with a capital that is the name of a body.
pub static INSTITUTION: Rule = Rule {
    id: "organisation.institution",
    note: "a word for a body, written as its name",
    hits: &["Critics of the ⟦Commission⟧ left.", "She spoke before the ⟦Senate⟧ on Monday."],
    misses: &["Critics of the commission left.", "Commission is paid. Court was held."],
}
.lean();

/// A newspaper that is named by its article and one word.
pub static PAPER: Rule = Rule {
    id: "organisation.paper",
    note: "a newspaper, named with its article",
    hits: &["An editor of ⟦The Times⟧ resigned.", "He told ⟦The Observer⟧ that it was over."],
    misses: &["The Times They Are Long", "An observer of the times resigned."],
}
.lean();

/// Proposes organisations of one word.
pub fn find(reading: &Reading<'_>, runs: &[(usize, usize)], found: &mut Vec<Candidate>) {
    for &(from, end) in runs {
        letters(reading, from, end, found);
        institution(reading, from, end, found);
        paper(reading, from, end, found);
    }
}

/// `The Times`, inside a sentence.
fn paper(reading: &Reading<'_>, from: usize, end: usize, found: &mut Vec<Candidate>) {
    let article = &reading.words[from];
    if end - from == 2
        && article.text == "The"
        && !article.first
        && !article.loud
        && reading.is(from + 1, lists::PAPERS)
    {
        found.push(
            Candidate::new((from, end), EntityType::Organisation, &PAPER, 88)
                .subtype(Some("media")),
        );
    }
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
            || w.token.case == Case::Lower && !matches!(w.text, "of" | "in")
    });
    if determined {
        found.push(
            Candidate::new((from, end), EntityType::Organisation, &INSTITUTION, 68)
                .subtype(subtype(&reading.lower(from), false)),
        );
    }
}

/// Whether capitals tell nothing here: a common word beside is in capitals too, or a hash mark
/// stands before.
pub fn shouted(reading: &Reading<'_>, at: usize) -> bool {
    let upper = |i: Option<usize>| {
        i.and_then(|i| reading.words.get(i))
            .is_some_and(|w| w.token.case == Case::Upper && w.common && w.text.chars().count() > 1)
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
