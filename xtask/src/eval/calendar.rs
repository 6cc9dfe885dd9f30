//! The days that a TIMEX3 value covers, as the reference scorer reads it.

use super::gold::Days;

/// First and last day of a value: century, decade, year, half, quarter, month, week, weekend, day, or
/// `a/b`; the time of day is dropped. Of anything else neither.
pub fn days(value: &str) -> Days {
    if let Some((first, last)) = value.split_once('/') {
        return Days { first: days(first).first, last: days(last).last };
    }
    let value = value.split('T').next().unwrap_or_default();
    match covered(value) {
        Some((first, last)) => Days { first: Some(first), last: Some(last) },
        None => Days::default(),
    }
}

fn covered(value: &str) -> Option<(String, String)> {
    let digits = |part: &str| !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit());
    let parts: Vec<&str> = value.split('-').collect();
    match parts[..] {
        [y] if y.len() == 4 && digits(y) => Some((format!("{y}-01-01"), format!("{y}-12-31"))),
        [x] if digits(x.strip_suffix('X').unwrap_or(x)) && matches!(x.len(), 3 | 4) => {
            let decade = x.get(..3)?;
            Some((format!("{decade}0-01-01"), format!("{decade}9-12-31")))
        }
        [x] if x.len() == 4 && x.ends_with("XX") && digits(x.get(..2)?) => {
            let century = x.get(..2)?;
            Some((format!("{century}00-01-01"), format!("{century}99-12-31")))
        }
        [y, ..] if y.len() != 4 || !digits(y) => None,
        [_, m, d] if m.len() == 2 && digits(m) && d.len() == 2 && digits(d) => {
            Some((value.into(), value.into()))
        }
        [y, m] if m.len() == 2 && digits(m) => months(y, m.parse().ok()?, m.parse().ok()?),
        [y, part] if part.len() == 2 && digits(part.get(1..)?) => {
            let n: u32 = part.get(1..)?.parse().ok()?;
            let size = match part.as_bytes()[0] {
                b'Q' => 3,
                b'H' => 6,
                _ => return None,
            };
            months(y, (size * n + 1).checked_sub(size)?, size * n)
        }
        [y, week] | [y, week, _] => {
            let number = week.strip_prefix('W').filter(|w| w.len() == 2 && digits(w))?;
            let (first, last) = match parts.get(2) {
                None => (1, 7),
                Some(&"WE") => (6, 7),
                Some(day) if day.len() == 1 && digits(day) => {
                    (day.parse().ok()?, day.parse().ok()?)
                }
                Some(_) => return None,
            };
            let (year, number) = (y.parse().ok()?, number.parse().ok()?);
            Some((week_day(year, number, first)?, week_day(year, number, last)?))
        }
        _ => None,
    }
}

fn months(year: &str, first: u32, last: u32) -> Option<(String, String)> {
    let end = month_length(year.parse().ok()?, last)?;
    month_length(1, first)?;
    Some((format!("{year}-{first:02}-01"), format!("{year}-{last:02}-{end:02}")))
}

/// The first or last day of `YYYY`, `YYYY-MM` or `YYYY-MM-DD`.
pub fn end_of(value: &str, last: bool) -> Option<String> {
    let parts: Vec<i64> = value.split('-').map(str::parse).collect::<Result<_, _>>().ok()?;
    let year = *parts.first()?;
    let month = parts.get(1).copied().unwrap_or(if last { 12 } else { 1 });
    let length = month_length(year, u32::try_from(month).ok()?)?;
    let day = parts.get(2).copied().unwrap_or(if last { i64::from(length) } else { 1 });
    Some(format!("{year:04}-{month:02}-{day:02}"))
}

/// How many days a month has; `None` when there is no such month.
pub fn month_length(year: i64, month: u32) -> Option<u32> {
    let leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    Some(match month {
        2 => 28 + u32::from(leap),
        4 | 6 | 9 | 11 => 30,
        1..=12 => 31,
        _ => return None,
    })
}

/// The day of an ISO week; `None` when the year has no such week.
fn week_day(year: i64, week: i64, day: i64) -> Option<String> {
    // Monday of the week that holds 4 January.
    let fourth = day_number(year, 1, 4);
    let monday = fourth - (fourth + 3).rem_euclid(7);
    let next = day_number(year + 1, 1, 4);
    let next_monday = next - (next + 3).rem_euclid(7);
    let at = monday + 7 * (week - 1) + day - 1;
    let valid = year > 0 && week > 0 && (1..=7).contains(&day) && at < next_monday;
    valid.then(|| written(at))
}

/// Days since 1970-01-01, a Thursday.
fn day_number(year: i64, month: i64, day: i64) -> i64 {
    let shifted = if month > 2 { year } else { year - 1 };
    let era = shifted.div_euclid(400);
    let of_era = shifted.rem_euclid(400);
    let of_year = (153 * ((month + 9) % 12) + 2) / 5 + day - 1;
    era * 146_097 + of_era * 365 + of_era / 4 - of_era / 100 + of_year - 719_468
}

fn written(number: i64) -> String {
    let z = number + 719_468;
    let (era, of_era) = (z.div_euclid(146_097), z.rem_euclid(146_097));
    let year = (of_era - of_era / 1460 + of_era / 36_524 - of_era / 146_096) / 365;
    let of_year = of_era - (365 * year + year / 4 - year / 100);
    let shifted = (5 * of_year + 2) / 153;
    let day = of_year - (153 * shifted + 2) / 5 + 1;
    let month = if shifted < 10 { shifted + 3 } else { shifted - 9 };
    let year = year + era * 400 + i64::from(month <= 2);
    format!("{year:04}-{month:02}-{day:02}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_cover_their_days() {
        for (value, covers) in [
            ("2021-10-04T09:00", "2021-10-04 2021-10-04"),
            ("2020-02", "2020-02-01 2020-02-29"),
            ("2021", "2021-01-01 2021-12-31"),
            ("197X", "1970-01-01 1979-12-31"),
            ("197", "1970-01-01 1979-12-31"),
            ("19XX", "1900-01-01 1999-12-31"),
            ("2021-Q3", "2021-07-01 2021-09-30"),
            ("2021-H2", "2021-07-01 2021-12-31"),
            ("2021-W39", "2021-09-27 2021-10-03"),
            ("2020-W53-WE", "2021-01-02 2021-01-03"),
            ("2021-W01-1", "2021-01-04 2021-01-04"),
            ("2019/2020-03", "2019-01-01 2020-03-31"),
            ("2021-W53", "- -"),
            ("2021-13", "- -"),
            ("2021-Q5", "- -"),
            ("2021-Q0", "- -"),
            ("XXXX-09-12", "- -"),
            ("P3Y", "- -"),
            ("PAST_REF", "- -"),
        ] {
            let Days { first, last } = days(value);
            let side = |day: Option<String>| day.unwrap_or("-".into());
            assert_eq!(format!("{} {}", side(first), side(last)), covers, "{value}");
        }
    }
}
