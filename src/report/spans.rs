//! Every span of a report, for code that moves a report from one text or unit to another.

use super::{Amount, Report, Why};
use crate::span::Span;

impl Report {
    /// Replaces every span by `f` of it. `f` must keep order: `a <= b` gives `f(a) <= f(b)`.
    pub(crate) fn map_spans(&mut self, f: &impl Fn(Span) -> Span) {
        let document = &mut self.document;
        for span in [
            &mut document.headline,
            &mut document.byline,
            &mut document.dateline,
            &mut document.source,
            &mut document.published.span,
        ] {
            option(span, f);
        }
        document.published.candidates.iter_mut().for_each(|c| why(&mut c.why, f));
        for block in &mut self.blocks {
            block.span = f(block.span);
            block.why.iter_mut().for_each(|w| why(w, f));
        }
        list(&mut self.sentences, f);
        for role in self.entities.iter_mut().flat_map(|e| &mut e.roles) {
            role.span = f(role.span);
        }
        for mention in &mut self.mentions {
            mention.span = f(mention.span);
            why(&mut mention.why, f);
            mention.candidates.iter_mut().for_each(|c| why(&mut c.why, f));
        }
        for date in &mut self.dates {
            date.span = f(date.span);
            why(&mut date.why, f);
            date.alternatives.iter_mut().for_each(|a| why(&mut a.why, f));
        }
        self.amounts.iter_mut().for_each(|a| amount(a, f));
        for quote in &mut self.quotes {
            quote.content.iter_mut().for_each(|piece| piece.span = f(piece.span));
            if let Some(cue) = &mut quote.cue {
                cue.span = f(cue.span);
                option(&mut cue.hedge, f);
            }
            quote.source.iter_mut().for_each(|source| source.span = f(source.span));
            option(&mut quote.medium, f);
            option(&mut quote.addressee, f);
            quote.candidates.iter_mut().for_each(|c| why(&mut c.why, f));
            why(&mut quote.why, f);
        }
        for sentence in &mut self.summary.key_sentences {
            sentence.span = f(sentence.span);
            why(&mut sentence.why, f);
        }
        self.warnings.iter_mut().for_each(|warning| list(&mut warning.spans, f));
    }
}

/// Replaces every span of an amount.
pub(super) fn amount(amount: &mut Amount, f: &impl Fn(Span) -> Span) {
    amount.span = f(amount.span);
    option(&mut amount.item, f);
    why(&mut amount.why, f);
}

fn why(why: &mut Why, f: &impl Fn(Span) -> Span) {
    list(&mut why.evidence, f);
}

fn option(span: &mut Option<Span>, f: &impl Fn(Span) -> Span) {
    *span = span.map(f);
}

fn list(spans: &mut [Span], f: &impl Fn(Span) -> Span) {
    for span in spans {
        *span = f(*span);
    }
}
