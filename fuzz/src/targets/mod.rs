//! What is fuzzed: one function a target, which panics at a find.

mod amounts;
mod annotate;
mod answer;
mod corrections;
mod dates;
mod edit;
mod entities;
mod export;
mod growth;
mod lexicon;
mod options;
mod paste;
mod patch;
mod quotes;
mod session;

/// Reads one input.
pub type Target = fn(&[u8]);

/// Every target by its name.
pub const ALL: &[(&str, Target)] = &[
    ("amounts", amounts::run),
    ("annotate", annotate::run),
    ("answer", answer::run),
    ("corrections", corrections::run),
    ("dates", dates::run),
    ("edit", edit::run),
    ("entities", entities::run),
    ("export", export::run),
    ("growth", growth::run),
    ("lexicon", lexicon::run),
    ("options", options::run),
    ("paste", paste::run),
    ("patch", patch::run),
    ("quotes", quotes::run),
    ("session", session::run),
];

/// The target of that name.
pub fn named(name: &str) -> Option<Target> {
    ALL.iter().find(|(known, _)| *known == name).map(|(_, target)| *target)
}
