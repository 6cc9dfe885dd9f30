//! What was worked out of a text, for the next one: someone types, and all but one paragraph stays.
//!
//! A block is unchanged if it has the same words and is of the same kind. Only such blocks are looked
//! for that stand before the first change or behind the last: that takes one pass, no table of texts,
//! and typing changes one place.

use super::Document;
use crate::report::Block;

/// Which blocks of a document stood in the one before.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Unchanged {
    /// How many documents were read before this one, each after the other.
    age: u64,
    /// How many blocks this document and the one before have.
    blocks: (usize, usize),
    /// How many blocks are unchanged at the front, and at the back.
    front: usize,
    back: usize,
}

impl Unchanged {
    /// Compares `blocks` of `text` with those of the document before.
    pub fn since(before: Option<&Document>, text: &str, blocks: &[Block]) -> Self {
        let Some(before) = before else {
            return Self { blocks: (blocks.len(), 0), ..Self::default() };
        };
        let old = &before.blocks;
        let (front, back) = ends(old.len(), blocks.len(), &|a: usize, b: usize| {
            let (a, b) = (&old[a], &blocks[b]);
            a.kind == b.kind && a.span.of(before.text()) == b.span.of(text)
        });
        let blocks = (blocks.len(), old.len());
        Self { age: before.unchanged.age + 1, blocks, front, back }
    }

    /// Which block of the document before the block is.
    pub fn block(&self, block: usize) -> Option<usize> {
        let (now, before) = self.blocks;
        match block {
            _ if block < self.front => Some(block),
            _ if block < now && block + self.back >= now => Some(block + before - now),
            _ => None,
        }
    }
}

/// How many items at the front and at the back are the same in two lists of these lengths.
pub(super) fn ends(old: usize, new: usize, same: &dyn Fn(usize, usize) -> bool) -> (usize, usize) {
    let most = old.min(new);
    let front = (0..most).take_while(|&i| same(i, i)).count();
    let back = (1..=most - front).take_while(|&i| same(old - i, new - i)).count();
    (front, back)
}

/// What a stage made of each block of a document. Holds as many values as that has blocks.
pub(crate) struct Kept<T> {
    age: u64,
    blocks: Vec<T>,
}

impl<T> Default for Kept<T> {
    fn default() -> Self {
        Self { age: 0, blocks: Vec::new() }
    }
}

impl<T: Default> Kept<T> {
    /// A value for each block of `document`: that of the same block of the document before, for the
    /// others nothing but the default. Values of blocks that are gone are dropped.
    pub fn of(&mut self, document: &Document) -> &mut [T] {
        let Unchanged { age, blocks: (now, before), front, back } = document.unchanged;
        let follows = self.age + 1 == age && self.blocks.len() == before;
        let mut behind = Vec::new();
        if follows {
            behind = self.blocks.split_off(before - back);
            self.blocks.truncate(front);
        } else if self.age != age || self.blocks.len() != now {
            self.blocks.clear();
        }
        self.blocks.resize_with(now - behind.len(), T::default);
        self.blocks.append(&mut behind);
        self.age = age;
        &mut self.blocks
    }
}
