//! `cargo xtask growth`: what articles of 1 kB to 10 MB cost in time and memory, written to `docs/growth.md` and
//! `docs/growth.svg`; it fails where time or memory grow faster than the text.

mod judge;
mod plot;
mod table;

use std::{
    fs,
    path::{Path, PathBuf},
};

use crate::{
    callgrind, instructions,
    step::{Result, command, root, run_quietly, step},
};

/// The longest text that is read without being asked to.
const USUAL: u64 = 2 << 20;
/// Beyond that, natively: what `maxBytes` allows.
const LONGEST: u64 = 10_000_000;
/// Instructions are counted up to here; beyond, callgrind takes minutes.
const COUNTED: u64 = 128 << 10;

/// What one article costs one program.
#[derive(Clone, Copy, Debug, Default)]
struct Cost {
    /// Bytes of the article; a letter that would go beyond is not in it.
    bytes: u64,
    /// Nanoseconds of the processor for the whole of it.
    whole: u64,
    /// The same after a letter was typed.
    keystroke: u64,
    /// Bytes of memory at the height.
    memory: u64,
}

impl Cost {
    /// What the programs print for an article of about `bytes`: its length, and the three costs.
    fn read(line: &str, bytes: u64) -> Option<Self> {
        let mut numbers = line.split_whitespace().skip(1).map(|n| n.parse().ok());
        let mut next = || numbers.next()?;
        Some(Self { bytes, whole: next()?, keystroke: next()?, memory: next()? })
    }
}

/// Instructions for one article, natively.
#[derive(Clone, Copy, Debug)]
struct Counted {
    bytes: u64,
    whole: u64,
    keystroke: u64,
}

/// What was measured, shortest first.
#[derive(Debug, Default)]
struct Growth {
    native: Vec<Cost>,
    wasm: Vec<Cost>,
    counted: Vec<Counted>,
}

/// Measures, writes both files, and fails where something grows too fast.
pub fn run_measurements() -> Result {
    callgrind::install()?;
    let built = instructions::build(&root(), &root().join("target"))?;
    let folder = root().join("target/growth");
    fs::create_dir_all(&folder)?;
    // Minutes go by, in which another program may be built there.
    let stages = folder.join("stages");
    fs::copy(built, &stages)?;
    let usual: Vec<u64> = (10..=21).map(|power| 1 << power).collect();
    let texts = |sizes: &[u64]| {
        run_quietly(
            command("node")
                .args(["benches/growth.mjs", "texts"])
                .arg(&folder)
                .args(sizes.iter().map(ToString::to_string)),
        )
    };
    texts(&usual)?;
    texts(&[LONGEST])?;

    let mut growth = Growth::default();
    for &size in usual.iter().chain([&LONGEST]) {
        let file = folder.join(format!("{size}.txt"));
        growth.native.push(step(&format!("{size} bytes"), || native(&stages, size, &file))?);
        if size <= COUNTED {
            growth.counted.push(step("callgrind", || counted(&stages, size, &file))?);
        }
        if size <= USUAL {
            growth.wasm.push(step("in WebAssembly", || wasm(size, &file))?);
        }
    }
    fs::write(root().join("docs/growth.svg"), plot::draw(&growth))?;
    fs::write(root().join("docs/growth.md"), table::page(&growth)?)?;
    println!("wrote docs/growth.md and docs/growth.svg");
    judge::check(&growth)
}

/// Short articles are read more often: the best of more says more.
fn rounds(size: u64) -> String {
    (4 * COUNTED / size).clamp(3, 60).to_string()
}

fn native(stages: &Path, size: u64, file: &PathBuf) -> Result<Cost> {
    let line = run_quietly(command(stages).args(["grow", &rounds(size)]).arg(file))?;
    Cost::read(&line, size).ok_or_else(|| format!("stages printed no costs: {line}").into())
}

fn wasm(size: u64, file: &PathBuf) -> Result<Cost> {
    let line =
        run_quietly(command("node").args(["benches/growth.mjs", "read", &rounds(size)]).arg(file))?;
    Cost::read(&line, size).ok_or_else(|| format!("growth.mjs printed no costs: {line}").into())
}

fn counted(stages: &Path, bytes: u64, file: &Path) -> Result<Counted> {
    let args = ["grow".as_ref(), "1".as_ref(), file.as_os_str()];
    let counts = callgrind::by_function(stages, &args, instructions::MODULE)?;
    let of = |name: &str| counts.get(name).copied().ok_or(format!("{name} was not called"));
    Ok(Counted { bytes, whole: of("whole")?, keystroke: of("keystroke")? })
}
