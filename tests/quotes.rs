//! Quotes in every style of marks, with what is odd about them, and under fuzz.

mod common;

use std::time::Instant;

use common::read;
use newsmark::{Report, quotes, report::Quote, text::Document};
use proptest::prelude::*;

/// One line for each quote: kind, marks, content, and who is given for it by which cue.
fn lines(text: &str) -> Vec<String> {
    let report = read(text);
    report.quotes.iter().map(|q| line(text, q)).collect()
}

fn line(text: &str, quote: &Quote) -> String {
    let content: Vec<_> = quote.content.iter().map(|p| p.span.of(text)).collect();
    let source = quote.source.as_ref().map_or("-", |s| s.span.of(text));
    let cue = quote.cue.as_ref().map_or("-", |c| c.lemma.as_str());
    let kind = format!("{:?} {:?}", quote.kind, quote.marks).to_lowercase();
    format!("{kind} {} < {source}, {cue}", content.join(" + "))
}

/// Number of the case, text, and the lines wanted.
const CASES: &[(u8, &str, &[&str])] = &[
    (
        1,
        "“He told me ‘Stay away’ and left,” Odile Marsh said.",
        &[
            "direct ok “He told me ‘Stay away’ and left,” < Odile Marsh, say",
            "direct ok ‘Stay away’ < He, tell",
        ],
    ),
    (
        2,
        "“She called it “a rusty joke” in the end,” said Odile Marsh.",
        &[
            "direct ok “She called it “a rusty joke” in the end,” < Odile Marsh, say",
            "partial ok “a rusty joke” < She, call",
        ],
    ),
    (
        3,
        "“The bridge is old.\n\n“It will fall,” said Odile Marsh.",
        &["direct continued “The bridge is old. + “It will fall,” < Odile Marsh, say"],
    ),
    (
        4,
        "Odile Marsh said: “The bridge is old.\n\nNobody answered her.",
        &["direct unclosed “The bridge is old. < Odile Marsh, say"],
    ),
    (
        5,
        "Odile Marsh said: “The bridge is old",
        &["direct unclosed “The bridge is old < Odile Marsh, say"],
    ),
    (
        6,
        "“The bridge is old,” said Odile Marsh.” Nobody answered.",
        &["direct ok “The bridge is old,” < Odile Marsh, say"],
    ),
    (
        7,
        "\"The bridge is old,” said Odile Marsh.",
        &["direct mismatched \"The bridge is old,” < Odile Marsh, say"],
    ),
    (
        8,
        "``The bridge is old,'' said Odile Marsh.",
        &["direct ok ``The bridge is old,'' < Odile Marsh, say"],
    ),
    (
        9,
        "'We can't sell the workers' hall, 'tis ours since the '90s,' said Odile Marsh.",
        &[
            "direct ok 'We can't sell the workers' hall, 'tis ours since the '90s,' < Odile Marsh, say",
        ],
    ),
    (
        9,
        "‘It’s only rock ’n’ roll,’ said Odile Marsh.",
        &["direct ok ‘It’s only rock ’n’ roll,’ < Odile Marsh, say"],
    ),
    (
        10,
        "'The hall is the workers',' said Odile Marsh.",
        &["direct ok 'The hall is the workers',' < Odile Marsh, say"],
    ),
    (
        11,
        "«The bridge is old», said Odile Marsh.",
        &["direct ok «The bridge is old» < Odile Marsh, say"],
    ),
    (
        11,
        "„The bridge is old“, said Odile Marsh.",
        &["direct ok „The bridge is old“ < Odile Marsh, say"],
    ),
    (
        11,
        "»The bridge is old«, said Odile Marsh.",
        &["direct ok »The bridge is old« < Odile Marsh, say"],
    ),
    (
        11,
        "「The bridge is old」, said Odile Marsh.",
        &["direct ok 「The bridge is old」 < Odile Marsh, say"],
    ),
    (12, "He is 5'10\" tall and fetched a 12\" pipe.", &[]),
    (14, "“Yes,” said Odile Marsh.", &["direct ok “Yes,” < Odile Marsh, say"]),
    (
        15,
        "'The bridge,' said Odile Marsh, 'is very old.'",
        &[
            "direct ok 'The bridge,' < Odile Marsh, say",
            "direct ok 'is very old.' < Odile Marsh, say",
        ],
    ),
    (
        16,
        "“We would like talks” between the towns “as soon as possible.” added Odile Marsh.",
        &[
            "partial ok “We would like talks” < Odile Marsh, add",
            "partial ok “as soon as possible.” < Odile Marsh, add",
        ],
    ),
    (17, "Odile Marsh: “The bridge is old.”", &["direct ok “The bridge is old.” < Odile Marsh, :"]),
    (
        17,
        "“The bridge is old.” — Odile Marsh",
        &["direct ok “The bridge is old.” < Odile Marsh, —"],
    ),
    (20, "“The bridge is old,” he said.", &["direct ok “The bridge is old,” < he, say"]),
    (
        22,
        "“The bridge is old,” Odile Marsh told the Valley Post.",
        &["direct ok “The bridge is old,” < Odile Marsh, tell"],
    ),
    (
        23,
        "“The bridge is old,” said Odile Marsh and Aldo Brandt.",
        &["direct ok “The bridge is old,” < Odile Marsh and Aldo Brandt, say"],
    ),
    (
        23,
        "“The bridge is old,” said Odile Marsh but Aldo Brandt left.",
        &["direct ok “The bridge is old,” < Odile Marsh, say"],
    ),
    (
        23,
        "“The bridge is old,” the report said.",
        &["direct ok “The bridge is old,” < the report, say"],
    ),
    (
        24,
        "“The bridge is old,” said Odile Marsh. “It will fall,” she added.",
        &[
            "direct ok “The bridge is old,” < Odile Marsh, say",
            "direct ok “It will fall,” < she, add",
        ],
    ),
    (26, "Her film “The Quiet Ferry” opened today.", &["title ok “The Quiet Ferry” < -, -"]),
    (27, "Aldo “the Ferry” Brandt rose.", &["nickname ok “the Ferry” < -, -"]),
    (28, "The so-called “iron ferry” sank.", &["term ok “iron ferry” < -, -"]),
    (29, "“Is it old?” asked Odile Marsh.", &["direct ok “Is it old?” < Odile Marsh, ask"]),
    (
        29,
        "“It is falling!” Odile Marsh shouted.",
        &["direct ok “It is falling!” < Odile Marsh, shout"],
    ),
    (
        30,
        "“We … [the town] are ready,” said Odile Marsh.",
        &["direct ok “We … [the town] are ready,” < Odile Marsh, say"],
    ),
    (
        13,
        "Mayor calls bridge ‘safe’\n\nThe mayor of the valley spoke about the bridge on Monday.",
        &["partial ok ‘safe’ < Mayor, call"],
    ),
    (
        19,
        "Odile Marsh told the council:\n\n“The bridge is old.”\n\n“It will fall.”",
        &[
            "direct ok “The bridge is old.” < Odile Marsh, tell",
            "direct ok “It will fall.” < Odile Marsh, tell",
        ],
    ),
    (
        21,
        "Odile Marsh said: “The bridge is old,” and added: “It will fall.”",
        &[
            "direct ok “The bridge is old,” < Odile Marsh, say",
            "direct ok “It will fall.” < Odile Marsh, add",
        ],
    ),
    (
        31,
        "Odile Marsh said the bridge closed “a month and a half” ago for repairs.",
        &["mixed ok the bridge closed + “a month and a half” + ago for repairs < Odile Marsh, say"],
    ),
    (
        33,
        "“Wir sind bereit [We are ready],” said Odile Marsh.",
        &["direct ok “Wir sind bereit [We are ready],” < Odile Marsh, say"],
    ),
    (
        34,
        "The council met on Monday.\n\n- “The bridge is old,” said Odile Marsh.\n- “It is not,” said Aldo Brandt.",
        &[
            "direct ok “The bridge is old,” < Odile Marsh, say",
            "direct ok “It is not,” < Aldo Brandt, say",
        ],
    ),
    (
        35,
        "“The\u{a0}bridge is old,”\u{a0}said\u{a0}Odile Marsh.",
        &["direct ok “The\u{a0}bridge is old,” < Odile Marsh, say"],
    ),
    (36, "🎉 “We are ready,” said Odile Marsh.", &["direct ok “We are ready,” < Odile Marsh, say"]),
];

