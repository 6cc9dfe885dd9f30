//! Whatever a program asks for: its options, its units, its own names.

use crate::{
    check, invariants,
    words::{Words, place},
};
use arbitrary::{Arbitrary, Unstructured};
use newsmark::{
    Knowledge, Options, Report, annotate,
    corrections::Kind,
    options::{LexiconEntry, Unit},
    report::EntityType,
    span::Span,
    wire,
};

#[derive(Arbitrary, Debug)]
struct Input {
    text: Words,
    published: Option<(u16, u8, u8)>,
    raw: Option<String>,
    types: Option<Vec<u8>>,
    lexicon: Vec<(Words, u8, Option<Words>)>,
    places: Vec<(u16, u16)>,
    ignore: Vec<Words>,
    body: Vec<(u16, u16)>,
    unit: u8,
}

fn entity_type(choice: u8) -> EntityType {
    let all: Vec<_> = Kind::all()
        .filter_map(|k| if let Kind::Name(name) = k { Some(name) } else { None })
        .collect();
    all[usize::from(choice) % all.len()]
}

/// Reads one input.
pub fn run(data: &[u8]) {
    let Ok(input) = Input::arbitrary_take_rest(Unstructured::new(data)) else { return };
    let text = &*input.text.0;
    let stretch = |(from, to): (u16, u16)| {
        let (from, to) = (place(text, from.min(to)), place(text, from.max(to)));
        Span::new(text, from, to).expect("boundaries")
    };
    let mut lexicon: Vec<LexiconEntry> = (input.lexicon.iter().take(5))
        .map(|(words, kind, entity)| LexiconEntry {
            text: words.0.clone(),
            entity_type: entity_type(*kind),
            entity: entity.as_ref().map(|words| words.0.clone()),
        })
        .collect();
    // Names that the text has.
    for &at in input.places.iter().take(3) {
        lexicon.push(LexiconEntry {
            text: stretch(at).of(text).to_owned(),
            entity_type: entity_type(at.0 as u8),
            entity: None,
        });
    }
    let day = |(year, month, day): (u16, u8, u8)| {
        format!("{:04}-{:02}-{:02}", year % 10_000, month % 13, day % 32)
    };
    let options = Options {
        published: input.raw.clone().or(input.published.map(day)),
        lexicon: Some(lexicon),
        ignore: Some(input.ignore.iter().take(3).map(|words| words.0.clone()).collect()),
        body: Some(input.body.iter().take(3).map(|&at| stretch(at)).collect()),
        ..Options::default()
    };
    let Ok(report) = annotate(text, &options) else { return };
    check(text, &report);

    let unit = [Unit::Utf8, Unit::Utf16, Unit::Codepoint][usize::from(input.unit) % 3];
    let counted = wire::options_of(text, Options { unit: Some(unit), ..options.clone() });
    assert_eq!(wire::options_in_bytes(text, &counted).expect("ranges").body, options.body);
    let wired = wire::annotate(text, &counted, &Knowledge::shipped()).expect("the same options");
    let json = serde_json::to_string(&wired).expect("plain data");
    let back: Report = serde_json::from_str(&json).expect("a report");
    let mut back = wire::report_in_bytes(text, back).expect("its own text");
    for (amount, was) in back.amounts.iter_mut().zip(&report.amounts) {
        // The last digit of a number may be lost on the way.
        let near = |a: Option<f64>, b: Option<f64>| {
            a.zip(b).is_none_or(|(a, b)| (a - b).abs() <= a.abs() * 1e-12)
        };
        assert!(near(amount.low, was.low) && near(amount.high, was.high), "{amount:?} was {was:?}");
        (amount.low, amount.high) = (was.low, was.high);
    }
    assert_eq!(back, report);

    if let Some(types) = &input.types {
        let names = types.iter().take(4).map(|choice| match choice % 10 {
            0 => "date".to_owned(),
            1 => "amount".to_owned(),
            2 => "quote".to_owned(),
            choice => entity_type(choice).name().to_owned(),
        });
        let few = Options { types: Some(names.collect()), ..options };
        let few = annotate(text, &few).expect("known types");
        assert!(
            few.mentions
                .iter()
                .all(|mention| report.mentions.iter().any(|m| m.span == mention.span))
        );
        assert_eq!(invariants::in_place(text, &few), Ok(()));
    }
}
