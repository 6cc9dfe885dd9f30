//! Places in a text, counted in code points, and their pairing.

use serde::{Deserialize, Serialize};
use unicode_properties::{GeneralCategoryGroup, UnicodeGeneralCategory};

/// Whether `c` is part of a word to the reference scorer, as `\w` of Python's regular expressions.
pub fn is_word(c: char) -> bool {
    let group = c.general_category_group();
    c == '_' || matches!(group, GeneralCategoryGroup::Letter | GeneralCategoryGroup::Number)
}

/// A half-open range of code points.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
)]
pub struct Place {
    pub start: usize,
    pub end: usize,
}

/// A place as quotes have it in the files: `[start, end]`.
pub type Pair = (usize, usize);

impl From<Pair> for Place {
    fn from((start, end): Pair) -> Self {
        Self { start, end }
    }
}

impl Place {
    pub fn len(self) -> usize {
        self.end.saturating_sub(self.start)
    }

    /// How many code points both cover.
    pub fn overlap(self, other: Self) -> usize {
        self.end.min(other.end).saturating_sub(self.start.max(other.start))
    }

    /// How many code points lie between the first start and the last end.
    pub fn union(self, other: Self) -> usize {
        self.end.max(other.end) - self.start.min(other.start)
    }
}

/// One-to-one pairs of indices into `gold` and `system`, the most alike (by overlap over union)
/// first; among equals the last, as the reference scorer has it.
pub fn pair(
    gold: &[Place],
    system: &[Place],
    fits: impl Fn(usize, usize) -> bool,
) -> Vec<(usize, usize)> {
    let mut alike: Vec<(f64, usize, usize)> = Vec::new();
    for (i, &g) in gold.iter().enumerate() {
        for (j, &s) in system.iter().enumerate() {
            if g.overlap(s) > 0 && fits(i, j) {
                alike.push((g.overlap(s) as f64 / g.union(s) as f64, i, j));
            }
        }
    }
    alike.sort_by(|a, b| b.0.total_cmp(&a.0).then_with(|| (b.1, b.2).cmp(&(a.1, a.2))));
    let (mut gold_used, mut system_used) = (vec![false; gold.len()], vec![false; system.len()]);
    alike.retain(|&(_, i, j)| {
        let free = !gold_used[i] && !system_used[j];
        if free {
            gold_used[i] = true;
            system_used[j] = true;
        }
        free
    });
    alike.into_iter().map(|(_, i, j)| (i, j)).collect()
}
