//! The weights of each feature, laid out for summing. Features that are seen often have a weight for
//! almost every label: theirs lie in bytes, eight to a word, and are summed eight at a time.

use super::{
    decode::Scores,
    labels::{LABELS, Label},
};

/// Words that hold a byte for each label.
const WORDS: usize = LABELS.div_ceil(8);
/// What a byte holds more than the weight, so that none is negative.
const BIAS: u8 = 128;
/// A row of more weights has a byte for every label.
const FEW: usize = 6;
/// So many bytes can be summed in sixteen bits.
const MOST: i32 = 256;
/// The even bytes of a word, each in sixteen bits.
const EVEN: u64 = 0x00ff_00ff_00ff_00ff;

/// The rows of all features that have weights, in the order in which they were pushed.
#[derive(Default)]
pub(super) struct Rows {
    /// For a row in bytes its index there and no count; for another where it begins, and its count.
    places: Vec<(u32, u8)>,
    bytes: Vec<[u64; WORDS]>,
    few: Vec<(Label, i8)>,
}

impl Rows {
    /// Adds the row of a feature: at least one weight, for labels that exist.
    pub fn push(&mut self, row: &[(Label, i8)]) {
        if row.len() <= FEW {
            self.places.push((self.few.len() as u32, row.len() as u8));
            self.few.extend(row);
            return;
        }
        let mut bytes = [BIAS; WORDS * 8];
        for &(label, weight) in row {
            bytes[label as usize] = weight.cast_unsigned().wrapping_add(BIAS);
        }
        let words = std::array::from_fn(|at| {
            u64::from_le_bytes(std::array::from_fn(|byte| bytes[at * 8 + byte]))
        });
        self.places.push((self.bytes.len() as u32, 0));
        self.bytes.push(words);
    }

    /// What the rows of these indices sum to.
    pub fn sum(&self, rows: impl Iterator<Item = usize>) -> Scores {
        let mut sums = Sums::default();
        for row in rows {
            let (at, count) = self.places[row];
            let at = at as usize;
            if count == 0 {
                sums.add(&self.bytes[at]);
            } else {
                for &(label, weight) in &self.few[at..at + usize::from(count)] {
                    sums.scores[label as usize] += i32::from(weight);
                }
            }
        }
        sums.finish();
        sums.scores
    }
}

struct Sums {
    scores: Scores,
    even: [u64; WORDS],
    odd: [u64; WORDS],
    /// How many rows are in `even` and `odd`.
    count: i32,
}

impl Default for Sums {
    fn default() -> Self {
        Self { scores: [0; LABELS], even: [0; WORDS], odd: [0; WORDS], count: 0 }
    }
}

impl Sums {
    fn add(&mut self, row: &[u64; WORDS]) {
        if self.count == MOST {
            self.finish();
        }
        self.count += 1;
        self.even = std::array::from_fn(|at| self.even[at] + (row[at] & EVEN));
        self.odd = std::array::from_fn(|at| self.odd[at] + (row[at] >> 8 & EVEN));
    }

    /// Brings into `scores` what was summed beside them.
    fn finish(&mut self) {
        let bias = i32::from(BIAS) * self.count;
        for (label, score) in self.scores.iter_mut().enumerate() {
            let (word, byte) = (label / 8, label % 8);
            let pair = if byte % 2 == 0 { self.even[word] } else { self.odd[word] };
            *score += (pair >> (byte / 2 * 16) & 0xffff) as i32 - bias;
        }
        (self.even, self.odd, self.count) = ([0; WORDS], [0; WORDS], 0);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_of_any_length_sum_to_what_their_weights_do() {
        let mut rows = Rows::default();
        let weight =
            |row: usize, label: usize| (((row * 37 + label * 91) % 256) as u8).cast_signed();
        for row in 0..LABELS {
            let labels = (0..=row).map(|label| (label as Label, weight(row, label)));
            rows.push(&labels.collect::<Vec<_>>());
        }
        // Often enough that sixteen bits alone would not do.
        let asked: Vec<usize> = (0..4000).map(|i| i * i % LABELS).collect();
        let mut sums = [0; LABELS];
        for &row in &asked {
            (0..=row).for_each(|label| sums[label] += i32::from(weight(row, label)));
        }
        assert_eq!(rows.sum(asked.into_iter()), sums);
        assert_eq!(rows.sum(std::iter::empty()), [0; LABELS]);
    }
}
