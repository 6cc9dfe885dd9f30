//! The reference of `<news-mark>`, from `docs/book/element.json`, which tests compare with the element.

use std::{fmt::Write as _, fs};

use serde_json::Value;

use super::generated::cell;
use crate::step::{Result, root};

/// A column: its head, the field that it shows, and whether that is code.
type Column = (&'static str, &'static str, bool);

const NAME: Column = ("Name", "name", true);
const DESCRIPTION: Column = ("What it is", "description", false);

/// The table of one part of the reference.
pub fn markdown(part: &str) -> Result<String> {
    let reference: Value =
        serde_json::from_str(&fs::read_to_string(root().join("docs/book/element.json"))?)?;
    let columns: &[Column] = match part {
        "attributes" => {
            &[NAME, ("Values", "values", true), ("Default", "default", true), DESCRIPTION]
        }
        "properties" => &[NAME, ("Type", "type", true), DESCRIPTION],
        "methods" => &[NAME, ("Called as", "signature", true), DESCRIPTION],
        "events" => &[NAME, ("Detail", "detail", true), DESCRIPTION],
        "variables" => &[NAME, ("Default", "default", true), DESCRIPTION],
        "slots" | "parts" | "states" => &[NAME, DESCRIPTION],
        other => return Err(format!("the element's reference has no part {other}").into()),
    };
    let rows = reference[part].as_array().filter(|rows| !rows.is_empty());
    table(part, columns, rows.ok_or_else(|| format!("element.json lacks {part}"))?)
}

fn table(part: &str, columns: &[Column], rows: &[Value]) -> Result<String> {
    let mut text = String::new();
    let heads: Vec<_> = columns.iter().map(|(head, ..)| *head).collect();
    writeln!(text, "| {} |\n|{}", heads.join(" | "), "---|".repeat(heads.len()))?;
    for row in rows {
        let cells = columns
            .iter()
            .map(|(_, field, is_code)| shown(&row[field], *is_code))
            .collect::<Option<Vec<_>>>()
            .ok_or_else(|| format!("element.json, {part}: {row} lacks a field"))?;
        writeln!(text, "| {} |", cells.join(" | "))?;
    }
    Ok(text)
}

/// A string, or several as a list; nothing for a field that is missing or of another type.
fn shown(value: &Value, is_code: bool) -> Option<String> {
    let one = |text: &str| match text {
        "" => "none".to_owned(),
        text if is_code => format!("`{}`", cell(text)),
        text => cell(text),
    };
    match value {
        Value::String(text) => Some(one(text)),
        Value::Array(list) => {
            let all: Option<Vec<_>> = list.iter().map(|v| v.as_str().map(one)).collect();
            Some(all?.join(", "))
        }
        _ => None,
    }
}
