//! The article's own date.

use super::{
    civil::Day,
    expr::{Expression, Name, Pick, Time},
    solve,
    value::Place,
};
use crate::{
    options::Options,
    report::{BlockKind, Found, Published, PublishedCandidate, Why},
    span::Span,
    text::Document,
};

/// How many blocks at the top may hold the date.
const TOP: usize = 8;
/// The longest line, in bytes, that is about the article rather than of it.
const SHORT: usize = 120;

/// Given, else stated in the text, else solved from it.
pub(super) fn published(document: &Document, found: &[Expression], options: &Options) -> Published {
    if let Some(day) = options.published.as_deref().and_then(Day::parse) {
        return Published {
            value: Some(day.to_string()),
            from: Found::Given,
            ..Published::default()
        };
    }
    if let Some((day, expression)) = stated(document, found) {
        return match expression.other {
            None => Published {
                value: Some(day.to_string()),
                from: Found::Found,
                span: Some(expression.span),
                candidates: Vec::new(),
            },
            // Day or month first: the reader is asked.
            Some(other) => Published {
                span: Some(expression.span),
                candidates: both_ways(day, other, expression),
                ..Published::default()
            },
        };
    }
    let filed = dateline(document, found);
    let candidates = match filed {
        Some(expression) => solve::years(document, found, expression),
        None => solve::candidates(document, found),
    };
    solved(candidates)
}

/// The two days that digits may mean.
fn both_ways(day: Day, other: Place, expression: &Expression) -> Vec<PublishedCandidate> {
    let candidate = |value: String, note: &'static str| {
        let why = Why::rule(expression.rule).noting(note).with([expression.span]);
        PublishedCandidate { value, why }
    };
    vec![
        candidate(day.to_string(), "as the article's digits are most likely meant"),
        candidate(other.value(), "with day and month the other way round"),
    ]
}

fn solved(candidates: Vec<PublishedCandidate>) -> Published {
    match candidates.as_slice() {
        [only] => Published {
            value: Some(only.value.clone()),
            from: Found::Solved,
            span: None,
            candidates,
        },
        _ => Published { candidates, ..Published::default() },
    }
}

/// The day that a line about the article states: at the very beginning of the text, after
/// `Published`, in a byline or dateline, or on a short line of its own. A line that says when it was
/// updated counts only when no other line has a date.
fn stated<'a>(document: &Document, found: &'a [Expression]) -> Option<(Day, &'a Expression)> {
    let mut updated = None;
    for expression in found {
        let Some(day) = full_day(&expression.time) else { continue };
        let Some(at) = document.block_at(expression.span.start()) else { continue };
        let from_end = document.blocks().len() - at;
        if at >= TOP && from_end > 3 {
            continue;
        }
        let Some(block) = document.blocks().get(at) else { continue };
        let lead = Span::new(document.text(), block.span.start(), expression.span.start())
            .map_or("", |lead| lead.of(document.text()))
            .to_ascii_lowercase();
        if !is_stated(document, block.kind, block.span, expression.span, &lead, at < TOP) {
            continue;
        }
        if lead.contains("updated") || lead.contains("modified") {
            updated = updated.or(Some((day, expression)));
        } else {
            return Some((day, expression));
        }
    }
    updated
}

/// A day without its year where the article says when it was filed: `KYIV, March 3 (Reuters)`.
fn dateline<'a>(document: &Document, found: &'a [Expression]) -> Option<&'a Expression> {
    found.iter().find(|expression| {
        let Time::Named(Name::MonthDay(..), Pick::Nearest) = expression.time else { return false };
        let at = document.block_at(expression.span.start()).filter(|&at| at < TOP);
        let Some(block) = at.and_then(|at| document.blocks().get(at)) else { return false };
        let lead = Span::new(document.text(), block.span.start(), expression.span.start())
            .map_or("", |lead| lead.of(document.text()));
        let rest = document.text().get(expression.span.end()..block.span.end()).unwrap_or_default();
        let agency = rest.trim_start().starts_with(['(', '—', '–', '-']);
        matches!(block.kind, BlockKind::Dateline)
            || agency
                && lead.len() <= 60
                && (lead.is_empty() || is_capital(block.span, document, lead.len()))
    })
}

fn is_stated(
    document: &Document,
    kind: BlockKind,
    block: Span,
    date: Span,
    lead: &str,
    top: bool,
) -> bool {
    let said = ["published", "posted", "date", "updated", "modified", "issued", "filed"];
    let keyword = said.iter().any(|word| {
        lead.trim_end_matches([':', ' ', ',']).ends_with(word)
            || lead.trim_end_matches([':', ' ']).ends_with(&format!("{word} on"))
            || lead.starts_with(word) && lead.len() < 40
    });
    let first =
        top && document.blocks().first().is_some_and(|b| b.span == block) && lead.trim().is_empty();
    let meta = top && matches!(kind, BlockKind::Byline | BlockKind::Dateline);
    // A short line without a full stop: the date, a name, a place.
    let text = block.of(document.text());
    let short = top
        && text.len() <= SHORT
        && text.len() <= date.len() + 60
        && !text.ends_with(['.', '!', '?', '”', '"']);
    // `ARDEN, March 3, 2021 (Wire) — …`
    let dateline = top
        && lead.len() <= 60
        && lead.ends_with([',', '—', '–', '-', ' '])
        && is_capital(block, document, lead.len());
    keyword && (top || lead.len() < 40)
        || first && has_line_before(text, date, block)
        || meta
        || short
        || dateline
}

/// Whether the date that opens the first block is set off from it: a machine's prefix, or a line.
fn has_line_before(text: &str, date: Span, block: Span) -> bool {
    let rest = text.get(date.end() - block.start()..).unwrap_or_default();
    // In a sentence (`2021 was …`, `On 4 October …`) a comma or a verb in lower case goes on.
    rest.trim_start().chars().next().is_none_or(|c| !c.is_lowercase() && c != ',')
}

/// Whether the words before the date are a place in capitals, as in a dateline.
fn is_capital(block: Span, document: &Document, len: usize) -> bool {
    let lead = block.of(document.text()).get(..len).unwrap_or_default();
    let word = lead.split([',', ' ']).next().unwrap_or_default();
    word.len() > 1 && word.chars().all(|c| c.is_uppercase() || !c.is_alphabetic())
}

/// The day that an expression gives in full.
fn full_day(time: &Time) -> Option<Day> {
    match time {
        Time::Fixed(Place::Day(day)) => Some(*day),
        Time::At(Some(day), _) => full_day(day),
        _ => None,
    }
}
