//! `cargo xtask size`: what visits load, against its limits; `--explain` says what each module is made of.

mod explain;
mod origin;
mod parts;

use std::{
    fs,
    path::{Path, PathBuf},
};

use serde_json::json;

use crate::{
    rest,
    step::{Result, command, root, run_quietly},
    web,
};

/// Bytes after brotli at its best, as a good server sends them.
const CORE_LIMIT: u64 = 450_000;
/// The page that shows an article.
const APP_LIMIT: u64 = 200_000;
/// The desk around it, and what it shares with what readers correct and take along.
const DESK_LIMIT: u64 = 92_000;
/// What readers correct and take along. Wanted are 40,000; this keeps it from growing.
const ALONG_LIMIT: u64 = 140_000;
const REST_LIMIT: u64 = 60_000;
/// What the first visit loads beside the page, for later: worker, manifest, the help page in two
/// languages.
const LATER_LIMIT: u64 = 19_000;
/// The tagger's weights and all gazetteers, wherever they are.
const KNOWLEDGE_LIMIT: u64 = 700_000;
/// The core with what it learns.
const WHOLE_CORE_LIMIT: u64 = 1_000_000;

/// Files and folders of the site that no visit of the page loads.
const NOT_LOADED: &[&str] = &["404.html", ".nojekyll", "docs", "news-mark", "newsmark.zip"];

/// Files that the page itself never waits for: they make later visits work without a network.
const FOR_LATER: &[&str] = &["sw.js", "help.html", "help.de.html", "manifest.webmanifest"];

/// The parts of the gazetteers that are within the core, in `src/data/`.
const WITHIN_CORE: &[&str] = &["names.entries", "names.txt", "names.values"];

/// Node has the compressor: no crate need be built for it.
const BROTLI: &str = "
    const { readFileSync } = require('node:fs');
    const { brotliCompressSync, constants } = require('node:zlib');
    const params = { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_LGWIN]: 22 };
    for (const argument of process.argv.slice(1)) {
        const [file, start, end] = JSON.parse(argument);
        console.log(brotliCompressSync(readFileSync(file).subarray(start, end), { params }).length);
    }
";

/// What loads together, and how much it may weigh.
struct Group {
    name: &'static str,
    size: u64,
    limit: u64,
}

/// What `cargo xtask size` is told.
pub fn run(args: &[String]) -> Result {
    match args {
        [] => check(),
        [flag] if flag == "--explain" => explain::write(),
        _ => Err("`size` knows only `--explain`".into()),
    }
}

/// Prints the sizes of the site in `dist/`; fails if one is above its limit.
pub fn check() -> Result {
    let mut too_big = Vec::new();
    for Group { name, size, limit } in groups()? {
        println!("  {size:>9}  {name}, of {limit} bytes of brotli");
        if size > limit {
            too_big.push(format!("{name}: {size} bytes, the limit is {limit}"));
        }
    }
    if too_big.is_empty() { Ok(()) } else { Err(too_big.join("; ").into()) }
}

/// The same as a table in Markdown.
pub fn table() -> Result<String> {
    let rows =
        groups()?.map(|group| format!("| {} | {} | {} |\n", group.name, group.size, group.limit));
    Ok(format!("| what | bytes | limit |\n|---|---|---|\n{}", rows.concat()))
}

