//! Where the words of an anchor stand in a text, found without reading the text for each.

use std::cell::{Cell, OnceCell};

use super::anchor::{Anchor, CONTEXT};
use crate::{
    corrections::Lost,
    span::{OffsetMap, Span},
};

/// How many places of a word are looked at for one anchor, those nearest to where it stood.
const PLACES: usize = 512;
/// How far from its old place something is near it, in bytes.
const NEAR: usize = 200;
/// How much has to speak for a place that is near the old one: characters of the sides that agree, and
/// a share of the words' own.
const ENOUGH_NEAR: usize = 16;
/// The same anywhere else.
const ENOUGH: usize = 24;
/// How much more has to speak for a place than for the next best.
const AHEAD: usize = 8;
/// How much of the text is read where no word leads to a place, in bytes on each side.
const WINDOW: usize = 2000;
/// How many places are looked at for one patch; what is left then is not found. An honest patch needs
/// a hundredth of that.
const MOST_STEPS: usize = 8_000_000;

/// A text in which anchors are found.
pub(super) struct Finder<'t> {
    pub(super) text: &'t str,
    pub(super) map: OffsetMap,
    /// The hash of every word with its place, in order.
    words: OnceCell<Vec<(u64, usize)>>,
    steps: Cell<usize>,
}

/// Where the words stand now.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Place {
    pub(super) span: Span,
    /// Whether that is another place than before, or other words.
    pub(super) moved: bool,
}

impl<'t> Finder<'t> {
    pub(super) fn new(text: &'t str) -> Self {
        let map = OffsetMap::new(text);
        Self { text, map, words: OnceCell::new(), steps: Cell::new(0) }
    }

    /// How many places were looked at so far.
    pub(super) fn steps(&self) -> usize {
        self.steps.get()
    }

    /// Counts `n` places looked at.
    pub(super) fn spend(&self, n: usize) -> Result<(), Lost> {
        self.steps.set(self.steps.get().saturating_add(n));
        if self.steps.get() > MOST_STEPS { Err(Lost::TooMuch) } else { Ok(()) }
    }

    /// Where `anchor` stands now.
    pub(super) fn find(&self, anchor: &Anchor) -> Result<Place, Lost> {
        self.spend(1)?;
        let near = self.byte(anchor.start);
        if let Some(span) = self.stands(anchor, near)
            && self.likeness(anchor, span) == 2 * CONTEXT
        {
            return Ok(Place { span, moved: false });
        }
        match self.same_words(anchor, near) {
            Err(Lost::Gone) if anchor.is_beginning() => self.much_the_same(anchor, near),
            found => found,
        }
        .map(|span| Place { span, moved: true })
    }

    /// The byte where the code point of that number begins, or the text's end.
    fn byte(&self, point: u32) -> usize {
        floor(self.text, self.map.byte_of_codepoint(point) as usize)
    }

    /// The span of the anchor's words, if they stand at `start`.
    fn stands(&self, anchor: &Anchor, start: usize) -> Option<Span> {
        let end = start.checked_add(anchor.exact.len())?;
        (self.text.get(start..end)? == anchor.exact).then(|| Span::new(self.text, start, end))?
    }

    /// How many characters of both sides agree; a side that agrees whole counts in full, even if the
    /// text ended there.
    fn likeness(&self, anchor: &Anchor, span: Span) -> usize {
        let before = self.text.get(..span.start()).unwrap_or_default();
        let after = self.text.get(span.end()..).unwrap_or_default();
        let side = |mine: &mut dyn Iterator<Item = char>, there: &mut dyn Iterator<Item = char>| {
            let mut same = 0;
            for wanted in mine {
                if there.next() != Some(wanted) {
                    return same;
                }
                same += 1;
            }
            // Short of a full side, the text ended; it has to end here too.
            if same == CONTEXT || there.next().is_none() { CONTEXT } else { same }
        };
        side(&mut anchor.prefix.chars().rev(), &mut before.chars().rev())
            + side(&mut anchor.suffix.chars(), &mut after.chars())
    }

