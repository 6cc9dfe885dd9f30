//! Reported speech without marks: the clause that a verb of saying governs.

use std::collections::BTreeSet;

use super::{
    attribution::{Attribution, Attributions},
    clause::{self, Clause},
    draft::{self, Draft},
    kinds,
    marks::Marked,
    rows,
    source::Range,
    speaker::Cast,
    view::{Item, Scene},
    words::Class,
};
use crate::{
    report::{BlockKind, Certainty, CueClass, Marks, Piece, QuoteKind},
    span::Span,
    text::TokenKind,
};

/// How many words may lead up to the marks.
const LEAD: usize = 40;

/// Every clause of reported speech, and what became of the passages in marks that stand in one.
pub(crate) fn find(
    scene: &Scene<'_>,
    cast: &Cast<'_>,
    found: &Attributions,
) -> (Vec<Draft>, Passages) {
    let (mut drafts, mut passages) = (Vec::new(), Passages::default());
    for (v, view) in found.views.iter().enumerate() {
        let kind = scene.document.blocks().get(view.block).map(|b| b.kind);
        let reads = matches!(
            kind,
            Some(
                BlockKind::Paragraph
                    | BlockKind::List
                    | BlockKind::Caption
                    | BlockKind::Headline
                    | BlockKind::Subheading
            )
        );
        if view.inside.is_some() || !reads {
            continue;
        }
        let spoken = speaking_hits(found, v);
        for h in 0..found.hits[v].len() {
            let hit = &found.hits[v][h];
            if spoken.binary_search(&h).is_ok() {
                if let Some(clause) = led_up_to(scene, found, v, h)
                    && let Some(draft) = drawn_up(scene, cast, found, v, &clause, &mut passages)
                {
                    drafts.push(draft);
                }
                continue;
            }
            if !(hit.clause || hit.reports || hit.infinitive || clause::SEEN.contains(&hit.lemma)) {
                continue;
            }
            let clause = scene
                .before_cue(view, &found.hits[v], h)
                .or_else(|| scene.after_cue(view, &found.hits[v], h));
            let Some(clause) = clause else { continue };
            if let Some(draft) = drawn_up(scene, cast, found, v, &clause, &mut passages) {
                drafts.push(draft);
            }
        }
    }
    (drafts, passages)
}

/// Passages in marks that stand in a clause of reported speech.
#[derive(Debug, Default)]
pub(crate) struct Passages {
    /// Those that became part of it.
    pub(crate) absorbed: BTreeSet<usize>,
    /// Single words that stay quotes of their own, with the cue that governs them.
    pub(crate) inner: Vec<(usize, Attribution)>,
}

/// The hits of view `v` that introduce speech in marks.
fn speaking_hits(found: &Attributions, v: usize) -> Vec<usize> {
    let quotes = found.views[v].items.iter().filter_map(|item| match item {
        Item::Quote(quote, _) => found.of[*quote].as_ref(),
        Item::Word(_) => None,
    });
    let direct = |a: &&Attribution| a.view == v && a.close && a.rule.id != rows::NAMED.id;
    let mut hits: Vec<usize> = quotes.filter(direct).filter_map(|a| a.hit).collect();
    hits.sort_unstable();
    hits.dedup();
    hits
}

/// "The town would pay “whatever it costs”, Marsh said": the clause begins before the marks.
fn led_up_to(scene: &Scene<'_>, found: &Attributions, v: usize, h: usize) -> Option<Clause> {
    let view = &found.views[v];
    let p = view.items.iter().take(LEAD).position(|i| matches!(i, Item::Quote(..)))?;
    let Item::Quote(quote, _) = view.items[p] else { return None };
    let after = found.of[quote].as_ref().is_some_and(|a| {
        a.hit == Some(h)
            && a.view == v
            && (a.rule.id == rows::AFTER.id || a.rule.id == rows::ACCORDING.id)
    });
    let from = usize::from(scene.has(view, 0, Class::COORDINATOR));
    let noun = scene.word(view, p.checked_sub(1)?).is_some_and(|w| w.kind != TokenKind::Mark);
    // "Talks “are our dream,” she said": the verb is inside the marks.
    let inside = Marked::inside(scene.document.text(), scene.marked[quote].pieces[0]);
    let predicate = inside.starts_with(char::is_lowercase) && inside.contains(' ');
    let leads = h == 0 && noun && (p > from + 1 && scene.verbal(view, from, p) || predicate);
    (after && leads).then(|| Clause {
        rule: &rows::REPORTED_BEFORE,
        hit: h,
        runs: vec![Range { from, to: p + 1 }],
    })
}

