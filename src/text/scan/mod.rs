//! Cuts text into tokens, in one pass.

mod address;
mod stop;

use super::tokens::{Case, Token, TokenKind};
use crate::span::Span;

/// An opening single quotation mark further back than this is forgotten.
const QUOTE_REACH: usize = 400;

/// Adds the tokens of `span`, a block, to `tokens`. They depend on its text alone.
pub(super) fn read(text: &str, span: Span, tokens: &mut Vec<Token>) {
    let mut scanner = Scanner {
        text: text.get(..span.end()).unwrap_or_default(),
        start: span.start(),
        at: span.start(),
        no_mail_before: 0,
        quote: None,
    };
    let first = tokens.len();
    while let Some(c) = scanner.rest().chars().next() {
        if c.is_whitespace() {
            scanner.at += c.len_utf8();
            continue;
        }
        let (len, kind) = scanner.next(c, tokens.get(first..).and_then(<[_]>::last));
        let len = len.max(c.len_utf8());
        if let Some(span) = Span::new(text, scanner.at, scanner.at + len) {
            tokens.push(Token { span, kind, case: Case::of(span.of(text)) });
        }
        scanner.at += len;
    }
}

struct Scanner<'a> {
    /// Up to the end of what is read.
    text: &'a str,
    start: usize,
    at: usize,
    /// No mail address begins before this offset: it keeps the search for them linear.
    no_mail_before: usize,
    /// Where a single quotation mark opened that has not closed.
    quote: Option<usize>,
}

impl<'a> Scanner<'a> {
    fn rest(&self) -> &'a str {
        self.text.get(self.at..).unwrap_or_default()
    }

    fn before(&self) -> Option<char> {
        self.text.get(self.start..self.at)?.chars().next_back()
    }

    /// The length and kind of the token that begins with `c`.
    fn next(&mut self, c: char, last: Option<&Token>) -> (usize, TokenKind) {
        let rest = self.rest();
        if c.is_ascii_alphanumeric()
            && let Some(len) = self.address(rest)
        {
            return (len, TokenKind::Word);
        }
        if c.is_alphabetic() {
            return self.word(rest, last);
        }
        match c {
            _ if c.is_numeric() => (number(rest), TokenKind::Number),
            '@' => match self.handle(rest) {
                Some(len) => (len, TokenKind::Word),
                None => (1, TokenKind::Mark),
            },
            '.' => (rest.len() - rest.trim_start_matches('.').len(), TokenKind::Mark),
            '\'' | '’' | '‘' | 'ʼ' => {
                (self.apostrophe(rest, c), self.apostrophe_kind(rest, c, last))
            }
            _ => (c.len_utf8(), TokenKind::Mark),
        }
    }

    fn word(&self, rest: &str, last: Option<&Token>) -> (usize, TokenKind) {
        if let Some(len) = not(rest) {
            return (len, TokenKind::Clitic);
        }
        let mut len = letters(rest);
        while let Some((mark, tail)) = after_apostrophe(rest, len) {
            let tail_len = letters(tail);
            let tail = tail.get(..tail_len).unwrap_or_default();
            if tail.eq_ignore_ascii_case("t") && len > 1 && ends_in_n(rest, len) {
                return (len - 1, TokenKind::Word);
            }
            if tail_len == 0 || is_contraction(tail) {
                break;
            }
            len += mark + tail_len;
        }
        (len + self.stop(rest, len, last), TokenKind::Word)
    }

    /// The length of a clitic that begins with the apostrophe `c`, else of the mark alone.
    fn apostrophe(&self, rest: &str, c: char) -> usize {
        let tail = rest.get(c.len_utf8()..).unwrap_or_default();
        let len = letters(tail);
        let joined = self.before().is_some_and(|b| b.is_alphanumeric() || b == '.' || b == ')');
        let apart = self.before().is_some_and(char::is_whitespace)
            && tail.get(len..).and_then(|t| t.chars().next()).is_none_or(char::is_whitespace);
        let clitic = c != '‘' && tail.get(..len).is_some_and(is_contraction) && (joined || apart);
        if clitic { c.len_utf8() + len } else { c.len_utf8() }
    }

    /// Whether the apostrophe `c` makes a clitic, alone (`the players’`) or with letters, or is a
    /// quotation mark.
    fn apostrophe_kind(&mut self, rest: &str, c: char, last: Option<&Token>) -> TokenKind {
        if self.apostrophe(rest, c) > c.len_utf8() {
            return TokenKind::Clitic;
        }
        let next = rest.chars().nth(1);
        let before = self.before();
        let opens = before.is_none_or(|b| b.is_whitespace() || "([“\"—–".contains(b))
            && next.is_some_and(char::is_alphabetic);
        if c == '‘' || c == '\'' && opens {
            self.quote = Some(self.at);
            return TokenKind::Mark;
        }
        let follows_s = matches!(before, Some('s' | 'x' | 'z' | 'S' | 'X' | 'Z'))
            && last.is_some_and(|t| t.kind == TokenKind::Word && t.span.end() == self.at);
        match self.quote.take() {
            Some(open) if self.at - open < QUOTE_REACH => TokenKind::Mark,
            _ if follows_s => TokenKind::Clitic,
            _ => TokenKind::Mark,
        }
    }
}

/// The length of the letters, digits, combining accents and low lines that `text` begins with.
fn letters(text: &str) -> usize {
    text.find(|c: char| !(c.is_alphanumeric() || c == '_' || ('\u{300}'..'\u{370}').contains(&c)))
        .unwrap_or(text.len())
}

fn is_apostrophe(c: char) -> bool {
    matches!(c, '\'' | '’' | 'ʼ')
}

/// The length of the apostrophe at `len`, and what follows it.
fn after_apostrophe(text: &str, len: usize) -> Option<(usize, &str)> {
    let tail = text.get(len..)?;
    let mark = tail.chars().next().filter(|&c| is_apostrophe(c))?;
    let tail = tail.get(mark.len_utf8()..)?;
    tail.starts_with(char::is_alphabetic).then_some((mark.len_utf8(), tail))
}

fn is_contraction(word: &str) -> bool {
    ["s", "re", "ve", "ll", "d", "m"].iter().any(|c| word.eq_ignore_ascii_case(c))
}

fn ends_in_n(text: &str, len: usize) -> bool {
    text.get(..len).is_some_and(|word| word.ends_with(['n', 'N']))
}

/// The length of `n't` at the start of `text`.
fn not(text: &str) -> Option<usize> {
    let (mark, tail) = after_apostrophe(text, 1).filter(|_| text.starts_with(['n', 'N']))?;
    (letters(tail) == 1 && tail.starts_with(['t', 'T'])).then_some(mark + 2)
}

/// The length of a number: digits, and full stops and commas between them. A comma needs one to
/// three digits behind it, so that "May 4,2021" comes apart.
fn number(text: &str) -> usize {
    let digits = |text: &str| text.find(|c: char| !c.is_numeric()).unwrap_or(text.len());
    let mut len = digits(text);
    while let Some(tail) = text.get(len..) {
        let more = match tail.chars().next() {
            Some('.') => digits(&tail[1..]),
            Some(',') => Some(digits(&tail[1..])).filter(|more| *more <= 3).unwrap_or(0),
            _ => 0,
        };
        if more == 0 {
            break;
        }
        len += 1 + more;
    }
    len
}

#[cfg(test)]
mod tests;
