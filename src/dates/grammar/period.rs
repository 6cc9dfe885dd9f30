//! Quarters, halves, seasons, decades, centuries, weekends and fiscal years.

use super::{Found, Grammar, Match, calendar::YearIn, longer, numeric::two_digit_year};
use crate::dates::{
    expr::{Anchor, Ends, Name, Pick, Time},
    line::byte,
    rules,
    value::{Grain, Length, Place},
};

impl Grammar<'_> {
    pub(super) fn period(&self, i: usize) -> Option<Match> {
        let line = self.line;
        let lead = usize::from(line.is(i, &["the"]));
        let at = i + lead;
        let best = longer(self.quarter(at), self.season(at, lead > 0));
        let best = longer(best, self.decade(at, lead > 0 && line.is(i, &["the"])));
        let best = longer(longer(best, self.century(at)), self.fiscal(at, lead > 0));
        let best = longer(best, self.weekend(at, lead > 0));
        let best = longer(best, self.week_of(at));
        let best = longer(best, self.current(at, line.is(i, &["the"])));
        let mut found = best?;
        // `the third-quarter loss`: the article is the noun's.
        let hyphened = found.rule.id == rules::QUARTER.id
            && line.is_dash(found.end.saturating_sub(2))
            && found.end > at + 1;
        found.start = if hyphened { at } else { i };
        Some(found)
    }

    /// A name in the year that follows it, or the nearest.
    fn named(name: Name, year: YearIn) -> Time {
        match year {
            YearIn::Number(year) => {
                Time::Named(name, Pick::In(Box::new(Time::Fixed(Place::Year(year)))))
            }
            YearIn::Of(year) => Time::Named(name, Pick::In(Box::new(year))),
            YearIn::Open => Time::Named(name, Pick::Nearest),
        }
    }

    /// `third quarter of 1990`, `third-quarter`, `1988 second quarter`, `fiscal first quarter`,
    /// `Q3 2021`, `first half of 1990`.
    fn quarter(&self, i: usize) -> Option<Match> {
        let line = self.line;
        let (before, at) = self.year_number(i).map_or((None, i), |(year, end)| (Some(year), end));
        let fiscal = at + usize::from(line.is(at, &["fiscal"]));
        // `2017-Q1`.
        let coded = before.is_some() && line.key(line.past_hyphen(at)).starts_with('q');
        let at = if fiscal > at || coded { line.past_hyphen(fiscal) } else { at };
        let (name, end) = self.quarter_name(at)?;
        let (year, end) = match before {
            Some(year) => (YearIn::Number(year), end),
            None => self.year_after(end),
        };
        // `last year's second quarter`.
        let owner = i.checked_sub(3).filter(|_| line.follows(i, &["'s", "’s"]));
        let said = owner.and_then(|at| self.year_said(at)).filter(|(_, end)| *end + 1 == i);
        let year = match (year, said) {
            (YearIn::Open, Some((year, _))) => YearIn::Of(year),
            (year, _) => year,
        };
        // Games have halves too.
        let half = matches!(name, Name::Half(_));
        if half && matches!(year, YearIn::Open) && !self.is_business(i) {
            return None;
        }
        Some(Found::new(i, end, Self::named(name, year), &rules::QUARTER))
    }

    /// Whether the sentence tells of what a company or an economy makes.
    fn is_business(&self, i: usize) -> bool {
        const REACH: usize = 30;
        let words = [
            "profit",
            "profits",
            "sales",
            "revenue",
            "earnings",
            "percent",
            "%",
            "growth",
            "income",
            "results",
            "loss",
            "losses",
            "net",
            "forecast",
            "shipments",
            "orders",
            "output",
            "gdp",
        ];
        let mut around = i.saturating_sub(REACH)..self.line.len().min(i + REACH);
        around.any(|at| self.line.is(at, &words))
    }

    fn quarter_name(&self, i: usize) -> Option<(Name, usize)> {
        let line = self.line;
        let key = line.key(i);
        let code = match key {
            "q1" | "1q" => 1,
            "q2" | "2q" => 2,
            "q3" | "3q" => 3,
            "q4" | "4q" => 4,
            _ => 0,
        };
        if code > 0 {
            return Some((Name::Quarter(code), i + 1));
        }
        let halves = matches!(key, "h1" | "h2");
        if halves && line.is_capitalised(i) {
            return Some((Name::Half(if key == "h1" { 1 } else { 2 }), i + 1));
        }
        let (ordinal, end) = if key == "last" { (9, i + 1) } else { line.ordinal(i)? };
        let at = line.past_hyphen(end);
        match (ordinal, line.key(at)) {
            (1..=4, "quarter" | "qtr") => Some((Name::Quarter(byte(ordinal)), at + 1)),
            (9, "quarter") if line.is(at + 1, &["of"]) => Some((Name::Quarter(4), at + 1)),
            (1 | 2, "half") => Some((Name::Half(byte(ordinal)), at + 1)),
            (9, "half") => Some((Name::Half(2), at + 1)),
            _ => None,
        }
    }

    /// `summer 2010`, `the summer of last year`, `the summer`, `in summer`.
    fn season(&self, i: usize, the: bool) -> Option<Match> {
        let line = self.line;
        let season = line.season(i)?;
        let (year, end) = self.year_after(i + 1);
        // `the winter of 2020-21`.
        let end = match (&year, line.digits(end + 1)) {
            (YearIn::Number(first), Some((last, 2)))
                if line.past_hyphen(end) > end && last == (first + 1) % 100 =>
            {
                end + 2
            }
            _ => end,
        };
        if matches!(year, YearIn::Open) {
            let before = line.before(i - usize::from(the && i > 0));
            let prep = matches!(
                before,
                "in" | "by"
                    | "into"
                    | "during"
                    | "until"
                    | "since"
                    | "over"
                    | "this"
                    | "last"
                    | "next"
                    | "of"
                    | "through"
                    | "for"
                    | "early"
                    | "late"
            );
            // `the fall of the city`, `a spring in her step`.
            let other = line.is(end, &["of", "from", "into", "to", "-"])
                || line.is_word(end) && !self.goes_on(end);
            if !(prep || self.alone) || other {
                return None;
            }
        }
        Some(Found::new(i, end, Self::named(Name::Season(season), year), &rules::SEASON))
    }

    /// Whether the word at `i` goes on with the sentence after a time, rather than making a compound
    /// of it (`summer school`).
    pub(super) fn goes_on(&self, i: usize) -> bool {
        self.line.is_among(i, "and or but when after before as with for on at by the a he she it they we was were is will has that which because")
    }

    /// `1990s`, `’90s`, `the nineties`.
    fn decade(&self, i: usize, the: bool) -> Option<Match> {
        let line = self.line;
        let found =
            |end, decade| Found::new(i, end, Time::Fixed(Place::Decade(decade)), &rules::DECADE);
        let plural =
            |i: usize| line.joined(i) && line.is(i, &["s", "'s", "’s"]) || line.is(i, &["s"]);
        // `the sixties and seventies`, `the 80s and 90s`.
        let listed = i > 1 && line.is(i - 1, &["and", "or", "to", ","]) && {
            let digits = line.is(i - 2, &["s", "'s", "’s"]);
            let first = (i - 2).saturating_sub(usize::from(digits));
            // `in their 20s and 30s` is an age.
            (digits || TENS.contains(&line.key(first)))
                && (line.follows_among(first, "the ' ’ early late mid nineteen")
                    || line.digits(first).is_some_and(|(_, len)| len == 4))
        };
        let modified = listed || line.follows(i, &["mid", "early", "late", "-"]);
        match line.digits(i) {
            Some((year, 4)) if year % 10 == 0 && (1000..=2090).contains(&year) && plural(i + 1) => {
                let mut read = found(i + 2, year / 10);
                // The 1800s are a century, the 2000s more often a decade.
                if year % 100 == 0 && year < 2000 {
                    read.time = Time::Fixed(Place::Century(year / 100));
                }
                return Some(read);
            }
            Some((year, 2))
                if year % 10 == 0 && plural(i + 1) && (the || modified) && !self.is_warmth(i) =>
            {
                return Some(found(i + 2, decade_of(year)));
            }
            _ => {}
        }
        if line.is(i, &["'", "’", "‘"]) && line.joined(i + 1) {
            let (year, 2) = line.digits(i + 1)? else { return None };
            return (year % 10 == 0 && plural(i + 2)).then(|| found(i + 3, decade_of(year)));
        }
        // `the nineteen sixties`.
        let (century, at) = match line.key(i) {
            "eighteen" => (180, line.past_hyphen(i + 1)),
            "nineteen" => (190, line.past_hyphen(i + 1)),
            _ => (190, i),
        };
        let tens = TENS.iter().position(|word| *word == line.key(at));
        let tens = tens.filter(|_| the || modified || at > i)?;
        Some(found(at + 1, century + 2 + i32::try_from(tens).unwrap_or(0)))
    }

    /// `highs in the 30s`.
    fn is_warmth(&self, i: usize) -> bool {
        let words = ["highs", "lows", "high", "low", "temperatures", "mercury", "degrees"];
        (i.saturating_sub(6)..i).any(|at| self.line.is(at, &words))
    }

    /// `the 20th century`, `19th-century`.
    fn century(&self, i: usize) -> Option<Match> {
        let line = self.line;
        let (ordinal, end) = line.ordinal(i).filter(|o| (1..=30).contains(&o.0))?;
        let at = line.past_hyphen(end);
        // `the first century of the mill`.
        if ordinal == 1 && line.digits(i).is_none() && !line.is(at + 1, &["ad", "a.d", "ce"]) {
            return None;
        }
        // `the 15th to the 19th century`, `the twelfth and thirteenth centuries`.
        let joins = line.is(at, &["to", "and", "through", "or"]);
        let next = at + 1 + usize::from(line.is(at + 1, &["the"]));
        let shared = |o: &(i32, usize)| {
            o.0 > ordinal && line.is(line.past_hyphen(o.1), &["century", "centuries"])
        };
        let shares = joins && line.ordinal(next).as_ref().is_some_and(shared);
        let bc = line.is(at + 1, &["bc", "b.c", "bce"]);
        let one = line.is(at, &["century"]) || line.is(at, &["centuries"]) && i > 0;
        // `21st Century Fox`, `his ninth century in cricket`.
        let name = line.is_name_part(at) && line.is_name_part(at + 1)
            || line.digits(i).is_none() && line.follows(i, &["his", "her", "their"]);
        ((one || shares) && !bc && !name).then(|| {
            Found::new(
                i,
                if one { at + 1 } else { end },
                Time::Fixed(Place::Century(ordinal - 1)),
                &rules::DECADE,
            )
        })
    }

    /// `fiscal 1989`, `fiscal year 1989`, `FY2021`, `the fiscal year`.
    fn fiscal(&self, i: usize, the: bool) -> Option<Match> {
        let line = self.line;
        let at = match line.key(i) {
            "fiscal" | "financial" => i + 1 + usize::from(line.is(i + 1, &["year"])),
            "fy" => i + 1,
            _ => return None,
        };
        if let Some((year, end)) = self.year_number(at) {
            return Some(Found::new(i, end, Time::Fixed(Place::Year(year)), &rules::FISCAL));
        }
        if let (true, Some((year, 2))) = (line.is(i, &["fy"]), line.digits(at)) {
            let year = Time::Fixed(Place::Year(two_digit_year(year)));
            return Some(Found::new(i, at + 1, year, &rules::FISCAL));
        }
        let year = Time::Shift { from: Anchor::Published, grain: Grain::Year, count: 0.0 };
        (the && at == i + 2).then(|| Found::new(i, at, year, &rules::FISCAL))
    }

    /// `the week of March 6`.
    fn week_of(&self, i: usize) -> Option<Match> {
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
        // `the quarter ended Sept. 30`: the day is a time of its own.
        let (grain, end) = match line.unit(i) {
            Some((grain, ..)) if ended => (grain, i + 1),
            _ => (Grain::Week, end),
        };
        let time = Time::Shift { from: Anchor::Of(Box::new(day)), grain, count: 0.0 };
        Some(Found::new(i, end, time, &rules::RELATIVE))
    }

    /// `the weekend`, `weekend`.
    fn weekend(&self, i: usize, the: bool) -> Option<Match> {
        let alone = self.line.is(i, &["weekend"]) && (the || self.line.before(i) == "over");
        let time = Time::Named(Name::Weekend, Pick::Nearest);
        alone.then(|| Found::new(i, i + 1, time, &rules::WEEKEND))
    }

    /// `the year`, `the quarter`, `the week`: the current one, or the one spoken of.
    fn current(&self, i: usize, the: bool) -> Option<Match> {
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
        let other = line
            .is_among(i + 1, "of - that when before after earlier later he she they ago in to")
            || line.is_word(i + 1) && line.joined(i + 1)
            || line.is(i - 1, &["of"]);
        let bounded = line
            .follows_among(i - 1, "of for in this during over through throughout earlier later by");
        let time = Time::Shift { from, grain, count: 0.0 };
        (!other && (bounded || grain == Grain::Quarter))
            .then(|| Found::new(i, i + 1, time, &rules::CURRENT))
    }
}

const TENS: [&str; 8] =
    ["twenties", "thirties", "forties", "fifties", "sixties", "seventies", "eighties", "nineties"];

/// The decade of two digits: this century's first two, else the last century's.
fn decade_of(year: i32) -> i32 {
    let tens = year / 10;
    if tens < 2 { 200 + tens } else { 190 + tens }
}
