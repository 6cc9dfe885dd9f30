//! The dates as the sidebar lists them.

use std::collections::BTreeMap;

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
    let ids: BTreeMap<&str, usize> =
        report.dates.iter().enumerate().map(|(at, date)| (date.id.as_str(), at)).collect();
    let (mut placed, mut open) = (Rows::default(), Rows::default());
    let mut taken = vec![false; report.dates.len()];
    for entry in report.timeline.iter().filter(|entry| entry.placed) {
        let Some(&at) = ids.get(entry.date.as_str()) else { continue };
        taken[at] = true;
        placed.put(&report.dates, at, Some(entry.sentence as usize));
    }
    for at in (0..report.dates.len()).filter(|&at| !taken[at]) {
        open.put(&report.dates, at, None);
    }
    (placed.rows, open.rows)
}

/// Rows, found by their values.
#[derive(Default)]
struct Rows<'d> {
    rows: Vec<DateRow>,
    by_value: BTreeMap<(&'d str, Option<&'d str>), usize>,
}

impl<'d> Rows<'d> {
    /// Adds the date at `at` to the row of its value.
    fn put(&mut self, dates: &'d [DateMention], at: usize, sentence: Option<usize>) {
        let value = (dates[at].timex.value.as_str(), dates[at].earliest.as_deref());
        let next = self.rows.len();
        let row = *self.by_value.entry(value).or_insert(next);
        if row == next {
            self.rows.push(DateRow { dates: vec![at], sentence });
        } else {
            let place = self.rows[row].dates.partition_point(|&other| other < at);
            self.rows[row].dates.insert(place, at);
        }
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
