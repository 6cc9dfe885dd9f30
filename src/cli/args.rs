//! The command line, understood or refused.

use std::{ffi::OsString, num::NonZero, path::PathBuf};

use lexopt::prelude::*;

use super::Failure;
use crate::{Options, export, options::Unit};

/// What `--help` prints.
pub(super) const HELP: &str = "\
newsmark reads news articles and marks people, organisations, places, dates, amounts and quotes.

Usage:
  newsmark [FILE…] [--format FORMAT] [--out FOLDER] [--rules PATTERN] [--published DATE]
           [--unit UNIT] [--patch PATCH]
  newsmark batch [FILE…] [--unit UNIT] [--threads N]

Reads the files, or standard input when there are none (`-` is standard input too; a file of the
name `batch` is `./batch`).

  --format FORMAT    json (default; several files: one array), jsonl (a report a line), csv, html,
                     md, webannotation, timeml, conll, spacy, brat, ics, timelinejs, or marks (the
                     text with ⟦words|rule id⟧ around what was found). Several files go to standard
                     output as json, jsonl, csv, conll and marks, else `--out` is needed; brat, which
                     has two files for each, always needs it
  --out FOLDER       write files there, named after those that were read (article, for standard
                     input); a file that is there already is replaced
  --rules PATTERN    with `--format marks`: only what rules of such ids have marked; a regular
                     expression that is to fit the whole id, as `date\\..*`
  --published DATE   the day of publication, YYYY-MM-DD: relative dates count from it
  --patch PATCH      a reader's corrections, which are applied to what is found; those without a place
                     in the text are named on standard error
  --unit UNIT        what spans count in json and jsonl: utf16 (default), utf8, codepoint
  --help, --version

`newsmark batch` reads a JSON object {\"id\", \"text\", \"published\"?} a line (other fields are ignored)
and writes {\"id\", \"report\"} or {\"id\", \"error\": {\"code\", \"message\"}} for each, in the same order.
It takes all cores, or as many as `--threads` says: 1 where another program starts one for each core.
";

/// What is asked for.
#[derive(Debug, PartialEq)]
pub(super) enum Command {
    Help,
    Version,
    Annotate {
        files: Vec<PathBuf>,
        format: Format,
        out: Option<PathBuf>,
        rules: Option<String>,
        patch: Option<PathBuf>,
        options: Box<Options>,
    },
    Batch {
        files: Vec<PathBuf>,
        unit: Unit,
        /// All cores, if it does not say.
        threads: Option<NonZero<usize>>,
    },
}

/// How reports are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Format {
    /// For other programs.
    Export(export::Format),
    /// For the eye.
    Marks,
}

impl Default for Format {
    fn default() -> Self {
        Self::Export(export::Format::Json)
    }
}

/// Reads the arguments, without the program's name.
pub(super) fn parse(args: impl IntoIterator<Item = OsString>) -> Result<Command, Failure> {
    let usage = |error: lexopt::Error| Failure::Usage(error.to_string());
    let mut parser = lexopt::Parser::from_args(args);
    let (mut files, mut batch) = (Vec::new(), false);
    let (mut format, mut rules, mut published, mut unit) = (None, None, None, None);
    let mut out = None;
    let (mut patch, mut threads) = (None, None);
    while let Some(arg) = parser.next().map_err(usage)? {
        match arg {
            Long("help") | Short('h') => return Ok(Command::Help),
            Long("version") | Short('V') => return Ok(Command::Version),
            Long("format") | Short('f') => {
                format = Some(format_of(&string(parser.value().map_err(usage)?)?)?);
            }
            Long("out") | Short('o') => out = Some(parser.value().map_err(usage)?.into()),
            Long("rules") => rules = Some(string(parser.value().map_err(usage)?)?),
            Long("patch") => patch = Some(PathBuf::from(parser.value().map_err(usage)?)),
            Long("published") => published = Some(string(parser.value().map_err(usage)?)?),
            Long("unit") => unit = Some(unit_of(&string(parser.value().map_err(usage)?)?)?),
            Long("threads") => {
                threads = Some(threads_of(&string(parser.value().map_err(usage)?)?)?);
            }
            Value(word) if word == "batch" && files.is_empty() && !batch => batch = true,
            Value(file) => files.push(PathBuf::from(file)),
            _ => return Err(usage(arg.unexpected())),
        }
    }
    if files.is_empty() {
        files.push("-".into());
    }
    if !batch {
        let options = Options { published, unit, ..Options::default() };
        let format = format.unwrap_or_default();
        if rules.is_some() && format != Format::Marks {
            return Err(Failure::Usage("`--rules` goes with `--format marks`".into()));
        }
        if threads.is_some() {
            return Err(Failure::Usage("`--threads` goes with `batch`".into()));
        }
        return Ok(Command::Annotate {
            files,
            format,
            out,
            rules,
            patch,
            options: Box::new(options),
        });
    }
    if patch.is_some() {
        let reason = "it is about one text";
        return Err(Failure::Usage(format!("`--patch` does not go with `batch`: {reason}")));
    }
    for (given, name) in [
        (format.is_some(), "--format"),
        (out.is_some(), "--out"),
        (published.is_some(), "--published"),
    ] {
        if given {
            let reason = "does not go with `batch`: it writes JSON lines, and each line of its \
                          input has a date of its own";
            return Err(Failure::Usage(format!("`{name}` {reason}")));
        }
    }
    Ok(Command::Batch { files, unit: unit.unwrap_or_default(), threads })
}

fn string(value: OsString) -> Result<String, Failure> {
    value.into_string().map_err(|value| {
        Failure::Usage(format!("`{}` is not Unicode text", value.to_string_lossy()))
    })
}

fn format_of(name: &str) -> Result<Format, Failure> {
    if name == "marks" {
        return Ok(Format::Marks);
    }
    export::Format::from_name(name).map(Format::Export).ok_or_else(|| {
        let known: Vec<&str> = export::Format::ALL.map(export::Format::name).into();
        let known = known.join(", ");
        Failure::Usage(format!("--format `{name}`: this version writes {known} and marks"))
    })
}

fn threads_of(number: &str) -> Result<NonZero<usize>, Failure> {
    number.parse().map_err(|_| {
        Failure::Usage(format!("--threads `{number}`: a whole number from 1 on is meant"))
    })
}

fn unit_of(name: &str) -> Result<Unit, Failure> {
    Ok(match name {
        "utf16" => Unit::Utf16,
        "utf8" => Unit::Utf8,
        "codepoint" => Unit::Codepoint,
        _ => {
            let known = "spans count utf16, utf8 or codepoint";
            return Err(Failure::Usage(format!("--unit `{name}`: {known}")));
        }
    })
}
