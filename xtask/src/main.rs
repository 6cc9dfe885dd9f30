//! The project's own commands.

mod eval;
mod gazetteers;

use std::process::ExitCode;

fn main() -> ExitCode {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let done = match words.split_first() {
        Some((name, args)) if name == "eval" => eval::run(args),
        _ => Err("usage: cargo xtask eval".into()),
    };
    if let Err(error) = done {
        eprintln!("{error}");
        return ExitCode::FAILURE;
    }
    ExitCode::SUCCESS
}
