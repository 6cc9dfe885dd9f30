//! Pairs the marks of one paragraph. What is left over is repaired, and shown as repaired: an error
//! never reaches beyond its paragraph.

use super::scan::{Family, Mark, Side, is_mark};
use crate::{
    report::Marks,
    span::{self, Span},
};

/// Words between marks, in one paragraph.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Passage {
    /// Where, marks included.
    pub(crate) span: Span,
    /// The state of the marks.
    pub(crate) marks: Marks,
    /// The family of the opening mark.
    pub(crate) family: Family,
    /// The opening and closing marks; a repaired end has none.
    pub(crate) ends: (Option<Span>, Option<Span>),
    /// Whether a mark of the same family stood open to the end of the paragraph.
    pub(crate) open: bool,
}

/// The passages of `block`, by reading order. Linear in the number of marks.
pub(crate) fn pair(text: &str, block: Span, marks: &[Mark]) -> Vec<Passage> {
    let singles = Singles::read(marks);
    let mut pairing =
        Pairing { text, block, stack: Vec::new(), depth: [0; 5], found: Vec::new(), strays: 0 };
    for (i, mark) in marks.iter().enumerate() {
        let closes = pairing.depth[mark.family as usize] > 0;
        match mark.side {
            Side::Open
                if mark.family != Family::Single || singles.worth_opening(i, block, mark) =>
            {
                pairing.open(*mark);
            }
            Side::Close => pairing.close(*mark),
            Side::Possessive if closes && !singles.closed_later(i) => pairing.close(*mark),
            Side::Either if closes => pairing.close(*mark),
            Side::Either => pairing.open(*mark),
            Side::Open | Side::Possessive => {}
        }
    }
    pairing.finish()
}

/// For each mark: whether a sure closing single mark comes before the next opening one.
struct Singles {
    closed: Vec<bool>,
    possessive: Vec<bool>,
}

impl Singles {
    fn read(marks: &[Mark]) -> Self {
        let (mut closed, mut possessive) = (vec![false; marks.len()], vec![false; marks.len()]);
        let (mut sure, mut perhaps) = (false, false);
        for (i, mark) in marks.iter().enumerate().rev() {
            (closed[i], possessive[i]) = (sure, perhaps);
            if mark.family == Family::Single {
                match mark.side {
                    Side::Open => (sure, perhaps) = (false, false),
                    Side::Possessive => perhaps = true,
                    Side::Close | Side::Either => sure = true,
                }
            }
        }
        Self { closed, possessive }
    }

    fn closed_later(&self, i: usize) -> bool {
        self.closed[i]
    }

    /// A single mark opens only what is closed again, or a whole paragraph.
    fn worth_opening(&self, i: usize, block: Span, mark: &Mark) -> bool {
        self.closed[i] || self.possessive[i] || mark.span.start() == block.start()
    }
}

/// How many quotes may stand open inside each other; of more, the outermost is given up.
const DEEPEST: usize = 12;

struct Pairing<'t> {
    text: &'t str,
    block: Span,
    stack: Vec<(Mark, Option<Span>)>,
    depth: [usize; 5],
    found: Vec<Passage>,
    strays: usize,
}

