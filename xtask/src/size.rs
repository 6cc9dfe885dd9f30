//! `cargo xtask size`: what visits load, against its limits.

use std::{
    fs,
    path::{Path, PathBuf},
};

use crate::{
    step::{Result, command, root, run_quietly},
    web,
};

/// Bytes after brotli at its best, as a good server sends them.
const CORE_LIMIT: u64 = 450_000;
/// The page that shows an article.
const APP_LIMIT: u64 = 200_000;
/// Wanted are 100,000: 60,000 for the desk around it, and 40,000 for what readers correct and take along. It
/// has 216,000 so far: this keeps it from growing.
const DESK_LIMIT: u64 = 217_000;
const REST_LIMIT: u64 = 60_000;
/// What the first visit loads beside the page, for later: worker, manifest, the help page in two
/// languages.
const LATER_LIMIT: u64 = 19_000;
/// The tagger's weights and all gazetteers, wherever they are.
const KNOWLEDGE_LIMIT: u64 = 700_000;
/// The core with what it learns.
const WHOLE_CORE_LIMIT: u64 = 1_000_000;

/// Files of the site that no visit of the page loads.
const NOT_LOADED: &[&str] = &["404.html", ".nojekyll"];

/// Files that the page itself never waits for: they make later visits work without a network.
const FOR_LATER: &[&str] = &["sw.js", "help.html", "help.de.html", "manifest.webmanifest"];

/// The parts of the gazetteers that are within the core, in `src/data/`.
const WITHIN_CORE: &[&str] = &["names.entries", "names.txt", "names.values"];

/// Node has the compressor: no crate need be built for it.
const BROTLI: &str = "
    const { readFileSync } = require('node:fs');
    const { brotliCompressSync, constants } = require('node:zlib');
    const params = { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_LGWIN]: 22 };
    for (const file of process.argv.slice(1))
        console.log(brotliCompressSync(readFileSync(file), { params }).length);
";

/// What loads together, and how much it may weigh.
struct Group {
    name: &'static str,
    size: u64,
    limit: u64,
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

/// The weights of the site in `dist/`; each file is printed.
fn groups() -> Result<[Group; 7]> {
    let site = web::dist();
    let mut files = Vec::new();
    collect(&site, &mut files).map_err(|error| {
        format!("{}: {error}; `cargo xtask build` makes the site", site.display())
    })?;
    files.retain(|file| !NOT_LOADED.iter().any(|name| file.ends_with(name)));
    files.sort();
    let sizes = compressed(&files)?;
    let (mut core, mut app, mut desk, mut rest, mut later) = (0, 0, 0, 0, 0);
    let (mut learnt, mut learnt_files, mut later_files) = (0, 0, 0);
    for (file, size) in files.iter().zip(sizes) {
        let name = file.strip_prefix(&site)?.to_string_lossy();
        println!("  {size:>9}  {name}");
        let is_wasm = name.ends_with(".wasm");
        let group = match &*name {
            name if is_wasm && name.contains("core_bg") => &mut core,
            name if is_wasm && name.contains("app_bg") => &mut app,
            name if is_wasm && name.contains("later") => &mut desk,
            name if is_learnt(name) => {
                learnt_files += 1;
                &mut learnt
            }
            name if FOR_LATER.contains(&name) => {
                later_files += 1;
                &mut later
            }
            _ => &mut rest,
        };
        *group += size;
    }
    if core == 0 || app == 0 || desk == 0 {
        return Err("the site lacks a wasm module; `cargo xtask build` makes it".into());
    }
    if later_files != FOR_LATER.len() {
        return Err(format!("the site lacks one of {}", FOR_LATER.join(", ")).into());
    }
    if learnt_files != 2 {
        return Err(
            format!("the site has {learnt_files} files for the core to learn, not 2").into()
        );
    }
    let within: Vec<_> =
        WITHIN_CORE.iter().map(|file| root().join("src/data").join(file)).collect();
    let within: u64 = compressed(&within)?.iter().sum();
    let group = |name, size, limit| Group { name, size, limit };
    Ok([
        group("core wasm", core, CORE_LIMIT),
        group("app wasm", app, APP_LIMIT),
        group("app wasm that comes after the first marks", desk, DESK_LIMIT),
        group("all else, before the page can be used", rest, REST_LIMIT),
        group("for later visits without a network", later, LATER_LIMIT),
        group("weights and gazetteers", within + learnt, KNOWLEDGE_LIMIT),
        group("core wasm with what it learns", core + learnt, WHOLE_CORE_LIMIT),
    ])
}

/// Whether the page loads the file while it can be used already (`www/load.ts`).
fn is_learnt(name: &str) -> bool {
    [".weights", ".more"].iter().any(|end| name.ends_with(end))
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

fn compressed(files: &[PathBuf]) -> Result<Vec<u64>> {
    let text = run_quietly(command("node").args(["--eval", BROTLI, "--"]).args(files))?;
    let sizes: Vec<u64> = text.lines().map(str::parse).collect::<std::result::Result<_, _>>()?;
    if sizes.len() == files.len() {
        Ok(sizes)
    } else {
        Err("node printed no size for a file".into())
    }
}
