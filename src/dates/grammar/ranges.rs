//! Two times that are one expression: `July 3–5`, `3–5 July`, `March-April 2021`, `Monday–Friday`.

use super::{
    Found, Grammar, Match,
    calendar::{YearIn, month_day},
    longer,
};
use crate::dates::{
    expr::{Anchor, Member, Name, Pick, Time},
    line::Line,
    rules,
    value::{Grain, Place, is_month_day},
};

impl Grammar<'_> {
    /// `read`, or the range that it begins.
    pub(super) fn ranged(&self, read: Match) -> Match {
        self.days_of_month(&read).or_else(|| self.joined_names(&read)).unwrap_or(read)
    }

    /// `July 3–5`, `July 3 to 5, 2021`.
    fn days_of_month(&self, read: &Match) -> Option<Match> {
        let line = self.line;
        let Time::Named(Name::MonthDay(month, first), Pick::Nearest) = read.time else {
            return None;
        };
        let dash = line.is_dash(read.end)
            || line.is(read.end, &["to", "through", "thru", "till", "until"]);
        let day_last = line.month(read.end - 1).is_none();
        if !dash || !day_last {
            return None;
        }
        let at = read.end + 1 + usize::from(line.is(read.end + 1, &["the"]));
        let (last, end) =
            self.day_number(at).filter(|&(last, _)| last > first && is_month_day(month, last))?;
        if line.month(end).is_some()
            || line.is(end, &["of"]) && line.month(end + 1).is_some()
            || line.is(end, &[":", "%", "/"]) && line.joined(end)
        {
            return None;
        }
        let (year, end) = self.year_after(end);
        Self::two_days(read.start, end, month, first, last, &year)
    }

    /// `3–5 July`, `3 to 5 July 2021`, `the 13th to the 15th of July`.
    pub(super) fn days_then_month(&self, i: usize) -> Option<Match> {
        let line = self.line;
        let the = |at: usize| at + usize::from(line.is(at, &["the"]));
        let (first, at) = self.day_number(the(i))?;
        let between = line.before(i) == "between" && line.is(at, &["and"]);
        let joins = line.is_dash(at) || line.is(at, &["to", "until", "till", "through"]) || between;
        let (last, at) = self.day_number(the(at + 1)).filter(|&(last, _)| joins && last > first)?;
        let of = line.is(at, &["of", "in"]);
        let at = at + usize::from(of);
        // `won 4 to 23 this month` is a score.
        let said = of || line.follows(i, &["from", "between"]);
        if let Some(month) = self.month_said(at).filter(|_| said) {
            let side = |day: u8| {
                let of = Box::new(month.time.clone());
                Box::new(Time::Nth(i32::from(day), Member::Unit(Grain::Day), of))
            };
            let time = Time::Range(side(first), side(last));
            return Some(Found::new(i, month.end, time, &rules::RANGE));
        }
        let verb = |i| line.is(i, &["may", "march", "mar"]);
        let (month, _) = line.month(at).filter(|_| line.is_capitalised(at) || !verb(at))?;
        let (year, end) = self.year_after(at + 1);
        is_month_day(month, last)
            .then(|| Self::two_days(i, end, month, first, last, &year))
            .flatten()
    }

    /// `this month`, `of next month`.
    fn month_said(&self, i: usize) -> Option<Match> {
        let month = self.line.is(i + 1, &["month"]).then(|| self.deictic(i)).flatten()?;
        matches!(month.time, Time::Shift { grain: Grain::Month, .. }).then_some(month)
    }

    /// `18th` and `19th` of `July 17th, 18th and 19th`; `next` of `this week or next`.
    pub(super) fn next_day_of(&self, before: &Match, at: usize) -> Option<Match> {
        let line = self.line;
        let between = before.end..at;
        if let Time::Shift { from: Anchor::Published, grain, .. } = before.time {
            return self.next_unit_of(before, grain, at);
        }
        let joins = |i: usize| line.is(i, &[",", "and", "or", "&"]);
        if between.len() > 2 || !between.clone().all(joins) {
            return None;
        }
        let (month, first) = match &before.time {
            Time::Named(Name::MonthDay(month, day), Pick::Nearest) => (*month, *day),
            // `next week on Tuesday or Thursday`.
            Time::Named(Name::Weekday(_), Pick::In(week)) => {
                let (day, full) = line.weekday(at)?;
                let time = Time::Named(Name::Weekday(day), Pick::In(week.clone()));
                let said = full || line.is_capitalised(at);
                return said.then(|| Found::new(at, at + 1, time, &rules::WEEKDAY));
            }
            _ => return None,
        };
        // `3 May and 4 June` have their months.
        let of_month = line.month(before.end - 1).is_none() && !between.is_empty();
        let (day, end) = self.day_number(at).filter(|&(day, _)| of_month && day > first)?;
        let other = line.joined(end) && !line.is(end, &[",", ".", ";", ")", "”", "\"", ":"])
            || line.month(end).is_some()
            || line.is(end, &["%", "of", "percent"]);
        let counts =
            line.is_word(end) && !line.is_among(end, "and or in at for with to when as by");
        (is_month_day(month, day) && !other && !counts).then(|| {
            let time = Time::Named(Name::MonthDay(month, day), Pick::Nearest);
            Found::new(at, end, time, &rules::MONTH_DAY)
        })
    }

    /// `next` of `this week or next`, `Wednesday` of `next week, on Wednesday`.
    #[inline(never)]
    fn next_unit_of(&self, before: &Match, grain: Grain, at: usize) -> Option<Match> {
        let line = self.line;
        let between = before.end..at;
        let words = [
            ",",
            "-",
            "–",
            "—",
            "(",
            "on",
            "from",
            "between",
            "probably",
            "possibly",
            "perhaps",
            "likely",
            "preferably",
        ];
        let joins = |i: usize| line.is(i, &words);
        if let (Grain::Week, 1..=3, Some((day, full))) = (grain, between.len(), line.weekday(at))
            && between.clone().all(joins)
            && (full || line.is_capitalised(at))
        {
            let week = Box::new(before.time.clone());
            let time = Time::Named(Name::Weekday(day), Pick::In(week));
            return Some(Found::new(at, at + 1, time, &rules::WEEKDAY));
        }
        let count = match line.key(at) {
            "last" => -1.0,
            "this" => 0.0,
            "next" => 1.0,
            _ => return None,
        };
        let ends =
            !line.is_word(at + 1) || line.is_among(at + 1, "to as for if when and but in please");
        let said = ends && between.len() == 1 && line.is(at - 1, &["or"]) && grain > Grain::Day;
        let time = Time::Shift { from: Anchor::Published, grain, count };
        said.then(|| Found::new(at, at + 1, time, &rules::RELATIVE))
    }

    /// `read` with the year behind it: `5/7, 2020`.
    fn with_year(&self, mut read: Match) -> Match {
        if let (Time::Named(Name::MonthDay(month, day), _), (YearIn::Number(year), end)) =
            (&read.time, self.year_after(read.end))
            && let Some(time) = month_day(*month, *day, YearIn::Number(year))
        {
            (read.time, read.end) = (time, end);
        }
        read
    }

    fn two_days(
        start: usize,
        end: usize,
        month: u8,
        first: u8,
        last: u8,
        year: &YearIn,
    ) -> Option<Match> {
        let side = |day| month_day(month, day, year.clone()).map(Box::new);
        Some(Found::new(start, end, Time::Range(side(first)?, side(last)?), &rules::RANGE))
    }

    /// `March-April 2021`, `Monday–Friday`, `2021-10-04/2021-10-08`.
    fn joined_names(&self, read: &Match) -> Option<Match> {
        let line = self.line;
        let slash = line.is(read.end, &["/"]);
        if !(line.is_dash(read.end) || slash) {
            return None;
        }
        let glued = line.joined(read.end) && line.joined(read.end + 1);
        let after = read.end + 1;
        let other = match read.time {
            // `Aug. 8 – Aug. 12`; two days with their years are two expressions, as of a life.
            Time::Named(Name::MonthDay(..), Pick::Nearest) if !slash && !glued => {
                longer(self.day_of_month(after), self.numeric(after))?
            }
            _ if !glued => return None,
            Time::Named(Name::Weekday(_), Pick::Nearest) => {
                let (day, _) = line.weekday(after).filter(|_| glued)?;
                Found::new(
                    after,
                    after + 1,
                    Time::Named(Name::Weekday(day), Pick::Nearest),
                    &rules::RANGE,
                )
            }
            Time::Named(Name::Month(_) | Name::MonthDay(..), Pick::Nearest) => {
                let digits = self.parted(after).or_else(|| self.without_year(after));
                let digits = digits.map(|read| self.with_year(read));
                longer(self.calendar(after), digits)?
            }
            Time::Fixed(Place::Day(_)) => {
                let digits = self.iso(after).or_else(|| self.parted(after));
                longer(digits, self.day_of_month(after))?
            }
            Time::Fixed(Place::Month(..)) if line.month(after).is_some() => self.calendar(after)?,
            Time::Fixed(Place::Decade(_)) => self.bare_place(after)?,
            _ => return None,
        };
        let range = Time::Range(Box::new(read.time.clone()), Box::new(other.time));
        Some(Found::new(read.start, other.end, range, &rules::RANGE))
    }
}

