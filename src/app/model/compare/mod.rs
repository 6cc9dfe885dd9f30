//! What several articles have in common, and what only one of them has.

mod fold;
mod join;
mod names;
mod quotes;
mod values;

use std::{cmp::Reverse, rc::Rc};

pub use join::Bond;
use join::{Tie, groups};
use names::Name;
use quotes::{Said, differences};
use values::{Days, Much};

use super::{Kind, Of, Reading, amount, speakers::is_speech};
use crate::{
    app::strings,
    report::{Certainty, EntityType},
};

/// Several articles side by side.
#[derive(Clone, Debug, PartialEq)]
pub struct Comparison {
    /// One for each kind that any article has something of.
    pub sections: Vec<Section>,
}

/// What the articles have of one kind.
#[derive(Clone, Debug, PartialEq)]
pub struct Section {
    /// The kind.
    pub kind: Kind,
    /// What most articles have comes first.
    pub rows: Vec<Row>,
}

/// Something that one or more articles have.
#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    /// Its name, value or, for a quote, who said it; empty where that is not known.
    pub label: String,
    /// What each article has of it, in the order of the articles.
    pub cells: Vec<Option<Cell>>,
    /// How the cells go together; none where there is one only.
    pub bond: Option<Bond>,
    /// What it may be in the other articles, where that cannot be told.
    pub either: Vec<String>,
}

/// What one article has of a row.
#[derive(Clone, Debug, PartialEq)]
pub struct Cell {
    /// Its words in order; `false` where another article has others.
    pub words: Vec<(String, bool)>,
    /// Its marks there, in reading order. At least one.
    pub marks: Rc<[usize]>,
    /// How sure the least sure of its marks is.
    pub certainty: Certainty,
}

/// How many rows of a section are of which sort.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// In two articles or more, and the same there.
    pub shared: usize,
    /// In two articles or more, for a reader to look at: overlapping, differing, perhaps the same.
    pub unsure: usize,
    /// In one article only.
    pub alone: usize,
}

impl Section {
    /// Counts the rows.
    pub fn tally(&self) -> Tally {
        let mut tally = Tally::default();
        for row in &self.rows {
            match row.bond {
                Some(Bond::Same | Bond::Within) => tally.shared += 1,
                Some(_) => tally.unsure += 1,
                None => tally.alone += 1,
            }
        }
        tally
    }
}

/// Something found in one of the articles.
struct Find<K> {
    article: usize,
    /// What it is compared by.
    key: K,
    label: String,
    words: String,
    marks: Vec<usize>,
    certainty: Certainty,
}

/// Compares two or more articles. Reads nothing but their reports and quoted words; quadratic in the
/// number of entities, dates, amounts and quotes of a kind.
pub fn compare(readings: &[Reading]) -> Comparison {
    let entities = |kind, of| section(kind, readings.len(), named(readings, of), &Name::tie);
    let sections = [
        entities(Kind::Person, EntityType::Person),
        entities(Kind::Organisation, EntityType::Organisation),
        entities(Kind::Place, EntityType::Place),
        section(Kind::Date, readings.len(), dated(readings), &Days::tie),
        section(Kind::Quote, readings.len(), quoted(readings), &Said::tie),
        section(Kind::Amount, readings.len(), counted(readings), &Much::tie),
    ];
    let sections = sections.into_iter().filter(|section| !section.rows.is_empty());
    Comparison { sections: sections.collect() }
}

/// The entities of a type, those that are named most often first.
fn named(readings: &[Reading], of: EntityType) -> Vec<Find<Name>> {
    let mut finds = Vec::new();
    for (article, reading) in readings.iter().enumerate() {
        for (at, entity) in reading.report.entities.iter().enumerate() {
            let marks = reading.marks_of(at).to_vec();
            if entity.entity_type == of && !marks.is_empty() {
                let (label, words) = (entity.name.clone(), entity.name.clone());
                let (key, certainty) = (Name::new(entity), entity.certainty);
                finds.push(Find { article, key, label, words, marks, certainty });
            }
        }
    }
    finds.sort_by_key(|find| Reverse(find.marks.len()));
    finds
}

/// The days, in the order of the calendar; those that are left open come last.
fn dated(readings: &[Reading]) -> Vec<Find<Days>> {
    let mut finds = Vec::new();
    for (article, reading) in readings.iter().enumerate() {
        for (at, date) in reading.report.dates.iter().enumerate() {
            let (Some(key), Some(mark)) = (Days::new(date), reading.mark_of(Of::Date(at))) else {
                continue;
            };
            let words = date.span.of(&reading.text).to_owned();
            let (label, certainty) = (strings::date_value(date), date.certainty);
            finds.push(Find { article, key, label, words, marks: vec![mark], certainty });
        }
    }
    finds.sort_by_key(|find| (find.key.range.is_none(), find.key.range));
    finds
}

