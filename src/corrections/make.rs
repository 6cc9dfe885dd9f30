//! Corrections of what a report says, as a page or program makes them from an id.

use super::{
    Kind, Refused,
    anchor::{Anchor, What},
    patch::{Correction, Op, Who, name_fault, unfit, value_fault},
};
use crate::{
    dates::civil::Day,
    report::{BlockKind, Report},
    span::{OffsetMap, Span},
};

/// The longest name, date or amount, in characters.
const LONGEST: usize = 1000;

/// Every constructor reads the text once, to count its characters. The report is the one that the
/// reader sees: with the corrections before this one applied. The id is [`Patch::push`]'s to give.
///
/// [`Patch::push`]: super::Patch::push
///
/// All refuse with [`Refused::Unknown`] an id that the report has not, or an entity that stands nowhere in
/// the text, and with [`Refused::Unfit`] what cannot be done to such an annotation.
impl Correction {
    /// It is right. With an entity's id, the entity and all its mentions are.
    ///
    /// # Errors
    ///
    /// [`Refused::Unknown`], [`Refused::Unfit`].
    pub fn confirm(text: &str, report: &Report, id: &str, all: bool) -> Result<Self, Refused> {
        on(text, report, id, Op::Confirm, all)
    }

    /// It is nothing of the kind. With an entity's id, none of its mentions are.
    ///
    /// # Errors
    ///
    /// [`Refused::Unknown`], [`Refused::Unfit`].
    pub fn delete(text: &str, report: &Report, id: &str, all: bool) -> Result<Self, Refused> {
        on(text, report, id, Op::Delete, all)
    }

    /// It is a `kind`. A mention alone, where its entity has others, becomes an entity of its own.
    ///
    /// # Errors
    ///
    /// [`Refused::Unknown`], [`Refused::Unfit`].
    pub fn retype(
        text: &str,
        report: &Report,
        id: &str,
        kind: Kind,
        all: bool,
    ) -> Result<Self, Refused> {
        on(text, report, id, Op::Retype(kind), all)
    }

    /// It is the words at `span`; of a quote, the piece that `span` touches is.
    ///
    /// # Errors
    ///
    /// Also [`Refused::BadSpan`].
    pub fn resize(text: &str, report: &Report, id: &str, span: Span) -> Result<Self, Refused> {
        let what = what_of(id).ok_or_else(|| unknown(id))?;
        let span = markable(text, report, span, what)?;
        let to = Anchor::whole(text, &OffsetMap::new(text), span, what);
        on(text, report, id, Op::Resize(to), false)
    }

    /// The words at `span` are a `kind`; with `all`, they are wherever they stand unmarked.
    /// `value` is a date's or an amount's ([`Op::SetValue`]); a date without one is open.
    ///
    /// # Errors
    ///
    /// [`Refused::BadSpan`] for words that cannot be marked or are already; [`Refused::BadValue`].
    pub fn add(
        text: &str,
        report: &Report,
        span: Span,
        kind: Kind,
        value: Option<&str>,
        all: bool,
    ) -> Result<Self, Refused> {
        let what = kind.what();
        let span = markable(text, report, span, what)?;
        let there = match what {
            What::Mention => report.mentions.iter().any(|m| m.span == span),
            What::Date => report.dates.iter().any(|d| d.span == span),
            What::Amount => report.amounts.iter().any(|a| a.span == span),
            _ => report.quotes.iter().any(|q| q.content.first().is_some_and(|p| p.span == span)),
        };
        if there {
            return Err(Refused::BadSpan { reason: "already marked as that" });
        }
        let value = value.map(str::to_owned);
        if let Some(value) = &value {
            if !matches!(what, What::Date | What::Amount) {
                let id = kind.name().into();
                return Err(Refused::Unfit { id, reason: "only dates and amounts have a value" });
            }
            checked_value(what, value)?;
        }
        let target = Anchor::whole(text, &OffsetMap::new(text), span, what);
        Ok(Self::new(Op::Add { kind, value }, Some(target), all))
    }

