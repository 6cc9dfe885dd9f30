//! What was made of each block, for the next text.

use super::{candidates::Candidate, reading::Word, tagger};
use crate::text::Kept;

/// What names are recognised by, block by block. For one [`super::Knowledge`] only.
#[derive(Default)]
pub struct Memory {
    /// The words of the block, without text and token; and whether they were read as in an article
    /// without capitals.
    pub(super) words: Kept<(bool, Vec<Word<'static>>)>,
    pub(super) proposals: Kept<Proposals>,
    pub(super) tagged: Kept<tagger::Block>,
}

/// What the rules propose in a block, counting its tokens.
pub(super) struct Proposals {
    /// What the rest of the article said of its words.
    pub usage: Vec<u8>,
    pub runs: Vec<(usize, usize)>,
    pub found: Vec<Candidate>,
}
