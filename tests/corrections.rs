//! What holds of corrected reports, whatever the text, the corrections and their order.

#![cfg(feature = "cli")]

#[path = "common/invariants.rs"]
mod invariants;
#[path = "common/texts.rs"]
mod texts;

use std::{collections::BTreeSet, sync::LazyLock};

use invariants::{in_place, references, unread};
use newsmark::{
    Options, Report, annotate,
    corrections::{Corrected, Correction, History, Kind, Lexicon, Patch, apply},
    options::LexiconEntry,
    overlap::{Claim, Family, settle},
    report::{EntityType, Form},
    span::Span,
};
use proptest::prelude::*;
use texts::text;

const ARTICLE: &str = "Harbour to reopen in May 🎉\n\nBy Odile Marsh\n\nPORT VARREN, 4 October 2021 – “We open on \
    Monday,” Mayor Ida Brenn told Reuters. She did not say who pays the $3.5 million.\n\nThe harbour shut three \
    weeks ago. About 40% of its workers, most of them Norwegians, left for Germany between 2019 and 2020, \
    according to Hull & Sons Ltd.\n\n“It will be\u{a0}hard,” said Brenn, 61, “but we’ll manage.”\n\nTom Marsh of \
    Hull & Sons said the ‘Great Quay’ would cost 12 million euros. Marsh added that Norway had asked twice since \
    Friday. “We wait,” Tom Marsh said, “for “the day” to come.” Odile Marsh left for Oslo on Monday.\n\nShare\n";

fn read(text: &str) -> Report {
    let options = Options { published: Some("2021-10-04".into()), ..Options::default() };
    annotate(text, &options).expect("short, and the date is one")
}

static GOLDEN: LazyLock<Vec<String>> = LazyLock::new(|| {
    let read = |name: &str| {
        let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden");
        std::fs::read_to_string(folder.join(name)).expect("a golden article")
    };
    ["business.txt", "court.txt", "politics.txt", "interview.txt"].map(read).to_vec()
});

/// What to do next: an operation, which of the annotations, something else, and whether everywhere.
type Pick = (u8, u16, u16, bool);

fn picks(most: usize) -> impl Strategy<Value = Vec<Pick>> {
    prop::collection::vec(
        (0_u8..14, any::<u16>(), any::<u16>(), prop::bool::weighted(0.4)),
        0..most,
    )
}

fn articles() -> impl Strategy<Value = String> {
    prop_oneof![
        2 => text(),
        2 => Just(ARTICLE.to_owned()),
        1 => (0..GOLDEN.len()).prop_map(|i| GOLDEN[i].clone()),
    ]
}

/// A place in the text that begins and ends on boundaries.
fn span(text: &str, from: u16, length: u16) -> Option<Span> {
    let mut start = usize::from(from) % text.len().max(1);
    while !text.is_char_boundary(start) {
        start -= 1;
    }
    let mut end = (start + usize::from(length) % 40 + 1).min(text.len());
    while !text.is_char_boundary(end) {
        end += 1;
    }
    Span::new(text, start, end)
}

