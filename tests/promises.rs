//! What newsmark promises not to say of people and articles, and to leave open (docs/promises.md).

use std::collections::BTreeSet;

use newsmark::{
    Options, annotate,
    export::{ExportOptions, Format, export},
};
use serde_json::Value;

/// Parts of names that fields would have which judge: of people, of their words, of what is true.
const JUDGING: [&str; 20] = [
    "gender",
    "sex",
    "male",
    "pronoun",
    "ethnic",
    "race",
    "racial",
    "religio",
    "skin",
    "national_origin",
    "sentiment",
    "mood",
    "emotion",
    "polarity",
    "tone",
    "verdict",
    "rating",
    "truth",
    "credib",
    "bias",
];

const TEXT: &str = "Mill at Larkhaven to turn again\n\n\
    Mayor Odile Marsh said on Monday that she was glad. “It is a fine day,” she said. Piet Sandvik, the \
    miller, was angry and told reporters: “The mayor’s numbers are false.” He is a Norwegian, and left on \
    4 October 2021 with $3.5 million, or 12 percent of it.";

/// The names of all fields in `value`.
fn names(value: &Value, found: &mut BTreeSet<String>) {
    match value {
        Value::Object(fields) => {
            found.extend(fields.keys().cloned());
            fields.values().for_each(|inner| names(inner, found));
        }
        Value::Array(items) => items.iter().for_each(|inner| names(inner, found)),
        _ => {}
    }
}

/// Those of `all` that judge.
fn judging(all: &BTreeSet<String>) -> Vec<&String> {
    let judges = |name: &&String| {
        let snake = name.chars().fold(String::new(), |mut snake, c| {
            if c.is_uppercase() {
                snake.push('_');
            }
            snake.extend(c.to_lowercase());
            snake
        });
        JUDGING.iter().any(|part| snake.contains(part))
    };
    all.iter().filter(judges).collect()
}

#[test]
fn no_field_of_a_report_says_what_people_are_or_what_is_true() {
    let schema = include_str!("../www/schema/newsmark-1.json");
    let mut all = BTreeSet::new();
    names(&serde_json::from_str(schema).expect("JSON"), &mut all);
    let report = annotate(TEXT, &Options::default()).expect("short");
    names(&serde_json::to_value(&report).expect("plain data"), &mut all);
    assert!(all.contains("certainty") && all.contains("speaker") && all.len() > 80);
    assert_eq!(judging(&all), Vec::<&String>::new());
    // The list would notice.
    let one = BTreeSet::from(["speakerGender".into(), "reviewRating".into(), "start".into()]);
    assert_eq!(judging(&one).len(), 2);
}

#[test]
fn no_export_rates_a_claim_or_judges_whoever_made_it() {
    let report = annotate(TEXT, &Options::default()).expect("short");
    assert!(report.quotes.len() >= 2 && report.mentions.len() >= 4, "there is something to judge");
    for format in Format::ALL {
        let options = ExportOptions::default();
        let files = export(TEXT, &report, format, &options).files;
        for file in files {
            let words = file.text.to_lowercase();
            for word in [
                "claimreview",
                "reviewrating",
                "ratingvalue",
                "sentiment",
                "gender",
                "verdict",
                "factcheck",
            ] {
                assert!(!words.contains(word), "{format:?} has {word}");
            }
        }
    }
}

#[test]
fn a_quote_that_two_people_may_have_said_names_both_and_chooses_neither() {
    let text = "Bridge at Larkhaven to open\n\nPresident Odile Marsh met the minister of transport, Piet \
        Sandvik, on Sunday.\n\n“We are glad of the bridge,” Piet Sandvik said. “It is of great weight for \
        the town,” the president added.";
    let report = annotate(text, &Options::default()).expect("short");
    let said = |words: &str| {
        let found = report.quotes.iter().find(|q| q.content[0].span.of(text).contains(words));
        found.expect("a quote")
    };
    assert!(said("glad").speaker.is_some(), "what is not open is told");
    let open = said("weight");
    assert!(open.speaker.is_none(), "{:?}", open.speaker);
    let named = |id: &str| report.entities.iter().find(|e| e.id == id).map(|e| e.name.as_str());
    let mut both: Vec<_> = open.candidates.iter().filter_map(|c| named(&c.entity)).collect();
    both.sort_unstable();
    assert_eq!(both, ["Odile Marsh", "Piet Sandvik"]);
}