impl Pairing<'_> {
    fn open(&mut self, mark: Mark) {
        if self.stack.len() >= DEEPEST {
            let (outermost, inner) = self.stack.remove(0);
            self.depth[outermost.family as usize] -= 1;
            let end = self.stack.first().map_or(mark.span.start(), |(next, _)| next.span.start());
            self.unclosed(outermost, inner, end, false);
        }
        self.depth[mark.family as usize] += 1;
        self.stack.push((mark, None));
    }

    fn close(&mut self, mark: Mark) {
        if self.depth[mark.family as usize] == 0 {
            self.stray(mark);
            return;
        }
        while let Some((open, inner)) = self.stack.pop() {
            self.depth[open.family as usize] -= 1;
            if open.family == mark.family {
                let span = open.span.to(mark.span);
                let marks = if matches(open, mark) { Marks::Ok } else { Marks::Mismatched };
                self.push(span, marks, open.family, (Some(open.span), Some(mark.span)), false);
                if let Some((_, last)) =
                    self.stack.last_mut().filter(|(m, _)| m.family == mark.family)
                {
                    *last = Some(span);
                }
                return;
            }
            self.unclosed(open, inner, mark.span.start(), false);
        }
    }

    /// A closing mark without an opening one: the quote began with the paragraph, if nothing else
    /// did; otherwise the mark means nothing.
    fn stray(&mut self, mark: Mark) {
        self.strays += 1;
        if self.strays > 1 || mark.family != Family::Double || !self.stack.is_empty() {
            return;
        }
        let before = Span::new(self.text, self.block.start(), mark.span.start());
        let words = before.map_or("", |span| span.of(self.text));
        let speech = words.ends_with([',', '.', '!', '?']) && words.contains(' ');
        if speech && self.found.is_empty() {
            let span = Span::raw(self.block.start() as u32, mark.span.end() as u32);
            self.push(span, Marks::Repaired, mark.family, (None, Some(mark.span)), false);
        }
    }

    /// `open` was never closed: it ends after the last passage inside it, before the next opening
    /// mark of its family, or with the paragraph.
    fn unclosed(&mut self, open: Mark, inner: Option<Span>, end: usize, at_end: bool) {
        if open.family == Family::Single && open.span.start() != self.block.start() {
            return;
        }
        let full = Span::raw(open.span.start() as u32, end as u32);
        let mut trimmed = trim_end(self.text, full);
        if let Some(inner) = inner.filter(|_| at_end) {
            let between =
                Span::raw(open.span.end() as u32, inner.start() as u32).of(self.text).trim_end();
            let parted = between.ends_with(['.', '!', '?', '…']) || between.is_empty();
            trimmed = if parted {
                trim_end(self.text, Span::raw(open.span.start() as u32, inner.start() as u32))
            } else {
                open.span.to(inner)
            };
        }
        if trimmed.end() > open.span.end() {
            let runs_on = at_end && inner.is_none();
            self.push(trimmed, Marks::Unclosed, open.family, (Some(open.span), None), runs_on);
        }
    }

    fn push(
        &mut self,
        span: Span,
        marks: Marks,
        family: Family,
        ends: (Option<Span>, Option<Span>),
        open: bool,
    ) {
        self.found.push(Passage { span, marks, family, ends, open });
    }

    fn finish(mut self) -> Vec<Passage> {
        let mut end = self.block.end();
        let mut last = true;
        while let Some((open, inner)) = self.stack.pop() {
            self.unclosed(open, inner, end, true);
            if !last || inner.is_some() {
                // Only the last one can go on in the next paragraph.
                if let Some(passage) = self.found.last_mut() {
                    passage.open &= last && inner.is_none();
                }
            }
            end = end.min(open.span.start());
            last = false;
        }
        let blank = blank_runs(self.text, self.block);
        self.found.retain(|passage| {
            let run = blank.partition_point(|run| run.end() < passage.span.end());
            !blank.get(run).is_some_and(|run| run.contains(passage.span))
        });
        span::in_reading_order(&mut self.found, |p| p.span);
        self.found
    }
}

/// The longest runs of nothing but marks and white space in `block`.
fn blank_runs(text: &str, block: Span) -> Vec<Span> {
    let mut runs = Vec::new();
    let mut from = block.start();
    let ends = block.of(text).char_indices().map(|(i, c)| (block.start() + i, Some(c)));
    for (at, c) in ends.chain([(block.end(), None)]) {
        if c.is_some_and(|c| is_mark(c) || c.is_whitespace()) {
            continue;
        }
        if at > from {
            runs.push(Span::raw(from as u32, at as u32));
        }
        from = at + c.map_or(0, char::len_utf8);
    }
    runs
}

/// Whether the two marks are of one style.
fn matches(open: Mark, close: Mark) -> bool {
    open.glyph == '„' && matches!(close.glyph, '“' | '”')
        || open.glyph == '‚' && close.glyph == '‘'
        || !open.turned
            && !close.turned
            && match open.glyph {
                '“' | '‟' => close.glyph == '”',
                '"' => close.glyph == '"',
                '`' | '\'' => close.glyph == '\'',
                '‘' | '‚' => close.glyph == '’',
                '「' => close.glyph == '」',
                '『' => close.glyph == '』',
                _ => true,
            }
}

fn trim_end(text: &str, span: Span) -> Span {
    let end = span.start() + span.of(text).trim_end().len();
    Span::raw(span.start() as u32, end as u32)
}
