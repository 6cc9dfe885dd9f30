//! Who names stand for.

use super::{Desk, TEXT};
use crate::{
    corrections::{Correction, Kind},
    report::{Certainty, EntityType},
};

#[test]
fn what_is_confirmed_is_sure_with_its_entity() {
    let mut desk = Desk::new(TEXT);
    let (id, entity) = (desk.id("PORT VARREN", 0), desk.entity("Brenn", 1).id.clone());
    assert_eq!(desk.mention("PORT VARREN", 0).certainty, Certainty::Check);
    desk.correct(|t, r| Correction::confirm(t, r, &id, false));
    assert_eq!(desk.mention("PORT VARREN", 0).certainty, Certainty::Sure);
    assert_eq!(desk.mention("PORT VARREN", 0).why.rule, "reader.confirmed");
    desk.correct(|t, r| Correction::confirm(t, r, &entity, false));
    assert_eq!(desk.seen.applied[1].places, 4);
    assert!(
        desk.report()
            .mentions
            .iter()
            .filter(|m| m.entity.as_ref() == Some(&entity))
            .all(|m| m.why.is_by_reader())
    );
    assert_eq!(desk.refused(|t, r| Correction::confirm(t, r, "m99", false)), "unknown-id");
    assert_eq!(desk.refused(|t, r| Correction::confirm(t, r, "x", false)), "unknown-id");
}

#[test]
fn deleted_names_take_their_entity_along() {
    let mut desk = Desk::new(TEXT);
    let id = desk.id("Norway", 0);
    desk.correct(|t, r| Correction::delete(t, r, &id, false));
    assert!(desk.report().entities.iter().all(|e| e.name != "Norway"));
    assert_eq!(desk.report().summary.counts["place"], 2);
    // The entities behind it have moved up, and all that names them with them.
    assert_eq!(desk.entity("Odile Marsh", 0).id, "e6");
    assert_eq!(desk.speaker("“We wait,”"), Some("Tom Marsh"));
    let brenn = desk.id("Brenn", 1);
    desk.correct(|t, r| Correction::delete(t, r, &brenn, true));
    assert_eq!(desk.seen.applied[1].places, 3);
    assert_eq!(
        (desk.entity("Ida Brenn", 0).count, &desk.entity("Ida Brenn", 0).aliases[..]),
        (1, &[][..])
    );
    let entity = desk.entity("Ida Brenn", 0).id.clone();
    desk.correct(|t, r| Correction::delete(t, r, &entity, false));
    assert_eq!(desk.speaker("“We open on Monday,”"), None);
    assert!(
        desk.report()
            .summary
            .speakers
            .iter()
            .all(|s| s.entity.as_ref() != Some(&entity) || s.quotes < 3)
    );
}

#[test]
fn a_deleted_entity_goes_whoever_gave_its_name() {
    let mut desk = Desk::new(TEXT);
    let entity = desk.entity("Ida Brenn", 0).id.clone();
    desk.correct(|t, r| Correction::set_value(t, r, &entity, "Ida Brenn-Dahl", false));
    assert_eq!(desk.speaker("“We open on Monday,”"), Some("Ida Brenn-Dahl"));
    desk.correct(|t, r| Correction::delete(t, r, &entity, false));
    assert_eq!(desk.speaker("“We open on Monday,”"), None);
    assert!(desk.report().entities.iter().all(|e| e.name != "Ida Brenn-Dahl"));
}

#[test]
fn another_type_for_one_mention_or_the_whole_entity() {
    let mut desk = Desk::new(TEXT);
    let last = desk.id("Brenn", 3);
    desk.correct(|t, r| Correction::retype(t, r, &last, Kind::Name(EntityType::Place), false));
    assert_eq!(desk.entity("Brenn", 3).entity_type, EntityType::Place);
    assert_eq!((desk.entity("Ida Brenn", 0).count, desk.entity("Brenn", 3).count), (3, 1));
    assert_eq!(desk.report().summary.counts["place"], 4);
    let entity = desk.entity("Hull & Sons", 0).id.clone();
    desk.correct(|t, r| Correction::retype(t, r, &entity, Kind::Name(EntityType::Work), false));
    assert_eq!(desk.mention("Hull & Sons", 0).entity_type, EntityType::Work);
    assert_eq!(desk.report().summary.counts["work"], 1);
    // All the same words: those of both Marshes, who keep their full names.
    let marsh = desk.id("Marsh", 1);
    desk.correct(|t, r| {
        Correction::retype(t, r, &marsh, Kind::Name(EntityType::Organisation), true)
    });
    assert_eq!(desk.entity("Marsh", 1).id, desk.entity("Marsh", 4).id);
    assert_eq!(desk.entity("Tom Marsh", 0).aliases, Vec::<String>::new());
    let quote = desk.id("“We wait,”", 0);
    assert_eq!(desk.refused(|t, r| Correction::retype(t, r, &quote, Kind::Date, false)), "unfit");
    let organisation = desk.entity("Marsh", 1).id.clone();
    assert_eq!(
        desk.refused(|t, r| Correction::retype(t, r, &organisation, Kind::Date, false)),
        "unfit"
    );
}

