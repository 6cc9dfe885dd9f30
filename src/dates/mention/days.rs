//! The days that a time covers, where its place on the calendar alone does not say.

use crate::{
    dates::{
        civil::Day,
        expr::{Ends, Expression, Reference, Time},
        resolve::Context,
        value::{Grain, Length},
    },
    report::TimexMod,
};

/// The days of a period that `early`, `mid` and `late` leave: a third of it each, but the first and last
/// quarter of a century and half of a decade; of one that holds
/// the publication, `earlier` is what lies behind and `later` what is ahead.
pub(super) fn part(
    (first, last): (Day, Day),
    expression: &Expression,
    context: &Context,
) -> Option<(Day, Day)> {
    let modifier = expression.modifier;
    if let (true, Some(now)) = (expression.until_now, context.published)
        && first <= now
        && now <= last
    {
        return match modifier {
            Some(TimexMod::Start) => Some((first, now.plus(-1).filter(|&day| day >= first)?)),
            Some(TimexMod::End) => Some((now, last)),
            // `have not slept this week`.
            None => Some((first, now)),
            _ => None,
        };
    }
    let modifier = modifier?;
    let days = last.number() - first.number() + 1;
    if days < 4 {
        return None;
    }
    let months = (i32::from(last.year) - i32::from(first.year)) * 12 + i32::from(last.month)
        - i32::from(first.month)
        + 1;
    // Where a third begins, and where the last one does.
    let (second, third) = if months > 2 {
        let part = match months {
            1200 => 300,
            120 if modifier != TimexMod::Mid => 60,
            _ => months / 3,
        };
        (first.plus_months(part)?, first.plus_months(months - part)?)
    } else {
        let of = |day: i32| first.plus(day);
        let third = if (28..=31).contains(&days) { 10 } else { days / 3 };
        if days <= 7 { (of(3)?, of(days - 3)?) } else { (of(third)?, of(third * 2)?) }
    };
    match modifier {
        TimexMod::Start => Some((first, second.plus(-1)?)),
        TimexMod::End => Some((third, last)),
        TimexMod::Mid if days <= 7 => Some((first.plus(1)?, last.plus(-2)?)),
        TimexMod::Mid => Some((second, third.plus(-1)?)),
        _ => None,
    }
}

/// The first and last day, of which `no earlier than`, `post-` and the like leave one open.
pub(super) fn bounded(
    covered: Option<(Day, Day)>,
    expression: &Expression,
) -> (Option<Day>, Option<Day>) {
    let Some((first, last)) = covered else { return (None, None) };
    if !expression.time.is_place() && !matches!(expression.time, Time::At(..)) {
        return (Some(first), Some(last));
    }
    match expression.modifier {
        Some(TimexMod::After) => (last.plus(1), None),
        Some(TimexMod::Before) => (None, first.plus(-1)),
        Some(TimexMod::OnOrAfter) => (Some(first), None),
        Some(TimexMod::OnOrBefore) => (None, Some(last)),
        _ => (Some(first), Some(last)),
    }
}

/// The days that a length covers which ends or begins at the publication, and those of now.
pub(super) fn of_length(time: &Time, context: &Context) -> Option<(Day, Day)> {
    let published = context.published?;
    let (length, ends) = match time {
        Time::Reference(Reference::Present) => return Some((published, published)),
        Time::Lasting(length, ends) => (length, ends),
        _ => return None,
    };
    match ends {
        Ends::Nowhere | Ends::FromNext | Ends::AtNext => None,
        // `in a few minutes`, `the next few hours`.
        _ if length.grain < Grain::Day && length.count.is_none() => Some((published, published)),
        Ends::Ahead => far_end(*length, published, 1.0).map(|day| (day, day)),
        Ends::Within => {
            // A day and five hours end on the next day, a day ends with this one.
            let over = i32::from(length.finest() >= Grain::Day);
            Some((published, far_end(*length, published, 1.0)?.plus(-over)?.max(published)))
        }
        Ends::FromPublication if length.grain == Grain::Quarter => {
            let this = published.plus(1 - i32::from(published.day))?;
            let next = this.plus_months(3 - (i32::from(published.month) - 1) % 3)?;
            Some((next, far_end(*length, next, 1.0)?.plus(-1)?))
        }
        Ends::FromPublication => Some((published.plus(1)?, far_end(*length, published, 1.0)?))
            .filter(|(first, last)| first <= last)
            .or(Some((published, published))),
        Ends::AtPublication if length.grain == Grain::Quarter => {
            let this = published.plus(1 - i32::from(published.day))?;
            let this = this.plus_months(-((i32::from(published.month) - 1) % 3))?;
            Some((far_end(*length, this, -1.0)?, this.plus(-1)?))
        }
        Ends::AtPublication => {
            let first = far_end(*length, published, -1.0)?;
            Some((first, published.plus(-1)?.max(first)))
        }
    }
}

/// The day a length away from `day`, back if `sign` is negative.
fn far_end(length: Length, day: Day, sign: f64) -> Option<Day> {
    if length.working {
        return working_day(day, (sign * length.count?) as i32);
    }
    let first = moved(day, length.grain, sign * length.count?);
    let mut rest = length.rest.into_iter().flatten();
    rest.try_fold(first?, |day, (count, grain)| moved(day, grain, sign * count))
}

/// The day so many working days from `day`, back if negative.
fn working_day(day: Day, count: i32) -> Option<Day> {
    if count.abs() > 100_000 {
        return None;
    }
    // Weekends apart; what is left is less than a week.
    let mut day = day.plus(count / 5 * 7)?;
    let mut left = count % 5;
    while left != 0 {
        day = day.plus(count.signum())?;
        left -= if day.weekday() < 6 { count.signum() } else { 0 };
    }
    Some(day)
}

fn moved(day: Day, grain: Grain, count: f64) -> Option<Day> {
    if count.abs() > 100_000.0 {
        return None;
    }
    match grain.months() {
        Some(months) => day.plus_months((count * f64::from(months)) as i32),
        None => day.plus((count * grain.in_days()) as i32),
    }
}
