//! Overlapping annotations as flat runs of text, each with the annotations that cover it: what a
//! painter needs to draw nested and crossing marks.

use crate::span::Span;

/// A run of text and the indices of the spans that cover it, outermost first.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Segment {
    /// The run.
    pub span: Span,
    /// Which of the given spans cover it: earlier start first, then longer, then as given.
    pub open: Vec<usize>,
}

/// Cuts `within` at every end of every span. Runs without a span are there too; together they are
/// `within`. `O(n log n + output)`.
pub fn segments(within: Span, spans: &[Span]) -> Vec<Segment> {
    let mut order: Vec<usize> =
        (0..spans.len()).filter(|&i| spans[i].overlaps(within) && !spans[i].is_empty()).collect();
    order.sort_unstable_by_key(|&i| (spans[i].reading_order(), i));
    let mut cuts: Vec<usize> = order
        .iter()
        .flat_map(|&i| [spans[i].start(), spans[i].end()])
        .filter(|&at| within.start() < at && at < within.end())
        .chain([within.start(), within.end()])
        .collect();
    cuts.sort_unstable();
    cuts.dedup();
    let (mut next, mut open) = (0, Vec::<usize>::new());
    let mut out = Vec::with_capacity(cuts.len());
    for pair in cuts.windows(2) {
        let [start, end] = [pair[0], pair[1]];
        open.retain(|&i| spans[i].end() > start);
        while let Some(&i) = order.get(next).filter(|&&i| spans[i].start() <= start) {
            open.push(i);
            next += 1;
        }
        out.push(Segment { span: Span::raw(start as u32, end as u32), open: open.clone() });
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn crossing_and_nested_spans_come_apart() {
        let text = "abcdefghij";
        let span = |start, end| Span::new(text, start, end).expect("inside");
        let got = segments(span(0, 10), &[span(2, 6), span(4, 8), span(4, 5)]);
        let shown: Vec<_> = got.iter().map(|s| (s.span.of(text), s.open.as_slice())).collect();
        assert_eq!(
            shown,
            [
                ("ab", &[][..]),
                ("cd", &[0]),
                ("e", &[0, 1, 2]),
                ("f", &[0, 1]),
                ("gh", &[1]),
                ("ij", &[]),
            ]
        );
    }
}
