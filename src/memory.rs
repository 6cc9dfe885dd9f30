//! What the stages made of each block of the last text.
//!
//! A stage keeps what depends on a block alone, and beside it whatever else of the article that hangs
//! on: if that is another, the block is read again. What needs the whole article is not kept.

use crate::{
    dates, entities, quotes,
    report::Amount,
    text::{Document, Kept},
};

/// For the next text, or for none. Large as the last text, whatever was read before.
#[derive(Default)]
pub struct Memory {
    /// The last text.
    pub document: Option<Document>,
    /// Times and amounts.
    pub numbers: Kept<Numbers>,
    /// What names are recognised by.
    pub names: entities::Memory,
    /// What the words around quotes can be.
    pub words: quotes::Memory,
}

/// Times and amounts of a block, in bytes of it.
#[derive(Default)]
pub struct Numbers {
    /// Whether they were read, …
    pub read: bool,
    /// … and for which order of day and month.
    pub order: Option<dates::Order>,
    /// Expressions of time.
    pub dates: Vec<dates::Expression>,
    /// Amounts.
    pub amounts: Vec<Amount>,
}
