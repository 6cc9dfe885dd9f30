//! Counts of instructions, as a file has them, and two of them compared.

use std::{collections::BTreeMap, fmt::Write};

/// How many percent more instructions are too many, and how many less are worth a new record.
pub const PERCENT: u64 = 3;

/// Counts by the name of what was done, and under what they hold.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Counts {
    /// Compiler, flags, C library and valgrind: other ones count otherwise.
    pub context: String,
    /// Bytes of the articles.
    pub bytes: u64,
    pub of: BTreeMap<String, u64>,
}

impl Counts {
    /// Instructions for each kB of the articles.
    pub fn per_kb(&self, count: u64) -> u64 {
        count * 1000 / self.bytes.max(1)
    }

    /// As a file of tab-separated values, whose first lines say under what the counts hold.
    pub fn write(&self) -> String {
        let mut out = format!(
            "# Instructions for the golden articles, by `cargo xtask instructions --write`; others fail the check \
             `instructions` from +{PERCENT} % on.\n# {}\n# {} bytes\nstage\tinstructions\tper kB\n",
            self.context, self.bytes
        );
        for (name, &count) in &self.of {
            let _ = writeln!(out, "{name}\t{count}\t{}", self.per_kb(count));
        }
        out
    }

    /// What [`Self::write`] wrote; `None` if it is no such file.
    pub fn read(file: &str) -> Option<Self> {
        let mut lines = file.lines().skip(1);
        let context = lines.next()?.strip_prefix("# ")?.to_owned();
        let bytes = lines.next()?.strip_prefix("# ")?.strip_suffix(" bytes")?.parse().ok()?;
        let row = |line: &str| {
            let mut cells = line.split('\t');
            Some((cells.next()?.to_owned(), cells.next()?.parse().ok()?))
        };
        let of = lines.skip(1).map(row).collect::<Option<_>>()?;
        Some(Self { context, bytes, of })
    }

    /// The rows of a table in Markdown, each with its heading.
    pub fn table(&self) -> String {
        let mut out = String::from("| what | instructions per kB | in all |\n|---|---:|---:|\n");
        for (name, &count) in &self.of {
            let _ = writeln!(out, "| {name} | {} | {count} |", self.per_kb(count));
        }
        out
    }
}

/// What two counts come to.
#[derive(Debug, PartialEq, Eq)]
pub struct Compared {
    /// A line for each of them.
    pub table: String,
    /// What needs too many instructions more.
    pub slower: Vec<String>,
    /// What needs so many less that a record should be written anew.
    pub faster: Vec<String>,
}

/// `now` beside `before`. What only one of them has is shown, and neither slower nor faster.
pub fn compare(before: &Counts, now: &Counts) -> Compared {
    let mut table = format!("  {:<10} {:>13} {:>13}\n", "", "before", "now");
    let (mut slower, mut faster) = (Vec::new(), Vec::new());
    let mut names: Vec<&String> = before.of.keys().chain(now.of.keys()).collect();
    names.sort();
    names.dedup();
    for name in names {
        let (&count, &known) = match (now.of.get(name), before.of.get(name)) {
            (Some(count), Some(known)) => (count, known),
            (count, known) => {
                let shown = |n: Option<&u64>| n.map_or("-".into(), ToString::to_string);
                let _ = writeln!(table, "  {name:<10} {:>13} {:>13}", shown(known), shown(count));
                continue;
            }
        };
        let change = 100.0 * (count as f64 / known.max(1) as f64 - 1.0);
        let _ = writeln!(table, "  {name:<10} {known:>13} {count:>13} {change:>+7.2} %");
        if count * 100 > known * (100 + PERCENT) {
            slower.push(format!("{name} {change:+.2} %"));
        } else if count * 100 <= known * (100 - PERCENT) {
            faster.push(format!("{name} {change:+.2} %"));
        }
    }
    Compared { table, slower, faster }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn counts(of: &[(&str, u64)]) -> Counts {
        let of = of.iter().map(|&(name, count)| (name.to_owned(), count)).collect();
        Counts { context: "rustc 1, none".into(), bytes: 2000, of }
    }

    #[test]
    fn more_than_three_percent_more_is_slower_and_three_percent_is_not() {
        let before = counts(&[("dates", 1_000), ("names", 1_000)]);
        let now = compare(&before, &counts(&[("dates", 1_030), ("names", 1_031)]));
        assert_eq!(now.slower, ["names +3.10 %"]);
        assert!(now.faster.is_empty());
    }

    #[test]
    fn three_percent_less_is_faster_and_a_little_less_is_not() {
        let before = counts(&[("dates", 1_000), ("names", 1_000)]);
        let now = compare(&before, &counts(&[("dates", 970), ("names", 971)]));
        assert_eq!(now.faster, ["dates -3.00 %"]);
        assert!(now.slower.is_empty());
    }

    #[test]
    fn one_slow_stage_is_not_hidden_by_a_fast_one_and_a_new_one_is_shown() {
        let before = counts(&[("dates", 1_000), ("names", 9_000)]);
        let now = compare(&before, &counts(&[("dates", 1_200), ("names", 8_000), ("new", 7)]));
        assert_eq!((now.slower.len(), now.faster.len()), (1, 1));
        assert!(now.table.contains("new"));
        assert_eq!(compare(&before, &before).slower, [""; 0]);
    }

    #[test]
    fn a_written_file_is_read_again_and_another_file_is_not() {
        let known = counts(&[("dates", 1_000), ("names", 9)]);
        assert_eq!(Counts::read(&known.write()), Some(known.clone()));
        assert_eq!(known.per_kb(1_000), 500);
        assert_eq!(Counts::read("# a\n# b\n"), None);
        assert_eq!(Counts::read(&known.write().replace("\t9\t", "\tmany\t")), None);
    }
}
