//! Expressions: one a row, right or wrong.

use std::collections::BTreeMap;

use super::{Pairs, Scores};
use crate::eval::{
    gold::{Days, Gold},
    place::Place,
    system::System,
};

/// Whether a row is right: see the data's README.
fn right(gold: &Gold, system: &System) -> bool {
    let case = &gold.case;
    if case.negative {
        return system.timexes.is_empty();
    }
    let place = Place { start: case.start, end: case.end };
    let over: Vec<_> = system.timexes.iter().filter(|t| place.overlap(t.place) > 0).collect();
    if case.days.first.is_none() {
        return !over.is_empty();
    }
    let mut got: Vec<Days> =
        over.iter().map(|t| Days { first: t.earliest.clone(), last: t.latest.clone() }).collect();
    let ends = || got.iter().flat_map(|days| [&days.first, &days.last]).flatten();
    if case.kind == "range" && over.len() > 1 && ends().next().is_some() {
        let outer = Days { first: ends().min().cloned(), last: ends().max().cloned() };
        got.push(outer);
    }
    if case.lean == "future" {
        got.extend(over.iter().flat_map(|t| t.alternatives.iter().cloned()));
    }
    let same = |wanted: &Days, days: &Days| {
        wanted.first == days.first && (wanted.last.is_none() || wanted.last == days.last)
    };
    let mut wanted = [&case.days].into_iter().chain(&case.alt);
    wanted.any(|wanted| got.iter().any(|days| same(wanted, days)))
}

/// Scores the rows: overall, by kind, source and lean, and the negatives apart.
pub fn score(articles: Pairs<'_>) -> Scores {
    let mut counts: BTreeMap<String, (usize, usize)> = BTreeMap::new();
    for &(gold, system) in articles {
        let case = &gold.case;
        let asks = if case.days.first.is_some() { "days" } else { "span" };
        let names = if case.negative {
            vec!["negative".to_owned()]
        } else {
            vec![
                "overall".to_owned(),
                format!("kind {}", case.kind),
                format!("source {}", case.source()),
                format!("lean {}", case.lean),
                format!("asks for {asks}"),
                format!("{asks} {}", case.kind),
            ]
        };
        let right = right(gold, system);
        for name in names {
            let count = counts.entry(name).or_default();
            count.0 += usize::from(right);
            count.1 += 1;
        }
    }
    let mut scores = Scores::default();
    for (name, (right, of)) in counts {
        scores.percent(format!("{name}.share"), right, of);
        scores.count(format!("{name}.right"), right);
        scores.count(format!("{name}.of"), of);
    }
    scores
}
