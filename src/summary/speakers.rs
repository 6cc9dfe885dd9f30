//! Who is quoted, and how much.

use std::collections::BTreeMap;

use super::words;
use crate::{
    report::{Quote, QuoteKind, SpeakerShare},
    span,
};

/// One row a speaker, most quoted words first, those without a decided speaker last. Terms, titles,
/// nicknames and signs are not speech and do not count; nor does a quote inside another.
pub(crate) fn shares(text: &str, quotes: &[Quote]) -> Vec<SpeakerShare> {
    let mut rows = BTreeMap::<Option<&str>, SpeakerShare>::new();
    for quote in quotes.iter().filter(|q| q.parent.is_none()) {
        let entity = quote.speaker.as_ref().map(|speaker| speaker.entity.as_str());
        let row = rows.entry(entity).or_insert_with(|| SpeakerShare {
            entity: entity.map(str::to_owned),
            quotes: 0,
            words: 0,
            share: 0,
            indirect_quotes: 0,
            indirect_words: 0,
        });
        match quote.kind {
            QuoteKind::Direct | QuoteKind::Mixed | QuoteKind::Partial => {
                row.quotes += 1;
                row.words += piece_words(text, quote, true);
                row.indirect_words += piece_words(text, quote, false);
            }
            QuoteKind::Indirect => {
                row.indirect_quotes += 1;
                row.indirect_words += piece_words(text, quote, false);
            }
            QuoteKind::Term | QuoteKind::Title | QuoteKind::Nickname | QuoteKind::Other => {}
        }
    }
    let mut rows: Vec<_> =
        rows.into_values().filter(|row| row.quotes + row.indirect_quotes > 0).collect();
    let all: u32 = rows.iter().map(|row| row.words).sum();
    for row in &mut rows {
        row.share = (row.words * 1000 + all / 2).checked_div(all).unwrap_or(0);
    }
    // The map is ordered by entity, so equal rows keep the same order in every run.
    span::by_number(&mut rows, |row| {
        u64::from(u32::MAX - row.words) << 32 | u64::from(u32::MAX - row.indirect_words)
    });
    span::by_number(&mut rows, |row| u64::from(row.entity.is_none()));
    rows
}

fn piece_words(text: &str, quote: &Quote, marked: bool) -> u32 {
    quote.content.iter().filter(|p| p.marked == marked).map(|p| words(p.span.of(text))).sum()
}
