//! What a reader pastes or drops, as plain text: blocks separated by blank lines.
//!
//! HTML is parsed here and not by the browser, so that nothing in it can run or load anything: the
//! browser never sees a tag of it.

mod elements;
mod html;
mod markdown;
mod writer;

pub use html::html_to_text;
pub use markdown::markdown_to_text;

/// The text of a file, by the ending of its name.
pub fn file_to_text(name: &str, content: &str) -> String {
    let ending = name.rsplit('.').next().unwrap_or_default().to_ascii_lowercase();
    let content = content.strip_prefix('\u{feff}').unwrap_or(content);
    match ending.as_str() {
        "html" | "htm" | "xhtml" => html_to_text(content),
        "md" | "markdown" => markdown_to_text(content),
        _ => content.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_ending_of_the_name_decides() {
        assert_eq!(file_to_text("a.HTML", "\u{feff}<p>One &amp; two"), "One & two");
        assert_eq!(file_to_text("a.md", "# One"), "One");
        assert_eq!(file_to_text("a.txt", "# <p>One"), "# <p>One");
        assert_eq!(file_to_text("README", "<p>"), "<p>");
    }
}
