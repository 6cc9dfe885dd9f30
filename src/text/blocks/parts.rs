//! What part each line of the article plays.

use super::{
    dateline::{date_prefix, is_dateline, opening},
    lines::Line,
    rules,
};
use crate::{
    report::{Block, BlockKind, Why},
    span::Span,
};

/// A headline has at most so many words; a sub-heading so many.
const HEADLINE: usize = 30;
const SUBHEADING: usize = 12;
/// A line with so many words is running text.
const RUNNING: usize = 12;

/// Datelines are looked for at the start of so many paragraphs: a summary may stand first.
const FIRST: usize = 3;

/// The blocks of the article's lines; a line is one block, but for a date glued to its headline, a
/// dateline before its text, and a writer's post below the name.
pub(super) fn blocks(text: &str, lines: &[&Line<'_>]) -> Vec<Block> {
    let headline = headline(lines);
    let mut blocks = Vec::<Block>::with_capacity(lines.len() + 1);
    let (mut paragraphs, mut running, mut dated) = (0, 0, false);
    for (at, line) in lines.iter().enumerate() {
        let kind = if Some(at) == headline {
            BlockKind::Headline
        } else {
            kind(lines, at, headline, running)
        };
        let prefix = match kind {
            BlockKind::Headline => date_prefix(line.text).map(|len| (len, None)),
            BlockKind::Paragraph if !dated && paragraphs < FIRST && line.words >= RUNNING => {
                opening(line.text).map(|len| (len, Some(Why::rule(&rules::DATELINE))))
            }
            _ => None,
        };
        if kind == BlockKind::Paragraph {
            paragraphs += 1;
            running += usize::from(line.words >= RUNNING);
        }
        if let Some(last) = blocks.last_mut()
            && last.kind == BlockKind::Byline
            && is_post(text, last.span, line)
        {
            last.span = Span::new(text, last.span.start(), line.span.end()).unwrap_or(last.span);
            continue;
        }
        if let Some((len, why)) = prefix
            && let Some((date, rest)) = split(text, line, len)
        {
            dated |= kind == BlockKind::Paragraph;
            blocks.push(Block { kind: BlockKind::Dateline, span: date, why });
            blocks.push(Block { kind, span: rest, why: None });
            continue;
        }
        blocks.push(Block { kind, span: line.span, why: None });
    }
    blocks
}

/// The first `len` bytes of a line, and the rest without the space between.
fn split(text: &str, line: &Line<'_>, len: usize) -> Option<(Span, Span)> {
    let rest = line.text.get(len..)?.trim_start();
    let start = line.span.start();
    Some((
        Span::new(text, start, start + len)?,
        Span::new(text, line.span.end() - rest.len(), line.span.end())?,
    ))
}

/// Whether the line right below a byline names the writer's post.
fn is_post(text: &str, byline: Span, line: &Line<'_>) -> bool {
    const POSTS: &[&str] = &["writer", "reporter", "correspondent", "editor", "columnist"];
    let between = text.get(byline.end()..line.span.start()).unwrap_or_default();
    let last = line.text.rsplit(' ').next().unwrap_or_default();
    between.matches('\n').count() == 1
        && line.words <= 4
        && POSTS.iter().any(|post| last.eq_ignore_ascii_case(post))
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

fn kind(lines: &[&Line<'_>], at: usize, headline: Option<usize>, running: usize) -> BlockKind {
    let line = lines[at];
    let alone = lines.len() == 1;
    if alone {
        BlockKind::Paragraph
    } else if is_byline(line.text) {
        BlockKind::Byline
    } else if running <= 1 && is_dateline(line.text) {
        BlockKind::Dateline
    } else if is_caption(line.text) {
        BlockKind::Caption
    } else if is_item(line.text) {
        BlockKind::List
    } else if is_standfirst(lines, at, headline) || is_subheading(lines, at) {
        BlockKind::Subheading
    } else {
        BlockKind::Paragraph
    }
}

/// Whether a line sums the article up between the headline and the text, without a full stop.
fn is_standfirst(lines: &[&Line<'_>], at: usize, headline: Option<usize>) -> bool {
    let line = lines[at];
    at > 0
        && headline == at.checked_sub(1)
        && (5..=HEADLINE).contains(&line.words)
        && !closes(line.text, SENTENCE)
        && !is_turn(lines, at)
        && lines.iter().skip(at + 1).take(3).any(|l| is_running(l))
}

fn is_subheading(lines: &[&Line<'_>], at: usize) -> bool {
    let line = lines[at];
    let near = |i: usize| lines.get(i).copied();
    let clock = is_clock(line.text);
    let below = |l: &Line<'_>| is_running(l) || is_item(l.text);
    let above = |l: &Line<'_>| below(l) || is_clock(l.text);
    at > 0
        && line.words <= SUBHEADING
        && line
            .text
            .starts_with(|c: char| c.is_uppercase() || c.is_numeric() || "“‘\"'".contains(c))
        && !closes(line.text, SENTENCE)
        && !is_turn(lines, at)
        && (near(at + 1).is_some_and(below) || clock && near(at + 2).is_some_and(below))
        && (0..at).rev().take(2).filter_map(near).any(above)
}

/// What a sentence ends in, and a heading does not.
const SENTENCE: &[char] = &['.', ':', ',', ';', '!'];

fn is_running(line: &Line<'_>) -> bool {
    line.words >= RUNNING || closes(line.text, &['.', '!', '?']) && line.words >= 4
}

/// Whether a line is one of the turns of a conversation, printed with names in front.
fn is_turn(lines: &[&Line<'_>], at: usize) -> bool {
    /// How far away another turn of the same speaker is looked for.
    const REACH: usize = 6;
    let speaker = |l: &Line<'_>| l.text.split_once(": ").map(|(name, _)| name.to_owned());
    let Some(name) = speaker(lines[at]) else { return false };
    let near = lines.iter().enumerate().skip(at.saturating_sub(REACH)).take(2 * REACH + 1);
    near.filter(|(i, _)| *i != at).any(|(_, l)| speaker(l).as_ref() == Some(&name))
}

/// Whether a line is a time of day and no more: "1.58pm", "14:05 GMT".
fn is_clock(text: &str) -> bool {
    const TAILS: &[&str] =
        &["", "am", "pm", "a.m.", "p.m.", "bst", "gmt", "utc", "cet", "et", "est", "edt", "h"];
    let digits = |s: &str| s.bytes().take_while(u8::is_ascii_digit).count();
    let hour = digits(text);
    let rest = text.get(hour..).unwrap_or_default();
    let minutes = rest.strip_prefix([':', '.', 'h']);
    let tail = match minutes {
        Some(minutes) if digits(minutes) == 2 => minutes.get(2..).unwrap_or_default(),
        _ => rest,
    };
    (1..=2).contains(&hour)
        && (minutes.is_some() || tail.trim().ends_with(['m', 'M', '.']))
        && tail.len() <= 10
        && tail.split_whitespace().chain([""]).all(|w| TAILS.contains(&w.to_lowercase().as_str()))
}

/// Whether `text` ends in one of `marks`, closing quotation marks and brackets aside.
pub(super) fn closes(text: &str, marks: &[char]) -> bool {
    text.trim_end_matches(['"', '”', '’', '\'', ')', ']']).ends_with(marks)
}

/// The words that name a writer or a source at the start of a line, before a colon.
const LABELS: &[&str] =
    &["author", "authors", "source", "sources", "agency", "written by", "reporter"];
/// The same without a colon.
const OPENERS: &[&str] = &[
    "by ",
    "words by ",
    "written by ",
    "reporting by ",
    "edited by ",
    "reported by ",
    "report by ",
    "interview by ",
    "analysis by ",
    "story by ",
    "compiled by ",
];

/// Whether a line says who wrote the article or where it comes from.
pub(super) fn is_byline(text: &str) -> bool {
    if text.len() > 160 {
        return false;
    }
    if label(text).is_some() {
        return true;
    }
    let begins =
        |words: &str| text.get(..words.len()).is_some_and(|t| t.eq_ignore_ascii_case(words));
    let Some(opener) = OPENERS.iter().find(|opener| begins(opener)) else {
        return false;
    };
    let name = text.get(opener.len()..).unwrap_or_default();
    let long = name.split_whitespace().count() > 12;
    let names = name.split_whitespace().take(2).all(|w| w.starts_with(|c: char| !c.is_lowercase()));
    let stops = text.ends_with('.') && !begins("report");
    let sentence = stops || long || closes(text, &[',', '?', '!']);
    names && !sentence && name.starts_with(char::is_uppercase)
}

/// Whether a line says so below an article: with a label, or "Reporting by".
pub(super) fn is_credit(text: &str) -> bool {
    is_byline(text) && (label(text).is_some() || text.starts_with("Report"))
}

/// The label of a line such as "Source: …", and what stands behind it.
pub(super) fn label(text: &str) -> Option<(&'static str, &str)> {
    let (label, value) = text.split_once(':')?;
    let known = LABELS.iter().find(|known| label.trim().eq_ignore_ascii_case(known))?;
    let value = value.trim();
    (!value.is_empty() && value.split_whitespace().count() <= 8).then_some((*known, value))
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
    let bracket = text.rfind('(').and_then(|at| text.get(at..)).filter(|_| text.ends_with(')'));
    let credit = bracket.map(str::to_lowercase).is_some_and(|tail| {
        ["photo", "image", "picture", "ap/", "reuters/"].iter().any(|p| tail.contains(p))
    });
    let is = |part: Option<&str>, words: &str| part.is_some_and(|p| p.eq_ignore_ascii_case(words));
    let ends =
        |end: &&str| is(text.len().checked_sub(end.len()).and_then(|at| text.get(at..)), end);
    STARTS.iter().any(|start| is(text.get(..start.len()), start)) || ENDS.iter().any(ends) || credit
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

#[cfg(test)]
mod tests {
    use super::is_item;

    #[test]
    fn items_begin_with_a_bullet_or_a_small_number() {
        for text in ["• The mill shut", "- The mill shut", "1. The mill shut", "12) The mill shut"]
        {
            assert!(is_item(text), "{text}");
        }
        for text in [
            "-5 degrees",
            "- ",
            "•",
            "123. The mill shut",
            "12 mills shut",
            "1.5 mills",
            ". The mill",
            ") The mill",
            "The mill",
        ] {
            assert!(!is_item(text), "{text}");
        }
    }
}
