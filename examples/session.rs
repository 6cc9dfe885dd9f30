//! Reads a text again and again while it is written: `cargo run --release --example session`.
//!
//! A [`Session`] remembers what it made of each paragraph. Its report is that of [`annotate`], to the byte.

use std::time::Instant;

use newsmark::{Error, Knowledge, Options, Report, Session, annotate};

const PARAGRAPHS: [&str; 3] = [
    "The old mill at Larkhaven will turn again in spring, Mayor Odile Marsh said on Monday.",
    "“We are very glad,” said Marsh. “The repair cost $3.5 million, more than was planned.”",
    "The miller, Piet Sandvik, was less sure: “It will break again,” he told reporters.",
];

fn main() -> Result<(), Error> {
    let mut session = Session::new(Knowledge::shipped());
    let mut text = vec![PARAGRAPHS.join("\n\n"); 30].join("\n\n");
    for letters in ["", "\n\nThe", " river", " has not", " signed", " anything."] {
        text.push_str(letters);
        let begun = Instant::now();
        let report = read(&mut session, &text)?;
        let took = begun.elapsed();
        let begun = Instant::now();
        annotate(&text, &Options::default())?;
        let whole = begun.elapsed();
        let marks = report.mentions.len() + report.dates.len() + report.quotes.len();
        println!("{letters:?}: {marks} marks in {took:.1?}, without a memory in {whole:.1?}");
    }
    Ok(())
}

fn read(session: &mut Session, text: &str) -> Result<Report, Error> {
    session.annotate(text, &Options::default())
}

#[test]
fn every_text_gets_the_report_that_annotate_gives() {
    let mut session = Session::new(Knowledge::shipped());
    let mut text = PARAGRAPHS.join("\n\n");
    for letters in ["", " And then", " on Tuesday", " nothing."] {
        text.push_str(letters);
        let read = read(&mut session, &text).expect("a short text");
        assert_eq!(read, annotate(&text, &Options::default()).expect("a short text"));
    }
}
