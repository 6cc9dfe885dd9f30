//! The words of the calendar. In German none of them has to be bent to what stands before it.

use super::{Noun, Word, word};
use crate::report::TimexMod;

const MONTHS: [Word; 12] = [
    word!("January", "Januar"),
    word!("February", "Februar"),
    word!("March", "März"),
    word!("April", "April"),
    word!("May", "Mai"),
    word!("June", "Juni"),
    word!("July", "Juli"),
    word!("August", "August"),
    word!("September", "September"),
    word!("October", "Oktober"),
    word!("November", "November"),
    word!("December", "Dezember"),
];
const DAYS: [Word; 7] = [
    word!("Monday", "Montag"),
    word!("Tuesday", "Dienstag"),
    word!("Wednesday", "Mittwoch"),
    word!("Thursday", "Donnerstag"),
    word!("Friday", "Freitag"),
    word!("Saturday", "Samstag"),
    word!("Sunday", "Sonntag"),
];

/// A day of a month.
pub const DAY: Word = word!("{0} {1}", "{0}. {1}");
/// A day that is not said, of a month.
pub const SOME_DAY: Word = word!("a day in {0}", "ein Tag im {0}");
/// A weekday of a week.
pub const WEEKDAY: Word = word!("a {0}, {1}", "ein {0}, {1}");
/// Saturday and Sunday of a week.
pub const WEEKEND: Word = word!("a weekend, {0}", "ein Wochenende, {0}");
/// A week by its number, of a year.
pub const WEEK: Word = word!("week {0} of {1}", "{0}. Kalenderwoche {1}");
/// A week by its number.
pub const WEEK_ALONE: Word = word!("week {0}", "{0}. Kalenderwoche");
/// Not said which.
pub const YEAR_OPEN: Word = word!("year open", "Jahr offen");
/// Not said which.
pub const MONTH_OPEN: Word = word!("month open", "Monat offen");
/// Not said which.
pub const WEEK_OPEN: Word = word!("week open", "Woche offen");
/// A decade by its first three digits.
pub const DECADE: Word = word!("the {0}0s", "die {0}0er-Jahre");
/// The hundred years that begin with two digits.
pub const CENTURY: Word = word!("the {0}00s", "die Jahre {0}00 bis {0}99");
/// From one time to another, or from one number to another.
pub const RANGE: Word = word!("{0} to {1}", "{0} bis {1}");
/// A length that is not said.
pub const SOME: Word = word!("some {0}", "einige {0}");

/// A month by its number, from 1.
pub fn month(number: usize) -> Option<&'static str> {
    MONTHS.get(number.checked_sub(1)?).map(|word| word.get())
}

/// A weekday by its number, from 1 for Monday.
pub fn weekday(number: usize) -> Option<&'static str> {
    DAYS.get(number.checked_sub(1)?).map(|word| word.get())
}

/// The weekday of a day that is counted as [`crate::app::model::when::day_number`] counts.
pub fn day_of_week(number: i64) -> &'static str {
    // 1 March of the year 0 was a Wednesday.
    DAYS[(number + 2).rem_euclid(7) as usize].get()
}

/// A time that has no place in the calendar.
pub fn fixed(value: &str) -> Option<&'static str> {
    let word = match value {
        "PRESENT_REF" => word!("now", "jetzt"),
        "PAST_REF" => word!("some time ago", "vor einiger Zeit"),
        "FUTURE_REF" => word!("some time to come", "in der Zukunft"),
        _ => return None,
    };
    Some(word.get())
}

/// The unit of a length; `clock` is what comes after a `T`.
pub fn unit(code: &str, clock: bool) -> Option<Noun> {
    Some(match (code, clock) {
        ("Y", _) => Noun(word!("year", "Jahr"), word!("years", "Jahre")),
        ("M", false) => Noun(word!("month", "Monat"), word!("months", "Monate")),
        ("W" | "WE", _) => Noun(word!("week", "Woche"), word!("weeks", "Wochen")),
        ("D", _) => Noun(word!("day", "Tag"), word!("days", "Tage")),
        ("DE", _) => Noun(word!("decade", "Jahrzehnt"), word!("decades", "Jahrzehnte")),
        ("CE", _) => Noun(word!("century", "Jahrhundert"), word!("centuries", "Jahrhunderte")),
        ("H", _) => Noun(word!("hour", "Stunde"), word!("hours", "Stunden")),
        ("M", true) => Noun(word!("minute", "Minute"), word!("minutes", "Minuten")),
        ("S", _) => Noun(word!("second", "Sekunde"), word!("seconds", "Sekunden")),
        _ => return None,
    })
}

/// A unit by its English word.
pub fn unit_word(english: &str) -> Option<&'static str> {
    let (code, clock) = match english {
        "year" => ("Y", false),
        "month" => ("M", false),
        "week" => ("W", false),
        "day" => ("D", false),
        "hour" => ("H", true),
        "minute" => ("M", true),
        "second" => ("S", true),
        _ => return None,
    };
    unit(code, clock).map(|Noun(one, _)| one.get())
}

/// A part of a day; a time of the clock as it is.
pub fn time_of_day(time: &str) -> &str {
    let word = match time {
        "MO" => word!("morning", "morgens"),
        "MI" => word!("midday", "mittags"),
        "AF" => word!("afternoon", "nachmittags"),
        "EV" => word!("evening", "abends"),
        "NI" => word!("night", "nachts"),
        "DT" => word!("daytime", "tagsüber"),
        other => return other,
    };
    word.get()
}

/// A season, half or quarter, before its year.
pub fn part_of_year(code: &str) -> Option<&'static str> {
    let word = match code {
        "SP" => word!("spring", "Frühling"),
        "SU" => word!("summer", "Sommer"),
        "FA" => word!("autumn", "Herbst"),
        "WI" => word!("winter", "Winter"),
        "H1" => word!("first half of", "erstes Halbjahr"),
        "H2" => word!("second half of", "zweites Halbjahr"),
        "Q1" => word!("first quarter of", "erstes Quartal"),
        "Q2" => word!("second quarter of", "zweites Quartal"),
        "Q3" => word!("third quarter of", "drittes Quartal"),
        "Q4" => word!("last quarter of", "letztes Quartal"),
        _ => return None,
    };
    Some(word.get())
}

/// How a value is modified.
pub fn modifier(modifier: TimexMod) -> Word {
    match modifier {
        TimexMod::Before => word!("before {0}", "früher als {0}"),
        TimexMod::After => word!("after {0}", "später als {0}"),
        TimexMod::OnOrBefore => word!("on or before {0}", "spätestens {0}"),
        TimexMod::OnOrAfter => word!("on or after {0}", "frühestens {0}"),
        TimexMod::LessThan => word!("less than {0}", "weniger als {0}"),
        TimexMod::MoreThan => word!("more than {0}", "mehr als {0}"),
        TimexMod::EqualOrLess => word!("at most {0}", "höchstens {0}"),
        TimexMod::EqualOrMore => word!("at least {0}", "mindestens {0}"),
        TimexMod::Start => word!("start of {0}", "Anfang {0}"),
        TimexMod::Mid => word!("middle of {0}", "Mitte {0}"),
        TimexMod::End => word!("end of {0}", "Ende {0}"),
        TimexMod::Approx => word!("about {0}", "etwa {0}"),
    }
}
