//! Which sets are measured, and by what: the scoring table of the data's README.

use std::{
    error::Error,
    fs,
    path::{Path, PathBuf},
};

use super::score::quote::Kinds;

/// Which part of the data.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Split {
    Train,
    Dev,
}

impl Split {
    pub fn name(self) -> &'static str {
        match self {
            Self::Train => "train",
            Self::Dev => "dev",
        }
    }
}

/// Some gold files that are measured together.
pub struct Set {
    /// What tables and `--set` call it: `names worldwide`.
    pub name: String,
    pub files: Vec<PathBuf>,
    pub tasks: Vec<Task>,
}

/// What is measured on a set.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Task {
    /// Names of these labels.
    Names(&'static [&'static str]),
    Coref,
    /// Dates with TIMEX3 values.
    Dates,
    /// Dates of GUM, which marks only points and ranges: recall and value accuracy count.
    GumDates,
    Cases,
    Quotes(Kinds),
    Body,
}

pub const FOUR: &[&str] = &["PER", "ORG", "LOC", "MISC"];
pub const THREE: &[&str] = &["PER", "ORG", "LOC"];
pub const WITH_GROUPS: &[&str] = &["PER", "ORG", "LOC", "NORP"];

/// Every set of the split, in the order of the tables.
pub fn all(data: &Path, split: Split) -> Result<Vec<Set>, Box<dyn Error>> {
    let set = |name: &str, files: &[&str], tasks: &[Task]| Set {
        name: name.into(),
        files: files.iter().map(|file| data.join(file.replace('*', split.name()))).collect(),
        tasks: tasks.into(),
    };
    let mut sets = Vec::new();
    for name in file_stems(&data.join("ner").join(split.name()))? {
        let tasks: &[Task] = match name.as_str() {
            "conll2003" => &[Task::Names(FOUR)],
            "worldwide" => &[Task::Names(THREE), Task::Names(WITH_GROUPS)],
            "gum" => &[Task::Names(THREE), Task::Coref],
            _ => &[Task::Names(THREE)],
        };
        sets.push(set(&format!("names {name}"), &[&format!("ner/*/{name}.jsonl")], tasks));
    }
    let news = ["dates/*/timebank.jsonl", "dates/*/aquaint.jsonl"];
    sets.push(set("dates timebank+aquaint", &news, &[Task::Dates]));
    sets.push(set("dates gum", &["dates/*/gum.jsonl"], &[Task::GumDates]));
    let both = [Task::Quotes(Kinds::Direct), Task::Quotes(Kinds::Indirect)];
    sets.push(set("quotes polnear", &["quotes/*/polnear.jsonl"], &both));
    if split == Split::Dev {
        // These two have no split; they are for developing.
        sets.push(set("expressions", &["dates/cases.jsonl"], &[Task::Cases]));
        sets.push(set("pages", &["raw/pages.jsonl"], &[Task::Body]));
    }
    Ok(sets)
}

fn file_stems(folder: &Path) -> Result<Vec<String>, Box<dyn Error>> {
    let entries = fs::read_dir(folder).map_err(|e| format!("{}: {e}", folder.display()))?;
    let mut stems = Vec::new();
    for entry in entries {
        let path = entry?.path();
        if path.extension().is_some_and(|e| e == "jsonl") {
            stems.extend(path.file_stem().map(|stem| stem.to_string_lossy().into_owned()));
        }
    }
    stems.sort();
    Ok(stems)
}
