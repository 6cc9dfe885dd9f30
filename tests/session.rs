//! A text that is being written is read as one that lies there finished, whatever stood before.

use std::{fs, path::Path, sync::Arc};

use newsmark::{Knowledge, Options, Session, annotate_with, options::DateOrder, span::Span};
use proptest::prelude::*;

/// The golden articles, all of them in one as well.
fn articles() -> Vec<String> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden");
    let mut paths: Vec<_> = fs::read_dir(folder)
        .expect("tests/golden is in the repository")
        .filter_map(|entry| Some(entry.ok()?.path()))
        .filter(|path| path.extension().is_some_and(|e| e == "txt"))
        .collect();
    paths.sort();
    let mut all: Vec<_> =
        paths.iter().map(|path| fs::read_to_string(path).expect("UTF-8")).collect();
    all.push(all[..3].join("\n\n"));
    all
}

/// What is typed or pasted: names that the article may have and others, ends and beginnings of
/// paragraphs, what tells how dates are ordered or in what language it is, what a page brings along.
const PIECES: &[&str] = &[
    "a",
    " ",
    ".",
    "M",
    "’",
    "\"",
    "“We wept,” ",
    "\n",
    "\n\n",
    "\r\n\r\n",
    "Mayor Ida Brenn",
    "Brenn",
    "brenn ",
    "the Norwegian",
    "Hull & Sons Ltd (HSL)",
    "HSL",
    "Leeds 2 Norwich 1\n",
    "Leeds",
    " said she.",
    "he added. ",
    "three weeks ago ",
    " on Monday",
    " 13/04/2021 ",
    " 03/04/2021 ",
    " 04/13/2021 ",
    "May ",
    "March ",
    "$3.5 million ",
    "Room ",
    "5 per cent ",
    "122mm",
    "e\u{301}",
    "\u{ad}",
    "\u{200b}",
    "ﬁ",
    "🇳🇴",
    "𝔐",
    "日本",
    "م",
    "Read more\n",
    "By Odile Marsh\n",
    "PORT VARREN, Oct. 4 (Quill) – ",
    "- item\n",
    "Der Rat der Stadt hat mit dem Bau nicht begonnen, und das ist auch nicht zu ändern.\n",
    "it was all in small letters and went on and on about nothing at all.\n",
    "A FAR LOUDER LINE ABOUT THE MILL\n",
];

#[derive(Clone, Debug)]
enum Edit {
    /// Replaces so many characters at a place, in shares of the text, per mille.
    Replace { at: usize, characters: usize, with: String },
    /// Takes out a line break, so that two paragraphs become one.
    Join { at: usize },
    /// Puts a stretch of the text in once more elsewhere.
    Copy { from: usize, characters: usize, to: usize },
    /// Asks with other options.
    Options(u8),
    /// Begins another text.
    Another(usize),
}

fn edit() -> impl Strategy<Value = Edit> {
    let place = || prop_oneof![1 => Just(0_usize), 1 => Just(1000), 6 => 0..1000_usize];
    let piece = prop::sample::select(PIECES).prop_map(str::to_owned);
    let typed = prop_oneof![8 => piece, 1 => "\\PC{0,12}", 1 => Just(String::new())];
    let length = || prop_oneof![3 => Just(0_usize), 3 => 1..8_usize, 1 => 8..600_usize];
    prop_oneof![
        12 => (place(), length(), typed)
            .prop_map(|(at, characters, with)| Edit::Replace { at, characters, with }),
        2 => place().prop_map(|at| Edit::Join { at }),
        1 => (place(), 1..500_usize, place())
            .prop_map(|(from, characters, to)| Edit::Copy { from, characters, to }),
        2 => any::<u8>().prop_map(Edit::Options),
        1 => (0..9_usize).prop_map(Edit::Another),
    ]
}

/// The byte at a share of `text`, per mille, on a boundary.
fn byte(text: &str, share: usize) -> usize {
    let at = text.len() * share / 1000;
    (0..=at.min(text.len())).rev().find(|&at| text.is_char_boundary(at)).unwrap_or(0)
}

fn behind(text: &str, from: usize, characters: usize) -> usize {
    text[from..].char_indices().nth(characters).map_or(text.len(), |(at, _)| from + at)
}