/// The correction that a reader of `report` could make there, if it is one.
fn correction(text: &str, report: &Report, pick: Pick) -> Option<Correction> {
    let (op, which, other, all) = pick;
    let one = |ids: Vec<&String>, n: u16| {
        ids.get(usize::from(n) % ids.len().max(1)).map(|id| (*id).clone())
    };
    let mentions = || report.mentions.iter().map(|m| &m.id);
    let entities = || report.entities.iter().map(|e| &e.id);
    let quotes = || report.quotes.iter().map(|q| &q.id);
    let any = || -> Vec<&String> {
        let dates = report.dates.iter().map(|d| &d.id);
        mentions()
            .chain(dates)
            .chain(report.amounts.iter().map(|a| &a.id))
            .chain(quotes())
            .chain(entities())
            .collect()
    };
    let kind = |n: u16| Kind::all().nth(usize::from(n) % Kind::all().count());
    let made = match op {
        0 => Correction::confirm(text, report, &one(any(), which)?, all),
        1 => Correction::delete(text, report, &one(any(), which)?, all),
        2 => Correction::retype(text, report, &one(any(), which)?, kind(other)?, all),
        3 => Correction::resize(text, report, &one(any(), which)?, span(text, other, which)?),
        4 => {
            let (id, to) = (one(any(), which)?, one(any(), which)?);
            // Near to where it is: a word more or less.
            let place = report.mentions.iter().find(|m| m.id == to).map(|m| m.span)?;
            Correction::resize(text, report, &id, span(text, place.start() as u16, other)?)
        }
        5 | 6 => Correction::add(text, report, span(text, which, other)?, kind(other)?, None, all),
        7 => Correction::merge(
            text,
            report,
            &one(entities().collect(), which)?,
            &one(entities().collect(), other)?,
            all,
        ),
        8 => Correction::merge(
            text,
            report,
            &one(mentions().collect(), which)?,
            &one(entities().collect(), other)?,
            all,
        ),
        9 => Correction::split(text, report, &one(mentions().collect(), which)?, all),
        10 => {
            let values = [
                "2021-10-04",
                "2019",
                "P3Y",
                "Ada Quill",
                "3.5 USD",
                "5/10 km",
                "40 %",
                "2021-W39",
            ];
            let value = values[usize::from(other) % values.len()];
            Correction::set_value(text, report, &one(any(), which)?, value, all)
        }
        11 => Correction::set_speaker(
            text,
            report,
            &one(quotes().collect(), which)?,
            &one(entities().collect(), other)?,
            all,
        ),
        12 => {
            let quote = one(quotes().collect(), which)?;
            match other % 3 {
                0 => Correction::set_no_speaker(text, report, &quote, all),
                1 => Correction::set_speaker_named(text, report, &quote, "Ada Quill", all),
                _ => Correction::set_speaker_named(text, report, &quote, "Ida Brenn", all),
            }
        }
        _ if other % 8 == 0 => Correction::boilerplate(
            text,
            report,
            usize::from(which) % report.blocks.len().max(1),
            true,
        ),
        _ => return None,
    };
    made.ok()
}

/// The corrections that a reader made one after the other, with what they saw at the end.
fn corrected(text: &str, base: &Report, picks: &[Pick]) -> (History, Corrected) {
    let mut history = History::default();
    let mut seen = apply(text, base, history.patch());
    for &pick in picks {
        if let Some(correction) = correction(text, &seen.report, pick) {
            history.push(correction).expect("sound");
            seen = apply(text, base, history.patch());
        }
    }
    (history, seen)
}

/// All that the tests of the core ask of a report, and that the numbers in it are right.
fn sound(text: &str, report: &Report) -> Result<(), String> {
    in_place(text, report)?;
    references(report)?;
    unread(text, report)?;
    numbered("m", report.mentions.iter().map(|m| &m.id))?;
    numbered("d", report.dates.iter().map(|d| &d.id))?;
    numbered("a", report.amounts.iter().map(|a| &a.id))?;
    numbered("q", report.quotes.iter().map(|q| &q.id))?;
    numbered("e", report.entities.iter().map(|e| &e.id))?;
    for entity in &report.entities {
        let own: Vec<_> =
            report.mentions.iter().filter(|m| m.entity.as_ref() == Some(&entity.id)).collect();
        let ids: Vec<_> = own.iter().map(|m| m.id.clone()).collect();
        if entity.count as usize != own.len() || entity.mentions != ids {
            return Err(format!("{} counts {} of {ids:?}", entity.id, entity.count));
        }
        if entity.name.is_empty() || entity.aliases.contains(&entity.name) {
            return Err(format!("{}: {} among {:?}", entity.id, entity.name, entity.aliases));
        }
        if let Some(other) =
            own.iter().find(|m| m.entity_type != entity.entity_type && m.why.is_by_reader())
        {
            return Err(format!("{} is another type than {}", other.id, entity.id));
        }
        if own.is_empty()
            && !report.quotes.iter().any(|q| q.candidates.iter().any(|c| c.entity == entity.id))
        {
            return Err(format!("{} is nowhere", entity.id));
        }
    }
    let counted = |kind: &str| report.summary.counts.get(kind).copied().unwrap_or(0) as usize;
    for kind in EntityType::ALL {
        if counted(kind.name()) != report.entities.iter().filter(|e| e.entity_type == kind).count()
        {
            return Err(format!("{} are miscounted", kind.name()));
        }
    }
    let lists = [
        ("date", report.dates.len()),
        ("amount", report.amounts.len()),
        ("quote", report.quotes.len()),
    ];
    if let Some((kind, _)) = lists.into_iter().find(|&(kind, n)| counted(kind) != n) {
        return Err(format!("{kind}s are miscounted"));
    }
    let share: u32 = report.summary.speakers.iter().map(|s| s.share).sum();
    if share > 1000 + report.summary.speakers.len() as u32 {
        return Err(format!("shares of {share}"));
    }
    let placed = report.timeline.iter().map(|t| t.date.as_str()).collect::<BTreeSet<_>>().len();
    let points = report
        .dates
        .iter()
        .filter(|d| matches!(format!("{:?}", d.timex.timex_type).as_str(), "Date" | "Time"));
    if placed != report.timeline.len() || placed != points.count() {
        return Err("the timeline has not every date once".into());
    }
    let parents: Vec<_> = report.quotes.iter().filter_map(|q| q.parent.as_ref()).collect();
    if parents.iter().any(|p| !report.quotes.iter().any(|q| q.id == **p)) {
        return Err("a parent is no quote".into());
    }
    apart(report)
}

