//! A text with its report, indexed for painting and finding.

use std::{cmp::Reverse, collections::BTreeMap, ops::Deref, rc::Rc};

use super::Kind;
use crate::{
    report::{Certainty, Entity, Marks, Report},
    span::Span,
};

/// What a mark stands for: an index into the report's list of that kind.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Of {
    /// A mention of an entity.
    Mention(usize),
    /// An expression of time.
    Date(usize),
    /// A number.
    Amount(usize),
    /// A quote.
    Quote(usize),
}

impl Of {
    /// The number of the list, and the place in it.
    fn place(self) -> (usize, usize) {
        match self {
            Self::Mention(at) => (0, at),
            Self::Date(at) => (1, at),
            Self::Amount(at) => (2, at),
            Self::Quote(at) => (3, at),
        }
    }
}

/// One annotation as it is painted.
#[derive(Clone, Debug, PartialEq)]
pub struct Mark {
    /// Its id in the report.
    pub id: String,
    /// Its kind.
    pub kind: Kind,
    /// What it stands for.
    pub of: Of,
    /// Its pieces in reading order; only quotes have more than one.
    pub spans: Vec<Span>,
    /// How sure it is.
    pub certainty: Certainty,
    /// Whether quotation marks were missing or did not fit.
    pub repaired: bool,
}

/// A text with its report. Cheap to copy, and equal only to its own copies.
#[derive(Clone, Debug)]
pub struct Reading(Rc<Inner>);

/// The parts of a [`Reading`].
#[derive(Debug)]
pub struct Inner {
    /// The text that was read.
    pub text: Rc<str>,
    /// What was found; spans count bytes of `text`.
    pub report: Report,
    /// All annotations in reading order, a quote before what stands in it.
    pub marks: Vec<Mark>,
    entities: BTreeMap<String, usize>,
    /// The marks of mentions, dates, amounts and quotes.
    by_list: [Vec<Option<usize>>; 4],
    dates: BTreeMap<String, usize>,
    /// For each date: the first with the same value.
    first_dates: Vec<usize>,
    by_entity: Vec<Vec<usize>>,
    by_block: Vec<Vec<usize>>,
}

impl PartialEq for Reading {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

impl Deref for Reading {
    type Target = Inner;

    fn deref(&self) -> &Inner {
        &self.0
    }
}

impl Reading {
    /// Indexes `report` on `text`. `O(n log n)` in the number of annotations.
    pub fn new(text: Rc<str>, report: Report) -> Self {
        let marks = marks(&report);
        let entities: BTreeMap<_, _> =
            report.entities.iter().enumerate().map(|(i, e)| (e.id.clone(), i)).collect();
        let mut by_entity = vec![Vec::new(); report.entities.len()];
        let mut by_block = vec![Vec::new(); report.blocks.len()];
        let lengths =
            [report.mentions.len(), report.dates.len(), report.amounts.len(), report.quotes.len()];
        let mut by_list = lengths.map(|length| vec![None; length]);
        for (at, mark) in marks.iter().enumerate() {
            let (list, index) = mark.of.place();
            by_list[list][index] = Some(at);
            if let Of::Mention(i) = mark.of
                && let Some(&entity) =
                    report.mentions[i].entity.as_ref().and_then(|id| entities.get(id))
            {
                by_entity[entity].push(at);
            }
            for &span in &mark.spans {
                let first = report.block_at(span.start());
                for (block, marks) in report.blocks[first..].iter().zip(&mut by_block[first..]) {
                    if !block.span.overlaps(span) {
                        break;
                    }
                    if marks.last() != Some(&at) {
                        marks.push(at);
                    }
                }
            }
        }
        let mut firsts: BTreeMap<String, usize> = BTreeMap::new();
        let first_dates = (report.dates.iter().enumerate())
            .map(|(at, date)| {
                let earliest = date.earliest.as_deref().unwrap_or_default();
                *firsts.entry([&date.timex.value, earliest].join(" ")).or_insert(at)
            })
            .collect();
        let dates = report.dates.iter().enumerate().map(|(i, d)| (d.id.clone(), i)).collect();
        Self(Rc::new(Inner {
            text,
            report,
            marks,
            entities,
            by_list,
            dates,
            first_dates,
            by_entity,
            by_block,
        }))
    }
}

impl Inner {
    /// Whether `other` has the same blocks and marks on the same text, whatever is said about them.
    pub fn has_marks_of(&self, other: &Self) -> bool {
        let places = |of: &Self| {
            of.report.blocks.iter().map(|block| (block.span, block.kind)).collect::<Vec<_>>()
        };
        let is_same = |(a, b): (&Mark, &Mark)| a.of == b.of && a.spans == b.spans;
        self.text == other.text
            && self.marks.len() == other.marks.len()
            && self.marks.iter().zip(&other.marks).all(is_same)
            && places(self) == places(other)
    }

    /// The entity with that id.
    pub fn entity(&self, id: &str) -> Option<(usize, &Entity)> {
        let &at = self.entities.get(id)?;
        Some((at, self.report.entities.get(at)?))
    }

    /// The language of the text, for elements that hold words of it; none where it is not known.
    pub fn lang(&self) -> Option<String> {
        let language = &self.report.document.language;
        (!matches!(language.as_str(), "" | "und")).then(|| language.clone())
    }

    /// The name of the entity with that id; empty when there is none.
    pub fn name(&self, id: &str) -> &str {
        self.entity(id).map_or("", |(_, entity)| &entity.name)
    }

