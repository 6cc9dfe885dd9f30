//! Every quotation mark of a paragraph, told from apostrophes, feet, inches and minutes.

use crate::span::Span;

/// Which marks close which: those of one family.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Family {
    /// “ ” „ " and doubled grave accents and apostrophes.
    Double,
    /// ‘ ’ ‚ ' and the grave accent.
    Single,
    /// « »
    Angle,
    /// ‹ ›
    SingleAngle,
    /// 「 」 『 』
    Corner,
}

/// What a mark may do where it stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Side {
    /// It opens.
    Open,
    /// It closes.
    Close,
    /// The words around it allow both: it closes what is open, or else opens.
    Either,
    /// A closing single mark after a plural's s, where words go on: perhaps `workers’ rights`.
    Possessive,
}

/// A quotation mark.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Mark {
    /// Where; two characters for a doubled mark.
    pub(crate) span: Span,
    /// The marks it pairs with.
    pub(crate) family: Family,
    /// What it may do.
    pub(crate) side: Side,
    /// The character: marks of one pair should be of one style.
    pub(crate) glyph: char,
    /// Whether it was turned round: an opening character in a closing place, or the reverse.
    pub(crate) turned: bool,
}

/// Words that begin with an apostrophe.
const ELIDED: &[&str] = &[
    "tis", "twas", "twere", "twill", "em", "cause", "til", "till", "round", "bout", "n", "nuff",
    "kay", "cos", "coz", "neath", "fraid", "fore", "ere", "ya", "sup",
];

/// The marks of `block`, in order. One pass; each mark is told by the characters around it.
pub(crate) fn scan(text: &str, block: Span) -> Vec<Mark> {
    let words = block.of(text);
    let mut marks = Vec::new();
    let mut skip_to = 0;
    for (at, c) in words.char_indices() {
        if at < skip_to || !is_mark(c) {
            continue;
        }
        let doubled = matches!(c, '`' | '\'') && words[at + 1..].starts_with(c);
        let len = if doubled { 2 } else { c.len_utf8() };
        skip_to = at + len;
        let around = Around {
            before: words.get(..at).unwrap_or_default(),
            after: words.get(at + len..).unwrap_or_default(),
        };
        let glyph = if doubled { '"' } else { c };
        let Some((family, side, turned)) = around.read(glyph, doubled.then_some(c)) else {
            continue;
        };
        if let Some(span) = Span::new(text, block.start() + at, block.start() + at + len) {
            marks.push(Mark { span, family, side, glyph: c, turned });
        }
    }
    marks
}

/// Whether `c` can be a quotation mark.
pub(crate) fn is_mark(c: char) -> bool {
    matches!(
        c,
        '"' | '\''
            | '`'
            | '“'
            | '”'
            | '„'
            | '‟'
            | '‘'
            | '’'
            | '‚'
            | '‛'
            | '«'
            | '»'
            | '‹'
            | '›'
            | '「'
            | '」'
            | '『'
            | '』'
            | '〝'
            | '〞'
    )
}

/// The text on both sides of a mark.
struct Around<'t> {
    before: &'t str,
    after: &'t str,
}

impl Around<'_> {
    fn read(&self, glyph: char, doubled: Option<char>) -> Option<(Family, Side, bool)> {
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
        let dropped = self.before.ends_with("in") && self.words_go_on();
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

#[cfg(test)]
mod tests {
    use super::*;

    fn sides(text: &str) -> String {
        let block = Span::whole(text).expect("short");
        scan(text, block)
            .iter()
            .map(|mark| match mark.side {
                Side::Open => '<',
                Side::Close => '>',
                Side::Either => '?',
                Side::Possessive => 's',
            })
            .collect()
    }

    #[test]
    fn marks_are_told_from_apostrophes_and_measures() {
        for (text, wanted) in [
            ("“Yes,” he said.", "<>"),
            ("\"Yes,\" he said.", "<>"),
            ("'It can't be the workers' fault,' she said.", "<s>"),
            ("It’s the ’90s, ’tis rock ’n’ roll", ""),
            ("‘We don’t know,’ said Ann.", "<>"),
            ("He is 5'10\" and the pipe 12\" wide.", ""),
            ("``Yes,'' he said.", "<>"),
            ("«Oui», « non »", "<><>"),
            ("»Ja«, „nein“", "<><>"),
            ("He said ”no“.", "<>"),
            ("(“so”)", "<>"),
            ("the 'best' one", "<>"),
            ("dogs' tails", "s"),
            ("🎉“Great,” she wrote", "<>"),
        ] {
            assert_eq!(sides(text), wanted, "{text}");
        }
    }
}
