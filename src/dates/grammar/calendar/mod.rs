//! Days, months and weekdays by name, and days that have one.

mod days;
mod feasts;
mod months;
mod weekdays;
mod years;

use super::{Grammar, Match, longer};
use crate::dates::{
    civil::Day,
    expr::{Name, Pick, Time},
    value::Place,
};

/// The year that a day or month lies in, as the words give it.
#[derive(Clone, Debug)]
pub(super) enum YearIn {
    Open,
    Number(i32),
    Of(Time),
}

impl Grammar<'_> {
    pub(in crate::dates::grammar) fn calendar(&self, i: usize) -> Option<Match> {
        let dated = self.day_of_month(i).or_else(|| self.month(i));
        let dated = longer(dated, longer(self.year_first(i), self.shares_month(i)));
        longer(longer(dated, self.weekday(i)), longer(self.holiday(i), self.bare_day(i)))
    }

    pub(super) fn opens(&self, i: usize) -> bool {
        self.line.follows(i, &["(", "\"", "“", "‘", "'", "[", "—", "–", "/", ":", "’", ","])
    }
}

/// The time of a month and day in a year; `None` when that year has no such day.
pub(super) fn month_day(month: u8, day: u8, year: YearIn) -> Option<Time> {
    Some(match year {
        YearIn::Number(year) => Time::Fixed(Place::Day(Day::new(year, month, day)?)),
        YearIn::Of(year) => Time::Named(Name::MonthDay(month, day), Pick::In(Box::new(year))),
        YearIn::Open => Time::Named(Name::MonthDay(month, day), Pick::Nearest),
    })
}
