//! What part each line of the article plays.

use super::lines::{Line, plain};
use crate::{
    report::{Block, BlockKind},
    span::Span,
};

/// A headline has at most so many words; a sub-heading so many.
const HEADLINE: usize = 30;
const SUBHEADING: usize = 12;
/// A line with so many words is running text.
const RUNNING: usize = 12;

/// The blocks of the article's lines; a line is one block, but for a date glued to its headline.
pub(super) fn blocks(text: &str, lines: &[&Line<'_>]) -> Vec<Block> {
    let headline = headline(lines);
    let mut blocks = Vec::with_capacity(lines.len() + 1);
    let mut paragraphs = 0;
    for (at, line) in lines.iter().enumerate() {
        let mut span = line.span;
        let kind = if Some(at) == headline {
            if let Some(date) = date_prefix(line.text) {
                let rest = line.text.get(date..).unwrap_or_default();
                let from = line.span.end() - rest.trim_start().len();
                if let (Some(prefix), Some(rest)) = (
                    Span::new(text, line.span.start(), line.span.start() + date),
                    Span::new(text, from, line.span.end()),
                ) {
                    blocks.push(Block { kind: BlockKind::Dateline, span: prefix, why: None });
                    span = rest;
                }
            }
            BlockKind::Headline
        } else {
            kind(lines, at, paragraphs)
        };
        paragraphs += usize::from(kind == BlockKind::Paragraph && line.words >= RUNNING);
        blocks.push(Block { kind, span, why: None });
    }
    blocks
}

/// The index of the headline: the first line, or the one behind a date, without a full stop, with
/// running text below it.
fn headline(lines: &[&Line<'_>]) -> Option<usize> {
    let (at, line) = lines
        .iter()
        .enumerate()
        .take(4)
        .find(|(_, l)| !is_byline(l.text) && !is_dateline(l.text) && !is_caption(l.text))?;
    let fits = line.words <= HEADLINE
        && line.text.contains(char::is_alphabetic)
        && !is_item(line.text)
        && !closes(line.text, &['.', ':', ',', ';']);
    let below = lines.iter().skip(at + 1).take(6);
    let running = below.clone().any(|l| l.words >= RUNNING || closes(l.text, &['.', '!', '?']));
    (fits && running).then_some(at)
}

fn kind(lines: &[&Line<'_>], at: usize, paragraphs: usize) -> BlockKind {
    let line = lines[at];
    let alone = lines.len() == 1;
    if alone {
        BlockKind::Paragraph
    } else if is_byline(line.text) {
        BlockKind::Byline
    } else if paragraphs == 0 && is_dateline(line.text) {
        BlockKind::Dateline
    } else if is_caption(line.text) {
        BlockKind::Caption
    } else if is_item(line.text) {
        BlockKind::List
    } else if is_subheading(lines, at) {
        BlockKind::Subheading
    } else {
        BlockKind::Paragraph
    }
}

fn is_subheading(lines: &[&Line<'_>], at: usize) -> bool {
    let line = lines[at];
    let running = |i: usize| {
        lines
            .get(i)
            .is_some_and(|l| l.words >= RUNNING || closes(l.text, &['.', '!', '?']) && l.words >= 4)
    };
    at > 0
        && line.words <= SUBHEADING
        && line
            .text
            .starts_with(|c: char| c.is_uppercase() || c.is_numeric() || "“‘\"'".contains(c))
        && !closes(line.text, &['.', ':', ',', ';', '!'])
        && running(at + 1)
        && (0..at).rev().take(2).any(running)
}

/// Whether `text` ends in one of `marks`, closing quotation marks and brackets aside.
pub(super) fn closes(text: &str, marks: &[char]) -> bool {
    text.trim_end_matches(['"', '”', '’', '\'', ')', ']']).ends_with(marks)
}

/// The words that name a writer or a source at the start of a line, before a colon.
const LABELS: &[&str] =
    &["author", "authors", "source", "sources", "agency", "written by", "reporter"];
/// The same without a colon.
const OPENERS: &[&str] =
    &["by ", "words by ", "written by ", "reporting by ", "edited by ", "reported by "];

/// Whether a line says who wrote the article or where it comes from.
pub(super) fn is_byline(text: &str) -> bool {
    if text.len() > 160 {
        return false;
    }
    if label(text).is_some() {
        return true;
    }
    let lower = text.to_lowercase();
    let Some(opener) = OPENERS.iter().find(|opener| lower.starts_with(*opener)) else {
        return false;
    };
    // Of the same length: only ASCII letters were compared.
    let name = text.get(opener.len()..).unwrap_or_default();
    let long = name.split_whitespace().count() > 12;
    let names = name.split_whitespace().take(2).all(|w| w.starts_with(|c: char| !c.is_lowercase()));
    !long
        && names
        && !closes(text, &[',', '?', '!'])
        && !(text.ends_with('.') && !lower.starts_with("report"))
        && name.starts_with(char::is_uppercase)
}

/// Whether a line says so below an article: with a label, or "Reporting by".
pub(super) fn is_credit(text: &str) -> bool {
    is_byline(text) && (label(text).is_some() || text.starts_with("Report"))
}

/// The label of a line such as "Source: …", and what stands behind it.
fn label(text: &str) -> Option<(&'static str, &str)> {
    let (label, value) = text.split_once(':')?;
    let known = LABELS.iter().find(|known| label.trim().eq_ignore_ascii_case(known))?;
    let value = value.trim();
    (!value.is_empty() && value.split_whitespace().count() <= 8).then_some((*known, value))
}

/// The agency or paper that the article names as its source: behind "Author: …/" or "Source:", or
/// in brackets before the dash that opens the text.
pub(in super::super) fn source(text: &str, blocks: &[Block]) -> Option<Span> {
    let place = |part: &str| {
        // `part` is a slice of `text`.
        let start = (part.as_ptr() as usize).checked_sub(text.as_ptr() as usize)?;
        Span::new(text, start, start + part.len())
    };
    let labels = || {
        let bylines = blocks.iter().filter(|b| b.kind == BlockKind::Byline);
        bylines.filter_map(|b| label(b.span.of(text)))
    };
    let agency =
        labels().find_map(|(_, value)| value.rsplit_once('/')).map(|(_, agency)| agency.trim());
    let named = || {
        labels().find(|(label, _)| label.starts_with(['s', 'a']) && !label.starts_with("author"))
    };
    let opening = || {
        let mut paragraphs = blocks.iter().filter(|b| b.kind == BlockKind::Paragraph);
        in_brackets(paragraphs.next()?.span.of(text))
    };
    agency.or_else(|| named().map(|(_, value)| value)).or_else(opening).and_then(place)
}

/// "Reuters" in "KYIV, March 3 (Reuters) - …".
fn in_brackets(text: &str) -> Option<&str> {
    let (city, rest) = text.split_once('(')?;
    let (agency, rest) = rest.split_once(')')?;
    let dash = rest.trim_start().starts_with(['-', '–', '—']);
    let fits = city.len() <= 60 && city.starts_with(char::is_uppercase) && agency.len() <= 30;
    (dash && fits && !agency.contains('(')).then_some(agency)
}

const MONTHS: &[&str] =
    &["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

/// Whether a line says when, and maybe where, the article was written, and no more.
fn is_dateline(text: &str) -> bool {
    const PLAIN: &[&str] = &[
        "date",
        "published",
        "updated",
        "posted",
        "last",
        "first",
        "on",
        "at",
        "am",
        "pm",
        "a",
        "p",
        "m",
        "st",
        "nd",
        "rd",
        "th",
        "of",
        "modified",
        "min",
        "read",
        "h",
    ];
    let plain = plain(text);
    let words: Vec<_> = plain.split(' ').collect();
    let number = |w: &str| w.starts_with(|c: char| c.is_ascii_digit());
    let month = |w: &str| w.len() <= 9 && MONTHS.iter().any(|m| w.starts_with(m));
    let year = words.iter().any(|w| w.len() == 4 && number(w));
    let day = words.iter().any(|w| month(w)) || words.iter().filter(|w| number(w)).count() >= 3;
    let cased = text.split_whitespace().all(|w| {
        let w = w.trim_matches(|c: char| !c.is_alphanumeric()).to_owned();
        !w.starts_with(char::is_lowercase)
            || PLAIN.contains(&w.to_lowercase().replace('.', "").as_str())
    });
    words.len() <= 14
        && words.iter().any(|w| number(w))
        && day
        && cased
        && (year || words.iter().any(|w| *w == "published" || *w == "updated"))
        && words.iter().filter(|w| !number(w) && !month(w) && !PLAIN.contains(*w)).count() <= 4
}

/// The length of a machine's date before a headline: "date 2021-10-04", "Published: 2021-10-04".
fn date_prefix(text: &str) -> Option<usize> {
    let from = text.find(|c: char| c.is_ascii_digit()).filter(|&from| from <= 12)?;
    let label = text.get(..from)?.trim_end().trim_end_matches(':').to_lowercase();
    if !matches!(label.as_str(), "" | "date" | "published" | "updated" | "posted") {
        return None;
    }
    let date = text.get(from..from + 10)?;
    let shape = date.bytes().enumerate().all(|(i, b)| match i {
        4 | 7 => b == b'-' || b == b'/' || b == b'.',
        _ => b.is_ascii_digit(),
    });
    let rest = text.get(from + 10..)?;
    let apart = rest.starts_with(' ') && rest.trim_start().starts_with(|c: char| !c.is_numeric());
    (shape && apart && rest.split_whitespace().count() >= 3).then_some(from + 10)
}

/// Whether a line stands under a picture.
fn is_caption(text: &str) -> bool {
    const STARTS: &[&str] =
        &["photo:", "image:", "picture:", "file photo", "caption:", "pictured:", "photograph:"];
    const ENDS: &[&str] =
        &["getty images", "/reuters", "/ap", "/afp", "ap photo", "photo)", "getty images)"];
    if text.len() > 400 {
        return false;
    }
    let lower = text.to_lowercase();
    let credit = lower.rfind('(').and_then(|at| lower.get(at..)).is_some_and(|tail| {
        tail.ends_with(')')
            && ["photo", "image", "picture", "ap/", "reuters/"].iter().any(|p| tail.contains(p))
    });
    STARTS.iter().any(|start| lower.starts_with(start))
        || ENDS.iter().any(|end| lower.ends_with(end))
        || credit
}

/// Whether a line is an item of a list.
pub(super) fn is_item(text: &str) -> bool {
    let mut chars = text.chars();
    match chars.next() {
        Some('•' | '●' | '▪' | '■' | '◦' | '‣' | '*' | '-' | '–') => {
            text.split_whitespace().count() > 1 && chars.next().is_some_and(char::is_whitespace)
        }
        Some(c) if c.is_ascii_digit() => {
            let rest = text.trim_start_matches(|c: char| c.is_ascii_digit());
            text.len() - rest.len() <= 2 && (rest.starts_with(". ") || rest.starts_with(") "))
        }
        _ => false,
    }
}
