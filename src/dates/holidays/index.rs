//! Finds holidays by their names.

use std::sync::LazyLock;

use super::{
    Holiday, america, asia, christian, countries, europe, faiths,
    pack::{names_of, pack, rules_of},
    world,
};

/// All holidays but those that only a country's name tells. Only compiled: they ship packed.
pub(super) const TABLES: [&[Holiday]; 7] = [
    america::HOLIDAYS,
    asia::HOLIDAYS,
    christian::HOLIDAYS,
    countries::HOLIDAYS,
    europe::HOLIDAYS,
    faiths::HOLIDAYS,
    world::HOLIDAYS,
];

pack!(HOLIDAYS, TABLES);

pub(super) struct Index {
    /// Every name with its holiday, in the order of the names.
    pub names: Vec<(&'static str, &'static Holiday)>,
    /// The first two letters of the names, five bits of each: they spare most words a search.
    begins: [u32; 32],
}

pub(super) static INDEX: LazyLock<Index> = LazyLock::new(|| {
    let mut index = Index { names: Vec::new(), begins: [0; 32] };
    for holiday in HOLIDAYS.iter() {
        for name in holiday.names() {
            // Some hundred names, once: the library's sort would weigh more than they do.
            let at = index.first_from(name);
            index.names.insert(at, (name, holiday));
            if let [first, second, ..] = name.as_bytes() {
                index.begins[usize::from(first & 31)] |= 1 << (second & 31);
            }
        }
    }
    index
});

impl Index {
    fn first_from(&self, letters: &str) -> usize {
        self.names.partition_point(|(name, _)| *name < letters)
    }

    /// The names that begin with these letters.
    fn beginning_with(
        &self,
        letters: &str,
    ) -> impl Iterator<Item = (&'static str, &'static Holiday)> {
        let rest = self.names.get(self.first_from(letters)..).unwrap_or_default().iter().copied();
        rest.take_while(move |(name, _)| name.starts_with(letters))
    }
}

/// The holiday of that name, and whether names go on from there.
pub fn named(words: &str) -> (Option<&'static Holiday>, bool) {
    let mut names = INDEX.beginning_with(words).peekable();
    let holiday = names.next_if(|(name, _)| *name == words).map(|(_, holiday)| holiday);
    (holiday, names.peek().is_some())
}

/// Whether `word`, perhaps with an `s`, is the first of some name.
pub fn may_begin_with(word: &str) -> bool {
    let [first, second, ..] = word.as_bytes() else { return false };
    INDEX.begins[usize::from(first & 31)] >> (second & 31) & 1 == 1
        && INDEX.beginning_with(word).any(|(name, _)| {
            let rest = name.strip_prefix(word).unwrap_or_default();
            let rest = rest.strip_prefix('s').unwrap_or(rest);
            !rest.starts_with(|c: char| c.is_alphabetic())
        })
}
