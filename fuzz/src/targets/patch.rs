//! Patches from elsewhere: refused with a place, or applied without harm.

use crate::{articles::article, budget, choice, corrections::check_applied, text};
use newsmark::{Options, corrections::Patch};

/// Reads one input.
pub fn run(data: &[u8]) {
    let (which, data) = choice(data);
    let json = text(data, 65_536);
    let patch = match Patch::from_json(&json) {
        Ok(patch) => patch,
        Err(refused) => {
            assert!(!refused.code().is_empty() && !refused.to_string().is_empty());
            return;
        }
    };
    let one = article(which);
    budget::within(one.text.len() + json.len(), || check_applied(one.text, &one.report, &patch));
    let other = article(which.wrapping_add(1));
    let moved = patch.reanchored(one.text, other.text);
    check_applied(other.text, &other.report, &moved);
    assert!(patch.options(one.text, &Options::default()).check(one.text).is_ok());

    let mut twice = patch.clone();
    assert_eq!(twice.merge(&patch).ok(), Some(0), "what is there is not added");
}
