//! Places on the calendar and what they are called in TIMEX3 and EDTF. The only code that writes
//! values.

use super::civil::{Day, days_in_month};

/// A unit of the calendar, finest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Grain {
    Second,
    Minute,
    Hour,
    Day,
    Week,
    Month,
    Quarter,
    Year,
    Decade,
    Century,
}

impl Grain {
    /// How many months one is, where it is a whole number of them.
    pub fn months(self) -> Option<i32> {
        Some(match self {
            Self::Month => 1,
            Self::Quarter => 3,
            Self::Year => 12,
            Self::Decade => 120,
            Self::Century => 1200,
            _ => return None,
        })
    }

    /// How many days one is, where it is shorter than a month.
    pub fn in_days(self) -> f64 {
        match self {
            Self::Second => 1.0 / 86_400.0,
            Self::Minute => 1.0 / 1440.0,
            Self::Hour => 1.0 / 24.0,
            Self::Day => 1.0,
            _ => 7.0,
        }
    }

    /// The letter in a TIMEX3 duration, and how many of that letter one is.
    fn letter(self) -> (&'static str, f64) {
        match self {
            Self::Second => ("S", 1.0),
            Self::Hour => ("H", 1.0),
            Self::Day => ("D", 1.0),
            Self::Week => ("W", 1.0),
            Self::Minute | Self::Month => ("M", 1.0),
            Self::Quarter => ("Q", 1.0),
            Self::Year => ("Y", 1.0),
            Self::Decade => ("Y", 10.0),
            Self::Century => ("Y", 100.0),
        }
    }
}

/// A season, astronomical in name, meteorological in days; winter is that which begins in the year.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Season {
    Spring,
    Summer,
    Autumn,
    Winter,
}

impl Season {
    fn code(self) -> &'static str {
        ["SP", "SU", "FA", "WI"][self as usize]
    }

    /// Its first month.
    pub fn first_month(self) -> u8 {
        3 * (self as u8 + 1)
    }
}

/// A place on the calendar. A year of `None` is open.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// 19 is 19XX.
    Century(i32),
    /// 197 is 197X.
    Decade(i32),
    Year(i32),
    /// A year before the common era.
    Before(i32),
    Half(Option<i32>, u8),
    Quarter(Option<i32>, u8),
    Season(Option<i32>, Season),
    Month(Option<i32>, u8),
    /// The week of that day.
    Week(Day),
    /// The weekend of that day's week.
    Weekend(Day),
    Day(Day),
    /// So many days from that one.
    Days(Day, u16),
    MonthDay(u8, u8),
    /// Day of an open month.
    DayOfMonth(u8),
    /// 1 for Monday.
    Weekday(u8),
    OpenWeekend,
    /// Nothing is known but how long it is.
    Open(Grain),
}

impl Place {
    /// The place of that length in which `day` lies.
    pub fn around(day: Day, grain: Grain) -> Self {
        let year = i32::from(day.year);
        match grain {
            Grain::Century => Self::Century(year / 100),
            Grain::Decade => Self::Decade(year / 10),
            Grain::Year => Self::Year(year),
            Grain::Quarter => Self::Quarter(Some(year), (day.month - 1) / 3 + 1),
            Grain::Month => Self::Month(Some(year), day.month),
            Grain::Week => Self::Week(day),
            _ => Self::Day(day),
        }
    }

    /// How long it is.
    pub fn grain(self) -> Grain {
        match self {
            Self::Century(_) => Grain::Century,
            Self::Decade(_) => Grain::Decade,
            Self::Year(_) | Self::Before(_) => Grain::Year,
            Self::Half(..) | Self::Quarter(..) | Self::Season(..) => Grain::Quarter,
            Self::Month(..) => Grain::Month,
            Self::Week(_) | Self::Days(..) => Grain::Week,
            Self::Open(grain) => grain,
            _ => Grain::Day,
        }
    }

