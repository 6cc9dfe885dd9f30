//! `cargo xtask eval`: the accuracy table.
