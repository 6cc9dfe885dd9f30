//! `cargo xtask instructions`: how many instructions each stage and the command need for the golden articles,
//! against those of another commit in the same run, or against the record in `docs/instructions.tsv`.

mod base;
mod counts;

use std::{
    collections::BTreeMap,
    ffi::OsString,
    fs,
    path::{Path, PathBuf},
};

pub use counts::Counts;
use counts::{PERCENT, compare};

use crate::{
    callgrind,
    step::{Result, root, run, run_quietly, step},
    toolchain::Toolchain,
};

/// Where `benches/stages` has what is counted.
pub const MODULE: &str = "stages::measured";

/// Counts, and compares: with the commit after `--base`, else with the one that [`base::usual`] names, else
/// with the record. `--write` makes the counts the record.
pub fn run_counts(args: &[String]) -> Result {
    let args: Vec<&str> = args.iter().map(String::as_str).collect();
    match args[..] {
        ["--write"] => write(&count()?),
        ["--base", commit] => against(&base::commit(commit)?),
        [] => match base::usual() {
            Some(commit) => against(&commit),
            None => against_record(&count()?),
        },
        _ => Err("`instructions` knows `--base COMMIT` or `--write`".into()),
    }
}

/// The check of `cargo xtask test`: against the record.
pub fn check() -> Result {
    if !cfg!(target_os = "linux") {
        println!("instructions: skipped (callgrind counts on Linux)");
        return Ok(());
    }
    let known = record()?;
    // Another compiler counts otherwise, whatever counts: nothing is installed for that.
    let compiled = compiled_by()?;
    if !known.context.starts_with(&compiled) {
        skipped(&known.context, &compiled);
        return Ok(());
    }
    if let Err(error) = callgrind::install() {
        println!("instructions: skipped (there is no valgrind: {error})");
        return Ok(());
    }
    let context = context()?;
    if known.context != context {
        skipped(&known.context, &context);
        return Ok(());
    }
    against_record(&count()?)
}

/// The counts of the sources as they are.
pub fn count() -> Result<Counts> {
    callgrind::install()?;
    counts_of(&build(&root(), &root().join("target"))?)
}

/// The program `stages` of the sources in `folder`.
pub fn build(folder: &Path, target: &Path) -> Result<PathBuf> {
    step("release build of the stages", || {
        run(Toolchain::Active
            .cargo()
            .current_dir(folder)
            .args(["build", "--quiet", "--release", "--package", "newsmark-stages"])
            .arg("--target-dir")
            .arg(target))
    })?;
    Ok(target.join("release/stages"))
}

/// The counts of a built program.
fn counts_of(stages: &Path) -> Result<Counts> {
    step("callgrind", || {
        let articles = articles()?;
        let bytes = articles.iter().map(|file| Ok(fs::metadata(file)?.len())).sum::<Result<u64>>();
        let called = |how: &str, more: &[&str]| -> Vec<OsString> {
            let files = articles.iter().map(|file| file.clone().into_os_string());
            std::iter::once(how.into()).chain(files).chain(more.iter().map(Into::into)).collect()
        };
        let mut of: BTreeMap<String, u64> =
            callgrind::by_function(stages, &called("each", &[]), MODULE)?;
        let command = callgrind::total(stages, &called("command", &["--format", "jsonl"]))?;
        of.insert("command".into(), command);
        Ok(Counts { context: context()?, bytes: bytes?, of })
    })
}

/// The golden articles.
pub fn articles() -> Result<Vec<PathBuf>> {
    let mut files: Vec<PathBuf> = fs::read_dir(root().join("tests/golden"))?
        .filter_map(|entry| Some(entry.ok()?.path()))
        .filter(|path| path.extension().is_some_and(|e| e == "txt"))
        .collect();
    files.sort();
    Ok(files)
}

/// What the counts hang on beside the sources.
fn context() -> Result<String> {
    let compiled = compiled_by()?;
    let flags = std::env::var("RUSTFLAGS").unwrap_or_default();
    let valgrind = callgrind::install().and_then(|()| callgrind::version())?;
    Ok(format!("{compiled}, {valgrind}, RUSTFLAGS={flags:?}"))
}

/// The part of it that is known without valgrind: compiler, machine and C library.
fn compiled_by() -> Result<String> {
    let rustc = run_quietly(Toolchain::Active.rustc().arg("-vV"))?;
    let line = |start: &str| rustc.lines().find(|line| line.starts_with(start)).unwrap_or_default();
    let host = line("host:").trim_start_matches("host:").trim();
    let library = run_quietly(crate::step::command("getconf").arg("GNU_LIBC_VERSION"))
        .unwrap_or_else(|_| "unknown C library".into());
    Ok(format!("{}, {host}, {}", line("rustc "), library.trim()))
}

fn file() -> PathBuf {
    root().join("docs/instructions.tsv")
}

fn record() -> Result<Counts> {
    let file = file();
    let text = fs::read_to_string(&file).map_err(|error| format!("{}: {error}", file.display()))?;
    Counts::read(&text).ok_or_else(|| format!("{}: not a record", file.display()).into())
}

fn write(counts: &Counts) -> Result {
    fs::write(file(), counts.write())?;
    print!("{}", counts.table());
    println!("wrote {}", file().display());
    Ok(())
}

fn skipped(known: &str, now: &str) {
    println!(
        "instructions: NOT COMPARED with docs/instructions.tsv, which holds under\n  {known}\nand this is\n  {now}"
    );
}

fn against_record(now: &Counts) -> Result {
    let known = record()?;
    if known.context != now.context {
        skipped(&known.context, &now.context);
        return Ok(());
    }
    let faster = judged(&known, now)?;
    if !faster.is_empty() {
        println!(
            "less by {PERCENT} % and more: {}; `cargo xtask instructions --write` makes this the record",
            faster.join(", ")
        );
    }
    Ok(())
}

fn against(commit: &str) -> Result {
    callgrind::install()?;
    let Some(base) = base::checked_out(commit)? else {
        println!("{commit} has no benches/stages: compared with the record");
        return against_record(&count()?);
    };
    let before = counts_of(&build(&base, &base::target())?)?;
    let now = count()?;
    println!("against {commit}");
    judged(&before, &now).map(|_| ())
}

/// Prints both; an error if something is slower. Returns what is faster.
fn judged(before: &Counts, now: &Counts) -> Result<Vec<String>> {
    let compared = compare(before, now);
    print!("{}", compared.table);
    if compared.slower.is_empty() {
        return Ok(compared.faster);
    }
    Err(format!("more instructions by more than {PERCENT} %: {}", compared.slower.join(", "))
        .into())
}
