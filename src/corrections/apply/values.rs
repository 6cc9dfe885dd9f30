//! New marks, other words for old ones, and values.

use super::{
    Lost,
    work::{Done, Work},
};
use crate::{
    corrections::{
        Anchor, Kind, What,
        patch::Figure,
        rules::{self, ADDED, RESIZED, VALUE},
    },
    dates::Given,
    report::{
        Amount, AmountKind, BlockKind, Certainty, DateMention, EntityType, Form, Mention, Timex,
    },
    rules::Rule,
    span::Span,
};

impl Work<'_> {
    pub(super) fn add(
        &mut self,
        target: &Anchor,
        kind: Kind,
        value: Option<&str>,
        all: bool,
    ) -> Result<Done, Lost> {
        let place = self.finder.find(target)?;
        if let Kind::Quote(kind) = kind {
            self.add_quote(place.span, kind)?;
            return Ok(Done { span: Some(place.span), moved: place.moved, places: 1 });
        }
        if !self.is_read(place.span) {
            return Err(Lost::Unfit);
        }
        let mut spans = vec![place.span];
        if all {
            spans.extend(self.finder.everywhere(target)?.into_iter().filter(|span| {
                *span != place.span && self.is_read(*span) && self.marks.touching(*span).is_empty()
            }));
        }
        let places = spans.len();
        for span in spans {
            self.mark(span, kind, value, &ADDED);
        }
        Ok(Done { span: Some(place.span), moved: place.moved, places })
    }

    /// Whether all of a span lies in one block that is part of the article.
    pub(super) fn is_read(&self, span: Span) -> bool {
        let at = self.report.block_at(span.start());
        self.report
            .blocks
            .get(at)
            .is_some_and(|b| b.kind != BlockKind::Boilerplate && b.span.contains(span))
    }

    /// Marks words, in place of what cannot stand beside them.
    pub(super) fn mark(
        &mut self,
        span: Span,
        kind: Kind,
        value: Option<&str>,
        rule: &'static Rule,
    ) {
        if let Some(there) = self.marks.at(span, kind.what()) {
            self.drop_mark(kind.what(), there);
        }
        let index = match kind {
            Kind::Date => self.new_date(span, value, rule),
            Kind::Amount(kind) => self.new_amount(span, kind, value, rule),
            Kind::Name(entity_type) => self.new_mention(span, entity_type, rule),
            Kind::Quote(_) => return,
        };
        self.live[kind.what() as usize].push(true);
        self.marks.insert(span, kind.what(), index);
        self.claim(kind.what(), index);
    }

    fn new_mention(&mut self, span: Span, entity_type: EntityType, rule: &'static Rule) -> usize {
        let words = self.words(span);
        let slot = self.called(entity_type, words);
        let slot = slot.unwrap_or_else(|| self.new_slot(entity_type, words));
        let short = self.slots[slot].entity.name != words;
        let index = self.report.mentions.len();
        self.report.mentions.push(Mention {
            id: String::new(),
            span,
            entity: None,
            candidates: Vec::new(),
            acts_as: None,
            form: if short { Form::Short } else { Form::Name },
            entity_type,
            certainty: Certainty::Sure,
            why: rules::why(rule),
        });
        self.of.push(None);
        self.give(index, slot);
        self.slots[slot].entity.certainty = Certainty::Sure;
        index
    }

    fn new_date(&mut self, span: Span, value: Option<&str>, rule: &'static Rule) -> usize {
        let given = value.and_then(Given::read).unwrap_or_else(Given::open);
        let (timex, edtf, days) = parts(given);
        self.report.dates.push(DateMention {
            id: String::new(),
            span,
            timex,
            edtf,
            earliest: days.as_ref().map(|(first, _)| first.clone()),
            latest: days.map(|(_, last)| last),
            assumed: Vec::new(),
            alternatives: Vec::new(),
            certainty: Certainty::Sure,
            why: rules::why(rule),
        });
        self.report.dates.len() - 1
    }

    fn new_amount(
        &mut self,
        span: Span,
        kind: Option<AmountKind>,
        value: Option<&str>,
        rule: &'static Rule,
    ) -> usize {
        let mut amount = Amount {
            id: String::new(),
            span,
            kind: AmountKind::Cardinal,
            low: None,
            high: None,
            modifier: None,
            currency: None,
            unit: None,
            item: None,
            per: None,
            certainty: Certainty::Sure,
            why: rules::why(rule),
        };
        if let Some(figure) = value.and_then(Figure::read) {
            figure.write(&mut amount);
        }
        amount.kind = kind.unwrap_or(amount.kind);
        self.report.amounts.push(amount);
        self.report.amounts.len() - 1
    }

    /// Drops what a mark touches, by the policy of [`crate::overlap`]; this one is the reader's, and the
    /// stronger. Dates and amounts may stand inside events, products and works; descriptions and pronouns
    /// (`Portugal’s environment minister`) compete with nothing that stands inside or around them.
    pub(super) fn claim(&mut self, what: What, index: usize) {
        let span = self.span_of(what, index);
        let free = |work: &Self, what: What, index: usize| {
            what == What::Mention && !work.report.mentions[index].form.is_name()
        };
        let titled = |work: &Self, what: What, index: usize| {
            let title = |t| matches!(t, EntityType::Event | EntityType::Product | EntityType::Work);
            what == What::Mention && title(work.report.mentions[index].entity_type)
        };
        for (other, at) in self.marks.touching(span) {
            if (other, at) == (what, index) {
                continue;
            }
            let there = self.span_of(other, at);
            let (holds, held) = (span.contains(there), there.contains(span));
            let nested = holds != held;
            let apart = nested && (free(self, what, index) || free(self, other, at))
                || nested && holds && other != What::Mention && titled(self, what, index)
                || nested && held && what != What::Mention && titled(self, other, at);
            if !apart {
                self.drop_mark(other, at);
            }
        }
    }

    pub(super) fn resize(&mut self, target: &Anchor, to: &Anchor) -> Result<Done, Lost> {
        let (found, mut done) = match self.targets(target, false) {
            // A quote may be known by another piece than its first by now.
            Err(Lost::Unmarked) if target.kind == What::Quote => {
                let place = self.finder.find(to)?;
                let found = self.quotes_touching(place.span)?;
                if found.len() != 1 {
                    return Err(Lost::Unmarked);
                }
                (found, Done { span: None, moved: true, places: 1 })
            }
            found => found?,
        };
        let index = found.first().copied().ok_or(Lost::Unmarked)?;
        let place = self.finder.find(to)?;
        done.moved |= place.moved;
        done.span = Some(place.span);
        if target.kind == What::Quote {
            self.resize_quote(index, place.span)?;
            return Ok(done);
        }
        if !self.is_read(place.span) {
            return Err(Lost::Unfit);
        }
        let before = self.span_of(target.kind, index);
        match target.kind {
            What::Date => self.report.dates[index].span = place.span,
            What::Amount => {
                let amount = &mut self.report.amounts[index];
                amount.span = place.span;
                amount.item = amount.item.filter(|item| !item.overlaps(place.span));
            }
            _ => self.report.mentions[index].span = place.span,
        }
        self.marks.replace(before, place.span, target.kind, index);
        self.claim(target.kind, index);
        self.settle(target.kind, index, &RESIZED);
        if target.kind == What::Mention
            && let Some(slot) = self.slot_of(index)
        {
            // Its names are gathered anew, and it is known by the new words.
            self.give(index, slot);
        }
        Ok(done)
    }

    pub(super) fn set_value(
        &mut self,
        target: &Anchor,
        value: &str,
        all: bool,
    ) -> Result<Done, Lost> {
        if target.kind == What::Entity {
            let (slot, done) = self.entity(target)?;
            let held = &mut self.slots[slot];
            value.clone_into(&mut held.entity.name);
            held.entity.certainty = Certainty::Sure;
            (held.named, held.changed) = (true, true);
            self.know_name(slot);
            return Ok(done);
        }
        let (found, done) = self.targets(target, all)?;
        for index in found {
            if target.kind == What::Date {
                let given = Given::read(value).ok_or(Lost::Unfit)?;
                let (timex, edtf, days) = parts(given);
                let date = &mut self.report.dates[index];
                (date.timex, date.edtf) = (timex, edtf);
                date.earliest = days.as_ref().map(|(first, _)| first.clone());
                date.latest = days.map(|(_, last)| last);
                date.assumed.clear();
            } else {
                let figure = Figure::read(value).ok_or(Lost::Unfit)?;
                figure.write(&mut self.report.amounts[index]);
            }
            self.settle(target.kind, index, &VALUE);
        }
        Ok(done)
    }
}

impl Figure {
    /// Writes the number into an amount; its unit stays unless another is given.
    fn write(self, amount: &mut Amount) {
        (amount.low, amount.high, amount.modifier) = (Some(self.low), Some(self.high), None);
        let Some(unit) = self.unit else { return };
        (amount.currency, amount.unit) = (None, None);
        if unit == "%" {
            amount.kind = AmountKind::Percent;
        } else if unit.len() == 3 && unit.bytes().all(|b| b.is_ascii_uppercase()) {
            amount.kind = AmountKind::Money;
            amount.currency = Some(unit);
        } else {
            amount.kind = AmountKind::Quantity;
            amount.unit = Some(unit);
        }
    }
}

/// A value in the fields of a date: the first and last day as ISO 8601 writes them.
fn parts(given: Given) -> (Timex, Option<String>, Option<(String, String)>) {
    let timex = Timex {
        timex_type: given.timex_type,
        value: given.value,
        modifier: None,
        quant: None,
        freq: None,
        anchor: None,
        begin_point: None,
        end_point: None,
    };
    (timex, given.edtf, given.days.map(|(first, last)| (first.to_string(), last.to_string())))
}
