//! `cargo xtask bite`: whether the tests notice what is broken on purpose. See `docs/bite.md`.

mod change;
mod copy;
mod gazetteers;
mod lists;
mod mutants;
mod notice;
mod page;
mod programs;
mod random;
mod rules;
mod weights;

use std::{
    fs,
    path::{Path, PathBuf},
    time::Instant,
};

use change::{Change, Kind};
use copy::Copy;
use notice::{Verdict, Watch};
use page::Known;
use random::Random;

use crate::step::{Result, root};

const USAGE: &str = "usage: cargo xtask bite [--kind KIND] [--samples N] [--seed S] [--missed] [--write]
                        [--in FOLDER]

  --kind KIND   weights, gazetteers, lists, rules or code; all of them, one after another, by default
  --samples N   of each kind; 10 by default
  --seed S      another number draws other samples; 1 by default
  --missed      runs again what nothing noticed the last time, instead of new samples
  --in FOLDER   the copy, what is built and the results are there; target/bite by default
  --write       writes docs/bite.md from all that is known, when the samples have run";

/// What is asked for.
struct Wish {
    kinds: Vec<Kind>,
    samples: usize,
    seed: u64,
    missed: bool,
    write: bool,
    place: PathBuf,
}

/// Runs `cargo xtask bite`.
pub fn run(args: &[String]) -> Result {
    let wish = read(args)?;
    let copy = Copy::fresh(&wish.place)?;
    let mut known = Known::read(&copy.place);
    if wish.samples > 0 {
        let watch = Watch::new(&copy);
        for &kind in &wish.kinds {
            run_kind(kind, &wish, &copy, &watch, &mut known)?;
        }
    }
    if wish.write {
        fs::write(root().join("docs/bite.md"), known.page())?;
        println!("wrote docs/bite.md");
    }
    Ok(())
}

fn read(args: &[String]) -> Result<Wish> {
    let mut wish = Wish {
        kinds: Vec::new(),
        samples: 10,
        seed: 1,
        missed: false,
        write: false,
        place: root().join("target/bite"),
    };
    let mut args = args.iter();
    while let Some(arg) = args.next() {
        let mut value = || args.next().ok_or_else(|| format!("{arg} needs a value\n{USAGE}"));
        match arg.as_str() {
            "--missed" => wish.missed = true,
            "--write" => wish.write = true,
            "--in" => wish.place = PathBuf::from(value()?),
            "--samples" => wish.samples = value()?.parse()?,
            "--seed" => wish.seed = value()?.parse()?,
            "--kind" => {
                let name = value()?;
                let kind = Kind::ALL.into_iter().find(|kind| kind.name() == name);
                wish.kinds.push(kind.ok_or_else(|| format!("no kind `{name}`\n{USAGE}"))?);
            }
            other => return Err(format!("{other} is unknown\n{USAGE}").into()),
        }
    }
    if wish.kinds.is_empty() {
        wish.kinds = Kind::ALL.to_vec();
    }
    Ok(wish)
}

fn all(kind: Kind, root: &Path) -> Result<Vec<Change>> {
    let mut changes = match kind {
        Kind::Weights => weights::changes(root),
        Kind::Gazetteers => gazetteers::changes(root),
        Kind::Lists => lists::changes(root),
        Kind::Rules => rules::changes(root),
        Kind::Code => mutants::changes(root),
    }?;
    change::number_names(&mut changes);
    Ok(changes)
}

/// Runs samples of a kind until so many of them have compiled.
fn run_kind(kind: Kind, wish: &Wish, copy: &Copy, watch: &Watch<'_>, known: &mut Known) -> Result {
    let mut changes = all(kind, &copy.folder)?;
    let possible = changes.len();
    if wish.missed {
        changes.retain(|change| {
            known.get(kind, &change.name) == Some(&Verdict::Missed)
                && page::reason(kind, &change.name).is_none()
        });
    } else {
        changes = change::draw(changes, wish.samples * 2, &mut Random::new(wish.seed));
    }
    let mut counted = 0;
    for change in changes {
        if counted == wish.samples && !wish.missed {
            break;
        }
        let files = (change.make)(&copy.folder)?;
        if !copy.differs(&files) {
            continue;
        }
        let start = Instant::now();
        let verdict = watch.verdict(&files)?;
        let said = match &verdict {
            Verdict::Noticed(what) => what,
            Verdict::Missed => "NOTHING",
            Verdict::NotCompiled => "not compiled",
        };
        counted += usize::from(verdict != Verdict::NotCompiled);
        let seconds = start.elapsed().as_secs_f32();
        println!("{} {counted}: {} ({seconds:.1} s)\n  {said}", kind.name(), change.name);
        known.note(kind, &change.name, verdict)?;
    }
    println!("{}: {counted} of {possible} possible changes", kind.name());
    Ok(())
}
