//! The words that name a speaker, beside a verb of saying.

use super::{
    view::{Item, Scene, View},
    words::{Class, Word},
};
use crate::text::TokenKind;

/// Items `from..to` of a view.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Range {
    /// First item.
    pub(crate) from: usize,
    /// Past the last.
    pub(crate) to: usize,
}

/// How far a noun phrase reaches, at most.
const LONGEST: usize = 28;
/// How far a noun and its adjectives reach.
const NOUN: usize = 5;

impl Scene<'_> {
    /// The subject that ends before item `verb`, past adverbs, auxiliaries and appositions.
    pub(crate) fn subject_before(&self, view: &View, verb: usize) -> Option<Range> {
        let mut end = self.skip_back(view, verb);
        if end == 0 {
            return None;
        }
        for (open, close) in [(",", ","), ("—", "—"), ("–", "–"), ("(", ")"), ("-", "-")] {
            if self.is(view, end - 1, close) {
                end = self.before_apposition(view, end - 1, open)?;
                break;
            }
        }
        self.phrase_before(view, end)
    }

    /// The noun and what stands with it right before item `at`: "reports", "a new poll".
    pub(crate) fn noun_before(&self, view: &View, at: usize) -> Option<Range> {
        let small = Class::PREPOSITION.or(Class::VERB).or(Class::CALENDAR);
        let mut from = at;
        while from > 0 && at - from < NOUN {
            let Some(word) = self.word(view, from - 1) else { break };
            if word.class.is(Class::DETERMINER.or(Class::POSSESSIVE)) {
                from -= 1;
                break;
            }
            if !word.is_nominal() || word.class.is(small) {
                break;
            }
            from -= 1;
        }
        (from < at).then_some(Range { from, to: at })
    }

    /// Past the adverbs and auxiliaries before `at`.
    pub(crate) fn skip_back(&self, view: &View, at: usize) -> usize {
        let mut end = at;
        while end > 0 {
            let Some(word) = self.word(view, end - 1) else { break };
            let skipped = word.class.is(Class::AUXILIARY)
                || word.class.is(Class::ADVERB)
                || word.class.is(Class::NEGATION);
            let noun = word.capital && end > 1 && !word.class.is(Class::AUXILIARY);
            if word.class.is(Class::PRONOUN.or(Class::DETERMINER))
                || !skipped
                || noun && !word.class.is(Class::ADVERB)
            {
                break;
            }
            end -= 1;
        }
        end
    }

    /// Where the phrase ends that an apposition, closed at item `close`, stands beside.
    fn before_apposition(&self, view: &View, close: usize, open: &str) -> Option<usize> {
        let mut to = close;
        let mut tries = 0;
        while tries < 5 {
            tries += 1;
            let comma = (to.saturating_sub(LONGEST)..to).rev().find(|&i| self.is(view, i, open))?;
            let from = (comma.saturating_sub(LONGEST)..comma)
                .rev()
                .find(|&i| {
                    self.is_any(view, i, &[",", ";", ":", "—"])
                        || matches!(view.items[i], Item::Quote(..))
                })
                .map_or(0, |i| i + 1);
            let first = self.word(view, from);
            let beside = first.is_none_or(|w| {
                w.kind == TokenKind::Number
                    || w.class.is(Class::PREPOSITION) && !w.capital
                    || w.class.is(Class::SUBORDINATOR)
            }) || self.is_any(view, from, &["a", "an"]) && from > 0;
            if !beside || from == 0 {
                return Some(comma);
            }
            to = comma;
        }
        None
    }

    /// The subject of the clause that ends before item `end`, whatever its verb: the name that the
    /// clause begins with.
    pub(crate) fn clause_subject(&self, view: &View, end: usize) -> Option<Range> {
        let from = (end.saturating_sub(LONGEST)..end)
            .rev()
            .find(|&i| {
                self.is_any(view, i, &[",", ";", ":", "—", "that"])
                    || matches!(view.items[i], Item::Quote(..))
            })
            .map_or(end.saturating_sub(LONGEST), |i| i + 1);
        let first =
            (from..end).find(|&i| !self.has(view, i, Class::COORDINATOR.or(Class::ADVERB)))?;
        let range = self.phrase_after(view, first).filter(|r| r.to <= end)?;
        let capital = |i: &usize| self.word(view, *i).is_some_and(|w| w.capital);
        let names = (range.from..range.to).take_while(capital).count();
        let verb_follows = range.to == end || range.from + names < range.to;
        let to =
            if names > 0 && verb_follows && range.from > 0 { range.from + names } else { range.to };
        Some(Range { from: range.from, to })
    }

    /// The noun phrase that ends before item `end`.
    fn phrase_before(&self, view: &View, end: usize) -> Option<Range> {
        let last = self.word(view, end.checked_sub(1)?)?;
        if last.class.is(Class::PRONOUN) {
            return Some(Range { from: end - 1, to: end });
        }
        if !last.is_nominal()
            && last.kind != TokenKind::Clitic
            && !self.is_any(view, end - 1, &[")", "."])
        {
            return None;
        }
        let mut from = end;
        while from > 0 && end - from < LONGEST {
            let Some(word) = self.word(view, from - 1) else { break };
            if !self.continues_back(view, from - 1, word) {
                break;
            }
            from -= 1;
        }
        self.trimmed(view, Range { from, to: end })
    }

    fn continues_back(&self, view: &View, at: usize, word: &Word) -> bool {
        let text = self.text(word.span);
        if word.kind == TokenKind::Mark {
            return matches!(
                text,
                "-" | "." | "&" | "/" | "'" | "’" | "(" | ")" | "$" | "%" | "‑" | "@"
            );
        }
        if word.class.is(Class::COORDINATOR) {
            // "Tokyo and Seoul said", but "he sat down and Smith said".
            let capital = |i: usize| self.word(view, i).is_some_and(|w| w.capital);
            return at > 0 && text != "but" && (capital(at - 1) && capital(at + 1));
        }
        if word.class.is(Class::VERB) && !word.capital {
            return false;
        }
        // "the newly chosen minister", "the newly-chosen minister".
        let led = at > 0 && self.has(view, at - 1, Class::DETERMINER.or(Class::POSSESSIVE));
        if led && word.class.is(Class::ADVERB) {
            return true;
        }
        let verb = word
            .cues
            .iter()
            .any(|c| c.verb.speech && c.inflection == super::cues::Inflection::Past);
        if verb
            && !word.capital
            && !self.has(view, at.wrapping_sub(1), Class::DETERMINER.or(Class::POSSESSIVE))
        {
            return false;
        }
        if word.class.is(Class::DETERMINER) && word.class.is(Class::SUBORDINATOR) {
            return self.word(view, at + 1).is_some_and(|w| !w.capital && w.is_nominal())
                && at == 0;
        }
        if word.class.is(Class::PREPOSITION) && !word.capital {
            return true;
        }
        word.kind == TokenKind::Clitic
            || word.is_nominal()
            || word.class.is(Class::DETERMINER.or(Class::POSSESSIVE))
            || word.capital
                && at == 0
                && word.class.is(Class::DETERMINER.or(Class::PREPOSITION).or(Class::ADVERB))
    }

    /// The noun phrase that begins at item `at`: the subject after an inverted verb, or the object.
    pub(crate) fn phrase_after(&self, view: &View, at: usize) -> Option<Range> {
        let mut from = at;
        while self.has(view, from, Class::ADVERB) && !self.has(view, from, Class::DETERMINER) {
            from += 1;
        }
        let first = self.word(view, from)?;
        if first.class.is(Class::CALENDAR) && (first.capital || first.kind == TokenKind::Word) {
            return None;
        }
        if first.class.is(Class::PRONOUN) && !first.class.is(Class::SUBORDINATOR) {
            return Some(Range { from, to: from + 1 });
        }
        let starts = first.is_nominal() && !first.class.is(Class::SUBORDINATOR)
            || first.class.is(Class::DETERMINER.or(Class::POSSESSIVE))
                && !self.is(view, from, "that");
        if !starts {
            return None;
        }
        let mut to = from + 1;
        while to - from < LONGEST && self.continues_after(view, to) {
            to += 1;
        }
        while to > from + 1
            && self
                .word(view, to - 1)
                .is_some_and(|w| !w.is_nominal() && w.kind != TokenKind::Clitic)
        {
            to -= 1;
        }
        Some(Range { from, to })
    }

    fn continues_after(&self, view: &View, at: usize) -> bool {
        let Some(word) = self.word(view, at) else { return false };
        let text = self.text(word.span);
        let next = self.word(view, at + 1);
        let next_noun = next
            .is_some_and(|w| w.is_nominal() || w.class.is(Class::DETERMINER.or(Class::POSSESSIVE)));
        if word.kind == TokenKind::Mark {
            return matches!(text, "-" | "." | "&" | "/" | "‑")
                && next.is_some_and(super::words::Word::is_nominal)
                && (text != "."
                    || self.word(view, at - 1).is_some_and(|w| w.capital && w.span.len() <= 5)
                        && next.is_some_and(|w| w.capital));
        }
        if word.kind == TokenKind::Clitic {
            return matches!(text, "'s" | "’s" | "'" | "’")
                && next.is_some_and(super::words::Word::is_nominal);
        }
        if word.class.is(Class::COORDINATOR) {
            return text == "and" && next.is_some_and(|w| w.capital);
        }
        if word.class.is(Class::PREPOSITION) && !word.capital {
            return matches!(text, "of" | "for" | "at" | "from" | "with") && next_noun;
        }
        if word.class.is(Class::DETERMINER) {
            return self.has(view, at - 1, Class::PREPOSITION) && text != "that";
        }
        let said = word.class.is(Class::VERB) || word.cues.iter().any(|c| c.verb.speech);
        let verb = !word.capital && said;
        let time =
            word.class.is(Class::CALENDAR) && self.word(view, at - 1).is_some_and(|w| w.capital);
        word.is_nominal() && !verb && !time
    }
}
