//! The dates as the sidebar lists them.

use super::Reading;
use crate::report::DateMention;

/// Dates with one value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DateRow {
    /// Indices of the dates, in reading order.
    pub dates: Vec<usize>,
    /// Index of the sentence that the first stands in, where the timeline has it.
    pub sentence: Option<usize>,
}

/// The dates with a place in the calendar, in its order; then the rest, in reading order.
pub fn rows(reading: &Reading) -> (Vec<DateRow>, Vec<DateRow>) {
    let report = &reading.report;
    let mut placed: Vec<DateRow> = Vec::new();
    let mut taken = vec![false; report.dates.len()];
    for entry in report.timeline.iter().filter(|entry| entry.placed) {
        let Some(at) = report.dates.iter().position(|date| date.id == entry.date) else { continue };
        taken[at] = true;
        put(&mut placed, &report.dates, at, Some(entry.sentence as usize));
    }
    let mut open: Vec<DateRow> = Vec::new();
    for at in (0..report.dates.len()).filter(|&at| !taken[at]) {
        put(&mut open, &report.dates, at, None);
    }
    (placed, open)
}

/// Adds the date at `at` to the row of its value.
fn put(rows: &mut Vec<DateRow>, dates: &[DateMention], at: usize, sentence: Option<usize>) {
    let value = |at: usize| (&dates[at].timex.value, &dates[at].earliest);
    match rows
        .iter_mut()
        .find(|row| row.dates.first().is_some_and(|&first| value(first) == value(at)))
    {
        Some(row) => {
            row.dates.push(at);
            row.dates.sort_unstable();
        }
        None => rows.push(DateRow { dates: vec![at], sentence }),
    }
}

#[cfg(test)]
mod tests {
    use std::rc::Rc;

    use super::{super::sample, *};
    use crate::report::TimelineEntry;

    #[test]
    fn equal_values_share_a_row_and_what_has_no_place_comes_apart() {
        let mut report = sample::report();
        for (id, value) in [("d2", "2021-10-04"), ("d3", "2021-10-04")] {
            let mut date = report.dates[0].clone();
            (date.id, date.timex.value) = (id.into(), value.into());
            date.earliest = Some(value.into());
            report.dates.push(date);
            report.timeline.push(TimelineEntry {
                value: value.into(),
                earliest: value.into(),
                latest: value.into(),
                date: id.into(),
                sentence: 1,
                placed: true,
            });
        }
        let reading = Reading::new(Rc::from(sample::TEXT), report);
        let placed = DateRow { dates: vec![1, 2], sentence: Some(1) };
        let open = DateRow { dates: vec![0], sentence: None };
        assert_eq!(rows(&reading), (vec![placed], vec![open]));
    }
}
