//! Which numbers are no amounts, and which noun one counts.

use crate::{
    amounts::units,
    span::Span,
    text::{Case, Document, Token, TokenKind},
};

/// Words after which a number is a name or a place in a list, not an amount.
const LABELS: &[&str] = &[
    "no.",
    "nos.",
    "number",
    "numbers",
    "room",
    "rooms",
    "flight",
    "article",
    "section",
    "chapter",
    "page",
    "pages",
    "channel",
    "route",
    "highway",
    "exit",
    "gate",
    "platform",
    "line",
    "level",
    "phase",
    "volume",
    "vol.",
    "episode",
    "version",
    "class",
    "type",
    "apollo",
    "boeing",
    "airbus",
    "windows",
    "formula",
    "psalm",
    "building",
    "unit",
    "suite",
    "box",
    "extension",
    "ext.",
    "track",
    "model",
    "figure",
    "fig.",
    "table",
    "verse",
    "group",
    "pier",
    "court",
    "stage",
    "district",
];

/// How many tokens after a number the counted noun may stand.
const NOUN_REACH: usize = 4;

/// Whether the number in tokens `from..to` is part of something else: a score, a clock time, a
/// date, a label, a phone number, a section of a law.
pub(super) fn is_label(document: &Document, from: usize, to: usize) -> bool {
    let tokens = document.tokens();
    let word = |i: Option<usize>| i.and_then(|i| tokens.get(i)).map_or("", |t| document.word(t));
    let joined = |left: usize, right: usize| matches!((tokens.get(left), tokens.get(right)), (Some(a), Some(b)) if a.span.end() == b.span.start());
    let before = from.checked_sub(1);
    let is_digits = |word: &str| word.starts_with(|c: char| c.is_ascii_digit());
    let tied_before = before.is_some_and(|b| joined(b, from) && is_tie(word(Some(b))));
    let tied_after = joined(to - 1, to)
        && is_tie(word(Some(to)))
        && joined(to, to + 1)
        && is_digits(word(Some(to + 1)));
    if tied_before || tied_after {
        return true;
    }
    if before.is_some_and(|b| word(Some(b)) == "#") {
        return true;
    }
    let label = LABELS.iter().any(|label| label.eq_ignore_ascii_case(word(before)));
    // `Apollo 11`, `Article 5`: a capitalised word inside a sentence names, and the number with it.
    let named = is_digits(word(Some(from)))
        && before.is_some_and(|b| {
            let inside = b.checked_sub(1).and_then(|i| tokens.get(i)).is_some_and(|t| {
                t.kind != TokenKind::Mark && t.span.end() < tokens[b].span.start()
            });
            tokens[b].case.is_capitalised() && tokens[b].kind == TokenKind::Word && inside
        });
    label || named
}

/// Marks that tie two numbers into one thing: `3-1`, `10:14`, `24/7`.
fn is_tie(mark: &str) -> bool {
    matches!(mark, "-" | "–" | "—" | ":" | "/" | "." | "x")
}

/// Whether digits without separator look like a year.
pub(super) fn is_year(word: &str, value: f64) -> bool {
    word.len() == 4 && (1000.0..2101.0).contains(&value)
}

/// The noun phrase that a count at tokens `..at` counts: from the next word to the first plural, or
/// to a word that is always many. `None` if a verb, a mark or a name stands there first.
pub(super) fn item(document: &Document, at: usize, end: usize) -> Option<Span> {
    let tokens = document.tokens();
    let mut first = None;
    for token in tokens.get(at..end)?.iter().take(NOUN_REACH) {
        let word = document.word(token);
        if word == "-" {
            continue;
        }
        if !is_plain_word(token) {
            return None;
        }
        let start = *first.get_or_insert(token.span);
        if STOPS.contains(&word) {
            return None;
        }
        if is_many(word) {
            return (!units::is_time(word)).then(|| start.to(token.span));
        }
    }
    None
}

fn is_plain_word(token: &Token) -> bool {
    token.kind == TokenKind::Word && matches!(token.case, Case::Lower | Case::Title | Case::Upper)
}

/// Words at which the search for a counted noun ends.
const STOPS: &[&str] = &[
    "of", "in", "on", "at", "to", "from", "by", "for", "with", "and", "or", "but", "than", "as",
    "is", "was", "are", "were", "has", "had", "the", "this", "his", "its", "per", "a", "an",
    "that", "times", "years", "who", "which", "after", "before", "when", "while", "it", "he",
    "she",
];

/// Whether `word` is a plural as English writes most of them.
fn is_many(word: &str) -> bool {
    let irregular = [
        "people",
        "men",
        "women",
        "children",
        "police",
        "troops",
        "staff",
        "feet",
        "teeth",
        "mice",
        "fish",
        "sheep",
        "cattle",
        "aircraft",
        "personnel",
        "crew",
        "miners",
        "per",
    ];
    let plural = word.len() > 3
        && word.ends_with('s')
        && !["ss", "us", "is", "'s"].iter().any(|end| word.ends_with(end));
    word.chars().all(char::is_lowercase) && (plural || irregular.contains(&word))
}
