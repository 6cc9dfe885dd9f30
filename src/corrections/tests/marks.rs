//! Which words are marked, and with what value.

use super::{Desk, TEXT};
use crate::{
    corrections::{Correction, Kind},
    report::{AmountKind, EntityType},
    span::Span,
};

const PLACE: Kind = Kind::Name(EntityType::Place);

#[test]
fn words_are_added_everywhere_where_they_are_not_marked() {
    let mut desk = Desk::new(TEXT);
    let quay = desk.span("Great Quay", 0);
    desk.correct(|t, r| Correction::add(t, r, quay, PLACE, None, false));
    assert_eq!(desk.entity("Great Quay", 0).name, "Great Quay");
    assert_eq!(desk.mention("Great Quay", 0).why.rule, "reader.added");
    assert_eq!(desk.refused(|t, r| Correction::add(t, r, quay, PLACE, None, false)), "bad-span");
    // `was` stands in no word, `open` not in `reopen`.
    let open = desk.span(" open ", 0);
    desk.correct(|t, r| Correction::add(t, r, open, PLACE, None, true));
    assert_eq!(desk.seen.applied[1].places, 1);
    let said = desk.span("said", 2);
    desk.correct(|t, r| Correction::add(t, r, said, PLACE, None, true));
    assert_eq!(desk.entity("said", 0).count as usize, TEXT.matches("said").count());
    // A name that is known already joins its entity.
    let text = "Ida Brenn spoke. Nobody heard ida brenn or Ida Brenn.";
    let mut desk = Desk::new(text);
    let entity = desk.entity("Ida Brenn", 0).id.clone();
    let last = desk.id("Ida Brenn", 1);
    desk.correct(|t, r| Correction::delete(t, r, &last, false));
    let last = desk.span("Ida Brenn", 1);
    desk.correct(|t, r| Correction::add(t, r, last, Kind::Name(EntityType::Person), None, false));
    assert_eq!(desk.entity("Ida Brenn", 1).id, entity);
}

#[test]
fn what_cannot_be_marked_is_refused() {
    let desk = Desk::new(TEXT);
    let add = |span: Span| desk.refused(|t, r| Correction::add(t, r, span, PLACE, None, false));
    assert_eq!(add(desk.span("Share", 0)), "bad-span");
    assert_eq!(add(desk.span("May\n\nPORT", 0)), "bad-span");
    assert_eq!(add(desk.span(" – ", 0)), "bad-span");
    assert_eq!(add(Span::raw(5, 5)), "bad-span");
    assert_eq!(add(Span::raw(5, 99_999)), "bad-span");
    let dash = desk.span("–", 0);
    assert_eq!(add(Span::raw(dash.start() as u32 + 1, dash.end() as u32 + 5)), "bad-span");
    let quay = desk.span("Great Quay", 0);
    assert_eq!(desk.refused(|t, r| Correction::add(t, r, quay, PLACE, Some("x"), false)), "unfit");
    let bad =
        |value| desk.refused(|t, r| Correction::add(t, r, quay, Kind::Date, Some(value), false));
    assert_eq!(
        (bad("soon"), bad("2021-02-30"), bad("NaN")),
        ("bad-value", "bad-value", "bad-value")
    );
}

#[test]
fn the_reader_s_mark_takes_the_place_of_what_it_touches() {
    let mut desk = Desk::new(TEXT);
    let all = desk.span("Tom Marsh of Hull & Sons", 0);
    desk.correct(|t, r| {
        Correction::add(t, r, all, Kind::Name(EntityType::Organisation), None, false)
    });
    assert_eq!(desk.entity("Tom Marsh of Hull & Sons", 0).count, 1);
    assert_eq!(desk.entity("Tom Marsh", 1).count, 2);
    assert!(desk.report().mentions.iter().all(|m| m.span != desk.span("Hull & Sons", 0)));
    // A date may stand in an event, not in a person.
    let cup = "The harbour talks of 4 October 2021 went on.";
    for (kind, dates) in [(EntityType::Event, 1), (EntityType::Person, 0)] {
        let mut desk = Desk::new(cup);
        let span = desk.span("harbour talks of 4 October 2021", 0);
        desk.correct(|t, r| Correction::add(t, r, span, Kind::Name(kind), None, false));
        assert_eq!(desk.report().dates.len(), dates);
    }
}

