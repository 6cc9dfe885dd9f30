//! `docs/book/SUMMARY.md`: which pages there are, in which order, under which headings.

use std::fs;

use crate::step::{Result, root};

/// A page.
pub struct Entry {
    /// What menus call it.
    pub title: String,
    /// Its Markdown, by its path in the repository.
    pub source: String,
    /// Its file on the site.
    pub name: String,
}

/// Pages under one heading.
pub struct Part {
    /// The heading.
    pub title: String,
    /// The pages.
    pub entries: Vec<Entry>,
}

/// All pages.
pub struct Contents(pub Vec<Part>);

impl Contents {
    /// Reads the list.
    pub fn read() -> Result<Self> {
        Self::parse(&fs::read_to_string(root().join("docs/book/SUMMARY.md"))?)
    }

    /// `## Part` begins a part, `- [Title](path.md)` is a page, anything else an explanation.
    fn parse(text: &str) -> Result<Self> {
        let mut parts: Vec<Part> = Vec::new();
        for line in text.lines() {
            if let Some(title) = line.strip_prefix("## ") {
                parts.push(Part { title: title.to_owned(), entries: Vec::new() });
            } else if let Some(link) = line.strip_prefix("- [") {
                let (title, path) =
                    link.strip_suffix(')').and_then(|link| link.split_once("](")).ok_or(line)?;
                let source = joined("docs/book/", path).ok_or(line)?;
                let name = name_of(&source);
                let part = parts.last_mut().ok_or("SUMMARY.md begins with a page of no part")?;
                part.entries.push(Entry { title: title.to_owned(), source, name });
            }
        }
        let contents = Self(parts);
        let mut names: Vec<_> = contents.entries().map(|entry| &entry.name).collect();
        names.sort();
        if let Some([name, _]) = names.windows(2).find(|pair| pair[0] == pair[1]) {
            return Err(format!("two pages would be {name}").into());
        }
        Ok(contents)
    }

    /// The pages in order.
    pub fn entries(&self) -> impl Iterator<Item = &Entry> {
        self.0.iter().flat_map(|part| &part.entries)
    }
}

/// `path`, a relative one in `folder`, as a path in the repository; nothing beyond that.
pub fn joined(folder: &str, path: &str) -> Option<String> {
    let mut parts: Vec<&str> = folder.split('/').filter(|part| !part.is_empty()).collect();
    for part in path.split('/') {
        match part {
            "" | "." => {}
            ".." => {
                parts.pop()?;
            }
            name => parts.push(name),
        }
    }
    Some(parts.join("/"))
}

/// `docs/dates.md` becomes `dates.html`, `examples/spark/README.md` becomes `spark.html`.
fn name_of(source: &str) -> String {
    let path = source.trim_end_matches(".md").trim_end_matches("/README");
    let stem = path.rsplit('/').next().unwrap_or(path);
    format!("{}.html", stem.to_lowercase())
}

#[test]
fn pages_are_named_by_their_file_or_folder() {
    let text =
        "# Contents\n\n## Use\n\n- [Start](index.md)\n- [Spark](../../examples/spark/README.md)\n";
    let contents = Contents::parse(text).expect("a list");
    let read: Vec<_> = contents.entries().map(|e| (&*e.title, &*e.source, &*e.name)).collect();
    assert_eq!(
        read,
        [
            ("Start", "docs/book/index.md", "index.html"),
            ("Spark", "examples/spark/README.md", "spark.html"),
        ]
    );
    assert!(Contents::parse("## Use\n- [A](a.md)\n- [B](../a.md)\n").is_err());
    assert!(Contents::parse("## Use\n- [A](../../../a.md)\n").is_err());
}
