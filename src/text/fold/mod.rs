//! The folded view of a text, with an exact map to the reader's own and back.

mod chars;
mod wrap;

use crate::span::Span;

/// A text in the form that recognisers read, and where it differs from its source.
pub(super) struct Fold {
    text: String,
    edits: Vec<Edit>,
}

/// A piece of the source and what stands for it, possibly nothing. Between two edits both texts
/// are equal.
#[derive(Clone, Copy, Debug)]
struct Edit {
    source: (u32, u32),
    folded: (u32, u32),
}

impl Fold {
    /// Folds `source`: see [`super`].
    pub fn new(source: &str) -> Self {
        let joins = wrap::joins(source);
        let mut next_join = joins.iter().peekable();
        let mut fold = Self { text: String::with_capacity(source.len()), edits: Vec::new() };
        let mut at = 0;
        while let Some(rest) = source.get(at..).filter(|rest| !rest.is_empty()) {
            if let Some(join) = next_join.next_if(|join| join.start == at) {
                fold.replace(at, join.end, join.with);
                at = join.end;
                continue;
            }
            let most = next_join.peek().map_or(rest.len(), |join| join.start.saturating_sub(at));
            let plain = chars::plain(rest.get(..most).unwrap_or(rest));
            fold.text.push_str(&rest[..plain]);
            at += plain;
            if plain == 0 {
                at += fold.take(rest, at);
            }
        }
        fold
    }

    /// A text that is folded already.
    pub fn folded(text: &str) -> Self {
        Self { text: text.to_owned(), edits: Vec::new() }
    }

    /// Takes what `rest` begins with, which stands at `at` in the source; how many bytes that is.
    fn take(&mut self, rest: &str, at: usize) -> usize {
        if let Some((composed, len)) = chars::compose(rest) {
            self.replace(at, at + len, composed.encode_utf8(&mut [0; 4]));
            return len;
        }
        let Some(c) = rest.chars().next() else { return rest.len() };
        let len = if rest.starts_with("\r\n") { 2 } else { c.len_utf8() };
        match chars::fold(c) {
            Some(with) => self.replace(at, at + len, with),
            None => self.text.push(c),
        }
        len
    }

    fn replace(&mut self, start: usize, end: usize, with: &str) {
        let before = self.text.len();
        self.text.push_str(with);
        self.edits.push(Edit {
            source: (start as u32, end as u32),
            folded: (before as u32, self.text.len() as u32),
        });
    }

    pub fn text(&self) -> &str {
        &self.text
    }

    /// The place in the source that `span` of the folded text stands for: what was removed inside
    /// belongs to it, what was removed at its edges does not.
    pub fn to_source(&self, span: Span) -> Span {
        map(&self.edits, span, |e| e.folded, |e| e.source)
    }

    /// The place in the folded text that `span` of the source became; it covers whatever the source
    /// span touches.
    pub fn to_folded(&self, span: Span) -> Span {
        map(&self.edits, span, |e| e.source, |e| e.folded)
    }
}

/// `span` taken from one text to the other. An edit that it cuts through counts whole.
fn map(
    edits: &[Edit],
    span: Span,
    from: impl Fn(&Edit) -> (u32, u32),
    to: impl Fn(&Edit) -> (u32, u32),
) -> Span {
    let start = |at: u32| {
        let passed = edits.partition_point(|e| from(e).0 <= at);
        let Some(edit) = passed.checked_sub(1).and_then(|i| edits.get(i)) else { return at };
        let end = from(edit).1;
        if at < end { to(edit).0 } else { to(edit).1 + (at - end) }
    };
    let end = |at: u32| {
        let passed = edits.partition_point(|e| from(e).1 < at);
        match (edits.get(passed), edits.last()) {
            (Some(edit), _) if at > from(edit).0 => to(edit).1,
            (Some(edit), _) => to(edit).0 - (from(edit).0 - at),
            (None, Some(last)) => to(last).1 + (at - from(last).1),
            (None, None) => at,
        }
    };
    let first = start(span.start() as u32);
    Span::raw(first, end(span.end() as u32).max(first))
}

#[cfg(test)]
mod tests;
