//! The page of hashes: what was built, file by file, so that anyone can compare.

use std::{
    collections::{BTreeMap, BTreeSet},
    fmt::Write as _,
    fs,
    path::Path,
};

use base64::{Engine as _, engine::general_purpose::STANDARD};
use serde_json::json;
use sha2::{Digest, Sha384};

use super::{files, folder};
use crate::{offline, step::Result, web};

/// A built file.
struct Built {
    bytes: usize,
    integrity: String,
    /// Of a module: the modules beside it that it names.
    imports: BTreeSet<String>,
}

impl Built {
    fn new(content: &[u8]) -> Self {
        let (bytes, integrity) = (content.len(), sha384(content));
        let text = std::str::from_utf8(content).unwrap_or_default();
        // Addresses of files that are no modules, as of a worker, stand behind other words.
        let mut imports = BTreeSet::new();
        let mut before = "";
        for piece in text.split(['"', '\'', '`']) {
            let is_import = ["from", "import", "import("].iter().any(|word| before.ends_with(word));
            if let Some(name) = piece.strip_prefix("./").filter(|_| is_import) {
                imports.insert(name.to_owned());
            }
            before = piece.trim_end();
        }
        Self { bytes, integrity, imports }
    }
}

/// `sha384-…`, as `integrity` attributes have it.
pub fn sha384(content: &[u8]) -> String {
    format!("sha384-{}", STANDARD.encode(Sha384::digest(content)))
}

/// All files of `dist/`, but for the docs and the offline copy of all, which would have to hold their own hash.
fn built(site: &Path) -> Result<BTreeMap<String, Built>> {
    let mut found = BTreeMap::new();
    for file in files(site)? {
        if file.starts_with(folder()) || file.ends_with(offline::NAME) {
            continue;
        }
        let content = fs::read(&file)?;
        let name = file.strip_prefix(site)?.to_string_lossy().replace('\\', "/");
        found.insert(name, Built::new(&content));
    }
    Ok(found)
}

/// The same for programs: `{ "path": { "bytes", "integrity" } }`.
pub fn json() -> Result<String> {
    let site = web::dist();
    let files: BTreeMap<_, _> = built(&site)?
        .into_iter()
        .map(|(name, file)| (name, json!({ "bytes": file.bytes, "integrity": file.integrity })))
        .collect();
    Ok(serde_json::to_string_pretty(&files)? + "\n")
}

/// The tables: each version of the element, then the page.
pub fn markdown() -> Result<String> {
    listed(&built(&web::dist())?)
}

fn listed(files: &BTreeMap<String, Built>) -> Result<String> {
    let mut versions: BTreeMap<&str, Vec<(&str, &Built)>> = BTreeMap::new();
    let mut page = Vec::new();
    for (path, file) in files {
        match path.strip_prefix("news-mark/").and_then(|rest| rest.split_once('/')) {
            Some((version, name)) => versions.entry(version).or_default().push((name, file)),
            None => page.push((path.as_str(), file)),
        }
    }
    let mut text = String::new();
    let latest = versions.remove("latest");
    for (version, files) in &versions {
        write!(text, "## The element, version {version}\n\nIn `news-mark/{version}/`:\n\n")?;
        table(&mut text, files)?;
        import_map(&mut text, version, files)?;
    }
    if let Some(latest) = latest {
        let same = versions.iter().find(|(_, files)| {
            let pairs = files.iter().zip(&latest);
            files.len() == latest.len()
                && pairs.into_iter().all(|(a, b)| a.0 == b.0 && a.1.integrity == b.1.integrity)
        });
        let (version, _) = same.ok_or("news-mark/latest/ is none of the versions")?;
        write!(text, "`news-mark/latest/` has the same files as version {version}.\n\n")?;
    }
    if versions.is_empty() {
        text.push_str("This copy of the site was built without the element.\n\n");
    }
    text.push_str("## The page\n\n");
    table(&mut text, &page)?;
    Ok(text)
}

fn table(text: &mut String, files: &[(&str, &Built)]) -> Result {
    text.push_str("| file | bytes | SHA-384 |\n|---|---:|---|\n");
    for (name, Built { bytes, integrity, .. }) in files {
        writeln!(text, "| `{name}` | {bytes} | `{integrity}` |")?;
    }
    text.push('\n');
    Ok(())
}

/// An import map with the hashes of all modules that the element may load: browsers then refuse any other.
fn import_map(text: &mut String, version: &str, files: &[(&str, &Built)]) -> Result {
    let mut reached = BTreeSet::from(["news-mark.js".to_owned()]);
    loop {
        let named = files.iter().filter(|(name, _)| reached.contains(*name));
        let more: BTreeSet<_> = named.flat_map(|(_, file)| file.imports.iter().cloned()).collect();
        if more.is_subset(&reached) {
            break;
        }
        reached.extend(more);
    }
    let modules: Vec<_> = files
        .iter()
        .filter(|(name, _)| reached.contains(*name))
        .map(|(name, file)| {
            format!("      \"/news-mark/{version}/{name}\": \"{}\"", file.integrity)
        })
        .collect();
    write!(
        text,
        "Before the first module of your page, with the folder where it is on your server:\n\n\
         ```html\n<script type=\"importmap\">\n  {{\n    \"integrity\": {{\n{}\n    }}\n  }}\n</script>\n\
         <script type=\"module\" src=\"/news-mark/{version}/news-mark.js\"></script>\n```\n\n",
        modules.join(",\n"),
    )?;
    Ok(())
}

#[test]
fn each_version_has_its_table_and_latest_is_one_of_them() {
    const ELEMENT: &str = "import(`./edit.js`), new URL('./node.js')";
    let file = |text: &str| Built::new(text.as_bytes());
    let mut files = BTreeMap::new();
    for (path, content) in [
        ("index.html", "page"),
        ("news-mark/1.2.3/core_bg.wasm", "core"),
        ("news-mark/1.2.3/edit.js", "import './part.js'"),
        ("news-mark/1.2.3/news-mark.js", ELEMENT),
        ("news-mark/1.2.3/node.js", "another program's"),
        ("news-mark/1.2.3/part.js", ""),
        ("news-mark/latest/core_bg.wasm", "core"),
        ("news-mark/latest/edit.js", "import './part.js'"),
        ("news-mark/latest/news-mark.js", ELEMENT),
        ("news-mark/latest/node.js", "another program's"),
        ("news-mark/latest/part.js", ""),
    ] {
        files.insert(path.to_owned(), file(content));
    }
    let text = listed(&files).expect("a page");
    let hash = sha384(ELEMENT.as_bytes());
    assert!(text.contains(&format!("| `news-mark.js` | 41 | `{hash}` |")), "{text}");
    assert!(text.contains(&format!("\"/news-mark/1.2.3/news-mark.js\": \"{hash}\",\n")), "{text}");
    assert!(text.contains("\"/news-mark/1.2.3/part.js\": "), "{text}");
    for name in ["core_bg.wasm", "node.js"] {
        assert!(!text.contains(&format!("\"/news-mark/1.2.3/{name}\"")), "{text}");
    }
    assert!(text.contains("same files as version 1.2.3"), "{text}");
    files.insert("news-mark/latest/news-mark.js".into(), file("another"));
    assert!(listed(&files).is_err());
    files.retain(|path, _| !path.starts_with("news-mark/"));
    assert!(listed(&files).expect("a page").contains("without the element"));
}