fn drawn_up(
    scene: &Scene<'_>,
    cast: &Cast<'_>,
    found: &Attributions,
    v: usize,
    clause: &Clause,
    passages: &mut Passages,
) -> Option<Draft> {
    let view = &found.views[v];
    let (mut content, mut marked) = (Vec::new(), Vec::new());
    for run in &clause.runs {
        let mut from = run.from;
        for at in run.from..=run.to {
            let quote =
                (at < run.to).then(|| view.items.get(at)).flatten().and_then(|item| match item {
                    Item::Quote(quote, piece) if !kinds::is_name(scene, found, *quote) => {
                        Some((*quote, *piece))
                    }
                    Item::Quote(..) | Item::Word(_) => None,
                });
            if at < run.to && quote.is_none() {
                continue;
            }
            if let Some(span) = scene
                .span(view, from, at)
                .filter(|s| scene.text(*s).contains(char::is_alphanumeric))
            {
                content.push(Piece { span: trimmed(scene, span), marked: false });
            }
            if let Some((quote, piece)) = quote {
                content.push(Piece { span: scene.marked[quote].pieces[piece], marked: true });
                marked.push(quote);
            }
            from = at + 1;
        }
    }
    if !marked.is_empty() {
        // Passages of several paragraphs stay quotes of their own; so does a single word, which the
        // clause has inside it.
        let words: usize = content
            .iter()
            .filter(|p| p.marked)
            .map(|p| scene.text(p.span).split_whitespace().count())
            .sum();
        let whole = marked.iter().all(|&m| {
            let passage = &scene.marked[m];
            let elsewhere = found.hits[v][clause.hit].class == CueClass::AccordingTo
                && found.of[m].as_ref().is_some_and(|a| a.close && a.hit != Some(clause.hit));
            passage.pieces.len() == 1 && !elsewhere && !passages.absorbed.contains(&m)
        });
        if !whole || content.iter().all(|p| p.marked) {
            return None;
        }
        if words < 2 {
            content = clause
                .runs
                .iter()
                .filter_map(|run| scene.span(view, run.from, run.to))
                .map(|span| Piece { span, marked: false })
                .collect();
            let by = found.by_hit(v, clause.hit, &rows::WITHIN, false);
            passages.inner.extend(marked.drain(..).map(|m| (m, by.clone())));
        }
        passages.absorbed.extend(&marked);
    }
    let attribution = found.by_hit(v, clause.hit, clause.rule, true);
    let mixed = !marked.is_empty();
    let mut draft = Draft {
        marked: marked.first().copied(),
        kind: if mixed { QuoteKind::Mixed } else { QuoteKind::Indirect },
        content,
        block: view.block,
        cue: None,
        source: None,
        medium: None,
        addressee: None,
        utterance: None,
        parent: None,
        marks: marked
            .iter()
            .map(|&m| scene.marked[m].marks)
            .find(|m| *m != Marks::Ok)
            .unwrap_or(if mixed { Marks::Ok } else { Marks::None }),
        certainty: if mixed { Certainty::Likely } else { Certainty::Check },
        rule: if mixed { &rows::MIXED } else { clause.rule },
    };
    draft::attribute(scene, cast, found, &attribution, &mut draft);
    let sure = !mixed
        && clause.rule.id != rows::UNDERTAKEN.id
        && draft.cue.as_ref().is_some_and(|c| c.class != CueClass::Other)
        && draft.source.is_some();
    if sure {
        draft.certainty = Certainty::Likely;
    }
    (!draft.content.is_empty()).then_some(draft)
}

/// `span` without a comma or colon at its end: they lead on to what stands in marks.
fn trimmed(scene: &Scene<'_>, span: Span) -> Span {
    let words = scene.text(span).trim_end_matches([',', ':', ' ']);
    Span::new(scene.document.text(), span.start(), span.start() + words.len()).unwrap_or(span)
}
