//! The parts of the page that come after its first marks: modules of their own on the line, so that a reader
//! on a slow one can write, and see what is found in the text, before they are there.
//!
//! [`desk_arrives`] and [`along_arrives`] are the split points (`wasm_split`): what is reached through
//! [`Desk`] or [`Along`] alone stands in its module, what both need and the first marks do not in a third, and
//! nothing else of the page may name it. The build cuts them off (`xtask/src/wasm.rs`); `www/rest.ts`
//! has asked for them before the page is locked.

use std::cell::Cell;

use wasm_split_helpers::SplitLoaderError;
#[cfg(feature = "app")]
use wasm_split_helpers::wasm_split;
use web_sys::File;
use yew::Html;

use super::{
    components::{
        ActionsProps, CardProps, ChoiceProps, CompareProps, CorrectionsProps, HelpProps, On,
        SelectingProps, SidebarProps, TakeProps, parts,
    },
    correct,
    hooks::opened,
    host::Host,
    model::Reading,
    state::{Article, Fix, State, carried},
};
use crate::options::Options;

/// What readers look at beside the text, and what reads their mark-up.
pub struct Desk {
    /// The card of the selected mark.
    pub card: fn(CardProps) -> Html,
    /// What was found, beside the article.
    pub sidebar: fn(SidebarProps) -> Html,
    /// Several articles side by side.
    pub compare: fn(CompareProps) -> Html,
    /// The list of keys.
    pub help: fn(HelpProps) -> Html,
    /// The text of a page's mark-up.
    pub html_to_text: fn(&str) -> String,
    /// The text of a file, by the ending of its name.
    pub file_to_text: fn(&str, &str) -> String,
}

static DESK: Desk = Desk {
    card: parts::card,
    sidebar: parts::sidebar,
    compare: parts::compare,
    help: parts::help,
    html_to_text: super::paste::html_to_text,
    file_to_text: super::paste::file_to_text,
};

/// What readers correct and take along.
pub struct Along {
    /// What can be done to the selected mark, in its card.
    pub actions: fn(ActionsProps) -> Html,
    /// The card of chosen words.
    pub choice: fn(ChoiceProps) -> Html,
    /// What a pointer selects in the article.
    pub selecting: fn(SelectingProps) -> Html,
    /// The panel of all corrections.
    pub corrections: fn(CorrectionsProps) -> Html,
    /// What readers take along, share and keep.
    pub take: fn(TakeProps) -> Html,
    /// Reads a file that holds articles, and offers them.
    pub open_file: fn(&Host, File, On),
    /// Joins corrections from a file with those of the open article.
    pub take_patch: fn(&mut State, &str),
    /// Joins a list of names from a file with the reader's.
    pub take_lexicon: fn(&mut State, &str, bool),
    /// Corrects something, at a mark or at the selected one.
    pub fix: fn(&mut State, Option<usize>, Fix),
    /// What the engine has read of an article, with the reader's corrections.
    pub settle: fn(&mut Article, Reading) -> Reading,
    /// What to ask of the engine about an article.
    pub options: fn(&State, &Article) -> Options,
}

static ALONG: Along = Along {
    actions: parts::actions,
    choice: parts::choice,
    selecting: parts::selecting,
    corrections: parts::corrections,
    take: parts::take,
    open_file: opened::open_file,
    take_patch: carried::take_patch,
    take_lexicon: carried::take_lexicon,
    fix: correct::act,
    settle: correct::settle,
    options: correct::options,
};

#[cfg(feature = "app")]
#[wasm_split(desk, fallible)]
#[allow(clippy::unnecessary_wraps, reason = "what may fail is that the module comes")]
fn desk_arrives() -> Result<&'static Desk, SplitLoaderError> {
    Ok(&DESK)
}

#[cfg(feature = "app")]
#[wasm_split(along, fallible)]
#[allow(clippy::unnecessary_wraps, reason = "what may fail is that the module comes")]
fn along_arrives() -> Result<&'static Along, SplitLoaderError> {
    Ok(&ALONG)
}

// What takes a piece of the page by itself is not cut up.

#[cfg(not(feature = "app"))]
#[allow(clippy::unused_async, reason = "as where it is a module of its own")]
async fn desk_arrives() -> Result<&'static Desk, SplitLoaderError> {
    Ok(&DESK)
}

#[cfg(not(feature = "app"))]
#[allow(clippy::unused_async, reason = "as where it is a module of its own")]
async fn along_arrives() -> Result<&'static Along, SplitLoaderError> {
    Ok(&ALONG)
}

thread_local! {
    static HERE: (Cell<Option<&'static Desk>>, Cell<Option<&'static Along>>) =
        const { (Cell::new(None), Cell::new(None)) };
}

/// What readers look at, where it has come.
pub fn desk() -> Option<&'static Desk> {
    HERE.with(|(desk, _)| desk.get())
}

/// What readers correct and take along, where it has come.
pub fn along() -> Option<&'static Along> {
    HERE.with(|(_, along)| along.get())
}

/// As if all had come: for tests, which have all in one.
#[cfg(test)]
pub fn pretend() {
    HERE.with(|(desk, along)| {
        desk.set(Some(&DESK));
        along.set(Some(&ALONG));
    });
}

/// Waits for what readers look at.
///
/// # Errors
///
/// It did not come; the browser's console says why. Another call tries again.
pub async fn desk_comes() -> Result<&'static Desk, SplitLoaderError> {
    let desk = desk_arrives().await?;
    HERE.with(|(here, _)| here.set(Some(desk)));
    Ok(desk)
}

/// Waits for what readers correct and take along.
///
/// # Errors
///
/// It did not come; the browser's console says why. Another call tries again.
pub async fn along_comes() -> Result<&'static Along, SplitLoaderError> {
    let along = along_arrives().await?;
    HERE.with(|(_, here)| here.set(Some(along)));
    Ok(along)
}
