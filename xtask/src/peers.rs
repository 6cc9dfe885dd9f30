//! `cargo xtask peers`: what one would take in newsmark's place, over the same articles in one run.

use std::fs;

use crate::{
    python,
    step::{Result, command, root, run, step},
    web,
};

/// Installs the peers into `target/peers`, measures, and writes `docs/peers.md`. Where spaCy or its model
/// cannot be installed the page says so.
///
/// # Errors
///
/// After the page was written: where newsmark is slower than the page's limits.
pub fn run_measurements() -> Result {
    let folder = root().join("target/peers");
    fs::create_dir_all(&folder)?;
    for file in ["package.json", "package-lock.json"] {
        fs::copy(root().join("benches/peers").join(file), folder.join(file))?;
    }
    web::install_in(&folder)?;
    if !web::package("core").join("core.js").exists() {
        return Err("there is no core in www/pkg: `cargo xtask build` makes it".into());
    }
    let mut measure = command("node");
    measure.args(["--expose-gc", "benches/peers/measure.mjs", "docs/peers.md"]);
    match python::with_spacy() {
        Ok(python) => measure.env("SPACY", python),
        Err(error) => {
            println!("spaCy: left out ({error})");
            measure.env("NO_SPACY", "spaCy or its model could not be installed here")
        }
    };
    step("the peers", || run(&mut measure))
}
