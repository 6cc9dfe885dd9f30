//! Lists of words, kept as one string: a third of the size of a list of strings.

/// Words parted by spaces, in lower case.
#[derive(Clone, Copy, Debug)]
pub(super) struct Words(pub &'static str);

impl Words {
    /// Whether `word` is one of them. `O(list)`.
    #[inline(never)]
    pub fn has(self, word: &str) -> bool {
        !word.is_empty()
            && self.0.as_bytes().split(|&b| b == b' ').any(|other| other == word.as_bytes())
    }
}
