//! A small report, written by hand, for the tests of this folder.

use std::rc::Rc;

use super::Reading;
use crate::{report::Report, span::Span};

pub const TEXT: &str =
    "Dam opens\n\n“It holds,” said Ada Quill on Monday, “for now,” she said.\n\nQuill left.";

pub fn span(words: &str, nth: usize) -> Span {
    let (start, found) = TEXT.match_indices(words).nth(nth).expect("the words are in the text");
    Span::new(TEXT, start, start + found.len()).expect("found in the text")
}

/// Ada Quill twice, one date, one split quote; no other party.
pub fn report() -> Report {
    let why = serde_json::json!({ "rule": "test", "note": "written by hand", "evidence": [] });
    let at = |words: &str, nth: usize| {
        let span = span(words, nth);
        serde_json::json!({ "start": span.start(), "end": span.end() })
    };
    let piece = |words: &str| {
        let span = span(words, 0);
        serde_json::json!({ "start": span.start(), "end": span.end(), "marked": true })
    };
    let value = serde_json::json!({
        "schema": "newsmark/1",
        "engine": { "version": "0", "data": "0" },
        "text": { "unit": "utf8", "length": TEXT.len() },
        "document": { "language": "en", "published": { "from": "none", "candidates": [] } },
        "blocks": [
            { "kind": "headline", "span": at("Dam opens", 0) },
            { "kind": "paragraph", "span": at("“It holds,” said Ada Quill on Monday, “for now,” she said.", 0) },
            { "kind": "paragraph", "span": at("Quill left.", 0) },
        ],
        "sentences": [at("“It holds,” said Ada Quill on Monday, “for now,” she said.", 0), at("Quill left.", 0)],
        "entities": [{
            "id": "e1", "type": "person", "name": "Ada Quill", "aliases": ["Quill"],
            "mentions": ["m1", "m2"], "count": 2, "roles": [], "certainty": "sure",
        }],
        "mentions": [
            { "id": "m1", "span": at("Ada Quill", 0), "entity": "e1", "candidates": [], "form": "name",
              "type": "person", "certainty": "sure", "why": why },
            { "id": "m2", "span": at("Quill", 1), "entity": "e1", "candidates": [], "form": "short",
              "type": "person", "certainty": "likely", "why": why },
        ],
        "dates": [{
            "id": "d1", "span": at("on Monday", 0), "timex": { "type": "DATE", "value": "XXXX-WXX-1" },
            "assumed": [], "alternatives": [], "certainty": "check", "why": why,
        }],
        "amounts": [],
        "quotes": [{
            "id": "q1", "kind": "direct", "content": [piece("“It holds,”"), piece("“for now,”")],
            "speaker": { "entity": "e1", "certainty": "sure" }, "candidates": [], "utterance": "u1",
            "marks": "ok", "words": 4, "certainty": "sure", "why": why,
        }],
        "summary": {
            "words": 14, "sentences": 2, "readingMinutes": 1, "keySentences": [], "counts": {},
            "speakers": [{ "entity": "e1", "quotes": 1, "words": 4, "share": 1000, "indirectQuotes": 0, "indirectWords": 0 }],
        },
        "timeline": [], "warnings": [],
    });
    serde_json::from_value(value).expect("the report's own shape")
}

pub fn reading() -> Reading {
    Reading::new(Rc::from(TEXT), report())
}
