//! The reader's own names and the strings never to mark, and that many names take linear time.

use std::{fmt::Write as _, time::Instant};

use newsmark::{Options, Report, annotate, options::LexiconEntry, report::EntityType};

fn own(text: &str, entity_type: EntityType, entity: Option<&str>) -> LexiconEntry {
    LexiconEntry { text: text.into(), entity_type, entity: entity.map(Into::into) }
}

fn read(text: &str, lexicon: Vec<LexiconEntry>, ignore: &[&str]) -> Report {
    let ignore = ignore.iter().map(|&words| words.to_owned()).collect();
    let options = Options { lexicon: Some(lexicon), ignore: Some(ignore), ..Options::default() };
    annotate(text, &options).expect("the options are valid")
}

/// Words and rule of each mention.
fn mentions<'a>(text: &'a str, report: &'a Report) -> Vec<(&'a str, &'a str)> {
    report.mentions.iter().map(|m| (m.span.of(text), m.why.rule.as_ref())).collect()
}

#[test]
fn an_own_name_wins_over_everything_it_touches() {
    let text = "They met Anna Veldrin Holt on 3 May in Lisbon.";
    let report = read(text, vec![own("Veldrin Holt on 3", EntityType::Work, None)], &[]);
    assert_eq!(
        mentions(text, &report),
        [("Veldrin Holt on 3", "lexicon.own"), ("Lisbon", "place.known")]
    );
    assert_eq!(report.mentions[0].entity_type, EntityType::Work);
    let touches = |start: usize, end: usize| start < 39 && end > 9;
    assert!(
        !report.dates.iter().any(|d| touches(d.span.start(), d.span.end()) && d.span.start() < 31)
    );
}

#[test]
fn own_names_are_whole_words_in_any_language() {
    let text = "The orb and the orbs met at Orb, the Orb-maker said.";
    let report = read(text, vec![own("Orb", EntityType::Organisation, None)], &[]);
    let found: Vec<_> = report
        .mentions
        .iter()
        .filter(|m| m.why.rule == "lexicon.own")
        .map(|m| m.span.start())
        .collect();
    assert_eq!(found, [28, 37]);
    let text = "Der Rat der Stadt hat gestern mit der Firma Orbelin und der Bahn nicht gesprochen.";
    let report = read(text, vec![own("Orbelin", EntityType::Organisation, None)], &[]);
    assert_eq!(mentions(text, &report), [("Orbelin", "lexicon.own")]);
}

#[test]
fn own_names_stay_in_one_paragraph() {
    let text = "The Salt Board met on the quay and spoke of the mill.\n\nPost comment\n\nThe Salt Board left.";
    let end = text.rfind("The").unwrap_or_default();
    let wide = own(&text[4..end + 14], EntityType::Organisation, None);
    assert!(wide.text.ends_with("The Salt Board"));
    assert!(mentions(text, &read(text, vec![wide], &[])).iter().all(|m| m.1 != "lexicon.own"));
    let report = read(text, vec![own("Salt Board", EntityType::Organisation, None)], &[]);
    assert_eq!(report.mentions.len(), 2);
}

#[test]
fn names_with_the_same_entity_are_one() {
    let text = "The Salt Board met. SB officials left, and the salters of the mill too.";
    let same = |words| own(words, EntityType::Organisation, Some("Orsk Salt Board"));
    let report = read(text, vec![same("Salt Board"), same("SB"), same("salters")], &[]);
    let entities: Vec<_> = report.mentions.iter().map(|m| m.entity.clone()).collect();
    assert_eq!(entities, [Some("e1".to_owned()), Some("e1".to_owned()), Some("e1".to_owned())]);
    assert_eq!(report.entities[0].name, "Orsk Salt Board");
    assert_eq!(report.entities[0].count, 3);
}

#[test]
fn what_is_ignored_is_never_marked() {
    let text = "Norwegian President Orla Quent arrived in Lisbon. The Norwegian leader smiled.";
    let plain = read(text, Vec::new(), &[]);
    assert!(mentions(text, &plain).contains(&("The Norwegian leader", "person.described")));
    let ignore = ["lisbon", "The Norwegian leader", "Quent"];
    let report = read(text, vec![own("Quent", EntityType::Place, None)], &ignore);
    let found: Vec<_> = mentions(text, &report).into_iter().map(|(words, _)| words).collect();
    assert!(found.contains(&"Orla Quent"), "a longer name than the ignored one stays: {found:?}");
    assert!(!found.iter().any(|words| ignore.contains(words) || *words == "Lisbon"), "{found:?}");
}

/// `count` people with names of their own, each named in full, by surname and by office.
fn crowd(count: usize) -> String {
    let mut text = String::new();
    for i in 0..count {
        let letters = |mut n: usize| {
            let mut name = String::new();
            for _ in 0..4 {
                name.push(char::from(b'a' + (n % 20) as u8));
                name.push(['a', 'e', 'i', 'o'][n % 4]);
                n /= 20;
            }
            name
        };
        let _ = writeln!(text, "Minister Anna T{0} met Boris T{0}. T{0} said so.\n", letters(i));
    }
    text
}

#[test]
fn a_crowd_takes_linear_time() {
    let time = |text: &str| {
        let start = Instant::now();
        let report = annotate(text, &Options::default()).expect("the options are valid");
        assert!(report.entities.len() > 100);
        start.elapsed().as_secs_f64()
    };
    let (small, large) = (crowd(1_000), crowd(8_000));
    // The gazetteers are unpacked once, before the clock matters.
    time(&small);
    let (one, eight) = (time(&small), time(&large));
    assert!(eight < 40.0 * one.max(0.01), "8 times the text took {one} and then {eight} seconds");
}
