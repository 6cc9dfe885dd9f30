//! Values that someone writes down, checked against the calendar.

use super::{
    civil::Day,
    value::{Place, Season, is_month_day},
};
use crate::report::TimexType;

/// Longer ones are no value.
const LONGEST: usize = 48;

/// A time as TIMEX3 or EDTF write it: a day (`2021-10-04`), month, year, week (`2021-W39`), weekend,
/// quarter, half, season, decade (`197X`), century (`19XX`), what is open in one of these
/// (`XXXX-09-12`), two of them (`2021-07-03/2021-07-05`), a time of a day (`2021-10-04T14:30`), a length
/// (`P3Y`), or `PAST_REF`, `PRESENT_REF`, `FUTURE_REF`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Given {
    /// What kind of time.
    pub timex_type: TimexType,
    /// As TIMEX3 writes it.
    pub value: String,
    /// As EDTF writes it, where it can.
    pub edtf: Option<String>,
    /// First and last day covered, where it has a place on the calendar.
    pub days: Option<(Day, Day)>,
}

impl Given {
    /// `None` unless the calendar has such a time.
    pub fn read(text: &str) -> Option<Self> {
        if text.len() > LONGEST || !text.is_ascii() {
            return None;
        }
        let plain = |timex_type| Self { timex_type, value: text.into(), edtf: None, days: None };
        if matches!(text, "PAST_REF" | "PRESENT_REF" | "FUTURE_REF") {
            return Some(plain(TimexType::Date));
        }
        if let Some(length) = text.strip_prefix('P') {
            return is_length(length).then(|| plain(TimexType::Duration));
        }
        if let Some((first, last)) = text.split_once('/') {
            let (first, last) = (place(first)?, place(last)?);
            let (from, to) = (first.days()?.0, last.days()?.1);
            let one = |place: Place| place.edtf().filter(|edtf| !edtf.contains('/'));
            let edtf = one(first).zip(one(last)).map(|(a, b)| format!("{a}/{b}"));
            let value = format!("{}/{}", first.value(), last.value());
            let days = Some((from, to)).filter(|(from, to)| from <= to)?;
            return Some(Self {
                timex_type: TimexType::Date,
                value,
                edtf: edtf.or_else(|| Some(format!("{from}/{to}"))),
                days: Some(days),
            });
        }
        if let Some((day, clock)) = text.split_once('T') {
            let day = Day::parse(day).filter(|_| is_clock(clock))?;
            return Some(Self { days: Some((day, day)), ..plain(TimexType::Time) });
        }
        let place = place(text)?;
        Some(Self {
            timex_type: TimexType::Date,
            value: place.value(),
            edtf: place.edtf(),
            days: place.days(),
        })
    }

    /// A day that is not known.
    pub fn open() -> Self {
        let value = "XXXX-XX-XX".to_owned();
        Self { timex_type: TimexType::Date, value, edtf: None, days: None }
    }
}

fn place(text: &str) -> Option<Place> {
    let (year, rest) = match text.split_once('-') {
        Some((year, rest)) => (year, Some(rest)),
        None => (text, None),
    };
    if year.len() != 4 {
        return None;
    }
    let known = number(year).filter(|year| *year > 0);
    let Some(rest) = rest else {
        let cut = |from: usize, open: &str| year.get(..from).filter(|_| year.ends_with(open));
        return (known.map(Place::Year))
            .or_else(|| Some(Place::Decade(number(cut(3, "X")?)?)))
            .or_else(|| Some(Place::Century(number(cut(2, "XX")?)?)));
    };
    if known.is_none() && year != "XXXX" {
        return None;
    }
    within(known, rest)
}

