//! Which Rust builds for `wasm32-unknown-unknown`, and how it comes onto this machine.
//!
//! The user's settings stay as they are: no `rustup override`, no linked toolchain. Where the active
//! Rust cannot build for wasm32, the children that must do so get another one by their environment.
//!
//! `WASM_SETUP=rustup` or `debian` forces a source; without it what is there already comes first.

mod debian;

use std::{fs, process::Command};

use crate::step::{Result, command, run_quietly, succeeds};

pub const TARGET: &str = "wasm32-unknown-unknown";

/// A program that fails to build without a standard library, with that of another version, and
/// without a linker.
const PROBE: &str = "#[unsafe(no_mangle)]
pub extern \"C\" fn probe(n: u32) -> usize { vec![1u8; n as usize].len() }\n";

/// A Rust that builds for [`TARGET`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Toolchain {
    /// The one that `cargo` on the user's `PATH` starts.
    Active,
    /// Debian's `rustc-web` packages in `/usr/bin`.
    Debian,
}

impl Toolchain {
    /// Finds or installs one.
    pub fn for_wasm() -> Result<Self> {
        match std::env::var("WASM_SETUP").as_deref() {
            Ok("debian") => debian::install().map(|()| Self::Debian),
            Ok("rustup") => add_target().map(|()| Self::Active),
            Ok(other) if !other.is_empty() => {
                Err(format!("WASM_SETUP is `{other}`; it can be `rustup` or `debian`").into())
            }
            _ if Self::Active.builds_wasm() => Ok(Self::Active),
            _ if debian::is_installed() => Ok(Self::Debian),
            _ => match add_target() {
                Ok(()) => Ok(Self::Active),
                Err(error) if debian::is_debian() => {
                    println!("  {error}\n  taking Debian's packages instead");
                    debian::install().map(|()| Self::Debian)
                }
                Err(error) => Err(error),
            },
        }
    }

    /// `cargo` of this toolchain, in the repository.
    pub fn cargo(self) -> Command {
        self.prepare(command(if self == Self::Debian { "/usr/bin/cargo" } else { "cargo" }))
    }

    /// `rustc` of this toolchain.
    pub fn rustc(self) -> Command {
        self.prepare(command(if self == Self::Debian { "/usr/bin/rustc" } else { "rustc" }))
    }

    /// Sets what `command` needs to use this toolchain, and nothing of the one that runs xtask.
    fn prepare(self, mut command: Command) -> Command {
        // `cargo` and rustup set these for what they run; they would lead back to the caller's.
        for name in ["CARGO", "RUSTC", "RUSTDOC", "RUSTUP_TOOLCHAIN", "LD_LIBRARY_PATH"] {
            command.env_remove(name);
        }
        if self == Self::Debian {
            let path = std::env::var_os("PATH").unwrap_or_default();
            let folders = std::iter::once("/usr/bin".into()).chain(std::env::split_paths(&path));
            command.env("PATH", std::env::join_paths(folders).unwrap_or(path.clone()));
            command.env("RUSTC", "/usr/bin/rustc").env("RUSTDOC", "/usr/bin/rustdoc");
        }
        command
    }

    /// Whether it really compiles and links a library for [`TARGET`].
    fn builds_wasm(self) -> bool {
        let folder = std::env::temp_dir().join(format!("newsmark-probe-{}", std::process::id()));
        let source = folder.join("probe.rs");
        let written = fs::create_dir_all(&folder).and_then(|()| fs::write(&source, PROBE));
        let built = written.is_ok()
            && succeeds(
                self.rustc()
                    .args(["--edition", "2024", "--crate-type", "cdylib", "--target", TARGET, "-o"])
                    .arg(folder.join("probe.wasm"))
                    .arg(&source),
            );
        // A probe left in the temporary folder harms nobody.
        let _ = fs::remove_dir_all(&folder);
        built
    }
}

/// The target through rustup, for the active toolchain.
fn add_target() -> Result {
    let mut rustup = Toolchain::Active.prepare(command("rustup"));
    run_quietly(rustup.args(["target", "add", TARGET])).map_err(|error| {
        format!("rustup cannot supply {TARGET} (`rustup target add {TARGET}`): {error}")
    })?;
    if Toolchain::Active.builds_wasm() {
        return Ok(());
    }
    Err(format!("the Rust on PATH does not build for {TARGET}: run `rustup target add {TARGET}`")
        .into())
}