/// Whether `read` is the end of the range that `before` begins: `from May to June`, `between Monday
/// and Friday`, `3 May – 4 June`.
pub(super) fn ends_range(line: &Line<'_>, before: Option<&Match>, read: &Match) -> bool {
    let Some(before) = before else { return false };
    let placed = |time: &Time| time.is_place() || matches!(time, Time::At(..));
    if !placed(&before.time) || !placed(&read.time) {
        return false;
    }
    let lead = before.start.checked_sub(1).map_or("", |i| line.key(i));
    let joined = match read.start - before.end {
        1 => line.key(before.end),
        2 if line.is(before.end + 1, &["the"]) => line.key(before.end),
        _ => return false,
    };
    match joined {
        "and" => lead == "between",
        "to" | "through" | "thru" | "until" | "till" | "til" => {
            lead == "from" || is_alike(&before.time, &read.time)
        }
        "-" | "–" | "—" => is_alike(&before.time, &read.time),
        _ => false,
    }
}

/// Whether two times are said in the same way.
fn is_alike(a: &Time, b: &Time) -> bool {
    match (a, b) {
        (Time::Named(a, Pick::Nearest), Time::Named(b, _))
        | (Time::Named(a, _), Time::Named(b, Pick::Nearest | Pick::This)) => {
            std::mem::discriminant(a) == std::mem::discriminant(b)
        }
        (Time::Named(name, _), Time::Fixed(place)) | (Time::Fixed(place), Time::Named(name, _)) => {
            place.grain() == name.open().grain()
        }
        (Time::At(..), Time::At(..)) => true,
        _ => false,
    }
}
