//! Nested and crossing marks as a tree of elements: what the page renders for one block.

use super::{KindSet, Reading};
use crate::{segments::segments, span::Span};

/// How many marks may stand around one word. More than a handful never occurs in an article; the
/// bound keeps a hostile text from building a tree that is too deep to draw.
const MAX_DEPTH: usize = 12;

/// How many pieces of marks are drawn in one block: those that come first. A paragraph of a quarter of a
/// megabyte has as many; more would hold the page up, since a block is drawn in one go.
const MAX_PIECES: usize = 5_000;

/// What stands around a run of text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Layer {
    /// A piece of a mark: the mark's index and the piece's.
    Mark(usize, usize),
    /// The words that the reader asked to be shown.
    Spot,
}

/// A run of text, or an element around more.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Node {
    /// Plain text.
    Text(Span),
    /// An element. A mark that crosses another's end is cut: its elements share the mark's index.
    Element(Layer, Vec<Node>),
}

/// The block at index `block` of `reading` with its marks of the kinds in `shown`, and `spot`.
pub fn block_nodes(
    reading: &Reading,
    block: usize,
    shown: KindSet,
    spot: Option<Span>,
) -> Vec<Node> {
    let Some(block_span) = reading.report.blocks.get(block).map(|b| b.span) else {
        return Vec::new();
    };
    let (mut layers, mut spans) = (Vec::new(), Vec::new());
    if let Some(span) = spot {
        layers.push(Layer::Spot);
        spans.push(span);
    }
    for (at, piece, span) in pieces(reading, block, shown).take(MAX_PIECES) {
        layers.push(Layer::Mark(at, piece));
        spans.push(span);
    }
    nest(block_span, &layers, &spans)
}

/// Whether the block has more pieces of marks of the kinds in `shown` than are drawn.
pub fn is_cut(reading: &Reading, block: usize, shown: KindSet) -> bool {
    pieces(reading, block, shown).nth(MAX_PIECES).is_some()
}

/// The pieces of a block's marks of the kinds in `shown`: the mark's index, the piece's, and where.
fn pieces(
    reading: &Reading,
    block: usize,
    shown: KindSet,
) -> impl Iterator<Item = (usize, usize, Span)> {
    let marks = reading.marks_in(block).iter().map(|&at| (at, &reading.marks[at]));
    marks.filter(move |(_, mark)| shown.has(mark.kind)).flat_map(|(at, mark)| {
        mark.spans.iter().enumerate().map(move |(piece, &span)| (at, piece, span))
    })
}

/// One element for each run of a span that no other span's end cuts.
fn nest(within: Span, layers: &[Layer], spans: &[Span]) -> Vec<Node> {
    let mut open: Vec<(usize, Vec<Node>)> = Vec::new();
    let mut done = Vec::new();
    for segment in segments(within, spans) {
        let wanted = &segment.open[..segment.open.len().min(MAX_DEPTH)];
        let common = open.iter().zip(wanted).take_while(|((have, _), want)| have == *want).count();
        close(&mut open, &mut done, common, layers);
        open.extend(wanted[common..].iter().map(|&layer| (layer, Vec::new())));
        open.last_mut().map_or(&mut done, |(_, nodes)| nodes).push(Node::Text(segment.span));
    }
    close(&mut open, &mut done, 0, layers);
    done
}

/// Closes the open elements until `depth` are left.
fn close(open: &mut Vec<(usize, Vec<Node>)>, done: &mut Vec<Node>, depth: usize, layers: &[Layer]) {
    while open.len() > depth {
        let Some((layer, nodes)) = open.pop() else { return };
        let element = Node::Element(layers[layer], nodes);
        open.last_mut().map_or(&mut *done, |(_, nodes)| nodes).push(element);
    }
}

#[cfg(test)]
mod tests {
    use super::{super::sample, *};

