//! Reads names with the rules alone, and with the knowledge files: `cargo run --example knowledge`.
//!
//! [`Knowledge`] is the tagger's weights and the second part of the gazetteers, 780 kB. `annotate`
//! carries both within the program. A program that must be small reads them from files when it needs
//! them, or does without.

use std::sync::Arc;

use newsmark::{Knowledge, Options, Report, annotate_with};

const ARTICLE: &str = "Larkhaven beat Westmark on Sunday, and Brenn scored twice for the visitors. \
                       Talks between Sandvik Mills and the union in Port Varren go on.";

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let mut args = std::env::args().skip(1);
    let read = match (args.next(), args.next()) {
        (Some(weights), Some(names)) => from_files(&weights, &names)?,
        _ => Knowledge::shipped(),
    };
    for (what, knowledge) in [("rules", Arc::default()), ("all", read)] {
        let report = annotate_with(ARTICLE, &Options::default(), &knowledge)?;
        println!("{what}: {} ({})", names(&report), report.engine.data);
    }
    Ok(())
}

/// The files of this version: `src/data/tagger.weights` and `src/data/names.more`. Others are refused.
fn from_files(weights: &str, names: &str) -> Result<Arc<Knowledge>, Box<dyn std::error::Error>> {
    Ok(Arc::new(Knowledge::read(&std::fs::read(weights)?, &std::fs::read(names)?)?))
}

fn names(report: &Report) -> String {
    let names = report
        .mentions
        .iter()
        .map(|m| format!("{} ({:?}, {:?})", m.span.of(ARTICLE), m.entity_type, m.certainty));
    names.collect::<Vec<_>>().join(", ")
}

#[test]
fn the_files_give_what_is_shipped_and_the_rules_alone_give_less() {
    let data = concat!(env!("CARGO_MANIFEST_DIR"), "/src/data/");
    let files = from_files(&format!("{data}tagger.weights"), &format!("{data}names.more"));
    let read = |knowledge: &Arc<Knowledge>| {
        annotate_with(ARTICLE, &Options::default(), knowledge).expect("a short text")
    };
    let (shipped, rules) = (read(&Knowledge::shipped()), read(&Arc::default()));
    assert_eq!(read(&files.expect("the files of this version")), shipped);
    assert_ne!(names(&rules), names(&shipped));
    assert!(Knowledge::read(b"something else", b"").is_err());
}