#[test]
fn every_odd_case_is_read() {
    let mut failures = Vec::new();
    for (case, text, wanted) in CASES {
        let found = lines(text);
        if found != *wanted {
            failures
                .push(format!("case {case}: {text}\n  wanted {wanted:#?}\n  found  {found:#?}"));
        }
    }
    assert!(failures.is_empty(), "{}", failures.join("\n"));
}

#[test]
fn kinds_are_told_by_what_the_marks_hold_and_what_stands_around_them() {
    for (text, wanted) in [
        // Words that complete the clause, and a single word inside it.
        ("Odile Marsh said she was “very moved” by it.", "mixed"),
        ("Odile Marsh said she saw “cracks” in it.", "indirect partial"),
        ("Talks with the town “are our dream,” Odile Marsh said.", "mixed"),
        (
            "Odile Marsh voiced her belief in the victory of ‘Greater Marshland’ over the sea.",
            "indirect term",
        ),
        // Whole sentences.
        ("Odile Marsh said that “the bridge is safe for every lorry.”", "direct"),
        ("Odile Marsh left, adding “we need everyone on it.”", "direct"),
        ("The mayor urged voters, “Look at what we have built.”", "direct"),
        // Titles, also in a row, whatever the verb.
        (
            "The agency said they would play “Long Old River,” “Black Tide,” and “Fool Moon.”",
            "indirect title title title",
        ),
        // What signs and slogans say, wherever it stands again.
        (
            "The slogan “Walk. We do.” was odd.\n\nMany laughed at “Walk. We do.” on Monday.",
            "other other",
        ),
        ("Odile Marsh was heard saying “never again” twice.", "partial"),
        // Words that nobody is quoted with.
        ("It is what’s called “river lung” here.", "term"),
        ("“We know of no ‘bribery’ or other crime,” Odile Marsh said.", "direct term"),
    ] {
        let found: Vec<_> =
            read(text).quotes.iter().map(|q| format!("{:?}", q.kind).to_lowercase()).collect();
        assert_eq!(found.join(" "), wanted, "{text}");
    }
}

