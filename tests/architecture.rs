//! The map of `lib.rs` is true: layers name only those above them, the core knows no host, and what
//! the project says of itself (files, dependencies, licences) holds.

use std::{
    fs,
    path::{Path, PathBuf},
};

/// The layers of the map, top first; modules of one row may not name each other, unless that is
/// written in [`PEERS`].
const LAYERS: &[&[&str]] = &[
    &["span"],
    &["error", "options", "report", "rules"],
    &["text"],
    &["language"],
    &["amounts", "dates", "entities"],
    &["overlap"],
    &["quotes"],
    &["summary"],
    &["memory"],
    &["api"],
    &["session"],
    &["wire", "segments"],
    &["corrections", "export"],
    &["wasm", "edit", "app", "cli", "schema"],
];

/// Dependencies that the order of the map does not show: types that refer to each other, the list of
/// all rules, and the calendar that options are checked with.
const PEERS: &[(&str, &str)] = &[
    ("entities", "overlap"),
    ("error", "options"),
    ("options", "error"),
    ("options", "report"),
    ("options", "dates"),
    ("report", "options"),
    ("report", "rules"),
    ("rules", "amounts"),
    ("rules", "corrections"),
    ("rules", "dates"),
    ("rules", "entities"),
    ("rules", "quotes"),
    ("rules", "summary"),
    ("rules", "text"),
];

/// Modules that run in somebody's program, where clocks, files and browsers are.
const HOSTS: &[&str] = &["wasm", "edit", "app", "cli", "schema", "bin"];

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// Every Rust file of a folder, with its path from the repository.
fn sources(folder: &str) -> Vec<(String, String)> {
    fn walk(folder: &Path, found: &mut Vec<PathBuf>) {
        let entries = fs::read_dir(folder).into_iter().flatten();
        for path in entries.map(|entry| entry.expect("a readable folder").path()) {
            if path.is_dir() {
                walk(&path, found);
            } else if path.extension().is_some_and(|e| e == "rs") {
                found.push(path);
            }
        }
    }
    let mut found = Vec::new();
    walk(&root().join(folder), &mut found);
    found.sort();
    let name = |path: &Path| {
        path.strip_prefix(root()).expect("inside").to_string_lossy().replace('\\', "/")
    };
    found.iter().map(|p| (name(p), fs::read_to_string(p).expect("UTF-8"))).collect()
}

/// The code of a file: without comments, and without the tests at its end.
fn code(content: &str) -> String {
    let code = content.split("#[cfg(test)]").next().unwrap_or_default();
    let lines = code.lines().map(|line| match line.find("//") {
        // A `//` inside a string stays: what follows it is only read for names.
        Some(at) if !line[..at].contains('"') => &line[..at],
        _ => line,
    });
    lines.collect::<Vec<_>>().join("\n")
}

/// The module of a file: `dates` for `src/dates/civil.rs`.
fn module(path: &str) -> &str {
    let inner = path.strip_prefix("src/").unwrap_or(path);
    inner.split('/').next().unwrap_or(inner).trim_end_matches(".rs")
}

/// The modules that `code` names as `crate::module` or inside `use crate::{…}`.
fn named(code: &str) -> Vec<String> {
    let mut names = Vec::new();
    for after in code.split("crate::").skip(1) {
        match after.strip_prefix('{') {
            None => names.push(identifier(after)),
            Some(list) => {
                let mut depth = 0_i32;
                let mut begins = true;
                for (at, c) in list.char_indices() {
                    match c {
                        '{' => depth += 1,
                        '}' if depth == 0 => break,
                        '}' => depth -= 1,
                        ',' if depth == 0 => begins = true,
                        c if begins && !c.is_whitespace() => {
                            names.push(identifier(&list[at..]));
                            begins = false;
                        }
                        _ => {}
                    }
                }
            }
        }
    }
    names
}

fn identifier(text: &str) -> String {
    text.chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect()
}

