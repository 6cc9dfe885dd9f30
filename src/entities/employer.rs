//! Organisations that no list knows, by what the text says of them: who works there, what they are
//! called beside the name, in which country they are a branch.

use super::{candidates::Candidate, gazetteer::Kinds, lists, reading::Reading};
use crate::{
    report::{Certainty, EntityType},
    rules::Rule,
    text::{Case, TokenKind},
};

/// Someone works there.
pub static STAFF: Rule = Rule {
    id: "organisation.staff",
    note: "the text names someone who works there",
    hits: &[
        "A spokesman for ⟦Ovelqua⟧ declined to answer.",
        "Nobody asked ⟦Ovelqua⟧’s managing director why.",
    ],
    misses: &["A spokesman for the mill declined.", "The wife of Ovelqua left."],
}
.lean();

/// What it is stands beside the name.
pub static CALLED: Rule = Rule {
    id: "organisation.called",
    note: "the text says beside the name what kind of organisation it is",
    hits: &[
        "It was built by ⟦Ovelqua⟧, a maker of pumps.",
        "It was sold by the retailer ⟦Tarnivo⟧ in May.",
    ],
    misses: &["It was built by a maker of pumps.", "The retailer in May sold it."],
}
.lean();

/// Parts of it are bought and sold.
pub static OWNED: Rule = Rule {
    id: "organisation.owned",
    note: "the text speaks of its shares",
    hits: &[
        "Shares of ⟦Ovelqua⟧ fell 3 percent after the forecast.",
        "It sold its stake in ⟦Tarnivo⟧ in May.",
        "By noon ⟦Ovelqua⟧ shares rose.",
    ],
    misses: &[
        "Shares of the mill fell 3 percent.",
        "She shares Ovelqua’s view.",
        "Now Ovelqua shares her view.",
    ],
}
.lean();

/// A name with a country behind it.
pub static BRANCH: Rule = Rule {
    id: "organisation.branch",
    note: "a name that ends in a country, as branches do",
    hits: &["It is owned by ⟦Tarnivo Kenya⟧ since May.", "Lines of ⟦Ovelqua Namibia⟧ were cut."],
    misses: &["It is owned by Kenya since May.", "Lines of Northern Namibia were cut."],
}
.lean();

/// Proposes organisations by what stands beside each run of capitals.
pub fn find(reading: &Reading<'_>, runs: &[(usize, usize)], found: &mut Vec<Candidate>) {
    for &(from, end) in runs {
        if reading.words[from].loud {
            continue;
        }
        branch(reading, from, end, found);
        let known = reading.words[from].matches.name;
        if end - from > 3 || known.is_some() || !is_new(reading, from, end) {
            continue;
        }
        let organisation = |rule, weight, evidence: (usize, usize)| {
            Candidate::new((from, end), EntityType::Organisation, rule, weight)
                .certainty(Certainty::Check)
                .because(evidence.0, evidence.1)
        };
        if let Some(noun) = from.checked_sub(1).filter(|&b| is_business(reading, b)) {
            found.push(organisation(&CALLED, 75, (noun, noun + 1)));
        } else if let Some(noun) = called(reading, end) {
            found.push(organisation(&CALLED, 57, (noun, noun + 1)));
        } else if let Some(evidence) = staff(reading, from, end) {
            found.push(organisation(&STAFF, 57, evidence));
        } else if let Some(evidence) = owned(reading, from, end) {
            found.push(organisation(&OWNED, 62, evidence));
        }
    }
}

/// Whether no word of the run is common, a title or a given name.
fn is_new(reading: &Reading<'_>, from: usize, end: usize) -> bool {
    reading.words[from..end].iter().all(|w| {
        !w.role && !w.common && !w.may_be(Kinds::GIVEN) && w.matches.name.is_none() || w.is_hyphen()
    })
}

/// A lower-case word for a business or the like.
fn is_business(reading: &Reading<'_>, at: usize) -> bool {
    reading.words[at].token.case == Case::Lower && reading.is(at, lists::BUSINESSES)
}

