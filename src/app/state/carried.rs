//! Corrections and the reader's list as files: out of the page, and into it.

use std::rc::Rc;

use super::{Article, Failure, State, fixing::Log, parcel::Shared};
use crate::{
    app::{
        correct,
        strings::{fix, take},
    },
    corrections::{History, Lexicon, Patch, Refused},
};

/// The corrections of `article`; none where there are none.
pub fn patch_json(article: &Article) -> Option<String> {
    let patch = article.fix.log.patch();
    (!patch.is_empty()).then(|| patch.to_json())
}

/// What `json`, a patch, makes of an article's corrections; nothing, where it cannot be read.
pub fn log(json: &str) -> Option<Log> {
    Patch::from_json(json).ok().map(|patch| Log(Rc::new(History::new(patch))))
}

/// The reader's list; none where it is empty.
pub fn lexicon_json(lexicon: &Lexicon) -> Option<String> {
    (!lexicon.is_empty()).then(|| lexicon.to_json())
}

/// Joins corrections from a file with those of the open article. What is refused changes nothing, and it
/// is said why.
pub fn take_patch(state: &mut State, json: &str) {
    let taken = correct::take_patch(state, json);
    tell(state, taken.map(take::patch_taken));
}

/// Joins a list with the reader's. What is refused changes nothing, and it is said why; else what came of it
/// is said if it is to be `told`.
pub fn take_lexicon(state: &mut State, json: &str, told: bool) {
    let taken = correct::take_lexicon(state, json);
    if told || taken.is_err() {
        tell(state, taken.map(take::lexicon_taken));
    }
}

fn tell(state: &mut State, taken: Result<String, Refused>) {
    state.tell(taken.unwrap_or_else(|why| fix::refused(&why)));
}

/// How many corrections a patch holds.
///
/// # Errors
///
/// It is none.
pub fn corrections(json: &str) -> Result<usize, Failure> {
    Patch::from_json(json).map(|patch| patch.corrections().len()).map_err(|why| failure(&why))
}

/// Whether corrections and list of what is kept can be read.
///
/// # Errors
///
/// Why the first that cannot be read cannot.
pub fn check(kept: &Shared) -> Result<(), Failure> {
    kept.articles
        .iter()
        .filter_map(|parcel| parcel.patch.as_deref())
        .try_for_each(|json| corrections(json).map(drop))?;
    let list = kept.lexicon.as_deref().map_or(Ok(Lexicon::default()), Lexicon::from_json);
    list.map(drop).map_err(|why| failure(&why))
}

fn failure(why: &Refused) -> Failure {
    Failure { code: why.code().into(), message: why.to_string() }
}
