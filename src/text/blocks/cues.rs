//! Phrases that pages put around articles.

use std::sync::LazyLock;

use crate::{span, text::FastMap};

/// What a line says that does not belong to an article.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::text) enum Cue {
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
    whole: FastMap<&'static str, Cue>,
    starts: Phrases,
    has: Phrases,
}

/// Phrases that open a line, or stand in it, with their cues: by their first byte, and those of one
/// first byte in the order of the file. Of several that fit, the first counts.
struct Phrases(Vec<(&'static str, Cue)>);

impl Phrases {
    /// `rows`: a cue, and its phrases parted by "|".
    fn new(rows: &[(Cue, &'static str)]) -> Self {
        let phrases = rows.iter().flat_map(|&(cue, row)| row.split('|').map(move |p| (p, cue)));
        let mut phrases: Vec<_> = phrases.filter(|(phrase, _)| !phrase.is_empty()).collect();
        span::by_number(&mut phrases, |(phrase, _)| first(phrase).into());
        Self(phrases)
    }

    /// The cue of the phrase that `text` begins with.
    fn at_start(&self, text: &str) -> Option<Cue> {
        let wanted = first(text);
        let from = self.0.partition_point(|(phrase, _)| first(phrase) < wanted);
        let mut alike =
            self.0.get(from..)?.iter().take_while(|(phrase, _)| first(phrase) == wanted);
        alike.find(|(phrase, _)| text.starts_with(phrase)).map(|&(_, cue)| cue)
    }

    /// The cue of the first phrase that begins with a word of `text`: trying words alone, not every
    /// byte, keeps this as fast as reading.
    fn inside(&self, text: &str) -> Option<Cue> {
        let words = text.char_indices().scan(true, |begins, (at, c)| {
            let now = *begins && c.is_alphanumeric();
            *begins = !c.is_alphanumeric();
            Some(now.then_some(at))
        });
        words.flatten().find_map(|at| self.at_start(text.get(at..)?))
    }
}

/// The first byte; 0 where there is none.
fn first(text: &str) -> u8 {
    text.as_bytes().first().copied().unwrap_or(0)
}

static CUES: LazyLock<Cues> = LazyLock::new(|| {
    let mut whole = FastMap::default();
    let (mut starts, mut has) = (Vec::new(), Vec::new());
    let rows = include_str!("../../data/page-cues.txt").lines().filter(|row| !row.starts_with('#'));
    for row in rows {
        let mut parts = row.splitn(3, ' ');
        let (Some(cue), Some(how), Some(phrases)) = (parts.next(), parts.next(), parts.next())
        else {
            continue;
        };
        let cue = Cue::named(cue);
        match how {
            "whole" => {
                for phrase in phrases.split('|') {
                    whole.entry(phrase).or_insert(cue);
                }
            }
            "starts" => starts.push((cue, phrases)),
            _ => has.push((cue, phrases)),
        }
    }
    Cues { whole, starts: Phrases::new(&starts), has: Phrases::new(&has) }
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
        if let Some(cue) = CUES.starts.at_start(phrase).or_else(|| bar(&lower)) {
            return Some(cue);
        }
        if let Some(cue) = heading(line, phrase, words) {
            return Some(cue);
        }
    }
    CUES.has.inside(phrase)
}

/// A row of links: "Home | Valley | Log in", or many short words set wide apart.
fn bar(line: &str) -> Option<Cue> {
    let known = |words: &&str| CUES.whole.contains_key(words);
    let row = |mark: &str, least: usize| {
        let links: Vec<_> = line.split(mark).map(str::trim).filter(|l| !l.is_empty()).collect();
        let brief = links.iter().all(|link| link.split_whitespace().count() <= 3);
        links.len() >= 2
            && links.iter().any(known)
            && (mark == "|" || links.len() >= least && brief)
    };
    (row("|", 2) || row("   ", 4)).then_some(Cue::Menu)
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
    // "Follow the Quill Herald on", before the buttons.
    if words <= 6 && phrase.starts_with("follow ") && phrase.ends_with(" on") {
        return Some(Cue::Share);
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
