//! What the writers of all formats look up.

use super::{
    ExportOptions, json,
    rows::{self, Row},
};
use crate::{
    report::{BlockKind, DateMention, Entity, Mention, Quote, Report},
    span::{OffsetMap, Span},
};

/// A text with its report, and ways to look things up in it.
pub(super) struct Article<'a> {
    pub text: &'a str,
    pub report: &'a Report,
    pub options: &'a ExportOptions<'a>,
    /// Everything marked, in reading order.
    pub rows: Vec<Row<'a>>,
    map: OffsetMap,
}

impl<'a> Article<'a> {
    pub fn new(text: &'a str, report: &'a Report, options: &'a ExportOptions<'a>) -> Self {
        let mut article = Self::bare(text, report, options);
        article.map = OffsetMap::new(text);
        article.rows = rows::rows(&article);
        article
    }

    /// Without rows, and without offsets in other units.
    pub fn bare(text: &'a str, report: &'a Report, options: &'a ExportOptions<'a>) -> Self {
        Self { text, report, options, rows: Vec::new(), map: OffsetMap::new("") }
    }

    /// An offset in bytes as one in code points.
    pub fn point(&self, byte: usize) -> u32 {
        self.map.codepoint_at(byte as u32)
    }

    /// The words of a span.
    pub fn words(&self, span: Span) -> &'a str {
        span.of(self.text)
    }

    pub fn entity(&self, id: &str) -> Option<&'a Entity> {
        numbered(&self.report.entities, id, |e| &e.id)
    }

    pub fn mention(&self, id: &str) -> Option<&'a Mention> {
        numbered(&self.report.mentions, id, |m| &m.id)
    }

    pub fn date(&self, id: &str) -> Option<&'a DateMention> {
        numbered(&self.report.dates, id, |d| &d.id)
    }

    /// The name of an entity; its id where the report has no such entity.
    pub fn name<'n>(&self, id: &'n str) -> &'n str
    where
        'a: 'n,
    {
        self.entity(id).map_or(id, |entity| &entity.name)
    }

    /// The first sentence that ends after `byte`, if it begins before.
    pub fn sentence_at(&self, byte: usize) -> Option<(usize, Span)> {
        let sentences = &self.report.sentences;
        let at = sentences.partition_point(|s| s.end() <= byte);
        sentences.get(at).filter(|s| s.start() <= byte).map(|s| (at, *s))
    }

    /// The publication day, where it is known.
    pub fn published(&self) -> Option<&'a str> {
        self.report.document.published.value.as_deref()
    }

    /// Who published the article, as it says.
    pub fn source(&self) -> &'a str {
        self.report.document.source.map_or("", |span| self.words(span).trim())
    }

    /// The headline, or what the options call the article, or its first words.
    pub fn title(&self) -> String {
        let headline = self.report.document.headline.map_or("", |span| self.words(span));
        if !headline.trim().is_empty() {
            return one_line(headline);
        }
        if let Some(title) = self.options.title.filter(|title| !title.trim().is_empty()) {
            return one_line(title);
        }
        let first = self.report.blocks.iter().find(|b| b.kind != BlockKind::Boilerplate);
        let first = first.map_or(String::new(), |block| shortened(self.words(block.span), 80));
        if first.is_empty() { self.options.words.untitled.to_owned() } else { first }
    }

    /// Who said `quote`, as surely as the text says it: a name, the words that stand for one, or
    /// the names that it may be.
    pub fn speaker(&self, quote: &Quote) -> Option<String> {
        if let Some(speaker) = &quote.speaker {
            return Some(self.name(&speaker.entity).to_owned());
        }
        if quote.candidates.len() > 1 {
            let names: Vec<&str> = quote.candidates.iter().map(|c| self.name(&c.entity)).collect();
            return Some(names.join(self.options.words.or));
        }
        let source = quote.source.as_ref().map_or("", |source| self.words(source.span));
        (!source.is_empty()).then(|| one_line(source))
    }

    /// Name and version of what wrote this.
    pub fn engine(&self) -> String {
        format!("newsmark {}", self.report.engine.version)
    }

    /// A name for the text that no other text has, from nothing but its words: a UUID of version 8.
    pub fn uuid(&self) -> String {
        uuid(&[self.text])
    }
}

/// The item with that id. Those that newsmark counted stand where their number says; a reader's
/// corrections may have moved them.
fn numbered<'a, T>(items: &'a [T], id: &str, of: impl Fn(&T) -> &String) -> Option<&'a T> {
    let number: Option<usize> = id.get(1..).and_then(|n| n.parse().ok());
    let there = number.and_then(|n| items.get(n.wrapping_sub(1))).filter(|item| of(item) == id);
    there.or_else(|| items.iter().find(|item| of(item) == id))
}

/// A UUID of version 8 from two hashes (FNV-1a) of `parts`.
pub(super) fn uuid(parts: &[&str]) -> String {
    let hash = |mut hash: u64| {
        for part in parts {
            for byte in part.bytes().chain([0xff]) {
                hash = (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
            }
        }
        // The last bytes have not reached the upper bits yet.
        hash ^= hash >> 32;
        hash = hash.wrapping_mul(0x9e37_79b9_7f4a_7c15);
        hash ^ hash >> 29
    };
    let (high, low) = (hash(0xcbf2_9ce4_8422_2325), hash(0x6c62_272e_07bb_0142));
    let high = high & !0xf000 | 0x8000;
    let low = low & !(0b11 << 62) | 0b10 << 62;
    let mut out = String::with_capacity(36);
    for (i, shift) in (0..32).rev().enumerate() {
        if matches!(i, 8 | 12 | 16 | 20) {
            out.push('-');
        }
        let half = if shift < 16 { low } else { high };
        json::hex(&mut out, (half >> (shift % 16 * 4)) as u8);
    }
    out
}

/// Hour and minute of a value that ends in a time of day, `2021-10-04T09:30`; none for parts of the day.
pub(super) fn clock(value: &str) -> Option<[u32; 2]> {
    let clock = value.get(10..)?.strip_prefix('T')?;
    let two = |at: usize, most: u32| {
        let digits = clock.get(at..at + 2)?;
        let all = digits.bytes().all(|byte| byte.is_ascii_digit());
        digits.parse().ok().filter(|number| all && *number <= most)
    };
    let minute = clock.get(2..3).filter(|colon| *colon == ":").and_then(|_| two(3, 59));
    Some([two(0, 23)?, minute.unwrap_or(0)])
}

/// `text` on one line, every run of white space and control characters a space.
pub(super) fn one_line(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for word in text.split(|c: char| c.is_whitespace() || c.is_control()) {
        if !word.is_empty() {
            if !out.is_empty() {
                out.push(' ');
            }
            out.push_str(word);
        }
    }
    out
}

/// `text` on one line, cut after at most `most` characters, at a space where there is one.
pub(super) fn shortened(text: &str, most: usize) -> String {
    let mut line = one_line(text);
    let Some((end, _)) = line.char_indices().nth(most) else { return line };
    let end = line[..end].rfind(' ').unwrap_or(end);
    line.truncate(end);
    line.push('…');
    line
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_of_day_are_told_from_its_parts() {
        for (clock_time, wanted) in [
            ("T09:30", Some([9, 30])),
            ("T23", Some([23, 0])),
            ("T09:30:15", Some([9, 30])),
            ("T09:60", Some([9, 0])),
            ("TMO", None),
            ("T24:00", None),
            ("T+9:30", None),
            ("T9", None),
            ("", None),
        ] {
            assert_eq!(clock(&["2021-10-04", clock_time].concat()), wanted, "{clock_time}");
        }
    }
}
