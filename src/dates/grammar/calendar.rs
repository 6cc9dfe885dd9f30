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
            if line.is(at, &["the"]) || (line.is_dash(at) && line.joined(at) && line.joined(at + 1))
            {
                at += 1;
            }
            let (day, end) = self.day_number(at)?;
            let fits = is_month_day(month, day)
                && (full
                    || line.is_capitalised(i)
                    || line.is(
                        i,
                        &["aug", "sept", "oct", "nov", "feb", "jan", "apr", "jul", "dec", "jun"],
                    ));
            let said = line.is_capitalised(i)
                || !matches!(line.key(i), "may" | "march" | "mar")
                || !line.is_word(end);
            return (fits && said).then_some((month, day, end));
        }
        let (day, mut at) = self.day_number(i)?;
        let ordinal = at > i + 1;
        let of = line.is(at, &["of"]) && (ordinal || line.month(at + 1).is_some_and(|m| m.1));
        let dash = line.is_dash(at) && line.joined(at) && line.joined(at + 1);
        at += usize::from(of || dash);
        let (month, full) = line.month(at)?;
        // `2 may go`, `10 march on`; but `2nd of march`.
        let said = line.is_capitalised(at)
            || !matches!(line.key(at), "may" | "march" | "mar" | "jun" | "dec")
            || line.digits(at + 1).is_some()
            || ordinal && of;
        let named = full
            || line.has_stop(at)
            || line.is_capitalised(at)
            || line.is(at, &["jan", "feb", "apr", "jul", "aug", "sept", "oct", "nov"]);
        (said && named && is_month_day(month, day)).then_some((month, day, at + 1))
    }

    /// `15`, `15th`, `fifteenth`.
    fn day_number(&self, i: usize) -> Option<(u8, usize)> {
        let line = self.line;
        if let Some((day, end)) = line.ordinal(i).filter(|o| (1..=31).contains(&o.0)) {
            return Some((byte(day), end));
        }
        let day = line.small(i, 2, 1, 31)?;
        // `May 10:30`, `May 3/4`, `15%` and `$15` are none.
        let other = line.joined(i + 1) && line.is(i + 1, &["%", "°"]) || line.opens_clock(i + 1);
        let money = line.joined(i) && matches!(line.before(i), "$" | "£" | "€" | "#" | ":" | "/");
        (!other && !money).then_some((day, i + 1))
    }

    /// `28 September`, `Sept. 15, 2023`, `the 28th of September last year`.
    fn day_of_month(&self, i: usize) -> Option<Match> {
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
        let (day, end) = line.is(i, &["the"]).then(|| line.ordinal(i + 1)).flatten()?;
        let on =
            matches!(line.before(i), "on" | "until" | "by" | "from" | "since" | "before" | "after");
        let digits = line.digits(i + 1).is_some() && (1..=31).contains(&day);
        (on && digits && !line.is_word(end)).then(|| {
            let time = Time::Named(Name::DayOfMonth(byte(day)), Pick::Nearest);
            Match::new(i, end, time, &rules::MONTH_DAY)
        })
    }

    /// The year after a day or month: `, 2023`, `2023`, `’99`, `last year`, `of that year`.
    pub(super) fn year_after(&self, i: usize) -> (YearIn, usize) {
        let line = self.line;
        // `05-Aug-2016`.
        if line.past_hyphen(i) > i
            && line.joined(i)
            && let Some((year, end)) = self.year_number(i + 1)
            && i.checked_sub(2).is_some_and(|i| line.is_dash(i))
        {
            return (YearIn::Number(year), end);
        }
        let comma = usize::from(line.is(i, &[","]));
        let of = usize::from(line.is(i + comma, &["of"]));
        let at = i + comma + of;
        if let Some((year, end)) = self.year_number(at) {
            return (YearIn::Number(year), end);
        }
        if comma == 0
            && let Some((year, end)) = self.year_said(at)
        {
            return (YearIn::Of(year), end);
        }
        (YearIn::Open, i)
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
        self.year_in_words(i)
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
        if !line.is_capitalised(i) {
            let dated = matches!(
                line.before(i),
                "mid" | "early" | "late" | "since" | "last" | "next" | "in"
            );
            return full && (dated || !matches!(line.key(i), "march" | "may" | "august"));
        }
        if !full {
            let clear = matches!(line.before(i), "in" | "since" | "until" | "by");
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
        let comma = i + 1 + usize::from(line.is(i + 1, &[","]));
        let at = comma + usize::from(line.is(comma, &["the"]));
        let dated = if line.month(at).is_some() || line.digits(at).is_some() || at > comma {
            longer(self.day_of_month(at), self.numeric(at)).or_else(|| {
                let (day, end) = line.ordinal(at).filter(|o| (1..=31).contains(&o.0))?;
                let named = Time::Named(Name::DayOn(byte(day), weekday), Pick::Nearest);
                (at > comma && line.digits(at).is_some())
                    .then(|| Match::new(at, end, named, &rules::WEEKDAY_DATE))
            })
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
        let famous = matches!(line.before(i), "bloody" | "cyber" | "super" | "black")
            || line.before(i) == "good" && line.is(i + 1, AFTER_NAME);
        // `sun`, `mon` and `wed` are words and names; with a full stop they may end a sentence.
        let long = matches!(line.key(i), "tues" | "thurs" | "weds" | "thur");
        let preceded = matches!(line.before(i), "on" | "by" | "until" | "since" | "last" | "next");
        let short = !full && !(line.is_capitalised(i) && (long || line.has_stop(i) && preceded));
        (!famous && !short).then(|| {
            Match::new(
                i,
                i + 1,
                Time::Named(Name::Weekday(weekday), Pick::Nearest),
                &rules::WEEKDAY,
            )
        })
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
