//! The reader's own names, and strings never to mark.

use std::collections::BTreeSet;

use super::Name;
use crate::{
    options::Options,
    report::{Certainty, Form, Why},
    rules::Rule,
    span::Span,
    text::Document,
};

/// One of the reader's own names. It has no examples here: without options it finds nothing, and
/// `tests/lexicon.rs` shows it with them.
pub static OWN: Rule =
    Rule { id: "lexicon.own", note: "one of your own names", hits: &[], misses: &[] }.lean();

/// Every place where one of the reader's names stands as a word of its own.
pub fn find(document: &Document, options: &Options) -> Vec<Name> {
    let text = document.text();
    let mut names = Vec::new();
    for entry in options.lexicon.iter().flatten().filter(|e| !e.text.trim().is_empty()) {
        let wanted = entry.text.trim();
        for (start, found) in text.match_indices(wanted) {
            let end = start + found.len();
            let letter = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
            let before = text.get(..start).and_then(|t| t.chars().next_back());
            let after = text.get(end..).and_then(|t| t.chars().next());
            let Some(span) = Span::new(text, start, end) else { continue };
            if letter(before) || letter(after) || !is_read(document, span) {
                continue;
            }
            names.push(Name {
                span,
                entity_type: entry.entity_type,
                subtype: None,
                form: Form::Name,
                own: true,
                certainty: Certainty::Sure,
                why: Why::rule(&OWN),
            });
        }
    }
    names
}

/// Whether the span lies in what is read, and in one block: nothing in boilerplate is marked, and no name goes on
/// in the next paragraph.
fn is_read(document: &Document, span: Span) -> bool {
    let sentence = document.sentence_at(span.start()).and_then(|i| document.sentences().get(i));
    sentence.is_some_and(|sentence| {
        let block = document.blocks().get(sentence.block);
        sentence.span.overlaps(span) && block.is_some_and(|block| block.span.contains(span))
    })
}

/// What the reader never wants marked, in lower case.
pub fn ignored(options: &Options) -> BTreeSet<String> {
    let mut ignored = BTreeSet::new();
    ignored.extend(options.ignore.iter().flatten().map(|given| given.trim().to_lowercase()));
    ignored
}
