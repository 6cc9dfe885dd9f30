//! What was said, and by whom.
//!
//! `marks` pairs the quotation marks of each paragraph · `view` reads the narrator's sentences around
//! them · `hits` finds verbs (`cues`) and `nouns` of saying there, with `source` for their subjects ·
//! `attribution` joins each passage to its cue, `passing` to a colon or the sentence before ·
//! `kinds` tells speech from terms, titles and nicknames · `reported` finds speech without marks, in
//! the `clause` that a cue governs · `turns` finds the turns of an interview · `speaker` resolves
//! sources to entities, by name, `office` or `pronoun` (and its `gender`).

mod attribution;
mod bounds;
mod clause;
mod cues;
mod draft;
mod gender;
mod hits;
mod kinds;
mod lead_in;
mod marks;
mod nouns;
mod office;
mod passing;
mod pronoun;
mod reported;
mod rows;
mod source;
mod speaker;
mod turns;
mod view;
mod words;

use std::borrow::Cow;

use self::{attribution::Attributions, draft::Draft, speaker::Cast, view::Scene};
use crate::{
    report::{Entity, Marks, Mention, Quote, Warning, Why},
    rules::Rule,
    span::{self, Span},
    text::{Document, FastMap},
};

pub(crate) use words::Memory;

/// The rules of this layer.
pub const RULES: &[&Rule] = rows::ALL;

/// Finds every quote with its cue, source and speaker. Ids (`q1`, …) count in reading order.
pub fn find(
    document: &Document,
    entities: &[Entity],
    mentions: &[Mention],
) -> (Vec<Quote>, Vec<Warning>) {
    find_after(&mut Memory::default(), document, entities, mentions)
}

/// The same with what was kept of the document before.
pub(crate) fn find_after(
    kept: &mut Memory,
    document: &Document,
    entities: &[Entity],
    mentions: &[Mention],
) -> (Vec<Quote>, Vec<Warning>) {
    let scene = Scene::read(document, kept);
    let mut found = Attributions::read(&scene);
    let cast = Cast::new(&scene, entities, mentions);
    let (reported, passages) = reported::find(&scene, &cast, &found);
    for (m, attribution) in passages.inner {
        found.of[m].get_or_insert(attribution);
    }
    let mut drafts = draft::marked(&scene, &cast, &found);
    drafts.retain(|d| !d.marked.is_some_and(|m| passages.absorbed.contains(&m)));
    drafts.extend(reported);
    drafts.extend(turns::find(&scene, &cast));
    span::by_number(&mut drafts, |d| u64::from(d.marked.is_none()));
    // By what begins them; those that begin with the same words by how far they go in all.
    span::in_reading_order(&mut drafts, Draft::extent);
    span::in_reading_order(&mut drafts, Draft::first);
    let voices = cast.voices(&scene, &drafts);

    let ids: FastMap<usize, String> = (drafts.iter().enumerate())
        .filter_map(|(i, d)| Some((d.marked?, format!("q{}", i + 1))))
        .collect();
    let mut utterances: FastMap<(usize, Span), usize> = FastMap::default();
    let mut quotes = Vec::with_capacity(drafts.len());
    for (i, (draft, voice)) in drafts.into_iter().zip(voices).enumerate() {
        let fresh = utterances.len() + quotes.len() + 1;
        let utterance =
            draft.utterance.map_or(fresh, |key| *utterances.entry(key).or_insert(fresh));
        let words = count_words(document.text(), &draft);
        let evidence = draft.cue.iter().map(|c| c.span).chain(draft.source_span());
        quotes.push(Quote {
            id: format!("q{}", i + 1),
            kind: draft.kind,
            why: Why::rule(draft.rule).with(evidence.collect::<Vec<_>>()),
            content: draft.content,
            cue: draft.cue,
            source: draft.source,
            medium: draft.medium,
            addressee: draft.addressee,
            speaker: voice.speaker,
            candidates: voice.candidates,
            utterance: format!("u{utterance}"),
            parent: draft.parent.and_then(|p| ids.get(&p).cloned()),
            marks: draft.marks,
            words,
            certainty: draft.certainty,
        });
    }
    let warnings = warnings(&quotes);
    (quotes, warnings)
}

fn count_words(text: &str, draft: &Draft) -> u32 {
    let words = |span: Span| {
        span.of(text).split_whitespace().filter(|w| w.contains(char::is_alphanumeric)).count()
    };
    draft.content.iter().map(|p| words(p.span) as u32).sum()
}

/// Repaired marks and undecided speakers.
pub(crate) fn warnings(quotes: &[Quote]) -> Vec<Warning> {
    let spans = |wanted: &dyn Fn(&Quote) -> bool| -> Vec<Span> {
        quotes
            .iter()
            .filter(|q| wanted(q))
            .filter_map(|q| q.content.first().map(|p| p.span))
            .collect()
    };
    // What the reader decided is no guess.
    let repaired = spans(&|q| {
        matches!(q.marks, Marks::Unclosed | Marks::Repaired | Marks::Mismatched)
            && !q.why.is_by_reader()
    });
    let undecided = spans(&|q| q.speaker.is_none() && q.candidates.len() > 1);
    let warn = |code: &'static str, message: String, spans: Vec<Span>| {
        (!spans.is_empty()).then_some(Warning { code: Cow::Borrowed(code), message, spans })
    };
    [
        warn(
            "marks-repaired",
            match repaired.len() {
                1 => "A quotation has a missing or odd mark; its end is a guess.".to_owned(),
                n => format!("{n} quotations have a missing or odd mark; their ends are a guess."),
            },
            repaired,
        ),
        warn(
            "speaker-undecided",
            match undecided.len() {
                1 => "A quotation may be by more than one speaker.".to_owned(),
                n => format!("{n} quotations may be by more than one speaker."),
            },
            undecided,
        ),
    ]
    .into_iter()
    .flatten()
    .collect()
}
