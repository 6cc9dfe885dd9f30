//! Times of day, and the day they belong to.

use super::{Grammar, Match};
use crate::dates::{
    civil::Day,
    expr::{Anchor, Name, Pick, Time},
    line::byte,
    rules,
    value::{Clock, Grain, Place},
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
        let part = self.part_of_day(read.end);
        if let Some(part) = part.filter(|_| !line.joined(read.end)) {
            read.end += 1;
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
                && !line.is_word(end + 1)
            {
                read.time = Time::Fixed(Place::Day(day));
                read.end = end + 1;
            }
            read.time = Time::At(Some(Box::new(read.time)), clock);
        }
        read
    }

    /// `10:35 a.m.`, `5 p.m. EST Nov. 9`, `noon`, `mid-afternoon yesterday`, `the morning of 4 July`.
    pub(super) fn clock_time(&self, i: usize) -> Option<Match> {
        let line = self.line;
        if let Some(range) = self.clock_range(i) {
            return Some(range);
        }
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

    /// `7 to 9 a.m.`, `9–11am`, `9:30 – 11:00`: the half of the day is said once.
    fn clock_range(&self, i: usize) -> Option<Match> {
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
            let full = minute.is_some() && last_minute.is_some() && line.is(i + 1, &[":"]);
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
        Some(Match::new(i, end, time, &rules::CLOCK))
    }

    /// `10:35 a.m. ET`, `5 p.m.`, `17:30`, `1430 GMT`, `five o'clock`, `noon`, `midnight`.
    pub(super) fn clock(&self, i: usize) -> Option<(Clock, usize)> {
        let line = self.line;
        match line.key(i) {
            "noon" | "midday" => return Some((Clock::Time(12, None), i + 1)),
            "midnight" => return Some((Clock::Time(0, None), i + 1)),
            _ => {}
        }
        if line.is(i, &["noonish"]) {
            return Some((Clock::Time(12, None), i + 1));
        }
        if let Some((hour, end)) = line.number(i)
            && line.is(end, &["o'clock", "o’clock", "oclock"])
            && (1.0..=12.0).contains(&hour)
        {
            let half = self.half_of_day(end + 1);
            let (later, end) = half.unwrap_or((0, end + 1));
            return Some((Clock::Time(byte(hour as i32) % 12 + later, None), end));
        }
        if let Some(found) = self.parted_hour(i) {
            return Some(found);
        }
        if let Some((hour, minute, end)) = self.hour_in_words(i) {
            return Some((Clock::Time(hour, minute), self.zone(end)));
        }
        let (hour, minute, end) = self.hour_and_minute(i)?;
        if let Some((half, end)) = self.half_of_day(end).filter(|_| (1..=12).contains(&hour)) {
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
        // `Mark 12:30`, `in 2:15`: a verse, a length.
        let other = VERSED.contains(&line.before(i)) || matches!(line.before(i), "in" | "clocked");
        let said = minute.is_some()
            && !other
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

    /// `a.m.`, `p m`: the hours to add, and the atom after it.
    fn half_of_day(&self, i: usize) -> Option<(u8, usize)> {
        let line = self.line;
        let half = match line.key(i) {
            "am" | "a.m" | "a.m." => (0, i + 1),
            "pm" | "p.m" | "p.m." => (12, i + 1),
            "a" | "p" => {
                let stop = i + 1 + usize::from(line.is(i + 1, &["."]));
                let m = line.is(stop, &["m"]).then_some(stop + 1)?;
                (if line.is(i, &["a"]) { 0 } else { 12 }, m)
            }
            _ => return None,
        };
        Some(half)
    }

    /// `ten a.m.`, `seven thirty pm`, `twenty past eight`.
    fn hour_in_words(&self, i: usize) -> Option<(u8, Option<u8>, usize)> {
        let line = self.line;
        let (first, at) = line.number(i).filter(|n| n.0.fract() == 0.0)?;
        if line.is(at, &["past"]) && (1.0..30.0).contains(&first) {
            let (hour, end) = line.number(at + 1).filter(|n| (1.0..=12.0).contains(&n.0))?;
            return Some((byte(hour as i32), Some(byte(first as i32)), end));
        }
        if line.digits(i).is_some() || !(1.0..=12.0).contains(&first) {
            return None;
        }
        let (minute, end) = match line.number(at).filter(|n| (10.0..60.0).contains(&n.0)) {
            Some((minute, end)) if line.digits(at).is_none() => (Some(byte(minute as i32)), end),
            _ => (None, at),
        };
        let (half, end) = self.half_of_day(end)?;
        Some((byte(first as i32) % 12 + half, minute, end))
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
        // `15h30`.
        if let (Some(hour), true, Some(minute)) =
            (line.small(i, 2, 0, 23), line.is(i + 1, &["h"]), line.small(i + 2, 2, 0, 59))
            && line.joined(i + 1)
            && line.joined(i + 2)
        {
            return Some((hour, Some(minute), i + 3));
        }
        // `340 pm`.
        if let Some((number, 3 | 4)) = line.digits(i)
            && self.half_of_day(i + 1).is_some()
            && (100..1260).contains(&number)
            && number % 100 < 60
        {
            return Some((byte(number / 100), Some(byte(number % 100)), i + 1));
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
                let more = line.is(i + 3, &[":", "."])
                    && line.joined(i + 3)
                    && line.digits(i + 4).is_some()
                    && line.joined(i + 4);
                // `7:56:30`.
                if more && line.is(i + 1, &[":"]) && line.is(i + 3, &[":"]) {
                    return line.small(i + 4, 2, 0, 59).map(|_| (hour, Some(minute), i + 5));
                }
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
            "wet", "west", "met", "mest", "eat", "wat", "cat", "sast", "get", "sgt", "hkt", "pkt",
            "npt", "nst", "ndt", "ast", "adt", "akst", "akdt", "hst", "nzst", "nzdt", "acst",
            "awst",
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
        let modified = matches!(line.before(i), "early" | "late" | "mid");
        let part = self.part_of_day(at).filter(|_| the || modified || self.alone)?;
        let alone = the
            && matches!(line.before(i), "in" | "during" | "through")
            && !line.is(at + 1, &["of"])
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

/// Books that are cited by chapter and verse.
const VERSED: &[&str] = &[
    "genesis",
    "exodus",
    "leviticus",
    "numbers",
    "deuteronomy",
    "joshua",
    "judges",
    "ruth",
    "samuel",
    "kings",
    "chronicles",
    "ezra",
    "nehemiah",
    "esther",
    "job",
    "psalm",
    "psalms",
    "proverbs",
    "ecclesiastes",
    "isaiah",
    "jeremiah",
    "lamentations",
    "ezekiel",
    "daniel",
    "hosea",
    "joel",
    "amos",
    "obadiah",
    "jonah",
    "micah",
    "nahum",
    "habakkuk",
    "zephaniah",
    "haggai",
    "zechariah",
    "malachi",
    "matthew",
    "mark",
    "luke",
    "john",
    "acts",
    "romans",
    "corinthians",
    "galatians",
    "ephesians",
    "philippians",
    "colossians",
    "thessalonians",
    "timothy",
    "titus",
    "philemon",
    "hebrews",
    "james",
    "peter",
    "jude",
    "revelation",
    "surah",
    "sura",
    "quran",
    "koran",
    "verse",
    "chapter",
];
