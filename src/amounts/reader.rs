//! One amount at one place.

use super::{amount, context, modifier, rows, units};
use crate::{
    report::{Amount, AmountKind, AmountMod, Certainty},
    span::Span,
    text::{
        Document, Sentence, TokenKind,
        numerals::{self, Numeral, NumeralForm, NumeralKind},
    },
};

/// Reads amounts in one sentence.
pub(super) struct Reader<'a> {
    document: &'a Document,
    end: usize,
    begin: usize,
}

/// A number or range with its unit, before it is known what it counts.
struct Measure {
    low: f64,
    high: f64,
    /// The token after the last one of the number.
    after: usize,
    first: Numeral,
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
    fn trailing_modifier(&self, after: usize) -> (Option<AmountMod>, usize) {
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

    /// `$4.5bn`, `US$10 million`, `€3m-€5m`, `USD 5,000`.
    fn money_before(&self, i: usize) -> Option<(Amount, usize)> {
        let (currency, number) = self.currency_sign(i)?;
        let measure = self.measure(number).filter(|m| m.first.kind == NumeralKind::Cardinal)?;
        let mut found = self.of(&measure, AmountKind::Money, i, measure.after, &rows::MONEY)?;
        let mut after = measure.after;
        // The second half of a range may repeat the sign.
        if let Some(second) = self.range_link(after).and_then(|link| {
            let (code, number) = self.currency_sign(link)?;
            (code == currency).then(|| self.single(number)).flatten()
        }) {
            found.high = Some(second.high);
            if second.first.form == NumeralForm::Lettered
                && measure.first.form == NumeralForm::Digits
            {
                found.low = Some(measure.low * lettered_scale(&second));
            }
            after = second.after;
            found.span = self.span(i, after)?;
        }
        found.currency = Some(currency.to_owned());
        found.certainty =
            if currency.starts_with("ambiguous") { Certainty::Likely } else { Certainty::Sure };
        let (per, after) = self.per(after);
        found.per = per;
        Some((found, after))
    }

    /// A currency's sign or code at `i`, and the token after it: `US$` may be two tokens.
    fn currency_sign(&self, i: usize) -> Option<(&'static str, usize)> {
        if self.joined(i + 1) {
            let both = format!("{}{}", self.word(i), self.word(i + 1));
            if self.word(i + 1).chars().all(|c| !c.is_alphanumeric())
                && let Some(code) = units::currency(&both)
            {
                return Some((code, i + 2));
            }
        }
        let word = self.word(i);
        let code = units::currency(word).filter(|_| units::goes_before(word))?;
        Some((code, i + 1))
    }

    /// `10 million dollars`, `50 pence`; but `20 pounds of` something is a weight.
    fn money_after(&self, i: usize, measure: &Measure) -> Option<(Amount, usize)> {
        let mut unit = self.past_hyphen(measure.after);
        for prefix in ["US", "U.S.", "Australian", "Canadian", "Hong", "Kong", "Singapore"] {
            unit += usize::from(self.is(unit, prefix));
        }
        let word = self.word(unit);
        let code = units::currency(word)?;
        let weight = word.starts_with("pound") && (self.is(unit + 1, "of") || unit > measure.after);
        if weight {
            let mut found = self.of(measure, AmountKind::Quantity, i, unit + 1, &rows::QUANTITY)?;
            found.unit = Some("[lb_av]".into());
            return Some((found, unit + 1));
        }
        let mut found = self.of(measure, AmountKind::Money, i, unit + 1, &rows::MONEY)?;
        let united_states = ["US", "U.S."].iter().any(|p| self.word(unit - 1) == *p);
        found.currency = Some(if united_states { "USD".into() } else { code.to_owned() });
        let (per, after) = self.per(unit + 1);
        found.per = per;
        found.certainty = Certainty::Likely;
        Some((found, after))
    }

    /// `3%`, `3 per cent`, `5 percentage points`.
    fn percent(&self, i: usize, measure: &Measure) -> Option<(Amount, usize)> {
        let at = self.past_hyphen(measure.after);
        let after = match self.word(at) {
            "%" | "percent" | "pc" | "percentage"
                if self.is(at + 1, "points") || self.is(at + 1, "point") =>
            {
                at + 2
            }
            "%" | "percent" | "pct" | "pct." => at + 1,
            "per" if self.is(at + 1, "cent") => at + 2,
            _ => return None,
        };
        let found = self.of(measure, AmountKind::Percent, i, after, &rows::PERCENT)?;
        Some((found, after))
    }

    /// `122mm`, `5 km`, `a 20-foot wave`, `27 degrees Celsius`, `1,010 sq km`.
    fn quantity(&self, i: usize, measure: &Measure) -> Option<(Amount, usize)> {
        if measure.first.kind == NumeralKind::Ordinal {
            return None;
        }
        let (power, at) = self.power(self.past_hyphen(measure.after));
        // `14m` is fourteen million people, but `a 100m race`: the counted noun tells.
        if measure.first.form == NumeralForm::Lettered {
            let last = self.word(measure.after - 1);
            let counted = context::item(self.document, measure.after, self.end).is_some();
            let unit = units::unit(last).filter(|_| !counted)?;
            let mut found =
                self.of(measure, AmountKind::Quantity, i, measure.after, &rows::QUANTITY)?;
            let scale = lettered_scale(measure);
            (found.low, found.high) = (Some(measure.low / scale), Some(measure.high / scale));
            found.unit = Some(unit.to_owned());
            found.certainty = Certainty::Check;
            return Some((found, measure.after));
        }
        let word = self.word(at);
        let unit = units::unit(word)?;
        // Single letters are units only straight after digits: `5 g` but not `five G`.
        if word.len() == 1
            && (measure.first.form != NumeralForm::Digits || word != word.to_lowercase())
        {
            return None;
        }
        let mut after = at + 1;
        let unit = match (unit, self.word(after)) {
            ("deg", "Celsius" | "C" | "centigrade") => {
                after += 1;
                "Cel"
            }
            ("deg", "Fahrenheit" | "F") => {
                after += 1;
                "[degF]"
            }
            _ => unit,
        };
        let mut found = self.of(measure, AmountKind::Quantity, i, after, &rows::QUANTITY)?;
        found.unit = Some(match power {
            1 => unit.to_owned(),
            power => format!("{unit}{power}"),
        });
        Some((found, after))
    }

    /// `square`, `sq`, `cubic`: the power, and the token after.
    fn power(&self, at: usize) -> (u8, usize) {
        match self.word(at) {
            "square" | "sq" | "sq." => (2, at + 1),
            "cubic" | "cu" => (3, at + 1),
            _ => (1, at),
        }
    }

    /// `61-year-old`, `aged 61`, `Ashby, 61,`.
    fn age(&self, i: usize, measure: &Measure) -> Option<(Amount, usize)> {
        let old = |k: usize| {
            let at = self.past_hyphen(measure.after);
            let year = self.is(at, "year") || self.is(at, "years");
            (year && self.is(self.past_hyphen(at + 1), "old")).then(|| self.past_hyphen(at + 1) + k)
        };
        let plausible =
            (0.0..=125.0).contains(&measure.high) && measure.first.kind == NumeralKind::Cardinal;
        let between_commas = || {
            let comma_after =
                [",", ")", "."].contains(&self.word(measure.after)) || measure.after == self.end;
            let name = i >= self.begin + 2 && {
                let token = &self.document.tokens()[i - 2];
                token.kind == TokenKind::Word && token.case.is_capitalised()
            };
            let digits = measure.first.form == NumeralForm::Digits && measure.low >= 1.0;
            digits
                && i > self.begin
                && self.is(i - 1, ",")
                && comma_after
                && name
                && measure.after == i + 1
        };
        if !plausible {
            return None;
        }
        let (after, certainty) = if let Some(after) = old(1) {
            (after, Certainty::Sure)
        } else if i > self.begin && self.is(i - 1, "aged") {
            (measure.after, Certainty::Sure)
        } else if between_commas() {
            (measure.after, Certainty::Likely)
        } else {
            return None;
        };
        let mut found = self.of(measure, AmountKind::Age, i, after, &rows::AGE)?;
        found.certainty = certainty;
        Some((found, after))
    }

    /// `third`, `21st`; `first` and `second` only in digits, where they are rarely a figure of speech.
    fn ordinal(&self, i: usize, measure: &Measure) -> Option<(Amount, usize)> {
        let spelt = measure.first.form == NumeralForm::Words && measure.low < 3.0;
        if measure.first.kind != NumeralKind::Ordinal || spelt {
            return None;
        }
        let found = self.of(measure, AmountKind::Ordinal, i, measure.after, &rows::ORDINAL)?;
        Some((found, measure.after))
    }

    /// A plain count with its noun, a fraction of something, or a large number on its own.
    fn count(&self, i: usize, measure: &Measure) -> Option<(Amount, usize)> {
        if measure.first.kind == NumeralKind::Ordinal
            || context::is_label(self.document, i, measure.after)
            || units::is_time(self.word(self.past_hyphen(measure.after)))
        {
            return None;
        }
        let fraction = measure.first.kind == NumeralKind::Fraction;
        let item = context::item(self.document, measure.after, self.end);
        let of = self.is(measure.after, "of");
        let digits = self.word(i).starts_with(|c: char| c.is_ascii_digit());
        let one = measure.first.form == NumeralForm::Words && measure.high == 1.0;
        let year = context::is_year(self.word(i), measure.low) && item.is_none();
        let large = measure.high >= 1000.0 && !year;
        let spelt = measure.first.form == NumeralForm::Words && measure.after > i;
        let stands = if fraction { of || !digits } else { item.is_some() || of || large || spelt };
        if !stands || one || year {
            return None;
        }
        let mut found = self.of(measure, AmountKind::Cardinal, i, measure.after, &rows::COUNT)?;
        found.item = item;
        found.certainty = if item.is_some() || large { Certainty::Sure } else { Certainty::Likely };
        Some((found, measure.after))
    }

    /// `a year`, `per person`, `an hour` after a price.
    fn per(&self, at: usize) -> (Option<String>, usize) {
        let marks = ["a", "an", "per", "/"].iter().any(|m| self.is(at, m));
        let noun = self.word(at + 1);
        let fits = units::is_time(noun)
            || units::unit(noun).is_some()
            || (self.is(at, "per") && !noun.is_empty() && !self.is(at + 1, "cent"));
        if marks && fits { (Some(noun.to_lowercase()), at) } else { (None, at) }
    }

    /// A number at `i`, or a range of two.
    fn measure(&self, i: usize) -> Option<Measure> {
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

    fn single(&self, i: usize) -> Option<Measure> {
        if i >= self.end {
            return None;
        }
        let tokens = self.document.tokens().get(..self.end)?;
        let first = numerals::read(self.document.text(), tokens, i)?;
        Some(Measure { low: first.value, high: first.value, after: i + first.tokens, first })
    }

    /// The token after a range's `-`, `–`, `to`.
    fn range_link(&self, at: usize) -> Option<usize> {
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

    fn of(
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

    fn span(&self, from: usize, to: usize) -> Option<Span> {
        let tokens = self.document.tokens();
        Some(tokens.get(from)?.span.to(tokens.get(to.checked_sub(1)?)?.span))
    }

    fn lookup(&self, i: usize) -> Option<&'a str> {
        (i < self.end).then(|| self.document.word(&self.document.tokens()[i]))
    }

    fn word(&self, i: usize) -> &'a str {
        self.lookup(i).unwrap_or_default()
    }

    fn is(&self, i: usize, word: &str) -> bool {
        self.word(i).eq_ignore_ascii_case(word)
    }

    fn joined(&self, i: usize) -> bool {
        let tokens = self.document.tokens();
        i > self.begin && i < self.end && tokens[i - 1].span.end() == tokens[i].span.start()
    }

    fn past_hyphen(&self, i: usize) -> usize {
        i + usize::from(self.is(i, "-") && self.joined(i) && self.joined(i + 1))
    }
}

/// What the letter of `5m` multiplies by.
fn lettered_scale(measure: &Measure) -> f64 {
    let value = measure.high.abs();
    [1e12, 1e9, 1e6, 1e3].into_iter().find(|scale| value >= *scale).unwrap_or(1.0)
}
