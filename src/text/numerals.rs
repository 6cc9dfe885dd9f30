//! Numbers in digits and in words: `10,000`, `4.5bn`, `twenty-one`, `one and a half`, `two-thirds`.

mod words;

use self::words::{letter, ordinal_word, part, small};
use super::{Token, TokenKind};

/// A number that stands in the text.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Numeral {
    /// Its value.
    pub value: f64,
    /// How many tokens it takes.
    pub tokens: usize,
    /// What sort of number it is.
    pub kind: NumeralKind,
    /// How it is written.
    pub form: NumeralForm,
}

/// What sort of number a numeral is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NumeralKind {
    /// `three`, `1.5 million`, `one and a half`.
    Cardinal,
    /// `third`, `21st`.
    Ordinal,
    /// `half`, `two-thirds`, `3/4`.
    Fraction,
}

/// How a numeral is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NumeralForm {
    /// With words only.
    Words,
    /// With digits, perhaps with words after them: `10 million`.
    Digits,
    /// With digits and a letter that may also be a unit: `14m`, `5k`.
    Lettered,
}

/// The longest numeral, in tokens: keeps reading linear whatever the text.
const LONGEST: usize = 24;

/// Reads the numeral that begins at token `at`. Neither a bare `a` nor a bare scale (`thousand`) is
/// one; `a hundred`, `a dozen`, `half a million` and `a half` are. `second` is read as an ordinal and
/// `quarter` only after a count: whether they mean time is the caller's to say.
pub fn read(text: &str, tokens: &[Token], at: usize) -> Option<Numeral> {
    let reader = Reader { text, tokens };
    reader.may_begin(at).then(|| reader.numeral(at)).flatten()
}

/// The same without fractions and ordinals: for callers to whom `three quarters` is nine months.
pub fn cardinal(text: &str, tokens: &[Token], at: usize) -> Option<Numeral> {
    let reader = Reader { text, tokens };
    reader.may_begin(at).then(|| reader.cardinal(at)).flatten()
}

/// What a scale word (`hundred`, `million`, `dozen`, `bn`) multiplies by.
pub fn scale(word: &str) -> Option<f64> {
    words::scale(word)
}

/// The most bytes of a number in digits: more than anyone writes.
const LONGEST_DIGITS: usize = 64;

/// The value of a number in digits with its separators: `10,000`, `12,34,567`, `3.5`, `1.000.000`.
pub fn digits(word: &str) -> Option<f64> {
    let grouped = |by: char| {
        let mut groups = word.split(by);
        let first = groups.next().unwrap_or_default();
        let rest: Vec<&str> = groups.collect();
        let last = rest.last().is_some_and(|group| group.len() == 3);
        last && (1..=3).contains(&first.len()) && rest.iter().all(|g| matches!(g.len(), 2 | 3))
    };
    // Whoever looks at a text that is one long number does so again and again.
    if word.len() > LONGEST_DIGITS
        || !word.bytes().any(|b| b.is_ascii_digit())
        || word.bytes().any(|b| b.is_ascii_alphabetic())
    {
        return None;
    }
    if let Some((whole, fraction)) = word.split_once('.') {
        if fraction.contains('.') {
            return grouped('.').then(|| number(&word.replace('.', ""))).flatten();
        }
        let whole = if whole.contains(',') { digits(whole)? } else { number(whole)? };
        if fraction.is_empty() {
            return Some(whole);
        }
        let scale = 10f64.powi(i32::try_from(fraction.len()).ok()?);
        return Some((whole * scale + number(fraction)?) / scale).filter(|value| value.is_finite());
    }
    if word.contains(',') {
        return grouped(',').then(|| number(&word.replace(',', ""))).flatten();
    }
    number(word)
}

/// A whole number in ASCII digits. The library's reader of any `f64` brings tables of ten kilobytes.
fn number(digits: &str) -> Option<f64> {
    let next =
        |value: f64, byte: u8| byte.is_ascii_digit().then(|| value * 10.0 + f64::from(byte - b'0'));
    let value = digits.bytes().try_fold(0.0, next)?;
    (!digits.is_empty() && value.is_finite()).then_some(value)
}

