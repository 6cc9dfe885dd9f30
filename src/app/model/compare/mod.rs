//! What several articles have in common, and what only one of them has.

mod fold;
mod join;
mod names;
mod quotes;
mod values;

use std::rc::Rc;

pub use join::Bond;
use join::{Group, Tie, groups};
use names::Name;
use quotes::{Said, differences};
use values::{Days, Much};

use super::{Kind, Of, Reading, amount, ordinal, speakers::is_speech};
use crate::{
    app::strings,
    report::{Certainty, EntityType},
    span::by_number,
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

/// What a find is compared by. One type for all kinds, so that one joining of them is compiled.
#[derive(PartialEq)]
enum Key {
    Name(Name),
    Days(Days),
    Said(Said),
    Much(Much),
}

impl Key {
    fn tie(&self, other: &Self) -> Option<Tie> {
        match (self, other) {
            (Self::Name(a), Self::Name(b)) => a.tie(b),
            (Self::Days(a), Self::Days(b)) => a.tie(b),
            (Self::Said(a), Self::Said(b)) => a.tie(b),
            (Self::Much(a), Self::Much(b)) => a.tie(b),
            _ => None,
        }
    }
}

/// Something found in one of the articles.
struct Find {
    article: usize,
    key: Key,
    /// Where it stands among the others; equals stay as they come.
    order: (i64, i64),
    label: String,
    words: String,
    marks: Vec<usize>,
    certainty: Certainty,
}

/// Compares two or more articles. Reads nothing but their reports and quoted words; quadratic in the
/// number of entities, dates, amounts and quotes of a kind.
pub fn compare(readings: &[Reading]) -> Comparison {
    let entities = |kind, of| section(kind, readings.len(), named(readings, of));
    let sections = [
        entities(Kind::Person, EntityType::Person),
        entities(Kind::Organisation, EntityType::Organisation),
        entities(Kind::Place, EntityType::Place),
        section(Kind::Date, readings.len(), dated(readings)),
        section(Kind::Quote, readings.len(), quoted(readings)),
        section(Kind::Amount, readings.len(), counted(readings)),
    ];
    let sections = sections.into_iter().filter(|section| !section.rows.is_empty());
    Comparison { sections: sections.collect() }
}

/// The entities of a type, those that are named most often first.
fn named(readings: &[Reading], of: EntityType) -> Vec<Find> {
    let mut finds = Vec::new();
    for (article, reading) in readings.iter().enumerate() {
        for (at, entity) in reading.report.entities.iter().enumerate() {
            let marks = reading.marks_of(at).to_vec();
            if entity.entity_type == of && !marks.is_empty() {
                let (label, words) = (entity.name.clone(), entity.name.clone());
                let (key, certainty) = (Key::Name(Name::new(entity)), entity.certainty);
                let often = i64::try_from(marks.len()).unwrap_or(i64::MAX);
                let order = (-often, 0);
                finds.push(Find { article, key, order, label, words, marks, certainty });
            }
        }
    }
    finds
}

/// The days, in the order of the calendar; those that are left open come last.
fn dated(readings: &[Reading]) -> Vec<Find> {
    let mut finds = Vec::new();
    for (article, reading) in readings.iter().enumerate() {
        for (at, date) in reading.report.dates.iter().enumerate() {
            let (Some(key), Some(mark)) = (Days::new(date), reading.mark_of(Of::Date(at))) else {
                continue;
            };
            let words = date.span.of(&reading.text).to_owned();
            let (label, certainty) = (strings::date_value(date), date.certainty);
            let (order, key) = (key.range.unwrap_or((i64::MAX, i64::MAX)), Key::Days(key));
            finds.push(Find { article, key, order, label, words, marks: vec![mark], certainty });
        }
    }
    finds
}

/// Speech in marks, in reading order.
fn quoted(readings: &[Reading]) -> Vec<Find> {
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
            let (key, order) = (Key::Said(key), (0, 0));
            finds.push(Find { article, key, order, label, words, marks: vec![mark], certainty });
        }
    }
    finds
}

