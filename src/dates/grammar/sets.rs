//! What recurs: `every Monday`, `twice a week`, `annually`.

use super::{Found, Grammar, Match};
use crate::dates::{
    expr::{Cycle, Name, Recurrence, Time},
    line::byte,
    rules,
    value::{Grain, Length},
};

impl Grammar<'_> {
    pub(super) fn set(&self, i: usize) -> Option<Match> {
        self.every(i)
            .or_else(|| self.times_a(i))
            .or_else(|| self.adverb(i))
            .or_else(|| self.plural(i))
            .or_else(|| self.rate(i))
    }

    fn found(i: usize, end: usize, what: Cycle, quant: bool, times: Option<u8>) -> Match {
        Found::new(i, end, Time::Recurring(Recurrence { what, quant, times }), &rules::SET)
    }

    /// `every Monday`, `each month`, `every two years`, `every other week`.
    fn every(&self, i: usize) -> Option<Match> {
        let line = self.line;
        let any = line.is(i, &["any"])
            && (line.weekday(i + 1).is_some_and(|d| d.1)
                || line.is(i + 1, &["weekend", "weekday"]));
        if !any && !line.is(i, &["every", "each"]) {
            return None;
        }
        let at = i + 1;
        if line.is(at, &["weekday", "weeknight"]) {
            let length = Length::of(Some(1.0), Grain::Day);
            return Some(Self::found(i, at + 1, Cycle::Every(length), true, None));
        }
        // `every other Saturday`.
        if line.is(at, &["other", "second"]) && line.weekday(at + 1).is_some_and(|d| d.1) {
            let length = Length::of(Some(2.0), Grain::Week);
            return Some(Self::found(i, at + 2, Cycle::Every(length), true, None));
        }
        if let Some((name, end)) = self.cycle_name(at) {
            let part = self.part_of_day(end);
            let end = end + usize::from(part.is_some());
            return Some(Self::found(i, end, Cycle::Named(name, part), true, None));
        }
        let part = ["morning", "afternoon", "evening", "night"];
        if line.is(at, &part) {
            let length = Length::of(Some(1.0), Grain::Day);
            return Some(Self::found(i, at + 1, Cycle::Every(length), true, None));
        }
        let (count, at) = if line.is(at, &["other", "second"]) {
            (2.0, at + 1)
        } else if let Some((count, end)) = line.number(at) {
            (count, end)
        } else if line.is(at, &["few", "couple"]) {
            let end = at + 1 + usize::from(line.is(at + 1, &["of"]));
            let (grain, ..) = line.unit(end)?;
            return Some(Self::found(
                i,
                end + 1,
                Cycle::Every(Length::of(None, grain)),
                true,
                None,
            ));
        } else {
            (1.0, at)
        };
        let (grain, many, _) = line.unit(at)?;
        let of = line.is(i, &["each"]) && line.is(i + 1, &["of"]);
        let length = Length::of(Some(count * many), grain);
        (!of && grain > Grain::Second)
            .then(|| Self::found(i, at + 1, Cycle::Every(length), true, None))
    }

    fn cycle_name(&self, i: usize) -> Option<(Name, usize)> {
        let line = self.line;
        if let Some((day, true)) = line.weekday(i) {
            return Some((Name::Weekday(day), i + 1));
        }
        if line.is(i, &["weekend"]) {
            return Some((Name::Weekend, i + 1));
        }
        if let Some((month, true)) = line.month(i).filter(|_| line.is_capitalised(i)) {
            return Some(match self.month_and_day(i) {
                Some((month, day, end)) => (Name::MonthDay(month, day), end),
                None => (Name::Month(month), i + 1),
            });
        }
        line.season(i).map(|season| (Name::Season(season), i + 1))
    }

    /// `twice a week`, `once a month`, `three times a day`, `once every two years`.
    fn times_a(&self, i: usize) -> Option<Match> {
        let line = self.line;
        let (times, at) = match line.key(i) {
            "once" => (1.0, i + 1),
            "twice" => (2.0, i + 1),
            "thrice" => (3.0, i + 1),
            _ => {
                let (count, end) = line.number(i)?;
                (count, line.is(end, &["times"]).then_some(end + 1)?)
            }
        };
        if line.is(at, &["every"]) {
            let every = self.every(at)?;
            let Time::Recurring(cycle) = every.time else { return None };
            return Some(Self::found(i, every.end, cycle.what, true, Some(byte(times as i32))));
        }
        let (grain, ..) =
            line.is(at, &["a", "an", "per", "each"]).then(|| line.unit(at + 1)).flatten()?;
        let what = Cycle::Every(Length::of(Some(1.0), grain));
        Some(Self::found(i, at + 2, what, false, Some(byte(times as i32))))
    }

    /// `daily`, `weekly`, `annually`.
    fn adverb(&self, i: usize) -> Option<Match> {
        let line = self.line;
        let (count, grain) = match line.key(i) {
            "hourly" => (1.0, Grain::Hour),
            "daily" | "nightly" => (1.0, Grain::Day),
            "weekly" => (1.0, Grain::Week),
            "biweekly" | "fortnightly" => (2.0, Grain::Week),
            "monthly" => (1.0, Grain::Month),
            "annually" | "yearly" => (1.0, Grain::Year),
            // An adjective otherwise: `the quarterly report`.
            "quarterly" if !line.is_word(i + 1) => (1.0, Grain::Quarter),
            _ => return None,
        };
        // `Daily Mirror`, `Business Weekly`.
        // `the Guardian daily said`, `the daily Loom`: a newspaper.
        let paper = line.is(i, &["daily", "weekly"])
            && (i > 0
                && line.is_name_part(i - 1)
                && line.is(i + 1, &["said", "reported", "quoted", "wrote", "newspaper"])
                || line.is_capitalised(i + 1) && line.is_name_part(i + 1));
        let name = line.is_capitalised(i) && i > 0
            || paper
            || line.is_capitalised(i) && line.is_capitalised(i + 1)
            || line.joined(i);
        (!name).then(|| {
            Self::found(i, i + 1, Cycle::Every(Length::of(Some(count), grain)), false, None)
        })
    }

    /// `Mondays`, `Tuesday nights`, `weekends`.
    fn plural(&self, i: usize) -> Option<Match> {
        let line = self.line;
        if let Some((day, true)) = line.weekday(i)
            && line.is(i + 1, &["mornings", "afternoons", "evenings", "nights"])
        {
            let what = Cycle::Named(Name::Weekday(day), self.part_of_day(i + 1));
            return Some(Self::found(i, i + 2, what, false, None));
        }
        let parts = ["mornings", "afternoons", "evenings"];
        let on = line.follows(i, &["on", "most", "some", "weekday", "weekend"]);
        if line.is(i, &parts) && on {
            let what = Cycle::Every(Length::of(Some(1.0), Grain::Day));
            return Some(Self::found(i, i + 1, what, false, None));
        }
        let name = match line.weekday_plural(i) {
            Some(day) => Name::Weekday(day),
            None if line.is(i, &["weekends"]) => Name::Weekend,
            None => return None,
        };
        Some(Self::found(i, i + 1, Cycle::Named(name, None), false, None))
    }

    /// `$5 million a year`, `500 tons per day`.
    fn rate(&self, i: usize) -> Option<Match> {
        let line = self.line;
        let per = line.is(i, &["per"]);
        if !(per || line.is(i, &["a", "an"])) {
            return None;
        }
        // `18 dollars an hour` is a rate, `60 miles an hour` a speed.
        let paid = (i.saturating_sub(3)..i).any(|at| line.is(at, &["$", "£", "€", "dollars"]));
        let least = if paid { Grain::Hour } else { Grain::Day };
        let (grain, _, false) = line.unit(i + 1).filter(|u| u.0 >= least)? else {
            return None;
        };
        let after_number = (1..=3).any(|back| {
            let Some(at) = i.checked_sub(back) else { return false };
            line.is_among(at, "million billion thousand % percent $")
                || line.number(at).is_some_and(|(number, _)| number > 1.0)
                || line
                    .atoms
                    .get(at)
                    .is_some_and(|a| a.digits || a.kind == crate::text::TokenKind::Number)
        });
        let then = line.is(i + 2, &["ago", "earlier", "later", "before", "after"])
            || line.is_dash(i + 2) && line.joined(i + 2);
        let plural = line.before(i).ends_with('s')
            || line.follows(i, &["million", "billion", "thousand", "%", "percent"])
            || i.checked_sub(1).is_some_and(|at| {
                let number =
                    |a: &crate::dates::line::Atom| a.kind == crate::text::TokenKind::Number;
                line.atoms.get(at).is_some_and(number) || line.is(at, &[")"])
            });
        let what = Cycle::Every(Length::of(Some(1.0), grain));
        (after_number && plural && !then).then(|| {
            let start = if per { i + 1 } else { i };
            Self::found(start, i + 2, what, false, None)
        })
    }
}
