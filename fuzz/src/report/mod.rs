//! The page's reading of reports, by its files, which name the library as `crate`.

#![allow(dead_code, unused_imports, reason = "the page uses all of it")]

pub use newsmark::report::*;

#[path = "../../../src/app/answer.rs"]
pub mod answer;
#[path = "../../../src/report/read.rs"]
mod read;

/// A report, read as a whole.
///
/// # Errors
///
/// `json` is no report.
pub fn whole(json: &str) -> serde_json::Result<Report> {
    read::from_json(json)
}
