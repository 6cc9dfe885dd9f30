//! Test programs: built in the copy, or taken as they are with other data in them.

use std::{
    collections::BTreeMap,
    fs::{self, File},
    path::{Path, PathBuf},
    process::{Command, Stdio},
    time::{Duration, Instant},
};

use super::copy::Copy;
use crate::step::Result;

/// The tests that could notice, in the order in which they are built and run: those of later stages are built only when
/// the earlier ones notice nothing. `--lib` compiles the whole crate once more. The others ask for a program that is
/// built beside them.
pub const STAGES: &[&[&str]] = &[
    &["rules", "golden", "margins", "tagger", "gazetteers", "lists", "quotes", "exports", "dates"],
    &["lexicon", "dates_gold", "--lib", "corrections", "session"],
];

/// Tests that compare times, which fail for nothing on a busy machine, and those of any text that take long.
const NOT: &[&str] =
    &["linear", "any_words_of_time", "grows_from_nothing", "so_it_is_by_rules_alone"];

/// So many times as long as without a change, and some seconds, may a program take.
const PATIENCE: u32 = 20;

/// A program.
#[derive(Clone)]
pub struct Program {
    pub name: String,
    pub path: PathBuf,
}

/// How a program ended.
pub enum End {
    Passed,
    /// What it printed.
    Failed(String),
    Hung,
}

/// The test programs of a stage as the copy is now; `None` if it does not compile.
pub fn tests(copy: &Copy, stage: &[&str]) -> Result<Option<Vec<Program>>> {
    let mut cargo = copy.cargo();
    cargo.args(["test", "--no-run", "--quiet", "--message-format=json", "--package", "newsmark"]);
    cargo.args(["--features", "cli,schema"]);
    for test in stage {
        match *test {
            "--lib" => cargo.arg("--lib"),
            name => cargo.args(["--test", name]),
        };
    }
    let Some(built) = executables(&mut cargo, true)? else { return Ok(None) };
    let name = |name: String| if name == "newsmark" { "--lib".into() } else { name };
    let mut programs: Vec<Program> =
        built.into_iter().map(|(test, path)| Program { name: name(test), path }).collect();
    programs.sort_by_key(|program| stage.iter().position(|test| *test == program.name));
    if programs.len() == stage.len() {
        Ok(Some(programs))
    } else {
        Err(format!("{} of {} test programs were built", programs.len(), stage.len()).into())
    }
}

/// The program that has the accuracy table.
pub fn accuracy(copy: &Copy) -> Result<Option<Program>> {
    let mut cargo = copy.cargo();
    cargo.args(["build", "--quiet", "--message-format=json", "--package", "xtask"]);
    let built = executables(&mut cargo, false)?;
    let xtask = built.and_then(|mut built| built.remove("xtask"));
    Ok(xtask.map(|path| Program { name: "accuracy".into(), path }))
}

/// The programs, for tests or not, that cargo says it made, by name; `None` if it failed.
fn executables(cargo: &mut Command, test: bool) -> Result<Option<BTreeMap<String, PathBuf>>> {
    let output = cargo.stdin(Stdio::null()).stderr(Stdio::null()).output()?;
    if !output.status.success() {
        return Ok(None);
    }
    let mut found = BTreeMap::new();
    for line in String::from_utf8_lossy(&output.stdout).lines() {
        let message: serde_json::Value = serde_json::from_str(line)?;
        // A test may need a program of the crate, which is built beside it.
        if message["profile"]["test"].as_bool() == Some(test)
            && let Some(path) = message["executable"].as_str()
            && let Some(name) = message["target"]["name"].as_str()
        {
            found.insert(name.to_owned(), PathBuf::from(path));
        }
    }
    Ok(Some(found))
}

impl Program {
    /// The same with each of these bytes exchanged for others, as many, wherever they stand; `None` if none of them do.
    pub fn with(&self, copy: &Copy, exchanged: &[(Vec<u8>, Vec<u8>)]) -> Result<Option<Self>> {
        let mut bytes = fs::read(&self.path)?;
        let mut found = false;
        for (old, new) in exchanged {
            for at in find(&bytes, old) {
                bytes[at..at + old.len()].copy_from_slice(new);
                found = true;
            }
        }
        if !found {
            return Ok(None);
        }
        let path = copy.place.join("patched");
        // Anew and not over it, so that it may run at once. Copied for its permissions.
        if path.exists() {
            fs::remove_file(&path)?;
        }
        fs::copy(&self.path, &path)?;
        fs::write(&path, bytes)?;
        Ok(Some(Self { name: self.name.clone(), path }))
    }

    /// Runs it in the copy, which took `before` with nothing changed.
    pub fn run(&self, copy: &Copy, before: Option<Duration>) -> Result<End> {
        let log = copy.place.join("log");
        let output = File::create(&log)?;
        let mut command = Command::new(&self.path);
        command.current_dir(&copy.folder).stdin(Stdio::null());
        command.stdout(output.try_clone()?).stderr(output);
        if self.name == "accuracy" {
            command.args(["test", "accuracy"]);
        } else {
            command.args(NOT.iter().flat_map(|name| ["--skip", name]));
        }
        let limit = before.map(|time| time * PATIENCE + Duration::from_secs(30));
        let mut child = command.spawn()?;
        let start = Instant::now();
        let status = loop {
            if let Some(status) = child.try_wait()? {
                break status;
            }
            if limit.is_some_and(|limit| start.elapsed() > limit) {
                child.kill()?;
                child.wait()?;
                return Ok(End::Hung);
            }
            std::thread::sleep(Duration::from_millis(20));
        };
        if status.success() { Ok(End::Passed) } else { read(&log).map(End::Failed) }
    }
}

fn read(log: &Path) -> Result<String> {
    Ok(String::from_utf8_lossy(&fs::read(log)?).into_owned())
}

/// Where `part` stands in `whole`.
fn find(whole: &[u8], part: &[u8]) -> Vec<usize> {
    let mut places = Vec::new();
    let mut at = 0;
    while at + part.len() <= whole.len() {
        match whole[at..=whole.len() - part.len()].iter().position(|byte| *byte == part[0]) {
            Some(by) if whole[at + by..].starts_with(part) => {
                places.push(at + by);
                at += by + part.len();
            }
            Some(by) => at += by + 1,
            None => break,
        }
    }
    places
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_part_is_found_wherever_it_stands() {
        assert_eq!(find(b"abcabcab", b"abc"), [0, 3]);
        assert_eq!(find(b"aab", b"ab"), [1]);
        assert!(find(b"ab", b"abc").is_empty() && find(b"xyz", b"abc").is_empty());
    }
}