#[test]
fn layers_name_only_those_above_them() {
    let rank = |name: &str| LAYERS.iter().position(|layer| layer.contains(&name));
    let mut wrong = Vec::new();
    for (path, content) in sources("src") {
        let from = module(&path);
        // The crate's root names everything; binaries name the crate.
        if from == "lib" || from == "bin" {
            continue;
        }
        let Some(own) = rank(from) else {
            wrong.push(format!("{path}: the module {from} is not on the map"));
            continue;
        };
        for name in named(&code(&content)) {
            // Names that are no module are re-exports: `crate::annotate`, `crate::Options`.
            let of = match name.as_str() {
                "annotate" => "api",
                "Options" => "options",
                "Report" => "report",
                "Session" => "session",
                "Error" => "error",
                other => other,
            };
            let allowed =
                of == from || rank(of).is_none_or(|rank| rank < own) || PEERS.contains(&(from, of));
            if !allowed {
                wrong.push(format!("{path} names {name}"));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// What the page derives from readings is pure, and who holds state comes to it, not the other way.
#[test]
fn the_pages_model_names_neither_its_state_nor_a_browser() {
    let forbidden =
        ["state::", "correct::", "hooks::", "components::", "host::", "web_sys::", "yew::"];
    let mut wrong = Vec::new();
    for (path, content) in sources("src/app/model") {
        let code = code(&content);
        let words = code.split(|c: char| !(c.is_alphanumeric() || c == '_' || c == ':'));
        let found = words.filter(|word| forbidden.iter().any(|name| is_within(word, name)));
        wrong.extend(found.map(|word| format!("{path} names {word}")));
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// Whether `path` goes through the module `name`, which ends in `::`.
fn is_within(path: &str, name: &str) -> bool {
    path.match_indices(name).any(|(at, _)| at == 0 || path[..at].ends_with("::"))
}

#[test]
fn the_scanner_sees_what_it_should() {
    let source =
        "use crate::{span::Span, text::{Document, Token}, quotes};\nlet x = crate::api::f();";
    assert_eq!(named(source), ["span", "text", "quotes", "api"]);
    assert_eq!(code("a // crate::x\n#[cfg(test)]\nmod t {}"), "a ");
}

#[test]
fn the_core_is_pure() {
    // Spelt in two halves, so that this file does not find itself.
    let forbidden = [
        "std::time",
        "std::env",
        "std::fs",
        "std::net",
        "std::thread",
        "std::process",
        "std::io",
        "SystemTime",
        "Instant::",
        "rand::",
        "RandomState",
        "println!",
        "web_sys",
        "js_sys",
        "wasm_bindgen",
        "yew::",
        "thread_local!",
        "static mut",
    ];
    let mut wrong = Vec::new();
    for (path, content) in sources("src") {
        if HOSTS.contains(&module(&path)) {
            continue;
        }
        let code = code(&content);
        let found = forbidden.iter().filter(|word| code.contains(*word));
        wrong.extend(found.map(|word| format!("{path}: {word}")));
        // Looking up is fine; the order of a walk differs from run to run.
        if code.contains("HashMap") || code.contains("HashSet") {
            let walks = [".keys()", ".values()", ".into_keys()", ".into_values()", ".drain()"];
            let found = walks.iter().filter(|word| code.contains(*word));
            wrong.extend(found.map(|word| format!("{path}: {word} beside a hash map")));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn the_packages_that_make_this_a_rust_page_are_used_by_shipped_code() {
    let shipped: String = sources("src").iter().map(|(_, content)| code(content)).collect();
    for package in ["wasm_bindgen", "web_sys", "serde_wasm_bindgen", "regex", "yew"] {
        let used = shipped.contains(&format!("{package}::"));
        assert!(used, "{package} is a dependency that no shipped code names");
    }
}

#[test]
fn files_stay_small_and_safe() {
    let folders = ["src", "tests", "xtask/src", "benches"];
    let mut wrong = Vec::new();
    for (path, content) in folders.iter().flat_map(|folder| sources(folder)) {
        let lines = content.lines().count();
        if lines > 500 {
            wrong.push(format!("{path} has {lines} lines, more than 500"));
        }
        // The keyword, not the word in a message or an attribute inside a string.
        let keyword = concat!("un", "safe");
        let code = code(&content);
        let opens = ["{", "fn", "impl", "extern", "trait"].map(|next| format!("{keyword} {next}"));
        if opens.iter().any(|open| code.contains(open)) {
            wrong.push(format!("{path} has code that the compiler cannot check"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
