//! What is known of each sample, and `docs/bite.md`, which shows it.

use std::{
    collections::BTreeMap,
    fmt::Write as _,
    fs,
    path::{Path, PathBuf},
};

use super::{change::Kind, notice::Verdict};
use crate::step::Result;

const INTRODUCTION: &str = "\
# Tests that bite

Written by `cargo xtask bite --write`. A rule, a list, a block of weights or a line of code is changed at random, in a
copy of the sources, and the tests run: what nothing notices could be broken by mistake as well. Tests come first, from
the fastest to the slowest, and the first program that fails is named, with the first test in it; then come the rows
of [the accuracy table](accuracy.md), where `NEWSMARK_DATA` names the data.

- **weights**: a block of the tagger's weights (256 rows of features, the steps from one label, the margins of one class) is
  flipped (each weight gets the other sign), dropped (set to nought) or shifted (each weight goes to the next place). The file stays
  one that is read.
- **gazetteers**: 128 names, or all that stand for the same if they are fewer, are dropped or stand for what others do.
  Data is changed in the programs that were built, whose bytes it stands in; nothing is compiled for that.
- **lists**: an entry of a word list is dropped, moved to the next list, or exchanges its values with the next row.
- **rules**: a function of a recogniser finds nothing, a comparison in one is turned round, a number in one is one more.
- **code**: what `cargo-mutants` would change in all of the library.

What does not compile is drawn anew. A change that makes no difference is marked as equal, with the reason.
";

const REASONS: &str = include_str!("equal.tsv");

/// Verdicts by kind and name, kept below `target/` while samples are run.
pub struct Known {
    path: PathBuf,
    rows: BTreeMap<(String, String), Verdict>,
}

impl Known {
    pub fn read(place: &Path) -> Self {
        let path = place.join("results.tsv");
        let text = fs::read_to_string(&path).unwrap_or_default();
        let rows = text.lines().filter_map(row).collect();
        Self { path, rows }
    }

    /// Notes a verdict, at once in the file too: a long run may be interrupted.
    pub fn note(&mut self, kind: Kind, name: &str, verdict: Verdict) -> Result {
        self.rows.insert((kind.name().into(), name.into()), verdict);
        let mut text = String::new();
        for ((kind, name), verdict) in &self.rows {
            let said = match verdict {
                Verdict::Noticed(what) => format!("noticed\t{what}"),
                Verdict::Missed => "missed\t".into(),
                Verdict::NotCompiled => "not compiled\t".into(),
            };
            let _ = writeln!(text, "{kind}\t{name}\t{said}");
        }
        let new = self.path.with_extension("new");
        fs::write(&new, text)?;
        Ok(fs::rename(new, &self.path)?)
    }

    pub fn get(&self, kind: Kind, name: &str) -> Option<&Verdict> {
        self.rows.get(&(kind.name().to_owned(), name.to_owned()))
    }

    /// The page.
    pub fn page(&self) -> String {
        let mut page = INTRODUCTION.to_owned();
        page.push_str(
            "\n| kind | samples | by a test | by the accuracy table | equal | by nothing |\n",
        );
        page.push_str("|---|--:|--:|--:|--:|--:|\n");
        let mut tables = String::new();
        for kind in Kind::ALL {
            let rows = self.rows.iter().filter(|((of, _), _)| of == kind.name());
            let rows: Vec<(&str, &Verdict)> = rows
                .filter(|(_, verdict)| **verdict != Verdict::NotCompiled)
                .map(|((_, name), verdict)| (name.as_str(), verdict))
                .collect();
            if rows.is_empty() {
                continue;
            }
            let mut counts = [0; 4];
            let _ = write!(tables, "\n## {}\n\n| change | noticed by |\n|---|---|\n", kind.name());
            for (name, verdict) in &rows {
                let (column, said) = said(kind, name, verdict);
                counts[column] += 1;
                let _ = writeln!(tables, "| {} | {} |", cell(name), cell(&said));
            }
            let counts = counts.map(|count: usize| count.to_string()).join(" | ");
            let _ = writeln!(page, "| {} | {} | {counts} |", kind.name(), rows.len());
        }
        page + &tables
    }
}

/// The column of the summary, and what the table says.
fn said(kind: Kind, name: &str, verdict: &Verdict) -> (usize, String) {
    match verdict {
        Verdict::Noticed(what) => (usize::from(what.starts_with("accuracy")), what.clone()),
        _ => match reason(kind, name) {
            Some(reason) => (2, format!("*equal:* {reason}")),
            None => (3, "**nothing**".into()),
        },
    }
}

/// Why a change makes no difference, where that is known.
pub fn reason(kind: Kind, name: &str) -> Option<&'static str> {
    REASONS.lines().find_map(|line| {
        let (of, rest) = line.split_once('\t')?;
        let (change, reason) = rest.split_once('\t')?;
        (of == kind.name() && change == name).then_some(reason)
    })
}

fn row(line: &str) -> Option<((String, String), Verdict)> {
    let [kind, name, verdict, what] = line.split('\t').collect::<Vec<_>>().try_into().ok()?;
    let verdict = match verdict {
        "noticed" => Verdict::Noticed(what.into()),
        "missed" => Verdict::Missed,
        _ => Verdict::NotCompiled,
    };
    Some(((kind.into(), name.into()), verdict))
}

/// A text in a cell of a table. What is not code has no mark-up of its own: `Option<Match>` is no element.
fn cell(text: &str) -> String {
    let parts = text.split('`').enumerate().map(|(at, part)| match at % 2 {
        0 => part.replace('<', "\\<"),
        _ => part.to_owned(),
    });
    parts.collect::<Vec<_>>().join("`").replace('|', "\\|")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_page_counts_and_lists_what_is_known() {
        let rows = [
            "lists\ta.txt: `b` dropped\tnoticed\tlib: `c`",
            "lists\ta.txt: `d|e` dropped\tmissed\t",
            "lists\ta.txt: `f` dropped\tnoticed\taccuracy: g, h: 2.0 → 1.0",
            "rules\ta.rs: replace a -> Option<B> in `c<d`\tmissed\t",
            "code\tx\tnot compiled\t",
        ];
        let rows = rows.into_iter().filter_map(row).collect();
        let page = Known { path: PathBuf::new(), rows }.page();
        assert!(page.contains("\n| lists | 3 | 1 | 1 | 0 | 1 |\n"), "{page}");
        assert!(page.contains("\n| a.txt: `d\\|e` dropped | **nothing** |\n"), "{page}");
        assert!(page.contains("\n| a.rs: replace a -> Option\\<B> in `c<d` |"), "{page}");
        assert!(!page.contains("\n| code"), "{page}");
    }

    #[test]
    fn every_reason_belongs_to_a_kind() {
        for line in REASONS.lines() {
            let cells: Vec<&str> = line.split('\t').collect();
            assert!(cells.len() == 3 && cells.iter().all(|cell| !cell.is_empty()), "{line}");
            assert!(Kind::ALL.iter().any(|kind| kind.name() == cells[0]), "{line}");
        }
    }
}
