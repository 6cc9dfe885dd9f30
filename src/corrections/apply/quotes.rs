//! Quotes: which words, and whose.

use super::{
    Lost,
    work::{Done, Work},
};
use crate::{
    corrections::{
        Anchor, What,
        patch::Who,
        rules::{self, ADDED, RESIZED, SPEAKER},
    },
    report::{
        BlockKind, Candidate, Certainty, EntityType, Marks, Piece, Quote, QuoteKind, Speaker,
    },
    span::{self, Span},
    summary,
};

/// What quotations begin and end with.
const QUOTATION: &str = "\"“”„‟«»‹›'‘’‚‛「」『』";

impl<'t> Work<'t> {
    pub(super) fn set_speaker(
        &mut self,
        target: &Anchor,
        who: &Who,
        all: bool,
    ) -> Result<Done, Lost> {
        let (first, mut done) = self.targets(target, false)?;
        let quote = first.first().copied().ok_or(Lost::Unmarked)?;
        let slot = match who {
            Who::Entity(anchor) => {
                let (slot, other) = self.entity(anchor)?;
                done.moved |= other.moved;
                Some(slot)
            }
            Who::Named(name) => Some(self.somebody(name)),
            Who::Nobody => None,
        };
        let mut groups = vec![self.utterance_of[quote]];
        if all {
            self.finder.spend(self.report.quotes.len())?;
            let same = self.speaker_of(quote);
            for other in 0..self.report.quotes.len() {
                if self.is_live(What::Quote, other) && self.speaker_of(other) == same {
                    groups.push(self.utterance_of[other]);
                }
            }
            groups.sort_unstable();
            groups.dedup();
        }
        let id = slot.map(|slot| self.slots[slot].entity.id.clone());
        done.places = 0;
        for quote in groups.into_iter().flat_map(|group| self.utterances[group].clone()) {
            if !self.is_live(What::Quote, quote) {
                continue;
            }
            done.places += 1;
            let quote = &mut self.report.quotes[quote];
            quote.candidates.clear();
            quote.speaker = None;
            if let Some(id) = &id {
                let why = rules::why(&SPEAKER);
                quote.candidates.push(Candidate { entity: id.clone(), why });
                quote.speaker = Some(Speaker { entity: id.clone(), certainty: Certainty::Sure });
            } else {
                quote.why = rules::why(&SPEAKER);
            }
        }
        Ok(done)
    }

    /// What two quotes have in common that have the same speaker so far: the entity, or else the words
    /// that name the source.
    fn speaker_of(&mut self, quote: usize) -> (Option<usize>, &'t str) {
        let quote = &self.report.quotes[quote];
        let source = quote.source.as_ref().map(|source| source.span).unwrap_or_default();
        let slot = quote.speaker.as_ref().and_then(|s| self.by_id.get(&s.entity)).copied();
        match slot {
            Some(slot) => (Some(self.root(slot)), ""),
            None => (None, self.words(source)),
        }
    }

    /// The entity of that name, or a new person whom the article does not name.
    fn somebody(&mut self, name: &str) -> usize {
        for entity_type in EntityType::ALL {
            if let Some(slot) = self.called(entity_type, name) {
                return slot;
            }
        }
        let slot = self.new_slot(EntityType::Person, name);
        (self.slots[slot].named, self.slots[slot].by_name) = (true, true);
        self.know_name(slot);
        slot
    }

    /// Counts the words of a quote.
    pub(super) fn recount(&mut self, quote: usize) {
        let text = self.finder.text;
        let quote = &mut self.report.quotes[quote];
        quote.words = quote.content.iter().map(|p| summary::words(p.span.of(text))).sum();
    }

    /// The quotes of which a piece shares a byte with `span`.
    pub(super) fn quotes_touching(&self, span: Span) -> Result<Vec<usize>, Lost> {
        self.finder.spend(self.report.quotes.len() / 16)?;
        let touches = |quote: &Quote| quote.content.iter().any(|p| p.span.overlaps(span));
        let quotes = self.report.quotes.iter().enumerate();
        let found = quotes.filter(|(i, quote)| self.is_live(What::Quote, *i) && touches(quote));
        Ok(found.map(|(i, _)| i).collect())
    }

