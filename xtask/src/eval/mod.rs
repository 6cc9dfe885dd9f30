//! `cargo xtask eval`: the accuracy tables, and the check that none of their rows falls.
//!
//! The data is outside the project, in the folder that `NEWSMARK_DATA` names; the scores are those
//! of its reference scorer (a test compares the two).

mod calendar;
mod certainty;
mod gold;
mod own;
mod parallel;
mod place;
mod rows;
mod score;
mod sets;
mod system;
mod table;
mod tables;

#[cfg(test)]
mod against_reference;

use std::{
    error::Error,
    fs,
    path::{Path, PathBuf},
};

use gold::Gold;
use sets::Split;
use system::System;
use table::{Known, Section};
use tables::Tables;

/// How far a row may fall below `docs/accuracy.md`, in points.
const SLACK: f64 = 0.5;

/// The greatest share of gold items in boilerplate, in percent.
const MOST_LOST: f64 = 1.0;

const INTRODUCTION: &str = "\
# Accuracy

Written by `cargo xtask eval --write`. Where `NEWSMARK_DATA` names the folder with the sets, `cargo xtask
test` fails when a score falls by more than 0.5 points; elsewhere it says that it skipped this. In every table the third column is the score that counts, in percent, more is better.
Nothing is tuned to one set, and everything is measured with the options that the app has by
default. The sets, their licences and how they are scored are described in the data's own README;
none of their text is in this repository.
";

/// Runs `cargo xtask eval [--split train|dev] [--set NAME] [--write]`.
pub fn run(args: &[String]) -> Result<(), Box<dyn Error>> {
    let (mut split, mut only, mut write) = (Split::Dev, String::new(), false);
    let mut args = args.iter().map(String::as_str);
    while let Some(arg) = args.next() {
        match (arg, arg == "--split" || arg == "--set") {
            ("--write", _) => write = true,
            (option, true) => {
                let value = args.next().ok_or_else(|| format!("{option} needs a value"))?;
                match (option, value) {
                    ("--set", name) => name.clone_into(&mut only),
                    (_, "train") => split = Split::Train,
                    (_, "dev") => split = Split::Dev,
                    _ => return Err(format!("--split {value}: there are train and dev").into()),
                }
            }
            (other, _) => {
                let usage = "cargo xtask eval [--split train|dev] [--set NAME] [--write]";
                return Err(format!("{other} is unknown; usage: {usage}").into());
            }
        }
    }
    let data = data().ok_or("set NEWSMARK_DATA to the folder with the gold sets")?;
    let sections = measure(&data, split, &only)?;
    if write {
        if split != Split::Dev || !only.is_empty() {
            return Err("--write goes with all dev sets: docs/accuracy.md holds those".into());
        }
        let page = INTRODUCTION.to_owned() + &table::write(&sections, None);
        fs::write(page_path(), page)?;
        println!("wrote {}", page_path().display());
        return Ok(());
    }
    let dev = fs::read_to_string(page_path()).map(|page| table::read(&page)).unwrap_or_default();
    let beside = (split == Split::Train).then_some(("dev", &dev));
    println!("{}", table::write(&sections, beside).trim_start());
    Ok(())
}

/// Measures again and compares with `docs/accuracy.md`. Says that it is skipped where there is no
/// data.
pub fn check() -> Result<(), Box<dyn Error>> {
    let Some(data) = data() else {
        println!("accuracy: skipped (NEWSMARK_DATA is not set)");
        return Ok(());
    };
    let page = fs::read_to_string(page_path()).map_err(|e| format!("docs/accuracy.md: {e}"))?;
    let known = table::read(&page);
    if known.is_empty() {
        return Err(
            "docs/accuracy.md holds no row; write it with `cargo xtask eval --write`".into()
        );
    }
    let sections = measure(&data, Split::Dev, "")?;
    let complaints = fallen(&known, &table::known(&sections));
    if complaints.is_empty() {
        println!("accuracy: {} rows, none fell by more than {SLACK} points", known.len());
        return Ok(());
    }
    let hint = "if that is meant, run `cargo xtask eval --write` and say why in the commit";
    Err(format!("accuracy fell:\n{}\n{hint}", complaints.join("\n")).into())
}

/// What fell, or is no longer measured, or was lost to boilerplate.
fn fallen(known: &Known, now: &Known) -> Vec<String> {
    let mut complaints = Vec::new();
    for ((set, measure), before) in known {
        match now.get(&(set.clone(), measure.clone())) {
            // Both have one decimal: half a unit of it keeps the comparison exact.
            Some(after) if before - after > SLACK + 0.05 => {
                complaints.push(format!("  {set}, {measure}: {before:.1} -> {after:.1}"));
            }
            Some(_) => {}
            None => complaints.push(format!("  {set}, {measure}: {before:.1} -> not measured")),
        }
    }
    let kept = now.get(&("all".to_owned(), KEPT.to_owned()));
    if let Some(kept) = kept.filter(|kept| **kept < 100.0 - MOST_LOST) {
        complaints.push(format!("  {:.1} % of all gold items lie in boilerplate", 100.0 - kept));
    }
    complaints
}

const KEPT: &str = "gold items outside boilerplate";

fn data() -> Option<PathBuf> {
    let folder = PathBuf::from(std::env::var_os("NEWSMARK_DATA")?);
    folder.is_dir().then_some(folder)
}

fn page_path() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../docs/accuracy.md")
}

/// Annotates and scores every set whose name contains `only`.
fn measure(data: &Path, split: Split, only: &str) -> Result<Vec<Section>, Box<dyn Error>> {
    let mut tables = Tables::default();
    for set in sets::all(data, split)?.iter().filter(|set| set.name.contains(only)) {
        let mut gold = Vec::new();
        for file in &set.files {
            gold.extend(gold::read(file)?);
        }
        let found = annotate(&gold)?;
        let pairs: Vec<(&Gold, &System)> = gold.iter().zip(&found).collect();
        tables.add(set, &pairs);
    }
    if split == Split::Dev && own::NAME.contains(only) {
        tables.add_own(own::measure(data)?);
    }
    Ok(tables.sections())
}

fn annotate(gold: &[Gold]) -> Result<Vec<System>, Box<dyn Error>> {
    let found = parallel::map(gold, system::annotate);
    let failed = |(gold, error): (&Gold, newsmark::Error)| format!("{}: {error}", gold.id).into();
    gold.iter().zip(found).map(|(gold, found)| found.map_err(|e| failed((gold, e)))).collect()
}
