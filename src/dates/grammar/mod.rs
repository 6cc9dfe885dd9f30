//! The grammar of time: what stands at an atom of a [`Line`], if it is one.

#![allow(
    clippy::unnecessary_box_returns,
    reason = "a match is large and handed on by every rule: boxed, all of them are smaller"
)]

mod bounded;
mod calendar;
mod clock;
mod counted;
mod current;
mod decades;
mod deictic;
mod further;
mod lasting;
mod length;
mod modified;
mod nth;
mod numeric;
mod period;
mod ranges;
mod reference;
mod sets;
mod sided;
mod year;

use std::cell::Cell;

use super::{
    expr::{Expression, Lean, Time},
    line::Line,
    order::Order,
    rules, tense,
    value::Place,
};
use crate::{report::TimexMod, rules::Rule};
use ranges::ends_range;

/// What was read at an atom, boxed: it is large, and handed on by every rule.
pub(super) type Match = Box<Found>;

/// What was read at an atom.
#[derive(Clone, Debug)]
pub(super) struct Found {
    /// The first atom.
    pub start: usize,
    /// The atom after the last.
    pub end: usize,
    pub time: Time,
    pub modifier: Option<TimexMod>,
    pub rule: &'static Rule,
    pub other: Option<Place>,
    pub weekday: Option<u8>,
    pub until_now: bool,
}

impl Found {
    #[inline(never)]
    fn new(start: usize, end: usize, time: Time, rule: &'static Rule) -> Match {
        Box::new(Self {
            start,
            end,
            time,
            modifier: None,
            rule,
            other: None,
            weekday: None,
            until_now: false,
        })
    }

    /// The same with the words before it.
    #[inline(never)]
    fn from(mut self: Box<Self>, start: usize) -> Match {
        self.start = start;
        self
    }

    /// The same as a part of the time that was read.
    #[inline(never)]
    fn edge(mut self: Box<Self>, start: usize, until_now: bool) -> Match {
        (self.rule, self.until_now) = (&rules::EDGE, until_now);
        self.from(start)
    }

    #[inline(never)]
    fn with(mut self: Box<Self>, modifier: Option<TimexMod>) -> Match {
        self.modifier = modifier.or(self.modifier);
        self
    }
}

/// The most atoms on a line that may be a time and nothing else.
const LINE: usize = 9;

/// The most times that stand within each other.
const DEEPEST: u8 = 4;

/// The grammar over one sentence.
pub(super) struct Grammar<'a> {
    pub line: &'a Line<'a>,
    /// How 03/04/2021 is read.
    pub order: Option<Order>,
    /// Whether what is read stands alone on its line, as in a table: less evidence will do.
    pub alone: bool,
    /// How many times within times are being read.
    depth: Cell<u8>,
}

impl<'a> Grammar<'a> {
    pub fn new(line: &'a Line<'a>, order: Option<Order>) -> Self {
        Self { line, order, alone: false, depth: Cell::new(0) }
    }
}

