//! The port against the data's own scorer: the same numbers for the same output, whatever that
//! output is worth. Skipped, with a note, where the data or Python is not there.

use std::{
    collections::BTreeMap,
    fs,
    path::{Path, PathBuf},
    process::Command,
};

use newsmark::{Knowledge, Options, cli::json, options::Unit, wire};
use serde_json::{Value, json};

use super::{
    gold::{self, Days, Gold},
    place::{Pair, Place},
    rows,
    score::quote::Kinds,
    sets::{FOUR, THREE, Task, WITH_GROUPS},
    system::{self, Entity, Mention, Spoken, System, Timex},
};

/// Enough of each set to meet its oddities, few enough for a debug build.
const ARTICLES: usize = 60;

/// The reference scorer's arguments, the gold, and the port's task.
const RUNS: &[(&[&str], &str, Task)] = &[
    (&["ner"], "ner/dev/conll2003.jsonl", Task::Names(FOUR)),
    (&["ner", "--labels=PER,ORG,LOC"], "ner/dev/gum.jsonl", Task::Names(THREE)),
    (&["ner", "--labels=PER,ORG,LOC"], "ner/dev/btc.jsonl", Task::Names(THREE)),
    (&["ner", "--labels=PER,ORG,LOC,NORP"], "ner/dev/worldwide.jsonl", Task::Names(WITH_GROUPS)),
    (&["coref"], "ner/dev/gum.jsonl", Task::Coref),
    (&["timex"], "dates/dev/timebank.jsonl", Task::Dates),
    (&["timex"], "dates/dev/gum.jsonl", Task::GumDates),
    (&["cases"], "dates/cases.jsonl", Task::Cases),
    (&["quote"], "quotes/dev/polnear.jsonl", Task::Quotes(Kinds::Direct)),
    (&["quote", "--kinds=indirect"], "quotes/dev/polnear.jsonl", Task::Quotes(Kinds::Indirect)),
    (&["body"], "raw/pages.jsonl", Task::Body),
];

/// The data's folder and its tools, where both are there and Python is.
fn reference() -> Option<(PathBuf, PathBuf)> {
    let data = super::data()?;
    let tools = data.join("../tools");
    let python =
        Command::new("python3").arg("--version").output().is_ok_and(|o| o.status.success());
    (python && tools.join("score.py").is_file()).then_some((data, tools))
}

/// A script of the tools on files in a folder of this test.
fn python(tools: &Path, script: &str, args: &[&str], files: &[&Path]) -> String {
    let output = Command::new("python3").arg(tools.join(script)).args(args).args(files).output();
    let output = output.expect("python3 ran before");
    let complaint = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{script} {args:?}: {complaint}");
    String::from_utf8(output.stdout).expect("the tools write UTF-8")
}

/// A file of this test: `lines`, one a line.
fn file(name: &str, lines: impl Iterator<Item = String>) -> PathBuf {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../target/against-reference");
    fs::create_dir_all(&folder).expect("the folder of this test");
    let path = folder.join(name);
    fs::write(&path, lines.map(|line| line + "\n").collect::<String>())
        .expect("a file of this test");
    path
}

/// The first articles of a gold file, and a file of just these. Cases come in clumps of one library:
/// every twentieth is taken.
fn some_gold(data: &Path, name: &str, to: &str) -> (Vec<Gold>, PathBuf) {
    let content = fs::read_to_string(data.join(name)).expect("the data holds this set");
    let step = if name.ends_with("cases.jsonl") { 20 } else { 1 };
    let most = if step > 1 { usize::MAX } else { ARTICLES };
    let path = file(to, content.lines().step_by(step).take(most).map(str::to_owned));
    (gold::read(&path).expect("the gold format"), path)
}

/// `{"a": {"b": 1}}` as `a.b: 1`.
fn flat(value: &Value, name: &str, into: &mut BTreeMap<String, f64>) {
    match value {
        Value::Object(parts) => {
            for (key, part) in parts {
                let name = if name.is_empty() { key.clone() } else { format!("{name}.{key}") };
                flat(part, &name, into);
            }
        }
        Value::Number(n) => {
            into.insert(name.into(), n.as_f64().expect("a count or a share"));
        }
        _ => {}
    }
}

