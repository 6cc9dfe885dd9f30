//! Styles, scripts and the search's index, named by their hashes.

use std::{fs, path::Path};

use sha2::{Digest, Sha256};

use super::{generated::version, integrity::sha384};
use crate::{
    step::{Result, root, run_quietly},
    web,
};

/// A file with what its tag says.
pub struct Asset {
    /// Its address from a page.
    pub address: String,
    /// Its hash, as `integrity` attributes have it.
    pub integrity: String,
}

/// Everything that each page loads.
pub struct Assets {
    /// The one style sheet.
    pub style: Asset,
    /// Sets the colours before the page is drawn.
    pub theme: Asset,
    /// Search and copying.
    pub script: Asset,
    /// What is searched.
    pub index: Asset,
    /// Gives the bookmarklet its address; it comes with the element.
    pub bookmarklet: Option<Asset>,
}

/// Builds them, and writes them into the docs site's `folder`.
pub fn write(folder: &Path, index: &str) -> Result<Assets> {
    let folder = folder.join("assets");
    fs::create_dir_all(&folder)?;
    let read = |path: &str| fs::read_to_string(root().join(path));
    // The colours of the page itself, so that marks look as they do there.
    let style = read("www/styles/palette.css")? + &read("docs/book/site/book.css")?;
    Ok(Assets {
        style: put(&folder, "book", "css", &style)?,
        theme: put(&folder, "theme", "js", &bundle("theme")?)?,
        script: put(&folder, "book", "js", &bundle("book")?)?,
        index: put(&folder, "search", "json", index)?,
        bookmarklet: bookmarklet()?,
    })
}

/// A script of `docs/book/site/`, as one file without types.
fn bundle(name: &str) -> Result<String> {
    let out = root().join("target/book").join(format!("{name}.js"));
    run_quietly(
        web::node_script("rolldown/bin/cli.mjs")
            .arg(format!("docs/book/site/{name}.ts"))
            .args(["--format", "iife", "--minify", "--platform", "browser", "--file"])
            .arg(&out),
    )?;
    Ok(fs::read_to_string(out)?)
}

/// That of this version: a bookmark holds the hash of what it runs, and should hold for long.
fn bookmarklet() -> Result<Option<Asset>> {
    let path = format!("news-mark/{}/bookmarklet-link.js", version()?);
    let file = web::dist().join(&path);
    if !file.exists() {
        return Ok(None);
    }
    Ok(Some(Asset { address: format!("../{path}"), integrity: sha384(&fs::read(file)?) }))
}

fn put(folder: &Path, name: &str, ending: &str, content: &str) -> Result<Asset> {
    let hash = Sha256::digest(content);
    let hash = hash.iter().take(4).fold(0, |number: u32, byte| number << 8 | u32::from(*byte));
    let file = format!("{name}-{hash:08x}.{ending}");
    fs::write(folder.join(&file), content)?;
    Ok(Asset { address: format!("assets/{file}"), integrity: sha384(content.as_bytes()) })
}
