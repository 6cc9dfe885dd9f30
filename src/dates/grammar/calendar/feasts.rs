//! Days and periods that have a name.

use super::YearIn;
use crate::{
    dates::{
        cues::Cue,
        expr::{Name, Pick, Time},
        grammar::{Found, Grammar, Match},
        holidays::{self, Holiday},
        rules,
        value::Place,
        words::Words,
    },
    text::TokenKind,
};

/// Words after a holiday's name that make it the name of something else.
pub(super) const AFTER_NAME: Words =
    Words("island islands rising offensive agreement agreements accord accords");

impl Grammar<'_> {
    /// `Christmas Eve`, `Thanksgiving 2019`, `Easter last year`.
    pub(in crate::dates::grammar) fn holiday(&self, i: usize) -> Option<Match> {
        let line = self.line;
        if !(line.is_cue(i, Cue::Holiday) || line.is_cue(i, Cue::Name)) {
            return None;
        }
        let (mut words, mut best) = (String::new(), None);
        let (mut at, mut more) = (i, true);
        while more && at < line.len() {
            let mut letters = line.key(at).chars().filter(|c| !matches!(c, '\'' | '’')).peekable();
            let clitic = line.atoms.get(at).is_some_and(|a| a.kind == TokenKind::Clitic);
            if !words.is_empty() && !clitic && letters.peek().is_some() {
                words.push(' ');
            }
            words.extend(letters);
            // `Eid al-Fitr`.
            at = line.past_hyphen(at + 1);
            let holiday;
            (holiday, more) = holidays::named(&words);
            let end = if line.is_dash(at - 1) { at - 1 } else { at };
            let named = line.is_capitalised(i) && line.is_capitalised(end - 1);
            if let Some(holiday) = holiday.filter(|holiday| named || !holiday.is_word()) {
                best = Some((self.kept_here(holiday, &words, i, end), end));
            }
        }
        let (holiday, end) = best.filter(|(_, end)| !AFTER_NAME.has(line.key(*end)))?;
        let works = ["film", "movie", "novel", "album", "song", "musical", "sequel", "thriller"];
        if line.is(end, &works) || i > 0 && line.is(i - 1, &works) {
            return None;
        }
        let (year, end) = self.year_after(end);
        let named = |pick| Time::Named(Name::Holiday(holiday), pick);
        let time = match year {
            // Where the calendar of the feast is not known, its year is.
            YearIn::Number(year) if holiday.in_year(year).is_none() => {
                Time::Fixed(Place::Year(year))
            }
            YearIn::Number(year) => named(Pick::In(Box::new(Time::Fixed(Place::Year(year))))),
            YearIn::Of(year) => named(Pick::In(Box::new(year))),
            YearIn::Open => named(Pick::Nearest),
        };
        Some(Found::new(i, end, time, &rules::HOLIDAY))
    }

    /// The holiday of that name in the country named just before or after it, else the usual one:
    /// `India's Independence Day`, `Mother's Day in Mexico`.
    pub(super) fn kept_here(
        &self,
        usual: &'static Holiday,
        words: &str,
        i: usize,
        end: usize,
    ) -> &'static Holiday {
        let line = self.line;
        let before = (1..=3).filter_map(|back| i.checked_sub(back));
        let after = line.is(end, &["in"]).then_some(end + 1);
        let mut near = before.chain(after).filter(|&at| line.is_capitalised(at));
        near.find_map(|at| holidays::of_country(words, line.key(at))).unwrap_or(usual)
    }
}
