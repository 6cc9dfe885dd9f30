//! What the word lists in `src/data` do: each word that they hold is asked for in sentences, and what the sentences become is
//! compared with what `tests/lists/*.tsv` say, each a meaning and the words that have it, parted by "|". So a word that is
//! lost, or gets into another list, shows. `GOLDEN=write cargo test --test lists` states the words that are new: read the diff.

mod common;

use std::{
    collections::{BTreeMap, BTreeSet},
    fmt::Write as _,
    fs,
    path::{Path, PathBuf},
};

use newsmark::{
    Options, Report, annotate, language,
    report::{CueClass, Quote},
    text::Document,
};
use unicode_normalization::char::compose;

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

/// The lines of a list of the core that hold words.
fn source(file: &str) -> Vec<String> {
    let text = fs::read_to_string(root().join("src/data").join(file)).expect("a list");
    text.lines().filter(|line| !line.starts_with('#')).map(str::to_owned).collect()
}

/// The words of lines that begin with so many cells.
fn words(file: &str, cells: usize, between: char) -> BTreeSet<String> {
    let lines = source(file);
    let behind = |line: &String| line.splitn(cells + 1, ' ').nth(cells).map(str::to_owned);
    let lists: Vec<String> = lines.iter().filter_map(behind).collect();
    lists.iter().flat_map(|list| list.split(between).map(str::to_owned)).collect()
}

/// Compares what `says` makes of each word that `tests/lists/NAME.tsv` states, and all that are `listed` must be among them.
fn compare(name: &str, listed: &BTreeSet<String>, says: impl Fn(&str) -> String) {
    let path = root().join(format!("tests/lists/{name}.tsv"));
    if std::env::var("GOLDEN").is_ok_and(|value| value == "write") {
        write(&path, listed, says);
        return;
    }
    let text = fs::read_to_string(path).expect("what is expected");
    let stated: BTreeMap<&str, &str> = (text.lines())
        .filter_map(|line| line.split_once('\t'))
        .flat_map(|(meaning, words)| words.split('|').map(move |word| (word, meaning)))
        .collect();
    let mut wrong: Vec<String> = (listed.iter())
        .filter(|word| !stated.contains_key(word.as_str()))
        .map(|word| format!("{word}: what it means is not stated"))
        .collect();
    for (word, meaning) in stated {
        let found = says(word);
        if found != meaning {
            wrong.push(format!("{word}: {meaning}, but it is {found}"));
        }
    }
    assert!(wrong.is_empty(), "{} of {name}:\n{}", wrong.len(), wrong.join("\n"));
}

fn write(path: &Path, listed: &BTreeSet<String>, says: impl Fn(&str) -> String) {
    let mut meanings = BTreeMap::<String, Vec<&str>>::new();
    for word in listed {
        meanings.entry(says(word)).or_default().push(word);
    }
    let lines = meanings.into_iter().fold(String::new(), |mut lines, (meaning, words)| {
        let _ = writeln!(lines, "{meaning}\t{}", words.join("|"));
        lines
    });
    fs::write(path, lines).expect("writable");
}

/// The words that `tests/lists/NAME.tsv` states.
fn stated(name: &str) -> BTreeSet<String> {
    let path = root().join(format!("tests/lists/{name}.tsv"));
    let text = fs::read_to_string(path).expect("what is expected");
    let words = text.lines().filter_map(|line| line.split_once('\t'));
    words.flat_map(|(_, words)| words.split('|').map(str::to_owned)).collect()
}

/// The names of the cases that hold, or "-".
fn named(cases: &[(&str, bool)]) -> String {
    let held: Vec<&str> = cases.iter().filter(|(_, holds)| *holds).map(|(name, _)| *name).collect();
    if held.is_empty() { "-".into() } else { held.join(", ") }
}

#[test]
fn units_have_their_codes() {
    let listed = first_cells("units.tsv");
    compare("units", &listed, |word| {
        // Degrees are written with a capital.
        let word = if word.contains('°') { word.to_uppercase() } else { word.to_owned() };
        let report = common::read(&format!("The council counted 40 {word} in the old mill."));
        report.amounts.first().and_then(|amount| amount.unit.clone()).unwrap_or_else(|| "-".into())
    });
}

