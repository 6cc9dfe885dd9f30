//! A quote in the making: everything but ids and the speaker.

use super::{
    attribution::{Attribution, Attributions},
    hits::Hit,
    kinds, rows,
    source::Range,
    speaker::Cast,
    view::{Scene, View},
    words::Class,
};
use crate::{
    report::{Certainty, Cue, CueClass, EntityType, Marks, Piece, QuoteKind, Source, SourceForm},
    rules::Rule,
    span::Span,
    text::TokenKind,
};

/// A quote without id and speaker.
#[derive(Clone, Debug)]
pub(crate) struct Draft {
    /// The passage in marks, if it has marks.
    pub(crate) marked: Option<usize>,
    /// What kind of quote.
    pub(crate) kind: QuoteKind,
    /// Its pieces.
    pub(crate) content: Vec<Piece>,
    /// The block in which it begins.
    pub(crate) block: usize,
    /// The cue.
    pub(crate) cue: Option<Cue>,
    /// The source's words.
    pub(crate) source: Option<Source>,
    /// What it was said in.
    pub(crate) medium: Option<Span>,
    /// To whom.
    pub(crate) addressee: Option<Span>,
    /// Parts of one utterance share it.
    pub(crate) utterance: Option<(usize, Span)>,
    /// The passage that it stands in.
    pub(crate) parent: Option<usize>,
    /// The state of its marks.
    pub(crate) marks: Marks,
    /// How sure.
    pub(crate) certainty: Certainty,
    /// The rule that found it.
    pub(crate) rule: &'static Rule,
}

impl Draft {
    /// Where the source stands.
    pub(crate) fn source_span(&self) -> Option<Span> {
        self.source.as_ref().map(|s| s.span)
    }

    /// Its first piece.
    pub(crate) fn first(&self) -> Span {
        self.content.first().map(|p| p.span).unwrap_or_default()
    }

    /// From its first piece to its last.
    pub(crate) fn extent(&self) -> Span {
        let first = self.first();
        self.content.last().map_or(first, |last| first.to(last.span))
    }
}

/// One draft for each passage in marks.
pub(crate) fn marked(scene: &Scene<'_>, cast: &Cast<'_>, found: &Attributions) -> Vec<Draft> {
    let kinds = kinds::all(scene, found);
    (scene.marked.iter().zip(kinds).enumerate())
        .map(|(m, (passage, (kind, rule)))| {
            let spoken = matches!(
                kind,
                QuoteKind::Direct | QuoteKind::Partial | QuoteKind::Mixed | QuoteKind::Other
            );
            let mut draft = Draft {
                marked: Some(m),
                kind,
                content: passage
                    .pieces
                    .iter()
                    .map(|span| Piece { span: *span, marked: true })
                    .collect(),
                block: passage.block,
                cue: None,
                source: None,
                medium: None,
                addressee: None,
                utterance: None,
                parent: passage.parent,
                marks: passage.marks,
                certainty: Certainty::Sure,
                rule,
            };
            let attribution = found.of[m].as_ref().filter(|_| spoken);
            if let Some(attribution) = attribution {
                attribute(scene, cast, found, attribution, &mut draft);
            }
            draft.certainty = certainty(&draft, attribution);
            draft
        })
        .collect()
}

fn certainty(draft: &Draft, attribution: Option<&Attribution>) -> Certainty {
    let by_kind = match draft.kind {
        QuoteKind::Direct if attribution.is_some() => Certainty::Sure,
        QuoteKind::Direct | QuoteKind::Partial | QuoteKind::Mixed | QuoteKind::Title => {
            Certainty::Likely
        }
        _ => Certainty::Check,
    };
    match draft.marks {
        Marks::Ok | Marks::Continued | Marks::None => by_kind,
        Marks::Mismatched => by_kind.min(Certainty::Likely),
        Marks::Unclosed | Marks::Repaired => Certainty::Check,
    }
}

/// Fills in cue, source, medium and addressee.
pub(crate) fn attribute(
    scene: &Scene<'_>,
    cast: &Cast<'_>,
    found: &Attributions,
    from: &Attribution,
    draft: &mut Draft,
) {
    let view = &found.views[from.view];
    let hit = from.hit.map(|h| &found.hits[from.view][h]);
    draft.cue = hit.and_then(|hit| cue(scene, view, hit)).or_else(|| mark_cue(scene, from));
    draft.source = from.source.and_then(|range| source(scene, cast, view, range, from.inherited));
    if let Some(hit) = hit {
        medium(scene, cast, view, hit, draft);
    }
    let key = draft.cue.as_ref().map(|c| c.span).or(draft.source_span());
    draft.utterance =
        key.filter(|_| from.rule.id != rows::PARAGRAPH.id).map(|span| (from.view, span));
}

