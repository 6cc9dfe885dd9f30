//! The corrected report put together: new ids, and all that follows from what was corrected.

use std::collections::BTreeMap;

use super::work::Work;
use crate::{
    corrections::What,
    dates, entities, quotes,
    report::{
        Block, BlockKind, Candidate, Certainty, Entity, EntityType, KeySentence, Mention, Quote,
        Report, Speaker, Warning,
    },
    span::{self, Span},
    summary::{self, Findings},
};

impl Work<'_> {
    /// The report, in which everything agrees again. `base` is the engine's.
    pub(super) fn finish(mut self, base: &Report) -> Report {
        self.decide();
        self.in_order();
        let ids = self.number_entities();
        self.refer(&ids);
        let (text, mut report) = (self.finder.text, self.report);
        if self.cut {
            cut(text, &mut report);
        }
        report.timeline = dates::timeline(&report.sentences, &report.dates);
        let found = Findings {
            entities: &report.entities,
            mentions: &report.mentions,
            dates: &report.dates,
            amounts: &report.amounts,
            quotes: &report.quotes,
        };
        report.summary.counts = summary::counts(&found);
        report.summary.speakers = summary::shares(text, &report.quotes);
        report.summary.key_sentences = key_sentences(&report);
        report.warnings = warnings(&report, base);
        report
    }

    /// Names that may have meant several, of which only one is left, mean that.
    fn decide(&mut self) {
        for mention in 0..self.report.mentions.len() {
            if !self.is_live(What::Mention, mention) || self.of[mention].is_some() {
                continue;
            }
            let candidates = std::mem::take(&mut self.report.mentions[mention].candidates);
            let candidates = self.candidates(candidates);
            match &candidates[..] {
                [] => {
                    let Mention { span, entity_type, .. } = self.report.mentions[mention];
                    let own = self.new_slot(entity_type, self.words(span));
                    self.slots[own].entity.certainty = self.report.mentions[mention].certainty;
                    self.give(mention, own);
                }
                [only] => {
                    if let Some(&slot) = self.by_id.get(&only.entity) {
                        self.give(mention, slot);
                    }
                }
                _ => self.report.mentions[mention].candidates = candidates,
            }
        }
        for index in 0..self.report.quotes.len() {
            let before = self.report.quotes[index].candidates.len();
            let candidates = std::mem::take(&mut self.report.quotes[index].candidates);
            let candidates = self.candidates(candidates);
            let speaker = self.report.quotes[index].speaker.take();
            let speaker =
                speaker.and_then(|s| Some(Speaker { entity: self.still(&s.entity)?, ..s }));
            // Two who were one: that is who said it.
            let one = candidates.first().filter(|_| before > 1 && candidates.len() == 1);
            let one =
                one.map(|c| Speaker { entity: c.entity.clone(), certainty: Certainty::Likely });
            let quote = &mut self.report.quotes[index];
            (quote.speaker, quote.candidates) = (speaker.or(one), candidates);
        }
    }

    /// The id of the slot that stands for that entity now, if it is still there.
    fn still(&mut self, id: &str) -> Option<String> {
        let slot = *self.by_id.get(id)?;
        let slot = self.root(slot);
        let slot = &self.slots[slot];
        slot.is_there().then(|| slot.entity.id.clone())
    }

    /// The candidates that are still there, each once.
    fn candidates(&mut self, candidates: Vec<Candidate>) -> Vec<Candidate> {
        let mut left: Vec<Candidate> = Vec::new();
        for mut candidate in candidates {
            if let Some(id) = self.still(&candidate.entity)
                && left.iter().all(|c| c.entity != id)
            {
                candidate.entity = id;
                left.push(candidate);
            }
        }
        left
    }

    /// Drops what is gone, and puts all that is left in reading order.
    fn in_order(&mut self) {
        let mut slots = Vec::with_capacity(self.of.len());
        for mention in 0..self.of.len() {
            slots.push(self.slot_of(mention));
        }
        let [mentions, dates, amounts, quotes] = std::mem::take(&mut self.live);
        // The slots have to follow their mentions.
        let mut pairs: Vec<(Mention, Option<usize>)> =
            std::mem::take(&mut self.report.mentions).into_iter().zip(slots).collect();
        keep(&mut pairs, &mentions);
        span::in_reading_order(&mut pairs, |(m, _)| m.span);
        (self.report.mentions, self.of) = pairs.into_iter().unzip();
        keep(&mut self.report.dates, &dates);
        span::in_reading_order(&mut self.report.dates, |d| d.span);
        keep(&mut self.report.amounts, &amounts);
        span::in_reading_order(&mut self.report.amounts, |a| a.span);
        parents(&mut self.report.quotes, &quotes);
        let labels = self.report.quotes.iter().filter_map(|q| q.utterance.get(1..)?.parse().ok());
        let mut label: u32 = labels.max().unwrap_or(0);
        keep(&mut self.report.quotes, &quotes);
        span::in_reading_order(&mut self.report.quotes, extent);
        span::in_reading_order(&mut self.report.quotes, first);
        for quote in self.report.quotes.iter_mut().filter(|q| q.utterance.is_empty()) {
            label += 1;
            quote.utterance = format!("u{label}");
        }
    }

    /// The entities in the order of the first mention that names them, with names, aliases and ids; and the
    /// new id of each slot.
    fn number_entities(&mut self) -> Vec<Option<String>> {
        let count = self.slots.len();
        // First mention that names it, and first of any.
        let mut firsts: Vec<(usize, usize)> = vec![(usize::MAX, usize::MAX); count];
        let mut members: Vec<Vec<usize>> = vec![Vec::new(); count];
        for (i, (mention, slot)) in self.report.mentions.iter().zip(&self.of).enumerate() {
            let Some(slot) = *slot else { continue };
            members[slot].push(i);
            let (naming, any) = &mut firsts[slot];
            *any = (*any).min(i);
            if mention.form.is_name() {
                *naming = (*naming).min(i);
            }
        }
        let spoken = self.spoken();
        let mut order: Vec<usize> = (0..count)
            .filter(|&slot| {
                let held = &self.slots[slot];
                let quoted = held.by_name && spoken[slot];
                held.into.is_none() && (firsts[slot].1 < usize::MAX || held.unmentioned || quoted)
            })
            .collect();
        span::by_number(&mut order, |&slot| {
            let (naming, any) = firsts[slot];
            if naming < usize::MAX { naming as u64 } else { any as u64 }
        });
        let mut ids = vec![None; count];
        for (place, &slot) in order.iter().enumerate() {
            ids[slot] = Some(format!("e{}", place + 1));
        }
        let mut entities = Vec::with_capacity(order.len());
        for slot in order {
            let held = &mut self.slots[slot];
            let mut entity = held.entity.clone();
            if held.changed {
                names(
                    self.finder.text,
                    &self.report.mentions,
                    &members[slot],
                    held.named,
                    &mut entity,
                );
            }
            entity.id = ids[slot].clone().unwrap_or_default();
            entity.count = members[slot].len() as u32;
            entity.mentions = members[slot].iter().map(|m| format!("m{}", m + 1)).collect();
            entities.push(entity);
        }
        self.report.entities = entities;
        ids
    }

    /// Whether each slot speaks.
    fn spoken(&self) -> Vec<bool> {
        let mut spoken = vec![false; self.slots.len()];
        for quote in &self.report.quotes {
            let speaker = quote.speaker.iter().map(|s| &s.entity);
            for id in speaker.chain(quote.candidates.iter().map(|c| &c.entity)) {
                if let Some(&slot) = self.by_id.get(id) {
                    spoken[slot] = true;
                }
            }
        }
        spoken
    }

    /// Gives mentions, dates, amounts, quotes and roles their ids, and leads every reference to these.
    fn refer(&mut self, ids: &[Option<String>]) {
        let mut renamed: BTreeMap<String, usize> = std::mem::take(&mut self.by_id);
        let slots: Vec<usize> = (0..self.slots.len()).map(|slot| self.root(slot)).collect();
        let entity = |renamed: &BTreeMap<String, usize>, id: &str| {
            renamed.get(id).and_then(|&slot| ids.get(slots[slot])?.clone())
        };
        let report = &mut self.report;
        for (i, (mention, slot)) in report.mentions.iter_mut().zip(&self.of).enumerate() {
            mention.id = format!("m{}", i + 1);
            mention.entity = slot.and_then(|slot| ids.get(slot)?.clone());
            for candidate in &mut mention.candidates {
                candidate.entity = entity(&renamed, &candidate.entity).unwrap_or_default();
            }
        }
        for role in report.entities.iter_mut().flat_map(|e| &mut e.roles) {
            role.of = role.of.take().and_then(|id| entity(&renamed, &id));
        }
        let blocks = &report.blocks;
        for e in &mut report.entities {
            e.roles.retain(|role| is_read(blocks, role.span));
        }
        entities::number_roles(&mut report.entities);
        for quote in &mut report.quotes {
            for candidate in &mut quote.candidates {
                candidate.entity = entity(&renamed, &candidate.entity).unwrap_or_default();
            }
            quote.candidates.retain(|c| !c.entity.is_empty());
            quote.speaker = quote.speaker.take().and_then(|speaker| {
                Some(Speaker { entity: entity(&renamed, &speaker.entity)?, ..speaker })
            });
        }
        renamed.clear();
        for (i, quote) in report.quotes.iter_mut().enumerate() {
            let id = std::mem::replace(&mut quote.id, format!("q{}", i + 1));
            renamed.insert(id, i);
        }
        for quote in &mut report.quotes {
            let parent = quote.parent.take();
            quote.parent = parent.and_then(|id| Some(format!("q{}", renamed.get(&id)? + 1)));
        }
        renamed.clear();
        for (i, date) in report.dates.iter_mut().enumerate() {
            let id = std::mem::replace(&mut date.id, format!("d{}", i + 1));
            if !id.is_empty() {
                renamed.insert(id, i);
            }
        }
        for date in &mut report.dates {
            let timex = &mut date.timex;
            for point in [&mut timex.anchor, &mut timex.begin_point, &mut timex.end_point] {
                *point = point.take().and_then(|id| match renamed.get(&id) {
                    Some(i) => Some(format!("d{}", i + 1)),
                    None => (id == "t0").then_some(id),
                });
            }
        }
        for (i, amount) in report.amounts.iter_mut().enumerate() {
            amount.id = format!("a{}", i + 1);
        }
    }
}

