//! The part of the page that comes after its first marks: a module of its own on the line, so that a
//! reader on a slow one can write, and see what is found in the text, before it is there.
//!
//! [`arrived`] is the one split point (`wasm_split`): what is reached through [`Later`] alone stands in
//! that module, and nothing else of the page may name it. The build cuts it off (`xtask/src/wasm.rs`);
//! `www/later.ts` asks for it before the page is locked.

use std::cell::Cell;

use wasm_split_helpers::{SplitLoaderError, wasm_split};
use web_sys::File;
use yew::Html;

use super::{
    components::{CardProps, CompareProps, HelpProps, On, SidebarProps, TakeProps, parts},
    correct,
    hooks::opened,
    host::Host,
    model::Reading,
    state::{Article, Fix, State, carried},
};
use crate::options::Options;

/// What the module has.
pub struct Later {
    /// The card of the selected mark.
    pub card: fn(CardProps) -> Html,
    /// What was found, beside the article.
    pub sidebar: fn(SidebarProps) -> Html,
    /// Several articles side by side.
    pub compare: fn(CompareProps) -> Html,
    /// The list of keys.
    pub help: fn(HelpProps) -> Html,
    /// What readers take along, share and keep.
    pub take: fn(TakeProps) -> Html,
    /// Reads a file that holds articles, and offers them.
    pub open_file: fn(&Host, File, On),
    /// Joins corrections from a file with those of the open article.
    pub take_patch: fn(&mut State, &str),
    /// Joins a list of names from a file with the reader's.
    pub take_lexicon: fn(&mut State, &str, bool),
    /// The text of a page's mark-up.
    pub html_to_text: fn(&str) -> String,
    /// The text of a file, by the ending of its name.
    pub file_to_text: fn(&str, &str) -> String,
    /// Corrects something, at a mark or at the selected one.
    pub fix: fn(&mut State, Option<usize>, Fix),
    /// What the engine has read of an article, with the reader's corrections.
    pub settle: fn(&mut Article, Reading) -> Reading,
    /// What to ask of the engine about an article.
    pub options: fn(&State, &Article) -> Options,
}

static LATER: Later = Later {
    card: parts::card,
    sidebar: parts::sidebar,
    compare: parts::compare,
    help: parts::help,
    take: parts::take,
    open_file: opened::open_file,
    take_patch: carried::take_patch,
    take_lexicon: carried::take_lexicon,
    html_to_text: super::paste::html_to_text,
    file_to_text: super::paste::file_to_text,
    fix: correct::act,
    settle: correct::settle,
    options: correct::options,
};

#[wasm_split(later, fallible)]
#[allow(clippy::unnecessary_wraps, reason = "what may fail is that the module comes")]
fn arrived() -> Result<&'static Later, SplitLoaderError> {
    Ok(&LATER)
}

thread_local! {
    static HERE: Cell<Option<&'static Later>> = const { Cell::new(None) };
}

/// The module, where it has come.
pub fn here() -> Option<&'static Later> {
    HERE.get()
}

/// As if it had come: for tests, which have all in one.
#[cfg(test)]
pub fn pretend() {
    HERE.set(Some(&LATER));
}

/// Waits for the module.
///
/// # Errors
///
/// It did not come; the browser's console says why. Another call tries again.
pub async fn come() -> Result<&'static Later, SplitLoaderError> {
    let later = arrived().await?;
    HERE.set(Some(later));
    Ok(later)
}
