//! The project's own commands. `cargo xtask` lists them.

mod apt;
mod bite;
mod book;
mod browsers;
mod build;
mod callgrind;
mod deny;
mod eval;
mod fuzz;
mod gazetteers;
mod growth;
mod instructions;
mod licences;
mod offline;
mod package;
mod peers;
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
  book         the docs site into dist/docs/, and the offline copy; `build` does so too
  package      the npm package into target/, packed and not published
  reproduce    builds once more elsewhere, and compares every byte
  size         what the first visit loads, against its limits; --explain: what each module is, docs/size.md
  eval         accuracy on the data in NEWSMARK_DATA
  fuzz         inputs that nobody would think of (docs/fuzzing.md)
  bite         whether the tests notice what is broken on purpose (docs/bite.md)
  performance  speed and size, written to docs/performance.md
  growth       time and memory from 1 kB to 10 MB, written to docs/growth.md
  instructions what each stage needs, against another commit (--base COMMIT) or the record (--write)
  boundary     ways of handing a report to JavaScript (docs/performance.md)
  peers        others over the same articles, written to docs/peers.md
  deny         licences, sources and known faults of what newsmark depends on
  licences     what ships and whose it is, written to docs/licences.md
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
        "boundary" => performance::print_boundary(),
        "book" => book::build().and_then(|()| offline::write()),
        "build" => build::run(args),
        "deny" => deny::check(),
        "eval" => eval::run(args),
        "fuzz" => fuzz::run_fuzzer(args),
        "gazetteers" => gazetteers::run(args),
        "growth" => growth::run_measurements(),
        "instructions" => instructions::run_counts(args),
        "licences" => licences::write(),
        "package" => package::run(args),
        "peers" => peers::run_measurements(),
        "performance" => performance::run_measurements(),
        "reproduce" => reproduce::run_twice(),
        "schema" => schema::write(),
        "serve" => serve::run_server(args),
        "size" => size::run(args),
        "test" => test::run_checks(args),
        "train" => train::run_trainer(args),
        other => Err(format!("there is no command `{other}`\n{USAGE}").into()),
    }
}
