//! How sure a name is by its margin: thresholds for each class, fitted on articles that the weights
//! have not seen.

use newsmark::{
    entities::{
        Reading,
        gazetteer::Extra,
        merge,
        tagger::{self, Class, Levels, Model},
    },
    text::Document,
};

use crate::{
    article::{Line, offsets},
    sets::Set,
};

/// What share of names that are called sure is to be right. The promise is 95 %.
const SURE: f64 = 0.955;
/// The same for names that are called likely. The promise is 75 %.
const LIKELY: f64 = 0.78;
/// Fewer names than these decide nothing.
const FEWEST: usize = 40;

/// A name that the tagger found in an article that it has not seen.
struct Found {
    class: Class,
    /// The rules propose it too.
    agrees: bool,
    margin: i32,
    right: bool,
}

/// Thresholds for each class, for names that the rules do not propose and that they do.
pub fn fit(
    held: &[&(Line, &'static Set)],
    model: &Model,
    names: Option<&Extra>,
) -> [[Levels; 2]; Class::ALL.len()] {
    let found: Vec<Found> =
        held.iter().flat_map(|(line, set)| judge(line, set, model, names)).collect();
    Class::ALL.map(|class| {
        [false, true].map(|agrees| {
            let of = |f: &&Found| f.agrees == agrees;
            let own: Vec<_> = found.iter().filter(of).filter(|f| f.class == class).collect();
            if own.len() >= FEWEST {
                levels(own)
            } else {
                levels(found.iter().filter(of).collect())
            }
        })
    })
}

/// The lowest margins from which on enough names are right.
fn levels(mut found: Vec<&Found>) -> Levels {
    found.sort_by_key(|f| -f.margin);
    let lowest = |found: &[&Found], share: f64| {
        let mut right = 0;
        let mut at = 0;
        for (i, f) in found.iter().enumerate() {
            right += usize::from(f.right);
            if right as f64 >= share * (i + 1) as f64 {
                at = i + 1;
            }
        }
        at
    };
    let sure = lowest(&found, SURE);
    let likely = sure + lowest(&found[sure..], LIKELY);
    let margin = |count: usize| match count.checked_sub(1).and_then(|i| found.get(i)) {
        Some(f) => f.margin,
        None => i32::MAX / 2,
    };
    Levels { sure: margin(sure), likely: margin(likely).min(margin(sure)) }
}

fn judge(line: &Line, set: &Set, model: &Model, names: Option<&Extra>) -> Vec<Found> {
    let document = Document::read(&line.text, &[]);
    let reading = Reading::with(&document, names);
    let rules = newsmark::entities::propose(&reading);
    let offsets = offsets(&line.text);
    let point = |byte: usize| offsets.partition_point(|&o| o < byte);
    let meaning = |label: &str| set.labels.iter().find(|(l, _)| *l == label).map(|(_, m)| *m);
    tagger::tag(&reading, model, &rules)
        .into_iter()
        .filter(|name| !set.unmarked.contains(&name.class))
        .filter_map(|name| {
            let span = document.to_source(reading.span(name.from, name.end)?);
            let (start, end) = (point(span.start()), point(span.end()));
            let marked = line.entities.iter().find(|e| (e.start, e.end) == (start, end));
            let right = marked
                .and_then(|e| meaning(&e.label))
                .is_some_and(|classes| classes.contains(&name.class));
            let agrees = merge::proposed(&rules, &name).is_some();
            Some(Found { class: name.class, agrees, margin: name.margin, right })
        })
        .collect()
}
