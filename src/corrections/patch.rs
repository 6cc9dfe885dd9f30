//! Corrections, and the list of them that a reader takes along.

use serde::{Deserialize, Serialize};

use super::{
    Kind, MAX_ITEMS, Refused,
    anchor::{Anchor, What},
    decimal::decimal,
    find::Finder,
    wire::{WireCorrection, WirePatch},
};
use crate::{
    dates::{Given, civil::Day},
    options::Options,
    span::Change,
};

/// The schema of a patch.
pub const PATCH_SCHEMA: &str = "newsmark-patch/1";

/// What is corrected.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Op {
    /// It is right.
    Confirm,
    /// It is nothing of the kind.
    Delete,
    /// It is something else.
    Retype(Kind),
    /// It is these words.
    Resize(Anchor),
    /// These words are something.
    Add {
        /// What.
        kind: Kind,
        /// A date's or an amount's value, as for [`Op::SetValue`].
        value: Option<String>,
    },
    /// The target, an entity or a mention, is this entity.
    Merge(Anchor),
    /// The mention is not that entity, but one of its own.
    Split,
    /// A date's value ([`Given`]), an entity's name, or an amount: `3.5`, `3/4`, with a unit or currency
    /// behind it: `3.5 %`, `3.5 USD`, `122 mm`.
    SetValue(String),
    /// Who said it, and all parts of the utterance.
    SetSpeaker(Who),
    /// Whether the block is no part of the article.
    Boilerplate(bool),
    /// The day of publication.
    SetPublished(String),
}

/// Who said something.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Who {
    /// An entity of the article.
    Entity(Anchor),
    /// Somebody by name: the entity of that name, or one whom the article does not name.
    Named(String),
    /// Nobody, or nobody known.
    Nobody,
}

/// One correction.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "WireCorrection", into = "WireCorrection")]
pub struct Correction {
    /// No other's in its patch; [`Patch::push`] gives it.
    pub id: String,
    /// What is corrected.
    pub op: Op,
    /// The words that are meant; nothing for [`Op::SetPublished`].
    pub target: Option<Anchor>,
    /// Whether the same words elsewhere are meant as well.
    pub all: bool,
    /// When it was made, as a host with a clock says it.
    pub at: Option<String>,
}

/// An ordered list of corrections.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "WirePatch", into = "WirePatch")]
pub struct Patch {
    corrections: Vec<Correction>,
}

/// Rather a reason than a value: where in a correction something is wrong, and what.
pub(super) type Fault = (&'static str, &'static str);

impl Correction {
    pub(super) fn new(op: Op, target: Option<Anchor>, all: bool) -> Self {
        Self { id: String::new(), op, target, all, at: None }
    }

    /// What is wrong with it, as a field and a reason, whatever the text is.
    pub(super) fn fault(&self) -> Option<Fault> {
        let plain = |c: char| c.is_ascii_alphanumeric() || "-_.:".contains(c);
        if self.id.is_empty() || self.id.len() > 64 || !self.id.chars().all(plain) {
            return Some(("id", "not 1 to 64 of the characters A-Z a-z 0-9 - _ . :"));
        }
        let stamp = |c: char| c.is_ascii_digit() || "-:.+TZ".contains(c);
        if self
            .at
            .as_ref()
            .is_some_and(|at| at.len() > 40 || at.len() < 10 || !at.chars().all(stamp))
        {
            return Some(("at", "not a time as ISO 8601 writes it"));
        }
        match (&self.op, &self.target) {
            (Op::SetPublished(_), Some(_)) => {
                return Some(("target", "the date of publication has none"));
            }
            (Op::SetPublished(day), None) => {
                return Day::parse(day).is_none().then_some(("data.value", "not a day YYYY-MM-DD"));
            }
            (_, None) => return Some(("target", "missing")),
            (op, Some(target)) => {
                if let Some((field, reason)) = target.fault() {
                    let field = match field {
                        "prefix" => "target.prefix",
                        "suffix" => "target.suffix",
                        _ => "target.exact",
                    };
                    return Some((field, reason));
                }
                if let Some(fault) = unfit(op, target.kind) {
                    return Some(("target.kind", fault));
                }
            }
        }
        self.op.fault(self.target.as_ref().map(|t| t.kind))
    }
}

/// Why `op` cannot be done to that.
pub(super) fn unfit(op: &Op, what: What) -> Option<&'static str> {
    use What::{Amount, Block, Date, Entity, Mention, Quote};
    let fits = match op {
        Op::Confirm | Op::Delete => what != Block,
        Op::Retype(kind) => match what {
            Entity => matches!(kind, Kind::Name(_)),
            Quote => matches!(kind, Kind::Quote(Some(_))),
            Block => false,
            _ => kind.what() != Quote,
        },
        Op::Resize(_) => matches!(what, Mention | Date | Amount | Quote),
        Op::Add { kind, .. } => kind.what() == what,
        Op::Merge(_) => matches!(what, Mention | Entity),
        Op::Split => what == Mention,
        Op::SetValue(_) => matches!(what, Date | Amount | Entity),
        Op::SetSpeaker(_) => what == Quote,
        Op::Boilerplate(_) => what == Block,
        Op::SetPublished(_) => false,
    };
    (!fits).then_some("this cannot be done to an annotation of that kind")
}

