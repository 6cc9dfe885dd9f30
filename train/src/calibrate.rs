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

/// What share of names that are called sure is to be right: the promise is 95 %. Where enough names
/// stay sure a higher share leaves better ones to those that are likely.
const SURE: [f64; 6] = [0.955, 0.96, 0.965, 0.97, 0.975, 0.98];
/// So many of a class's names are to be sure. The promise is 60 %.
const MANY: f64 = 0.64;
/// What share of names that are called likely is to be right. The promise is 75 %.
const LIKELY: f64 = 0.77;
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
        let groups = [false, true].map(|agrees| {
            let of = |f: &&Found| f.agrees == agrees;
            let own: Vec<_> = found.iter().filter(of).filter(|f| f.class == class).collect();
            let mut group =
                if own.len() >= FEWEST { own } else { found.iter().filter(of).collect() };
            group.sort_by_key(|f| -f.margin);
            group
        });
        let all = groups.iter().map(Vec::len).sum::<usize>() as f64;
        let cuts = SURE.map(|share| groups.each_ref().map(|group| cut(group, share)));
        let count = |cut: &[(usize, usize); 2], part: fn(&(usize, usize)) -> usize| {
            cut.iter().map(part).sum::<usize>()
        };
        let best = (cuts.iter())
            .filter(|cut| count(cut, |c| c.0) as f64 >= MANY * all)
            // Of equal ones the first.
            .reduce(|a, b| if count(b, |c| c.1) > count(a, |c| c.1) { b } else { a })
            .unwrap_or(&cuts[0]);
        [0, 1].map(|at| levels(&groups[at], best[at]))
    })
}

/// How many names, the strongest first, are sure where this share of them is to be right; and how many
/// are at least likely.
fn cut(found: &[&Found], share: f64) -> (usize, usize) {
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
    let sure = lowest(found, share);
    (sure, sure + lowest(&found[sure..], LIKELY))
}

/// The margins of the last that are sure and likely.
fn levels(found: &[&Found], (sure, likely): (usize, usize)) -> Levels {
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
