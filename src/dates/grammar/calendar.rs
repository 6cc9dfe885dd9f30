//! Days, months and weekdays by name, and days that have one.

use super::{Grammar, Match, longer, numeric::two_digit_year};
use crate::{
    dates::{
        civil::Day,
        cues::Cue,
        expr::{Name, Pick, Time},
        holidays::{self, Holiday},
        line::byte,
        rules,
        value::{Place, is_month_day},
    },
    text::TokenKind,
};

/// The year that a day or month lies in, as the words give it.
#[derive(Clone, Debug)]
pub(super) enum YearIn {
    Open,
    Number(i32),
    Of(Time),
}

/// Words before a month that is also a name or a verb.
const BEFORE_MONTH: &[&str] = &[
    "in",
    "since",
    "by",
    "until",
    "till",
    "from",
    "to",
    "of",
    "last",
    "next",
    "this",
    "early",
    "late",
    "mid",
    "during",
    "through",
    "before",
    "after",
    "between",
    "for",
    "through",
    "each",
    "every",
    "and",
    "or",
    "-",
    "–",
    "(",
    "/",
    ",",
    "past",
    "until",
    "around",
    "previous",
    "following",
    "coming",
    "throughout",
];

/// Words after a holiday's name that make it the name of something else.
const AFTER_NAME: &[&str] =
    &["island", "islands", "rising", "offensive", "agreement", "agreements", "accord", "accords"];

