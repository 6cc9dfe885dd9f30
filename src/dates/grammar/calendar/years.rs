//! The year that a day or month lies in.

use super::YearIn;
use crate::dates::{
    expr::Time,
    grammar::{Grammar, numeric::two_digit_year},
    value::Place,
};

impl Grammar<'_> {
    /// The year after a day or month: `, 2023`, `2023`, `’99`, `last year`, `of that year`.
    pub(in crate::dates::grammar) fn year_after(&self, i: usize) -> (YearIn, usize) {
        let line = self.line;
        // `05-Aug-2016`, `31/Oct/74`.
        let glued =
            (line.past_hyphen(i) > i || line.is(i, &["/"]) && line.joined(i + 1)) && line.joined(i);
        if glued && i.checked_sub(2).is_some_and(|i| line.is_dash(i) || line.is(i, &["/"])) {
            if let Some((year, end)) = self.year_number(i + 1) {
                return (YearIn::Number(year), end);
            }
            if let Some((year, 2)) = line.digits(i + 1) {
                return (YearIn::Number(two_digit_year(year)), i + 2);
            }
        }
        // `Dec/2018`.
        let month = i.checked_sub(1).is_some_and(|i| line.month(i).is_some());
        if glued
            && month
            && let Some((year, 4)) = line.digits(i + 1).filter(|(y, _)| (1000..=2999).contains(y))
        {
            return (YearIn::Number(year), i + 2);
        }
        let comma = usize::from(line.is(i, &[","]));
        // `in June in 1981`.
        let said = line.is(i + comma, &["of"])
            || comma == 0 && line.is(i, &["in"]) && line.digits(i + 1).is_some_and(|d| d.1 == 4);
        let of = usize::from(said);
        let at = i + comma + of;
        // `10 August 88 AD`.
        if let (0, Some(read)) = (comma, self.year_of_era(at))
            && let Time::Fixed(Place::Year(year)) = read.time
            && read.end > at + 1
        {
            return (YearIn::Number(year), read.end);
        }
        if let Some((year, end)) = self.year_number(at) {
            return (YearIn::Number(year), end);
        }
        // `30 September 420`, `December of 384`.
        if let (0, Some((year, 3)), false) = (comma, line.digits(at), line.is_word(at + 1))
            && year >= 100
            && !line.joined(at)
            && (!line.joined(at + 1) || line.is(at + 1, &[")", ",", ".", ";"]))
            && line.digits(at + 2).is_none()
        {
            return (YearIn::Number(year), at + 1);
        }
        // `3 Aug 96`.
        if let (0, Some((year, 2))) = (comma, line.digits(at))
            && (year > 31 || self.alone)
            && !line.is_word(at + 1)
            && !line.joined(at)
            && !(line.joined(at + 1) && line.is(at + 1, &["%", ":", "-", "–", "/"]))
            && (self.dated_before(i) || year > 31 && self.alone)
        {
            return (YearIn::Number(two_digit_year(year)), at + 1);
        }
        if comma == 0
            && let Some((year, end)) = self.year_said(at)
        {
            return (YearIn::Of(year), end);
        }
        (YearIn::Open, i)
    }

    /// Whether a day and a month, in either order, end before `i`.
    pub(super) fn dated_before(&self, i: usize) -> bool {
        let line = self.line;
        let is_day = |at: usize| line.small(at, 2, 1, 31).is_some() || line.ordinal(at).is_some();
        // `11th` is two atoms.
        let suffix = |at: usize| usize::from(line.is(at, &["st", "nd", "rd", "th"]));
        let last = i.checked_sub(1);
        let last = last.and_then(|at| at.checked_sub(suffix(at)));
        let first = last.and_then(|at| at.checked_sub(1));
        let first = first.and_then(|at| at.checked_sub(suffix(at)));
        match (last, first) {
            (Some(last), Some(first)) => {
                line.month(last).is_some() && is_day(first)
                    || is_day(last) && line.month(first).is_some()
            }
            _ => false,
        }
    }

    /// A year in digits or words, wherever it stands.
    pub(in crate::dates::grammar) fn year_number(&self, i: usize) -> Option<(i32, usize)> {
        let line = self.line;
        if let Some((year, 4)) = line.digits(i).filter(|(y, _)| (1000..=2999).contains(y)) {
            let part =
                line.joined(i + 1) && line.is(i + 1, &["%", "s", "th"]) || line.opens_clock(i + 1);
            return (!part).then_some((year, i + 1));
        }
        if line.is(i, &["'", "’", "‘"]) && line.joined(i + 1) {
            let (year, 2) = line.digits(i + 1)? else { return None };
            return (!line.is(i + 2, &["s"])).then_some((two_digit_year(year), i + 2));
        }
        self.year_in_words(i).or_else(|| {
            // `two thousand and eighteen`, `seventeen hundred thirty-three`.
            let (year, end) = line.number(i).filter(|_| line.is_word(i))?;
            let fits = year.fract() == 0.0 && (1100.0..2100.0).contains(&year);
            (fits && line.digits(i).is_none()).then_some((year as i32, end))
        })
    }
}
