//! The command `newsmark`, as its users call it.

#![cfg(feature = "cli")]

use std::{
    fs,
    io::Write,
    path::PathBuf,
    process::{Command, Output, Stdio},
    thread,
};

use serde_json::{Value, json};

/// Runs the command with `input` on standard input.
fn run(args: &[&str], input: impl AsRef<[u8]>) -> Output {
    let mut child = Command::new(env!("CARGO_BIN_EXE_newsmark"))
        .args(args)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the command was built for this test");
    let mut stdin = child.stdin.take().expect("piped");
    let input = input.as_ref().to_owned();
    let writer = thread::spawn(move || stdin.write_all(&input));
    let output = child.wait_with_output().expect("it ends");
    // A command that refuses its arguments closes the pipe unread.
    let _ = writer.join().expect("the writer does not panic");
    output
}

/// Standard output of a run that must succeed.
fn said(args: &[&str], input: impl AsRef<[u8]>) -> String {
    let output = run(args, input);
    let complaint = String::from_utf8_lossy(&output.stderr);
    assert_eq!(output.status.code(), Some(0), "{args:?}: {complaint}");
    String::from_utf8(output.stdout).expect("UTF-8")
}

/// Exit code and standard error of a run that must write nothing else.
fn refused(args: &[&str], input: impl AsRef<[u8]>) -> (Option<i32>, String) {
    let output = run(args, input);
    assert!(output.stdout.is_empty(), "{args:?} wrote to standard output");
    (output.status.code(), String::from_utf8(output.stderr).expect("UTF-8"))
}

#[test]
fn a_patch_is_applied_and_what_has_no_place_is_said() {
    let text = "Ida Brenn left for Oslo on 4 October 2021.";
    let options = newsmark::Options::default();
    let report = newsmark::annotate(text, &options).expect("short");
    let id = &report.mentions.iter().find(|m| m.span.of(text) == "Oslo").expect("a place").id;
    let mut patch = newsmark::corrections::Patch::default();
    let kind = newsmark::corrections::Kind::from_name("work").expect("a kind");
    let made = newsmark::corrections::Correction::retype(text, &report, id, kind, false);
    patch.push(made.expect("it makes sense")).expect("sound");
    let path = file("patch.json", &patch.to_json());
    let path = path.to_str().expect("Unicode");
    let report: Value = serde_json::from_str(&said(&["--patch", path], text)).expect("JSON");
    let works =
        report["mentions"].as_array().expect("a list").iter().filter(|m| m["type"] == "work");
    assert_eq!(works.count(), 1);
    let marks = said(&["--patch", path, "--format", "marks", "--rules", "reader\\..*"], text);
    assert_eq!(marks, "Ida Brenn left for ⟦Oslo|reader.retyped⟧ on 4 October 2021.\n");
    let output = run(&["--patch", path], "Nobody left.");
    let told = String::from_utf8(output.stderr).expect("UTF-8");
    assert_eq!(output.status.code(), Some(0));
    assert_eq!(told, "newsmark: standard input: correction `c1` is not applied (gone)\n");
    let bad = file("no-patch.json", "{\"schema\":\"newsmark-patch/9\",\"corrections\":[]}");
    let (code, told) = refused(&["--patch", bad.to_str().expect("Unicode")], text);
    assert_eq!(code, Some(1));
    assert!(told.contains("schema: not newsmark-patch/1"), "{told}");
    assert_eq!(refused(&["batch", "--patch", path], "").0, Some(2));
}

fn lines(output: &str) -> Vec<Value> {
    output.lines().map(|line| serde_json::from_str(line).expect("JSON on each line")).collect()
}

/// A file with `text` in a folder of this test's own.
fn file(name: &str, text: &str) -> PathBuf {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("command");
    fs::create_dir_all(&folder).expect("the folder of this test");
    let path = folder.join(name);
    fs::write(&path, text).expect("a file of this test");
    path
}

#[test]
fn one_article_gives_one_report_whose_spans_count_the_unit_asked_for() {
    let text = "𝔐 “é”\n";
    for (unit, length) in [("utf8", 14), ("utf16", 7), ("codepoint", 6)] {
        let report: Value =
            serde_json::from_str(&said(&["--unit", unit], text)).expect("one JSON value");
        assert_eq!(report["schema"], "newsmark/1");
        assert_eq!(report["text"], json!({ "unit": unit, "length": length }));
    }
    let report: Value = serde_json::from_str(&said(&[], text)).expect("one JSON value");
    assert_eq!(report["text"]["unit"], "utf16", "the default");
}

#[test]
fn the_publication_date_is_handed_on() {
    let report: Value =
        serde_json::from_str(&said(&["--published=2021-10-04"], "It rained.")).expect("JSON");
    assert_eq!(report["document"]["published"]["value"], "2021-10-04");
    assert_eq!(report["document"]["published"]["from"], "given");
    let (code, message) = refused(&["--published", "4 October"], "It rained.");
    assert_eq!(code, Some(1));
    assert!(message.contains("standard input") && message.contains("4 October"), "{message}");
}

