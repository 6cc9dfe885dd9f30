//! What is pasted or dropped: mark-up to plain text, and that text read.

use crate::{
    budget, choice,
    paste::{file_to_text, html_to_text, markdown_to_text},
    text,
};

/// Reads one input.
pub fn run(data: &[u8]) {
    let (bits, data) = choice(data);
    let text = text(data, 16_384);
    let read = || match bits % 4 {
        0 | 1 => html_to_text(&text),
        2 => markdown_to_text(&text),
        _ => file_to_text("a.xhtml", &text),
    };
    // An article of that length takes some hundred times as long: what is linear is far below.
    let plain = budget::within(text.len() / 16, read);
    // An element may become a bullet with lines around it, or a cell: no more than a few times of itself.
    assert!(plain.len() <= 4 * text.len() + 16, "{} of {}", plain.len(), text.len());
}
