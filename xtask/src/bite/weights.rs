//! Blocks of the tagger's weights: their signs, the weights themselves, or their places change; the file stays one that
//! is read, of the same length.

use std::{fs, ops::Range, path::Path};

use super::change::Change;
use crate::step::Result;

pub const FILE: &str = "src/data/tagger.weights";

/// Rows of features that make a block.
const ROWS: usize = 256;
/// Magic, bits and number of labels.
const HEAD: usize = 6;
/// Numbers that say how sure a name of one class is.
const LEVELS: usize = 4;

#[derive(Clone, Copy)]
enum Way {
    Flip,
    Drop,
    Shift,
}

/// A block of the file, and how its bytes are to be read.
#[derive(Clone)]
enum Block {
    /// Weights of rows of features, a byte each.
    Rows(Range<usize>),
    /// What the labels behind one label score, two bytes each.
    Steps(Range<usize>),
    /// The margins from which on names of a class are likely and sure: numbers of some bytes.
    Levels(Vec<Range<usize>>),
}

/// Every change to a block of the weights in the repository at `root`.
pub fn changes(root: &Path) -> Result<Vec<Change>> {
    let bytes = fs::read(root.join(FILE))?;
    let mut changes = Vec::new();
    for (block, what) in blocks(&bytes).ok_or("the weights are of another form")? {
        for (way, done) in
            [(Way::Flip, "flipped"), (Way::Drop, "dropped"), (Way::Shift, "shifted by one")]
        {
            let block = block.clone();
            changes.push(Change {
                group: done.into(),
                name: format!("{what} {done}"),
                make: Box::new(move |root| {
                    let mut bytes = fs::read(root.join(FILE))?;
                    change(&mut bytes, &block, way);
                    Ok(vec![(FILE.into(), bytes)])
                }),
            });
        }
    }
    Ok(changes)
}

/// The blocks of a file with their names, `None` if it is cut off.
fn blocks(bytes: &[u8]) -> Option<Vec<(Block, String)>> {
    let labels = usize::from(*bytes.get(HEAD - 1)?);
    let mut blocks = Vec::new();
    let mut at = HEAD;
    for label in 0..labels {
        blocks.push((Block::Steps(at..at + 2 * labels), format!("steps from label {label}")));
        at += 2 * labels;
    }
    for class in 0..labels / 4 {
        let mut numbers = Vec::new();
        for _ in 0..LEVELS {
            let from = at;
            number(bytes, &mut at)?;
            numbers.push(from..at);
        }
        blocks.push((Block::Levels(numbers), format!("levels of class {class}")));
    }
    let rows = number(bytes, &mut at)? as usize;
    for _ in 0..rows {
        number(bytes, &mut at)?;
    }
    let mut counts = Vec::with_capacity(rows);
    for _ in 0..rows {
        counts.push(number(bytes, &mut at)?.count_ones() as usize);
    }
    for (i, counts) in counts.chunks(ROWS).enumerate() {
        let end = at + counts.iter().sum::<usize>();
        let (first, last) = (i * ROWS, i * ROWS + counts.len() - 1);
        blocks.push((Block::Rows(at..end), format!("features {first} to {last}")));
        at = end;
    }
    (at == bytes.len()).then_some(blocks)
}

/// Seven bits a byte, the lowest first, the top bit on all but the last.
fn number(bytes: &[u8], at: &mut usize) -> Option<u64> {
    let mut number = 0;
    for shift in (0..63).step_by(7) {
        let byte = *bytes.get(*at)?;
        *at += 1;
        number |= u64::from(byte & 0x7f) << shift;
        if byte & 0x80 == 0 {
            return Some(number);
        }
    }
    None
}

fn change(bytes: &mut [u8], block: &Block, way: Way) {
    match (block, way) {
        (Block::Rows(range) | Block::Steps(range), Way::Drop) => bytes[range.clone()].fill(0),
        (Block::Rows(range), Way::Shift) => bytes[range.clone()].rotate_right(1),
        (Block::Steps(range), Way::Shift) => bytes[range.clone()].rotate_right(2),
        (Block::Rows(range), Way::Flip) => {
            for byte in &mut bytes[range.clone()] {
                *byte = byte.cast_signed().saturating_neg().cast_unsigned();
            }
        }
        (Block::Steps(range), Way::Flip) => {
            for pair in bytes[range.clone()].chunks_exact_mut(2) {
                let step = i16::from_le_bytes([pair[0], pair[1]]).saturating_neg();
                pair.copy_from_slice(&step.to_le_bytes());
            }
        }
        (Block::Levels(numbers), Way::Drop) => {
            for number in numbers {
                // A nought of as many bytes.
                bytes[number.clone()].fill(0x80);
                bytes[number.end - 1] = 0;
            }
        }
        (Block::Levels(numbers), _) => {
            let range = numbers[0].start..numbers[LEVELS - 1].end;
            let mut parts: Vec<Vec<u8>> =
                numbers.iter().map(|number| bytes[number.clone()].to_vec()).collect();
            match way {
                Way::Flip => parts.reverse(),
                _ => parts.rotate_right(1),
            }
            bytes[range].copy_from_slice(&parts.concat());
        }
    }
}

#[cfg(test)]
mod tests {
    use newsmark::entities::tagger::{Model, WEIGHTS};

    use super::*;

    #[test]
    fn every_change_leaves_a_file_that_is_read_and_is_another() {
        let blocks = blocks(WEIGHTS).expect("the shipped file");
        assert!(blocks.len() > 300, "{}", blocks.len());
        for (block, name) in blocks.iter().step_by(29).chain(&blocks[30..42]) {
            for way in [Way::Flip, Way::Drop, Way::Shift] {
                let mut bytes = WEIGHTS.to_vec();
                change(&mut bytes, block, way);
                assert!(bytes != WEIGHTS && bytes.len() == WEIGHTS.len(), "{name}");
                assert!(Model::read(&bytes).is_ok(), "{name}");
            }
        }
        assert!(super::blocks(&WEIGHTS[..WEIGHTS.len() - 1]).is_none());
    }
}
