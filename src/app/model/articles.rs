//! Several articles in one text: where each begins and ends. Only offered, never done unasked, so
//! where there is doubt there is one.

mod lines;

use lines::{Line, Shape, read};

use crate::span::Span;

/// An article has at least so many words.
const WORDS: usize = 60;
/// So many lines may stand between a headline and the byline or dateline that proves it.
const AHEAD: usize = 3;
/// A standfirst is no longer than this, in words.
const STANDFIRST: usize = 45;
/// Articles that begin with so many equal words are one.
const TITLE: usize = 4;
/// From so many lines that are a time of day on, a text is a live blog: one story.
const TIMES: usize = 3;

/// The articles in `text`, in order; none if it seems to be one. Each begins with a headline or a
/// dateline and has some sixty words or more. `O(n)`.
pub fn split(text: &str) -> Vec<Span> {
    let lines = read(text);
    if lines.iter().filter(|line| line.shape == Shape::Time).count() >= TIMES {
        return Vec::new();
    }
    let mut starts = starts(&lines);
    let Some(first) = lines.iter().position(|line| line.shape != Shape::Cut) else {
        return Vec::new();
    };
    let opens = |at: usize| lines.get(at).is_some_and(|line| line.shape.opens());
    // What precedes the first headline, as a date or the paper's name does, belongs to it.
    match starts.first() {
        Some(&start) if prose(&lines[first..start]) < WORDS => starts[0] = first,
        _ if opens(first) => starts.insert(0, first),
        _ => return Vec::new(),
    }
    let ends = starts.iter().skip(1).copied().chain([lines.len()]);
    let parts: Vec<&[Line<'_>]> =
        starts.iter().zip(ends).map(|(&from, to)| &lines[from..to]).collect();
    if parts.len() < 2 || parts.iter().any(|part| prose(part) < WORDS) || has_twin(&parts) {
        return Vec::new();
    }
    let span = |part: &&[Line<'_>]| {
        let mut content = part.iter().filter(|line| line.shape != Shape::Cut);
        let first = content.next()?;
        Span::new(text, first.start, content.next_back().unwrap_or(first).end())
    };
    parts.iter().map(span).collect::<Option<_>>().unwrap_or_default()
}

/// Whether two parts begin with the same words: a page says its title above its menus and again above
/// the article.
fn has_twin(parts: &[&[Line<'_>]]) -> bool {
    let begin = |part: &&[Line<'_>]| -> Vec<String> {
        let words = part.first().map_or("", |line| line.text).split(|c: char| !c.is_alphanumeric());
        words.filter(|word| !word.is_empty()).take(TITLE).map(str::to_lowercase).collect()
    };
    let begins: Vec<_> = parts.iter().map(begin).collect();
    begins.iter().enumerate().any(|(at, begin)| begins[..at].contains(begin))
}

fn prose(lines: &[Line<'_>]) -> usize {
    lines.iter().map(|line| line.prose).sum()
}

/// The lines at which an article certainly begins.
fn starts(lines: &[Line<'_>]) -> Vec<usize> {
    let mut starts = Vec::new();
    let mut at = 0;
    while let Some(line) = lines.get(at) {
        let cut = at
            .checked_sub(1)
            .and_then(|before| lines.get(before))
            .filter(|l| l.shape == Shape::Cut);
        match line.shape {
            Shape::Headline if line.is_free || cut.is_some() => {
                if let Some(proof) = proof(lines, at) {
                    starts.push(at);
                    at = proof;
                } else if cut.is_some_and(|cut| cut.ends_article) {
                    starts.push(at);
                }
            }
            // Copy of an agency may lack a headline; below a headline and a byline it has one.
            Shape::Agency if line.is_free || cut.is_some() => {
                let last = starts.last().copied().unwrap_or_default();
                if at == 0 || prose(&lines[last..at]) >= WORDS {
                    starts.push(at);
                }
            }
            _ => {}
        }
        at += 1;
    }
    starts
}

/// The byline, date or dateline soon after the headline at `at`; between them only a standfirst.
fn proof(lines: &[Line<'_>], at: usize) -> Option<usize> {
    for (i, line) in lines.iter().enumerate().skip(at + 1).take(AHEAD) {
        match line.shape {
            Shape::Byline | Shape::Date | Shape::Agency => return Some(i),
            Shape::Headline | Shape::Text if line.words <= STANDFIRST => {}
            _ => return None,
        }
    }
    None
}

#[cfg(test)]
mod tests;
