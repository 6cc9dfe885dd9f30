//! Corrections by ids and places, one after another, undone and done again.

use crate::{
    articles::article,
    corrections::check_applied,
    words::{Edit, Words, place},
};
use arbitrary::{Arbitrary, Unstructured};
use newsmark::{
    Report,
    corrections::{Correction, History, Kind, Patch, Refused, apply},
    span::Span,
};

#[derive(Arbitrary, Debug)]
enum Wish {
    Confirm(u8),
    Delete(u8),
    Retype(u8, u8),
    Resize(u8, u16, u16),
    Add(u16, u8, u8, Option<Value>),
    Merge(u8, u8),
    Split(u8),
    Value(u8, Value),
    Speaker(u8, u8),
    Named(u8, Words),
    Nobody(u8),
    Boilerplate(u8, bool),
    Published(u16, u8, u8),
}

#[derive(Arbitrary, Debug)]
enum Value {
    Listed(u8),
    Free(String),
}

#[derive(Arbitrary, Debug)]
struct Input {
    article: u8,
    wishes: Vec<(Wish, bool)>,
    undo: u8,
    redo: u8,
    edits: Vec<Edit>,
}

const VALUES: &[&str] = &[
    "2021-10-04",
    "2021-W39",
    "197X",
    "2021-07-03/2021-07-05",
    "2021-10-04T14:30",
    "P3Y",
    "PAST_REF",
    "XXXX-09-12",
    "3.5",
    "3/4",
    "3.5 USD",
    "40 %",
    "9007199254740993",
    "1e300 mm",
    "Ida Brenn",
    "Odile Marsh",
    "0000-01-01",
];

impl Value {
    fn text(&self) -> &str {
        match self {
            Self::Listed(choice) => VALUES[usize::from(*choice) % VALUES.len()],
            Self::Free(text) => text,
        }
    }
}

/// The id of an annotation or entity.
fn id(report: &Report, choice: u8) -> &str {
    let all: Vec<&String> = (report.mentions.iter().map(|m| &m.id))
        .chain(report.entities.iter().map(|e| &e.id))
        .chain(report.dates.iter().map(|d| &d.id))
        .chain(report.amounts.iter().map(|a| &a.id))
        .chain(report.quotes.iter().map(|q| &q.id))
        .collect();
    all.get(usize::from(choice) % all.len().max(1)).map_or("m1", |id| id.as_str())
}

fn entity(report: &Report, choice: u8) -> &str {
    let all = &report.entities;
    all.get(usize::from(choice) % all.len().max(1)).map_or("e1", |e| e.id.as_str())
}

fn kind(choice: u8) -> Kind {
    let all: Vec<_> = Kind::all().collect();
    all[usize::from(choice) % all.len()]
}

fn made(text: &str, report: &Report, wish: &Wish, all: bool) -> Result<Correction, Refused> {
    let span = |from: u16, to: u16| {
        let (from, to) = (place(text, from.min(to)), place(text, from.max(to)));
        Span::new(text, from, to).expect("boundaries")
    };
    match wish {
        Wish::Confirm(it) => Correction::confirm(text, report, id(report, *it), all),
        Wish::Delete(it) => Correction::delete(text, report, id(report, *it), all),
        Wish::Retype(it, to) => Correction::retype(text, report, id(report, *it), kind(*to), all),
        Wish::Resize(it, from, to) => {
            Correction::resize(text, report, id(report, *it), span(*from, *to))
        }
        Wish::Add(from, characters, to, value) => {
            let span = span(*from, from.saturating_add(u16::from(*characters) * 64));
            Correction::add(text, report, span, kind(*to), value.as_ref().map(Value::text), all)
        }
        Wish::Merge(it, into) => {
            Correction::merge(text, report, id(report, *it), entity(report, *into), all)
        }
        Wish::Split(it) => Correction::split(text, report, id(report, *it), all),
        Wish::Value(it, value) => {
            Correction::set_value(text, report, id(report, *it), value.text(), all)
        }
        Wish::Speaker(it, who) => {
            Correction::set_speaker(text, report, id(report, *it), entity(report, *who), all)
        }
        Wish::Named(it, name) => {
            Correction::set_speaker_named(text, report, id(report, *it), &name.0, all)
        }
        Wish::Nobody(it) => Correction::set_no_speaker(text, report, id(report, *it), all),
        Wish::Boilerplate(block, is) => {
            Correction::boilerplate(text, report, usize::from(*block), *is)
        }
        Wish::Published(year, month, day) => Correction::set_published(&format!(
            "{:04}-{:02}-{:02}",
            year % 10_000,
            month % 13,
            day % 32
        )),
    }
}

/// Reads one input.
pub fn run(data: &[u8]) {
    let Ok(input) = Input::arbitrary_take_rest(Unstructured::new(data)) else { return };
    let one = article(input.article);
    let mut history = History::new(Patch::default());
    let mut report = one.report.clone();
    for (wish, all) in input.wishes.iter().take(12) {
        let Ok(correction) = made(one.text, &report, wish, *all) else { continue };
        history.push(correction).expect("what was made is sound");
        report = apply(one.text, &one.report, history.patch()).report;
    }
    let done = check_applied(one.text, &one.report, history.patch());
    assert_eq!(done.report, report);
    for _ in 0..input.undo % 16 {
        history.undo();
    }
    check_applied(one.text, &one.report, history.patch());
    for _ in 0..input.redo % 16 {
        history.redo();
    }
    check_applied(one.text, &one.report, history.patch());

    let mut text = one.text.to_owned();
    for edit in input.edits.iter().take(4) {
        let before = text.clone();
        edit.apply(&mut text);
        history.reanchor(&before, &text);
    }
    if text != one.text {
        let options = history.patch().options(&text, &newsmark::Options::default());
        let afresh = newsmark::annotate(&text, &options).expect("its own places");
        check_applied(&text, &afresh, history.patch());
    }
}