fn numbered<'a>(letter: &str, ids: impl Iterator<Item = &'a String>) -> Result<(), String> {
    for (i, id) in ids.enumerate() {
        if *id != format!("{letter}{}", i + 1) {
            return Err(format!("{id} at place {}", i + 1));
        }
    }
    Ok(())
}

/// The policy of overlaps would drop nothing.
fn apart(report: &Report) -> Result<(), String> {
    let family = |entity_type| match entity_type {
        EntityType::Event | EntityType::Product | EntityType::Work => Family::Title,
        _ => Family::Name,
    };
    let claims: Vec<Claim> = (report
        .mentions
        .iter()
        .filter(|m| !matches!(m.form, Form::Description | Form::Pronoun))
        .map(|m| Claim { span: m.span, family: family(m.entity_type) }))
    .chain(report.dates.iter().map(|d| Claim { span: d.span, family: Family::Date }))
    .chain(report.amounts.iter().map(|a| Claim { span: a.span, family: Family::Amount }))
    .collect();
    match settle(&claims).iter().position(|stays| !stays) {
        Some(lost) => Err(format!("{:?} overlaps", claims[lost])),
        None => Ok(()),
    }
}

/// `text` after a few edits, each of some characters.
fn edited(text: &str, edits: &[(u16, u8, u8)]) -> String {
    let pieces = [
        "",
        "x",
        " and then some more words came in between",
        "“",
        "\n\n",
        "é🎉",
        "Ida Brenn",
        "Monday ",
    ];
    let mut text = text.to_owned();
    for &(at, cut, piece) in edits {
        if let Some(span) = span(&text, at, u16::from(cut)) {
            text.replace_range(span.start()..span.end(), pieces[usize::from(piece) % pieces.len()]);
        }
    }
    text
}

/// Each correction of the patch is in one of the three lists, and in one only.
fn all_told(corrected: &Corrected, patch: &Patch) -> bool {
    let held = corrected.applied.iter().chain(&corrected.reanchored).map(|a| a.correction);
    let mut told: Vec<_> = held.chain(corrected.orphans.iter().map(|o| o.correction)).collect();
    told.sort_unstable();
    told == (0..patch.corrections().len()).collect::<Vec<_>>()
}

