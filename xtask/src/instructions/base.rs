//! The commit that counts are compared with, checked out below `target/instructions`.

use std::{fs, path::PathBuf};

use crate::step::{Result, command, root, run_quietly};

/// The full name of a commit.
pub fn commit(name: &str) -> Result<String> {
    let found = git(&["rev-parse", "--verify", "--quiet", &format!("{name}^{{commit}}")]);
    found.map_err(|_| format!("there is no commit `{name}` here").into())
}

/// Where a branch left what is published, the last release, or the commit before: the first of these that is
/// there, and is not what is checked out.
pub fn usual() -> Option<String> {
    let head = commit("HEAD").ok()?;
    let published = git(&["merge-base", "HEAD", "origin/main"]);
    let release = git(&["describe", "--tags", "--abbrev=0"]).and_then(|tag| commit(&tag));
    [published, release, commit("HEAD~1")].into_iter().flatten().find(|found| *found != head)
}

/// The folder with the sources of `commit`; `None` where they cannot be counted. Only files that differ from the
/// last one's are written, so that little is compiled again.
pub fn checked_out(commit: &str) -> Result<Option<PathBuf>> {
    let folder = root().join("target/instructions/base");
    let path = folder.to_string_lossy().into_owned();
    // A folder that comes from elsewhere, as from a cache, is a working tree of no repository.
    let is_ours =
        folder.join(".git").exists() && git(&["-C", &path, "rev-parse", "--git-dir"]).is_ok();
    if is_ours {
        git(&["-C", &path, "checkout", "--quiet", "--force", "--detach", commit])?;
    } else {
        if folder.exists() {
            fs::remove_dir_all(&folder)?;
        }
        git(&["worktree", "prune"])?;
        git(&["worktree", "add", "--quiet", "--force", "--detach", &path, commit])?;
    }
    Ok(folder.join("benches/stages").exists().then_some(folder))
}

/// Where it is compiled.
pub fn target() -> PathBuf {
    root().join("target/instructions/base-target")
}

fn git(args: &[&str]) -> Result<String> {
    Ok(run_quietly(command("git").args(args))?.trim().to_owned())
}
