//! `cargo xtask gazetteers`: word lists into `src/data/`.

use std::error::Error;

pub fn run(_args: &[String]) -> Result<(), Box<dyn Error>> {
    Err("`gazetteers` is not part of this branch".into())
}
