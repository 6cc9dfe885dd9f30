//! Values of dates in words, and as HTML's `datetime` allows them.

use crate::app::strings::{grouped, when as said};

/// A TIMEX3 value in the words of the page; the value itself where there are no better ones.
pub fn in_words(value: &str) -> String {
    if let Some((from, to)) = value.split_once('/') {
        return said::RANGE.with(&[&in_words(from), &in_words(to)]);
    }
    said::fixed(value)
        .map(str::to_owned)
        .or_else(|| length(value))
        .or_else(|| point(value))
        .unwrap_or_else(|| value.to_owned())
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

/// `P3Y`, `PT2H`, `PXW`.
fn length(value: &str) -> Option<String> {
    let rest = value.strip_prefix('P')?;
    let (clock, rest) = rest.strip_prefix('T').map_or((false, rest), |rest| (true, rest));
    let unit_at = rest.find(|c: char| c.is_ascii_alphabetic() && c != 'X')?;
    let (number, unit) = (rest.get(..unit_at)?, rest.get(unit_at..)?);
    let unit = said::unit(unit, clock)?;
    Some(match number.parse() {
        Ok(number) => unit.counted(number),
        Err(_) if number == "X" => said::SOME.with(&[unit.1.get()]),
        Err(_) => [&grouped(number), " ", unit.1.get()].concat(),
    })
}

/// A day, week, month, season, quarter, year, decade or century, with what is open said so.
fn point(value: &str) -> Option<String> {
    let (date, time) = value.split_once('T').map_or((value, None), |(d, t)| (d, Some(t)));
    let words = calendar(date)?;
    Some(match time {
        None => words,
        Some(time) => [&words, ", ", said::time_of_day(time)].concat(),
    })
}

fn calendar(date: &str) -> Option<String> {
    let (year, rest) = date.split_once('-').map_or((date, None), |(y, r)| (y, Some(r)));
    let year_words = match year {
        "XXXX" => said::YEAR_OPEN.get().to_owned(),
        _ if year.len() == 4 && year.bytes().all(|b| b.is_ascii_digit()) => year.to_owned(),
        _ => return span_of_years(year).filter(|_| rest.is_none()),
    };
    let Some(rest) = rest else { return Some(year_words) };
    let in_year = |words: &str| match year {
        "XXXX" => [words, ", ", &year_words].concat(),
        _ => [words, " ", &year_words].concat(),
    };
    if let Some(week) = rest.strip_prefix('W') {
        return in_week(week, year);
    }
    let (month, day) = rest.split_once('-').map_or((rest, None), |(m, d)| (m, Some(d)));
    if let Some(part) = said::part_of_year(month) {
        return Some(in_year(part));
    }
    let month = match month {
        "XX" => said::MONTH_OPEN.get(),
        _ => said::month(month.parse().ok()?)?,
    };
    match day {
        None => Some(in_year(month)),
        Some("XX") => Some(in_year(&said::SOME_DAY.with(&[month]))),
        Some(day) => Some(in_year(&said::DAY.with(&[&plain(day)?, month]))),
    }
}

/// What follows the `W`: `39`, `39-WE`, `39-1`, `XX-5`.
fn in_week(week: &str, year: &str) -> Option<String> {
    let (number, day) = week.split_once('-').map_or((week, None), |(n, d)| (n, Some(d)));
    let week = match (number, year) {
        ("XX", _) => said::WEEK_OPEN.get().to_owned(),
        (_, "XXXX") => {
            [&said::WEEK_ALONE.with(&[&plain(number)?]), ", ", said::YEAR_OPEN.get()].concat()
        }
        _ => said::WEEK.with(&[&plain(number)?, year]),
    };
    Some(match day {
        None => week,
        Some("WE") => said::WEEKEND.with(&[&week]),
        Some(day) => said::WEEKDAY.with(&[said::weekday(day.parse().ok()?)?, &week]),
    })
}

/// Digits without zeros before them.
fn plain(digits: &str) -> Option<String> {
    Some(digits.parse::<u32>().ok()?.to_string())
}

/// `197X`, `19XX`.
fn span_of_years(year: &str) -> Option<String> {
    let digits = year.trim_end_matches('X');
    digits.parse::<u32>().ok()?;
    match (digits.len(), year.len()) {
        (3, 3 | 4) => Some(said::DECADE.with(&[digits])),
        (2, 2 | 4) => Some(said::CENTURY.with(&[digits])),
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
    use crate::app::strings::in_each;

    #[test]
    fn values_are_said_in_words() {
        for (value, english, german) in [
            ("2021-10-04", "4 October 2021", "4. Oktober 2021"),
            ("2021-10-04TMO", "4 October 2021, morning", "4. Oktober 2021, morgens"),
            ("2021-09", "September 2021", "September 2021"),
            ("2021", "2021", "2021"),
            ("XXXX-09-12", "12 September, year open", "12. September, Jahr offen"),
            ("2021-03-XX", "a day in March 2021", "ein Tag im März 2021"),
            ("XXXX-WXX-5", "a Friday, week open", "ein Freitag, Woche offen"),
            ("2021-W09", "week 9 of 2021", "9. Kalenderwoche 2021"),
            ("XXXX-W39", "week 39, year open", "39. Kalenderwoche, Jahr offen"),
            ("2021-W39-WE", "a weekend, week 39 of 2021", "ein Wochenende, 39. Kalenderwoche 2021"),
            ("2021-FA", "autumn 2021", "Herbst 2021"),
            ("2021-Q3", "third quarter of 2021", "drittes Quartal 2021"),
            ("197X", "the 1970s", "die 1970er-Jahre"),
            ("19XX", "the 1900s", "die Jahre 1900 bis 1999"),
            ("2019/2020", "2019 to 2020", "2019 bis 2020"),
            ("P3Y", "3 years", "3 Jahre"),
            ("P2.5Y", "2.5 years", "2,5 Jahre"),
            ("P1M", "1 month", "1 Monat"),
            ("PT1M", "1 minute", "1 Minute"),
            ("PXW", "some weeks", "einige Wochen"),
            ("P2CE", "2 centuries", "2 Jahrhunderte"),
            ("PAST_REF", "some time ago", "vor einiger Zeit"),
            ("something-new", "something-new", "something-new"),
        ] {
            assert_eq!(in_each(|| in_words(value)), [english, german], "{value}");
        }
    }

    #[test]
    fn weekdays_are_counted_as_days_are() {
        for (day, weekday) in
            [("2021-10-04", "Monday"), ("2000-02-29", "Tuesday"), ("1900-01-01", "Monday")]
        {
            assert_eq!(day_number(day).map(said::day_of_week), Some(weekday), "{day}");
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
