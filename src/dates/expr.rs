//! What an expression of time says, before it is placed on the calendar.

use super::{
    holidays::Holiday,
    value::{Clock, Grain, Length, Place, Season},
};
use crate::{
    report::{TimexMod, TimexType},
    rules::Rule,
    span::Span,
};

/// An expression of time whose words are known but whose value may hang on others.
#[derive(Clone, Debug)]
pub struct Expression {
    /// The words, in the folded text.
    pub span: Span,
    pub(super) time: Time,
    pub(super) modifier: Option<TimexMod>,
    pub(super) rule: &'static Rule,
    /// Other readings of a date in digits.
    pub(super) other: Option<Place>,
    /// A weekday that stands with a date: `Friday, Oct. 23`.
    pub(super) weekday: Option<u8>,
    /// Which way the sentence looks, and the word that says so.
    pub(super) lean: Lean,
    pub(super) cue: Option<Span>,
    /// Whether it ends the range that the expression before it begins: `from May to June`.
    pub(super) ends_range: bool,
    /// `earlier this year` and `later this week` end and begin now.
    pub(super) until_now: bool,
}

impl Expression {
    /// The same expression where what began at byte `from` begins at byte `to`.
    #[must_use]
    #[inline(never)]
    pub fn moved(&self, from: usize, to: usize) -> Self {
        let moved = |span: Span| span.moved(from, to);
        Self { span: moved(self.span), cue: self.cue.map(moved), ..self.clone() }
    }

    /// Whether the date is written in digits alone, year first: the same in every language.
    pub fn is_iso(&self) -> bool {
        self.rule.id == super::rules::ISO.id
    }
}

/// Which way a sentence looks from its day of publication.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Lean {
    /// What happened then is told: `was found in April`.
    Past,
    /// It is told that something was said, or is so by now: that may still be ahead.
    Reported,
    Future,
    /// What was then still to come: `would die in May`, `was put off until Friday`.
    Awaited,
    /// What is so every year: `it is hot in July`.
    Habit,
    #[default]
    Unknown,
}

impl Lean {
    /// Whether what is still to come is told.
    pub fn is_ahead(self) -> bool {
        matches!(self, Self::Future | Self::Awaited)
    }

    /// The same, where what happened then need not be what is told.
    pub fn reported(self) -> Self {
        if self == Self::Past { Self::Reported } else { self }
    }
}

/// A time as the words give it.
#[derive(Clone, Debug)]
pub(super) enum Time {
    /// A place that needs nothing else.
    Fixed(Place),
    /// Something that recurs, and which one of them is meant.
    Named(Name, Pick),
    /// So many units from somewhere.
    Shift {
        from: Anchor,
        grain: Grain,
        count: f64,
    },
    /// The how manieth of those in another time, from its end if negative.
    Nth(i32, Member, Box<Time>),
    /// A time of day.
    At(Option<Box<Time>>, Clock),
    /// Now, once, some day.
    Reference(Reference),
    /// A length, and whether it ends or begins at the publication.
    Lasting(Length, Ends),
    Recurring(Recurrence),
    Range(Box<Time>, Box<Time>),
}

/// What there are several of in a longer time.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Member {
    Weekday(u8),
    Weekend,
    /// A day, week or month.
    Unit(Grain),
}

impl Member {
    /// How long one is.
    pub fn grain(self) -> Grain {
        match self {
            Self::Weekday(_) => Grain::Day,
            Self::Weekend => Grain::Week,
            Self::Unit(grain) => grain,
        }
    }
}

/// Something that recurs.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Name {
    Weekday(u8),
    Month(u8),
    MonthDay(u8, u8),
    DayOfMonth(u8),
    /// Day of the month, and the weekday that it is.
    DayOn(u8, u8),
    Season(Season),
    Quarter(u8),
    Half(u8),
    Weekend,
    Holiday(&'static Holiday),
}

impl Name {
    /// The place with everything open that the name leaves open.
    pub fn open(self) -> Place {
        match self {
            Self::Weekday(day) => Place::Weekday(day),
            Self::Month(month) => Place::Month(None, month),
            Self::MonthDay(month, day) => Place::MonthDay(month, day),
            Self::DayOfMonth(day) | Self::DayOn(day, _) => Place::DayOfMonth(day),
            Self::Season(season) => Place::Season(None, season),
            Self::Quarter(quarter) => Place::Quarter(None, quarter),
            Self::Half(half) => Place::Half(None, half),
            Self::Weekend => Place::OpenWeekend,
            Self::Holiday(holiday) => holiday.open(),
        }
    }
}

/// Which one of those that recur.
#[derive(Clone, Debug)]
pub(super) enum Pick {
    /// The one before publication: `last March`.
    Last,
    /// The one in the current week, month or year: `this Friday`.
    This,
    /// The one after publication: `next March`.
    Next,
    /// The nearest in the direction that the sentence looks.
    Nearest,
    /// The one before what was last spoken of: `the previous Friday`.
    Before,
    /// The one after it: `the following Friday`.
    After,
    /// The one in another time: `March last year`.
    In(Box<Time>),
}

/// What a shift counts from.
#[derive(Clone, Debug)]
pub(super) enum Anchor {
    Published,
    /// The quarter that a report speaks of, else publication: `a year ago`.
    Reported,
    /// The time last spoken of.
    Context,
    /// That which a story tells of, else publication: `the year`.
    Told,
    Of(Box<Time>),
    /// The very day that another shift leads to: `a month and two days ago`.
    Moved(Box<Time>),
}

/// A time that has no place on the calendar.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Reference {
    Past,
    Present,
    Future,
}

/// How a length hangs on the publication.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Ends {
    Nowhere,
    AtPublication,
    FromPublication,
    /// What is meant is its far end: `in three years`.
    Ahead,
    /// From the publication on, its day included: `within three days`.
    Within,
    /// From the time after it on: `two weeks starting Monday`, `the first nine months of 2019`.
    FromNext,
    /// Up to the end of the time after it: `the last ten days of May`.
    AtNext,
}

/// Something that happens again and again.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Recurrence {
    pub what: Cycle,
    pub quant: bool,
    pub times: Option<u8>,
}

/// What a recurrence repeats with.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Cycle {
    Every(Length),
    Named(Name, Option<Clock>),
}

impl Time {
    /// The TIMEX3 type.
    pub fn timex_type(&self) -> TimexType {
        match self {
            Self::At(..) => TimexType::Time,
            Self::Range(from, _) => from.timex_type(),
            Self::Shift { grain, .. } if *grain < Grain::Day => TimexType::Time,
            Self::Lasting(..) => TimexType::Duration,
            Self::Recurring(_) => TimexType::Set,
            _ => TimexType::Date,
        }
    }

    /// Whether it is a point or period on the calendar that another time can lie in or be counted
    /// from.
    pub fn is_place(&self) -> bool {
        matches!(self, Self::Fixed(_) | Self::Named(..) | Self::Shift { .. } | Self::Nth(..))
    }
}
