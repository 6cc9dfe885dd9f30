//! Lines that a program broke at a fixed width, and words that it parted with a hyphen.

use crate::text::FastSet;

/// Widths, in characters, at which programs wrap text.
const WIDTHS: std::ops::RangeInclusive<usize> = 40..=130;

/// The least number of full lines that show a fixed width.
const FULL_LINES: usize = 3;

/// Beginnings of words that keep their hyphen at the end of a line.
const PREFIXES: &[&str] =
    &["well", "self", "ex", "non", "anti", "half", "high", "low", "vice", "long"];

/// A line break, in bytes of the source, that is not the writer's, and what takes its place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Join {
    pub start: usize,
    pub end: usize,
    pub with: &'static str,
}

struct Line<'a> {
    /// Without its line break and the spaces around it.
    words: &'a str,
    /// Where `words` ends.
    end: usize,
    /// Just past the line break and the spaces that the next line begins with.
    next: usize,
    width: usize,
}

/// The line breaks to take out; none unless the whole text is wrapped at a fixed width.
pub(super) fn joins(source: &str) -> Vec<Join> {
    let lines = lines(source);
    let mut widths: Vec<_> = lines.iter().map(|l| l.width).filter(|&w| w > 0).collect();
    widths.sort_unstable();
    // A few longer lines (an address, a headline) do not count.
    let Some(&width) = widths.get((widths.len() * 97 / 100).min(widths.len().saturating_sub(1)))
    else {
        return Vec::new();
    };
    if !WIDTHS.contains(&width) {
        return Vec::new();
    }
    let neighbours: Vec<_> =
        lines.windows(2).filter(|p| p[0].width > 0 && p[1].width > 0).collect();
    let full: Vec<_> = neighbours.iter().filter(|p| is_full(&p[0], &p[1], width)).collect();
    let open = full.iter().filter(|p| !ends_sentence(p[0].words)).count();
    if full.len() < FULL_LINES || full.len() * 3 < neighbours.len() * 2 || open * 2 < full.len() {
        return Vec::new();
    }
    let compounds = compounds(source);
    full.iter()
        .map(|pair| {
            let (start, replacement) = seam(&pair[0], pair[1].words, &compounds);
            Join { start, end: pair[0].next, with: replacement }
        })
        .collect()
}

fn lines(source: &str) -> Vec<Line<'_>> {
    let is_break = |c| matches!(c, '\n' | '\r' | '\u{85}' | '\u{2028}' | '\u{2029}');
    let mut lines = Vec::new();
    let mut at = 0;
    for piece in source.replace("\r\n", "\0\n").split_inclusive(is_break) {
        // NUL stands for the carriage return, so that positions stay.
        let Some(piece) = source.get(at..at + piece.len()) else { break };
        let words = piece.trim();
        let end = at + piece.trim_end().len();
        at += piece.len();
        lines.push(Line { words, end, next: at, width: words.chars().count() });
    }
    for i in 1..lines.len() {
        let indent = source.get(lines[i - 1].next..).map_or(0, |rest| {
            let line = rest.find(is_break).map_or(rest, |end| &rest[..end]);
            line.len() - line.trim_start().len()
        });
        lines[i - 1].next += indent;
    }
    lines
}

/// Whether the next line's first word had no room on this line, or was begun there.
fn is_full(line: &Line<'_>, next: &Line<'_>, width: usize) -> bool {
    let word = next.words.split_whitespace().next().map_or(0, |w| w.chars().count());
    let parted = line.words.ends_with('-') && next.words.starts_with(char::is_lowercase);
    line.width + 1 + word > width || parted && line.width * 4 > width * 3
}

fn ends_sentence(line: &str) -> bool {
    line.trim_end_matches(['"', '”', '’', '\'', ')']).ends_with(['.', '!', '?', ':'])
}

/// Where the seam between a line and the next begins, and what it becomes.
fn seam(line: &Line<'_>, next: &str, compounds: &FastSet<&str>) -> (usize, &'static str) {
    let left = line.words.rsplit(char::is_whitespace).next().unwrap_or_default();
    let Some(left) = left.strip_suffix(['-', '\u{ad}', '\u{2010}']) else { return (line.end, " ") };
    let right = next.split(|c: char| !c.is_alphanumeric()).next().unwrap_or_default();
    let parts = left.ends_with(char::is_lowercase) && right.starts_with(char::is_lowercase);
    let compound = left.contains('-')
        || PREFIXES.contains(&left.to_lowercase().as_str())
        || compounds.contains(format!("{left}-{right}").as_str());
    let hyphen = line.words.chars().next_back().map_or(0, char::len_utf8);
    match (left.is_empty(), parts && !compound) {
        (true, _) => (line.end, " "),
        (false, true) => (line.end - hyphen, ""),
        (false, false) => (line.end, ""),
    }
}

/// The words of `source` that are written with a hyphen inside a line.
fn compounds(source: &str) -> FastSet<&str> {
    source
        .split(|c: char| !(c.is_alphanumeric() || c == '-'))
        .filter(|word| word.trim_matches('-').contains('-'))
        .collect()
}
