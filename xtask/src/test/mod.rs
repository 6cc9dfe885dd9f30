//! `cargo xtask test`: every check there is.

mod count;
mod publish;

use std::{path::PathBuf, process::Command};

use count::Count;

use crate::{
    apt, browsers, build, deny, eval, fuzz, instructions, licences, package, python, size,
    step::{Result, command, on_path, root, run, step},
    toolchain::{TARGET, Toolchain},
    wasm, web,
};

/// One check: its name, and what it does. Those that run tests count them.
type Check = (&'static str, fn(&mut Count) -> Result);

/// Fast ones first; `site` before those that need the built site.
const CHECKS: &[Check] = &[
    ("format", format),
    ("lint", lint),
    ("dependencies", |_| dependencies()),
    ("native", native),
    ("fuzz", fuzz),
    ("exports", exports),
    ("archives", archives),
    ("doc", doc),
    ("crate", |_| publish::rehearse()),
    ("lint-wasm", lint_wasm),
    ("site", site),
    ("types", types),
    ("size", |_| size::check()),
    ("node", |count| node_tests(count, "tests/node", |_| Ok(()))),
    ("package", package),
    ("chromium", chromium),
    ("firefox", firefox),
    ("instructions", |_| instructions::check()),
    ("accuracy", accuracy),
];

/// One at a time: together they would ask for other features of what they depend on, and all of that
/// would be compiled once more.
const PACKAGES: [&[&str]; 2] =
    [&["--package", "newsmark", "--all-features"], &["--package", "xtask"]];

/// Runs the checks named in `args`, or all; one that fails does not keep the others from running.
pub fn run_checks(args: &[String]) -> Result {
    if let Some(unknown) = args.iter().find(|arg| CHECKS.iter().all(|(name, _)| name != arg)) {
        let names: Vec<_> = CHECKS.iter().map(|(name, _)| *name).collect();
        return Err(format!("there is no check `{unknown}`; there are: {}", names.join(" ")).into());
    }
    let mut count = Count::default();
    let mut failures = Vec::new();
    for (name, check) in CHECKS {
        if !args.is_empty() && !args.iter().any(|arg| arg == name) {
            continue;
        }
        if let Err(error) = step(name, || check(&mut count)) {
            eprintln!("✗ {error}");
            failures.push(*name);
        }
    }
    println!("\n{} passed, {} failed", count.passed, count.failed);
    if failures.is_empty() {
        return Ok(());
    }
    Err(format!("these checks failed: {}", failures.join(", ")).into())
}

/// `cargo` as the user runs it, or the one of the wasm toolchain where that lacks `component`.
fn cargo_with(component: &str) -> Result<Command> {
    let active = Toolchain::Active;
    if crate::step::succeeds(active.cargo().args([component, "--version"])) {
        return Ok(active.cargo());
    }
    let other = Toolchain::for_wasm()?;
    if crate::step::succeeds(other.cargo().args([component, "--version"])) {
        return Ok(other.cargo());
    }
    Err(format!(
        "cargo {component} is missing: run `rustup component add {}`",
        match component {
            "fmt" => "rustfmt",
            name => name,
        }
    )
    .into())
}

fn format(_: &mut Count) -> Result {
    for manifest in ["Cargo.toml", "fuzz/Cargo.toml", "benches/boundary/Cargo.toml"] {
        let all = ["fmt", "--all", "--check", "--manifest-path", manifest];
        run(cargo_with("fmt")?.args(all))?;
    }
    Ok(())
}

fn lint(_: &mut Count) -> Result {
    let deny = ["--", "-D", "warnings"];
    // The core by itself as well: its users have none of the features.
    run(cargo_with("clippy")?
        .args(["clippy", "--quiet", "--package", "newsmark", "--lib"])
        .args(deny))?;
    for package in PACKAGES {
        run(cargo_with("clippy")?
            .args(["clippy", "--quiet", "--all-targets"])
            .args(package)
            .args(deny))?;
    }
    // What only measures; its functions are those of the core, and change with them.
    run(cargo_with("clippy")?
        .args(["clippy", "--quiet", "--package", "newsmark-stages"])
        .args(deny))
}

/// What newsmark depends on and what it carries: licences, sources, known faults.
fn dependencies() -> Result {
    licences::check()?;
    deny::check()
}

fn lint_wasm(_: &mut Count) -> Result {
    let toolchain = Toolchain::for_wasm()?;
    // The sidebar by itself as well: there the page is not cut up.
    for (program, features) in [("newsmark-app", "app,edit"), ("newsmark-aside", "aside")] {
        run(toolchain
            .cargo()
            .args(["clippy", "--quiet", "--package", "newsmark", "--lib", "--bin", program])
            .args(["--features", features, "--target", TARGET, "--target-dir"])
            .arg(wasm::target_folder())
            .args(["--", "-D", "warnings"]))?;
    }
    Ok(())
}

fn native(count: &mut Count) -> Result {
    let results = PACKAGES.map(|package| {
        count.run(Toolchain::Active.cargo().args(["test", "--no-fail-fast"]).args(package))
    });
    results.into_iter().collect()
}

/// Each fuzz target for two seconds, from the same inputs every time.
fn fuzz(count: &mut Count) -> Result {
    count.passed += fuzz::check(2)?;
    Ok(())
}

/// Every export, by a program that reads its format.
fn exports(count: &mut Count) -> Result {
    let python = python::with_readers()?;
    let folder = python_tests(count, python, "exports")?;
    web::install()?;
    node_tests(count, "tests/exports", |node| {
        node.env("CHROMIUM", browsers::chromium()?).env("EXPORTS", folder.join("out"));
        Ok(())
    })
}

/// Archives by Spark on a cluster, and by the shell.
fn archives(count: &mut Count) -> Result {
    if !cfg!(target_os = "linux") {
        println!("archives: skipped (processes are found and killed by Linux's /proc)");
        return Ok(());
    }
    for (program, package) in [("java", "openjdk-17-jre-headless"), ("parallel", "parallel")] {
        if on_path(&[program]).is_none() {
            if !apt::is_available() {
                return Err(format!("`{program}` is needed, and not on PATH").into());
            }
            apt::install(&[package])?;
        }
    }
    let python = python::with_spark()?;
    python_tests(count, python, "archives").map(|_| ())
}

/// The command, with the features that the tests were built with, so that little is compiled again.
fn built_command() -> Result<PathBuf> {
    let target = root().join("target");
    run(Toolchain::Active
        .cargo()
        .args(["build", "--quiet", "--package", "newsmark", "--all-features"])
        .args(["--bin", "newsmark", "--target-dir"])
        .arg(&target))?;
    Ok(target.join("debug/newsmark"))
}

/// `run.py` of a folder in `tests/` with the command; returns the folder that it wrote to.
fn python_tests(count: &mut Count, python: PathBuf, name: &str) -> Result<PathBuf> {
    let newsmark = built_command()?;
    let folder = root().join("target").join(name);
    if folder.exists() {
        std::fs::remove_dir_all(&folder)?;
    }
    std::fs::create_dir_all(&folder)?;
    count.run(
        command(python)
            .arg(format!("tests/{name}/run.py"))
            .arg(&folder)
            .env("NEWSMARK", newsmark)
            .env("PYTHONDONTWRITEBYTECODE", "1"),
    )?;
    Ok(folder)
}

fn doc(_: &mut Count) -> Result {
    run(Toolchain::Active.cargo().env("RUSTDOCFLAGS", "-D warnings").args([
        "doc",
        "--quiet",
        "--no-deps",
        "--package",
        "newsmark",
        "--lib",
        "--all-features",
    ]))
}

fn site(_: &mut Count) -> Result {
    build::run(&[])
}

fn types(_: &mut Count) -> Result {
    // The service worker lives in another world than the page, with other globals.
    for project in [".", "www/offline"] {
        run(web::node_script("typescript/bin/tsc").args(["--project", project]))?;
    }
    Ok(())
}

/// Node's runner on the `*.test.mjs` files of `folder`.
fn node_tests(
    count: &mut Count,
    folder: &str,
    prepare: impl FnOnce(&mut Command) -> Result,
) -> Result {
    let mut files: Vec<_> = std::fs::read_dir(root().join(folder))?
        .map(|entry| entry.map(|entry| entry.path()))
        .collect::<std::io::Result<_>>()?;
    files.retain(|file| file.to_string_lossy().ends_with(".test.mjs"));
    files.sort();
    let mut node = command("node");
    node.args(["--test", "--test-reporter=spec", "--test-concurrency=1"]).args(files);
    prepare(&mut node)?;
    count.run(&mut node)
}

/// The npm package in fresh projects that install it.
fn package(count: &mut Count) -> Result {
    web::install()?;
    let tarball = package::pack()?;
    package::show(&tarball)?;
    package::consumers()?;
    node_tests(count, "tests/package", |node| {
        node.env("TARBALL", tarball)
            .env("NEWSMARK", built_command()?)
            .env("CHROMIUM", browsers::chromium()?);
        Ok(())
    })
}

fn chromium(count: &mut Count) -> Result {
    for folder in ["tests/browser", "tests/widget"] {
        node_tests(count, folder, |node| {
            node.env("CHROMIUM", browsers::chromium()?);
            Ok(())
        })?;
    }
    Ok(())
}

fn firefox(count: &mut Count) -> Result {
    match browsers::firefox() {
        Ok(path) => node_tests(count, "tests/firefox", |node| {
            node.env("FIREFOX", path);
            Ok(())
        }),
        Err(error) => {
            println!("firefox: skipped ({error})");
            Ok(())
        }
    }
}

fn accuracy(_: &mut Count) -> Result {
    if std::env::var_os("NEWSMARK_DATA").is_none_or(|folder| folder.is_empty()) {
        println!("accuracy: skipped (NEWSMARK_DATA names no folder)");
        return Ok(());
    }
    eval::check()
}
