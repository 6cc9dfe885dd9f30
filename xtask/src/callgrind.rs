//! Instructions, counted by callgrind: whatever else the machine does, two runs of the same program differ by less
//! than 0.2 %.

use std::{collections::BTreeMap, ffi::OsStr, fs, path::Path, process::Stdio};

use crate::{
    apt,
    step::{Result, command, on_path, root, run_quietly},
};

/// Installs valgrind where it is missing.
pub fn install() -> Result {
    if on_path(&["valgrind"]).is_some() { Ok(()) } else { apt::install(&["valgrind"]) }
}

/// Its version: another one counts otherwise.
pub fn version() -> Result<String> {
    Ok(run_quietly(command("valgrind").arg("--version"))?.trim().to_owned())
}

/// All instructions of `program`, from its start to its end.
pub fn total(program: &Path, args: &[impl AsRef<OsStr>]) -> Result<u64> {
    let log = under_callgrind(program, args, Path::new("/dev/null"))?;
    let counted =
        log.lines().find_map(|line| line.split_once("Collected :")?.1.trim().parse().ok());
    counted.ok_or_else(|| format!("callgrind counted nothing:\n{log}").into())
}

/// Instructions in each function of the module `module` (`program::module`) and in all that it calls, by the
/// function's name; for how many calls of it.
pub fn by_function(
    program: &Path,
    args: &[impl AsRef<OsStr>],
    module: &str,
) -> Result<BTreeMap<String, u64>> {
    let folder = root().join("target/instructions");
    fs::create_dir_all(&folder)?;
    let profile = folder.join("callgrind.out");
    under_callgrind(program, args, &profile)?;
    let counts = read(&fs::read_to_string(&profile)?, module);
    if counts.is_empty() {
        return Err(format!("{}: no function of {module} was called", program.display()).into());
    }
    Ok(counts)
}

/// What callgrind says on standard error.
fn under_callgrind(program: &Path, args: &[impl AsRef<OsStr>], profile: &Path) -> Result<String> {
    let mut out = std::ffi::OsString::from("--callgrind-out-file=");
    out.push(profile);
    let mut valgrind = command("valgrind");
    valgrind
        .args(["--tool=callgrind", "--compress-strings=no", "--compress-pos=no"])
        .arg(out)
        .arg(program)
        .args(args)
        .stdin(Stdio::null());
    let output = valgrind.output()?;
    let log = String::from_utf8_lossy(&output.stderr).into_owned();
    if output.status.success() {
        Ok(log)
    } else {
        Err(format!("{} under callgrind ended with {}:\n{log}", program.display(), output.status)
            .into())
    }
}

/// The costs of calls in a profile: `cfn=` names who is called, and the line after `calls=` ends with the
/// instructions of all those calls.
fn read(profile: &str, module: &str) -> BTreeMap<String, u64> {
    let prefix = format!("{module}::");
    let mut counts = BTreeMap::new();
    let mut called = None;
    let mut lines = profile.lines();
    while let Some(line) = lines.next() {
        if let Some(name) = line.strip_prefix("cfn=") {
            called = name.strip_prefix(&prefix);
        } else if line.starts_with("calls=") {
            let cost = lines.next().and_then(|line| line.rsplit(' ').next()?.parse::<u64>().ok());
            if let (Some(name), Some(cost)) = (called, cost) {
                // Names of older compilers end with a hash.
                let name = name.split("::").next().unwrap_or(name);
                *counts.entry(name.to_owned()).or_default() += cost;
            }
        }
    }
    counts
}

#[cfg(test)]
mod tests {
    use super::*;

    const PROFILE: &str = "fn=stages::main
1 7
cfn=stages::measured::dates
calls=2 0
1 500
cfi=x.c
cfn=malloc
calls=1 0
1 30

fn=stages::each
cfn=stages::measured::dates::h0a1b
calls=1 0
12 70
cfn=stages::measured_not::names
calls=1 0
1 9

fn=stages::measured::dates
1 450
";

    #[test]
    fn the_calls_of_a_modules_functions_are_added_and_no_others() {
        let counts = read(PROFILE, "stages::measured");
        assert_eq!(counts, BTreeMap::from([("dates".to_owned(), 570)]));
        assert!(read(PROFILE, "stages::other").is_empty());
    }
}
