use proptest::prelude::*;

use super::Document;
use crate::{report::BlockKind, span::Span};

fn check(text: &str) {
    let document = Document::read(text, &[]);
    let mut last = 0;
    for block in document.blocks() {
        assert!(block.span.start() >= last && !block.span.is_empty());
        last = block.span.end();
        let source = document.to_source(block.span);
        assert_eq!(Span::new(text, source.start(), source.end()), Some(source));
    }
    for sentence in document.sentences() {
        let block = &document.blocks()[sentence.block];
        assert!(block.span.contains(sentence.span) && block.kind != BlockKind::Boilerplate);
        assert!(document.sentence_tokens(sentence).iter().all(|t| sentence.span.contains(t.span)));
    }
    let counted: usize = document.sentences().iter().map(|s| s.tokens.1 - s.tokens.0).sum();
    assert_eq!(counted, document.tokens().len());
}

proptest! {
    #[test]
    fn any_text_is_read(text in any::<String>()) {
        check(&text);
    }

    #[test]
    fn any_lines_are_read(text in "([A-Za-z0-9.'’“”\"!?:/@-]{0,9}[ \n]){0,60}") {
        check(&text);
    }
}

#[test]
fn a_paragraph_in_front_shifts_everything() {
    let text =
        "The old mill shuts\n\nThe council voted in Jan. to close it. “Why?” Odile Marsh asked.\n";
    let front = "In Quill, rain fell on Monday for the whole of the day and the night.\n\n";
    let (plain, shifted) =
        (Document::read(text, &[]), Document::read(&format!("{front}{text}"), &[]));
    let words = |document: &Document, from: usize| -> Vec<_> {
        let tokens = document.tokens().iter().filter(|t| t.span.start() >= from);
        tokens.map(|t| (t.span.start() - from, t.span.len())).collect()
    };
    assert_eq!(words(&plain, 0), words(&shifted, front.len()));
}

#[test]
fn body_is_never_boilerplate_and_the_source_is_known() {
    let text = "The council of the town voted late on Tuesday to close the old mill by the river.\n\
                Related News\nAuthor: QH/Dispatch";
    let at = text.find("Related").expect("it is there");
    let kinds = |body: &[Span]| -> Vec<_> {
        Document::read(text, body)
            .blocks()
            .iter()
            .map(|b| b.kind == BlockKind::Boilerplate)
            .collect()
    };
    assert_eq!(kinds(&[]), [false, true, false]);
    let body = Span::new(text, at, at + 3).expect("inside");
    assert_eq!(kinds(&[body]), [false, false, false]);
    let document = Document::read(text, &[]);
    assert_eq!(document.source().map(|s| s.of(document.text())), Some("Dispatch"));
}

#[test]
fn the_source_is_the_name_alone() {
    let body = "The council of the town voted late on Tuesday to close the old mill by the river.";
    for (line, source) in [
        ("Source: Quill Wire.", Some("Quill Wire")),
        ("Author: Odile Marsh/Quillwire", Some("Quillwire")),
        ("Author: Odile Marsh/odile@quill.example", None),
        ("Author: Odile Marsh", None),
    ] {
        let text = format!("Mill shuts\n{line}\n{body}");
        let document = Document::read(&text, &[]);
        assert_eq!(document.source().map(|s| s.of(document.text())), source, "{line}");
    }
    let document = Document::read(&format!("QUILL, March 3 (Marsh News) — {body}"), &[]).source;
    assert_eq!(document.map(Span::len), Some("Marsh News".len()));
}

/// A quadratic reader would hang on any of these.
#[test]
fn long_runs_of_anything_are_read() {
    for piece in [
        "a", " ", ".", "A.", "\n", "\"", "'", "’s ", "-", "@", "a@", "a.b", ".co", "1,", "!", "“",
        "”", "http://", "e\u{301}", "\u{200b}", "\r\n", "日", "(", "N. ", "Mr. ", "? ", "a\n",
        "Home\n", "More a\n",
    ] {
        check(&piece.repeat(300_000 / piece.len()));
    }
}
