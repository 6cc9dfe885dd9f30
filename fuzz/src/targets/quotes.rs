//! Quotes, with the names that rules alone find.

use crate::{budget, choice, text};
use newsmark::{
    Options,
    entities::{self, Reading},
    quotes,
    text::Document,
};

/// Reads one input.
pub fn run(data: &[u8]) {
    let (_, data) = choice(data);
    let text = text(data, 4_096);
    let document = Document::read(&text, &[]);
    let options = Options::default();
    let reading = Reading::new(&document);
    let names = entities::find(&reading, None, &options);
    let (entities, mentions) = entities::resolve(&reading, names, &options);
    let (quotes, _) = budget::within(text.len(), || quotes::find(&document, &entities, &mentions));
    for quote in &quotes {
        assert!(!quote.content.is_empty(), "{quote:?}");
        for piece in &quote.content {
            assert!(
                document.text().get(piece.span.start()..piece.span.end()).is_some(),
                "{quote:?}"
            );
        }
        let pieces = quote.content.windows(2);
        assert!(pieces.into_iter().all(|p| p[0].span.end() <= p[1].span.start()), "{quote:?}");
        for span in quote.source.iter().map(|source| source.span) {
            assert!(document.text().get(span.start()..span.end()).is_some(), "{quote:?}");
        }
    }
}
