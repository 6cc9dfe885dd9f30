//! Words for months, weekdays, units and seasons.

use super::Line;
use crate::dates::{
    cues::Cue,
    value::{Grain, Season},
};

impl Line<'_> {
    /// The month at `i`, and whether it is written out.
    #[inline(never)]
    pub fn month(&self, i: usize) -> Option<(u8, bool)> {
        let key = self.is_cue(i, Cue::Name).then(|| self.key(i))?;
        if let Some(at) = MONTHS.iter().position(|m| *m == key) {
            return Some((at as u8 + 1, true));
        }
        let short = if key == "sept" { "sep" } else { key };
        let at = MONTHS.iter().position(|m| short.len() == 3 && m.starts_with(short))?;
        Some((at as u8 + 1, false))
    }

    /// The weekday at `i`, and whether it is written out.
    #[inline(never)]
    pub fn weekday(&self, i: usize) -> Option<(u8, bool)> {
        let key = self.is_cue(i, Cue::Name).then(|| self.key(i))?;
        if let Some(at) = WEEKDAYS.iter().position(|d| *d == key) {
            return Some((at as u8 + 1, true));
        }
        let short = match key {
            "tues" => "tue",
            "weds" => "wed",
            "thur" | "thurs" => "thu",
            _ => key,
        };
        let at = WEEKDAYS.iter().position(|d| short.len() == 3 && d.starts_with(short))?;
        Some((at as u8 + 1, false))
    }

    /// The weekday at `i` in the plural.
    #[inline(never)]
    pub fn weekday_plural(&self, i: usize) -> Option<u8> {
        let stem = self.key(i).strip_suffix('s')?;
        WEEKDAYS.iter().position(|day| *day == stem).map(|at| at as u8 + 1)
    }

    /// The unit at `i`, how many of it the word is, and whether it is a plural.
    #[inline(never)]
    pub fn unit(&self, i: usize) -> Option<(Grain, f64, bool)> {
        let key = self.key(i);
        let (stem, plural) = match key {
            "centuries" => ("century", true),
            "s" => return None,
            _ => key.strip_suffix('s').map_or((key, false), |stem| (stem, true)),
        };
        let (grain, count) = match stem {
            "second" | "sec" => (Grain::Second, 1.0),
            "minute" | "min" => (Grain::Minute, 1.0),
            "hour" | "hr" | "h" => (Grain::Hour, 1.0),
            "day" => (Grain::Day, 1.0),
            "week" | "wk" => (Grain::Week, 1.0),
            "fortnight" => (Grain::Week, 2.0),
            "month" => (Grain::Month, 1.0),
            "quarter" | "qtr" => (Grain::Quarter, 1.0),
            "year" | "yr" => (Grain::Year, 1.0),
            "decade" => (Grain::Decade, 1.0),
            "century" => (Grain::Century, 1.0),
            _ => return None,
        };
        Some((grain, count, plural))
    }

    #[inline(never)]
    pub fn season(&self, i: usize) -> Option<Season> {
        Some(match self.key(i) {
            "spring" => Season::Spring,
            "summer" => Season::Summer,
            "autumn" | "fall" => Season::Autumn,
            "winter" => Season::Winter,
            _ => return None,
        })
    }
}

/// Where the digits begin in `Oct2` and `March15`, as tables and hasty hands write.
pub(super) fn day_glued_to_month(word: &str) -> Option<usize> {
    let at = word.find(|c: char| c.is_ascii_digit()).filter(|at| (2..=9).contains(at))?;
    // `FY22`.
    if word.len() > at && matches!(word.get(..at)?, "FY" | "fy" | "Fy" | "AD") {
        return word.get(at..)?.bytes().all(|b| b.is_ascii_digit()).then_some(at);
    }
    let (month, day) = word.split_at(at);
    let digits = day.len() <= 2 && day.bytes().all(|b| b.is_ascii_digit());
    let is_month = |name: &str| {
        let short = if month.eq_ignore_ascii_case("sept") { "sep" } else { month };
        name.eq_ignore_ascii_case(month)
            || short.len() == 3 && name.get(..3).is_some_and(|n| n.eq_ignore_ascii_case(short))
    };
    (digits && MONTHS.iter().any(|name| is_month(name))).then_some(at)
}

const MONTHS: [&str; 12] = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
];

const WEEKDAYS: [&str; 7] =
    ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];
