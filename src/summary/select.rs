//! Which sentences carry the article, and why.

use std::cmp::Reverse;

use super::{
    Findings,
    features::{self, Features},
};
use crate::{
    report::{Entity, KeySentence, Why},
    rules::Rule,
    span::{self, Span},
    text::Document,
};

/// The rules of this layer.
pub(super) const RULES: &[&Rule] = &[&WHOLE, &LEAD, &EARLY, &NAMES, &HEADLINE, &TOPIC, &QUOTE];

static WHOLE: Rule = Rule {
    id: "summary.whole",
    note: "the article has no more sentences than this",
    hits: &["⟦The mill in Orsk shut on Friday.⟧ ⟦Nobody was told.⟧", "⟦Rain fell.⟧"],
    misses: &["", "One fell. Two fell. Three fell. Four fell."],
}
.lean();

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
}
.lean();

static EARLY: Rule = Rule {
    id: "summary.early",
    note: "stands near the beginning",
    hits: &[
        "Nobody in the street had been told about any of it. ⟦The buses ran late because of the \
         ice.⟧ ⟦Snow fell on every roof of our town and stayed.⟧ Then came the night, and nothing \
         moved at all.",
        "They left at dawn and took the road to the hills. ⟦Few looked back at the mill they had \
         built.⟧ ⟦Rain began to fall on those who walked behind.⟧ Someone sang, and then someone \
         else did too.",
    ],
    misses: &["Rain fell. Snow fell.", ""],
}
.lean();

static NAMES: Rule = Rule {
    id: "summary.names",
    note: "names what the article names most",
    hits: &[
        "The winter gap in the line will end with the week. Snow fell on all the roofs of the town \
         without a pause. ⟦Anna Marsh and Tom Ashby had both asked for a new pier in the spring.⟧ \
         The buses ran late because of the ice on the hill. ⟦Ashby did not smile at that.⟧",
        "The winter gap in the line will end with the week. Snow fell on all the roofs of the town \
         without a pause. The buses ran late because of the ice on the hill. ⟦Then Norway lent its \
         best engineers, and Denmark the steel.⟧ Norway was thanked.",
    ],
    misses: &["Anna Marsh left. Tom Ashby stayed.", "Rain fell on Oslo."],
}
.lean();

static HEADLINE: Rule = Rule {
    id: "summary.headline",
    note: "takes up the headline's words",
    hits: &[
        "Council closes swimming pools\n\nSnow fell on every roof of the town without a pause. The \
         buses ran late because of the ice on the bridge. ⟦The council voted to close both swimming \
         pools before summer.⟧ Nobody in the street had been told about any of it.",
        "Harbour bridge reopens early\n\nSnow fell on every roof of the town without a pause. The \
         buses ran late because of the works. ⟦It was the harbour bridge that worried the drivers \
         most.⟧ Nobody in the street had been told about any of it.",
    ],
    misses: &[
        "Council closes swimming pools\n\nThe council voted to close them.",
        "The council voted to close both swimming pools before summer.",
    ],
}.lean();

static TOPIC: Rule = Rule {
    id: "summary.topic",
    note: "shares the most words with the rest of the article",
    hits: &[
        "Nobody in the street had been told about any of it. ⟦The glacier lost more meltwater than \
         any glacier in the valley.⟧ Snow fell on every roof of the town. ⟦That meltwater feeds \
         the lakes below the glacier and the farms around them.⟧ The buses ran late because of the \
         ice.",
        "Nobody in the street had been told about any of it. The buses ran late because of the ice. \
         ⟦Every orchard in the hills lost its apples to the frost of spring.⟧ Snow fell on every \
         roof of the town. ⟦An orchard without apples cannot feed a family through the frost.⟧",
    ],
    misses: &["Rain fell. Snow fell.", "The glacier lost more meltwater than any glacier."],
}.lean();

static QUOTE: Rule = Rule {
    id: "summary.quote",
    note: "someone says it in their own words",
    hits: &[
        "Nobody in the street had been told about any of it. The buses ran late because of the ice. \
         Snow fell on every roof of the town and stayed. ⟦“We will open the pier with the \
         new boat,” said Anna Marsh.⟧",
        "Nobody in the street had been told about any of it. The buses ran late because of the ice. \
         ⟦“They left with the first light and the keys,” Tom Ashby said.⟧ Snow fell on every roof \
         of the town and stayed.",
    ],
    misses: &["“We will,” she said.", "Rain fell. Snow fell."],
}.lean();

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
        // Those that score the same stay in the order of the text.
        span::by_number(&mut scored, |&(_, score, _)| u64::from(u32::MAX - score));
        scored.truncate(wanted);
        scored
    };
    let best = scored.iter().map(|&(_, score, _)| score).max().unwrap_or(1).max(1);
    span::by_number(&mut scored, |&(i, ..)| i as u64);
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
        (f.lead * LEAD_WEIGHT, if f.lead == 1000 { &LEAD } else { &EARLY }),
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

/// The feature that weighs most.
fn why(f: &Features, found: &Findings<'_>) -> Why {
    let (_, rule) = parts(f)
        .into_iter()
        .max_by_key(|&(part, rule)| (part, Reverse(rule.id)))
        .unwrap_or((0, &EARLY));
    let why = Why::rule(rule);
    match f.main {
        Some((entity, span)) if rule.id == NAMES.id => named(why, &found.entities[entity], span),
        _ => why,
    }
}

/// Whether a sentence was chosen because of whom it names.
pub(crate) fn is_for_names(why: &Why) -> bool {
    why.rule == NAMES.id
}

/// `why` with whom the sentence names, and where.
pub(crate) fn named(why: Why, entity: &Entity, span: Span) -> Why {
    let times = if entity.count == 1 { "once".into() } else { format!("{} times", entity.count) };
    why.noting(format!("names {}, named {times} in the article", entity.name)).with([span])
}
