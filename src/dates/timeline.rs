//! The dates of an article in the order of the calendar.

use crate::{
    report::{DateMention, TimelineEntry, TimexType},
    text::Document,
};

/// Points and periods by their first day, then the longer first; what has no place comes last, in
/// reading order. Lengths and sets are no points of a timeline.
pub(super) fn timeline(document: &Document, dates: &[DateMention]) -> Vec<TimelineEntry> {
    let point = |d: &&DateMention| matches!(d.timex.timex_type, TimexType::Date | TimexType::Time);
    // Now is every day of an article: it has no place of its own.
    let placed = |d: &DateMention| d.earliest.is_some() && d.timex.value != "PRESENT_REF";
    let mut entries: Vec<TimelineEntry> = (dates.iter().filter(point))
        .map(|date| TimelineEntry {
            value: date.timex.value.clone(),
            earliest: date.earliest.clone().filter(|_| placed(date)).unwrap_or_default(),
            latest: date.latest.clone().filter(|_| placed(date)).unwrap_or_default(),
            date: date.id.clone(),
            sentence: document.sentence_at(date.span.start()).unwrap_or(0) as u32,
            placed: placed(date),
        })
        .collect();
    // ISO days sort as text; the sort is stable, so equal days keep their order in the text.
    entries.sort_by(|a, b| {
        (!a.placed, &a.earliest, &b.latest).cmp(&(!b.placed, &b.earliest, &a.latest))
    });
    entries
}
