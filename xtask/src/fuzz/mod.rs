//! `cargo xtask fuzz`: inputs that nobody would think of, made by LLVM's libFuzzer, which keeps those that reach
//! code no other has reached. See `docs/fuzzing.md`.
//!
//! The instrumentation is asked of rustc by flags that stable versions have, so that neither a nightly Rust nor
//! `cargo-fuzz` is needed.

mod dictionary;
mod log;
mod seeds;

use std::{
    fs::{self, File},
    path::{Path, PathBuf},
    process::{Command, Stdio},
    time::Instant,
};

use log::Run;

use crate::{
    apt,
    step::{Result, on_path, root, run, run_quietly, step},
    toolchain::Toolchain,
};

const USAGE: &str = "usage: cargo xtask fuzz [TARGET ...] [--seconds N] [--rounds N] [--in FOLDER]
       cargo xtask fuzz --table FOLDER

  --seconds N     for each target; 60 by default
  --rounds N      over all targets, one after another; 1 by default
  --in FOLDER     program, corpus, finds, logs and runs.tsv are there, so that a long run minds no change of the
                  sources; fuzz/ and target/fuzz/ by default
  --table FOLDER  what the runs in that folder came to, as a table";

/// A target: its file in `fuzz/src/targets/`, what it is started with, and the longest input, in bytes.
#[derive(Clone, Copy)]
struct Target {
    name: &'static str,
    seeds: fn() -> Vec<Vec<u8>>,
    dictionary: &'static str,
    longest: u32,
}

const fn target(
    name: &'static str,
    seeds: fn() -> Vec<Vec<u8>>,
    dictionary: &'static str,
    longest: u32,
) -> Target {
    Target { name, seeds, dictionary, longest }
}

const TARGETS: &[Target] = &[
    target("annotate", seeds::articles, "text", 8_000),
    target("dates", || seeds::rules("date"), "text", 4_000),
    target("amounts", || seeds::rules("amount"), "text", 4_000),
    target("entities", seeds::names, "text", 4_000),
    target("quotes", || seeds::rules("quote"), "text", 4_000),
    target("growth", seeds::pieces, "text", 97),
    target("session", seeds::bytes, "", 4_000),
    target("options", seeds::bytes, "", 4_000),
    target("corrections", seeds::bytes, "", 2_000),
    target("patch", seeds::patches, "json", 20_000),
    target("lexicon", seeds::lexicons, "json", 20_000),
    target("edit", seeds::reports, "json", 40_000),
    target("answer", seeds::answers, "json", 40_000),
    target("export", seeds::articles, "text", 4_000),
    target("paste", seeds::markup, "markup", 16_000),
];

/// Coverage as libFuzzer reads it; by counters in the code, with what is compared.
const FLAGS: &[&str] = &[
    "-Cpasses=sancov-module",
    "-Cllvm-args=-sanitizer-coverage-level=4",
    "-Cllvm-args=-sanitizer-coverage-inline-8bit-counters",
    "-Cllvm-args=-sanitizer-coverage-pc-table",
    "-Cllvm-args=-sanitizer-coverage-trace-compares",
    // Branches that are folded into one are one to the fuzzer.
    "-Cllvm-args=-simplifycfg-branch-fold-threshold=0",
    "--cfg",
    "fuzzing",
    "-Ccodegen-units=1",
];

/// No input may need more memory, or take so long: what is slow is found by the targets' own budget, in the time that
/// they were given, and what never ends by this, in the clock's, which goes on while others have the processor.
const LIMITS: &[&str] = &["-timeout=100", "-rss_limit_mb=1024"];

/// A run ends after so many finds.
const FINDS: usize = 3;

/// What a run is asked for.
struct Wish {
    targets: Vec<Target>,
    seconds: u64,
    rounds: u32,
    folder: Option<PathBuf>,
}

/// Where the program, corpus and finds are.
struct Place {
    program: PathBuf,
    dictionaries: PathBuf,
    corpus: PathBuf,
    finds: PathBuf,
    logs: PathBuf,
}

pub fn run_fuzzer(args: &[String]) -> Result {
    if let [flag, folder] = args
        && flag == "--table"
    {
        println!("{}", log::table(Path::new(folder))?);
        return Ok(());
    }
    let wish = read(args)?;
    let place = prepare(wish.folder.as_deref(), &wish.targets)?;
    let mut found = 0;
    for round in 1..=wish.rounds {
        for target in &wish.targets {
            let done = fuzz(&place, target, wish.seconds, None)?;
            println!("{round}: {}", done.line());
            log::keep(&place.logs, &done)?;
            found += done.finds;
        }
    }
    if found == 0 {
        Ok(())
    } else {
        Err(format!("{found} finds in {}", place.finds.display()).into())
    }
}