/// Where a quote begins; its first piece.
fn first(quote: &Quote) -> Span {
    quote.content.first().map(|p| p.span).unwrap_or_default()
}

/// All that a quote stretches over.
fn extent(quote: &Quote) -> Span {
    quote.content.last().map_or(first(quote), |last| first(quote).to(last.span))
}

/// Keeps those that are live.
fn keep<T>(items: &mut Vec<T>, live: &[bool]) {
    let mut live = live.iter();
    items.retain(|_| live.next().copied().unwrap_or(true));
}

/// Quotes in a quote that is gone stand in that one's own parent, if they stand in one.
fn parents(quotes: &mut [Quote], live: &[bool]) {
    if live.iter().all(|live| *live) {
        return;
    }
    let mut by_id: BTreeMap<String, usize> = BTreeMap::new();
    for (i, quote) in quotes.iter().enumerate() {
        by_id.insert(quote.id.clone(), i);
    }
    for i in 0..quotes.len() {
        // Each step leads to a quote that holds this one: no more than there are quotes.
        for _ in 0..quotes.len() {
            let parent = quotes[i].parent.as_ref().and_then(|id| by_id.get(id)).copied();
            match parent {
                Some(parent) if !live.get(parent).copied().unwrap_or(true) => {
                    let outer = quotes[parent].parent.clone();
                    quotes[i].parent = outer;
                }
                _ => break,
            }
        }
    }
}

