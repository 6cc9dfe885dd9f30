//! Expressions as the report shows them.

mod course;
mod days;
mod lengths;
mod reading;
mod stand;
mod timex;

use std::borrow::Cow;

use super::{
    civil::Day,
    expr::{Anchor, Expression, Time},
    value::Place,
};
use crate::{
    report::{DateMention, Published, Warning},
    text::Document,
};
use course::Course;
use reading::Reading;

/// Every expression with its value and id, and what is odd about them.
pub(super) fn mentions(
    document: &Document,
    found: &[Expression],
    published: &Published,
) -> (Vec<DateMention>, Vec<Warning>) {
    let day = published.value.as_deref().and_then(Day::parse);
    let mut course = Course::new(document, found, day);
    let (mut dates, mut warnings) = (Vec::<DateMention>::new(), Vec::new());
    let mut ending = None;
    for (i, expression) in found.iter().enumerate() {
        course.come_to(i);
        let id = format!("d{}", i + 1);
        let mut reading = match (ending.take(), found.get(i + 1).filter(|next| next.ends_range)) {
            (Some(reading), _) => reading,
            (None, Some(end)) => {
                let (first, last) = Reading::of_both(expression, end, &course.context);
                ending = Some(last);
                first
            }
            (None, None) => Reading::of(expression, &course.context),
        };
        course.past_midnight(expression, &mut reading);
        let mut mention = reading.mention(expression, id.clone(), &course.context);
        if let Time::Shift { from: Anchor::Context, .. } = expression.time {
            let last = course.last_id.clone();
            mention.timex.anchor = last.or_else(|| day.map(|_| "t0".to_owned()));
        }
        if let Some((before, date)) =
            i.checked_sub(1).and_then(|i| found.get(i).zip(dates.get_mut(i)))
        {
            if let Some(id) = &course.last_id {
                lengths::count_from(document, before, expression, &mut mention, id);
            }
            if let Some(placed) = &reading.first {
                lengths::hang(before, date, expression, placed.place, &course.context);
            }
        }
        warnings.extend(mismatch(expression, &reading));
        course.go_on(expression, &reading, id);
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
