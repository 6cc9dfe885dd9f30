//! `cargo xtask build`: everything the site needs, and the site.

use crate::{
    book, offline, package,
    step::Result,
    toolchain::Toolchain,
    wasm::{self, Profile},
    web,
};

/// Installs what is missing, compiles, and writes `dist/`; with `--dev` only `www/pkg`, unoptimised,
/// for the server of `cargo xtask serve`.
pub fn run(args: &[String]) -> Result {
    match args {
        [] => {
            let toolchain = prepare()?;
            wasm::build(toolchain, Profile::Release)?;
            web::build()?;
            package::publish()?;
            book::build()?;
            offline::write()
        }
        [flag] if flag == "--dev" => wasm::build(prepare()?, Profile::Dev),
        _ => Err("`build` knows only `--dev`".into()),
    }
}

/// A Rust for wasm32 and the packages of the web side.
pub fn prepare() -> Result<Toolchain> {
    let toolchain = Toolchain::for_wasm()?;
    web::install()?;
    Ok(toolchain)
}