/// The weights of the site in `dist/`; each file is printed, and each part of what comes as one file.
fn groups() -> Result<[Group; 8]> {
    let site = web::dist();
    let mut files = Vec::new();
    collect(&site, &mut files).map_err(|error| {
        format!("{}: {error}; `cargo xtask build` makes the site", site.display())
    })?;
    files.retain(|file| !NOT_LOADED.iter().any(|name| file.starts_with(site.join(name))));
    files.sort();
    let mut pieces = Vec::new();
    for file in files {
        let name = file.strip_prefix(&site)?.to_string_lossy().into_owned();
        if name.contains("/rest-") {
            let parts = rest::parts(&web::package("app"))?;
            pieces.extend(parts.into_iter().map(|(part, range)| Piece {
                name: format!("{name}: {part}"),
                part: Some(part),
                file: file.clone(),
                range: Some(range),
            }));
        } else {
            pieces.push(Piece { name, part: None, file, range: None });
        }
    }
    let sizes = compressed(&pieces)?;
    let (mut core, mut app, mut desk, mut along, mut learnt) = (0, 0, 0, 0, 0);
    let (mut rest, mut later, mut later_files) = (0, 0, 0);
    for (Piece { name, part, .. }, size) in pieces.iter().zip(sizes) {
        println!("  {size:>9}  {name}");
        let is_wasm = Path::new(name).extension().is_some_and(|end| end == "wasm");
        let group = match (part.as_deref(), &**name) {
            (Some("names" | "weights"), _) => &mut learnt,
            (Some("along"), _) => &mut along,
            (Some(_), _) => &mut desk,
            (_, name) if is_wasm && name.contains("core_bg") => &mut core,
            (_, name) if is_wasm && name.contains("app_bg") => &mut app,
            (_, name) if FOR_LATER.contains(&name) => {
                later_files += 1;
                &mut later
            }
            _ => &mut rest,
        };
        *group += size;
    }
    if [core, app, desk, along, learnt].contains(&0) {
        return Err("the site lacks a wasm module; `cargo xtask build` makes it".into());
    }
    if later_files != FOR_LATER.len() {
        return Err(format!("the site lacks one of {}", FOR_LATER.join(", ")).into());
    }
    let within: Vec<_> = WITHIN_CORE
        .iter()
        .map(|file| {
            let (name, file) = ((*file).to_owned(), root().join("src/data").join(file));
            Piece { name, part: None, file, range: None }
        })
        .collect();
    let within: u64 = compressed(&within)?.iter().sum();
    let group = |name, size, limit| Group { name, size, limit };
    Ok([
        group("core wasm", core, CORE_LIMIT),
        group("app wasm", app, APP_LIMIT),
        group("app wasm that comes after the first marks", desk, DESK_LIMIT),
        group("app wasm that corrects and exports", along, ALONG_LIMIT),
        group("all else, before the page can be used", rest, REST_LIMIT),
        group("for later visits without a network", later, LATER_LIMIT),
        group("weights and gazetteers", within + learnt, KNOWLEDGE_LIMIT),
        group("core wasm with what it learns", core + learnt, WHOLE_CORE_LIMIT),
    ])
}

/// What is compressed by itself: a file, or a part of one.
struct Piece {
    name: String,
    /// The part's name.
    part: Option<String>,
    file: PathBuf,
    /// The bytes of the part.
    range: Option<(u64, u64)>,
}

/// What each file weighs by itself, compressed.
pub fn of(files: &[PathBuf]) -> Result<Vec<u64>> {
    let piece = |file: &PathBuf| Piece {
        name: file.display().to_string(),
        part: None,
        file: file.clone(),
        range: None,
    };
    compressed(&files.iter().map(piece).collect::<Vec<_>>())
}

fn collect(folder: &Path, files: &mut Vec<PathBuf>) -> std::io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            collect(&path, files)?;
        } else {
            files.push(path);
        }
    }
    Ok(())
}

fn compressed(pieces: &[Piece]) -> Result<Vec<u64>> {
    let arguments = pieces.iter().map(|Piece { file, range, .. }| {
        let (start, end) = range.unzip();
        json!([file, start.unwrap_or(0), end]).to_string().replace(",null]", "]")
    });
    let text = run_quietly(command("node").args(["--eval", BROTLI, "--"]).args(arguments))?;
    let sizes: Vec<u64> = text.lines().map(str::parse).collect::<std::result::Result<_, _>>()?;
    if sizes.len() == pieces.len() {
        Ok(sizes)
    } else {
        Err("node printed no size for a file".into())
    }
}
