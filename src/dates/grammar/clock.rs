//! Times of day, and the day they belong to.

use super::{Grammar, Match};
use crate::dates::{
    expr::{Anchor, Time},
    line::byte,
    rules,
    value::{Clock, Grain},
};

impl Grammar<'_> {
    /// A part of the day by name.
    pub(super) fn part_of_day(&self, i: usize) -> Option<Clock> {
        Some(Clock::Part(match self.line.key(i) {
            "morning" | "mornings" => "TMO",
            "afternoon" | "afternoons" => "TAF",
            "evening" | "evenings" => "TEV",
            "night" | "nights" | "nite" => "TNI",
            _ => return None,
        }))
    }

    /// `read` with the time of day after it: `Friday morning`, `Oct. 4, 10:14 AM`, `today at noon`.
    pub(super) fn with_clock(&self, mut read: Match) -> Match {
        let line = self.line;
        if !read.time.is_place() || is_longer_than_a_day(&read.time) {
            return read;
        }
        if let Some(part) = self.part_of_day(read.end).filter(|_| !line.joined(read.end)) {
            read.end += 1;
            read.time = Time::At(Some(Box::new(read.time)), part);
            return read;
        }
        let comma = usize::from(line.is(read.end, &[","]));
        let at = read.end + comma + usize::from(line.is(read.end + comma, &["at"]));
        if let Some((clock, end)) = self.clock(at) {
            read.end = end;
            read.time = Time::At(Some(Box::new(read.time)), clock);
        }
        read
    }

    /// `10:35 a.m.`, `5 p.m. EST Nov. 9`, `noon`, `mid-afternoon yesterday`, `the morning of 4 July`.
    pub(super) fn clock_time(&self, i: usize) -> Option<Match> {
        let line = self.line;
        let (clock, end) = self.clock(i).or_else(|| self.bare_part(i))?;
        let at = end + usize::from(line.is(end, &[",", "on", "of"]));
        let at = at + usize::from(line.is(at, &["on"]) && at > end);
        let day = self
            .bare_place(at)
            .filter(|read| read.time.is_place() && !is_longer_than_a_day(&read.time));
        if let Some(day) = day {
            let time = Time::At(Some(Box::new(day.time)), clock);
            let mut read = Match::new(i, day.end, time, &rules::CLOCK);
            (read.weekday, read.other) = (day.weekday, day.other);
            return Some(read);
        }
        let today = Time::Shift { from: Anchor::Context, grain: Grain::Day, count: 0.0 };
        Some(Match::new(i, end, Time::At(Some(Box::new(today)), clock), &rules::CLOCK))
    }

    /// `10:35 a.m. ET`, `5 p.m.`, `17:30`, `1430 GMT`, `five o'clock`, `noon`, `midnight`.
    fn clock(&self, i: usize) -> Option<(Clock, usize)> {
        let line = self.line;
        match line.key(i) {
            "noon" | "midday" => return Some((Clock::Time(12, None), i + 1)),
            "midnight" => return Some((Clock::Time(0, None), i + 1)),
            _ => {}
        }
        if let Some((hour, end)) = line.number(i)
            && line.is(end, &["o'clock", "o’clock"])
            && (1.0..=12.0).contains(&hour)
        {
            return Some((Clock::Time(byte(hour as i32), None), end + 1));
        }
        if let Some(found) = self.parted_hour(i) {
            return Some(found);
        }
        let (hour, minute, end) = self.hour_and_minute(i)?;
        let half = match line.key(end) {
            "am" | "a.m" | "a.m." => Some(0),
            "pm" | "p.m" | "p.m." => Some(12),
            "a" | "p" if line.is(end + 1, &["."]) && line.is(end + 2, &["m"]) => {
                Some(if line.is(end, &["a"]) { 0 } else { 12 })
            }
            _ => None,
        };
        if let Some(half) = half.filter(|_| (1..=12).contains(&hour)) {
            let spread = line.is(end + 1, &["."]) && line.is(end + 2, &["m"]);
            let end = if spread { end + 3 } else { end + 1 };
            return Some((Clock::Time(hour % 12 + half, minute), self.zone(end)));
        }
        if line.is(end, &["in"])
            && line.is(end + 1, &["the"])
            && minute.is_none()
            && hour <= 12
            && hour > 0
        {
            let later = match self.part_of_day(end + 2)? {
                Clock::Part("TMO") => 0,
                _ => 12,
            };
            return Some((Clock::Time(hour % 12 + later, None), end + 3));
        }
        let zone = self.zone(end);
        let said = minute.is_some()
            && (zone > end
                || matches!(
                    line.before(i),
                    "at" | "by"
                        | "until"
                        | "from"
                        | "around"
                        | "about"
                        | "since"
                        | "before"
                        | "after"
                        | ","
                )
                || line.joined(i + 1));
        let score = matches!(line.before(i), "-" | "–" | "to") || line.is_dash(end);
        (said && !score).then_some((Clock::Time(hour, minute), zone))
    }

    /// `half past two`, `a quarter to eight`.
    fn parted_hour(&self, i: usize) -> Option<(Clock, usize)> {
        let line = self.line;
        let at = i + usize::from(line.is(i, &["a"]) && line.is(i + 1, &["quarter"]));
        let (minute, back) = match (line.key(at), line.key(at + 1)) {
            ("half", "past") => (30, false),
            ("quarter", "past") => (15, false),
            // `a quarter to three people`: only where a time is asked for.
            ("quarter", "to") if matches!(line.before(i), "at" | "by" | "until" | "around") => {
                (45, true)
            }
            _ => return None,
        };
        let (hour, end) = line.number(at + 2).filter(|n| (1.0..=12.0).contains(&n.0))?;
        let hour = byte(hour as i32);
        let hour = if back { (hour + 11) % 12 } else { hour };
        Some((Clock::Time(hour, Some(minute)), end))
    }

    fn hour_and_minute(&self, i: usize) -> Option<(u8, Option<u8>, usize)> {
        let line = self.line;
        if line.joined(i) && !matches!(line.before(i), "(" | "\"" | "“" | "-" | "–" | ",") {
            return None;
        }
        if let Some((number, 4)) = line.digits(i) {
            let zone = self.zone(i + 1) > i + 1 && !line.joined(i + 1);
            let (hour, minute) = (byte(number / 100), byte(number % 100));
            return (zone && hour < 24 && minute < 60).then_some((hour, Some(minute), i + 1));
        }
        if let Some(hour) = line.small(i, 2, 0, 24) {
            if line.is(i + 1, &[":", "."]) && line.joined(i + 1) && line.joined(i + 2) {
                let minute = line
                    .small(i + 2, 2, 0, 59)
                    .filter(|_| line.digits(i + 2).is_some_and(|d| d.1 == 2))?;
                let more = line.is(i + 3, &[":"]) && line.joined(i + 3);
                return (!more).then_some((hour, Some(minute), i + 3));
            }
            return Some((hour, None, i + 1));
        }
        // `7.15 p.m.` is one number to the tokens.
        let (hour, minute) = line.key(i).split_once('.')?;
        let (hour, minute): (u8, u8) =
            (hour.parse().ok()?, minute.parse().ok().filter(|_| minute.len() == 2)?);
        let half = matches!(line.key(i + 1), "am" | "a.m" | "pm" | "p.m");
        (half && hour <= 12 && minute < 60).then_some((hour, Some(minute), i + 1))
    }

    /// The atom after a time zone at `i`, or `i`.
    fn zone(&self, i: usize) -> usize {
        let zones = [
            "et", "est", "edt", "ct", "cst", "cdt", "mt", "mst", "mdt", "pt", "pst", "pdt", "gmt",
            "utc", "bst", "cet", "cest", "eet", "eest", "ist", "jst", "kst", "aest", "aedt", "msk",
        ];
        let line = self.line;
        if line.is(i, &["local"]) && line.is(i + 1, &["time"]) {
            return i;
        }
        // `get`, `eat`, `wet` and `met` are words: zones are written in capitals.
        let capital = line.atoms.get(i).is_some_and(|a| a.case == crate::text::Case::Upper);
        i + usize::from(capital && line.is(i, &zones))
    }

    /// `overnight`, `mid-afternoon`, `the morning of`: parts of a day that stand alone.
    fn bare_part(&self, i: usize) -> Option<(Clock, usize)> {
        let line = self.line;
        if line.is(i, &["overnight"]) {
            return Some((Clock::Part("TNI"), i + 1));
        }
        if line.is(i, &["mid"]) && line.is_dash(i + 1) {
            return Some((self.part_of_day(i + 2)?, i + 3));
        }
        let the = line.is(i, &["the"]);
        let at = i + usize::from(the);
        let modified = matches!(line.before(i), "early" | "late");
        let part = self.part_of_day(at).filter(|_| the || modified)?;
        let alone = the
            && matches!(line.before(i), "in" | "during" | "through")
            && !line.is(at + 1, &["of"]);
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
