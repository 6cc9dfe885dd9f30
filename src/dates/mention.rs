//! Expressions as the report shows them.

use std::borrow::Cow;

use super::{
    civil::Day,
    expr::{Anchor, Cycle, Ends, Expression, Lean, Name, Pick, Recurrence, Reference, Time},
    resolve::{self, Context, Placed},
    value::{Grain, Place},
};
use crate::{
    report::{
        Alternative, Assumed, Certainty, DateMention, Published, Timex, TimexMod, TimexType,
        Warning, Why,
    },
    text::Document,
};

/// Every expression with its value and id, and what is odd about them.
pub(super) fn mentions(
    document: &Document,
    found: &[Expression],
    published: &Published,
) -> (Vec<DateMention>, Vec<Warning>) {
    let day = published.value.as_deref().and_then(Day::parse);
    let mut context =
        Context { published: day, last: None, quarter: None, year: None, lean: Lean::Unknown };
    let (mut dates, mut warnings) = (Vec::new(), Vec::new());
    let (mut block, mut last_id) = (None, None::<String>);
    for (i, expression) in found.iter().enumerate() {
        let here = document.block_at(expression.span.start());
        if here != block {
            block = here;
            context.year = None;
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
        let id = format!("d{}", i + 1);
        let reading = Reading::of(expression, &context);
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
            if let (Time::Fixed(_), Some((first, last))) = (&expression.time, placed.place.days())
                && first.year == last.year
            {
                context.year = Some(i32::from(first.year));
            }
            if matches!(placed.place, Place::Quarter(Some(_), _))
                && !matches!(expression.time, Time::Shift { .. })
            {
                context.quarter = Some(placed.place);
            }
            last_id = Some(id);
        }
        dates.push(mention);
    }
    (dates, warnings)
}

/// An expression placed, as far as it has a place.
struct Reading {
    first: Option<Placed>,
    /// The end of a range.
    last: Option<Placed>,
}

impl Reading {
    fn of(expression: &Expression, context: &Context) -> Self {
        match &expression.time {
            Time::Range(a, b) => {
                let first = resolve::place(a, context);
                let mut last = resolve::place(b, context);
                // The end of a range is not before its beginning.
                if let (Some(from), Some(to), Time::Named(Name::Weekday(_), Pick::Nearest)) =
                    (&first, &mut last, &**b)
                    && let (Place::Day(from), Place::Day(day)) = (from.place, to.place)
                    && day < from
                {
                    to.place = day.plus(7).map_or(to.place, Place::Day);
                }
                Self { first, last }
            }
            time => Self { first: resolve::place(time, context), last: None },
        }
    }

    fn mention(&self, expression: &Expression, id: String, context: &Context) -> DateMention {
        let days = |placed: &Option<Placed>| placed.as_ref().and_then(|p| p.place.days());
        let covered = match (days(&self.first), days(&self.last)) {
            (Some((first, _)), Some((_, last))) => Some((first, last)),
            (Some(days), None) if self.last.is_none() => {
                Some(edge(days, expression.modifier).unwrap_or(days))
            }
            _ => None,
        };
        let covered = covered.or_else(|| lasting_days(&expression.time, context));
        let assumed: Vec<Assumed> =
            self.first.as_ref().map(|p| p.assumed.clone()).unwrap_or_default();
        let evidence = expression.cue.filter(|_| !assumed.is_empty());
        let sure = match (&expression.time, context.published) {
            _ if expression.other.is_some() => Certainty::Check,
            (Time::Named(..), Some(_)) if assumed.contains(&Assumed::Direction) => {
                Certainty::Likely
            }
            (Time::Shift { from: Anchor::Context, .. } | Time::Reference(_), _) => {
                Certainty::Likely
            }
            _ => Certainty::Sure,
        };
        DateMention {
            id,
            span: expression.span,
            timex: timex(expression, self, context),
            edtf: self.edtf(),
            earliest: covered.map(|(first, _)| first.to_string()),
            latest: covered.map(|(_, last)| last.to_string()),
            assumed,
            alternatives: self.alternatives(expression),
            certainty: sure,
            why: Why::rule(expression.rule).with(evidence),
        }
    }

    fn edtf(&self) -> Option<String> {
        let first = self.first.as_ref()?.place.edtf()?;
        match &self.last {
            Some(last) => Some(format!("{first}/{}", last.place.edtf()?)),
            None => Some(first),
        }
    }

