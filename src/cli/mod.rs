//! The command `newsmark`: files or standard input in, reports out.
//!
//! Exit codes: 0 when everything asked for was written (a bad line of a batch is answered by an error
//! line, so it counts as written), 1 when something could not be read, annotated or written, 2 when
//! the command line is not understood. A reader that closes the pipe early is no failure.

mod args;
mod batch;
pub mod json;
mod marks;
mod output;

use std::{
    ffi::OsString,
    fmt, fs,
    io::{self, Read, Write},
    num::NonZero,
    path::Path,
    process::ExitCode,
    thread,
};

use crate::{
    Options, Report,
    corrections::{self, Patch},
    options::Unit,
};
use args::{Command, Format};

/// Reads the arguments (without the program's name), does what they ask for, and says on standard
/// error what went wrong.
pub fn main(args: impl IntoIterator<Item = OsString>) -> ExitCode {
    let done = args::parse(args).and_then(|command| match command {
        Command::Help => print(args::HELP),
        Command::Version => print(concat!("newsmark ", env!("CARGO_PKG_VERSION"), "\n")),
        Command::Annotate { files, format, out, rules, patch, options } => {
            let rules = rules.as_deref();
            annotate(&files, format, out.as_deref(), rules, patch.as_deref(), &options)
        }
        Command::Batch { files, unit, threads } => run_batch(&files, unit, threads),
    });
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(Failure::Write(error)) if error.kind() == io::ErrorKind::BrokenPipe => {
            ExitCode::SUCCESS
        }
        Err(failure) => {
            eprintln!("newsmark: {failure}");
            ExitCode::from(if matches!(failure, Failure::Usage(_)) { 2 } else { 1 })
        }
    }
}

/// What stops the command.
#[derive(Debug)]
enum Failure {
    /// The command line is not understood.
    Usage(String),
    /// A file could not be read, or its text could not be annotated.
    Input { name: String, reason: String },
    /// The output could not be written.
    Write(io::Error),
    /// A file could not be written.
    Output { name: String, reason: String },
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Usage(reason) => write!(f, "{reason}\nTry `newsmark --help`."),
            Self::Input { name, reason } => write!(f, "{name}: {reason}"),
            Self::Write(error) => write!(f, "cannot write: {error}"),
            Self::Output { name, reason } => write!(f, "{name}: cannot be written: {reason}"),
        }
    }
}

impl Failure {
    fn input(file: &Path, reason: impl fmt::Display) -> Self {
        Self::Input { name: shown(file), reason: reason.to_string() }
    }
}

/// How messages name a file.
fn shown(file: &Path) -> String {
    if is_stdin(file) { "standard input".into() } else { file.display().to_string() }
}

fn is_stdin(file: &Path) -> bool {
    file == Path::new("-")
}

fn print(text: &str) -> Result<(), Failure> {
    io::stdout().write_all(text.as_bytes()).map_err(Failure::Write)
}

/// Annotates each file on its own. Nothing is written unless all of them can be.
fn annotate(
    files: &[impl AsRef<Path>],
    format: Format,
    folder: Option<&Path>,
    rules: Option<&str>,
    patch: Option<&Path>,
    options: &Options,
) -> Result<(), Failure> {
    let wanted =
        marks::Wanted::new(rules).map_err(|error| Failure::Usage(format!("--rules: {error}")))?;
    output::check(format, files.len(), folder)?;
    let patch = match patch {
        Some(file) => {
            Patch::from_json(&read(file)?).map_err(|refused| Failure::input(file, refused))?
        }
        None => Patch::default(),
    };
    let mut articles = Vec::with_capacity(files.len());
    for file in files.iter().map(AsRef::as_ref) {
        let text = read(file)?;
        let report = correct(file, &text, &patch, options)?;
        let exported = match format {
            Format::Marks => output::plain(marks::write(&text, &report, &wanted)),
            Format::Export(format) => output::export(file, &text, &report, format, options),
        };
        articles.push((file, exported));
    }
    match folder {
        Some(folder) => output::save(folder, &articles),
        None => print(&output::joined(format, &articles)),
    }
}

/// The report on `text` with the corrections of `patch`. Those that have no place are said.
fn correct(file: &Path, text: &str, patch: &Patch, options: &Options) -> Result<Report, Failure> {
    let asked = patch.options(text, options);
    let report = crate::annotate(text, &asked).map_err(|error| Failure::input(file, error))?;
    let corrected = corrections::apply(text, &report, patch);
    for orphan in &corrected.orphans {
        let id = patch.corrections().get(orphan.correction).map_or("", |c| c.id.as_str());
        let reason = orphan.reason.code();
        eprintln!("newsmark: {}: correction `{id}` is not applied ({reason})", shown(file));
    }
    Ok(corrected.report)
}

fn read(file: &Path) -> Result<String, Failure> {
    let mut bytes = Vec::new();
    let read = if is_stdin(file) {
        io::stdin().lock().read_to_end(&mut bytes).map(|_| ())
    } else {
        fs::read(file).map(|read| bytes = read)
    };
    read.map_err(|error| Failure::input(file, error))?;
    String::from_utf8(bytes).map_err(|error| {
        let at = error.utf8_error().valid_up_to();
        Failure::input(file, format_args!("not UTF-8 text (byte {at})"))
    })
}

/// Answers the lines of all files as one stream.
fn run_batch(
    files: &[impl AsRef<Path>],
    unit: Unit,
    threads: Option<NonZero<usize>>,
) -> Result<(), Failure> {
    let threads = threads.or_else(|| thread::available_parallelism().ok());
    let threads = threads.map_or(1, NonZero::get);
    let mut failed = 0;
    for file in files.iter().map(AsRef::as_ref) {
        let input: Box<dyn Read + Send> = if is_stdin(file) {
            Box::new(io::stdin())
        } else {
            Box::new(fs::File::open(file).map_err(|error| Failure::input(file, error))?)
        };
        let ended = batch::run(io::BufReader::new(input), io::stdout(), unit, threads);
        failed += ended.map_err(|error| match error {
            batch::Stopped::Read(error) => Failure::input(file, error),
            batch::Stopped::Write(error) => Failure::Write(error),
        })?;
    }
    if failed > 0 {
        let lines = if failed == 1 { "line was" } else { "lines were" };
        eprintln!("newsmark: {failed} {lines} answered by an error");
    }
    Ok(())
}