fn options(bits: u8) -> Options {
    let own = serde_json::json!([{ "text": "Ida Brenn", "type": "organisation" }]);
    Options {
        published: (bits & 1 != 0).then(|| "2021-10-04".to_owned()),
        date_order: match bits >> 1 & 3 {
            1 => Some(DateOrder::Dmy),
            2 => Some(DateOrder::Mdy),
            _ => None,
        },
        types: (bits & 8 != 0).then(|| vec!["date".into(), "person".into(), "quote".into()]),
        lexicon: (bits & 16 != 0).then(|| serde_json::from_value(own).expect("two fields")),
        ignore: (bits & 32 != 0).then(|| vec!["Leeds".to_owned()]),
        body: (bits & 64 != 0).then(Vec::new),
        ..Options::default()
    }
}

fn apply(edit: &Edit, text: &mut String, asked: &mut Options, articles: &[String]) {
    match edit {
        Edit::Replace { at, characters, with } => {
            let from = byte(text, *at);
            text.replace_range(from..behind(text, from, *characters), with);
        }
        Edit::Join { at } => {
            let from = byte(text, *at);
            if let Some(found) = text[from..].find('\n') {
                let rest = &text[from + found..];
                let end = from + found + rest.len() - rest.trim_start().len();
                text.replace_range(from + found..end, " ");
            }
        }
        Edit::Copy { from, characters, to } => {
            let from = byte(text, *from);
            let copied = text[from..behind(text, from, *characters)].to_owned();
            let to = byte(text, *to);
            text.insert_str(to, &copied);
        }
        Edit::Options(bits) => *asked = options(*bits),
        Edit::Another(article) => text.clone_from(&articles[*article % articles.len()]),
    }
}

fn json(report: &impl serde::Serialize) -> String {
    serde_json::to_string(report).expect("plain data")
}

/// The first half of `text`.
fn half(text: &str) -> Span {
    Span::new(text, 0, byte(text, 500)).expect("on boundaries")
}

/// Reads `text` after each edit, in one session and afresh.
fn follow(
    knowledge: &Arc<Knowledge>,
    mut text: String,
    edits: &[Edit],
) -> Result<(), TestCaseError> {
    let articles = articles();
    let mut session = Session::new(Arc::clone(knowledge));
    let mut asked = options(1);
    for edit in edits {
        apply(edit, &mut text, &mut asked, &articles);
        if asked.body.is_some() {
            asked.body = Some(vec![half(&text)]);
        }
        let kept = session.annotate(&text, &asked).expect("short, and the options are known");
        let fresh = annotate_with(&text, &asked, knowledge).expect("as above");
        prop_assert!(json(&kept) == json(&fresh), "after {:?}: {:?}", edit, text);
    }
    Ok(())
}

/// How many cases; `NEWSMARK_CASES` for a long run.
fn cases(usual: u32) -> u32 {
    std::env::var("NEWSMARK_CASES").ok().and_then(|n| n.parse().ok()).unwrap_or(usual)
}

fn config(usual: u32) -> ProptestConfig {
    ProptestConfig {
        cases: cases(usual),
        failure_persistence: None,
        rng_seed: prop::test_runner::RngSeed::Fixed(2021),
        ..ProptestConfig::default()
    }
}

proptest! {
    #![proptest_config(config(24))]

    #[test]
    fn an_article_that_is_edited_is_read_as_if_it_were_new(
        article in 0..9_usize, edits in prop::collection::vec(edit(), 1..12),
    ) {
        follow(&Knowledge::shipped(), articles()[article].clone(), &edits)?;
    }
}

proptest! {
    #![proptest_config(config(96))]

    #[test]
    fn a_text_that_grows_from_nothing_is_read_as_if_it_were_new(
        pieces in prop::collection::vec(prop::sample::select(PIECES), 0..60),
        edits in prop::collection::vec(edit(), 1..16),
    ) {
        follow(&Knowledge::shipped(), pieces.join(" "), &edits)?;
    }

    #[test]
    fn so_it_is_by_rules_alone(
        pieces in prop::collection::vec(prop::sample::select(PIECES), 0..60),
        edits in prop::collection::vec(edit(), 1..16),
    ) {
        follow(&Arc::default(), pieces.join(" "), &edits)?;
    }
}

#[test]
fn a_request_that_is_refused_changes_nothing() {
    let mut session = Session::new(Knowledge::shipped());
    let text = &articles()[0];
    let first = session.annotate(text, &options(1)).expect("a golden article");
    let bad = Options { published: Some("May".into()), ..Options::default() };
    assert!(session.annotate("x", &bad).is_err());
    assert_eq!(json(&session.annotate(text, &options(1)).expect("as above")), json(&first));
}
