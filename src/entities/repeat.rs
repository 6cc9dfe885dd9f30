//! The second pass: what the article has named once is known in the rest of it. A bare surname after
//! the full name, initials after the name they stand for, a name again where the case says little.

use std::collections::BTreeMap;

use super::{
    candidates::Candidate,
    gazetteer::{self, Kinds},
    lists,
    reading::{Reading, Word},
};
use crate::{
    report::{Certainty, EntityType, Form},
    rules::Rule,
    span,
    text::Case,
};

/// A person's surname alone.
pub static SURNAME: Rule = Rule {
    id: "person.surname",
    note: "the surname of someone whom the article names in full",
    hits: &[
        "Maria Velden won. ⟦Velden⟧ had trained for years.",
        "Aides of Kim Sol-ryong waited while ⟦Kim⟧ spoke.",
    ],
    misses: &["Maria Velden won. The velden were wet.", "Nobody won. Velocity mattered."],
}
.lean();

/// Initials behind the name they stand for.
pub static DEFINED: Rule = Rule {
    id: "organisation.defined",
    note: "initials of the name before them",
    hits: &[
        "The Orbelin Salt Agency (⟦OSA⟧) said so. The ⟦OSA⟧ is new.",
        "The Union of Velmar Bakers (⟦UVB⟧) will strike.",
    ],
    misses: &["The Orbelin Salt Agency (in Orsk) said so.", "The baker (a man of 40) will strike."],
}
.lean();

/// A name again.
pub static AGAIN: Rule = Rule {
    id: "name.again",
    note: "the article has this name elsewhere, where it is plainer",
    hits: &[
        "They met Anna Veldrin there. ⟦Anna Veldrin⟧ Wins The Long Race Again Today.",
        "He saw Tomas Orvelt. ⟦Tomas Orvelt⟧ Takes Early Train With Great Speed.",
    ],
    misses: &["He left the road. Of the road he spoke little.", "She won. Nobody else did."],
}
.lean();

/// A form that stands for a name found in the first pass.
struct Known<'a> {
    words: Vec<&'a str>,
    entity_type: EntityType,
    subtype: Option<&'static str>,
    form: Form,
    rule: &'static Rule,
    from: (usize, usize),
}

/// Adds initials in brackets behind the names they stand for.
pub fn define(reading: &Reading<'_>, settled: &[Candidate], found: &mut Vec<Candidate>) {
    for long in settled {
        let Some([open, letters, close]) = reading.words.get(long.end..long.end + 3) else {
            continue;
        };
        let upper = letters.text.chars().filter(|c| c.is_uppercase()).count();
        if open.text != "(" || close.text != ")" {
            continue;
        }
        let initials = upper >= 2
            && letters.token.case != Case::Title
            && stands_for(reading, letters.text, long);
        if long.end - long.from >= 2 && (initials || abbreviates(reading, letters, long)) {
            found.push(
                Candidate::new((long.end + 1, long.end + 2), long.entity_type, &DEFINED, 95)
                    .subtype(long.subtype)
                    .form(Form::Acronym)
                    .certainty(Certainty::Sure)
                    .because(long.from, long.end),
            );
        }
    }
}

/// `(Tepco)`: begins as the name does, and has letters of each of its words in order.
fn abbreviates(reading: &Reading<'_>, short: &Word<'_>, long: &Candidate) -> bool {
    if long.entity_type != EntityType::Organisation
        || !short.is_word()
        || gazetteer::is_common(short.text)
        || !(3..=10).contains(&short.text.len())
    {
        return false;
    }
    let capitals = reading.words[long.from..long.end].iter().filter(|w| w.capital);
    let mut rest = short.text.chars().flat_map(char::to_lowercase).peekable();
    let mut hits = 0;
    let mut words = 0;
    for word in capitals {
        words += 1;
        let mut letters = word.text.chars().flat_map(char::to_lowercase);
        let initial = letters.next();
        if initial.is_none() || initial != rest.peek().copied() {
            continue;
        }
        hits += 1;
        rest.next();
        for letter in letters {
            if rest.peek() == Some(&letter) {
                rest.next();
            } else {
                break;
            }
        }
    }
    rest.peek().is_none() && hits >= 2 && hits * 2 >= words
}

/// Whether at least two of the letters, in order, begin words of the name.
fn stands_for(reading: &Reading<'_>, letters: &str, long: &Candidate) -> bool {
    let mut rest = letters.chars().filter(|c| c.is_uppercase()).peekable();
    let mut hits = 0;
    for word in &reading.words[long.from..long.end] {
        let initial = word.text.chars().next().map(|c| c.to_uppercase().next().unwrap_or(c));
        if initial.is_some() && initial == rest.peek().copied() {
            rest.next();
            hits += 1;
        }
    }
    hits >= 2
}