    fn shown(text: &str, nodes: &[Node]) -> String {
        let element = |node: &Node| match node {
            Node::Text(span) => span.of(text).to_owned(),
            Node::Element(Layer::Spot, inner) => format!("*{}*", shown(text, inner)),
            Node::Element(Layer::Mark(at, _), inner) => format!("[{at}:{}]", shown(text, inner)),
        };
        nodes.iter().map(element).collect()
    }

    #[test]
    fn a_span_across_another_ends_up_in_two_elements_of_one_mark() {
        let text = "abcdefgh";
        let span = |start, end| Span::new(text, start, end).expect("inside");
        let layers = [Layer::Mark(0, 0), Layer::Mark(1, 0), Layer::Mark(2, 0)];
        let nodes = nest(span(0, 8), &layers, &[span(1, 4), span(3, 6), span(3, 4)]);
        assert_eq!(shown(text, &nodes), "a[0:bc[1:[2:d]]][1:ef]gh");
    }

    #[test]
    fn a_hidden_kind_leaves_plain_text_and_every_word_stays() {
        let reading = sample::reading();
        let all = KindSet::default();
        let dates_off = all.toggled(super::super::Kind::Date);
        let spot = Some(sample::span("Quill on", 0));
        assert_eq!(
            shown(sample::TEXT, &block_nodes(&reading, 1, all, None)),
            "[0:“It holds,”] said [1:Ada Quill] [2:on Monday], [0:“for now,”] she said."
        );
        assert_eq!(
            shown(sample::TEXT, &block_nodes(&reading, 1, dates_off, spot)),
            "[0:“It holds,”] said [1:Ada *Quill*]* on* Monday, [0:“for now,”] she said."
        );
    }

    fn depth(nodes: &[Node]) -> usize {
        nodes
            .iter()
            .map(|n| match n {
                Node::Text(_) => 0,
                Node::Element(_, inner) => 1 + depth(inner),
            })
            .max()
            .unwrap_or(0)
    }

    #[test]
    fn a_flood_of_marks_stays_shallow() {
        let text = "x".repeat(64);
        let span = |start, end| Span::new(&text, start, end).expect("inside");
        let spans: Vec<_> = (0..30).map(|i| span(i, 64 - i)).collect();
        let layers: Vec<_> = (0..30).map(|i| Layer::Mark(i, 0)).collect();
        let nodes = nest(span(0, 64), &layers, &spans);
        assert_eq!(depth(&nodes), MAX_DEPTH);
    }

    #[test]
    fn of_too_many_marks_in_a_block_the_first_are_drawn_and_every_word_stays() {
        let text = "Monday ".repeat(MAX_PIECES + 100);
        let span = |start, end| Span::new(&text, start, end).expect("inside");
        let mut report = sample::report();
        let date = report.dates[0].clone();
        let block = crate::report::Block { span: span(0, text.len()), ..report.blocks[1].clone() };
        (report.blocks, report.sentences) = (vec![block], Vec::new());
        (report.entities, report.mentions, report.quotes) = Default::default();
        report.dates = (0..MAX_PIECES + 100)
            .map(|at| crate::report::DateMention {
                id: format!("d{at}"),
                span: span(at * 7, at * 7 + 6),
                ..date.clone()
            })
            .collect();
        let reading = Reading::new(text.as_str().into(), report);
        let nodes = block_nodes(&reading, 0, KindSet::default(), None);
        assert!(is_cut(&reading, 0, KindSet::default()));
        assert!(
            !is_cut(&reading, 0, KindSet::default().toggled(crate::app::model::Kind::Date)),
            "none is drawn"
        );
        let drawn = nodes.iter().filter(|node| matches!(node, Node::Element(..))).count();
        assert_eq!(drawn, MAX_PIECES);
        let unmarked: String = shown(&text, &nodes)
            .split(['[', ']'])
            .map(|part| part.rsplit_once(':').map_or(part, |(_, words)| words))
            .collect();
        assert_eq!(unmarked, text);
    }
}
