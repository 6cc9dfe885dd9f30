//! Products: weapons and vehicles with letters and a number.

use super::{candidates::Candidate, lists, reading::Reading};
use crate::{
    report::{Certainty, EntityType},
    rules::Rule,
    text::TokenKind,
};

/// `Su-35`, `F-16`, `AK-47`.
pub static MODEL: Rule = Rule {
    id: "product.model",
    note: "letters and a number, as weapons and vehicles are named",
    hits: &[
        "A ⟦Su-35⟧ fighter jet flew over.",
        "They carry ⟦AK-47⟧ rifles and drove a ⟦T-72⟧ tank.",
    ],
    misses: &["The G-20 met in the hall.", "Cases of Covid-19 rose by 20."],
}
.lean();

/// Proposes models.
pub fn find(reading: &Reading<'_>, found: &mut Vec<Candidate>) {
    for at in 0..reading.words.len() {
        let words = &reading.words;
        let Some([letters, hyphen, number]) = words.get(at..at + 3) else { break };
        let shaped = letters.capital
            && letters.text.len() <= 4
            && hyphen.is_hyphen()
            && number.glued
            && number.token.kind == TokenKind::Number
            && number.text.len() <= 3;
        if !shaped || !lists::has(lists::SERIES, &reading.lower(at)) {
            continue;
        }
        let mut end = at + 3;
        while words.get(end).is_some_and(|w| w.glued && w.is_word() && w.text.len() <= 3) {
            end += 1;
        }
        let context = in_context(reading, at, end);
        let known = matches!(
            &*reading.lower(at),
            "su" | "mig" | "tu" | "ak" | "f" | "kh" | "ka" | "mi" | "t"
        );
        if context || known {
            let certainty = if context { Certainty::Sure } else { Certainty::Check };
            found.push(
                Candidate::new((at, end), EntityType::Product, &MODEL, 88)
                    .subtype(Some("weapon"))
                    .certainty(certainty),
            );
        }
    }
}

/// Whether a word for weapons or vehicles stands within four tokens.
pub fn in_context(reading: &Reading<'_>, from: usize, end: usize) -> bool {
    let near = |i: usize| reading.is(i, lists::WEAPONRY);
    (from.saturating_sub(4)..from).any(near) || (end..end + 4).any(near)
}
