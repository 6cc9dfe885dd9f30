//! What an article has told up to one of its expressions of time.

use super::{reading::Reading, stand};
use crate::{
    dates::{
        civil::Day,
        expr::{Anchor, Ends, Expression, Lean, Name, Pick, Time},
        resolve::{Context, Placed},
        rules,
        value::{Clock, Grain, Place},
    },
    text::Document,
};

/// The course of an article.
pub(super) struct Course<'a> {
    document: &'a Document,
    found: &'a [Expression],
    /// The day of publication.
    day: Option<Day>,
    pub context: Context,
    /// The mention of the time last spoken of.
    pub last_id: Option<String>,
    block: Option<usize>,
    sentence: Option<usize>,
    /// The quarter that the article reports, beside the one that its sentence names.
    quarter: Option<Place>,
    /// The day whose evening was spoken of.
    evening: Option<Day>,
    /// Every day spoken of.
    spoken: Vec<Day>,
}

impl<'a> Course<'a> {
    pub fn new(document: &'a Document, found: &'a [Expression], day: Option<Day>) -> Self {
        let context = Context {
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
        Self {
            document,
            found,
            day,
            context,
            last_id: None,
            block: None,
            sentence: None,
            quarter: None,
            evening: None,
            spoken: Vec::new(),
        }
    }

    /// Comes to the expression at `i`: what it is read from.
    pub fn come_to(&mut self, i: usize) {
        let Some(expression) = self.found.get(i) else { return };
        self.come_to_block(expression);
        let stand = stand::stands_on(self.document, self.found, i, &self.context, self.day);
        self.context.published = stand.or(self.context.published);
        // Months go on within a sentence, the days of a tour from line to line.
        let sentence = self.document.sentence_at(expression.span.start());
        if sentence != self.sentence {
            self.sentence = sentence;
            self.context.quarter = self.quarter;
            self.context.near = self.context.near.filter(|_| !is_month(expression));
        }
        let cue = expression.cue.map_or("", |cue| cue.of(self.document.text()));
        self.context.promised = ["will", "shall", "'ll", "’ll"].contains(&cue);
        self.context.lean = expression.lean;
        self.context.weekday = expression.weekday;
        let said = |name| self.spoken.iter().find(|day| (day.month, day.day) == name);
        self.context.same = day_in_year(expression).and_then(said).copied();
    }

    fn come_to_block(&mut self, expression: &Expression) {
        let start = expression.span.start();
        let here = self.document.block_at(start);
        if here != self.block {
            self.block = here;
            self.context.year = self.context.year.filter(|_| self.context.narrative);
            // What a paragraph ago was spoken of no longer is, but a quarter stays for a report.
            let stays = |place: &Place| {
                matches!(place, Place::Year(_) | Place::Day(_) | Place::Month(Some(_), _))
            };
            self.context.last = self.context.last.filter(stays);
        }
        // A clock time that heads an entry is the day's on which the article appears.
        let heads = here
            .and_then(|block| self.document.blocks().get(block))
            .is_some_and(|block| block.span.start() == start);
        if heads && matches!(expression.time, Time::At(..)) {
            self.context.last = None;
        }
    }

    /// The small hours that are told after an evening are those of the next day: `At 10pm on Thursday …
    /// by 3am`.
    pub fn past_midnight(&mut self, expression: &Expression, reading: &mut Reading) {
        const EVENING: u8 = 18;
        const SMALL: u8 = 6;
        let Some(Placed { place, clock, .. }) = reading.first.as_mut() else { return };
        let Place::Day(day) = *place else { return };
        let unsaid = matches!(&expression.time, Time::At(Some(of), _)
            if matches!(**of, Time::Shift { from: Anchor::Context, count: 0.0, .. }));
        match clock {
            Some(Clock::Time(hour, _)) if *hour >= EVENING => self.evening = Some(day),
            Some(Clock::Time(hour, _)) if *hour < SMALL && unsaid && self.evening == Some(day) => {
                *place = day.plus(1).map_or(*place, Place::Day);
                self.evening = None;
            }
            _ if !unsaid => self.evening = None,
            _ => {}
        }
    }

    /// Goes on behind an expression: what it says of those after it.
    pub fn go_on(&mut self, expression: &Expression, reading: &Reading, id: String) {
        let placed = reading.first.as_ref();
        let is_place = expression.time.is_place() || matches!(expression.time, Time::At(..));
        if let Some(place) = placed.filter(|_| is_place).map(|placed| placed.place) {
            if !is_back(&expression.time) || self.context.last.is_none() {
                self.context.last = Some(place);
            }
            self.tell_of_year(expression, place);
            self.tell_of_quarter(expression, place);
            self.last_id = Some(id);
        }
        if compares(expression) {
            (self.quarter, self.context.quarter) = (None, None);
        }
        // A place, a price or a `now` between two days of a list ends no list.
        if placed.is_some() {
            self.context.near = in_list(expression, reading);
        }
        if let Some(Placed { place: Place::Day(day), .. }) = placed {
            self.spoken.push(*day);
        }
    }

    /// A report compares with the quarter of the sentence, else with the last that the article names of
    /// those that are over. Others are looked ahead to; but a fiscal one may be told of before it is over
    /// on the calendar.
    fn tell_of_quarter(&mut self, expression: &Expression, place: Place) {
        // `the quarter ended July 31` names one only where no other is named.
        let moved = matches!(&expression.time, Time::Shift { from, .. }
            if !matches!(from, Anchor::Of(_)) || self.context.quarter.is_some());
        let Some((first, last)) = place.days() else { return };
        if moved || !matches!(place, Place::Quarter(..)) {
            return;
        }
        let told = matches!(expression.lean, Lean::Past | Lean::Reported);
        let over = |now: Day| last < now || told && first <= now;
        if self.context.published.is_none_or(over) {
            self.context.quarter = Some(place);
            let before = self.quarter.and_then(Place::days);
            if before.is_none_or(|(before, _)| before < first) {
                self.quarter = Some(place);
            }
        }
    }

    fn tell_of_year(&mut self, expression: &Expression, place: Place) {
        let year = match (&expression.time, place.days()) {
            (Time::Fixed(_), Some((first, last))) if first.year == last.year => {
                Some(i32::from(first.year))
            }
            _ => None,
        };
        self.context.stated = year.or(self.context.stated);
        let told = year.or_else(|| told(&expression.time, place));
        if told.is_some() && !is_aside(self.document, expression) {
            self.context.year = told;
        }
    }
}

/// Whether it counts back from what was spoken of: `Against 18 on the previous night`, said again, is
/// the same night.
fn is_back(time: &Time) -> bool {
    match time {
        Time::At(Some(day), _) => is_back(day),
        Time::Shift { from: Anchor::Context, count, .. } => *count < 0.0,
        _ => false,
    }
}

/// `For the nine months`: what a report compares is no longer one quarter.
fn compares(expression: &Expression) -> bool {
    let Time::Lasting(length, Ends::Nowhere | Ends::AtPublication) = expression.time else {
        return false;
    };
    let said = [rules::BOUNDED.id, rules::DURATION.id].contains(&expression.rule.id);
    said && length.count.is_some() && matches!(length.grain, Grain::Month | Grain::Year)
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