/// `X, a maker of pumps`: where the noun stands.
fn called(reading: &Reading<'_>, end: usize) -> Option<usize> {
    let text = |i: usize| reading.words.get(i).map_or("", |w| w.text);
    if text(end) != "," || !matches!(text(end + 1), "a" | "an" | "the" | "one") {
        return None;
    }
    let noun = (end + 2..end + 10)
        .take_while(|&i| {
            reading.words.get(i).is_some_and(|w| {
                (w.is_word() || w.is_hyphen() || w.token.kind == TokenKind::Clitic) && !w.first
            })
        })
        .find(|&i| {
            is_business(reading, i)
                && !reading.words.get(i + 1).is_some_and(|w| w.is_word() && w.role)
        })?;
    let follows = reading.words.get(noun + 1).is_none_or(|w| {
        !w.is_word()
            || matches!(w.text, "of" | "in" | "that" | "which" | "based" | "for" | "with" | "owned")
    });
    follows.then_some(noun)
}

/// `spokesman for X`, `X’s managing director`, `X chairman Y`: the tokens that say so.
fn staff(reading: &Reading<'_>, from: usize, end: usize) -> Option<(usize, usize)> {
    let text = |i: usize| reading.words.get(i).map_or("", |w| w.text);
    let works =
        |i: usize| reading.is(i, lists::STAFF) && reading.words[i].token.case == Case::Lower;
    if let Some(at) = from.checked_sub(2)
        && matches!(text(at + 1), "of" | "at" | "for" | "with")
        && (works(at) || reading.is(at, lists::STAFF) && reading.words[at].role)
    {
        return Some((at, at + 2));
    }
    let clitic = reading.words.get(end).is_some_and(|w| w.token.kind == TokenKind::Clitic);
    let start = end + usize::from(clitic);
    let stop = (start..start + 3)
        .take_while(|&i| reading.is(i, lists::ROLE_MODIFIERS) || reading.is(i, lists::STAFF))
        .filter(|&i| reading.is(i, lists::STAFF))
        .last()?;
    (works(stop) || clitic).then_some((start, stop + 1))
}

/// `shares of X`, `stake in X`, `X shares rose`: the tokens that say so.
fn owned(reading: &Reading<'_>, from: usize, end: usize) -> Option<(usize, usize)> {
    let part = |i: usize| matches!(&*reading.lower(i), "share" | "shares" | "stake" | "stock");
    if let Some(at) = from.checked_sub(2)
        && matches!(reading.words[at + 1].text, "of" | "in")
        && part(at)
    {
        return Some((at, at + 2));
    }
    let moved = matches!(
        &*reading.lower(end + 1),
        "rose"
            | "fell"
            | "were"
            | "have"
            | "had"
            | "dropped"
            | "gained"
            | "lost"
            | "closed"
            | "slid"
            | "slipped"
            | "jumped"
            | "climbed"
            | "surged"
            | "tumbled"
            | "plunged"
            | "soared"
            | "ended"
            | "opened"
            | "traded"
            | "added"
            | "advanced"
    );
    (part(end) && moved).then_some((end, end + 1))
}

/// `Tarnivo Kenya`: one or two words that are no place, and a country.
fn branch(reading: &Reading<'_>, from: usize, end: usize, found: &mut Vec<Candidate>) {
    for at in from + 1..end.min(from + 3) {
        let Some((len, entry)) = reading.words[at].matches.name else { continue };
        let country = entry.subtype() == Some("country") && at + len == end;
        let words = &reading.words[from..at];
        let free = words.iter().all(|w| {
            let place = w.matches.name.is_some_and(|(_, e)| !e.kinds.has(Kinds::ORGANISATION));
            w.is_word()
                && !w.role
                && !place
                && !w.may_be(Kinds::GIVEN)
                && !w.lists.any(lists::DIRECTIONS)
                && !w.lists.any(lists::PLACE_FIRST)
                && !w.lists.any(lists::OPENERS)
        });
        if country && free && !(words[0].first && words[0].common) {
            found.push(Candidate::new((from, end), EntityType::Organisation, &BRANCH, 78));
            return;
        }
    }
}
