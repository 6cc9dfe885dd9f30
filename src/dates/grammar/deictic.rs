//! Times said from where the speaker stands: today, last week, the following year.

use super::{Found, Grammar, Match, sided::pick};
use crate::dates::{
    expr::{Anchor, Ends, Name, Pick, Reference, Time},
    rules,
    value::{Clock, Grain, Length},
};

/// What a word before a unit says of it.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Side {
    Last,
    This,
    Next,
    /// The one before, of or after what was spoken of.
    Before,
    Same,
    After,
}

impl Grammar<'_> {
    pub(super) fn deictic(&self, i: usize) -> Option<Match> {
        (self.day_word(i))
            .or_else(|| self.sided(i))
            .or_else(|| self.around_day(i))
            .or_else(|| self.after_next(i))
            .or_else(|| self.weekdays_away(i))
    }

    /// `today`, `yesterday`, `tomorrow`, `tonight`, `overnight`.
    fn day_word(&self, i: usize) -> Option<Match> {
        let line = self.line;
        let count = match line.key(i) {
            "today" | "tonight" | "tonite" => 0.0,
            "yesterday" => -1.0,
            "tomorrow" | "tmrw" | "tmr" => 1.0,
            _ => return None,
        };
        // A newspaper, a song, a programme.
        if line.is_name_part(i) {
            return None;
        }
        // `the engineers of tomorrow`.
        let edges =
            ["end", "start", "rest", "morning", "afternoon", "evening", "night", "beginning"];
        if line.is(i, &["tomorrow"]) && line.follows(i, &["of"]) && !line.follows(i - 1, &edges) {
            let some = Time::Reference(Reference::Future);
            return Some(Found::new(i, i + 1, some, &rules::REFERENCE));
        }
        let day = Time::Shift { from: Anchor::Published, grain: Grain::Day, count };
        if line.is(i, &["tonight", "tonite"]) {
            let (clock, end) = self.evening_hour(i + 1).unwrap_or((Clock::Part("TNI"), i + 1));
            let time = Time::At(Some(Box::new(day)), clock);
            return Some(Found::new(i, end, time, &rules::PART));
        }
        Some(Found::new(i, i + 1, day, &rules::DAY))
    }

    /// `at 8` behind `tonight`.
    fn evening_hour(&self, i: usize) -> Option<(Clock, usize)> {
        let line = self.line;
        let hour = line.is(i, &["at"]).then(|| line.small(i + 1, 2, 5, 11)).flatten()?;
        let alone = !line.is_word(i + 2)
            && (!line.joined(i + 2) || line.is(i + 2, &[".", ",", ";", ")", "”", "’", "\""]));
        alone.then_some((Clock::Time(hour + 12, None), i + 2))
    }

    /// `the day before yesterday`, `the day after tomorrow`.
    fn around_day(&self, i: usize) -> Option<Match> {
        let line = self.line;
        let at = i + usize::from(line.is(i, &["the"]));
        let count = match (line.key(at), line.key(at + 1), line.key(at + 2)) {
            ("day", "before", "yesterday") => -2.0,
            ("day", "after", "tomorrow") => 2.0,
            _ => return None,
        };
        let time = Time::Shift { from: Anchor::Published, grain: Grain::Day, count };
        Some(Found::new(i, at + 3, time, &rules::DAY))
    }

    /// `last week`, `this past Friday`, `the following year`, `next March`, `last night`.
    fn sided(&self, i: usize) -> Option<Match> {
        let line = self.line;
        let the = line.is(i, &["the"]);
        let (side, mut at) = self.side(i + usize::from(the), the)?;
        if line.is(at, &["fiscal", "financial", "calendar"]) && line.unit(at + 1).is_some() {
            at += 1;
        }
        if side == Side::Same
            && line.is(i, &["that"])
            && line.unit(at).is_some_and(|u| u.0 < Grain::Day)
        {
            return None;
        }
        // `this or next week`; but `he did this and last week he left`.
        let led = line.follows_among(i, "in for during of over both that through");
        if (line.is(at, &["or"]) || led && line.is(at, &["and"]))
            && !the
            && let Some((_, unit)) = self.side(at + 1, false)
            && let Some(mut read) = self.sided_unit(i, unit, side, false)
            && matches!(read.time, Time::Shift { .. })
        {
            read.end = at;
            return Some(read);
        }
        self.sided_unit(i, at, side, the)
            .or_else(|| self.sided_part(i, at, side))
            .or_else(|| self.sided_name(i, at, side))
    }

    /// `last year`, `this year`, `that year`, `the following year`: reads no further, so that a run of
    /// them stays linear.
    pub(super) fn year_said(&self, i: usize) -> Option<(Time, usize)> {
        let the = self.line.is(i, &["the"]);
        let (side, at) = self.side(i + usize::from(the), the)?;
        let year = self.line.is(at, &["year"]);
        let read = year.then(|| self.sided_unit(i, at, side, the)).flatten()?;
        Some((read.time, read.end))
    }

    /// `next week`, `of last week` after a weekday.
    pub(super) fn week_said(&self, i: usize) -> Option<(Time, usize)> {
        if let Some(read) = self.away(i)
            && matches!(read.time, Time::Shift { grain: Grain::Week, from: Anchor::Published, .. })
        {
            return Some((read.time, read.end));
        }
        let i = i + usize::from(self.line.is(i, &["of"]));
        let the = self.line.is(i, &["the"]);
        let (side, at) = self.side(i + usize::from(the), the)?;
        let week = self.line.is(at, &["week"]);
        let read = week.then(|| self.sided_unit(i, at, side, the)).flatten()?;
        Some((read.time, read.end))
    }

    fn side(&self, i: usize, the: bool) -> Option<(Side, usize)> {
        let line = self.line;
        let two = |at: usize| line.is_among(at, "past last coming upcoming current same very");
        Some(match line.key(i) {
            "this" if line.is(i + 1, &["past", "last"]) => (Side::Last, i + 2),
            "this" if line.is(i + 1, &["coming", "upcoming"]) => (Side::Next, i + 2),
            "this" => (Side::This, i + 1 + usize::from(two(i + 1))),
            "current" | "present" if the || line.unit(i + 1).is_some_and(|u| !u.2) => {
                (Side::This, i + 1)
            }
            "previous" | "preceding" if !the && line.weekday(i + 1).is_some() => {
                (Side::Last, i + 1)
            }
            "following" | "upcoming" if !the && line.weekday(i + 1).is_some() => {
                (Side::Next, i + 1)
            }
            "upcoming" if !the && line.unit(i + 1).is_some_and(|u| !u.2) => (Side::Next, i + 1),
            "previous" if !the && line.unit(i + 1).is_some_and(|u| !u.2) => (Side::Last, i + 1),
            "latest" if !the => return None,
            "last" | "past" | "latest" => (Side::Last, i + 1),
            "next" if !the => (Side::Next, i + 1),
            "previous" | "prior" | "preceding" if the => (Side::Before, i + 1),
            "coming" | "upcoming" => (Side::Next, i + 1),
            "next" | "following" | "ensuing" if the => (Side::After, i + 1),
            "same" if the => (Side::Same, i + 1),
            // `He said that last week it burned`: a conjunction.
            "that" if line.is(i + 1, &["last", "past", "coming", "current"]) => return None,
            "that" => (Side::Same, i + 1 + usize::from(two(i + 1))),
            _ => return None,
        })
    }

    fn sided_unit(&self, i: usize, at: usize, side: Side, the: bool) -> Option<Match> {
        let line = self.line;
        if the && line.is(at, &["period"]) && line.is(at - 1, &["latest"]) {
            let time = Time::Shift { from: Anchor::Context, grain: Grain::Quarter, count: 0.0 };
            return Some(Found::new(i, at + 1, time, &rules::RELATIVE));
        }
        if line.is(at, &["weekend"]) {
            // `next weekend` is not this one; `the coming weekend` is.
            let pick = if side == Side::Next && line.is(at - 1, &["next"]) {
                let (from, grain) = (Anchor::Published, Grain::Week);
                Pick::In(Box::new(Time::Shift { from, grain, count: 1.0 }))
            } else {
                pick(side)
            };
            return Some(Found::new(i, at + 1, Time::Named(Name::Weekend, pick), &rules::WEEKEND));
        }
        let (grain, many, plural) = line.unit(at)?;
        if plural || grain < Grain::Day || many > 1.0 || i > 0 && line.is_name_part(at) {
            return None;
        }
        // `next day`: the one after that which was spoken of.
        let side = if grain == Grain::Day && side == Side::Next && !line.is_word(at + 1) {
            Side::After
        } else {
            side
        };
        // `the last day of`, `this day`, `last quarter-final`.
        // `over the last month` is a length.
        let lasting = the && side == Side::Last && line.is(i + 1, &["last", "past"]);
        let this_day = side == Side::This && !line.is_word(at + 1);
        let decade = the && grain >= Grain::Decade && matches!(side, Side::Last | Side::After);
        let lasting = lasting || decade && !line.follows(i + 2, &["following"]);
        let idiom = lasting || grain == Grain::Day && matches!(side, Side::Last | Side::This | Side::Next) && !this_day
            || line.is_dash(at + 1) && line.joined(at + 1)
            // `the last year of his life`.
            || the && side == Side::Last && line.is(at + 1, &["of"]);
        if idiom {
            return None;
        }
        // `over the next year` is a length.
        if the
            && line.is(i + 1, &["next", "coming"])
            && grain > Grain::Day
            && line.follows(i, &["over", "for", "within"])
        {
            let time = Time::Lasting(Length::of(Some(1.0), grain), Ends::FromPublication);
            return Some(Found::new(i, at + 1, time, &rules::BOUNDED));
        }
        let (from, count) = match side {
            Side::Last => (Anchor::Published, -1.0),
            Side::This => (Anchor::Published, 0.0),
            Side::Next => (Anchor::Published, 1.0),
            Side::Before => (Anchor::Context, -1.0),
            Side::Same => (Anchor::Context, 0.0),
            Side::After => (Anchor::Context, 1.0),
        };
        let time = Time::Shift { from, grain, count };
        // `next week Wednesday`, `next week on Tuesday`.
        let on = at + 1 + usize::from(line.is(at + 1, &["on"]));
        if let (Grain::Week, Some((day, _))) =
            (grain, line.weekday(on).filter(|d| d.1 || line.is_capitalised(on)))
        {
            let time = Time::Named(Name::Weekday(day), Pick::In(Box::new(time)));
            return Some(Found::new(i, on + 1, time, &rules::WEEKDAY));
        }
        let mut read = Found::new(i, at + 1, time, &rules::RELATIVE);
        read.until_now = side == Side::This && self.has_been(i, at + 1);
        Some(read)
    }

    /// Whether what has been so up to now is told: `have not slept this week`.
    fn has_been(&self, i: usize, end: usize) -> bool {
        let line = self.line;
        let has = |at: usize| {
            line.is(at, &["have", "has", "'ve", "’ve"])
                && !line.is(at + 1, &["to", "a", "an", "the", "no"])
        };
        let stop = |at: usize| line.is_among(at, ", ; that can will to");
        (i.saturating_sub(12)..i).rev().take_while(|&at| !stop(at)).any(has)
            || (end..end + 5).any(has)
    }
}
