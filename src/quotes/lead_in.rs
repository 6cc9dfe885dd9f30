//! What stands before a subject and is no part of it: "On Friday", "And then", "In Washington".

use super::{
    source::Range,
    view::{Scene, View},
    words::Class,
};
use crate::text::TokenKind;

impl Scene<'_> {
    /// Drops what leads in: "On Friday", "But", "And then".
    pub(crate) fn trimmed(&self, view: &View, range: Range) -> Option<Range> {
        let Range { mut from, to } = range;
        while from < to {
            let word = self.word(view, from)?;
            let about = self.is_any(view, from, &["about", "around", "over", "under"])
                && self
                    .word(view, from + 1)
                    .is_some_and(|w| w.kind == TokenKind::Number || w.class.is(Class::DETERMINER));
            if about {
                break;
            }
            if word.class.is(Class::PREPOSITION.or(Class::SUBORDINATOR))
                && !word.class.is(Class::DETERMINER)
                && (from == 0 || !word.capital)
            {
                from = self.after_lead_in(view, Range { from, to });
            } else if word.kind == TokenKind::Mark
                || self.is_predicate(view, from, to)
                || word.kind == TokenKind::Clitic
                || word.class.is(Class::COORDINATOR.or(Class::ADVERB).or(Class::CALENDAR))
            {
                from += 1;
            } else {
                break;
            }
        }
        let named =
            (from..to).any(|i| self.word(view, i).is_some_and(|w| w.kind != TokenKind::Mark));
        (from < to && named).then_some(Range { from, to })
    }

    /// Whether item `at` is a verb with its object rather than a noun's adjective: "airing a new
    /// film", "hacked".
    fn is_predicate(&self, view: &View, at: usize, to: usize) -> bool {
        let verb = self.word(view, at).is_some_and(|w| {
            let text = self.text(w.span);
            !w.capital && text.len() > 4 && (text.ends_with("ed") || text.ends_with("ing"))
        });
        let object = Class::DETERMINER.or(Class::POSSESSIVE).or(Class::PREPOSITION);
        verb && (at + 1 == to || self.has(view, at + 1, object))
    }

    /// In "In Washington the minister" and "On Friday Smith": where the subject begins.
    fn after_lead_in(&self, view: &View, range: Range) -> usize {
        let Range { from, to } = range;
        let mut at = to;
        let nominal = |i: usize| {
            self.word(view, i).is_some_and(|w| {
                w.capital && !w.class.is(Class::CALENDAR)
                    || self.is_any(view, i, &["-", ".", "’s", "'s", "&"])
            })
        };
        while at > from + 1 && nominal(at - 1) {
            at -= 1;
        }
        if at < to {
            return at;
        }
        (from + 1..to)
            .rev()
            .find(|&i| {
                self.has(view, i, Class::DETERMINER.or(Class::POSSESSIVE))
                    && !self.has(view, i - 1, Class::PREPOSITION)
            })
            .unwrap_or(to)
    }
}
