//! `cargo xtask eval`: the accuracy table.

use std::error::Error;

pub fn run(_args: &[String]) -> Result<(), Box<dyn Error>> {
    Err("`eval` is not part of this branch".into())
}

/// Fails if a row of `docs/accuracy.md` fell by more than half a point.
pub fn check() -> Result<(), Box<dyn Error>> {
    run(&[])
}
