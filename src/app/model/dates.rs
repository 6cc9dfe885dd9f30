//! The dates as the sidebar lists them.

use super::Reading;

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
    let (mut placed, mut open) = (Vec::new(), Vec::new());
    // The row of each first date, by the list that it is in.
    let mut rows: [Vec<Option<usize>>; 2] = [(); 2].map(|()| vec![None; report.dates.len()]);
    let mut taken = vec![false; report.dates.len()];
    let [placed_rows, open_rows] = &mut rows;
    for entry in report.timeline.iter().filter(|entry| entry.placed) {
        let Some(at) = reading.date(&entry.date) else { continue };
        taken[at] = true;
        put(&mut placed, placed_rows, reading, at, Some(entry.sentence as usize));
    }
    for at in (0..report.dates.len()).filter(|&at| !taken[at]) {
        put(&mut open, open_rows, reading, at, None);
    }
    (placed, open)
}

/// Adds the date at `at` to the row of its value.
fn put(
    rows: &mut Vec<DateRow>,
    by_first: &mut [Option<usize>],
    reading: &Reading,
    at: usize,
    sentence: Option<usize>,
) {
    let Some(first) = reading.first_date(at) else { return };
    let row = *by_first[first].get_or_insert(rows.len());
    match rows.get_mut(row) {
        Some(row) => {
            let place = row.dates.partition_point(|&other| other < at);
            row.dates.insert(place, at);
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
