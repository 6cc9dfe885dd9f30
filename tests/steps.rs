//! An analysis in steps is the analysis.

use std::{fs, ops::ControlFlow, path::Path};

use newsmark::{Analysis, Knowledge, Options, Report, annotate, options::Unit, wire};
use proptest::prelude::*;

/// The golden articles.
fn articles() -> Vec<String> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden");
    let mut paths: Vec<_> = fs::read_dir(folder)
        .expect("tests/golden is in the repository")
        .filter_map(|entry| Some(entry.ok()?.path()))
        .filter(|path| path.extension().is_some_and(|e| e == "txt"))
        .collect();
    paths.sort();
    paths.iter().map(|path| fs::read_to_string(path).expect("UTF-8")).collect()
}

fn options() -> Options {
    Options { published: Some("2021-10-04".into()), ..Options::default() }
}

fn bytes(report: &impl serde::Serialize) -> String {
    serde_json::to_string(report).expect("plain data")
}

/// Does up to `steps` steps; the report if that was the last.
fn advance(analysis: Analysis, steps: usize) -> ControlFlow<Report, Analysis> {
    (0..steps).try_fold(analysis, |analysis, _| analysis.step())
}

/// The report, and how many steps it took.
fn finish(mut analysis: Analysis) -> (Report, usize) {
    for steps in 1.. {
        match analysis.step() {
            ControlFlow::Continue(next) => analysis = next,
            ControlFlow::Break(report) => return (report, steps),
        }
    }
    unreachable!("the loop has no end but its return")
}

#[test]
fn every_article_takes_steps_and_gives_the_same_bytes() {
    for text in articles() {
        let whole = annotate(&text, &options()).expect("short, and the date is one");
        let (report, steps) =
            finish(Analysis::new(&text, &options(), &Knowledge::shipped()).expect("as above"));
        assert_eq!(bytes(&report), bytes(&whole));
        assert!(steps >= 9, "{steps} steps");
    }
}

#[test]
fn a_longer_text_takes_more_steps_of_a_bounded_size() {
    let steps = |sentences| {
        let text = "The mill paid $3.5 million to its people on 4 October 2021. ".repeat(sentences);
        finish(Analysis::new(&text, &options(), &Knowledge::shipped()).expect("short enough")).1
    };
    // Times and amounts are read by the stretch of sentences.
    let (short, long) = (steps(10), steps(1000));
    assert!(long >= short + 50, "{short} and {long}");
}

#[test]
fn every_unit_comes_in_steps_too() {
    for (text, unit) in articles().iter().zip([Unit::Utf8, Unit::Utf16, Unit::Codepoint]) {
        let options = Options { unit: Some(unit), ..options() };
        let whole = wire::annotate(text, &options, &Knowledge::shipped())
            .expect("short, and the date is one");
        let mut analysis =
            wire::Analysis::new(text, &options, &Knowledge::shipped()).expect("as above");
        let report = loop {
            match analysis.step() {
                ControlFlow::Continue(next) => analysis = next,
                ControlFlow::Break(report) => break report,
            }
        };
        assert_eq!(bytes(&report), bytes(&whole));
    }
}

#[test]
fn a_request_that_cannot_start_does_not() {
    let bad = Options { published: Some("May".into()), ..Options::default() };
    assert!(Analysis::new("x", &bad, &Knowledge::shipped()).is_err());
    let (report, _) =
        finish(Analysis::new("", &Options::default(), &Knowledge::shipped()).expect("short"));
    assert_eq!(report, annotate("", &Options::default()).expect("short"));
}

proptest! {
    #![proptest_config(ProptestConfig {
        cases: 24,
        failure_persistence: None,
        rng_seed: prop::test_runner::RngSeed::Fixed(2021),
        ..ProptestConfig::default()
    })]

    /// Two analyses by turns, and a third that is given up: none knows of another.
    #[test]
    fn analyses_by_turns_do_not_disturb_each_other(
        one in 0..8_usize, other in 0..8_usize, turns in prop::collection::vec(0..4_usize, 1..12),
    ) {
        let articles = articles();
        let begin = |i: usize| Analysis::new(&articles[i], &options(), &Knowledge::shipped()).expect("a golden article");
        let (mut pair, mut reports) = ([Some(begin(one)), Some(begin(other))], [None, None]);
        for (turn, steps) in turns.into_iter().enumerate() {
            let side = turn % 2;
            match pair[side].take().map(|analysis| advance(analysis, steps)) {
                Some(ControlFlow::Continue(next)) => pair[side] = Some(next),
                Some(ControlFlow::Break(report)) => reports[side] = Some(report),
                None => {}
            }
            drop(advance(begin(other), steps));
        }
        for (side, article) in [one, other].into_iter().enumerate() {
            let report = reports[side].take().or_else(|| Some(finish(pair[side].take()?).0));
            let whole = annotate(&articles[article], &options()).expect("a golden article");
            prop_assert_eq!(bytes(&report.expect("begun")), bytes(&whole));
        }
    }
}
