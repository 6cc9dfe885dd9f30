//! `cargo xtask licences`: what newsmark ships that others made, written to `docs/licences.md`.

mod code;
mod data;
mod table;

use std::{fs, path::PathBuf};

use crate::step::{Result, root, run_quietly};

/// Writes the page.
pub fn write() -> Result {
    fs::write(file(), page()?)?;
    println!("{}", file().display());
    Ok(())
}

/// Whether every list has all that must be known of it, no script takes code from npm into what ships, and the
/// page is up to date.
pub fn check() -> Result {
    let lacking = data::lacking(&root())?;
    if !lacking.is_empty() {
        return Err(format!("src/data/README.md: {}", lacking.join("; ")).into());
    }
    let imported = code::from_npm(&root().join("www"))?;
    if !imported.is_empty() {
        return Err(format!("scripts that ship take code from npm: {}", imported.join("; ")).into());
    }
    let page = page()?;
    if fs::read_to_string(file()).is_ok_and(|found| found == page) {
        Ok(())
    } else {
        Err("docs/licences.md is out of date: run `cargo xtask licences`".into())
    }
}

fn file() -> PathBuf {
    root().join("docs/licences.md")
}

fn page() -> Result<String> {
    let metadata = run_quietly(crate::step::command("cargo").args([
        "metadata",
        "--format-version=1",
        "--locked",
        "--all-features",
    ]))?;
    let code = code::table(&serde_json::from_str(&metadata)?)?;
    let data = data::table(&root())?;
    Ok(format!(
        "# Licences\n\nPrinted by `cargo xtask licences`. newsmark is MIT OR Apache-2.0, at the user's choice; this \
         is what it ships that others made. `deny.toml` says which licences code may have, `cargo xtask deny` checks \
         it, for what builds and tests newsmark as well.\n\n## Code\n\nThe crates within each module and the command: \
         `core` and `edit` are the npm package, these and `aside` the element, `core` and `app` the page. In all of \
         them is Rust's standard library (MIT OR Apache-2.0, The Rust Project Developers) with what it brings (MIT, \
         Apache-2.0 WITH LLVM-exception). Of several licences with OR, newsmark takes MIT where it is among them.\n\n{code}\n\
         No package of npm is in what ships: the scripts import one another, and what Node itself has. The bundlers \
         (Vite, Rolldown; MIT) add the few lines that load one file from another.\n\n## Data\n\nThe word lists and \
         gazetteers, from [their page](../src/data/README.md), which also says what is in them and how each is made; \
         `NOTICE` goes with every copy.\n\n{data}"
    ))
}
