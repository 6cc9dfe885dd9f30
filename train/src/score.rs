//! Strict scores of a tagger on annotated articles: same span, same label.

use std::collections::BTreeSet;

use newsmark::{
    entities::{
        Reading,
        gazetteer::Extra,
        merge,
        tagger::{self, Class, Model},
    },
    text::Document,
};

use crate::article::{Line, offsets};

/// Right ones, found ones, and ones to find.
#[derive(Clone, Copy, Debug, Default)]
pub struct Counts {
    pub right: usize,
    pub found: usize,
    pub gold: usize,
}

impl Counts {
    /// F1 in percent.
    pub fn f1(self) -> f64 {
        200.0 * self.right as f64 / (self.found + self.gold).max(1) as f64
    }
}

/// The label of a class where `labels` count.
fn label(class: Class, labels: &[&str]) -> &'static str {
    match class {
        Class::Person => "PER",
        Class::Organisation => "ORG",
        Class::Place | Class::Facility => "LOC",
        Class::Group if labels.contains(&"NORP") => "NORP",
        _ => "MISC",
    }
}

/// The label of a set's own scheme in that of the scores.
fn gold_label<'l>(name: &'l str, labels: &[&str]) -> &'l str {
    if labels.contains(&name) {
        return name;
    }
    match name {
        "PER" | "person" | "Person" | "politician" => "PER",
        "ORG" | "organization" | "Organization" | "corporation" | "group" | "politicalparty"
        | "organisation" => "ORG",
        "LOC" | "location" | "Location" | "place" | "Facility" | "country" => "LOC",
        "Date" | "Money" | "abstract" | "animal" | "plant" | "substance" => "",
        _ => "MISC",
    }
}

/// Scores `model` on some articles.
pub fn score(lines: &[Line], model: &Model, names: Option<&Extra>, labels: &[&str]) -> Counts {
    let mut counts = Counts::default();
    for line in lines {
        let document = Document::read(&line.text, &[]);
        let reading = Reading::with(&document, names);
        let rules = newsmark::entities::propose(&reading);
        let offsets = offsets(&line.text);
        let point = |byte: usize| offsets.partition_point(|&o| o < byte);
        let found: BTreeSet<_> = merge::find(&reading, model, rules)
            .into_iter()
            .filter_map(|name| {
                let span = document.to_source(reading.span(name.from, name.end)?);
                let label = label(tagger::class(name.entity_type, name.subtype), labels);
                labels.contains(&label).then(|| (point(span.start()), point(span.end()), label))
            })
            .collect();
        let gold: BTreeSet<_> = (line.entities.iter())
            .map(|e| (e.start, e.end, gold_label(&e.label, labels)))
            .filter(|e| labels.contains(&e.2))
            .collect();
        counts.right += found.intersection(&gold).count();
        counts.found += found.len();
        counts.gold += gold.len();
    }
    counts
}