    /// First and last day; `None` while something is open.
    #[inline(never)]
    pub fn days(self) -> Option<(Day, Day)> {
        let months = |year: i32, first: u8, count: u8| {
            let start = Day::new(year, first, 1)?;
            Some((start, start.plus_months(i32::from(count))?.plus(-1)?))
        };
        let years = |first: i32, count: i32| {
            Some((Day::new(first.max(1), 1, 1)?, Day::new(first + count - 1, 12, 31)?))
        };
        match self {
            Self::Century(c) => years(c * 100, 100),
            Self::Decade(d) => years(d * 10, 10),
            Self::Year(y) => years(y, 1),
            Self::Half(Some(y), h) => months(y, 6 * (h - 1) + 1, 6),
            Self::Quarter(Some(y), q) => months(y, 3 * (q - 1) + 1, 3),
            Self::Season(Some(y), s) => months(y, s.first_month(), 3),
            Self::Month(Some(y), m) => months(y, m, 1),
            Self::Week(day) => Some((day.monday()?, day.monday()?.plus(6)?)),
            Self::Weekend(day) => Some((day.monday()?.plus(5)?, day.monday()?.plus(6)?)),
            Self::Day(day) => Some((day, day)),
            Self::Days(day, count) => Some((day, day.plus(i32::from(count.max(1)) - 1)?)),
            _ => None,
        }
    }

    /// The TIMEX3 value.
    #[inline(never)]
    pub fn value(self) -> String {
        let open = |year: Option<i32>| year.map_or("XXXX".to_owned(), |y| format!("{y:04}"));
        match self {
            Self::Century(c) => format!("{c:02}XX"),
            Self::Decade(d) => format!("{d:03}X"),
            Self::Year(y) => format!("{y:04}"),
            Self::Before(y) => format!("BC{y:04}"),
            Self::Half(y, h) => format!("{}-H{h}", open(y)),
            Self::Quarter(y, q) => format!("{}-Q{q}", open(y)),
            Self::Season(y, s) => format!("{}-{}", open(y), s.code()),
            Self::Month(y, m) => format!("{}-{m:02}", open(y)),
            Self::Week(day) => week(day),
            Self::Weekend(day) => week(day) + "-WE",
            Self::Day(day) => day.to_string(),
            Self::Days(day, _) => {
                let last = self.days().map_or(day, |(_, last)| last);
                format!("{day}/{last}")
            }
            Self::MonthDay(m, d) => format!("XXXX-{m:02}-{d:02}"),
            Self::DayOfMonth(d) => format!("XXXX-XX-{d:02}"),
            Self::Weekday(w) => format!("XXXX-WXX-{w}"),
            Self::OpenWeekend => "XXXX-WXX-WE".to_owned(),
            Self::Open(Grain::Week) => "XXXX-WXX".to_owned(),
            Self::Open(Grain::Month) => "XXXX-XX".to_owned(),
            Self::Open(Grain::Quarter) => "XXXX-QX".to_owned(),
            Self::Open(Grain::Year | Grain::Decade | Grain::Century) => "XXXX".to_owned(),
            Self::Open(_) => "XXXX-XX-XX".to_owned(),
        }
    }

    /// The value in EDTF (level 2), where it can say it.
    #[inline(never)]
    pub fn edtf(self) -> Option<String> {
        Some(match self {
            Self::Quarter(Some(y), q) => format!("{y:04}-{}", 32 + q),
            Self::Half(Some(y), h) => format!("{y:04}-{}", 39 + h),
            Self::Season(Some(y), s) => format!("{y:04}-{}", 21 + s as u8),
            Self::Week(_) | Self::Weekend(_) | Self::Days(..) => {
                let (first, last) = self.days()?;
                format!("{first}/{last}")
            }
            Self::Month(None, _) | Self::MonthDay(..) => self.value(),
            // EDTF has a year 0: 1 BC.
            Self::Before(y) => {
                if y > 1 {
                    format!("-{:04}", y - 1)
                } else {
                    "0000".to_owned()
                }
            }
            Self::Century(_) | Self::Decade(_) | Self::Year(_) | Self::Month(..) | Self::Day(_) => {
                self.value()
            }
            _ => return None,
        })
    }
}

