//! The parts of a text: headline, byline, paragraphs and the rest, and what of a pasted page is not
//! the article.

mod boilerplate;
mod cues;
mod dateline;
mod lines;
mod parts;
mod region;
pub(super) mod rules;
mod source;

use crate::{
    report::{Block, BlockKind, Why},
    span::Span,
};

pub(super) use lines::Look;
pub(super) use source::source;

/// Cuts `text` into blocks, a line each; what lies in `body` is never boilerplate. `before` is the text
/// before, with what its lines say; those of this one come with the blocks.
pub(super) fn read(text: &str, body: &[Span], before: (&str, &[Look])) -> (Vec<Block>, Vec<Look>) {
    let lines = lines::lines(text, before);
    let mut reasons = boilerplate::reasons(&lines);
    for (line, reason) in lines.iter().zip(&mut reasons) {
        if body.iter().any(|span| span.overlaps(line.span)) {
            *reason = None;
        }
    }
    let kept: Vec<_> =
        lines.iter().zip(&reasons).filter(|(_, r)| r.is_none()).map(|(l, _)| l).collect();
    let mut parts = parts::blocks(text, &kept).into_iter().peekable();
    let mut blocks = Vec::with_capacity(lines.len());
    for (line, reason) in lines.iter().zip(reasons) {
        if let Some(rule) = reason {
            let why = Some(Why::rule(rule));
            blocks.push(Block { kind: BlockKind::Boilerplate, span: line.span, why });
            continue;
        }
        while let Some(part) = parts.next_if(|part| part.span.start() < line.span.end()) {
            blocks.push(part);
        }
    }
    (blocks, lines::looks(&lines))
}
