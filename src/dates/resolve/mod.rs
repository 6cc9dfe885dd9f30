//! Places times on the calendar. The only code that computes values.

mod named;
mod range;

use super::{
    civil::Day,
    expr::{Anchor, Lean, Member, Time},
    value::{Clock, Grain, Place},
};
use crate::report::Assumed;

pub(super) use range::range;

/// What is known when a time is resolved.
#[derive(Clone, Copy, Debug)]
pub(super) struct Context {
    pub published: Option<Day>,
    /// The place last spoken of.
    pub last: Option<Place>,
    /// The quarter last spoken of.
    pub quarter: Option<Place>,
    /// The year that the paragraph has named.
    pub year: Option<i32>,
    pub lean: Lean,
    /// The day of that month and number of which the article has already spoken.
    pub same: Option<Day>,
    /// The year last named.
    pub stated: Option<i32>,
    /// The day before in a list of days.
    pub near: Option<Day>,
    /// The weekday that stands with the day.
    pub weekday: Option<u8>,
    /// Whether the article tells a story rather than the day's news.
    pub narrative: bool,
    /// Whether the sentence says that it will be.
    pub promised: bool,
    /// Whether it is asked what the other direction would give.
    pub turned: bool,
}

impl Context {
    /// Whether the article tells of years that are over.
    fn is_story(&self) -> bool {
        let last = self.last.and_then(Place::days).map(|(_, last)| last.year);
        self.narrative && self.published.is_none_or(|now| last.is_some_and(|y| y + 1 < now.year))
    }
}

/// Where a time lies.
#[derive(Clone, Debug)]
pub(super) struct Placed {
    pub place: Place,
    pub clock: Option<Clock>,
    pub assumed: Vec<Assumed>,
}

impl Placed {
    fn at(place: Place) -> Self {
        Self { place, clock: None, assumed: Vec::new() }
    }

    /// The TIMEX3 value.
    #[inline(never)]
    pub fn value(&self) -> String {
        let value = self.place.value();
        let clock = self.clock.map(Clock::value).unwrap_or_default();
        // `PART` codes begin with their T.
        value + &clock
    }
}

/// Where `time` lies; `None` for what has no place (lengths, sets, references, ranges).
#[inline(never)]
pub(super) fn place(time: &Time, context: &Context) -> Option<Placed> {
    match time {
        Time::Fixed(place) => Some(Placed::at(*place)),
        Time::Named(name, pick) => Some(named::named(*name, pick, context)),
        Time::Shift { from, grain, count } => Some(shift(from, *grain, *count, context)),
        Time::Nth(nth, member, of) => {
            let mut placed = place(of, context)?;
            let found = placed.place.days().and_then(|days| member_of(*nth, *member, days));
            placed.place = found.unwrap_or(match member {
                Member::Weekday(weekday) => Place::Weekday(*weekday),
                _ => Place::Open(member.grain()),
            });
            Some(placed)
        }
        Time::At(day, clock) => {
            let mut placed = match day {
                Some(day) => place(day, context)?,
                None => Placed::at(context.published.map_or(Place::Open(Grain::Day), Place::Day)),
            };
            placed.clock = Some(*clock);
            Some(placed)
        }
        _ => None,
    }
}

/// The nth member of the days from `first` to `last`, from their end if negative; `None` when there
/// are not so many.
#[inline(never)]
fn member_of(nth: i32, member: Member, (first, last): (Day, Day)) -> Option<Place> {
    let (from, by) = if nth < 0 { (last, nth + 1) } else { (first, nth - 1) };
    let day = match member {
        Member::Weekday(weekday) => weekday_from(from, weekday, nth)?.plus(7 * by)?,
        // A week belongs where its Thursday is, a weekend where its Saturday is.
        Member::Unit(Grain::Week) => weekday_from(from, 4, nth)?.plus(7 * by)?,
        Member::Weekend => weekday_from(from, 6, nth)?.plus(7 * by)?,
        Member::Unit(Grain::Month) => from.plus_months(by)?,
        Member::Unit(_) => from.plus(by)?,
    };
    (first <= day && day <= last).then(|| match member {
        Member::Weekend => Place::Weekend(day),
        _ => Place::around(day, member.grain()),
    })
}

/// The nearest such weekday from `day` on, or back from it where one counts from the end.
fn weekday_from(day: Day, weekday: u8, nth: i32) -> Option<Day> {
    let away = i32::from(weekday) - i32::from(day.weekday());
    day.plus(if nth < 0 { -(-away).rem_euclid(7) } else { away.rem_euclid(7) })
}

