//! The words of the calendar. In German none of them has to be bent to what stands before it.

use super::{Noun, Word};
use crate::report::TimexMod;

const MONTHS: [Word; 12] = [
    Word(&["January", "Januar"]),
    Word(&["February", "Februar"]),
    Word(&["March", "März"]),
    Word(&["April", "April"]),
    Word(&["May", "Mai"]),
    Word(&["June", "Juni"]),
    Word(&["July", "Juli"]),
    Word(&["August", "August"]),
    Word(&["September", "September"]),
    Word(&["October", "Oktober"]),
    Word(&["November", "November"]),
    Word(&["December", "Dezember"]),
];
const DAYS: [Word; 7] = [
    Word(&["Monday", "Montag"]),
    Word(&["Tuesday", "Dienstag"]),
    Word(&["Wednesday", "Mittwoch"]),
    Word(&["Thursday", "Donnerstag"]),
    Word(&["Friday", "Freitag"]),
    Word(&["Saturday", "Samstag"]),
    Word(&["Sunday", "Sonntag"]),
];

/// A day of a month.
pub const DAY: Word = Word(&["{0} {1}", "{0}. {1}"]);
/// A day that is not said, of a month.
pub const SOME_DAY: Word = Word(&["a day in {0}", "ein Tag im {0}"]);
/// A weekday of a week.
pub const WEEKDAY: Word = Word(&["a {0}, {1}", "ein {0}, {1}"]);
/// Saturday and Sunday of a week.
pub const WEEKEND: Word = Word(&["a weekend, {0}", "ein Wochenende, {0}"]);
/// A week by its number, of a year.
pub const WEEK: Word = Word(&["week {0} of {1}", "{0}. Kalenderwoche {1}"]);
/// A week by its number.
pub const WEEK_ALONE: Word = Word(&["week {0}", "{0}. Kalenderwoche"]);
/// Not said which.
pub const YEAR_OPEN: Word = Word(&["year open", "Jahr offen"]);
/// Not said which.
pub const MONTH_OPEN: Word = Word(&["month open", "Monat offen"]);
/// Not said which.
pub const WEEK_OPEN: Word = Word(&["week open", "Woche offen"]);
/// A decade by its first three digits.
pub const DECADE: Word = Word(&["the {0}0s", "die {0}0er-Jahre"]);
/// The hundred years that begin with two digits.
pub const CENTURY: Word = Word(&["the {0}00s", "die Jahre {0}00 bis {0}99"]);
/// From one time to another, or from one number to another.
pub const RANGE: Word = Word(&["{0} to {1}", "{0} bis {1}"]);
/// A length that is not said.
pub const SOME: Word = Word(&["some {0}", "einige {0}"]);

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
        "PRESENT_REF" => Word(&["now", "jetzt"]),
        "PAST_REF" => Word(&["some time ago", "vor einiger Zeit"]),
        "FUTURE_REF" => Word(&["some time to come", "in der Zukunft"]),
        _ => return None,
    };
    Some(word.get())
}

/// The unit of a length; `clock` is what comes after a `T`.
pub fn unit(code: &str, clock: bool) -> Option<Noun> {
    Some(match (code, clock) {
        ("Y", _) => Noun(Word(&["year", "Jahr"]), Word(&["years", "Jahre"])),
        ("M", false) => Noun(Word(&["month", "Monat"]), Word(&["months", "Monate"])),
        ("W" | "WE", _) => Noun(Word(&["week", "Woche"]), Word(&["weeks", "Wochen"])),
        ("D", _) => Noun(Word(&["day", "Tag"]), Word(&["days", "Tage"])),
        ("DE", _) => Noun(Word(&["decade", "Jahrzehnt"]), Word(&["decades", "Jahrzehnte"])),
        ("CE", _) => Noun(Word(&["century", "Jahrhundert"]), Word(&["centuries", "Jahrhunderte"])),
        ("H", _) => Noun(Word(&["hour", "Stunde"]), Word(&["hours", "Stunden"])),
        ("M", true) => Noun(Word(&["minute", "Minute"]), Word(&["minutes", "Minuten"])),
        ("S", _) => Noun(Word(&["second", "Sekunde"]), Word(&["seconds", "Sekunden"])),
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
        "MO" => Word(&["morning", "morgens"]),
        "MI" => Word(&["midday", "mittags"]),
        "AF" => Word(&["afternoon", "nachmittags"]),
        "EV" => Word(&["evening", "abends"]),
        "NI" => Word(&["night", "nachts"]),
        "DT" => Word(&["daytime", "tagsüber"]),
        other => return other,
    };
    word.get()
}

/// A season, half or quarter, before its year.
pub fn part_of_year(code: &str) -> Option<&'static str> {
    let word = match code {
        "SP" => Word(&["spring", "Frühling"]),
        "SU" => Word(&["summer", "Sommer"]),
        "FA" => Word(&["autumn", "Herbst"]),
        "WI" => Word(&["winter", "Winter"]),
        "H1" => Word(&["first half of", "erstes Halbjahr"]),
        "H2" => Word(&["second half of", "zweites Halbjahr"]),
        "Q1" => Word(&["first quarter of", "erstes Quartal"]),
        "Q2" => Word(&["second quarter of", "zweites Quartal"]),
        "Q3" => Word(&["third quarter of", "drittes Quartal"]),
        "Q4" => Word(&["last quarter of", "letztes Quartal"]),
        _ => return None,
    };
    Some(word.get())
}

/// How a value is modified.
pub fn modifier(modifier: TimexMod) -> Word {
    match modifier {
        TimexMod::Before => Word(&["before {0}", "früher als {0}"]),
        TimexMod::After => Word(&["after {0}", "später als {0}"]),
        TimexMod::OnOrBefore => Word(&["on or before {0}", "spätestens {0}"]),
        TimexMod::OnOrAfter => Word(&["on or after {0}", "frühestens {0}"]),
        TimexMod::LessThan => Word(&["less than {0}", "weniger als {0}"]),
        TimexMod::MoreThan => Word(&["more than {0}", "mehr als {0}"]),
        TimexMod::EqualOrLess => Word(&["at most {0}", "höchstens {0}"]),
        TimexMod::EqualOrMore => Word(&["at least {0}", "mindestens {0}"]),
        TimexMod::Start => Word(&["start of {0}", "Anfang {0}"]),
        TimexMod::Mid => Word(&["middle of {0}", "Mitte {0}"]),
        TimexMod::End => Word(&["end of {0}", "Ende {0}"]),
        TimexMod::Approx => Word(&["about {0}", "etwa {0}"]),
    }
}
