//! Words without which nothing is a time: they spare most of an article the grammar.

use super::holidays;
use crate::text::Begins;

/// Every expression of time has one of its cues among this many of its first atoms.
pub(super) const REACH: usize = 6;

/// What a word may be why an expression is one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Cue {
    /// A month or weekday.
    Name,
    /// The first word of a holiday's name.
    Holiday,
    /// Another.
    Other,
}

/// Words, and whether one is among them: compared by length first, which a search of the list is not.
macro_rules! list {
    ($(#[$doc:meta])* $is:ident, $list:ident: $($word:literal)|+) => {
        const $list: &[&str] = &[$($word),+];
        $(#[$doc])*
        fn $is(word: &str) -> bool {
            matches!(word, $($word)|+)
        }
    };
}

/// What sort of cue a word (lower case, no full stop) is. Digits and numbers in words are cues too.
pub(super) fn cue(key: &str) -> Option<Cue> {
    let stem = key.strip_suffix('s').unwrap_or(key);
    let may = BEGINS.may(key) || BEGINS.may(stem);
    if may && is_name(stem) {
        Some(Cue::Name)
    } else if holidays::may_begin_with(key) {
        Some(Cue::Holiday)
    } else {
        (may && (is_unit(stem) || is_said(key))).then_some(Cue::Other)
    }
}

static BEGINS: Begins = Begins::NONE.with_all(NAMES).with_all(UNITS).with_all(SAID);

list! {
    /// Units and parts of the day and year, in the singular.
    is_unit, UNITS:
    "second" | "sec" | "minute" | "min" | "hour" | "hr" | "h" | "day" | "week" | "wk" |
    "fortnight" | "month" | "quarter" | "qtr" | "half" | "year" | "yr" | "decade" | "century" |
    "centurie" | "morning" | "afternoon" | "evening" | "night" | "nite" | "noon" | "midnight" |
    "midday" | "weekend" | "wkend" | "weekday" | "weeknight" | "period" | "spring" | "summer" |
    "autumn" | "fall" | "winter" | "twentie" | "thirtie" | "fortie" | "fiftie" | "sixtie" |
    "seventie" | "eightie" | "ninetie"
}

list! {
    /// Months and weekdays, in the singular.
    is_name, NAMES:
    "january" | "jan" | "february" | "feb" | "march" | "mar" | "april" | "apr" | "may" | "june" |
    "jun" | "july" | "jul" | "august" | "aug" | "september" | "sept" | "sep" | "october" | "oct" |
    "november" | "nov" | "december" | "dec" | "monday" | "mon" | "tuesday" | "tue" | "wednesday" |
    "wed" | "weds" | "thursday" | "thu" | "thur" | "friday" | "fri" | "saturday" | "sat" |
    "sunday" | "sun"
}

list! {
    /// Times in one word, and what makes one of other words.
    is_said, SAID:
    "today" | "tonight" | "tonite" | "yesterday" | "tomorrow" | "tmrw" | "tmr" | "overnight" |
    "now" | "nowadays" | "currently" | "presently" | "recently" | "someday" | "current" | "lately" |
    "formerly" | "soon" | "ago" | "past" | "present" | "future" | "term" | "hourly" | "nightly" |
    "daily" | "everyday" | "noonish" | "annual" | "oclock" | "am" | "pm" | "a.m" | "ad" | "p.m" |
    "lunchtime" | "noughties" | "weekly" | "biweekly" | "fortnightly" | "monthly" | "w" |
    "quarterly" | "yearly" | "annually" | "previously" | "later" | "earlier" | "afterward" |
    "afterwards" | "fiscal" | "financial" | "fy" | "q1" | "q2" | "q3" | "q4" | "1q" | "2q" | "3q" |
    "4q" | "h1" | "h2" | "o'clock" | "o’clock"
}
