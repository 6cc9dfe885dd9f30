//! What the search of the docs site looks through: its sections, in a file that pages fetch when
//! somebody searches.

use serde_json::{Value, json};

use super::{contents::Contents, markdown::Rendered};
use crate::step::Result;

/// A list of `{ page, title, id, heading, text }`.
pub fn index(contents: &Contents, pages: &[Rendered]) -> Result<String> {
    let mut sections: Vec<Value> = Vec::new();
    for (entry, page) in contents.entries().zip(pages) {
        for section in &page.sections {
            let text = section.text.split_whitespace().collect::<Vec<_>>().join(" ");
            if text.is_empty() && section.heading.is_empty() {
                continue;
            }
            sections.push(json!({
                "page": entry.name,
                "title": page.title,
                "id": section.id,
                "heading": section.heading,
                "text": text,
            }));
        }
    }
    Ok(serde_json::to_string(&sections)?)
}