/// Amounts with a value, in reading order.
fn counted(readings: &[Reading]) -> Vec<Find> {
    let mut finds = Vec::new();
    for (article, reading) in readings.iter().enumerate() {
        for (at, found) in reading.report.amounts.iter().enumerate() {
            let key = Much::new(found, &reading.text);
            let (Some(key), Some(mark)) = (key, reading.mark_of(Of::Amount(at))) else { continue };
            let words = found.span.of(&reading.text).to_owned();
            let (label, certainty) = (amount::in_words(found), found.certainty);
            let (key, order) = (Key::Much(key), (0, 0));
            finds.push(Find { article, key, order, label, words, marks: vec![mark], certainty });
        }
    }
    finds
}

/// Joins the finds of one kind to rows.
fn section(kind: Kind, articles: usize, mut finds: Vec<Find>) -> Section {
    by_number(&mut finds, |find| ordinal(find.order.1));
    by_number(&mut finds, |find| ordinal(find.order.0));
    let tied = |a: usize, b: usize| {
        let (a, b) = (&finds[a], &finds[b]);
        // What an article says twice is one thing, even where the text leaves it open.
        if a.article == b.article && a.key == b.key {
            return Some(Bond::Same.into());
        }
        a.key.tie(&b.key)
    };
    let groups = groups(finds.len(), &|at| finds[at].article, &tied);
    let rows: Vec<Row> = groups.iter().map(|group| row(kind, articles, &finds, group)).collect();
    Section { kind, rows: most_first(rows, articles) }
}

/// Rows that more articles have before the others. A sort would weigh more than it saves in time.
fn most_first(mut rows: Vec<Row>, articles: usize) -> Vec<Row> {
    let mut ordered = Vec::new();
    for number in (1..=articles).rev() {
        let (now, later): (Vec<Row>, Vec<Row>) =
            rows.into_iter().partition(|row| row.cells.iter().flatten().count() == number);
        ordered.extend(now);
        rows = later;
    }
    ordered
}

fn row(kind: Kind, articles: usize, finds: &[Find], group: &Group) -> Row {
    let of = |article: usize| {
        group.items.iter().map(|&at| &finds[at]).filter(move |find| find.article == article)
    };
    let words: Vec<Vec<&str>> =
        (0..articles).map(|article| distinct(of(article).map(|f| &*f.words))).collect();
    let cells: Vec<Option<Cell>> = (0..articles)
        .map(|article| {
            let certainty = of(article).map(|find| find.certainty).min()?;
            let mut marks: Vec<usize> = of(article).flat_map(|f| f.marks.clone()).collect();
            marks.sort_unstable();
            let own = words[article].join(" … ");
            let others = words.iter().enumerate();
            let others: Vec<String> = others
                .filter(|&(at, words)| kind == Kind::Quote && at != article && !words.is_empty())
                .map(|(_, words)| words.join(" "))
                .collect();
            let words = match others.as_slice() {
                [] => vec![(own, true)],
                others => differences(&own, others),
            };
            Some(Cell { words, marks: marks.into(), certainty })
        })
        .collect();
    let in_several = cells.iter().flatten().count() > 1;
    let labels = |items: &[usize]| -> Vec<String> {
        let labels = distinct(items.iter().map(|&at| &*finds[at].label));
        labels.into_iter().map(str::to_owned).collect()
    };
    Row {
        label: label(kind, &labels(&group.items)),
        cells,
        bond: in_several.then_some(group.bond),
        either: labels(&group.either),
    }
}

/// The name of a row: of names the fullest, of speakers all, of values the first.
fn label(kind: Kind, labels: &[String]) -> String {
    let found = match kind {
        Kind::Quote => {
            let said = labels.iter().map(String::as_str).filter(|label| !label.is_empty());
            return strings::either(said);
        }
        Kind::Date | Kind::Amount => labels.first(),
        _ => labels.iter().rev().max_by_key(|label| label.chars().count()),
    };
    found.cloned().unwrap_or_default()
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