/// What stands behind the year.
fn within(year: Option<i32>, rest: &str) -> Option<Place> {
    let seasons = [Season::Spring, Season::Summer, Season::Autumn, Season::Winter];
    let digit = |text: &str, most: u8| {
        let n = number(text).filter(|_| text.len() == 1)?;
        u8::try_from(n).ok().filter(|n| (1..=most).contains(n))
    };
    if let Some(week) = rest.strip_prefix('W') {
        let (week, day) = match week.split_once('-') {
            Some((week, day)) => (week, Some(day)),
            None => (week, None),
        };
        let Some(year) = year else {
            return match (week, day) {
                ("XX", Some("WE")) => Some(Place::OpenWeekend),
                ("XX", Some(day)) => Some(Place::Weekday(digit(day, 7)?)),
                _ => None,
            };
        };
        let week = u8::try_from(number(week).filter(|_| week.len() == 2)?).ok()?;
        let monday = Day::of_iso_week(year, week)?;
        return Some(match day {
            None => Place::Week(monday),
            Some("WE") => Place::Weekend(monday),
            Some(day) => Place::Day(monday.plus(i32::from(digit(day, 7)?) - 1)?),
        });
    }
    if let Some(quarter) = rest.strip_prefix('Q') {
        return Some(Place::Quarter(year, digit(quarter, 4)?));
    }
    if let Some(half) = rest.strip_prefix('H') {
        return Some(Place::Half(year, digit(half, 2)?));
    }
    if let Some(season) = ["SP", "SU", "FA", "WI"].iter().position(|code| *code == rest) {
        return Some(Place::Season(year, seasons[season]));
    }
    let (month, day) = match rest.split_once('-') {
        Some((month, day)) => (month, Some(day)),
        None => (rest, None),
    };
    let two = |text: &str| u8::try_from(number(text).filter(|_| text.len() == 2)?).ok();
    let Some(day) = day else {
        return Some(match two(month)? {
            month @ 1..=12 => Place::Month(year, month),
            // EDTF's own numbers for parts of a year.
            season @ 21..=24 => Place::Season(year, seasons[usize::from(season) - 21]),
            quarter @ 33..=36 => Place::Quarter(year, quarter - 32),
            half @ 40..=41 => Place::Half(year, half - 39),
            _ => return None,
        });
    };
    let day = two(day)?;
    if month == "XX" {
        return ((1..=31).contains(&day) && year.is_none()).then_some(Place::DayOfMonth(day));
    }
    let month = two(month)?;
    match year {
        Some(year) => Day::new(year, month, day).map(Place::Day),
        None => is_month_day(month, day).then_some(Place::MonthDay(month, day)),
    }
}

/// Digits and nothing else.
fn number(text: &str) -> Option<i32> {
    let digits = !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit());
    text.parse().ok().filter(|_| digits)
}

/// A part of the day, or an hour with its minutes and perhaps seconds.
fn is_clock(text: &str) -> bool {
    if matches!(text, "MO" | "MI" | "AF" | "EV" | "NI" | "DT" | "XX") {
        return true;
    }
    let mut parts = text.split(':').enumerate().map(|(i, part)| {
        let most = if i == 0 { 23 } else { 59 };
        part.len() == 2 && i < 3 && number(part).is_some_and(|n| n <= most)
    });
    text.len() >= 5 && parts.all(|holds| holds)
}

