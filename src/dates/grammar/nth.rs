//! One of those in a longer time: `the first Monday of May`, `the last day of the year`.

use super::{Found, Grammar, Match};
use crate::dates::{
    expr::{Anchor, Member, Time},
    rules,
    value::{Grain, Place},
};

impl Grammar<'_> {
    /// `the first Monday of May`, `the last week of 2020`, `first day of next month`.
    pub(super) fn nth(&self, i: usize) -> Option<Match> {
        let line = self.line;
        if let Some(week) = self.numbered_week(i) {
            return Some(week);
        }
        let at = i + usize::from(line.is(i, &["the"]));
        let (nth, at) = match line.key(at) {
            "last" | "final" => (-1, at + 1),
            "opening" => (1, at + 1),
            _ => {
                let (nth, at) = line.ordinal(at).filter(|o| (1..=53).contains(&o.0))?;
                // `the second-last week of`.
                let last = line.past_hyphen(at);
                if line.is(last, &["last"]) { (-nth, last + 1) } else { (nth, at) }
            }
        };
        if let Some(read) = self.day_of_said_month(i, nth, at) {
            return Some(read);
        }
        let member = match (line.weekday(at), line.unit(at)) {
            _ if line.is(at, &["weekend", "wkend"]) => Member::Weekend,
            (Some((weekday, true)), _) => Member::Weekday(weekday),
            (_, Some((Grain::Day, _, false))) => Member::Unit(Grain::Day),
            (_, Some((Grain::Week, count, false))) if count <= 1.0 => Member::Unit(Grain::Week),
            (_, Some((Grain::Month, _, false))) => Member::Unit(Grain::Month),
            _ => return None,
        };
        let of = at + 1 + usize::from(line.is(at + 1, &["of", "in"]));
        // `the first day next week`.
        if of == at + 1 && !line.is(of, &["this", "next", "last"]) {
            return None;
        }
        let of = self.bare_place(of).or_else(|| self.the_unit(of))?;
        let longer = match &of.time {
            Time::Fixed(place) => place.grain() > member.grain(),
            Time::Named(name, _) => name.open().grain() > member.grain(),
            Time::Shift { grain, .. } => *grain > member.grain(),
            _ => false,
        };
        let time = Time::Nth(nth, member, Box::new(of.time));
        longer.then(|| Found::new(i, of.end, time, &rules::NTH))
    }

    /// `week 31`, `calendar week 3 of 2027`: of ISO weeks, not of a season's.
    fn numbered_week(&self, i: usize) -> Option<Match> {
        let line = self.line;
        let at = i + usize::from(line.is(i, &["the"]));
        let at = at + usize::from(line.is(at, &["calendar"]));
        let (week, 1..=2) = line.is(at, &["week"]).then(|| line.digits(at + 1)).flatten()? else {
            return None;
        };
        let week = Some(week).filter(|week| (1..=53).contains(week))?;
        let of = at + 2 + usize::from(line.is(at + 2, &["of", "in"]));
        let (year, end) = match self.year_number(of) {
            Some((year, end)) => (Time::Fixed(Place::Year(year)), end),
            None if self.year_said(of).is_some() => self.year_said(of)?,
            // `in Week 3` of a league is not the year's.
            None if at == i && !self.alone || line.is_capitalised(at) => return None,
            None => {
                let year = Time::Shift { from: Anchor::Published, grain: Grain::Year, count: 0.0 };
                (year, at + 2)
            }
        };
        let time = Time::Nth(week, Member::Unit(Grain::Week), Box::new(year));
        Some(Found::new(i, end, time, &rules::NTH))
    }

    /// `the fifteenth of this month`, `20th of the previous month`.
    fn day_of_said_month(&self, i: usize, nth: i32, at: usize) -> Option<Match> {
        let said = self.line.is(at, &["of"]);
        let known = said || self.line.is(at, &["this", "next", "last"]);
        let of = (known && (1..=31).contains(&nth)).then_some(at + usize::from(said))?;
        let month = self.deictic(of).or_else(|| self.the_unit(of))?;
        if !matches!(month.time, Time::Shift { grain: Grain::Month, .. }) {
            return None;
        }
        let time = Time::Nth(nth, Member::Unit(Grain::Day), Box::new(month.time));
        Some(Found::new(i, month.end, time, &rules::NTH))
    }
}