#[test]
fn several_files_give_an_array_or_a_line_each() {
    let one = file("one.txt", "One.");
    let three = file("three.txt", "Three.");
    let [one, three] = [&one, &three].map(|path| path.to_str().expect("UTF-8"));
    let lengths = |reports: &[Value]| -> Vec<u64> {
        reports.iter().map(|r| r["text"]["length"].as_u64().expect("a number")).collect()
    };
    let array: Vec<Value> = serde_json::from_str(&said(&[one, "-", three], "Two")).expect("array");
    assert_eq!(lengths(&array), [4, 3, 6]);
    let rows = lines(&said(&["--format=jsonl", one, "-", three], "Two"));
    assert_eq!(lengths(&rows), [4, 3, 6]);
}

#[test]
fn formats_that_go_one_after_another_do_and_the_others_go_to_a_folder() {
    let one = file("first.txt", "The ferry left Odile Marsh on 3 May 2021.");
    let two = file("second.txt", "It rained on 4 May 2021.");
    let [one, two] = [&one, &two].map(|path| path.to_str().expect("UTF-8"));
    let table = said(&["--format", "csv", one, two], "");
    assert_eq!(table.matches("id,kind,").count(), 1, "one first line");
    assert!(table.contains("2021-05-03") && table.contains("2021-05-04"), "{table}");
    assert_eq!(said(&["--format", "conll", one, two], "").matches("-DOCSTART-").count(), 2);
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("command/out");
    let _ = fs::remove_dir_all(&folder);
    let out = folder.to_str().expect("UTF-8");
    for format in ["brat", "html", "ics", "json", "marks"] {
        assert_eq!(said(&["-o", out, "--format", format, one, two, "-"], "Rain."), "", "{format}");
    }
    let mut names: Vec<_> = fs::read_dir(&folder)
        .expect("the folder was made")
        .map(|entry| entry.expect("readable").file_name().into_string().expect("UTF-8"))
        .filter(|name| name.starts_with("second") || name == "article.ann")
        .collect();
    names.sort();
    let wanted = ["ann", "html", "ics", "json", "marks.txt", "txt"].map(|e| format!("second.{e}"));
    assert_eq!(names[0], "article.ann");
    assert_eq!(names[1..], wanted);
    let page = fs::read_to_string(folder.join("second.html")).expect("written");
    assert!(page.starts_with("<!doctype html>"), "{page}");
    let other = file("first.md", "Rain.");
    let (code, message) = refused(&["-o", out, one, other.to_str().expect("UTF-8")], "");
    assert_eq!((code, message.contains("first.md")), (Some(1), true), "{message}");
    let output = run(&["--format", "timelinejs"], "It took three weeks.");
    assert!(String::from_utf8_lossy(&output.stderr).contains("not-a-point"), "what is left out");
}

#[test]
fn marks_keep_every_word_and_name_rules() {
    let text = "The mill in Odile paid $3 million on 4 October 2021.\n\nIt shut.";
    let marked = said(&["--format", "marks", "--published", "2021-10-04"], text);
    let mut plain = String::new();
    let mut rest = marked.as_str();
    while let Some(at) = rest.find(['⟦', '|']) {
        plain.push_str(&rest[..at]);
        rest = match rest[at..].strip_prefix('|') {
            Some(rule) => rule.split_once('⟧').expect("a rule id ends in ⟧").1,
            None => &rest[at + '⟦'.len_utf8()..],
        };
    }
    plain.push_str(rest);
    assert_eq!(plain, format!("{text}\n"));
}

#[test]
fn what_is_not_understood_is_refused_with_a_reason() {
    let missing = "no such file.txt";
    for (args, code, words) in [
        (&["--format", "xml"][..], 2, "timelinejs and marks"),
        (&["--format", "brat"], 2, "--out"),
        (&["--format", "html", "a.txt", "b.txt"], 2, "--out"),
        (&["batch", "--out", "folder"], 2, "--out"),
        (&["--unit", "bytes"], 2, "utf16, utf8 or codepoint"),
        (&["--colour"], 2, "--colour"),
        (&["--published"], 2, "--published"),
        (&["batch", "--format", "json"], 2, "--format"),
        (&["batch", "--published", "2021-10-04"], 2, "--published"),
        (&["batch", "--threads", "0"], 2, "--threads `0`"),
        (&["--threads", "1"], 2, "goes with `batch`"),
        (&[missing], 1, missing),
        (&["batch", missing], 1, missing),
    ] {
        let (got, message) = refused(args, "");
        assert_eq!(got, Some(code), "{args:?}: {message}");
        assert!(message.contains(words), "{args:?}: {message}");
    }
    let (code, message) = refused(&[], b"caf\xe9");
    assert_eq!(code, Some(1));
    assert!(message.contains("UTF-8"), "{message}");
}

#[test]
fn help_and_version_are_answered() {
    assert!(said(&["--help"], "").contains("newsmark batch"));
    assert_eq!(said(&["--version"], ""), format!("newsmark {}\n", env!("CARGO_PKG_VERSION")));
}

