//! What can be seen of a line by itself and beside its neighbours.

use std::sync::LazyLock;

use super::cues::{self, Cue};
use crate::{
    span::Span,
    text::{FastSet, kept::ends, lower},
};

/// A line that is not blank.
pub(super) struct Line<'a> {
    /// Without the spaces around it.
    pub span: Span,
    pub text: &'a str,
    /// Words; in scripts without spaces, half the characters.
    pub words: usize,
    /// Share of function words among the words.
    pub function: f32,
    /// Share of capitalised words among those after the first.
    pub title: f32,
    /// Whether blank lines stand on both sides.
    pub alone: bool,
    /// The kind of its first word: a number, or the word itself.
    pub opening: &'a str,
    /// What it says that pages say around articles.
    pub cue: Option<Cue>,
    /// A date, a time or "2 hours ago" and little else.
    pub stamp: bool,
    /// Whether it repeats the headline that the page's first line gives.
    pub head: bool,
}

/// What a line says by itself, whatever stands around it.
#[derive(Clone, Copy, Debug)]
pub(in crate::text) struct Look {
    span: Span,
    words: usize,
    function: f32,
    title: f32,
    cue: Option<Cue>,
    stamp: bool,
}

/// The lines of `text` that are not blank. Those that stood in the text `before` are not looked at again.
pub(super) fn lines<'t>(text: &'t str, before: (&str, &[Look])) -> Vec<Line<'t>> {
    let mut lines = cut(text);
    let (old_text, old) = before;
    let (front, back) = ends(old.len(), lines.len(), &|a: usize, b: usize| {
        old[a].span.of(old_text) == lines[b].text
    });
    let behind = lines.len() - back;
    for (i, line) in lines.iter_mut().enumerate() {
        let look = match i {
            _ if i < front => old[i],
            _ if i >= behind => old[i + old.len() - behind - back],
            _ => look(line.text),
        };
        let Look { words, function, title, cue, stamp, .. } = look;
        *line = Line { words, function, title, cue, stamp, ..*line };
    }
    mark_heads(&mut lines);
    lines
}

/// What the lines say, for the next text.
pub(super) fn looks(lines: &[Line<'_>]) -> Vec<Look> {
    let look = |line: &Line<'_>| {
        let &Line { span, words, function, title, cue, stamp, .. } = line;
        Look { span, words, function, title, cue, stamp }
    };
    lines.iter().map(look).collect()
}

/// The lines of `text` that are not blank, not looked at yet.
fn cut(text: &str) -> Vec<Line<'_>> {
    let (mut lines, mut at, mut blank) = (Vec::<Line<'_>>::new(), 0, true);
    for piece in text.split_inclusive('\n') {
        let start = at + (piece.len() - piece.trim_start().len());
        at += piece.len();
        let trimmed = piece.trim();
        if trimmed.is_empty() {
            blank = true;
            continue;
        }
        if let Some(before) = lines.last_mut() {
            before.alone &= blank;
        }
        if let Some(span) = Span::new(text, start, start + trimmed.len()) {
            let opening = split_words(trimmed).next().unwrap_or_default();
            let opening = if opening.starts_with(char::is_numeric) { "0" } else { opening };
            lines.push(Line {
                span,
                text: trimmed,
                words: 0,
                function: 0.0,
                title: 0.0,
                alone: blank,
                opening,
                cue: None,
                stamp: false,
                head: false,
            });
        }
        blank = false;
    }
    lines
}

fn look(text: &str) -> Look {
    let (mut words, mut letters, mut function, mut capitals) = (0, 0_usize, 0_usize, 0_usize);
    for word in split_words(text) {
        words += 1;
        let Some(first) = word.chars().next().filter(|c| c.is_alphabetic()) else { continue };
        letters += 1;
        function += usize::from(is_function_word(word));
        capitals += usize::from(letters > 1 && first.is_uppercase());
    }
    let dense = text.chars().filter(|&c| is_dense(c)).count();
    let is_dense = dense * 6 > text.len();
    let share = |part: usize, whole: usize| real(part) / real(whole.max(1));
    Look {
        span: Span::default(),
        words: words + dense / 2,
        function: if is_dense { 0.35 } else { share(function, letters) },
        title: share(capitals, letters.saturating_sub(1)),
        cue: cues::find(text, words),
        stamp: words < 20 && is_stamp(text),
    }
}