/// Proposes further mentions of what `settled` names.
pub fn find(reading: &Reading<'_>, settled: &[Candidate], found: &mut Vec<Candidate>) {
    let mut known: BTreeMap<&str, Vec<Known<'_>>> = BTreeMap::new();
    for candidate in settled {
        for form in forms(reading, candidate) {
            let list = known.entry(form.words[0]).or_default();
            if !list.iter().any(|k| k.words == form.words) {
                list.push(form);
            }
        }
    }
    for list in known.values_mut() {
        span::by_number(list, |k| u64::MAX - k.words.len() as u64);
    }
    let mut weights = vec![0_u8; reading.words.len()];
    for candidate in settled {
        weights[candidate.from..candidate.end]
            .fill(candidate.weight + u8::from(candidate.end - candidate.from > 1) * 100);
    }
    for at in 0..reading.words.len() {
        if !reading.words[at].capital {
            continue;
        }
        let Some(list) = known.get(reading.words[at].text) else { continue };
        if let Some(form) = list.iter().find(|k| follows(reading, at, &k.words)) {
            again(reading, at, form, &weights, found);
        }
    }
}

fn follows(reading: &Reading<'_>, at: usize, words: &[&str]) -> bool {
    reading
        .words
        .get(at..at + words.len())
        .is_some_and(|here| here.iter().zip(words).all(|(word, wanted)| word.text == *wanted))
}

fn again(
    reading: &Reading<'_>,
    at: usize,
    form: &Known<'_>,
    weights: &[u8],
    found: &mut Vec<Candidate>,
) {
    let end = at + form.words.len();
    let word = &reading.words[at];
    let taken = weights[at..end].iter().max().copied().unwrap_or(0);
    let weight = match form.form {
        Form::Short => 67,
        Form::Acronym => 69,
        _ => 74,
    };
    let more = |i: usize| {
        reading.words.get(i).is_some_and(|w| {
            let plain = w.glued || w.role || (w.loud && w.common);
            w.capital && !plain && !reading.is(i, lists::NEVER)
        })
    };
    let place =
        at > 0 && reading.is(at - 1, lists::PLACE_PREPOSITIONS) && word.may_be(Kinds::PLACE);
    let hyphen = reading.words.get(end).is_some_and(super::reading::Word::is_hyphen);
    let single = form.form == Form::Short
        && (place || (hyphen && !form.words[0].is_empty()) || (more(end) && taken == 0));
    let doubtful = form.form == Form::Short
        && (word.first || word.loud)
        && word.common
        && reading.in_lower_case(word.text);
    if taken >= weight || single || doubtful {
        return;
    }
    found.push(
        Candidate::new((at, end), form.entity_type, form.rule, weight)
            .subtype(form.subtype)
            .form(form.form)
            .certainty(if word.loud { Certainty::Likely } else { Certainty::Sure })
            .because(form.from.0, form.from.1),
    );
}

/// The forms in which a name may come again.
fn forms<'a>(reading: &Reading<'a>, candidate: &Candidate) -> Vec<Known<'a>> {
    let words: Vec<&str> =
        reading.words[candidate.from..candidate.end].iter().map(|w| w.text).collect();
    let known = |words: Vec<&'a str>, form, rule| Known {
        words,
        entity_type: candidate.entity_type,
        subtype: candidate.subtype,
        form,
        rule,
        from: (candidate.from, candidate.end),
    };
    let mut all = Vec::new();
    if candidate.entity_type == EntityType::Person
        && (words.len() >= 2 && candidate.weight >= 56 || candidate.weight >= 90)
    {
        short_forms(reading, candidate, &mut |at, end| {
            let words = reading.words[at..end].iter().map(|w| w.text).collect();
            all.push(known(words, Form::Short, &SURNAME));
        });
    }
    if std::ptr::eq(candidate.rule, &raw const DEFINED) {
        all.push(known(words, Form::Acronym, &DEFINED));
    } else if words.len() >= 2 && candidate.weight >= 56 {
        all.push(known(words, candidate.form, &AGAIN));
    }
    all
}

/// Where a person's surname stands in the full name: at the end, with its particles, or in front.
fn short_forms(reading: &Reading<'_>, candidate: &Candidate, keep: &mut dyn FnMut(usize, usize)) {
    let (from, end) = (candidate.from, candidate.end);
    let hyphen = reading.words[from..end].iter().any(super::reading::Word::is_hyphen);
    let Some(last) = (from..end).rev().find(|&i| {
        reading.words[i].capital
            && reading.words[i].text.chars().count() > 2
            && !matches!(&*reading.lower(i), "iii" | "jr" | "sr")
    }) else {
        return;
    };
    let first = reading.words[from].entry().kinds;
    if hyphen
        && last > from
        && reading.words[last - 1].is_hyphen()
        && reading.words[last - 2].capital
    {
        // `Anna Druze-Okafor`, or `Kim Sol-ryong` in capitals.
        keep(last - 2, last + 1);
    } else if (last > from || end - from == 1)
        && !(last + 1 < end && reading.words[last + 1].is_hyphen())
    {
        keep(last, last + 1);
        let mut start = last;
        while start > from + 1 && reading.is(start - 1, lists::PARTICLES) {
            start -= 1;
        }
        if start < last {
            keep(start, last + 1);
        }
    }
    // Children and guests of talks are called by their given names.
    let given = first.has(Kinds::GIVEN) && !reading.words[from].common;
    if given && end - from >= 2 && !first.has(Kinds::PLACE) && !hyphen_behind(reading, from) {
        keep(from, from + 1);
    }
    if first.has(Kinds::FAMILY) && end - from >= 2 && (!first.has(Kinds::GIVEN) || hyphen) {
        keep(from, from + 1);
    }
}

fn hyphen_behind(reading: &Reading<'_>, at: usize) -> bool {
    reading.words.get(at + 1).is_some_and(Word::is_hyphen)
}
