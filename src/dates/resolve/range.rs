//! Two times of which one begins where the other ends.

use super::{Context, Placed, place};
use crate::dates::{
    civil::Day,
    expr::{Anchor, Lean, Name, Pick, Time},
    value::{Grain, Place},
};

/// Where a range begins and ends: the one side that says its year, month or week gives it to the
/// other, and the end is never before the beginning.
#[inline(never)]
pub(in crate::dates) fn range(
    from: &Time,
    to: &Time,
    context: &Context,
) -> (Option<Placed>, Option<Placed>) {
    if is_of_today(from) && !is_of_today(to) {
        let to = place(to, context);
        let mut first = to.clone();
        if let (Some(first), Time::At(_, clock)) = (&mut first, from) {
            first.clock = Some(*clock);
        }
        return (first, to);
    }
    match (is_open(from), is_open(to)) {
        (true, false) => ends_first(from, to, context),
        (true, true) if context.lean == Lean::Past => ends_first(from, to, context),
        // What is ahead may have begun: `will run from May to September`, said in July.
        (true, true) if context.lean.is_ahead() && has_begun(from, to, context) => {
            ends_first(from, to, context)
        }
        (_, true) => {
            let first = place(from, context);
            // `September–August`: what follows the beginning, however close what was before it.
            let ahead = |day| Context {
                published: Some(day),
                lean: Lean::Future,
                year: None,
                turned: true,
                ..*context
            };
            let last = first_day(first.as_ref()).and_then(|day| place(to, &ahead(day)));
            (first, last.or_else(|| place(to, context)))
        }
        (false, false) => {
            let (first, mut last) = (place(from, context), place(to, context));
            // `this Friday to this Monday` runs into the next week.
            if let (
                Some(begins),
                Some(Placed { place: Place::Day(day), .. }),
                Time::Named(Name::Weekday(_), _),
            ) = (first_day(first.as_ref()), &mut last, to)
                && *day < begins
            {
                *day = day.plus(7).unwrap_or(*day);
            }
            (first, last)
        }
    }
}

/// The beginning is the last such day before the end.
#[inline(never)]
fn ends_first(from: &Time, to: &Time, context: &Context) -> (Option<Placed>, Option<Placed>) {
    let last = place(to, context);
    let first = first_day(last.as_ref()).and_then(|day| {
        place(from, &Context { published: Some(day), lean: Lean::Past, year: None, ..*context })
    });
    (first.or_else(|| place(from, context)), last)
}

/// Whether the range that ends next began before the publication.
fn has_begun(from: &Time, to: &Time, context: &Context) -> bool {
    let (Some(first), Some(last)) = ends_first(from, to, context) else { return false };
    let (Some(now), Some((_, end))) = (context.published, last.place.days()) else { return false };
    let Some(begins) = first_day(Some(&first)) else { return false };
    // A week that has begun is nearly over.
    let dated = last.place.grain() >= Grain::Month
        || matches!(to, Time::Named(Name::MonthDay(..), _))
        || end.number() - begins.number() > 27;
    dated && end.number() - now.number() < 200 && begins <= now && now <= end
}

fn first_day(placed: Option<&Placed>) -> Option<Day> {
    placed.and_then(|placed| placed.place.days()).map(|(first, _)| first)
}

/// Whether which one of those that recur is meant was not said.
fn is_open(time: &Time) -> bool {
    match time {
        Time::Named(_, pick) => matches!(pick, Pick::Nearest),
        Time::At(Some(day), _) => is_open(day),
        Time::Nth(_, _, of) => is_open(of),
        _ => false,
    }
}

/// Whether a time of day has no day of its own.
fn is_of_today(time: &Time) -> bool {
    let Time::At(Some(day), _) = time else { return false };
    matches!(**day, Time::Shift { from: Anchor::Context, grain: Grain::Day, count: 0.0 })
}
