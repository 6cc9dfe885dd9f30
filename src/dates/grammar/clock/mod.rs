//! Times of day, and the day they belong to.

mod hours;

use super::{Found, Grammar, Match};
use crate::dates::{
    civil::Day,
    expr::{Anchor, Name, Pick, Time},
    rules,
    value::{Clock, Grain, Place},
};

impl Grammar<'_> {
    /// A part of the day by name.
    pub(in crate::dates::grammar) fn part_of_day(&self, i: usize) -> Option<Clock> {
        Some(Clock::Part(match self.line.key(i) {
            "morning" | "mornings" => "TMO",
            "afternoon" | "afternoons" => "TAF",
            "evening" | "evenings" => "TEV",
            "night" | "nights" | "nite" => "TNI",
            _ => return None,
        }))
    }

    /// `read` with the time of day after it: `Friday morning`, `Oct. 4, 10:14 AM`, `today at noon`.
    pub(in crate::dates::grammar) fn with_clock(&self, mut read: Match) -> Match {
        let line = self.line;
        if !read.time.is_place() || is_longer_than_a_day(&read.time) {
            return read;
        }
        let part = self.part_of_day(read.end);
        if let Some(part) = part.filter(|_| !line.joined(read.end)) {
            read.end += 1;
            // `Wednesday evening next week`.
            if let (Time::Named(Name::Weekday(_), pick @ Pick::Nearest), Some((week, end))) =
                (&mut read.time, self.week_said(read.end))
            {
                (*pick, read.end) = (Pick::In(Box::new(week)), end);
            }
            read.time = Time::At(Some(Box::new(read.time)), part);
            return read;
        }
        let comma = usize::from(line.is(read.end, &[","]));
        let at = read.end + comma + usize::from(line.is(read.end + comma, &["at"]));
        if let Some((clock, end)) = self.clock(at) {
            read.end = end;
            // `Thu Oct 26 11:00:09 2023`, as machines write.
            if let (Time::Named(Name::MonthDay(month, day), Pick::Nearest), Some((year, 4))) =
                (&read.time, line.digits(end))
                && let Some(day) = Day::new(year, *month, *day)
            {
                read.time = Time::Fixed(Place::Day(day));
                read.end = end + 1;
            }
            read.time = Time::At(Some(Box::new(read.time)), clock);
        }
        read
    }

    /// `10:35 a.m.`, `5 p.m. EST Nov. 9`, `noon`, `mid-afternoon yesterday`, `the morning of 4 July`.
    pub(in crate::dates::grammar) fn clock_time(&self, i: usize) -> Option<Match> {
        let line = self.line;
        if let Some(range) = self.clock_range(i) {
            return Some(range);
        }
        let (clock, end) = self.clock(i).or_else(|| self.bare_part(i))?;
        // `10:35 a.m. (0735 GMT) on Friday`: the day is that of both.
        let aside = line.is(end, &["("]).then(|| self.clock(end + 1)).flatten();
        let aside = aside.map(|(_, end)| end + 1).filter(|&at| line.is(at - 1, &[")"]));
        let past = aside.unwrap_or(end);
        let at = past + usize::from(line.is(past, &[",", "on", "of"]));
        let at = at + usize::from(line.is(at, &["on"]) && at > past);
        let day = self.bare_place(at);
        // `four o'clock this afternoon`: the part of the day says which half of it.
        if let Some(Time::At(day, Clock::Part(part))) = day.as_ref().map(|read| read.time.clone())
            && let Clock::Time(hour, minute) = clock
            && hour <= 12
        {
            let later = if part == "TMO" || hour == 12 { 0 } else { 12 };
            let time = Time::At(day, Clock::Time(hour % 12 + hour / 12 * 12 + later, minute));
            let end = self.bare_place(at).map_or(end, |read| read.end);
            return Some(Found::new(i, end, time, &rules::CLOCK));
        }
        let day = day.filter(|read| read.time.is_place() && !is_longer_than_a_day(&read.time));
        if let Some(day) = day {
            let time = Time::At(Some(Box::new(day.time)), clock);
            let end = if aside.is_some() { end } else { day.end };
            let mut read = Found::new(i, end, time, &rules::CLOCK);
            (read.weekday, read.other) = (day.weekday, day.other);
            return Some(read);
        }
        let today = Time::Shift { from: Anchor::Context, grain: Grain::Day, count: 0.0 };
        Some(Found::new(i, end, Time::At(Some(Box::new(today)), clock), &rules::CLOCK))
    }

    /// `7 to 9 a.m.`, `9–11am`, `9:30 – 11:00`: the half of the day is said once.
    pub(super) fn clock_range(&self, i: usize) -> Option<Match> {
        let line = self.line;
        let (hour, minute, at) = self.hour_and_minute(i)?;
        let joined = line.is_dash(at) || line.is(at, &["to", "until", "till"]);
        let and = line.is(at, &["and"]) && line.before(i) == "between";
        if !(joined || and) {
            return None;
        }
        let (last_hour, last_minute, end) = self.hour_and_minute(at + 1)?;
        let (from, to, end) = if let Some((half, end)) = self.half_of_day(end) {
            let fits = (1..=12).contains(&hour) && (1..=12).contains(&last_hour);
            // `11 to 1 p.m.` begins in the other half.
            let turns = hour % 12 > last_hour % 12;
            let first = hour % 12 + if turns { 12 - half } else { half };
            fits.then_some((first, last_hour % 12 + half, end))?
        } else {
            let full = minute.is_some() && last_minute.is_some() && line.is(i + 1, &[":", "h"]);
            full.then_some((hour, last_hour, end))?
        };
        let zone = self.zone(end);
        let on = zone + usize::from(line.is(zone, &[",", "on"]));
        let day = self
            .bare_place(on)
            .filter(|read| read.time.is_place() && !is_longer_than_a_day(&read.time));
        let today = Time::Shift { from: Anchor::Context, grain: Grain::Day, count: 0.0 };
        let (day, end) = day.map_or((today.clone(), zone), |read| (read.time, read.end));
        let at = |day: Time, hour, minute| {
            Box::new(Time::At(Some(Box::new(day)), Clock::Time(hour, minute)))
        };
        let time = Time::Range(at(day.clone(), from, minute), at(day, to, last_minute));
        Some(Found::new(i, end, time, &rules::CLOCK))
    }

    /// `overnight`, `mid-afternoon`, `the morning of`: parts of a day that stand alone.
    pub(super) fn bare_part(&self, i: usize) -> Option<(Clock, usize)> {
        let line = self.line;
        if line.is(i, &["overnight"]) {
            return Some((Clock::Part("TNI"), i + 1));
        }
        if line.is(i, &["mid"]) && line.is_dash(i + 1) {
            return Some((self.part_of_day(i + 2)?, i + 3));
        }
        let the = line.is(i, &["the"]);
        let at = i + usize::from(the);
        let modified = line.follows(i, &["early", "late", "mid"]);
        let part = self.part_of_day(at).filter(|_| the || modified || self.alone)?;
        let alone =
            the && line.follows(i, &["in", "during", "through"]) && !line.is(at + 1, &["of"])
                || modified && !line.is_word(at + 1)
                || self.alone;
        let of = line.is(at + 1, &["of"])
            && self.bare_place(at + 2).is_some_and(|m| !is_longer_than_a_day(&m.time));
        (alone || of).then_some((part, at + 1))
    }
}

/// Whether a place is longer than a day, so that no time of day belongs to it.
fn is_longer_than_a_day(time: &Time) -> bool {
    use crate::dates::expr::Name;
    match time {
        Time::Fixed(place) => place.grain() != Grain::Day,
        Time::Shift { grain, .. } => *grain != Grain::Day,
        Time::Named(name, _) => {
            !matches!(
                name,
                Name::Weekday(_) | Name::MonthDay(..) | Name::DayOfMonth(_) | Name::DayOn(..)
            ) && !matches!(name, Name::Holiday(holiday) if holiday.is_day())
        }
        Time::Nth(_, member, _) => member.grain() != Grain::Day,
        _ => true,
    }
}
