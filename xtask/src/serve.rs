//! `cargo xtask serve`: the page on this machine, compiled again and reloaded after each edit.

use crate::{
    build,
    step::{Result, run},
    wasm::{self, Profile},
    web,
};

/// `args` go to Vite: `--port 8000`, `--host`, `--open`.
pub fn run_server(args: &[String]) -> Result {
    wasm::build(build::prepare()?, Profile::Dev)?;
    println!("The page is at the address below; Ctrl-C ends it.");
    run(web::vite().args(args))
}