#[test]
fn how_sure_a_quote_is_hangs_on_its_kind_and_its_marks() {
    for (text, wanted) in [
        ("“The bridge is old,” said Odile Marsh.", "sure"),
        ("“The bridge is safe for everyone.”", "likely"),
        ("Odile Marsh called the bridge “a rusty joke”.", "likely"),
        ("Odile Marsh said that the bridge was “safe for every kind of lorry”.", "likely"),
        ("Her film “The Quiet Ferry” opened today.", "likely"),
        ("The so-called “iron ferry” sank.", "check"),
        ("Odile Marsh said that the bridge was safe.", "likely"),
        ("\"The bridge is old,” said Odile Marsh.", "likely"),
        ("Odile Marsh said: “The bridge is old.\n\nNobody answered her.", "check"),
    ] {
        let quotes = read(text).quotes;
        assert_eq!(format!("{:?}", quotes[0].certainty).to_lowercase(), wanted, "{text}");
    }
}

#[test]
fn speakers_are_the_ones_a_reader_would_name() {
    for (text, wanted) in [
        // The article tells the pronoun, by a title or by its own words; else a subject goes first.
        ("Ms. Marsh met Mr. Brandt in court. She added: “It is old.”", "Marsh"),
        ("Ms. Marsh met Mr. Brandt in court. He added: “It is old.”", "Brandt"),
        (
            "Susan Marsh closed her shop.\n\nPeter Brandt met Susan Marsh. “It is old,” she said.",
            "Susan Marsh",
        ),
        (
            "Susan Marsh told Helen Brandt about it in the town hall. “It is old,” she said.",
            "Susan Marsh",
        ),
        // Not the place that stands between.
        (
            "The repair cost a fortune, according to Jonas Brandt, an engineer in Canada, who said that the piles were new.",
            "Jonas Brandt",
        ),
        // A hearer is no speaker.
        ("“It is old,” Susan Marsh, a member of the board, told CBS News.", "Susan Marsh"),
        // The subject of a gerund.
        (
            "The two towns disagreed, with Mayor Odile Marsh warning of “a flood of lorries”.",
            "Odile Marsh",
        ),
        (
            "The World Bank issued a statement warning that “the poor are owed more than this.”",
            "World Bank",
        ),
        // What he told them, not what told of it.
        (
            "Aldo Brandt came home. “It is a great day,” he told the town, according to a statement.",
            "Aldo Brandt",
        ),
        // An organisation by what it is.
        ("The World Bank met Microsoft on Monday. “It is late,” the bank said.", "World Bank"),
    ] {
        let report = read(text);
        let names: Vec<_> = (report.quotes.iter().rev().take(1))
            .filter_map(|q| q.speaker.as_ref())
            .filter_map(|s| report.entities.iter().find(|e| e.id == s.entity))
            .map(|e| e.name.as_str())
            .collect();
        assert_eq!(names, [wanted], "{text}");
    }
}

