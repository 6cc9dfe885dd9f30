//! An expression placed on the calendar, and what else it may mean.

use super::{days, timex::timex};
use crate::{
    dates::{
        civil::Day,
        expr::{Anchor, Expression, Lean, Name, Pick, Time},
        resolve::{self, Context, Placed},
        rules,
        value::{Grain, Length, Place},
    },
    report::{Alternative, Assumed, Certainty, DateMention, TimexMod, Why},
};

/// An expression placed, as far as it has a place.
#[derive(Clone, Debug)]
pub(super) struct Reading {
    pub first: Option<Placed>,
    /// The end of a range.
    pub last: Option<Placed>,
}

impl Reading {
    #[inline(never)]
    pub fn of(expression: &Expression, context: &Context) -> Self {
        match &expression.time {
            Time::Range(from, to) => {
                let (first, last) = resolve::range(from, to, context);
                Self { first, last }
            }
            time => Self { first: resolve::place(time, context), last: None },
        }
    }

    /// Two expressions of which the second ends what the first begins.
    pub fn of_both(from: &Expression, to: &Expression, context: &Context) -> (Self, Self) {
        let lean = if from.lean == Lean::Unknown { to.lean } else { from.lean };
        let context = Context { lean, ..*context };
        let (first, last) = resolve::range(&from.time, &to.time, &context);
        (Self { first, last: None }, Self { first: last, last: None })
    }

    /// The TIMEX3 value of a point or period.
    #[inline(never)]
    pub fn value(&self) -> String {
        let value = |placed: &Option<Placed>| placed.as_ref().map(Placed::value);
        match (value(&self.first), value(&self.last)) {
            (Some(first), Some(last)) => format!("{first}/{last}"),
            (Some(first), None) => first,
            _ => "XXXX".to_owned(),
        }
    }

    #[inline(never)]
    pub fn mention(&self, expression: &Expression, id: String, context: &Context) -> DateMention {
        let (earliest, latest) = days::bounded(self.covered(expression, context), expression);
        let assumed: Vec<Assumed> =
            self.first.as_ref().map(|p| p.assumed.clone()).unwrap_or_default();
        let evidence = expression.cue.filter(|_| !assumed.is_empty());
        let sure = match (&expression.time, context.published) {
            _ if expression.other.is_some() => Certainty::Check,
            (Time::Named(..), Some(_)) if assumed.contains(&Assumed::Direction) => {
                Certainty::Likely
            }
            // What hangs on words elsewhere, or is not the calendar's.
            (
                Time::Shift { from: Anchor::Context, .. }
                | Time::Reference(_)
                | Time::Recurring(_)
                | Time::Fixed(Place::Open(_))
                | Time::Lasting(Length { count: None, .. }, _)
                | Time::Named(Name::Weekend, Pick::Nearest),
                _,
            ) => Certainty::Likely,
            (Time::At(Some(day), _), _)
                if matches!(**day, Time::Shift { from: Anchor::Context, .. }) =>
            {
                Certainty::Likely
            }
            _ if expression.rule.id == rules::FISCAL.id => Certainty::Likely,
            // `a year earlier` of a report: the same quarter, or all of the year.
            (Time::Shift { grain: Grain::Year, .. }, _) if self.is_quarter() => Certainty::Likely,
            _ => Certainty::Sure,
        };
        DateMention {
            id,
            span: expression.span,
            timex: timex(expression, self, context),
            edtf: self.edtf(),
            earliest: earliest.map(|day| day.to_string()),
            latest: latest.map(|day| day.to_string()),
            assumed,
            alternatives: self.alternatives(expression, context),
            certainty: sure,
            why: Why::rule(expression.rule).with(evidence),
        }
    }

    fn is_quarter(&self) -> bool {
        self.first.as_ref().is_some_and(|placed| placed.place.grain() == Grain::Quarter)
    }

    fn covered(&self, expression: &Expression, context: &Context) -> Option<(Day, Day)> {
        let days = |placed: &Option<Placed>| placed.as_ref().and_then(|p| p.place.days());
        match (days(&self.first), days(&self.last)) {
            (Some((first, _)), Some((_, last))) => Some((first, last)),
            // `within two weeks from today`.
            (Some((end, _)), None)
                if let (
                    Time::Shift { from: Anchor::Of(from), .. },
                    Some(TimexMod::EqualOrLess | TimexMod::LessThan),
                ) = (&expression.time, expression.modifier) =>
            {
                Some((days(&resolve::place(from, context))?.0, end.plus(-1)?))
            }
            (Some(period), None) if self.last.is_none() => {
                Some(days::part(period, expression, context).unwrap_or(period))
            }
            _ => days::of_length(&expression.time, context),
        }
    }

    fn edtf(&self) -> Option<String> {
        let first = self.first.as_ref()?.place.edtf()?;
        match &self.last {
            Some(last) => Some(format!("{first}/{}", last.place.edtf()?)),
            None => Some(first),
        }
    }

