//! A megabyte of anything is read in the time of an article of that length, or in a few times that.
//!
//! Time is the thread's own, in one run, and the best of a few decides: a busy machine fails nothing.

#[path = "common/invariants.rs"]
mod invariants;

use std::{collections::BTreeMap, time::Duration};

use cpu_time::ThreadTime;
use invariants::in_place;
use newsmark::{Options, annotate, report::BlockKind};

const LENGTH: usize = 1_000_000;
/// Long enough to tell a square from a line.
const SHORT: usize = 64_000;
/// How many times the time of an article.
const TIMES: f64 = 5.0;
/// Measured so often before it is slow.
const RUNS: usize = 3;

/// Where the characters stand that can be quotation marks: those that are added are tried, too.
const MARKS: &str = include_str!("../src/quotes/marks/scan.rs");

/// What is written over and over: each part of a list for its share of the length.
fn shapes() -> BTreeMap<String, Vec<String>> {
    let listed = include_str!("common/hostile.json");
    let mut shapes: BTreeMap<_, _> = serde_json::from_str(listed).expect("a list of lists");
    let (_, from) = MARKS.split_once("fn is_mark(").expect("the function that knows them");
    let (list, _) = from.split_once("\n}").expect("its end");
    let mut marks = list.split('\'').filter(|part| part.chars().count() == 1 && !part.is_ascii());
    let mut all: Vec<_> = marks.by_ref().map(str::to_owned).collect();
    all.extend(["'", "\"", "`"].map(str::to_owned));
    assert!(all.len() >= 20, "{all:?}");
    for mark in all {
        shapes.insert(format!("the mark {mark}"), vec![mark]);
    }
    shapes
}

fn written(parts: &[String], length: usize) -> String {
    parts.iter().map(|part| part.repeat(length / parts.len() / part.len())).collect()
}

/// The golden articles over and over, each time with other names: what stands there again and again
/// would be no part of it.
fn article() -> String {
    const ARTICLES: [&str; 8] = [
        include_str!("golden/business.txt"),
        include_str!("golden/court.txt"),
        include_str!("golden/disaster.txt"),
        include_str!("golden/interview.txt"),
        include_str!("golden/liveblog.txt"),
        include_str!("golden/politics.txt"),
        include_str!("golden/science.txt"),
        include_str!("golden/sport.txt"),
    ];
    const ENDINGS: [&str; 10] =
        ["son", "man", "ford", "by", "well", "ton", "ley", "worth", "gate", "field"];
    let mut text = String::new();
    for copy in 0.. {
        if text.len() >= LENGTH {
            break;
        }
        for word in ARTICLES[copy % 8].split_inclusive(|c: char| !c.is_alphanumeric()) {
            let end = word.trim_end_matches(|c: char| !c.is_alphanumeric()).len();
            text.push_str(&word[..end]);
            if end > 4 && word.starts_with(|c: char| c.is_uppercase()) {
                text.push_str(ENDINGS[copy % 10]);
                text.push_str(ENDINGS[copy / 10 % 10]);
                text.push_str(ENDINGS[copy / 100 % 10]);
            }
            text.push_str(&word[end..]);
        }
        text.push_str("\n\n");
    }
    text
}

/// Seconds a byte, the best of so many runs.
fn pace(text: &str, runs: usize) -> f64 {
    let read = || {
        let start = ThreadTime::now();
        assert!(annotate(text, &Options::default()).is_ok());
        start.elapsed()
    };
    let best: Duration = (0..runs).map(|_| read()).min().unwrap_or_default();
    best.as_secs_f64() / text.len() as f64
}

/// How many times the time of an article a text takes; measured again while that is too long.
fn times(text: &str, usual: f64) -> f64 {
    let once = pace(text, 1) / usual;
    if once <= TIMES { once } else { once.min(pace(text, RUNS) / usual) }
}

#[test]
fn a_megabyte_of_anything_takes_no_longer_than_five_articles_of_that_length() {
    let usual = pace(&article(), RUNS);
    let mut slow = Vec::new();
    for (name, parts) in shapes() {
        // First a short one: what grows with the square would not come back.
        for length in [SHORT, LENGTH] {
            let times = times(&written(&parts, length), usual);
            if times > TIMES {
                slow.push(format!("{name}, {length} bytes: {times:.1} times an article"));
                break;
            }
        }
    }
    assert!(slow.is_empty(), "{}", slow.join("\n"));
}

#[test]
fn what_an_article_is_measured_by_is_one() {
    let text = article();
    let report = annotate(&text, &Options::default()).expect("below the limit");
    assert_eq!(in_place(&text, &report), Ok(()));
    let unread: usize = (report.blocks.iter())
        .filter(|block| block.kind == BlockKind::Boilerplate)
        .map(|block| block.span.len())
        .sum();
    assert!(unread < LENGTH / 5, "{unread} bytes are not read");
    assert!(report.quotes.len() > 2_000 && report.mentions.len() > 5_000);
}

#[test]
fn what_is_found_in_anything_lies_in_it() {
    for (name, parts) in shapes() {
        let text = written(&parts, SHORT / 8);
        let report = annotate(&text, &Options::default()).expect("short");
        assert_eq!(in_place(&text, &report), Ok(()), "{name}");
    }
}
