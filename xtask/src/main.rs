//! The project's own commands: `cargo xtask serve`, `test`, `build`, `size`, `eval`, `gazetteers`.

mod eval;
mod gazetteers;

fn main() {}
