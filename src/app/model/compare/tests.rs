use std::rc::Rc;

use super::*;
use crate::options::Options;

const FERRY: &str = "Ferry sails again\n\nBy Lena Harrow\n4 October 2021\n\n\
    The ferry to Osmund Island sailed again on Sunday, Mayor Odile Marsh said on Monday.\n\n\
    “The repair was dear, but nobody on the island should have to wait for bread,” Marsh said. “We are \
    very glad that the island has its ferry back,” she said.\n\n\
    The repair cost $3.5 million. Some 120 people live on the island in Canada. Captain Piet Sandvik \
    said that the ferry would sail in October.\n";
const PIER: &str = "Pier opens after the storm\n\nBy Tom Ashby\n5 October 2021\n\n\
    Mayor Odile Marsh opened the pier on Monday. “The repair was expensive, but nobody on the island \
    has to wait for bread,” Marsh said. “The island has its ferry back,” said Marsh.\n\n\
    The repair cost $3.5 million, according to Jonas Brandt of Canada. The ferry sails on 12 October \
    2021.\n";

fn reading(text: &str) -> Reading {
    let report = crate::annotate(text, &Options::default()).expect("a text that can be read");
    Reading::new(Rc::from(text), report)
}

fn section_of(comparison: &Comparison, kind: Kind) -> &Section {
    comparison.sections.iter().find(|section| section.kind == kind).expect("there is some")
}

/// The rows that hold `words` in some cell.
fn row<'a>(section: &'a Section, words: &str) -> &'a Row {
    let has = |cell: &Cell| {
        let all: Vec<_> = cell.words.iter().map(|(words, _)| words.as_str()).collect();
        all.join(" ").contains(words)
    };
    let found = section.rows.iter().find(|row| row.cells.iter().flatten().any(has));
    found.unwrap_or_else(|| panic!("{words} is in {:#?}", section.rows))
}

#[test]
fn two_articles_are_laid_side_by_side() {
    let readings = [reading(FERRY), reading(PIER)];
    let comparison = compare(&readings);

    let people = section_of(&comparison, Kind::Person);
    let marsh = row(people, "Odile Marsh");
    assert_eq!((marsh.bond, marsh.label.as_str()), (Some(Bond::Same), "Odile Marsh"));
    for (cell, reading) in marsh.cells.iter().zip(&readings) {
        let cell = cell.as_ref().expect("both name her");
        assert!(cell.marks.len() >= 2, "{cell:?}");
        let entity = reading.entity_of(cell.marks[0]).expect("a mention");
        assert_eq!(reading.marks_of(entity), &*cell.marks);
    }
    let sandvik = row(people, "Piet Sandvik");
    assert!(sandvik.bond.is_none() && sandvik.cells[0].is_some() && sandvik.cells[1].is_none());
    assert!(row(people, "Jonas Brandt").cells[0].is_none());

    assert_eq!(row(section_of(&comparison, Kind::Place), "Canada").bond, Some(Bond::Same));

    let dates = section_of(&comparison, Kind::Date);
    assert_eq!(row(dates, "Monday").bond, Some(Bond::Same), "4 October 2021 in both: {dates:#?}");
    let october = dates.rows.iter().find(|row| row.label == "October 2021").expect("a month");
    assert_eq!(october.bond, Some(Bond::Overlap), "with the nearest day or month: {dates:#?}");

    let amounts = section_of(&comparison, Kind::Amount);
    let cost = row(amounts, "$3.5 million");
    assert!(
        cost.cells.iter().all(Option::is_some) && cost.bond == Some(Bond::Perhaps),
        "which dollars? {cost:?}"
    );
    assert!(row(amounts, "120").cells[1].is_none());

    let quotes = section_of(&comparison, Kind::Quote);
    let glad = row(quotes, "We are very glad");
    assert_eq!((glad.bond, glad.label.as_str()), (Some(Bond::Within), "Odile Marsh"));
    let dear = row(quotes, "was dear");
    assert_eq!(dear.bond, Some(Bond::Differs), "{quotes:#?}");
    let differing = |cell: &Option<Cell>| -> Vec<String> {
        let words = cell.iter().flat_map(|cell| cell.words.clone());
        words.filter(|(_, same)| !same).map(|(words, _)| words).collect()
    };
    assert_eq!(differing(&dear.cells[0]), ["dear,", "should have"]);
    assert_eq!(differing(&dear.cells[1]), ["expensive,", "has"]);
}

#[test]
fn the_order_of_the_articles_changes_no_row() {
    let (ferry, pier) = (reading(FERRY), reading(PIER));
    let tallies = |readings: &[Reading]| {
        let comparison = compare(readings);
        comparison.sections.iter().map(|s| (s.kind, s.tally())).collect::<Vec<_>>()
    };
    assert_eq!(tallies(&[ferry.clone(), pier.clone()]), tallies(&[pier, ferry]));
}

#[test]
fn an_article_is_the_same_as_itself_and_three_can_be_compared() {
    let ferry = reading(FERRY);
    let comparison = compare(&[ferry.clone(), ferry.clone(), reading(PIER)]);
    for section in &comparison.sections {
        for row in &section.rows {
            assert_eq!(row.cells.len(), 3);
            // Of what kind the dollars are is not said in either.
            if row.label.contains('$') {
                continue;
            }
            assert_eq!(row.cells[0].is_some(), row.cells[1].is_some(), "{row:?}");
            let marks = |cell: &Option<Cell>| cell.as_ref().map(|cell| cell.marks.clone());
            assert_eq!(marks(&row.cells[0]), marks(&row.cells[1]), "{row:?}");
        }
        let counts: Vec<_> =
            section.rows.iter().map(|row| row.cells.iter().flatten().count()).collect();
        assert!(counts.is_sorted_by(|a, b| a >= b), "{counts:?}");
    }
}

#[test]
fn a_family_name_that_two_bear_is_left_open_with_both_names() {
    let both = reading(
        "Mill shuts\n\nAda Quill said the mill would shut. Ben Quill, the miller, said that nobody \
         had asked him.\n",
    );
    let one =
        reading("Mill shuts\n\nMr Quill said on Tuesday that the mill would shut for good.\n");
    let comparison = compare(&[both, one]);
    let people = section_of(&comparison, Kind::Person);
    let open = people.rows.iter().find(|row| row.cells[0].is_none()).expect("Quill alone");
    assert_eq!((open.bond, open.either.len()), (None, 2), "{people:#?}");
    let said = strings::compare::said(&comparison);
    assert!(said.contains("People: "), "{said}");
}

#[test]
fn nothing_is_compared_with_nothing() {
    let blank = reading("and so on and so forth");
    assert_eq!(compare(&[blank.clone(), blank]).sections, []);
    assert_eq!(compare(&[]).sections, []);
}