proptest! {
    #![proptest_config(ProptestConfig {
        cases: 150,
        failure_persistence: None,
        max_shrink_iters: 400,
        rng_seed: prop::test_runner::RngSeed::Fixed(2021),
        ..ProptestConfig::default()
    })]

    #[test]
    fn what_a_reader_does_step_by_step_holds_and_can_be_undone(text in articles(), picks in picks(24)) {
        let base = read(&text);
        let (mut history, seen) = corrected(&text, &base, &picks);
        prop_assert_eq!(&seen.orphans, &[]);
        prop_assert_eq!(&seen.reanchored, &[]);
        prop_assert_eq!(sound(&text, &seen.report), Ok(()), "{:?} {:#?}", text, history.patch());
        let steps = history.undo_steps();
        while history.undo() {}
        let first = apply(&text, &base, history.patch());
        prop_assert_eq!(&first.report, &base);
        prop_assert_eq!(history.redo_steps(), steps);
        while history.redo() {}
        prop_assert_eq!(&apply(&text, &base, history.patch()), &seen);
    }

    #[test]
    fn in_any_order_the_report_is_sound(text in articles(), picks in picks(16), order in any::<u64>()) {
        let base = read(&text);
        let (history, _) = corrected(&text, &base, &picks);
        let mut list = history.patch().corrections().to_vec();
        let mut seed = order;
        for i in (1..list.len()).rev() {
            seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
            list.swap(i, (seed >> 33) as usize % (i + 1));
        }
        let patch = Patch::new(list).expect("ids are as they were");
        let seen = apply(&text, &base, &patch);
        prop_assert!(all_told(&seen, &patch));
        prop_assert_eq!(sound(&text, &seen.report), Ok(()), "{:?} {:#?}", text, patch);
    }

    #[test]
    fn edits_lose_no_correction(
        text in articles(),
        picks in picks(12),
        edits in prop::collection::vec((any::<u16>(), 0_u8..30, any::<u8>()), 1..5),
    ) {
        let base = read(&text);
        let (history, _) = corrected(&text, &base, &picks);
        let later = edited(&text, &edits);
        let report = read(&later);
        let moved = history.patch().reanchored(&text, &later);
        for patch in [history.patch(), &moved] {
            let seen = apply(&later, &report, patch);
            prop_assert!(all_told(&seen, patch));
            prop_assert_eq!(sound(&later, &seen.report), Ok(()), "{:?} {:#?}", later, patch);
        }
        prop_assert_eq!(moved.corrections().len(), history.patch().corrections().len());
    }

    #[test]
    fn a_patch_is_written_as_the_same_bytes_again(text in articles(), picks in picks(16)) {
        let (history, _) = corrected(&text, &read(&text), &picks);
        let json = history.patch().to_json();
        let again = Patch::from_json(&json).map_err(|e| TestCaseError::fail(format!("{e}: {json}")))?;
        prop_assert_eq!(&again, history.patch());
        prop_assert_eq!(again.to_json(), json);
    }

    #[test]
    fn a_damaged_patch_is_refused_or_harmless(
        picks in picks(6),
        damage in prop::collection::vec((any::<u16>(), any::<u8>(), any::<u8>()), 1..4),
    ) {
        let base = read(ARTICLE);
        let (history, _) = corrected(ARTICLE, &base, &picks);
        let mut json = history.patch().to_json();
        let junk = ["", "\"", "{", "]", "-1", "1e999", "null", "\\u0000", "4294967296", "NaN", "true", ",", "\u{202e}"];
        for (at, cut, piece) in damage {
            if let Some(span) = span(&json, at, u16::from(cut % 12)) {
                json.replace_range(span.start()..span.end(), junk[usize::from(piece) % junk.len()]);
            }
        }
        match Patch::from_json(&json) {
            Err(refused) => {
                prop_assert_eq!(refused.code(), "bad-patch");
                prop_assert!(!refused.to_string().is_empty());
            }
            Ok(patch) => {
                let seen = apply(ARTICLE, &base, &patch);
                prop_assert!(all_told(&seen, &patch));
                prop_assert_eq!(sound(ARTICLE, &seen.report), Ok(()));
            }
        }
    }

    #[test]
    fn a_lexicon_is_written_as_the_same_bytes_again(
        names in prop::collection::vec(("[A-Zé🎉 ]{1,8}", 0_usize..7, prop::option::of("[a-z]{1,5}")), 0..12),
        ignore in prop::collection::vec("[a-zA-ZÉ ]{1,6}", 0..12),
    ) {
        let mut lexicon = Lexicon::default();
        for (text, kind, entity) in names {
            let _ = lexicon.add_name(LexiconEntry { text, entity_type: EntityType::ALL[kind], entity });
        }
        for words in ignore {
            let _ = lexicon.add_ignored(&words);
        }
        let json = lexicon.to_json();
        let mut again = Lexicon::from_json(&json).map_err(|e| TestCaseError::fail(format!("{e}: {json}")))?;
        prop_assert_eq!(again.to_json(), json);
        let merged = again.merge(&lexicon).expect("no more than before");
        prop_assert_eq!((merged.added, merged.kept), (0, 0));
        prop_assert_eq!(again, lexicon);
    }
}

