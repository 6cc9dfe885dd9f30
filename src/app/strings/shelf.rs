//! The list of open articles.

use super::{Noun, Word, word};

/// Its name.
pub const NAME: Word = word!("Open articles", "Offene Artikel");
/// Opens another.
pub const NEW: Word = word!("New article", "Neuer Artikel");
/// A tab without a text.
pub const UNTITLED: Word = word!("Untitled article", "Artikel ohne Titel");
/// After the title of an article that is being read.
pub const BUSY: Word = word!(", being read", ", wird gelesen");
/// After the title of an article that could not be read.
pub const FAILED: Word = word!(", could not be read", ", konnte nicht gelesen werden");
/// What keys do on a tab, for screen readers.
pub const KEYS: Word = word!(
    "Arrow keys go from article to article, Delete closes one.",
    "Mit den Pfeiltasten geht es von Artikel zu Artikel, Entf schließt einen.",
);
/// Opens the parts.
pub const KEEP: Word = word!("Keep as one", "Als einen behalten");
const ARTICLES: Noun = Noun(word!("article", "Artikel"), word!("articles", "Artikel"));
const TABS: Noun = Noun(word!("tab", "Tab"), word!("tabs", "Tabs"));

/// Shows the articles side by side.
pub fn compare(number: usize) -> String {
    word!("Compare {0}", "{0} vergleichen").with(&[&articles(number)])
}

/// Closes an article.
pub fn close(title: &str) -> String {
    word!("Close {0}", "{0} schließen").with(&[&named(title)])
}

/// Brings back what was closed.
pub fn reopen(title: &str) -> String {
    word!("Reopen {0}", "{0} wieder öffnen").with(&[&named(title)])
}

/// Said when an article was closed.
pub fn closed(title: &str) -> String {
    word!("Closed {0}.", "{0} geschlossen.").with(&[&named(title)])
}

/// Said when an article that is not shown was read.
pub fn read(title: &str) -> String {
    word!("Read {0}.", "{0} gelesen.").with(&[&named(title)])
}

/// A text seems to be several articles.
pub fn looks_like(number: usize) -> String {
    const LOOKS: Word = word!("This looks like {0}.", "Das sieht nach {0} aus.");
    // After `nach`, the plural ends in an `n`.
    const ARTICLES: Noun = Noun(word!("article", "Artikel"), word!("articles", "Artikeln"));
    LOOKS.with(&[&ARTICLES.counted(number)])
}

/// Opens them.
pub fn open_as(number: usize) -> String {
    word!("Open as {0}", "Als {0} öffnen").with(&[&TABS.counted(number)])
}

/// Said when they were opened.
pub fn opened(number: usize) -> String {
    word!("Opened {0} as tabs.", "{0} als Tabs geöffnet.").with(&[&articles(number)])
}

/// "2 articles".
pub(super) fn articles(number: usize) -> String {
    ARTICLES.counted(number)
}

/// A title in marks; what has none by what it is.
fn named(title: &str) -> String {
    if title.is_empty() {
        word!("untitled article", "Artikel ohne Titel").get().to_owned()
    } else {
        word!("“{0}”", "„{0}“").with(&[title])
    }
}
