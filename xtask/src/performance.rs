//! `cargo xtask performance`: how fast newsmark reads, written to `docs/performance.md`.
//!
//! Speed is given as instructions, counted by callgrind: the same number on every run of the same
//! binary, whatever else the machine does. Words per second, which every machine answers
//! differently, come from `cargo bench` and stand beside them.

use std::{fs, path::PathBuf, process::Command};

use crate::{
    apt, browsers, size,
    step::{Result, command, root, run, run_quietly, step},
    toolchain::Toolchain,
    wasm,
};

/// How many times the golden articles are read in the longer run; the shorter reads them once, and
/// the difference leaves out the start of the program.
const COPIES: usize = 5;

/// What is said over the tables of `benches/boundary.mjs`.
const BOUNDARY: &str = "By `cargo xtask boundary`, which compiles `benches/boundary/`, a module with the ways and \
    nothing else, and runs `node benches/boundary.mjs`: medians of rounds in which all ways take turns. Code is what a \
    way adds to that module. What is in use: `annotate` makes the object, and the worker `JSON.stringify` of it, which the \
    page's Rust reads. Packed numbers save a quarter for the first, some hundredths of what reading the article takes, and \
    need a reader in the JavaScript of every host. JSON by the core saves more than half for the second, a tenth of the \
    time after a keystroke, for 5.3 kB of brotli beside serde-wasm-bindgen: more than the core's limit leaves, and 27 ms \
    of the phone's line before the first marks. In the place of serde-wasm-bindgen, with `JSON.parse` for `annotate`, it is \
    1.1 kB.";

/// Measures and rewrites the page.
pub fn run_measurements() -> Result {
    apt::install(&["valgrind"])?;
    step("release build of the command", || {
        run(command("cargo").args(["build", "--quiet", "--release", "--features", "cli"]))
    })?;
    let text = articles()?;
    let once = step("callgrind, once", || instructions(&text, 1))?;
    let often = step("callgrind, longer", || instructions(&text, COPIES))?;
    let read = (text.len() * (COPIES - 1)) as u64;
    let per_kb = often.saturating_sub(once) * 1000 / read.max(1);
    let bench = step("words per second", || {
        run_quietly(command("cargo").args(["bench", "--quiet", "--bench", "annotate"]))
    })?;
    let measured = Measured {
        per_kb,
        once,
        bytes: text.len(),
        bench,
        sizes: size::table().unwrap_or_else(|why| format!("not measured: {why}\n")),
        wasm: step("in WebAssembly", || run_quietly(command("node").arg("benches/wasm.mjs")))?,
        boundary: handing_over()?,
        desk: step("the page", || run_quietly(command("node").arg("benches/page.mjs")))?,
    };
    fs::write(root().join("docs/performance.md"), page(&measured))?;
    println!("docs/performance.md: {per_kb} instructions per kB");
    Ok(())
}

/// Prints what each way of handing a report to JavaScript takes.
pub fn print_boundary() -> Result {
    println!("{}", handing_over()?);
    Ok(())
}

fn handing_over() -> Result<String> {
    step("the boundary's module", || wasm::build_boundary(Toolchain::for_wasm()?))?;
    step("the boundary", || {
        let mut bench = command("node");
        run_quietly(bench.arg("benches/boundary.mjs").env("CHROMIUM", browsers::chromium()?))
    })
}

/// The golden articles as one text.
fn articles() -> Result<String> {
    let mut files: Vec<PathBuf> = fs::read_dir(root().join("tests/golden"))?
        .filter_map(|entry| Some(entry.ok()?.path()))
        .filter(|path| path.extension().is_some_and(|e| e == "txt"))
        .collect();
    files.sort();
    let texts: std::result::Result<Vec<_>, _> = files.iter().map(fs::read_to_string).collect();
    Ok(texts?.join("\n\n"))
}

/// Instructions that the command takes to annotate `copies` articles of `text`, one after another.
fn instructions(text: &str, copies: usize) -> Result<u64> {
    let folder = root().join("target/performance");
    fs::create_dir_all(&folder)?;
    let mut call = Command::new("valgrind");
    call.args(["--tool=callgrind", "--callgrind-out-file=/dev/null"]);
    call.arg(root().join("target/release/newsmark"));
    for copy in 0..copies {
        let file = folder.join(format!("{copy}.txt"));
        fs::write(&file, text)?;
        call.arg(file);
    }
    call.args(["--format", "jsonl"]);
    let output = call.output()?;
    let log = String::from_utf8_lossy(&output.stderr);
    let counted =
        log.lines().find_map(|line| line.split_once("Collected :")?.1.trim().parse().ok());
    counted.ok_or_else(|| format!("callgrind counted nothing:\n{log}").into())
}

/// What the page is made of.
struct Measured {
    per_kb: u64,
    once: u64,
    bytes: usize,
    bench: String,
    wasm: String,
    boundary: String,
    desk: String,
    sizes: String,
}

fn page(measured: &Measured) -> String {
    let Measured { per_kb, once, bytes, bench, wasm, boundary, desk, sizes } = measured;
    // The bench draws a table with box characters; only its text belongs here.
    let bench: Vec<&str> = bench.lines().filter(|line| !line.trim().is_empty()).collect();
    let bench = bench.join("\n");
    format!(
        "# Performance\n\nPrinted by `cargo xtask performance`; numbers of other machines differ, \
         the counts do not.\n\n## Instructions\n\n| what | count |\n|---|---|\n| instructions per kB \
         of text, native, everything but the start | {per_kb} |\n| one run of the command over {kb} \
         kB of the golden articles, start included | {once} |\n\nCounted by callgrind: the golden \
         articles read {COPIES} times less the same read once.\n\n## Words per second\n\nNative, one \
         thread, by `cargo bench --bench annotate` (divan; `item/s` is words per second; `whole` \
         reads an article of 200, 2,000 and 20,000 words).\n\n```text\n{bench}\n```\n\n## In WebAssembly\n\nThe \
         module of the page in Node, one thread: an article of 480 words, the report as an object of \
         JavaScript included, 50 runs after 100. By `node benches/wasm.mjs`, which also times the \
         library compromise where `COMPROMISE` names its file.\n\n{wasm}\n## Handing a report to JavaScript\n\n\
         {BOUNDARY}\n\n{boundary}## The page\n\nIn Chromium, over the built site, by `node \
         benches/page.mjs`: long articles are the golden ones with other names in each copy; the phone has \
         1.6 Mbit/s, 150 ms and a processor four times as slow.\n\n{desk}\n## Download\n\nBrotli \
         bytes of the first visit, by `cargo xtask size`; the limits are gates in CI.\n\n{sizes}",
        kb = bytes / 1000,
    )
}
