//! Corrections and the reader's list as files: out of the page, and into it.

use super::{Failure, State};
use crate::{
    app::strings::take,
    corrections::{Lexicon, Patch, Refused},
};

/// The corrections of the open article; none where there are none.
pub fn patch_json(state: &State) -> Option<String> {
    state.patch.as_deref().map(str::to_owned)
}

/// The reader's list; none where it is empty.
pub fn lexicon_json(state: &State) -> Option<String> {
    state.along.lexicon.as_deref().map(str::to_owned)
}

/// Joins corrections from a file with those of the open article. What is refused changes nothing, and it
/// is said why.
pub fn take_patch(state: &mut State, json: &str) {
    match joined_patch(patch_json(state).as_deref(), json) {
        Ok((json, added)) => {
            state.patch = Some(json.into());
            state.tell(take::patch_taken(added));
        }
        Err(why) => state.tell(take::refused(&failure(&why))),
    }
}

/// Joins a list from a file with the reader's. What is refused changes nothing, and it is said why.
pub fn take_lexicon(state: &mut State, json: &str) {
    match joined_lexicon(lexicon_json(state).as_deref(), json) {
        Ok((json, added)) => {
            state.along.lexicon = Some(json.into());
            state.tell(take::lexicon_taken(added));
        }
        Err(why) => state.tell(take::refused(&failure(&why))),
    }
}

/// How many corrections a patch holds.
///
/// # Errors
///
/// It is none.
pub fn corrections(json: &str) -> Result<usize, Failure> {
    Patch::from_json(json).map(|patch| patch.corrections().len()).map_err(|why| failure(&why))
}

fn joined_patch(own: Option<&str>, other: &str) -> Result<(String, usize), Refused> {
    let other = Patch::from_json(other)?;
    let Some(own) = own else { return Ok((other.to_json(), other.corrections().len())) };
    let mut patch = Patch::from_json(own)?;
    let added = patch.merge(&other)?;
    Ok((patch.to_json(), added))
}

/// Two lists as one, and how much of the second is new.
fn joined_lexicon(own: Option<&str>, other: &str) -> Result<(String, usize), Refused> {
    let other = Lexicon::from_json(other)?;
    let mut lexicon = match own {
        Some(own) => Lexicon::from_json(own)?,
        None => Lexicon::default(),
    };
    let merged = lexicon.merge(&other)?;
    Ok((lexicon.to_json(), merged.added))
}

fn failure(why: &Refused) -> Failure {
    Failure { code: why.code().into(), message: why.to_string() }
}
