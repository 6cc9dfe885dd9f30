//! The reader has the last word: corrections of a report, kept apart from it.
//!
//! # Design
//!
//! A [`Patch`] is an ordered list of [`Correction`]s; [`apply`] makes the corrected report from the
//! engine's report and the patch, always from the start. So undo is a shorter list, nothing is ever
//! changed in place, and the patch alone is what a reader takes along.
//!
//! **Anchors.** A correction names what it means by words, not by number: an [`Anchor`] holds the
//! words, up to 32 characters on each side, and where they stood, in code points. [`apply`] finds
//! them again in any text: first exactly where they stood; then where words and both sides are the
//! same; then the same words with enough of the sides; for quotes and blocks also where both sides
//! are there and the words are much the same. Where two places fit alike, or none does, the
//! correction is an [`Orphan`]: it stays in the patch and is never guessed.
//!
//! **Order.** Corrections apply one after the other, each to what those before it made: an annotation
//! that was added can be retyped, two entities that were merged can be merged again. Where two want
//! the same words, the later one has them.
//!
//! **All.** With `all`, a correction of a mention, date or amount counts for every place with the same
//! words (whole words, as they are written, all such marks whatever their entity); [`Op::Add`] for
//! every such place that is not marked; [`Op::Split`] for the same words of the same entity;
//! [`Op::SetSpeaker`] for every quote that has the same speaker so far. A correction whose target is an
//! entity counts for all its mentions anyway.
//!
//! **The result** is a report like the engine's: ids are given anew in reading order, as the engine
//! gives them, so that they mean the same everywhere; who wants to find a mark again looks for its
//! place ([`Applied::span`]). Overlaps follow the policy of [`crate::overlap`] with the reader's mark as
//! the stronger. Counts, shares, timeline and warnings come from the code that the engine uses. Key
//! sentences are those that the engine chose; their reasons follow. What the reader decided is `sure`
//! and has a rule whose id begins with `reader.` ([`RULES`]).
//!
//! **What the engine must read anew**, the publication date and blocks to read after all, stands in
//! [`Patch::options`]: ask with these, then apply.
//!
//! **Cost.** One index of the marks by place, one of the words of the text, made when the first
//! correction needs it: a correction costs a few look-ups, with `all` as many as there are places.

mod anchor;
mod apply;
mod decimal;
mod find;
mod history;
#[cfg(any(feature = "aside", feature = "cli", feature = "edit"))]
mod json;
mod kind;
mod lexicon;
mod make;
mod patch;
mod refused;
mod rules;
mod wire;

#[cfg(test)]
mod tests;

pub use anchor::{Anchor, CONTEXT, What};
pub use apply::{Applied, Corrected, Lost, Orphan, apply};
pub use history::History;
pub use kind::Kind;
pub use lexicon::{LEXICON_SCHEMA, Lexicon, Merged};
pub use patch::{Correction, Op, PATCH_SCHEMA, Patch, Who};
pub use refused::Refused;
pub use rules::RULES;
#[cfg(feature = "schema")]
pub use wire::{WireCorrection, WireData, WirePatch};

/// The longest patch or lexicon that is read, in bytes of JSON.
pub const MAX_BYTES: usize = 8 << 20;
/// The most corrections of one patch, and names or strings of one lexicon.
pub const MAX_ITEMS: usize = 10_000;
/// The longest string in a patch or lexicon, in code points.
pub const MAX_CHARS: usize = 10_000;
