//! Decades and centuries.

use super::{Found, Grammar, Match};
use crate::dates::{expr::Time, rules, value::Place};

impl Grammar<'_> {
    /// `1990s`, `’90s`, `the nineties`.
    pub(super) fn decade(&self, i: usize, the: bool) -> Option<Match> {
        let line = self.line;
        let found =
            |end, decade| Found::new(i, end, Time::Fixed(Place::Decade(decade)), &rules::DECADE);
        let plural =
            |i: usize| line.joined(i) && line.is(i, &["s", "'s", "’s"]) || line.is(i, &["s"]);
        // `the sixties and seventies`, `the 80s and 90s`.
        let listed = i > 1 && line.is(i - 1, &["and", "or", "to", ","]) && {
            let digits = line.is(i - 2, &["s", "'s", "’s"]);
            let first = (i - 2).saturating_sub(usize::from(digits));
            // `in their 20s and 30s` is an age.
            (digits || TENS.contains(&line.key(first)))
                && (line.follows_among(first, "the ' ’ early late mid nineteen")
                    || line.digits(first).is_some_and(|(_, len)| len == 4))
        };
        let modified = listed || line.follows(i, &["mid", "early", "late", "-"]);
        match line.digits(i) {
            Some((year, 4)) if year % 10 == 0 && (1000..=2090).contains(&year) && plural(i + 1) => {
                let mut read = found(i + 2, year / 10);
                // The 1800s are a century, the 2000s more often a decade.
                if year % 100 == 0 && year < 2000 {
                    read.time = Time::Fixed(Place::Century(year / 100));
                }
                return Some(read);
            }
            Some((year, 2))
                if year % 10 == 0 && plural(i + 1) && (the || modified) && !self.is_warmth(i) =>
            {
                return Some(found(i + 2, decade_of(year)));
            }
            _ => {}
        }
        if line.is(i, &["'", "’", "‘"]) && line.joined(i + 1) {
            let (year, 2) = line.digits(i + 1)? else { return None };
            return (year % 10 == 0 && plural(i + 2)).then(|| found(i + 3, decade_of(year)));
        }
        // `the nineteen sixties`.
        let (century, at) = match line.key(i) {
            "eighteen" => (180, line.past_hyphen(i + 1)),
            "nineteen" => (190, line.past_hyphen(i + 1)),
            _ => (190, i),
        };
        let tens = TENS.iter().position(|word| *word == line.key(at));
        let tens = tens.filter(|_| the || modified || at > i)?;
        Some(found(at + 1, century + 2 + i32::try_from(tens).unwrap_or(0)))
    }

    /// `highs in the 30s`.
    fn is_warmth(&self, i: usize) -> bool {
        let words = ["highs", "lows", "high", "low", "temperatures", "mercury", "degrees"];
        (i.saturating_sub(6)..i).any(|at| self.line.is(at, &words))
    }

    /// `the 20th century`, `19th-century`.
    pub(super) fn century(&self, i: usize) -> Option<Match> {
        let line = self.line;
        let (ordinal, end) = line.ordinal(i).filter(|o| (1..=30).contains(&o.0))?;
        let at = line.past_hyphen(end);
        // `the first century of the mill`.
        if ordinal == 1 && line.digits(i).is_none() && !line.is(at + 1, &["ad", "a.d", "ce"]) {
            return None;
        }
        // `the 15th to the 19th century`, `the twelfth and thirteenth centuries`.
        let joins = line.is(at, &["to", "and", "through", "or"]);
        let next = at + 1 + usize::from(line.is(at + 1, &["the"]));
        let shared = |o: &(i32, usize)| {
            o.0 > ordinal && line.is(line.past_hyphen(o.1), &["century", "centuries"])
        };
        let shares = joins && line.ordinal(next).as_ref().is_some_and(shared);
        let bc = line.is(at + 1, &["bc", "b.c", "bce"]);
        let one = line.is(at, &["century"]) || line.is(at, &["centuries"]) && i > 0;
        // `21st Century Fox`, `his ninth century in cricket`.
        let name = line.is_name_part(at) && line.is_name_part(at + 1)
            || line.digits(i).is_none() && line.follows(i, &["his", "her", "their"]);
        ((one || shares) && !bc && !name).then(|| {
            Found::new(
                i,
                if one { at + 1 } else { end },
                Time::Fixed(Place::Century(ordinal - 1)),
                &rules::DECADE,
            )
        })
    }
}

const TENS: [&str; 8] =
    ["twenties", "thirties", "forties", "fifties", "sixties", "seventies", "eighties", "nineties"];

/// The decade of two digits: this century's first two, else the last century's.
fn decade_of(year: i32) -> i32 {
    let tens = year / 10;
    if tens < 2 { 200 + tens } else { 190 + tens }
}
