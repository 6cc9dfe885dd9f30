//! Corrections in a text that has been edited.

use super::{Desk, TEXT, reasons};
use crate::{
    corrections::{Correction, Kind, Lost},
    report::EntityType,
};

/// A reader who says that the third `Marsh` that stands alone is a place.
fn desk() -> Desk {
    let mut desk = Desk::new(TEXT);
    let id = desk.id("Marsh", 4);
    desk.correct(|t, r| Correction::retype(t, r, &id, Kind::Name(EntityType::Place), false));
    desk
}

#[test]
fn a_correction_moves_along_with_its_words() {
    let desk = desk();
    for text in [
        format!("It rained all night. 🎉\n\n{TEXT}"),
        TEXT.replace("Harbour to reopen in May\n\n", ""),
        TEXT.replace("Oslo on Monday", "Bergen on Tuesday"),
        TEXT.replace("was gone", "had left the town"),
        TEXT.replace("Tom Marsh", "Tom Quill"),
    ] {
        let seen = desk.moved_to(&text);
        assert_eq!(
            (seen.orphans.len(), seen.applied.len() + seen.reanchored.len()),
            (0, 1),
            "{text}"
        );
        let changed: Vec<_> =
            seen.report.mentions.iter().filter(|m| m.why.is_by_reader()).collect();
        let [mention] = &changed[..] else { panic!("one: {text}") };
        assert!(text[mention.span.start()..].starts_with("Marsh, she said"), "{text}");
    }
}

#[test]
fn where_it_is_gone_or_not_clear_nothing_is_guessed() {
    let desk = desk();
    let cut = TEXT.replace(" Marsh, she said, was gone.", "");
    assert_eq!(reasons(&desk.moved_to(&cut)), [Lost::Gone]);
    let renamed = TEXT.replace("Marsh, she", "Quill, she");
    assert_eq!(reasons(&desk.moved_to(&renamed)), [Lost::Gone]);
    let part = TEXT.replace("Marsh, she", "Marshes, she");
    assert_eq!(reasons(&desk.moved_to(&part)), [Lost::Gone]);
    let line =
        "Odile Marsh left for Oslo on Monday. Marsh, she said, was gone. Brenn stayed in Brenn.";
    let twice =
        format!("{}{line}\n\nX.\n\n{line}", "It rained all night in the hills. ".repeat(40));
    assert_eq!(reasons(&desk.moved_to(&twice)), [Lost::Ambiguous]);
    assert_eq!(reasons(&desk.moved_to("")), [Lost::Gone]);
    // None is lost: back in its own text it holds.
    assert_eq!(desk.moved_to(TEXT).applied.len(), 1);
}

#[test]
fn a_date_with_another_number_is_another_date() {
    let mut desk = Desk::new(TEXT);
    let id = desk.id("4 October 2021", 0);
    desk.correct(|t, r| Correction::set_value(t, r, &id, "2020-10-04", false));
    let seen = desk.moved_to(&TEXT.replace("4 October 2021", "5 October 2021"));
    assert_eq!(reasons(&seen), [Lost::Gone]);
}

#[test]
fn a_quote_is_known_by_most_of_its_words() {
    let mut desk = Desk::new(TEXT);
    let id = desk.id("“We open on Monday,”", 0);
    desk.correct(|t, r| Correction::set_speaker_named(t, r, &id, "Ada Quill", false));
    let seen = desk.moved_to(&TEXT.replace("open on Monday", "open on Monday next"));
    assert_eq!((seen.reanchored.len(), seen.orphans.len()), (1, 0));
    let seen = desk.moved_to(&TEXT.replace("We open on Monday", "No"));
    assert_eq!(seen.orphans.len(), 1);
}

#[test]
fn places_stay_good_over_many_edits() {
    let desk = desk();
    let mut patch = desk.patch.clone();
    let mut text = TEXT.to_owned();
    // In the end no word of what stood around it is left.
    for (old, new) in [
        ("Odile Marsh left for Oslo", "Nobody left for Bergen"),
        (" on Monday. ", " last week, not this one. "),
        (", she said", ": that was said"),
        ("was gone", "by everyone who knew"),
        ("Brenn stayed in Brenn.", "Then it rained."),
        ("left for Bergen last week, not this one", "came to Bergen at all for many years"),
    ] {
        let next = text.replace(old, new);
        assert_ne!(next, text, "{old}");
        patch = patch.reanchored(&text, &next);
        text = next;
    }
    let followed = Desk { patch, ..Desk::new(TEXT) };
    assert_eq!(followed.moved_to(&text).applied.len(), 1, "{text}");
    assert_eq!(reasons(&desk.moved_to(&text)), [Lost::Gone]);
}
