//! The docs site in `dist/docs/`: pages of `docs/book/` and of the documents of the repository.
//!
//! No generator that we looked at gives pages that keep the rules of this site: relative addresses, so that
//! it works in any folder; no inline script and no style attribute, so that one strict policy holds; nothing
//! from another origin. What is left to do is little: Markdown is read by a crate, and the rest is here.

mod assets;
mod code;
mod contents;
mod element;
mod generated;
mod integrity;
mod links;
mod markdown;
mod report;
mod search;
mod template;

use std::{
    fs,
    path::{Path, PathBuf},
};

use crate::{
    step::{Result, root, step},
    web,
};
use contents::Contents;
use links::Links;
use markdown::Rendered;

/// Files that are served beside the pages, by their path in the repository and the name that they get.
const SERVED: &[(&str, &str)] = &[
    ("www/schema/newsmark-1.json", "newsmark-1.json"),
    ("src/wasm/types.d.ts", "newsmark.d.ts"),
    ("docs/book/element.json", "element.json"),
    ("docs/desk.png", "desk.png"),
    ("docs/growth.svg", "growth.svg"),
];

/// Where the docs site is.
pub fn folder() -> PathBuf {
    web::dist().join("docs")
}

/// Writes the docs site; the rest of `dist/` has been built, since a page lists its hashes.
pub fn build() -> Result {
    step("docs site", || {
        let contents = Contents::read()?;
        let links = Links::new(&contents, SERVED);
        let pages = contents
            .entries()
            .map(|entry| {
                let text = fs::read_to_string(root().join(&entry.source))?;
                let text =
                    generated::filled(&text).map_err(|e| format!("{}: {e}", entry.source))?;
                markdown::render(&entry.source, &text, &links)
            })
            .collect::<Result<Vec<Rendered>>>()?;
        links::check_anchors(&contents, &pages)?;
        write(&contents, &pages)
    })
}

fn write(contents: &Contents, pages: &[Rendered]) -> Result {
    let folder = folder();
    if folder.exists() {
        fs::remove_dir_all(&folder)?;
    }
    fs::create_dir_all(&folder)?;
    for (source, name) in SERVED {
        fs::copy(root().join(source), folder.join(name))?;
    }
    fs::write(folder.join("integrity.json"), integrity::json()?)?;
    let index = search::index(contents, pages)?;
    let assets = assets::write(&folder, &index)?;
    for (at, (entry, page)) in contents.entries().zip(pages).enumerate() {
        let html = template::page(contents, at, page, &assets);
        fs::write(folder.join(&entry.name), html)?;
    }
    Ok(())
}

/// Every file below `folder`, in order.
pub fn files(folder: &Path) -> Result<Vec<PathBuf>> {
    let mut found = Vec::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(&folder)? {
            let path = entry?.path();
            if path.is_dir() { folders.push(path) } else { found.push(path) }
        }
    }
    found.sort();
    Ok(found)
}

/// Text for HTML, also within an attribute's quotes.
fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}
