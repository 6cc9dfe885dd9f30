//! Places times on the calendar. The only code that computes values.

use super::{
    civil::Day,
    expr::{Anchor, Lean, Member, Name, Pick, Time},
    value::{Clock, Grain, Place},
};
use crate::report::Assumed;

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
}

/// Where a time lies.
#[derive(Clone, Debug)]
pub(super) struct Placed {
    pub place: Place,
    pub clock: Option<Clock>,
    pub assumed: Vec<Assumed>,
    /// The other occurrence of what recurs, when the direction was assumed.
    pub other: Option<Place>,
}

impl Placed {
    fn at(place: Place) -> Self {
        Self { place, clock: None, assumed: Vec::new(), other: None }
    }

    /// The TIMEX3 value.
    pub fn value(&self) -> String {
        let value = self.place.value();
        let clock = self.clock.map(Clock::value).unwrap_or_default();
        // `PART` codes begin with their T.
        value + &clock
    }
}

/// Where `time` lies; `None` for what has no place (lengths, sets, references, ranges).
pub(super) fn place(time: &Time, context: &Context) -> Option<Placed> {
    match time {
        Time::Fixed(place) => Some(Placed::at(*place)),
        Time::Named(name, pick) => Some(named(*name, pick, context)),
        Time::Shift { from, grain, count } => Some(shift(from, *grain, *count, context)),
        Time::Nth(nth, member, of) => {
            let mut placed = place(of, context)?;
            let found = placed.place.days().and_then(|days| member_of(*nth, *member, days));
            placed.place = found.unwrap_or(Place::Open(member.grain()));
            let other = placed.other.and_then(Place::days);
            placed.other = other.and_then(|days| member_of(*nth, *member, days));
            Some(placed)
        }
        Time::At(day, clock) => {
            let mut placed = match day {
                Some(day) => place(day, context)?,
                None => Placed::at(context.published.map_or(Place::Open(Grain::Day), Place::Day)),
            };
            placed.clock = Some(*clock);
            placed.other = None;
            Some(placed)
        }
        _ => None,
    }
}

/// The nth member of the days from `first` to `last`, from their end if negative; `None` when there
/// are not so many.
fn member_of(nth: i32, member: Member, (first, last): (Day, Day)) -> Option<Place> {
    let (from, by) = if nth < 0 { (last, nth + 1) } else { (first, nth - 1) };
    let day = match member {
        Member::Weekday(weekday) => {
            let away = i32::from(weekday) - i32::from(from.weekday());
            let nearest = if nth < 0 { -(-away).rem_euclid(7) } else { away.rem_euclid(7) };
            from.plus(nearest + 7 * by)?
        }
        Member::Unit(Grain::Week) => from.plus(7 * by)?,
        Member::Unit(Grain::Month) => from.plus_months(by)?,
        Member::Unit(_) => from.plus(by)?,
    };
    (first <= day && day <= last).then(|| Place::around(day, member.grain()))
}

fn shift(from: &Anchor, grain: Grain, count: f64, context: &Context) -> Placed {
    let anchor = match from {
        Anchor::Published => context.published.map(Place::Day),
        Anchor::Reported => context.quarter.or(context.published.map(Place::Day)),
        Anchor::Of(time) => place(time, context).map(|placed| placed.place),
        // The next quarter follows the current one, unless another was spoken of.
        Anchor::Context if grain == Grain::Quarter && count > 0.0 => {
            context.quarter.or(context.published.map(Place::Day))
        }
        Anchor::Context => context_for(grain, context),
    };
    // A week from Friday is a Friday.
    let (grain, count) = match (from, grain) {
        (Anchor::Of(_), Grain::Week)
            if count != 0.0 && anchor.is_some_and(|a| a.grain() == Grain::Day) =>
        {
            (Grain::Day, count * 7.0)
        }
        _ => (grain, count),
    };
    let moved = anchor.and_then(|anchor| moved(anchor, grain, count));
    let mut placed = Placed::at(moved.unwrap_or(Place::Open(grain)));
    if grain < Grain::Day {
        placed.clock = Some(Clock::Open);
    }
    placed
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
    let days = match grain {
        Grain::Week => count * 7.0,
        Grain::Day => count,
        Grain::Hour => count / 24.0,
        _ => 0.0,
    };
    if days.abs() > 4e6 {
        return None;
    }
    let day = first.plus(days.trunc() as i32)?;
    Some(Place::around(day, grain.max(Grain::Day)))
}

