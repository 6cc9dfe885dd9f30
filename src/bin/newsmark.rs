//! The command `newsmark`.

fn main() {}
