//! Words as they are looked up: in maps and sets that hash fast, in lower case.

use std::{
    borrow::Cow,
    collections::{HashMap, HashSet},
};

/// A map with the hash of `foldhash`, which takes a fraction of the time of the standard one. Nothing depends on its
/// order.
pub(crate) type FastMap<K, V> = HashMap<K, V, foldhash::fast::FixedState>;

/// The same for a set.
pub(crate) type FastSet<K> = HashSet<K, foldhash::fast::FixedState>;

/// `word` in lower case: as it stands where it is so already, as most words are.
pub(crate) fn lower(word: &str) -> Cow<'_, str> {
    let is_lower = |byte: u8| byte.is_ascii() && !byte.is_ascii_uppercase();
    if word.bytes().all(is_lower) { Cow::Borrowed(word) } else { Cow::Owned(word.to_lowercase()) }
}

/// How words of a list begin, their first two letters: it spares most words of an article the search, which every word
/// goes through many times.
pub(crate) struct Begins([u32; 32]);

impl Begins {
    /// Of no words.
    pub(crate) const NONE: Self = Self([0; 32]);

    /// Of one word more.
    pub(crate) const fn with(mut self, word: &str) -> Self {
        let (first, second) = Self::letters(word);
        self.0[first] |= 1 << second;
        self
    }

    /// Of some words more.
    pub(crate) const fn with_all(mut self, words: &[&str]) -> Self {
        let mut at = 0;
        while at < words.len() {
            self = self.with(words[at]);
            at += 1;
        }
        self
    }

    /// Of the words of both.
    pub(crate) const fn or(mut self, other: &Self) -> Self {
        let mut at = 0;
        while at < self.0.len() {
            self.0[at] |= other.0[at];
            at += 1;
        }
        self
    }

    /// Whether `word`, in any case, may be one of them.
    pub(crate) const fn may(&self, word: &str) -> bool {
        let (first, second) = Self::letters(word);
        self.0[first] >> second & 1 == 1
    }

    /// Five bits of each: the same for both cases of a letter.
    const fn letters(word: &str) -> (usize, usize) {
        match word.as_bytes() {
            [] => (0, 0),
            [first] => ((*first & 31) as usize, 0),
            [first, second, ..] => ((*first & 31) as usize, (*second & 31) as usize),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_in_lower_case_stays_where_it_is() {
        for word in ["", "ferry", "x-1", "Ferry", "ÉTAT", "état", "ΟΔΟΣ", "İ"] {
            assert_eq!(lower(word), word.to_lowercase(), "{word}");
        }
        assert!(matches!(lower("ferry"), Cow::Borrowed(_)));
    }

    #[test]
    fn beginnings_let_every_word_of_the_list_through() {
        const BEGINS: Begins = Begins::NONE.with("a").with_all(&["ferry", "½"]);
        for word in ["a", "A", "ferry", "Ferry", "FERRY", "½", "fee"] {
            assert!(BEGINS.may(word), "{word}");
        }
        for word in ["", "as", "harbour", "far", "f"] {
            assert!(!BEGINS.may(word), "{word}");
        }
    }
}
