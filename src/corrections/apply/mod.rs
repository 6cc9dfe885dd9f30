//! The corrected report, from the engine's and a patch.

mod finish;
mod marks;
mod names;
mod quotes;
mod values;
mod work;

use super::{
    anchor::What,
    patch::{Correction, Op, Patch},
    rules::{self, BODY, BOILERPLATE},
};
use crate::{
    report::{BlockKind, Found, Report},
    span::Span,
};
use work::{Done, Work};

/// A report after corrections, and what became of each of them. Every correction of the patch is in
/// exactly one of the three lists.
#[derive(Clone, Debug, PartialEq)]
pub struct Corrected {
    /// The corrected report; with no correction, the one that was given.
    pub report: Report,
    /// Corrections that stand where they stood when they were made.
    pub applied: Vec<Applied>,
    /// Corrections whose words stand somewhere else by now.
    pub reanchored: Vec<Applied>,
    /// Corrections that changed nothing, as it is not clear what they mean in this text.
    pub orphans: Vec<Orphan>,
    /// Whether the engine is to be asked again, with [`Patch::options`]: it has not read what the
    /// reader says is part of the article, or counted from the reader's date.
    pub unread: bool,
    /// How many places were looked at: linear in the text, its marks and the corrections.
    pub steps: usize,
}

/// A correction that holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Applied {
    /// Its place in the patch.
    pub correction: usize,
    /// Where its words stand; where a resized mark stands now.
    pub span: Option<Span>,
    /// How many annotations it changed, added or removed.
    pub places: usize,
}

/// A correction without a place in the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Orphan {
    /// Its place in the patch.
    pub correction: usize,
    /// Why.
    pub reason: Lost,
}

/// Why a correction changed nothing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lost {
    /// Its words are not in the text, or among others.
    Gone,
    /// It may mean one of several places.
    Ambiguous,
    /// Its words are there, and nothing of the kind is marked there.
    Unmarked,
    /// What is there cannot be corrected so: words that are no part of the article, say.
    Unfit,
    /// The patch asks for more than is worked out for one text.
    TooMuch,
}

impl Lost {
    /// A stable identifier for programs.
    pub fn code(self) -> &'static str {
        match self {
            Self::Gone => "gone",
            Self::Ambiguous => "ambiguous",
            Self::Unmarked => "unmarked",
            Self::Unfit => "unfit",
            Self::TooMuch => "too-much",
        }
    }
}

/// Applies the corrections of `patch`, in order, to what the engine found in `text`.
///
/// `report` counts bytes and holds all types of annotations (no [`Options::types`]), best asked for
/// with [`Patch::options`]. Time is linear in the text and the report, and in the corrections with the
/// places that they mean.
///
/// [`Options::types`]: crate::Options::types
///
/// ```
/// use newsmark::{Options, annotate, corrections::{Correction, Kind, Patch, apply}};
/// use newsmark::report::EntityType;
///
/// let text = "Odile Marsh opened the mill in Port Varren.";
/// let report = annotate(text, &Options::default())?;
/// let marsh = report.mentions.iter().find(|m| m.span.of(text) == "Odile Marsh").expect("a name");
/// let mut patch = Patch::default();
/// patch.push(Correction::retype(text, &report, &marsh.id, Kind::Name(EntityType::Place), false)?)?;
///
/// // The correction finds its words in an edited text as well.
/// let text = "Yesterday Odile Marsh opened the mill in Port Varren.";
/// let report = annotate(text, &patch.options(text, &Options::default()))?;
/// let corrected = apply(text, &report, &patch);
/// assert_eq!(corrected.reanchored.len(), 1);
/// let marsh = &corrected.report.mentions.iter().find(|m| m.span.of(text) == "Odile Marsh");
/// assert_eq!(marsh.expect("a name").entity_type, EntityType::Place);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn apply(text: &str, report: &Report, patch: &Patch) -> Corrected {
    let (mut applied, mut reanchored, mut orphans) = (Vec::new(), Vec::new(), Vec::new());
    if patch.is_empty() {
        let report = report.clone();
        return Corrected { report, applied, reanchored, orphans, unread: false, steps: 0 };
    }
    let mut work = Work::new(text, report.clone());
    let corrections = patch.corrections();
    for (correction, what) in corrections.iter().enumerate() {
        match work.correct(what, &corrections[correction + 1..]) {
            Ok(Done { span, moved, places }) => {
                let list = if moved { &mut reanchored } else { &mut applied };
                list.push(Applied { correction, span, places });
            }
            Err(reason) => orphans.push(Orphan { correction, reason }),
        }
    }
    let (unread, steps) = (work.unread, work.finder.steps());
    let report = work.finish(report);
    Corrected { report, applied, reanchored, orphans, unread, steps }
}

