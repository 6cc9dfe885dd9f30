//! `cargo xtask gazetteers`: word lists into `src/data/`.
