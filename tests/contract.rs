//! The report's and the options' shape for programs in other languages: JSON Schema and TypeScript,
//! both made from the Rust types. The files in the repository must be what the types say;
//! `NEWSMARK_UPDATE=1 cargo test --features schema --test contract` writes them.
#![cfg(feature = "schema")]

use std::{any::TypeId, collections::BTreeMap, fs, path::Path};

use newsmark::{Options, Report};
use ts_rs::{Config, TS, TypeVisitor};

/// The declarations of a type and of all it is made of, by name.
#[derive(Default)]
struct Declarations {
    seen: Vec<TypeId>,
    by_name: BTreeMap<String, String>,
}

impl TypeVisitor for Declarations {
    fn visit<T: TS + 'static + ?Sized>(&mut self) {
        if self.seen.contains(&TypeId::of::<T>()) {
            return;
        }
        self.seen.push(TypeId::of::<T>());
        let config = Config::default();
        // Only types of ours are written to files of their own; the others are inlined.
        if T::output_path().is_some() {
            let docs = T::docs().unwrap_or_default();
            let declaration = format!("{docs}export {}\n", T::decl(&config));
            self.by_name.insert(T::ident(&config), declaration);
        }
        T::visit_dependencies(self);
    }
}

#[test]
fn the_typescript_types_are_those_of_the_rust_types() {
    let mut declarations = Declarations::default();
    declarations.visit::<Report>();
    declarations.visit::<Options>();
    let types: Vec<String> = declarations.by_name.into_values().collect();
    let header = "// Made from the Rust types by `tests/contract.rs`; never edited by hand.\n\n";
    compare("src/wasm/types.d.ts", &format!("{header}{}", types.join("\n")));
}

#[test]
fn the_schema_of_the_report_is_that_of_the_rust_type() {
    compare("src/report/schema.json", &pretty(&schemars::schema_for!(Report)));
}

#[test]
fn the_schema_of_the_options_is_that_of_the_rust_type() {
    compare("src/options.schema.json", &pretty(&schemars::schema_for!(Options)));
}

#[test]
fn a_report_has_every_field_that_its_schema_requires_and_no_other() {
    let text = "Mill shuts\n\n“We wept,” said Odile Marsh. The mill paid $3.5 million in 2021.\n";
    let report = newsmark::annotate(text, &Options::default()).expect("a short text without options");
    let report = serde_json::to_value(&report).expect("a report is plain data");
    let schema = schemars::schema_for!(Report).to_value();
    let names = |value: &serde_json::Value| -> Vec<String> {
        value.as_object().map(|fields| fields.keys().cloned().collect()).unwrap_or_default()
    };
    let mut written = names(&report);
    let mut described = names(&schema["properties"]);
    written.sort();
    described.sort();
    assert_eq!(written, described);
}

fn pretty(schema: &schemars::Schema) -> String {
    format!("{}\n", serde_json::to_string_pretty(schema).expect("a schema is plain data"))
}

fn compare(file: &str, made: &str) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(file);
    if std::env::var_os("NEWSMARK_UPDATE").is_some() {
        fs::write(&path, made).expect("the file can be written");
        return;
    }
    let kept = fs::read_to_string(&path).unwrap_or_default().replace("\r\n", "\n");
    assert!(
        kept == made,
        "{file} is not what the Rust types say; see the top of tests/contract.rs for how to write it"
    );
}
