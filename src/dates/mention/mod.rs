//! Expressions as the report shows them.

mod days;
mod reading;
mod stand;
mod timex;

use std::borrow::Cow;

use super::{
    civil::Day,
    expr::{Anchor, Ends, Expression, Lean, Name, Pick, Time},
    resolve::{Context, Placed},
    rules,
    value::{Clock, Grain, Place},
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
        promised: false,
    };
    let (mut dates, mut warnings) = (Vec::new(), Vec::new());
    let (mut block, mut in_sentence, mut last_id) = (None, None, None::<String>);
    let mut evening = None;
    let (mut ending, mut spoken) = (None, Vec::<Day>::new());
    for (i, expression) in found.iter().enumerate() {
        let here = document.block_at(expression.span.start());
        if here != block {
            block = here;
            context.year = context.year.filter(|_| context.narrative);
            // What a paragraph ago was spoken of no longer is, but a quarter stays for a report.
            context.last = context
                .last
                .filter(|p| matches!(p, Place::Year(_) | Place::Day(_) | Place::Month(Some(_), _)));
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
        let promises = ["will", "shall", "'ll", "’ll"];
        let cue = expression.cue.map_or("", |cue| cue.of(document.text()));
        context.promised = promises.contains(&cue);
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
        let mut reading = reading;
        past_midnight(expression, &mut reading, &mut evening);
        let mut mention = reading.mention(expression, id.clone(), &context);
        if let Time::Shift { from: Anchor::Context, .. } = expression.time {
            mention.timex.anchor = last_id.clone().or_else(|| day.map(|_| "t0".to_owned()));
        }
        if let (Some(before), Some(id)) = (i.checked_sub(1).and_then(|i| found.get(i)), &last_id) {
            count_from(document, before, expression, &mut mention, id);
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
            // `Against 18 on the previous night`, said again, is the same night.
            let back = matches!(&expression.time, Time::Shift { from: Anchor::Context, count, .. } if *count < 0.0)
                || matches!(&expression.time, Time::At(Some(day), _)
                    if matches!(**day, Time::Shift { from: Anchor::Context, count, .. } if count < 0.0));
            if !back || context.last.is_none() {
                context.last = Some(placed.place);
            }
            let year = match (&expression.time, placed.place.days()) {
                (Time::Fixed(_), Some((first, last))) if first.year == last.year => {
                    Some(i32::from(first.year))
                }
                _ => None,
            };
            context.stated = year.or(context.stated);
            if let Some(year) = year.or_else(|| told(&expression.time, placed.place))
                && !is_aside(document, expression)
            {
                context.year = Some(year);
            }
            let named = !matches!(expression.time, Time::Shift { .. });
            if named && expression.lean != Lean::Future && is_reported(placed.place, &context) {
                context.quarter = Some(placed.place);
            }
            last_id = Some(id);
        }
        // `For the nine months`: what a report compares is no longer one quarter.
        if matches!(expression.time, Time::Lasting(length, Ends::Nowhere | Ends::AtPublication)
            if length.count.is_some() && matches!(length.grain, Grain::Month | Grain::Year))
            && matches!(expression.rule.id, id if id == rules::BOUNDED.id || id == rules::DURATION.id)
        {
            context.quarter = None;
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

/// `She said Friday that it was over, two days after the fire`: the length ends on that day; before
/// it, it begins there.
fn count_from(
    document: &Document,
    before: &Expression,
    length: &Expression,
    mention: &mut DateMention,
    id: &str,
) {
    let sentence = |expression: &Expression| document.sentence_at(expression.span.start());
    let beside = matches!(stand::word_at(document, length.span.start(), 1), "," | "”" | "\"" | "’");
    let same = sentence(before) == sentence(length);
    if !beside || !same || !matches!(length.time, Time::Lasting(_, Ends::Nowhere)) {
        return;
    }
    let next = document.token_at(length.span.end());
    match document.tokens().get(next).map_or("", |token| document.word(token)) {
        "after" | "since" => mention.timex.end_point = Some(id.to_owned()),
        "before" => mention.timex.begin_point = Some(id.to_owned()),
        _ => {}
    }
}

/// Whether a report tells of this quarter: one that has begun, the last of those named. Others are
/// looked ahead to, or compared with.
fn is_reported(place: Place, context: &Context) -> bool {
    if !matches!(place, Place::Quarter(Some(_), _)) {
        return false;
    }
    let first = |place: Place| place.days().map(|(first, _)| first);
    let begun = context.published.is_none_or(|day| first(place) <= Some(day));
    begun && context.quarter.is_none_or(|before| first(before) < first(place))
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

/// The small hours that are told after an evening are those of the next day: `At 10pm on Thursday …
/// by 3am`.
fn past_midnight(expression: &Expression, reading: &mut Reading, evening: &mut Option<Day>) {
    const EVENING: u8 = 18;
    const SMALL: u8 = 6;
    let Some(Placed { place, clock, .. }) = reading.first.as_mut() else { return };
    let Place::Day(day) = *place else { return };
    let unsaid = matches!(&expression.time, Time::At(Some(of), _)
        if matches!(**of, Time::Shift { from: Anchor::Context, count: 0.0, .. }));
    match clock {
        Some(Clock::Time(hour, _)) if *hour >= EVENING => *evening = Some(day),
        Some(Clock::Time(hour, _)) if *hour < SMALL && unsaid && *evening == Some(day) => {
            *place = day.plus(1).map_or(*place, Place::Day);
            *evening = None;
        }
        _ if !unsaid => *evening = None,
        _ => {}
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

/// Whether what is told after the date is no longer of its year: `annual profits since 1980`, `the
/// 1988 bombing`.
fn is_aside(document: &Document, expression: &Expression) -> bool {
    let word = stand::word_at(document, expression.span.start(), 1);
    let aside = ["since", "the", "a", "his", "her", "its", "their"];
    aside.iter().any(|aside| word.eq_ignore_ascii_case(aside))
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
