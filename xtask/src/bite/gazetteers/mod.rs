//! Blocks of the gazetteers: names go, or stand for what others stand for; the files stay ones that are read.

mod first;
mod second;

use std::path::Path;

use super::change::Change;
use crate::step::Result;

/// Names that make a block.
const NAMES: usize = 128;

#[derive(Clone, Copy)]
enum Way {
    Drop,
    Shift,
}

const WAYS: [(Way, &str); 2] = [(Way::Drop, "dropped"), (Way::Shift, "stand for what others do")];

/// Every change to a block of the gazetteers in the repository at `root`.
pub fn changes(root: &Path) -> Result<Vec<Change>> {
    let mut changes = first::changes(root)?;
    changes.extend(second::changes(root)?);
    Ok(changes)
}
