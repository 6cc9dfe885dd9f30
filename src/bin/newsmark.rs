//! The command `newsmark`.

use std::process::ExitCode;

fn main() -> ExitCode {
    newsmark::cli::main(std::env::args_os().skip(1))
}