struct Reader<'a> {
    text: &'a str,
    tokens: &'a [Token],
}

impl Reader<'_> {
    fn word(&self, at: usize) -> &str {
        self.tokens.get(at).map_or("", |t| t.span.of(self.text))
    }

    fn is(&self, at: usize, word: &str) -> bool {
        self.word(at).eq_ignore_ascii_case(word)
    }

    /// Whether no space stands between token `at` and the one before it.
    fn joined(&self, at: usize) -> bool {
        let ends = |i: usize| self.tokens.get(i).map(|t| (t.span.start(), t.span.end()));
        match (at.checked_sub(1).and_then(ends), ends(at)) {
            (Some((_, end)), Some((start, _))) => end == start,
            _ => false,
        }
    }

    /// The token after `at`, or after a hyphen there that joins two words.
    fn past_hyphen(&self, at: usize) -> usize {
        let hyphen = self.is(at, "-") && self.joined(at) && self.joined(at + 1);
        at + usize::from(hyphen)
    }

    fn may_begin(&self, at: usize) -> bool {
        let number = self.tokens.get(at).is_some_and(|t| t.kind == TokenKind::Number);
        number || words::may_begin(self.word(at))
    }

    fn numeral(&self, at: usize) -> Option<Numeral> {
        if let Some(half) = self.half(at) {
            return Some(half);
        }
        if let Some(ordinal) = self.ordinal(at) {
            return Some(ordinal);
        }
        let count = self.cardinal(at).or_else(|| self.one_part(at))?;
        Some(self.parts(at, count).unwrap_or(count))
    }

    /// `half`, `a half`, `half a million`, `half a dozen`.
    fn half(&self, at: usize) -> Option<Numeral> {
        let lead = usize::from(self.is(at, "a"));
        if !self.is(at + lead, "half") && self.word(at) != "½" {
            return None;
        }
        let after = at + lead + 1;
        let scaled = (lead == 0 && self.is(after, "a")).then(|| scale(self.word(after + 1)));
        let (value, tokens, kind) = match scaled.flatten() {
            Some(scale) => (scale / 2.0, 3, NumeralKind::Cardinal),
            None => (0.5, lead + 1, NumeralKind::Fraction),
        };
        Some(Numeral { value, tokens, kind, form: NumeralForm::Words })
    }

    /// `a third`, `a quarter`: the `a`, taken for one.
    fn one_part(&self, at: usize) -> Option<Numeral> {
        let part = self.is(at, "a") && part(self.word(at + 1)).is_some();
        part.then_some(Numeral {
            value: 1.0,
            tokens: 1,
            kind: NumeralKind::Cardinal,
            form: NumeralForm::Words,
        })
    }

    /// `count` as the numerator of the parts after it: `two-thirds`, `3/4`, `2 1/2`.
    fn parts(&self, at: usize, count: Numeral) -> Option<Numeral> {
        let after = self.past_hyphen(at + count.tokens);
        if let Some(by) = part(self.word(after)) {
            // `one second` and `5 second` are times or places in a row, no fractions.
            return (count.value < by && count.form == NumeralForm::Words).then_some(Numeral {
                value: count.value / by,
                tokens: after + 1 - at,
                kind: NumeralKind::Fraction,
                ..count
            });
        }
        let slash = |i: usize| {
            let over = self.is(i, "/") && self.joined(i) && self.joined(i + 1);
            let by = digits(self.word(i + 1)).filter(|&by| (2.0..=16.0).contains(&by))?;
            (over && !self.is(i + 2, "/")).then_some(by)
        };
        if let Some(by) = slash(after).filter(|&by| count.tokens == 1 && count.value < by) {
            let (value, tokens) = (count.value / by, after + 2 - at);
            return Some(Numeral { value, tokens, kind: NumeralKind::Fraction, ..count });
        }
        let over = digits(self.word(after)).filter(|_| count.tokens == 1)?;
        let by = slash(after + 1).filter(|&by| over < by)?;
        Some(Numeral { value: count.value + over / by, tokens: after + 3 - at, ..count })
    }

    /// `first`, `twenty-first`, `two hundred and fifth`, `21st`.
    fn ordinal(&self, at: usize) -> Option<Numeral> {
        let token = self.tokens.get(at)?;
        if token.kind == TokenKind::Number {
            let suffix = ["st", "nd", "rd", "th"].iter().any(|s| self.is(at + 1, s));
            let value = digits(self.word(at)).filter(|v| v.fract() == 0.0)?;
            return (suffix && self.joined(at + 1)).then_some(Numeral {
                value,
                tokens: 2,
                kind: NumeralKind::Ordinal,
                form: NumeralForm::Digits,
            });
        }
        let (value, end) =
            self.words(at, true).filter(|&(_, _, ordinal)| ordinal).map(drop_last)?;
        let (kind, form) = (NumeralKind::Ordinal, NumeralForm::Words);
        Some(Numeral { value, tokens: end - at, kind, form })
    }

    fn cardinal(&self, at: usize) -> Option<Numeral> {
        let token = self.tokens.get(at)?;
        let (mut value, mut end, mut form) = if token.kind == TokenKind::Number {
            (digits(self.word(at))?, at + 1, NumeralForm::Digits)
        } else {
            let (value, end) = self.words(at, false).map(drop_last)?;
            (value, end, NumeralForm::Words)
        };
        if form == NumeralForm::Digits {
            if let Some(by) = letter(self.word(end)).filter(|_| self.joined(end)) {
                (value, end, form) = (value * by, end + 1, NumeralForm::Lettered);
            } else if let Some(by) = scale(self.word(self.past_hyphen(end))) {
                (value, end) = (value * by, self.past_hyphen(end) + 1);
            }
        }
        if self.is(end, "and") && self.is(end + 1, "a") && self.is(end + 2, "half") {
            (value, end) = (value + 0.5, end + 3);
            if let Some(by) = scale(self.word(end)) {
                (value, end) = (value * by, end + 1);
            }
        } else if self.word(end) == "½" {
            (value, end) = (value + 0.5, end + 1);
        }
        Some(Numeral { value, tokens: end - at, kind: NumeralKind::Cardinal, form })
    }

    /// A run of number words: its value, the token after it, and whether its last word is an ordinal
    /// (read only if `ordinals`). Each word must be smaller than what the ones before leave open, so
    /// `nineteen ninety` and `two three` are two numbers each.
    fn words(&self, at: usize, ordinals: bool) -> Option<(f64, usize, bool)> {
        let lead = usize::from(self.is(at, "a") && scale(self.word(at + 1)).is_some());
        let (mut total, mut current) = (0.0, if lead == 1 { 1.0 } else { 0.0 });
        // What the next word may be at most; a scale must be smaller than the last one.
        let (mut room, mut last_scale, mut read) = (f64::INFINITY, f64::INFINITY, lead);
        let mut i = at + lead;
        while i < at + LONGEST {
            let next = if read == 0 { i } else { self.past_hyphen(i) };
            let next = if self.joins_with_and(next, read, room) { next + 1 } else { next };
            let word = self.word(next);
            if let Some(by) = scale(word).filter(|&by| read > 0 && by < last_scale) {
                if by <= 100.0 && current < 100.0 && current > 0.0 {
                    (current, room) = (current * by, by);
                } else if by > 100.0 && current > 0.0 {
                    (total, current, room, last_scale) = (total + current * by, 0.0, by, by);
                } else {
                    break;
                }
            } else if let Some(value) = small(word).filter(|&v| fits(v, current, room, read)) {
                (current, room) = (current + value, if value >= 20.0 { 10.0 } else { 1.0 });
            } else if let Some(value) = ordinal_word(word).filter(|_| ordinals) {
                let fits = if value >= 100.0 { read > 0 } else { fits(value, current, room, read) };
                if !fits {
                    return None;
                }
                let value = match value {
                    100.0 => total + current * 100.0,
                    v if v > 100.0 => total + current * v,
                    v => total + current + v,
                };
                return Some((value, next + 1, true));
            } else {
                break;
            }
            (i, read) = (next + 1, read + 1);
        }
        (read > lead).then_some((total + current, i, false))
    }

    /// Whether the `and` at `at` goes on with the numeral: after a scale, before a smaller number.
    fn joins_with_and(&self, at: usize, read: usize, room: f64) -> bool {
        let next = self.word(at + 1);
        let small = small(next).or_else(|| ordinal_word(next)).is_some_and(|v| v < 100.0);
        read > 0 && self.is(at, "and") && room >= 100.0 && room.is_finite() && small
    }
}