fn shift(from: &Anchor, grain: Grain, count: f64, context: &Context) -> Placed {
    let anchor = match from {
        Anchor::Published => context.published.map(Place::Day),
        Anchor::Reported => context.quarter.or(context.published.map(Place::Day)),
        Anchor::Of(time) => place(time, context).map(|placed| placed.place),
        Anchor::Moved(time) => exact(time, context).map(Place::Day),
        // The next quarter follows the current one, unless another was spoken of.
        Anchor::Context if grain == Grain::Quarter && count > 0.0 => {
            context.quarter.or(context.published.map(Place::Day))
        }
        Anchor::Told if !context.is_story() => context.published.map(Place::Day),
        // `He was charged in May. Two days later …`: which day that is, is not said.
        Anchor::Context if count != 0.0 && is_coarser(context, grain) => Some(Place::Open(grain)),
        Anchor::Context | Anchor::Told => context_for(grain, context),
    };
    // The period of a year that is compared with the quarter reported.
    if let (Some(Place::Year(year)), Grain::Quarter) = (anchor, grain) {
        return Placed::at(match context.quarter {
            Some(Place::Quarter(_, quarter)) => Place::Quarter(Some(year), quarter),
            _ => Place::Year(year),
        });
    }
    // A week from Friday is a Friday, three months after Easter is a day.
    let of_day = matches!(from, Anchor::Of(_)) && anchor.is_some_and(|a| a.grain() == Grain::Day);
    let moved =
        if of_day && count != 0.0 && matches!(grain, Grain::Week | Grain::Month | Grain::Year) {
            exact_from(anchor, grain, count).map(Place::Day)
        } else {
            anchor.and_then(|anchor| moved(anchor, grain, count))
        };
    let mut placed = Placed::at(moved.unwrap_or(Place::Open(grain)));
    if grain < Grain::Day {
        placed.clock = Some(Clock::Open);
    }
    placed
}

/// The very day that a shift leads to.
fn exact(time: &Time, context: &Context) -> Option<Day> {
    let Time::Shift { from, grain, count } = time else { return None };
    let anchor = match from {
        Anchor::Of(time) => place(time, context).map(|placed| placed.place),
        Anchor::Context | Anchor::Told => context_for(Grain::Day, context),
        Anchor::Moved(time) => exact(time, context).map(Place::Day),
        Anchor::Published | Anchor::Reported => context.published.map(Place::Day),
    };
    exact_from(anchor, *grain, *count)
}

fn exact_from(anchor: Option<Place>, grain: Grain, count: f64) -> Option<Day> {
    let (first, _) = anchor?.days()?;
    if count.abs() > 100_000.0 {
        return None;
    }
    match grain.months() {
        Some(months) => first.plus_months((count * f64::from(months)) as i32),
        None => first.plus((count * grain.in_days()) as i32),
    }
}

/// Whether what was last spoken of is past, and longer than a unit.
fn is_coarser(context: &Context, grain: Grain) -> bool {
    let Some((place, now)) = context.last.zip(context.published) else { return false };
    place.grain() > grain && place.days().is_some_and(|(_, last)| last < now)
}

/// What `earlier`, `that year` and `the quarter` count from.
fn context_for(grain: Grain, context: &Context) -> Option<Place> {
    let published = context.published.map(Place::Day);
    match grain {
        Grain::Quarter => context.quarter.or_else(|| {
            // The quarter that a report speaks of is the last one that has ended.
            let day = context.published?.plus_months(-3)?;
            Some(Place::around(day, Grain::Quarter))
        }),
        Grain::Year => {
            context.quarter.or_else(|| context.last.filter(|p| p.days().is_some())).or(published)
        }
        _ => {
            let fine = |place: &Place| place.grain() <= grain && place.days().is_some();
            context.last.filter(fine).or(published)
        }
    }
}

/// The place `count` units of `grain` from `anchor`.
#[inline(never)]
fn moved(anchor: Place, grain: Grain, count: f64) -> Option<Place> {
    let (first, last) = anchor.days()?;
    // What follows a feast of many days follows its last one.
    let feast = matches!(anchor, Place::Days(..));
    let first = if feast && count > 0.0 { last } else { first };
    // A year from a quarter is that quarter in another year; the same for months and seasons.
    if let (Grain::Year, true) = (grain, count.fract() == 0.0) {
        let years = count as i32;
        match anchor {
            Place::Quarter(Some(y), q) => return Some(Place::Quarter(Some(y + years), q)),
            Place::Decade(_) | Place::Century(_) => return None,
            _ => {}
        }
    }
    if anchor.grain() > grain.max(Grain::Day) && anchor.grain() != Grain::Quarter && !feast {
        return None;
    }
    // A year and a half ago is a month, not a year.
    let grain = if grain == Grain::Year && count.fract() != 0.0 {
        return moved(anchor, Grain::Month, (count * 12.0).round());
    } else {
        grain
    };
    if let Some(months) = grain.months() {
        let months = count * f64::from(months);
        if months.abs() > 240_000.0 {
            return None;
        }
        let whole = first.plus_months(months.trunc() as i32)?;
        let day = whole.plus((months.fract() * 30.0).round() as i32)?;
        return Some(Place::around(day, grain));
    }
    let days = count * grain.in_days();
    if days.abs() > 4e6 {
        return None;
    }
    let day = first.plus(days.trunc() as i32)?;
    Some(Place::around(day, grain.max(Grain::Day)))
}