    /// `id`, an entity or a mention, is the entity `into`, which keeps its name and type.
    ///
    /// # Errors
    ///
    /// [`Refused::Unknown`], [`Refused::Unfit`].
    pub fn merge(
        text: &str,
        report: &Report,
        id: &str,
        into: &str,
        all: bool,
    ) -> Result<Self, Refused> {
        if id == into {
            return Err(Refused::Unfit { id: id.into(), reason: "that is the same entity" });
        }
        let op = Op::Merge(entity(text, report, into)?);
        if let Some(mention) = report.mentions.iter().find(|m| m.id == id)
            && mention.entity.as_deref() == Some(into)
        {
            return Err(Refused::Unfit { id: id.into(), reason: "it is that entity already" });
        }
        on(text, report, id, op, all)
    }

    /// The mention is not that entity, but one of its own; with `all`, so are the same words of the same
    /// entity: together one.
    ///
    /// # Errors
    ///
    /// [`Refused::Unknown`], [`Refused::Unfit`].
    pub fn split(text: &str, report: &Report, mention: &str, all: bool) -> Result<Self, Refused> {
        on(text, report, mention, Op::Split, all)
    }

    /// A date's value, an entity's name or an amount ([`Op::SetValue`]).
    ///
    /// # Errors
    ///
    /// Also [`Refused::BadValue`].
    pub fn set_value(
        text: &str,
        report: &Report,
        id: &str,
        value: &str,
        all: bool,
    ) -> Result<Self, Refused> {
        let op = Op::SetValue(value.to_owned());
        let what = what_of(id).ok_or_else(|| unknown(id))?;
        match unfit(&op, what) {
            Some(reason) => Err(Refused::Unfit { id: id.into(), reason }),
            None => checked_value(what, value),
        }?;
        on(text, report, id, op, all)
    }

    /// The entity with the id `speaker` said it.
    ///
    /// # Errors
    ///
    /// [`Refused::Unknown`], [`Refused::Unfit`].
    pub fn set_speaker(
        text: &str,
        report: &Report,
        quote: &str,
        speaker: &str,
        all: bool,
    ) -> Result<Self, Refused> {
        let who = match entity(text, report, speaker) {
            Ok(anchor) => Who::Entity(anchor),
            // One whom the text does not name is known by name alone.
            Err(_) => match report.entities.iter().find(|e| e.id == speaker) {
                Some(entity) => Who::Named(entity.name.clone()),
                None => return Err(unknown(speaker)),
            },
        };
        on(text, report, quote, Op::SetSpeaker(who), all)
    }

    /// Somebody of that name said it: an entity of the article, or one whom it does not name.
    ///
    /// # Errors
    ///
    /// Also [`Refused::BadValue`].
    pub fn set_speaker_named(
        text: &str,
        report: &Report,
        quote: &str,
        name: &str,
        all: bool,
    ) -> Result<Self, Refused> {
        let name = name.trim();
        if let Some(wanted) = name_fault(name) {
            return Err(Refused::BadValue { given: name.into(), wanted: wanted_of(wanted) });
        }
        on(text, report, quote, Op::SetSpeaker(Who::Named(name.to_owned())), all)
    }

    /// Nobody said it, or nobody known.
    ///
    /// # Errors
    ///
    /// [`Refused::Unknown`], [`Refused::Unfit`].
    pub fn set_no_speaker(
        text: &str,
        report: &Report,
        quote: &str,
        all: bool,
    ) -> Result<Self, Refused> {
        on(text, report, quote, Op::SetSpeaker(Who::Nobody), all)
    }

    /// Whether the block of that index is no part of the article.
    ///
    /// # Errors
    ///
    /// [`Refused::Unknown`], [`Refused::Unfit`].
    pub fn boilerplate(
        text: &str,
        report: &Report,
        block: usize,
        boilerplate: bool,
    ) -> Result<Self, Refused> {
        let id = || format!("block {block}");
        let found = report.blocks.get(block).ok_or_else(|| Refused::Unknown { id: id() })?;
        if (found.kind == BlockKind::Boilerplate) == boilerplate {
            return Err(Refused::Unfit { id: id(), reason: "it is taken for that already" });
        }
        let target = Anchor::of(text, &OffsetMap::new(text), found.span, What::Block);
        Ok(Self::new(Op::Boilerplate(boilerplate), Some(target), false))
    }