impl Op {
    fn fault(&self, target: Option<What>) -> Option<Fault> {
        let anchored = |anchor: &Anchor, kind: What, field| match anchor.fault() {
            Some((_, reason)) => Some((field, reason)),
            None => (anchor.kind != kind).then_some((field, "of another kind than it has to be")),
        };
        match self {
            Self::Resize(to) => anchored(to, target?, "data.to"),
            Self::Merge(into) => anchored(into, What::Entity, "data.into"),
            Self::SetSpeaker(Who::Entity(who)) => anchored(who, What::Entity, "data.speaker"),
            Self::SetSpeaker(Who::Named(name)) => name_fault(name).map(|why| ("data.name", why)),
            Self::SetValue(value) => value_fault(target?, value).map(|why| ("data.value", why)),
            Self::Add { kind, value: Some(value) } => match kind {
                Kind::Date | Kind::Amount(_) => {
                    value_fault(kind.what(), value).map(|why| ("data.value", why))
                }
                _ => Some(("data.value", "only dates and amounts have one")),
            },
            _ => None,
        }
    }

    /// The anchor that it holds beside its target.
    fn anchor(&mut self) -> Option<&mut Anchor> {
        match self {
            Self::Resize(anchor) | Self::Merge(anchor) | Self::SetSpeaker(Who::Entity(anchor)) => {
                Some(anchor)
            }
            _ => None,
        }
    }
}

/// Why that is no value of such an annotation.
pub(super) fn value_fault(what: What, value: &str) -> Option<&'static str> {
    match what {
        What::Date => Given::read(value).is_none().then_some("not a time that the calendar has"),
        What::Amount => {
            Figure::read(value).is_none().then_some("not a number, perhaps with a unit")
        }
        _ => name_fault(value),
    }
}

/// Why that is no name.
pub(super) fn name_fault(name: &str) -> Option<&'static str> {
    let bad = name.trim() != name
        || !name.chars().any(char::is_alphanumeric)
        || name.chars().any(char::is_control)
        || name.chars().nth(200).is_some();
    bad.then_some("not a name of up to 200 characters on one line")
}

/// An amount as a reader writes it.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Figure {
    pub(super) low: f64,
    pub(super) high: f64,
    /// Behind the number.
    pub(super) unit: Option<String>,
}

impl Figure {
    /// `3.5`, `3/4`, `3.5 USD`.
    pub(super) fn read(text: &str) -> Option<Self> {
        let (number, unit) = match text.split_once(' ') {
            Some((number, unit)) => (number, Some(unit)),
            None => (text, None),
        };
        let (low, high) = number.split_once('/').unwrap_or((number, number));
        let (low, high) = (decimal(low)?, decimal(high)?);
        let sound = |unit: &str| {
            (1..=20).contains(&unit.chars().count())
                && !unit.chars().any(|c| c.is_whitespace() || c.is_control())
        };
        let unit = unit.map(str::to_owned);
        (low <= high && unit.as_deref().is_none_or(sound)).then_some(Self { low, high, unit })
    }
}

impl Patch {
    /// A patch of these corrections, in this order.
    ///
    /// # Errors
    ///
    /// [`Refused::BadPatch`] for a correction that is not sound, or an id that stands twice;
    /// [`Refused::TooMany`].
    pub fn new(corrections: Vec<Correction>) -> Result<Self, Refused> {
        if corrections.len() > MAX_ITEMS {
            return Err(Refused::TooMany { max: MAX_ITEMS });
        }
        let mut ids = std::collections::BTreeSet::new();
        for (i, correction) in corrections.iter().enumerate() {
            let fault = match correction.fault() {
                Some(fault) => Some(fault),
                None => (!ids.insert(correction.id.as_str())).then_some(("id", "stands twice")),
            };
            if let Some((field, reason)) = fault {
                let at = format!("corrections[{i}].{field}");
                return Err(Refused::BadPatch { at, reason: reason.into() });
            }
        }
        Ok(Self { corrections })
    }

    /// The corrections in order.
    pub fn corrections(&self) -> &[Correction] {
        &self.corrections
    }

    /// The list itself, for a history.
    pub(super) fn list(&mut self) -> &mut Vec<Correction> {
        &mut self.corrections
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.corrections.is_empty()
    }

