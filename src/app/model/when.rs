//! Values of dates in words, and as HTML's `datetime` allows them.

use crate::report::TimexMod;

const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];
const DAYS: [&str; 7] =
    ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];

/// A TIMEX3 value in English words; the value itself where there are no better ones.
pub fn in_words(value: &str) -> String {
    if let Some((from, to)) = value.split_once('/') {
        return format!("{} to {}", in_words(from), in_words(to));
    }
    fixed(value)
        .map(str::to_owned)
        .or_else(|| length(value))
        .or_else(|| point(value))
        .unwrap_or_else(|| value.to_owned())
}

/// How a value is modified, before it.
pub fn modifier(modifier: TimexMod) -> &'static str {
    match modifier {
        TimexMod::Before => "before",
        TimexMod::After => "after",
        TimexMod::OnOrBefore => "on or before",
        TimexMod::OnOrAfter => "on or after",
        TimexMod::LessThan => "less than",
        TimexMod::MoreThan => "more than",
        TimexMod::EqualOrLess => "at most",
        TimexMod::EqualOrMore => "at least",
        TimexMod::Start => "start of",
        TimexMod::Mid => "middle of",
        TimexMod::End => "end of",
        TimexMod::Approx => "about",
    }
}

/// The number of the day `YYYY-MM-DD` counted from 1 March of the year 0, for distances only.
pub fn day_number(iso: &str) -> Option<i64> {
    let (year, month, day) = date_parts(iso)?;
    let (year, month) = if month > 2 { (year, month - 3) } else { (year - 1, month + 9) };
    let leap_days = year.div_euclid(4) - year.div_euclid(100) + year.div_euclid(400);
    Some(year * 365 + leap_days + (month * 153 + 2) / 5 + day - 1)
}

/// `value` if the `datetime` attribute of HTML's `time` may hold it: years, months, days, weeks,
/// days with a time, and lengths in weeks or days.
pub fn datetime(value: &str) -> Option<&str> {
    let shape: String = value.chars().map(|c| if c.is_ascii_digit() { '0' } else { c }).collect();
    let fits = matches!(
        shape.as_str(),
        "0000" | "0000-00" | "0000-00-00" | "0000-W00" | "0000-00-00T00:00" | "0000-00-00T00:00:00"
    ) || shape.strip_prefix('P').is_some_and(|rest| {
        let number = rest.trim_end_matches(['D', 'W']);
        rest.len() == number.len() + 1 && !number.is_empty() && number.chars().all(|c| c == '0')
    });
    fits.then_some(value)
}

fn fixed(value: &str) -> Option<&'static str> {
    Some(match value {
        "PRESENT_REF" => "now",
        "PAST_REF" => "some time ago",
        "FUTURE_REF" => "some time to come",
        _ => return None,
    })
}

/// `P3Y`, `PT2H`, `PXW`.
fn length(value: &str) -> Option<String> {
    let rest = value.strip_prefix('P')?;
    let (clock, rest) = rest.strip_prefix('T').map_or((false, rest), |rest| (true, rest));
    let unit_at = rest.find(|c: char| c.is_ascii_alphabetic() && c != 'X')?;
    let (number, unit) = (rest.get(..unit_at)?, rest.get(unit_at..)?);
    let unit = match (unit, clock) {
        ("Y", _) => "year",
        ("M", false) => "month",
        ("W" | "WE", _) => "week",
        ("D", _) => "day",
        ("DE", _) => "decade",
        ("CE", _) => "century",
        ("H", _) => "hour",
        ("M", true) => "minute",
        ("S", _) => "second",
        _ => return None,
    };
    Some(match number {
        "1" => format!("1 {unit}"),
        "X" => format!("some {}", plural(unit)),
        _ => format!("{number} {}", plural(unit)),
    })
}

fn plural(unit: &str) -> String {
    unit.strip_suffix('y')
        .filter(|_| unit == "century")
        .map_or_else(|| format!("{unit}s"), |stem| format!("{stem}ies"))
}

/// A day, week, month, season, quarter, year, decade or century, with what is open said so.
fn point(value: &str) -> Option<String> {
    let (date, time) = value.split_once('T').map_or((value, None), |(d, t)| (d, Some(t)));
    let words = calendar(date)?;
    Some(match time {
        None => words,
        Some(time) => format!("{words}, {}", time_of_day(time)),
    })
}

fn time_of_day(time: &str) -> &str {
    match time {
        "MO" => "morning",
        "MI" => "midday",
        "AF" => "afternoon",
        "EV" => "evening",
        "NI" => "night",
        "DT" => "daytime",
        other => other,
    }
}

