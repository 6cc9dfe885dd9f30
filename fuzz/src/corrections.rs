//! What holds of every corrected report.

use std::collections::BTreeSet;

use newsmark::{
    Report,
    corrections::{Corrected, Patch, apply},
};

use crate::check;

/// Asserts that every correction is in one list, that the report is sound where the engine's is, that equal
/// input gives equal output, and that the patch comes back from its JSON.
///
/// # Panics
///
/// When that does not hold.
pub fn check_applied(text: &str, report: &Report, patch: &Patch) -> Corrected {
    let corrected = apply(text, report, patch);
    let mut seen = BTreeSet::new();
    let places =
        (corrected.applied.iter().chain(&corrected.reanchored).map(|done| done.correction))
            .chain(corrected.orphans.iter().map(|lost| lost.correction));
    for place in places {
        assert!(seen.insert(place), "correction {place} is in two lists");
    }
    assert_eq!(seen.len(), patch.corrections().len(), "a correction is in no list");
    check(text, &corrected.report);
    assert_eq!(apply(text, report, patch), corrected, "applied twice");
    let again = Patch::from_json(&patch.to_json()).expect("what was written is read");
    assert_eq!(&again, patch);
    corrected
}
