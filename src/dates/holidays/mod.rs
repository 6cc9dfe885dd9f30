//! Days that have a name.

mod america;
mod asia;
mod christian;
mod countries;
mod europe;
mod faiths;
mod index;
mod local;
mod moving;
mod on;
mod pack;
mod world;
mod years;

#[cfg(test)]
mod tests;

pub use index::{may_begin_with, named};
pub use local::of_country;
pub use on::On;

use super::value::{Grain, Place};

/// A day or period that has a name, and how its date is found.
#[derive(Debug, PartialEq)]
pub struct Holiday {
    /// Its names between bars: words in lower case, without apostrophes, hyphens and full stops,
    /// separated by single spaces.
    names: &'static str,
    /// The words for the country between bars, of a holiday that is another elsewhere.
    places: &'static str,
    on: On,
    /// How many days it lasts; 0 for as long as its month.
    days: u8,
    /// Whether its names are also plain words, so that it needs its capital.
    is_word: bool,
}

impl Holiday {
    const fn new(names: &'static str, on: On) -> Self {
        Self { names, places: "", on, days: 1, is_word: false }
    }

    /// The same, in that country.
    const fn of(mut self, places: &'static str) -> Self {
        self.places = places;
        self
    }

    /// The same, over so many days.
    const fn lasting(mut self, days: u8) -> Self {
        self.days = days;
        self
    }

    /// The same, whose names are also plain words or names of something else.
    const fn proper(mut self) -> Self {
        self.is_word = true;
        self
    }

    /// Its names, the usual one first.
    pub fn names(&self) -> impl Iterator<Item = &'static str> {
        self.names.split('|')
    }

    /// Whether its names are also plain words, so that it needs its capital.
    pub fn is_word(&self) -> bool {
        self.is_word
    }

    /// Whether it is one day and no period.
    pub fn is_day(&self) -> bool {
        self.days == 1
    }

    /// When it is, or begins, in a year; `None` for a year in which it is not or not known to be.
    pub fn in_year(&self, year: i32) -> Option<Place> {
        self.place(self.on.day(year)?)
    }

    /// When it is a second time in that year, as the short years of Islam bring their feasts.
    pub fn again_in_year(&self, year: i32) -> Option<Place> {
        self.place(self.on.again(year)?)
    }

    /// When else it may be in that year: what other countries or churches call by that name, the
    /// best known first.
    pub fn others_in_year(&'static self, year: i32) -> impl Iterator<Item = Place> {
        let usual = self.in_year(year);
        let others = local::others(self).filter_map(move |other| other.in_year(year));
        others.filter(move |other| Some(*other) != usual)
    }

    fn place(&self, first: super::civil::Day) -> Option<Place> {
        let days = match self.days {
            1 => return Some(Place::Day(first)),
            0 => self.on.length(first),
            days => u16::from(days),
        };
        (days > 0).then_some(Place::Days(first, days))
    }

    /// The place with an open year.
    pub fn open(&self) -> Place {
        match self.on {
            On::Fixed(month, day) if self.is_day() => Place::MonthDay(month, day),
            _ if self.is_day() => Place::Open(Grain::Day),
            _ => Place::Open(Grain::Week),
        }
    }
}