/// A long article of the same paragraphs, each with a name of its own.
fn long(paragraphs: usize) -> String {
    let letters = |n: usize| -> String {
        (0..3).map(|i| char::from(b'a' + (n / 26_usize.pow(i) % 26) as u8)).collect()
    };
    let paragraph = |n: usize| {
        let (name, pier) = (letters(n), letters(7 * n + 5));
        format!(
            "“We open the {pier} pier on Monday,” said Ida B{name}ssen of Norway’s {n} quays on 4 October \
             2021, as {n} boats lay idle.\n\n"
        )
    };
    (0..paragraphs).map(paragraph).collect::<Vec<_>>().concat()
}

/// Corrections of everything, one for each annotation, all of some.
fn of_everything(text: &str, report: &Report) -> Patch {
    let mut list = Vec::new();
    for (i, mention) in report.mentions.iter().enumerate() {
        list.extend(match i % 4 {
            0 => Correction::confirm(text, report, &mention.id, false),
            1 => Correction::split(text, report, &mention.id, false),
            2 => Correction::retype(text, report, &mention.id, Kind::Name(EntityType::Work), false),
            _ => Correction::delete(text, report, &mention.id, false),
        });
    }
    for quote in &report.quotes {
        list.extend(Correction::set_speaker_named(text, report, &quote.id, "Ada Quill", false));
    }
    for date in &report.dates {
        list.extend(Correction::set_value(text, report, &date.id, "2021-10-04", false));
    }
    list.truncate(1000);
    for (i, correction) in list.iter_mut().enumerate() {
        correction.id = format!("c{i}");
    }
    Patch::new(list).expect("sound")
}

#[test]
fn work_grows_as_the_corrections_do() {
    let steps = |paragraphs: usize| {
        let text = long(paragraphs);
        let report = read(&text);
        let patch = of_everything(&text, &report);
        // Once where it was made, once in a text in which everything stands elsewhere.
        let later = format!("It rained.\n\n{text}");
        let here = apply(&text, &report, &patch);
        let there = apply(&later, &read(&later), &patch);
        assert_eq!(here.orphans, [], "{paragraphs}");
        assert_eq!(there.orphans, [], "{paragraphs}");
        assert_eq!(there.reanchored.len(), patch.corrections().len());
        (patch.corrections().len(), here.steps, there.steps)
    };
    let (few, many) = (steps(20), steps(80));
    assert!(many.0 > 3 * few.0, "{few:?} {many:?}");
    for (small, large) in [(few.1, many.1), (few.2, many.2)] {
        let per = |steps: usize, corrections: usize| steps * 100 / corrections;
        assert!(per(large, many.0) <= per(small, few.0) * 3 / 2 + 100, "{few:?} {many:?}");
    }
}

#[test]
fn a_thousand_steps_back_and_forth() {
    let base = read(ARTICLE);
    let mention = &base.mentions[0].id;
    let mut history = History::default();
    for i in 0..1200 {
        let kind = Kind::Name(EntityType::ALL[i % 7]);
        history
            .push(Correction::retype(ARTICLE, &base, mention, kind, false).expect("a name"))
            .expect("room");
    }
    let last = apply(ARTICLE, &base, history.patch()).report;
    assert_eq!(history.undo_steps(), 1200);
    while history.undo() {}
    assert!(history.patch().is_empty() && !history.undo());
    while history.redo() {}
    assert_eq!(apply(ARTICLE, &base, history.patch()).report, last);
}