/// Whether `value` can follow what was read: `five` after `twenty`, nothing after `five`.
fn fits(value: f64, current: f64, room: f64, read: usize) -> bool {
    read == 0 || (value > 0.0 && value < room && (current > 0.0 || room > 100.0))
}

fn drop_last((value, end, _): (f64, usize, bool)) -> (f64, usize) {
    (value, end)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Document;

    fn first(text: &str) -> Option<(f64, NumeralKind, usize)> {
        let document = Document::read(text, &[]);
        let found = read(document.text(), document.tokens(), 0)?;
        let end = document.tokens()[found.tokens - 1].span.end();
        Some((found.value, found.kind, end))
    }

    #[test]
    fn digits_without_end_are_no_number() {
        assert_eq!(digits(&"1".repeat(20)).map(f64::is_finite), Some(true));
        assert_eq!(digits(&"1".repeat(65)), None);
        assert_eq!(digits(&["1", &",000".repeat(16)].concat()), None);
    }

    #[test]
    fn numbers_in_every_spelling() {
        use NumeralKind::{Cardinal, Fraction, Ordinal};
        let rows: &[(&str, f64, NumeralKind)] = &[
            ("seven| mills", 7.0, Cardinal),
            ("twenty-one| mills", 21.0, Cardinal),
            ("one hundred and five| mills", 105.0, Cardinal),
            ("two hundred| and some", 200.0, Cardinal),
            ("three million two hundred thousand| mills", 3.2e6, Cardinal),
            ("five hundred thousand| mills", 5e5, Cardinal),
            ("a hundred| mills", 100.0, Cardinal),
            ("a dozen| mills", 12.0, Cardinal),
            ("two dozen| mills", 24.0, Cardinal),
            ("half a million| mills", 5e5, Cardinal),
            ("10 million| mills", 1e7, Cardinal),
            ("one and a half| mills", 1.5, Cardinal),
            ("two and a half million| mills", 2.5e6, Cardinal),
            ("nineteen| ninety", 19.0, Cardinal),
            ("two| three", 2.0, Cardinal),
            ("14m| mills", 14e6, Cardinal),
            ("half| the mills", 0.5, Fraction),
            ("a third| of it", 1.0 / 3.0, Fraction),
            ("two-thirds| of it", 2.0 / 3.0, Fraction),
            ("three quarters| of it", 0.75, Fraction),
            ("3/4| of it", 0.75, Fraction),
            ("first| mill", 1.0, Ordinal),
            ("twenty-first| mill", 21.0, Ordinal),
            ("two hundred and fifth| mill", 205.0, Ordinal),
            ("hundred", f64::NAN, Cardinal),
            ("a mill", f64::NAN, Cardinal),
        ];
        for &(marked, value, kind) in rows {
            let wanted = marked.find('|').map(|end| (value, kind, end));
            assert_eq!(first(&marked.replace('|', "")), wanted, "{marked}");
        }
    }

    #[test]
    fn digits_with_their_separators() {
        let rows: &[(&str, Option<f64>)] = &[
            ("10,000", Some(1e4)),
            ("12,34,567", Some(1_234_567.0)),
            ("3.5", Some(3.5)),
            ("1,000.25", Some(1000.25)),
            ("1.000.000", Some(1e6)),
            ("1,2", None),
            ("1.2.3", None),
            ("", None),
            ("10:14", None),
        ];
        for &(word, value) in rows {
            assert_eq!(digits(word), value, "{word}");
        }
    }
}