fn assert_same(what: &str, task: Task, gold: &[Gold], found: &[System], reference: &str) {
    let pairs: Vec<_> = gold.iter().zip(found).collect();
    let ours: BTreeMap<String, f64> =
        rows::score(task, &pairs).iter().map(|(name, value)| (name.to_owned(), value)).collect();
    let last = reference.lines().last().expect("one line of JSON");
    let mut theirs = BTreeMap::new();
    flat(&serde_json::from_str(last).expect("one line of JSON"), "", &mut theirs);
    theirs.remove("bailed_units"); // of other systems
    let names = |scores: &BTreeMap<String, f64>| scores.keys().cloned().collect::<Vec<_>>();
    assert_eq!(names(&ours), names(&theirs), "{what}");
    for (name, value) in ours {
        // The reference rounds to one decimal.
        let difference = (value - theirs[&name]).abs();
        assert!(difference < 0.0501, "{what}, {name}: {value} here, {} there", theirs[&name]);
    }
}

#[test]
fn the_port_scores_newsmark_as_the_reference_does() {
    let Some((data, tools)) = reference() else {
        return println!("skipped: no NEWSMARK_DATA, no tools beside it, or no python3");
    };
    for (i, &(args, name, task)) in RUNS.iter().enumerate() {
        let (gold, gold_file) = some_gold(&data, name, &format!("real-gold-{i}.jsonl"));
        let found: Vec<System> =
            gold.iter().map(|g| system::annotate(g).expect("gold can be read")).collect();
        let reports = file(&format!("real-reports-{i}.jsonl"), gold.iter().map(batch_line));
        let converted = python(&tools, "report2gold.py", &[], &[&gold_file, &reports]);
        for (line, system) in converted.lines().zip(&found) {
            let mut line: Value = serde_json::from_str(line).expect("JSON lines");
            line.as_object_mut().expect("an object").remove("text");
            assert_eq!(line, serde_json::to_value(system).expect("plain data"), "{name}");
        }
        let system_file =
            file(&format!("real-system-{i}.jsonl"), converted.lines().map(str::to_owned));
        let scored = python(&tools, "score.py", args, &[&gold_file, &system_file]);
        assert_same(&format!("{args:?} {name}"), task, &gold, &found, &scored);
    }
}

/// What `newsmark batch --unit codepoint` answers.
fn batch_line(gold: &Gold) -> String {
    let options =
        Options { published: gold.published(), unit: Some(Unit::Codepoint), ..Options::default() };
    let report =
        wire::annotate(&gold.text, &options, &Knowledge::shipped()).expect("gold can be read");
    let id = json!(gold.id);
    format!("{{\"id\":{id},\"report\":{}}}", json::to_string(&report))
}

#[test]
fn the_port_scores_every_kind_of_mistake_as_the_reference_does() {
    let Some((data, tools)) = reference() else {
        return println!("skipped: no NEWSMARK_DATA, no tools beside it, or no python3");
    };
    for (i, &(args, name, task)) in RUNS.iter().enumerate() {
        let (gold, gold_file) = some_gold(&data, name, &format!("wrong-gold-{i}.jsonl"));
        let found: Vec<System> = gold.iter().map(mistaken).collect();
        let lines = found.iter().map(|s| serde_json::to_string(s).expect("plain data"));
        let system_file = file(&format!("wrong-system-{i}.jsonl"), lines);
        let scored = python(&tools, "score.py", args, &[&gold_file, &system_file]);
        assert_same(&format!("{args:?} {name}"), task, &gold, &found, &scored);
    }
}

