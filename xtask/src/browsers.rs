//! The browsers that the tests drive: those of the system.

use std::path::PathBuf;

use crate::{
    apt,
    step::{Result, on_path},
};

/// Chromium, installed if it is missing and can be. `CHROMIUM` names another one.
pub fn chromium() -> Result<PathBuf> {
    let names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];
    find("CHROMIUM", &names, "chromium").map_err(|error| {
        format!("{error}\nChromium is needed: install it, or name a browser like it in CHROMIUM")
            .into()
    })
}

/// Firefox; only Debian's own is installed. `FIREFOX` names another one.
pub fn firefox() -> Result<PathBuf> {
    find("FIREFOX", &["firefox-esr", "firefox"], "firefox-esr")
}

fn find(variable: &str, names: &[&str], package: &str) -> Result<PathBuf> {
    if let Some(path) = std::env::var_os(variable) {
        return Ok(path.into());
    }
    if let Some(path) = on_path(names) {
        return Ok(path);
    }
    if !apt::is_available() {
        return Err(format!("none of {} is on PATH", names.join(", ")).into());
    }
    apt::install(&[package])?;
    on_path(names).ok_or_else(|| format!("{package} is installed, but not on PATH").into())
}
