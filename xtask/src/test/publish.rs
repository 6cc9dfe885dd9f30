//! The crate as crates.io would get it.

use std::process::Stdio;

use crate::{step::Result, toolchain::Toolchain};

/// The warning that every rehearsal ends with.
const REHEARSED: &str = "aborting upload due to dry run";

/// Packs the crate and builds what was packed, without any feature; a warning is an error. Uncommitted
/// changes are packed as they are: whoever runs the tests is in the middle of something. It is not
/// optimised, which would take three times as long and find nothing more.
pub fn rehearse() -> Result {
    let output = Toolchain::Active
        .cargo()
        .args(["publish", "--dry-run", "--allow-dirty", "--package", "newsmark"])
        .args(["--config", "profile.dev.opt-level=0"])
        .stdin(Stdio::null())
        .output()?;
    let said = String::from_utf8_lossy(&output.stderr);
    if !output.status.success() {
        return Err(said.into());
    }
    let warnings: Vec<_> = said
        .lines()
        .filter(|line| line.starts_with("warning") && !line.contains(REHEARSED))
        .collect();
    if !warnings.is_empty() {
        return Err(format!("`cargo publish --dry-run` warns\n{}", warnings.join("\n")).into());
    }
    // How many files, and how large.
    for line in said.lines().filter(|line| line.contains("Packaged")) {
        println!("  {}", line.trim());
    }
    Ok(())
}