/// Gold with mistakes: every few items something is left out, moved, cut, renamed or doubled.
fn mistaken(gold: &Gold) -> System {
    let length = gold.text.chars().count();
    let mut system = System { id: gold.id.clone(), ..System::default() };
    for (k, e) in gold.entities.iter().enumerate().filter(|(k, _)| k % 7 != 0) {
        let label = if k % 5 == 0 { "LOC" } else { &e.label };
        let entity = |place| Entity { place, label: label.into(), certainty: None };
        let place = moved(e.place, k, length);
        system.entities.push(entity(place));
        if k % 11 == 0 {
            system.entities.push(entity(moved(place, k + 1, length)));
        }
        let chain = e.chain.unwrap_or_else(|| i64::try_from(k).unwrap_or(0));
        // Odd chains are merged with their neighbours, some mentions are strays.
        let id = if k % 6 == 0 { format!("?{k}") } else { format!("e{}", chain / 2) };
        system.mentions.push(Mention { place, entity: id, form: "name".into() });
    }
    for (k, t) in gold.timexes.iter().enumerate().filter(|(k, _)| k % 7 != 0) {
        let attributes = t.attrs.clone().unwrap_or_default();
        let value = match k % 5 {
            0 => Some("2016-03-0X".to_owned()),
            1 => t.value.as_ref().map(|v| v.to_lowercase() + "-XX"),
            2 => None,
            _ => attributes.when.clone().or(t.value.clone()),
        };
        let place = moved(t.place, k, length);
        let timex_type = if k % 4 == 0 { "TIME" } else { &t.timex_type };
        system.timexes.push(timex(place, timex_type, value, (attributes.from, attributes.to)));
    }
    for (k, q) in gold.quotes.iter().enumerate().filter(|(k, _)| k % 7 != 0) {
        system.quotes.push(quote(q, k, length));
    }
    case(gold, length, &mut system);
    let lines = gold.text.lines().scan(0, |at, line| {
        let start = *at;
        *at += line.chars().count() + 1;
        Some((start, (*at - 1).min(length)))
    });
    system.kept = lines.enumerate().filter(|(k, _)| k % 3 != 0).map(|(_, pair)| pair).collect();
    system
}

/// `place`, every third time moved or cut.
fn moved(place: Place, k: usize, length: usize) -> Place {
    match k % 9 {
        3 => Place { start: place.start, end: (place.end + 3).min(length) },
        6 if place.len() > 2 => Place { start: place.start + 2, end: place.end },
        _ => place,
    }
}

fn timex(
    place: Place,
    timex_type: &str,
    value: Option<String>,
    (earliest, latest): (Option<String>, Option<String>),
) -> Timex {
    let alternatives = vec![Days { first: earliest.clone(), last: earliest.clone() }];
    let timex_type = timex_type.into();
    Timex { place, timex_type, value, earliest, latest, alternatives, certainty: None }
}

fn quote(gold: &gold::GoldQuote, k: usize, length: usize) -> Spoken {
    let whole: Pair = (gold.place.start, gold.place.end);
    let mut spans = if gold.spans.is_empty() { vec![whole] } else { gold.spans.clone() };
    for span in &mut spans {
        let place = moved((*span).into(), k, length);
        *span = (place.start, place.end);
    }
    let kind = match k % 8 {
        0 => "direct",
        1 => "indirect",
        2 => "partial",
        _ => &gold.kind,
    };
    let next = |pair: Pair| (pair.0 + 20, (pair.1 + 20).min(length).max(pair.0 + 20));
    Spoken {
        place: gold.place,
        spans,
        kind: kind.into(),
        cue: if k.is_multiple_of(3) { gold.cue.map(next) } else { gold.cue },
        speaker: match k % 4 {
            0 => None,
            1 => gold.speaker.map(next).filter(|s| s.1 <= length),
            _ => gold.speaker,
        },
        certainty: None,
        speaker_certainty: None,
    }
}

/// Finds the expression of a case: right, by its alternative, in two halves, or not at all.
fn case(gold: &Gold, length: usize, system: &mut System) {
    let case = &gold.case;
    let place = Place { start: case.start, end: case.end };
    let k = gold.id.bytes().map(usize::from).sum::<usize>();
    let days = |days: &Days| (days.first.clone(), days.last.clone());
    let mut add = |place, found| system.timexes.push(timex(place, "DATE", None, found));
    match k % 5 {
        0 if case.negative => add(Place { start: 0, end: length.min(1) }, (None, None)),
        _ if place.len() == 0 => {}
        0 => {}
        1 => add(place, case.alt.first().map_or((None, None), days)),
        2 => {
            let middle = usize::midpoint(place.start, place.end);
            let (first, last) = days(&case.days);
            add(Place { start: place.start, end: middle }, (first.clone(), first));
            add(Place { start: middle, end: place.end }, (last.clone(), last));
        }
        3 => add(moved(place, 3, length), (case.days.first.clone(), None)),
        _ => add(place, days(&case.days)),
    }
}
