//! The turns of an interview or transcript: paragraphs that begin with a name and a colon.

use std::collections::BTreeMap;

use super::{
    draft::Draft,
    rows,
    speaker::Cast,
    view::Scene,
    words::{Class, Word},
};
use crate::{
    report::{
        Block, BlockKind, Certainty, Cue, CueClass, EntityType, Marks, Piece, QuoteKind, Source,
        SourceForm,
    },
    span::Span,
    text::TokenKind,
};

/// How many tokens a name before a colon may have.
const LABEL: usize = 7;
/// How often each of two names must come for a text to be a conversation.
const TURNS: usize = 2;

/// A paragraph with a name in front.
struct Turn {
    block: usize,
    label: Span,
    colon: Span,
    words: Span,
}

/// Every turn, where at least two take turns.
pub(crate) fn find(scene: &Scene<'_>, cast: &Cast<'_>) -> Vec<Draft> {
    let blocks = scene.document.blocks().iter().enumerate();
    let turns: Vec<Turn> = blocks.filter_map(|(b, block)| turn(scene, b, block)).collect();
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    for turn in &turns {
        *counts.entry(scene.text(turn.label)).or_default() += 1;
    }
    if counts.values().filter(|&&n| n >= TURNS).count() < 2 {
        return Vec::new();
    }
    turns.into_iter().map(|turn| draft(scene, cast, &turn)).collect()
}

fn turn(scene: &Scene<'_>, index: usize, block: &Block) -> Option<Turn> {
    if block.kind == BlockKind::Boilerplate {
        return None;
    }
    let first = scene.document.token_at(block.span.start());
    let words = scene.words.get(first..)?;
    let colon = words.iter().take(LABEL).position(|w| scene.text(w.span) == ":")?;
    let label = words.get(..colon)?;
    let named = |w: &Word| {
        w.capital && w.kind == TokenKind::Word && !w.class.is(Class::CALENDAR)
            || matches!(scene.text(w.span), "-" | "." | "‑" | "of" | "the")
    };
    let (from, to) = (label.first()?, label.last()?);
    if !label.iter().all(named) || !from.capital {
        return None;
    }
    let colon = words.get(colon)?.span;
    let rest = Span::new(scene.document.text(), colon.end(), block.span.end())?;
    let words = scene.text(rest);
    let start = rest.start() + words.len() - words.trim_start().len();
    let words = Span::new(scene.document.text(), start, start + words.trim().len())?;
    let marked = scene.text(words).starts_with(super::marks::is_mark);
    let label = from.span.to(to.span);
    (!marked && !words.is_empty() && label.start() >= block.span.start()).then_some(Turn {
        block: index,
        label,
        colon,
        words,
    })
}

fn draft(scene: &Scene<'_>, cast: &Cast<'_>, turn: &Turn) -> Draft {
    let form = match cast.kind_at(turn.label) {
        Some(EntityType::Organisation) => SourceForm::Organisation,
        _ if scene.text(turn.label).len() == 1 => SourceForm::Unnamed,
        _ => SourceForm::Name,
    };
    Draft {
        marked: None,
        kind: QuoteKind::Direct,
        content: vec![Piece { span: turn.words, marked: false }],
        block: turn.block,
        cue: Some(Cue {
            span: turn.colon,
            lemma: ":".to_owned(),
            class: CueClass::Other,
            negated: false,
            hedge: None,
        }),
        source: Some(Source { span: turn.label, form, inherited: false }),
        medium: None,
        addressee: None,
        utterance: None,
        parent: None,
        marks: Marks::None,
        certainty: Certainty::Likely,
        rule: &rows::TURN,
    }
}
