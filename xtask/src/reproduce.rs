//! `cargo xtask reproduce`: whether what was published is what these sources make.

use std::{
    collections::BTreeMap,
    fs,
    path::{Path, PathBuf},
};

use sha2::{Digest, Sha384};

use crate::{
    step::{Result, command, root, run, run_quietly, step},
    web,
};

/// Builds the committed sources once more, in another folder and with nothing compiled before, and compares
/// every file of the site.
pub fn run_twice() -> Result {
    let changed = run_quietly(command("git").args(["status", "--porcelain"]))?;
    if !changed.trim().is_empty() {
        return Err(
            "there are changes that are not committed: the site is not what the commit makes"
                .into(),
        );
    }
    if !web::dist().join("index.html").exists() {
        return Err("there is no site to compare with; `cargo xtask build` makes it".into());
    }
    let folder = root().join("target/reproduce");
    if folder.exists() {
        fs::remove_dir_all(&folder)?;
    }
    run_quietly(command("git").args(["clone", "--quiet", "--no-hardlinks", "."]).arg(&folder))?;
    step("the same build elsewhere", || {
        run(command("cargo")
            .current_dir(&folder)
            .env_remove("CARGO_TARGET_DIR")
            .args(["xtask", "build"]))
    })?;
    let (here, there) = (hashes(&web::dist())?, hashes(&folder.join("dist"))?);
    let names = here.keys().chain(there.keys());
    let mut different: Vec<_> =
        names.filter(|name| here.get(*name) != there.get(*name)).cloned().collect();
    different.sort();
    different.dedup();
    if !different.is_empty() {
        return Err(format!("these files differ: {}", different.join(", ")).into());
    }
    println!("{} files, the same bytes", here.len());
    Ok(())
}

/// The SHA-384 of every file below `folder`, by its path there.
fn hashes(folder: &Path) -> Result<BTreeMap<String, Vec<u8>>> {
    let mut found = BTreeMap::new();
    let mut folders = vec![PathBuf::new()];
    while let Some(inner) = folders.pop() {
        for entry in fs::read_dir(folder.join(&inner))? {
            let path = inner.join(entry?.file_name());
            let whole = folder.join(&path);
            if whole.is_dir() {
                folders.push(path);
            } else {
                let name = path.to_string_lossy().replace('\\', "/");
                found.insert(name, Sha384::digest(fs::read(whole)?).to_vec());
            }
        }
    }
    Ok(found)
}
