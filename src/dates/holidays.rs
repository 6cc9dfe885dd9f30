//! Days that have a name.

use super::{
    civil::{Day, easter},
    value::Place,
};

/// A day that has a name, and how its date is found.
#[derive(Debug, PartialEq)]
pub struct Holiday {
    /// Its words, in lower case and without apostrophes, separated by single spaces.
    pub names: &'static [&'static str],
    /// When it is.
    pub on: On,
}

/// How a holiday's date is found.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum On {
    /// Month and day.
    Fixed(u8, u8),
    /// The nth weekday of a month, from its end if negative: (month, weekday, n).
    Nth(u8, u8, i8),
    /// The day after that.
    DayAfter(u8, u8, i8),
    /// Days from Easter Sunday.
    Easter(i16),
}

impl Holiday {
    /// Its day in a year.
    pub fn in_year(&self, year: i32) -> Option<Day> {
        match self.on {
            On::Fixed(month, day) => Day::new(year, month, day),
            On::Easter(days) => easter(year)?.plus(i32::from(days)),
            On::Nth(month, weekday, n) => nth(year, month, weekday, n),
            On::DayAfter(month, weekday, n) => nth(year, month, weekday, n)?.plus(1),
        }
    }

    /// The place with an open year.
    pub fn open(&self) -> Place {
        match self.on {
            On::Fixed(month, day) => Place::MonthDay(month, day),
            _ => Place::Open(super::value::Grain::Day),
        }
    }
}

fn nth(year: i32, month: u8, weekday: u8, n: i8) -> Option<Day> {
    if n < 0 {
        let last = Day::new(year, month, 1)?.plus_months(1)?.plus(-1)?;
        let back = (i32::from(last.weekday()) - i32::from(weekday)).rem_euclid(7);
        return last.plus(-back - 7 * (i32::from(-n) - 1));
    }
    let first = Day::new(year, month, 1)?;
    let ahead = (i32::from(weekday) - i32::from(first.weekday())).rem_euclid(7);
    first.plus(ahead + 7 * (i32::from(n) - 1))
}

/// The holiday of that name.
pub fn named(words: &str) -> Option<&'static Holiday> {
    HOLIDAYS.iter().find(|holiday| holiday.names.contains(&words))
}

/// Whether `word`, perhaps with an `s`, is the first of some name: spares most words the search.
pub fn may_begin_with(word: &str) -> bool {
    let [first, second, ..] = word.as_bytes() else { return false };
    BEGINS[(first & 31) as usize] >> (second & 31) & 1 == 1
        && HOLIDAYS.iter().flat_map(|holiday| holiday.names).any(|name| {
            let rest = name.strip_prefix(word).map(|rest| rest.strip_prefix('s').unwrap_or(rest));
            rest.is_some_and(|rest| !rest.starts_with(|c: char| c.is_alphabetic()))
        })
}

/// The first two letters of the names, five bits of each: they spare most words the next search.
static BEGINS: [u32; 32] = {
    let mut seconds = [0; 32];
    let mut holiday = 0;
    while holiday < HOLIDAYS.len() {
        let names = HOLIDAYS[holiday].names;
        let mut name = 0;
        while name < names.len() {
            let letters = names[name].as_bytes();
            seconds[(letters[0] & 31) as usize] |= 1 << (letters[1] & 31);
            name += 1;
        }
        holiday += 1;
    }
    seconds
};

/// Whether a name is also a plain word.
pub fn is_word(name: &str) -> bool {
    matches!(name, "epiphany" | "pentecost" | "candlemas")
}

/// The most words in a name.
pub const LONGEST: usize = 5;

