//! Months.

use super::YearIn;
use crate::dates::{
    expr::{Name, Pick, Time},
    grammar::{Found, Grammar, Match},
    line::byte,
    rules,
    value::{Place, is_month_day},
    words::Words,
};

/// Words before a month that is also a name or a verb.
const BEFORE_MONTH: Words = Words(
    "in since by until till from to of last next this early late mid during through before \
     after between for through each every and or - – ( / , past until around previous \
     following coming throughout",
);

impl Grammar<'_> {
    /// `September 2021`, `Sept. last year`, `September`.
    pub(super) fn month(&self, i: usize) -> Option<Match> {
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
        let short = line.is_among(i, "feb aug sept oct nov dec")
            && line.follows(i, &["in", "since", "until", "by", "from"])
            && !line.is_word(i + 1);
        let named = full || line.is_capitalised(i) || end > i + 1 || short;
        named.then(|| Found::new(i, end, time, &rules::MONTH))
    }

    /// Whether the month at `i` is one: `may` is not, nor is the `April` of `April Jones`.
    pub(super) fn stands_for_month(&self, i: usize, full: bool) -> bool {
        let line = self.line;
        let name = line.is_among(i, "march april may june august jan mar");
        if self.alone && i == 0 {
            return true;
        }
        if !line.is_capitalised(i) {
            let dated = line
                .follows_among(i, "mid early late since last next in between from until of")
                || line.follows(i, &["and", "to"]) && i > 1 && line.month(i - 2).is_some();
            let short = !full && line.follows(i, &["in", "since", "until", "by", "from"]);
            return short || full && (dated || !line.is(i, &["march", "may", "august"]));
        }
        // `May to March`, `Nov-Feb`.
        let joins = |at: usize| line.is_dash(at) || line.is(at, &["to", "until", "through", "and"]);
        let ranged = joins(i + 1) && line.month(i + 2).is_some()
            || i > 1 && joins(i - 1) && line.month(i - 2).is_some();
        if ranged && (line.is_capitalised(i) || !line.is(i, &["may", "march"])) {
            return true;
        }
        if !full {
            let clear = line.follows_among(i, "in since until by from between after before")
                || line.before(i) == "of" && !(line.is_word(i + 1) && line.is_capitalised(i + 1));
            return clear || line.has_stop(i) && BEFORE_MONTH.has(line.before(i));
        }
        if !name {
            return true;
        }
        // `April is the best month.`
        let said = line.is(i + 1, &["is", "was"]) && line.is(i + 2, &["the"]);
        if said && (i + 3..i + 7).any(|at| line.is(at, &["month"])) {
            return true;
        }
        let capital = line.is_word(i + 1) && line.is_capitalised(i + 1);
        let prep = BEFORE_MONTH.has(line.before(i))
            && (line.before(i) != "," || line.is(i + 1, &[",", "and"]));
        let name = capital && !line.is(i + 1, &["i"]);
        (prep || self.is_of_month(i)) && !name
    }

    /// `a June hearing`, `the March accession`, `at June’s finals`.
    fn is_of_month(&self, i: usize) -> bool {
        let line = self.line;
        let article =
            ["a", "an", "the", "its", "their", "his", "her", "our", "'s", "’s", "expected"];
        let move_on = ["on", "to", "of", "for", "in", "from", "through", "against", "past", "and"];
        let noun = line.is_word(i + 1) && !line.joined(i + 1) && !line.is(i + 1, &move_on);
        line.follows(i, &article) && noun || line.before(i) == "at" && line.is(i + 1, &["'s", "’s"])
    }
}