    /// The pieces of `span`: none crosses a block, and none stands in boilerplate.
    fn pieces(&self, span: Span) -> Vec<Piece> {
        let text = self.finder.text;
        let whole = span.of(text);
        let mark = |c: Option<char>| c.is_some_and(|c| QUOTATION.contains(c));
        let marked = mark(whole.chars().next()) && mark(whole.chars().next_back());
        let blocks = &self.report.blocks;
        let first = self.report.block_at(span.start());
        let read = blocks.iter().skip(first).take_while(|b| b.span.start() < span.end());
        read.filter(|b| b.kind != BlockKind::Boilerplate)
            .filter_map(|block| {
                let start = span.start().max(block.span.start());
                let words = text.get(start..span.end().min(block.span.end()))?;
                let start = start + words.len() - words.trim_start().len();
                let span = Span::new(text, start, start + words.trim().len())?;
                (!span.is_empty()).then_some(Piece { span, marked })
            })
            .collect()
    }

    pub(super) fn add_quote(&mut self, span: Span, kind: Option<QuoteKind>) -> Result<(), Lost> {
        let content = self.pieces(span);
        let Some(first) = content.first().copied() else { return Err(Lost::Unfit) };
        if let Some(there) = self.quotes.at(first.span, What::Quote) {
            // It is marked already: the reader says what kind it is.
            let quote = &mut self.report.quotes[there];
            quote.kind = kind.unwrap_or(quote.kind);
            self.settle(What::Quote, there, &ADDED);
            return Ok(());
        }
        let guess = if first.marked { QuoteKind::Direct } else { QuoteKind::Indirect };
        let parent = self.around(span)?.map(|i| self.report.quotes[i].id.clone());
        let index = self.report.quotes.len();
        self.quotes.insert(first.span, What::Quote, index);
        self.report.quotes.push(Quote {
            id: format!("new{index}"),
            kind: kind.unwrap_or(guess),
            content,
            cue: None,
            source: None,
            medium: None,
            addressee: None,
            speaker: None,
            candidates: Vec::new(),
            utterance: String::new(),
            parent,
            marks: if first.marked { Marks::Ok } else { Marks::None },
            words: 0,
            certainty: Certainty::Sure,
            why: rules::why(&ADDED),
        });
        self.live[What::Quote as usize].push(true);
        self.utterance_of.push(self.utterances.len());
        self.utterances.push(vec![index]);
        self.recount(index);
        Ok(())
    }

    /// The shortest quote with a marked piece that holds `span` and more.
    fn around(&self, span: Span) -> Result<Option<usize>, Lost> {
        let holds = |i: usize| {
            let pieces = self.report.quotes[i].content.iter();
            let outer = pieces.filter(|p| p.marked && p.span.contains(span) && p.span != span);
            outer.map(|p| p.span.len()).min()
        };
        let touching = self.quotes_touching(span)?;
        let outer = touching.into_iter().filter_map(|i| Some((holds(i)?, i)));
        Ok(outer.min().map(|(_, i)| i))
    }

    /// `span` takes the place of the pieces of a quote that it touches; if it touches none, of all.
    pub(super) fn resize_quote(&mut self, index: usize, span: Span) -> Result<(), Lost> {
        let new = self.pieces(span);
        if new.is_empty() {
            return Err(Lost::Unfit);
        }
        let quote = &mut self.report.quotes[index];
        let before = quote.content.first().map(|p| p.span).unwrap_or_default();
        if quote.content.iter().any(|p| p.span.overlaps(span)) {
            quote.content.retain(|p| !p.span.overlaps(span));
        } else {
            quote.content.clear();
        }
        quote.content.extend(new);
        span::in_reading_order(&mut quote.content, |piece| piece.span);
        let marked = quote.content.iter().any(|p| p.marked);
        quote.marks = match quote.marks {
            Marks::Continued => Marks::Continued,
            _ if marked => Marks::Ok,
            _ => Marks::None,
        };
        let after = quote.content.first().map(|p| p.span).unwrap_or_default();
        self.quotes.replace(before, after, What::Quote, index);
        self.recount(index);
        self.settle(What::Quote, index, &RESIZED);
        Ok(())
    }
}