#[test]
fn a_batch_keeps_the_order_of_its_lines() {
    // Long and short articles in turn, so that later ones are ready first.
    let words =
        |n: usize| "It rained in the north. ".repeat(if n.is_multiple_of(7) { 400 } else { 1 });
    let input: String =
        (0..300).map(|n| json!({ "id": n, "text": words(n) }).to_string() + "\n").collect();
    let output = said(&["batch", "--unit", "codepoint"], &input);
    let alone = said(&["batch", "--unit", "codepoint", "--threads", "1"], &input);
    assert_eq!(output, alone, "however many threads");
    let answers = lines(&output);
    assert_eq!(answers.len(), 300);
    for (n, answer) in answers.iter().enumerate() {
        assert_eq!(answer["id"], n);
        assert_eq!(
            answer["report"]["text"],
            json!({ "unit": "codepoint", "length": words(n).len() })
        );
    }
}

#[test]
fn a_bad_line_is_an_error_line_and_not_the_end() {
    let input = [
        r#"{"id": "good", "text": "It rained.", "published": "2021-10-04", "genre": "news"}"#,
        r#"{"id": "no text"}"#,
        r#"{"text": "no id"}"#,
        "{\"id\": \"cut",
        "",
        r#"["an", "array"]"#,
        r#"{"id": "no day", "text": "It rained.", "published": "2021-02-30"}"#,
        r#"{"id": "null date", "text": "It rained.", "published": null}"#,
        r#"{"id": 7.0, "text": 7}"#,
    ]
    .join("\r\n")
        + "\n{\"id\": \"bytes\", \"text\": \"";
    let mut input = input.into_bytes();
    input.extend(b"\xff\"}\n{\"id\": \"last\", \"text\": \"\"}");
    let answers = lines(&said(&["batch"], input));
    let shown: Vec<(Value, &str)> = answers
        .iter()
        .map(|a| (a["id"].clone(), a["error"]["code"].as_str().unwrap_or("report")))
        .collect();
    assert_eq!(
        shown,
        [
            (json!("good"), "report"),
            (json!("no text"), "bad-line"),
            (Value::Null, "bad-line"),
            (Value::Null, "bad-line"),
            (Value::Null, "bad-line"),
            (json!("no day"), "bad-date"),
            (json!("null date"), "report"),
            (json!(7.0), "bad-line"),
            (Value::Null, "bad-line"),
            (json!("last"), "report"),
        ]
    );
    assert_eq!(answers[0]["report"]["document"]["published"]["value"], "2021-10-04");
    let message = answers[1]["error"]["message"].as_str().expect("a message");
    assert!(message.contains("line 2") && message.contains("text"), "{message}");
    let message = answers[4]["error"]["message"].as_str().expect("a message");
    assert!(message.starts_with("line 6"), "blank lines count: {message}");
}

#[test]
fn a_line_too_long_is_an_error_line_and_not_kept() {
    let mut input = r#"{"id": "vast", "text": ""#.to_owned() + &"a".repeat(17 << 20) + "\"}\n";
    input += &json!({ "id": "long", "text": "a ".repeat(1_500_000) }).to_string();
    input += "\n{\"id\": \"next\", \"text\": \"It rained.\"}\n";
    let answers = lines(&said(&["batch"], input));
    assert_eq!(answers.len(), 3);
    assert_eq!(
        (&answers[0]["id"], &answers[0]["error"]["code"]),
        (&Value::Null, &json!("bad-line"))
    );
    assert_eq!(answers[1]["error"]["code"], "too-long");
    assert_eq!(answers[2]["id"], "next");
    assert!(answers[2]["report"].is_object());
}

#[test]
fn a_reader_that_leaves_early_is_no_failure() {
    let line =
        json!({ "id": "x", "text": "It rained in the north. ".repeat(200) }).to_string() + "\n";
    let input = file("many.jsonl", &line.repeat(200));
    let mut child = Command::new(env!("CARGO_BIN_EXE_newsmark"))
        .arg("batch")
        .arg(&input)
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the command was built for this test");
    drop(child.stdout.take());
    let output = child.wait_with_output().expect("it ends");
    assert_eq!(output.status.code(), Some(0));
    assert_eq!(String::from_utf8_lossy(&output.stderr), "");
}

#[test]
fn the_environment_changes_no_byte() {
    let text = "It shut on Monday, three weeks ago, and reopens in May. \
        “Today we start,” said Ida Brenn on 03/04/2021, at 9 p.m.";
    let under = |zone: &str, language: &str| {
        let output = Command::new(env!("CARGO_BIN_EXE_newsmark"))
            .arg(file("environment.txt", text))
            .env_clear()
            .envs([("TZ", zone), ("LANG", language), ("LC_ALL", language)])
            .output()
            .expect("the command was built for this test");
        assert!(output.status.success());
        output.stdout
    };
    let plain = under("UTC", "C");
    let others = [
        ("Pacific/Kiritimati", "tr_TR.UTF-8"),
        ("America/Adak", "ar_EG.UTF-8"),
        ("Asia/Kathmandu", "th_TH.UTF-8"),
    ];
    for (zone, language) in others {
        assert_eq!(plain, under(zone, language), "{zone}, {language}");
    }
}
