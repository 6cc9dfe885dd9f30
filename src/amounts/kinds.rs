//! What a number counts: money, a share, a measure, an age, a place in a row, or things.

use super::{
    context,
    reader::{Measure, Reader, lettered_scale},
    rows, units,
};
use crate::{
    report::{Amount, AmountKind, Certainty},
    text::{
        TokenKind,
        numerals::{NumeralForm, NumeralKind},
    },
};

impl Reader<'_> {
    /// `$4.5bn`, `US$10 million`, `€3m-€5m`, `USD 5,000`.
    pub(super) fn money_before(&self, i: usize) -> Option<(Amount, usize)> {
        let (currency, number) = self.currency_sign(i)?;
        let measure = self.measure(number).filter(|m| m.first.kind == NumeralKind::Cardinal)?;
        let mut found = self.of(&measure, AmountKind::Money, i, measure.after, &rows::MONEY)?;
        let mut after = measure.after;
        // The second half of a range may repeat the sign.
        if let Some(second) = self.range_link(after).and_then(|link| {
            let (code, number) = self.currency_sign(link)?;
            (code == currency).then(|| self.single(number)).flatten()
        }) {
            let lettered = second.first.form == NumeralForm::Lettered
                && measure.first.form == NumeralForm::Digits;
            let scale = if lettered { lettered_scale(&second) } else { 1.0 };
            let (from, to) = (measure.low * scale, second.high);
            // A price may also fall from one to the other.
            (found.low, found.high) = (Some(from.min(to)), Some(from.max(to)));
            after = second.after;
            found.span = self.span(i, after)?;
        }
        found.currency = Some(currency.to_owned());
        found.certainty =
            if currency.starts_with("ambiguous") { Certainty::Likely } else { Certainty::Sure };
        // The period of a price is a date of its own: `£50 a year`.
        found.per = self.per(after).map(|(per, _)| per);
        Some((found, after))
    }

    /// A currency's sign or code at `i`, and the token after it: `US$` may be two tokens.
    pub(super) fn currency_sign(&self, i: usize) -> Option<(&'static str, usize)> {
        // Spares most words of an article the search.
        if !units::goes_before(self.word(i)) {
            return None;
        }
        if self.joined(i + 1) {
            let both = format!("{}{}", self.word(i), self.word(i + 1));
            if self.word(i + 1).chars().all(|c| !c.is_alphanumeric())
                && let Some(code) = units::currency(&both)
            {
                return Some((code, i + 2));
            }
        }
        let word = self.word(i);
        let code = units::currency(word)?;
        Some((code, i + 1))
    }

    /// `10 million dollars`, `50 pence`; but `20 pounds of` something is a weight.
    pub(super) fn money_after(&self, i: usize, measure: &Measure) -> Option<(Amount, usize)> {
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
        found.per = self.per(unit + 1).map(|(per, _)| per);
        found.certainty = Certainty::Likely;
        Some((found, unit + 1))
    }

    /// `3%`, `3 per cent`, `5 percentage points`.
    pub(super) fn percent(&self, i: usize, measure: &Measure) -> Option<(Amount, usize)> {
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
    pub(super) fn quantity(&self, i: usize, measure: &Measure) -> Option<(Amount, usize)> {
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
        // `15°C` is three tokens or more, and a degree alone is an angle or a temperature.
        let (word, at) = match (self.word(at), self.word(at + 1)) {
            ("°", "C") => ("°c", at + 1),
            ("°", "F") => ("°f", at + 1),
            ("°", _) => ("degrees", at),
            // `half a metre`
            ("a" | "an", _) if measure.high < 1.0 => (self.word(at + 1), at + 1),
            (word, _) => (word, at),
        };
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
        let per =
            self.is(after, "/") && self.joined(after) && ["h", "s"].contains(&self.word(after + 1));
        after += 2 * usize::from(per);
        let mut found = self.of(measure, AmountKind::Quantity, i, after, &rows::QUANTITY)?;
        let power = if power == 1 { String::new() } else { power.to_string() };
        let over = if per { format!("/{}", self.word(after - 1)) } else { String::new() };
        found.unit = Some(format!("{unit}{power}{over}"));
        // A rate is one quantity: `2 cm a year`.
        if let Some((per, end)) = self.per(after) {
            found.span = found.span.to(self.span(end - 1, end)?);
            (found.per, after) = (Some(per), end);
        }
        Some((found, after))
    }

    /// `square`, `sq`, `cubic`: the power, and the token after.
    pub(super) fn power(&self, at: usize) -> (u8, usize) {
        match self.word(at) {
            "square" | "sq" | "sq." => (2, at + 1),
            "cubic" | "cu" => (3, at + 1),
            _ => (1, at),
        }
    }

    /// `61-year-old`, `aged 61`, `Ashby, 61,`.
    pub(super) fn age(&self, i: usize, measure: &Measure) -> Option<(Amount, usize)> {
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

    /// `first`, `21st`; not `at first`, `first of all`, nor a `second` that is a time.
    pub(super) fn ordinal(&self, i: usize, measure: &Measure) -> Option<(Amount, usize)> {
        let phrase = i > self.begin && self.is(i - 1, "at")
            || self.is(measure.after, "of") && self.is(measure.after + 1, "all");
        let time = self.is(i, "second")
            && i > self.begin
            && ["per", "a", "split"].iter().any(|w| self.is(i - 1, w));
        // `First Nations`, `the Second Division`: a capital makes it part of a name.
        let capital = |k: usize| self.word(k).starts_with(char::is_uppercase);
        let named = capital(i) && (i > self.begin || capital(measure.after));
        if measure.first.kind != NumeralKind::Ordinal || phrase || time || named {
            return None;
        }
        let found = self.of(measure, AmountKind::Ordinal, i, measure.after, &rows::ORDINAL)?;
        Some((found, measure.after))
    }

    /// A plain count with its noun, a fraction of something, or a large number on its own.
    pub(super) fn count(&self, i: usize, measure: &Measure) -> Option<(Amount, usize)> {
        if measure.first.kind == NumeralKind::Ordinal
            || context::is_label(self.document, i, measure.after)
            || units::is_time(self.word(self.past_hyphen(measure.after)))
        {
            return None;
        }
        let fraction = measure.first.kind == NumeralKind::Fraction;
        let item = context::item(self.document, measure.after, self.end);
        let of = self.is(measure.after, "of");
        let one = measure.first.form == NumeralForm::Words && measure.high == 1.0;
        let year = context::is_year(self.word(i), measure.low) && item.is_none();
        let large = measure.high >= 1000.0 && !year;
        let spelt = measure.first.form == NumeralForm::Words && measure.after > i;
        // `half the piles` is a share, `half brother` and `half time` are not.
        let shared = of
            || ["the", "its", "his", "her", "their", "all"]
                .iter()
                .any(|w| self.is(measure.after, w));
        let stands = if fraction { shared } else { item.is_some() || of || large || spelt };
        if !stands || one || year {
            return None;
        }
        let mut found = self.of(measure, AmountKind::Cardinal, i, measure.after, &rows::COUNT)?;
        found.item = item;
        found.certainty = if item.is_some() || large { Certainty::Sure } else { Certainty::Likely };
        Some((found, measure.after))
    }

    /// `a year`, `per person`, `an hour` after a number: what it is counted by, and the token after.
    pub(super) fn per(&self, at: usize) -> Option<(String, usize)> {
        let marks = ["a", "an", "per", "/"].iter().any(|m| self.is(at, m));
        let noun = self.word(at + 1);
        let fits = units::is_time(noun)
            || units::unit(noun).is_some()
            || (self.is(at, "per") && !noun.is_empty() && !self.is(at + 1, "cent"));
        (marks && fits).then(|| (noun.to_lowercase(), at + 2))
    }
}
