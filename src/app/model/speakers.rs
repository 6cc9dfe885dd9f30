//! Quotes by who said them.

use super::Reading;
use crate::report::{Quote, QuoteKind};

/// A speaker's share of the quoted words, with the quotes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Voice {
    /// Index of the entity; none for quotes whose speaker is not decided.
    pub entity: Option<usize>,
    /// Per mille of all marked words.
    pub share: u32,
    /// Indices of the quotes, in reading order.
    pub quotes: Vec<usize>,
}

/// The voices in the order of the summary; terms, titles and nicknames are nobody's speech and left
/// out.
pub fn voices(reading: &Reading) -> Vec<Voice> {
    let mut voices: Vec<Voice> = reading
        .report
        .summary
        .speakers
        .iter()
        .map(|speaker| Voice {
            entity: speaker.entity.as_deref().and_then(|id| reading.entity(id)).map(|(at, _)| at),
            share: speaker.share,
            quotes: Vec::new(),
        })
        .collect();
    for (at, quote) in reading.report.quotes.iter().enumerate().filter(|(_, q)| is_speech(q)) {
        let entity = quote
            .speaker
            .as_ref()
            .and_then(|speaker| reading.entity(&speaker.entity))
            .map(|(at, _)| at);
        match voices.iter_mut().find(|voice| voice.entity == entity) {
            Some(voice) => voice.quotes.push(at),
            None => voices.push(Voice { entity, share: 0, quotes: vec![at] }),
        }
    }
    voices.retain(|voice| !voice.quotes.is_empty());
    voices
}

/// Whether somebody says it, in marks or not.
pub fn is_speech(quote: &Quote) -> bool {
    matches!(
        quote.kind,
        QuoteKind::Direct | QuoteKind::Indirect | QuoteKind::Mixed | QuoteKind::Partial
    )
}

#[cfg(test)]
mod tests {
    use std::rc::Rc;

    use super::{super::sample, *};

    #[test]
    fn an_undecided_quote_stands_under_nobody_and_a_term_nowhere() {
        let mut report = sample::report();
        let mut undecided = report.quotes[0].clone();
        undecided.speaker = None;
        let mut term = undecided.clone();
        term.kind = QuoteKind::Term;
        report.quotes.extend([undecided, term]);
        let reading = Reading::new(Rc::from(sample::TEXT), report);
        let expected = [
            Voice { entity: Some(0), share: 1000, quotes: vec![0] },
            Voice { entity: None, share: 0, quotes: vec![1] },
        ];
        assert_eq!(voices(&reading), expected);
    }
}
