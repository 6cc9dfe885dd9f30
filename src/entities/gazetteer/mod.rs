//! Names known beforehand: countries with their codes and peoples, cities, organisations, given and
//! family names, common words. The first part is sorted keys, walked along the tokens without
//! allocating; the second, which may come later, is hashes. Rare family names stand in the second to
//! keep the first small: once they are there, they are read as if the first had them.

mod entry;
pub mod extra;
pub mod key;
mod store;

use std::sync::LazyLock;

use crate::text::{Case, Document, Token, TokenKind};

pub use entry::{Entry, Kinds, SUBTYPES};
pub use extra::Extra;
use store::{Store, Walk};

/// No name in the gazetteers has more tokens.
const LONGEST: usize = 9;
/// No name has more words in lower case in a row: `for the Liberation of the`.
const MOST_SMALL: usize = 3;

static GAZETTEER: LazyLock<Store> = LazyLock::new(|| {
    Store::unpack(
        include_bytes!("../../data/names.txt"),
        include_bytes!("../../data/names.values"),
        include_str!("../../data/names.entries"),
    )
});

/// The second part as it is shipped; [`Extra::read`] reads it. What does not name it does not
/// carry it: in the browser it is a file of its own.
pub const SECOND: &[u8] = include_bytes!("../../data/names.more");

/// What the gazetteers say about the words from one token on.
#[derive(Clone, Copy, Debug, Default)]
pub struct Matches {
    /// About the token alone, both parts together.
    pub word: Entry,
    /// The longest name that is more than a person's or a common word: how many tokens, and what.
    pub name: Option<(usize, Entry)>,
    /// What the second part says of the token alone, weak evidence and persons' names too.
    pub hint: Entry,
    /// The longest name of several tokens in the second part, weak or a person's too.
    pub long_hint: Option<(usize, Entry)>,
}

/// Walks the tokens from `from` on, inside one sentence that ends before token `end`.
pub fn look_up(document: &Document, from: usize, end: usize, extra: Option<&Extra>) -> Matches {
    let mut found = Matches::default();
    let end = end.min(from + LONGEST);
    walk_first(document, from, end, &mut found);
    if let Some(extra) = extra {
        walk_second(document, from, end, extra, &mut found);
    }
    found
}

/// Along the sorted keys.
fn walk_first(document: &Document, from: usize, end: usize, found: &mut Matches) {
    let tokens = document.tokens();
    let mut walk = GAZETTEER.walk();
    let mut broken = false;
    for (at, token) in tokens.iter().enumerate().take(end).skip(from) {
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
}

/// Along the hashes: every stretch that may be a name by its look is asked for.
fn walk_second(document: &Document, from: usize, end: usize, extra: &Extra, found: &mut Matches) {
    let tokens = document.tokens();
    let mut hash = extra.hash();
    let (mut broken, mut lower) = (false, 0);
    for (at, token) in tokens.iter().enumerate().take(end).skip(from) {
        let gap = at > from && tokens[at - 1].span.end() < token.span.start();
        if gap || broken {
            hash = hash.push(b' ');
        }
        broken = is_joint(document, token);
        if broken {
            continue;
        }
        let word = document.word(token);
        if token.kind == TokenKind::Mark && word != "&" {
            break;
        }
        // `Lloyd's`: what hangs on a word is as good as that.
        let small = token.case == Case::Lower && token.kind != TokenKind::Clitic;
        lower = if small { lower + 1 } else { 0 };
        if lower > MOST_SMALL {
            break;
        }
        word.chars().for_each(|c| key::fold(c, |byte| hash = hash.push(byte)));
        // Names begin and end with a capital or a figure.
        if at > from && (lower > 0 || token.kind == TokenKind::Mark) {
            continue;
        }
        if let Some(entry) = extra.value(hash) {
            add_second(at + 1 - from, entry, found);
        }
    }
}

/// Notes what the second part says of the first `len` tokens.
fn add_second(len: usize, entry: Entry, found: &mut Matches) {
    if entry.kinds.has(Kinds::OF_FIRST) {
        if len == 1 {
            found.word = found.word.joined(entry);
        }
        return;
    }
    if len == 1 {
        found.hint = entry;
        found.word = found.word.joined(entry);
    } else {
        found.long_hint = Some((len, entry));
    }
    let strong = entry.kinds.entity_type().is_some() && !entry.kinds.has(Kinds::WEAK);
    let settled = found.name.is_some_and(|(known, _)| known >= len)
        || len == 1 && found.word.kinds.has(Kinds::WORD);
    if strong && !settled {
        found.name = Some((len, entry));
    }
}

/// What the first part says about a name given as text.
pub fn entry(name: &str) -> Entry {
    GAZETTEER.get(&key::of(name)).unwrap_or_default()
}

/// What both parts say about a name given as text.
pub fn entry_with(name: &str, extra: Option<&Extra>) -> Entry {
    let key = key::of(name);
    let second = extra.and_then(|extra| extra.get(&key)).unwrap_or_default();
    GAZETTEER.get(&key).unwrap_or_default().joined(second)
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

#[cfg(test)]
mod tests {
    use super::*;

    fn matches(text: &str, extra: Option<&Extra>) -> Matches {
        let document = Document::read(text, &[]);
        look_up(&document, 0, document.tokens().len(), extra)
    }

    #[test]
    fn the_second_part_adds_to_the_first() {
        let extra = Extra::read(SECOND).expect("the shipped file is whole");
        let text = "Wizz Air planes left.";
        assert_eq!(matches(text, None).name, None);
        let found = matches(text, Some(&extra)).name;
        assert_eq!(found.map(|(len, e)| (len, e.subtype())), Some((2, Some("airline"))));
        assert_eq!(entry_with("Wizz Air", Some(&extra)).subtype(), Some("airline"));
    }

    #[test]
    fn a_rare_family_name_is_read_as_if_the_first_part_had_it() {
        let extra = Extra::read(SECOND).expect("the shipped file is whole");
        let text = "Hathcock left.";
        assert_eq!(matches(text, None).word, Entry::default());
        let found = matches(text, Some(&extra));
        assert_eq!(found.word, Entry { kinds: Kinds::FAMILY, ..Entry::default() });
        assert_eq!((found.hint, found.name), (Entry::default(), None));
        assert_eq!(entry_with("Hathcock", Some(&extra)), found.word);
    }

    #[test]
    fn the_second_part_leaves_the_first_as_it_is() {
        let extra = Extra::read(SECOND).expect("the shipped file is whole");
        for text in ["Lisbon fell.", "South Korea won.", "The mill shut.", "Read for us all."] {
            let (first, both) = (matches(text, None), matches(text, Some(&extra)));
            assert_eq!((first.word, first.name), (both.word, both.name), "{text}");
        }
    }
}