#[test]
fn currencies_have_their_codes() {
    let listed = first_cells("currencies.tsv");
    compare("currencies", &listed, |word| {
        let code = |text: String| common::read(&text).amounts.first()?.currency.clone();
        let behind = code(format!("The council paid 40 {word} for the old mill."));
        let before = code(format!("The council paid {word}40 for the old mill."))
            .or_else(|| code(format!("The council paid {word} 40 for the old mill.")));
        format!("{} {}", before.as_deref().unwrap_or("-"), behind.as_deref().unwrap_or("-"))
    });
}

fn first_cells(file: &str) -> BTreeSet<String> {
    source(file).iter().filter_map(|line| line.split('\t').next()).map(str::to_owned).collect()
}

#[test]
fn sentences_end_at_abbreviations_or_go_on() {
    compare("abbreviations", &words("abbreviations.txt", 1, ' '), |word| {
        let ends =
            |behind: &str| sentences(&format!("The farmers of the valley {word}. {behind}")) > 1;
        let town = format!("The farmers met in Quillton, {word}. Marsh and others came.");
        named(&[
            ("before a name", ends("Marsh and others came.")),
            ("before an opener", ends("The mill was closed.")),
            ("before a number", ends("12 mills were closed.")),
            ("before a weekday", ends("Monday was a feast.")),
            ("after a comma", sentences(&town) > 1),
        ])
    });
}

#[test]
fn openers_begin_sentences_behind_abbreviations() {
    compare("openers", &words("openers.txt", 0, ' '), |word| {
        let count = sentences(&format!("The farmers came from the U.S. {word} mills were closed."));
        named(&[("begins a sentence", count > 1)])
    });
}

fn sentences(text: &str) -> usize {
    Document::read(text, &[]).sentences().len()
}

/// Letters with marks that newspapers print: Latin, Greek of today and the Cyrillic of large languages.
#[test]
fn letters_and_their_marks_become_one_character() {
    let letters = ['A'..='Z', 'a'..='z', 'À'..='ɏ', 'Ά'..='ώ', 'Ѐ'..='џ', 'Ḁ'..='ỹ'];
    let letters: BTreeSet<char> =
        letters.into_iter().flatten().filter(|c| c.is_alphabetic()).collect();
    let mut wrong = Vec::new();
    let mut composed = 0;
    for &letter in &letters {
        for mark in '\u{300}'..'\u{370}' {
            let apart = format!("{letter}{mark}");
            let whole = compose(letter, mark).filter(|whole| letters.contains(whole));
            composed += usize::from(whole.is_some());
            let wanted = whole.map_or_else(|| apart.clone(), String::from);
            let found = Document::read(&format!("q{apart}q"), &[]).text().to_owned();
            if found != format!("q{wanted}q") {
                wrong.push(format!("{letter} and {:x}: {found}, not {wanted}", u32::from(mark)));
            }
        }
    }
    assert!(composed > 500, "{composed}");
    assert!(wrong.is_empty(), "{} pairs:\n{}", wrong.len(), wrong.join("\n"));
}

/// Four words of each language that no other of these has.
const SURE: &[(&str, [&str; 4])] = &[
    ("en", ["the", "which", "their", "would"]),
    ("de", ["nicht", "einem", "wurde", "gegen"]),
    ("fr", ["dans", "avec", "cette", "leur"]),
    ("es", ["pero", "sin", "hasta", "muy"]),
    ("pt", ["não", "foi", "ao", "também"]),
    ("it", ["gli", "della", "anche", "sono"]),
    ("nl", ["het", "niet", "maar", "wordt"]),
    ("sv", ["och", "inte", "från", "också"]),
    ("da", ["ikke", "hvad", "blev", "bliver"]),
    ("no", ["ikke", "hva", "ble", "etter"]),
    ("pl", ["się", "który", "już", "przez"]),
    ("cs", ["jsem", "který", "však", "při"]),
    ("fi", ["että", "mutta", "joka", "myös"]),
    ("hu", ["hogy", "csak", "már", "szerint"]),
    ("ro", ["și", "este", "fost", "după"]),
    ("tr", ["için", "olarak", "çok", "gibi"]),
    ("id", ["yang", "dengan", "untuk", "adalah"]),
    ("vi", ["của", "không", "được", "những"]),
];

