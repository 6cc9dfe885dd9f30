//! One amount at one place.

use super::{amount, modifier, units};
use crate::{
    report::{Amount, AmountKind, AmountMod},
    span::Span,
    text::{
        Document, Sentence,
        numerals::{self, Numeral, NumeralForm, NumeralKind},
    },
};

/// Reads amounts in one sentence.
pub(super) struct Reader<'a> {
    pub document: &'a Document,
    pub end: usize,
    pub begin: usize,
}

/// A number or range with its unit, before it is known what it counts.
pub(super) struct Measure {
    pub low: f64,
    pub high: f64,
    /// The token after the last one of the number.
    pub after: usize,
    pub first: Numeral,
}

impl<'a> Reader<'a> {
    /// For the tokens of `sentence`.
    pub(super) fn new(document: &'a Document, sentence: &Sentence) -> Self {
        Self { document, begin: sentence.tokens.0, end: sentence.tokens.1 }
    }

    /// The amount that begins at token `i`, and the token after it.
    pub(super) fn at(&self, i: usize) -> Option<(Amount, usize)> {
        let (modifier, number) = match modifier::read(|k| self.lookup(i + k)) {
            Some((modifier, words)) => (Some(modifier), i + words),
            None if self.is(i, "between") || self.is(i, "from") => (None, i + 1),
            None => (None, i),
        };
        let (mut found, after) = self.unmodified(number)?;
        // A leading `between` is part of a range, and of nothing else.
        let start = if modifier.is_some()
            || (number > i && found.low < found.high && self.is(i, "between"))
        {
            i
        } else {
            number
        };
        found.span = self.span(start, number + 1)?.to(found.span);
        found.modifier = modifier;
        let (modifier, after) = self.trailing_modifier(after);
        if let Some(modifier) = modifier {
            found.modifier = Some(modifier);
            found.span = found.span.to(self.span(after - 1, after)?);
        }
        Some((found, after))
    }

    /// `10 people or more`, `five or so`.
    pub(super) fn trailing_modifier(&self, after: usize) -> (Option<AmountMod>, usize) {
        let read = match (self.word(after), self.word(after + 1)) {
            ("or", "so") => Some(AmountMod::About),
            ("or", "more") => Some(AmountMod::AtLeast),
            ("or", "less" | "fewer") => Some(AmountMod::AtMost),
            _ => None,
        };
        (read, after + 2 * usize::from(read.is_some()))
    }

    fn unmodified(&self, i: usize) -> Option<(Amount, usize)> {
        self.money_before(i).or_else(|| {
            let measure = self.measure(i)?;
            self.age(i, &measure)
                .or_else(|| self.percent(i, &measure))
                .or_else(|| self.money_after(i, &measure))
                .or_else(|| self.quantity(i, &measure))
                .or_else(|| self.ordinal(i, &measure))
                .or_else(|| self.count(i, &measure))
        })
    }

    /// A number at `i`, or a range of two.
    pub(super) fn measure(&self, i: usize) -> Option<Measure> {
        let first = self.single(i)?;
        if first.first.kind == NumeralKind::Ordinal {
            return Some(first);
        }
        let between = i > 0 && self.is(i - 1, "between") && self.is(first.after, "and");
        let link = if between { Some(first.after + 1) } else { self.range_link(first.after) };
        // What stands between the halves of a range may be the unit: `3% to 5%`.
        let linked = link.or_else(|| {
            let percent = self.is(first.after, "%");
            percent.then(|| self.range_link(first.after + 1)).flatten()
        });
        let Some(second) = linked.and_then(|at| self.single(at)) else { return Some(first) };
        let low = if second.first.form == NumeralForm::Lettered
            && first.first.form == NumeralForm::Digits
        {
            first.low * lettered_scale(&second)
        } else if self.scaled(&second) && !self.scaled(&first) && first.low < 1000.0 {
            // `3 to 5 million`: the scale counts for both.
            first.low * second.low / self.leading(&second)
        } else {
            first.low
        };
        let range = second.first.kind == NumeralKind::Cardinal && low < second.high;
        let tight = link.is_some_and(|at| self.joined(at));
        let unit = self.has_unit(second.after);
        // `3-1` and `10-12` are scores or days unless a unit follows.
        if !range || (tight && !unit && !self.scaled(&second)) {
            return Some(first);
        }
        Some(Measure { low, high: second.high, after: second.after, first: second.first })
    }

    pub(super) fn single(&self, i: usize) -> Option<Measure> {
        if i >= self.end {
            return None;
        }
        let tokens = self.document.tokens().get(..self.end)?;
        let first = numerals::read(self.document.text(), tokens, i)?;
        Some(Measure { low: first.value, high: first.value, after: i + first.tokens, first })
    }

    /// The token after a range's `-`, `–`, `to`.
    pub(super) fn range_link(&self, at: usize) -> Option<usize> {
        (["-", "–", "—", "to"].iter().any(|link| self.is(at, link))).then_some(at + 1)
    }

    /// Whether a unit, a percent sign or a currency's name stands at `at`.
    fn has_unit(&self, at: usize) -> bool {
        let at = self.past_hyphen(at);
        let word = self.word(at);
        units::unit(word).is_some()
            || units::currency(word).is_some()
            || ["%", "percent", "per", "pc", "year"].contains(&word)
    }

    /// Whether a numeral ends in a scale word: `5 million`.
    fn scaled(&self, measure: &Measure) -> bool {
        measure.first.tokens > 1 && numerals::scale(self.word(measure.after - 1)).is_some()
    }

    /// The number before a scale word.
    fn leading(&self, measure: &Measure) -> f64 {
        let scale = numerals::scale(self.word(measure.after - 1)).unwrap_or(1.0);
        measure.low / scale
    }

    pub(super) fn of(
        &self,
        measure: &Measure,
        kind: AmountKind,
        from: usize,
        to: usize,
        rule: &'static crate::rules::Rule,
    ) -> Option<Amount> {
        let mut found = amount(kind, self.span(from, to)?, rule);
        (found.low, found.high) = (Some(measure.low), Some(measure.high));
        Some(found)
    }

    pub(super) fn span(&self, from: usize, to: usize) -> Option<Span> {
        let tokens = self.document.tokens();
        Some(tokens.get(from)?.span.to(tokens.get(to.checked_sub(1)?)?.span))
    }

    fn lookup(&self, i: usize) -> Option<&'a str> {
        (i < self.end).then(|| self.document.word(&self.document.tokens()[i]))
    }

    pub(super) fn word(&self, i: usize) -> &'a str {
        self.lookup(i).unwrap_or_default()
    }

    pub(super) fn is(&self, i: usize, word: &str) -> bool {
        self.word(i).eq_ignore_ascii_case(word)
    }

    pub(super) fn joined(&self, i: usize) -> bool {
        let tokens = self.document.tokens();
        i > self.begin && i < self.end && tokens[i - 1].span.end() == tokens[i].span.start()
    }

    pub(super) fn past_hyphen(&self, i: usize) -> usize {
        i + usize::from(self.is(i, "-") && self.joined(i) && self.joined(i + 1))
    }
}

/// What the letter of `5m` multiplies by.
pub(super) fn lettered_scale(measure: &Measure) -> f64 {
    let value = measure.high.abs();
    [1e12, 1e9, 1e6, 1e3].into_iter().find(|scale| value >= *scale).unwrap_or(1.0)
}
