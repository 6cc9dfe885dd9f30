//! A report while it is being corrected.

use std::collections::BTreeMap;

use super::{Lost, marks::Marks};
use crate::{
    corrections::{Anchor, What, find::Finder},
    report::{Entity, EntityType, Mention, Report},
    span::Span,
};

/// What became of a correction.
pub(super) struct Done {
    pub(super) span: Option<Span>,
    pub(super) moved: bool,
    pub(super) places: usize,
}

/// An entity while reports are corrected.
#[allow(clippy::struct_excessive_bools, reason = "they do not depend on each other")]
pub(super) struct Slot {
    pub(super) entity: Entity,
    /// Its mentions, and some that have left it since.
    pub(super) members: Vec<usize>,
    /// How many mentions it has, and how many of these name it.
    pub(super) alive: usize,
    pub(super) naming: usize,
    /// The slot that it was merged into.
    pub(super) into: Option<usize>,
    /// Whether its names have to be gathered anew.
    pub(super) changed: bool,
    /// Whether the reader gave its name, which then stays.
    pub(super) named: bool,
    /// Whether it is a speaker whom the article need not mention.
    pub(super) by_name: bool,
    /// Whether the engine's report had it without mentions.
    pub(super) unmentioned: bool,
}

impl Slot {
    /// Whether it stands for somebody or something still.
    pub(super) fn is_there(&self) -> bool {
        self.alive > 0 || self.by_name || self.unmentioned
    }
}

/// A report while it is being corrected. Annotations keep their indices until the end; what is
/// dropped is only marked as that. Entities are slots; their ids in the report are those of the slots
/// until [`Work::finish`] gives new ones.
pub(super) struct Work<'t> {
    pub(super) finder: Finder<'t>,
    pub(super) report: Report,
    /// Mentions, dates and amounts.
    pub(super) marks: Marks,
    /// Quotes, by their first piece.
    pub(super) quotes: Marks,
    /// Whether each mention, date, amount and quote is still there.
    pub(super) live: [Vec<bool>; 4],
    /// The slot of each mention.
    pub(super) of: Vec<Option<usize>>,
    pub(super) slots: Vec<Slot>,
    /// The slot of each id.
    pub(super) by_id: BTreeMap<String, usize>,
    /// Type and words of a mention, to the one slot that has such; made when it is needed.
    pub(super) by_name: Option<BTreeMap<String, usize>>,
    /// The quotes of each utterance, and the utterance of each quote.
    pub(super) utterances: Vec<Vec<usize>>,
    pub(super) utterance_of: Vec<usize>,
    /// Whether the engine is to be asked again.
    pub(super) unread: bool,
    /// Whether blocks were cut out.
    pub(super) cut: bool,
}

/// Stands in [`Work::by_name`] for words that more than one slot has.
const SEVERAL: usize = usize::MAX;

impl<'t> Work<'t> {
    pub(super) fn new(text: &'t str, report: Report) -> Self {
        let (mut marks, mut quotes) = (Marks::default(), Marks::default());
        let mut by_id = BTreeMap::new();
        for (i, entity) in report.entities.iter().enumerate() {
            by_id.insert(entity.id.clone(), i);
        }
        let mut slots: Vec<Slot> = Vec::with_capacity(report.entities.len());
        for entity in &report.entities {
            slots.push(Slot {
                entity: entity.clone(),
                members: Vec::new(),
                alive: 0,
                naming: 0,
                into: None,
                changed: false,
                named: false,
                by_name: false,
                unmentioned: true,
            });
        }
        let mut of = Vec::with_capacity(report.mentions.len());
        for (i, mention) in report.mentions.iter().enumerate() {
            marks.insert(mention.span, What::Mention, i);
            let slot = mention.entity.as_ref().and_then(|id| by_id.get(id)).copied();
            if let Some(slot) = slot.and_then(|slot| slots.get_mut(slot)) {
                slot.members.push(i);
                slot.alive += 1;
                slot.naming += usize::from(mention.form.is_name());
                slot.unmentioned = false;
            }
            of.push(slot);
        }
        for (i, date) in report.dates.iter().enumerate() {
            marks.insert(date.span, What::Date, i);
        }
        for (i, amount) in report.amounts.iter().enumerate() {
            marks.insert(amount.span, What::Amount, i);
        }
        let mut labels: BTreeMap<String, usize> = BTreeMap::new();
        let (mut utterances, mut utterance_of): (Vec<Vec<usize>>, _) = (Vec::new(), Vec::new());
        for (i, quote) in report.quotes.iter().enumerate() {
            if let Some(piece) = quote.content.first() {
                quotes.insert(piece.span, What::Quote, i);
            }
            let group = *labels.entry(quote.utterance.clone()).or_insert(utterances.len());
            if group == utterances.len() {
                utterances.push(Vec::new());
            }
            utterances[group].push(i);
            utterance_of.push(group);
        }
        let live =
            [report.mentions.len(), report.dates.len(), report.amounts.len(), report.quotes.len()]
                .map(|length| vec![true; length]);
        let finder = Finder::new(text);
        Self {
            finder,
            report,
            marks,
            quotes,
            live,
            of,
            slots,
            by_id,
            by_name: None,
            utterances,
            utterance_of,
            unread: false,
            cut: false,
        }
    }

