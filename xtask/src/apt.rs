//! Debian packages.

use std::process::Command;

use crate::step::{Result, command, on_path, run_quietly, step, succeeds};

pub fn is_available() -> bool {
    on_path(&["apt-get"]).is_some() && on_path(&["dpkg-query"]).is_some()
}

/// Those of `packages` that are not installed.
pub fn missing<'a>(packages: &[&'a str]) -> Vec<&'a str> {
    packages.iter().copied().filter(|package| version(package).is_err()).collect()
}

/// The installed version of `package`.
pub fn version(package: &str) -> Result<String> {
    let text = run_quietly(command("dpkg-query").args([
        "-W",
        "-f=${db:Status-Status} ${Version}",
        package,
    ]))?;
    let version = text.strip_prefix("installed ");
    version.map(str::to_owned).ok_or_else(|| format!("{package} is not installed").into())
}

/// Installs those of `packages` that are missing.
pub fn install(packages: &[&str]) -> Result {
    let missing = missing(packages);
    if missing.is_empty() {
        return Ok(());
    }
    let names = missing.join(" ");
    let by_hand = format!("install by hand: `sudo apt-get install {names}`");
    if !may_be_root() {
        return Err(format!("{names} cannot be installed without a password; {by_hand}").into());
    }
    step(&format!("apt-get install {names}"), || {
        // An old list still serves where a mirror cannot be reached.
        let updated = run_quietly(as_root("apt-get").args(["update", "-qq"]));
        run_quietly(
            as_root("apt-get")
                .env("DEBIAN_FRONTEND", "noninteractive")
                .args(["install", "-y", "-qq", "--no-install-recommends"])
                .args(&missing),
        )
        .map_err(|error| match updated {
            Ok(_) => format!("{error}\n{by_hand}"),
            Err(update) => format!("{update}\n{error}\n{by_hand}"),
        })?;
        Ok(())
    })
}

/// `program`, as root: directly, or through `sudo` where that asks no password.
pub fn as_root(program: &str) -> Command {
    if is_root() {
        return command(program);
    }
    let mut sudo = command("sudo");
    sudo.args(["-n", "--preserve-env=DEBIAN_FRONTEND", program]);
    sudo
}

fn may_be_root() -> bool {
    is_root() || succeeds(command("sudo").args(["-n", "true"]))
}

fn is_root() -> bool {
    run_quietly(command("id").arg("-u")).is_ok_and(|id| id.trim() == "0")
}