    fn alternatives(&self, expression: &Expression, context: &Context) -> Vec<Alternative> {
        let why = |note: &'static str| Why::rule(expression.rule).noting(note);
        let order = expression.other.map(|place| Alternative {
            value: place.value(),
            why: why("with day and month the other way round"),
        });
        let other = self.turned(expression, context).map(|other| Alternative {
            value: other.value(),
            why: why("if the sentence looks the other way"),
        });
        let week = self
            .other_week(expression, context)
            .map(|week| Alternative { value: week.value(), why: why("the one in the other week") });
        // Once, if the other direction gives the same.
        let unsaid = |day: &String| other.as_ref().is_none_or(|other| other.value != *day);
        let year = self.fitting_year(expression).map(|day| day.to_string()).filter(unsaid);
        let year = year.map(|value| Alternative {
            value,
            why: why("the nearest year in which that day is that weekday"),
        });
        let elsewhere = self
            .elsewhere(expression)
            .map(|place| Alternative { value: place.value(), why: why("as it is kept elsewhere") });
        order.into_iter().chain(other).chain(week).chain(year).chain(elsewhere).collect()
    }

    /// What the expression means if the sentence looks the other way.
    #[inline(never)]
    fn turned(&self, expression: &Expression, context: &Context) -> Option<Self> {
        let (now, first) = (context.published?, self.first.as_ref()?);
        if first.assumed.is_empty() && !hangs_on_direction(&expression.time) {
            return None;
        }
        let (begins, _) = first.place.days()?;
        // The day itself may be told of or awaited: the other way is then the next one.
        let lean = if begins > now { Lean::Past } else { Lean::Future };
        let from = if begins == now { now.plus(1)? } else { now };
        let turned = Context {
            same: None,
            near: None,
            weekday: None,
            lean,
            year: None,
            published: Some(from),
            turned: true,
            ..*context
        };
        let other = Self::of(expression, &turned);
        let placed = other.first.as_ref().is_some_and(|p| p.place.days().is_some());
        (placed && other.value() != self.value()).then_some(other)
    }
}

impl Reading {
    /// The days of that name in other countries.
    fn elsewhere(&self, expression: &Expression) -> impl Iterator<Item = Place> {
        const MOST: usize = 3;
        let Time::Named(Name::Holiday(holiday), _) = expression.time else {
            return None.into_iter().flatten();
        };
        let year =
            self.first.as_ref().and_then(|placed| placed.place.days()).map(|(first, _)| first.year);
        let others = year.map(|year| holiday.others_in_year(i32::from(year)).take(MOST));
        others.into_iter().flatten()
    }

    /// `next Friday` said on a Monday is that week's or the next one's; the same for `last`, for
    /// `this Monday` when that is over, and for `next weekend`.
    fn other_week(&self, expression: &Expression, context: &Context) -> Option<Place> {
        let published = context.published?;
        let by = match &expression.time {
            Time::Named(Name::Weekday(_), Pick::Next | Pick::This) => 7,
            Time::Named(Name::Weekday(_), Pick::Last) => -7,
            Time::Named(Name::Weekend, Pick::In(week)) if published.weekday() < 6 => {
                return is_next_week(week).then_some(Place::Weekend(published));
            }
            Time::Named(Name::Weekday(weekday), Pick::In(week)) if is_next_week(week) => {
                let days = i32::from(*weekday) - i32::from(published.weekday());
                return if days > 0 { published.plus(days).map(Place::Day) } else { None };
            }
            _ => return None,
        };
        let Place::Day(day) = self.first.as_ref()?.place else { return None };
        let over = !matches!(expression.time, Time::Named(_, Pick::This)) || day < published;
        let same = day.monday()? == published.monday()?;
        (same && over).then(|| day.plus(by).map(Place::Day)).flatten()
    }

    /// The day nearest to the one assumed that is the weekday the text says.
    fn fitting_year(&self, expression: &Expression) -> Option<Day> {
        let (weekday, first) = (expression.weekday?, self.first.as_ref()?);
        let (Place::Day(day), true) = (first.place, first.assumed.contains(&Assumed::Year)) else {
            return None;
        };
        if day.weekday() == weekday {
            return None;
        }
        let years = [1, -1, 2, -2, 3, -3, 4, -4, 5, -5, 6, -6];
        let in_year = |by| Day::new(i32::from(day.year) + by, day.month, day.day);
        years.into_iter().filter_map(in_year).find(|day| day.weekday() == weekday)
    }
}

fn is_next_week(time: &Time) -> bool {
    matches!(time, Time::Shift { from: Anchor::Published, grain: Grain::Week, count: 1.0 })
}

/// Whether another direction of the sentence may give another value.
fn hangs_on_direction(time: &Time) -> bool {
    match time {
        Time::Named(_, pick) => matches!(pick, Pick::Nearest),
        Time::At(Some(time), _)
        | Time::Nth(_, _, time)
        | Time::Shift { from: Anchor::Of(time), .. } => hangs_on_direction(time),
        Time::Range(from, to) => hangs_on_direction(from) || hangs_on_direction(to),
        _ => false,
    }
}
