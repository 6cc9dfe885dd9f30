//! Expressions as the report shows them.

mod days;
mod reading;
mod stand;
mod timex;

use std::borrow::Cow;

use super::{
    civil::Day,
    expr::{Anchor, Expression, Lean, Name, Pick, Time},
    resolve::{Context, Placed},
    value::{Grain, Place},
};
use crate::{
    report::{DateMention, Published, Warning},
    text::Document,
};
use reading::Reading;

/// Every expression with its value and id, and what is odd about them.
pub(super) fn mentions(
    document: &Document,
    found: &[Expression],
    published: &Published,
) -> (Vec<DateMention>, Vec<Warning>) {
    let day = published.value.as_deref().and_then(Day::parse);
    let mut context = Context {
        published: day,
        last: None,
        quarter: None,
        year: None,
        lean: Lean::Unknown,
        turned: false,
        same: None,
        stated: None,
        near: None,
        weekday: None,
        narrative: is_narrative(found),
    };
    let (mut dates, mut warnings) = (Vec::new(), Vec::new());
    let (mut block, mut in_sentence, mut last_id) = (None, None, None::<String>);
    let (mut ending, mut spoken) = (None, Vec::<Day>::new());
    for (i, expression) in found.iter().enumerate() {
        let here = document.block_at(expression.span.start());
        if here != block {
            block = here;
            context.year = context.year.filter(|_| context.narrative);
            // What a paragraph ago was spoken of no longer is, but a quarter stays for a report.
            context.last = context.last.filter(|p| matches!(p, Place::Year(_) | Place::Day(_)));
        }
        // A clock time that heads an entry is the day's on which the article appears.
        if matches!(expression.time, Time::At(..))
            && here
                .and_then(|b| document.blocks().get(b))
                .is_some_and(|b| b.span.start() == expression.span.start())
        {
            context.last = None;
        }
        if let Some(stand) = stand::stands_on(document, found, i, &context, day) {
            context.published = Some(stand);
        }
        // Months go on within a sentence, the days of a tour from line to line.
        let sentence = document.sentence_at(expression.span.start());
        if is_month(expression) && sentence != in_sentence {
            context.near = None;
        }
        in_sentence = sentence;
        context.lean = expression.lean;
        context.weekday = expression.weekday;
        context.same = day_in_year(expression)
            .and_then(|name| spoken.iter().copied().find(|day| (day.month, day.day) == name));
        let id = format!("d{}", i + 1);
        let reading = match (ending.take(), found.get(i + 1).filter(|next| next.ends_range)) {
            (Some(reading), _) => reading,
            (None, Some(end)) => {
                let (first, last) = Reading::of_both(expression, end, &context);
                ending = Some(last);
                first
            }
            (None, None) => Reading::of(expression, &context),
        };
        let mut mention = reading.mention(expression, id.clone(), &context);
        if let Time::Shift { from: Anchor::Context, .. } = expression.time {
            mention.timex.anchor = last_id.clone().or_else(|| day.map(|_| "t0".to_owned()));
        }
        warnings.extend(mismatch(expression, &reading));
        if let Some(placed) = reading
            .first
            .as_ref()
            .filter(|_| expression.time.is_place() || matches!(expression.time, Time::At(..)))
        {
            context.last = Some(placed.place);
            let year = match (&expression.time, placed.place.days()) {
                (Time::Fixed(_), Some((first, last))) if first.year == last.year => {
                    Some(i32::from(first.year))
                }
                _ => None,
            };
            context.stated = year.or(context.stated);
            if let Some(year) = year.or_else(|| told(&expression.time, placed.place))
                && !follows_since(document, expression)
            {
                context.year = Some(year);
            }
            if matches!(placed.place, Place::Quarter(Some(_), _))
                && !matches!(expression.time, Time::Shift { .. })
            {
                context.quarter = Some(placed.place);
            }
            last_id = Some(id);
        }
        // A place, a price or a `now` between two days of a list ends no list.
        if reading.first.is_some() {
            context.near = in_list(expression, &reading);
        }
        if let Some(Placed { place: Place::Day(day), .. }) = reading.first {
            spoken.push(day);
        }
        dates.push(mention);
    }
    (dates, warnings)
}

/// A weekday that is not that of its date.
fn mismatch(expression: &Expression, reading: &Reading) -> Option<Warning> {
    let (weekday, placed) = (expression.weekday?, reading.first.as_ref()?);
    let Place::Day(day) = placed.place else { return None };
    let names = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];
    let name = |day: u8| names.get(usize::from(day) - 1).copied().unwrap_or_default();
    (day.weekday() != weekday).then(|| Warning {
        code: Cow::Borrowed("weekday-mismatch"),
        message: format!(
            "The text says {}, but {day} is a {}.",
            name(weekday),
            name(day.weekday())
        ),
        spans: vec![expression.span],
    })
}

/// Whether what is told after the date is no longer of its year: `annual profits since 1980`.
fn follows_since(document: &Document, expression: &Expression) -> bool {
    stand::word_at(document, expression.span.start(), 1).eq_ignore_ascii_case("since")
}

/// Whether nothing in the article is said from the day on which it appears, but years are named: a
/// life, a history.
fn is_narrative(found: &[Expression]) -> bool {
    let years = found.iter().filter(|e| matches!(e.time, Time::Fixed(_))).count();
    years > 2 && !found.iter().any(|e| is_of_the_day(&e.time))
}

/// `today`, `Friday`, `last week`.
fn is_of_the_day(time: &Time) -> bool {
    match time {
        Time::Named(Name::Weekday(_) | Name::Weekend, pick) => !matches!(pick, Pick::In(_)),
        Time::Shift { from: Anchor::Published, grain, count } => {
            *grain <= Grain::Month || *count != 0.0
        }
        Time::At(Some(time), _) => is_of_the_day(time),
        _ => false,
    }
}

/// The day of an expression that stands where no verb says which way to look.
fn in_list(expression: &Expression, reading: &Reading) -> Option<Day> {
    let listed = is_month(expression) || day_in_year(expression).is_some();
    let placed = reading.first.as_ref().and_then(|placed| placed.place.days());
    let month = is_month(expression) && expression.lean == Lean::Reported;
    placed.map(|(first, _)| first).filter(|_| listed && expression.lean == Lean::Unknown || month)
}

/// The year in which a story goes on: that of `the following year` and `the spring of 1931`.
fn told(time: &Time, place: Place) -> Option<i32> {
    let goes_on = match time {
        Time::Named(_, Pick::In(_)) => true,
        Time::Shift { from: Anchor::Context, count, .. } => *count >= 0.0,
        _ => false,
    };
    let (first, _) = place.days().filter(|_| goes_on)?;
    Some(i32::from(first.year))
}

fn is_month(expression: &Expression) -> bool {
    matches!(expression.time, Time::Named(Name::Month(_), Pick::Nearest))
}

/// The month and day of an expression that leaves the year out.
fn day_in_year(expression: &Expression) -> Option<(u8, u8)> {
    let day = match &expression.time {
        Time::At(Some(day), _) => day,
        time => time,
    };
    match day {
        Time::Named(Name::MonthDay(month, day), Pick::Nearest) => Some((*month, *day)),
        _ => None,
    }
}
