//! Each measure on a few invented words, and the files themselves.

use std::collections::BTreeSet;

use newsmark::report::Certainty;

use super::{
    article::{Amount, Article, Name, Piece, Role},
    folder, gold,
    quotes::{self, Pieces},
    score,
};
use crate::eval::{place::Place, score::Scores, system::Timex};

/// The place of the `n`th `words`, counted from 0.
fn at(text: &str, words: &str, n: usize) -> Place {
    let (byte, _) = text.match_indices(words).nth(n).expect("the words are in the text");
    let start = text[..byte].chars().count();
    Place { start, end: start + words.chars().count() }
}

/// An article with these names: words, which of them, label, entity.
fn named(text: &str, names: &[(&str, usize, &'static str, &str)]) -> Article {
    let names = names.iter().map(|&(words, n, label, entity)| Name {
        place: at(text, words, n),
        label,
        entity: entity.into(),
        certainty: Some(Certainty::Sure),
    });
    Article { text: text.chars().collect(), names: names.collect(), ..Article::default() }
}

fn get(scores: &Scores, name: &str) -> f64 {
    scores.get(name).unwrap_or_else(|| panic!("{name} is measured"))
}

const COUNCIL: &str = "Mira Voss and Edo Voss left Harn. Voss, the mayor, said “never”. Edo wept.";

/// `COUNCIL` as it should be read.
fn council() -> Article {
    let mut article = named(
        COUNCIL,
        &[
            ("Mira Voss", 0, "PER", "e1"),
            ("Edo Voss", 0, "PER", "e2"),
            ("Harn", 0, "LOC", "e3"),
            ("Voss", 2, "PER", "e1"),
            ("Edo", 1, "PER", "e2"),
        ],
    );
    article.roles.push(Role {
        place: at(COUNCIL, "mayor", 0),
        holder: "e1".into(),
        when: "current".into(),
    });
    article
}

#[test]
fn names_count_with_their_words_and_label() {
    let found = named(COUNCIL, &[("Mira Voss", 0, "PER", "a"), ("Harn", 0, "ORG", "b")]);
    let usual = score::usual(&[(council(), found)]);
    assert_eq!(get(&usual.names, "strict.tp"), 1.0);
    assert_eq!(get(&usual.names, "strict.p"), 50.0);
    assert_eq!(get(&usual.names, "strict.r"), 20.0);
    assert_eq!(get(&usual.names, "strict_ORG.sys"), 1.0);
    assert_eq!(get(&usual.coreference, "matched"), 2.0, "a wrong label does not matter there");
}

#[test]
fn two_people_in_one_entity_are_a_merge() {
    let mut found = council();
    assert_eq!(get(&score::usual(&[(council(), found.clone())]).coreference, "b3.f1"), 100.0);
    found.names[1].entity = "e1".into();
    let scores = score::usual(&[(council(), found)]).coreference;
    assert_eq!(get(&scores, "person_merges"), 1.0);
    assert_eq!(get(&scores, "person_chains"), 2.0);
    assert!(get(&scores, "b3.f1") < 100.0);
}

#[test]
fn a_short_name_is_joined_when_its_entity_has_the_full_name() {
    let joined = |found: &Article| {
        let scores = score::short_names(&[(council(), found.clone())]);
        (get(&scores, "joined"), get(&scores, "found"))
    };
    let mut found = council();
    assert_eq!(joined(&found), (100.0, 2.0), "Voss and Edo; Harn is no person");
    found.names[3].entity = "e9".into();
    assert_eq!(joined(&found), (50.0, 2.0), "Voss stands alone");
    found.names[3].entity = "e2".into();
    assert_eq!(joined(&found), (50.0, 2.0), "Voss is joined to the wrong one");
    found.names.remove(3);
    assert_eq!(joined(&found), (100.0, 1.0), "Voss is not found");
}

#[test]
fn a_role_needs_its_words_and_its_holder() {
    let mut found = council();
    found.roles[0].when = "former".into();
    let scores = score::roles(&[(council(), found.clone())]);
    assert_eq!((get(&scores, "title.f1"), get(&scores, "held.f1")), (100.0, 100.0));
    assert_eq!(get(&scores, "when"), 0.0);
    found.roles[0].holder = "e2".into();
    let scores = score::roles(&[(council(), found.clone())]);
    assert_eq!((get(&scores, "title.f1"), get(&scores, "held.f1")), (100.0, 0.0));
    found.roles[0].place.start -= 4;
    let scores = score::roles(&[(council(), found)]);
    assert_eq!(get(&scores, "title.f1"), 0.0, "the article is no part of the title");
}

#[test]
fn an_amount_needs_its_words_kind_and_numbers() {
    let amount = |start, kind: &str, low, high, unit: &str| Amount {
        place: Place { start, end: start + 5 },
        kind: kind.into(),
        low: Some(low),
        high,
        unit: Some(unit.into()),
        certainty: None,
    };
    let gold = vec![
        amount(0, "money", 4.5e9, None, "USD"),
        amount(10, "quantity", 3.0, Some(5.0), "m"),
        amount(20, "age", 61.0, None, ""),
        amount(30, "percent", 7.0, None, ""),
    ];
    let found = vec![
        amount(0, "money", 4.5e9, Some(4.5e9), "ambiguous:$"),
        amount(10, "quantity", 3.0, None, "m"),
        amount(21, "age", 61.0, None, ""),
        amount(30, "percent", 7.0, Some(7.0), ""),
    ];
    let article = |amounts| Article { amounts, ..Article::default() };
    let scores = score::amounts(&[(article(gold), article(found))]);
    assert_eq!(get(&scores, "strict.tp"), 3.0);
    assert_eq!(get(&scores, "value.tp"), 2.0, "a range is not its lower end");
    assert_eq!((get(&scores, "unit.of"), get(&scores, "unit")), (2.0, 50.0));
}

#[test]
fn a_date_needs_some_of_its_words_and_its_value() {
    let date = |start, value: &str| Timex {
        place: Place { start, end: start + 8 },
        timex_type: "DATE".into(),
        value: Some(value.into()),
        earliest: None,
        latest: None,
        alternatives: Vec::new(),
        certainty: None,
    };
    let article = |dates| Article { dates, ..Article::default() };
    let gold = article(vec![date(0, "2031-05"), date(10, "2031-05-03")]);
    let found = article(vec![date(3, "2031-05"), date(12, "2031-05-04")]);
    let scores = score::usual(&[(gold, found)]).dates;
    assert_eq!((get(&scores, "relaxed.tp"), get(&scores, "value.tp")), (2.0, 1.0));
    assert_eq!(get(&scores, "strict.tp"), 0.0);
}

const SPEECH: &str = "“Never again,” Voss said. Edo Voss said that it was late. A “plan”, he said.";

/// `SPEECH` with these quotes: words, kind, marked, speaker.
fn spoken(quotes: &[(&str, &str, bool, Option<&str>)]) -> Article {
    let mut article = named(SPEECH, &[("Voss", 0, "PER", "e1"), ("Edo Voss", 0, "PER", "e2")]);
    article.quotes.extend(quotes.iter().map(|&(words, kind, marked, speaker)| Piece {
        place: at(SPEECH, words, 0),
        kind: kind.into(),
        marked,
        speaker: speaker.map(str::to_owned),
        certainty: Some(Certainty::Likely),
        speaker_certainty: Some(Certainty::Check),
    }));
    article
}

#[test]
fn a_quote_needs_half_of_its_words_and_its_speaker_the_right_entity() {
    let gold = spoken(&[
        ("“Never again,”", "direct", true, Some("e1")),
        ("it was late", "indirect", false, Some("e2")),
        ("“plan”", "term", true, None),
    ]);
    let found = spoken(&[
        ("“Never again,” Voss", "direct", true, Some("e1")),
        ("that it was late", "indirect", false, Some("e1")),
        ("“plan”", "partial", true, Some("e2")),
    ]);
    let pairs = [(gold, found)];
    let marked = quotes::score(&pairs, Pieces::Marked);
    assert_eq!((get(&marked, "relaxed.f1"), get(&marked, "kind")), (100.0, 50.0));
    let speech = quotes::score(&pairs, Pieces::Speech);
    assert_eq!(get(&speech, "relaxed.gold"), 1.0, "a term is no speech");
    assert_eq!(get(&speech, "relaxed.p"), 50.0);
    assert_eq!((get(&speech, "speaker"), get(&speech, "speaker.of")), (100.0, 1.0));
    assert_eq!(get(&speech, "quote+speaker.p"), 50.0, "nobody says the term");
    let indirect = quotes::score(&pairs, Pieces::Indirect);
    assert_eq!(get(&indirect, "relaxed.f1"), 100.0);
    assert_eq!(get(&indirect, "speaker"), 0.0);
}

#[test]
fn certainty_counts_what_is_right_by_type() {
    let gold = spoken(&[("“Never again,”", "direct", true, Some("e1"))]);
    let mut found = spoken(&[("“Never again,”", "direct", true, Some("e2"))]);
    found.names[1].label = "ORG";
    let rows = super::tally(&[(gold, found)]).rows("x");
    let row = |set: &str, measure: &str| {
        let row = rows.iter().find(|row| row.set == set && row.measure == measure);
        row.unwrap_or_else(|| panic!("{set}, {measure}")).more.clone()
    };
    assert_eq!(row("names, x", "all sure"), ["100.0", "2"]);
    assert_eq!(row("names, x", "ORG sure"), ["100.0", "1"]);
    assert_eq!(row("quotes, x", "direct likely"), ["100.0", "1"]);
    assert_eq!(row("speakers, x", "direct check"), ["100.0", "1"]);
}

#[test]
fn a_text_that_is_not_the_annotated_one_is_refused() {
    let (_, file) = gold::files(&folder().join("first")).expect("readable").remove(0);
    let id = file.id;
    let other = gold::Bodies::from([(id.clone(), "Another text.".to_owned())]);
    let error = gold::read(&folder().join("first"), &other).expect_err("another text");
    assert!(error.to_string().contains("its offsets would be wrong"), "{error}");
    let none = gold::read(&folder().join("first"), &gold::Bodies::new()).expect_err("no text");
    assert!(none.to_string().contains(&format!("no page {id}")), "{none}");
}

#[test]
fn the_files_are_whole() {
    const KINDS: &[&str] = &["money", "percent", "quantity", "cardinal", "ordinal", "age"];
    const WHEN: &[&str] = &["current", "then", "former", "acting", "elect", "deputy"];
    const QUOTES: &[&str] =
        &["direct", "indirect", "mixed", "partial", "term", "title", "nickname", "other"];
    let read = |name: &str| gold::files(&folder().join(name)).expect("readable files");
    let (first, second) = (read("first"), read("second"));
    assert_eq!(first.len(), 20);
    let ids: BTreeSet<&str> = first.iter().map(|(_, file)| file.id.as_str()).collect();
    assert!(!second.is_empty() && second.iter().all(|(_, f)| ids.contains(f.id.as_str())));
    for (name, file) in first.iter().chain(&second) {
        assert!(name.ends_with(&format!("{}.json", file.id)), "{name}");
        let entities: BTreeSet<&str> = file.entities.iter().map(|e| e.entity.as_str()).collect();
        let known = |id: &str| entities.contains(id);
        let sorted = |places: Vec<Place>| {
            assert!(places.iter().all(|p| p.start < p.end && p.end <= file.characters), "{name}");
            assert!(places.is_sorted_by_key(|p| (p.start, std::cmp::Reverse(p.end))), "{name}");
        };
        sorted(file.entities.iter().map(|e| e.place).collect());
        sorted(file.roles.iter().map(|r| r.place).collect());
        sorted(file.amounts.iter().map(|a| a.place).collect());
        sorted(file.timexes.iter().map(|t| t.place).collect());
        sorted(file.quotes.iter().map(|q| q.place).collect());
        let right = |r: &gold::Held| known(&r.holder) && WHEN.contains(&r.when.as_str());
        assert!(file.roles.iter().all(right), "{name}");
        assert!(file.amounts.iter().all(|a| KINDS.contains(&a.kind.as_str())), "{name}");
        let right = |q: &gold::Said| {
            QUOTES.contains(&q.kind.as_str()) && q.speaker.as_deref().is_none_or(known)
        };
        assert!(file.quotes.iter().all(right), "{name}");
    }
}
