use super::*;
use crate::options::Unit;

const TEXT: &str =
    "“Café hours stay,” said Odile Marsh in Port Varren on 4 October 2021. 🎈 Marsh left.";

fn report(unit: Unit) -> String {
    let report = crate::annotate(TEXT, &Options::default()).expect("an ordinary text");
    json(&wire::WireReport::of(TEXT, report, unit))
}

const NONE: &str = r#"{"schema":"newsmark-patch/1","corrections":[]}"#;

fn at<'j>(json: &'j serde_json::Value, list: &str, name: &str) -> &'j serde_json::Value {
    json[list].as_array().expect("a list").iter().find(|item| item["name"] == name).expect(name)
}

#[test]
fn no_correction_gives_the_report_back_in_each_unit() {
    for unit in [Unit::Utf8, Unit::Utf16, Unit::Codepoint] {
        let report = report(unit);
        let done: serde_json::Value =
            serde_json::from_str(&correct_json(TEXT, &report, NONE).expect("corrected"))
                .expect("JSON");
        let before: serde_json::Value = serde_json::from_str(&report).expect("JSON");
        assert_eq!(done["report"], before);
        assert_eq!(done["unread"], false);
    }
}

#[test]
fn a_request_becomes_a_correction_that_holds() {
    let report = report(Unit::Utf16);
    let before: serde_json::Value = serde_json::from_str(&report).expect("JSON");
    let id = &at(&before, "entities", "Odile Marsh")["id"];
    let request = format!(r#"{{"op":"retype","id":{id},"type":"place"}}"#);
    let patch = patch_with_json(TEXT, &report, NONE, &request).expect("a patch");
    let done: serde_json::Value =
        serde_json::from_str(&correct_json(TEXT, &report, &patch).expect("corrected"))
            .expect("JSON");
    assert_eq!(at(&done["report"], "entities", "Odile Marsh")["type"], "place");
    assert_eq!(done["applied"][0]["id"], "c1");
    assert_eq!(joined_json(&patch, &patch).expect("the same"), patch);
}

#[test]
fn a_request_counts_the_unit_of_its_report() {
    let units = |part: &str| {
        let start = TEXT.find(part).expect(part);
        let count = |text: &str| text.encode_utf16().count();
        (count(&TEXT[..start]), count(&TEXT[..start + part.len()]))
    };
    let (start, end) = units("🎈 Marsh left");
    let request =
        |end| format!(r#"{{"op":"add","span":{{"start":{start},"end":{end}}},"type":"product"}}"#);
    let report = report(Unit::Utf16);
    let patch = patch_with_json(TEXT, &report, NONE, &request(end)).expect("a patch");
    assert!(patch.contains(r#""exact":"🎈 Marsh left""#), "{patch}");
    let half = request(start + 1);
    let refused = patch_with_json(TEXT, &report, NONE, &half).expect_err("half of the balloon");
    assert_eq!(refused.code, "bad-span");
}

#[test]
fn what_is_wrong_is_said_with_a_code() {
    let utf16 = report(Unit::Utf16);
    let code = |outcome: Outcome| outcome.expect_err("refused").code;
    assert_eq!(code(correct_json(TEXT, "{", NONE)), "bad-report");
    assert_eq!(code(correct_json("another text", &utf16, NONE)), "bad-report");
    assert_eq!(code(correct_json(TEXT, &report(Unit::Utf8), "{}")), "bad-patch");
    let ask = |request| code(patch_with_json(TEXT, &utf16, NONE, request));
    assert_eq!(ask(r#"{"op":"sing"}"#), "bad-request");
    assert_eq!(ask(r#"{"op":"delete"}"#), "bad-request");
    assert_eq!(ask(r#"{"op":"delete","id":"m999"}"#), "unknown-id");
    assert_eq!(ask(r#"{"op":"delete","id":"m1","colour":"red"}"#), "bad-request");
    assert_eq!(ask(r#"{"op":"retype","id":"m1","type":"sheep"}"#), "bad-request");
    assert_eq!(code(exported_json(TEXT, &utf16, "pdf", "{}")), "bad-format");
    assert_eq!(code(exported_json(TEXT, &utf16, "md", r#"{"font":1}"#)), "bad-option");
    assert_eq!(code(cited_text(TEXT, &utf16, "q99")), "unknown-id");
    assert_eq!(code(options_for_json(TEXT, NONE, "{}", "{}")), "bad-lexicon");
}

#[test]
fn spans_that_are_no_ranges_of_the_text_are_refused() {
    let good = report(Unit::Utf16);
    // The first span of a mention begins within the balloon's surrogate pair.
    let inside = TEXT[..TEXT.find('🎈').expect("there")].encode_utf16().count() + 1;
    let mut report: serde_json::Value = serde_json::from_str(&good).expect("JSON");
    report["mentions"][0]["span"]["start"] = inside.into();
    report["mentions"][0]["span"]["end"] = (inside + 2).into();
    let outcome = correct_json(TEXT, &report.to_string(), NONE);
    assert_eq!(outcome.expect_err("refused").code, "bad-report");
}

#[test]
fn exports_are_those_of_the_command() {
    let report_json = report(Unit::Utf16);
    let (_, report) = read_report(TEXT, &report_json).expect("a report");
    for format in Format::ALL {
        let told: serde_json::Value = serde_json::from_str(
            &exported_json(TEXT, &report_json, format.name(), r#"{"title":"Mill"}"#).expect("done"),
        )
        .expect("JSON");
        let options = ExportOptions { title: Some("Mill"), ..ExportOptions::default() };
        let files = export(TEXT, &report, format, &options).files;
        let texts: Vec<_> =
            told["files"].as_array().expect("a list").iter().map(|f| &f["text"]).collect();
        assert_eq!(texts, files.iter().map(|file| &*file.text).collect::<Vec<_>>());
    }
    let cited = cited_text(TEXT, &report_json, "q1").expect("a quote");
    assert!(cited.starts_with("“Café hours stay,” — Odile Marsh"), "{cited}");
}

#[test]
fn the_core_is_asked_for_what_patch_and_lexicon_say() {
    let report = report(Unit::Utf16);
    let request = r#"{"op":"setPublished","value":"2021-10-05"}"#;
    let patch = patch_with_json(TEXT, &report, NONE, request).expect("a patch");
    let lexicon =
        r#"{"schema":"newsmark-lexicon/1","names":[{"text":"Marsh","type":"place"}],"ignore":[]}"#;
    let options = options_for_json(TEXT, &patch, lexicon, r#"{"dateOrder":"dmy"}"#).expect("done");
    let options: Options = serde_json::from_str(&options).expect("options");
    assert_eq!(options.published.as_deref(), Some("2021-10-05"));
    assert_eq!(options.lexicon.map(|names| names.len()), Some(1));
    assert!(options.date_order.is_some());
}
