//! Quotation marks: found, told from apostrophes, paired within their paragraph, and joined where a
//! quote goes on in the next one.

mod around;
mod pair;
mod scan;

use crate::{
    report::{Block, BlockKind, Marks},
    span::Span,
};

pub(crate) use scan::{Family, is_mark};

/// Something in marks: one piece for each paragraph it runs over.
#[derive(Clone, Debug)]
pub(crate) struct Marked {
    /// The pieces, marks included, in order.
    pub(crate) pieces: Vec<Span>,
    /// The block of the first piece.
    pub(crate) block: usize,
    /// The block of the last piece.
    pub(crate) last_block: usize,
    /// The state of the marks.
    pub(crate) marks: Marks,
    /// The family of the marks.
    pub(crate) family: Family,
    /// Index of what it stands in.
    pub(crate) parent: Option<usize>,
}

impl Marked {
    /// Where it begins, to where it ends.
    pub(crate) fn extent(&self) -> Span {
        let first = self.pieces.first().copied().unwrap_or_default();
        self.pieces.last().map_or(first, |last| first.to(*last))
    }

    /// The words of a piece, without the marks around them.
    pub(crate) fn inside(text: &str, piece: Span) -> &str {
        piece.of(text).trim_matches(|c: char| is_mark(c) || c.is_whitespace())
    }
}

/// Everything in marks, in reading order, outer before inner.
pub(crate) fn find(text: &str, blocks: &[Block]) -> Vec<Marked> {
    let mut all: Vec<Marked> = Vec::new();
    // The quote that stood open at the end of the last paragraph.
    let mut open: Option<usize> = None;
    for (index, block) in blocks.iter().enumerate() {
        if block.kind == BlockKind::Boilerplate {
            continue;
        }
        let marks = scan::scan(text, block.span);
        let passages = pair::pair(text, block.span, &marks);
        let first = all.len();
        let mut parents: Vec<usize> = Vec::new();
        let mut continued = None;
        for passage in passages {
            while parents
                .last()
                .is_some_and(|&p| !all[p].pieces.last().is_some_and(|s| s.contains(passage.span)))
            {
                parents.pop();
            }
            let at_start = passage.span.start() == block.span.start() && passage.ends.0.is_some();
            let joins = open.filter(|&o| at_start && all[o].family == passage.family);
            let this = if let Some(earlier) = joins {
                let quote = &mut all[earlier];
                quote.pieces.push(passage.span);
                quote.last_block = index;
                quote.marks = Marks::Continued;
                earlier
            } else {
                let parent = parents.last().copied();
                all.push(Marked {
                    pieces: vec![passage.span],
                    block: index,
                    last_block: index,
                    marks: passage.marks,
                    family: passage.family,
                    parent,
                });
                all.len() - 1
            };
            if passage.open {
                continued = Some(this);
            }
            parents.push(this);
            if joins.is_some() {
                open = None;
            }
        }
        // A heading or caption between two paragraphs does not end a quote that has no marks of its own.
        let between =
            !matches!(block.kind, BlockKind::Paragraph | BlockKind::List) && all.len() == first;
        if !between {
            open = continued;
        }
    }
    all
}
