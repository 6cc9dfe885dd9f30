//! Years that stand alone.

mod era;
mod words;

use super::{Found, Grammar, Match};
use crate::dates::{
    expr::{Anchor, Time},
    rules,
    value::{Grain, Place},
    words::Words,
};
use words::{BEFORE, COUNTED, NAMED};

pub(super) use words::STREETS;

impl Grammar<'_> {
    /// `1989` with evidence that it is a year; `1914–18` and `2019/20` are one expression.
    pub(in crate::dates::grammar) fn year(&self, i: usize) -> Option<Match> {
        let line = self.line;
        if let Some(read) = self.year_compared(i) {
            return Some(read);
        }
        if line.is(i, &["the"]) && line.is(i + 1, &["year"]) {
            // `in the year 71`.
            let early = || line.digits(i + 2).filter(|d| d.1 < 4).map(|(year, _)| (year, i + 3));
            let (year, end) = self.year_number(i + 2).or_else(early)?;
            return Some(Found::new(i, end, Time::Fixed(Place::Year(year)), &rules::YEAR));
        }
        // `year 247`.
        if let (true, Some((year, 3))) = (line.is(i, &["year"]), line.digits(i + 1)) {
            return Some(Found::new(i, i + 2, Time::Fixed(Place::Year(year)), &rules::YEAR));
        }
        if line.is(i, &["'", "’", "‘"]) {
            let preposition = line.follows_among(i, "in since of from to by");
            let (year, end) = self.year_number(i).filter(|_| preposition)?;
            return Some(Found::new(i, end, Time::Fixed(Place::Year(year)), &rules::YEAR));
        }
        if let Some(read) = self.year_of_era(i) {
            return Some(read);
        }
        let Some((year, 4)) = line.digits(i) else {
            let (year, end) = self.year_in_words(i)?;
            return Some(Found::new(i, end, Time::Fixed(Place::Year(year)), &rules::YEAR));
        };
        self.is_year(i, year).then_some(())?;
        let time = Time::Fixed(Place::Year(year));
        if let Some((last, end)) = self.last_year(i + 1, year) {
            let time = Time::Range(Box::new(time), Box::new(Time::Fixed(Place::Year(last))));
            return Some(Found::new(i, end, time, &rules::YEARS));
        }
        Some(Found::new(i, i + 1, time, &rules::YEAR))
    }

    /// `the 1988 period`: in a report, the quarter that it tells of, in that year.
    fn year_compared(&self, i: usize) -> Option<Match> {
        let line = self.line;
        let at = i + usize::from(line.is(i, &["the"]));
        let (year, end) = self.year_number(at).filter(|_| at > i)?;
        let from = Anchor::Of(Box::new(Time::Fixed(Place::Year(year))));
        let time = Time::Shift { from, grain: Grain::Quarter, count: 0.0 };
        line.is(end, &["period"]).then(|| Found::new(i, end + 1, time, &rules::QUARTER))
    }

    pub(super) fn is_year(&self, i: usize, year: i32) -> bool {
        let line = self.line;
        let before = line.before(i);
        if line.joined(i)
            && !matches!(
                before,
                "(" | "["
                    | "\""
                    | "“"
                    | "‘"
                    | "'"
                    | "-"
                    | "–"
                    | "—"
                    | "/"
                    | ","
                    | "’"
                    | "."
                    | "c"
                    | "ca"
            )
        {
            return false;
        }
        let glued = line.opens_clock(i + 1)
            || line.joined(i + 1)
                && (line.is_word(i + 1)
                    || line.is(i + 1, &["%", "°", "@"])
                    || line.is(i + 1, &["/", "~"])
                        && line.joined(i + 2)
                        && self.last_year(i + 1, year).is_none());
        // `555-1989`, `F-2000`, `1989-A`; but `mid-1989`, `post-1989`, `1988-1989`.
        let hyphened = line.joined(i) && matches!(before, "-" | "–" | "/") && {
            let lead = i.checked_sub(2).map_or("", |i| line.key(i));
            !Words("mid pre post early late of the").has(lead)
                && !lead.is_empty()
                && line.joined(i - 1)
        };
        let second = hyphened && self.ends_years(i, year);
        // `2014-08-32` is no day and no year.
        let parted = line.is_dash(i + 1)
            && line.joined(i + 1)
            && line.joined(i + 2)
            && line.digits(i + 2).is_some()
            && line.is_dash(i + 3)
            && line.joined(i + 3)
            && line.digits(i + 4).is_some();
        let glued = glued || parted;
        // `no earlier than 2023`, `since at least 2015`.
        let bound = match before {
            "than" => i > 1 && line.follows(i - 1, &["earlier", "later", "sooner"]),
            // `About 1850 the mill burned.`
            "about" => line.is_among(i + 1, "the he she it they ,"),
            "least" => i > 2 && line.follows(i - 2, &["since", "from", "until", "in"]),
            _ => false,
        };
        let named = NAMED.has(before) && !bound;
        if glued || hyphened && !second || named || self.is_other_number(i) {
            return false;
        }
        // `(1704 – 1787)`, `1687 and 1689`.
        let until =
            (line.is_dash(i + 1) && !line.joined(i + 1)).then(|| line.digits(i + 2)).flatten();
        let spaced = until.is_some_and(|(last, len)| {
            len == 4 && (year..year + 300).contains(&last) && !line.is_word(i + 3)
        }) || !line.joined(i) && self.ends_years(i, year)
            || matches!(before, "and" | "to" | "or")
                && i > 1
                && line
                    .digits(i - 2)
                    .is_some_and(|(y, n)| n == 4 && (1000..=2999).contains(&y) && y <= year);
        let prep = second || spaced || bound || BEFORE.has(before);
        let next = line.key(i + 1);
        let counted = COUNTED.has(next);
        let bracket = before == "(" && matches!(next, ")" | "-" | "–" | ",");
        match year {
            1900..=2049 => !counted || (prep && !matches!(next, "people" | "%" | "percent")),
            1000..=2999 => {
                let plural = line.is_word(i + 1)
                    && next.ends_with('s')
                    && !next.ends_with("us")
                    && !Words("was is has as this its his").has(next);
                // `1687 and`, `1774,`: nothing is counted.
                let alone = !line.is_word(i + 1) && (!line.joined(i + 2) || line.is(i + 1, &["("]))
                    || Words("and to or by at when after until was").has(next);
                let name =
                    i.checked_sub(1).is_some_and(|i| line.is_word(i) && line.is_capitalised(i));
                let told =
                    (1600..1900).contains(&year) && alone && !name && !line.is(i + 1, &["%", "-"]);
                // `the 1836 assault`.
                let article = Words("the this his her its 's ’s").has(before)
                    && (1600..1900).contains(&year)
                    && line.is_word(i + 1)
                    && !line.is_capitalised(i + 1);
                (prep && !plural && !counted)
                    || bracket && year < 2050
                    || told
                    || article && !plural && !counted
            }
            _ => false,
        }
    }

    /// Whether the number at `i` is an address, a title or a count.
    pub(super) fn is_other_number(&self, i: usize) -> bool {
        let line = self.line;
        // `1920 Wilmot Avenue`.
        let address = line.is_capitalised(i + 1)
            && (i + 2..i + 5)
                .take_while(|&at| line.is_word(at) && line.is_capitalised(at))
                .any(|at| STREETS.has(line.key(at)));
        // `"1984"`.
        let quoted = line.follows(i, &["\"", "“", "‘"]) && line.is(i + 1, &["\"", "”", "’"]);
        // `a crowd of 1901`, `Of 2021 samples`.
        let whole = i.checked_sub(2).map(|at| line.key(at));
        let counted =
            line.before(i) == "of" && whole.is_none_or(|whole| {
                Words("crowd total audience attendance population average height distance fine sum")
                    .has(whole)
            }) || line.before(i) == "counted";
        address || quoted || counted && line.key(i + 1) != "’s"
    }

    /// Whether the year at `i` stands after another and a dash.
    pub(super) fn ends_years(&self, i: usize, year: i32) -> bool {
        let line = self.line;
        let first = i.checked_sub(2).and_then(|i| line.digits(i)).filter(|d| d.1 == 4);
        let dash = i.checked_sub(1).is_some_and(|i| line.is_dash(i));
        let alone = i.checked_sub(3).is_none_or(|i| !line.is_dash(i));
        dash && alone && first.is_some_and(|(first, _)| first < year && year - first < 300)
    }

    /// `-20`, `–2021`, `/22` after a year: the last year of the range.
    pub(super) fn last_year(&self, i: usize, first: i32) -> Option<(i32, usize)> {
        let line = self.line;
        let joint = line.is_dash(i) || line.is(i, &["/", "~"]);
        if i == 0 || !joint || !line.joined(i) || !line.joined(i + 1) {
            return None;
        }
        let (number, len) = line.digits(i + 1)?;
        let last = match len {
            2 => first / 100 * 100 + number + if number < first % 100 { 100 } else { 0 },
            // Two whole years in brackets, as of a life, are two expressions.
            4 if !line.follows(i - 1, &["(", ";", ",", "c", "ca"]) => number,
            _ => return None,
        };
        let dated = line.joined(i + 2) && (line.is_dash(i + 2) || line.is(i + 2, &["/", ":"]));
        (last > first && last - first <= 150 && last < 2100 && !dated).then_some((last, i + 2))
    }

    /// `nineteen ninety-seven`, as speech is written down.
    pub(in crate::dates::grammar) fn year_in_words(&self, i: usize) -> Option<(i32, usize)> {
        let line = self.line;
        if line.digits(i).is_some() || !line.is_word(i) || line.is_name_part(i) {
            return None;
        }
        let (number, at) = line.number(i)?;
        // `in two thousand eight`.
        let before = line.before(i);
        let said = number > 2000.0
            && matches!(before, "in" | "since" | "from" | "until")
            && (!line.is_word(at) || self.goes_on(at));
        if (2000.0..2050.0).contains(&number) && (said || before == "year") {
            return Some((number as i32, at));
        }
        let century = Some(number).filter(|n| (15.0..=20.0).contains(n))?;
        let century = century as i32;
        // `twenty-twelve`.
        let next = line.past_hyphen(at);
        if at != i + 1 || line.digits(next).is_some() {
            return None;
        }
        let at = next;
        // `nineteen oh one`.
        if line.is(at, &["oh", "o", "zero"]) {
            let (rest, end) = line.number(at + 1).filter(|n| (1.0..10.0).contains(&n.0))?;
            return Some((century * 100 + rest as i32, end));
        }
        let (rest, end) = line.number(at).filter(|n| n.0 >= 10.0 && n.0 < 100.0)?;
        (rest.fract() == 0.0).then_some((century * 100 + rest as i32, end))
    }
}