    /// The day of publication, `YYYY-MM-DD`.
    ///
    /// # Errors
    ///
    /// [`Refused::BadValue`] and no other.
    pub fn set_published(day: &str) -> Result<Self, Refused> {
        if Day::parse(day).is_none() {
            let wanted = "a day of the calendar, YYYY-MM-DD";
            return Err(Refused::BadValue { given: day.into(), wanted });
        }
        Ok(Self::new(Op::SetPublished(day.to_owned()), None, false))
    }

    /// The same, made at that time (ISO 8601): a host with a clock says it.
    #[must_use]
    pub fn at(mut self, time: impl Into<String>) -> Self {
        self.at = Some(time.into());
        self
    }
}

fn unknown(id: &str) -> Refused {
    Refused::Unknown { id: id.into() }
}

/// What an id stands for.
fn what_of(id: &str) -> Option<What> {
    Some(match id.as_bytes().first()? {
        b'm' => What::Mention,
        b'd' => What::Date,
        b'a' => What::Amount,
        b'q' => What::Quote,
        b'e' => What::Entity,
        _ => return None,
    })
}

fn on(text: &str, report: &Report, id: &str, op: Op, all: bool) -> Result<Correction, Refused> {
    let what = what_of(id).ok_or_else(|| unknown(id))?;
    if let Some(reason) = unfit(&op, what) {
        return Err(Refused::Unfit { id: id.into(), reason });
    }
    let span = match what {
        What::Entity => return Ok(Correction::new(op, Some(entity(text, report, id)?), false)),
        What::Mention => report.mentions.iter().find(|m| m.id == id).map(|m| m.span),
        What::Date => report.dates.iter().find(|d| d.id == id).map(|d| d.span),
        What::Amount => report.amounts.iter().find(|a| a.id == id).map(|a| a.span),
        _ => {
            let quote = report.quotes.iter().find(|q| q.id == id);
            quote.and_then(|q| q.content.first()).map(|piece| piece.span)
        }
    };
    let span = span.ok_or_else(|| unknown(id))?;
    Ok(Correction::new(op, Some(Anchor::of(text, &OffsetMap::new(text), span, what)), all))
}

/// An entity, by its first mention; one that names it, if there is one.
fn entity(text: &str, report: &Report, id: &str) -> Result<Anchor, Refused> {
    let mentions = || report.mentions.iter().filter(|m| m.entity.as_deref() == Some(id));
    let first = mentions().find(|m| m.form.is_name()).or_else(|| mentions().next());
    let span = first.ok_or_else(|| unknown(id))?.span;
    Ok(Anchor::of(text, &OffsetMap::new(text), span, What::Entity))
}

fn checked_value(what: What, value: &str) -> Result<(), Refused> {
    match value_fault(what, value) {
        Some(fault) => Err(Refused::BadValue { given: value.into(), wanted: wanted_of(fault) }),
        None => Ok(()),
    }
}

/// `not a number` as what was wanted: `a number`.
fn wanted_of(fault: &'static str) -> &'static str {
    fault.strip_prefix("not ").unwrap_or(fault)
}

/// `span` without the spaces around its words, if such words can be marked.
fn markable(text: &str, report: &Report, span: Span, what: What) -> Result<Span, Refused> {
    let refused = |reason| Err(Refused::BadSpan { reason });
    let Some(words) = text.get(span.start()..span.end()) else {
        return refused("not a range of the text");
    };
    let start = span.start() + (words.len() - words.trim_start().len());
    let trimmed = words.trim();
    let Some(span) = Span::new(text, start, start + trimmed.len()) else {
        return refused("not a range of the text");
    };
    if !trimmed.chars().any(char::is_alphanumeric) {
        return refused("no words");
    }
    let most = if what == What::Quote { super::MAX_CHARS } else { LONGEST };
    if trimmed.chars().nth(most).is_some() {
        return refused("too long to be marked");
    }
    let first = report.block_at(span.start());
    match report.blocks.get(first).filter(|b| b.span.overlaps(span)) {
        Some(block) if block.kind == BlockKind::Boilerplate => {
            refused("no part of the article: use the block first")
        }
        Some(block) if what == What::Quote || block.span.contains(span) => Ok(span),
        Some(_) => refused("more than one paragraph"),
        None => refused("no part of the article"),
    }
}