impl Work<'_> {
    /// Does one correction, whole or not at all. `later` are those after it.
    fn correct(&mut self, correction: &Correction, later: &[Correction]) -> Result<Done, Lost> {
        let Some(target) = &correction.target else {
            if let Op::SetPublished(day) = &correction.op {
                self.publish(day);
            }
            return Ok(Done { span: None, moved: false, places: 1 });
        };
        let all = correction.all;
        match &correction.op {
            Op::Confirm => self.confirm(target, all),
            Op::Delete => self.delete(target, all),
            Op::Retype(kind) => self.retype(target, *kind, all),
            Op::Resize(to) => self.resize(target, to),
            Op::Add { kind, value } => self.add(target, *kind, value.as_deref(), all),
            Op::Merge(into) => self.merge(target, into, all),
            Op::Split => self.split(target, all),
            Op::SetValue(value) => self.set_value(target, value, all),
            Op::SetSpeaker(who) => self.set_speaker(target, who, all),
            Op::Boilerplate(boilerplate) => {
                let place = self.finder.find(target)?;
                // What is dropped with a block cannot be brought back: one that is part of the article in
                // the end stays as it was read.
                let comes_back = later.iter().any(|later| {
                    later.op == Op::Boilerplate(false) && later.target == correction.target
                });
                if !(*boilerplate && comes_back) {
                    self.block(place.span, *boilerplate)?;
                }
                Ok(Done { span: Some(place.span), moved: place.moved, places: 1 })
            }
            Op::SetPublished(_) => Err(Lost::Unfit),
        }
    }

    fn publish(&mut self, day: &str) {
        let published = &mut self.report.document.published;
        // What counts from it has been read with another.
        self.unread |= published.value.as_deref() != Some(day);
        if published.value.as_deref() != Some(day) {
            published.value = Some(day.to_owned());
            published.span = None;
        }
        published.from = Found::Given;
        published.candidates.clear();
    }

    /// Marks a block as boilerplate, and drops what stands in it; or as part of the article, which the
    /// engine has to read.
    fn block(&mut self, span: Span, boilerplate: bool) -> Result<(), Lost> {
        let at = self.report.block_at(span.start());
        let block = self.report.blocks.get_mut(at).filter(|b| b.span.overlaps(span));
        let block = block.ok_or(Lost::Unmarked)?;
        let was = block.kind == BlockKind::Boilerplate;
        if !boilerplate {
            self.unread |= was;
            if !was {
                block.why = Some(rules::why(&BODY));
            }
            return Ok(());
        }
        block.kind = BlockKind::Boilerplate;
        block.why = Some(rules::why(&BOILERPLATE));
        let within = block.span;
        if was {
            return Ok(());
        }
        self.cut = true;
        for (what, index) in self.marks.touching(within) {
            self.drop_mark(what, index);
        }
        for index in self.quotes_touching(within)? {
            let quote = &mut self.report.quotes[index];
            let first = quote.content[0].span;
            let outside = quote.content.iter().find(|piece| !piece.span.overlaps(within));
            // It is found by its first piece, so that all of them go with it.
            let Some(now) = outside.map(|piece| piece.span) else {
                self.drop_mark(What::Quote, index);
                continue;
            };
            quote.content.retain(|piece| !piece.span.overlaps(within));
            self.recount(index);
            self.quotes.replace(first, now, What::Quote, index);
        }
        let document = &mut self.report.document;
        let parts = [&mut document.headline, &mut document.byline, &mut document.dateline];
        for part in parts {
            *part = part.filter(|part| !part.overlaps(within));
        }
        Ok(())
    }
}
