//! Each operation, with what it refuses.

mod entities;
mod finding;
mod marks;
mod parts;
mod quotes;

use super::{Corrected, Correction, Lost, Patch, Refused, apply};
use crate::{Options, Report, annotate, report::Entity, span::Span};

const TEXT: &str = "Harbour to reopen in May\n\nPORT VARREN, 4 October 2021 – “We open on Monday,” Mayor Ida \
    Brenn told Reuters. She did not say who pays the $3.5 million.\n\n“It will be hard,” said Brenn, 61, \
    “but we’ll manage.” Tom Marsh of Hull & Sons said the Great Quay would cost 12 million euros. Marsh \
    added that Norway had asked twice.\n\n“We wait,” Tom Marsh said. “They know,” an official said. Odile \
    Marsh left for Oslo on Monday. Marsh, she said, was gone. Brenn stayed in Brenn.\n\nShare\n";

/// A reader at work on one text.
struct Desk {
    text: String,
    base: Report,
    patch: Patch,
    seen: Corrected,
}

impl Desk {
    fn new(text: &str) -> Self {
        let base = annotate(text, &Options::default()).expect("short");
        let seen = apply(text, &base, &Patch::default());
        assert_eq!(seen.report, base);
        Self { text: text.to_owned(), base, patch: Patch::default(), seen }
    }

    fn report(&self) -> &Report {
        &self.seen.report
    }

    /// The place of the nth `words`, from 0.
    fn span(&self, words: &str, nth: usize) -> Span {
        let (at, _) = self.text.match_indices(words).nth(nth).expect(words);
        Span::new(&self.text, at, at + words.len()).expect("on boundaries")
    }

    /// The id of what stands at the nth `words`, whatever it is; a mention first, a quote last.
    fn id(&self, words: &str, nth: usize) -> String {
        let (span, report) = (self.span(words, nth), self.report());
        let mentions = report.mentions.iter().map(|m| (m.span, &m.id));
        let quotes = report.quotes.iter().map(|q| (q.content[0].span, &q.id));
        let numbers = report.dates.iter().map(|d| (d.span, &d.id));
        let all = mentions.chain(numbers).chain(report.amounts.iter().map(|a| (a.span, &a.id)));
        let found = all.chain(quotes).find(|(at, _)| *at == span);
        found.unwrap_or_else(|| panic!("nothing is marked at {words}")).1.clone()
    }

    fn mention(&self, words: &str, nth: usize) -> &crate::report::Mention {
        let id = self.id(words, nth);
        self.report().mentions.iter().find(|m| m.id == id).expect("a mention")
    }

    /// The entity that the nth `words` stand for.
    fn entity(&self, words: &str, nth: usize) -> &Entity {
        let id = self.mention(words, nth).entity.clone();
        self.report().entities.iter().find(|e| Some(&e.id) == id.as_ref()).expect("decided")
    }

    /// Makes a correction, which must take.
    fn correct(&mut self, make: impl Fn(&str, &Report) -> Result<Correction, Refused>) {
        let correction = make(&self.text, self.report()).expect("it makes sense");
        self.patch.push(correction).expect("sound");
        self.seen = apply(&self.text, &self.base, &self.patch);
        assert_eq!(self.seen.orphans, []);
        assert_eq!(self.seen.applied.len(), self.patch.corrections().len());
    }

    /// The code with which a correction is refused.
    fn refused(&self, make: impl Fn(&str, &Report) -> Result<Correction, Refused>) -> &'static str {
        make(&self.text, self.report()).expect_err("it makes no sense").code()
    }

    /// What became of the patch in another text, which is read for it.
    fn moved_to(&self, text: &str) -> Corrected {
        let options = self.patch.options(text, &Options::default());
        apply(text, &annotate(text, &options).expect("short"), &self.patch)
    }

    fn speaker(&self, words: &str) -> Option<&str> {
        let id = self.id(words, 0);
        let quote = self.report().quotes.iter().find(|q| q.id == id).expect("a quote");
        let entity = &quote.speaker.as_ref()?.entity;
        self.report().entities.iter().find(|e| e.id == *entity).map(|e| e.name.as_str())
    }
}

fn reasons(corrected: &Corrected) -> Vec<Lost> {
    corrected.orphans.iter().map(|o| o.reason).collect()
}