    /// Adds a correction, with an id that no other has.
    ///
    /// # Errors
    ///
    /// [`Refused::TooMany`]; [`Refused::BadPatch`] when it is not sound.
    pub fn push(&mut self, mut correction: Correction) -> Result<(), Refused> {
        if self.corrections.len() >= MAX_ITEMS {
            return Err(Refused::TooMany { max: MAX_ITEMS });
        }
        if correction.id.is_empty() || self.corrections.iter().any(|c| c.id == correction.id) {
            correction.id = fresh(&self.corrections);
        }
        if let Some((field, reason)) = correction.fault() {
            return Err(Refused::BadPatch { at: field.into(), reason: reason.into() });
        }
        self.corrections.push(correction);
        Ok(())
    }

    /// Adds the corrections of `other` that are not there already, whatever their ids and times are, and
    /// says how many these were.
    ///
    /// # Errors
    ///
    /// [`Refused::TooMany`]: then none was added.
    pub fn merge(&mut self, other: &Self) -> Result<usize, Refused> {
        let new = self.missing(other);
        if self.corrections.len() + new.len() > MAX_ITEMS {
            return Err(Refused::TooMany { max: MAX_ITEMS });
        }
        let (added, mut number) = (new.len(), next(&self.corrections));
        let mut ids = std::collections::BTreeSet::new();
        ids.extend(self.corrections.iter().map(|c| c.id.clone()));
        for mut correction in new {
            while !ids.insert(correction.id.clone()) {
                correction.id = format!("c{number}");
                number += 1;
            }
            self.corrections.push(correction);
        }
        Ok(added)
    }

    /// The corrections of `other` that are not here.
    pub(super) fn missing(&self, other: &Self) -> Vec<Correction> {
        let at = |c: &Correction| c.target.as_ref().map_or(0, |t| t.start);
        let mut known: Vec<&Correction> = self.corrections.iter().collect();
        crate::span::by_number(&mut known, |c| u64::from(at(c)));
        let same =
            |a: &Correction, b: &Correction| a.op == b.op && a.target == b.target && a.all == b.all;
        let there = |c: &Correction| {
            let from = known.partition_point(|k| at(k) < at(c));
            let rest = known.get(from..).unwrap_or_default();
            rest.iter().take_while(|k| at(k) == at(c)).any(|k| same(k, c))
        };
        other.corrections.iter().filter(|c| !there(c)).cloned().collect()
    }

    /// `options` as the engine is to be asked with them: the publication date that the reader gave, and
    /// the blocks of `text` to read although they look like boilerplate.
    #[must_use]
    pub fn options(&self, text: &str, options: &Options) -> Options {
        let mut options = options.clone();
        let finder = Finder::new(text);
        let mut body = options.body.take().unwrap_or_default();
        for correction in &self.corrections {
            match (&correction.op, &correction.target) {
                (Op::SetPublished(day), _) => options.published = Some(day.clone()),
                (Op::Boilerplate(boilerplate), Some(target)) => {
                    let Ok(place) = finder.find(target) else { continue };
                    body.retain(|span| !span.overlaps(place.span));
                    if !boilerplate {
                        body.push(place.span);
                    }
                }
                _ => {}
            }
        }
        crate::span::in_reading_order(&mut body, |span| *span);
        options.body = (!body.is_empty()).then_some(body);
        options
    }

    /// The patch after the text that it is about was changed from `before` to `after`: what stands outside
    /// of the change moves along, what the change touches is found again where that is possible, and
    /// stays as it is where it is not. So places stay good over many small changes.
    #[must_use]
    pub fn reanchored(&self, before: &str, after: &str) -> Self {
        let mut patch = self.clone();
        reanchor(&mut patch.corrections, before, after);
        patch
    }
}

/// See [`Patch::reanchored`].
pub(super) fn reanchor(corrections: &mut [Correction], before: &str, after: &str) {
    if before == after {
        return;
    }
    let change = Change::between(before, after);
    let (old, new) = (Finder::new(before), Finder::new(after));
    for correction in corrections {
        for anchor in correction.target.iter_mut().chain(correction.op.anchor()) {
            let Ok(was) = old.find(anchor) else { continue };
            let is = match change.carry(was.span) {
                Some(span) => Some(span),
                None => new.find(anchor).ok().map(|place| place.span),
            };
            if let Some(span) = is {
                *anchor = Anchor::whole(after, &new.map, span, anchor.kind);
            }
        }
    }
}

/// An id that none of them has.
pub(super) fn fresh(corrections: &[Correction]) -> String {
    format!("c{}", next(corrections))
}

/// The number above all that follow a `c`.
fn next(corrections: &[Correction]) -> u32 {
    let numbers = corrections.iter().filter_map(|c| c.id.strip_prefix('c')?.parse::<u32>().ok());
    numbers.max().unwrap_or(0).saturating_add(1)
}
