//! How sure a name is, by its margin.

use crate::report::Certainty;

/// The margins from which on a name is likely and sure.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Levels {
    /// From here on it is likely.
    pub likely: i32,
    /// From here on it is sure.
    pub sure: i32,
}

impl Levels {
    /// The level of a margin.
    pub fn of(self, margin: i32) -> Certainty {
        match margin {
            _ if margin >= self.sure => Certainty::Sure,
            _ if margin >= self.likely => Certainty::Likely,
            _ => Certainty::Check,
        }
    }
}