#[test]
fn a_name_behind_with_has_its_office_if_both_are_short() {
    for (name, speaker) in [
        ("Arden Town Council Deputy Mayor Dame Odile Ada Tessa Marsh", true),
        ("Arden Town Council First Deputy Mayor Dame Odile Ada Tessa Marsh", false),
    ] {
        let text = format!("The two towns disagreed, with {name} warning of “a flood of lorries”.");
        let report = read(&text);
        let source = report.quotes[0].source.as_ref().map(|s| s.span.of(&text));
        assert_eq!(source == Some(name), speaker, "{text}");
    }
}

#[test]
fn an_outer_mark_that_is_never_closed_keeps_the_inner_quote_and_its_cue() {
    let text =
        "“The mayor wants to meet her “at any time and without conditions,” the spokesman said.";
    let report = read(text);
    let shown: Vec<_> = report.quotes.iter().map(|q| line(text, q)).collect();
    assert_eq!(
        shown,
        [
            "direct unclosed “The mayor wants to meet her “at any time and without conditions,” < the spokesman, say",
            "direct ok “at any time and without conditions,” < the spokesman, say",
        ]
    );
    assert_eq!(report.quotes[1].parent.as_deref(), Some("q1"));
    assert!(report.warnings.iter().any(|w| w.code == "marks-repaired"));
}

#[test]
fn parts_of_one_utterance_share_it() {
    let report = read("“The bridge,” said Odile Marsh, “is old.” “Yes,” said Aldo Brandt.");
    let utterances: Vec<_> = report.quotes.iter().map(|q| q.utterance.as_str()).collect();
    assert_eq!(utterances[0], utterances[1]);
    assert_ne!(utterances[1], utterances[2]);
}

#[test]
fn negation_addressee_and_medium_are_told() {
    let text =
        "Odile Marsh did not say that the bridge was old. “It is,” Aldo Brandt told reporters.";
    let report = read(text);
    assert!(report.quotes[0].cue.as_ref().is_some_and(|c| c.negated));
    assert_eq!(report.quotes[1].addressee.map(|s| s.of(text)), Some("reporters"));
    let text = "“It is old,” Odile Marsh wrote on Twitter.";
    assert_eq!(read(text).quotes[0].medium.map(|s| s.of(text)), Some("Twitter"));
}