fn calendar(date: &str) -> Option<String> {
    let (year, rest) = date.split_once('-').map_or((date, None), |(y, r)| (y, Some(r)));
    let year_words = match year {
        "XXXX" => "year open".to_owned(),
        _ if year.len() == 4 && year.bytes().all(|b| b.is_ascii_digit()) => year.to_owned(),
        _ => return span_of_years(year).filter(|_| rest.is_none()),
    };
    let Some(rest) = rest else { return Some(year_words) };
    let in_year = |words: &str| match year {
        "XXXX" => format!("{words}, {year_words}"),
        _ => format!("{words} {year_words}"),
    };
    if let Some(week) = rest.strip_prefix('W') {
        return in_week(week, year);
    }
    let (month, day) = rest.split_once('-').map_or((rest, None), |(m, d)| (m, Some(d)));
    let season = match month {
        "SP" => Some("spring"),
        "SU" => Some("summer"),
        "FA" => Some("autumn"),
        "WI" => Some("winter"),
        "H1" => Some("first half of"),
        "H2" => Some("second half of"),
        "Q1" => Some("first quarter of"),
        "Q2" => Some("second quarter of"),
        "Q3" => Some("third quarter of"),
        "Q4" => Some("last quarter of"),
        _ => None,
    };
    if let Some(season) = season {
        return Some(in_year(season));
    }
    let month = match month {
        "XX" => "month open",
        _ => MONTHS.get(month.parse::<usize>().ok()?.checked_sub(1)?)?,
    };
    match day {
        None => Some(in_year(month)),
        Some("XX") => Some(in_year(&format!("a day in {month}"))),
        Some(day) => Some(in_year(&format!("{} {month}", day.parse::<u32>().ok()?))),
    }
}

/// What follows the `W`: `39`, `39-WE`, `39-1`, `XX-5`.
fn in_week(week: &str, year: &str) -> Option<String> {
    let (number, day) = week.split_once('-').map_or((week, None), |(n, d)| (n, Some(d)));
    let week = match (number, year) {
        ("XX", _) => "week open".to_owned(),
        (_, "XXXX") => format!("week {}, year open", number.parse::<u32>().ok()?),
        _ => format!("week {} of {year}", number.parse::<u32>().ok()?),
    };
    Some(match day {
        None => week,
        Some("WE") => format!("a weekend, {week}"),
        Some(day) => format!("a {}, {week}", DAYS.get(day.parse::<usize>().ok()?.checked_sub(1)?)?),
    })
}

/// `197X`, `19XX`.
fn span_of_years(year: &str) -> Option<String> {
    let digits = year.trim_end_matches('X');
    let number: u32 = digits.parse().ok()?;
    match (digits.len(), year.len()) {
        (3, 3 | 4) => Some(format!("the {number}0s")),
        (2, 2 | 4) => Some(format!("the {number}00s")),
        _ => None,
    }
}

fn date_parts(iso: &str) -> Option<(i64, i64, i64)> {
    let mut parts = iso.splitn(3, '-').map(|part| part.parse::<i64>().ok());
    let (year, month, day) = (parts.next()??, parts.next()??, parts.next()??);
    ((1..=12).contains(&month) && (1..=31).contains(&day)).then_some((year, month, day))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_are_said_in_words() {
        for (value, words) in [
            ("2021-10-04", "4 October 2021"),
            ("2021-10-04TMO", "4 October 2021, morning"),
            ("2021-09", "September 2021"),
            ("2021", "2021"),
            ("XXXX-09-12", "12 September, year open"),
            ("XXXX-WXX-5", "a Friday, week open"),
            ("2021-W39", "week 39 of 2021"),
            ("2021-W39-WE", "a weekend, week 39 of 2021"),
            ("2021-FA", "autumn 2021"),
            ("2021-Q3", "third quarter of 2021"),
            ("197X", "the 1970s"),
            ("19XX", "the 1900s"),
            ("2019/2020", "2019 to 2020"),
            ("P3Y", "3 years"),
            ("P1M", "1 month"),
            ("PT1M", "1 minute"),
            ("PXW", "some weeks"),
            ("P2CE", "2 centuries"),
            ("PAST_REF", "some time ago"),
            ("something-new", "something-new"),
        ] {
            assert_eq!(in_words(value), words, "{value}");
        }
    }

    #[test]
    fn days_are_counted_over_leap_years_and_centuries() {
        for (from, to, days) in [
            ("2023-09-12", "2023-09-15", 3),
            ("2024-02-28", "2024-03-01", 2),
            ("1900-02-28", "1900-03-01", 1),
            ("2000-01-01", "2001-01-01", 366),
        ] {
            let distance = day_number(to).zip(day_number(from)).map(|(to, from)| to - from);
            assert_eq!(distance, Some(days), "{from} to {to}");
        }
        assert_eq!(day_number("2023-13-01"), None);
        assert_eq!(day_number(""), None);
    }

    #[test]
    fn only_what_html_allows_becomes_a_datetime() {
        for value in
            ["2021", "2021-10", "2021-10-04", "2021-W39", "P3W", "P14D", "2021-10-04T18:30"]
        {
            assert_eq!(datetime(value), Some(value));
        }
        for value in
            ["XXXX-09-12", "P3Y", "P1M", "2021-Q3", "PXD", "PD", "197X", "", "2021-10-04TMO"]
        {
            assert_eq!(datetime(value), None, "{value}");
        }
    }
}
