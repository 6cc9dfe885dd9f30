//! Amounts alone.

use crate::{budget, choice, text};
use newsmark::{amounts, text::Document};

/// Reads one input.
pub fn run(data: &[u8]) {
    let (_, data) = choice(data);
    let text = text(data, 4_096);
    let document = Document::read(&text, &[]);
    let found = budget::within(text.len(), || amounts::find(&document, document.sentences()));
    for amount in &found {
        assert!(
            !amount.span.is_empty()
                && document.text().get(amount.span.start()..amount.span.end()).is_some()
        );
        let (low, high) = (amount.low, amount.high);
        assert!(low.is_none_or(f64::is_finite) && high.is_none_or(f64::is_finite), "{amount:?}");
        assert!(low.zip(high).is_none_or(|(low, high)| low <= high), "{amount:?}");
        assert!(
            amount.item.is_none_or(|item| document.text().get(item.start()..item.end()).is_some())
        );
    }
}