/// The words of `text`, apostrophes inside them included.
pub(super) fn split_words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| !(c.is_alphanumeric() || matches!(c, '\'' | '’')))
        .map(|word| word.trim_matches(['\'', '’']))
        .filter(|word| !word.is_empty())
}

/// A count as a number to weigh; more than enough of them count as many.
pub(super) fn real(count: usize) -> f32 {
    f32::from(u16::try_from(count).unwrap_or(u16::MAX))
}

/// Whether `c` is of a script that puts no spaces between words.
fn is_dense(c: char) -> bool {
    matches!(c, '\u{3040}'..='\u{30ff}' | '\u{3400}'..='\u{9fff}' | '\u{ac00}'..='\u{d7a3}')
}

static FUNCTION_WORDS: LazyLock<FastSet<&str>> = LazyLock::new(|| {
    super::super::function_words::function_words().flat_map(|(_, words)| words).collect()
});

fn is_function_word(word: &str) -> bool {
    // No entry is longer.
    word.len() <= 16 && (FUNCTION_WORDS.contains(word) || FUNCTION_WORDS.contains(&*lower(word)))
}

/// Whether a line holds nothing but a time, or names the writer of a comment and when.
fn is_stamp(text: &str) -> bool {
    let lower = text.to_lowercase();
    let has_digit = lower.contains(|c: char| c.is_ascii_digit());
    if lower.ends_with("said:") && has_digit {
        return true;
    }
    let mut words = lower.split(|c: char| !c.is_alphanumeric()).filter(|w| !w.is_empty());
    let ago = words.clone().take(4).position(|w| w == "ago");
    if ago.is_some_and(|at| at >= 1) && has_digit {
        return true;
    }
    has_digit && words.all(|w| w.starts_with(|c: char| c.is_ascii_digit()) || is_calendar(w))
}

fn is_calendar(word: &str) -> bool {
    const STEMS: &[&str] = &[
        "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec", "mon",
        "tue", "wed", "thu", "fri", "sat", "sun",
    ];
    const WORDS: &[&str] = &[
        "am",
        "pm",
        "a",
        "p",
        "m",
        "et",
        "est",
        "gmt",
        "at",
        "updated",
        "published",
        "posted",
        "first",
        "last",
        "modified",
        "on",
        "an",
        "hour",
        "ago",
        "cst",
        "pst",
        "min",
        "read",
    ];
    word.len() <= 9 && STEMS.iter().any(|stem| word.starts_with(stem)) || WORDS.contains(&word)
}

/// `text` in lower case, one space between words, no marks: to compare headlines.
pub(super) fn plain(text: &str) -> String {
    joined(split_words(text), text.len())
}

/// Words in lower case, one space between them, in a string of `capacity` bytes or more.
fn joined<'t>(words: impl Iterator<Item = &'t str>, capacity: usize) -> String {
    let mut plain = String::with_capacity(capacity);
    for word in words {
        if !plain.is_empty() {
            plain.push(' ');
        }
        plain.push_str(&lower(word));
    }
    plain
}

/// The longest first line that is taken for a page's title.
const TITLE: usize = 300;

fn mark_heads(lines: &mut [Line<'_>]) {
    let Some((first, rest)) = lines.split_first_mut() else { return };
    if first.text.len() > TITLE {
        return;
    }
    let title = plain(first.text);
    for line in rest.iter_mut().filter(|l| l.words >= 4 && l.text.len() <= TITLE) {
        // Three words tell most lines from the title.
        let begins = joined(split_words(line.text).take(3), 0);
        if !title.contains(&begins) && !begins.starts_with(&title) {
            continue;
        }
        let words = plain(line.text);
        line.head = title.starts_with(&words)
            || words.starts_with(&title) && first.words >= 4
            || words.len() * 2 > title.len() && title.contains(&words);
    }
}
