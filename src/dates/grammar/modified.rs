//! Words around a time that change it: early, late, about, more than, the end of.

use super::{Found, Grammar, Match, longer};
use crate::{
    dates::{
        expr::{Anchor, Name, Pick, Time},
        rules,
        value::{Grain, Place},
        words::Words,
    },
    report::TimexMod,
};

impl Grammar<'_> {
    pub(super) fn modified(&self, i: usize) -> Option<Match> {
        if let Some(read) = self.bound(i) {
            return Some(read);
        }
        let best = longer(self.counted_about(i), self.edge(i));
        longer(longer(best, self.end_of(i)), self.rest_of(i))
    }

    /// `no earlier than 2023`, `later than Friday`.
    fn bound(&self, i: usize) -> Option<Match> {
        let line = self.line;
        let no = usize::from(line.is(i, &["no", "not"]));
        let modifier = match (no, line.key(i + no)) {
            (0, "earlier") => TimexMod::Before,
            (0, "later") => TimexMod::After,
            (_, "earlier" | "sooner") => TimexMod::OnOrAfter,
            (_, "later") => TimexMod::OnOrBefore,
            _ => return None,
        };
        let at = line.is(i + no + 1, &["than"]).then_some(i + no + 2)?;
        let read = longer(self.bare_place(at), self.clock_part(at))?;
        let read = self.with_clock(read);
        let placed = read.time.is_place() || matches!(read.time, Time::At(..));
        placed.then(|| read.edge(i, false).with(Some(modifier)))
    }

    /// `about two years ago`, `more than a decade`, `at least 30 days`.
    fn counted_about(&self, i: usize) -> Option<Match> {
        let line = self.line;
        let (modifier, at) = self.amount_of(i)?;
        let read = longer(self.counted(at), self.clock_time(at))?;
        let fits = match &read.time {
            Time::Lasting(length, _) => length.count.is_some() || modifier == TimexMod::Approx,
            Time::Shift { from: Anchor::Published | Anchor::Reported, .. } => {
                line.is(read.end - 1, &["ago"])
            }
            Time::At(..) => line.digits(at).is_some() || line.number(at).is_some(),
            _ => false,
        };
        let modifier = match (modifier, &read.time) {
            (TimexMod::LessThan, Time::Shift { .. }) if line.is(i, &["nearly", "almost"]) => {
                TimexMod::Approx
            }
            // `more than a decade ago` lies before that.
            (TimexMod::MoreThan, Time::Shift { .. }) => TimexMod::Before,
            (TimexMod::LessThan, Time::Shift { .. }) => TimexMod::After,
            (TimexMod::EqualOrMore, Time::Shift { .. }) => TimexMod::OnOrBefore,
            (modifier, _) => modifier,
        };
        // `about` and `over` stand before the expression, as annotators of TIMEX3 have it.
        let start = if line.is(i, &["about", "over"]) { at } else { i };
        fits.then(|| read.from(start).with(Some(modifier)))
    }

    /// A modifier of amounts at `i`, and the atom after it.
    fn amount_of(&self, i: usize) -> Option<(TimexMod, usize)> {
        use TimexMod::{Approx, EqualOrLess, EqualOrMore, LessThan, MoreThan};
        let line = self.line;
        let found = match (line.key(i), line.key(i + 1)) {
            ("about" | "around" | "approximately" | "roughly" | "some" | "circa", _) => {
                (Approx, i + 1)
            }
            ("more" | "longer" | "greater", "than") => (MoreThan, i + 2),
            ("less" | "fewer" | "shorter", "than") => (LessThan, i + 2),
            ("no" | "not", "less" | "fewer") if line.is(i + 2, &["than"]) => (EqualOrMore, i + 3),
            ("no" | "not", "more" | "longer") if line.is(i + 2, &["than"]) => (EqualOrLess, i + 3),
            ("at", "least") => (EqualOrMore, i + 2),
            ("at", "most") | ("up", "to") => (EqualOrLess, i + 2),
            ("over", _) => (MoreThan, i + 1),
            ("under" | "nearly" | "almost", _) => (LessThan, i + 1),
            _ => return None,
        };
        // `over the last year` only says during.
        let plain = line.is(i, &["over", "under", "some", "around"]);
        let counted = line.number(found.1).is_some() || line.is(found.1, &["a", "an"]);
        (!plain || counted).then_some(found)
    }

    /// `early 2021`, `late last week`, `mid-November`, `earlier this year`, `the late 1970s`.
    fn edge(&self, i: usize) -> Option<Match> {
        let line = self.line;
        let word = i + usize::from(line.is(i, &["the", "very"]));
        let (modifier, mut at) = match line.key(word) {
            "early" | "earlier" => (TimexMod::Start, word + 1),
            "late" | "later" => (TimexMod::End, word + 1),
            "mid" | "middle" => (TimexMod::Mid, word + 1),
            "pre" | "post" if word > i || line.past_hyphen(word + 1) == word + 1 => return None,
            "pre" => (TimexMod::Before, word + 1),
            "post" => (TimexMod::After, word + 1),
            "sometime" | "some" if line.is(word, &["sometime"]) => (TimexMod::Approx, word + 1),
            _ => return None,
        };
        let comparative = line.is(word, &["earlier", "later", "sometime"]);
        // `early on Friday`, `late in March`.
        let parted = word == i && line.is(word, &["early", "late"]);
        if (comparative || parted) && line.is(at, &["in", "on"]) {
            at += 1;
        } else {
            at = line.past_hyphen(at);
        }
        let read = longer(self.bare_place(at), self.clock_part(at));
        let read = read.or_else(|| self.the_unit(at).filter(|_| comparative || parted))?;
        let read = self.with_clock(read);
        let place = read.time.is_place() || matches!(read.time, Time::At(..));
        // `the early Monday`; but not `earlier in 1990s style`.
        // `Earlier Friday` is a Friday.
        let weekday = matches!(read.time, Time::Named(Name::Weekday(_), Pick::Nearest));
        let fits = place && !(comparative && (word > i || weekday));
        let modifier = match (modifier, comparative, &read.time) {
            (TimexMod::Approx, ..) => None,
            (modifier, ..) => Some(modifier),
        };
        fits.then(|| {
            let until_now = comparative && modifier.is_some();
            // `the late-November trip`: the article is the noun's.
            let noun = line.month(at).is_some() && line.past_hyphen(word + 1) > word + 1;
            read.edge(if noun { word } else { i }, until_now).with(modifier)
        })
    }

    fn clock_part(&self, i: usize) -> Option<Match> {
        self.clock_time(i)
    }

    /// `the end of 1990`, `the beginning of October`, `year-end`, `year's end`.
    fn end_of(&self, i: usize) -> Option<Match> {
        let line = self.line;
        let year_end = self.year_end(i);
        if year_end.is_some() {
            return year_end;
        }
        let the = usize::from(line.is(i, &["the"]));
        let mut at = i + the + usize::from(line.is(i + the, &["very"]));
        let half = line.is(at + 1, &["half", "part"]) && line.is(at + 2, &["of"]);
        let modifier = match line.key(at) {
            // `the second half of October`, `the early part of this year`.
            "first" | "early" if half => TimexMod::Start,
            "second" | "last" | "latter" | "late" if half => TimexMod::End,
            // `the last days of February`.
            "first" | "early" | "opening" if self.some_units(at + 1) => TimexMod::Start,
            "last" | "final" | "closing" | "dying" if self.some_units(at + 1) => TimexMod::End,
            "end" | "close" => TimexMod::End,
            "beginning" | "start" | "turn" | "outset" => TimexMod::Start,
            "middle" => TimexMod::Mid,
            _ => return None,
        };
        at += usize::from(half || self.some_units(at + 1));
        let of = line.is(at + 1, &["of"]).then_some(at + 2)?;
        let read = self.bare_place(of).or_else(|| self.the_unit(of));
        let unsaid = read.is_none();
        let read = read.or_else(|| self.bare_unit(of))?;
        // `the last half of 1989` is a half.
        let known = matches!(
            read.time,
            Time::Fixed(Place::Year(_)) | Time::Shift { grain: Grain::Year, .. }
        );
        if half && known {
            return None;
        }
        let before = line.before(i);
        let led = Words("by at until since from before").has(before);
        let clear = the == 1 || led || !unsaid && modifier != TimexMod::Mid;
        // What is to be done by the end of the year may be done from now on.
        let until_now = before == "by" && modifier == TimexMod::End;
        (read.time.is_place() && clear).then(|| read.edge(i, until_now).with(Some(modifier)))
    }

    /// `days`, `weeks`, `months` in `the last days of`.
    fn some_units(&self, i: usize) -> bool {
        self.line.unit(i).is_some_and(|(grain, _, plural)| plural && grain >= Grain::Day)
    }

    /// `month` and `year` in `by the end of month`.
    fn bare_unit(&self, i: usize) -> Option<Match> {
        let (grain, 1.0, false) = self.line.unit(i)? else { return None };
        let time = Time::Shift { from: Anchor::Published, grain, count: 0.0 };
        let ends = !self.line.is_word(i + 1) && !self.line.joined(i + 1);
        let known = matches!(grain, Grain::Week | Grain::Month | Grain::Year);
        (known && (ends || self.line.is(i + 1, &[".", ","])))
            .then(|| Found::new(i, i + 1, time, &rules::CURRENT))
    }

    /// `the rest of the week`, `the remainder of this year`.
    fn rest_of(&self, i: usize) -> Option<Match> {
        let line = self.line;
        let at = i + usize::from(line.is(i, &["the"]));
        let rest = line.is(at, &["rest", "remainder"]) && line.is(at + 1, &["of"]);
        let read =
            rest.then(|| self.deictic(at + 2).or_else(|| self.the_unit(at + 2))).flatten()?;
        matches!(read.time, Time::Shift { .. })
            .then(|| read.edge(i, true).with(Some(TimexMod::End)))
    }

    /// `the year`, `the month` after `the end of`.
    pub(super) fn the_unit(&self, i: usize) -> Option<Match> {
        let line = self.line;
        let (grain, _, false) = line.unit(i + 1).filter(|u| u.0 >= Grain::Day)? else {
            return None;
        };
        // `later in the day`: the day that was spoken of; the turn of the century is that of which the
        // article tells.
        let from = match grain {
            Grain::Day | Grain::Decade | Grain::Century => Anchor::Context,
            Grain::Year => Anchor::Told,
            _ => Anchor::Published,
        };
        let time = Time::Shift { from, grain, count: 0.0 };
        (line.is(i, &["the"])).then(|| Found::new(i, i + 2, time, &rules::CURRENT))
    }

    /// `year-end`, `year end`, `year's end`.
    fn year_end(&self, i: usize) -> Option<Match> {
        let line = self.line;
        if !line.is(i, &["year"]) {
            return None;
        }
        let at = line.past_hyphen(i + 1) + usize::from(line.is(i + 1, &["'s", "’s"]));
        // What has changed since year-end, has since the last one.
        let count = if line.follows(i, &["since"]) { -1.0 } else { 0.0 };
        let time = Time::Shift { from: Anchor::Published, grain: Grain::Year, count };
        line.is(at, &["end"])
            .then(|| Found::new(i, at + 1, time, &rules::EDGE).with(Some(TimexMod::End)))
    }
}