/// The name and aliases of an entity whose mentions are others than before.
fn names(text: &str, mentions: &[Mention], members: &[usize], named: bool, entity: &mut Entity) {
    let mut places: BTreeMap<String, usize> = BTreeMap::new();
    let mut forms: Vec<(&str, usize)> = Vec::new();
    for mention in members.iter().map(|&m| &mentions[m]).filter(|m| m.form.is_name()) {
        let words = mention.span.of(text);
        let place = *places.entry(words.to_owned()).or_insert(forms.len());
        if place == forms.len() {
            forms.push((words, 0));
        }
        forms[place].1 += 1;
    }
    if !named && !forms.is_empty() && !places.contains_key(&entity.name) {
        let best = entities::best_form(&forms, entity.entity_type == EntityType::Person);
        best.clone_into(&mut entity.name);
    }
    let others = forms.iter().map(|(form, _)| (*form).to_owned());
    entity.aliases = others.filter(|form| *form != entity.name).collect();
}

/// Whether no boilerplate stands where `span` begins.
fn is_read(blocks: &[Block], span: Span) -> bool {
    blocks.get(Block::at(blocks, span.start())).is_none_or(|b| b.kind != BlockKind::Boilerplate)
}

/// Leaves out the sentences of blocks that are boilerplate by now.
fn cut(text: &str, report: &mut Report) {
    let blocks = &report.blocks;
    let gone: u32 = (report.sentences.iter().filter(|s| !is_read(blocks, **s)))
        .map(|s| summary::words(s.of(text)))
        .sum();
    report.sentences.retain(|s| is_read(blocks, *s));
    let summary = &mut report.summary;
    summary.key_sentences.retain(|key| is_read(blocks, key.span));
    summary.words = summary.words.saturating_sub(gone);
    summary.sentences = report.sentences.len() as u32;
    summary.reading_minutes = summary::reading_minutes(summary.words);
}

