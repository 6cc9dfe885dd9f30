//! Positions in text, and the only code that converts between their units.

use std::cmp::Reverse;

use serde::{Deserialize, Serialize};

/// A half-open range of **UTF-8 byte offsets**; both ends lie on `char` boundaries of the text it
/// was made from.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct Span {
    start: u32,
    end: u32,
}

impl Span {
    /// Returns `None` unless `text.get(start..end)` exists and `end` fits in a `u32`.
    pub fn new(text: &str, start: usize, end: usize) -> Option<Self> {
        text.get(start..end)?;
        Some(Self { start: u32::try_from(start).ok()?, end: u32::try_from(end).ok()? })
    }

    /// The whole of `text`; `None` when it is longer than a `u32` can count.
    pub fn whole(text: &str) -> Option<Self> {
        Self::new(text, 0, text.len())
    }

    /// Where the span begins, in bytes.
    pub fn start(self) -> usize {
        self.start as usize
    }

    /// Just past where the span ends, in bytes.
    pub fn end(self) -> usize {
        self.end as usize
    }

    /// The number of bytes covered.
    pub fn len(self) -> usize {
        (self.end - self.start) as usize
    }

    /// Whether the span covers nothing.
    pub fn is_empty(self) -> bool {
        self.start == self.end
    }

    /// The slice of `text` that this span covers; empty when `text` is not the text the span was
    /// made from and has no such range.
    pub fn of(self, text: &str) -> &str {
        text.get(self.start()..self.end()).unwrap_or_default()
    }

    /// The smallest span that covers both.
    #[must_use]
    pub fn to(self, other: Self) -> Self {
        Self { start: self.start.min(other.start), end: self.end.max(other.end) }
    }

    /// The part from this span's end to `other`'s start; `None` when they touch or overlap.
    pub fn gap(self, other: Self) -> Option<Self> {
        (self.end < other.start).then_some(Self { start: self.end, end: other.start })
    }

    /// Whether the two share at least one byte.
    pub fn overlaps(self, other: Self) -> bool {
        self.start < other.end && other.start < self.end
    }

    /// Whether `other` lies inside this span (equal spans contain each other).
    pub fn contains(self, other: Self) -> bool {
        self.start <= other.start && other.end <= self.end
    }

    /// Whether the byte at `offset` lies inside.
    pub fn covers(self, offset: usize) -> bool {
        self.start() <= offset && offset < self.end()
    }

    /// Sort key: by start, then longest first, so that an outer span precedes those inside it.
    pub fn reading_order(self) -> (u32, Reverse<u32>) {
        (self.start, Reverse(self.end))
    }

    /// The same place counted by `at`, which maps one offset and must not decrease.
    pub(crate) fn map(self, at: impl Fn(u32) -> u32) -> Self {
        Self { start: at(self.start), end: at(self.end) }
    }

    /// The same words where what began at `from` begins at `to`.
    pub(crate) fn moved(self, from: usize, to: usize) -> Self {
        self.map(|at| at - from as u32 + to as u32)
    }

    /// For the code that maps spans between two texts: both ends as they are.
    pub(crate) fn raw(start: u32, end: u32) -> Self {
        debug_assert!(start <= end, "{start}..{end}");
        Self { start, end: end.max(start) }
    }
}

/// Sorts `items` in reading order; those with the same span stay in the order they had.
pub(crate) fn in_reading_order<T>(items: &mut Vec<T>, span: impl Fn(&T) -> Span) {
    by_number(items, |item| {
        let Span { start, end } = span(item);
        u64::from(start) << 32 | u64::from(u32::MAX - end)
    });
}

/// Sorts `items` by a number; those with the same number stay in the order they had.
///
/// The library's sort is compiled for each type that it sorts, four kilobytes a time; here it sorts
/// one type for all.
pub(crate) fn by_number<T>(items: &mut Vec<T>, number: impl Fn(&T) -> u64) {
    let mut order: Vec<(u64, usize)> =
        items.iter().enumerate().map(|(i, item)| (number(item), i)).collect();
    if order.is_sorted() {
        return;
    }
    order.sort_unstable();
    let mut places: Vec<Option<T>> = items.drain(..).map(Some).collect();
    items.extend(order.into_iter().filter_map(|(_, i)| places.get_mut(i)?.take()));
}

/// The same range in **UTF-16 code units**: what `String.prototype.slice` and DOM `Range` count.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Utf16Span {
    /// First unit.
    pub start: u32,
    /// Just past the last unit.
    pub end: u32,
}

/// How an edited text differs from the one before: all within one stretch.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Change {
    /// Where the stretch begins, in both.
    pub start: usize,
    /// Where it ended.
    pub old_end: usize,
    /// Where it ends now.
    pub new_end: usize,
}

impl Change {
    /// What lies between the longest beginning and the longest end that `old` and `new` share.
    pub fn between(old: &str, new: &str) -> Self {
        let shared = |a: &mut dyn Iterator<Item = char>, b: &mut dyn Iterator<Item = char>| {
            a.zip(b).take_while(|(a, b)| a == b).map(|(c, _)| c.len_utf8()).sum::<usize>()
        };
        let start = shared(&mut old.chars(), &mut new.chars());
        let end = shared(&mut old[start..].chars().rev(), &mut new[start..].chars().rev());
        Self { start, old_end: old.len() - end, new_end: new.len() - end }
    }

