//! What holds of every report, whatever the text.

use std::collections::BTreeSet;

use newsmark::{
    Knowledge, Options, Report, annotate,
    options::Unit,
    report::{BlockKind, Why},
    span::Span,
    wire,
};
use proptest::prelude::*;

/// Pieces of which articles are made here: names, dates, quotes in every mark, amounts, and what
/// pastes bring along.
const PIECES: &[&str] = &[
    "Mayor Ida Brenn",
    "Brenn",
    "the Norwegian",
    "Hull & Sons Ltd",
    "Germany",
    "NATO",
    "U.S.",
    "Mr.",
    "said",
    "told Reuters",
    "according to",
    "three weeks ago",
    "on Monday",
    "4 October 2021",
    "May",
    "between 2019 and 2020",
    "last year",
    "03/04/2021",
    "$3.5 million",
    "40%",
    "10,000",
    "122mm",
    "1990s",
    "“",
    "”",
    "\"",
    "‘",
    "’",
    "'",
    "«",
    "»",
    "„",
    "(",
    ")",
    ",",
    ".",
    "?",
    "!",
    "…",
    "–",
    "—",
    ":",
    "\n",
    "\n\n",
    "\r\n",
    "\r\n\r\n",
    "\t",
    "\u{2028}",
    "\u{2029}",
    "\u{b}",
    "\u{85}",
    " ",
    "  ",
    "\u{a0}",
    "\u{202f}",
    "\u{200b}",
    "\u{ad}",
    "\u{200f}",
    "\u{202e}",
    "\u{feff}",
    "\u{2011}",
    "e\u{301}",
    "ﬁ",
    "𝔐",
    "🎉",
    "🇳🇴",
    "👩‍🚒",
    "م",
    "日本",
    "ß",
    "İ",
    "\u{0}",
    "\u{fffd}",
    "Read more",
    "Share",
    "Advertisement",
    "By Odile Marsh",
    "PORT VARREN, Oct. 4 –",
    "- item",
    "’s",
    "'s",
    "it",
    "he",
    "they",
    "the",
    "of",
    "and",
    "to reopen",
    "who pays",
    "will be hard",
];

fn text() -> impl Strategy<Value = String> {
    let spaced = (prop::sample::select(PIECES), prop::bool::weighted(0.7))
        .prop_map(|(piece, space)| format!("{piece}{}", if space { " " } else { "" }));
    prop_oneof![
        4 => prop::collection::vec(spaced, 0..60).prop_map(|pieces| pieces.concat()),
        1 => "\\PC{0,80}",
        1 => prop::collection::vec(any::<char>(), 0..60).prop_map(String::from_iter),
    ]
}

fn read(text: &str) -> Report {
    let options = Options { published: Some("2021-10-04".into()), ..Options::default() };
    annotate(text, &options).expect("short, and the date is one")
}

/// Every list of spans that the report keeps in order, by name.
fn ordered(report: &Report) -> Vec<(&'static str, Vec<Span>)> {
    let evidence = |name, why: &Why| (name, why.evidence.clone());
    let mut lists = vec![
        ("blocks", report.blocks.iter().map(|b| b.span).collect()),
        ("sentences", report.sentences.clone()),
        ("mentions", report.mentions.iter().map(|m| m.span).collect()),
        ("dates", report.dates.iter().map(|d| d.span).collect()),
        ("amounts", report.amounts.iter().map(|a| a.span).collect()),
        ("quotes", report.quotes.iter().map(|q| q.content[0].span).collect()),
        ("key sentences", report.summary.key_sentences.iter().map(|k| k.span).collect()),
    ];
    lists.extend(
        report.entities.iter().map(|e| ("roles", e.roles.iter().map(|r| r.span).collect())),
    );
    lists.extend(
        report.quotes.iter().map(|q| ("pieces", q.content.iter().map(|p| p.span).collect())),
    );
    lists.extend(report.mentions.iter().map(|m| evidence("evidence of a mention", &m.why)));
    lists.extend(report.dates.iter().map(|d| evidence("evidence of a date", &d.why)));
    lists.extend(report.quotes.iter().map(|q| evidence("evidence of a quote", &q.why)));
    lists
}

