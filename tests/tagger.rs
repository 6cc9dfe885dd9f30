//! The tagger finds what no rule does, on sentences that were written for this, and every target
//! reads alike.

use std::sync::Arc;

use newsmark::{Knowledge, Options, Report, annotate, annotate_with, report::Form};

/// Sentences with names that the rules alone miss, or take for something else.
const LEARNT: &[(&str, &str, &str)] = &[
    (
        "“We lost the roof,” said Varkhild Osterhoudt, who keeps the mill.",
        "Varkhild Osterhoudt",
        "person",
    ),
    ("Vantrisk beat Ollentex 3-1 to win the league title.", "Ollentex", "organisation"),
    ("The flood reached Belnorova, where 300 people were moved to schools.", "Belnorova", "place"),
];

fn names(report: &Report, text: &str) -> Vec<(String, &'static str)> {
    (report.mentions.iter())
        .filter(|m| matches!(m.form, Form::Name | Form::Short | Form::Acronym))
        .map(|m| (m.span.of(text).to_owned(), m.entity_type.name()))
        .collect()
}

#[test]
fn it_sees_names_by_their_surroundings() {
    for (text, name, kind) in LEARNT {
        let found = names(&annotate(text, &Options::default()).expect("short"), text);
        assert!(found.contains(&((*name).to_owned(), *kind)), "{text}\n{found:?}");
    }
}

#[test]
fn countries_that_act_are_countries_and_one_entity() {
    let text = "Envoys press for summit\n\nThe strategy lists North Korea as one of the emerging nations. \
                Last week officials from the US, Japan, and South Korea held a call about the threats \
                posed by North Korea's missile programmes. Ready to meet with N. Korea's envoys, the \
                minister left.";
    let report = annotate(text, &Options::default()).expect("short");
    let found = names(&report, text);
    for country in ["North Korea", "South Korea", "N. Korea"] {
        assert!(found.contains(&(country.to_owned(), "place")), "{country}\n{found:?}");
    }
    let north = report.entities.iter().find(|entity| entity.name == "North Korea");
    assert_eq!(north.map(|entity| (entity.count, &*entity.aliases[0])), Some((3, "N. Korea")));
}

#[test]
fn two_countries_with_a_hyphen_are_two_places() {
    let text = "Talks resume\n\nHe drove home. The Norway-Germany talks in Oslo failed, Mayor Ida Brenn said.";
    let report = annotate(text, &Options::default()).expect("the options are valid");
    let found: Vec<_> = names(&report, text).into_iter().map(|(words, _)| words).collect();
    assert!(
        ["Norway", "Germany", "Oslo"].iter().all(|name| found.iter().any(|f| f == name)),
        "{found:?}"
    );
    assert!(!found.iter().any(|f| f.contains('-')), "{found:?}");
}

#[test]
fn without_its_weights_the_rules_still_read() {
    let text = "Chancellor Petra Holm of Norway spoke in Oslo on Monday.";
    let none = Arc::new(Knowledge::default());
    let report = annotate_with(text, &Options::default(), &none).expect("short");
    assert!(names(&report, text).contains(&("Petra Holm".to_owned(), "person")));
    assert_eq!(report.engine.data, none.version());
    assert_ne!(none.version(), Knowledge::shipped().version());
}

#[test]
fn common_words_in_capitals_are_no_names() {
    for text in ["The Road Was Closed For Three Days.", "WE WILL NOT PAY MORE THAN THIS."] {
        let found = names(&annotate(text, &Options::default()).expect("short"), text);
        assert!(found.is_empty(), "{text}\n{found:?}");
    }
}
