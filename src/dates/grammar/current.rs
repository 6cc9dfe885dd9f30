//! The week, month or year that is spoken of, or in which a day lies.

use super::{Found, Grammar, Match};
use crate::dates::{
    expr::{Anchor, Ends, Name, Pick, Time},
    line::byte,
    rules,
    value::{Grain, Length},
};

impl Grammar<'_> {
    /// `the week of March 6`.
    pub(super) fn week_of(&self, i: usize) -> Option<Match> {
        let line = self.line;
        let begins = ["of", "commencing", "beginning", "starting", "ending"];
        let of = line.is(i, &["week"]) && line.is(i + 1, &begins);
        // `w/c 4 February`.
        let short = line.is(i, &["w"]) && line.is(i + 1, &["/"]) && line.is(i + 2, &["c"]);
        let ended = line
            .unit(i)
            .is_some_and(|u| matches!(u.0, Grain::Week | Grain::Month | Grain::Quarter))
            && line.is(i + 1, &["ended", "ending", "to"]);
        let at = if of || ended {
            i + 2 + usize::from(line.is(i + 2, &["on"]))
        } else if short {
            i + 3
        } else {
            return None;
        };
        let (day, end) = if let Some((month, day, end)) = self.month_and_day(at) {
            let (year, end) = self.year_after(end);
            (super::calendar::month_day(month, day, year)?, end)
        } else {
            let (day, end) = line.is(at, &["the"]).then(|| line.ordinal(at + 1)).flatten()?;
            let day = Some(day).filter(|day| (1..=31).contains(day) && !line.is_word(end))?;
            (Time::Named(Name::DayOfMonth(byte(day)), Pick::Nearest), end)
        };
        let in_unit =
            |day, grain| Time::Shift { from: Anchor::Of(Box::new(day)), grain, count: 0.0 };
        let Some((grain, ..)) = line.unit(i).filter(|_| ended) else {
            return Some(Found::new(i, end, in_unit(day, Grain::Week), &rules::RELATIVE));
        };
        // `the quarter ended July 31`: the day is a time of its own, and most of that quarter is in the
        // second of the year.
        let day = match day {
            Time::Named(name, Pick::Nearest) if line.is(i + 1, &["ended"]) => {
                Time::Named(name, Pick::Last)
            }
            day => day,
        };
        let (back, from) = (if grain == Grain::Quarter { -45.0 } else { 0.0 }, Box::new(day));
        let most = Time::Shift { from: Anchor::Of(from), grain: Grain::Day, count: back };
        Some(Found::new(i, i + 1, in_unit(most, grain), &rules::RELATIVE))
    }

    /// `the year`, `the quarter`, `the week`: the current one, or the one spoken of.
    pub(super) fn current(&self, i: usize, the: bool) -> Option<Match> {
        let line = self.line;
        let (grain, _, false) = line.unit(i).filter(|_| the)? else { return None };
        let from = match grain {
            Grain::Quarter => Anchor::Context,
            Grain::Year => Anchor::Told,
            Grain::Month | Grain::Week => Anchor::Published,
            _ => return None,
        };
        if line.is_name_part(i) {
            return None;
        }
        // `for the year ended June 30` is a length: which year it is, only its last day says.
        if grain == Grain::Year && line.is(i + 1, &["ended", "ending", "to", "through"]) {
            let dated = !line.is(i + 1, &["to", "through"]) || line.month(i + 2).is_some();
            let time = Time::Lasting(Length::of(Some(1.0), grain), Ends::Nowhere);
            return dated.then(|| Found::new(i, i + 1, time, &rules::DURATION));
        }
        // `rose in the quarter to $2 billion`.
        let sum = line.is(i + 1, &["to"]) && line.is(i + 2, &["$", "£", "€"]);
        let words = "of - that when before after earlier later he she they ago in to";
        let other = !sum
            && (line.is_among(i + 1, words)
                || line.is_word(i + 1) && line.joined(i + 1)
                || line.is(i - 1, &["of"]));
        let bounded = line
            .follows_among(i - 1, "of for in this during over through throughout earlier later by");
        let time = Time::Shift { from, grain, count: 0.0 };
        // `for the quarter a year ago`.
        if let (Grain::Quarter, Some(read)) = (grain, self.away(i + 1))
            && let Time::Shift { from: Anchor::Reported, grain, count } = read.time
        {
            let time = Time::Shift { from: Anchor::Of(Box::new(time)), grain, count };
            return Some(Found::new(i, read.end, time, &rules::COUNTED));
        }
        (!other && (bounded || grain == Grain::Quarter))
            .then(|| Found::new(i, i + 1, time, &rules::CURRENT))
    }
}