#[test]
fn function_words_tell_languages() {
    compare("function-words", &words("function-words.txt", 1, ' '), |word| {
        let tells = |(code, sure): &&(&str, [&str; 4])| {
            // English needs two words, the others four.
            let with = if *code == "en" { 1 } else { 3 };
            let others = sure.iter().filter(|sure| **sure != word).take(with).copied();
            let text: Vec<&str> = others.chain([word]).collect();
            language::detect(&Document::read(&text.join(" "), &[])) == *code
        };
        let codes: Vec<&str> = SURE.iter().filter(tells).map(|(code, _)| *code).collect();
        codes.join(" ")
    });
}

#[test]
fn lines_of_pages_are_no_paragraphs() {
    compare("page-cues", &words("page-cues.txt", 2, '|'), |phrase| {
        let rule = |line: &str| {
            let text = format!(
                "Subscribe now\n\nAdvertisement\n\nOld mill of the valley is closed\n\nThe council closed the old mill on \
                 Tuesday, and the farmers of the valley came to see it for the last time.\n\nThey had ground their wheat \
                 there for a hundred years, and some of them wept at the gate.\n\nOdile Marsh, who kept the mill, said that \
                 the river would still be there, and that the wheel would turn again.\n\nThe council did not answer her, \
                 and the gate was locked in the evening.\n\nShare this article\n\nTerms of use\n\n{line}\n"
            );
            let report = read(&text);
            let at = text.len() - line.len() - 1;
            let block = report.blocks.iter().find(|block| block.span.start() == at);
            let why = block.and_then(|block| block.why.as_ref());
            why.map_or("-", |why| why.rule.trim_start_matches("text.")).to_owned()
        };
        let capital: String = phrase.chars().take(1).flat_map(char::to_uppercase).collect();
        let rest: String = phrase.chars().skip(1).collect();
        format!(
            "{}, {}, {}",
            rule(phrase.trim()),
            rule(&format!(
                "{capital}{rest}{}the quiet of the hills",
                if rest.ends_with(' ') { "" } else { " " }
            )),
            rule(&format!(
                "They of the hills {phrase}{}and that is all",
                if rest.ends_with(' ') { "" } else { " " }
            )),
        )
    });
}

fn read(text: &str) -> Report {
    annotate(text, &Options::default()).expect("short")
}

#[test]
fn words_without_a_topic_do_not_make_sentences_weigh() {
    let listed = source("no-topic.txt").into_iter().collect();
    compare("no-topic", &listed, |word| {
        let scores = |word: &str| {
            let text = format!(
                "The mill of the old town was shut by its owner on the last day of the year.\n\nThe gate {word} red {word} wall {word} roof {word} door were sold in 1990 and in 1991.\n\n\
                 The farm by the road was kept by two men who came from the far side of the lake.\n\nNo one in the \
                 town had been told of the sale when the men came to the door.\n\nThe wheel of the mill had come to a \
                 stop in the ice on the first day of the week.\n\nIt was cold and dark in the house by the lake, and no \
                 one knew when the ice would go.\n\nThe men left the town by the road to the hill, with all that they \
                 had in one bag."
            );
            let sentences = read(&text).summary.key_sentences;
            sentences.iter().map(|sentence| sentence.score).collect::<Vec<_>>()
        };
        // Words of four letters are none; two years are as many facts as count, beside "first".
        let none = scores("vell");
        assert!(scores("valley") != none, "words that are not listed are topics");
        named(&[("no topic", scores(word) == none)])
    });
}

