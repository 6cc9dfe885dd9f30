//! Phrases that pages put around articles.

use std::{collections::HashMap, sync::LazyLock};

/// What a line says that does not belong to an article.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Cue {
    Menu,
    More,
    Advert,
    Share,
    Form,
    Legal,
    /// A word on the writers, the links or the site itself.
    Notice,
    /// Heads a list of other articles.
    Related,
    /// Heads comments, or the form for them.
    Comments,
}

impl Cue {
    fn named(name: &str) -> Self {
        match name {
            "menu" => Self::Menu,
            "more" => Self::More,
            "advert" => Self::Advert,
            "share" => Self::Share,
            "form" => Self::Form,
            "legal" => Self::Legal,
            "notice" => Self::Notice,
            "end-more" => Self::Related,
            _ => Self::Comments,
        }
    }

    /// Whether what follows is rarely the article.
    pub fn is_end(self) -> bool {
        matches!(self, Self::Related | Self::Comments)
    }
}

struct Cues {
    whole: HashMap<&'static str, Cue>,
    starts: Vec<(&'static str, Cue)>,
    has: Vec<(&'static str, Cue)>,
}

static CUES: LazyLock<Cues> = LazyLock::new(|| {
    let mut cues = Cues { whole: HashMap::new(), starts: Vec::new(), has: Vec::new() };
    let rows = include_str!("../../data/page-cues.txt").lines().filter(|row| !row.starts_with('#'));
    for row in rows {
        let mut parts = row.splitn(3, ' ');
        let (Some(cue), Some(how), Some(phrases)) = (parts.next(), parts.next(), parts.next())
        else {
            continue;
        };
        let cue = Cue::named(cue);
        for phrase in phrases.split('|') {
            match how {
                "whole" => _ = cues.whole.entry(phrase).or_insert(cue),
                "starts" => cues.starts.push((phrase, cue)),
                _ => cues.has.push((phrase, cue)),
            }
        }
    }
    cues
});

/// The longest lines, in bytes, of which the beginning or a part decides.
const STARTS: usize = 160;
const HAS: usize = 250;

/// The cue of a line of so many `words`.
pub(super) fn find(line: &str, words: usize) -> Option<Cue> {
    if line.len() > HAS {
        return None;
    }
    let lower = line.to_lowercase().replace('’', "'");
    let around = |c: char| c.is_whitespace() || ":»>|•·*-–+›→<«[]()".contains(c);
    let phrase = lower.trim_matches(around);
    // "12 comments", "Comments (12)"
    let count = |c: char| c.is_ascii_digit() || matches!(c, ',' | '.');
    let phrase = phrase.trim_start_matches(count).trim_matches(around);
    let phrase = match phrase.trim_end_matches(|c| count(c) && c != '.').trim_end_matches(around) {
        "" => phrase,
        rest => rest,
    };
    if let Some(&cue) = CUES.whole.get(phrase) {
        return Some(cue);
    }
    if (2..=6).contains(&words) && shares(phrase) * 2 >= words {
        return Some(Cue::Share);
    }
    if line.len() <= STARTS {
        if let Some((_, cue)) = CUES.starts.iter().find(|(start, _)| phrase.starts_with(start)) {
            return Some(*cue);
        }
        if let Some(cue) = heading(line, phrase, words) {
            return Some(cue);
        }
    }
    CUES.has.iter().find(|(part, _)| phrase.contains(part)).map(|(_, cue)| *cue)
}

/// How many words of `phrase` stand on buttons for sharing.
fn shares(phrase: &str) -> usize {
    let button = |word: &&str| CUES.whole.get(word.trim()) == Some(&Cue::Share);
    phrase.split_whitespace().filter(button).count()
}

/// "More from the valley", "Latest Headlines", "View all comments": short headings of other lists.
fn heading(line: &str, phrase: &str, words: usize) -> Option<Cue> {
    if words <= 4 && (phrase.ends_with("comments") || phrase.ends_with("comment")) {
        return Some(Cue::Comments);
    }
    let titled = line.starts_with(char::is_uppercase) && !line.ends_with(['.', '!', '?', ':']);
    let first = phrase.split(' ').next().unwrap_or_default();
    // "About Odile Marsh": the writer is introduced.
    let named = line.split(' ').skip(1).all(|word| word.starts_with(char::is_uppercase));
    let lists = match first {
        "about" | "sobre" | "über" => named && (2..=4).contains(&words),
        "more" => (2..=4).contains(&words),
        "latest" | "trending" | "popular" | "top" | "related" => (2..=3).contains(&words),
        _ => false,
    };
    (titled && lists).then_some(Cue::Related)
}
