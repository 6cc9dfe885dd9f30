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

/// What the large files may weigh, in bytes of brotli.
const LIMITS: [(&str, u64); 7] = [
    ("core_bg.wasm", 450_000),
    ("edit_bg.wasm", 152_000),
    ("aside_bg.wasm", 141_000),
    ("news-mark.js", 31_000),
    ("bookmarklet.js", 39_000),
    ("weights.bin", 294_000),
    ("names.bin", 261_000),
];
/// All other scripts together.
const SCRIPTS_LIMIT: u64 = 35_000;
/// What `npm install` fetches: with declarations, schema and licences.
const TARBALL_LIMIT: u64 = 1_650_000;

/// Installs what is missing, compiles, and packs; nothing is published.
pub fn run(args: &[String]) -> Result {
    if !args.is_empty() {
        return Err("`package` knows no arguments".into());
    }
    wasm::build(build::prepare()?, Profile::Release)?;
    let tarball = pack()?;
    show(&tarball)
}

/// Prints what the tarball weighs, and what programs load of it; fails if something is above its limit.
pub fn show(tarball: &Path) -> Result {
    println!("     bytes     brotli");
    let files = files()?;
    let mut sizes = Vec::new();
    for (file, size) in files.iter().zip(size::of(&files)?) {
        let name = file.file_name().unwrap_or_default().to_string_lossy().into_owned();
        println!("{:>10} {size:>10}  {name}", fs::metadata(file)?.len());
        sizes.push((name, size));
    }
    let packed = fs::metadata(tarball)?.len();
    println!("wrote {} ({packed} bytes)", tarball.display());
    let too_big = too_big(&sizes, packed);
    if too_big.is_empty() { Ok(()) } else { Err(too_big.join("; ").into()) }
}

/// What is above its limit, or not there any more: of the files with their weights, and the tarball.
fn too_big(sizes: &[(String, u64)], packed: u64) -> Vec<String> {
    let of = |name: &str| sizes.iter().find(|(file, _)| file == name).map(|&(_, size)| size);
    let is_small = |name: &str| LIMITS.iter().all(|(large, _)| *large != name);
    let scripts = sizes.iter().filter(|(name, _)| is_small(name)).map(|(_, size)| size).sum();
    let weighed = LIMITS.iter().map(|&(name, limit)| (name, of(name), limit)).chain([
        ("all other scripts", Some(scripts), SCRIPTS_LIMIT),
        ("the tarball", Some(packed), TARBALL_LIMIT),
    ]);
    weighed
        .filter_map(|(name, size, limit)| match size {
            Some(size) if size > limit => {
                Some(format!("{name}: {size} bytes, the limit is {limit}"))
            }
            Some(_) => None,
            None => Some(format!("{name} is not in the package")),
        })
        .collect()
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

#[cfg(test)]
mod tests {
    use super::*;

    /// Every file at its limit, and a script that has none of its own.
    fn full() -> Vec<(String, u64)> {
        let large = LIMITS.iter().map(|&(name, limit)| (name.to_owned(), limit));
        large.chain([("api.js".to_owned(), SCRIPTS_LIMIT)]).collect()
    }

    #[test]
    fn what_is_at_its_limit_is_let_pass() {
        assert_eq!(too_big(&full(), TARBALL_LIMIT), [""; 0]);
    }

    #[test]
    fn every_file_has_a_limit_and_a_byte_more_is_refused() {
        for at in 0..full().len() {
            let mut sizes = full();
            sizes[at].1 += 1;
            assert_eq!(too_big(&sizes, 0).len(), 1, "{}", sizes[at].0);
        }
        let mut sizes = full();
        sizes.push(("new.cjs".into(), 1));
        assert_eq!(too_big(&sizes, TARBALL_LIMIT + 1).len(), 2);
    }

    #[test]
    fn a_large_file_by_another_name_is_missed() {
        let mut sizes = full();
        sizes[0].0 = "core.wasm".into();
        let missed = too_big(&sizes, 0);
        assert!(missed.contains(&"core_bg.wasm is not in the package".to_owned()), "{missed:?}");
    }
}