/// The cue of a hit.
pub(crate) fn cue(scene: &Scene<'_>, view: &View, hit: &Hit) -> Option<Cue> {
    Some(Cue {
        span: scene.span(view, hit.at, hit.to)?,
        lemma: hit.lemma.to_owned(),
        class: hit.class,
        negated: hit.negated,
        hedge: hit.hedge.and_then(|i| scene.span(view, i, i + 1)),
    })
}

fn mark_cue(scene: &Scene<'_>, from: &Attribution) -> Option<Cue> {
    let span = from.mark?;
    let lemma = scene.text(span).to_owned();
    Some(Cue { span, lemma, class: CueClass::Other, negated: false, hedge: None })
}

/// The source's words and how they name the speaker.
pub(crate) fn source(
    scene: &Scene<'_>,
    cast: &Cast<'_>,
    view: &View,
    range: Range,
    inherited: bool,
) -> Option<Source> {
    let span = scene.span(view, range.from, range.to)?;
    let form = form(scene, cast, view, range, span);
    Some(Source { span, form, inherited })
}

/// How the words name the speaker: by the head of the phrase, before "of", "for" or a comma.
fn form(scene: &Scene<'_>, cast: &Cast<'_>, view: &View, range: Range, span: Span) -> SourceForm {
    let words = || (range.from..range.to).filter_map(|i| scene.word(view, i));
    let any = |class: Class| words().any(|w| w.class.is(class));
    if range.to == range.from + 1 && any(Class::PRONOUN.or(Class::POSSESSIVE)) {
        return SourceForm::Pronoun;
    }
    if cast.names_person(scene.document.text(), span) {
        return SourceForm::Name;
    }
    let head = words()
        .take_while(|w| {
            let comma = w.kind == TokenKind::Mark && scene.text(w.span) == ",";
            !comma && (w.capital || !w.class.is(Class::PREPOSITION))
        })
        .filter(|w| !matches!(w.kind, TokenKind::Mark | TokenKind::Clitic))
        .last();
    let is = |class: Class| head.is_some_and(|w| w.class.is(class));
    let named = words().enumerate().any(|(i, w)| {
        let article = w.class.is(Class::DETERMINER.or(Class::POSSESSIVE));
        w.capital && w.kind == TokenKind::Word && (i > 0 || !article)
    });
    let capital = head.is_some_and(|w| w.capital);
    let body = matches!(cast.kind_at(span), Some(EntityType::Organisation | EntityType::Place));
    if is(Class::DOCUMENT) && !capital {
        SourceForm::Document
    } else if is(Class::BODY) || body && capital && !is(Class::PERSON_NOUN) {
        SourceForm::Organisation
    } else if any(Class::UNNAMED) && !named {
        SourceForm::Unnamed
    } else if is(Class::PERSON_NOUN) || !capital || !named {
        SourceForm::Description
    } else {
        SourceForm::Name
    }
}

/// "told the BBC", "wrote on X", "said in a statement", "told reporters".
fn medium(scene: &Scene<'_>, cast: &Cast<'_>, view: &View, hit: &Hit, draft: &mut Draft) {
    let mut after = hit.to;
    if let Some(range) = hit.hearer {
        let span = scene.span(view, range.from, range.to);
        let paper = span.and_then(|s| cast.kind_at(s)) == Some(EntityType::Organisation);
        if paper {
            draft.medium = span;
        } else {
            draft.addressee = span;
        }
        after = range.to;
    } else if let Some(range) = hit.source.filter(|_| hit.inverted) {
        after = range.to;
    }
    if draft.medium.is_none() && scene.is_any(view, after, &["on", "in", "via"]) {
        let object = scene.phrase_after(view, after + 1);
        let carries = Class::MEDIUM.or(Class::DOCUMENT);
        draft.medium = object
            .filter(|r| {
                (r.from..r.to).any(|i| scene.has(view, i, carries))
                    || scene.is(view, r.to - 1, "interview")
            })
            .and_then(|r| scene.span(view, r.from, r.to));
    }
}
