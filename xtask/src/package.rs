//! `cargo xtask package`: the npm package, as a folder and as the tarball that `npm` would publish.

use std::{
    fs,
    path::{Path, PathBuf},
};

use crate::{
    build, size,
    step::{Result, command, root, run_quietly, step},
    wasm::{self, Profile},
    web,
};

/// What is in the package, by the names in `www/pkg`.
const MODULES: [&str; 3] = ["core", "edit", "aside"];

/// Installs what is missing, compiles, and packs; nothing is published.
pub fn run(args: &[String]) -> Result {
    if !args.is_empty() {
        return Err("`package` knows no arguments".into());
    }
    wasm::build(build::prepare()?, Profile::Release)?;
    let tarball = pack()?;
    show(&tarball)
}

/// Prints what the tarball weighs, and what programs load of it.
pub fn show(tarball: &Path) -> Result {
    println!("     bytes     brotli");
    let files = files()?;
    for (file, size) in files.iter().zip(size::of(&files)?) {
        let name = file.file_name().unwrap_or_default().to_string_lossy();
        println!("{:>10} {size:>10}  {name}", fs::metadata(file)?.len());
    }
    println!("wrote {} ({} bytes)", tarball.display(), fs::metadata(tarball)?.len());
    Ok(())
}

/// What programs load of the package.
fn files() -> Result<Vec<PathBuf>> {
    let mut files: Vec<_> = fs::read_dir(root().join("target/package"))?
        .map(|entry| entry.map(|entry| entry.path()))
        .collect::<std::io::Result<_>>()?;
    files.retain(|file| {
        file.extension().is_some_and(|end| ["js", "wasm", "bin"].iter().any(|known| end == *known))
    });
    files.sort();
    Ok(files)
}

/// Packs the wasm that is in `www/pkg`, which is compiled if it is not there. Returns the tarball: the same
/// bytes for the same sources.
pub fn pack() -> Result<PathBuf> {
    let is_missing = |name: &&str| !web::package(name).join(format!("{name}_bg.wasm")).exists();
    if MODULES.iter().any(is_missing) {
        wasm::build(build::prepare()?, Profile::Release)?;
    }
    step("package", || {
        let target = root().join("target");
        bundle()?;
        let packed = run_quietly(
            command("npm")
                .args(["pack", "--silent", "--pack-destination"])
                .arg(&target)
                .arg(target.join("package")),
        )?;
        Ok(target.join(packed.trim()))
    })
}

/// The package's files, from the wasm that is in `www/pkg`, into `target/package`.
fn bundle() -> Result {
    fs::create_dir_all(root().join("target"))?;
    run_quietly(web::node_script("rolldown/bin/cli.mjs").args(["-c", "rolldown.config.ts"]))?;
    Ok(())
}

/// Puts them into the site in `dist/`, for pages that have the element by its address: into a folder of this
/// version, whose files stay the same for ever, and into one that follows the newest.
pub fn publish() -> Result {
    step("widget", || {
        bundle()?;
        for name in [&*version()?, "latest"] {
            let folder = widgets().join(name);
            fs::create_dir_all(&folder)?;
            for file in fs::read_dir(root().join("target/package"))? {
                let file = file?;
                fs::copy(file.path(), folder.join(file.file_name()))?;
            }
        }
        Ok(())
    })
}

/// The version of the package that was bundled last, which is the crate's.
pub fn version() -> Result<String> {
    let manifest = fs::read_to_string(root().join("target/package/package.json"))?;
    let manifest: serde_json::Value = serde_json::from_str(&manifest)?;
    Ok(manifest["version"].as_str().unwrap_or_default().to_owned())
}

/// Where the site has the element.
pub fn widgets() -> PathBuf {
    web::dist().join("news-mark")
}

/// Installs the tools of the projects that use the package (`tests/package/package.json`). Returns the
/// folder, below which the projects are made.
pub fn consumers() -> Result<PathBuf> {
    let folder = root().join("target/consumers");
    fs::create_dir_all(&folder)?;
    for file in ["package.json", "package-lock.json"] {
        fs::copy(root().join("tests/package").join(file), folder.join(file))?;
    }
    web::install_in(&folder)?;
    Ok(folder)
}
