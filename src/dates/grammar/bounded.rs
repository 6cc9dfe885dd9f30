//! Lengths of time that end or begin at the publication: `the last three months`.

use super::{Found, Grammar, Match, length::Style};
use crate::dates::{
    expr::{Ends, Time},
    rules,
    value::{Grain, Length},
    words::Words,
};

impl Grammar<'_> {
    /// `the last three months`, `the next few years`, `recent weeks`, `the first nine months`.
    pub(super) fn bounded(&self, i: usize) -> Option<Match> {
        let line = self.line;
        if let Some(read) = self.bounded_behind(i) {
            return Some(read);
        }
        let the = line.is(i, &["the", "these", "those"]);
        let at = i + usize::from(the);
        // `over the years`.
        if let Some((grain, _, true)) = line.unit(at).filter(|u| u.0 >= Grain::Year)
            && line.is(i, &["the"])
            && line.before(i) == "over"
        {
            let time = Time::Lasting(Length::of(None, grain), Ends::AtPublication);
            return Some(Found::new(i, at + 1, time, &rules::BOUNDED));
        }
        // `in the weeks ahead`.
        if let Some((grain, _, true)) = line.unit(at).filter(|u| u.0 >= Grain::Day && the)
            && (line.is(at + 1, &["ahead"])
                || line.is(at + 1, &["to"]) && line.is(at + 2, &["come"]))
        {
            let end = at + 2 + usize::from(line.is(at + 1, &["to"]));
            let time = Time::Lasting(Length::of(None, grain), Ends::FromPublication);
            return Some(Found::new(i, end, time, &rules::BOUNDED));
        }
        let side = line.key(at);
        let ends = match side {
            "last" | "past" | "previous" | "preceding" | "latest" | "recent" => Ends::AtPublication,
            "next" | "coming" | "following" | "upcoming" => Ends::FromPublication,
            "ensuing" => Ends::Nowhere,
            "first" | "final" | "same" if the => Ends::Nowhere,
            "first" if self.length(at + 1).is_some_and(|w| line.is(w.end, &["of"])) => {
                Ends::Nowhere
            }
            _ if the => return self.plain_bounded(i, at),
            _ => return None,
        };
        let ends = if ends == Ends::FromPublication && line.before(i) == "within" {
            Ends::Within
        } else {
            ends
        };
        let read =
            |length, end| Some(Found::new(i, end, Time::Lasting(length, ends), &rules::BOUNDED));
        if let Some((grain, many, plural)) = line.unit(at + 1).filter(|u| u.0 > Grain::Second) {
            // `the last month`; `the last day` is something else.
            let one = the
                && !plural
                && matches!(side, "last" | "past")
                && grain > Grain::Hour
                && !(grain == Grain::Day && side == "last")
                && !line.is(at + 2, &["of"])
                || the && side == "past" && !plural;
            let count = if plural { None } else { Some(many) };
            // `over the next decade`.
            let decade = the
                && !plural
                && grain >= Grain::Decade
                && line.is(at, &["last", "past", "next", "coming"]);
            // `in the next hour`, `the next fortnight`; but `a last-minute goal`.
            let hour =
                !plural && (grain < Grain::Day || many > 1.0) && matches!(side, "next" | "coming");
            let one = one || decade || hour;
            let open = plural
                && (Words("recent coming past previous following ensuing").has(side)
                    || side == "next" && grain < Grain::Day);
            // `recent weeks and months`.
            let more = line.is(at + 2, &["and", "or"]) && line.unit(at + 3).is_some_and(|u| u.2);
            let end = if open && more { at + 4 } else { at + 2 };
            return if one || open { read(Length::of(count, grain), end) } else { None };
        }
        let written = self.length(at + 1).filter(|w| w.style == Style::Counted)?;
        // `in the last three months, and two days ago he`.
        let again = line.is(written.end, &["ago"]);
        let written = if again { self.counted_length(at + 1)? } else { written };
        let ends = match side {
            _ if !line.is(written.end, &["of"]) => ends,
            "first" => Ends::FromNext,
            "last" | "final" => Ends::AtNext,
            _ => ends,
        };
        let time = Time::Lasting(written.length, ends);
        Some(Found::new(i, written.end, time, &rules::BOUNDED))
    }

    /// `the 5 coming years`, `3 past weeks`.
    pub(super) fn bounded_behind(&self, i: usize) -> Option<Match> {
        let line = self.line;
        let at = i + usize::from(line.is(i, &["the"]));
        let (count, at) = line.number(at)?;
        let ends = match line.key(at) {
            "last" | "past" | "previous" | "preceding" => Ends::AtPublication,
            "next" | "coming" | "following" | "upcoming" => Ends::FromPublication,
            _ => return None,
        };
        let (grain, many, true) = line.unit(at + 1)? else { return None };
        let time = Time::Lasting(Length::of(Some(count * many), grain), ends);
        Some(Found::new(i, at + 2, time, &rules::BOUNDED))
    }

    /// `the nine months`, `the three-year period`.
    pub(super) fn plain_bounded(&self, i: usize, at: usize) -> Option<Match> {
        let written = self
            .length(at)
            .filter(|w| w.style == Style::Counted && w.length.count.is_some())
            .filter(|w| w.length.grain == Grain::Month)?;
        let time = Time::Lasting(written.length, Ends::Nowhere);
        (!self.line.is(written.end, &["old", "ago"]))
            .then(|| Found::new(i, written.end, time, &rules::DURATION))
    }
}
