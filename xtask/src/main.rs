//! The project's own commands. `cargo xtask` lists them.

mod apt;
mod bite;
mod book;
mod browsers;
mod build;
mod eval;
mod fuzz;
mod gazetteers;
mod package;
mod performance;
mod python;
mod reproduce;
mod rest;
mod schema;
mod serve;
mod size;
mod step;
mod test;
mod toolchain;
mod train;
mod wasm;
mod web;

use std::process::ExitCode;

use step::Result;

const USAGE: &str = "usage: cargo xtask COMMAND

  serve        install what is missing, build, serve the page with live reload
  test         install what is missing, run every check there is
  build        the static site into dist/ (--dev: wasm only, fast to compile)
  book         the docs site into dist/docs/, which `build` does too
  package      the npm package into target/, packed and not published
  reproduce    builds once more elsewhere, and compares every byte
  size         what the first visit loads, against its limits
  eval         accuracy on the data in NEWSMARK_DATA
  fuzz         inputs that nobody would think of (docs/fuzzing.md)
  bite         whether the tests notice what is broken on purpose (docs/bite.md)
  performance  speed and size, written to docs/performance.md
  gazetteers   the word lists of src/data/ from their sources
  train        the tagger's weights from the data in NEWSMARK_DATA (train/README.md)
  schema       the report's JSON Schema and TypeScript types, from the Rust types";

fn main() -> ExitCode {
    let words: Vec<String> = std::env::args().skip(1).collect();
    match dispatch(&words) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("✗ {error}");
            ExitCode::FAILURE
        }
    }
}

fn dispatch(words: &[String]) -> Result {
    let Some((name, args)) = words.split_first() else {
        println!("{USAGE}");
        return Ok(());
    };
    match name.as_str() {
        "bite" => bite::run(args),
        "book" => book::build(),
        "build" => build::run(args),
        "eval" => eval::run(args),
        "fuzz" => fuzz::run_fuzzer(args),
        "gazetteers" => gazetteers::run(args),
        "package" => package::run(args),
        "performance" => performance::run_measurements(),
        "reproduce" => reproduce::run_twice(),
        "schema" => schema::write(),
        "serve" => serve::run_server(args),
        "size" => size::check(),
        "test" => test::run_checks(args),
        "train" => train::run_trainer(args),
        other => Err(format!("there is no command `{other}`\n{USAGE}").into()),
    }
}
