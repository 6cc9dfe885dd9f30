//! The weights file: the strongest rows, rounded to whole numbers of a byte.

use std::cmp::Reverse;

use newsmark::entities::tagger::{Levels, MAGIC, labels::LABELS};

use crate::crf::Row;

/// The largest weight, in whole numbers: what a float weight of [`TOP`] becomes.
const LARGEST: f32 = 127.0;

/// How to write weights.
#[derive(Clone, Copy, Debug)]
pub struct Shape {
    /// Leading bits of a feature's hash that it is known by.
    pub bits: u32,
    /// How many rows at most.
    pub rows: usize,
    /// A weight this large in floats is the largest in whole numbers.
    pub top: f32,
    /// Weights that round to no more than this are left out.
    pub least: i32,
}

/// The bytes of a weights file with the strongest of `rows` (identity, weights).
pub fn write(
    rows: &[(u32, Row)],
    transitions: &[Row],
    levels: &[[Levels; 2]],
    shape: &Shape,
) -> Vec<u8> {
    let scale = LARGEST / shape.top;
    let round = |weight: f32| {
        let whole = (weight * scale).round().clamp(-LARGEST, LARGEST) as i32;
        if whole.abs() <= shape.least { 0 } else { whole as i8 }
    };
    let mut kept: Vec<(u32, [i8; LABELS])> = (rows.iter())
        .map(|(id, row)| (*id, row.map(round)))
        .filter(|(_, row)| row.iter().any(|&w| w != 0))
        .collect();
    let strength = |row: &[i8; LABELS]| row.iter().map(|w| i32::from(w.unsigned_abs())).max();
    kept.sort_by_key(|(id, row)| (Reverse(strength(row)), *id));
    kept.truncate(shape.rows);
    kept.sort_by_key(|(id, _)| *id);
    let mut out = MAGIC.to_vec();
    out.push(shape.bits as u8);
    out.push(LABELS as u8);
    for step in transitions.iter().flatten() {
        out.extend(((step * scale).round() as i16).to_le_bytes());
    }
    for level in levels.iter().flatten() {
        number(&mut out, level.likely.max(0).cast_unsigned().into());
        number(&mut out, level.sure.max(0).cast_unsigned().into());
    }
    number(&mut out, kept.len() as u64);
    rising(&mut out, kept.iter().map(|(id, _)| *id));
    for (_, row) in &kept {
        let mask = (0..LABELS).filter(|&l| row[l] != 0).fold(0_u64, |m, l| m | 1 << l);
        number(&mut out, mask);
    }
    for (_, row) in &kept {
        out.extend(row.iter().filter(|&&w| w != 0).map(|&w| w.cast_unsigned()));
    }
    out
}

fn rising(out: &mut Vec<u8>, ids: impl Iterator<Item = u32>) {
    let mut next = 0;
    for id in ids {
        number(out, u64::from(id) - next);
        next = u64::from(id) + 1;
    }
}

fn number(out: &mut Vec<u8>, mut value: u64) {
    while value >= 0x80 {
        out.push(value as u8 | 0x80);
        value >>= 7;
    }
    out.push(value as u8);
}
