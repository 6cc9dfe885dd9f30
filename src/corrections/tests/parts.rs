//! Blocks, the day of publication, patches and lexicons as such.

use super::{Desk, TEXT};
use crate::{
    Options, annotate,
    corrections::{Correction, History, Kind, Lexicon, Merged, Op, Patch, apply},
    options::LexiconEntry,
    report::{BlockKind, EntityType, Found},
};

#[test]
fn a_block_is_no_part_of_the_article() {
    let mut desk = Desk::new(TEXT);
    let words = desk.report().summary.words;
    desk.correct(|t, r| Correction::boilerplate(t, r, 3, true));
    let report = desk.report();
    assert_eq!(report.blocks[3].kind, BlockKind::Boilerplate);
    assert_eq!(report.blocks[3].why.as_ref().map(|w| w.rule.as_ref()), Some("reader.boilerplate"));
    assert!(
        report.summary.words < words && report.sentences.len() == report.summary.sentences as usize
    );
    assert!(report.entities.iter().all(|e| e.name != "Hull & Sons"));
    assert!(!desk.seen.unread);
    assert_eq!(desk.refused(|t, r| Correction::boilerplate(t, r, 3, true)), "unfit");
    assert_eq!(desk.refused(|t, r| Correction::boilerplate(t, r, 99, true)), "unknown-id");
    let quay = desk.span("Great Quay", 0);
    assert_eq!(
        desk.refused(|t, r| Correction::add(t, r, quay, Kind::Date, None, false)),
        "bad-span"
    );
}

#[test]
fn a_quote_goes_with_its_block() {
    let desk = Desk::new(TEXT);
    let report = desk.report();
    let block =
        report.blocks.iter().position(|b| b.span.of(TEXT).starts_with("“It will")).expect("it");
    let quote = desk.id("“It will be hard,”", 0);
    let mut patch = Patch::default();
    patch.push(Correction::boilerplate(TEXT, report, block, true).expect("a block")).expect("room");
    patch
        .push(Correction::set_no_speaker(TEXT, report, &quote, false).expect("a quote"))
        .expect("room");
    let seen = apply(TEXT, report, &patch);
    assert_eq!(seen.orphans.iter().map(|orphan| orphan.correction).collect::<Vec<_>>(), [1]);
}

#[test]
fn a_block_that_was_set_aside_comes_back() {
    let desk = Desk::new(TEXT);
    let aside = Correction::boilerplate(TEXT, desk.report(), 3, true).expect("a block");
    let mut patch = Patch::default();
    patch.push(aside.clone()).expect("room");
    patch.push(Correction { op: Op::Boilerplate(false), ..aside }).expect("room");
    let options = patch.options(TEXT, &Options::default());
    let seen = apply(TEXT, &annotate(TEXT, &options).expect("short"), &patch);
    assert!(!seen.unread);
    assert_eq!(seen.report.mentions.len(), desk.report().mentions.len());
}

#[test]
fn a_block_is_part_of_the_article_after_all() {
    let mut desk = Desk::new(TEXT);
    desk.correct(|t, r| Correction::boilerplate(t, r, 5, false));
    assert!(desk.seen.unread);
    let options = desk.patch.options(TEXT, &Options::default());
    let read = annotate(TEXT, &options).expect("short");
    assert_ne!(read.blocks[5].kind, BlockKind::Boilerplate);
    let seen = apply(TEXT, &read, &desk.patch);
    assert!(!seen.unread);
    assert_eq!(seen.report.blocks[5].why.as_ref().map(|w| w.rule.as_ref()), Some("reader.body"));
    // The last word counts.
    let mut patch = desk.patch.clone();
    patch
        .push(Correction::boilerplate(TEXT, &seen.report, 5, true).expect("it is read now"))
        .expect("room");
    assert_eq!(patch.options(TEXT, &Options::default()).body, None);
}

