//! Rust for wasm32 from Debian's packages alone, for machines that cannot reach rustup's server.
//!
//! Debian ships the compiler and the sources of its standard library, but no build of it for wasm32.
//! It is built once (some 100 seconds of one core) and put where this compiler looks for it.

use std::{
    fs,
    path::{Path, PathBuf},
    process::Command,
};

use super::{TARGET, Toolchain};
use crate::{
    apt,
    step::{Result, run, run_quietly, step},
};

/// Compiler, cargo, the library's sources, formatter and lints; Debian keeps them at one version.
const PACKAGES: &[&str] =
    &["rustc-web", "cargo-web", "rust-web-src", "rustfmt-web", "rust-web-clippy"];

/// Goes up when the way the library is built changes.
const RECIPE: &str = "r1";

pub fn is_debian() -> bool {
    apt::is_available()
}

/// Whether [`install`] has nothing to do.
pub fn is_installed() -> bool {
    apt::missing(PACKAGES).is_empty() && stamp().is_ok_and(|stamp| is_built(&stamp))
}

pub fn install() -> Result {
    if !is_debian() {
        return Err("WASM_SETUP=debian needs apt-get; leave WASM_SETUP out on this system".into());
    }
    apt::install(PACKAGES)?;
    let version = compiler("LLVM version: ")?;
    let llvm = version.split('.').next().unwrap_or_default().to_owned();
    apt::install(&[&format!("lld-{llvm}")])?;
    link_linker(&llvm)?;
    let stamp = stamp()?;
    if !is_built(&stamp) {
        step("build the standard library for wasm32 (once, about two minutes)", || build(&stamp))?;
    }
    if Toolchain::Debian.builds_wasm() {
        return Ok(());
    }
    Err(format!("Debian's rustc cannot build for {TARGET}: see `/usr/bin/rustc --target {TARGET}`")
        .into())
}

/// A line of `rustc -vV`, without its name.
fn compiler(name: &str) -> Result<String> {
    let text = run_quietly(Toolchain::Debian.rustc().arg("-vV"))?;
    let line = text.lines().find_map(|line| line.strip_prefix(name));
    line.map(str::to_owned).ok_or_else(|| format!("`rustc -vV` has no line `{name}`").into())
}

/// What the library is built from; another stamp in its folder means that it must be built again.
fn stamp() -> Result<String> {
    Ok(format!("{} {} {RECIPE}", apt::version("rustc-web")?, apt::version("rust-web-src")?))
}

fn library() -> PathBuf {
    Path::new("/usr/lib/rustlib").join(TARGET).join("lib")
}

fn stamp_file() -> PathBuf {
    library().join(".setup-wasm")
}

fn is_built(stamp: &str) -> bool {
    fs::read_to_string(stamp_file()).is_ok_and(|found| found.trim() == stamp)
}

/// rustc asks for a linker called `rust-lld` and looks among its own tools first.
fn link_linker(llvm: &str) -> Result {
    let folder = Path::new("/usr/lib/rustlib").join(compiler("host: ")?).join("bin");
    let link = folder.join("rust-lld");
    if link.exists() {
        return Ok(());
    }
    run(apt::as_root("mkdir").arg("-p").arg(&folder))?;
    run(apt::as_root("ln").arg("-sfn").arg(format!("/usr/bin/lld-{llvm}")).arg(&link))
}

fn build(stamp: &str) -> Result {
    let seed = std::env::temp_dir().join(format!("newsmark-std-{}", std::process::id()));
    let result = build_in(&seed).and_then(|libraries| put_in_place(&seed, &libraries, stamp));
    // Left-overs in the temporary folder harm nobody.
    let _ = fs::remove_dir_all(&seed);
    result
}

/// Builds an empty package with its own standard library; returns that library's files.
fn build_in(seed: &Path) -> Result<Vec<PathBuf>> {
    let manifest = "[package]\nname = \"seed\"\nversion = \"0.0.0\"\nedition = \"2021\"\n\
        [profile.release]\nopt-level = 3\ncodegen-units = 1\ndebug = false\n[workspace]\n";
    fs::create_dir_all(seed.join("src"))?;
    fs::write(seed.join("src/lib.rs"), "")?;
    fs::write(seed.join("Cargo.toml"), manifest)?;
    let release = compiler("release: ")?;
    // Bitcode lets projects optimise across the library's border.
    let flags = format!(
        "-Cembed-bitcode=yes --remap-path-prefix=/usr/src/rustc-{release}=/rustc/{release}"
    );
    let mut cargo = Toolchain::Debian.cargo();
    for name in
        ["CARGO_TARGET_DIR", "CARGO_BUILD_TARGET", "CARGO_ENCODED_RUSTFLAGS", "RUSTC_WRAPPER"]
    {
        cargo.env_remove(name);
    }
    run(cargo
        .current_dir(seed)
        .env("RUSTC_BOOTSTRAP", "1")
        .env("RUSTFLAGS", flags)
        .args(["build", "--quiet", "--release", "--target", TARGET, "--target-dir", "target"])
        .arg("-Zbuild-std=std,panic_abort,panic_unwind,proc_macro,test"))?;
    let folder = seed.join("target").join(TARGET).join("release/deps");
    let mut libraries: Vec<PathBuf> = fs::read_dir(folder)?
        .map(|entry| entry.map(|e| e.path()))
        .collect::<std::io::Result<_>>()?;
    libraries.retain(|path| {
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        name.ends_with(".rlib") && !name.starts_with("libseed-")
    });
    Ok(libraries)
}

fn put_in_place(seed: &Path, libraries: &[PathBuf], stamp: &str) -> Result {
    let written = seed.join("stamp");
    fs::write(&written, format!("{stamp}\n"))?;
    run(apt::as_root("rm").arg("-rf").arg(library()))?;
    run(apt::as_root("mkdir").arg("-p").arg(library()))?;
    run(install_files().args(libraries).arg(library()))?;
    // Last, so that an interrupted copy is never taken for a whole one.
    run(install_files().arg(&written).arg(stamp_file()))
}

fn install_files() -> Command {
    let mut install = apt::as_root("install");
    install.arg("-m644");
    install
}
