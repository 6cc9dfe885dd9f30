//! Teams that are called by their town: known by scores, tables and results beside the name.

use std::collections::BTreeMap;

use super::{candidates::Candidate, gazetteer::Kinds, lists, reading::Reading};
use crate::{
    report::{Certainty, EntityType},
    rules::Rule,
    text::{Case, TokenKind},
};

/// A name before a score or a row of a table.
pub static SCORE: Rule = Rule {
    id: "team.score",
    note: "a score or a row of a table follows the name",
    hits: &["Results on Sunday:\n\n⟦Leeds⟧ 2 ⟦Norwich⟧ 1", "They lost to ⟦Lyon⟧ 3-1 at home."],
    misses: &["They drove from Leeds to Norwich in 2 hours.", "England won 3-1 at home."],
}
.lean();

/// Two names with a result between them.
pub static RESULT: Rule = Rule {
    id: "team.result",
    note: "the article has this name among the teams of a match",
    hits: &[
        "⟦Leeds⟧ beat ⟦Norwich⟧ after a long evening.",
        "It was ⟦Leeds⟧ v ⟦Norwich⟧ again. The goals of ⟦Leeds⟧ came late.",
    ],
    misses: &["Leeds is larger than Norwich.", "France beat Norway. Nobody beat the clock."],
}
.lean();

/// A club by its initials.
pub static CLUB: Rule = Rule {
    id: "team.club",
    note: "initials that clubs have before their names",
    hits: &["The striker of ⟦FC Orvelka⟧ fell.", "They play ⟦AC Tarnivo⟧ next week."],
    misses: &["The fc played on.", "They switched the AC off."],
}
.lean();

/// How many digits a score has at most: a year has more.
const DIGITS: usize = 3;
/// How many tokens a line with a result has at most.
const LINE: usize = 24;

/// Proposes the teams, and the same names elsewhere in the article.
pub fn find(reading: &Reading<'_>, runs: &[(usize, usize)], found: &mut Vec<Candidate>) {
    let mut teams: BTreeMap<&str, (usize, usize)> = BTreeMap::new();
    let mut previous: Option<(usize, usize)> = None;
    let mut marked = Vec::new();
    for &(from, end) in runs {
        let club = reading.words[from].token.case == Case::Upper
            && reading.is(from, lists::CLUB_FORMS)
            && end - from >= 2
            && !reading.words[from].loud;
        if club {
            found.push(team((from, end), &CLUB));
        }
        if scored(reading, from, end) {
            marked.push((from, end, &SCORE));
        }
        if let Some((start, stop)) = previous
            && stop + 1 == from
            && reading.is(stop, lists::BEATING)
            && may_play(reading, start, stop)
            && may_play(reading, from, end)
        {
            marked.push((start, stop, &RESULT));
            marked.push((from, end, &RESULT));
        }
        previous = Some((from, end));
    }
    for &(from, end, rule) in &marked {
        teams.entry(reading.text(from, end)).or_insert((from, end));
        found.push(team((from, end), rule));
    }
    for &(from, end) in runs {
        let Some(&(start, stop)) = teams.get(reading.text(from, end)) else { continue };
        let placed = from.checked_sub(1).is_some_and(|b| {
            matches!(
                reading.words[b].text,
                "in" | "In" | "at" | "At" | "near" | "around" | "outside"
            )
        });
        let located = reading.words.get(end).is_some_and(|w| w.text == ",")
            && reading.words.get(end + 1).is_some_and(|w| w.may_be(Kinds::PLACE));
        if start != from && !placed && !located && !reading.words[from].loud {
            found.push(team((from, end), &RESULT).because(start, stop));
        }
    }
}

fn team(range: (usize, usize), rule: &'static Rule) -> Candidate {
    Candidate::new(range, EntityType::Organisation, rule, 87)
        .subtype(Some("team"))
        .certainty(Certainty::Likely)
}

/// Whether the run is a town or a team, and no country or person.
fn may_play(reading: &Reading<'_>, from: usize, end: usize) -> bool {
    let Some(word) = reading.words.get(from) else { return false };
    let known = word.matches.name.filter(|(len, _)| *len == end - from);
    known.is_some_and(|(_, e)| {
        let town = e.kinds.has(Kinds::PLACE) && e.subtype() != Some("country");
        (town || e.kinds.has(Kinds::ORGANISATION))
            && (e.kinds.has(Kinds::MAJOR) || !e.kinds.has(Kinds::GIVEN))
    })
}

/// Whether a score follows: `2-1`, three numbers of a table, or another name and its goals.
fn scored(reading: &Reading<'_>, from: usize, end: usize) -> bool {
    let number = |i: usize| {
        reading.words.get(i).is_some_and(|w| {
            w.token.kind == TokenKind::Number && w.text.len() <= DIGITS && !w.first
        })
    };
    let text = |i: usize| reading.words.get(i).map_or("", |w| w.text);
    if !number(end) {
        return false;
    }
    let town = may_play(reading, from, end);
    let score = matches!(text(end + 1), "-" | "–") && number(end + 2) && text(end + 3) != "-";
    let share = text(end + 2) == "." || number(end + 2);
    let table = number(end + 1) && share && opens_row(reading, from);
    if town && (score || table) {
        return true;
    }
    // `Leeds 2 Norwich 1`: both teams of a line, known or not.
    let plays =
        |from: usize, end: usize| may_play(reading, from, end) || is_new(reading, from, end);
    let line = reading.sentences.partition_point(|s| s.1 <= from);
    let Some(&(start, stop)) = reading.sentences.get(line) else { return false };
    if stop - start > LINE {
        return false;
    }
    let names: Vec<usize> = (start..stop).filter(|&i| number(i)).collect();
    match names[..] {
        [first, second] if second + 1 == stop || text(second + 1) == "." => {
            let whole = |a: usize, b: usize| b > a && b <= a + 4 && capitals(reading, a, b);
            whole(start, first)
                && whole(first + 1, second)
                && plays(start, first)
                && plays(first + 1, second)
        }
        _ => false,
    }
}

fn capitals(reading: &Reading<'_>, from: usize, end: usize) -> bool {
    reading.words[from..end].iter().all(|w| w.capital)
}

/// Whether the run is known for nothing but perhaps a family name.
fn is_new(reading: &Reading<'_>, from: usize, end: usize) -> bool {
    reading.words[from..end]
        .iter()
        .all(|w| w.matches.name.is_none() && !w.common && !w.may_be(Kinds::GIVEN))
}

/// Whether no word stands before it: a table may be read as one sentence.
fn opens_row(reading: &Reading<'_>, at: usize) -> bool {
    let before = at.checked_sub(1).and_then(|b| reading.words.get(b));
    reading.words[at].first || before.is_none_or(|w| !w.is_word())
}
