//! What pages hold that is made from other files: `{{name}}` in Markdown.

use std::fs;

use super::{element, integrity, report};
use crate::step::{Result, root};

/// `text` with everything filled in. On a line of its own `{{element PART}}`, `{{report}}` and
/// `{{integrity}}` become tables; `{{version}}` is the version's number wherever it stands.
pub fn filled(text: &str) -> Result<String> {
    let mut out = String::with_capacity(text.len());
    for line in text.replace("{{version}}", &version()?).lines() {
        let inner = line.strip_prefix("{{").and_then(|rest| rest.strip_suffix("}}"));
        let made = match inner.map(|inner| inner.split_once(' ').unwrap_or((inner, ""))) {
            None => line.to_owned(),
            Some(("element", part)) => element::markdown(part)?,
            Some(("report", "")) => report::markdown()?,
            Some(("integrity", "")) => integrity::markdown()?,
            Some((other, _)) => return Err(format!("nothing makes {{{{{other}}}}}").into()),
        };
        out.push_str(&made);
        out.push('\n');
    }
    Ok(out)
}

/// The crate's version, which the element has too.
pub fn version() -> Result<String> {
    let manifest = fs::read_to_string(root().join("Cargo.toml"))?;
    let line = manifest.lines().find_map(|line| line.strip_prefix("version = \""));
    Ok(line.ok_or("Cargo.toml has no version")?.trim_end_matches('"').to_owned())
}

/// A cell of a table: on one line, and with no bar of its own.
pub fn cell(text: &str) -> String {
    text.replace('\n', " ").replace('|', "\\|")
}