    /// The one place with the same words for which enough speaks.
    fn same_words(&self, anchor: &Anchor, near: usize) -> Result<Span, Lost> {
        let whole = [&*anchor.prefix, &anchor.exact, &anchor.suffix].concat();
        let edge = |side: &str| side.chars().nth(CONTEXT - 1).is_some();
        let edges = (edge(&anchor.prefix), edge(&anchor.suffix));
        let mut starts = self.occurrences(&whole, edges, near, PLACES)?;
        for at in &mut starts {
            *at += anchor.prefix.len();
        }
        if starts.is_empty() {
            starts = self.occurrences(&anchor.exact, edges_of(anchor), near, PLACES)?;
        }
        // What a long quotation says is as good as what stands beside it.
        let own = anchor.exact.chars().take(2 * CONTEXT).count() / 2;
        let mut best: Option<(usize, usize, Span)> = None;
        let mut second: Option<usize> = None;
        // How far those are whose sides agree whole.
        let mut equals: Vec<usize> = Vec::new();
        for span in starts.into_iter().filter_map(|at| self.stands(anchor, at)) {
            if !self.bounded_alike(anchor, span) {
                continue;
            }
            let (score, far) = (self.likeness(anchor, span), span.start().abs_diff(near));
            if score == 2 * CONTEXT {
                equals.push(far);
            }
            match best {
                Some((high, other, _)) if high > score || high == score && other <= far => {
                    second = second.max(Some(score));
                }
                _ => {
                    second = best.map(|(high, ..)| high).max(second);
                    best = Some((score, far, span));
                }
            }
        }
        let (score, far, span) = best.ok_or(Lost::Gone)?;
        if score == 2 * CONTEXT {
            // The same words between the same words, more than once: only if one is clearly nearest.
            equals.sort_unstable();
            let clear = equals.get(1).is_none_or(|next| far.saturating_mul(4) <= *next);
            return if clear { Ok(span) } else { Err(Lost::Ambiguous) };
        }
        if score + own < if far <= NEAR { ENOUGH_NEAR } else { ENOUGH } {
            return Err(Lost::Gone);
        }
        if second.is_some_and(|second| score < second + AHEAD) {
            return Err(Lost::Ambiguous);
        }
        Ok(span)
    }

    /// Whether the words are cut off from their neighbours here as they were.
    fn bounded_alike(&self, anchor: &Anchor, span: Span) -> bool {
        let (start, end) = edges_of(anchor);
        let before = self.text.get(..span.start()).and_then(|t| t.chars().next_back());
        let after = self.text.get(span.end()..).and_then(|t| t.chars().next());
        let inside = |c: Option<char>, own: Option<char>| {
            c.is_some_and(char::is_alphanumeric) && own.is_some_and(char::is_alphanumeric)
        };
        let cut = anchor.is_beginning();
        (inside(before, anchor.exact.chars().next()) == start)
            && (cut || inside(after, anchor.exact.chars().next_back()) == end)
    }

    /// For long passages: the one place where both sides stand, with much the same words between.
    fn much_the_same(&self, anchor: &Anchor, near: usize) -> Result<Span, Lost> {
        let cut = |side: &str| side.chars().nth(CONTEXT / 2 - 1).is_some();
        if !cut(&anchor.prefix) || !cut(&anchor.suffix) {
            return Err(Lost::Gone);
        }
        let edge = anchor.prefix.chars().nth(CONTEXT - 1).is_some();
        let found = self.occurrences(&anchor.prefix, (edge, false), near, PLACES)?;
        let mut places = found.into_iter().filter_map(|at| {
            let start = at + anchor.prefix.len();
            let end = floor(self.text, start + 2 * anchor.exact.len() + 64);
            let length = self.text.get(start..end)?.find(&anchor.suffix)?;
            let span = Span::new(self.text, start, start + length)?;
            is_much_the_same(&anchor.exact, span.of(self.text)).then_some(span)
        });
        match (places.next(), places.next()) {
            (Some(span), None) => Ok(span),
            (Some(_), Some(_)) => Err(Lost::Ambiguous),
            (None, _) => Err(Lost::Gone),
        }
    }

    /// Every place where the words of `anchor` stand as whole words, if those were.
    pub(super) fn everywhere(&self, anchor: &Anchor) -> Result<Vec<Span>, Lost> {
        let starts = self.occurrences(&anchor.exact, edges_of(anchor), 0, usize::MAX)?;
        let spans = starts.into_iter().filter_map(|at| self.stands(anchor, at));
        Ok(spans.filter(|span| self.bounded_alike(anchor, *span)).collect())
    }

