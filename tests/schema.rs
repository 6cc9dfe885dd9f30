//! The published schema and types are those of the Rust types, and reports are as they say.

#![cfg(feature = "schema")]

use std::{fs, path::Path};

use newsmark::{Options, options::Unit, schema, wire};
use serde_json::{Map, Value, json};

#[test]
fn the_published_files_are_made_from_the_types() {
    for (path, wanted) in [
        ("www/schema/newsmark-1.json", schema::json_schema()),
        ("src/wasm/types.d.ts", schema::typescript()),
    ] {
        let file = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(path));
        assert!(file.is_ok_and(|file| file == wanted), "{path}: run `cargo xtask schema`");
    }
}

/// Many kinds of annotation at once, and text whose units differ.
const ARTICLE: &str = "Harbour to reopen in May 🎉\n\n\
    By Odile Marsh\n\n\
    PORT VARREN, 4 October 2021 – “We open on Monday,” Mayor Ida Brenn told Reuters. She did not say \
    who pays the $3.5 million.\n\n\
    The harbour shut three weeks ago. About 40% of its workers, most of them Norwegians, left for \
    Germany between 2019 and 2020, according to Hull & Sons Ltd.\n\n\
    “It will be\u{a0}hard,” said Brenn, 61, “but we’ll manage.”\n";

#[test]
fn a_report_is_as_the_schema_says() {
    let schema: Value = serde_json::from_str(&schema::json_schema()).expect("JSON");
    for unit in [Unit::Utf16, Unit::Utf8, Unit::Codepoint] {
        for text in
            [ARTICLE, "", "\r\n", "Der Hafen öffnet wieder, und die Leute sind froh darüber."]
        {
            let options = Options { unit: Some(unit), ..Options::default() };
            let report = wire::annotate(text, &options, &newsmark::Knowledge::shipped())
                .expect("short enough");
            let report = serde_json::to_value(&report).expect("plain data");
            let problems = problems(&schema, &schema, &report, "report");
            assert_eq!(problems, Vec::<String>::new());
        }
    }
}

type Change = fn(&mut Value);

#[test]
fn what_the_schema_does_not_say_is_noticed() {
    let schema: Value = serde_json::from_str(&schema::json_schema()).expect("JSON");
    let report = wire::annotate(ARTICLE, &Options::default(), &newsmark::Knowledge::shipped())
        .expect("short enough");
    let report = serde_json::to_value(&report).expect("plain data");
    let changes: [(&str, Change); 6] = [
        ("schema", |r| r["schema"] = json!("newsmark/2")),
        ("text.unit", |r| r["text"]["unit"] = json!("bytes")),
        ("text.length", |r| r["text"]["length"] = json!(-1)),
        ("document.headline", |r| r["document"]["headline"] = Value::Null),
        ("sentences[0].end", |r| {
            r["sentences"][0].as_object_mut().expect("a span").remove("end");
        }),
        ("blocks[0].colour", |r| r["blocks"][0]["colour"] = json!("red")),
    ];
    for (place, change) in changes {
        let mut changed = report.clone();
        change(&mut changed);
        let problems = problems(&schema, &schema, &changed, "report");
        let named = problems.iter().any(|p| p.contains(place));
        assert!(named, "{place} is not among {problems:?}");
    }
}

/// Where `value` is not what `schema` says. Stricter than JSON Schema: a field that it does not name
/// is a problem, and so is a keyword that is not known here.
fn problems(root: &Value, schema: &Value, value: &Value, at: &str) -> Vec<String> {
    let rules = schema.as_object().expect("schemas are objects");
    let mut found = Vec::new();
    for (keyword, rule) in rules {
        let holds = match keyword.as_str() {
            "$ref" => {
                let pointer = rule.as_str().and_then(|r| r.strip_prefix('#')).expect("local");
                let target = root.pointer(pointer).expect("the definition is there");
                found.extend(problems(root, target, value, at));
                true
            }
            "type" => match rule.as_array() {
                Some(types) => types.iter().any(|name| is_a(name, value)),
                None => is_a(rule, value),
            },
            "const" => rule == value,
            "enum" => rule.as_array().expect("a list").contains(value),
            "oneOf" | "anyOf" => {
                let fits = |s: &&Value| problems(root, s, value, at).is_empty();
                rule.as_array().expect("a list").iter().filter(fits).count() > 0
            }
            "minimum" => value.as_f64().is_none_or(|n| n >= rule.as_f64().expect("a number")),
            "required" => {
                let names = rule.as_array().expect("a list").iter().filter_map(Value::as_str);
                let missing = names.filter(|name| value.get(name).is_none());
                found.extend(missing.map(|name| format!("{at}.{name} is missing")));
                true
            }
            "properties" => {
                found.extend(fields(root, rule.as_object().expect("an object"), value, at));
                true
            }
            "items" => {
                let items = value.as_array().into_iter().flatten().enumerate();
                found.extend(
                    items.flat_map(|(i, v)| problems(root, rule, v, &format!("{at}[{i}]"))),
                );
                true
            }
            "additionalProperties" if rule.is_object() => {
                let fields = value.as_object().into_iter().flatten();
                found.extend(
                    fields.flat_map(|(k, v)| problems(root, rule, v, &format!("{at}.{k}"))),
                );
                true
            }
            "$schema" | "$defs" | "title" | "description" | "format" | "default" => true,
            other => panic!("{at}: the keyword {other} is not known to this test"),
        };
        if !holds {
            found.push(format!("{at}: {value} against {keyword} {rule}"));
        }
    }
    found
}

fn fields(root: &Value, named: &Map<String, Value>, value: &Value, at: &str) -> Vec<String> {
    let fields = value.as_object().into_iter().flatten();
    fields
        .flat_map(|(name, value)| match named.get(name) {
            Some(schema) => problems(root, schema, value, &format!("{at}.{name}")),
            None => vec![format!("{at}.{name} is not in the schema")],
        })
        .collect()
}

fn is_a(name: &Value, value: &Value) -> bool {
    match name.as_str().expect("a type's name") {
        "object" => value.is_object(),
        "array" => value.is_array(),
        "string" => value.is_string(),
        "boolean" => value.is_boolean(),
        "integer" => value.is_u64() || value.is_i64(),
        "number" => value.is_number(),
        "null" => value.is_null(),
        other => panic!("no JSON type is called {other}"),
    }
}
