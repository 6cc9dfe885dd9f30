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
        let Some(before) = before else { return Self::default() };
        let old = &before.blocks;
        let same = |(a, b): &(&Block, &Block)| {
            a.kind == b.kind && a.span.of(before.text()) == b.span.of(text)
        };
        let front = old.iter().zip(blocks).take_while(same).count();
        let rest = old.len().min(blocks.len()) - front;
        let back = old.iter().rev().zip(blocks.iter().rev()).take(rest).take_while(same).count();
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

/// What a stage made of each block of a document. Holds as many values as that has blocks.
pub struct Kept<T> {
    age: u64,
    blocks: Vec<T>,
}

impl<T> Default for Kept<T> {
    fn default() -> Self {
        Self { age: 0, blocks: Vec::new() }
    }
}

impl<T> Kept<T> {
    /// For each block of `document` what was made of it when it stood in the document before; nothing
    /// for one that did not, or if the stage was not asked for that document. Nothing stays here.
    pub fn recall(&mut self, document: &Document) -> Vec<Option<T>> {
        let mut old: Vec<_> = std::mem::take(&mut self.blocks).into_iter().map(Some).collect();
        let unchanged = &document.unchanged;
        if self.age + 1 != unchanged.age || old.len() != unchanged.blocks.1 {
            old.clear();
        }
        let recalled = |block| old.get_mut(unchanged.block(block)?)?.take();
        (0..document.blocks.len()).map(recalled).collect()
    }

    /// Keeps what was made of each block of `document`.
    pub fn keep(&mut self, document: &Document, blocks: Vec<T>) {
        (self.age, self.blocks) = (document.unchanged.age, blocks);
    }
}
