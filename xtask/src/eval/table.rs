//! The tables as Markdown, and back: `docs/accuracy.md` is also what a later run is compared with.

use std::{collections::BTreeMap, fmt::Write};

/// One line of a table.
#[derive(Debug)]
pub struct Row {
    pub set: String,
    pub measure: String,
    /// The number that must not fall, in percent; `None` when there is too little to say.
    pub score: Option<f64>,
    /// What stands in the columns behind.
    pub more: Vec<String>,
}

/// A table with its heading.
#[derive(Debug)]
pub struct Section {
    pub title: &'static str,
    pub note: &'static str,
    /// The names of the columns; the first two are the set and the measure.
    pub columns: &'static [&'static str],
    pub rows: Vec<Row>,
}

/// Scores by set and measure.
pub type Known = BTreeMap<(String, String), f64>;

/// A number of percent, to one decimal.
pub fn percent(value: f64) -> String {
    format!("{value:.1}")
}

/// The sections as Markdown; with a column of the scores in `beside`, if there is one.
pub fn write(sections: &[Section], beside: Option<(&str, &Known)>) -> String {
    let mut out = String::new();
    for section in sections.iter().filter(|section| !section.rows.is_empty()) {
        let mut columns = section.columns.to_vec();
        columns.extend(beside.map(|(name, _)| name));
        let _ = write!(out, "\n## {}\n\n{}\n\n", section.title, section.note);
        line(&mut out, &columns);
        let rules: Vec<&str> =
            (0..columns.len()).map(|i| if i < 2 { "---" } else { "---:" }).collect();
        line(&mut out, &rules);
        for row in &section.rows {
            let mut cells = vec![row.set.clone(), row.measure.clone()];
            cells.push(row.score.map_or_else(String::new, percent));
            cells.extend(row.more.iter().cloned());
            if let Some((_, known)) = beside {
                let score = known.get(&(row.set.clone(), row.measure.clone()));
                cells.push(score.copied().map_or_else(String::new, percent));
            }
            line(&mut out, &cells);
        }
    }
    out
}

fn line(out: &mut String, cells: &[impl AsRef<str>]) {
    for cell in cells {
        let _ = write!(out, "| {} ", cell.as_ref());
    }
    out.push_str("|\n");
}

/// The scores of every table in `markdown`.
pub fn read(markdown: &str) -> Known {
    let mut known = Known::new();
    for line in markdown.lines().filter(|line| line.starts_with('|')) {
        let cells: Vec<&str> = line.split('|').map(str::trim).collect();
        if let [_, set, measure, score, ..] = cells[..]
            && let Ok(score) = score.parse()
        {
            known.insert((set.into(), measure.into()), score);
        }
    }
    known
}

/// The scores of `rows`, as [`read`] would read them.
pub fn known(sections: &[Section]) -> Known {
    read(&write(sections, None))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_can_be_read() {
        let row = |measure: &str, score| Row {
            set: "names x".into(),
            measure: measure.into(),
            score,
            more: vec!["7".into()],
        };
        let section = Section {
            title: "Names",
            note: "A note.",
            columns: &["set", "measure", "F1", "gold"],
            rows: vec![row("strict", Some(61.26)), row("too few", None)],
        };
        let markdown = write(&[section], None);
        assert!(markdown.contains("| names x | strict | 61.3 | 7 |"), "{markdown}");
        let known = read(&markdown);
        assert_eq!(known.len(), 1, "neither headings nor empty scores: {known:?}");
        assert_eq!(known[&("names x".into(), "strict".into())].to_string(), "61.3");
    }
}