/// What stands behind the P of a length: numbers with units, those below a day behind a T.
fn is_length(text: &str) -> bool {
    let (days, clock) = match text.split_once('T') {
        Some((days, clock)) => (days, Some(clock)),
        None => (text, None),
    };
    let counted = |text: &str, units: &str| {
        let mut rest = text;
        let mut left = units;
        while !rest.is_empty() {
            let end = rest.find(|c: char| c.is_ascii_uppercase() && c != 'X').unwrap_or(0);
            let count = rest.get(..end).unwrap_or_default();
            let whole = count == "X" || (count.len() <= 6 && number(count).is_some());
            let unit = rest.get(end..).and_then(|unit| unit.chars().next());
            let place = unit.and_then(|unit| left.find(unit));
            let (true, Some(place)) = (whole, place) else { return false };
            left = left.get(place + 1..).unwrap_or_default();
            rest = rest.get(end + 1..).unwrap_or_default();
        }
        true
    };
    let some = !days.is_empty() || clock.is_some();
    some && counted(days, "YQMWD") && clock.is_none_or(|c| !c.is_empty() && counted(c, "HMS"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_the_calendar_has_is_read() {
        let rows = [
            ("2021-10-04", "2021-10-04", Some("2021-10-04"), "2021-10-04..2021-10-04"),
            ("2021-02", "2021-02", Some("2021-02"), "2021-02-01..2021-02-28"),
            ("2021", "2021", Some("2021"), "2021-01-01..2021-12-31"),
            ("197X", "197X", Some("197X"), "1970-01-01..1979-12-31"),
            ("19XX", "19XX", Some("19XX"), "1900-01-01..1999-12-31"),
            ("2021-W39", "2021-W39", Some("2021-09-27/2021-10-03"), "2021-09-27..2021-10-03"),
            ("2021-W39-WE", "2021-W39-WE", Some("2021-10-02/2021-10-03"), "2021-10-02..2021-10-03"),
            ("2021-W39-2", "2021-09-28", Some("2021-09-28"), "2021-09-28..2021-09-28"),
            ("2021-Q3", "2021-Q3", Some("2021-35"), "2021-07-01..2021-09-30"),
            ("2021-35", "2021-Q3", Some("2021-35"), "2021-07-01..2021-09-30"),
            ("2021-23", "2021-FA", Some("2021-23"), "2021-09-01..2021-11-30"),
            ("2021-H1", "2021-H1", Some("2021-40"), "2021-01-01..2021-06-30"),
            ("2019/2020", "2019/2020", Some("2019/2020"), "2019-01-01..2020-12-31"),
            (
                "2021-07-03/2021-07-05",
                "2021-07-03/2021-07-05",
                Some("2021-07-03/2021-07-05"),
                "2021-07-03..2021-07-05",
            ),
            ("XXXX-09-12", "XXXX-09-12", Some("XXXX-09-12"), ""),
            ("XXXX-WXX-5", "XXXX-WXX-5", None, ""),
            ("XXXX-02-29", "XXXX-02-29", Some("XXXX-02-29"), ""),
            ("2021-10-04T14:30", "2021-10-04T14:30", None, "2021-10-04..2021-10-04"),
            ("2021-10-04TMO", "2021-10-04TMO", None, "2021-10-04..2021-10-04"),
            ("P3Y", "P3Y", None, ""),
            ("PT2H30M", "PT2H30M", None, ""),
            ("PXW", "PXW", None, ""),
            ("PAST_REF", "PAST_REF", None, ""),
        ];
        for (given, value, edtf, days) in rows {
            let read = Given::read(given).unwrap_or_else(|| panic!("{given}"));
            assert_eq!((read.value.as_str(), read.edtf.as_deref()), (value, edtf), "{given}");
            let shown = read.days.map_or(String::new(), |(a, b)| format!("{a}..{b}"));
            assert_eq!(shown, days, "{given}");
        }
    }

    #[test]
    fn what_it_has_not_is_refused() {
        for given in [
            "",
            " ",
            "2021-02-29",
            "2021-13",
            "2021-00",
            "2021-1",
            "21",
            "20211",
            "0000",
            "NaN",
            "2021-W54",
            "2021-W00",
            "2021-W39-8",
            "2021-Q5",
            "2021-Q",
            "2021-25",
            "2021-XX-04",
            "2021/2020",
            "2021/",
            "/",
            "2021/2022/2023",
            "XXXX/2021",
            "XXXX",
            "XXXX-13-01",
            "XXXX-02-30",
            "1e400",
            "+2021",
            "-2021",
            "2021-10-04T25:00",
            "2021-10-04T1:1",
            "2021T10:00",
            "P",
            "PT",
            "P3",
            "P3YT",
            "PY",
            "P1D1Y",
            "P99999999Y",
            "2021-10-04 ",
            "２０２１",
            "yesterday",
            "99999999999999999999999999999999999999999999999999999999999",
        ] {
            assert_eq!(Given::read(given), None, "{given}");
        }
    }

    #[test]
    fn an_open_day_is_written_as_the_calendar_writes_it() {
        assert_eq!(Given::open().value, Place::Open(super::super::value::Grain::Day).value());
    }
}
