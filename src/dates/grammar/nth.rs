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
        if let Some(read) = self.day_of_said_month(i, nth, at) {
            return Some(read);
        }
        let member = match (line.weekday(at), line.unit(at)) {
            _ if line.is(at, &["weekend", "wkend"]) => Member::Weekend,
            (Some((weekday, true)), _) => Member::Weekday(weekday),
            (_, Some((Grain::Day, _, false))) => Member::Unit(Grain::Day),
            (_, Some((Grain::Week, count, false))) if count <= 1.0 => Member::Unit(Grain::Week),
            (_, Some((Grain::Month, _, false))) => Member::Unit(Grain::Month),
            _ => return None,
        };
        let of = at + 1 + usize::from(line.is(at + 1, &["of", "in"]));
        // `the first day next week`.
        if of == at + 1 && !line.is(of, &["this", "next", "last"]) {
            return None;
        }
        let of = self.bare_place(of).or_else(|| self.the_unit(of))?;
        let longer = match &of.time {
            Time::Fixed(place) => place.grain() > member.grain(),
            Time::Named(name, _) => name.open().grain() > member.grain(),
            Time::Shift { grain, .. } => *grain > member.grain(),
            _ => false,
        };
        let time = Time::Nth(nth, member, Box::new(of.time));
        longer.then(|| Match::new(i, of.end, time, &rules::NTH))
    }

    /// `the fifteenth of this month`, `20th of the previous month`.
    fn day_of_said_month(&self, i: usize, nth: i32, at: usize) -> Option<Match> {
        let of = (self.line.is(at, &["of"]) && (1..=31).contains(&nth)).then_some(at + 1)?;
        let month = self.deictic(of).or_else(|| self.the_unit(of))?;
        if !matches!(month.time, Time::Shift { grain: Grain::Month, .. }) {
            return None;
        }
        let time = Time::Nth(nth, Member::Unit(Grain::Day), Box::new(month.time));
        Some(Match::new(i, month.end, time, &rules::NTH))
    }
}
