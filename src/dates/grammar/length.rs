//! Lengths of time: `three years`, `a month and a half`, `more than a decade`.

use super::Grammar;
use crate::dates::value::{Grain, Length};

/// A length as it is written.
#[derive(Clone, Copy, Debug)]
pub(super) struct Written {
    pub length: Length,
    /// The atom after it.
    pub end: usize,
    /// How it is written.
    pub style: Style,
}

/// How a length is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Style {
    /// `three years`, `a few days`.
    Counted,
    /// `a year`.
    Article,
    /// `three-year`.
    Hyphened,
    /// `years`.
    Bare,
}

impl Grammar<'_> {
    /// The length at `i`, whatever follows it.
    pub(super) fn length(&self, i: usize) -> Option<Written> {
        let counted = self.half_length(i).or_else(|| self.counted_length(i));
        let counted = counted.or_else(|| self.unit_long(i));
        counted.map(|first| self.with_rest(first)).or_else(|| {
            let (grain, _, true) = self.line.unit(i)? else { return None };
            let length = Length::of(None, grain);
            (grain != Grain::Second).then_some(Written { length, end: i + 1, style: Style::Bare })
        })
    }

    /// `two years and six months`, `5 minutes 30 seconds`, `two days, one hour and five minutes`.
    fn with_rest(&self, mut read: Written) -> Written {
        let line = self.line;
        let whole = read.length.count.is_some_and(|c| c.fract() == 0.0);
        if !matches!(read.style, Style::Counted | Style::Article) || !whole {
            return read;
        }
        for at in 0..read.length.rest.len() {
            let comma = read.end + usize::from(line.is(read.end, &[","]));
            let and = comma + usize::from(line.is(comma, &["and"]));
            let Some(more) = line.number(and).and_then(|_| self.counted_length(and)) else { break };
            let Length { count: Some(count), grain, .. } = more.length else { break };
            let finest = read.length.finest();
            // `seven days a week, 365 days a year`.
            let days = |of: Grain| of.months().map_or(of.in_days(), |m| f64::from(m) * 31.0);
            let more_than_one = count * days(grain) > days(finest);
            if grain >= finest || more_than_one || more.style != Style::Counted {
                break;
            }
            read.length.rest[at] = Some((count, grain));
            (read.end, read.style) = (more.end, Style::Counted);
        }
        read
    }

    /// `a quarter of an hour`, `three-quarters of an hour`.
    fn quarters_of_an_hour(&self, i: usize) -> Option<Written> {
        let line = self.line;
        let (count, at) = self.count(i)?;
        let at = line.past_hyphen(at);
        let hour = line.is(at, &["quarter", "quarters"])
            && line.is(at + 1, &["of"])
            && line.is(at + 2, &["an"])
            && line.is(at + 3, &["hour"]);
        let length = Length::of(Some(15.0 * count.filter(|c| *c <= 3.0)?), Grain::Minute);
        hour.then_some(Written { length, end: at + 4, style: Style::Counted })
    }

    /// `half a year`, `half an hour`, `a half-hour`, `half-hour`.
    fn half_length(&self, i: usize) -> Option<Written> {
        let line = self.line;
        if let Some(written) = self.quarters_of_an_hour(i) {
            return Some(written);
        }
        let lead = usize::from(line.is(i, &["a"]));
        // `a quarter-century`.
        let quarter = line.is(i + lead, &["quarter"])
            && line.past_hyphen(i + lead + 1) > i + lead + 1
            && line.is(i + lead + 2, &["century"]);
        let at = (quarter || line.is(i + lead, &["half"])).then_some(i + lead + 1)?;
        let at = if lead == 0 && line.is(at, &["a", "an"]) { at + 1 } else { line.past_hyphen(at) };
        let (grain, many, false) = line.unit(at)? else { return None };
        if grain == Grain::Quarter || at == i + 1 && !line.is_dash(at - 1) {
            return None;
        }
        let (count, grain) = match grain {
            _ if quarter => (25.0, Grain::Year),
            Grain::Year => (6.0, Grain::Month),
            Grain::Hour => (30.0, Grain::Minute),
            Grain::Decade => (5.0, Grain::Year),
            Grain::Century => (50.0, Grain::Year),
            _ => (0.5, grain),
        };
        let length = Length::of(Some(count * many), grain);
        Some(Written { length, end: at + 1, style: Style::Counted })
    }

    /// `month-long`, `a decade-long dispute`.
    fn unit_long(&self, i: usize) -> Option<Written> {
        let line = self.line;
        let (grain, many, false) = line.unit(i)? else { return None };
        let long = line.past_hyphen(i + 1);
        let fits = grain >= Grain::Hour && line.is(long, &["long"]) && long > i + 1;
        let length = Length::of(Some(many), grain);
        fits.then_some(Written { length, end: long + 1, style: Style::Hyphened })
    }

    /// `three quarters of the piles`, but not `the first three quarters of 1990`.
    fn is_share(&self, i: usize, at: usize, count: Option<f64>) -> bool {
        let line = self.line;
        let timed = line.follows(i, &["first", "last", "past", "next"])
            && (line.digits(at + 2).is_some() || line.is(at + 2, &["the", "this", "last", "next"]));
        count.is_some() && !timed && line.is(at + 1, &["of"])
    }

    pub(super) fn counted_length(&self, i: usize) -> Option<Written> {
        let line = self.line;
        let (count, at) = self.count(i)?;
        let hyphen = line.past_hyphen(at);
        let mut at_unit = hyphen;
        let between = [
            "more",
            "full",
            "consecutive",
            "straight",
            "additional",
            "whole",
            "long",
            "extra",
            "solid",
            "calendar",
            "successive",
            "business",
            "working",
        ];
        if hyphen == at && line.is(at, &between) {
            at_unit += 1;
        }
        let (grain, many, plural) = line.unit(at_unit)?;
        let one = count == Some(1.0);
        // `a second`, `two second`: places in a row; `one quarter`: a share.
        let moment = line.follows(i, &["for", "in", "within"]) && !line.is_word(at_unit + 1)
            || !line.is(i, &["a"]) && count.is_some_and(|c| c == 1.0 || c.fract() != 0.0);
        let odd = grain == Grain::Second && !plural && !moment && hyphen == at
            || grain == Grain::Quarter && !plural && hyphen == at
            // `three-quarters of the piles`
            || grain == Grain::Quarter && plural && (hyphen > at || self.is_share(i, at_unit, count));
        // `three year` is written, `several day` is not.
        if odd || (count.is_none() && !plural) {
            return None;
        }
        // `2-1-year`, `1990-day`; a year's number before `years`.
        let mut end = at_unit + 1;
        let mut count = count.map(|c| c * many);
        if one && line.is(end, &["and"]) && line.is(end + 1, &["a"]) && line.is(end + 2, &["half"])
        {
            (count, end) = (Some(1.5 * many), end + 3);
        }
        if hyphen > at && line.is_dash(end) && line.joined(end) && line.is(end + 1, &["long"]) {
            end += 2;
        }
        if line.is(end, &["or"]) && line.is(end + 1, &["so"]) {
            end += 2;
        }
        let style = match line.key(i) {
            _ if hyphen > at => Style::Hyphened,
            "a" | "an" if one => Style::Article,
            _ => Style::Counted,
        };
        let working = grain == Grain::Day && line.is(at, &["business", "working"]);
        let length = Length { working, ..Length::of(count, grain) };
        Some(Written { length, end, style })
    }

    /// `three`, `a`, `a couple of`, `a few`, `several`; `None` inside for a number left open.
    pub(super) fn count(&self, i: usize) -> Option<(Option<f64>, usize)> {
        let line = self.line;
        if let Some((number, end)) = line.number(i) {
            // `3/4 hour`.
            if line.is(end, &["/"]) && line.joined(end) {
                let (by, 1) = line.digits(end + 1)? else { return None };
                let fits = number >= 1.0 && number < f64::from(by);
                return fits.then(|| (Some(number / f64::from(by)), end + 2));
            }
            // `2 1/2 years`, `2-1/2 years`.
            let part = line.past_hyphen(end);
            if let Some((over, 1)) = line.digits(part)
                && line.is(part + 1, &["/"])
                && let Some((by, 1)) = line.digits(part + 2)
                && by > over
            {
                return Some((Some(number + f64::from(over) / f64::from(by)), part + 3));
            }
            // `two or three days`, `3 to 4 hours`.
            if line.is(end, &["or", "to"])
                && let Some((most, after)) = line.number(end + 1)
                && most > number
                && most < 100.0
                && line.unit(line.past_hyphen(after)).is_some()
            {
                return Some((None, after));
            }
            return Some((Some(number), end));
        }
        let of = |at: usize| at + usize::from(line.is(at, &["of"]));
        Some(match (line.key(i), line.key(i + 1)) {
            ("a", "couple") => (Some(2.0), of(i + 2)),
            ("a", "few" | "number") => (None, of(i + 2)),
            ("a", "good" | "great") if line.is(i + 2, &["many"]) => (None, i + 3),
            ("a" | "an", "further" | "additional" | "extra" | "full" | "whole" | "entire") => {
                (Some(1.0), i + 2)
            }
            ("another", "business" | "full" | "whole") => (Some(1.0), i + 2),
            ("a" | "an" | "another" | "full" | "whole" | "all", _) => (Some(1.0), i + 1),
            ("couple", _) => (Some(2.0), of(i + 1)),
            ("few" | "several" | "many" | "various" | "numerous" | "some", _) => (None, i + 1),
            ("dozens" | "hundreds" | "thousands" | "millions" | "billions" | "tens", "of") => {
                (None, i + 2)
            }
            _ => return None,
        })
    }
}
