//! Times without a place on the calendar: now, once, some day.

use super::{Found, Grammar, Match};
use crate::dates::{
    expr::{Reference, Time},
    rules,
};

impl Grammar<'_> {
    /// `now`, `currently`, `recently`, `soon`, `the past`.
    pub(super) fn reference(&self, i: usize) -> Option<Match> {
        let line = self.line;
        let found = |side, end| Some(Found::new(i, end, Time::Reference(side), &rules::REFERENCE));
        let part = line.joined(i) && line.is_dash(i.saturating_sub(1))
            || line.joined(i + 1) && line.is_dash(i + 1);
        if part {
            return None;
        }
        match line.key(i) {
            "now" if line.is_name_part(i) => None,
            "now" | "nowadays" | "currently" | "presently" => found(Reference::Present, i + 1),
            "recently" | "lately" | "formerly" => found(Reference::Past, i + 1),
            // `soon after the vote` is past as often, `was soon sold` always.
            "soon" if line.follows(i, &["was", "were"]) || line.key(i + 1).ends_with("ed") => None,
            "soon"
                if !line.follows(i, &["as", "so", "too"])
                    && !line.is(i + 1, &["after", "afterward", "afterwards", "thereafter"]) =>
            {
                found(Reference::Future, i + 1)
            }
            "long" if line.is(i + 1, &["ago"]) => found(Reference::Past, i + 2),
            "someday" => found(Reference::Future, i + 1),
            "a" if line.is(i + 1, &["moment"]) && line.is(i + 2, &["ago"]) => {
                found(Reference::Past, i + 3)
            }
            "the" if line.is(i + 1, &["other"]) && line.is(i + 2, &["day", "night", "week"]) => {
                found(Reference::Past, i + 3)
            }
            // `the current owner`, but not `the current year`, `current affairs`.
            "current" if self.is_adjective(i) => found(Reference::Present, i + 1),
            "future" if line.unit(i + 1).is_some_and(|unit| unit.2) => {
                found(Reference::Future, i + 2)
            }
            "present"
                if (line.before(i) == "at"
                    || i > 1 && line.is_dash(i - 1) && line.digits(i - 2).is_some())
                    && !line.is_word(i + 1) =>
            {
                found(Reference::Present, i + 1)
            }
            "the" => match (line.key(i + 1), line.key(i + 2)) {
                ("past" | "recent", "past") => found(Reference::Past, i + 3),
                ("past", next)
                    if !line.is_word(i + 2) || matches!(next, "and" | "but" | "that" | "when") =>
                {
                    found(Reference::Past, i + 2)
                }
                ("future", "perfect" | "tense" | "king" | "queen" | "home" | "site" | "leader") => {
                    None
                }
                ("future", _) => found(Reference::Future, i + 2),
                ("present", "time" | "moment" | "day") => found(Reference::Present, i + 3),
                ("present", next)
                    if line.follows(i, &["for", "at", "to", "until"])
                        && (!line.is_word(i + 2) || matches!(next, "and" | "but")) =>
                {
                    found(Reference::Present, i + 2)
                }
                (
                    "near" | "foreseeable" | "immediate" | "short" | "long" | "medium",
                    "future" | "term",
                ) if !line.is_word(i + 3) || !line.joined(i + 2) => found(Reference::Future, i + 3),
                _ => None,
            },
            "these" | "those" if line.is(i + 1, &["days"]) && line.is(i, &["these"]) => {
                found(Reference::Present, i + 2)
            }
            _ => None,
        }
    }

    /// Whether `current` stands with what is so now.
    fn is_adjective(&self, i: usize) -> bool {
        let line = self.line;
        let noun = line.is_word(i + 1)
            && (!line.is_capitalised(i + 1) || line.follows(i, &["a", "an", "the"]));
        let other = ["affairs", "events", "and", "or", "of", "account", "accounts", "past"];
        let before = ["most", "more", "direct", "alternating", "electric", "then", "very", "as"];
        noun && !line.is_capitalised(i) && !line.is(i + 1, &other) && !line.follows(i, &before)
    }
}