const HOLIDAYS: &[Holiday] = &[
    Holiday { names: &["new years day", "new year day", "new years"], on: On::Fixed(1, 1) },
    Holiday { names: &["new years eve", "new year eve"], on: On::Fixed(12, 31) },
    Holiday { names: &["epiphany"], on: On::Fixed(1, 6) },
    Holiday { names: &["orthodox christmas"], on: On::Fixed(1, 7) },
    Holiday {
        names: &["martin luther king day", "martin luther king jr. day", "mlk day"],
        on: On::Nth(1, 1, 3),
    },
    Holiday { names: &["groundhog day", "candlemas"], on: On::Fixed(2, 2) },
    Holiday { names: &["valentines day", "st. valentines day"], on: On::Fixed(2, 14) },
    Holiday { names: &["presidents day"], on: On::Nth(2, 1, 3) },
    Holiday { names: &["international womens day"], on: On::Fixed(3, 8) },
    Holiday { names: &["st. patricks day", "saint patricks day"], on: On::Fixed(3, 17) },
    Holiday { names: &["april fools day", "april fools"], on: On::Fixed(4, 1) },
    Holiday { names: &["earth day"], on: On::Fixed(4, 22) },
    Holiday { names: &["st. georges day"], on: On::Fixed(4, 23) },
    Holiday { names: &["anzac day"], on: On::Fixed(4, 25) },
    Holiday { names: &["may day", "international workers day"], on: On::Fixed(5, 1) },
    Holiday { names: &["victory day"], on: On::Fixed(5, 9) },
    Holiday { names: &["mothers day"], on: On::Nth(5, 7, 2) },
    Holiday { names: &["memorial day"], on: On::Nth(5, 1, -1) },
    Holiday { names: &["fathers day"], on: On::Nth(6, 7, 3) },
    Holiday { names: &["juneteenth"], on: On::Fixed(6, 19) },
    Holiday { names: &["canada day"], on: On::Fixed(7, 1) },
    Holiday { names: &["independence day", "the fourth of july"], on: On::Fixed(7, 4) },
    Holiday { names: &["bastille day"], on: On::Fixed(7, 14) },
    Holiday { names: &["labor day", "labour day"], on: On::Nth(9, 1, 1) },
    Holiday { names: &["columbus day", "indigenous peoples day"], on: On::Nth(10, 1, 2) },
    Holiday { names: &["halloween"], on: On::Fixed(10, 31) },
    Holiday { names: &["all saints day"], on: On::Fixed(11, 1) },
    Holiday { names: &["guy fawkes night", "bonfire night"], on: On::Fixed(11, 5) },
    Holiday { names: &["veterans day", "armistice day"], on: On::Fixed(11, 11) },
    Holiday { names: &["election day"], on: On::DayAfter(11, 1, 1) },
    Holiday { names: &["thanksgiving", "thanksgiving day"], on: On::Nth(11, 4, 4) },
    Holiday { names: &["black friday"], on: On::DayAfter(11, 4, 4) },
    Holiday { names: &["christmas eve"], on: On::Fixed(12, 24) },
    Holiday { names: &["christmas", "christmas day", "xmas"], on: On::Fixed(12, 25) },
    Holiday { names: &["boxing day"], on: On::Fixed(12, 26) },
    Holiday { names: &["ash wednesday"], on: On::Easter(-46) },
    Holiday { names: &["mardi gras", "shrove tuesday"], on: On::Easter(-47) },
    Holiday { names: &["palm sunday"], on: On::Easter(-7) },
    Holiday { names: &["maundy thursday"], on: On::Easter(-3) },
    Holiday { names: &["good friday"], on: On::Easter(-2) },
    Holiday { names: &["easter", "easter sunday", "easter day"], on: On::Easter(0) },
    Holiday { names: &["easter monday"], on: On::Easter(1) },
    Holiday { names: &["ascension day"], on: On::Easter(39) },
    Holiday { names: &["pentecost", "whit sunday"], on: On::Easter(49) },
    Holiday { names: &["whit monday", "pentecost monday"], on: On::Easter(50) },
    Holiday { names: &["corpus christi"], on: On::Easter(60) },
];
