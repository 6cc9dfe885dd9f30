//! What the fuzz targets share: texts, what must hold of what comes back, and how long it may take.
//!
//! A target is a file in `targets/`. A panic in it is a find, so checks are assertions.

pub mod articles;
pub mod budget;
pub mod corrections;
pub mod formats;
pub mod targets;
pub mod words;

#[path = "../../tests/common/invariants.rs"]
pub mod invariants;
#[path = "../../tests/common/pieces.rs"]
pub mod pieces;

/// The page's reading of mark-up. By its files and not by the feature `aside`, which would compile all of Yew.
#[path = "../../src/app/paste/mod.rs"]
pub mod paste;
pub mod report;

use newsmark::Report;

/// Asserts what holds of every report.
///
/// # Panics
///
/// When it does not hold.
pub fn check(text: &str, report: &Report) {
    for held in [
        invariants::in_place(text, report),
        invariants::references(report),
        invariants::unread(text, report),
    ] {
        assert_eq!(held, Ok(()));
    }
}

/// `data` as a text, at most `most` bytes of it: what takes long finds less.
pub fn text(data: &[u8], most: usize) -> std::borrow::Cow<'_, str> {
    String::from_utf8_lossy(data.get(..most).unwrap_or(data))
}

/// The first byte, for choices, and the rest.
pub fn choice(data: &[u8]) -> (u8, &[u8]) {
    data.split_first().map_or((0, data), |(first, rest)| (*first, rest))
}