fn named(name: Name, pick: &Pick, context: &Context) -> Placed {
    let open = || {
        let mut placed = Placed::at(name.open());
        if let Pick::In(time) = pick
            && let (Some(place), Name::Season(_)) = (place(time, context), name)
        {
            placed.assumed = place.assumed;
        }
        placed
    };
    if let Pick::In(time) = pick {
        if let (Name::Weekday(weekday), Some(Place::Week(day))) =
            (name, place(time, context).map(|p| p.place))
        {
            let day = day.monday().and_then(|m| m.plus(i32::from(weekday) - 1));
            return day.map_or_else(open, |day| Placed::at(Place::Day(day)));
        }
        let year = place(time, context)
            .and_then(|p| p.place.days())
            .map(|(first, _)| i32::from(first.year));
        return year.and_then(|year| in_year(name, year)).map_or_else(open, Placed::at);
    }
    let Some(published) = context.published else { return open() };
    if let (Pick::Nearest, Some(place)) = (pick, told(name, published, context)) {
        let mut placed = Placed::at(place);
        placed.assumed.push(Assumed::Year);
        return placed;
    }
    let (before, at, after) = around(name, published);
    let (chosen, other, assumed) = match pick {
        Pick::Last => (before, None, false),
        Pick::Next => (after, None, false),
        Pick::This => (this(name, published), None, false),
        _ => nearest(name, (before, at, after), published, context.lean),
    };
    let Some(chosen) = chosen else { return open() };
    let mut placed = Placed::at(chosen);
    if matches!(pick, Pick::Nearest) {
        placed.assumed.push(missing(name));
        placed.other = other.filter(|other| *other != chosen);
        if assumed {
            placed.assumed.push(Assumed::Direction);
        }
    }
    placed
}

/// The day or month in the year that the paragraph tells of, if that is long past.
fn told(name: Name, published: Day, context: &Context) -> Option<Place> {
    if !matches!(name, Name::Month(_) | Name::MonthDay(..)) {
        return None;
    }
    let year = context.year.filter(|&year| year + 6 < i32::from(published.year))?;
    in_year(name, year)
}

/// What a name alone leaves out.
fn missing(name: Name) -> Assumed {
    match name {
        Name::Weekday(_) | Name::Weekend => Assumed::Week,
        Name::DayOfMonth(_) | Name::DayOn(..) => Assumed::Month,
        _ => Assumed::Year,
    }
}

/// The occurrence that a sentence means which names no direction, the other one, and whether the
/// direction was assumed.
fn nearest(
    name: Name,
    (before, at, after): (Option<Place>, Option<Place>, Option<Place>),
    published: Day,
    lean: Lean,
) -> (Option<Place>, Option<Place>, bool) {
    let past = at.or(before);
    let mut future = at.or(after);
    // A report that looks ahead still speaks of the quarter that has just ended.
    if matches!(name, Name::Quarter(_) | Name::Half(_)) && starts_in(future, published) > 100 {
        future = past;
    }
    match lean {
        Lean::Future => (future, past, false),
        Lean::Past => (past, after, false),
        Lean::Reported => {
            let chosen = close_ahead(name, after, published).or(past);
            let other = if chosen == past { after } else { past };
            (chosen, other, false)
        }
        Lean::Unknown => {
            let chosen = close_ahead(name, after, published).or(past);
            let other = if chosen == past { after } else { past };
            (chosen, other.filter(|o| Some(*o) != chosen), true)
        }
    }
}

