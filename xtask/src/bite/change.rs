//! What may be changed.

use std::{collections::BTreeMap, path::Path};

use super::random::Random;
use crate::step::Result;

/// What is changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    Weights,
    Gazetteers,
    Lists,
    Rules,
    Code,
}

impl Kind {
    pub const ALL: [Self; 5] =
        [Self::Weights, Self::Gazetteers, Self::Lists, Self::Rules, Self::Code];

    pub fn name(self) -> &'static str {
        match self {
            Self::Weights => "weights",
            Self::Gazetteers => "gazetteers",
            Self::Lists => "lists",
            Self::Rules => "rules",
            Self::Code => "code",
        }
    }
}

/// Files by their paths in the repository, with what they hold.
pub type Files = Vec<(String, Vec<u8>)>;

/// What a change makes of the sources in a folder.
pub type Make = Box<dyn Fn(&Path) -> Result<Files>>;

/// One change that could be made.
pub struct Change {
    /// Samples are drawn from each group alike, however many changes it has.
    pub group: String,
    /// Says what it is; no other of its kind has the same.
    pub name: String,
    /// The changed files of the repository in this folder. Those that stay as they are mean that this
    /// changes nothing.
    pub make: Make,
}

/// `count` of the changes, or all if there are fewer, none twice.
pub fn draw(mut changes: Vec<Change>, count: usize, random: &mut Random) -> Vec<Change> {
    let mut drawn = Vec::new();
    while drawn.len() < count && !changes.is_empty() {
        let mut groups = BTreeMap::<&str, Vec<usize>>::new();
        for (at, change) in changes.iter().enumerate() {
            groups.entry(&change.group).or_default().push(at);
        }
        let groups: Vec<Vec<usize>> = groups.into_values().collect();
        let group = &groups[random.below(groups.len())];
        drawn.push(changes.remove(group[random.below(group.len())]));
    }
    drawn
}

/// Numbers names that occur several times: `name`, `name (2)`, `name (3)`.
pub fn number_names(changes: &mut [Change]) {
    let mut seen = BTreeMap::<String, usize>::new();
    for change in changes {
        let count = seen.entry(change.name.clone()).or_default();
        *count += 1;
        if *count > 1 {
            change.name = format!("{} ({count})", change.name);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn change(group: &str, name: &str) -> Change {
        let make = Box::new(|_: &Path| Ok(Files::new()));
        Change { group: group.into(), name: name.into(), make }
    }

    #[test]
    fn small_groups_are_drawn_as_often_as_large_ones() {
        let changes = || {
            let many = (0..90).map(|i| change("large", &format!("l{i}")));
            many.chain((0..40).map(|i| change("small", &format!("s{i}")))).collect::<Vec<_>>()
        };
        let drawn = draw(changes(), 40, &mut Random::new(1));
        let small = drawn.iter().filter(|change| change.group == "small").count();
        assert!((12..=28).contains(&small), "{small}");
        let mut names: Vec<_> = drawn.iter().map(|change| change.name.clone()).collect();
        names.sort();
        names.dedup();
        assert_eq!(names.len(), 40);
        assert_eq!(draw(changes(), 1000, &mut Random::new(1)).len(), 130);
    }

    #[test]
    fn equal_names_get_numbers() {
        let mut changes = [change("", "a"), change("", "b"), change("", "a")];
        number_names(&mut changes);
        assert_eq!(changes.map(|change| change.name), ["a", "b", "a (2)"]);
    }
}
