//! The weights: read from a file of their own, checked once, held so that a feature without any
//! costs one bit test.

use std::fmt;

use super::{
    decode::{Scores, Transitions},
    labels::{Class, LABELS, Label},
    levels::Levels,
    rows::Rows,
};
use crate::report::Certainty;

/// How the file begins: what it is, and its version.
pub const MAGIC: [u8; 4] = *b"nmw1";

/// Weights for the labels of tokens. They hold statistics under hashes, no text.
pub struct Model {
    /// Features are known by this many leading bits of their hash.
    bits: u32,
    /// A bit for each feature that has weights.
    known: Vec<u64>,
    /// How many features stand before each word of `known`.
    ranks: Vec<u32>,
    rows: Rows,
    transitions: Transitions,
    /// For each class, of names that the rules do not propose, and that they do.
    levels: [[Levels; 2]; Class::ALL.len()],
}

/// Why bytes are no weights.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct BadModel(&'static str);

impl fmt::Display for BadModel {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "these are no weights for the tagger: {}", self.0)
    }
}

impl std::error::Error for BadModel {}

impl Model {
    /// Reads a weights file.
    ///
    /// # Errors
    ///
    /// [`BadModel`] when the bytes are not such a file, of this version, and complete.
    pub fn read(bytes: &[u8]) -> Result<Self, BadModel> {
        let mut file = Bytes(bytes);
        if file.take(4)? != MAGIC {
            return Err(BadModel("they begin otherwise"));
        }
        let (bits, labels) = (file.byte()?, file.byte()?);
        if !(8..=24).contains(&bits) || usize::from(labels) != LABELS {
            return Err(BadModel("they are of another version"));
        }
        let bits = u32::from(bits);
        let mut steps = [[0; LABELS]; LABELS];
        for step in steps.iter_mut().flatten() {
            *step = i32::from(i16::from_le_bytes([file.byte()?, file.byte()?]));
        }
        let mut levels = [[Levels::default(); 2]; Class::ALL.len()];
        for levels in levels.iter_mut().flatten() {
            levels.likely = file.number()? as i32;
            levels.sure = file.number()? as i32;
        }
        let rows = file.number()? as usize;
        if rows > 1 << bits {
            return Err(BadModel("they have more rows than places"));
        }
        let mut known = vec![0_u64; (1 << bits) / 64];
        file.rising(rows, 1 << bits, |id| known[id as usize / 64] |= 1 << (id % 64))?;
        let mut before = 0;
        let ranks = (known.iter())
            .map(|word| {
                before += word.count_ones();
                before - word.count_ones()
            })
            .collect();
        let mut masks = Vec::with_capacity(rows);
        for _ in 0..rows {
            let mask = file.number()?;
            if mask == 0 || mask >> LABELS != 0 {
                return Err(BadModel("a row has no label"));
            }
            masks.push(mask);
        }
        let (mut rows, mut row) = (Rows::default(), Vec::with_capacity(LABELS));
        for mask in masks {
            row.clear();
            for label in (0..LABELS as Label).filter(|l| mask >> l & 1 == 1) {
                row.push((label, file.byte()?.cast_signed()));
            }
            rows.push(&row);
        }
        if !file.0.is_empty() {
            return Err(BadModel("they go on behind their end"));
        }
        let transitions = Transitions::new(|a, b| steps[a as usize][b as usize]);
        Ok(Self { bits, known, ranks, rows, transitions, levels })
    }

    /// How sure a name of this margin is, which the rules propose too or not.
    pub fn certainty(&self, class: Class, margin: i32, agrees: bool) -> Certainty {
        self.levels[class as usize][usize::from(agrees)].of(margin)
    }

    /// What one label behind another scores.
    pub fn transitions(&self) -> &Transitions {
        &self.transitions
    }

    /// The scores of a token that has these features.
    pub fn score(&self, features: &[u32]) -> Scores {
        self.rows.sum(features.iter().filter_map(|hash| {
            let id = hash >> (32 - self.bits);
            let (at, bit) = (id as usize / 64, id % 64);
            let word = self.known[at];
            let before = || self.ranks[at] + (word & ((1 << bit) - 1)).count_ones();
            (word >> bit & 1 == 1).then(|| before() as usize)
        }))
    }
}

/// What is left of a file.
struct Bytes<'b>(&'b [u8]);

impl Bytes<'_> {
    fn take(&mut self, count: usize) -> Result<&[u8], BadModel> {
        let (taken, rest) = self.0.split_at_checked(count).ok_or(BadModel("they break off"))?;
        self.0 = rest;
        Ok(taken)
    }

    fn byte(&mut self) -> Result<u8, BadModel> {
        self.take(1).map(|b| b[0])
    }

    /// Seven bits a byte, the lowest first, the top bit on all but the last.
    fn number(&mut self) -> Result<u64, BadModel> {
        let mut number = 0;
        for shift in (0..63).step_by(7) {
            let byte = self.byte()?;
            number |= u64::from(byte & 0x7f) << shift;
            if byte & 0x80 == 0 {
                return Ok(number);
            }
        }
        Err(BadModel("a number does not end"))
    }

    /// Rising numbers below `limit`, each stored as what it is above the one before.
    fn rising(
        &mut self,
        count: usize,
        limit: u64,
        mut keep: impl FnMut(u32),
    ) -> Result<(), BadModel> {
        let mut next = 0;
        for _ in 0..count {
            let id = self.number()?.saturating_add(next);
            if id >= limit {
                return Err(BadModel("a number is too large"));
            }
            keep(id as u32);
            next = id + 1;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::entities::tagger::WEIGHTS;

    #[test]
    fn the_shipped_weights_are_read() {
        let model = Model::read(WEIGHTS).expect("the file that is built in");
        let many: Vec<u32> = (0..1 << 16).map(|hash| hash << 16).collect();
        assert!(model.score(&many).iter().all(|&score| score != 0));
    }

    #[test]
    fn what_is_cut_off_or_goes_on_is_refused() {
        for len in (0..WEIGHTS.len()).step_by(WEIGHTS.len() / 50) {
            assert!(Model::read(&WEIGHTS[..len]).is_err(), "{len} bytes");
        }
        assert!(Model::read(&[WEIGHTS, &[0]].concat()).is_err());
    }

    #[test]
    fn damaged_bytes_never_panic() {
        let mut bytes = WEIGHTS.to_vec();
        for at in (0..bytes.len()).step_by(bytes.len() / 100) {
            let kept = std::mem::replace(&mut bytes[at], 0xff);
            if let Ok(model) = Model::read(&bytes) {
                let _ = model.score(&[0, 1 << 20, u32::MAX]);
            }
            bytes[at] = kept;
        }
    }
}
