//! When two articles name the same person, organisation or place.

use super::{
    fold::words,
    join::{Bond, Tie},
};
use crate::report::{Entity, EntityType};

/// What companies put after their names.
const SUFFIXES: [&str; 9] = ["inc", "ltd", "plc", "corp", "co", "llc", "gmbh", "ag", "sa"];
/// Words that initials leave out.
const SMALL: [&str; 5] = ["of", "the", "and", "for", "in"];

/// Words before a family name that are no part of it.
const TITLES: [&str; 10] = ["mr", "mrs", "ms", "miss", "mx", "dr", "sir", "dame", "lord", "lady"];

/// An entity's names in the form in which they are compared.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Name {
    entity_type: EntityType,
    full: Vec<String>,
    aliases: Vec<Vec<String>>,
    country: Option<String>,
    is_country: bool,
}

impl Name {
    /// The names of `entity`.
    pub fn new(entity: &Entity) -> Self {
        let bare = |name: &str| {
            let mut words = words(name);
            let is_title = |words: &[String]| {
                words.len() > 1 && words.first().is_some_and(|word| TITLES.contains(&&**word))
            };
            if entity.entity_type == EntityType::Person && is_title(&words) {
                words.remove(0);
            }
            if entity.entity_type == EntityType::Organisation {
                if words.len() > 1 && words[0] == "the" {
                    words.remove(0);
                }
                if words.len() > 1 && words.last().is_some_and(|w| SUFFIXES.contains(&&**w)) {
                    words.pop();
                }
            }
            words
        };
        Self {
            entity_type: entity.entity_type,
            full: bare(&entity.name),
            aliases: entity.aliases.iter().map(|alias| bare(alias)).collect(),
            country: entity.country.clone(),
            is_country: entity.subtype.as_deref() == Some("country"),
        }
    }

    /// How this one and `other`, of another article, are tied. Entities of different types never are.
    pub fn tie(&self, other: &Self) -> Option<Tie> {
        if self.entity_type != other.entity_type || self.full.is_empty() || other.full.is_empty() {
            return None;
        }
        let bond = match self.entity_type {
            EntityType::Place => place(self, other),
            EntityType::Person => person(self, other),
            _ => organisation(self, other),
        };
        bond.map(Tie::from)
    }

    /// Whether one's name is among the other's aliases, with at least `least` words.
    fn is_alias(&self, other: &Self, least: usize) -> bool {
        let one = |a: &Self, b: &Self| a.full.len() >= least && b.aliases.contains(&a.full);
        one(self, other) || one(other, self)
    }
}

fn person(a: &Name, b: &Name) -> Option<Bond> {
    let (long, short) = if a.full.len() >= b.full.len() { (a, b) } else { (b, a) };
    if a.full.concat() == b.full.concat() || same_words(a, b) || a.is_alias(b, 2) {
        return Some(Bond::Same);
    }
    let family = long.full.last() == short.full.last();
    let first = |name: &Name| name.full.first().cloned().unwrap_or_default();
    let by_initial = {
        let (a, b) = (first(a), first(b));
        (a.chars().count() == 1 && b.starts_with(&*a))
            || (b.chars().count() == 1 && a.starts_with(&*b))
    };
    let perhaps = match short.full.len() {
        1 => family || a.is_alias(b, 1),
        _ => long.full.starts_with(&short.full) || family && (by_initial || first(a) == first(b)),
    };
    perhaps.then_some(Bond::Perhaps)
}

/// `Koizumi Junichiro` and `Junichiro Koizumi`.
fn same_words(a: &Name, b: &Name) -> bool {
    let times = |name: &Name, word: &String| name.full.iter().filter(|&w| w == word).count();
    let (words, others) = (&a.full, &b.full);
    words.len() > 1
        && words.len() == others.len()
        && words.iter().all(|word| times(a, word) == times(b, word))
}

fn organisation(a: &Name, b: &Name) -> Option<Bond> {
    if a.full == b.full || a.is_alias(b, 2) {
        return Some(Bond::Same);
    }
    let (long, short) = if a.full.len() >= b.full.len() { (a, b) } else { (b, a) };
    let initials: String = long
        .full
        .iter()
        .filter(|word| !SMALL.contains(&&***word))
        .filter_map(|word| word.chars().next())
        .collect();
    let acronym = initials.chars().count() > 1 && short.full == [initials];
    let shorter = long.full.starts_with(&short.full);
    (acronym || shorter || a.is_alias(b, 1)).then_some(Bond::Perhaps)
}