/// The key sentences that the engine chose, with reasons that name what the report has now.
fn key_sentences(report: &Report) -> Vec<KeySentence> {
    let mut place: BTreeMap<String, usize> = BTreeMap::new();
    for (i, entity) in report.entities.iter().enumerate() {
        place.insert(entity.id.clone(), i);
    }
    let mut keys = report.summary.key_sentences.clone();
    for key in keys.iter_mut().filter(|key| summary::is_for_names(&key.why)) {
        let was = key.why.evidence.first().copied().unwrap_or_default();
        let named = summary::inside(&report.mentions, key.span, |m| m.span).iter();
        let named = named.filter_map(|m| {
            let entity = report.entities.get(*place.get(m.entity.as_deref()?)?)?;
            Some((m.span == was, entity.count, usize::MAX - m.span.start(), entity, m.span))
        });
        let main = named.max_by_key(|&(same, count, early, ..)| (same, count, early));
        key.why.evidence.clear();
        key.why = match main {
            Some((.., entity, span)) => summary::named(key.why.clone(), entity, span),
            None => key.why.clone().noting("chosen before the reader's corrections"),
        };
    }
    keys
}

/// The engine's warnings as far as they still hold, and those of the quotes as these are now.
fn warnings(report: &Report, base: &Report) -> Vec<Warning> {
    let of_quotes = |code: &str| matches!(code, "marks-repaired" | "speaker-undecided");
    let holds = |warning: &Warning| {
        let Some(span) = warning.spans.first().filter(|_| warning.code == "weekday-mismatch")
        else {
            return true;
        };
        // The reader has decided about the date, or it is gone.
        let from = report.dates.partition_point(|d| d.span.start() < span.start());
        let dates = report.dates.iter().skip(from).take_while(|d| d.span.start() < span.end());
        dates.into_iter().any(|date| date.span == *span && !date.why.is_by_reader())
    };
    let kept = base.warnings.iter().filter(|w| !of_quotes(&w.code) && holds(w)).cloned();
    kept.chain(quotes::warnings(&report.quotes)).collect()
}
