//! The one after the next, and those further away: `the week after next`, `two Sundays ago`.

use super::{Found, Grammar, Match};
use crate::dates::{
    expr::{Anchor, Name, Pick, Time},
    rules,
    value::Grain,
};

impl Grammar<'_> {
    /// `the week after next`, `the month before last`, `Friday after next`.
    pub(super) fn after_next(&self, i: usize) -> Option<Match> {
        let line = self.line;
        let at = i + usize::from(line.is(i, &["the"]));
        let the = usize::from(line.is(at + 2, &["the"]));
        let count = match (line.key(at + 1), line.key(at + 2 + the)) {
            ("after", "next") => 2.0,
            ("before", "last") => -2.0,
            _ => return None,
        };
        let end = at + 3 + the;
        // `the week after next Friday` counts from that.
        if line.is_word(end) && (line.weekday(end).is_some() || line.unit(end).is_some()) {
            return None;
        }
        let pick = if count > 0.0 { Pick::Next } else { Pick::Last };
        let near = |name| Anchor::Of(Box::new(Time::Named(name, pick.clone())));
        let time = if let Some((day, true)) = line.weekday(at) {
            let from = near(Name::Weekday(day));
            Time::Shift { from, grain: Grain::Week, count: count / 2.0 }
        } else if line.is(at, &["weekend"]) {
            let from = Anchor::Published;
            let week = Time::Shift { from, grain: Grain::Week, count };
            Time::Named(Name::Weekend, Pick::In(Box::new(week)))
        } else if let Some((month, true)) = line.month(at) {
            let from = near(Name::Month(month));
            Time::Shift { from, grain: Grain::Month, count: count * 6.0 }
        } else {
            let (grain, 1.0, false) = line.unit(at)? else { return None };
            Time::Shift { from: Anchor::Published, grain, count }
        };
        Some(Found::new(i, end, time, &rules::RELATIVE))
    }

    /// `two Sundays ago`, `three Fridays from now`.
    pub(super) fn weekdays_away(&self, i: usize) -> Option<Match> {
        let line = self.line;
        let (count, at) = line.number(i).filter(|n| (2.0..=20.0).contains(&n.0))?;
        let stem = line.key(at).strip_suffix('s').and_then(|_| line.weekday_plural(at))?;
        let (pick, sign, end) = match (line.key(at + 1), line.key(at + 2)) {
            ("ago" | "back", _) => (Pick::Last, -1.0, at + 2),
            ("from", "now" | "today") => (Pick::Next, 1.0, at + 3),
            _ => return None,
        };
        let near = Box::new(Time::Named(Name::Weekday(stem), pick));
        let count = sign * (count - 1.0);
        let time = Time::Shift { from: Anchor::Of(near), grain: Grain::Week, count };
        Some(Found::new(i, end, time, &rules::AGO))
    }
}
