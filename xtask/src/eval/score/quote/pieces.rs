//! Gold quotes cut into the pieces that stand inside quotation marks; ends without their marks.

use crate::eval::{
    gold::GoldQuote,
    place::{Place, is_word},
};

fn is_double(c: char) -> bool {
    matches!(c, '"' | '“' | '”' | '„' | '«' | '»')
}

/// `place` without marks, spaces and punctuation at its ends.
pub fn trim(text: &[char], place: Place) -> Place {
    let outer = |c: char| {
        "\"“”„‟«»‘’'`".contains(c) || c.is_whitespace() || matches!(c, ',' | '.' | ';' | ':')
    };
    let (mut start, mut end) = (place.start, place.end.min(text.len()));
    while start < end && outer(text[start]) {
        start += 1;
    }
    while end > start && (outer(text[end - 1]) || matches!(text[end - 1], '?' | '!')) {
        end -= 1;
    }
    Place { start, end }
}

/// `place` without what stands outside its marks, trimmed.
fn inner(text: &[char], place: Place) -> Place {
    let Place { mut start, mut end } = place;
    let words = &text[start..end.min(text.len())];
    let mut marks = (0..words.len()).filter(|&i| is_double(words[i]));
    match (marks.next(), marks.next_back()) {
        (Some(first), Some(last)) if last + 1 - first > 2 => {
            (start, end) = (place.start + first, place.start + last + 1);
        }
        (Some(only), None) if 2 * only < words.len() => start += only,
        (Some(only), None) => end = start + only + 1,
        _ => {}
    }
    trim(text, Place { start, end })
}

/// The pieces of a gold quote, one for each pair of marks; a piece without marks stays whole. None
/// runs over a paragraph's end.
pub fn of_gold(text: &[char], quote: &GoldQuote) -> Vec<Place> {
    let mut spans: Vec<Place> = quote.spans.iter().map(|&span| span.into()).collect();
    if spans.is_empty() {
        spans.push(quote.place);
    }
    let lines = spans.into_iter().flat_map(|span| lines(text, span));
    lines
        .flat_map(|line| marked(text, line))
        .map(|piece| inner(text, piece))
        .filter(|piece| piece.len() > 0)
        .collect()
}

fn lines(text: &[char], span: Place) -> Vec<Place> {
    let mut lines = Vec::new();
    let mut start = span.start;
    for line in text[span.start..span.end.min(text.len())].split(|&c| c == '\n') {
        let end = start + line.len();
        if start < end {
            lines.push(Place { start, end });
        }
        start = end + 1;
    }
    lines
}

/// What stands inside the marks of a line, or next to it; all of it when there are none.
fn marked(text: &[char], line: Place) -> Vec<Place> {
    let opens_before = line.start > 0 && matches!(text[line.start - 1], '"' | '“' | '„' | '«');
    let closes_after = text.get(line.end).is_some_and(|c| matches!(c, '"' | '”' | '»'));
    let start = line.start - usize::from(opens_before);
    let end = line.end + usize::from(closes_after);
    let (mut open, mut found, mut any) = (None, Vec::new(), false);
    for (at, &c) in text.iter().enumerate().take(end).skip(start) {
        if !is_double(c) {
            continue;
        }
        any = true;
        let closes = matches!(c, '”' | '»') || (c == '"' && open.is_some());
        if closes {
            found.push(Place { start: open.take().unwrap_or(start), end: at + 1 });
        } else {
            open = open.or(Some(at));
        }
    }
    if let Some(open) = open.filter(|open| end - open > 2) {
        found.push(Place { start: open, end });
    }
    if any { found } else { vec![line] }
}

/// The last capitalised word, or the last one, in lower case and without a possessive.
pub fn head(words: &[char]) -> String {
    let part = |c: char| is_word(c) || matches!(c, '\'' | '’' | '-');
    let (mut last, mut last_capital) = (String::new(), None);
    let mut at = 0;
    while at < words.len() {
        let first = words[at];
        if !is_word(first) || first.is_numeric() || first == '_' {
            at += 1;
            continue;
        }
        let end = (at..words.len()).find(|&i| !part(words[i])).unwrap_or(words.len());
        last = words[at..end].iter().collect();
        if first.is_uppercase() {
            last_capital = Some(last.clone());
        }
        at = end;
    }
    let word = last_capital.unwrap_or(last);
    let word = word.strip_suffix("'s").or(word.strip_suffix("’s")).unwrap_or(&word);
    word.to_lowercase()
}
