//! Quarters, halves, seasons, decades, centuries, weekends and fiscal years.

use super::{Found, Grammar, Match, calendar::YearIn, longer, numeric::two_digit_year};
use crate::dates::{
    expr::{Anchor, Name, Pick, Time},
    line::byte,
    rules,
    value::{Grain, Place},
    words::Words,
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
            let prep = Words(
                "in by into during until since over this last next of through for early late",
            )
            .has(before);
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

    /// `the weekend`, `weekend`.
    fn weekend(&self, i: usize, the: bool) -> Option<Match> {
        let alone = self.line.is(i, &["weekend"]) && (the || self.line.before(i) == "over");
        let time = Time::Named(Name::Weekend, Pick::Nearest);
        alone.then(|| Found::new(i, i + 1, time, &rules::WEEKEND))
    }
}
