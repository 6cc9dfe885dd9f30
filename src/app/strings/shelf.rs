//! The list of open articles.

use super::count;

/// Its name.
pub const NAME: &str = "Open articles";
/// Opens another.
pub const NEW: &str = "New article";
/// A tab without a text.
pub const UNTITLED: &str = "Untitled article";
/// After the title of an article that is being read.
pub const BUSY: &str = ", being read";
/// After the title of an article that could not be read.
pub const FAILED: &str = ", could not be read";
/// What keys do on a tab, for screen readers.
pub const KEYS: &str = "Arrow keys go from article to article, Delete closes one.";
/// Opens the parts.
pub const KEEP: &str = "Keep as one";

/// Shows the articles side by side.
pub fn compare(number: usize) -> String {
    format!("Compare {}", articles(number))
}

/// Closes an article.
pub fn close(title: &str) -> String {
    format!("Close {}", named(title))
}

/// Brings back what was closed.
pub fn reopen(title: &str) -> String {
    format!("Reopen {}", named(title))
}

/// Said when an article was closed.
pub fn closed(title: &str) -> String {
    format!("Closed {}.", named(title))
}

/// Said when an article that is not shown was read.
pub fn read(title: &str) -> String {
    format!("Read {}.", named(title))
}

/// A text seems to be several articles.
pub fn looks_like(number: usize) -> String {
    format!("This looks like {}.", articles(number))
}

/// Opens them.
pub fn open_as(number: usize) -> String {
    format!("Open as {}", count(number, "tab", "tabs"))
}

/// Said when they were opened.
pub fn opened(number: usize) -> String {
    format!("Opened {} as tabs.", articles(number))
}

fn articles(number: usize) -> String {
    count(number, "article", "articles")
}

/// A title in marks; what has none by what it is.
fn named(title: &str) -> String {
    if title.is_empty() { UNTITLED.to_lowercase() } else { format!("“{title}”") }
}
