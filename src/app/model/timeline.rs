//! Where the dots and labels of the timeline's picture go.

use super::{excerpt::excerpt, ordinal, when};
use crate::{report::TimelineEntry, span::by_number};

/// The picture's width in its own units.
pub const WIDTH: f64 = 400.0;
const MARGIN: f64 = 12.0;
/// About the width of one character of a label.
const CHAR: f64 = 6.7;
/// Labels stand in this many rows, half above the line and half below.
pub const LANES: usize = 4;

/// A time in the picture: a dot for a day, a bar for more.
#[derive(Clone, Debug, PartialEq)]
pub struct Dot {
    /// First of the entries, by index, that stand here.
    pub entry: usize,
    /// Left end.
    pub from: f64,
    /// Right end; equal to `from` for a day.
    pub to: f64,
    /// Its label, where there is room for one: the row, where it starts, the words.
    pub label: Option<(usize, f64, String)>,
}

/// Lays out the placed ones of `entries`, which come in the order of the calendar. Distances are
/// those of logarithms, so that a week is seen beside a century: the picture shows order and
/// neighbourhood, the list beside it the days.
pub fn layout(entries: &[TimelineEntry]) -> Vec<Dot> {
    let mut placed: Vec<(usize, i64, i64)> = entries
        .iter()
        .enumerate()
        .filter(|(_, entry)| entry.placed)
        .filter_map(|(i, e)| {
            let (from, to) = (when::day_number(&e.earliest)?, when::day_number(&e.latest)?);
            Some((i, from, to.max(from)))
        })
        .collect();
    by_number(&mut placed, |&(_, _, to)| ordinal(to));
    by_number(&mut placed, |&(_, from, _)| ordinal(from));
    placed.dedup_by_key(|&mut (_, from, to)| (from, to));
    let scale = Scale::new(placed.iter().flat_map(|&(_, from, to)| [from, to]).collect());
    let mut dots: Vec<Dot> = placed
        .iter()
        .map(|&(entry, from, to)| Dot { entry, from: scale.x(from), to: scale.x(to), label: None })
        .collect();
    // What cannot be told apart is drawn once.
    dots.dedup_by_key(|dot| [dot.from, dot.to].map(|x| (2.0 * x).round() as i32));
    label(&mut dots, entries);
    dots
}

/// From days to the picture's width: equal steps from one day that occurs to the next, widened by
/// the logarithm of their distance.
struct Scale {
    days: Vec<i64>,
    xs: Vec<f64>,
}

impl Scale {
    fn new(mut days: Vec<i64>) -> Self {
        by_number(&mut days, |&day| ordinal(day));
        days.dedup();
        let mut xs = vec![0.0];
        for pair in days.windows(2) {
            let gap = f64::from(u32::try_from(pair[1] - pair[0]).unwrap_or(u32::MAX));
            xs.push(xs.last().copied().unwrap_or_default() + 0.6 + gap.ln_1p());
        }
        let last = xs.last().copied().unwrap_or_default();
        let (shift, factor) =
            if last > 0.0 { (MARGIN, (WIDTH - 2.0 * MARGIN) / last) } else { (WIDTH / 2.0, 0.0) };
        for x in &mut xs {
            *x = shift + *x * factor;
        }
        Self { days, xs }
    }

    fn x(&self, day: i64) -> f64 {
        let at = self.days.partition_point(|&other| other < day);
        self.xs.get(at).copied().unwrap_or(WIDTH / 2.0)
    }
}

/// Gives each dot the first row in which its label touches no other; none, if there is no such row.
fn label(dots: &mut [Dot], entries: &[TimelineEntry]) {
    let mut ends = [f64::NEG_INFINITY; LANES];
    for dot in dots {
        let words = excerpt(&when::in_words(&entries[dot.entry].value), 24);
        let width = words.chars().count() as f64 * CHAR;
        let middle = f64::midpoint(dot.from, dot.to);
        let start = (middle - width / 2.0).clamp(0.0, (WIDTH - width).max(0.0));
        if let Some(lane) = ends.iter().position(|&end| end + 8.0 < start) {
            ends[lane] = start + width;
            dot.label = Some((lane, start, words));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn entry(value: &str, earliest: &str, latest: &str) -> TimelineEntry {
        TimelineEntry {
            value: value.into(),
            earliest: earliest.into(),
            latest: latest.into(),
            date: "d1".into(),
            sentence: 0,
            placed: !earliest.is_empty(),
        }
    }

    #[test]
    fn dots_keep_the_order_of_the_calendar_and_stay_in_the_picture() {
        let entries = [
            entry("2002", "2002-01-01", "2002-12-31"),
            entry("2021-09-28", "2021-09-28", "2021-09-28"),
            entry("2021-09-28", "2021-09-28", "2021-09-28"),
            entry("2021-10-04", "2021-10-04", "2021-10-04"),
            entry("XXXX-09-12", "", ""),
        ];
        let dots = layout(&entries);
        assert_eq!(dots.iter().map(|dot| dot.entry).collect::<Vec<_>>(), [0, 1, 3]);
        assert!(dots.windows(2).all(|pair| pair[0].to < pair[1].from));
        assert!(dots.iter().all(|dot| dot.from >= 0.0 && dot.to <= WIDTH && dot.from <= dot.to));
    }

    #[test]
    fn labels_in_one_row_never_touch() {
        let entries: Vec<_> = (1..=28)
            .map(|day| format!("2021-02-{day:02}"))
            .map(|day| entry(&day, &day, &day))
            .collect();
        let dots = layout(&entries);
        assert!(dots.iter().any(|dot| dot.label.is_none()), "28 labels cannot all fit");
        for lane in 0..LANES {
            let ends: Vec<_> = dots
                .iter()
                .filter_map(|dot| dot.label.as_ref())
                .filter(|label| label.0 == lane)
                .map(|(_, start, words)| (*start, start + words.chars().count() as f64 * CHAR))
                .collect();
            assert!(!ends.is_empty());
            assert!(ends.windows(2).all(|pair| pair[0].1 < pair[1].0));
        }
    }

    #[test]
    fn one_day_alone_stands_in_the_middle() {
        let dots = layout(&[entry("2021-10-04", "2021-10-04", "2021-10-04")]);
        assert!((dots[0].from - WIDTH / 2.0).abs() < f64::EPSILON);
        assert!(layout(&[]).is_empty());
    }
}
