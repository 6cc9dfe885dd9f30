//! Names alone: what the rules propose, what the tagger makes of it, and who is who.

use crate::{budget, choice, text};
use newsmark::{
    Knowledge, Options,
    entities::{self, Reading},
    text::Document,
};

/// Reads one input.
pub fn run(data: &[u8]) {
    let (bits, data) = choice(data);
    let text = text(data, 4_096);
    let shipped = Knowledge::shipped();
    let knowledge = if bits & 1 == 0 { &*shipped } else { &Knowledge::default() };
    let document = Document::read(&text, &[]);
    let options = Options::default();
    let (reading, names) = budget::within(text.len(), || {
        let reading = Reading::with(&document, knowledge.names.as_ref());
        let names = entities::find(&reading, knowledge.model.as_ref(), &options);
        (reading, names)
    });
    for name in &names {
        assert!(
            !name.span.is_empty()
                && document.text().get(name.span.start()..name.span.end()).is_some()
        );
    }
    let (entities, mentions) =
        budget::within(text.len(), || entities::resolve(&reading, names.clone(), &options));
    for mention in &mentions {
        let known = |id: &String| entities.iter().any(|e| e.id == *id);
        assert!(mention.entity.as_ref().is_none_or(known), "{mention:?}");
    }
    for entity in &entities {
        assert!(!entity.name.is_empty(), "{entity:?}");
    }
}
