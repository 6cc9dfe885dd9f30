//! Names known beforehand: countries with their codes and peoples, cities, organisations, given and
//! family names, common words. One automaton of keys, walked along the tokens without allocating.

mod entry;
pub mod key;

use std::sync::LazyLock;

use fst::raw::{CompiledAddr, Fst, Output};

use crate::text::{Document, Token, TokenKind};

pub use entry::{Entry, Kinds, SUBTYPES};

/// No name in the gazetteers has more tokens.
const LONGEST: usize = 9;

static GAZETTEER: LazyLock<Option<Gazetteer>> = LazyLock::new(|| {
    let names = Fst::new(include_bytes!("../../data/gazetteer.fst").as_slice()).ok()?;
    let entries = include_str!("../../data/gazetteer.txt").lines().filter_map(Entry::parse);
    Some(Gazetteer { names, entries: entries.collect() })
});

struct Gazetteer {
    names: Fst<&'static [u8]>,
    /// What the automaton's values stand for.
    entries: Vec<Entry>,
}

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
    let Some(gazetteer) = &*GAZETTEER else { return found };
    let tokens = document.tokens();
    let mut walk = Walk::new(&gazetteer.names);
    let mut broken = false;
    for (at, token) in tokens.iter().enumerate().take(end.min(from + LONGEST)).skip(from) {
        let gap = at > from && tokens[at - 1].span.end() < token.span.start();
        let alive = (!(gap || broken) || walk.step(b' ')) && walk.word(document.word(token));
        if !alive {
            break;
        }
        broken = is_joint(document, token);
        let Some(entry) = walk.value().and_then(|v| gazetteer.entries.get(v as usize)) else {
            continue;
        };
        if at == from {
            found.word = *entry;
        }
        if entry.kinds.entity_type().is_some() && ends_name(tokens, at) {
            found.name = Some((at + 1 - from, *entry));
        }
    }
    found
}

/// What the gazetteers say about a name given as text.
pub fn entry(name: &str) -> Entry {
    let Some(gazetteer) = &*GAZETTEER else { return Entry::default() };
    let value = gazetteer.names.get(key::of(name)).map(Output::value);
    value.and_then(|v| gazetteer.entries.get(v as usize)).copied().unwrap_or_default()
}

/// Whether `word`, in any case, is a common English word or a regular form of one.
pub fn is_common(word: &str) -> bool {
    let Some(gazetteer) = &*GAZETTEER else { return false };
    let known = |stem: &[u8]| {
        let value = gazetteer.names.get(stem).map(Output::value);
        value
            .and_then(|v| gazetteer.entries.get(v as usize))
            .is_some_and(|e| e.kinds.has(Kinds::WORD))
    };
    let word = key::of(word);
    if word.len() < 2 || known(&word) {
        return true;
    }
    const ENDS: [&str; 8] = ["s", "es", "ed", "d", "ing", "ly", "er", "ness"];
    ENDS.iter().filter_map(|end| word.strip_suffix(end.as_bytes())).filter(|s| s.len() >= 3).any(
        |stem| {
            let silent = || known(&[stem, b"e"].concat());
            let doubled = || matches!(stem, [rest @ .., a, b] if a == b && known(&[rest, &[*a]].concat()));
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

/// A place in the automaton.
struct Walk<'a> {
    names: &'a Fst<&'static [u8]>,
    node: CompiledAddr,
    output: u64,
}

impl<'a> Walk<'a> {
    fn new(names: &'a Fst<&'static [u8]>) -> Self {
        Self { names, node: names.root().addr(), output: 0 }
    }

    fn step(&mut self, byte: u8) -> bool {
        let node = self.names.node(self.node);
        let Some(index) = node.find_input(byte) else { return false };
        let transition = node.transition(index);
        self.node = transition.addr;
        self.output += transition.out.value();
        true
    }

    fn word(&mut self, word: &str) -> bool {
        if matches!(word, "-" | "–" | "/" | "‑") {
            return true;
        }
        let mut alive = true;
        for c in word.chars() {
            key::fold(c, |byte| alive = alive && self.step(byte));
            if !alive {
                break;
            }
        }
        alive
    }

    fn value(&self) -> Option<u64> {
        let node = self.names.node(self.node);
        node.is_final().then(|| self.output + node.final_output().value())
    }
}
