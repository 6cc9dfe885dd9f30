//! Corrects a report, takes a correction back, and keeps what was corrected as JSON would:
//! `cargo run --example corrections`.

use newsmark::{
    Options, Report, annotate,
    corrections::{Correction, History, Kind, Patch, apply},
    report::EntityType,
};

const ARTICLE: &str = "Odile Marsh opened the mill in Port Varren in March 2020.";

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let found = annotate(ARTICLE, &Options::default())?;
    println!("newsmark: {}", names(ARTICLE, &found));

    let mut history = corrected(&found)?;
    let both = apply(ARTICLE, &found, history.patch()).report;
    println!("reader:   {}, {}", names(ARTICLE, &both), both.dates[0].timex.value);

    // A report is always made from the engine's own and a patch: undo is a shorter patch.
    history.undo();
    let one = apply(ARTICLE, &found, history.patch()).report;
    println!("undone:   {}, {}", names(ARTICLE, &one), one.dates[0].timex.value);

    let edited = "Yesterday Odile Marsh opened the mill in Port Varren, in March 2020.";
    println!("edited:   {}", names(edited, &again(edited, history.patch())?));
    Ok(())
}

/// Two corrections: the mill's opener is a ship, and the date is another month.
fn corrected(found: &Report) -> Result<History, Box<dyn std::error::Error>> {
    let marsh = found.mentions.iter().find(|m| m.span.of(ARTICLE) == "Odile Marsh");
    let marsh = &marsh.ok_or("nobody found")?.id;
    let ship = Kind::Name(EntityType::Product);
    let mut history = History::default();
    history.push(Correction::retype(ARTICLE, found, marsh, ship, true)?)?;
    let date = &found.dates.first().ok_or("no date found")?.id;
    history.push(Correction::set_value(ARTICLE, found, date, "2020-04", false)?)?;
    Ok(history)
}

/// Corrections are tied to words: in an edited text they are found again, or said to be lost.
fn again(text: &str, patch: &Patch) -> Result<Report, newsmark::Error> {
    let report = annotate(text, &patch.options(text, &Options::default()))?;
    let outcome = apply(text, &report, patch);
    for orphan in &outcome.orphans {
        eprintln!("correction {} has lost its place: {:?}", orphan.correction, orphan.reason);
    }
    Ok(outcome.report)
}

fn names(text: &str, report: &Report) -> String {
    let names =
        report.mentions.iter().map(|m| format!("{} ({:?})", m.span.of(text), m.entity_type));
    names.collect::<Vec<_>>().join(", ")
}

#[test]
fn what_was_corrected_holds_until_it_is_undone() {
    let found = annotate(ARTICLE, &Options::default()).expect("a short text");
    let mut history = corrected(&found).expect("both fit");
    let read = |history: &History| {
        let report = apply(ARTICLE, &found, history.patch()).report;
        (names(ARTICLE, &report).contains("Marsh (Product)"), report.dates[0].timex.value.clone())
    };
    assert_eq!(read(&history), (true, "2020-04".into()));
    assert!(history.undo());
    assert_eq!(read(&history), (true, "2020-03".into()));
    assert!(history.undo());
    assert_eq!(read(&history), (false, "2020-03".into()));
    assert!(history.redo());
    let edited = format!("Yesterday, {ARTICLE}");
    let report = again(&edited, history.patch()).expect("a short text");
    assert!(names(&edited, &report).contains("Marsh (Product)"));
}
