//! Which test or accuracy row notices a change.

use std::{
    cell::{OnceCell, RefCell},
    collections::BTreeMap,
    fs,
    time::{Duration, Instant},
};

use super::{
    change::Files,
    copy::Copy,
    programs::{self, End, Program, STAGES},
};
use crate::step::{Result, step};

/// What became of a change.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// What noticed it.
    Noticed(String),
    Missed,
    /// The compiler noticed it, so that it says nothing of the tests.
    NotCompiled,
}

/// The programs without a change: what they took, and that they pass. Those of a stage are built and run once when they
/// are first needed; the last stage is the accuracy table, where there is data.
pub struct Watch<'c> {
    copy: &'c Copy,
    stages: Vec<OnceCell<Vec<Program>>>,
    measured: bool,
    times: RefCell<BTreeMap<String, Duration>>,
}

impl<'c> Watch<'c> {
    pub fn new(copy: &'c Copy) -> Self {
        let measured = std::env::var_os("NEWSMARK_DATA").is_some_and(|folder| !folder.is_empty());
        if !measured {
            println!("  accuracy: skipped (NEWSMARK_DATA names no folder)");
        }
        let stages = vec![OnceCell::new(); STAGES.len() + usize::from(measured)];
        Self { copy, stages, measured, times: RefCell::default() }
    }

    /// The programs of a stage, in a copy that is as the checkout is.
    fn stage(&self, at: usize) -> Result<&[Program]> {
        if let Some(programs) = self.stages[at].get() {
            return Ok(programs);
        }
        let built = match STAGES.get(at) {
            Some(stage) => step("tests, built", || {
                programs::tests(self.copy, stage)?.ok_or_else(|| "the tests do not compile".into())
            })?,
            None => vec![step("accuracy, built", || {
                programs::accuracy(self.copy)?
                    .ok_or_else(|| "the accuracy table does not compile".into())
            })?],
        };
        let programs = kept(self.copy, built)?;
        for program in &programs {
            let start = Instant::now();
            if let End::Failed(said) = step(&program.name, || program.run(self.copy, None))? {
                return Err(format!("{} fails with nothing changed:\n{said}", program.name).into());
            }
            self.times.borrow_mut().insert(program.name.clone(), start.elapsed());
        }
        Ok(self.stages[at].get_or_init(|| programs))
    }

    /// What becomes of a change: without a build where data only is changed and keeps its length, since it stands in
    /// the programs as it is.
    pub fn verdict(&self, files: &Files) -> Result<Verdict> {
        let mut exchanged = Vec::new();
        for (file, new) in files {
            exchanged.push((fs::read(self.copy.folder.join(file))?, new.clone()));
        }
        let data = files.iter().all(|(file, _)| file.starts_with("src/data/"));
        if data && exchanged.iter().all(|(old, new)| old.len() == new.len()) {
            return self.first_to_notice(&exchanged);
        }
        for at in 0..self.stages.len() {
            self.stage(at)?;
        }
        self.copy.with(files, || self.built())
    }

    /// What becomes of the copy as it is.
    fn built(&self) -> Result<Verdict> {
        for stage in STAGES {
            let Some(tests) = programs::tests(self.copy, stage)? else {
                return Ok(Verdict::NotCompiled);
            };
            for program in &tests {
                if let Some(noticed) = self.asked(program)? {
                    return Ok(Verdict::Noticed(noticed));
                }
            }
        }
        if !self.measured {
            return Ok(Verdict::Missed);
        }
        let Some(program) = programs::accuracy(self.copy)? else { return Ok(Verdict::NotCompiled) };
        Ok(self.asked(&program)?.map_or(Verdict::Missed, Verdict::Noticed))
    }

    fn first_to_notice(&self, exchanged: &[(Vec<u8>, Vec<u8>)]) -> Result<Verdict> {
        for at in 0..self.stages.len() {
            for program in self.stage(at)? {
                if let Some(program) = program.with(self.copy, exchanged)?
                    && let Some(noticed) = self.asked(&program)?
                {
                    return Ok(Verdict::Noticed(noticed));
                }
            }
        }
        Ok(Verdict::Missed)
    }

    /// What of a program fails, if anything does.
    fn asked(&self, program: &Program) -> Result<Option<String>> {
        let before = self.times.borrow().get(&program.name).copied();
        Ok(match program.run(self.copy, before)? {
            End::Passed => None,
            End::Hung => Some(format!("{}: it never ends", program.name)),
            End::Failed(said) => Some(match &*program.name {
                "accuracy" => format!("accuracy: {}", rows(&said)),
                name => format!("{}: {}", name.trim_start_matches('-'), failed(&said)),
            }),
        })
    }
}

/// The programs where no later build overwrites them.
fn kept(copy: &Copy, programs: Vec<Program>) -> Result<Vec<Program>> {
    let folder = copy.place.join("unchanged");
    fs::create_dir_all(&folder)?;
    let keep = |program: Program| {
        let path = folder.join(program.name.trim_start_matches('-'));
        // Anew and not over it: a program that still runs cannot be written to.
        if path.exists() {
            fs::remove_file(&path)?;
        }
        fs::copy(&program.path, &path)?;
        Ok(Program { path, ..program })
    };
    programs.into_iter().map(keep).collect()
}

/// The tests that failed: the first, and how many more.
fn failed(said: &str) -> String {
    let names =
        said.lines().filter_map(|line| line.strip_prefix("test ")?.strip_suffix(" ... FAILED"));
    first(names.map(|name| format!("`{name}`")))
}

/// The rows that fell, likewise.
fn rows(said: &str) -> String {
    let lines = said.lines().filter(|line| line.starts_with("  ") && line.contains(" -> "));
    first(lines.map(|line| line.trim().replace("->", "→")))
}

fn first(mut all: impl Iterator<Item = String>) -> String {
    let Some(first) = all.next() else { return "it breaks off".into() };
    match all.count() {
        0 => first,
        more => format!("{first}, {more} more"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_that_failed_is_named_and_the_others_are_counted() {
        let said = "test a::b ... FAILED\ntest c ... ok\ntest d ... FAILED\n  x -> y\n";
        assert_eq!(failed(said), "`a::b`, 1 more");
        assert_eq!(failed("test a ... FAILED"), "`a`");
        assert_eq!(failed("memory"), "it breaks off");
        let said =
            "accuracy fell:\n  names gum, strict: 70.5 -> 60.0\n  b, c: 1.0 -> not measured\nhint";
        assert_eq!(rows(said), "names gum, strict: 70.5 → 60.0, 1 more");
    }
}