/// Every target for `seconds`, always with the same numbers; how many found nothing.
pub fn check(seconds: u64) -> Result<u32> {
    // What earlier runs found would make each run another.
    let folder = root().join("target/fuzz/check");
    if folder.exists() {
        fs::remove_dir_all(&folder)?;
    }
    let place = prepare(Some(&folder), TARGETS)?;
    let mut sound = 0;
    let mut wrong = Vec::new();
    for target in TARGETS {
        let done = fuzz(&place, target, seconds, Some(1))?;
        println!("{}", done.line());
        if done.finds == 0 {
            sound += 1;
        } else {
            wrong.push(target.name);
        }
    }
    if wrong.is_empty() { Ok(sound) } else { Err(format!("finds in {}", wrong.join(", ")).into()) }
}

fn read(args: &[String]) -> Result<Wish> {
    let mut wish = Wish { targets: Vec::new(), seconds: 60, rounds: 1, folder: None };
    let mut args = args.iter();
    while let Some(arg) = args.next() {
        let mut value = || args.next().ok_or_else(|| format!("{arg} needs a value\n{USAGE}"));
        match arg.as_str() {
            "--seconds" => wish.seconds = value()?.parse()?,
            "--rounds" => wish.rounds = value()?.parse()?,
            "--in" => wish.folder = Some(PathBuf::from(value()?)),
            name => {
                let known = TARGETS.iter().find(|target| target.name == name);
                let names = || TARGETS.iter().map(|t| t.name).collect::<Vec<_>>().join(" ");
                let known =
                    known.ok_or_else(|| format!("no target `{name}`: {}\n{USAGE}", names()))?;
                wish.targets.push(*known);
            }
        }
    }
    if wish.targets.is_empty() {
        wish.targets = TARGETS.to_vec();
    }
    Ok(wish)
}

/// Builds the program, and writes dictionaries and first inputs.
fn prepare(folder: Option<&Path>, targets: &[Target]) -> Result<Place> {
    if !cfg!(target_os = "linux") {
        return Err("fuzzing is set up for Linux alone".into());
    }
    let built = step("fuzz targets", build)?;
    let place = match folder {
        None => Place {
            program: built,
            dictionaries: root().join("target/fuzz/dictionaries"),
            corpus: root().join("fuzz/corpus"),
            finds: root().join("fuzz/artifacts"),
            logs: root().join("target/fuzz/logs"),
        },
        Some(folder) => {
            let folder = std::path::absolute(folder)?;
            fs::create_dir_all(&folder)?;
            let program = folder.join("program");
            // Anew and not over it: an older run may still have it open.
            if program.exists() {
                fs::remove_file(&program)?;
            }
            fs::copy(built, &program)?;
            Place {
                program,
                dictionaries: folder.join("dictionaries"),
                corpus: folder.join("corpus"),
                finds: folder.join("finds"),
                logs: folder.clone(),
            }
        }
    };
    dictionary::write(&place.dictionaries)?;
    fs::create_dir_all(&place.logs)?;
    for target in targets {
        let corpus = place.corpus.join(target.name);
        fs::create_dir_all(&corpus)?;
        fs::create_dir_all(place.finds.join(target.name))?;
        for (i, seed) in (target.seeds)().iter().enumerate() {
            let cut = seed.get(..target.longest as usize).unwrap_or(seed);
            fs::write(corpus.join(format!("seed-{i:03}")), cut)?;
        }
    }
    Ok(place)
}

/// The program that has all targets.
fn build() -> Result<PathBuf> {
    // libFuzzer comes as C++.
    if on_path(&["c++"]).is_none() {
        apt::install(&["g++"])?;
    }
    let told = run_quietly(Toolchain::Active.rustc().arg("-vV"))?;
    let host = told.lines().find_map(|line| line.strip_prefix("host: "));
    let host = host.ok_or("`rustc -vV` names no host")?;
    let folder = root().join("target/fuzz");
    // A target is named so that build scripts and macros, which run here as well, are compiled without the flags.
    run(Toolchain::Active
        .cargo()
        .args(["build", "--quiet", "--release", "--locked", "--manifest-path", "fuzz/Cargo.toml"])
        .args(["--target", host, "--target-dir"])
        .arg(&folder)
        .env_remove("RUSTFLAGS")
        .env("CARGO_ENCODED_RUSTFLAGS", FLAGS.join("\u{1f}")))?;
    Ok(folder.join(host).join("release/all"))
}