    pub(super) fn words(&self, span: Span) -> &'t str {
        span.of(self.finder.text)
    }

    pub(super) fn is_live(&self, what: What, index: usize) -> bool {
        self.live[what as usize].get(index).copied().unwrap_or(false)
    }

    /// Where a mark stands; a quote's first piece.
    pub(super) fn span_of(&self, what: What, index: usize) -> Span {
        match what {
            What::Date => self.report.dates[index].span,
            What::Amount => self.report.amounts[index].span,
            What::Quote => {
                self.report.quotes[index].content.first().map(|p| p.span).unwrap_or_default()
            }
            _ => self.report.mentions[index].span,
        }
    }

    pub(super) fn drop_mark(&mut self, what: What, index: usize) {
        let Some(live) = self.live[what as usize].get_mut(index) else { return };
        if !std::mem::replace(live, false) {
            return;
        }
        let span = self.span_of(what, index);
        if what == What::Quote {
            self.quotes.remove(span, what, index);
            return;
        }
        self.marks.remove(span, what, index);
        if what == What::Mention
            && let Some(slot) = self.slot_of(index)
        {
            self.leave(index, slot);
        }
    }

    /// A mention is no longer that entity's.
    fn leave(&mut self, mention: usize, slot: usize) {
        let naming = self.report.mentions[mention].form.is_name();
        let slot = &mut self.slots[slot];
        slot.alive -= 1;
        slot.naming -= usize::from(naming);
        slot.changed = true;
    }

    /// The annotations that an anchor means, all of the kind that it names, and where its words stand.
    pub(super) fn targets(
        &mut self,
        anchor: &Anchor,
        all: bool,
    ) -> Result<(Vec<usize>, Done), Lost> {
        let place = self.finder.find(anchor)?;
        let mut found = Vec::new();
        if all {
            for span in self.finder.everywhere(anchor)? {
                found.extend(self.at(span, anchor));
            }
        } else {
            found.extend(self.at(place.span, anchor));
        }
        if found.is_empty() {
            return Err(Lost::Unmarked);
        }
        let places = found.len();
        Ok((found, Done { span: Some(place.span), moved: place.moved, places }))
    }

    /// The annotation of the anchor's kind that stands there.
    fn at(&self, span: Span, anchor: &Anchor) -> Option<usize> {
        match anchor.kind {
            What::Date | What::Amount => self.marks.at(span, anchor.kind),
            What::Quote => {
                let same = self.quotes.at(span, What::Quote);
                same.or_else(|| self.quotes.beginning(span.start()).next().map(|(_, index)| index))
            }
            _ => self.marks.at(span, What::Mention),
        }
    }

    /// The entity that an anchor means.
    pub(super) fn entity(&mut self, anchor: &Anchor) -> Result<(usize, Done), Lost> {
        let (mentions, done) = self.targets(anchor, false)?;
        let slot = mentions.first().and_then(|&mention| self.slot_of(mention));
        Ok((slot.ok_or(Lost::Unmarked)?, done))
    }

    /// The slot that a slot was merged into, if it was.
    pub(super) fn root(&mut self, slot: usize) -> usize {
        let mut root = slot;
        while let Some(into) = self.slots[root].into {
            root = into;
        }
        let mut at = slot;
        while let Some(into) = self.slots[at].into {
            self.slots[at].into = Some(root);
            at = into;
        }
        root
    }

    pub(super) fn slot_of(&mut self, mention: usize) -> Option<usize> {
        self.of.get(mention).copied()?.map(|slot| self.root(slot))
    }

    /// The live mentions of an entity, each once, in reading order.
    pub(super) fn members(&mut self, slot: usize) -> Result<Vec<usize>, Lost> {
        let mut members = std::mem::take(&mut self.slots[slot].members);
        self.finder.spend(members.len())?;
        members.retain(|&m| self.is_live(What::Mention, m) && self.slot_of(m) == Some(slot));
        members.sort_unstable();
        members.dedup();
        self.slots[slot].members.clone_from(&members);
        Ok(members)
    }

    /// A new entity without mentions.
    pub(super) fn new_slot(&mut self, entity_type: EntityType, name: &str) -> usize {
        let slot = self.slots.len();
        let id = format!("new{slot}");
        self.by_id.insert(id.clone(), slot);
        self.slots.push(Slot {
            entity: Entity {
                id,
                entity_type,
                subtype: None,
                name: name.to_owned(),
                aliases: Vec::new(),
                mentions: Vec::new(),
                count: 0,
                roles: Vec::new(),
                country: None,
                certainty: crate::report::Certainty::Sure,
            },
            members: Vec::new(),
            alive: 0,
            naming: 0,
            into: None,
            changed: true,
            named: false,
            by_name: false,
            unmentioned: false,
        });
        slot
    }

    /// Gives a mention to an entity.
    pub(super) fn give(&mut self, mention: usize, slot: usize) {
        if let Some(before) = self.slot_of(mention) {
            self.leave(mention, before);
        }
        self.of[mention] = Some(slot);
        let to = &mut self.slots[slot];
        to.members.push(mention);
        to.alive += 1;
        to.naming += usize::from(self.report.mentions[mention].form.is_name());
        to.changed = true;
        self.report.mentions[mention].candidates.clear();
        self.know(mention, slot);
    }

    /// The one entity of that type that is called so.
    pub(super) fn called(&mut self, entity_type: EntityType, words: &str) -> Option<usize> {
        if self.by_name.is_none() {
            self.by_name = Some(BTreeMap::new());
            for mention in 0..self.report.mentions.len() {
                if self.is_live(What::Mention, mention)
                    && let Some(slot) = self.slot_of(mention)
                {
                    self.know(mention, slot);
                }
            }
            for slot in 0..self.slots.len() {
                self.know_name(slot);
            }
        }
        let slot = *self.by_name.as_ref()?.get(&name_key(entity_type, words))?;
        let slot = (slot != SEVERAL).then(|| self.root(slot))?;
        let found = &self.slots[slot];
        (found.entity.entity_type == entity_type && found.is_there()).then_some(slot)
    }

    fn know(&mut self, mention: usize, slot: usize) {
        let Mention { span, form, .. } = self.report.mentions[mention];
        if form.is_name() {
            let words = self.words(span);
            self.know_as(slot, words);
        }
    }

    pub(super) fn know_name(&mut self, slot: usize) {
        let name = self.slots[slot].entity.name.clone();
        self.know_as(slot, &name);
    }

    fn know_as(&mut self, slot: usize, words: &str) {
        let entity_type = self.slots[slot].entity.entity_type;
        let key = name_key(entity_type, words);
        let Some(known) = self.by_name.as_ref().map(|names| names.get(&key).copied()) else {
            return;
        };
        let holds = match known {
            Some(SEVERAL) => SEVERAL,
            Some(other) => {
                let other = self.root(other);
                let alive = self.slots[other].entity.entity_type == entity_type;
                if other == self.root(slot) || !alive { slot } else { SEVERAL }
            }
            None => slot,
        };
        if let Some(names) = &mut self.by_name {
            names.insert(key, holds);
        }
    }
}

fn name_key(entity_type: EntityType, words: &str) -> String {
    [entity_type.name(), "\n", words].concat()
}
