//! Every quotation mark of a paragraph, told from apostrophes, feet, inches and minutes.

use super::around::Around;
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

/// The marks of `block`, in order. One pass; each mark is told by the characters around it.
pub(crate) fn scan(text: &str, block: Span) -> Vec<Mark> {
    let words = block.of(text);
    let mut marks: Vec<Mark> = Vec::new();
    let mut skip_to = 0;
    // Quotes that two single marks may close: “so’’.
    let mut open = 0_usize;
    for (at, c) in words.char_indices() {
        if at < skip_to || !is_mark(c) {
            continue;
        }
        let after = &words[at + c.len_utf8()..];
        let twice = after.starts_with(c);
        let thrice = twice && after[c.len_utf8()..].starts_with(c);
        let doubled = twice && (matches!(c, '`' | '\'') || c == '’' && open > 0 && !thrice);
        let len = c.len_utf8() * if doubled { 2 } else { 1 };
        skip_to = at + len;
        let around = Around {
            before: words.get(..at).unwrap_or_default(),
            after: words.get(at + len..).unwrap_or_default(),
        };
        let glyph = match c {
            '’' if doubled => '”',
            _ if doubled => '"',
            _ => c,
        };
        let Some((family, side, turned)) = around.read(glyph, doubled.then_some(c)) else {
            continue;
        };
        if let Some(span) = Span::new(text, block.start() + at, block.start() + at + len) {
            if family == Family::Double {
                open = if side == Side::Close { open.saturating_sub(1) } else { open + 1 };
            }
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
            ("“Yes,’’ he said. “She said ‘no.’’’", "<><<>>"),
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
