//! What was found in several articles, joined into groups that mean the same or are to be looked at
//! together. Knows nothing of what the finds are: how two of them are tied is given as a function.

use crate::span::by_number;

/// How what was found in one article goes with what was found in another; the surest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Bond {
    /// The same.
    Same,
    /// One is a part of the other, word for word.
    Within,
    /// The same words, said by somebody else.
    OtherSpeaker,
    /// Times that share days without being equal.
    Overlap,
    /// One speaker's words, told differently.
    Differs,
    /// Perhaps the same.
    Perhaps,
}

/// How two finds are tied.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Tie {
    /// What they are to each other.
    pub bond: Bond,
    /// Of several overlaps or differing quotes the nearest is taken: its distance, in any unit.
    pub distance: u32,
}

impl From<Bond> for Tie {
    fn from(bond: Bond) -> Self {
        Self { bond, distance: 0 }
    }
}

/// Finds that belong together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Group {
    /// Their indices, in the order in which they were given.
    pub items: Vec<usize>,
    /// The weakest bond that holds them together.
    pub bond: Bond,
    /// Finds of other groups, any one of which this may be: too many for one to be chosen.
    pub either: Vec<usize>,
}

/// Joins `count` finds. `article` tells whose each is, `tie` how two of them are tied. What is the
/// same is joined however often it occurs; what overlaps or differs with the nearest in another
/// article; what is perhaps the same only where nothing else comes into question. `O(count²)` ties.
pub fn groups(
    count: usize,
    article: &dyn Fn(usize) -> usize,
    tie: &dyn Fn(usize, usize) -> Option<Tie>,
) -> Vec<Group> {
    let mut joiner = Joiner { groups: Vec::new(), article, tie };
    (0..count).for_each(|item| joiner.take(item));
    joiner.join_nearest();
    joiner.join_unique();
    let mut groups = joiner.groups;
    for group in &mut groups {
        group.items.sort_unstable();
    }
    let mut by_first: Vec<Option<Group>> = vec![None; count];
    for group in groups {
        if let Some(&first) = group.items.first() {
            by_first[first] = Some(group);
        }
    }
    by_first.into_iter().flatten().collect()
}

struct Joiner<'a> {
    groups: Vec<Group>,
    article: &'a dyn Fn(usize) -> usize,
    tie: &'a dyn Fn(usize, usize) -> Option<Tie>,
}