fn sound(text: &str, report: &Report) {
    let mut last = None;
    for quote in &report.quotes {
        assert!(!quote.content.is_empty());
        for piece in &quote.content {
            assert!(text.get(piece.span.start()..piece.span.end()).is_some_and(|t| !t.is_empty()));
            assert!(!piece.span.of(text).contains('\n'), "{:?}", piece.span.of(text));
        }
        assert!(quote.content.windows(2).all(|w| w[0].span.end() <= w[1].span.start()));
        let start = quote.content[0].span.start();
        assert!(last.is_none_or(|l| l <= start));
        last = Some(start);
        if let Some(parent) = &quote.parent {
            assert!(report.quotes.iter().any(|q| q.id == *parent));
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn any_marks_are_read_without_fault(parts in prop::collection::vec(
        prop::sample::select(vec![
            "“", "”", "‘", "’", "\"", "'", "«", "»", "‹", "›", "„", "‚", "「", "」", "``", "''", "`",
            " ", " ", ",", ".", "\n\n", "said", "Marsh", "she", "told", "according to", "that", "the town",
            ": ", "— ", "5", "-", "who", "🎉", "é", "(", ")", "added", "workers",
        ]), 0..60)
    ) {
        let text = parts.join("");
        sound(&text, &read(&text));
        let text = parts.join(" ");
        sound(&text, &read(&text));
    }
}

#[test]
fn marks_around_nothing_are_no_quote() {
    for text in ["\"\"\"\"\"\"", "''''", "\"'\"'", "“ ”", "“‘’”", "She wrote “” and left."]
    {
        assert_eq!(lines(text), Vec::<String>::new(), "{text}");
    }
    assert_eq!(lines("“…”, said Odile Marsh.").len(), 1);
}

#[test]
fn a_run_of_any_mark_is_read_in_linear_time() {
    let units = [
        "“",
        "”",
        "‘",
        "’",
        "\"",
        "'",
        "«",
        "»",
        "``",
        "“”",
        "\"'",
        "“‘",
        " “a",
        "a” ",
        "“a” said ",
        "'a ",
        "“a\n\n",
        "“a ‘b’\n\n",
        "said Marsh, ",
        ", said ",
        "“a”, Marsh, ",
    ];
    for unit in units {
        grows_with_the_text(unit, |bytes| unit.repeat(bytes / unit.len()));
    }
}

#[test]
fn deeply_nested_marks_are_read_in_linear_time() {
    grows_with_the_text("nested", |bytes| {
        format!("{}{}", "“a ".repeat(bytes / 12), "b” ".repeat(bytes / 12))
    });
}

/// Four times the text takes four times as long; what is quadratic takes sixteen times.
fn grows_with_the_text(name: &str, text: impl Fn(usize) -> String) {
    let documents = [6_000, 24_000].map(|bytes| Document::read(&text(bytes), &[]));
    let time = |document: &Document| {
        let start = Instant::now();
        drop(quotes::find(document, &[], &[]));
        start.elapsed().as_secs_f64()
    };
    // The shortest of many tries is the one that nothing else on the machine disturbed.
    let mut best = [f64::MAX; 2];
    let linear = (0..300).any(|_| {
        for (best, document) in best.iter_mut().zip(&documents) {
            *best = best.min(time(document));
        }
        best[1] < best[0].mul_add(9.0, 0.004)
    });
    assert!(linear, "{name:?}: {:.4} s, then {:.4} s", best[0], best[1]);
}

#[test]
fn of_two_readings_that_begin_with_the_same_words_the_longer_first_piece_comes_first() {
    let text = "The mill is old, said Marsh, and will go, she said.";
    let quotes = common::read(text).quotes;
    let pieces: Vec<Vec<&str>> =
        quotes.iter().map(|q| q.content.iter().map(|p| p.span.of(text)).collect()).collect();
    assert_eq!(
        pieces,
        [vec!["The mill is old, said Marsh, and will go"], vec!["The mill is old", "and will go"]]
    );
}