#[test]
fn other_words_for_a_mark() {
    let mut desk = Desk::new(TEXT);
    let (id, to) = (desk.id("Hull & Sons", 0), desk.span("Hull", 0));
    desk.correct(|t, r| Correction::resize(t, r, &id, to));
    assert_eq!(
        (desk.entity("Hull", 0).name.as_str(), desk.mention("Hull", 0).why.rule.as_ref()),
        ("Hull", "reader.resized")
    );
    assert_eq!(desk.seen.applied[0].span, Some(to));
    let (id, to) = (desk.id("61", 0), desk.span("Brenn, 61", 0));
    desk.correct(|t, r| Correction::resize(t, r, &id, to));
    assert_eq!(desk.entity("Ida Brenn", 0).count, 3);
    let boilerplate = desk.span("Share", 0);
    assert_eq!(desk.refused(|t, r| Correction::resize(t, r, "m1", boilerplate)), "bad-span");
    let entity = desk.entity("Hull", 0).id.clone();
    assert_eq!(desk.refused(|t, r| Correction::resize(t, r, &entity, to)), "unfit");
}

#[test]
fn a_date_gets_a_value_and_the_timeline_follows() {
    let mut desk = Desk::new(TEXT);
    let monday = desk.id("Monday", 0);
    desk.correct(|t, r| Correction::set_value(t, r, &monday, "2021-10-11", true));
    assert_eq!(desk.seen.applied[0].places, 2);
    let days: Vec<_> = desk.report().timeline.iter().map(|t| t.value.as_str()).collect();
    assert_eq!(days, ["2021-05", "2021-10-04", "2021-10-11", "2021-10-11"]);
    let date = desk.report().dates.iter().find(|d| d.id == monday).expect("still there");
    assert_eq!(
        (date.edtf.as_deref(), date.earliest.as_deref()),
        (Some("2021-10-11"), Some("2021-10-11"))
    );
    for bad in ["2021-02-29", "", "tomorrow", "99999-01-01"] {
        assert_eq!(
            desk.refused(|t, r| Correction::set_value(t, r, &monday, bad, false)),
            "bad-value"
        );
    }
}

#[test]
fn an_amount_gets_a_value() {
    let mut desk = Desk::new(TEXT);
    let id = desk.id("61", 0);
    desk.correct(|t, r| Correction::set_value(t, r, &id, "62/63.5", false));
    let amount =
        |desk: &Desk| desk.report().amounts.iter().find(|a| a.id == id).expect("there").clone();
    assert_eq!(
        (amount(&desk).low, amount(&desk).high, amount(&desk).kind),
        (Some(62.0), Some(63.5), AmountKind::Age)
    );
    desk.correct(|t, r| Correction::set_value(t, r, &id, "7 EUR", false));
    assert_eq!(
        (amount(&desk).kind, amount(&desk).currency.as_deref()),
        (AmountKind::Money, Some("EUR"))
    );
    for bad in ["", "NaN", "1e9", "inf", "5/4", "1 2 3", "1.", "--1", "1234567890123456", "1 \u{7}"]
    {
        assert_eq!(
            desk.refused(|t, r| Correction::set_value(t, r, &id, bad, false)),
            "bad-value",
            "{bad}"
        );
    }
    let (from, kind) = (desk.span("twice", 0), Kind::Amount(Some(AmountKind::Quantity)));
    desk.correct(|t, r| Correction::add(t, r, from, kind, Some("2"), false));
    assert_eq!(
        desk.report().amounts.last().map(|a| (a.kind, a.low)),
        Some((AmountKind::Quantity, Some(2.0)))
    );
}

#[test]
fn what_counted_from_a_deleted_date_counts_from_nothing() {
    let mut desk = Desk::new(
        "PORT VARREN, 4 October 2021 – The mill shut on 12 September 2021. Two days later it burned.",
    );
    let anchored = |desk: &Desk| desk.report().dates.iter().find_map(|d| d.timex.anchor.clone());
    let Some(anchor) = anchored(&desk).filter(|a| a != "t0") else {
        panic!("it counts from another date")
    };
    desk.correct(|t, r| Correction::delete(t, r, &anchor, false));
    assert_eq!(anchored(&desk), None);
}
