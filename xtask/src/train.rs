//! `cargo xtask train`: the tagger's weights, from the annotated articles in `NEWSMARK_DATA`.

use crate::step::{Result, command, run, step};

/// Runs the trainer, which replaces `src/data/tagger.weights`; `args` go to it.
pub fn run_trainer(args: &[String]) -> Result {
    let data = std::env::var_os("NEWSMARK_DATA")
        .ok_or("set NEWSMARK_DATA to the folder with the annotated articles")?;
    step("training", || {
        let trainer = ["run", "--quiet", "--profile", "train", "--package", "newsmark-train", "--"];
        run(command("cargo").args(trainer).arg(&data).arg("src/data/tagger.weights").args(args))
    })
}
