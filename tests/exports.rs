//! Exports as hosts call them. Programs that read the formats check them in `tests/exports/`.

use newsmark::{
    Options, Report, annotate,
    export::{ExportOptions, Format, Style, citation, export, joined},
    options::Unit,
    span::Span,
    wire::WireReport,
};

/// Nested, crossing and split marks, a range, a right-to-left name, an emoji, a combining accent.
const TEXT: &str = "👩\u{200d}🚀 Ferry fares rise\r\n\r\n“It holds,” said Ada Quill of Ferry Board on 3 May 2021, “for e\u{301}ver.” שרה paid $3.5 million.";

fn report(published: Option<&str>) -> Report {
    let options = Options { published: published.map(str::to_owned), ..Options::default() };
    annotate(TEXT, &options).expect("nothing to refuse")
}

fn annotated(text: &str) -> Report {
    annotate(text, &Options::default()).expect("nothing to refuse")
}

fn only(format: Format, report: &Report) -> String {
    let mut done = export(TEXT, report, format, &ExportOptions::default());
    assert_eq!(done.files.len(), 1, "{format:?}");
    done.files.remove(0).text
}

#[test]
fn names_lead_to_formats_and_every_format_has_a_file() {
    let report = report(None);
    for format in Format::ALL {
        assert_eq!(Format::from_name(format.name()), Some(format));
        let done = export(TEXT, &report, format, &ExportOptions::default());
        assert_eq!(done.files.len(), if format == Format::Brat { 2 } else { 1 });
        assert_eq!(done, export(TEXT, &report, format, &ExportOptions::default()), "equal bytes");
        for file in done.files {
            assert!(!file.text.is_empty() && !file.ending.starts_with('.'), "{format:?}");
        }
    }
    assert_eq!(Format::from_name("xml"), None);
}

#[test]
fn json_is_what_serde_writes() {
    let report = report(Some("2021-05-04"));
    assert!(report.amounts.iter().any(|a| a.low.is_some()), "there is a number in it");
    let json = only(Format::Json, &report);
    for unit in [Unit::Utf8, Unit::Utf16, Unit::Codepoint] {
        let options = ExportOptions { unit, ..ExportOptions::default() };
        let json = export(TEXT, &report, Format::JsonLines, &options).files.remove(0).text;
        let wanted = serde_json::to_value(WireReport::of(TEXT, report.clone(), unit));
        let read: serde_json::Value = serde_json::from_str(&json).expect("JSON");
        assert_eq!(read, as_numbers(wanted.expect("a report")), "{unit:?}");
        assert_eq!(json.matches('\n').count(), 1);
    }
    #[cfg(feature = "cli")]
    {
        let wire = WireReport::of(TEXT, report, Unit::Utf16);
        assert_eq!(json, newsmark::cli::json::to_string(&wire) + "\n", "the command's bytes");
    }
    assert!(json.contains("\"low\":3500000,"), "{json}");
}

/// 3.0 as 3, which is what JSON readers make of both.
fn as_numbers(value: serde_json::Value) -> serde_json::Value {
    use serde_json::Value;
    match value {
        Value::Array(items) => items.into_iter().map(as_numbers).collect(),
        Value::Object(map) => map.into_iter().map(|(k, v)| (k, as_numbers(v))).collect(),
        Value::Number(n) if n.as_f64().is_some_and(|f| f.fract() == 0.0) => {
            (n.as_f64().unwrap_or_default() as i64).into()
        }
        other => other,
    }
}

#[test]
fn standoff_and_position_selectors_count_code_points() {
    let report = report(None);
    let characters: Vec<char> = TEXT.chars().collect();
    let words = |start: usize, end: usize| characters[start..end].iter().collect::<String>();

    let ann = export(TEXT, &report, Format::Brat, &ExportOptions::default()).files;
    let ann = ann.iter().find(|file| file.ending.ends_with("ann")).expect("the annotations");
    let row = ann.text.lines().find(|row| row.ends_with("\t3 May 2021")).expect("a date");
    let place: Vec<usize> = (row.split('\t').nth(1).unwrap_or_default().split(' ').skip(1))
        .filter_map(|number| number.parse().ok())
        .collect();
    assert_eq!(words(place[0], place[1]), "3 May 2021", "{row}");

    let json = only(Format::WebAnnotation, &report);
    let mut found = 0;
    for part in json.split("\"TextPositionSelector\"").skip(1) {
        let number = |key: &str| -> usize {
            let rest = part.split_once(&format!("\"{key}\":")).expect(key).1;
            rest.split(|c: char| !c.is_ascii_digit())
                .next()
                .and_then(|n| n.parse().ok())
                .expect(key)
        };
        found += usize::from(words(number("start"), number("end")) == "3 May 2021");
    }
    assert!(found > 0, "{json}");
}

