//! JSON and JSON lines: the report itself.

use super::{ExportOptions, Format, Writer, json::Json};
use crate::{report::Report, wire::WireReport};

pub(super) fn write(
    text: &str,
    report: &Report,
    format: Format,
    options: &ExportOptions<'_>,
    out: &mut Writer,
) {
    let mut json = Json::new();
    json.value(&WireReport::of(text, report.clone(), options.unit));
    json.out.push('\n');
    let (ending, media_type) = match format {
        Format::JsonLines => ("jsonl", "application/jsonl"),
        _ => ("json", "application/json"),
    };
    out.file(ending, media_type, json.out);
}
