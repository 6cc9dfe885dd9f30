//! Which names are the same person. Given names that differ are different people.

use std::collections::BTreeMap;

use crate::entities::gazetteer::{self, Kinds, key};

/// A person's name in parts: lower case, without accents, hyphens as spaces.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PersonName {
    /// Its words.
    pub words: Vec<String>,
}

/// How many people of one surname are told apart: a text with more is a list, not an article, and
/// its time must stay linear.
const NAMESAKES: usize = 64;

/// The people of an article, found by the first and last parts of their names.
#[derive(Default)]
pub struct People {
    names: Vec<PersonName>,
    by_end: BTreeMap<String, Vec<usize>>,
}

impl People {
    /// Adds a person; returns the number.
    pub fn add(&mut self, name: PersonName) -> usize {
        let number = self.names.len();
        for end in name.ends() {
            let namesakes = self.by_end.entry(end.clone()).or_default();
            if namesakes.len() < NAMESAKES && namesakes.last() != Some(&number) {
                namesakes.push(number);
            }
        }
        self.names.push(name);
        number
    }

    /// The first person whom a full name names.
    pub fn same(&self, name: &PersonName) -> Option<usize> {
        self.near(name).into_iter().find(|&i| self.names[i].same(name))
    }

    /// Everyone whom a short name fits, as [`PersonName::is_called`] has it.
    pub fn called(&self, short: &PersonName, given: bool) -> Vec<usize> {
        self.near(short).into_iter().filter(|&i| self.names[i].is_called(short, given)).collect()
    }

    /// Those who share a first or last part.
    fn near(&self, name: &PersonName) -> Vec<usize> {
        let found = name.ends().filter_map(|end| self.by_end.get(end));
        let mut near: Vec<usize> = found.flatten().copied().collect();
        near.sort_unstable();
        near.dedup();
        near
    }
}

/// Words behind a name that are no part of it.
const SUFFIXES: &[&str] = &["jr", "sr", "ii", "iii", "iv"];

impl PersonName {
    /// Reads a name as it stands in the text.
    pub fn read(text: &str) -> Self {
        let plain = String::from_utf8_lossy(&key::of(text)).into_owned();
        let mut words: Vec<String> = plain.split(' ').map(str::to_owned).collect();
        while words.len() > 1 && words.last().is_some_and(|w| SUFFIXES.contains(&w.as_str())) {
            words.pop();
        }
        Self { words }
    }

    fn ends(&self) -> impl Iterator<Item = &String> {
        self.words.first().into_iter().chain(self.words.last())
    }

    /// Whether it has more than one part.
    pub fn is_full(&self) -> bool {
        self.words.len() > 1
    }

    /// Whether both name one person: equal, in the other order, or apart from middle names that only
    /// one of them has. Initials stand for the names that they begin.
    pub fn same(&self, other: &Self) -> bool {
        if self.words == other.words {
            return true;
        }
        let shared = self.ends().any(|end| other.ends().any(|other| end == other));
        if !shared || !self.is_full() || !other.is_full() {
            return false;
        }
        self.swapped(other) || self.fits(other)
    }

    fn swapped(&self, other: &Self) -> bool {
        let turned = |by: usize| {
            let mut words = self.words.clone();
            words.rotate_left(by);
            words == other.words
        };
        self.words.len() == other.words.len() && (turned(1) || turned(self.words.len() - 1))
    }

    /// First and last agree, and one has all the middle names of the other.
    fn fits(&self, other: &Self) -> bool {
        let (short, long) =
            if self.words.len() <= other.words.len() { (self, other) } else { (other, self) };
        let ends = short.words.first().zip(long.words.first()).is_some_and(|(a, b)| agree(a, b))
            && short.words.last() == long.words.last();
        let mut rest = long.words.iter();
        let middles = &short.words[1..short.words.len() - 1];
        ends && middles.iter().all(|m| rest.any(|r| agree(m, r)))
    }

    /// Whether `short` may stand for this full name: its surname, with or without particles, or the
    /// family name in front; a given name alone only if `given`.
    pub fn is_called(&self, short: &Self, given: bool) -> bool {
        if !self.is_full() {
            return self.words == short.words;
        }
        if self.words.ends_with(&short.words) {
            return true;
        }
        self.words.starts_with(&short.words) && (given || self.is_family_first())
    }

    /// Whether the first part is a family name.
    pub fn is_family_first(&self) -> bool {
        let kinds =
            |word: Option<&String>| word.map_or(Kinds::default(), |w| gazetteer::entry(w).kinds);
        let first = kinds(self.words.first());
        first.has(Kinds::FAMILY)
            && (!first.has(Kinds::GIVEN)
                || self.words.len() == 3 && !kinds(self.words.last()).has(Kinds::FAMILY))
    }
}

/// Equal, or one is the initial of the other.
fn agree(a: &str, b: &str) -> bool {
    let initial = |short: &str, long: &str| short.chars().count() == 1 && long.starts_with(short);
    a == b || initial(a, b) || initial(b, a)
}

#[cfg(test)]
mod tests {
    use super::PersonName;

    #[test]
    fn one_person_and_two() {
        let same = |a, b| PersonName::read(a).same(&PersonName::read(b));
        assert!(same("Kim Jong Un", "Kim Jong-un"));
        assert!(same("Koizumi Junichiro", "Junichiro Koizumi"));
        assert!(same("Orla B. Quent", "Orla Quent"));
        assert!(same("O. Quent", "Orla Quent"));
        assert!(!same("Kim Jong-il", "Kim Jong-un"));
        assert!(!same("Orla Quent", "Tova Quent"));
        assert!(!same("Orla B. Quent", "Orla C. Quent"));
    }

    #[test]
    fn short_names() {
        let called =
            |full, short| PersonName::read(full).is_called(&PersonName::read(short), false);
        assert!(called("Maria van der Holt", "van der Holt"));
        assert!(called("Maria van der Holt", "Holt"));
        assert!(called("Kim Jong-un", "Kim"));
        assert!(!called("Maria van der Holt", "Maria"));
    }
}
