//! Whether a full stop belongs to the word before it.

use super::{
    super::{
        abbreviations::{Class, class, is_opener},
        tokens::{Case, Token, TokenKind},
    },
    Scanner,
    address::domain,
    letters,
};

impl Scanner<'_> {
    /// How many bytes after the first `len` of `rest`, a word, are part of it: a full stop, and in
    /// `U.S.` and `example.com` what follows.
    pub(super) fn stop(&self, rest: &str, len: usize, last: Option<&Token>) -> usize {
        let Some(tail) = rest.get(len..).filter(|tail| tail.starts_with('.')) else { return 0 };
        let word = rest.get(..len).unwrap_or_default();
        let single = word.chars().nth(1).is_none();
        if single {
            let more = acronym(tail);
            if more > 1 {
                return more;
            }
        }
        if let Some(more) = compound(rest, len) {
            return more;
        }
        let after = tail.get(1..).unwrap_or_default();
        if let Some(class) = class(word) {
            return usize::from(self.is_abbreviation(class, after, last));
        }
        if single && word.starts_with(char::is_uppercase) {
            return usize::from(is_initial(word, after, last));
        }
        domain(rest, len)
    }

    fn is_abbreviation(&self, class: Class, after: &str, last: Option<&Token>) -> bool {
        match class {
            Class::Name | Class::End | Class::Time => true,
            Class::Number => after.trim_start().starts_with(|c: char| c.is_numeric()),
            Class::State => {
                after.starts_with([',', ')', ';'])
                    || last.is_some_and(|t| matches!(t.span.of(self.text), "," | "-" | "–"))
            }
        }
    }
}

/// Whether the full stop after the capital `letter` makes it an initial.
fn is_initial(letter: &str, after: &str, last: Option<&Token>) -> bool {
    let next = after.trim_start();
    let spaced = next.len() < after.len();
    let Some(first) = next.chars().next() else { return false };
    // "… my brother and I. Nobody …"
    let follows_lower = last.is_some_and(|t| t.kind == TokenKind::Word && t.case == Case::Lower);
    if letter == "I" && spaced && follows_lower {
        return false;
    }
    if first.is_alphabetic() {
        let len = letters(next);
        let dotted = next.get(len..).is_some_and(|t| t.starts_with('.'));
        let opens = last.is_some() && is_opener(next.get(..len).unwrap_or_default());
        return !spaced || dotted || !opens;
    }
    !spaced && matches!(first, ',' | '-' | '‑' | '\'' | '’')
}

/// The length of `.S.A.` or `.S` in `U.S.A.` or `U.S`: single letters behind single full stops. 1
/// when there is only the full stop.
fn acronym(tail: &str) -> usize {
    let mut len = 1;
    while let Some(next) = tail.get(len..) {
        let mut chars = next.chars();
        let Some(letter) = chars.next().filter(|c| c.is_alphabetic()) else { break };
        match chars.next() {
            Some('.') => len += letter.len_utf8() + 1,
            after if after.is_none_or(|c| !c.is_alphanumeric()) => return len + letter.len_utf8(),
            _ => break,
        }
    }
    len
}

/// The length of `.D.` in `Ph.D.`
fn compound(rest: &str, len: usize) -> Option<usize> {
    let tail = rest.get(len + 1..)?;
    let more = Some(letters(tail)).filter(|more| (1..=3).contains(more))?;
    let whole = rest.get(..len + 1 + more)?;
    class(whole)?;
    let stop = rest.get(whole.len()..).is_some_and(|t| t.starts_with('.'));
    Some(1 + more + usize::from(stop))
}
