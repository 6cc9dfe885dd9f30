//! What makes two names of one type the same thing, people apart.

use crate::{
    entities::{
        Name,
        gazetteer::{self, key},
    },
    report::EntityType,
};

/// Short forms that every reader knows, and their long ones.
const ALIASES: &[(&str, &str)] = &[
    ("ap", "associated press"),
    ("afp", "agence france presse"),
    ("au", "african union"),
    ("cia", "central intelligence agency"),
    ("ecb", "european central bank"),
    ("eu", "european union"),
    ("fbi", "federal bureau of investigation"),
    ("fed", "federal reserve"),
    ("iaea", "international atomic energy agency"),
    ("icc", "international criminal court"),
    ("imf", "international monetary fund"),
    ("un", "united nations"),
    ("unsc", "united nations security council"),
    ("un security council", "united nations security council"),
    ("who", "world health organization"),
    ("world health organisation", "world health organization"),
    ("wto", "world trade organization"),
    ("world war 2", "world war ii"),
    ("second world war", "world war ii"),
    ("first world war", "world war i"),
];

/// The key of a name; equal keys are one entity.
pub fn of(name: &Name, words: &str) -> String {
    let entry = gazetteer::entry(words);
    let country = entry.country().unwrap_or("");
    let place = matches!(name.entity_type, EntityType::Place);
    if place && entry.subtype() == Some("country") && !country.is_empty() {
        return format!("country {country}");
    }
    let mut plain = String::from_utf8_lossy(&key::of(words)).into_owned();
    for article in ["the ", "a "] {
        if let Some(rest) = plain.strip_prefix(article) {
            plain = rest.to_owned();
        }
    }
    if name.entity_type == EntityType::Group {
        let singular = plain.trim_end_matches('s');
        return format!("group {singular}");
    }
    if name.entity_type == EntityType::Organisation
        && let Some((_, long)) = ALIASES.iter().find(|(short, _)| *short == plain)
    {
        (*long).clone_into(&mut plain);
    }
    format!("{} {plain}", name.entity_type.name())
}

/// The initials of a name's longer words: `iaea`.
pub fn initials(words: &str) -> String {
    words
        .split([' ', '-'])
        .filter(|w| w.starts_with(char::is_uppercase))
        .filter_map(|w| w.chars().next())
        .flat_map(char::to_lowercase)
        .collect()
}
