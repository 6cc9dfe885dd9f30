//! Dates written with numbers only.

use super::{Found, Grammar, Match};
use crate::{
    dates::{
        civil::Day,
        expr::{Name, Pick, Time},
        line::byte,
        rules,
        value::{Clock, Place, is_month_day},
    },
    options::DateOrder,
};

impl Grammar<'_> {
    /// `2021-10-04`, `2021/10/04T10:14`, `2021-10`, `03/04/2021`, `3.4.2021`, `20211004`.
    pub(super) fn numeric(&self, i: usize) -> Option<Match> {
        let line = self.line;
        let hyphened = i > 1 && line.is_dash(i - 1) && line.is(i - 2, &["pre", "post"]);
        if line.joined(i) && !self.opens_before(i) && !hyphened {
            // `report-2019-03-14.pdf`.
            let named = i > 1 && line.is_dash(i - 1) && line.is_word(i - 2);
            return self.iso(i).filter(|read| named && read.end > i + 4);
        }
        let found = self.iso(i).or_else(|| self.parted(i)).or_else(|| self.compact(i));
        let found = found.or_else(|| self.month_of_year(i)).or_else(|| self.attacks(i));
        let found = found.or_else(|| self.without_year(i))?;
        // `2021-10-04-17` and `1/2/3/4` are no dates; `5/1/2019-5/7/2020` are two.
        let ranged = self.line.is_dash(found.end)
            && self.line.joined(found.end + 1)
            && (self.parted(found.end + 1).is_some() || self.slashed(found.end + 1).is_some());
        // `9/11-related`.
        let named = found.rule.id == rules::HOLIDAY.id && self.line.is_word(found.end + 1);
        let goes_on = !named
            && self.line.joined(found.end)
            && !ranged
            && (self.line.is_dash(found.end) || self.line.is(found.end, &["/", "%", "°"]));
        (!goes_on).then_some(found)
    }

    fn opens_before(&self, i: usize) -> bool {
        self.line.follows(i, &["(", "[", "\"", "“", "‘", "'", ":", ",", "—", "–", "|", "."])
    }

    pub(super) fn iso(&self, i: usize) -> Option<Match> {
        let line = self.line;
        let (year, len) = line.digits(i)?;
        let year = Some(year).filter(|y| len == 4 && (1000..=2999).contains(y))?;
        let mark = line.key(i + 1);
        let glued = line.joined(i + 1) && line.joined(i + 2);
        if !matches!(mark, "-" | "/" | ".") || !glued && mark != "/" {
            return None;
        }
        let month = line.small(i + 2, 2, 1, 12)?;
        if line.key(i + 3) == mark && line.joined(i + 3) && line.joined(i + 4) {
            let day = Day::new(year, month, line.small(i + 4, 2, 1, 31)?)?;
            let read = Found::new(i, i + 5, Time::Fixed(Place::Day(day)), &rules::ISO);
            return Some(self.with_iso_clock(read));
        }
        let two = line.digits(i + 2)?.1 == 2;
        let ends = !line.joined(i + 3) || line.is(i + 3, &[".", ",", ";", ")"]);
        // `out in 2015/3`; but `1543-4` and `2014/5` are two years.
        let month_alone = glued && year >= 1900 && i32::from(month) <= year % 10;
        let asked = self.alone || line.is_word(i.wrapping_sub(1)) && !line.is_capitalised(i - 1);
        if !two && month_alone && ends && asked && !self.is_numbered(i) && mark != "." {
            let month = Time::Fixed(Place::Month(Some(year), month));
            return Some(Found::new(i, i + 3, month, &rules::ISO));
        }
        // `06/2004`, below; `2013/12` is no season.
        if mark == "/" && two && i32::from(month) <= year % 100 {
            let month = Time::Fixed(Place::Month(Some(year), month));
            return Some(Found::new(i, i + 3, month, &rules::ISO));
        }
        // `2019-10` is a month, `2019-20` two years; `2010/11` is more often a season.
        (two && mark == "-" && !line.joined(i + 3) || line.is(i + 3, &[".", ",", ")"]))
            .then(|| {
                Found::new(i, i + 3, Time::Fixed(Place::Month(Some(year), month)), &rules::ISO)
            })
            .filter(|_| mark == "-" && two)
    }

    /// `T10:14:00Z` after a day.
    fn with_iso_clock(&self, mut read: Match) -> Match {
        let line = self.line;
        let t = read.end;
        if !(line.is(t, &["t"]) && line.joined(t) && line.joined(t + 1)) {
            return read;
        }
        let (Some(hour), true) = (line.small(t + 1, 2, 0, 24), line.is(t + 2, &[":"])) else {
            return read;
        };
        let Some(minute) = line.small(t + 3, 2, 0, 59) else { return read };
        let mut end = t + 4;
        if line.is(end, &[":"]) && line.digits(end + 1).is_some() {
            end += 2;
        }
        if line.is(end, &["z"]) && line.joined(end) {
            end += 1;
        }
        read.time = Time::At(Some(Box::new(read.time)), Clock::Time(hour, Some(minute)));
        read.end = end;
        read
    }

    /// `03/04/2021`, `3.4.21`, `3-4-2021`.
    pub(super) fn parted(&self, i: usize) -> Option<Match> {
        let line = self.line;
        let (a, b) = (line.small(i, 2, 1, 31)?, line.small(i + 2, 2, 1, 31)?);
        let mark = line.key(i + 1);
        let joined = (1..=4).all(|n| line.joined(i + n));
        if !joined || !matches!(mark, "/" | "-" | ".") || line.key(i + 3) != mark {
            return None;
        }
        let year = match line.digits(i + 4)? {
            (year, 4) if (1000..=2999).contains(&year) => year,
            // `1-2-03` and `1.2.03` are scores and versions more often than days.
            (year, 2) if mark == "/" || self.is_awaited(i) || self.alone => two_digit_year(year),
            _ => return None,
        };
        let day = |month, day| Day::new(year, month, day).map(Place::Day);
        let (us, eu) = (day(a, b), day(b, a));
        let sure = self.order.is_some_and(|order| order.sure);
        let (first, second) = match self.order.map(|order| order.order) {
            Some(DateOrder::Mdy) => (us, eu.filter(|_| !sure || us.is_none())),
            Some(_) => (eu, us.filter(|_| !sure || eu.is_none())),
            None if mark != "." => (us, eu),
            None => (eu, us),
        };
        let place = first.or(second)?;
        let mut read = Found::new(i, i + 5, Time::Fixed(place), &rules::NUMERIC);
        read.other = second.filter(|&other| other != place && first.is_some());
        Some(read)
    }

    /// `11/20`: two small numbers and a slash.
    fn slashed(&self, i: usize) -> Option<(u8, u8)> {
        let line = self.line;
        let (a, b) = (line.small(i, 2, 1, 31)?, line.small(i + 2, 2, 1, 31)?);
        let slash = line.is(i + 1, &["/"]) && line.joined(i + 1) && line.joined(i + 2);
        (slash && (is_month_day(a, b) || is_month_day(b, a))).then_some((a, b))
    }

    /// Whether the word before digits asks for a day.
    fn is_awaited(&self, i: usize) -> bool {
        self.line.follows_among(i, "on since until till dated by back")
    }

    /// `on 15/2`, `25/4 at 4 p.m.`: a fraction is more likely elsewhere.
    pub(super) fn without_year(&self, i: usize) -> Option<Match> {
        let line = self.line;
        let (a, b) = (line.small(i, 2, 1, 31)?, line.small(i + 2, 2, 1, 31)?);
        let joined = line.joined(i + 1) && line.joined(i + 2);
        let slash = line.is(i + 1, &["/"]) && (joined || self.alone)
            || line.is_dash(i + 1) && self.alone && (a > 12 || b > 12);
        let before = line.follows_among(i, "on until since from by before after till through");
        let range =
            line.follows_among(i, "to and or - – ,") && i > 3 && self.slashed(i - 4).is_some();
        let ranged = line.is_dash(i + 3)
            && line.joined(i + 3)
            && (self.parted(i + 4).is_some() || self.slashed(i + 4).is_some());
        let weekday = i > 0 && line.weekday(i - 1).is_some();
        // `5/17`: no sixteenths, no marks out of ten or twenty.
        let clear = (a > 12) != (b > 12)
            && !matches!(a.max(b), 16 | 20)
            && !line.is_word(i + 3)
            && !line.joined(i + 3)
            && i > 0
            && line.is_word(i - 1);
        let range = range || ranged || weekday || clear || line.follows(i, &["between"]);
        let said = (before || range) && !line.is(i + 3, &["of"])
            || self.alone
            || line.is(i + 3, &["at"]) && line.digits(i + 4).is_some();
        let read = |month, day| is_month_day(month, day).then_some((month, day));
        let (first, second) = match self.order.map(|order| order.order) {
            Some(DateOrder::Dmy) => (read(b, a), read(a, b)),
            _ => (read(a, b), read(b, a)),
        };
        let (month, day) = first.or(second).filter(|_| slash && said)?;
        let time = Time::Named(Name::MonthDay(month, day), Pick::Nearest);
        Some(Found::new(i, i + 3, time, &rules::NUMERIC))
    }

    /// `06/2004`, unless it numbers something.
    fn month_of_year(&self, i: usize) -> Option<Match> {
        let line = self.line;
        let month = line.small(i, 2, 1, 12)?;
        let mark = line.is(i + 1, &["/"]) || line.is_dash(i + 1) && line.digits(i)?.1 == 2;
        // `11 / 2016` too.
        let joined = line.is(i + 1, &["/"]) || line.joined(i + 1) && line.joined(i + 2);
        let (year, 4) = line.digits(i + 2)? else { return None };
        let asked = !self.is_numbered(i) && !line.joined(i);
        let fits = mark && joined && (asked || self.alone) && (1900..=2099).contains(&year);
        let month = Time::Fixed(Place::Month(Some(year), month));
        fits.then(|| Found::new(i, i + 3, month, &rules::NUMERIC))
    }

    /// Whether the word before says that a number follows: `case 06/2004`.
    fn is_numbered(&self, i: usize) -> bool {
        let words = [
            "case",
            "no",
            "number",
            "nr",
            "resolution",
            "law",
            "decree",
            "directive",
            "regulation",
            "act",
            "order",
            "bill",
            "file",
            "docket",
            "article",
            "ruling",
            "judgment",
            "appeal",
            "instrument",
        ];
        self.line.follows(i, &words)
    }

    /// `9/11`, the day that is called by its digits.
    fn attacks(&self, i: usize) -> Option<Match> {
        let line = self.line;
        let said = line.is(i, &["9"]) && line.is(i + 1, &["/"]) && line.is(i + 2, &["11"]);
        let joined = line.joined(i + 1) && line.joined(i + 2);
        let day = Place::Day(Day::new(2001, 9, 11)?);
        (said && joined).then(|| Found::new(i, i + 3, Time::Fixed(day), &rules::HOLIDAY))
    }

    /// `20211004`.
    fn compact(&self, i: usize) -> Option<Match> {
        let (number, 8) = self.line.digits(i)? else { return None };
        let year = Some(number / 10_000).filter(|y| (1900..=2099).contains(y))?;
        let day = Day::new(year, byte(number / 100 % 100), byte(number % 100))?;
        (!self.line.joined(i) && !self.line.joined(i + 1))
            .then(|| Found::new(i, i + 1, Time::Fixed(Place::Day(day)), &rules::ISO))
    }
}

/// The year that two digits mean: up to 1950 or from 2049 back.
pub(super) fn two_digit_year(year: i32) -> i32 {
    if year < 50 { 2000 + year } else { 1900 + year }
}
