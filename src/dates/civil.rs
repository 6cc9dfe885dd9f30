//! Days of the proleptic Gregorian calendar.

use std::fmt;

/// A day of the proleptic Gregorian calendar, year 1 to 9999.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Day {
    /// 1 to 9999.
    pub year: i16,
    /// 1 to 12.
    pub month: u8,
    /// 1 to the month's length.
    pub day: u8,
}

impl Day {
    /// `None` unless that is a day of the calendar.
    #[inline(never)]
    pub fn new(year: i32, month: u8, day: u8) -> Option<Self> {
        let valid = (1..=9999).contains(&year) && (1..=days_in_month(year, month)).contains(&day);
        valid.then_some(Self { year: i16::try_from(year).ok()?, month, day })
    }

    /// Reads `YYYY-MM-DD`; `None` unless that is a day of the calendar.
    pub fn parse(text: &str) -> Option<Self> {
        let bytes = text.as_bytes();
        let shaped = bytes.len() == 10
            && bytes.iter().enumerate().all(|(i, b)| match i {
                4 | 7 => *b == b'-',
                _ => b.is_ascii_digit(),
            });
        if !shaped {
            return None;
        }
        Self::new(text[..4].parse().ok()?, text[5..7].parse().ok()?, text[8..].parse().ok()?)
    }

    /// Days since 1 March of the year 0, from which leap days come last in their year.
    #[inline(never)]
    pub fn number(self) -> i32 {
        let year = i32::from(self.year) - i32::from(self.month < 3);
        let month = (i32::from(self.month) + 9) % 12;
        365 * year + year / 4 - year / 100
            + year / 400
            + (153 * month + 2) / 5
            + i32::from(self.day)
            - 1
    }

    /// The day with that [`number`](Self::number), if the calendar has it.
    #[inline(never)]
    pub fn from_number(number: i32) -> Option<Self> {
        // Four hundred years have 146,097 days, whichever they are.
        let (era, rest) = (number.div_euclid(146_097), number.rem_euclid(146_097));
        let year = (rest - rest / 1460 + rest / 36_524 - rest / 146_096) / 365;
        let of_year = rest - (365 * year + year / 4 - year / 100);
        let month = (5 * of_year + 2) / 153;
        let day = u8::try_from(of_year - (153 * month + 2) / 5 + 1).ok()?;
        let month = u8::try_from((month + 2) % 12 + 1).ok()?;
        Self::new(era * 400 + year + i32::from(month < 3), month, day)
    }

    /// 1 for Monday to 7 for Sunday.
    pub fn weekday(self) -> u8 {
        // 1 March of the year 0 was a Wednesday.
        ((self.number() + 2).rem_euclid(7) + 1) as u8
    }

    /// The day `days` later; `None` outside the years 1 to 9999.
    #[inline(never)]
    pub fn plus(self, days: i32) -> Option<Self> {
        Self::from_number(self.number().checked_add(days)?)
    }

    /// The day `months` later, or the last one of its month when that is shorter.
    #[inline(never)]
    pub fn plus_months(self, months: i32) -> Option<Self> {
        let count = (i32::from(self.year) * 12 + i32::from(self.month) - 1).checked_add(months)?;
        let (year, month) = (count.div_euclid(12), (count.rem_euclid(12) + 1) as u8);
        Self::new(year, month, self.day.min(days_in_month(year, month)))
    }

    /// The Monday of this day's week.
    pub fn monday(self) -> Option<Self> {
        self.plus(1 - i32::from(self.weekday()))
    }

    /// The ISO week: its year and number. A week belongs to the year of its Thursday.
    pub fn iso_week(self) -> (i32, u8) {
        let thursday = self.plus(4 - i32::from(self.weekday())).unwrap_or(self);
        let year = i32::from(thursday.year);
        let first = Self { year: thursday.year, month: 1, day: 1 };
        (year, u8::try_from((thursday.number() - first.number()) / 7 + 1).unwrap_or(1))
    }

    /// The Monday of an ISO week.
    pub fn of_iso_week(year: i32, week: u8) -> Option<Self> {
        // 4 January is always in week 1.
        let monday = Self::new(year, 1, 4)?.monday()?.plus(7 * (i32::from(week) - 1))?;
        (monday.iso_week() == (year, week)).then_some(monday)
    }
}

impl fmt::Display for Day {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}-{:02}", self.year, self.month, self.day)
    }
}

/// The length of a month; 0 when there is no such month.
pub fn days_in_month(year: i32, month: u8) -> u8 {
    let leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    match month {
        4 | 6 | 9 | 11 => 30,
        2 => 28 + u8::from(leap),
        1..=12 => 31,
        _ => 0,
    }
}

/// Easter Sunday (the Gregorian computus, in its usual letters).
#[allow(clippy::many_single_char_names)]
pub fn easter(year: i32) -> Option<Day> {
    let (a, b, c) = (year % 19, year / 100, year % 100);
    let d = (19 * a + b - b / 4 - (b - (b + 8) / 25 + 1) / 3 + 15) % 30;
    let e = (32 + 2 * (b % 4) + 2 * (c / 4) - d - c % 4) % 7;
    let f = d + e - 7 * ((a + 11 * d + 22 * e) / 451) + 114;
    Day::new(year, u8::try_from(f / 31).ok()?, u8::try_from(f % 31 + 1).ok()?)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn known_days() {
        let rows = [
            ("2021-10-04", 1, (2021, 40)),
            ("2021-01-03", 7, (2020, 53)),
            ("2000-02-29", 2, (2000, 9)),
            ("2024-12-30", 1, (2025, 1)),
            ("0001-01-01", 1, (1, 1)),
        ];
        for (day, weekday, week) in rows {
            let read = Day::parse(day).expect("a day");
            assert_eq!((read.weekday(), read.iso_week()), (weekday, week), "{day}");
        }
        for no_day in
            ["2021-02-29", "1900-02-29", "2021-13-01", "2021-00-10", "21-1-1", "0000-01-01"]
        {
            assert_eq!(Day::parse(no_day), None, "{no_day}");
        }
        assert_eq!(easter(2024), Day::parse("2024-03-31"));
        assert_eq!(easter(2021), Day::parse("2021-04-04"));
    }

    proptest! {
        #[test]
        fn counting_there_and_back(number in 306i32..3_652_364) {
            let day = Day::from_number(number).expect("in the years 1 to 9999");
            prop_assert_eq!(day.number(), number);
            prop_assert_eq!(Day::parse(&day.to_string()), Some(day));
            if let Some(next) = day.plus(1) {
                prop_assert_eq!(next.weekday(), day.weekday() % 7 + 1);
                prop_assert!(next > day);
            }
        }

        #[test]
        fn iso_weeks_there_and_back(number in 400i32..3_652_000) {
            let day = Day::from_number(number).expect("in range");
            let (year, week) = day.iso_week();
            prop_assert_eq!(Day::of_iso_week(year, week), day.monday());
        }

        #[test]
        fn months_keep_the_day_or_end_the_month(number in 400i32..3_652_000, months in -500i32..500) {
            let day = Day::from_number(number).expect("in range");
            if let Some(other) = day.plus_months(months) {
                let last = days_in_month(i32::from(other.year), other.month);
                prop_assert!(other.day == day.day || (other.day == last && last < day.day));
            }
        }
    }
}
