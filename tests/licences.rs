//! Everything that is built into newsmark may be shipped under MIT OR Apache-2.0.

use std::process::Command;

use serde_json::Value;

/// Licences without conditions beyond naming the authors, as SPDX has them.
const ALLOWED: &[&str] = &[
    "MIT",
    "Apache-2.0",
    "Apache-2.0 WITH LLVM-exception",
    "BSD-2-Clause",
    "BSD-3-Clause",
    "ISC",
    "Unicode-3.0",
    "Unlicense",
    "Zlib",
    "0BSD",
    "CC0-1.0",
    "BSL-1.0",
];

#[test]
fn every_dependency_has_a_licence_from_the_list() {
    let output = Command::new(env!("CARGO"))
        .args(["metadata", "--format-version=1", "--locked", "--all-features"])
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .output()
        .expect("cargo runs this test");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let metadata: Value = serde_json::from_slice(&output.stdout).expect("JSON");
    let packages = metadata["packages"].as_array().expect("a list");
    assert!(packages.len() > 10, "the packages are listed");
    let wrong: Vec<String> = (packages.iter())
        .filter(|package| !package["source"].is_null())
        .filter(|package| !package["license"].as_str().is_some_and(allowed))
        .map(|package| format!("{}: {}", package["name"], package["license"]))
        .collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// Whether one may choose licences from the list: of every `AND` part, one `OR` part.
fn allowed(expression: &str) -> bool {
    let flat = expression.replace(['(', ')'], " ").replace('/', " OR ");
    let one = |part: &str| part.split(" OR ").any(|name| ALLOWED.contains(&name.trim()));
    flat.split(" AND ").all(one)
}

#[test]
fn expressions_are_read_as_they_are_meant() {
    for (expression, wanted) in [
        ("MIT OR Apache-2.0", true),
        ("MIT/Apache-2.0", true),
        ("GPL-3.0 OR MIT", true),
        ("(MIT OR Apache-2.0) AND Unicode-3.0", true),
        ("MIT AND GPL-3.0", false),
        ("MPL-2.0", false),
    ] {
        assert_eq!(allowed(expression), wanted, "{expression}");
    }
}
