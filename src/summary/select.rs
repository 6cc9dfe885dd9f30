//! Which sentences carry the article, and why.

use std::cmp::Reverse;

use super::{
    Findings,
    features::{self, Features},
};
use crate::{
    report::{KeySentence, Why},
    rules::Rule,
    text::Document,
};

/// The rules of this layer.
pub(super) const RULES: &[&Rule] = &[&WHOLE, &LEAD, &NAMES, &HEADLINE, &TOPIC, &QUOTE];

static WHOLE: Rule = Rule {
    id: "summary.whole",
    note: "the article has no more sentences than this",
    hits: &["⟦The mill in Orsk shut on Friday.⟧ ⟦Nobody was told.⟧", "⟦Rain fell.⟧"],
    misses: &["", "One fell. Two fell. Three fell. Four fell."],
};

static LEAD: Rule = Rule {
    id: "summary.lead",
    note: "first sentence of the article",
    hits: &[
        "⟦The old mill in the valley shut its doors for good this morning.⟧ Snow fell on the roofs \
         all day long and nobody minded. Nobody in the street had been told about any of it. The \
         buses ran late again because of the ice on the bridge.",
        "Mill shuts its doors\n\n⟦The old mill in the valley shut its doors for good this \
         morning.⟧ Snow fell on the roofs all day long and nobody minded. Nobody in the street had \
         been told about any of it. The buses ran late again because of the ice on the bridge.",
    ],
    misses: &["Rain fell. Snow fell.", ""],
};

static NAMES: Rule =
    Rule { id: "summary.names", note: "names what the article names most", hits: &[], misses: &[] };
static HEADLINE: Rule =
    Rule { id: "summary.headline", note: "takes up the headline's words", hits: &[], misses: &[] };
static TOPIC: Rule = Rule {
    id: "summary.topic",
    note: "shares the most words with the rest of the article",
    hits: &[],
    misses: &[],
};
static QUOTE: Rule = Rule {
    id: "summary.quote",
    note: "someone says it in their own words",
    hits: &[],
    misses: &[],
};

/// What each feature counts, per mille: tuned by reading the choices on articles of our own.
const LEAD_WEIGHT: u32 = 1000;
const NAMES_WEIGHT: u32 = 700;
const HEADLINE_WEIGHT: u32 = 600;
const TOPIC_WEIGHT: u32 = 600;
const QUOTE_WEIGHT: u32 = 250;
const FACTS_WEIGHT: u32 = 150;

/// Three to five sentences in reading order, verbatim; all when there are fewer.
pub(super) fn key_sentences(document: &Document, found: &Findings<'_>) -> Vec<KeySentence> {
    let features = features::of(document, found);
    let wanted = match features.len() {
        0..=15 => 3,
        16..=30 => 4,
        _ => 5,
    };
    let sentences = document.sentences();
    let mut scored: Vec<(usize, u32, Why)> = if features.len() <= wanted {
        features.iter().map(|&(i, _)| (i, 1000, Why::rule(&WHOLE))).collect()
    } else {
        let mut scored: Vec<_> =
            features.iter().map(|(i, f)| (*i, score(f), why(f, found))).collect();
        scored.sort_by_key(|&(i, score, _)| (Reverse(score), i));
        scored.truncate(wanted);
        scored
    };
    let best = scored.iter().map(|&(_, score, _)| score).max().unwrap_or(1).max(1);
    scored.sort_by_key(|&(i, ..)| i);
    scored
        .into_iter()
        .map(|(i, score, why)| KeySentence {
            span: sentences[i].span,
            score: score * 1000 / best,
            why,
        })
        .collect()
}

fn parts(f: &Features) -> [(u32, &'static Rule); 5] {
    [
        (f.lead * LEAD_WEIGHT, &LEAD),
        (f.names * NAMES_WEIGHT, &NAMES),
        (f.headline * HEADLINE_WEIGHT, &HEADLINE),
        (f.topic * TOPIC_WEIGHT, &TOPIC),
        (f.quote * QUOTE_WEIGHT, &QUOTE),
    ]
}

fn score(f: &Features) -> u32 {
    let sum =
        parts(f).iter().map(|(part, _)| part / 1000).sum::<u32>() + f.facts * FACTS_WEIGHT / 1000;
    sum * f.form / 1000
}

/// The feature that weighs most. Only the first sentence is chosen for being first.
fn why(f: &Features, found: &Findings<'_>) -> Why {
    let first = f.lead == 1000;
    let (_, rule) = parts(f)
        .into_iter()
        .filter(|(_, rule)| first || rule.id != LEAD.id)
        .max_by_key(|&(part, rule)| (part, Reverse(rule.id)))
        .unwrap_or((0, &TOPIC));
    let why = Why::rule(rule);
    match f.main {
        Some((entity, span)) if rule.id == NAMES.id => {
            let entity = &found.entities[entity];
            let times =
                if entity.count == 1 { "once".into() } else { format!("{} times", entity.count) };
            why.noting(format!("names {}, named {times} in the article", entity.name)).with([span])
        }
        _ => why,
    }
}
