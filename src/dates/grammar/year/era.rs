//! Years before 1000, before our era, and the last years of lives.

use crate::dates::{
    expr::Time,
    grammar::{Found, Grammar, Match},
    rules,
    value::Place,
    words::Words,
};

impl Grammar<'_> {
    /// `347 AD`, `AD 347`, `400 BC`, `c. 347`, `(314 – 368)`, `(1892 – 94)`.
    pub(in crate::dates::grammar) fn year_of_era(&self, i: usize) -> Option<Match> {
        let line = self.line;
        let found = |end, place| Some(Found::new(i, end, Time::Fixed(place), &rules::YEAR));
        let upper = |at: usize| line.is_capitalised(at);
        if line.is(i, &["ad", "a.d"]) && upper(i) {
            let (year, _) = line.digits(i + 1).filter(|(y, n)| *n <= 4 && *y > 0)?;
            return found(i + 2, Place::Year(year));
        }
        let (year, len) = line.digits(i).filter(|(y, n)| *n <= 4 && *y > 0)?;
        if line.joined(i) && !line.follows(i, &["(", "-", "–", "—"]) {
            return None;
        }
        match line.key(i + 1) {
            "ad" | "a.d" | "ce" | "c.e" if upper(i + 1) => return found(i + 2, Place::Year(year)),
            // As Buddhists count in Thailand.
            "be" | "b.e" if upper(i + 1) && year > 2400 => {
                return found(i + 2, Place::Year(year - 543));
            }
            "bc" | "b.c" | "bce" | "b.c.e" if upper(i + 1) => {
                return found(i + 2, Place::Before(year));
            }
            _ => {}
        }
        let after_dash = i > 1 && line.is_dash(i - 1);
        let first = after_dash.then(|| line.digits(i - 2)).flatten();
        let opened = |at: usize| {
            let before = line.before(at);
            Words("( c ca circa . b born").has(before)
                && (before != "." || at > 1 && line.is(at - 2, &["c", "ca"]))
        };
        match (first, len) {
            // `(1892 – 94)`: what is glued together is one expression.
            (Some((first, 4)), 2)
                if line.is(i + 1, &[")"])
                    && opened(i - 2)
                    && !line.joined(i)
                    && year > first % 100 =>
            {
                found(i + 1, Place::Year(first / 100 * 100 + year))
            }
            (Some((first, 3)), 3) if first < year && opened(i - 2) => {
                found(i + 1, Place::Year(year))
            }
            (None, 3) if opened(i) && self.lasts_until(i, year) => found(i + 1, Place::Year(year)),
            (None, 3) if line.follows(i, &["circa", "c", "ca"]) => found(i + 1, Place::Year(year)),
            _ => None,
        }
    }

    /// Whether a dash and a later year of as many digits follow the one at `i`.
    pub(super) fn lasts_until(&self, i: usize, year: i32) -> bool {
        let last = self.line.is_dash(i + 1).then(|| self.line.digits(i + 2)).flatten();
        last.is_some_and(|(last, len)| len == 3 && last > year)
    }
}