/// A day or month that lies just ahead is meant although nothing looks ahead: who means eleven
/// months ago says so.
fn close_ahead(name: Name, after: Option<Place>, published: Day) -> Option<Place> {
    let near = match name {
        Name::MonthDay(..) | Name::Holiday(_) => 75,
        Name::Month(_) => 95,
        _ => return None,
    };
    after.filter(|_| starts_in(after, published) <= near)
}

/// The days from publication to the first day of a place; many when that is open.
fn starts_in(place: Option<Place>, published: Day) -> i32 {
    let first = place.and_then(Place::days).map(|(first, _)| first.number() - published.number());
    first.unwrap_or(i32::MAX)
}

/// The latest occurrence wholly before `day`, the one that holds it, and the first after it.
fn around(name: Name, day: Day) -> (Option<Place>, Option<Place>, Option<Place>) {
    if let Name::Weekday(weekday) = name {
        let back = (i32::from(day.weekday()) - i32::from(weekday)).rem_euclid(7);
        let at = (back == 0).then_some(Place::Day(day));
        let before = day.plus(if back == 0 { -7 } else { -back }).map(Place::Day);
        return (before, at, day.plus(7 - back).map(Place::Day));
    }
    if name == Name::Weekend {
        let at = (day.weekday() > 5).then_some(Place::Weekend(day));
        let after = if at.is_some() { day.plus(7) } else { Some(day) };
        return (day.plus(-7).map(Place::Weekend), at, after.map(Place::Weekend));
    }
    let month = |number| {
        move |by| day.plus_months(by).and_then(|d| Day::new(i32::from(d.year), d.month, number))
    };
    let candidates: Vec<Place> = if let Name::DayOfMonth(number) = name {
        (-2..=2).filter_map(month(number)).map(Place::Day).collect()
    } else if let Name::DayOn(number, weekday) = name {
        // A day of the month is each weekday at least once in that many.
        let days = (-14..=14).filter_map(month(number));
        days.filter(|day| day.weekday() == weekday).map(Place::Day).collect()
    } else {
        let year = i32::from(day.year);
        let again = |year| match name {
            Name::Holiday(holiday) => holiday.again_in_year(year),
            _ => None,
        };
        (year - 1..=year + 1).flat_map(|y| in_year(name, y).into_iter().chain(again(y))).collect()
    };
    let days = |place: &Place| place.days();
    let before = candidates.iter().rev().find(|p| days(p).is_some_and(|(_, last)| last < day));
    let at = candidates
        .iter()
        .find(|p| days(p).is_some_and(|(first, last)| first <= day && day <= last));
    let after = candidates.iter().find(|p| days(p).is_some_and(|(first, _)| first > day));
    (before.copied(), at.copied(), after.copied())
}

/// The occurrence in the week, month or year of `day`.
fn this(name: Name, day: Day) -> Option<Place> {
    match name {
        Name::Weekday(weekday) => day.monday()?.plus(i32::from(weekday) - 1).map(Place::Day),
        Name::Weekend => Some(Place::Weekend(day)),
        Name::DayOfMonth(number) | Name::DayOn(number, _) => {
            Day::new(i32::from(day.year), day.month, number).map(Place::Day)
        }
        _ => in_year(name, i32::from(day.year)),
    }
}

/// The occurrence in a year, of what occurs once in it.
fn in_year(name: Name, year: i32) -> Option<Place> {
    Some(match name {
        Name::Month(month) => Place::Month(Some(year), month),
        Name::MonthDay(month, day) => Place::Day(Day::new(year, month, day)?),
        Name::Season(season) => Place::Season(Some(year), season),
        Name::Quarter(quarter) => Place::Quarter(Some(year), quarter),
        Name::Half(half) => Place::Half(Some(year), half),
        Name::Holiday(holiday) => holiday.in_year(year)?,
        Name::Weekday(_) | Name::Weekend | Name::DayOfMonth(_) | Name::DayOn(..) => return None,
    })
}
