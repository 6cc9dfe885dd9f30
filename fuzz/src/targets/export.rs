//! Every export of whatever is read, read again.

use std::sync::Arc;

use crate::{budget, choice, formats, text};
use newsmark::{
    Knowledge, Options, annotate_with,
    export::{ExportOptions, Style, citation},
    options::Unit,
};

/// Reads one input.
pub fn run(data: &[u8]) {
    let (bits, data) = choice(data);
    let text = text(data, 4_096);
    let knowledge = if bits & 1 == 0 { Arc::default() } else { Knowledge::shipped() };
    let asked =
        Options { published: (bits & 2 != 0).then(|| "2021-10-04".into()), ..Options::default() };
    let report = annotate_with(&text, &asked, &knowledge).expect("short");
    let title: String = text.chars().take(30).collect();
    let options = ExportOptions {
        unit: [Unit::Utf16, Unit::Utf8, Unit::Codepoint][usize::from(bits >> 2) % 3],
        title: (bits & 128 != 0).then_some(&*title),
        ..ExportOptions::default()
    };
    budget::within(4 * text.len(), || formats::check_all(&text, &report, &options));
    for quote in report.quotes.iter().take(4) {
        for style in [Style::Plain, Style::Html] {
            let cited = citation(&text, &report, quote, style, &options);
            assert!(!cited.is_empty() && !cited.contains("<script"), "{cited}");
        }
    }
}