/// Speech in marks, in reading order.
fn quoted(readings: &[Reading]) -> Vec<Find<Said>> {
    let mut finds = Vec::new();
    for (article, reading) in readings.iter().enumerate() {
        let quotes = reading.report.quotes.iter().enumerate();
        for (at, quote) in quotes.filter(|(_, quote)| is_speech(quote)) {
            let pieces = quote.content.iter().filter(|piece| piece.marked);
            let pieces: Vec<&str> = pieces.map(|piece| piece.span.of(&reading.text)).collect();
            let words = pieces.join(" … ");
            let speaker = quote.speaker.as_ref().and_then(|s| reading.entity(&s.entity));
            let key = Said::new(&words, speaker.map(|(_, entity)| Name::new(entity)));
            let (Some(key), Some(mark)) = (key, reading.mark_of(Of::Quote(at))) else { continue };
            let (label, certainty) = (strings::speaker(reading, quote), quote.certainty);
            finds.push(Find { article, key, label, words, marks: vec![mark], certainty });
        }
    }
    finds
}

/// Amounts with a value, in reading order.
fn counted(readings: &[Reading]) -> Vec<Find<Much>> {
    let mut finds = Vec::new();
    for (article, reading) in readings.iter().enumerate() {
        for (at, found) in reading.report.amounts.iter().enumerate() {
            let key = Much::new(found, &reading.text);
            let (Some(key), Some(mark)) = (key, reading.mark_of(Of::Amount(at))) else { continue };
            let words = found.span.of(&reading.text).to_owned();
            let (label, certainty) = (amount::in_words(found), found.certainty);
            finds.push(Find { article, key, label, words, marks: vec![mark], certainty });
        }
    }
    finds
}

/// Joins the finds of one kind to rows.
fn section<K: PartialEq>(
    kind: Kind,
    articles: usize,
    finds: Vec<Find<K>>,
    tie: &dyn Fn(&K, &K) -> Option<Tie>,
) -> Section {
    let tied = |a: usize, b: usize| {
        let (a, b) = (&finds[a], &finds[b]);
        // What an article says twice is one thing, even where the text leaves it open.
        if a.article == b.article && a.key == b.key {
            return Some(Bond::Same.into());
        }
        tie(&a.key, &b.key)
    };
    let groups = groups(finds.len(), &|at| finds[at].article, &tied);
    let mut rows: Vec<Row> = groups
        .into_iter()
        .map(|group| {
            let of = |article: usize| {
                group.items.iter().map(|&at| &finds[at]).filter(move |f| f.article == article)
            };
            let words: Vec<Vec<&str>> =
                (0..articles).map(|article| distinct(of(article).map(|f| &*f.words))).collect();
            let told = matches!(kind, Kind::Quote);
            let cells: Vec<Option<Cell>> = (0..articles)
                .map(|article| {
                    let mut marks: Vec<usize> = of(article).flat_map(|f| f.marks.clone()).collect();
                    marks.sort_unstable();
                    let own = words[article].join(" … ");
                    let others = words.iter().enumerate();
                    let others: Vec<String> = others
                        .filter(|&(at, words)| told && at != article && !words.is_empty())
                        .map(|(_, words)| words.join(" "))
                        .collect();
                    let words = match others.as_slice() {
                        [] => vec![(own, true)],
                        others => differences(&own, others),
                    };
                    let certainty = of(article).map(|f| f.certainty).min()?;
                    Some(Cell { words, marks: marks.into(), certainty })
                })
                .collect();
            let in_several = cells.iter().flatten().count() > 1;
            let labels = distinct(group.items.iter().map(|&at| &*finds[at].label));
            Row {
                label: label(kind, &labels),
                cells,
                bond: in_several.then_some(group.bond),
                either: distinct(group.either.iter().map(|&at| &*finds[at].label))
                    .into_iter()
                    .map(str::to_owned)
                    .collect(),
            }
        })
        .collect();
    rows.sort_by_key(|row| Reverse(row.cells.iter().flatten().count()));
    Section { kind, rows }
}

/// The name of a row: of names the fullest, of speakers all, of values the first.
fn label(kind: Kind, labels: &[&str]) -> String {
    match kind {
        Kind::Quote => strings::either(labels.iter().copied().filter(|label| !label.is_empty())),
        Kind::Date | Kind::Amount => labels.first().copied().unwrap_or_default().to_owned(),
        _ => {
            let full = labels.iter().rev().max_by_key(|label| label.chars().count());
            full.copied().unwrap_or_default().to_owned()
        }
    }
}

/// Each once, in order.
fn distinct<'a>(all: impl Iterator<Item = &'a str>) -> Vec<&'a str> {
    let mut found = Vec::new();
    for one in all {
        if !found.contains(&one) {
            found.push(one);
        }
    }
    found
}

#[cfg(test)]
mod tests;
