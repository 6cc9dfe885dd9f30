//! Lengths that are expressions of their own: `for three years`, `months of talks`.

use super::{
    Found, Grammar, Match,
    length::{Style, Written},
};
use crate::dates::{
    expr::{Ends, Lean, Reference, Time},
    rules, tense,
    value::Grain,
    words::Words,
};

impl Grammar<'_> {
    /// A length as an expression of its own.
    pub(super) fn lasting(&self, i: usize) -> Option<Match> {
        let line = self.line;
        let written = self.length(i)?;
        let before = line.before(i);
        // Ages: `45 years old`, `45-year-old`; but `a decades-old dispute`.
        let age = line.past_hyphen(written.end);
        let open = written.style == Style::Bare && age > written.end;
        let of_age = line.is(written.end, &["of"]) && line.is(written.end + 1, &["age"]);
        if (line.is(age, &["old", "olds"]) || of_age) && !open
            || line.joined(i) && matches!(before, "$" | "#" | ".")
        {
            return None;
        }
        if open && line.is(age, &["old", "long"]) {
            let time = Time::Lasting(written.length, Ends::Nowhere);
            return Some(Found::new(i, age + 1, time, &rules::DURATION));
        }
        // `a year-earlier loss`, `$20-an-hour work`: a hyphen joins it to what stands beside it.
        let hyphened = age > written.end || line.joined(i) && line.is_dash(i.saturating_sub(1));
        let article = written.style == Style::Article || line.is(i, &["a", "an"]);
        if article && hyphened {
            return None;
        }
        let known = match written.style {
            Style::Counted | Style::Hyphened => true,
            // Cricketers score centuries.
            Style::Article if matches!(before, "hit" | "hits" | "scored" | "scores" | "struck") => {
                false
            }
            Style::Article => {
                !matches!(written.length.grain, Grain::Day | Grain::Second | Grain::Minute)
                    || written.length.grain == Grain::Day
                        && line.is(written.end, &["after", "before"])
                    || Words("for within than in about nearly almost").has(before)
            }
            Style::Bare => self.is_bare_length(i, written),
        };
        let year = written.length.count.is_some_and(|c| (1900.0..2100.0).contains(&c));
        // `in about three years`.
        let about = matches!(before, "about" | "around" | "approximately" | "roughly" | "just");
        let lead = if about { line.before(i - 1) } else { before };
        let ends = match lead {
            "in" if !matches!(tense::lean(line, i, written.end).0, Lean::Past | Lean::Reported) => {
                Ends::Ahead
            }
            "within" if !line.is(written.end, &["of"]) => Ends::Within,
            "within" => Ends::FromNext,
            _ if line.is(written.end, &["starting", "beginning"])
                || line.is(written.end, &[","]) && line.is(written.end + 1, &["from"]) =>
            {
                Ends::FromNext
            }
            _ => Ends::Nowhere,
        };
        if line.is(i, &["one"]) && line.is(i + 1, &["day"]) && self.is_some_day(i) {
            let some = Time::Reference(Reference::Future);
            return Some(Found::new(i, i + 2, some, &rules::REFERENCE));
        }
        (known && !year).then(|| {
            let time = Time::Lasting(written.length, ends);
            Found::new(i, written.end, time, &rules::DURATION)
        })
    }

    /// `it will one day be a museum`, `she hopes to see it one day`.
    fn is_some_day(&self, i: usize) -> bool {
        let line = self.line;
        let modal = ["will", "would", "could", "might", "may", "can", "to", "hope", "hopes"];
        let ahead = (i.saturating_sub(5)..i).any(|at| line.is(at, &modal));
        ahead && !line.is_dash(i + 2) && !line.is(i + 2, &["before", "after", "later", "of", "in"])
    }

    /// Whether units without a number are a length: `for years`, `months of talks`, `weeks before`.
    fn is_bare_length(&self, i: usize, written: Written) -> bool {
        let line = self.line;
        let (grain, end) = (written.length.grain, written.end);
        let led = line.follows_among(i, "for in within over after of last took take lasted spent spend by throughout during or and");
        let coordinated = !line.follows(i, &["or", "and"])
            || i.checked_sub(2).is_some_and(|at| line.unit(at).is_some_and(|u| u.2));
        let related = line.is_among(end, "before after ahead following leading since");
        // `the days of the mill` are no length, `days of rain` are.
        let named = line.follows_among(i, "the his her their those old early first");
        let filled = line.is(end, &["of"]) && !named && !line.is(end + 1, &["age"]);
        match grain {
            Grain::Second | Grain::Minute => false,
            Grain::Hour => line.follows(i, &["for", "within", "of"]) || related || filled,
            _ => led && coordinated || related || filled,
        }
    }
}
