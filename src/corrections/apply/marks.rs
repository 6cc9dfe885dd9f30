//! Marks by where they stand.

use std::collections::BTreeSet;

use crate::{corrections::What, span::Span};

/// Marks by where they begin and end. One set of plain numbers: start, end, kind and index.
#[derive(Default)]
pub(super) struct Marks {
    places: BTreeSet<u128>,
    longest: usize,
}

fn key(start: usize, end: usize, what: What, index: usize) -> u128 {
    (start as u128) << 96 | (end as u128) << 64 | (what as u128) << 32 | index as u128
}

/// What a key stands for.
fn read(key: u128) -> (usize, What, usize) {
    let part = |shift: u32| (key >> shift) as u32 as usize;
    let kinds = [What::Mention, What::Date, What::Amount, What::Quote];
    (part(64), kinds.get(part(32)).copied().unwrap_or(What::Quote), part(0))
}

impl Marks {
    pub(super) fn insert(&mut self, span: Span, what: What, index: usize) {
        self.longest = self.longest.max(span.len());
        self.places.insert(key(span.start(), span.end(), what, index));
    }

    pub(super) fn remove(&mut self, span: Span, what: What, index: usize) {
        self.places.remove(&key(span.start(), span.end(), what, index));
    }

    pub(super) fn replace(&mut self, from: Span, to: Span, what: What, index: usize) {
        self.remove(from, what, index);
        self.insert(to, what, index);
    }

    /// The mark of that kind that begins and ends there.
    pub(super) fn at(&self, span: Span, what: What) -> Option<usize> {
        let from = key(span.start(), span.end(), what, 0);
        let found = self.places.range(from..).next().map(|&key| (key, read(key)))?;
        let same = found.0 >> 32 == from >> 32;
        same.then_some(found.1.2)
    }

    /// The marks that begin there, shortest first.
    pub(super) fn beginning(&self, start: usize) -> impl Iterator<Item = (usize, usize)> {
        let from = key(start, 0, What::Mention, 0);
        let keys = self.places.range(from..).take_while(move |&&key| key >> 96 == from >> 96);
        keys.map(|&key| {
            let (end, _, index) = read(key);
            (end, index)
        })
    }

    /// The marks that share a byte with `span`.
    pub(super) fn touching(&self, span: Span) -> Vec<(What, usize)> {
        let from = key(span.start().saturating_sub(self.longest), 0, What::Mention, 0);
        let to = key(span.end(), 0, What::Mention, 0);
        let keys = self.places.range(from..to).map(|&key| read(key));
        keys.filter(|&(end, ..)| end > span.start()).map(|(_, what, index)| (what, index)).collect()
    }
}
