//! What libFuzzer says of a run, and what many runs came to.

use std::{
    collections::BTreeMap,
    fmt::Write as _,
    fs::{self, OpenOptions},
    io::Write as _,
    path::Path,
};

use crate::step::Result;

/// One run of a target.
#[derive(Debug, Default, Clone, PartialEq)]
pub struct Run {
    pub target: String,
    pub seconds: u64,
    /// Of the processor, which others may have had for most of `seconds`.
    pub processor: u64,
    pub executions: u64,
    /// Edges of the code that some input reached.
    pub edges: u64,
    /// Edges with how often an input passed them, in powers of two: what libFuzzer calls features.
    pub features: u64,
    /// Inputs that it keeps.
    pub inputs: u64,
    pub memory: u64,
    pub finds: usize,
}

impl Run {
    /// Adds what a log says.
    pub fn add(&mut self, log: &str) {
        let mut ran = 0;
        for line in log.lines() {
            let words: Vec<&str> = line.split_whitespace().collect();
            let number = |name: &str| {
                let at = words.iter().position(|word| *word == name)?;
                words.get(at + 1)?.split('/').next()?.parse::<u64>().ok()
            };
            if let Some(count) = words.first().and_then(|word| word.strip_prefix('#')) {
                ran = count.parse().unwrap_or(ran).max(ran);
                self.edges = number("cov:").unwrap_or(0).max(self.edges);
                self.features = number("ft:").unwrap_or(0).max(self.features);
                self.inputs = number("corp:").unwrap_or(self.inputs);
            }
            ran = number("stat::number_of_executed_units:").unwrap_or(ran);
            self.memory = number("stat::peak_rss_mb:").unwrap_or(0).max(self.memory);
        }
        self.executions += ran;
    }

    pub fn line(&self) -> String {
        format!(
            "{}: {} executions in {} s ({} s of the processor), {} edges, {} features, {} inputs, {} MB, {} finds",
            self.target,
            self.executions,
            self.seconds,
            self.processor,
            self.edges,
            self.features,
            self.inputs,
            self.memory,
            self.finds
        )
    }

    fn row(&self) -> String {
        format!(
            "{}\t{}\t{}\t{}\t{}\t{}\t{}\t{}\t{}\n",
            self.target,
            self.seconds,
            self.processor,
            self.executions,
            self.edges,
            self.features,
            self.inputs,
            self.memory,
            self.finds
        )
    }

    fn read(row: &str) -> Option<Self> {
        let cells: Vec<&str> = row.split('\t').collect();
        let number = |at: usize| cells.get(at)?.parse::<u64>().ok();
        Some(Self {
            target: (*cells.first()?).to_owned(),
            seconds: number(1)?,
            processor: number(2)?,
            executions: number(3)?,
            edges: number(4)?,
            features: number(5)?,
            inputs: number(6)?,
            memory: number(7)?,
            finds: number(8)? as usize,
        })
    }
}

/// Writes a run down behind those before it.
pub fn keep(folder: &Path, run: &Run) -> Result {
    let mut file = OpenOptions::new().create(true).append(true).open(folder.join("runs.tsv"))?;
    file.write_all(run.row().as_bytes())?;
    Ok(())
}

/// The runs of a folder by target, in the order in which they first ran.
pub fn table(folder: &Path) -> Result<String> {
    let text = fs::read_to_string(folder.join("runs.tsv"))?;
    Ok(of_runs(&text.lines().filter_map(Run::read).collect::<Vec<_>>()))
}

