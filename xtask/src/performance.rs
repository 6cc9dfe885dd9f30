//! `cargo xtask performance`: how fast newsmark reads, written to `docs/performance.md`.
//!
//! Speed is given as instructions, counted by callgrind: nearly the same number on every run of the same
//! binary, whatever else the machine does. Words per second, which every machine answers
//! differently, come from `cargo bench` and stand beside them.

use std::fs;

use crate::{
    browsers,
    instructions::{self, Counts},
    size,
    step::{Result, command, root, run_quietly, step},
    toolchain::Toolchain,
    wasm,
};

/// What is said over the tables of `benches/boundary.mjs`.
const BOUNDARY: &str = "By `cargo xtask boundary`, which compiles `benches/boundary/`, a module with the ways and \
    nothing else, and runs `node benches/boundary.mjs`: medians of rounds in which all ways take turns. Code is what a \
    way adds to that module. What is in use: `annotate` makes the object, and the worker `JSON.stringify` of it, which the \
    page's Rust reads. Packed numbers are the fastest for the first, a small part of what reading the article takes, and \
    need a reader in the JavaScript of every host. JSON by the core is the fastest for the second, and would come on top of \
    serde-wasm-bindgen, which makes the object: more code before the first marks. Sizes are of this module, which is \
    compiled for speed alone.";

/// Measures and rewrites the page.
pub fn run_measurements() -> Result {
    let measured = Measured {
        counts: instructions::count()?,
        bench: step("words per second", || {
            run_quietly(command("cargo").args(["bench", "--quiet", "--bench", "annotate"]))
        })?,
        sizes: size::table().unwrap_or_else(|why| format!("not measured: {why}\n")),
        wasm: step("in WebAssembly", || run_quietly(command("node").arg("benches/wasm.mjs")))?,
        boundary: handing_over()?,
        desk: step("the page", || run_quietly(command("node").arg("benches/page.mjs")))?,
    };
    fs::write(root().join("docs/performance.md"), page(&measured))?;
    println!("wrote docs/performance.md");
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

/// What the page is made of.
struct Measured {
    counts: Counts,
    bench: String,
    sizes: String,
    wasm: String,
    boundary: String,
    desk: String,
}

fn page(measured: &Measured) -> String {
    let Measured { counts, bench, sizes, wasm, boundary, desk } = measured;
    // The bench draws a table with box characters; only its text belongs here.
    let bench: Vec<&str> = bench.lines().filter(|line| !line.trim().is_empty()).collect();
    let bench = bench.join("\n");
    format!(
        "# Performance\n\nPrinted by `cargo xtask performance`; times of other machines differ, \
         counts hardly.\n\n## Instructions\n\n{table}\nCounted by callgrind over the \
         {kb} kB of the golden articles, one by one. `whole` is `annotate`; the stages are what it does, \
         each given what it is given there (`benches/stages`). `start` is what a program does once, and `command` the \
         whole command with its start, which writes JSON. CI refuses more than 3 % more of any \
         (`cargo xtask instructions`).\n\n## Words per second\n\nNative, one \
         thread, by `cargo bench --bench annotate` (divan; `item/s` is words per second; `whole` \
         reads an article of 200, 2,000 and 20,000 words).\n\n```text\n{bench}\n```\n\n## In WebAssembly\n\nThe \
         module of the page in Node, one thread: an article of 480 words, the report as an object of \
         JavaScript included, 50 runs after 100. By `node benches/wasm.mjs`, which also times the \
         library compromise where `COMPROMISE` names its file. Compiled for wasm's SIMD (`simd128`) the core was \
         larger and no faster, so it is not.\n\n{wasm}\n## Handing a report to JavaScript\n\n\
         {BOUNDARY}\n\n{boundary}## The page\n\nIn Chromium, over the built site, by `node \
         benches/page.mjs`: long articles are the golden ones with other names in each copy; the phone has \
         1.6 Mbit/s, 150 ms and a processor four times as slow.\n\n{desk}\n## Download\n\nBrotli \
         bytes of the first visit, by `cargo xtask size`; the limits are gates in CI.\n\n{sizes}",
        table = counts.table(),
        kb = counts.bytes / 1000,
    )
}