#[test]
fn a_name_can_be_a_date_and_a_date_a_name() {
    let mut desk = Desk::new(TEXT);
    let may = desk.id("May", 0);
    desk.correct(|t, r| Correction::retype(t, r, &may, Kind::Name(EntityType::Person), false));
    assert_eq!(desk.entity("May", 0).name, "May");
    assert_eq!(desk.report().summary.counts["date"], 3);
    assert!(desk.report().timeline.iter().all(|t| t.value != "2021-05"));
    let oslo = desk.id("Oslo", 0);
    desk.correct(|t, r| Correction::retype(t, r, &oslo, Kind::Date, false));
    assert_eq!(desk.report().timeline.last().map(|t| t.placed), Some(false));
}

#[test]
fn merged_entities_are_one_with_names_roles_and_quotes() {
    let mut desk = Desk::new(TEXT);
    let (ida, odile) =
        (desk.entity("Ida Brenn", 0).id.clone(), desk.entity("Odile Marsh", 0).id.clone());
    desk.correct(|t, r| Correction::merge(t, r, &ida, &odile, false));
    let one = desk.entity("Ida Brenn", 0).clone();
    assert_eq!((one.name.as_str(), one.count, one.id.as_str()), ("Odile Marsh", 6, "e2"));
    assert_eq!(one.aliases, ["Ida Brenn", "Brenn", "Marsh"]);
    assert_eq!(one.roles[0].title, "Mayor");
    assert_eq!(desk.speaker("“We open on Monday,”"), Some("Odile Marsh"));
    assert_eq!(desk.report().summary.speakers[0].quotes, 3);
    assert_eq!(desk.report().summary.speakers[0].indirect_quotes, 2);
    assert_eq!(desk.refused(|t, r| Correction::merge(t, r, "e2", "e2", false)), "unfit");
    assert_eq!(desk.refused(|t, r| Correction::merge(t, r, "e2", "e99", false)), "unknown-id");
    let date = desk.id("May", 0);
    assert_eq!(desk.refused(|t, r| Correction::merge(t, r, &date, "e2", false)), "unfit");
}

#[test]
fn a_mention_can_be_given_to_another_entity() {
    let mut desk = Desk::new(TEXT);
    let (marsh, odile) = (desk.id("Marsh", 1), desk.entity("Odile Marsh", 0).id.clone());
    desk.correct(|t, r| Correction::merge(t, r, &marsh, &odile, false));
    assert_eq!(desk.entity("Marsh", 1).name, "Odile Marsh");
    assert_eq!((desk.entity("Tom Marsh", 0).count, desk.entity("Odile Marsh", 0).count), (2, 3));
    let marsh = desk.id("Marsh", 1);
    let odile = desk.entity("Odile Marsh", 0).id.clone();
    assert_eq!(desk.refused(|t, r| Correction::merge(t, r, &marsh, &odile, false)), "unfit");
}

#[test]
fn a_mention_can_be_one_of_its_own() {
    let mut desk = Desk::new(TEXT);
    let last = desk.id("Brenn", 3);
    desk.correct(|t, r| Correction::split(t, r, &last, false));
    let own = desk.entity("Brenn", 3);
    assert_eq!((own.name.as_str(), own.count, own.roles.len()), ("Brenn", 1, 0));
    assert_eq!(
        (desk.entity("Ida Brenn", 0).count, desk.entity("Ida Brenn", 0).roles.len()),
        (3, 1)
    );
    // The role goes with the name that it stands beside.
    let first = desk.id("Ida Brenn", 0);
    desk.correct(|t, r| Correction::split(t, r, &first, false));
    assert_eq!(
        (desk.entity("Ida Brenn", 0).count, desk.entity("Ida Brenn", 0).roles.len()),
        (1, 1)
    );
    assert_eq!(
        (desk.entity("Brenn", 1).name.as_str(), desk.entity("Brenn", 1).roles.len()),
        ("Brenn", 0)
    );
    // All the same words of the same entity become one.
    let marsh = desk.id("Tom Marsh", 1);
    desk.correct(|t, r| Correction::split(t, r, &marsh, true));
    assert_eq!(desk.entity("Tom Marsh", 0).count, 2);
    assert_eq!(desk.entity("Marsh", 1).count, 1);
    let date = desk.id("May", 0);
    assert_eq!(desk.refused(|t, r| Correction::split(t, r, &date, false)), "unfit");
}

#[test]
fn an_entity_gets_the_name_that_the_reader_gives() {
    let mut desk = Desk::new(TEXT);
    let entity = desk.entity("Ida Brenn", 0).id.clone();
    desk.correct(|t, r| Correction::set_value(t, r, &entity, "Ida Brenn-Dahl", false));
    assert_eq!(desk.entity("Brenn", 1).name, "Ida Brenn-Dahl");
    assert_eq!(desk.entity("Brenn", 1).aliases, ["Ida Brenn", "Brenn"]);
    assert!(desk.report().summary.key_sentences[1].why.note.contains("Ida Brenn-Dahl"));
    for bad in ["", " ", " Ida", "a\nb", "…", &"x".repeat(201)] {
        assert_eq!(
            desk.refused(|t, r| Correction::set_value(t, r, &entity, bad, false)),
            "bad-value",
            "{bad}"
        );
    }
    let mention = desk.id("Ida Brenn", 0);
    assert_eq!(desk.refused(|t, r| Correction::set_value(t, r, &mention, "Ida", false)), "unfit");
}
