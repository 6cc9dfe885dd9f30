//! Days of months.

use super::{YearIn, month_day};
use crate::dates::{
    expr::{Name, Pick, Time},
    grammar::{Found, Grammar, Match},
    line::byte,
    rules,
    value::{Place, is_month_day},
    words::Words,
};

impl Grammar<'_> {
    /// Month and day at `i`, in either order, and the atom after them.
    pub(in crate::dates::grammar) fn month_and_day(&self, i: usize) -> Option<(u8, u8, usize)> {
        let line = self.line;
        if let Some((month, full)) = line.month(i) {
            // An abbreviation in lower case has its full stop apart.
            let stop = !full || line.joined(i + 2) && line.ordinal(i + 2).is_some();
            let stop = stop && line.is(i + 1, &["."]) && line.joined(i + 1);
            let mut at = i + 1 + usize::from(stop);
            // `aug-20` and `Sept.15` are dates; `May-10` with a longer number is none.
            let glued = line.is_dash(at) || line.is(at, &["/"]);
            let ordinal = |at| line.ordinal(at).is_some() && line.digits(at).is_some();
            // `October, 1st`.
            let comma = line.is(at, &[","]) && ordinal(at + 1);
            if line.is(at, &["the"]) || comma || glued && line.joined(at) && line.joined(at + 1) {
                at += 1;
            }
            let ordinal = line.ordinal(at).is_some();
            let (day, end) = self.day_number(at).or_else(|| self.day_in_words(at))?;
            let fits = is_month_day(month, day)
                && (full
                    || line.is_capitalised(i)
                    || line.is_among(i, "aug sept oct nov feb jan apr jul dec jun sep"));
            // `mar4` is one word.
            let fits = fits || is_month_day(month, day) && line.joined(i + 1) && at == i + 1;
            let said = line.is_capitalised(i)
                || at == i + 1 && line.joined(at)
                || !line.is(i, &["may", "march", "mar"])
                || ordinal
                || !line.is_word(end)
                || self.alone;
            return (fits && said).then_some((month, day, end));
        }
        let (day, mut at) = self.day_number(i).or_else(|| {
            // `twenty-five January`.
            let (day, at) = line.number(i).filter(|n| (1.0..=31.0).contains(&n.0))?;
            let month = line.month(at).is_some_and(|m| m.1) && line.is_capitalised(at);
            (line.digits(i).is_none() && month).then_some((byte(day as i32), at))
        })?;
        let ordinal = line.ordinal(i).is_some();
        let of = line.is(at, &["of"])
            && (ordinal || line.month(at + 1).is_some_and(|m| m.1 || line.is_capitalised(at + 1)));
        // `05-Aug`, `31/Oct`, and `16. Nov.` as the Germans write.
        let mark = line.is_dash(at) && line.joined(at + 1)
            || line.is(at, &["/"]) && line.joined(at + 1)
            || line.is(at, &["."]) && line.month(at + 1).is_some();
        at += usize::from(of || mark && line.joined(at));
        let (month, full) = line.month(at)?;
        // `2 may go`, `10 march on`; but `2nd of march`.
        let said = line.is_capitalised(at)
            || !line.is(at, &["may", "march", "mar", "jun", "dec"])
            || line.digits(at + 1).is_some()
            || of
            || self.alone;
        let named = full
            || line.has_stop(at)
            || line.is_capitalised(at)
            || line.is_among(at, "jan feb apr jul aug sep sept oct nov");
        (said && named && is_month_day(month, day)).then_some((month, day, at + 1))
    }

    /// `15`, `15th`, `fifteenth`.
    pub(in crate::dates::grammar) fn day_number(&self, i: usize) -> Option<(u8, usize)> {
        let line = self.line;
        if let Some((day, end)) = line.ordinal(i).filter(|o| (1..=31).contains(&o.0)) {
            return Some((byte(day), end));
        }
        let day = line.small(i, 2, 1, 31)?;
        // `May 10:30`, `May 3/4`, `15%` and `$15` are none.
        let other = line.joined(i + 1) && line.is(i + 1, &["%", "°"]) || line.opens_clock(i + 1);
        // `Aug/10` is a day, `3/4` is none.
        let of_month = line.before(i) == "/" && i > 1 && line.month(i - 2).is_some();
        // `He says:30 December`, but `10:30`; `$12`, `$ 12`.
        let clock = line.before(i) == ":" && (i < 2 || line.digits(i - 2).is_some());
        let money = line.follows(i, &["$", "£", "€"])
            || line.joined(i) && (clock || line.follows(i, &["#", "/"]) && !of_month);
        (!other && !money).then_some((day, i + 1))
    }

    /// `twenty two` behind a month, where nothing is counted with it.
    pub(super) fn day_in_words(&self, i: usize) -> Option<(u8, usize)> {
        let line = self.line;
        if line.digits(i).is_some() {
            return None;
        }
        let (day, end) = line.number(i).filter(|n| (1.0..=31.0).contains(&n.0))?;
        let counts = line.is_word(end) && self.year_number(end).is_none();
        (day.fract() == 0.0 && end > i && !counts).then_some((byte(day as i32), end))
    }

    /// `2018 March 18`, `2017 April`, `2019-Sep-1`.
    pub(super) fn year_first(&self, i: usize) -> Option<Match> {
        let line = self.line;
        let (year, 4) = line.digits(i)? else { return None };
        let year = Some(year).filter(|y| (1600..=2099).contains(y) && !line.joined(i))?;
        let glued = (line.is_dash(i + 1) || line.is(i + 1, &["/"]))
            && line.joined(i + 1)
            && line.joined(i + 2);
        let at = i + 1 + usize::from(glued);
        let (month, full) = line.month(at)?;
        // `in 2018 may have`, `in 2018 March was`: a month of the same year is written after it.
        if !(glued || full && line.is_capitalised(at) || !line.is(at, &["may", "march"])) {
            return None;
        }
        if let Some((month, day, end)) = self.month_and_day(at)
            && self.year_number(end).is_none()
        {
            let time = month_day(month, day, YearIn::Number(year))?;
            return Some(Found::new(i, end, time, &rules::MONTH_DAY));
        }
        let ends = !line.is_word(at + 1) || line.is(at + 1, &["and", "to", "until", "through"]);
        let alone = ends && (full || glued || self.alone);
        let time = Time::Fixed(Place::Month(Some(year), month));
        alone.then(|| Found::new(i, at + 1, time, &rules::MONTH))
    }

    /// `22nd` and `23rd` of `the 22nd, 23rd and 30th of March`.
    pub(super) fn shares_month(&self, i: usize) -> Option<Match> {
        let line = self.line;
        let lead = usize::from(line.is(i, &["the"]));
        let (day, first) = self.day_number(i + lead)?;
        let mut at = first;
        for _ in 0..4 {
            let comma = usize::from(line.is(at, &[","]));
            let and = usize::from(line.is(at + comma, &["and", "or", "&"]));
            if comma + and == 0 {
                return None;
            }
            at += comma + and;
            at += usize::from(line.is(at, &["the"]));
            let (other, end) = self.day_number(at)?;
            if other <= day {
                return None;
            }
            if let Some((month, _, end)) = self.month_and_day(at) {
                let (year, _) = self.year_after(end);
                let time = month_day(month, day, year)?;
                return Some(Found::new(i, first, time, &rules::MONTH_DAY));
            }
            at = end;
        }
        None
    }

    /// `28 September`, `Sept. 15, 2023`, `the 28th of September last year`.
    pub(in crate::dates::grammar) fn day_of_month(&self, i: usize) -> Option<Match> {
        let line = self.line;
        let lead = usize::from(line.is(i, &["the"]) && line.ordinal(i + 1).is_some());
        let (month, day, end) = self.month_and_day(i + lead)?;
        let (year, end) = self.year_after(end);
        let time = month_day(month, day, year)?;
        let mut read = Found::new(i, end, time, &rules::MONTH_DAY);
        // `July 18, Friday`, `July 18 (Friday)`.
        if line.is(end, &[",", "("])
            && let Some((weekday, _)) = line.weekday(end + 1)
            && !line.is_word(end + 2)
            && line.digits(end + 2).is_none()
            && line.is_capitalised(end + 1)
        {
            read.end = end + 2 + usize::from(line.is(end, &["("]) && line.is(end + 2, &[")"]));
            (read.weekday, read.rule) = (Some(weekday), &rules::WEEKDAY_DATE);
        }
        Some(read)
    }

    /// `the 15th`, when no month follows.
    pub(super) fn bare_day(&self, i: usize) -> Option<Match> {
        let line = self.line;
        let the = usize::from(line.is(i, &["the"]));
        let (day, end) = line.ordinal(i + the).filter(|o| (1..=31).contains(&o.0))?;
        let before = line.before(i);
        let on = Words("on until by from since before after till").has(before);
        // `between the 21st and 23rd`.
        let between = i >= 3
            && line.is(i - 1, &["and", "to"])
            && line.ordinal(i - 3).is_some()
            && line.before(i - 3) == "the";
        let other = the == 1 && Words("for around between through to and").has(before);
        let digits = line.digits(i + the).is_some();
        // `for the twenty second`; but `on the second` of two is a place in a row.
        let written = the == 1 && end > i + 2;
        let ends = !line.is_word(end)
            || line.is_among(end, "at in and from to until through with when after")
            || line.weekday(end).is_some();
        let pair = before == "between" && line.is(end, &["and"]) && line.ordinal(end + 1).is_some();
        let between = between || pair;
        let said = on && (digits || written) || other && (digits || written) && !line.is_word(end);
        // `on 5th Avenue`.
        let name = line.is_capitalised(end) && line.is_word(end);
        // `from the 15th to the 19th century`.
        let century = (end + 2..end + 5).any(|at| line.is(at, &["century", "centuries"]));
        let ends = ends && !century;
        let said = said || (self.alone || between) && digits;
        (said && ends && !name && (the == 1 || before == "on" || self.alone || between)).then(
            || {
                let time = Time::Named(Name::DayOfMonth(byte(day)), Pick::Nearest);
                Found::new(i, end, time, &rules::MONTH_DAY)
            },
        )
    }
}
