//! How a holiday's date is found.

use super::moving::{self, Years};
use crate::dates::civil::{Day, easter};

/// How a holiday's date is found. Weekdays are 1 for Monday to 7 for Sunday.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum On {
    /// Month and day.
    Fixed(u8, u8),
    /// That day, moved by so many days if it is a Monday, a Tuesday and so on.
    Moved(u8, u8, [i8; 7]),
    /// A day later in the autumn before a leap year.
    BeforeLeap(u8, u8),
    /// In the years that leave that rest when they are divided by four.
    Fourth(u8, u8, u8),
    /// The nth weekday of a month, from its end if negative: (month, weekday, n).
    Nth(u8, u8, i8),
    /// So many days from that one.
    FromNth(u8, u8, i8, i8),
    /// So many days from the last weekday before a day: (month, day, weekday, days).
    Before(u8, u8, u8, i8),
    /// Days from Easter Sunday.
    Easter(i16),
    /// Days from the Easter Sunday of the eastern churches.
    Orthodox(i16),
    /// Month, from Nisan, and day of the Hebrew calendar.
    Hebrew(u8, u8),
    /// That day, moved by so many days if it is a Monday, a Tuesday and so on.
    HebrewMoved(u8, u8, [i8; 7]),
    /// Month and day of the Umm al-Qura calendar.
    Hijri(u8, u8),
    /// So many days from that of a table.
    Years(&'static Years, i8),
    /// Equinoxes and solstices from that of March: 0 to 3.
    Equinox(u8),
    Nowruz,
    Qingming,
    /// One rule before that year, another from then on.
    Changed(i16, &'static On, &'static On),
    /// Days that were set one by one.
    Listed(&'static [(i16, u8, u8)]),
}

/// What was before a rule.
pub const UNKNOWN: On = On::Listed(&[]);

impl On {
    /// The first day in a year.
    pub fn day(self, year: i32) -> Option<Day> {
        if !(1..=9999).contains(&year) {
            return None;
        }
        match self {
            Self::Fixed(month, day) => Day::new(year, month, day),
            Self::Moved(month, day, by) => moved(Day::new(year, month, day)?, by),
            Self::BeforeLeap(month, day) => {
                let leap = Day::new(year + 1, 2, 29).is_some();
                Day::new(year, month, day)?.plus(i32::from(leap))
            }
            Self::Fourth(rest, month, day) => {
                Day::new(year, month, day).filter(|_| year.rem_euclid(4) == i32::from(rest))
            }
            Self::Nth(month, weekday, n) => moving::nth(year, month, weekday, n),
            Self::FromNth(month, weekday, n, days) => {
                moving::nth(year, month, weekday, n)?.plus(i32::from(days))
            }
            Self::Before(month, day, weekday, days) => {
                moving::before(year, month, day, weekday)?.plus(i32::from(days))
            }
            Self::Easter(days) => easter(year)?.plus(i32::from(days)),
            Self::Orthodox(days) => moving::orthodox_easter(year)?.plus(i32::from(days)),
            Self::Hebrew(month, day) => moving::hebrew(year, month, day),
            Self::HebrewMoved(month, day, by) => moved(moving::hebrew(year, month, day)?, by),
            Self::Hijri(month, day) => moving::hijri(year, month, day).next(),
            Self::Years(years, days) => years.day(year)?.plus(i32::from(days)),
            Self::Equinox(which) => moving::equinox(year, which),
            Self::Nowruz => moving::nowruz(year),
            Self::Qingming => moving::qingming(year),
            Self::Changed(from, before, after) => {
                if year < i32::from(from) {
                    before.day(year)
                } else {
                    after.day(year)
                }
            }
            Self::Listed(days) => {
                let &(_, month, day) = days.iter().find(|(of, ..)| i32::from(*of) == year)?;
                Day::new(year, month, day)
            }
        }
    }

    /// The second day in a year, for what the short years of Islam bring twice.
    pub fn again(self, year: i32) -> Option<Day> {
        let Self::Hijri(month, day) = self else { return None };
        moving::hijri(year, month, day).nth(1)
    }

    /// How long the month is that begins on a day.
    pub fn length(self, first: Day) -> u16 {
        match self {
            Self::Hijri(month, _) => moving::hijri_length(first, month),
            _ => u16::from(crate::dates::civil::days_in_month(i32::from(first.year), first.month)),
        }
    }
}

fn moved(day: Day, by: [i8; 7]) -> Option<Day> {
    let days = by.get(usize::from(day.weekday()) - 1)?;
    day.plus(i32::from(*days))
}
