//! Which agency or paper an article comes from, as it says itself.

use super::parts::label;
use crate::{
    report::{Block, BlockKind},
    span::Span,
};

/// The agency or paper that the article names as its source: behind "Author: …/" or "Source:", or
/// in brackets before the dash that opens the text.
pub(in super::super) fn source(text: &str, blocks: &[Block]) -> Option<Span> {
    // The place in `block` of its part `words`, which stands after its first `from` bytes.
    let place = |block: Span, from: usize, words: &str| {
        let from = block.start() + from;
        let start = from + text.get(from..block.end())?.find(words)?;
        Span::new(text, start, start + words.len())
    };
    let labelled: Vec<_> = blocks
        .iter()
        .filter(|b| b.kind == BlockKind::Byline)
        .filter_map(|b| label(b.span.of(text)).map(|(label, value)| (b.span, label, value)))
        .collect();
    let agency = labelled.iter().find_map(|&(block, label, value)| {
        let (_, agency) = value.rsplit_once('/')?;
        let agency = trimmed(agency);
        is_agency(agency).then(|| place(block, label.len(), agency))?
    });
    let named = || {
        let mut named = labelled.iter().filter(|(_, label, _)| !label.contains("author"));
        let &(block, label, value) = named.find(|(_, label, _)| label.starts_with(['s', 'a']))?;
        place(block, label.len(), Some(trimmed(value)).filter(|name| !name.is_empty())?)
    };
    let opening = || {
        let datelines = blocks.iter().filter(|b| b.kind == BlockKind::Dateline);
        let first = blocks.iter().find(|b| b.kind == BlockKind::Paragraph);
        let mut spans = datelines.chain(first).map(|b| b.span);
        spans.find_map(|block| place(block, 0, in_brackets(block.of(text))?))
    };
    agency.or_else(named).or_else(opening)
}

/// "Reuters" in "KYIV, March 3 (Reuters) - …".
fn in_brackets(text: &str) -> Option<&str> {
    let (city, rest) = text.split_once('(')?;
    let (agency, rest) = rest.split_once(')')?;
    let dash = rest.trim_start().starts_with(['-', '–', '—']);
    let fits = city.len() <= 60 && city.starts_with(char::is_uppercase) && agency.len() <= 30;
    (dash && fits && !agency.contains('(')).then_some(agency)
}

/// A name without the marks around it.
fn trimmed(name: &str) -> &str {
    name.trim_matches(|c: char| c.is_whitespace() || ".,;:|()[]\"“”".contains(c))
}

/// Whether a name behind a slash may be an agency's: short, capitalised, no address.
fn is_agency(name: &str) -> bool {
    name.starts_with(char::is_uppercase)
        && name.split(' ').count() <= 3
        && name.split(' ').all(|word| word.starts_with(char::is_uppercase))
        && !name.contains(|c: char| c.is_ascii_digit() || matches!(c, '@' | '&'))
}
