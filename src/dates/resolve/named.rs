//! Which one of those that recur a sentence means.

use super::{Context, Placed, place};
use crate::{
    dates::{
        civil::Day,
        expr::{Lean, Name, Pick},
        value::Place,
    },
    report::Assumed,
};

#[inline(never)]
pub(super) fn named(name: Name, pick: &Pick, context: &Context) -> Placed {
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
        if let (Name::Weekday(_) | Name::Weekend, Some(Place::Week(day))) =
            (name, place(time, context).map(|p| p.place))
        {
            return this(name, day).map_or_else(open, Placed::at);
        }
        let year = place(time, context)
            .and_then(|p| p.place.days())
            .map(|(first, _)| i32::from(first.year));
        return year.and_then(|year| in_year(name, year)).map_or_else(open, Placed::at);
    }
    let spoken = context.last.and_then(Place::days).map(|(first, _)| first);
    let from = match pick {
        Pick::Before | Pick::After => spoken.or(context.published),
        _ => context.published,
    };
    let Some(published) = from else { return open() };
    let yearly = matches!(name, Name::Month(_) | Name::MonthDay(..) | Name::Season(_));
    if yearly && matches!((pick, context.lean), (Pick::Nearest, Lean::Habit)) {
        return open();
    }
    if let (Pick::Nearest, Some(place)) = (pick, told(name, published, context)) {
        let mut placed = Placed::at(place);
        placed.assumed.push(Assumed::Year);
        return placed;
    }
    let (before, at, after) = around(name, published);
    let (chosen, assumed) = match pick {
        // The month just over is last month: last February is another.
        Pick::Last if matches!(name, Name::Month(_)) && starts_in(before, published) > -62 => {
            (before.and_then(a_year_before), false)
        }
        Pick::Last | Pick::Before => (before, false),
        Pick::Next | Pick::After => (after, false),
        // `took place this weekend`, said on a Monday.
        Pick::This if is_over(name, this(name, published), published, context) => (before, false),
        // `reported this Sunday`.
        Pick::This
            if context.lean == Lean::Past && starts_in(this(name, published), published) > 0 =>
        {
            (before, false)
        }
        // `will meet this Monday`, said on Tuesday.
        Pick::This if context.lean == Lean::Future && matches!(name, Name::Weekday(_)) => (
            at.or(this(name, published).filter(|day| starts_in(Some(*day), published) > 0))
                .or(after),
            false,
        ),
        Pick::This => (this(name, published), false),
        _ => {
            let unsaid = context.lean == Lean::Unknown;
            let month = matches!(name, Name::Month(_)) && context.lean == Lean::Reported;
            match listed(name, context).filter(|_| unsaid || month) {
                Some(place) => (Some(place), false),
                None => (nearest(name, (before, at, after), published, context), unsaid),
            }
        }
    };
    let Some(chosen) = chosen else { return open() };
    let mut placed = Placed::at(chosen);
    if matches!(pick, Pick::Nearest) {
        placed.assumed.push(missing(name));
        if assumed {
            placed.assumed.push(Assumed::Direction);
        }
    }
    placed
}

/// Where no verb says which way to look (a tour, a season's matches): the day of which the article
/// has spoken, else the one that is the weekday which stands with it, else the one nearest to the
/// day before it in the list.
fn listed(name: Name, context: &Context) -> Option<Place> {
    // `in December, Mexico in January, Paris in May`: a list of months goes on.
    if let (Name::Month(month), Some(near)) =
        (name, context.near.filter(|&near| Some(near) >= context.published))
    {
        return Some(Place::Month(
            Some(i32::from(near.year) + i32::from(month < near.month)),
            month,
        ));
    }
    let Name::MonthDay(month, day) = name else { return None };
    if context.same.is_some() {
        return context.same.map(Place::Day);
    }
    let (near, published) = (context.near, context.published?);
    // Under `2022 tour dates`.
    let ahead = |year: &i32| (0..=1).contains(&(year - i32::from(published.year)));
    if let (None, None, Some(year)) = (near, context.weekday, context.stated.filter(ahead)) {
        return Day::new(year, month, day).map(Place::Day);
    }
    let year = i32::from(near.unwrap_or(published).year);
    let days = (year - 1..=year + 1).filter_map(|year| Day::new(year, month, day));
    let away = |day: &Day| (day.number() - near.unwrap_or(published).number()).abs();
    let fits = |day: &Day| context.weekday.is_none_or(|weekday| day.weekday() == weekday);
    let said = context.weekday.is_some() || near.is_some();
    days.filter(|day| said && fits(day)).min_by_key(away).map(Place::Day)
}

