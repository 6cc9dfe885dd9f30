//! Who said what.

use super::{Desk, TEXT};
use crate::{
    corrections::{Correction, Kind},
    report::{Certainty, Marks, QuoteKind},
};

#[test]
fn a_speaker_for_the_whole_utterance_or_all_that_one_said() {
    let mut desk = Desk::new(TEXT);
    let (quote, tom) = (desk.id("“It will be hard,”", 0), desk.entity("Tom Marsh", 0).id.clone());
    desk.correct(|t, r| Correction::set_speaker(t, r, &quote, &tom, false));
    assert_eq!(desk.seen.applied[0].places, 2);
    assert_eq!(desk.speaker("“but we’ll manage.”"), Some("Tom Marsh"));
    assert_eq!(desk.speaker("“We open on Monday,”"), Some("Ida Brenn"));
    let of = |desk: &Desk, entity: &str| {
        let row =
            desk.report().summary.speakers.iter().find(|s| s.entity.as_deref() == Some(entity));
        row.map_or(0, |row| row.quotes)
    };
    assert_eq!((of(&desk, &tom), of(&desk, "e2")), (3, 1));
    let quote = desk.id("“We wait,”", 0);
    let odile = desk.entity("Odile Marsh", 0).id.clone();
    desk.correct(|t, r| Correction::set_speaker(t, r, &quote, &odile, true));
    assert_eq!((of(&desk, &tom), of(&desk, &odile)), (0, 3));
    assert_eq!(
        desk.refused(|t, r| Correction::set_speaker(t, r, &quote, "e99", false)),
        "unknown-id"
    );
    let mention = desk.id("Oslo", 0);
    assert_eq!(desk.refused(|t, r| Correction::set_speaker(t, r, &mention, "e1", false)), "unfit");
}

#[test]
fn somebody_whom_the_article_does_not_name_or_nobody() {
    let mut desk = Desk::new(TEXT);
    let quote = desk.id("“They know,”", 0);
    assert_eq!(desk.speaker("“They know,”"), None);
    desk.correct(|t, r| Correction::set_speaker_named(t, r, &quote, " Ada Quill ", false));
    assert_eq!(desk.speaker("“They know,”"), Some("Ada Quill"));
    let quill = desk.report().entities.last().expect("she is the last one");
    assert_eq!((quill.name.as_str(), quill.count, quill.mentions.len()), ("Ada Quill", 0, 0));
    let other = desk.id("“We wait,”", 0);
    desk.correct(|t, r| Correction::set_speaker_named(t, r, &other, "Ada Quill", false));
    assert_eq!(desk.report().summary.speakers.iter().filter(|s| s.quotes == 2).count(), 1);
    // Set by id as well, though nothing in the text stands for her.
    let (first, id) = (
        desk.id("“We open on Monday,”", 0),
        desk.report().entities.last().expect("there").id.clone(),
    );
    desk.correct(|t, r| Correction::set_speaker(t, r, &first, &id, false));
    assert_eq!(desk.speaker("“We open on Monday,”"), Some("Ada Quill"));
    // A name of the article is that entity.
    desk.correct(|t, r| Correction::set_speaker_named(t, r, &first, "Ida Brenn", false));
    assert_eq!(desk.speaker("“We open on Monday,”"), Some("Ida Brenn"));
    for quote in ["“We wait,”", "“They know,”"] {
        let id = desk.id(quote, 0);
        desk.correct(|t, r| Correction::set_no_speaker(t, r, &id, false));
        assert_eq!(desk.speaker(quote), None);
    }
    assert!(desk.report().entities.iter().all(|e| e.name != "Ada Quill"));
    assert_eq!(
        desk.refused(|t, r| Correction::set_speaker_named(t, r, &quote, "\u{7}", false)),
        "bad-value"
    );
}

#[test]
fn a_quote_is_added_retyped_resized_and_deleted() {
    let text = "“We wait,” she said. The ‘day’ will come, and we will be there, the mayor thought.\n\nAnd so it did.";
    let mut desk = Desk::new(text);
    let before = desk.report().quotes.len();
    let words = desk.span("we will be there", 0);
    desk.correct(|t, r| Correction::add(t, r, words, Kind::Quote(None), None, false));
    let quote = |desk: &Desk| {
        desk.report().quotes.iter().find(|q| q.why.is_by_reader()).expect("there").clone()
    };
    assert_eq!(
        (quote(&desk).kind, quote(&desk).words, quote(&desk).marks),
        (QuoteKind::Indirect, 4, Marks::None)
    );
    assert_eq!(desk.report().summary.counts["quote"] as usize, before + 1);
    let (id, more) = (quote(&desk).id, desk.span("and we will be there", 0));
    desk.correct(|t, r| Correction::resize(t, r, &id, more));
    assert_eq!((quote(&desk).content[0].span, quote(&desk).words), (more, 5));
    let id = quote(&desk).id;
    desk.correct(|t, r| Correction::retype(t, r, &id, Kind::Quote(Some(QuoteKind::Other)), false));
    assert_eq!((quote(&desk).kind, quote(&desk).certainty), (QuoteKind::Other, Certainty::Sure));
    desk.correct(|t, r| Correction::delete(t, r, &id, false));
    assert_eq!(desk.report().quotes.len(), before);
    // No piece crosses a paragraph.
    let both = desk.span("the mayor thought.\n\nAnd so it did.", 0);
    desk.correct(|t, r| Correction::add(t, r, both, Kind::Quote(None), None, false));
    assert_eq!(quote(&desk).content.len(), 2);
}

#[test]
fn what_the_reader_confirmed_is_no_guess_any_more() {
    let text = "The mayor said: “We open on Monday, and we stay.\n\nThe boats were late, and the pier was empty.";
    let mut desk = Desk::new(text);
    let repaired = |desk: &Desk| desk.report().warnings.iter().any(|w| w.code == "marks-repaired");
    assert!(repaired(&desk));
    let id = desk.report().quotes[0].id.clone();
    desk.correct(|t, r| Correction::confirm(t, r, &id, false));
    assert!(!repaired(&desk));
}

#[test]
fn a_quote_in_a_deleted_one_stands_in_what_held_that() {
    let text = "“He said ‘wait for “the day” to come’ and left,” Ida Brenn said.";
    let mut desk = Desk::new(text);
    let inner: Vec<_> = desk.report().quotes.iter().filter_map(|q| q.parent.clone()).collect();
    let Some(parent) = inner.first() else {
        panic!("one stands in another: {:?}", desk.report().quotes)
    };
    desk.correct(|t, r| Correction::delete(t, r, parent, false));
    let ids: Vec<_> = desk.report().quotes.iter().map(|q| &q.id).collect();
    assert!(
        desk.report().quotes.iter().all(|q| q.parent.as_ref().is_none_or(|p| ids.contains(&p)))
    );
}
