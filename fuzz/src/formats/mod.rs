//! Every export, read again by a reader that forgives nothing.

mod lines;
mod markup;
mod table;

use newsmark::{
    Report,
    export::{ExportOptions, Exported, Format, export},
};
use serde_json::Value;

/// Writes `report` in all formats and reads what was written.
///
/// # Panics
///
/// When a format is not what its readers ask for.
pub fn check_all(text: &str, report: &Report, options: &ExportOptions<'_>) {
    for format in Format::ALL {
        let done = export(text, report, format, options);
        assert_eq!(done.files.len(), if format == Format::Brat { 2 } else { 1 });
        for left in &done.left_out {
            assert!(!left.id.is_empty() && !left.reason.is_empty());
        }
        check(text, report, format, &done);
    }
}

fn check(text: &str, report: &Report, format: Format, done: &Exported) {
    let file = &*done.files[0].text;
    match format {
        Format::Json | Format::JsonLines => {
            let back: Report = serde_json::from_str(file).expect("a report");
            assert_eq!(back.quotes.len(), report.quotes.len());
            assert_eq!(file.matches('\n').count(), 1, "one line");
        }
        Format::WebAnnotation => drop(json(file)),
        Format::TimelineJs => drop(json(file)),
        Format::Spacy => {
            let document = json(file);
            // spaCy takes its text from the document, and its offsets count code points of it.
            assert_eq!(document["text"].as_str(), Some(text));
            let length = text.chars().count() as u64;
            let tokens = document["tokens"].as_array().expect("tokens");
            let mut end = 0;
            for token in tokens {
                let (from, to) = (token["start"].as_u64(), token["end"].as_u64());
                let (from, to) = from.zip(to).expect("a place");
                assert!(end <= from && from < to && to <= length, "{from}..{to} behind {end}");
                end = to;
            }
        }
        Format::Csv => table::check(file),
        Format::Html => markup::check_page(text, file),
        Format::TimeMl => markup::check_timeml(text, file),
        Format::Conll => lines::check_conll(file),
        Format::Brat => lines::check_brat(text, file, &done.files[1].text),
        Format::ICalendar => lines::check_calendar(file),
        Format::Markdown => {
            // A backslash takes the meaning of what follows.
            let bare = file.replace("\\\\", "").replace("\\<", "");
            assert!(!bare.contains('<'), "mark-up of the article's own");
        }
    }
}

fn json(file: &str) -> Value {
    serde_json::from_str(file).expect("JSON")
}
