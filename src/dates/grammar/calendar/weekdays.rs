//! Weekdays, and those that stand with their date.

use super::feasts::AFTER_NAME;
use crate::dates::{
    expr::{Name, Pick, Time},
    grammar::{Found, Grammar, Match, longer},
    line::byte,
    rules,
};

impl Grammar<'_> {
    /// `Friday`, `Friday, Oct. 23`, `Friday the 13th`.
    pub(super) fn weekday(&self, i: usize) -> Option<Match> {
        let line = self.line;
        let (weekday, full) = line.weekday(i)?;
        if line.joined(i) && !line.is_dash(i - 1) && !self.opens(i) {
            return None;
        }
        let comma = i + 1 + usize::from(line.is(i + 1, &[","]) || line.is(i + 1, &["."]) && !full);
        let at = comma + usize::from(line.is(comma, &["the"]));
        let dated = if line.month(at).is_some()
            || line.digits(at).is_some()
            || line.ordinal(at).is_some()
            || at > comma
        {
            longer(self.day_of_month(at), self.numeric(at))
                .or_else(|| self.day_on(weekday, comma, at))
        } else {
            None
        };
        if let Some(dated) = dated {
            let mut read = Found::new(i, dated.end, dated.time, &rules::WEEKDAY_DATE);
            (read.weekday, read.other) = (Some(weekday), dated.other);
            return Some(read);
        }
        if let Some((week, end)) = self.week_of_list(i + 1).filter(|_| full) {
            let time = Time::Named(Name::Weekday(weekday), Pick::In(Box::new(week)));
            return Some(Found::new(i, end, time, &rules::WEEKDAY));
        }
        if self.is_persons_name(i) {
            return None;
        }
        let famous = line.follows(i, &["bloody", "cyber", "super", "black"])
            || line.before(i) == "good" && AFTER_NAME.has(line.key(i + 1));
        // `sun`, `mon` and `wed` are words and names; with a full stop they may end a sentence.
        let long = line.is(i, &["tues", "thurs", "weds", "thur"]);
        let preceded = line.follows_among(i, "on by until since last next");
        let preceded = preceded || line.follows(i, &["a.m", "p.m", "am", "pm"]);
        let at = i + 1 + usize::from(line.is(i + 1, &["at"]));
        let timed = self.part_of_day(i + 1).is_some() || self.clock(at).is_some();
        let alone = (preceded || timed) && !(line.is_word(i + 1) && line.is_capitalised(i + 1));
        let short = !full
            && !self.alone
            && !(line.is_capitalised(i) && (long || line.has_stop(i) && preceded || alone));
        (!famous && !short).then(|| {
            Found::new(
                i,
                i + 1,
                Time::Named(Name::Weekday(weekday), Pick::Nearest),
                &rules::WEEKDAY,
            )
        })
    }

    /// The week said at `i`, or behind more weekdays: `Tuesday and Thursday next week`; and the atom
    /// after it, if it stands at `i`.
    fn week_of_list(&self, i: usize) -> Option<(Time, usize)> {
        const MOST: usize = 3;
        let line = self.line;
        let mut at = i;
        for _ in 0..MOST {
            let next = at + usize::from(line.is(at, &[","]));
            let next = next + usize::from(line.is(next, &["and", "or"]));
            if next == at || line.weekday(next).is_none_or(|day| !day.1) {
                break;
            }
            at = next + 1;
        }
        self.week_said(at).map(|(week, end)| (week, if at > i { i } else { end }))
    }

    /// `to Wednesday Addams`, `Defender Monday Okoro`, `Saturday Night Live`.
    pub(super) fn is_persons_name(&self, i: usize) -> bool {
        let line = self.line;
        let named = |at: usize| line.is_word(at) && line.is_capitalised(at) && !line.is(at, &["i"]);
        if !(line.is_capitalised(i) && named(i + 1)) {
            return false;
        }
        let night = self.part_of_day(i + 1).is_some()
            && line.is_name_part(i + 1)
            && (named(i + 2) || !line.is(i.wrapping_sub(1), &["on", "last", "this", "next"]));
        let introduced = line.follows_among(i, "to with of named called like the as");
        // A word in front of a name; with none before it, an agency's `X said Friday Y …`.
        let titled = i == 1 && named(0) && !line.is_among(0, "on by since last this next");
        line.month(i + 1).is_none() && (night || introduced || titled)
    }

    /// `the 13th` or `13th` after a weekday.
    pub(super) fn day_on(&self, weekday: u8, comma: usize, at: usize) -> Option<Match> {
        let line = self.line;
        let bare = || {
            let day = line
                .small(at, 2, 1, 31)
                .filter(|_| line.weekday(comma.wrapping_sub(1)).is_some_and(|d| d.1))?;
            let counted = line.is_among(at + 1, "% - – / : . °") && line.joined(at + 1);
            (!counted && (!line.is_word(at + 1) || line.is(at + 1, &["at"])))
                .then_some((i32::from(day), at + 1))
        };
        let (day, end) = line.ordinal(at).filter(|o| (1..=31).contains(&o.0)).or_else(bare)?;
        let digits = line.digits(at).is_some();
        // `Sunday the second`; `Sunday 5th` only where nothing is counted with it.
        let goes_on = line.is(end, &["at", "in", "from", "of", "and"]);
        let said = if at > comma || self.alone {
            digits || goes_on || !line.is_word(end)
        } else {
            digits && (goes_on || !line.is_word(end))
        };
        let named = Time::Named(Name::DayOn(byte(day), weekday), Pick::Nearest);
        (said && comma < at + 1).then(|| Found::new(at, end, named, &rules::WEEKDAY_DATE))
    }
}