impl Grammar<'_> {
    pub(super) fn calendar(&self, i: usize) -> Option<Match> {
        let dated = self.day_of_month(i).or_else(|| self.month(i));
        let dated = longer(dated, longer(self.year_first(i), self.shares_month(i)));
        longer(longer(dated, self.weekday(i)), longer(self.holiday(i), self.bare_day(i)))
    }

    /// Month and day at `i`, in either order, and the atom after them.
    pub(super) fn month_and_day(&self, i: usize) -> Option<(u8, u8, usize)> {
        let line = self.line;
        if let Some((month, full)) = line.month(i) {
            // An abbreviation in lower case has its full stop apart.
            let stop = !full && line.is(i + 1, &["."]) && line.joined(i + 1);
            let mut at = i + 1 + usize::from(stop);
            // `aug-20` and `Sept.15` are dates; `May-10` with a longer number is none.
            let glued = line.is_dash(at) || line.is(at, &["/"]);
            let ordinal = |at| line.ordinal(at).is_some() && line.digits(at).is_some();
            // `October, 1st`.
            let comma = line.is(at, &[","]) && ordinal(at + 1);
            if line.is(at, &["the"]) || comma || glued && line.joined(at) && line.joined(at + 1) {
                at += 1;
            }
            let ordinal = line.ordinal(at).is_some();
            let (day, end) = self.day_number(at).or_else(|| self.day_in_words(at))?;
            let fits = is_month_day(month, day)
                && (full
                    || line.is_capitalised(i)
                    || line.is(
                        i,
                        &["aug", "sept", "oct", "nov", "feb", "jan", "apr", "jul", "dec", "jun", "sep"],
                    ));
            let said = line.is_capitalised(i)
                || !matches!(line.key(i), "may" | "march" | "mar")
                || ordinal
                || !line.is_word(end)
                || self.alone;
            return (fits && said).then_some((month, day, end));
        }
        let (day, mut at) = self.day_number(i).or_else(|| {
            // `twenty-five January`.
            let (day, at) = line.number(i).filter(|n| (1.0..=31.0).contains(&n.0))?;
            let month = line.month(at).is_some_and(|m| m.1) && line.is_capitalised(at);
            (line.digits(i).is_none() && month).then_some((byte(day as i32), at))
        })?;
        let ordinal = line.ordinal(i).is_some();
        let of = line.is(at, &["of"])
            && (ordinal || line.month(at + 1).is_some_and(|m| m.1 || line.is_capitalised(at + 1)));
        // `05-Aug`, `31/Oct`, and `16. Nov.` as the Germans write.
        let mark = line.is_dash(at) && line.joined(at + 1)
            || line.is(at, &["/"]) && line.joined(at + 1)
            || line.is(at, &["."]) && line.month(at + 1).is_some();
        at += usize::from(of || mark && line.joined(at));
        let (month, full) = line.month(at)?;
        // `2 may go`, `10 march on`; but `2nd of march`.
        let said = line.is_capitalised(at)
            || !matches!(line.key(at), "may" | "march" | "mar" | "jun" | "dec")
            || line.digits(at + 1).is_some()
            || of
            || self.alone;
        let named = full
            || line.has_stop(at)
            || line.is_capitalised(at)
            || line.is(at, &["jan", "feb", "apr", "jul", "aug", "sep", "sept", "oct", "nov"]);
        (said && named && is_month_day(month, day)).then_some((month, day, at + 1))
    }

    /// `15`, `15th`, `fifteenth`.
    pub(super) fn day_number(&self, i: usize) -> Option<(u8, usize)> {
        let line = self.line;
        if let Some((day, end)) = line.ordinal(i).filter(|o| (1..=31).contains(&o.0)) {
            return Some((byte(day), end));
        }
        let day = line.small(i, 2, 1, 31)?;
        // `May 10:30`, `May 3/4`, `15%` and `$15` are none.
        let other = line.joined(i + 1) && line.is(i + 1, &["%", "°"]) || line.opens_clock(i + 1);
        // `Aug/10` is a day, `3/4` is none.
        let of_month = line.before(i) == "/" && i > 1 && line.month(i - 2).is_some();
        let money = line.joined(i)
            && matches!(line.before(i), "$" | "£" | "€" | "#" | ":" | "/")
            && !of_month;
        (!other && !money).then_some((day, i + 1))
    }

    /// `twenty two` behind a month, where nothing is counted with it.
    fn day_in_words(&self, i: usize) -> Option<(u8, usize)> {
        let line = self.line;
        if line.digits(i).is_some() {
            return None;
        }
        let (day, end) = line.number(i).filter(|n| (1.0..=31.0).contains(&n.0))?;
        let counts = line.is_word(end) && self.year_number(end).is_none();
        (day.fract() == 0.0 && end > i && !counts).then_some((byte(day as i32), end))
    }

    /// `2018 March 18`, `2017 April`, `2019-Sep-1`.
    fn year_first(&self, i: usize) -> Option<Match> {
        let line = self.line;
        let (year, 4) = line.digits(i)? else { return None };
        let year = Some(year).filter(|y| (1600..=2099).contains(y) && !line.joined(i))?;
        let glued = (line.is_dash(i + 1) || line.is(i + 1, &["/"]))
            && line.joined(i + 1)
            && line.joined(i + 2);
        let at = i + 1 + usize::from(glued);
        let (month, full) = line.month(at)?;
        // `in 2018 may have`, `in 2018 March was`: a month of the same year is written after it.
        if !(glued || full && line.is_capitalised(at) || !matches!(line.key(at), "may" | "march")) {
            return None;
        }
        if let Some((month, day, end)) = self.month_and_day(at)
            && self.year_number(end).is_none()
        {
            let time = month_day(month, day, YearIn::Number(year))?;
            return Some(Match::new(i, end, time, &rules::MONTH_DAY));
        }
        let ends = !line.is_word(at + 1) || line.is(at + 1, &["and", "to", "until", "through"]);
        let alone = ends && (full || glued);
        let time = Time::Fixed(Place::Month(Some(year), month));
        alone.then(|| Match::new(i, at + 1, time, &rules::MONTH))
    }

    /// `22nd` and `23rd` of `the 22nd, 23rd and 30th of March`.
    fn shares_month(&self, i: usize) -> Option<Match> {
        let line = self.line;
        let lead = usize::from(line.is(i, &["the"]));
        let (day, first) = self.day_number(i + lead)?;
        let mut at = first;
        for _ in 0..4 {
            let comma = usize::from(line.is(at, &[","]));
            let and = usize::from(line.is(at + comma, &["and", "or", "&"]));
            if comma + and == 0 {
                return None;
            }
            at += comma + and;
            at += usize::from(line.is(at, &["the"]));
            let (other, end) = self.day_number(at)?;
            if other <= day {
                return None;
            }
            if let Some((month, _, end)) = self.month_and_day(at) {
                let (year, _) = self.year_after(end);
                let time = month_day(month, day, year)?;
                return Some(Match::new(i, first, time, &rules::MONTH_DAY));
            }
            at = end;
        }
        None
    }

    /// `28 September`, `Sept. 15, 2023`, `the 28th of September last year`.
    pub(super) fn day_of_month(&self, i: usize) -> Option<Match> {
        let line = self.line;
        let lead = usize::from(line.is(i, &["the"]) && line.ordinal(i + 1).is_some());
        let (month, day, end) = self.month_and_day(i + lead)?;
        let (year, end) = self.year_after(end);
        let time = month_day(month, day, year)?;
        Some(Match::new(i, end, time, &rules::MONTH_DAY))
    }

    /// `the 15th`, when no month follows.
    fn bare_day(&self, i: usize) -> Option<Match> {
        let line = self.line;
        let the = usize::from(line.is(i, &["the"]));
        let (day, end) = line.ordinal(i + the).filter(|o| (1..=31).contains(&o.0))?;
        let before = line.before(i);
        let on = matches!(
            before,
            "on" | "until" | "by" | "from" | "since" | "before" | "after" | "till"
        );
        // `between the 21st and 23rd`.
        let between = i >= 3
            && line.is(i - 1, &["and", "to"])
            && line.ordinal(i - 2).is_some()
            && line.before(i - 2) == "the";
        let other =
            the == 1 && matches!(before, "for" | "around" | "between" | "through" | "to" | "and");
        let digits = line.digits(i + the).is_some();
        // `for the twenty second`; but `on the second` of two is a place in a row.
        let written = the == 1 && end > i + 2;
        let ends = !line.is_word(end)
            || line.is(
                end,
                &["at", "in", "and", "from", "to", "until", "through", "with", "when", "after"],
            )
            || line.weekday(end).is_some();
        let said = on && (digits || written) || other && (digits || written) && !line.is_word(end);
        // `on 5th Avenue`.
        let name = line.is_capitalised(end) && line.is_word(end);
        // `from the 15th to the 19th century`.
        let century = (end + 2..end + 5).any(|at| line.is(at, &["century", "centuries"]));
        let ends = ends && !century;
        let said = said || (self.alone || between) && digits;
        (said && ends && !name && (the == 1 || before == "on" || self.alone || between)).then(
            || {
                let time = Time::Named(Name::DayOfMonth(byte(day)), Pick::Nearest);
                Match::new(i, end, time, &rules::MONTH_DAY)
            },
        )
    }

    /// The year after a day or month: `, 2023`, `2023`, `’99`, `last year`, `of that year`.
    pub(super) fn year_after(&self, i: usize) -> (YearIn, usize) {
        let line = self.line;
        // `05-Aug-2016`, `31/Oct/74`.
        let glued =
            (line.past_hyphen(i) > i || line.is(i, &["/"]) && line.joined(i + 1)) && line.joined(i);
        if glued && i.checked_sub(2).is_some_and(|i| line.is_dash(i) || line.is(i, &["/"])) {
            if let Some((year, end)) = self.year_number(i + 1) {
                return (YearIn::Number(year), end);
            }
            if let Some((year, 2)) = line.digits(i + 1) {
                return (YearIn::Number(two_digit_year(year)), i + 2);
            }
        }
        // `Dec/2018`.
        let month = i.checked_sub(1).is_some_and(|i| line.month(i).is_some());
        if glued
            && month
            && let Some((year, 4)) = line.digits(i + 1).filter(|(y, _)| (1000..=2999).contains(y))
        {
            return (YearIn::Number(year), i + 2);
        }
        let comma = usize::from(line.is(i, &[","]));
        // `in June in 1981`.
        let said = line.is(i + comma, &["of"])
            || comma == 0 && line.is(i, &["in"]) && line.digits(i + 1).is_some_and(|d| d.1 == 4);
        let of = usize::from(said);
        let at = i + comma + of;
        // `10 August 88 AD`.
        if let (0, Some(read)) = (comma, self.year_of_era(at))
            && let Time::Fixed(Place::Year(year)) = read.time
            && read.end > at + 1
        {
            return (YearIn::Number(year), read.end);
        }
        if let Some((year, end)) = self.year_number(at) {
            return (YearIn::Number(year), end);
        }
        // `3 Aug 96`.
        if let (0, 0, Some((year, 2))) = (comma, of, line.digits(at))
            && (year > 31 || self.alone)
            && !line.is_word(at + 1)
            && !line.joined(at)
            && !(line.joined(at + 1) && line.is(at + 1, &["%", ":", "-", "–", "/"]))
            && (self.dated_before(i) || year > 31 && self.alone)
        {
            return (YearIn::Number(two_digit_year(year)), at + 1);
        }
        if comma == 0
            && let Some((year, end)) = self.year_said(at)
        {
            return (YearIn::Of(year), end);
        }
        (YearIn::Open, i)
    }

    /// Whether a day and a month, in either order, end before `i`.
    fn dated_before(&self, i: usize) -> bool {
        let line = self.line;
        let is_day = |at: usize| line.small(at, 2, 1, 31).is_some() || line.ordinal(at).is_some();
        // `11th` is two atoms.
        let suffix = |at: usize| usize::from(line.is(at, &["st", "nd", "rd", "th"]));
        let last = i.checked_sub(1);
        let last = last.and_then(|at| at.checked_sub(suffix(at)));
        let first = last.and_then(|at| at.checked_sub(1));
        let first = first.and_then(|at| at.checked_sub(suffix(at)));
        match (last, first) {
            (Some(last), Some(first)) => {
                line.month(last).is_some() && is_day(first)
                    || is_day(last) && line.month(first).is_some()
            }
            _ => false,
        }
    }

    /// A year in digits or words, wherever it stands.
    pub(super) fn year_number(&self, i: usize) -> Option<(i32, usize)> {
        let line = self.line;
        if let Some((year, 4)) = line.digits(i).filter(|(y, _)| (1000..=2999).contains(y)) {
            let part =
                line.joined(i + 1) && line.is(i + 1, &["%", "s", "th"]) || line.opens_clock(i + 1);
            return (!part).then_some((year, i + 1));
        }
        if line.is(i, &["'", "’", "‘"]) && line.joined(i + 1) {
            let (year, 2) = line.digits(i + 1)? else { return None };
            return (!line.is(i + 2, &["s"])).then_some((two_digit_year(year), i + 2));
        }
        self.year_in_words(i).or_else(|| {
            // `two thousand and eighteen`, `seventeen hundred thirty-three`.
            let (year, end) = line.number(i).filter(|_| line.is_word(i))?;
            let fits = year.fract() == 0.0 && (1100.0..2100.0).contains(&year);
            (fits && line.digits(i).is_none()).then_some((year as i32, end))
        })
    }

    /// `September 2021`, `Sept. last year`, `September`.
    fn month(&self, i: usize) -> Option<Match> {
        let line = self.line;
        let (month, full) = line.month(i)?;
        if line.joined(i) && !line.is_dash(i - 1) && !self.opens(i) {
            return None;
        }
        let (year, end) = self.year_after(i + 1);
        let time = match year {
            YearIn::Number(year) => Time::Fixed(Place::Month(Some(year), month)),
            YearIn::Of(year) => Time::Named(Name::Month(month), Pick::In(Box::new(year))),
            YearIn::Open if !self.stands_for_month(i, full) => return None,
            // `February 30` is no day and no month.
            YearIn::Open
                if line.digits(i + 1).is_some_and(|(day, len)| {
                    len == 2 && (30..32).contains(&day) && !is_month_day(month, byte(day))
                }) =>
            {
                return None;
            }
            YearIn::Open => Time::Named(Name::Month(month), Pick::Nearest),
        };
        let named = full || line.is_capitalised(i) || end > i + 1;
        named.then(|| Match::new(i, end, time, &rules::MONTH))
    }

    /// Whether the month at `i` is one: `may` is not, nor is the `April` of `April Jones`.
    fn stands_for_month(&self, i: usize, full: bool) -> bool {
        let line = self.line;
        let name =
            matches!(line.key(i), "march" | "april" | "may" | "june" | "august" | "jan" | "mar");
        if self.alone && i == 0 {
            return true;
        }
        if !line.is_capitalised(i) {
            let dated =
                matches!(
                    line.before(i),
                    "mid"
                        | "early"
                        | "late"
                        | "since"
                        | "last"
                        | "next"
                        | "in"
                        | "between"
                        | "from"
                        | "until"
                        | "of"
                ) || matches!(line.before(i), "and" | "to") && i > 1 && line.month(i - 2).is_some();
            return full && (dated || !matches!(line.key(i), "march" | "may" | "august"));
        }
        // `May to March`, `Nov-Feb`.
        let joins = |at: usize| line.is_dash(at) || line.is(at, &["to", "until", "through", "and"]);
        let ranged = joins(i + 1) && line.month(i + 2).is_some()
            || i > 1 && joins(i - 1) && line.month(i - 2).is_some();
        if ranged && !(line.is(i, &["may", "march"]) && !line.is_capitalised(i)) {
            return true;
        }
        if !full {
            let clear =
                matches!(line.before(i), "in" | "since" | "until" | "by" | "from" | "between")
                    || line.before(i) == "of" && !(line.is_word(i + 1) && line.is_capitalised(i + 1));
            return clear || line.has_stop(i) && BEFORE_MONTH.contains(&line.before(i));
        }
        if !name {
            return true;
        }
        let capital = line.is_word(i + 1) && line.is_capitalised(i + 1);
        let prep = BEFORE_MONTH.contains(&line.before(i))
            && (line.before(i) != "," || line.is(i + 1, &[",", "and"]));
        let name = capital && !line.is(i + 1, &["i"]);
        prep && !name
    }

    fn opens(&self, i: usize) -> bool {
        matches!(
            self.line.before(i),
            "(" | "\"" | "“" | "‘" | "'" | "[" | "—" | "–" | "/" | ":" | "’" | ","
        )
    }

    /// `Friday`, `Friday, Oct. 23`, `Friday the 13th`.
    fn weekday(&self, i: usize) -> Option<Match> {
        let line = self.line;
        let (weekday, full) = line.weekday(i)?;
        if line.joined(i) && !line.is_dash(i - 1) && !self.opens(i) {
            return None;
        }
        let comma = i + 1 + usize::from(line.is(i + 1, &[","]) || line.is(i + 1, &["."]) && !full);
        let at = comma + usize::from(line.is(comma, &["the"]));
        let dated = if line.month(at).is_some()
            || line.digits(at).is_some()
            || line.ordinal(at).is_some()
            || at > comma
        {
            longer(self.day_of_month(at), self.numeric(at))
                .or_else(|| self.day_on(weekday, comma, at))
        } else {
            None
        };
        if let Some(dated) = dated {
            let mut read = Match::new(i, dated.end, dated.time, &rules::WEEKDAY_DATE);
            (read.weekday, read.other) = (Some(weekday), dated.other);
            return Some(read);
        }
        if let Some((week, end)) = self.week_said(i + 1).filter(|_| full) {
            let time = Time::Named(Name::Weekday(weekday), Pick::In(Box::new(week)));
            return Some(Match::new(i, end, time, &rules::WEEKDAY));
        }
        if self.is_persons_name(i) {
            return None;
        }
        let famous = matches!(line.before(i), "bloody" | "cyber" | "super" | "black")
            || line.before(i) == "good" && line.is(i + 1, AFTER_NAME);
        // `sun`, `mon` and `wed` are words and names; with a full stop they may end a sentence.
        let long = matches!(line.key(i), "tues" | "thurs" | "weds" | "thur");
        let preceded = matches!(line.before(i), "on" | "by" | "until" | "since" | "last" | "next");
        let preceded = preceded || matches!(line.before(i), "a.m" | "p.m" | "am" | "pm");
        let timed = self.part_of_day(i + 1).is_some() || self.clock(i + 1).is_some();
        let alone = (preceded || timed) && !(line.is_word(i + 1) && line.is_capitalised(i + 1));
        let short = !full
            && !self.alone
            && !(line.is_capitalised(i) && (long || line.has_stop(i) && preceded || alone));
        (!famous && !short).then(|| {
            Match::new(
                i,
                i + 1,
                Time::Named(Name::Weekday(weekday), Pick::Nearest),
                &rules::WEEKDAY,
            )
        })
    }

    /// `to Wednesday Addams`, `Defender Monday Okoro`, `Saturday Night Live`.
    fn is_persons_name(&self, i: usize) -> bool {
        let line = self.line;
        let named = |at: usize| line.is_word(at) && line.is_capitalised(at) && !line.is(at, &["i"]);
        if !(line.is_capitalised(i) && named(i + 1)) {
            return false;
        }
        let night = self.part_of_day(i + 1).is_some()
            && line.is_name_part(i + 1)
            && (named(i + 2) || !line.is(i.wrapping_sub(1), &["on", "last", "this", "next"]));
        let introduced = matches!(
            line.before(i),
            "to" | "with" | "of" | "named" | "called" | "like" | "the" | "as"
        );
        // A word in front of a name; with none before it, an agency's `X said Friday Y …`.
        let titled =
            i == 1 && named(0) && !line.is(0, &["on", "by", "since", "last", "this", "next"]);
        line.month(i + 1).is_none() && (night || introduced || titled)
    }

    /// `the 13th` or `13th` after a weekday.
    fn day_on(&self, weekday: u8, comma: usize, at: usize) -> Option<Match> {
        let line = self.line;
        let bare = || {
            let day = line
                .small(at, 2, 1, 31)
                .filter(|_| line.weekday(comma.wrapping_sub(1)).is_some_and(|d| d.1))?;
            let counted =
                line.is(at + 1, &["%", "-", "–", "/", ":", ".", "°"]) && line.joined(at + 1);
            (!counted && (!line.is_word(at + 1) || line.is(at + 1, &["at"])))
                .then_some((i32::from(day), at + 1))
        };
        let (day, end) = line.ordinal(at).filter(|o| (1..=31).contains(&o.0)).or_else(bare)?;
        let digits = line.digits(at).is_some();
        // `Sunday the second`; `Sunday 5th` only where nothing is counted with it.
        let goes_on = line.is(end, &["at", "in", "from", "of", "and"]);
        let said = if at > comma || self.alone {
            digits || goes_on || !line.is_word(end)
        } else {
            digits && (goes_on || !line.is_word(end))
        };
        let named = Time::Named(Name::DayOn(byte(day), weekday), Pick::Nearest);
        (said && comma < at + 1).then(|| Match::new(at, end, named, &rules::WEEKDAY_DATE))
    }

    /// `Christmas Eve`, `Thanksgiving 2019`, `Easter last year`.
    pub(super) fn holiday(&self, i: usize) -> Option<Match> {
        let line = self.line;
        if !(line.is_cue(i, Cue::Holiday) || line.is_cue(i, Cue::Name)) {
            return None;
        }
        let (mut words, mut best) = (String::new(), None);
        let (mut at, mut more) = (i, true);
        while more && at < line.len() {
            let mut letters = line.key(at).chars().filter(|c| !matches!(c, '\'' | '’')).peekable();
            let clitic = line.atoms.get(at).is_some_and(|a| a.kind == TokenKind::Clitic);
            if !words.is_empty() && !clitic && letters.peek().is_some() {
                words.push(' ');
            }
            words.extend(letters);
            // `Eid al-Fitr`.
            at = line.past_hyphen(at + 1);
            let holiday;
            (holiday, more) = holidays::named(&words);
            let end = if line.is_dash(at - 1) { at - 1 } else { at };
            let named = line.is_capitalised(i) && line.is_capitalised(end - 1);
            if let Some(holiday) = holiday.filter(|holiday| named || !holiday.is_word()) {
                best = Some((self.kept_here(holiday, &words, i, end), end));
            }
        }
        let (holiday, end) = best.filter(|(_, end)| !line.is(*end, AFTER_NAME))?;
        let works = ["film", "movie", "novel", "album", "song", "musical", "sequel", "thriller"];
        if line.is(end, &works) || i > 0 && line.is(i - 1, &works) {
            return None;
        }
        let (year, end) = self.year_after(end);
        let named = |pick| Time::Named(Name::Holiday(holiday), pick);
        let time = match year {
            YearIn::Number(year) => Time::Fixed(holiday.in_year(year).unwrap_or(Place::Year(year))),
            YearIn::Of(year) => named(Pick::In(Box::new(year))),
            YearIn::Open => named(Pick::Nearest),
        };
        Some(Match::new(i, end, time, &rules::HOLIDAY))
    }

    /// The holiday of that name in the country named just before or after it, else the usual one:
    /// `India's Independence Day`, `Mother's Day in Mexico`.
    fn kept_here(
        &self,
        usual: &'static Holiday,
        words: &str,
        i: usize,
        end: usize,
    ) -> &'static Holiday {
        let line = self.line;
        let before = (1..=3).filter_map(|back| i.checked_sub(back));
        let after = line.is(end, &["in"]).then_some(end + 1);
        let mut near = before.chain(after).filter(|&at| line.is_capitalised(at));
        near.find_map(|at| holidays::of_country(words, line.key(at))).unwrap_or(usual)
    }
}

/// The time of a month and day in a year; `None` when that year has no such day.
pub(super) fn month_day(month: u8, day: u8, year: YearIn) -> Option<Time> {
    Some(match year {
        YearIn::Number(year) => Time::Fixed(Place::Day(Day::new(year, month, day)?)),
        YearIn::Of(year) => Time::Named(Name::MonthDay(month, day), Pick::In(Box::new(year))),
        YearIn::Open => Time::Named(Name::MonthDay(month, day), Pick::Nearest),
    })
}
