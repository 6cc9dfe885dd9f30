//! When and where an article was written, as its first lines say.

use super::lines::{plain, split_words};

/// The longest prefix, in bytes, that is taken for a dateline, and its parts between commas.
const LONGEST: usize = 120;
const PARTS: usize = 6;

/// Words in capitals before a dash that name no place.
const LABELS: &[&str] = &[
    "BREAKING",
    "CORRECTION",
    "EDITORIAL",
    "EXCLUSIVE",
    "JUST IN",
    "LIVE",
    "NEW",
    "OPINION",
    "REVIEW",
    "UPDATE",
    "UPDATED",
    "VIDEO",
    "WATCH",
];

/// The length of the dateline that opens a paragraph, its dash included: "QUILL, March 3 (Marsh
/// News) —". Place, date and agency may each be missing, but a place alone must be in capitals.
pub(super) fn opening(text: &str) -> Option<usize> {
    let (at, dash) = text
        .char_indices()
        .take_while(|(at, _)| *at <= LONGEST)
        .find(|(at, c)| is_dash(text, *at, *c))?;
    let mut end = at + dash.len_utf8();
    if dash == '-' && text.get(end..)?.starts_with('-') {
        end += 1;
    }
    let rest = text.get(end..)?.trim_start();
    if !rest.starts_with(|c: char| c.is_uppercase() || "“\"‘'".contains(c)) {
        return None;
    }
    let head = text.get(..at)?.trim_end();
    let (place, agency) = match head.strip_suffix(')').and_then(|h| h.rsplit_once('(')) {
        Some((place, agency)) => (place.trim_end(), Some(agency)),
        None => (head, None),
    };
    let mut parts = place.split(',').map(str::trim);
    let city = parts.next()?;
    let others: Vec<_> = parts.collect();
    let dated = others.iter().any(|part| is_date(part));
    let capitals = city.chars().filter(|c| c.is_alphabetic()).count() >= 3
        && !city.contains(char::is_lowercase)
        && !LABELS.contains(&city);
    let fits = is_name(city)
        && others.len() < PARTS
        && others.iter().all(|part| is_date(part) || is_year(part) || is_name(part))
        && agency.is_none_or(|a| a.len() <= 40 && a.starts_with(char::is_uppercase));
    (fits && (capitals || dated || agency.is_some())).then_some(end)
}

/// Whether the dash at `at` stands between words: spaced, or long behind a bracket or capitals.
fn is_dash(text: &str, at: usize, dash: char) -> bool {
    let before = text.get(..at).and_then(|t| t.chars().next_back());
    let after = text.get(at + dash.len_utf8()..).and_then(|t| t.chars().next());
    let spaced = before.is_some_and(|c| c.is_whitespace() || c == ')')
        && after.is_some_and(|c| c.is_whitespace() || c == '-');
    let close = before.is_some_and(|c| c == ')' || c.is_uppercase() || c.is_ascii_digit());
    match dash {
        '-' | '–' => spaced,
        '—' => spaced || close,
        _ => false,
    }
}

/// "Quill", "NEW QUILL", "Minn.", "Stow-on-the-Marsh": at most four words, capitalised but for
/// small ones inside.
fn is_name(part: &str) -> bool {
    const SMALL: &[&str] = &["de", "del", "da", "do", "la", "le", "of", "the", "on", "upon", "and"];
    let count = part.split(' ').count();
    (1..=4).contains(&count)
        && part.starts_with(char::is_uppercase)
        && part.split(' ').all(|w| w.starts_with(char::is_uppercase) || SMALL.contains(&w))
        && !part.contains(|c: char| c.is_ascii_digit() || "()\"“”:;!?".contains(c))
}

/// "March 3", "3 March 2021", "Monday", "Oct. 4": a day, maybe with its year.
fn is_date(part: &str) -> bool {
    const DAYS: &[&str] = &["mon", "tue", "wed", "thu", "fri", "sat", "sun"];
    let plain = plain(part);
    let words: Vec<_> = plain.split(' ').collect();
    let month = |w: &&str| w.len() <= 9 && MONTHS.iter().any(|m| w.starts_with(m));
    let day = |w: &&str| w.len() <= 9 && DAYS.iter().any(|d| w.starts_with(d));
    let number = |w: &&str| w.len() <= 4 && w.starts_with(|c: char| c.is_ascii_digit());
    words.len() <= 4
        && words.iter().all(|w| month(w) || day(w) || number(w))
        && (words.iter().any(month) && words.iter().any(number)
            || words.len() == 1 && words.iter().any(|w| day(w) && w.ends_with("day")))
}

fn is_year(part: &str) -> bool {
    part.len() == 4 && part.bytes().all(|b| b.is_ascii_digit())
}

const MONTHS: &[&str] =
    &["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

/// A line of more words is no dateline.
const MOST: usize = 14;

/// Whether a line says when, and maybe where, the article was written, and no more.
pub(super) fn is_dateline(text: &str) -> bool {
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
        "all",
        "times",
    ];
    if split_words(text).nth(MOST).is_some() {
        return false;
    }
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
    words.iter().any(|w| number(w))
        && day
        && cased
        && (year || words.iter().any(|w| *w == "published" || *w == "updated"))
        && words.iter().filter(|w| !number(w) && !month(w) && !PLAIN.contains(*w)).count() <= 4
}

/// The length of a machine's date before a headline: "date 2021-10-04", "Published: 2021-10-04".
pub(super) fn date_prefix(text: &str) -> Option<usize> {
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
