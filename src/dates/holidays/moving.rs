//! Feasts that move: each calendar's arithmetic, or its table of years.

use super::years::{HIJRI, HIJRI_FROM, HIJRI_YEAR};
use crate::dates::civil::Day;

/// A feast's days, year by year.
#[derive(Debug, PartialEq)]
pub struct Years {
    first: i32,
    /// The earliest date it has.
    from: (u8, u8),
    /// A byte a year: `#` for the earliest date, the next byte for the next; `!` for none.
    days: &'static [u8],
}

impl Years {
    /// From the first year on, with the earliest date as month and day.
    pub const fn new(first: i32, month: u8, day: u8, days: &'static [u8]) -> Self {
        Self { first, from: (month, day), days }
    }

    /// The day in a year that the table has.
    pub fn day(&self, year: i32) -> Option<Day> {
        let at = usize::try_from(year.checked_sub(self.first)?).ok()?;
        let later = self.days.get(at)?.checked_sub(b'#')?;
        // Dates are counted in a year without a leap day, so that a byte is a date.
        let date = Day::new(2001, self.from.0, self.from.1)?.plus(i32::from(later))?;
        Day::new(year, date.month, date.day)
    }
}

/// Easter Sunday of the eastern churches (the Julian computus), on the Gregorian calendar.
pub fn orthodox_easter(year: i32) -> Option<Day> {
    let moon = (19 * (year % 19) + 15) % 30;
    let sunday = (2 * (year % 4) + 4 * (year % 7) - moon + 34).rem_euclid(7);
    let date = moon + sunday + 114;
    let julian = Day::new(year, u8::try_from(date / 31).ok()?, u8::try_from(date % 31 + 1).ok()?)?;
    julian.plus(year / 100 - year / 400 - 2)
}

/// The number of 1 Tishri of a year of the Hebrew calendar (its usual arithmetic: mean new moons
/// and four postponements), as [`Day::number`] counts.
fn rosh_hashanah(year: i32) -> i32 {
    let elapsed = |year: i32| {
        let months = (235 * year - 234).div_euclid(19);
        let parts = i64::from(months) * 13_753 + 12_084;
        let days = 29 * months + i32::try_from(parts / 25_920).unwrap_or(0);
        days + i32::from((3 * (days + 1)).rem_euclid(7) < 3)
    };
    let (before, day, after) = (elapsed(year - 1), elapsed(year), elapsed(year + 1));
    let late = match (after - day, day - before) {
        (356, _) => 2,
        (_, 382) => 1,
        _ => 0,
    };
    // Its epoch is 1,373,427 days before the day before 1 January 1, which is number 305.
    day + late - 1_373_427 + 305
}

/// The day of the Hebrew calendar that lies in a Gregorian year; months count from Nisan, Adar is
/// the last of the year, Tevet and the first Adar are left out.
pub fn hebrew(year: i32, month: u8, day: u8) -> Option<Day> {
    let autumn = year + 3761;
    let tishri = rosh_hashanah(autumn);
    let length = rosh_hashanah(autumn + 1) - tishri;
    let leap = (7 * (autumn - 1) + 1) % 19 < 7;
    let first = match month {
        1 => -177,
        2 => -147,
        3 => -118,
        4 => -88,
        5 => -59,
        6 => -29,
        7 => 0,
        8 => 30,
        // Heshvan is long in the long years.
        9 => 59 + i32::from(length % 10 == 5),
        11 => -236 - 30 * i32::from(leap),
        12 => -206,
        _ => return None,
    };
    Day::from_number(tishri + first + i32::from(day) - 1)
}

/// The days of the Umm al-Qura calendar with that month and day, that lie in a Gregorian year: one
/// or two, as its years are shorter. Countries that wait for the moon may be a day off.
pub fn hijri(year: i32, month: u8, day: u8) -> impl Iterator<Item = Day> {
    let near = (year - 622) * 33 / 32;
    (near - 1..=near + 2)
        .filter_map(move |hijri| {
            let (start, _) = hijri_month(hijri, month)?;
            start.plus(i32::from(day) - 1)
        })
        .filter(move |day| i32::from(day.year) == year)
}

