//! The page reads a report in portions, and takes no other answers than one who reads it whole.

use crate::{
    budget,
    report::{answer::Answer, whole},
    text,
};
use newsmark::report::Report;

fn in_portions(json: &str) -> serde_json::Result<Report> {
    let mut answer = Answer::new(json.to_owned())?;
    while !answer.read()? {}
    Ok(answer.into_report())
}

/// Reads one input.
pub fn run(data: &[u8]) {
    let json = text(data, 65_536);
    let portions = budget::within(json.len(), || in_portions(&json));
    let whole = whole(&json);
    if let (Ok(portions), Ok(whole)) = (portions, whole) {
        // `NaN` is no JSON, so that equal reports compare equal.
        assert_eq!(portions, whole);
    }
}
