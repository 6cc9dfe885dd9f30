//! The report as a JSON Schema and as TypeScript types, made from the Rust types: what
//! `cargo xtask schema` writes and `tests/schema.rs` compares.

use std::collections::{BTreeMap, BTreeSet};

use schemars::generate::SchemaSettings;
use serde_json::{Map, Value};
use ts_rs::{Config, TS, TypeVisitor};

use crate::{
    Options, Report,
    corrections::{Lexicon, WirePatch},
};

/// What a span is outside Rust.
const SPAN: &str =
    "A half-open range of the text that was given, in the unit that `text.unit` names.";

/// The JSON Schema (draft 2020-12) of a report. Fields that it does not name are allowed, as later
/// versions add some.
pub fn json_schema() -> String {
    let settings = SchemaSettings::draft2020_12().for_serialize();
    let mut schema = settings.into_generator().into_root_schema_for::<Report>().to_value();
    leave_out_null(&mut schema);
    // Whatever features other crates switch on in serde_json.
    schema.sort_all_objects();
    schema["$defs"]["Span"]["description"] = SPAN.into();
    file(&format!("{schema:#}\n"))
}

/// What may be left out is never null.
fn leave_out_null(schema: &mut Value) {
    let Value::Object(object) = schema else { return };
    let required: BTreeSet<String> = strings(object, "required").map(str::to_owned).collect();
    if let Some(Value::Object(properties)) = object.get_mut("properties") {
        for (name, property) in properties.iter_mut() {
            if let (false, Value::Object(property)) = (required.contains(name), property) {
                remove_null(property);
            }
        }
    }
    object.values_mut().for_each(leave_out_null);
}

/// `["string", "null"]` becomes `"string"`, and `anyOf` a type and null the type.
fn remove_null(property: &mut Map<String, Value>) {
    if let Some(Value::Array(types)) = property.get_mut("type") {
        types.retain(|name| name != "null");
        if let [only] = &types[..] {
            let only = only.clone();
            property.insert("type".into(), only);
        }
    }
    if let Some(Value::Array(any)) = property.get_mut("anyOf") {
        any.retain(|schema| schema["type"] != "null");
        if let [Value::Object(only)] = &any[..] {
            let only = only.clone();
            property.remove("anyOf");
            property.extend(only);
        }
    }
}

/// The strings of a list.
fn strings<'a>(object: &'a Map<String, Value>, key: &str) -> impl Iterator<Item = &'a str> {
    object.get(key).and_then(Value::as_array).into_iter().flatten().filter_map(Value::as_str)
}

/// TypeScript declarations of a report, of the options, and of patches and lexicons.
pub fn typescript() -> String {
    let config = Config::new().with_large_int("number");
    let mut types = Declarations { config: &config, by_name: BTreeMap::new() };
    types.visit::<Report>();
    types.visit::<Options>();
    types.visit::<WirePatch>();
    types.visit::<Lexicon>();
    let lines = laid_out(&types.by_name.into_values().collect::<String>());
    file(&format!(
        "// Made from the Rust types by `cargo xtask schema`; never edited by hand.\n{lines}"
    ))
}

/// What Rust's documentation links to is only a name elsewhere.
fn file(content: &str) -> String {
    content.replace("[`", "`").replace("`]", "`")
}

/// One field a line, indented; comments of one line on one line.
fn laid_out(declarations: &str) -> String {
    let mut out = String::new();
    let mut indent = "";
    let mut comment: Option<Vec<&str>> = None;
    let flat = declarations.replace(", };", ",\n};").replace(", start: ", ",\nstart: ");
    for line in flat.replace(", end: ", ",\nend: ").replace("{ start", "{\nstart").lines() {
        let line = line.trim();
        match &mut comment {
            None if line == "/**" => comment = Some(Vec::new()),
            Some(lines) if line == "*/" => {
                match &lines[..] {
                    [only] => push(&mut out, indent, &format!("/** {only} */")),
                    lines => {
                        push(&mut out, indent, "/**");
                        for line in lines {
                            push(&mut out, indent, &format!(" * {line}"));
                        }
                        push(&mut out, indent, " */");
                    }
                }
                comment = None;
            }
            Some(lines) => lines.push(line.trim_start_matches("* ")),
            None => {
                indent = if line == "};" { "" } else { indent };
                push(&mut out, indent, line);
                indent = if line.ends_with('{') { "  " } else { indent };
            }
        }
    }
    out
}

fn push(out: &mut String, indent: &str, line: &str) {
    out.push_str(if line.is_empty() { "" } else { indent });
    out.push_str(line);
    out.push('\n');
}

/// Declares every type once, by name: ts-rs visits them in an order that changes.
struct Declarations<'a> {
    config: &'a Config,
    by_name: BTreeMap<String, String>,
}

impl TypeVisitor for Declarations<'_> {
    fn visit<T: TS + 'static + ?Sized>(&mut self) {
        // Only our own types would have a file; the others are TypeScript's.
        if T::output_path().is_none() {
            return;
        }
        let name = T::ident(self.config);
        if self.by_name.contains_key(&name) {
            return;
        }
        let docs = match name.as_str() {
            "Span" => format!("/**\n * {SPAN}\n */\n"),
            _ => T::docs().unwrap_or_default(),
        };
        self.by_name.insert(name, format!("\n{docs}export {}\n", T::decl(self.config)));
        T::visit_dependencies(self);
    }
}
