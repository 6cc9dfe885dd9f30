//! Names, roles, amounts and dates of our own articles.

use std::collections::{BTreeMap, BTreeSet};

use super::{
    Pairs,
    article::{Amount, Article},
};
use crate::eval::{
    gold::Gold,
    place::Place,
    score::{Scores, coref, ner, timex},
    system::System,
};

/// All names: events, products and works are MISC.
pub const ALL: &[&str] = &["PER", "ORG", "LOC", "NORP", "MISC"];

/// The scores of names and dates that other sets have, too.
pub struct Usual {
    pub names: Scores,
    pub coreference: Scores,
    pub dates: Scores,
}

/// Scores names and dates as those of the other sets.
pub fn usual(articles: Pairs<'_>) -> Usual {
    let both: Vec<(Gold, System)> =
        articles.iter().map(|(gold, found)| (gold.as_gold(), found.as_system())).collect();
    let both: Vec<(&Gold, &System)> = both.iter().map(|(gold, found)| (gold, found)).collect();
    Usual {
        names: ner::score(&both, ALL),
        coreference: coref::score(&both, ALL),
        dates: timex::score(&both),
    }
}

/// One-word names of people whom the article also names in full: how many of those found are in one
/// entity with a full name.
pub fn short_names(articles: Pairs<'_>) -> Scores {
    let (mut found, mut joined) = (0, 0);
    for (gold, system) in articles {
        let entities: BTreeMap<Place, &str> =
            system.names.iter().map(|name| (name.place, name.entity.as_str())).collect();
        let persons = || gold.names.iter().filter(|name| name.label == "PER");
        for short in persons().filter(|name| gold.words(name.place) == 1) {
            let full: Vec<Place> = (persons().filter(|name| name.entity == short.entity))
                .map(|name| name.place)
                .filter(|&place| gold.words(place) > 1)
                .collect();
            let Some(entity) = entities.get(&short.place).filter(|_| !full.is_empty()) else {
                continue;
            };
            found += 1;
            joined += usize::from(full.iter().any(|place| entities.get(place) == Some(entity)));
        }
    }
    let mut scores = Scores::default();
    scores.percent("joined", joined, found);
    scores.count("found", found);
    scores
}

/// Roles: the words of the title; these and the right holder; of those, when it is held.
pub fn roles(articles: Pairs<'_>) -> Scores {
    let (mut titles, mut gold_titles, mut found_titles) = (0, 0, 0);
    let (mut held, mut gold_held, mut found_held, mut when) = (0, 0, 0, 0);
    for (gold, system) in articles {
        let places =
            |article: &Article| article.roles.iter().map(|r| r.place).collect::<BTreeSet<_>>();
        let (wanted, found) = (places(gold), places(system));
        titles += wanted.intersection(&found).count();
        gold_titles += wanted.len();
        found_titles += found.len();
        gold_held += gold.roles.len();
        found_held += system.roles.len();
        let mut used = BTreeSet::new();
        for role in &gold.roles {
            let right = system.roles.iter().enumerate().find(|(i, other)| {
                !used.contains(i)
                    && role.place == other.place
                    && gold.same_entity(&role.holder, system, &other.holder)
            });
            if let Some((i, other)) = right {
                used.insert(i);
                held += 1;
                when += usize::from(role.when == other.when);
            }
        }
    }
    let mut scores = Scores::default();
    scores.prf("title", titles, found_titles, gold_titles);
    scores.prf("held", held, found_held, gold_held);
    scores.percent("when", when, held);
    scores.count("when.of", held);
    scores
}

/// Whether both have the same kind and the same numbers.
pub fn same_value(a: &Amount, b: &Amount) -> bool {
    let close = |a: Option<f64>, b: Option<f64>| match (a, b) {
        (Some(a), Some(b)) => (a - b).abs() <= 1e-9 * a.abs().max(1.0),
        _ => a == b,
    };
    // One number is the range from itself to itself.
    a.kind == b.kind && close(a.low, b.low) && close(a.high.or(a.low), b.high.or(b.low))
}

/// The amount of `article` in exactly this place.
pub fn amount_at(article: &Article, place: Place) -> Option<&Amount> {
    article.amounts.iter().find(|amount| amount.place == place)
}

/// Amounts: the words; these, kind and numbers; of those, the unit.
pub fn amounts(articles: Pairs<'_>) -> Scores {
    let (mut strict, mut value, mut gold_count, mut found) = (0, 0, 0, 0);
    let (mut units, mut gold_units) = (0, 0);
    for (gold, system) in articles {
        gold_count += gold.amounts.len();
        found += system.amounts.len();
        for amount in &gold.amounts {
            let Some(other) = amount_at(system, amount.place) else { continue };
            strict += 1;
            let right = same_value(amount, other);
            value += usize::from(right);
            if right && amount.unit.is_some() {
                gold_units += 1;
                units += usize::from(amount.unit == other.unit);
            }
        }
    }
    let mut scores = Scores::default();
    scores.prf("strict", strict, found, gold_count);
    scores.prf("value", value, found, gold_count);
    scores.percent("unit", units, gold_units);
    scores.count("unit.of", gold_units);
    scores
}
