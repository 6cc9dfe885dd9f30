//! One of those in a longer time: `the first Monday of May`, `the last day of the year`.

use super::{Grammar, Match};
use crate::dates::{
    expr::{Member, Time},
    rules,
    value::Grain,
};

impl Grammar<'_> {
    /// `the first Monday of May`, `the last week of 2020`, `first day of next month`.
    pub(super) fn nth(&self, i: usize) -> Option<Match> {
        let line = self.line;
        let at = i + usize::from(line.is(i, &["the"]));
        let (nth, at) = match line.key(at) {
            "last" | "final" => (-1, at + 1),
            "opening" => (1, at + 1),
            _ => line.ordinal(at).filter(|o| (1..=53).contains(&o.0))?,
        };
        let member = match (line.weekday(at), line.unit(at)) {
            (Some((weekday, true)), _) => Member::Weekday(weekday),
            (_, Some((Grain::Day, _, false))) => Member::Unit(Grain::Day),
            (_, Some((Grain::Week, count, false))) if count <= 1.0 => Member::Unit(Grain::Week),
            (_, Some((Grain::Month, _, false))) => Member::Unit(Grain::Month),
            _ => return None,
        };
        if !line.is(at + 1, &["of", "in"]) {
            return None;
        }
        let of = self.bare_place(at + 2).or_else(|| self.the_unit(at + 2))?;
        let longer = match &of.time {
            Time::Fixed(place) => place.grain() > member.grain(),
            Time::Named(name, _) => name.open().grain() > member.grain(),
            Time::Shift { grain, .. } => *grain > member.grain(),
            _ => false,
        };
        let time = Time::Nth(nth, member, Box::new(of.time));
        longer.then(|| Match::new(i, of.end, time, &rules::NTH))
    }
}
