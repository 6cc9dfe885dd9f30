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
}
