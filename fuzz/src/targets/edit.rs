//! A report from a program that may have changed it: refused, or corrected, cited and exported without harm.

use crate::{articles::article, choice, report::whole, text};
use newsmark::{
    corrections::{Correction, Patch, apply},
    export::{ExportOptions, Format, Style, citation, export},
    wire,
};

/// Reads one input.
pub fn run(data: &[u8]) {
    let (which, data) = choice(data);
    let json = text(data, 65_536);
    let Ok(report) = whole(&json) else { return };
    let one = article(which);
    let Ok(report) = wire::report_in_bytes(one.text, report) else { return };

    let mut patch = Patch::default();
    let ids = (report.mentions.iter().map(|m| &m.id).take(3))
        .chain(report.dates.iter().map(|d| &d.id).take(2))
        .chain(report.quotes.iter().map(|q| &q.id).take(3))
        .chain(report.entities.iter().map(|e| &e.id).take(3));
    for (i, id) in ids.enumerate() {
        let made = match i % 4 {
            0 => Correction::confirm(one.text, &report, id, true),
            1 => Correction::delete(one.text, &report, id, false),
            2 => Correction::split(one.text, &report, id, true),
            _ => Correction::set_speaker_named(one.text, &report, id, "Ada Quill", true),
        };
        // One about words that are none is refused, which is fine.
        if let Ok(correction) = made {
            let _ = patch.push(correction);
        }
    }
    if let Ok(correction) = Correction::boilerplate(one.text, &report, 0, true) {
        let _ = patch.push(correction);
    }
    let corrected = apply(one.text, &report, &patch).report;
    for report in [&report, &corrected] {
        for format in Format::ALL {
            export(one.text, report, format, &ExportOptions::default());
        }
        for quote in &report.quotes {
            citation(one.text, report, quote, Style::Plain, &ExportOptions::default());
        }
    }
}