/// How long the month is that begins that day; 0 if none does.
pub fn hijri_length(first: Day, month: u8) -> u16 {
    let near = (i32::from(first.year) - 622) * 33 / 32;
    let month = (near - 1..=near + 2).filter_map(|year| hijri_month(year, month));
    month.filter(|(start, _)| *start == first).map(|(_, length)| length).next().unwrap_or(0)
}

/// The first day of a month of a Hijri year, and how long it is.
fn hijri_month(year: i32, month: u8) -> Option<(Day, u16)> {
    let at = usize::try_from(year - HIJRI_YEAR).ok()?;
    let (months, before) = (HIJRI.get(at)?, HIJRI.get(..at)?);
    let whole: u32 = before.iter().map(|year| 348 + year.count_ones()).sum();
    let index = u32::from(month.checked_sub(1)?);
    let part = 29 * index + (months & ((1u16 << index.min(15)) - 1)).count_ones();
    let (y, m, d) = HIJRI_FROM;
    let first = Day::new(y, m, d)?.plus(i32::try_from(whole + part).ok()?)?;
    Some((first, 29 + (months >> index.min(15) & 1)))
}

/// An equinox or solstice in universal time, 0 for that of March: Meeus' mean formula, a quarter of
/// an hour off at most, from the year 1000.
pub fn equinox(year: i32, which: u8) -> Option<Day> {
    // A day of that number is noon of the Julian day 2,451,545.
    let noon = Day::new(2000, 1, 1)?.number();
    let since = julian_day(year, which)? - 2_451_545.0 + 0.5;
    Day::from_number(noon + since.floor() as i32).filter(|_| year >= 1000)
}

fn julian_day(year: i32, which: u8) -> Option<f64> {
    let millennia = (f64::from(year) - 2000.0) / 1000.0;
    let terms = MEEUS.get(usize::from(which))?;
    Some(terms.iter().rev().fold(0.0, |sum, term| sum * millennia + term))
}

const MEEUS: [[f64; 5]; 4] = [
    [2_451_623.809_84, 365_242.374_04, 0.051_69, -0.004_11, -0.000_57],
    [2_451_716.567_67, 365_241.626_03, 0.003_25, 0.008_88, -0.000_30],
    [2_451_810.217_15, 365_242.017_67, -0.115_75, 0.003_37, 0.000_78],
    [2_451_900.059_52, 365_242.740_49, -0.062_23, -0.008_23, 0.000_32],
];

/// The first day of the Persian year: the day on which spring begins before noon in Tehran, or the
/// next.
pub fn nowruz(year: i32) -> Option<Day> {
    // Noon there is half past eight in the morning; the equinox is looked for half a day later.
    let noon = Day::new(2000, 1, 1)?.number();
    let since = julian_day(year, 0)? - 2_451_545.0 + 1.0 + 3.5 / 24.0;
    Day::from_number(noon + since.floor() as i32).filter(|_| year >= 1900)
}

/// The feast of the graves, fifteen days after spring begins (the almanacs' short rule for it).
pub fn qingming(year: i32) -> Option<Day> {
    let (of_century, base) = match year {
        1901..=1999 => (year - 1900, 5.59),
        2000..=2099 => (year - 2000, 4.81),
        _ => return None,
    };
    let day = (f64::from(of_century) * 0.2422 + base).floor() as i32 - of_century / 4;
    Day::new(year, 4, u8::try_from(day).ok()?)
}

/// The nth weekday of a month, from its end if negative.
pub fn nth(year: i32, month: u8, weekday: u8, n: i8) -> Option<Day> {
    if n < 0 {
        let last = Day::new(year, month, 1)?.plus_months(1)?.plus(-1)?;
        let back = (i32::from(last.weekday()) - i32::from(weekday)).rem_euclid(7);
        return last.plus(-back - 7 * (i32::from(-n) - 1));
    }
    let first = Day::new(year, month, 1)?;
    let ahead = (i32::from(weekday) - i32::from(first.weekday())).rem_euclid(7);
    first.plus(ahead + 7 * (i32::from(n) - 1))
}

/// The last such weekday before a day.
pub fn before(year: i32, month: u8, day: u8, weekday: u8) -> Option<Day> {
    let day = Day::new(year, month, day)?.plus(-1)?;
    day.plus(-(i32::from(day.weekday()) - i32::from(weekday)).rem_euclid(7))
}