    fn alternatives(&self, expression: &Expression) -> Vec<Alternative> {
        let why = |note: &'static str| Why::rule(expression.rule).noting(note);
        let order = expression.other.map(|place| Alternative {
            value: place.value(),
            why: why("with day and month the other way round"),
        });
        let other = self.first.as_ref().and_then(|p| p.other).map(|place| Alternative {
            value: place.value(),
            why: why("if the sentence looks the other way"),
        });
        order.into_iter().chain(other).collect()
    }
}

fn timex(expression: &Expression, reading: &Reading, context: &Context) -> Timex {
    let mut timex = Timex {
        timex_type: expression.time.timex_type(),
        value: String::new(),
        modifier: expression.modifier,
        quant: None,
        freq: None,
        anchor: None,
        begin_point: None,
        end_point: None,
    };
    let t0 = || context.published.map(|_| "t0".to_owned());
    match &expression.time {
        Time::Reference(reference) => reference.value().clone_into(&mut timex.value),
        Time::Lasting(length, ends) => {
            timex.value = length.value();
            match ends {
                Ends::Nowhere => {}
                Ends::AtPublication => timex.end_point = t0(),
                Ends::FromPublication | Ends::Ahead => timex.begin_point = t0(),
            }
        }
        Time::Recurring(recurrence) => recurring(*recurrence, &mut timex),
        time => {
            let value = |placed: &Option<Placed>| placed.as_ref().map(Placed::value);
            timex.value = match (value(&reading.first), value(&reading.last)) {
                (Some(first), Some(last)) => format!("{first}/{last}"),
                (Some(first), None) => first,
                _ => "XXXX".to_owned(),
            };
            if let Time::Shift { from: Anchor::Published, .. } | Time::Named(..) = time {
                timex.anchor = t0();
            }
        }
    }
    timex
}

fn recurring(Recurrence { what, quant, times }: Recurrence, timex: &mut Timex) {
    timex.timex_type = TimexType::Set;
    timex.value = match what {
        Cycle::Every(length) => length.value(),
        Cycle::Named(name, clock) => {
            name.open().value() + &clock.map(super::value::Clock::value).unwrap_or_default()
        }
    };
    timex.quant = quant.then(|| "EVERY".to_owned());
    timex.freq = times.map(|times| format!("{times}X"));
}

impl Reference {
    fn value(self) -> &'static str {
        match self {
            Self::Past => "PAST_REF",
            Self::Present => "PRESENT_REF",
            Self::Future => "FUTURE_REF",
        }
    }
}

/// The first or last half of a period, or its middle third, for `early`, `late` and `mid`.
fn edge((first, last): (Day, Day), modifier: Option<TimexMod>) -> Option<(Day, Day)> {
    let days = last.number() - first.number() + 1;
    if days < 4 {
        return None;
    }
    let months = (i32::from(last.year) - i32::from(first.year)) * 12 + i32::from(last.month)
        - i32::from(first.month)
        + 1;
    let middle = if months > 1 && days > 31 {
        first.plus_months(months / 2)?
    } else {
        first.plus(days / 2)?
    };
    match modifier? {
        TimexMod::Start => Some((first, middle.plus(-1)?)),
        TimexMod::End => Some((middle, last)),
        TimexMod::Mid => Some((first.plus(days / 3)?, last.plus(-(days / 3))?)),
        _ => None,
    }
}

/// The days that a length covers which ends or begins at the publication.
fn lasting_days(time: &Time, context: &Context) -> Option<(Day, Day)> {
    let Time::Lasting(length, ends) = time else { return None };
    let (published, count) = (context.published?, length.count?);
    let sign = match ends {
        Ends::Nowhere => return None,
        Ends::AtPublication => -1.0,
        Ends::FromPublication | Ends::Ahead => 1.0,
    };
    if count > 100_000.0 {
        return None;
    }
    let other = match length.grain.months() {
        Some(months) => published.plus_months((sign * count * f64::from(months)) as i32)?,
        None if length.grain == Grain::Week => published.plus((sign * count * 7.0) as i32)?,
        None if length.grain == Grain::Day => published.plus((sign * count) as i32)?,
        None => published,
    };
    if *ends == Ends::Ahead {
        return Some((other, other));
    }
    Some((published.min(other), published.max(other)))
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
