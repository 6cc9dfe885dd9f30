//! Expressions as the report shows them.

mod days;
mod reading;
mod timex;

use std::borrow::Cow;

use super::{
    civil::Day,
    expr::{Anchor, Ends, Expression, Lean, Name, Pick, Time},
    resolve::{Context, Placed},
    rules,
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
    let (mut block, mut last_id) = (None, None::<String>);
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
        let since = i.checked_sub(1).and_then(|at| found.get(at).zip(dates.get_mut(at)));
        if let (Some((before, length)), Some(placed)) = (since, &reading.first) {
            hang(before, length, expression, placed.place, &context);
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
            if let Some(year) = year
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

/// The days of a length that begins with the time after it, or ends with it.
#[inline(never)]
fn hang(
    length: &Expression,
    mention: &mut DateMention,
    next: &Expression,
    place: Place,
    context: &Context,
) {
    /// How far the two may stand apart: ` beginning on the`.
    const NEAR: usize = 18;
    let (Time::Lasting(of, ends), Some((first, last))) = (&length.time, place.days()) else {
        return;
    };
    // `six weeks beginning in May` begin on a day that is not said, its first six weeks do not.
    let inside = length.rule.id == rules::BOUNDED.id;
    let (published, ends) = match ends {
        Ends::FromNext if inside || first == last => (Some(first), Ends::Within),
        Ends::AtNext => (last.plus(1), Ends::AtPublication),
        _ => return,
    };
    if next.span.start() - length.span.end() < NEAR {
        let days = days::of_length(&Time::Lasting(*of, ends), &Context { published, ..*context });
        (mention.earliest, mention.latest) =
            days.map(|(first, last)| (first.to_string(), last.to_string())).unzip();
    }
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
    let before = document.token_at(expression.span.start()).checked_sub(1);
    let word = before.and_then(|i| document.tokens().get(i)).map(|token| document.word(token));
    word.is_some_and(|word| word.eq_ignore_ascii_case("since"))
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
    let listed = day_in_year(expression).is_some();
    let placed = reading.first.as_ref().and_then(|placed| placed.place.days());
    placed.map(|(first, _)| first).filter(|_| listed && expression.lean == Lean::Unknown)
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
