//! What a mark may do, told by the characters on both sides of it: open, close, or mean nothing.

use super::scan::{Family, Side, is_mark};

/// Words that begin with an apostrophe.
const ELIDED: &[&str] = &[
    "tis", "twas", "twere", "twill", "em", "cause", "til", "till", "round", "bout", "n", "nuff",
    "kay", "cos", "coz", "neath", "fraid", "fore", "ere", "ya", "sup",
];

/// Words that lose their last letter to an apostrophe.
const CLIPPED: &[&str] = &["an", "o", "th", "wi", "ol", "tha", "jus"];

/// The text on both sides of a mark.
pub(crate) struct Around<'t> {
    /// What stands before it in the paragraph.
    pub(crate) before: &'t str,
    /// What stands after it.
    pub(crate) after: &'t str,
}

impl Around<'_> {
    /// The family of the mark, what it may do here, and whether it was turned round.
    pub(crate) fn read(&self, glyph: char, doubled: Option<char>) -> Option<(Family, Side, bool)> {
        let fits = |open: bool| if open { self.fits_open() } else { self.fits_close() };
        // A fixed glyph keeps its side unless only the other side fits.
        let fixed = |family, opens: bool| {
            let turned = !fits(opens) && fits(!opens);
            let side = if opens == turned { Side::Close } else { Side::Open };
            Some((family, side, turned))
        };
        match glyph {
            '“' | '‟' | '〝' => fixed(Family::Double, true),
            '”' | '〞' => fixed(Family::Double, false),
            '„' => Some((Family::Double, Side::Open, false)),
            '«' => Some(self.angle(Family::Angle, true)),
            '»' => Some(self.angle(Family::Angle, false)),
            '‹' => Some(self.angle(Family::SingleAngle, true)),
            '›' => Some(self.angle(Family::SingleAngle, false)),
            '「' | '『' => Some((Family::Corner, Side::Open, false)),
            '」' | '』' => Some((Family::Corner, Side::Close, false)),
            '"' if doubled == Some('`') => Some((Family::Double, Side::Open, false)),
            '"' => (!self.is_measure()).then(|| (Family::Double, self.straight(), false)),
            '‘' | '‚' | '‛' | '`' if self.is_elision() => None,
            '‘' | '‚' | '‛' | '`' if self.fits_open() => {
                Some((Family::Single, Side::Open, false))
            }
            '‘' if self.fits_close() && !self.between_letters() => {
                Some((Family::Single, Side::Close, true))
            }
            '’' | '\'' => self.apostrophe(glyph),
            _ => None,
        }
    }

    /// Guillemets point outwards in French, inwards in German and Danish.
    fn angle(&self, family: Family, opens: bool) -> (Family, Side, bool) {
        let spaced = |c: Option<char>| c.is_none_or(char::is_whitespace);
        let (tight_before, tight_after) = (!spaced(self.prev()), !spaced(self.next()));
        let side = match (tight_before, tight_after, opens) {
            (false, true, _) => Side::Open,
            (true, false, _) => Side::Close,
            // »so«, said she: a comma or full stop on the right closes.
            _ if self.next().is_some_and(|c| matches!(c, ',' | '.' | ';' | ':' | '!' | '?')) => {
                Side::Close
            }
            (_, _, true) => Side::Open,
            (_, _, false) => Side::Close,
        };
        (family, side, false)
    }

    fn straight(&self) -> Side {
        match (self.fits_open(), self.fits_close()) {
            (true, false) => Side::Open,
            (false, true) => Side::Close,
            _ => Side::Either,
        }
    }

    /// A single closing or straight mark: mostly no quotation mark at all.
    fn apostrophe(&self, glyph: char) -> Option<(Family, Side, bool)> {
        if self.between_letters() || self.is_elision() || self.is_measure() {
            return None;
        }
        let (open, close) = (self.fits_open(), self.fits_close());
        if open && !close {
            return (glyph == '\'').then_some((Family::Single, Side::Open, false));
        }
        if !close || self.prev().is_none() {
            return None;
        }
        let plural =
            self.before.ends_with(['s', 'z', 'x', 'S']) && (self.words_go_on() || self.doubled());
        let dropped = (self.before.ends_with("in") || self.after_clipped()) && self.words_go_on();
        let side = if plural || dropped { Side::Possessive } else { Side::Close };
        Some((Family::Single, side, false))
    }

    fn prev(&self) -> Option<char> {
        self.before.chars().next_back()
    }

    fn next(&self) -> Option<char> {
        self.after.chars().next()
    }

    fn fits_open(&self) -> bool {
        let before = self.prev().is_none_or(|c| {
            c.is_whitespace()
                || matches!(c, '(' | '[' | '{' | '—' | '–' | '-' | '/' | '…' | '*' | ':')
                || opens(c)
                || c as u32 >= 0x2600 && !c.is_alphanumeric() && !is_mark(c)
        });
        let after = self.next().is_some_and(|c| {
            c.is_alphanumeric()
                || opens(c)
                || matches!(
                    c,
                    '"' | '\''
                        | '$'
                        | '£'
                        | '€'
                        | '['
                        | '('
                        | '…'
                        | '#'
                        | '@'
                        | '.'
                        | '-'
                        | '—'
                        | '’'
                        | '¿'
                        | '¡'
                        | '*'
                )
                || c as u32 >= 0x2600
        });
        before && after
    }

    fn fits_close(&self) -> bool {
        let before =
            self.prev().is_some_and(|c| !c.is_whitespace() && !matches!(c, '(' | '[' | '{'));
        let after =
            self.next().is_none_or(|c| !c.is_alphanumeric() && !matches!(c, '(' | '[' | '$'));
        before && after
    }

    fn between_letters(&self) -> bool {
        self.prev().is_some_and(char::is_alphanumeric)
            && self.next().is_some_and(char::is_alphanumeric)
    }

    /// `the workers',' she said`: the closing mark comes right after.
    fn doubled(&self) -> bool {
        self.after.trim_start_matches([',', '.', '!', '?']).starts_with(['\'', '’'])
            && !self.after.starts_with(['\'', '’'])
    }

    /// `workers’ rights`, `doin’ well`: a word follows.
    fn words_go_on(&self) -> bool {
        let mut rest = self.after.chars();
        rest.next() == Some(' ') && rest.next().is_some_and(char::is_alphanumeric)
    }

    /// `an’ then`, `o’ the`: a short word without its end.
    fn after_clipped(&self) -> bool {
        let start = self.before.char_indices().rev().take(4).find(|(_, c)| !c.is_alphabetic());
        let word = start.and_then(|(at, c)| self.before.get(at + c.len_utf8()..));
        word.is_some_and(|w| CLIPPED.iter().any(|c| c.eq_ignore_ascii_case(w)))
    }

    /// `’90s`, `’tis`, `rock ’n’ roll`.
    fn is_elision(&self) -> bool {
        let word = self.after.split(|c: char| !c.is_alphanumeric()).next().unwrap_or_default();
        let free = self.prev().is_none_or(|c| !c.is_alphanumeric());
        let year = word.len() <= 3
            && word.len() >= 2
            && word.bytes().take(2).all(|b| b.is_ascii_digit())
            && (word.len() == 2 || word.ends_with('s'));
        let elided = ELIDED.iter().any(|e| e.eq_ignore_ascii_case(word));
        let ends_n = self.before.len() >= 2
            && matches!(self.before.as_bytes()[self.before.len() - 1], b'n' | b'N')
            && self
                .before
                .get(..self.before.len() - 1)
                .is_some_and(|b| b.ends_with(['\'', '’', '‘']))
            && self.after.starts_with([' ', '-']);
        free && (year || elided) || ends_n
    }

    /// `5'10"`, `12" pipe`, `40° 26' 46"`: feet, inches, minutes and seconds.
    fn is_measure(&self) -> bool {
        if !self.prev().is_some_and(|c| c.is_ascii_digit()) {
            return false;
        }
        let number = self
            .before
            .trim_end_matches(|c: char| c.is_ascii_digit() || matches!(c, '.' | '/' | '-'));
        let feet = number.trim_end().ends_with(['\'', '’', '′', '°']);
        let then_inches = self.after.trim_start().starts_with(|c: char| c.is_ascii_digit());
        let then_unit = ["x ", " x ", " tall", " wide", " long", " pipe", " screen", " by "]
            .iter()
            .any(|unit| self.after.starts_with(unit));
        feet || then_inches && self.after.len() < 400 || then_unit
    }
}

fn opens(c: char) -> bool {
    matches!(c, '“' | '‘' | '„' | '‚' | '«' | '‹' | '「' | '『' | '"' | '\'' | '`')
}
