//! The reference of the report, from its JSON Schema, which is made from the Rust types.

use std::{collections::VecDeque, fmt::Write as _, fs};

use serde_json::Value;

use super::generated::cell;
use crate::step::{Result, root};

/// The report, and each type after those that need it.
pub fn markdown() -> Result<String> {
    let schema: Value =
        serde_json::from_str(&fs::read_to_string(root().join("www/schema/newsmark-1.json"))?)?;
    described(&schema)
}

fn described(schema: &Value) -> Result<String> {
    let mut text = String::from("## The report\n\n");
    text.push_str(&prose(schema));
    let mut waiting = VecDeque::new();
    fields(&mut text, schema, &mut waiting)?;
    text.push_str("## Types\n\n");
    let mut written: Vec<String> = Vec::new();
    while let Some(name) = waiting.pop_front() {
        if written.contains(&name) {
            continue;
        }
        let kind = &schema["$defs"][&name];
        write!(text, "### {name}\n\n{}", prose(kind))?;
        if kind["properties"].is_object() {
            fields(&mut text, kind, &mut waiting)?;
        } else {
            values(&mut text, kind).ok_or_else(|| format!("{name}: unknown kind of type"))?;
        }
        written.push(name);
    }
    let all = schema["$defs"].as_object().map_or(0, serde_json::Map::len);
    if written.len() == all {
        Ok(text)
    } else {
        Err(format!("the report reaches {} of {all} types", written.len()).into())
    }
}

fn prose(kind: &Value) -> String {
    let text = kind["description"].as_str().unwrap_or_default();
    if text.is_empty() { String::new() } else { format!("{}\n\n", text.replace('<', "\\<")) }
}

/// The table of an object: first what is always there, in the order of the Rust type.
fn fields(text: &mut String, kind: &Value, waiting: &mut VecDeque<String>) -> Result {
    let names = |list: Option<&Vec<Value>>| -> Vec<String> {
        list.into_iter().flatten().filter_map(|v| v.as_str().map(str::to_owned)).collect()
    };
    let required = names(kind["required"].as_array());
    let properties = kind["properties"].as_object().ok_or("a type without fields")?;
    let others = properties.keys().filter(|name| !required.contains(name)).cloned();
    text.push_str("| Field | Type | Always there | What it is |\n|---|---|---|---|\n");
    for name in required.iter().cloned().chain(others) {
        let field = &properties[&name];
        let (always, what) = (required.contains(&name), field["description"].as_str());
        writeln!(
            text,
            "| `{name}` | {} | {} | {} |",
            type_of(field, waiting).ok_or_else(|| format!("{name}: unknown type {field}"))?,
            if always { "yes" } else { "no" },
            cell(what.unwrap_or_default()).replace('<', "\\<"),
        )?;
    }
    text.push('\n');
    Ok(())
}

/// A type in words, linked; those that are linked wait to be described.
fn type_of(field: &Value, waiting: &mut VecDeque<String>) -> Option<String> {
    if let Some(reference) = field["$ref"].as_str() {
        let name = reference.strip_prefix("#/$defs/")?;
        waiting.push_back(name.to_owned());
        return Some(format!("[{name}](#{})", name.to_lowercase()));
    }
    if let Some(constant) = field["const"].as_str() {
        return Some(format!("`\"{constant}\"`"));
    }
    if let Some(several) = field["type"].as_array() {
        let names: Option<Vec<_>> = several.iter().map(Value::as_str).collect();
        return Some(names?.join(" or "));
    }
    Some(match field["type"].as_str()? {
        "array" => format!("list of {}", type_of(&field["items"], waiting)?),
        "integer" => "whole number".to_owned(),
        "object" => {
            let inner = type_of(&field["additionalProperties"], waiting)?;
            format!("object, each field a {inner}")
        }
        name => name.to_owned(),
    })
}

/// The table of a type that is one of some strings.
fn values(text: &mut String, kind: &Value) -> Option<()> {
    if let Some(list) = kind["enum"].as_array() {
        let all: Option<Vec<_>> = list.iter().map(|v| Some(format!("`{}`", v.as_str()?))).collect();
        writeln!(text, "One of {}.\n", all?.join(", ")).ok()?;
        return Some(());
    }
    text.push_str("| Value | What it means |\n|---|---|\n");
    for case in kind["oneOf"].as_array()? {
        let what = cell(case["description"].as_str().unwrap_or_default());
        let names = case["enum"].as_array().cloned().unwrap_or_else(|| vec![case["const"].clone()]);
        for name in names {
            writeln!(text, "| `{}` | {what} |", name.as_str()?).ok()?;
        }
    }
    text.push('\n');
    Some(())
}