/// Runs one target, again after a find, until the time is over.
fn fuzz(place: &Place, target: &Target, seconds: u64, seed: Option<u32>) -> Result<Run> {
    let (start, before) = (Instant::now(), processor()?);
    let log = place.logs.join(format!("{}.log", target.name));
    let mut done = Run { target: target.name.to_owned(), ..Run::default() };
    loop {
        let left = seconds.saturating_sub(start.elapsed().as_secs());
        if left == 0 || done.finds >= FINDS {
            break;
        }
        let known = finds(place, target)?;
        let mut program = program(place, target);
        program
            .arg(format!("-max_total_time={left}"))
            .arg(format!("-max_len={}", target.longest))
            .args(["-print_final_stats=1", "-reload=0", "-use_value_profile=0"])
            .args(seed.map(|seed| format!("-seed={seed}")));
        if !target.dictionary.is_empty() {
            let file = place.dictionaries.join(format!("{}.dict", target.dictionary));
            program.arg(format!("-dict={}", file.display()));
        }
        let status = program
            .arg(place.corpus.join(target.name))
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(File::create(&log)?)
            .status()?;
        let text = String::from_utf8_lossy(&fs::read(&log)?).into_owned();
        done.add(&text);
        if status.success() {
            break;
        }
        if !log::is_find(&text) {
            return Err(format!("{} ended with {status}:\n{}", target.name, log::end(&text)).into());
        }
        done.finds += 1;
        let new: Vec<_> =
            finds(place, target)?.into_iter().filter(|f| !known.contains(f)).collect();
        if new.is_empty() {
            // One that lies there already, and would be found again and again: its input is in the corpus.
            eprintln!("✗ {}: known: {}", target.name, log::reason(&text));
            break;
        }
        for find in new {
            told(place, target, &find, &text)?;
        }
    }
    done.seconds = start.elapsed().as_secs();
    done.processor = processor()? - before;
    Ok(done)
}

/// Seconds of the processor that programs started here have had, of those that have ended: `cutime` and `cstime` of
/// proc(5), in ticks, of which Linux tells programs a hundred a second.
fn processor() -> Result<u64> {
    let stat = fs::read_to_string("/proc/self/stat")?;
    // The second field is a name in brackets, which may hold anything.
    let fields = stat.rsplit(')').next().unwrap_or_default().split_whitespace();
    let ticks: Vec<u64> = fields.skip(13).take(2).filter_map(|ticks| ticks.parse().ok()).collect();
    if let [user, system] = ticks[..] {
        Ok((user + system) / 100)
    } else {
        Err(format!("/proc/self/stat is not as expected: {stat}").into())
    }
}

fn program(place: &Place, target: &Target) -> Command {
    // In no folder of the sources, which may be gone when a long run is not over.
    let mut program = Command::new(&place.program);
    program.env("NEWSMARK_TARGET", target.name);
    let finds = place.finds.join(target.name);
    program.args(LIMITS).arg(format!("-artifact_prefix={}/", finds.display()));
    program
}

/// Makes the input of a find as small as half a minute allows, and prints it with what it did.
fn told(place: &Place, target: &Target, find: &Path, log: &str) -> Result {
    let name = find.file_name().unwrap_or_default().to_string_lossy().into_owned();
    let small = find.with_file_name(format!("small-{name}"));
    // Fails where nothing smaller does it: then the input stays as it is.
    let _ = program(place, target)
        .args(["-minimize_crash=1", "-max_total_time=30"])
        .arg(format!("-exact_artifact_path={}", small.display()))
        .arg(find)
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .status();
    let least = if small.exists() { &small } else { find };
    let input = fs::read(least)?;
    eprintln!("✗ {}: {}\n  {}", target.name, least.display(), log::reason(log));
    eprintln!(
        "  {} bytes: {:?}",
        input.len(),
        String::from_utf8_lossy(input.get(..400).unwrap_or(&input))
    );
    let report = format!("{}\n{}\n", log::reason(log), log::end(log));
    fs::write(find.with_extension("txt"), report)?;
    Ok(())
}

/// What was found so far: the inputs as they were, without what was made of them.
fn finds(place: &Place, target: &Target) -> Result<Vec<PathBuf>> {
    let mut found = Vec::new();
    for entry in fs::read_dir(place.finds.join(target.name))? {
        let path = entry?.path();
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        let kinds = ["crash-", "timeout-", "oom-", "leak-"];
        if kinds.iter().any(|kind| name.starts_with(kind)) && path.extension().is_none() {
            found.push(path);
        }
    }
    found.sort();
    Ok(found)
}
