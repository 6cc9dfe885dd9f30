//! Events and works: by the last or first word of the name, or in quotation marks after a cue.

use super::{candidates::Candidate, lists, organisation, reading::Reading};
use crate::{
    report::{Certainty, EntityType},
    rules::Rule,
    text::TokenKind,
};

/// Events by the words of the name.
pub static EVENT: Rule = Rule {
    id: "event.head",
    note: "the name holds a word for an event",
    hits: &[
        "She won the ⟦Orlin Cup⟧ twice.",
        "Roofs flew when ⟦Hurricane Brisa⟧ came.",
        "He wrote on the ⟦Battle of Sennar⟧ at length.",
    ],
    misses: &["She won the cup twice.", "The war went on for years."],
}
.lean();

/// Laws, treaties and prizes by the words of the name.
pub static WORK: Rule = Rule {
    id: "work.head",
    note: "the name holds a word for a law, treaty or prize",
    hits: &["The ⟦Clean Rivers Act⟧ passed.", "They signed the ⟦Treaty of Orsk⟧ there."],
    misses: &["The act passed by a vote.", "They signed a treaty there."],
}
.lean();

/// A title in quotation marks.
pub static QUOTED: Rule = Rule {
    id: "work.quoted",
    note: "a title in quotation marks after a word for a work",
    hits: &["Her novel “⟦The Salt Road⟧” sold well.", "The film ‘⟦Iron Orchard⟧’ opens today."],
    misses: &["Her novel “sold very well” there.", "The mayor said “The Road Is Closed” twice."],
}
.lean();

/// Proposes events and works.
pub fn find(reading: &Reading<'_>, runs: &[(usize, usize)], found: &mut Vec<Candidate>) {
    for &(from, end) in runs {
        let storm = reading.is(from, lists::STORMS);
        let start = from + usize::from(reading.is_mere_opening(from) && !storm);
        if start < end {
            named(reading, start, end, found);
        }
    }
    quoted(reading, found);
}

fn named(reading: &Reading<'_>, from: usize, end: usize, found: &mut Vec<Candidate>) {
    let last = (from + 1..end).rev().find(|&at| {
        reading.words[at].capital && (reading.is(at, lists::EVENTS) || reading.is(at, lists::WORKS))
    });
    if let Some(last) = last
        .filter(|&l| !(reading.words[l].loud && reading.words[from..l].iter().any(|w| w.common)))
    {
        if reading.is(last, lists::EVENTS) {
            found.push(Candidate::new((from, last + 1), EntityType::Event, &EVENT, 83));
        } else {
            found.push(
                Candidate::new((from, last + 1), EntityType::Work, &WORK, 83).subtype(Some("law")),
            );
        }
        return;
    }
    let tail = end - 1;
    if let Some(stop) = organisation::complement(reading, end) {
        if reading.is(tail, lists::EVENT_OF) {
            found.push(Candidate::new((from, stop), EntityType::Event, &EVENT, 83));
        } else if reading.is(tail, lists::WORK_OF) {
            let law = Candidate::new((from, stop), EntityType::Work, &WORK, 83);
            found.push(law.subtype(Some("law")));
        }
    }
    if reading.is(from, lists::STORMS) && end - from >= 2 && !reading.words[from].loud {
        found.push(Candidate::new((from, end), EntityType::Event, &EVENT, 83));
    }
}

/// `novel “The Salt Road”`: short, every longer word with a capital.
fn quoted(reading: &Reading<'_>, found: &mut Vec<Candidate>) {
    for at in 1..reading.words.len() {
        if !matches!(reading.words[at].text, "“" | "\"" | "‘")
            || !reading.is(at - 1, lists::WORK_CUES)
        {
            continue;
        }
        let Some(close) = (at + 1..(at + 10).min(reading.words.len()))
            .find(|&i| matches!(reading.words[i].text, "”" | "\"" | "’" | "'"))
        else {
            continue;
        };
        let inner = &reading.words[at + 1..close];
        let title = inner.first().is_some_and(|w| w.capital)
            && inner
                .iter()
                .all(|w| w.capital || w.text.len() <= 3 || w.token.kind != TokenKind::Word);
        if title {
            found.push(
                Candidate::new((at + 1, close), EntityType::Work, &QUOTED, 92)
                    .subtype(Some("title"))
                    .certainty(Certainty::Likely)
                    .because(at - 1, at),
            );
        }
    }
}