#[test]
fn a_report_on_another_text_breaks_nothing() {
    let report = report(None);
    let long = "é".repeat(3);
    for other in ["", "x", &long] {
        for format in Format::ALL {
            export(other, &report, format, &ExportOptions::default());
        }
    }
}

#[test]
fn marks_outside_blocks_and_blocks_that_overlap_lose_no_word() {
    let mut report = report(None);
    let whole = Span::whole(TEXT).expect("short");
    report.blocks.iter_mut().for_each(|block| block.span = whole);
    report.sentences = vec![whole, whole];
    for format in Format::ALL {
        let text = export(TEXT, &report, format, &ExportOptions::default()).files.remove(0).text;
        if format == Format::Html {
            let text = text.split_once("<article").expect("it has one").1;
            let text = text.split_once("</article>").expect("it ends").0;
            let mut plain = String::new();
            for piece in text.split('<') {
                plain.push_str(piece.split_once('>').expect("a tag ends").1);
            }
            assert_eq!(plain.replace("&#13;", "\r"), TEXT);
        }
    }
}

#[test]
fn a_quote_is_cited_with_what_the_article_says() {
    let report = report(Some("2021-05-04"));
    let quote = &report.quotes[0];
    let options = ExportOptions::default();
    let plain = citation(TEXT, &report, quote, Style::Plain, &options);
    assert!(plain.starts_with("“It holds,”"), "{plain}");
    assert!(plain.contains("— Ada Quill"), "{plain}");
    assert!(plain.ends_with("in “👩\u{200d}🚀 Ferry fares rise”, 2021-05-04"), "{plain}");
    let hostile = "“It <b>holds</b>,” said Ada Quill.";
    let report = annotated(hostile);
    let html = citation(hostile, &report, &report.quotes[0], Style::Html, &options);
    assert!(
        html.starts_with("<blockquote><p>“It &lt;b&gt;holds&lt;/b&gt;,”</p></blockquote><p>— "),
        "{html}"
    );
}

#[test]
fn several_articles_are_one_text_with_one_first_line() {
    let report = report(None);
    for format in Format::ALL.into_iter().filter(|format| format.is_appendable()) {
        let one = only(format, &report);
        let head =
            if format == Format::Csv { one.find("\r\n").expect("a first line") + 2 } else { 0 };
        assert_eq!(joined(format, [&*one, &one]), [&one, &one[head..]].concat(), "{format:?}");
        assert_eq!(joined(format, [&*one]), one);
    }
}

#[test]
fn the_calendar_has_what_is_a_day_and_lists_the_rest() {
    let text =
        "It opens on 3 May 2021, runs from 5 May 2021 and in June 2021. It rained last week.";
    let report = annotate(text, &Options::default()).expect("nothing to refuse");
    let done = export(text, &report, Format::ICalendar, &ExportOptions::default());
    let calendar = &done.files[0].text;
    assert!(calendar.contains("\r\nDTSTART;VALUE=DATE:20210503\r\nDTEND;VALUE=DATE:20210504\r\n"));
    assert_eq!(calendar.matches("BEGIN:VEVENT").count(), 2, "{calendar}");
    assert_eq!(calendar.matches("X-NEWSMARK-LEFT-OUT").count(), done.left_out.len());
    assert!(done.left_out.iter().any(|out| out.reason == "too-coarse"), "{:?}", done.left_out);
    assert_eq!(done.left_out.len() + 2, report.dates.len());
}

#[test]
fn an_event_stands_once_in_a_calendar() {
    let text = "It opens again on 3 May 2021. The mayor came. It opens again on 3 May 2021.";
    let report = annotated(text);
    let done = export(text, &report, Format::ICalendar, &ExportOptions::default());
    assert_eq!(done.files[0].text.matches("BEGIN:VEVENT").count(), 1, "{}", done.files[0].text);
    assert_eq!(done.left_out.iter().filter(|out| out.reason == "repeated").count(), 1);
}

#[test]
fn what_is_as_long_as_a_year_or_month_keeps_both_its_ends() {
    let text = "The mill stood empty in the 1990s and turned again in the first half of 2021.";
    let report = annotated(text);
    let done = export(text, &report, Format::TimelineJs, &ExportOptions::default());
    let timeline: serde_json::Value = serde_json::from_str(&done.files[0].text).expect("JSON");
    let ends: Vec<_> = timeline["events"]
        .as_array()
        .expect("a list")
        .iter()
        .map(|event| {
            let year = |side: &str| event[side]["year"].as_u64();
            (year("start_date"), year("end_date"), event["end_date"]["month"].as_u64())
        })
        .collect();
    assert_eq!(ends, [(Some(1990), Some(1999), Some(12)), (Some(2021), Some(2021), Some(6))]);
}