fn of_runs(runs: &[Run]) -> String {
    let mut order: Vec<&str> = Vec::new();
    let mut sums: BTreeMap<&str, (Run, u64)> = BTreeMap::new();
    for run in runs {
        let (sum, first) = sums.entry(&run.target).or_insert_with(|| {
            order.push(&run.target);
            (Run::default(), run.edges)
        });
        sum.seconds += run.seconds;
        sum.processor += run.processor;
        sum.executions += run.executions;
        sum.edges = sum.edges.max(run.edges);
        sum.features = sum.features.max(run.features);
        sum.inputs = run.inputs;
        sum.memory = sum.memory.max(run.memory);
        sum.finds += run.finds;
        *first = (*first).min(run.edges);
    }
    let mut out = String::from(
        "| Target | Time, min | Processor, min | Executions | Edges, first run | Edges | Features | Inputs kept | Memory, MB | Finds |\n\
         |---|---:|---:|---:|---:|---:|---:|---:|---:|---:|\n",
    );
    let mut whole = Run::default();
    for name in order {
        let (sum, first) = &sums[name];
        whole.seconds += sum.seconds;
        whole.processor += sum.processor;
        whole.executions += sum.executions;
        whole.finds += sum.finds;
        // Writing to a string cannot fail.
        let _ = writeln!(
            out,
            "| `{name}` | {} | {} | {} | {first} | {} | {} | {} | {} | {} |",
            sum.seconds / 60,
            sum.processor / 60,
            sum.executions,
            sum.edges,
            sum.features,
            sum.inputs,
            sum.memory,
            sum.finds
        );
    }
    let _ = writeln!(
        out,
        "| together | {} | {} | {} | | | | | | {} |",
        whole.seconds / 60,
        whole.processor / 60,
        whole.executions,
        whole.finds
    );
    out
}

/// Whether a run ended with a find, and not because it could not begin.
pub fn is_find(log: &str) -> bool {
    log.contains("SUMMARY: libFuzzer")
}

/// Why a run ended with a find, in one line.
pub fn reason(log: &str) -> String {
    let lines: Vec<&str> = log.lines().collect();
    let panic = lines.iter().position(|line| line.contains("panicked at"));
    if let Some(at) = panic {
        let what = lines.get(at + 1).copied().unwrap_or_default();
        return format!("{} {what}", lines[at].trim());
    }
    let other = lines.iter().find(|line| line.contains("ERROR: libFuzzer"));
    other.map_or_else(String::new, |line| (*line).to_owned())
}

/// The last lines of a log.
pub fn end(log: &str) -> String {
    let lines: Vec<&str> = log.lines().collect();
    lines[lines.len().saturating_sub(30)..].join("\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    const LOG: &str = "INFO: Seed: 1\n#2\tINITED cov: 10 ft: 11 corp: 1/1b exec/s: 0 rss: 30Mb\n\
        #64\tNEW    cov: 12 ft: 15 corp: 3/90b lim: 4 exec/s: 0 rss: 31Mb L: 2/3 MS: 1 -\n";

    #[test]
    fn a_log_says_what_was_reached() {
        let mut run = Run { target: "dates".into(), seconds: 61, ..Run::default() };
        run.add(&format!(
            "{LOG}stat::number_of_executed_units: 90\nstat::peak_rss_mb:              44\n"
        ));
        run.add(LOG);
        assert_eq!((run.executions, run.edges, run.features), (154, 12, 15));
        assert_eq!((run.inputs, run.memory), (3, 44));
        assert_eq!(Run::read(run.row().trim_end()), Some(run));
    }

    #[test]
    fn runs_of_a_target_are_one_row() {
        let run = |edges| Run {
            target: "dates".into(),
            seconds: 60,
            processor: 40,
            executions: 5,
            edges,
            ..Run::default()
        };
        let table = of_runs(&[run(10), run(30), Run { finds: 1, ..run(20) }]);
        assert!(table.contains("| `dates` | 3 | 2 | 15 | 10 | 30 | 0 | 0 | 0 | 1 |"), "{table}");
        assert!(table.contains("| together | 3 | 2 | 15 |"), "{table}");
    }

    #[test]
    fn a_find_says_why() {
        let log = "x\nthread '<unnamed>' panicked at src/a.rs:7:1:\nindex out of bounds\n==1== ERROR: libFuzzer: deadly signal";
        assert_eq!(reason(log), "thread '<unnamed>' panicked at src/a.rs:7:1: index out of bounds");
        assert_eq!(reason("==1== ERROR: libFuzzer: timeout"), "==1== ERROR: libFuzzer: timeout");
        assert!(is_find("==1== ERROR: libFuzzer: timeout\nSUMMARY: libFuzzer: timeout\n"));
        assert!(!is_find("all: cannot execute"));
    }
}
