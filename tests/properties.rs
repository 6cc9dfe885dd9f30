//! What holds of every report, whatever the text.

#[path = "common/invariants.rs"]
mod invariants;
#[path = "common/texts.rs"]
mod texts;

use invariants::{in_place, references, spans, unread};
use newsmark::{Knowledge, Options, Report, annotate, options::Unit, wire};
use proptest::prelude::*;
use texts::text;

fn read(text: &str) -> Report {
    let options = Options { published: Some("2021-10-04".into()), ..Options::default() };
    annotate(text, &options).expect("short, and the date is one")
}

proptest! {
    #![proptest_config(ProptestConfig {
        cases: 400,
        failure_persistence: None,
        rng_seed: prop::test_runner::RngSeed::Fixed(2021),
        ..ProptestConfig::default()
    })]

    #[test]
    fn spans_lie_in_the_text_on_boundaries_and_in_order(text in text()) {
        let report = read(&text);
        prop_assert_eq!(in_place(&text, &report), Ok(()), "{:?}", text);
    }

    #[test]
    fn ids_are_unique_and_references_lead_somewhere(text in text()) {
        prop_assert_eq!(references(&read(&text)), Ok(()), "{:?}", text);
    }

    #[test]
    fn nothing_in_boilerplate_is_annotated(text in text()) {
        prop_assert_eq!(unread(&text, &read(&text)), Ok(()), "{:?}", text);
    }

    #[test]
    fn units_count_the_same_places(text in text()) {
        let of = |unit| {
            let options = Options { unit: Some(unit), ..Options::default() };
            let report = wire::annotate(&text, &options, &Knowledge::shipped()).expect("short enough");
            let mut found = Vec::new();
            spans(&serde_json::to_value(&report).expect("plain data"), &mut found);
            found
        };
        let (bytes, points, units) = (of(Unit::Utf8), of(Unit::Codepoint), of(Unit::Utf16));
        for ((byte, point), unit) in bytes.into_iter().zip(points).zip(units) {
            let words = text.get(byte.0..byte.1).expect("on boundaries");
            let before = &text[..byte.0];
            prop_assert_eq!(point.0, before.chars().count());
            prop_assert_eq!(point.1 - point.0, words.chars().count());
            prop_assert_eq!(unit.0, before.encode_utf16().count());
            prop_assert_eq!(unit.1 - unit.0, words.encode_utf16().count());
        }
    }

    #[test]
    fn equal_text_gives_equal_reports(text in text()) {
        prop_assert_eq!(read(&text), read(&text));
    }
}

/// Ends in a full stop, so that it is a paragraph wherever it stands, and holds nothing to annotate
/// or to remember.
const IN_FRONT: &str = "it was raining in the hills and the river rose, as it often does when the \
    snow is wet and the wind turns round, and nobody thought much of it at the time.\n\n";

#[test]
fn a_paragraph_in_front_shifts_everything() {
    assert!(read(IN_FRONT).mentions.is_empty() && read(IN_FRONT).dates.is_empty());
    let body = "it stood by the harbour, wrote Ida Brenn, and she told Reuters on 4 October 2021 that \
        Germany had paid $3.5 million for it.\n\n“We opened three weeks ago,” Brenn said, “and about \
        40% of us stayed.”\n\nthe mill shut last year, said Odile Marsh of Hull & Sons Ltd, and it is \
        still shut.\n";
    // Both texts begin with a paragraph, so that neither has a headline.
    let lead = format!("{IN_FRONT}{body}");
    let twice = format!("{IN_FRONT}{IN_FRONT}{body}");
    let places = |report: &Report, from: usize| {
        let annotations = (report.mentions.iter().map(|m| (m.span, m.why.rule.clone())))
            .chain(report.dates.iter().map(|d| (d.span, d.timex.value.clone().into())))
            .chain(report.amounts.iter().map(|a| (a.span, a.why.rule.clone())))
            .chain(report.quotes.iter().map(|q| (q.content[0].span, q.why.rule.clone())))
            .chain(report.sentences.iter().map(|&s| (s, "sentence".into())))
            .chain(report.blocks.iter().map(|b| (b.span, format!("{:?}", b.kind).into())));
        annotations
            .filter(|(span, _)| span.start() >= from)
            .map(|(span, what)| (span.start() - from, span.end() - from, what))
            .collect::<Vec<_>>()
    };
    let (once, again) = (read(&lead), read(&twice));
    let wanted = places(&once, IN_FRONT.len());
    assert!(wanted.len() > 10, "there is something to shift: {wanted:?}");
    assert_eq!(wanted, places(&again, 2 * IN_FRONT.len()));
}