/// Every span of the report as it is serialised, wherever it stands.
fn spans(value: &serde_json::Value, found: &mut Vec<(usize, usize)>) {
    let number = |key: &str| value.get(key).and_then(serde_json::Value::as_u64);
    if let (Some(start), Some(end)) = (number("start"), number("end")) {
        found.push((start as usize, end as usize));
    }
    match value {
        serde_json::Value::Object(fields) => fields.values().for_each(|v| spans(v, found)),
        serde_json::Value::Array(items) => items.iter().for_each(|v| spans(v, found)),
        _ => {}
    }
}

/// Each id once, and every reference to something that is there.
fn references(report: &Report) -> Result<(), String> {
    let mut ids = BTreeSet::from(["t0"]);
    let all = (report.entities.iter().map(|e| &e.id))
        .chain(report.entities.iter().flat_map(|e| e.roles.iter().map(|r| &r.id)))
        .chain(report.mentions.iter().map(|m| &m.id))
        .chain(report.dates.iter().map(|d| &d.id))
        .chain(report.amounts.iter().map(|a| &a.id))
        .chain(report.quotes.iter().map(|q| &q.id));
    for id in all {
        if !ids.insert(id) {
            return Err(format!("{id} twice"));
        }
    }
    let entities = (report
        .mentions
        .iter()
        .flat_map(|m| m.entity.iter().chain(m.candidates.iter().map(|c| &c.entity))))
    .chain(report.entities.iter().flat_map(|e| e.mentions.iter()))
    .chain(report.entities.iter().flat_map(|e| e.roles.iter().filter_map(|r| r.of.as_ref())))
    .chain(report.dates.iter().flat_map(|d| {
        let timex = &d.timex;
        [&timex.anchor, &timex.begin_point, &timex.end_point].into_iter().flatten()
    }))
    .chain(report.quotes.iter().flat_map(|q| {
        let speaker = q.speaker.iter().map(|s| &s.entity);
        speaker.chain(q.candidates.iter().map(|c| &c.entity)).chain(&q.parent)
    }))
    .chain(report.summary.speakers.iter().filter_map(|s| s.entity.as_ref()))
    .chain(report.timeline.iter().map(|t| &t.date));
    for id in entities {
        if !ids.contains(id.as_str()) {
            return Err(format!("{id} is referred to and not there"));
        }
    }
    for entry in &report.timeline {
        if entry.sentence as usize >= report.sentences.len() {
            return Err(format!("sentence {} is not there", entry.sentence));
        }
    }
    for mention in &report.mentions {
        if mention.entity.is_none() && mention.candidates.len() < 2 {
            return Err(format!("{} is undecided without two candidates", mention.id));
        }
    }
    Ok(())
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
        prop_assert_eq!(report.text.length as usize, text.len());
        let mut all = Vec::new();
        spans(&serde_json::to_value(&report).expect("plain data"), &mut all);
        for (start, end) in all {
            prop_assert!(text.get(start..end).is_some(), "{}..{} of {:?}", start, end, text);
        }
        for (name, list) in ordered(&report) {
            let sorted = list.is_sorted_by_key(|span| span.reading_order());
            prop_assert!(sorted, "{} of {:?}: {:?}", name, text, list);
        }
        for (name, lengths) in [
            ("mentions", report.mentions.iter().map(|m| m.span).collect::<Vec<_>>()),
            ("dates", report.dates.iter().map(|d| d.span).collect()),
            ("amounts", report.amounts.iter().map(|a| a.span).collect()),
            ("sentences", report.sentences.clone()),
            ("blocks", report.blocks.iter().map(|b| b.span).collect()),
        ] {
            prop_assert!(lengths.iter().all(|span| !span.is_empty()), "{name} of {text:?}");
        }
    }

    #[test]
    fn ids_are_unique_and_references_lead_somewhere(text in text()) {
        prop_assert_eq!(references(&read(&text)), Ok(()), "{:?}", text);
    }

    #[test]
    fn nothing_in_boilerplate_is_annotated(text in text()) {
        let report = read(&text);
        let boilerplate = report.blocks.iter().filter(|b| b.kind == BlockKind::Boilerplate);
        for block in boilerplate {
            prop_assert!(block.why.is_some(), "a reason for {:?}", block.span.of(&text));
            let inside = |span: Span| span.overlaps(block.span);
            prop_assert!(!report.sentences.iter().copied().any(inside), "{text:?}");
            prop_assert!(!report.mentions.iter().any(|m| inside(m.span)), "{text:?}");
            prop_assert!(!report.dates.iter().any(|d| inside(d.span)), "{text:?}");
            prop_assert!(!report.amounts.iter().any(|a| inside(a.span)), "{text:?}");
        }
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
