//! Names: same place and label (strict), overlap and same label (relaxed), same place (span only).

use std::collections::{BTreeMap, BTreeSet};

use super::{Pairs, Scores};
use crate::eval::{
    gold::Gold,
    place::{Place, pair},
    system::System,
};

/// A label of a gold set or of ours, as one of `labels` or of the four of `CoNLL`.
pub fn label<'a>(label: &'a str, labels: &[&str]) -> &'a str {
    if labels.contains(&label) {
        return label;
    }
    match label {
        "PER" | "person" | "PERSON" | "Person" | "politician" => "PER",
        "ORG" | "organization" | "Organization" | "Organisation" | "organisation"
        | "corporation" | "group" | "politicalparty" => "ORG",
        "LOC" | "GPE" | "location" | "Location" | "place" | "Place" | "FAC" | "Facility"
        | "country" => "LOC",
        "MISC" | "Misc" | "Miscellaneous" | "misc" | "creative-work" | "product" | "Product"
        | "event" | "object" | "NORP" | "election" | "Nationality" | "Weapon"
        | "MilitaryPlatform" | "Vehicle" | "DocumentReference" => "MISC",
        other => other,
    }
}

/// A place and its label.
pub type Named<'a> = (Place, &'a str);

/// The entities of an article whose labels are among `labels`: gold and found.
pub fn named<'a>(
    (gold, system): (&'a Gold, &'a System),
    labels: &[&str],
) -> (Vec<Named<'a>>, Vec<Named<'a>>) {
    let wanted = |(_, l): &Named<'_>| labels.contains(l);
    (
        gold.entities.iter().map(|e| (e.place, label(&e.label, labels))).filter(wanted).collect(),
        system.entities.iter().map(|e| (e.place, label(&e.label, labels))).filter(wanted).collect(),
    )
}

#[derive(Default)]
struct Counts {
    strict: usize,
    relaxed: usize,
    system: usize,
    gold: usize,
}

/// Scores the entities of `labels`.
pub fn score(articles: Pairs<'_>, labels: &[&str]) -> Scores {
    let mut scores = Scores::default();
    let mut by_label: BTreeMap<&str, Counts> =
        labels.iter().map(|&l| (l, Counts::default())).collect();
    let mut of = |label: &str, count: &dyn Fn(&mut Counts)| {
        by_label.get_mut(label).into_iter().for_each(count);
    };
    let mut confusion: BTreeMap<String, usize> = BTreeMap::new();
    let (mut same, mut found, mut wanted) = (0, 0, 0);
    for &article in articles {
        let (gold, system) = named(article, labels);
        for (_, label) in &gold {
            of(label, &|c| c.gold += 1);
        }
        for (_, label) in &system {
            of(label, &|c| c.system += 1);
        }
        let (gold_set, system_set): (BTreeSet<_>, BTreeSet<_>) =
            (gold.iter().collect(), system.iter().collect());
        gold_set.intersection(&system_set).for_each(|(_, l)| of(l, &|c| c.strict += 1));
        let places = |named: &[Named<'_>]| -> Vec<Place> { named.iter().map(|n| n.0).collect() };
        let (gold_places, system_places) = (places(&gold), places(&system));
        for (i, _) in pair(&gold_places, &system_places, |i, j| gold[i].1 == system[j].1) {
            of(gold[i].1, &|c| c.relaxed += 1);
        }
        for (i, j) in pair(&gold_places, &system_places, |_, _| true) {
            if gold[i].1 != system[j].1 {
                *confusion.entry(format!("{}>{}", gold[i].1, system[j].1)).or_default() += 1;
            }
        }
        let (gold_places, system_places): (BTreeSet<_>, BTreeSet<_>) =
            (gold_places.into_iter().collect(), system_places.into_iter().collect());
        same += gold_places.intersection(&system_places).count();
        found += system_places.len();
        wanted += gold_places.len();
    }
    let sum = |part: fn(&Counts) -> usize| by_label.values().map(part).sum();
    scores.prf("strict", sum(|c| c.strict), sum(|c| c.system), sum(|c| c.gold));
    scores.prf("relaxed", sum(|c| c.relaxed), sum(|c| c.system), sum(|c| c.gold));
    scores.prf("span_only", same, found, wanted);
    for (label, c) in &by_label {
        scores.prf(&format!("strict_{label}"), c.strict, c.system, c.gold);
        scores.prf(&format!("relaxed_{label}"), c.relaxed, c.system, c.gold);
    }
    for (labels, n) in confusion {
        scores.count(format!("confusion.{labels}"), n);
    }
    scores
}