/// The day or month in the year that the paragraph tells of, if that is long past.
fn told(name: Name, published: Day, context: &Context) -> Option<Place> {
    // The day of the month last spoken of: `came on 2 May and left on the 5th`.
    if let (Name::DayOfMonth(day), true, Some(Place::Day(last))) =
        (name, context.narrative, context.last)
    {
        return Day::new(i32::from(last.year), last.month, day).map(Place::Day);
    }
    if !matches!(name, Name::Month(_) | Name::MonthDay(..) | Name::Season(_)) {
        return None;
    }
    let year = context
        .year
        .filter(|&year| {
            let told = matches!(context.lean, Lean::Past | Lean::Reported | Lean::Awaited);
            told && (context.narrative && year + 1 < i32::from(published.year)
                || year + 6 < i32::from(published.year))
        })
        .filter(|&year| year < i32::from(published.year))?;
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

/// The occurrence that a sentence means which names no direction.
fn nearest(
    name: Name,
    (before, at, after): (Option<Place>, Option<Place>, Option<Place>),
    published: Day,
    context: &Context,
) -> Option<Place> {
    let past = at.or(before);
    let future = at.or(after);
    // A report that looks ahead still speaks of the quarter that has just ended.
    let ended = matches!(name, Name::Quarter(_) | Name::Half(_))
        && starts_in(future, published) > 100
        && !context.turned;
    // Who looks ahead to what is almost a year away, when it has just been, means that: `on Friday we
    // will see the November report`.
    let been = (matches!(name, Name::Month(_))
        || matches!(name, Name::MonthDay(..)) && !context.promised)
        && !context.turned
        && starts_in(future, published) > FAR
        && starts_in(past, published) > FAR - 365;
    // Tomorrow's weekday is tomorrow, unless the sentence tells what happened then.
    let tomorrow =
        matches!(name, Name::Weekday(_)) && at.is_none() && starts_in(after, published) == 1;
    match context.lean {
        Lean::Unknown if tomorrow && !context.turned => after,
        Lean::Future | Lean::Awaited if !been && !ended => future,
        Lean::Unknown | Lean::Habit if at.is_none() => {
            nearer(name, before, after, published).or(past)
        }
        Lean::Future | Lean::Awaited | Lean::Past | Lean::Unknown | Lean::Habit => past,
        Lean::Reported => close_ahead(name, after, published).or(past),
    }
}

/// What is to come, of a month or day of which nothing tells the direction, if it is much nearer than
/// what has been.
fn nearer(
    name: Name,
    before: Option<Place>,
    after: Option<Place>,
    published: Day,
) -> Option<Place> {
    let listed =
        matches!(name, Name::Month(_) | Name::MonthDay(..) | Name::Holiday(_) | Name::Season(_));
    let back = published.number() - before.and_then(Place::days)?.1.number();
    // Who means the last fall says so.
    let many = if matches!(name, Name::Season(_)) { 1 } else { 2 };
    after.filter(|_| listed && many * starts_in(after, published) < back)
}

fn a_year_before(place: Place) -> Option<Place> {
    let Place::Month(Some(year), month) = place else { return None };
    Some(Place::Month(Some(year - 1), month))
}

/// Days after which what is to come is as good as a year away.
const FAR: i32 = 320;

/// A day or month that lies just ahead is meant although nothing looks ahead: who means eleven
/// months ago says so.
fn close_ahead(name: Name, after: Option<Place>, published: Day) -> Option<Place> {
    let near = match name {
        Name::MonthDay(..) | Name::Holiday(_) => 75,
        Name::Month(_) | Name::Season(_) => 95,
        _ => return None,
    };
    after.filter(|_| starts_in(after, published) <= near)
}

/// Whether the weekend or season of this week or year is still to come although it is told of.
fn is_over(name: Name, this: Option<Place>, published: Day, context: &Context) -> bool {
    let told = context.lean == Lean::Past && matches!(name, Name::Weekend | Name::Season(_));
    told && starts_in(this, published) > 0
}

/// The days from publication to the first day of a place; many when that is open.
fn starts_in(place: Option<Place>, published: Day) -> i32 {
    let first = place.and_then(Place::days).map(|(first, _)| first.number() - published.number());
    first.unwrap_or(i32::MAX)
}

/// The latest occurrence wholly before `day`, the one that holds it, and the first after it.
#[inline(never)]
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
        // 29 February is not in every year.
        let reach = if name == Name::MonthDay(2, 29) { 8 } else { 1 };
        let again = |year| match name {
            Name::Holiday(holiday) => holiday.again_in_year(year),
            _ => None,
        };
        let both = |year| in_year(name, year).into_iter().chain(again(year));
        (year - reach..=year + reach).flat_map(both).collect()
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
        // `this Friday (Jan. 1)`, said in December.
        Name::MonthDay(month, number) => {
            let year = i32::from(day.year);
            let days = (year - 1..=year + 1).filter_map(|year| Day::new(year, month, number));
            days.min_by_key(|near| (near.number() - day.number()).abs()).map(Place::Day)
        }
        _ => in_year(name, i32::from(day.year)),
    }
}

/// The occurrence in a year, of what occurs once in it.
#[inline(never)]
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
