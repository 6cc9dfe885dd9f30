//! What a reader says of annotations as such, and of whom names stand for.

use super::{
    Lost,
    work::{Done, Slot, Work},
};
use crate::{
    corrections::{
        Anchor, Kind, What,
        rules::{self, CONFIRMED, MERGED, RETYPED, SPLIT},
    },
    entities::same_role,
    report::{Certainty, EntityType, Role},
    rules::Rule,
    span::{self, Span},
};

impl Work<'_> {
    pub(super) fn confirm(&mut self, target: &Anchor, all: bool) -> Result<Done, Lost> {
        if target.kind == What::Entity {
            let (slot, mut done) = self.entity(target)?;
            let members = self.members(slot)?;
            done.places = members.len();
            for mention in members {
                self.settle(What::Mention, mention, &CONFIRMED);
            }
            self.slots[slot].entity.certainty = Certainty::Sure;
            return Ok(done);
        }
        let (found, done) = self.targets(target, all)?;
        for index in found {
            self.settle(target.kind, index, &CONFIRMED);
        }
        Ok(done)
    }

    /// Makes an annotation sure, by one of the reader's rules.
    pub(super) fn settle(&mut self, what: What, index: usize, rule: &'static Rule) {
        let why = rules::why(rule);
        match what {
            What::Date => {
                let date = &mut self.report.dates[index];
                (date.certainty, date.why) = (Certainty::Sure, why);
                date.alternatives.clear();
            }
            What::Amount => {
                let amount = &mut self.report.amounts[index];
                (amount.certainty, amount.why) = (Certainty::Sure, why);
            }
            What::Quote => {
                let quote = &mut self.report.quotes[index];
                (quote.certainty, quote.why) = (Certainty::Sure, why);
                if let Some(speaker) = &mut quote.speaker {
                    speaker.certainty = Certainty::Sure;
                }
            }
            _ => {
                let mention = &mut self.report.mentions[index];
                (mention.certainty, mention.why) = (Certainty::Sure, why);
                if let Some(slot) = self.slot_of(index) {
                    self.slots[slot].entity.certainty = Certainty::Sure;
                }
            }
        }
    }

    pub(super) fn delete(&mut self, target: &Anchor, all: bool) -> Result<Done, Lost> {
        if target.kind == What::Entity {
            let (slot, mut done) = self.entity(target)?;
            let members = self.members(slot)?;
            done.places = members.len();
            for m in members {
                self.drop_mark(What::Mention, m);
            }
            return Ok(done);
        }
        match self.targets(target, all) {
            Ok((found, done)) => {
                for index in found {
                    self.drop_mark(target.kind, index);
                }
                Ok(done)
            }
            // What is not marked need not be deleted; what is marked otherwise is another thing.
            Err(Lost::Unmarked) => {
                let place = self.finder.find(target)?;
                let marks = if target.kind == What::Quote { &self.quotes } else { &self.marks };
                let others = marks.touching(place.span);
                if others.iter().any(|&(what, _)| what == target.kind) {
                    return Err(Lost::Unmarked);
                }
                Ok(Done { span: Some(place.span), moved: place.moved, places: 0 })
            }
            Err(lost) => Err(lost),
        }
    }

    pub(super) fn retype(&mut self, target: &Anchor, kind: Kind, all: bool) -> Result<Done, Lost> {
        if target.kind == What::Entity {
            let Kind::Name(entity_type) = kind else { return Err(Lost::Unfit) };
            let (slot, mut done) = self.entity(target)?;
            let members = self.members(slot)?;
            done.places = members.len();
            self.retype_slot(slot, entity_type, &members);
            for mention in members {
                self.settle(What::Mention, mention, &RETYPED);
            }
            return Ok(done);
        }
        let (found, done) = self.targets(target, all)?;
        match (target.kind, kind) {
            (What::Quote, Kind::Quote(Some(kind))) => {
                for index in found {
                    self.report.quotes[index].kind = kind;
                    self.settle(What::Quote, index, &RETYPED);
                }
            }
            (What::Mention, Kind::Name(entity_type)) => self.retype_names(&found, entity_type)?,
            (What::Date, Kind::Date) => {
                for i in found {
                    self.settle(What::Date, i, &RETYPED);
                }
            }
            (What::Amount, Kind::Amount(kind)) => {
                for index in found {
                    let amount = &mut self.report.amounts[index];
                    amount.kind = kind.unwrap_or(amount.kind);
                    self.settle(What::Amount, index, &RETYPED);
                }
            }
            (what, kind) => {
                for index in found {
                    let span = self.span_of(what, index);
                    self.drop_mark(what, index);
                    self.mark(span, kind, None, &RETYPED);
                }
            }
        }
        Ok(done)
    }

    /// Mentions get another type: with their entity, if these are all that name it, else as entities of
    /// their own.
    fn retype_names(&mut self, found: &[usize], entity_type: EntityType) -> Result<(), Lost> {
        let mut groups: Vec<(Option<usize>, usize)> = Vec::with_capacity(found.len());
        for &mention in found {
            groups.push((self.slot_of(mention), mention));
        }
        span::by_number(&mut groups, |(slot, _)| slot.map_or(0, |slot| slot as u64 + 1));
        let mut rest = groups.as_slice();
        while let Some(&(slot, _)) = rest.first() {
            let (group, others) = rest.split_at(rest.partition_point(|&(of, _)| of <= slot));
            rest = others;
            let names = group.iter().filter(|&&(_, m)| self.report.mentions[m].form.is_name());
            match slot {
                Some(slot) if names.count() == self.slots[slot].naming => {
                    let members = self.members(slot)?;
                    self.retype_slot(slot, entity_type, &members);
                }
                _ => {
                    for &(_, mention) in group {
                        let words = self.words(self.report.mentions[mention].span);
                        let to = self.called(entity_type, words);
                        let to = to.unwrap_or_else(|| self.new_slot(entity_type, words));
                        self.become_type(mention, entity_type);
                        self.give(mention, to);
                    }
                }
            }
            for &(_, m) in group {
                self.settle(What::Mention, m, &RETYPED);
            }
        }
        Ok(())
    }

    /// An entity with all its mentions gets another type.
    fn retype_slot(&mut self, slot: usize, entity_type: EntityType, members: &[usize]) {
        let entity = &mut self.slots[slot].entity;
        if entity.entity_type != entity_type {
            entity.entity_type = entity_type;
            (entity.subtype, entity.country) = (None, None);
        }
        entity.certainty = Certainty::Sure;
        self.slots[slot].changed = true;
        for &mention in members {
            self.become_type(mention, entity_type);
        }
        self.know_name(slot);
    }

    /// A mention gets another type; what cannot stand beside it then goes.
    pub(super) fn become_type(&mut self, index: usize, entity_type: EntityType) {
        let mention = &mut self.report.mentions[index];
        if mention.entity_type == entity_type {
            return;
        }
        mention.entity_type = entity_type;
        if entity_type != EntityType::Place {
            mention.acts_as = None;
        }
        self.claim(What::Mention, index);
    }

    pub(super) fn merge(
        &mut self,
        target: &Anchor,
        into: &Anchor,
        all: bool,
    ) -> Result<Done, Lost> {
        let (into, other) = self.entity(into)?;
        let (mentions, mut done, from) = if target.kind == What::Entity {
            let (slot, done) = self.entity(target)?;
            (self.members(slot)?, done, Some(slot))
        } else {
            let (found, done) = self.targets(target, all)?;
            (found, done, None)
        };
        done.moved |= other.moved;
        done.places = mentions.len();
        if from == Some(into) {
            return Ok(done);
        }
        let entity_type = self.slots[into].entity.entity_type;
        for &mention in &mentions {
            self.become_type(mention, entity_type);
        }
        if let Some(from) = from {
            self.unite(from, into);
        } else {
            let mut leaving: Vec<usize> = Vec::new();
            for &mention in &mentions {
                leaving.extend(self.slot_of(mention).filter(|&slot| slot != into));
                self.give(mention, into);
            }
            leaving.sort_unstable();
            leaving.dedup();
            for slot in leaving {
                self.move_roles(slot, into, &mentions);
            }
        }
        for m in mentions {
            self.settle(What::Mention, m, &MERGED);
        }
        Ok(done)
    }

    /// One entity becomes another, with its mentions and roles.
    fn unite(&mut self, from: usize, into: usize) {
        let mut members = std::mem::take(&mut self.slots[from].members);
        let roles = std::mem::take(&mut self.slots[from].entity.roles);
        let alive = std::mem::take(&mut self.slots[from].alive);
        let naming = std::mem::take(&mut self.slots[from].naming);
        let country = self.slots[from].entity.country.take();
        self.slots[from].into = Some(into);
        let to = &mut self.slots[into];
        if to.members.len() < members.len() {
            std::mem::swap(&mut to.members, &mut members);
        }
        to.members.extend(members);
        to.alive += alive;
        to.naming += naming;
        to.changed = true;
        if to.entity.country.is_none() && to.entity.entity_type != EntityType::Person {
            to.entity.country = country;
        }
        add_roles(&mut to.entity.roles, roles);
    }

    pub(super) fn split(&mut self, target: &Anchor, all: bool) -> Result<Done, Lost> {
        let (first, mut done) = self.targets(target, false)?;
        let slot = first.first().and_then(|&mention| self.slot_of(mention));
        let mut found = first;
        if all && slot.is_some() {
            let (same, _) = self.targets(target, true)?;
            found = Vec::with_capacity(same.len());
            for mention in same {
                if self.slot_of(mention) == slot {
                    found.push(mention);
                }
            }
        }
        done.places = found.len();
        let names = found.iter().filter(|&&m| self.report.mentions[m].form.is_name()).count();
        let alone = slot.is_some_and(|slot| {
            let Slot { alive, naming, .. } = self.slots[slot];
            found.len() == alive || names > 0 && names == naming
        });
        let Some(&mention) = found.first().filter(|_| !alone) else {
            // It is one of its own already.
            for m in found {
                self.settle(What::Mention, m, &SPLIT);
            }
            return Ok(done);
        };
        let span = self.report.mentions[mention].span;
        let own = self.new_slot(self.report.mentions[mention].entity_type, self.words(span));
        for &mention in &found {
            self.give(mention, own);
            self.settle(What::Mention, mention, &SPLIT);
        }
        if let Some(slot) = slot {
            self.move_roles(slot, own, &found);
        }
        Ok(done)
    }

    /// Roles go with the mention that they stand nearest to. `gone` have left `slot` for `to`.
    fn move_roles(&mut self, slot: usize, to: usize, gone: &[usize]) {
        if self.slots[slot].entity.roles.is_empty() {
            return;
        }
        let far = |role: &Role, span: Span| {
            let before = span.start().saturating_sub(role.span.end());
            before.max(role.span.start().saturating_sub(span.end()))
        };
        let roles = std::mem::take(&mut self.slots[slot].entity.roles);
        let (mut leave, mut keep) = (Vec::new(), Vec::new());
        for role in roles {
            let spans = gone.iter().map(|&m| self.report.mentions[m].span);
            let near = spans.map(|span| far(&role, span)).min().unwrap_or(usize::MAX);
            let (start, end) = (role.span.start().saturating_sub(near), role.span.end() + near);
            let around = self.marks.touching(Span::raw(start as u32, end as u32));
            let stays = around.into_iter().any(|(what, index)| {
                what == What::Mention
                    && self.slot_of(index) == Some(slot)
                    && far(&role, self.report.mentions[index].span) <= near
            });
            if stays { keep.push(role) } else { leave.push(role) }
        }
        self.slots[slot].entity.roles = keep;
        add_roles(&mut self.slots[to].entity.roles, leave);
    }
}

fn add_roles(roles: &mut Vec<Role>, more: Vec<Role>) {
    for role in more {
        if !roles.iter().any(|known| same_role(known, &role)) {
            roles.push(role);
        }
    }
}
