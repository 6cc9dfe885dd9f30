//! Rust to the modules of `www/pkg/`: compile, cut up, generate bindings, shrink.

use std::{
    collections::hash_map::DefaultHasher,
    fs,
    hash::{Hash, Hasher},
    path::{Path, PathBuf},
};

use wasm_bindgen_cli_support::Bindgen;
use wasm_split_cli_support as splitting;

use crate::{
    rest,
    step::{Result, root, run, run_quietly, step},
    toolchain::{TARGET, Toolchain},
    web,
};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Profile {
    /// Compiled fast, not shrunk.
    Dev,
    Release,
}

/// One wasm module: of the site, the widget or the package.
struct Module {
    name: &'static str,
    /// What is compiled of the crate.
    of: Of,
    features: &'static str,
    release: &'static str,
    /// What `rustc` is told besides when it compiles a release.
    rustc: &'static [&'static str],
    /// How `wasm-opt` makes it fast or small.
    optimise: &'static [&'static str],
    /// The parts that are cut off, to be loaded later: the names of their split points.
    later: &'static [&'static str],
}

/// What a module is of the crate.
enum Of {
    /// What the library exports.
    Library,
    /// The program of that name.
    Program(&'static str),
}

const MODULES: [Module; 4] = [
    Module {
        name: "core",
        of: Of::Library,
        features: "wasm",
        release: "core",
        // Half of what the compiler would put in place of calls: as fast, and 25 kB less of brotli.
        rustc: &["-Cllvm-args=--inline-threshold=100"],
        // Browsers optimise function by function: what is called from one place only becomes a part
        // of its caller if it is small.
        optimise: &["-O3", "--one-caller-inline-max-function-size", "300"],
        later: &[],
    },
    Module {
        name: "app",
        of: Of::Program("newsmark-app"),
        features: "app",
        release: "app",
        rustc: &[],
        optimise: &["-Oz", "--converge"],
        later: &["desk", "along"],
    },
    Module {
        name: "edit",
        of: Of::Library,
        features: "edit",
        release: "app",
        rustc: &[],
        optimise: &["-Oz", "--converge"],
        later: &[],
    },
    Module {
        name: "aside",
        of: Of::Program("newsmark-aside"),
        features: "aside",
        release: "app",
        rustc: &[],
        optimise: &["-Oz", "--converge"],
        later: &[],
    },
];

/// What `wasm-opt` may take for granted. Rust puts nothing that a program uses into the lowest
/// kilobyte: that is the far end of the stack.
const GRANTED: &[&str] = &["--low-memory-unused", "--zero-filled-memory"];

/// What rustc emits for this target; `wasm-opt` must be told.
const WASM_FEATURES: &[&str] = &[
    "--enable-bulk-memory",
    "--enable-bulk-memory-opt",
    "--enable-multivalue",
    "--enable-mutable-globals",
    "--enable-nontrapping-float-to-int",
    "--enable-reference-types",
    "--enable-sign-ext",
];

/// Builds all modules. Only files whose bytes change are written, so that nothing reloads in vain.
pub fn build(toolchain: Toolchain, profile: Profile) -> Result {
    for module in &MODULES {
        step(&format!("wasm: {}", module.name), || build_one(module, toolchain, profile))?;
    }
    Ok(())
}

/// The module of `benches/boundary/`, which nothing ships: for speed alone.
const BOUNDARY: Module = Module {
    name: "boundary",
    of: Of::Library,
    features: "",
    release: "release",
    rustc: &[],
    optimise: &["-O3"],
    later: &[],
};

/// Builds the module that `benches/boundary.mjs` measures, into `target/boundary`.
pub fn build_boundary(toolchain: Toolchain) -> Result {
    let folder = root().join("target/boundary");
    let bound = target_folder().join("bindgen/boundary");
    fs::create_dir_all(&folder)?;
    fs::create_dir_all(&bound)?;
    run(toolchain
        .cargo()
        .args(["build", "--manifest-path", "benches/boundary/Cargo.toml", "--locked", "--quiet"])
        .args(["--release", "--target", TARGET, "--target-dir"])
        .arg(target_folder())
        .env(
            "CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS",
            rustflags(&BOUNDARY, Profile::Release),
        ))?;
    let compiled = target_folder().join(TARGET).join("release/newsmark_boundary.wasm");
    generate_bindings(&compiled, &bound, &BOUNDARY, Names::Dropped)?;
    let wasm = shrunk(&bound.join("boundary_bg.wasm"), &BOUNDARY, Names::Dropped)?;
    replace(&wasm, &folder.join("boundary_bg.wasm"))?;
    replace(&bound.join("boundary.js"), &folder.join("boundary.js"))
}

/// Where everything for wasm32 is compiled: apart from the user's, whose compiler may be another.
pub fn target_folder() -> PathBuf {
    root().join("target/wasm")
}

fn build_one(module: &Module, toolchain: Toolchain, profile: Profile) -> Result {
    let profile_name = if profile == Profile::Dev { "dev" } else { module.release };
    let mut cargo = toolchain.cargo();
    match module.of {
        Of::Library => cargo.args(["rustc", "--lib", "--crate-type", "cdylib"]),
        Of::Program(name) => cargo.args(["build", "--bin", name]),
    };
    run(cargo
        .args(["--package", "newsmark", "--features", module.features])
        .args(["--quiet", "--profile", profile_name, "--target", TARGET, "--target-dir"])
        .arg(target_folder())
        .env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS", rustflags(module, profile)))?;
    let folder = if profile == Profile::Dev { "debug" } else { module.release };
    let compiled = compiled(module, folder);
    let bound = target_folder().join("bindgen").join(folder).join(module.name);
    fs::create_dir_all(&bound)?;
    let package = web::package(module.name);
    fs::create_dir_all(&package)?;
    let small = |wasm: PathBuf| match profile {
        Profile::Dev => Ok(wasm),
        Profile::Release => shrunk(&wasm, module, Names::Dropped),
    };

    let mut parts = Vec::new();
    let compiled = if module.later.is_empty() {
        compiled
    } else {
        let cut = cut(&compiled, &bound, module)?;
        for (name, file) in cut.later {
            parts.push((name, small(file)?));
        }
        replace(&cut.link, &package.join(LINK))?;
        cut.first
    };
    let names = if profile == Profile::Dev { Names::Kept } else { Names::Dropped };
    generate_bindings(&compiled, &bound, module, names)?;
    let wasm = small(bound.join(format!("{}_bg.wasm", module.name)))?;
    if !parts.is_empty() {
        rest::write(&parts, &package)?;
    }
    // The glue last: whoever watches it then finds the wasm that belongs to it.
    replace(&wasm, &package.join(format!("{}_bg.wasm", module.name)))?;
    for suffix in ["_bg.wasm.d.ts", ".d.ts", ".js"] {
        let file = format!("{}{suffix}", module.name);
        replace(&bound.join(&file), &package.join(&file))?;
    }
    Ok(())
}

/// What the compiler made of `module`, below the folder of a profile.
fn compiled(module: &Module, profile: &str) -> PathBuf {
    let artefact = match module.of {
        Of::Library => "newsmark",
        Of::Program(name) => name,
    };
    target_folder().join(TARGET).join(profile).join(artefact).with_extension("wasm")
}

/// Whether a module says what its functions are called.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Names {
    Kept,
    Dropped,
}

/// A module as it is shipped, and the same with the names of its functions.
pub struct Named {
    pub name: String,
    pub shipped: PathBuf,
    /// Where it stands in that file.
    pub range: Option<(u64, u64)>,
    pub with_names: PathBuf,
}

/// The modules of the last `build`, whose release of the compiler's they are bound and shrunk from once more.
pub fn named() -> Result<Vec<Named>> {
    let mut found = Vec::new();
    for module in &MODULES {
        let compiled = compiled(module, module.release);
        if !compiled.exists() {
            return Err(format!(
                "{} is not there; `cargo xtask build` makes it",
                compiled.display()
            )
            .into());
        }
        let folder = target_folder().join("bindgen-named").join(module.name);
        fs::create_dir_all(&folder)?;
        let package = web::package(module.name);
        let mut first = compiled;
        if !module.later.is_empty() {
            let cut = cut(&first, &folder, module)?;
            let shipped = rest::parts(&package)?;
            for (name, file) in cut.later {
                let range = shipped.iter().find(|(part, _)| part == name).map(|(_, range)| *range);
                found.push(Named {
                    name: format!("{}, {name}", module.name),
                    shipped: package.join("rest.wasm"),
                    range,
                    with_names: shrunk(&file, module, Names::Kept)?,
                });
            }
            first = cut.first;
        }
        generate_bindings(&first, &folder, module, Names::Kept)?;
        let file = format!("{}_bg.wasm", module.name);
        found.push(Named {
            name: module.name.to_owned(),
            shipped: package.join(&file),
            range: None,
            with_names: shrunk(&folder.join(&file), module, Names::Kept)?,
        });
    }
    Ok(found)
}

/// Flags that keep the builder's folders out of panic messages, and those of the module.
fn rustflags(module: &Module, profile: Profile) -> String {
    let home = std::env::var_os("CARGO_HOME")
        .map(PathBuf::from)
        .or_else(|| std::env::var_os("HOME").map(|home| Path::new(&home).join(".cargo")));
    let folders = [(Some(root()), "newsmark"), (home, "cargo")];
    let remapped = (folders.iter())
        .filter_map(|(folder, name)| Some((folder.as_ref()?, name)))
        .filter(|(folder, _)| !folder.to_string_lossy().contains(' '))
        .map(|(folder, name)| format!("--remap-path-prefix={}=/{name}", folder.display()));
    let own = if profile == Profile::Dev { &[] } else { module.rustc };
    // What is cut up must say where it refers to itself.
    let relocations: &[&str] =
        if module.later.is_empty() { &[] } else { &["-Clink-args=--emit-relocs"] };
    let own = own.iter().chain(relocations).map(ToString::to_string);
    let flags: Vec<String> = remapped.chain(own).collect();
    flags.join(" ")
}

/// A module that was cut up.
struct Cut {
    first: PathBuf,
    /// What comes later, by name: what several of the parts share, then each of them.
    later: Vec<(&'static str, PathBuf)>,
    /// The script that puts the parts to the first.
    link: PathBuf,
}

/// The script's name beside the bindings.
const LINK: &str = "link.js";

/// Cuts off what only the split points reach, and what only several of them share. The script is told to ask
/// `www/rest.ts` for the parts, which knows when they come.
fn cut(compiled: &Path, folder: &Path, module: &Module) -> Result<Cut> {
    let folder = folder.join("parts");
    let input = fs::read(compiled)?;
    let first = folder.join(format!("{}.wasm", module.name));
    let main_module = format!("./{}.js", module.name);
    let link_name = format!("./{LINK}");
    let mut options = splitting::Options::new(&input);
    options.output_dir = &folder;
    options.main_out_path = &first;
    options.link_name = &link_name;
    options.main_module = &main_module;
    let done = splitting::transform(options).map_err(|error| format!("{error:#}"))?;
    let link = folder.join(LINK);
    let mut script = fs::read_to_string(&link)?;
    let mut later = Vec::new();
    for file in done.split_modules {
        let stem = file.file_stem().unwrap_or_default().to_string_lossy().into_owned();
        let own = module.later.iter().find(|&&name| stem == format!("split_{name}"));
        let name = own.copied().unwrap_or(rest::SHARED);
        let fetched = format!("fetch(new URL(\"./{stem}.wasm\", import.meta.url))");
        if !script.contains(&fetched) {
            return Err(format!("{}: {stem} is not fetched there any more", link.display()).into());
        }
        script = script.replace(&fetched, &format!("module('{name}')"));
        later.push((name, file));
    }
    if later.len() != module.later.len() + 1 {
        return Err(format!("{} was cut into {} parts", module.name, later.len() + 1).into());
    }
    fs::write(&link, format!("import {{ module }} from '../../rest.ts';\n{script}"))?;
    Ok(Cut { first, later, link })
}

fn generate_bindings(compiled: &Path, folder: &Path, module: &Module, names: Names) -> Result {
    let mut bindgen = Bindgen::new();
    bindgen
        .input_path(compiled)
        .out_name(module.name)
        // All parts have the linker's table of functions.
        .keep_lld_exports(!module.later.is_empty())
        .typescript(true)
        // A release of the compiler has none.
        .keep_debug(names == Names::Kept)
        .remove_name_section(names == Names::Dropped)
        .remove_producers_section(true)
        .omit_default_module_path(true)
        .web(true)?
        .generate(folder)?;
    Ok(())
}

/// `wasm` after `wasm-opt`, from the cache where the same bytes went through it before.
fn shrunk(wasm: &Path, module: &Module, names: Names) -> Result<PathBuf> {
    let mut hasher = DefaultHasher::new();
    (fs::read(wasm)?, module.optimise, GRANTED, WASM_FEATURES, web::locked()?).hash(&mut hasher);
    let cache = if names == Names::Kept { "wasm-opt-named" } else { "wasm-opt" };
    let folder = target_folder().join(cache).join(wasm.file_stem().unwrap_or_default());
    let cached = folder.join(format!("{:016x}.wasm", hasher.finish()));
    if cached.exists() {
        return Ok(cached);
    }
    if folder.exists() {
        fs::remove_dir_all(&folder)?;
    }
    fs::create_dir_all(&folder)?;
    let unfinished = folder.join("unfinished.wasm");
    let mut wasm_opt = web::node_script("binaryen/bin/wasm-opt");
    wasm_opt.args(module.optimise).args(GRANTED).args(WASM_FEATURES);
    if names == Names::Kept {
        wasm_opt.arg("--debuginfo");
    }
    run_quietly(wasm_opt.arg(wasm).arg("-o").arg(&unfinished))?;
    fs::rename(&unfinished, &cached)?;
    Ok(cached)
}

/// Makes `to` a copy of `from` in one instant, and leaves it alone where it is one already.
fn replace(from: &Path, to: &Path) -> Result {
    let bytes = fs::read(from).map_err(|error| format!("{}: {error}", from.display()))?;
    write(&bytes, to)
}

/// Makes `bytes` the content of `to` in one instant, and leaves it alone where they are it already.
pub fn write(bytes: &[u8], to: &Path) -> Result {
    if fs::read(to).is_ok_and(|old| old == bytes) {
        return Ok(());
    }
    let unfinished = to.with_extension("unfinished");
    fs::write(&unfinished, bytes)?;
    fs::rename(unfinished, to)?;
    Ok(())
}