    /// Where `span` of the old text is in the new one; nowhere, if the change is inside it.
    pub fn carry(self, span: Span) -> Option<Span> {
        if span.end() <= self.start {
            return Some(span);
        }
        let moved = |at: usize| (at + self.new_end - self.old_end) as u32;
        (span.start() >= self.old_end).then(|| Span::raw(moved(span.start()), moved(span.end())))
    }
}

/// Converts byte offsets to UTF-16 or code point offsets in `O(log n)`, after one pass over the text.
pub struct OffsetMap {
    /// For each non-ASCII char: the byte offset just past it, and how many bytes more than UTF-16
    /// units, and than code points, stand up to there.
    marks: Vec<(u32, u32, u32)>,
}

impl OffsetMap {
    /// Reads `text` once. Memory is linear in its non-ASCII characters.
    pub fn new(text: &str) -> Self {
        let (mut units, mut points) = (0, 0);
        let marks = text
            .char_indices()
            .filter(|(_, c)| !c.is_ascii())
            .map(|(at, c)| {
                units += (c.len_utf8() - c.len_utf16()) as u32;
                points += c.len_utf8() as u32 - 1;
                ((at + c.len_utf8()) as u32, units, points)
            })
            .collect();
        Self { marks }
    }

    /// The UTF-16 code units that `span` covers.
    pub fn utf16(&self, span: Span) -> Utf16Span {
        let at = |byte| byte - self.surplus(byte).0;
        Utf16Span { start: at(span.start), end: at(span.end) }
    }

    /// The offset of `byte` in UTF-16 code units.
    pub(crate) fn utf16_at(&self, byte: u32) -> u32 {
        byte - self.surplus(byte).0
    }

    /// The offset of `byte` in Unicode code points.
    pub(crate) fn codepoint_at(&self, byte: u32) -> u32 {
        byte - self.surplus(byte).1
    }

    /// The byte at which the UTF-16 code unit with that number begins; past the text's end, a byte past it, and
    /// between the halves of a surrogate pair, one within the character.
    pub(crate) fn byte_of_utf16(&self, unit: u32) -> u32 {
        let passed = self.marks.partition_point(|&(end, surplus, _)| end - surplus <= unit);
        unit.saturating_add(passed.checked_sub(1).map_or(0, |i| self.marks[i].1))
    }

    /// The byte at which the code point with that number begins; past the text's end, a byte past it.
    pub(crate) fn byte_of_codepoint(&self, point: u32) -> u32 {
        let passed = self.marks.partition_point(|&(end, _, surplus)| end - surplus <= point);
        point.saturating_add(passed.checked_sub(1).map_or(0, |i| self.marks[i].2))
    }

    fn surplus(&self, byte: u32) -> (u32, u32) {
        let passed = self.marks.partition_point(|&(end, ..)| end <= byte);
        passed.checked_sub(1).map_or((0, 0), |i| (self.marks[i].1, self.marks[i].2))
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    const AWKWARD: &[&str] = &[
        "",
        "plain",
        "“curly”",
        "𝔐 letter",
        "🇯🇵🇰🇵",
        "e\u{301}",
        "\u{fffd}\r\n\u{a0}\u{200b}\u{200f}\u{2028}x",
    ];

    #[test]
    fn offsets_agree_with_the_standard_library_at_every_pair_of_boundaries() {
        for text in AWKWARD {
            let map = OffsetMap::new(text);
            let ends: Vec<_> = text.char_indices().map(|(at, _)| at).chain([text.len()]).collect();
            for &start in &ends {
                for &end in ends.iter().filter(|&&end| end >= start) {
                    let span = Span::new(text, start, end).expect("both ends are boundaries");
                    let units = |at: usize| text[..at].encode_utf16().count() as u32;
                    let points = |at: usize| text[..at].chars().count() as u32;
                    assert_eq!(map.utf16(span), Utf16Span { start: units(start), end: units(end) });
                    assert_eq!(map.codepoint_at(start as u32), points(start));
                    assert_eq!(map.byte_of_codepoint(points(start)), start as u32);
                    assert_eq!(map.byte_of_utf16(units(start)), start as u32);
                    assert_eq!(map.utf16_at(end as u32), units(end));
                }
            }
        }
    }

    #[test]
    fn a_span_off_a_boundary_or_past_the_end_is_refused() {
        assert_eq!(Span::new("é", 0, 1), None);
        assert_eq!(Span::new("e", 0, 2), None);
        assert_eq!(Span::new("ab", 2, 1), None);
    }

    proptest! {
        #[test]
        fn what_lies_outside_a_change_is_the_same_words(old in "[ab“é ]{0,12}", new in "[ab“é ]{0,12}") {
            let change = Change::between(&old, &new);
            for start in (0..=old.len()).filter(|&at| old.is_char_boundary(at)) {
                for end in (start..=old.len()).filter(|&at| old.is_char_boundary(at)) {
                    let span = Span::new(&old, start, end).expect("inside");
                    if let Some(moved) = change.carry(span) {
                        prop_assert_eq!(span.of(&old), moved.of(&new));
                    }
                }
            }
        }
    }
}
