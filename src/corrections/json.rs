//! Patches and lexicons as JSON files.

use serde::Serialize;

use super::{Lexicon, MAX_BYTES, Patch, Refused, wire::WirePatch};
use crate::report::read::from_json;

impl Patch {
    /// Reads a patch. The same patch is always written as the same bytes, so that what
    /// [`Patch::to_json`] wrote comes out of it again.
    ///
    /// # Errors
    ///
    /// [`Refused::BadPatch`], which says where; nothing of a patch with a fault is taken.
    pub fn from_json(json: &str) -> Result<Self, Refused> {
        let bad = |at: String, reason: String| Refused::BadPatch { at, reason };
        if json.len() > MAX_BYTES {
            return Err(bad("the file".into(), format!("longer than {MAX_BYTES} bytes")));
        }
        let wire: WirePatch = from_json(json).map_err(|error| {
            let (at, reason) = told(&error);
            bad(at, reason)
        })?;
        Self::try_from(wire).map_err(|told| {
            let (at, reason) = told.split_once(": ").unwrap_or(("the file", &told));
            bad(at.to_owned(), reason.to_owned())
        })
    }

    /// The patch on one line.
    pub fn to_json(&self) -> String {
        written(self)
    }
}

impl Lexicon {
    /// Reads a lexicon.
    ///
    /// # Errors
    ///
    /// [`Refused::BadLexicon`], which says where; nothing of a lexicon with a fault is taken.
    pub fn from_json(json: &str) -> Result<Self, Refused> {
        let bad = |at: String, reason: String| Refused::BadLexicon { at, reason };
        if json.len() > MAX_BYTES {
            return Err(bad("the file".into(), format!("longer than {MAX_BYTES} bytes")));
        }
        let lexicon: Self = from_json(json).map_err(|error| {
            let (at, reason) = told(&error);
            bad(at, reason)
        })?;
        lexicon.check()?;
        Ok(lexicon)
    }

    /// The lexicon on one line.
    pub fn to_json(&self) -> String {
        written(self)
    }
}

/// Plain data without maps or numbers with a fraction: writing it cannot fail.
fn written(value: &impl Serialize) -> String {
    serde_json::to_string(value).unwrap_or_default()
}

/// Where reading ended, and why.
fn told(error: &serde_json::Error) -> (String, String) {
    let at = format!("line {}, column {}", error.line(), error.column());
    let message = error.to_string();
    let reason = message.split(" at line ").next().unwrap_or_default().to_owned();
    (at, reason)
}