fn week(day: Day) -> String {
    let (year, week) = day.iso_week();
    format!("{year:04}-W{week:02}")
}

/// When on a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Clock {
    /// `TMO`, `TMI`, `TAF`, `TEV`, `TNI`, `TDT`.
    Part(&'static str),
    /// Hour, and minute if it is said.
    Time(u8, Option<u8>),
    /// Some time of the day.
    Open,
}

impl Clock {
    /// What stands after the day in a TIMEX3 value.
    pub fn value(self) -> String {
        match self {
            Self::Part(code) => code.to_owned(),
            Self::Time(hour, minute) => format!("T{hour:02}:{:02}", minute.unwrap_or(0)),
            Self::Open => "TXX".to_owned(),
        }
    }
}

/// A length of time: `None` many of a grain are some.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Length {
    pub count: Option<f64>,
    pub grain: Grain,
    /// What is added in ever finer grains: `two years, six months and three days`.
    pub rest: [Option<(f64, Grain)>; 3],
    /// Whether its days are working days.
    pub working: bool,
}

impl Length {
    /// So many of a grain, some if `None`.
    pub fn of(count: Option<f64>, grain: Grain) -> Self {
        Self { count, grain, rest: [None; 3], working: false }
    }

    /// The TIMEX3 value: `P3Y`, `PXW`, `PT2H`, `P2Y6M`.
    pub fn value(self) -> String {
        let mut value = self.first_part();
        let mut before = self.grain;
        for (count, grain) in self.rest.into_iter().flatten() {
            // One T stands before all that is shorter than a day.
            let (letter, each) = grain.letter();
            let time = if grain < Grain::Day && before >= Grain::Day { "T" } else { "" };
            value = format!("{value}{time}{}{letter}", decimal(count * each));
            before = grain;
        }
        value
    }

    /// The shortest unit in which it is counted.
    pub fn finest(self) -> Grain {
        self.rest.into_iter().flatten().last().map_or(self.grain, |(_, grain)| grain)
    }

    fn first_part(self) -> String {
        let (letter, each) = self.grain.letter();
        let time = if self.grain < Grain::Day { "T" } else { "" };
        let Some(count) = self.count.map(|count| count * each) else {
            let letter = match self.grain {
                Grain::Decade => "DE",
                Grain::Century => "CE",
                _ => letter,
            };
            return format!("P{time}X{letter}");
        };
        let (whole, rest) = (count.trunc(), count.fract());
        let finer = match self.grain {
            Grain::Year => Some(("M", 12.0)),
            Grain::Hour => Some(("M", 60.0)),
            Grain::Minute => Some(("S", 60.0)),
            _ => None,
        };
        match finer {
            Some((letter2, of)) if rest > 0.0 && whole > 0.0 && (rest * of).fract() < 1e-6 => {
                let (whole, finer) = (decimal(whole), decimal((rest * of).trunc()));
                format!("P{time}{whole}{letter}{finer}{letter2}")
            }
            _ => format!("P{time}{}{letter}", decimal(count)),
        }
    }
}

/// A number with up to four decimals. The library's printing of any `f64` is 17 kilobytes of wasm.
fn decimal(number: f64) -> String {
    let parts = (number.fract() * 10_000.0).round() as i64;
    let (whole, parts) = (number as i64 + parts / 10_000, parts % 10_000);
    if parts == 0 {
        return whole.to_string();
    }
    format!("{whole}.{parts:04}").trim_end_matches('0').to_owned()
}

/// Whether there is such a day in some year.
pub fn is_month_day(month: u8, day: u8) -> bool {
    (1..=days_in_month(2000, month)).contains(&day)
}
