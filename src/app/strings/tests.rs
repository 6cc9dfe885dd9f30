use std::{collections::BTreeSet, fs, path::Path};

use super::*;
use crate::app::{
    model::{Reading, sample},
    state::Lock,
};

/// The same in both languages, on purpose.
const SAME: &[&str] = &[
    "Alt →|Alt ←",
    "Auto",
    "April",
    "August",
    "Esc",
    "Hindi",
    "November",
    "September",
    "minute",
    "n|p|→|←",
    "s",
    "y",
    "t",
    "m",
    "x",
    "a",
    "c",
    "j|k",
    "g p|g o|g l|g d|g q",
    "?",
    "q",
    "person",
    "organisation",
    "tab",
    "tabs",
    "winter",
];

fn files() -> Vec<(String, String)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/app");
    let inside = fs::read_dir(folder.join("strings")).expect("the folder of this file");
    let mut paths: Vec<_> = inside.map(|entry| entry.expect("an entry").path()).collect();
    paths.push(folder.join("strings.rs"));
    paths.sort();
    let read = |path: &Path| fs::read_to_string(path).expect("a file of the project");
    let named = |path: &Path| path.file_name().expect("a file").to_string_lossy().into_owned();
    let code =
        |text: String| text.split("#[cfg(test)]\nmod tests").next().unwrap_or_default().to_owned();
    let words = paths.iter().filter(|path| !path.ends_with("tests.rs"));
    words.map(|path| (named(path), code(read(path)))).collect()
}

/// The string that `code` begins with, after white space and at most one comma, and what follows it.
fn string(code: &str) -> Option<(String, &str)> {
    let code = code.trim_start().trim_start_matches(',').trim_start().strip_prefix('"')?;
    let (mut out, mut chars) = (String::new(), code.char_indices());
    while let Some((at, c)) = chars.next() {
        match c {
            '"' => return Some((out, &code[at + 1..])),
            // A line that goes on: the space before the next words is left out.
            '\\' if code[at + 1..].starts_with('\n') => {
                let rest = &code[at + 1..];
                return string(&["\"", rest.trim_start()].concat())
                    .map(|(more, left)| (out + &more, &code[code.len() - left.len()..]));
            }
            '\\' => out.extend(chars.next().map(|(_, c)| c)),
            c => out.push(c),
        }
    }
    None
}

/// Every [`Word`] that is written down, with its columns.
fn table() -> Vec<[String; Language::ALL.len()]> {
    let mut table = Vec::new();
    for (file, code) in files() {
        for place in code.split("word!(").skip(1) {
            let mut rest = place;
            let columns = Language::ALL.map(|language| {
                let found = string(rest);
                let (words, left) =
                    found.unwrap_or_else(|| panic!("{file}: {language:?} in {place:.60}"));
                rest = &place[place.len() - left.len()..];
                words
            });
            table.push(columns);
        }
    }
    assert!(table.len() > 300, "{}", table.len());
    table
}

/// The places for what is put in: `{0}`.
fn places(words: &str) -> BTreeSet<&str> {
    words.split('{').skip(1).filter_map(|part| part.split('}').next()).collect()
}

#[test]
fn every_word_is_there_in_every_language_and_says_something_else() {
    for [english, german] in table() {
        assert!(!english.trim().is_empty() && !german.trim().is_empty(), "{english:?} {german:?}");
        // `person` and `Person` are the same word.
        let same = english.to_lowercase() == german.to_lowercase();
        let places_alone = english.chars().all(|c| !c.is_alphabetic());
        if !places_alone {
            let listed = SAME.contains(&english.as_str());
            assert_eq!(same, listed, "{english:?} and {german:?}");
        }
    }
}

#[test]
fn what_is_put_into_words_has_its_place_in_every_language() {
    for [english, german] in table() {
        assert_eq!(places(&english), places(&german), "{english:?} and {german:?}");
        assert!(places(&english).iter().all(|at| matches!(*at, "0" | "1" | "2")), "{english:?}");
        let ends = |words: &str| (words.starts_with(' '), words.ends_with(' '));
        assert_eq!(ends(&english), ends(&german), "{english:?} and {german:?}");
    }
}

#[test]
fn words_are_set_as_their_language_sets_them() {
    for [english, german] in table() {
        for words in [&english, &german] {
            assert!(!words.contains("  ") && !words.contains(" ,"), "{words:?}");
            assert!(!words.contains('"') && !words.contains('\''), "straight marks: {words:?}");
            assert!(!words.contains("...") && !words.contains(" - "), "{words:?}");
        }
        assert!(!english.contains('„'), "{english:?}");
        // In German the marks are „…“, an ellipsis for words stands apart.
        assert_eq!(german.matches('„').count(), german.matches('“').count(), "{german:?}");
        assert!(!german.contains('”') && !german.contains("n…"), "{german:?}");
    }
}

