//! Names known beforehand: countries with their codes and peoples, cities, organisations, given and
//! family names, common words. Sorted keys, walked along the tokens without allocating.

mod entry;
pub mod key;
mod store;

use std::sync::LazyLock;

use crate::text::{Document, Token, TokenKind};

pub use entry::{Entry, Kinds, SUBTYPES};
use store::{Store, Walk};

/// No name in the gazetteers has more tokens.
const LONGEST: usize = 9;

static GAZETTEER: LazyLock<Store> = LazyLock::new(|| {
    Store::unpack(
        include_bytes!("../../data/names.txt"),
        include_bytes!("../../data/names.values"),
        include_str!("../../data/names.entries"),
    )
});

/// What the gazetteers say about the words from one token on.
#[derive(Clone, Copy, Debug, Default)]
pub struct Matches {
    /// About the token alone.
    pub word: Entry,
    /// The longest name that is more than a person's or a common word: how many tokens, and what.
    pub name: Option<(usize, Entry)>,
}

/// Walks the tokens from `from` on, inside one sentence that ends before token `end`.
pub fn look_up(document: &Document, from: usize, end: usize) -> Matches {
    let mut found = Matches::default();
    let tokens = document.tokens();
    let mut walk = GAZETTEER.walk();
    let mut broken = false;
    for (at, token) in tokens.iter().enumerate().take(end.min(from + LONGEST)).skip(from) {
        let gap = at > from && tokens[at - 1].span.end() < token.span.start();
        let spaced = !(gap || broken) || GAZETTEER.step(&mut walk, b' ');
        let alive = spaced && step_word(&mut walk, document.word(token));
        if !alive {
            break;
        }
        broken = is_joint(document, token);
        let Some(entry) = GAZETTEER.value(walk) else { continue };
        if at == from {
            found.word = entry;
        }
        if entry.kinds.entity_type().is_some() && ends_name(tokens, at) {
            found.name = Some((at + 1 - from, entry));
        }
    }
    found
}

/// What the gazetteers say about a name given as text.
pub fn entry(name: &str) -> Entry {
    GAZETTEER.get(&key::of(name)).unwrap_or_default()
}

/// Endings of regular forms.
const ENDS: [&str; 8] = ["s", "es", "ed", "d", "ing", "ly", "er", "ness"];

/// Whether `word`, in any case, is a common English word or a regular form of one.
pub fn is_common(word: &str) -> bool {
    let known = |stem: &[u8]| GAZETTEER.get(stem).is_some_and(|e| e.kinds.has(Kinds::WORD));
    let word = key::of(word);
    if word.len() < 2 || known(&word) {
        return true;
    }
    ENDS.iter().filter_map(|end| word.strip_suffix(end.as_bytes())).filter(|s| s.len() >= 3).any(
        |stem| {
            let silent = || known(&[stem, b"e"].concat());
            let doubled =
                || matches!(stem, [rest @ .., a, b] if a == b && known(&[rest, &[*a]].concat()));
            let y = || stem.strip_suffix(b"i").is_some_and(|s| known(&[s, b"y"].concat()));
            known(stem) || silent() || doubled() || y()
        },
    )
}

/// A hyphen or dash: what follows is a new word of the name.
fn is_joint(document: &Document, token: &Token) -> bool {
    token.kind == TokenKind::Mark && matches!(document.word(token), "-" | "–" | "/" | "‑")
}

/// A name ends with a word, not before a hyphen and more letters.
fn ends_name(tokens: &[Token], at: usize) -> bool {
    tokens[at].kind != TokenKind::Mark
}

/// Walks on by a token.
fn step_word(walk: &mut Walk, word: &str) -> bool {
    if matches!(word, "-" | "–" | "/" | "‑") {
        return true;
    }
    let mut alive = true;
    for c in word.chars() {
        key::fold(c, |byte| alive = alive && GAZETTEER.step(walk, byte));
        if !alive {
            break;
        }
    }
    alive
}
