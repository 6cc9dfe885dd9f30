//! Hours and minutes.

use crate::dates::{grammar::Grammar, line::byte, value::Clock, words::Words};

impl Grammar<'_> {
    /// `10:35 a.m. ET`, `5 p.m.`, `17:30`, `1430 GMT`, `five o'clock`, `noon`, `midnight`.
    pub(in crate::dates::grammar) fn clock(&self, i: usize) -> Option<(Clock, usize)> {
        let line = self.line;
        match line.key(i) {
            "noon" | "midday" => return Some((Clock::Time(12, None), i + 1)),
            "mid" if line.is(line.past_hyphen(i + 1), &["day"]) => {
                return Some((Clock::Time(12, None), line.past_hyphen(i + 1) + 1));
            }
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
        if line.digits(i).is_some_and(|d| d.1 == 4) && line.follows(end, &["hours", "hrs"]) {
            return Some((Clock::Time(hour, minute), end));
        }
        if let Some((half, end)) = self.half_of_day(end).filter(|_| (1..=12).contains(&hour)) {
            return Some((Clock::Time(hour % 12 + half, minute), self.zone(end)));
        }
        if line.is(end, &["in"]) && line.is(end + 1, &["the"]) && hour <= 12 && hour > 0 {
            let later = match self.part_of_day(end + 2)? {
                Clock::Part("TMO") => 0,
                _ => 12,
            };
            return Some((Clock::Time(hour % 12 + later, minute), end + 3));
        }
        let zone = self.zone(end);
        // `Mark 12:30`, `in 2:15`: a verse, a length.
        let other = VERSED.has(line.before(i)) || line.follows(i, &["in", "clocked"]);
        let said = minute.is_some()
            && !other
            && (zone > end
                || line.follows_among(i, "at by until from around about since before after ,")
                || line.joined(i + 1));
        let score = line.follows(i, &["-", "–", "to"]) || line.is_dash(end);
        (said && !score).then_some((Clock::Time(hour, minute), zone))
    }

    /// `a.m.`, `p m`: the hours to add, and the atom after it.
    pub(super) fn half_of_day(&self, i: usize) -> Option<(u8, usize)> {
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
    pub(super) fn hour_in_words(&self, i: usize) -> Option<(u8, Option<u8>, usize)> {
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
        // `at seven in the morning`.
        let part = (line.is(end, &["in"]) && line.is(end + 1, &["the"]))
            .then(|| self.part_of_day(end + 2))
            .flatten();
        let (half, end) = match part {
            Some(part) => (if part == Clock::Part("TMO") { 0 } else { 12 }, end + 3),
            None => self.half_of_day(end)?,
        };
        Some((byte(first as i32) % 12 + half, minute, end))
    }

    /// `half past two`, `a quarter to eight`.
    pub(super) fn parted_hour(&self, i: usize) -> Option<(Clock, usize)> {
        let line = self.line;
        let at = i + usize::from(line.is(i, &["a"]) && line.is(i + 1, &["quarter"]));
        let (minute, back) = match (line.key(at), line.key(at + 1)) {
            ("half", "past") => (30, false),
            ("quarter", "past") => (15, false),
            // `a quarter to three people`: only where a time is asked for.
            ("quarter", "to") if line.follows(i, &["at", "by", "until", "around"]) => (45, true),
            _ => return None,
        };
        let (hour, end) = line.number(at + 2).filter(|n| (1.0..=12.0).contains(&n.0))?;
        let hour = byte(hour as i32);
        let hour = if back { (hour + 11) % 12 } else { hour };
        Some((Clock::Time(hour, Some(minute)), end))
    }

    pub(super) fn hour_and_minute(&self, i: usize) -> Option<(u8, Option<u8>, usize)> {
        let line = self.line;
        if line.joined(i) && !line.follows(i, &["(", "\"", "“", "-", "–", ","]) {
            return None;
        }
        // `15h30`, `at 15h`; but a race of 2h30.
        if let (Some(hour), true) = (line.small(i, 2, 0, 23), line.is(i + 1, &["h"]))
            && line.joined(i + 1)
        {
            let asked = self.alone || line.follows_among(i, "at by until from around to - –");
            let minute = line.small(i + 2, 2, 0, 59).filter(|_| line.joined(i + 2));
            let fits = asked || minute.is_some() && hour > 5;
            let end = i + 2 + usize::from(minute.is_some());
            return fits.then_some((hour, minute.or(Some(0)), end));
        }
        // `340 pm`.
        if let Some((number, 3 | 4)) = line.digits(i)
            && self.half_of_day(i + 1).is_some()
            && (100..1260).contains(&number)
            && number % 100 < 60
        {
            return Some((byte(number / 100), Some(byte(number % 100)), i + 1));
        }
        // `at 1800 hours`.
        if let Some((number, 4)) = line.digits(i)
            && line.is(i + 1, &["hours", "hrs"])
            && (number < 1000 || line.follows_among(i, "at by around from to until"))
            && number < 2400
            && number % 100 < 60
        {
            return Some((byte(number / 100), Some(byte(number % 100)), i + 2));
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
        let half = line.is(i + 1, &["am", "a.m", "pm", "p.m"]);
        (half && hour <= 12 && minute < 60).then_some((hour, Some(minute), i + 1))
    }

    /// The atom after a time zone at `i`, or `i`.
    pub(super) fn zone(&self, i: usize) -> usize {
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
}

/// Books that are cited by chapter and verse.
const VERSED: Words = Words(
    "genesis exodus leviticus numbers deuteronomy joshua judges ruth samuel kings chronicles \
     ezra nehemiah esther job psalm psalms proverbs ecclesiastes isaiah jeremiah lamentations \
     ezekiel daniel hosea joel amos obadiah jonah micah nahum habakkuk zephaniah haggai \
     zechariah malachi matthew mark luke john acts romans corinthians galatians ephesians \
     philippians colossians thessalonians timothy titus philemon hebrews james peter jude \
     revelation surah sura quran koran verse chapter",
);
