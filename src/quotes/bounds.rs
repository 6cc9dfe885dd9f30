//! Where a reported clause ends: signs that the narrator, or another clause, goes on.

use super::{
    hits::Hit,
    view::{Item, Scene, View},
    words::Class,
};
use crate::{report::CueClass, text::TokenKind};

/// What opens an aside of the narrator after a comma.
const ASIDE: &[&str] = &[
    "although", "though", "where", "while", "after", "when", "despite", "compared", "even",
    "however",
];

/// How many items a clause may have.
pub(crate) const LONGEST: usize = 120;

impl Scene<'_> {
    /// Whether a clause of its own begins at item `at`, so that a noun phrase ends before it.
    pub(crate) fn starts_clause(&self, view: &View, at: usize) -> bool {
        self.word(view, at).is_some_and(|w| {
            let verb = w.class.is(Class::AUXILIARY) && w.kind != TokenKind::Clitic;
            let opens = w.class.is(Class::SUBORDINATOR)
                && !w.class.is(Class::PREPOSITION.or(Class::DETERMINER))
                && !self.is_any(view, at, &["who", "which", "whose", "as", "than"]);
            !w.capital && (verb || opens)
        })
    }

    /// Whether item `at` is a comma, or a quote that ends with one.
    fn pauses(&self, view: &View, at: usize) -> bool {
        match view.items.get(at) {
            Some(&Item::Quote(quote, piece)) => {
                self.last_char(self.marked[quote].pieces[piece]) == Some(',')
            }
            _ => self.is(view, at, ","),
        }
    }

    /// Whether a verb, as far as small words tell, stands in `from..to`.
    pub(crate) fn verbal(&self, view: &View, from: usize, to: usize) -> bool {
        (from..to.min(from + 30)).any(|i| {
            self.word(view, i).is_some_and(|w| {
                let text = self.text(w.span);
                let past = w.is_nominal()
                    && !w.capital
                    && text.ends_with("ed")
                    && !text.ends_with("bed")
                    && !text.ends_with("eed")
                    && i > from;
                past || w.class.is(Class::AUXILIARY) && w.kind == TokenKind::Word
                    || w.cues.iter().any(|c| c.verb.speech) && i > from && !w.capital
            })
        })
    }

    /// Where the clause that begins at `from` ends: before the next cue of its own, or with the sentence.
    pub(crate) fn clause_end(&self, view: &View, hits: &[Hit], h: usize, from: usize) -> usize {
        let mut end = view.items.len().min(from + LONGEST);
        for next in hits.iter().skip(h + 1).filter(|n| n.at > from).take(6) {
            let edge = self.skip_back(view, next.at);
            let start =
                if next.inverted { next.at } else { next.source.map_or(next.at, |s| s.from) };
            let gerund = !next.finite
                && !next.noun
                && next.speech
                && next.at > from
                && self.pauses(view, next.at - 1);
            let according = next.class == CueClass::AccordingTo;
            let joined = next.finite
                && next.speech
                && edge > from
                && self.has(view, edge - 1, Class::COORDINATOR);
            let own = next.finite
                && next.speech
                && start > from
                && self.is_any(view, start - 1, &[",", "but", "and", "while", "—"]);
            let cut = if gerund {
                Some(next.at - usize::from(self.is(view, next.at - 1, ",")))
            } else if according {
                Some(start)
            } else if joined {
                Some(edge - 1)
            } else if own {
                Some(start - 1)
            } else {
                None
            };
            if let Some(cut) = cut.filter(|c| *c > from) {
                end = cut;
                break;
            }
        }
        let last_comma = (from + 1..end).rev().find(|&i| self.is(view, i, ","));
        let aside = |i: usize| {
            let opens = |words: &[&str]| self.is(view, i, ",") && self.is_any(view, i + 1, words);
            let whole = || self.verbal(view, from, i);
            opens(&["which", "who", "whose"]) && (whole() || last_comma == Some(i) && i > from + 4)
                || opens(ASIDE) && (i > from + 4 || whole())
        };
        if let Some(cut) = (from + 1..end).find(|&i| self.is(view, i, ";") || aside(i)) {
            end = cut;
        }
        while end > from
            && self.is_any(view, end - 1, &[".", "!", "?", ",", "but", "and", "while", "—", ")"])
        {
            end -= 1;
        }
        end
    }
}