impl Joiner<'_> {
    /// Puts a find to all that it is surely the same as.
    fn take(&mut self, item: usize) {
        let mut own = Group { items: vec![item], bond: Bond::Same, either: Vec::new() };
        let groups = std::mem::take(&mut self.groups);
        for group in groups {
            let ties = group.items.iter().filter_map(|&other| (self.tie)(other, item));
            match ties.map(|tie| tie.bond).min().filter(|&bond| bond <= Bond::OtherSpeaker) {
                Some(bond) => {
                    own.items.extend(group.items);
                    own.bond = own.bond.max(bond).max(group.bond);
                }
                None => self.groups.push(group),
            }
        }
        self.groups.push(own);
    }

    /// Joins groups of different articles that overlap or differ, the nearest first.
    fn join_nearest(&mut self) {
        let mut pairs = Vec::new();
        for b in 0..self.groups.len() {
            for a in 0..b {
                if let Some(tie) = self.tie_of(a, b).filter(|tie| tie.bond < Bond::Perhaps) {
                    pairs.push((tie.distance, a, b, tie.bond));
                }
            }
        }
        // They come in the order of `b`: now in that of the distance, then of `a`, then of `b`.
        by_number(&mut pairs, |&(_, a, ..)| a as u64);
        by_number(&mut pairs, |&(distance, ..)| u64::from(distance));
        // Where each group has gone.
        let mut home: Vec<usize> = (0..self.groups.len()).collect();
        for (_, a, b, bond) in pairs {
            let (a, b) = (home[a], home[b]);
            if a != b && self.apart(a, b) {
                self.merge(a, b, bond);
                home.iter_mut().filter(|home| **home == b).for_each(|home| *home = a);
            }
        }
        self.groups.retain(|group| !group.items.is_empty());
    }

    /// Joins groups that are perhaps the same where there is no other choice, and tells the others
    /// what they may be.
    fn join_unique(&mut self) {
        let all = self.groups.len();
        let candidates: Vec<Vec<usize>> = (0..all)
            .map(|a| (0..all).filter(|&b| a != b && self.tie_of(a, b).is_some()).collect())
            .collect();
        // Two candidates leave a choice where they stand in one article, or are surely not the same.
        let open: Vec<bool> = candidates
            .iter()
            .map(|list| {
                let rest = |at: usize| list.get(at + 1..).unwrap_or_default();
                let choice = |x: usize, y: &usize| self.tie_of(x, *y).is_none();
                list.iter().enumerate().any(|(at, &x)| rest(at).iter().any(|y| choice(x, y)))
            })
            .collect();
        let mut home: Vec<usize> = (0..all).collect();
        for a in 0..all {
            for &b in &candidates[a] {
                if open[a] || open[b] {
                    if let (true, Some(&item)) = (open[a], self.groups[b].items.first()) {
                        self.groups[a].either.push(item);
                    }
                    continue;
                }
                let (a, b) = (home[a], home[b]);
                if a != b {
                    self.merge(a, b, Bond::Perhaps);
                    home.iter_mut().filter(|home| **home == b).for_each(|home| *home = a);
                }
            }
        }
        self.groups.retain(|group| !group.items.is_empty());
    }

    /// The best tie between two groups of different articles.
    fn tie_of(&self, a: usize, b: usize) -> Option<Tie> {
        if !self.apart(a, b) {
            return None;
        }
        let (a, b) = (&self.groups[a].items, &self.groups[b].items);
        let pairs = a.iter().flat_map(|&a| b.iter().map(move |&b| (a.min(b), a.max(b))));
        pairs.filter_map(|(a, b)| (self.tie)(a, b)).min_by_key(|tie| (tie.bond, tie.distance))
    }

    fn apart(&self, a: usize, b: usize) -> bool {
        let (a, b) = (&self.groups[a].items, &self.groups[b].items);
        !a.iter().any(|&a| b.iter().any(|&b| (self.article)(a) == (self.article)(b)))
    }

    /// Leaves `b` empty, so that the others keep their places.
    fn merge(&mut self, a: usize, b: usize, bond: Bond) {
        let other = std::mem::take(&mut self.groups[b].items);
        let bond = bond.max(self.groups[b].bond);
        let group = &mut self.groups[a];
        group.items.extend(other);
        group.bond = group.bond.max(bond);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Joins numbers: the same are the same, neighbours overlap, negative ones are perhaps whatever
    /// they are not.
    fn joined(items: &[(usize, i32)]) -> Vec<(Vec<usize>, Bond, Vec<usize>)> {
        let tie = |a: usize, b: usize| match (items[a].1, items[b].1) {
            (x, y) if x == y => Some(Bond::Same.into()),
            (x, y) if x < 0 || y < 0 => Some(Bond::Perhaps.into()),
            (x, y) => Some(x.abs_diff(y))
                .filter(|&distance| distance < 5)
                .map(|distance| Tie { bond: Bond::Overlap, distance }),
        };
        groups(items.len(), &|item| items[item].0, &tie)
            .into_iter()
            .map(|group| (group.items, group.bond, group.either))
            .collect()
    }

    #[test]
    fn the_same_is_joined_over_all_articles() {
        let found = joined(&[(0, 10), (0, 20), (1, 20), (2, 10), (2, 20)]);
        assert_eq!(found, [(vec![0, 3], Bond::Same, vec![]), (vec![1, 2, 4], Bond::Same, vec![])]);
    }

    #[test]
    fn of_several_overlaps_the_nearest_is_taken_and_never_two_of_one_article() {
        let found = joined(&[(0, 10), (0, 13), (1, 12)]);
        assert_eq!(found, [(vec![0], Bond::Same, vec![]), (vec![1, 2], Bond::Overlap, vec![])]);
    }

    #[test]
    fn what_may_be_the_same_is_joined_only_where_there_is_no_choice() {
        let found = joined(&[(0, 10), (1, -1)]);
        assert_eq!(found, [(vec![0, 1], Bond::Perhaps, vec![])]);
        // Two in one article; then two in two articles that are not the same.
        for items in [[(0, 10), (0, 90), (1, -1)], [(0, 10), (2, 90), (1, -1)]] {
            let found = joined(&items);
            assert_eq!(found.len(), 3, "{items:?}");
            assert_eq!(found[2], (vec![2], Bond::Same, vec![0, 1]), "{items:?}");
        }
    }
}
