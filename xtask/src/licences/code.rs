//! The crates that ship, and what the scripts import.

use std::{
    collections::BTreeMap,
    fs,
    path::{Path, PathBuf},
};

use serde_json::Value;

use super::table;
use crate::step::{Result, command, run_quietly};

/// What ships: its name, its features and the platform it is for.
const SHIPPED: [(&str, &str, &str); 5] = [
    ("core", "wasm", crate::toolchain::TARGET),
    ("edit", "edit", crate::toolchain::TARGET),
    ("aside", "aside", crate::toolchain::TARGET),
    ("app", "app", crate::toolchain::TARGET),
    ("command", "cli", "all"),
];

/// The folders in `www` whose scripts run while newsmark is built, and the one that is generated.
const NOT_SHIPPED: [&str; 2] = ["build", "pkg"];

/// A crate: name and version as cargo prints them, and its licence.
type Crate = (String, String);

/// The crates, where each is, and whose they are.
pub fn table(metadata: &Value) -> Result<String> {
    let mut crates: BTreeMap<Crate, Vec<&str>> = BTreeMap::new();
    for (name, features, target) in SHIPPED {
        for one in linked(features, target)? {
            crates.entry(one).or_default().push(name);
        }
    }
    let rows: Vec<Vec<String>> = crates
        .into_iter()
        .map(|((name, licence), within)| {
            let notice = notice(metadata, &name).ok_or(format!("nobody is named for {name}"))?;
            Ok(vec![name, licence, notice, within.join(", ")])
        })
        .collect::<Result<_>>()?;
    Ok(table::write(&["crate", "licence", "notice", "in"], &rows))
}

/// The crates that are linked into the library with `features`: no macros, nothing for tests.
fn linked(features: &str, target: &str) -> Result<Vec<Crate>> {
    let tree = run_quietly(
        command("cargo")
            .args(["tree", "--locked", "--package", "newsmark", "--no-default-features"])
            .args(["--features", features, "--target", target, "--edges", "normal,no-proc-macro"])
            .args(["--prefix", "none", "--no-dedupe", "--format", "{p}\t{l}"]),
    )?;
    let mut crates: Vec<Crate> = tree
        .lines()
        .filter_map(|line| line.split_once('\t'))
        .filter(|(name, _)| !name.starts_with("newsmark "))
        .map(|(name, licence)| (name.to_owned(), licence.to_owned()))
        .collect();
    crates.sort();
    crates.dedup();
    if crates.is_empty() { Err(format!("`{features}` links nothing").into()) } else { Ok(crates) }
}

/// Whose the crate `name` is, by its licence file or its manifest; `name` is as in `slab v0.4.12`.
fn notice(metadata: &Value, name: &str) -> Option<String> {
    let (name, version) = name.split_once(" v")?;
    let package = metadata["packages"]
        .as_array()?
        .iter()
        .find(|package| package["name"] == name && package["version"] == version)?;
    let folder = Path::new(package["manifest_path"].as_str()?).parent()?;
    let mut files: Vec<PathBuf> =
        fs::read_dir(folder).ok()?.filter_map(|entry| Some(entry.ok()?.path())).collect();
    files.retain(|file| {
        let name = file.file_name().unwrap_or_default().to_string_lossy().to_uppercase();
        ["LICENSE", "LICENCE", "COPYING", "COPYRIGHT"].iter().any(|word| name.starts_with(word))
    });
    // The shorter ones name people, Apache's has a form to fill in.
    files.sort_by_key(|file| (file.metadata().map_or(u64::MAX, |file| file.len()), file.clone()));
    let written = files
        .iter()
        .filter_map(|file| fs::read_to_string(file).ok())
        .find_map(|text| text.lines().find_map(copyright));
    written.or_else(|| {
        let authors: Vec<&str> =
            package["authors"].as_array()?.iter().filter_map(Value::as_str).collect();
        let names = authors.iter().map(|author| author.split(" <").next().unwrap_or(author).trim());
        let names = names.collect::<Vec<_>>().join(", ");
        let repository = package["repository"].as_str().unwrap_or_default().to_owned();
        Some(if names.is_empty() { repository } else { names }).filter(|whose| !whose.is_empty())
    })
}

/// The line as a notice of who has the rights, if it is one.
fn copyright(line: &str) -> Option<String> {
    let line = line.trim();
    let rest = line.strip_prefix("Copyright")?.trim_start();
    let named = rest.starts_with("(c)") || rest.starts_with('©') || rest.starts_with("20");
    let letters = rest.trim_start_matches("(c)").chars().filter(|c| c.is_alphabetic()).count();
    (named && letters > 2 && !rest.contains('[')).then(|| line.replace('|', "/"))
}

/// What the scripts below `folder` import that is neither theirs nor Node's: file and name.
pub fn from_npm(folder: &Path) -> Result<Vec<String>> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        if path.is_dir() {
            if !NOT_SHIPPED.contains(&name.as_str()) {
                found.extend(from_npm(&path)?);
            }
        } else if path.extension().is_some_and(|end| end == "ts" || end == "js") {
            let script = fs::read_to_string(&path)?;
            found.extend(imports(&script).map(|import| format!("{}: {import}", path.display())));
        }
    }
    found.sort();
    Ok(found)
}

/// The packages that `script` names after `from` or in `import(…)`.
fn imports(script: &str) -> impl Iterator<Item = &str> {
    let after = |start: &'static str| {
        script.split(start).skip(1).filter_map(|rest| rest.split(['\'', '"']).next())
    };
    ["from '", "from \"", "import('", "import(\"", "import '", "import \""]
        .into_iter()
        .flat_map(after)
        .filter(|name| !name.starts_with('.') && !name.starts_with("node:") && !name.contains(' '))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_notice_names_somebody() {
        for (line, wanted) in [
            ("   Copyright (c) 2014 Ada Miller", true),
            ("Copyright 2024 The Weavers", true),
            ("Copyright © Ada Miller", true),
            ("   Copyright [yyyy] [name of copyright owner]", false),
            ("The above copyright notice shall be included.", false),
            ("Copyright notices must stay.", false),
            ("Copyright (c) 2016--2023", false),
        ] {
            assert_eq!(copyright(line).is_some(), wanted, "{line}");
        }
    }

    #[test]
    fn only_packages_count_as_imported() {
        let script = "import { a } from './a.ts';\nimport fs from 'node:fs';\nimport b from \"b\";\n\
                      const c = await import('c/d');\nimport 'e';\n// from 'what stands in words'";
        assert_eq!(imports(script).collect::<Vec<_>>(), ["b", "c/d", "e"]);
    }
}
