//! Times counted from another: `three weeks ago`, `a year earlier`, `two days after Christmas`.

use super::{Found, Grammar, Match, length::Style, longer};
use crate::{
    dates::{
        expr::{Anchor, Ends, Pick, Reference, Time},
        rules,
        value::{Grain, Length, Place},
    },
    report::TimexMod,
};

impl Grammar<'_> {
    pub(super) fn counted(&self, i: usize) -> Option<Match> {
        let best = longer(self.lasting(i), self.bounded(i));
        let best = longer(best, self.away(i));
        let best = longer(best, self.to_date(i));
        longer(longer(best, self.year_ago(i)), self.next_to(i))
    }

    /// `three weeks ago`, `a month and a half” ago`, `two days later`, `a week from Friday`.
    pub(super) fn away(&self, i: usize) -> Option<Match> {
        let line = self.line;
        let written = self.length(i)?;
        if written.style == Style::Hyphened {
            return None;
        }
        // A quotation may end between the count and `ago`.
        let quote = line.is(written.end, &["”", "\"", "’", "'", "''"]);
        let at = written.end + usize::from(quote);
        let (back, from, end) = match (line.key(at), line.key(at + 1)) {
            ("ago", "today") => (true, Anchor::Published, at + 2),
            ("ago" | "back", _) if line.is(at, &["ago"]) => (true, Anchor::Published, at + 1),
            ("from", "now") => (false, Anchor::Published, at + 2),
            ("from", "right") if line.is(at + 2, &["now"]) => (false, Anchor::Published, at + 3),
            ("hence", _) => (false, Anchor::Published, at + 1),
            // `30 minutes later this week`.
            ("earlier" | "later", "this") => return None,
            ("earlier" | "later", "in" | "on") if self.bare_place(at + 2).is_some() => return None,
            ("earlier" | "previously", _) => (true, Anchor::Context, at + 1),
            ("later" | "afterwards" | "afterward", _) => (false, Anchor::Context, at + 1),
            ("prior", next) if next != "to" => (true, Anchor::Context, at + 1),
            ("before" | "after" | "from" | "prior", _) => {
                let to = usize::from(line.is(at, &["prior"]) && line.is(at + 1, &["to"]));
                let anchor = self.bare_place(at + 1 + to).filter(|m| m.time.is_place());
                let back = line.is(at, &["before", "prior"]);
                // Three days from Tuesday: the next one.
                let ahead = line.is(at, &["from"]);
                match anchor {
                    Some(read) => {
                        let time = match read.time {
                            Time::Named(name, Pick::Nearest) if ahead => {
                                Time::Named(name, Pick::Next)
                            }
                            time => time,
                        };
                        (back, Anchor::Of(Box::new(time)), read.end)
                    }
                    None if line.is(at, &["before"]) && !line.is_word(at + 1) && !quote => {
                        (true, Anchor::Context, at + 1)
                    }
                    None => return None,
                }
            }
            _ => return None,
        };
        if quote && !line.is(at, &["ago"]) {
            return None;
        }
        let yearly = written.style == Style::Article && written.length.grain == Grain::Year;
        let from = match from {
            Anchor::Published if yearly && back => Anchor::Reported,
            from => from,
        };
        let rule = if matches!(from, Anchor::Published | Anchor::Reported) {
            &rules::AGO
        } else {
            &rules::COUNTED
        };
        let Some(count) = written.length.count else {
            // `years later`, `a few days earlier`: some day, of which the text leaves open which.
            if matches!(from, Anchor::Context | Anchor::Of(_)) {
                let some = Time::Fixed(Place::Open(written.length.grain));
                let later = !matches!(from, Anchor::Of(_));
                return later.then(|| Found::new(i, end, some, rule));
            }
            let side = if back { Reference::Past } else { Reference::Future };
            return Some(Found::new(i, end, Time::Reference(side), rule));
        };
        let whole = count.fract() == 0.0;
        let count = if back { -count } else { count };
        // A decade ago is ten years ago.
        let (grain, count) = match written.length.grain {
            Grain::Decade => (Grain::Year, count * 10.0),
            grain => (grain, count),
        };
        let mut time = Time::Shift { from, grain, count };
        for (more, grain) in written.length.rest.into_iter().flatten() {
            let from = Anchor::Moved(Box::new(time));
            time = Time::Shift { from, grain, count: if back { -more } else { more } };
        }
        // `within two weeks from Friday`: from that on.
        let until = rule.id == rules::COUNTED.id && !back;
        let modifier = match line.before(i) {
            "within" if until => Some(TimexMod::EqualOrLess),
            "than" if until && line.follows(i - 1, &["less"]) => Some(TimexMod::LessThan),
            _ => (!whole).then_some(TimexMod::Approx),
        };
        Some(Found::new(i, end, time, rule).with(modifier))
    }

    /// `the year to date`.
    fn to_date(&self, i: usize) -> Option<Match> {
        let line = self.line;
        let at = i + usize::from(line.is(i, &["the"]));
        let to = line.past_hyphen(at + 1);
        let said = line.is(at, &["year"]) && line.is(to, &["to"]);
        let date = line.past_hyphen(to + 1);
        let time = Time::Shift { from: Anchor::Published, grain: Grain::Year, count: 0.0 };
        (said && line.is(date, &["date"])).then(|| {
            let until_now = true;
            let mut read = Found::new(i, date + 1, time, &rules::EDGE);
            read.until_now = until_now;
            read.with(Some(TimexMod::Start))
        })
    }

    /// `year-ago`, `the year-earlier quarter`.
    fn year_ago(&self, i: usize) -> Option<Match> {
        let line = self.line;
        let lead = usize::from(line.is(i, &["the"]));
        let at = i + lead;
        let (grain, _, false) = line.unit(at)? else { return None };
        let after = line.past_hyphen(at + 1);
        if after == at + 1 || !line.is(after, &["ago", "earlier"]) || grain < Grain::Day {
            return None;
        }
        // `the year-earlier nine months`.
        if let Some((count, end)) = line.number(after + 1)
            && let Some((Grain::Month, many, true)) = line.unit(end)
        {
            let time = Time::Lasting(Length::of(Some(count * many), Grain::Month), Ends::Nowhere);
            return Some(Found::new(i, end + 1, time, &rules::DURATION));
        }
        let of = line.unit(after + 1).filter(|u| !u.2).map(|u| u.0);
        let period = of.is_some() || line.is(after + 1, &["period"]);
        // `the year-ago quarter` is one whatever else was compared.
        let quarter = Time::Shift { from: Anchor::Context, grain: Grain::Quarter, count: 0.0 };
        let from = match of {
            Some(Grain::Quarter) => Anchor::Of(Box::new(quarter)),
            _ => Anchor::Reported,
        };
        let time = Time::Shift { from, grain, count: -1.0 };
        let start = if period { i } else { at };
        Some(Found::new(start, after + 1 + usize::from(period), time, &rules::COUNTED))
            .filter(|m| m.start == i || lead == 1)
    }

    /// `the day before`, `the week after Easter`, `the day after`.
    fn next_to(&self, i: usize) -> Option<Match> {
        let line = self.line;
        let at = i + usize::from(line.is(i, &["the"]));
        // `the night before`, `the morning after`.
        if let (Some(part), true) = (self.part_of_day(at), at > i)
            && line.is(at + 1, &["before", "after"])
            && self.bare_place(at + 2).is_none()
        {
            let count = if line.is(at + 1, &["before"]) { -1.0 } else { 1.0 };
            let day = Time::Shift { from: Anchor::Context, grain: Grain::Day, count };
            let time = Time::At(Some(Box::new(day)), part);
            return Some(Found::new(i, at + 2, time, &rules::COUNTED));
        }
        let (grain, _, false) = line.unit(at).filter(|u| u.0 >= Grain::Day)? else { return None };
        let count = match line.key(at + 1) {
            "before" => -1.0,
            "after" => 1.0,
            _ => return None,
        };
        let shift = |from| Time::Shift { from, grain, count };
        if let Some(read) = self.bare_place(at + 2).filter(|m| m.time.is_place()) {
            let mut of = read.time;
            // The week after Easter is a week, not a week later.
            if grain > Grain::Day {
                of = Time::Shift { from: Anchor::Of(Box::new(of)), grain, count: 0.0 };
            }
            let time = shift(Anchor::Of(Box::new(of)));
            return Some(Found::new(i, read.end, time, &rules::COUNTED));
        }
        let ends = !line.is_word(at + 2) && at > i;
        // `the day after her death`: which day that is does not stand there.
        let told = line.is_word(at + 2) && at > i;
        let time = if told { Time::Fixed(Place::Open(grain)) } else { shift(Anchor::Context) };
        (ends || told).then(|| Found::new(i, at + 2, time, &rules::COUNTED))
    }
}
