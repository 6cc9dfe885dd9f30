//! What was made of each block, for the next text.

use super::{candidates::Candidate, reading::Word, tagger};
use crate::text::Kept;

/// What names are recognised by, block by block. For one [`super::Knowledge`] only.
pub type Memory = Kept<Block>;

/// What is kept of a block, counting its tokens.
#[derive(Default)]
pub struct Block {
    /// Whether it was read as in an article without capitals; nothing before it is read.
    pub(super) caseless: Option<bool>,
    /// Its words, without text and token.
    pub(super) words: Vec<Word<'static>>,
    pub(super) proposals: Proposals,
    pub(super) tagged: Option<tagger::Block>,
}

/// What the rules propose in a block.
#[derive(Default)]
pub(super) struct Proposals {
    /// What the rest of the article said of its words; nothing before they were asked.
    pub usage: Option<Vec<u8>>,
    pub runs: Vec<(usize, usize)>,
    pub found: Vec<Candidate>,
}
