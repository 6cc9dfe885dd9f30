//! Coreference: B³ over the gold names that were found with exactly the same place.

use std::collections::{BTreeMap, BTreeSet};

use super::{Pairs, Scores, share};
use crate::eval::{
    gold::{Gold, GoldEntity},
    place::Place,
    system::System,
};

/// The labels whose chains count in the sets.
pub const LABELS: &[&str] = &["person", "place", "organization", "organisation"];

#[derive(Default)]
struct Counts {
    gold: usize,
    matched: usize,
    merges: usize,
    chains: usize,
    /// Precision and recall, summed over the matched names.
    sums: (f64, f64),
}

/// Scores the coreference chains of `labels`.
pub fn score(articles: Pairs<'_>, labels: &[&str]) -> Scores {
    let mut counts = Counts::default();
    for &(gold, system) in articles {
        add(&mut counts, gold, system, labels);
    }
    let mut scores = Scores::default();
    let of = counts.matched.max(1) as f64;
    scores.means("b3", counts.sums.0 / of, counts.sums.1 / of);
    scores.count("matched", counts.matched);
    scores.count("gold", counts.gold);
    scores.percent("matched_share", counts.matched, counts.gold);
    scores.count("person_merges", counts.merges);
    scores.count("person_chains", counts.chains);
    scores
}

fn add(counts: &mut Counts, gold: &Gold, system: &System, labels: &[&str]) {
    let wanted: BTreeMap<Place, (&GoldEntity, i64)> = (gold.entities.iter())
        .filter(|e| labels.contains(&e.label.as_str()))
        .filter_map(|e| Some((e.place, (e, e.chain?))))
        .collect();
    let found: BTreeMap<Place, &str> =
        system.mentions.iter().map(|m| (m.place, m.entity.as_str())).collect();
    let both: Vec<Place> = wanted.keys().copied().filter(|p| found.contains_key(p)).collect();
    counts.gold += wanted.len();
    counts.matched += both.len();
    let (mut chains, mut entities) =
        (BTreeMap::<i64, BTreeSet<Place>>::new(), BTreeMap::<&str, BTreeSet<Place>>::new());
    for place in &both {
        chains.entry(wanted[place].1).or_default().insert(*place);
        entities.entry(found[place]).or_default().insert(*place);
    }
    for place in &both {
        let (chain, entity) = (&chains[&wanted[place].1], &entities[found[place]]);
        let common = chain.intersection(entity).count();
        counts.sums.0 += share(common, entity.len());
        counts.sums.1 += share(common, chain.len());
    }
    let person = |(entity, chain): &(&GoldEntity, i64)| {
        matches!(entity.label.as_str(), "person" | "PER").then_some(*chain)
    };
    let mut merged = BTreeSet::new();
    for places in entities.values() {
        let persons: BTreeSet<i64> = places.iter().filter_map(|p| person(&wanted[p])).collect();
        for &one in &persons {
            merged.extend(persons.range(one + 1..).map(|&other| (one, other)));
        }
    }
    counts.merges += merged.len();
    counts.chains += wanted.values().filter_map(person).collect::<BTreeSet<_>>().len();
}
