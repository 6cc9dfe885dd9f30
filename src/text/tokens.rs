//! Words, numbers and marks.

use crate::span::Span;

/// A word, number or mark.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Token {
    /// Where, in the folded text.
    pub span: Span,
    /// What it is.
    pub kind: TokenKind,
    /// How its letters are written.
    pub case: Case,
}

/// What a token is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TokenKind {
    /// Letters, also with digits after them (`F16`), with the full stop of an abbreviation
    /// (`Jan.`, `U.S.`, `a.m.`) and with an apostrophe inside (`O'Neill`). A hyphen parts words. An
    /// address (`https://…`, `desk@example.org`, `example.com`) or handle (`@name`) is one word.
    Word,
    /// `'s` and `’` after a word, and the contractions `n't`, `'re`, `'ve`, `'ll`, `'d`, `'m`.
    Clitic,
    /// Digits, with the separators inside them: `10,000`, `3.5`. Letters after them are a token of
    /// their own: `122` `mm`, `21` `st`, `1990` `s`.
    Number,
    /// Everything else, one character each (an ellipsis of dots is one token).
    Mark,
}

/// How a word's letters are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Case {
    /// No letter with case.
    None,
    /// `word`
    Lower,
    /// `Word`, `W`
    Title,
    /// `WORD`
    Upper,
    /// `iPhone`, `McDonald`: anything else; begins with a capital if `Mixed(true)`.
    Mixed(bool),
}

impl Case {
    /// Whether the word begins with a capital.
    pub fn is_capitalised(self) -> bool {
        matches!(self, Self::Title | Self::Upper | Self::Mixed(true))
    }

    pub(super) fn of(word: &str) -> Self {
        let letters = || word.chars().filter(|c| c.is_alphabetic());
        let Some(first) = letters().next() else { return Self::None };
        let upper = letters().filter(|c| c.is_uppercase()).count();
        let lower = letters().filter(|c| c.is_lowercase()).count();
        match (first.is_uppercase(), upper, lower) {
            (_, 0, 0) => Self::None,
            (_, 0, _) => Self::Lower,
            (true, 1, _) => Self::Title,
            (_, _, 0) => Self::Upper,
            (capital, ..) => Self::Mixed(capital),
        }
    }
}
