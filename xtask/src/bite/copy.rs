//! A copy of the repository, in which the changes are made: the checkout stays as it is, whatever happens.

use std::{
    collections::BTreeSet,
    fs,
    path::{Path, PathBuf},
    process::Command,
};

use super::change::Files;
use crate::{
    step::{Result, command, root, run_quietly},
    toolchain::Toolchain,
};

/// Folders that no test of the crate reads.
const NOT: &[&str] = &["tests/browser/", "tests/widget/", "tests/package/", ".github/"];

pub struct Copy {
    /// Where everything is that a run makes.
    pub place: PathBuf,
    pub folder: PathBuf,
    target: PathBuf,
}

impl Copy {
    /// The copy as the checkout is now. Files that are the same are not written, so that what was compiled stays.
    pub fn fresh(place: &Path) -> Result<Self> {
        let place = std::path::absolute(place)?;
        let (folder, target) = (place.join("copy"), place.join("build"));
        let copy = Self { place, folder, target };
        let listed = run_quietly(command("git").args([
            "ls-files",
            "--cached",
            "--others",
            "--exclude-standard",
        ]))?;
        let wanted: BTreeSet<&str> = listed
            .lines()
            .filter(|file| !NOT.iter().any(|folder| file.starts_with(folder)))
            .filter(|file| root().join(file).is_file())
            .collect();
        for file in &wanted {
            copy.write(file, &fs::read(root().join(file))?)?;
        }
        copy.prune(&copy.folder, &wanted)?;
        Ok(copy)
    }

    /// Removes what is not wanted below `folder`.
    fn prune(&self, folder: &Path, wanted: &BTreeSet<&str>) -> Result {
        for entry in fs::read_dir(folder)? {
            let path = entry?.path();
            if path.is_dir() {
                self.prune(&path, wanted)?;
            } else if !wanted.contains(&*path.strip_prefix(&self.folder)?.to_string_lossy()) {
                fs::remove_file(&path)?;
            }
        }
        Ok(())
    }

    fn write(&self, file: &str, bytes: &[u8]) -> Result {
        let path = self.folder.join(file);
        if fs::read(&path).is_ok_and(|now| now == bytes) {
            return Ok(());
        }
        if let Some(folder) = path.parent() {
            fs::create_dir_all(folder)?;
        }
        Ok(fs::write(path, bytes)?)
    }

    /// Whether these files hold something else than the copy does.
    pub fn differs(&self, files: &Files) -> bool {
        files
            .iter()
            .any(|(file, bytes)| fs::read(self.folder.join(file)).is_ok_and(|now| now != *bytes))
    }

    /// Does `work` with `files` in the copy, which is then as it was.
    pub fn with<T>(&self, files: &Files, work: impl FnOnce() -> Result<T>) -> Result<T> {
        let mut kept = Files::new();
        for (file, bytes) in files {
            kept.push((file.clone(), fs::read(self.folder.join(file))?));
            self.write(file, bytes)?;
        }
        let done = work();
        for (file, bytes) in &kept {
            self.write(file, bytes)?;
        }
        done
    }

    /// `cargo` in the copy, with a target folder of its own.
    pub fn cargo(&self) -> Command {
        let mut cargo = Toolchain::Active.cargo();
        cargo
            .current_dir(&self.folder)
            .env("CARGO_TARGET_DIR", &self.target)
            .env("CARGO_INCREMENTAL", "1");
        cargo
    }
}