fn place(a: &Name, b: &Name) -> Option<Bond> {
    if a.is_country && b.is_country && a.country.is_some() {
        return (a.country == b.country).then_some(Bond::Same);
    }
    if a.full != b.full && !a.is_alias(b, 1) {
        return None;
    }
    match (&a.country, &b.country) {
        (Some(a), Some(b)) if a != b => None,
        (Some(_), None) | (None, Some(_)) => Some(Bond::Perhaps),
        _ => Some(Bond::Same),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn name(kind: &str, name: &str, aliases: &[&str], country: Option<&str>) -> Name {
        let subtype = match (kind, country) {
            ("country", _) => Some("country"),
            _ => None,
        };
        let value = serde_json::json!({
            "id": "e1", "type": if kind == "country" { "place" } else { kind }, "subtype": subtype,
            "name": name, "aliases": aliases, "mentions": [], "count": 1, "roles": [],
            "country": country, "certainty": "sure",
        });
        Name::new(&serde_json::from_value(value).expect("the report's own shape"))
    }

    fn bond(a: &Name, b: &Name) -> Option<Bond> {
        let (there, back) = (a.tie(b), b.tie(a));
        assert_eq!(there, back, "{a:?} and {b:?}");
        there.map(|tie| tie.bond)
    }

    #[test]
    fn people_are_the_same_by_name_and_perhaps_by_a_part_of_it() {
        let person = |full: &str, aliases: &[&str]| name("person", full, aliases, None);
        for (a, b, expected) in [
            (person("Kim Jong-un", &[]), person("KIM Jong Un", &[]), Some(Bond::Same)),
            (person("Béla Quill", &[]), person("Bela Quill", &[]), Some(Bond::Same)),
            (person("Koizumi Junichiro", &[]), person("Junichiro Koizumi", &[]), Some(Bond::Same)),
            (person("Ada Quill", &["Ada Marsh"]), person("Ada Marsh", &[]), Some(Bond::Same)),
            (person("Ada Quill", &["Quill"]), person("Quill", &[]), Some(Bond::Perhaps)),
            (person("Ada Quill", &[]), person("Mrs Quill", &[]), Some(Bond::Perhaps)),
            (person("Ada Quill", &[]), person("A. Quill", &[]), Some(Bond::Perhaps)),
            (person("Ada May Quill", &[]), person("Ada Quill", &[]), Some(Bond::Perhaps)),
            (person("Ada Quill", &["Quill"]), person("Ben Quill", &["Quill"]), None),
            (person("Kim Jong-un", &["Kim"]), person("Kim Jong Il", &["Kim"]), None),
            (person("Ada Quill", &[]), person("Ada Quill of Aldmoor", &[]), Some(Bond::Perhaps)),
            (person("Ada Quill", &[]), person("Ada", &[]), None),
            (person("Quill", &[]), name("organisation", "Quill", &[], None), None),
        ] {
            assert_eq!(bond(&a, &b), expected, "{a:?} and {b:?}");
        }
    }

    #[test]
    fn organisations_are_told_by_name_initials_and_the_beginning_of_the_name() {
        let org = |full: &str, aliases: &[&str]| name("organisation", full, aliases, None);
        for (a, b, expected) in [
            (org("The Harbour Board", &[]), org("Harbour Board", &[]), Some(Bond::Same)),
            (org("Fjordstaal AG", &[]), org("Fjordstaal", &[]), Some(Bond::Same)),
            (org("Board of Harbours", &[]), org("BH", &[]), Some(Bond::Perhaps)),
            (
                org("Northern Straits Ferries", &[]),
                org("Northern Straits", &[]),
                Some(Bond::Perhaps),
            ),
            (org("Harbour Board", &["Board"]), org("Board", &[]), Some(Bond::Perhaps)),
            (org("Harbour Board", &["Board"]), org("School Board", &["Board"]), None),
        ] {
            assert_eq!(bond(&a, &b), expected, "{a:?} and {b:?}");
        }
    }

    #[test]
    fn places_are_told_by_name_and_country() {
        let place = |full: &str, country| name("place", full, &[], country);
        let country = |full: &str, code| name("country", full, &[], Some(code));
        for (a, b, expected) in [
            (country("Britain", "GB"), country("the UK", "GB"), Some(Bond::Same)),
            (country("Niger", "NE"), country("Nigeria", "NG"), None),
            (place("Larkhaven", None), place("LARKHAVEN", None), Some(Bond::Same)),
            (place("London", Some("GB")), place("London", Some("CA")), None),
            (place("London", Some("GB")), place("London", None), Some(Bond::Perhaps)),
        ] {
            assert_eq!(bond(&a, &b), expected, "{a:?} and {b:?}");
        }
    }
}