/// A constant of English words alone would compile.
#[test]
fn no_words_are_left_outside_of_the_table() {
    for (file, code) in files() {
        for line in code.lines().filter(|line| line.contains(": &str =")) {
            assert!(line.contains("pub const NAME: &str = \"newsmark\""), "{file}: {line}");
        }
    }
}

#[test]
fn the_page_begins_with_the_same_words() {
    let one_line = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
    let pages = [include_str!("../../../index.html"), include_str!("../../../www/words.ts")];
    let begins = in_each(|| {
        let (loading, _) = privacy(&Lock::Open);
        let words = [TITLE_EMPTY, INTRODUCTION, FIELD, PLACEHOLDER].map(Word::get);
        (words, loading)
    });
    for (page, (words, loading)) in pages.map(one_line).iter().zip(&begins) {
        for words in words.iter().copied().chain([&**loading]) {
            assert!(page.contains(words), "{words}");
        }
    }
    // Nor has the script words of its own: what it quotes is a place on the page, or one of these.
    let (_, script) = pages[1].split_once("const german").expect("its words");
    let (script, _) = script.split_once("/**").expect("what says them");
    let [_, (words, loading)] = &begins;
    for quoted in script.split('\'').skip(1).step_by(2).filter(|quoted| !quoted.starts_with('.')) {
        assert!(words.contains(&quoted) || loading == quoted, "{quoted}");
    }
    assert!(pages[0].contains(&format!("<h1 class=\"name\">{NAME}</h1>")));
}

#[test]
fn what_is_said_of_an_article_is_said_in_each_language() {
    let reading = sample::reading();
    let [english, german] = in_each(|| {
        let item = crate::app::model::checks::checks(&reading).remove(0);
        [
            found(&reading),
            mark_said(&reading, 0),
            check_said(&reading, &item, 0, 1),
            shelf::closed("Dam opens"),
            shelf::looks_like(3),
            in_numbers(1200, 1, 5),
            timeline_said(2, "A", "B"),
        ]
    });
    assert_eq!(
        english,
        [
            "Found: 1 person, 1 date, 1 quote.",
            "direct quote: “It holds,” … “for now,”, Ada Quill, sure",
            "1 of 1: on Monday. a Monday, week open?",
            "Closed “Dam opens”.",
            "This looks like 3 articles.",
            "1,200 words, 1 sentence, 5 min to read",
            "2 times, from A to B; the list below has them all",
        ]
    );
    assert_eq!(
        german,
        [
            "Gefunden: 1 Person, 1 Zeitangabe, 1 Zitat.",
            "wörtliches Zitat: “It holds,” … “for now,”, Ada Quill, sicher",
            "1 von 1: on Monday. ein Montag, Woche offen?",
            "„Dam opens“ geschlossen.",
            "Das sieht nach 3 Artikeln aus.",
            "1.200 Wörter, 1 Satz, 5 Min. Lesezeit",
            "2 Zeitangaben, von A bis B; die Liste darunter enthält alle",
        ]
    );
}

#[test]
fn a_warning_is_said_by_its_code_and_else_as_it_stands() {
    let mut report = sample::report();
    report.dates[0].timex.value = "2021-10-05".into();
    let spans = vec![report.dates[0].span];
    let warning = |code: &'static str| {
        let message = "As it stands.".to_owned();
        crate::report::Warning { code: code.into(), message, spans: spans.clone() }
    };
    report.warnings = vec![warning("weekday-mismatch")];
    let said = |report: &crate::report::Report| {
        let reading = Reading::new(sample::TEXT.into(), report.clone());
        let item = crate::app::model::checks::checks(&reading).remove(0);
        check(&reading, &item)
    };
    Language::German.speak();
    let in_english = "5 October 2021 is a Tuesday, and not the weekday that the text says.";
    let in_german =
        "Der 5. Oktober 2021 ist ein Dienstag und nicht der Wochentag, den der Text nennt.";
    assert_eq!(in_each(|| said(&report)), [in_english, in_german]);
    report.dates[0].timex.value = "2021-10".into();
    assert_eq!(in_each(|| said(&report)), ["As it stands."; 2]);
}

#[test]
fn of_a_description_it_is_asked_whom_it_means() {
    let asked = |form| {
        let mut report = sample::report();
        report.dates.clear();
        for entity in &mut report.entities {
            entity.certainty = Certainty::Check;
        }
        for mention in &mut report.mentions {
            (mention.certainty, mention.form) = (Certainty::Check, form);
            // Other words than the entity's name.
            mention.span = crate::span::Span::new(sample::TEXT, 0, 3).expect("a word");
        }
        let reading = Reading::new(std::rc::Rc::from(sample::TEXT), report);
        check(&reading, &crate::app::model::checks::checks(&reading)[0])
    };
    assert_eq!(asked(crate::report::Form::Description), "Is this Ada Quill?");
    assert_eq!(asked(crate::report::Form::Name), "Perhaps no person");
}
