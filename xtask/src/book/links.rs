//! Where the links of Markdown lead on the site.

use std::collections::BTreeMap;

use super::{
    contents::{Contents, joined},
    markdown::Rendered,
};
use crate::step::{Result, root};

/// What else is on the site, by the file in the repository that it is made from.
const SITE: &[(&str, &str)] = &[
    ("index.html", "../"),
    ("help.html", "../help.html"),
    ("help.de.html", "../help.de.html"),
    // Made by the build, beside the pages.
    ("docs/book/integrity.json", "integrity.json"),
];

/// What a link becomes.
#[derive(Debug, PartialEq)]
pub enum Target {
    /// A link to there.
    Address(String),
    /// The bookmarklet, whose address only a script knows: it says where this copy of the site is.
    Bookmarklet,
    /// No link: a file of the source code, which the site does not have.
    Source(String),
}

/// The addresses of everything that pages may link to.
pub struct Links(BTreeMap<String, String>);

impl Links {
    /// Of the pages of `contents`, the files `served` beside them and the site around them.
    pub fn new(contents: &Contents, served: &[(&str, &str)]) -> Self {
        let own = |pair: &(&str, &str)| (pair.0.to_owned(), pair.1.to_owned());
        let pages = contents.entries().map(|entry| (entry.source.clone(), entry.name.clone()));
        Self(SITE.iter().chain(served).map(own).chain(pages).collect())
    }

    /// Where `link`, which stands in `source`, leads.
    pub fn resolve(&self, source: &str, link: &str) -> Result<Target> {
        if link == "bookmarklet:" {
            return Ok(Target::Bookmarklet);
        }
        if link.starts_with("https://") || link.starts_with('#') {
            return Ok(Target::Address(link.to_owned()));
        }
        let (path, anchor) = link.split_once('#').map_or((link, None), |(p, a)| (p, Some(a)));
        let folder = source.rsplit_once('/').map_or("", |(folder, _)| folder);
        let path = joined(folder, path).ok_or_else(|| format!("{source}: {link} leads out"))?;
        match self.0.get(&path) {
            Some(address) => Ok(Target::Address(
                anchor.map_or_else(|| address.clone(), |anchor| format!("{address}#{anchor}")),
            )),
            None if root().join(&path).exists() => Ok(Target::Source(path)),
            None => Err(format!("{source}: there is no {path}").into()),
        }
    }
}

/// Fails when a page links to a place that no page has.
pub fn check_anchors(contents: &Contents, pages: &[Rendered]) -> Result {
    let by_name: BTreeMap<_, _> = contents.entries().map(|entry| &*entry.name).zip(pages).collect();
    let mut wrong = Vec::new();
    for (entry, page) in contents.entries().zip(pages) {
        for link in &page.links {
            let Some((name, anchor)) = link.split_once('#') else { continue };
            let name = if name.is_empty() { &*entry.name } else { name };
            if by_name.get(name).is_some_and(|page| !page.ids.contains(anchor)) {
                wrong.push(format!("{}: no place {link}", entry.source));
            }
        }
    }
    if wrong.is_empty() { Ok(()) } else { Err(wrong.join("\n").into()) }
}
