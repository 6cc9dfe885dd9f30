//! What cargo-mutants would change in the code.

use std::{fs, path::Path};

use serde::Deserialize;

use super::change::Change;
use crate::step::{Result, command, root, run, run_quietly, step};

/// The version that is installed below `target/`.
const VERSION: &str = "27.1.0";

/// Code that has tests of its own kind: the page, what JavaScript sees, the command, the schema.
const NOT: &[&str] =
    &["src/app/**", "src/wasm/**", "src/edit/**", "src/cli/**", "src/bin/**", "src/schema.rs"];

#[derive(Deserialize)]
struct Mutant {
    file: String,
    name: String,
    genre: String,
    diff: String,
}

/// Every change to the code of the library in the repository at `folder`.
pub fn changes(folder: &Path) -> Result<Vec<Change>> {
    let mut list = command(installed()?);
    list.current_dir(folder).args(["mutants", "--list", "--json", "--diff", "--no-config"]);
    list.args(["--package", "newsmark", "--file", "src/**"]);
    for files in NOT {
        list.args(["--exclude", files]);
    }
    let mutants: Vec<Mutant> = serde_json::from_str(&run_quietly(&mut list)?)?;
    Ok(mutants.into_iter().filter_map(change).collect())
}

fn installed() -> Result<std::path::PathBuf> {
    let tools = root().join("target/mutants-tool");
    let program = tools.join("bin/cargo-mutants");
    if !program.is_file() {
        step("cargo-mutants", || {
            run(command("cargo")
                .args(["install", "--quiet", "--locked", "cargo-mutants", "--version", VERSION])
                .arg("--root")
                .arg(&tools))
        })?;
    }
    Ok(program)
}

fn change(mutant: Mutant) -> Option<Change> {
    let hunk = Hunk::read(&mutant.diff)?;
    // `FILE:LINE:COLUMN: what`: without the numbers the name stays while lines above come and go.
    let what = mutant.name.splitn(4, ':').nth(3)?.trim();
    let shown = hunk.shown();
    Some(Change {
        group: mutant.genre,
        name: format!("{}: {what}{shown}", mutant.file),
        make: Box::new(move |root| {
            let text = fs::read_to_string(root.join(&mutant.file))?;
            let made = hunk.made(&text).ok_or_else(|| format!("{}: it is another", mutant.file))?;
            Ok(vec![(mutant.file.clone(), made.into_bytes())])
        }),
    })
}

/// The only hunk of a patch.
struct Hunk {
    /// The line where it begins, counted from 0.
    from: usize,
    old: Vec<String>,
    new: Vec<String>,
    removed: Vec<String>,
}

impl Hunk {
    fn read(diff: &str) -> Option<Self> {
        let (head, body) = diff.split_once("\n@@ -")?.1.split_once('\n')?;
        let from: usize = head.split([',', ' ']).next()?.parse().ok()?;
        let mut hunk = Self {
            from: from.saturating_sub(1),
            old: Vec::new(),
            new: Vec::new(),
            removed: Vec::new(),
        };
        for line in body.lines() {
            let (sign, text) = line.split_at_checked(1).unwrap_or((" ", ""));
            match sign {
                "-" => {
                    hunk.old.push(text.into());
                    hunk.removed.push(text.trim().into());
                }
                "+" => hunk.new.push(text.into()),
                _ => {
                    hunk.old.push(text.into());
                    hunk.new.push(text.into());
                }
            }
        }
        Some(hunk)
    }

    /// The line that is changed, where it is one.
    fn shown(&self) -> String {
        match &self.removed[..] {
            [line] => format!(" in `{line}`"),
            _ => String::new(),
        }
    }

    /// `text` after it, if it is the text that it was made for.
    fn made(&self, text: &str) -> Option<String> {
        let lines: Vec<&str> = text.lines().collect();
        let end = self.from + self.old.len();
        if lines.get(self.from..end)? != self.old {
            return None;
        }
        let mut made: Vec<&str> = lines[..self.from].to_vec();
        made.extend(self.new.iter().map(String::as_str));
        made.extend(&lines[end..]);
        Some(made.join("\n") + "\n")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_hunk_changes_the_text_that_it_was_made_for() {
        let diff =
            "--- a.rs\n+++ replace < with >\n@@ -2,3 +2,3 @@\n b\n-  if c < d\n+  if c > d\n e\n";
        let hunk = Hunk::read(diff).expect("a hunk");
        assert_eq!(
            hunk.made("a\nb\n  if c < d\ne\nf\n").as_deref(),
            Some("a\nb\n  if c > d\ne\nf\n")
        );
        assert_eq!(hunk.shown(), " in `if c < d`");
        assert_eq!(hunk.made("a\nb\n  if c == d\ne\n"), None);
        assert_eq!(hunk.made("a\n"), None);
        assert!(Hunk::read("no patch").is_none());
    }
}
