//! Each stage of newsmark in a function of its own, for `cargo xtask instructions` and `cargo xtask growth`:
//!
//! - `stages each FILE…` does every stage once for each article; callgrind counts (`measured.rs`).
//! - `stages command ARGUMENT…` is the command `newsmark`.
//! - `stages grow ROUNDS FILE` reads one article so often, and then again after a letter was typed; it prints
//!   bytes of the text, nanoseconds of the processor for each of the two at best, and the bytes of memory that
//!   the first reading took at its height.

mod grow;
mod measured;

use std::{error::Error, ffi::OsString, fs, hint::black_box, process::ExitCode};

use newsmark::{
    Knowledge, Options, annotate,
    entities::Name,
    overlap::{self, Claim},
    summary::Findings,
    text::Document,
};

fn main() -> ExitCode {
    let mut args = std::env::args_os().skip(1);
    let how = args.next().unwrap_or_default();
    let rest: Vec<OsString> = args.collect();
    let done = match how.to_str() {
        Some("each") => each(&rest),
        Some("command") => return measured::command(rest),
        Some("grow") => grow::run(&rest),
        _ => Err("usage: stages each FILE… | command ARGUMENT… | grow ROUNDS FILE".into()),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("stages: {error}");
            ExitCode::FAILURE
        }
    }
}

fn each(files: &[OsString]) -> Result<(), Box<dyn Error>> {
    let texts: Vec<String> = files.iter().map(fs::read_to_string).collect::<Result<_, _>>()?;
    let options = Options::default();
    let knowledge = measured::start(&options);
    for text in &texts {
        // Tables that are made when they are first asked for are no part of a stage.
        black_box(annotate(text, &options)?);
    }
    for text in &texts {
        stages(text, &knowledge, &options);
        black_box(measured::whole(text, &options));
    }
    Ok(())
}

/// The stages as `newsmark::api` has them, each given what it would be given there.
fn stages(source: &str, knowledge: &Knowledge, options: &Options) {
    let document = measured::document(source);
    black_box(measured::language(&document));
    let parts: Vec<Document> = (0..document.blocks().len()).map(|i| document.part(i)).collect();
    let expressions = measured::dates(&document, &parts, options);
    black_box(measured::values(&document, &expressions, options));
    black_box(measured::amounts(&parts));
    let (reading, mut names) = measured::names(&document, knowledge, options);
    settle(&mut names);
    let (entities, mentions) = measured::entities(&reading, names, options);
    let quotes = measured::quotes(&document, &entities, &mentions);
    let (dates, amounts) = (&[], &[]);
    let found =
        Findings { entities: &entities, mentions: &mentions, dates, amounts, quotes: &quotes };
    black_box(measured::summary(&document, &found));
}

/// Names that do not overlap, in reading order: what is joined to entities.
fn settle(names: &mut Vec<Name>) {
    let claims: Vec<Claim> =
        names.iter().map(|n| Claim { span: n.span, family: n.family() }).collect();
    let mut stays = overlap::settle(&claims).into_iter();
    names.retain(|_| stays.next().unwrap_or(false));
    names.sort_by_key(|n| n.span.start());
}
