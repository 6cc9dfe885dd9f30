//! What the stages made of each block of the last text, by stage.
//!
//! A stage keeps what depends on a block alone, and beside it whatever else of the article that hangs
//! on: if that is another, the block is read again. What needs the whole article is not kept.

use crate::{
    dates, entities,
    report::Amount,
    text::{Document, Kept},
};

/// For the next text, or for none. Large as the last text, whatever was read before.
#[derive(Default)]
pub struct Memory {
    /// The last text.
    pub document: Option<Document>,
    /// Expressions of time, for the order of day and month that was taken for the article's.
    pub dates: Kept<(Option<dates::Order>, Vec<dates::Expression>)>,
    /// Amounts.
    pub amounts: Kept<((), Vec<Amount>)>,
    /// What names are recognised by.
    pub names: entities::Memory,
}
