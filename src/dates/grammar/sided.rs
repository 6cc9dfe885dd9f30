//! Names and parts of a day with a word that says which one: `last Friday`, `next March`, `this morning`.

use super::{Found, Grammar, Match, calendar::YearIn, deictic::Side};
use crate::dates::{
    expr::{Anchor, Name, Pick, Time},
    rules,
    value::{Clock, Grain},
};

impl Grammar<'_> {
    /// `last night`, `this morning`, `the next morning`.
    pub(super) fn sided_part(&self, i: usize, at: usize, side: Side) -> Option<Match> {
        let part = self.part_of_day(at)?;
        let (from, count) = match side {
            Side::Last if part == Clock::Part("TNI") || part == Clock::Part("TEV") => {
                (Anchor::Published, -1.0)
            }
            Side::This => (Anchor::Published, 0.0),
            Side::Before => (Anchor::Context, -1.0),
            Side::Same => (Anchor::Context, 0.0),
            Side::After => (Anchor::Context, 1.0),
            _ => return None,
        };
        let day = Time::Shift { from, grain: Grain::Day, count };
        Some(Found::new(i, at + 1, Time::At(Some(Box::new(day)), part), &rules::PART))
    }

    /// `last Friday`, `next March`, `this summer`, `last Christmas`.
    pub(super) fn sided_name(&self, i: usize, at: usize, side: Side) -> Option<Match> {
        let line = self.line;
        // `sat` and `sun` are words.
        let short = |full: bool| {
            let word = line.is(at, &["sat", "sun", "jan", "mar", "may"]);
            full || line.has_stop(at) || side != Side::Same && (line.is_capitalised(at) || !word)
        };
        let dated = line.is_capitalised(at) || line.ordinal(at).is_some();
        let name = if let Some((month, day, end)) = self.month_and_day(at).filter(|_| dated) {
            (Name::MonthDay(month, day), end)
        } else if let Some((day, _)) = line.weekday(at).filter(|d| short(d.1)) {
            (Name::Weekday(day), at + 1)
        } else if let Some((month, _)) = line
            .month(at)
            .filter(|m| short(m.1) && (line.is_capitalised(at) || !line.is(at, &["may", "march"])))
        {
            self.sided_month(at, month)
        } else if let Some(season) = line.season(at).filter(|_| {
            // `leaves that fall`.
            !line.is(i, &["that"])
                || line.is(at, &["summer", "winter", "autumn"])
                || self.goes_on(at + 1)
        }) {
            (Name::Season(season), at + 1)
        } else {
            let holiday = self.holiday(at)?;
            let Time::Named(name, Pick::Nearest) = holiday.time else { return None };
            (name, holiday.end)
        };
        let (name, end) = name;
        // `This March 28, 2017, file photo`.
        if matches!(name, Name::MonthDay(..) | Name::Month(_))
            && self.year_number(end + usize::from(line.is(end, &[","]))).is_some()
        {
            return None;
        }
        // `That October`: in the year that was spoken of.
        let told = side == Side::Same && !matches!(name, Name::Weekday(_) | Name::Holiday(_));
        let year = Time::Shift { from: Anchor::Context, grain: Grain::Year, count: 0.0 };
        // `next Friday` is that of next week; `Friday` alone, or the coming one, is this week's.
        let week = Time::Shift { from: Anchor::Published, grain: Grain::Week, count: 1.0 };
        let next = matches!(name, Name::Weekday(_)) && line.is(at - 1, &["next", "following"]);
        let which = match side {
            Side::Next if next => Pick::In(Box::new(week)),
            _ if told => Pick::In(Box::new(year)),
            _ => pick(side),
        };
        let rule =
            if matches!(name, Name::Weekday(_)) { &rules::WEEKDAY } else { &rules::RELATIVE };
        let mut read = Found::new(i, end, Time::Named(name, which), rule);
        // `this coming Sunday, March eighth`, `this Friday (Oct. 8)`.
        if let (Name::Weekday(day), true) = (name, line.is(end, &[",", "(", "-"]))
            && line.month(end + 1).is_some()
            && let Some((month, number, after)) = self.month_and_day(end + 1)
        {
            let (year, after) = self.year_after(after);
            let after = after + usize::from(line.is(end, &["("]) && line.is(after, &[")"]));
            let said = matches!(side, Side::Last | Side::This | Side::Next);
            let pick = if said { pick(side) } else { Pick::Nearest };
            read.time = match year {
                YearIn::Open => Time::Named(Name::MonthDay(month, number), pick),
                year => super::calendar::month_day(month, number, year)?,
            };
            (read.end, read.weekday, read.rule) = (after, Some(day), &rules::WEEKDAY_DATE);
        }
        Some(read)
    }

    fn sided_month(&self, at: usize, month: u8) -> (Name, usize) {
        match self.month_and_day(at) {
            Some((month, day, end)) => (Name::MonthDay(month, day), end),
            None => (Name::Month(month), at + 1),
        }
    }
}

pub(super) fn pick(side: Side) -> Pick {
    match side {
        Side::Last => Pick::Last,
        Side::Before => Pick::Before,
        Side::This => Pick::This,
        Side::Next => Pick::Next,
        Side::After => Pick::After,
        Side::Same => Pick::Nearest,
    }
}