impl Grammar<'_> {
    /// Every expression of the sentence, left to right, the longest at each place.
    pub fn read(&self, found: &mut Vec<Expression>) {
        let (mut at, mut before) = (0, None::<Match>);
        if let Some(read) = self.whole_line() {
            found.extend(self.expressed(&read, None));
            return;
        }
        while at < self.line.len() {
            let listed = before.as_ref().and_then(|before| self.next_day_of(before, at));
            let read =
                listed.or_else(|| self.line.may_begin(at).then(|| self.expression(at)).flatten());
            let Some(read) = read.filter(|read| !self.names_a_place(read)) else {
                at += 1;
                continue;
            };
            at = read.end.max(at + 1);
            if let Some(expression) = self.expressed(&read, before.as_ref()) {
                found.push(expression);
                before = Some(read);
            }
        }
    }

    /// The time that is all there is on the line: `Sat`, `10/10`, `7:30 – 9:00`.
    fn whole_line(&self) -> Option<Match> {
        let line = self.line;
        if line.len() > LINE || !line.may_begin(0) {
            return None;
        }
        let read = Grammar { alone: true, ..Grammar::new(line, self.order) }.expression(0)?;
        let words = (read.end..line.len()).any(|at| !line.is(at, &[".", "!", "?", ",", ":"]));
        (!words).then_some(read)
    }

    fn expressed(&self, read: &Match, before: Option<&Match>) -> Option<Expression> {
        let (lean, cue) = if needs_lean(&read.time) {
            tense::lean(self.line, read.start, read.end)
        } else {
            (Lean::Unknown, None)
        };
        Some(Expression {
            span: self.line.span_of_words(read.start, read.end)?,
            time: read.time.clone(),
            modifier: read.modifier,
            rule: read.rule,
            other: read.other,
            weekday: read.weekday,
            lean,
            cue,
            ends_range: ends_range(self.line, before, read),
            until_now: read.until_now,
        })
    }

    /// `October Street`, `4 July Square`, `Friday Harbor`.
    fn names_a_place(&self, read: &Match) -> bool {
        let line = self.line;
        line.is_capitalised(read.end)
            && year::STREETS.has(line.key(read.end))
            && matches!(read.time, Time::Named(..))
    }

    /// The longest expression that begins at `i`.
    fn expression(&self, i: usize) -> Option<Match> {
        let best = longer(self.modified(i), self.core(i));
        longer(self.set(i), best)
    }

    /// An expression without early, late, about or the end of.
    fn core(&self, i: usize) -> Option<Match> {
        let place = self.place(i);
        let best = longer(place, self.clock_time(i));
        let best = longer(best, self.counted(i));
        longer(best, self.reference(i))
    }

    /// A point or period of the calendar, with the time of day that belongs to it.
    fn place(&self, i: usize) -> Option<Match> {
        let bare = self.bare_place(i)?;
        let bare = self.ranged(bare);
        Some(self.with_clock(bare))
    }

    /// A point or period of the calendar. The first day of the last week of the first month of … ends
    /// somewhere.
    fn bare_place(&self, i: usize) -> Option<Match> {
        let depth = self.depth.get();
        if depth >= DEEPEST {
            return None;
        }
        self.depth.set(depth + 1);
        let read = self.place_at(i);
        self.depth.set(depth);
        read
    }

    fn place_at(&self, i: usize) -> Option<Match> {
        let key = self.line.key(i);
        if key.is_empty() {
            return None;
        }
        let best = if key.as_bytes()[0].is_ascii_digit() { self.numeric(i) } else { None };
        let best = longer(best, self.days_then_month(i));
        let best = longer(best, self.calendar(i));
        let best = longer(best, self.period(i));
        let best = longer(best, self.deictic(i));
        let best = longer(best, self.year(i));
        longer(best, self.nth(i))
    }
}

/// Whether the value hangs on the direction that the sentence looks.
fn needs_lean(time: &Time) -> bool {
    match time {
        Time::Named(..) => true,
        Time::At(day, _) => day.as_deref().is_some_and(needs_lean),
        Time::Range(a, b) => needs_lean(a) || needs_lean(b),
        Time::Nth(_, _, of) => needs_lean(of),
        _ => false,
    }
}

/// The longer one; the first if they are equally long.
#[inline(never)]
fn longer(a: Option<Match>, b: Option<Match>) -> Option<Match> {
    match (a, b) {
        (Some(a), Some(b)) => Some(if b.end > a.end { b } else { a }),
        (a, b) => a.or(b),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{dates::rules::RULES, span::Span, text::Document};

    #[test]
    fn nothing_begins_where_no_cue_is_near() {
        let articles = [
            "business",
            "court",
            "disaster",
            "interview",
            "liveblog",
            "politics",
            "science",
            "sport",
        ];
        let articles = articles.map(|name| {
            let path = format!("{}/tests/golden/{name}.txt", env!("CARGO_MANIFEST_DIR"));
            std::fs::read_to_string(path).expect("a golden article")
        });
        let examples = RULES.iter().flat_map(|rule| rule.hits.iter().chain(rule.misses));
        for text in articles.iter().map(String::as_str).chain(examples.copied()) {
            let text = &text.replace(['⟦', '⟧'], "");
            let document = Document::read(text, &[Span::whole(text).expect("short")]);
            for sentence in document.sentences() {
                let lower = sentence.span.of(document.text()).to_ascii_lowercase();
                let line = Line::new(&document, sentence, &lower);
                let grammar = Grammar::new(&line, None);
                for at in (0..line.len()).filter(|&at| !line.may_begin(at)) {
                    assert!(grammar.expression(at).is_none(), "{}", line.key(at));
                }
            }
        }
    }
}
