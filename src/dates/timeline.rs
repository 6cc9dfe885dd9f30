//! The dates of an article in the order of the calendar.

use crate::{
    report::{DateMention, TimelineEntry, TimexType},
    span::{self, Span},
};

/// Points and periods by their first day, then the longer first; what has no place comes last, in
/// reading order. Lengths and sets are no points of a timeline.
pub(super) fn timeline(sentences: &[Span], dates: &[DateMention]) -> Vec<TimelineEntry> {
    let point = |d: &&DateMention| matches!(d.timex.timex_type, TimexType::Date | TimexType::Time);
    // Now is every day of an article: it has no place of its own.
    let placed = |d: &DateMention| d.earliest.is_some() && d.timex.value != "PRESENT_REF";
    let mut entries: Vec<TimelineEntry> = (dates.iter().filter(point))
        .map(|date| TimelineEntry {
            value: date.timex.value.clone(),
            earliest: date.earliest.clone().filter(|_| placed(date)).unwrap_or_default(),
            latest: date.latest.clone().filter(|_| placed(date)).unwrap_or_default(),
            date: date.id.clone(),
            sentence: sentences
                .partition_point(|s| s.start() <= date.span.start())
                .saturating_sub(1) as u32,
            placed: placed(date),
        })
        .collect();
    // Equal days keep their order in the text.
    span::by_number(&mut entries, |entry| {
        if !entry.placed {
            return u64::MAX;
        }
        day(&entry.earliest) << 32 | (u64::from(u32::MAX) - day(&entry.latest))
    });
    entries
}

/// The digits of an ISO day as a number, nought for none: they sort as the days do. A report that a program hands
/// back may have more digits than a day has.
fn day(iso: &str) -> u64 {
    let digits = iso.bytes().filter(u8::is_ascii_digit).take(8);
    digits.fold(0, |day, digit| day * 10 + u64::from(digit - b'0'))
}

#[cfg(test)]
mod tests {
    use super::day;

    #[test]
    fn days_sort_by_their_digits_and_long_ones_overflow_nothing() {
        assert!(day("2021-10-04") < day("2021-10-05") && day("") < day("0001-01-01"));
        assert!([&"9".repeat(40), "20236660331"].iter().all(|iso| u32::try_from(day(iso)).is_ok()));
    }
}