    /// The marks of the entity at index `at`, in reading order.
    pub fn marks_of(&self, at: usize) -> &[usize] {
        self.by_entity.get(at).map_or(&[], Vec::as_slice)
    }

    /// The marks in the block at index `at`, in reading order.
    pub fn marks_in(&self, at: usize) -> &[usize] {
        self.by_block.get(at).map_or(&[], Vec::as_slice)
    }

    /// The mark of `of`.
    pub fn mark_of(&self, of: Of) -> Option<usize> {
        let (list, index) = of.place();
        self.by_list[list].get(index).copied().flatten()
    }

    /// The index of the entity that the mark at `at` decides on.
    pub fn entity_of(&self, at: usize) -> Option<usize> {
        let Of::Mention(i) = self.marks.get(at)?.of else { return None };
        let id = self.report.mentions.get(i)?.entity.as_deref()?;
        Some(self.entity(id)?.0)
    }

    /// The id of the sidebar's row for the mark at `at`; none where the text does not decide.
    pub fn row(&self, at: usize) -> Option<String> {
        let mark = self.marks.get(at)?;
        let id = match mark.of {
            Of::Mention(_) => &self.report.entities.get(self.entity_of(at)?)?.id,
            Of::Date(i) => &self.report.dates.get(self.first_date(i)?)?.id,
            Of::Amount(_) | Of::Quote(_) => &mark.id,
        };
        Some(format!("row-{id}"))
    }

    /// The index of the date with that id.
    pub fn date(&self, id: &str) -> Option<usize> {
        self.dates.get(id).copied()
    }

    /// The first date with the same value as that at `at`: they share a row.
    pub fn first_date(&self, at: usize) -> Option<usize> {
        self.first_dates.get(at).copied()
    }

    /// The first mark with exactly that `span`.
    pub fn mark_at(&self, span: Span) -> Option<usize> {
        self.marks.iter().position(|mark| mark.spans.contains(&span))
    }

    /// The words of a mark; the pieces of a quote joined by an ellipsis.
    pub fn words(&self, at: usize) -> String {
        let Some(mark) = self.marks.get(at) else { return String::new() };
        let pieces: Vec<_> = mark.spans.iter().map(|span| span.of(&self.text)).collect();
        pieces.join(" … ")
    }

    /// How many marks of `kind` a reader can see; for entities, how many there are of them.
    pub fn count(&self, kind: Kind) -> usize {
        match kind {
            Kind::Date => self.report.dates.len(),
            Kind::Amount => self.report.amounts.len(),
            Kind::Quote => self.report.quotes.len(),
            _ => self.report.entities.iter().filter(|e| Kind::from(e.entity_type) == kind).count(),
        }
    }
}

/// All annotations of `report` in reading order.
fn marks(report: &Report) -> Vec<Mark> {
    let quotes = report.quotes.iter().enumerate().map(|(i, quote)| Mark {
        id: quote.id.clone(),
        kind: Kind::Quote,
        of: Of::Quote(i),
        spans: quote.content.iter().map(|piece| piece.span).collect(),
        certainty: quote.certainty,
        repaired: matches!(quote.marks, Marks::Unclosed | Marks::Mismatched | Marks::Repaired),
    });
    let mentions = report.mentions.iter().enumerate().map(|(i, mention)| {
        single(
            &mention.id,
            mention.entity_type.into(),
            Of::Mention(i),
            mention.span,
            mention.certainty,
        )
    });
    let dates = report
        .dates
        .iter()
        .enumerate()
        .map(|(i, date)| single(&date.id, Kind::Date, Of::Date(i), date.span, date.certainty));
    let amounts = report.amounts.iter().enumerate().map(|(i, amount)| {
        single(&amount.id, Kind::Amount, Of::Amount(i), amount.span, amount.certainty)
    });
    let mut all: Vec<Mark> = quotes
        .chain(mentions)
        .chain(dates)
        .chain(amounts)
        .filter(|mark| mark.spans.iter().any(|span| !span.is_empty()))
        .collect();
    all.sort_by_key(|mark| {
        (mark.spans.first().map(|span| span.reading_order()), Reverse(mark.kind))
    });
    all
}

fn single(id: &str, kind: Kind, of: Of, span: Span, certainty: Certainty) -> Mark {
    Mark { id: id.to_owned(), kind, of, spans: vec![span], certainty, repaired: false }
}

#[cfg(test)]
mod tests {
    use super::super::sample;

    #[test]
    fn marks_stand_in_reading_order_and_know_their_block_and_entity() {
        let reading = sample::reading();
        let shown: Vec<_> = (0..reading.marks.len())
            .map(|at| (reading.marks[at].id.as_str(), reading.words(at)))
            .collect();
        let expected = [
            ("q1", "“It holds,” … “for now,”".to_owned()),
            ("m1", "Ada Quill".to_owned()),
            ("d1", "on Monday".to_owned()),
            ("m2", "Quill".to_owned()),
        ];
        assert_eq!(shown, expected);
        assert_eq!(reading.marks_of(0), [1, 3]);
        assert_eq!(reading.marks_in(0), [] as [usize; 0]);
        assert_eq!(reading.marks_in(1), [0, 1, 2]);
        assert_eq!(reading.marks_in(2), [3]);
        assert_eq!(reading.entity_of(3), Some(0));
        assert_eq!(reading.entity_of(0), None);
    }

    #[test]
    fn a_reading_equals_its_copies_only() {
        let reading = sample::reading();
        assert_eq!(reading, reading.clone());
        assert_ne!(reading, sample::reading());
    }
}