#[test]
fn leaders_are_known_by_their_countries() {
    let path = root().join("tests/lists/leaders.tsv");
    let text = fs::read_to_string(path).expect("what is expected");
    let known = stated("leaders");
    let listed = source("leaders.tsv");
    let listed = listed
        .iter()
        .filter_map(|line| line.split_once('\t'))
        .flat_map(|(_, names)| names.split('|'));
    let mut wrong: Vec<String> = listed
        .filter(|name| !known.contains(*name))
        .map(|name| format!("{name} is not stated"))
        .collect();
    for (phrase, names) in text.lines().filter_map(|line| line.split_once('\t')) {
        for name in names.split('|') {
            if !leads(name, phrase) {
                wrong.push(format!("{name} is not: {phrase}"));
            }
        }
    }
    assert!(
        !leads("Angela Merkel", "The Cuban leader") && !leads("Odile Marsh", "The German leader")
    );
    assert!(wrong.is_empty(), "{} names:\n{}", wrong.len(), wrong.join("\n"));
}

/// Whether `phrase` ("The German leader") of an article that names nobody else is `name`.
fn leads(name: &str, phrase: &str) -> bool {
    let report = read(&format!(
        "{name} met farmers of the valley on Monday. {phrase} said that the mill would close soon."
    ));
    let person =
        report.entities.iter().find(|entity| entity.name == name).map(|entity| entity.id.clone());
    let quote = report.quotes.first().and_then(|quote| quote.speaker.as_ref());
    person.is_some() && quote.map(|speaker| speaker.entity.clone()) == person
}

/// Verbs whose past is that of another: lambast and lambaste.
const ALIKE: usize = 1;

/// The past of each verb, and its participle behind "/" where that is another.
#[test]
fn verbs_of_saying_have_their_uses() {
    let stated = stated("cues");
    let verbs: usize = source("cues.tsv").len();
    assert!(
        stated.len() + ALIKE == verbs,
        "each verb is stated: {} and {ALIKE} of {verbs}",
        stated.len()
    );
    compare("cues", &stated, |forms| {
        let (past, participle) = forms.split_once('/').unwrap_or((forms, forms));
        let quote = |text: String| -> Option<Quote> {
            let quotes = common::read(&text).quotes;
            quotes.into_iter().find(|quote| {
                quote.cue.as_ref().is_some_and(|cue| {
                    let said = cue.span.of(&text);
                    said == past || said == participle
                })
            })
        };
        let cases = [
            ("marks", format!("“The mill is old and will close,” Odile Marsh {past}.")),
            ("clause", format!("Odile Marsh {past} that the mill was old and would close.")),
            (
                "perfect",
                format!("Odile Marsh had {participle} that the mill was old and would close."),
            ),
            ("object", format!("Odile Marsh {past} the closing of the old mill.")),
            ("name", format!("Odile Marsh {past} the old mill “a shame”.")),
            ("infinitive", format!("Odile Marsh {past} to close the old mill.")),
            ("hearer", format!("Odile Marsh {past} the farmers that the mill would close.")),
            ("words", format!("Odile Marsh {past} “the closing of mills” on Monday.")),
        ];
        let found: Vec<(&str, Option<Quote>)> =
            cases.into_iter().map(|(name, text)| (name, quote(text))).collect();
        let class =
            found.iter().find_map(|(_, quote)| Some(class(quote.as_ref()?.cue.as_ref()?.class)));
        let held: Vec<String> = (found.iter())
            .filter_map(|(case, quote)| Some((case, quote.as_ref()?.kind)))
            .map(|(case, kind)| format!("{case} {kind:?}").to_lowercase())
            .collect();
        format!("{}: {}", class.unwrap_or("-"), held.join(", "))
    });
}

fn class(class: CueClass) -> &'static str {
    match class {
        CueClass::Say => "say",
        CueClass::Claim => "claim",
        CueClass::Deny => "deny",
        CueClass::Ask => "ask",
        CueClass::Write => "write",
        _ => "other",
    }
}
