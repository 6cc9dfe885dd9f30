//! `cargo xtask performance`: how fast newsmark reads, written to `docs/performance.md`.
//!
//! Speed is given as instructions, counted by callgrind: nearly the same number on every run of the same
//! binary, whatever else the machine does. Words per second, which every machine answers
//! differently, come from `cargo bench` and stand beside them.

use std::fs;

use crate::{
    instructions::{self, Counts},
    size,
    step::{Result, command, root, run_quietly, step},
};

/// Measures and rewrites the page.
pub fn run_measurements() -> Result {
    let counts = instructions::count()?;
    let bench = step("words per second", || {
        run_quietly(command("cargo").args(["bench", "--quiet", "--bench", "annotate"]))
    })?;
    let sizes = size::table().unwrap_or_else(|why| format!("not measured: {why}\n"));
    let wasm = step("in WebAssembly", || run_quietly(command("node").arg("benches/wasm.mjs")))?;
    let desk = step("the page", || run_quietly(command("node").arg("benches/page.mjs")))?;
    let page = page(&counts, &bench, &wasm, &desk, &sizes);
    fs::write(root().join("docs/performance.md"), page)?;
    println!("wrote docs/performance.md");
    Ok(())
}

fn page(counts: &Counts, bench: &str, wasm: &str, desk: &str, sizes: &str) -> String {
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
         library compromise where `COMPROMISE` names its file.\n\n{wasm}\n## The page\n\nIn Chromium, over the built site, by `node \
         benches/page.mjs`: long articles are the golden ones with other names in each copy; the phone has \
         1.6 Mbit/s, 150 ms and a processor four times as slow.\n\n{desk}\n## Download\n\nBrotli \
         bytes of the first visit, by `cargo xtask size`; the limits are gates in CI.\n\n{sizes}",
        table = counts.table(),
        kb = counts.bytes / 1000,
    )
}
