//! How often annotations of each certainty are right, by type.

use std::collections::{BTreeMap, BTreeSet};

use newsmark::report::Certainty;

use super::{
    score::{
        Pairs, ner,
        quote::{self, Kinds},
        timex,
    },
    sets::Task,
    table::{Row, percent},
};

/// Fewer annotations than this give no precision: chance would decide it.
const ENOUGH: usize = 30;

/// The sum over all types.
const ALL: &str = "all";

/// Annotations by what they are of (`names`), type (`PER`) and level: how many are right, and of how
/// many.
#[derive(Default)]
pub struct Tally(BTreeMap<(&'static str, String, Certainty), (usize, usize)>);

/// A count by what it counts: right, and all.
type Entry<'a> = (&'a (&'static str, String, Certainty), &'a (usize, usize));

impl Tally {
    /// Counts an annotation, if it has a level.
    pub fn add(
        &mut self,
        what: &'static str,
        of_type: &str,
        level: Option<Certainty>,
        right: bool,
    ) {
        let Some(level) = level else { return };
        let counts = self.0.entry((what, of_type.to_owned(), level)).or_default();
        counts.0 += usize::from(right);
        counts.1 += 1;
    }

    /// Only the counts of one type.
    pub fn only(mut self, of_type: &str) -> Self {
        self.0.retain(|(_, t, _), _| t == of_type);
        self
    }

    /// The same with the sum over all types, of what has several.
    fn with_sums(&self) -> Self {
        let mut types: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
        for (what, of_type, _) in self.0.keys() {
            types.entry(what).or_default().insert(of_type);
        }
        let mut sums = Self::default();
        for ((what, _, level), (right, of)) in &self.0 {
            if types[what].len() > 1 {
                let counts = sums.0.entry((*what, ALL.to_owned(), *level)).or_default();
                counts.0 += right;
                counts.1 += of;
            }
        }
        sums.merge(self);
        sums
    }

    /// Adds another's counts.
    pub fn merge(&mut self, other: &Self) {
        for (key, (right, of)) in &other.0 {
            let counts = self.0.entry(key.clone()).or_default();
            counts.0 += right;
            counts.1 += of;
        }
    }

    /// A row for each type and level, `set` first.
    pub fn rows(&self, set: &str) -> Vec<Row> {
        self.with_sums().rows_by_type(set)
    }

    fn rows_by_type(&self, set: &str) -> Vec<Row> {
        let mut totals: BTreeMap<(&str, &str), usize> = BTreeMap::new();
        for ((what, of_type, _), (_, of)) in &self.0 {
            *totals.entry((what, of_type)).or_default() += of;
        }
        let row = |((what, of_type, level), &(right, of)): Entry<'_>| Row {
            set: format!("{what}, {set}"),
            measure: format!("{of_type} {}", format!("{level:?}").to_lowercase()),
            score: (of >= ENOUGH).then(|| 100.0 * right as f64 / of as f64),
            more: vec![
                percent(100.0 * of as f64 / totals[&(*what, of_type.as_str())] as f64),
                of.to_string(),
            ],
        };
        // The levels are ordered from `check` up; readers want `sure` first.
        let mut entries: Vec<_> = self.0.iter().collect();
        entries.sort_by_key(|((what, of_type, level), _)| {
            (*what, of_type != ALL, of_type.clone(), std::cmp::Reverse(*level))
        });
        entries.into_iter().map(row).collect()
    }
}

/// Counts the annotations that the gold of `task` can judge.
pub fn tally(task: Task, articles: Pairs<'_>) -> Tally {
    let mut tally = Tally::default();
    for &article in articles {
        match task {
            Task::Names(labels) => names(&mut tally, article, labels),
            Task::Dates => dates(&mut tally, article),
            Task::Quotes(Kinds::Direct) => quotes(&mut tally, article),
            _ => {}
        }
    }
    tally
}

type Article<'a> = (&'a super::gold::Gold, &'a super::system::System);

/// Right: place and label are those of gold.
fn names(tally: &mut Tally, article: Article<'_>, labels: &[&str]) {
    let (gold, _) = ner::named(article, labels);
    let gold: BTreeSet<_> = gold.into_iter().collect();
    for entity in &article.1.entities {
        let label = ner::label(&entity.label, labels);
        if labels.contains(&label) {
            tally.add("names", label, entity.certainty, gold.contains(&(entity.place, label)));
        }
    }
}

/// Right: overlaps gold and has its value.
fn dates(tally: &mut Tally, article: Article<'_>) {
    let found = timex::matched(article);
    for (j, timex) in found.system.iter().enumerate() {
        let pair = found.pairs.iter().find(|pair| pair.1 == j);
        let right = pair.is_some_and(|&pair| found.agree(pair));
        tally.add("dates", &timex.timex_type, timex.certainty, right);
    }
}

/// Right: the piece stands for one of gold; the speaker is gold's.
fn quotes(tally: &mut Tally, article: Article<'_>) {
    let found = quote::matched(article, Kinds::Direct);
    for (j, (_, quote)) in found.system.iter().enumerate() {
        let pair = found.pairs.iter().find(|pair| pair.1 == j);
        if !found.free.contains(&j) {
            tally.add("quotes", &quote.kind, quote.certainty, pair.is_some());
        }
        if let Some(right) = pair.and_then(|&pair| found.speaker(pair)) {
            tally.add("speakers", &quote.kind, quote.speaker_certainty, right);
        }
    }
}