#[test]
fn the_day_of_publication_is_asked_with() {
    let mut desk = Desk::new("The mill shut three weeks ago.");
    desk.correct(|_, _| Correction::set_published("2021-10-04"));
    assert!(desk.seen.unread);
    let options = desk.patch.options(&desk.text, &Options::default());
    let read = annotate(&desk.text, &options).expect("a day");
    let seen = apply(&desk.text, &read, &desk.patch);
    assert!(!seen.unread);
    assert_eq!(seen.report.document.published.from, Found::Given);
    assert_eq!(seen.report.dates[0].timex.value, "2021-W37");
    assert_eq!(Correction::set_published("2021-02-29").expect_err("no day").code(), "bad-value");
}

#[test]
fn patches_are_put_together_without_doubles() {
    let mut desk = Desk::new(TEXT);
    for words in ["Oslo", "Norway"] {
        let id = desk.id(words, 0);
        desk.correct(|t, r| {
            Correction::confirm(t, r, &id, false).map(|c| c.at("2026-11-27T10:00:00Z"))
        });
    }
    let mut other = Desk::new(TEXT);
    for words in ["Norway", "Reuters"] {
        let id = other.id(words, 0);
        other.correct(|t, r| Correction::confirm(t, r, &id, false));
    }
    let mut history = History::new(desk.patch.clone());
    assert_eq!(history.import(&other.patch), Ok(1));
    assert_eq!(history.import(&other.patch), Ok(0));
    let ids: Vec<_> = history.patch().corrections().iter().map(|c| c.id.as_str()).collect();
    assert_eq!(ids, ["c1", "c2", "c3"]);
    assert!(history.undo() && !history.undo());
    assert_eq!(history.patch(), &desk.patch);
    assert!(history.redo());
    history.remove("c1").expect("there");
    assert_eq!(history.remove("c1").expect_err("not there").code(), "unknown-id");
    assert!(history.undo());
    assert_eq!(history.patch().corrections()[0].id, "c1");
    assert!(history.redo() && history.undo());
    history.push(Correction::set_published("2021-10-04").expect("a day")).expect("room");
    assert_eq!(
        (history.redo_steps(), history.patch().corrections().last().map(|c| c.id.as_str())),
        (0, Some("c4"))
    );
}

#[test]
fn an_unsound_correction_is_not_taken() {
    let mut patch = Patch::default();
    let odd = Correction::set_published("2021-10-04").expect("a day").at("<now>");
    assert_eq!(patch.push(odd).expect_err("no time").code(), "bad-patch");
    assert!(patch.is_empty());
}

#[test]
fn a_lexicon_is_asked_with_and_put_together_without_doubles() {
    let entry =
        |text: &str, entity_type| LexiconEntry { text: text.into(), entity_type, entity: None };
    let mut own = Lexicon::default();
    assert_eq!(own.add_name(entry("Great Quay", EntityType::Place)), Ok(true));
    assert_eq!(own.add_name(entry("Great Quay", EntityType::Place)), Ok(false));
    assert_eq!(own.add_ignored("Reuters"), Ok(true));
    assert_eq!(own.add_ignored(" reuters "), Ok(false));
    for bad in ["", " ", "a\nb"] {
        assert_eq!(own.add_ignored(bad).map_err(|e| e.code()), Err("bad-lexicon"));
        assert_eq!(
            own.add_name(entry(bad, EntityType::Place)).map_err(|e| e.code()),
            Err("bad-lexicon")
        );
    }
    let report = annotate(TEXT, &own.options(&Options::default())).expect("short");
    let marked = |words: &str| report.mentions.iter().any(|m| m.span.of(TEXT) == words);
    assert!(marked("Great Quay") && !marked("Reuters"));
    let mut other = Lexicon::default();
    for (text, entity_type) in [("Great Quay", EntityType::Work), ("Ida Brenn", EntityType::Person)]
    {
        other.add_name(entry(text, entity_type)).expect("sound");
    }
    other.add_ignored("REUTERS").expect("sound");
    assert_eq!(own.merge(&other), Ok(Merged { added: 1, known: 1, kept: 1 }));
    assert_eq!(own.merge(&other), Ok(Merged { added: 0, known: 2, kept: 1 }));
    assert_eq!((own.names()[0].entity_type, own.names().len()), (EntityType::Place, 2));
    assert!(
        own.remove_name("Great Quay")
            && own.remove_ignored("ReUters")
            && !own.remove_name("Great Quay")
    );
}
