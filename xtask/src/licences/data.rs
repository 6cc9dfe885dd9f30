//! The word lists and gazetteers, as `src/data/README.md` has them.

use std::{fs, path::Path};

use super::table;
use crate::step::Result;

/// What must be said of each file.
const COLUMNS: [&str; 6] = ["file", "what", "source", "licence", "date", "made by"];

/// Files that are about the others, or make them.
const ABOUT: [&str; 3] = ["README.md", "MODEL.md", "sources/feasts.py"];

/// One row for a file: what stands under each of [`COLUMNS`].
type Row = Vec<String>;

/// What the page says of where each list comes from.
pub fn table(root: &Path) -> Result<String> {
    let rows = rows(&fs::read_to_string(root.join("src/data/README.md"))?)?;
    let rows: Vec<Row> = rows
        .into_iter()
        .map(|mut row| {
            // What is no file of its own is known by what it is.
            let what = row.remove(1);
            if !row[0].contains('`') {
                row[0] = what;
            }
            row.truncate(4);
            row
        })
        .collect();
    Ok(table::write(&["file or what", "source", "licence", "date"], &rows))
}

/// What is wrong with the page: files that it does not name, and cells that are empty.
pub fn lacking(root: &Path) -> Result<Vec<String>> {
    let folder = root.join("src/data");
    let rows = rows(&fs::read_to_string(folder.join("README.md"))?)?;
    let mut files = Vec::new();
    collect(&folder, "", &mut files)?;
    Ok(wrong(&rows, &files))
}

fn wrong(rows: &[Row], files: &[String]) -> Vec<String> {
    let empty = rows.iter().filter(|row| row.iter().any(String::is_empty));
    let unnamed = files
        .iter()
        .filter(|file| !ABOUT.contains(&file.as_str()) && !rows.iter().any(|row| names(row, file)));
    empty
        .map(|row| format!("something is not said of {}", row[0]))
        .chain(unnamed.map(|file| format!("{file} is not named")))
        .collect()
}

/// Whether the row is about `file`, among others.
fn names(row: &Row, file: &str) -> bool {
    let whole = row[0].split('`').any(|name| name == file);
    // `sources/more/teams.tsv`, `parties.tsv`: the folder is said once.
    let folder = file.rfind('/').map_or("", |at| &file[..=at]);
    let short = &file[folder.len()..];
    whole
        || (!folder.is_empty() && row[0].contains(folder) && row[0].contains(&format!("`{short}`")))
}

/// The rows of all tables that are about files.
fn rows(page: &str) -> Result<Vec<Row>> {
    let mut rows = Vec::new();
    for table in table::read(page) {
        let [head, body @ ..] = table.as_slice() else { continue };
        let columns: Vec<usize> = COLUMNS
            .iter()
            .map(|name| {
                let at = head.iter().position(|cell| cell == name);
                at.ok_or_else(|| format!("src/data/README.md: a table has no column `{name}`"))
            })
            .collect::<std::result::Result<_, _>>()?;
        let cell = |row: &Row, at: usize| row.get(at).cloned().unwrap_or_default();
        rows.extend(
            body.iter().map(|row| columns.iter().map(|&at| cell(row, at)).collect::<Row>()),
        );
    }
    Ok(rows)
}

/// The files below `folder`, by their paths in it.
fn collect(folder: &Path, within: &str, files: &mut Vec<String>) -> Result {
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        let name = format!("{within}{name}");
        if path.is_dir() {
            collect(&path, &format!("{name}/"), files)?;
        } else {
            files.push(name);
        }
    }
    files.sort();
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_not_said_of_a_file_is_found() {
        let page = "| file | what | source | licence | date | made by |\n|---|---|---|---|---|---|\n\
            | `a.txt` | words | own | MIT | 2026-11 | by hand |\n\
            | `sources/more/b.tsv`, `c.tsv` | names | own | MIT | 2026-11 |  |\n";
        let files = ["README.md", "a.txt", "d.tsv", "sources/more/b.tsv", "sources/more/c.tsv"];
        let found = wrong(&rows(page).expect("a table"), &files.map(str::to_owned));
        let wanted =
            ["something is not said of `sources/more/b.tsv`, `c.tsv`", "d.tsv is not named"];
        assert_eq!(found, wanted);
        assert!(rows("| file | what |\n|---|---|\n| `a.txt` | words |\n").is_err());
    }
}
