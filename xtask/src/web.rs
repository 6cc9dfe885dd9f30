//! Node and the packages of `package-lock.json`.

use std::{
    fs,
    path::{Path, PathBuf},
    process::Command,
};

use crate::step::{Result, command, on_path, root, run, run_quietly, step};

/// What `package-lock.json` says: the versions of every tool that comes from npm.
pub fn locked() -> Result<String> {
    Ok(fs::read_to_string(root().join("package-lock.json"))?)
}

/// Installs the packages unless they are those of the lock file already.
pub fn install() -> Result {
    install_in(&root())
}

/// The same for another folder with a lock file.
pub fn install_in(folder: &Path) -> Result {
    check_node()?;
    let stamp = folder.join("node_modules/.newsmark-lock");
    let lock = fs::read_to_string(folder.join("package-lock.json"))?;
    if fs::read_to_string(&stamp).is_ok_and(|installed| installed == lock) {
        return Ok(());
    }
    step("npm ci", || {
        // No package here needs to run anything when it is installed.
        let mut npm = command("npm");
        npm.current_dir(folder).args(["ci", "--ignore-scripts", "--no-audit", "--no-fund"]);
        run_quietly(&mut npm)?;
        fs::write(&stamp, lock)?;
        Ok(())
    })
}

fn check_node() -> Result {
    let manifest: serde_json::Value =
        serde_json::from_str(&fs::read_to_string(root().join("package.json"))?)?;
    let wanted = manifest["engines"]["node"].as_str().unwrap_or_default().trim_start_matches(">=");
    let help = format!(
        "Node {wanted} or newer is needed, with npm: install it from nodejs.org, or with a version \
         manager (`nvm install 22`)"
    );
    if on_path(&["node"]).is_none() || on_path(&["npm"]).is_none() {
        return Err(help.into());
    }
    let found = run_quietly(command("node").arg("--version"))?;
    let number = |text: &str| -> Vec<u32> {
        text.trim()
            .trim_start_matches('v')
            .split('.')
            .filter_map(|part| part.parse().ok())
            .collect()
    };
    if number(&found) >= number(wanted) {
        Ok(())
    } else {
        Err(format!("{help}; found {found}").into())
    }
}

/// `node` with a script of an installed package, by its path in `node_modules`.
pub fn node_script(script: &str) -> Command {
    let mut node = command("node");
    node.arg(root().join("node_modules").join(script));
    node
}

pub fn vite() -> Command {
    node_script("vite/bin/vite.js")
}

/// The static site into `dist/`.
pub fn build() -> Result {
    step("vite build", || run(vite().args(["build", "--logLevel", "warn"])))
}

/// Where the glue and the modules of the core or of the app are.
pub fn package(name: &str) -> PathBuf {
    root().join("www/pkg").join(name)
}

/// The site's output folder.
pub fn dist() -> PathBuf {
    root().join("dist")
}