    /// Where `snippet` stands, of the `most` places nearest to `near` that its rarest word leads to.
    /// Ends of the snippet that may cut a word in two are not gone by.
    fn occurrences(
        &self,
        snippet: &str,
        cut: (bool, bool),
        near: usize,
        most: usize,
    ) -> Result<Vec<usize>, Lost> {
        let known = self.words.get_or_init(|| {
            let mut words: Vec<(u64, usize)> =
                words(self.text).map(|(at, word)| (hash(word), at)).collect();
            words.sort_unstable();
            words
        });
        let of = |hash: u64| {
            let from = known.partition_point(|&(other, _)| other < hash);
            let rest = known.get(from..).unwrap_or_default();
            rest.get(..rest.partition_point(|&(other, _)| other == hash)).unwrap_or_default()
        };
        let whole = |&(at, word): &(usize, &str)| {
            (at > 0 || !cut.0) && (at + word.len() < snippet.len() || !cut.1)
        };
        let rarest = words(snippet)
            .filter(whole)
            .map(|(at, word)| (at, of(hash(word))))
            .min_by_key(|(_, places)| places.len());
        let fits = |at: usize| {
            let there = self.text.as_bytes().get(at..at + snippet.len());
            there == Some(snippet.as_bytes())
        };
        let Some((offset, places)) = rarest else {
            // No word leads there: what is near is read.
            let (from, to) = if most == usize::MAX {
                (0, self.text.len())
            } else {
                let to = (near + WINDOW).min(self.text.len());
                (near.saturating_sub(WINDOW), to)
            };
            let from = floor(self.text, from);
            let to = floor(self.text, to);
            self.spend((to - from) / 8 + 1)?;
            let window = self.text.get(from..to).unwrap_or_default();
            return Ok(window.match_indices(snippet).map(|(at, _)| from + at).collect());
        };
        let middle = places.partition_point(|&(_, at)| at < near + offset);
        let from = middle.saturating_sub(most / 2);
        let places = places.get(from..).unwrap_or_default();
        let places = places.get(..most.min(places.len())).unwrap_or_default();
        self.spend(places.len())?;
        let starts = places.iter().filter_map(|&(_, at)| at.checked_sub(offset));
        Ok(starts.filter(|&at| fits(at)).collect())
    }
}

/// Whether the words of an anchor begin and end inside a word.
fn edges_of(anchor: &Anchor) -> (bool, bool) {
    let letter = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
    let exact = &anchor.exact;
    (
        letter(anchor.prefix.chars().next_back()) && letter(exact.chars().next()),
        letter(anchor.suffix.chars().next()) && letter(exact.chars().next_back()),
    )
}

/// Whether at least half of the longer one is a beginning and an end that both share.
fn is_much_the_same(a: &str, b: &str) -> bool {
    let (a, b): (Vec<char>, Vec<char>) = (a.chars().collect(), b.chars().collect());
    let shorter = a.len().min(b.len());
    let start = a.iter().zip(&b).take_while(|(a, b)| a == b).count();
    let end = a.iter().rev().zip(b.iter().rev()).take_while(|(a, b)| a == b).count();
    2 * (start + end).min(shorter) >= a.len().max(b.len())
}

/// The words of a text with their places. In scripts without spaces every character is one, and so is
/// every sign beyond ASCII.
fn words(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let mut rest = 0;
    std::iter::from_fn(move || {
        loop {
            let from = rest;
            let c = text.get(from..)?.chars().next()?;
            rest += c.len_utf8();
            if is_letter(c) {
                let tail = text.get(rest..)?;
                rest += tail.find(|c| !is_letter(c)).unwrap_or(tail.len());
            } else if c.is_ascii() || c.is_whitespace() {
                continue;
            }
            return Some((from, text.get(from..rest)?));
        }
    })
}

/// Whether it may be one of several that make a word.
fn is_letter(c: char) -> bool {
    c < '\u{2e80}' && c.is_alphanumeric()
}

/// FNV-1a, 64 bits. A match of hashes is always compared by its words.
fn hash(word: &str) -> u64 {
    word.bytes().fold(0xcbf2_9ce4_8422_2325, |hash, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
    })
}

/// The last boundary of a character at or before `at`.
fn floor(text: &str, at: usize) -> usize {
    let at = at.min(text.len());
    (at.saturating_sub(3)..=at).rev().find(|&at| text.is_char_boundary(at)).unwrap_or(0)
}
