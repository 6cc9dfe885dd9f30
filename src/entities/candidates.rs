//! What the finders propose, and which of them stand.

use super::Name;
use crate::{
    report::{Certainty, EntityType, Form, Why},
    rules::Rule,
    span,
};

use super::reading::Reading;

/// A proposal: tokens `from..end` are a name.
#[derive(Clone, Debug)]
pub struct Candidate {
    /// First token.
    pub from: usize,
    /// Past the last token.
    pub end: usize,
    /// What it is taken for.
    pub entity_type: EntityType,
    /// More closely.
    pub subtype: Option<&'static str>,
    /// How it is named.
    pub form: Form,
    /// The row that it goes by.
    pub rule: &'static Rule,
    /// How sure.
    pub certainty: Certainty,
    /// Which wins where two overlap: evidence first, then length.
    pub weight: u8,
    /// Tokens that decided, besides its own.
    pub evidence: Option<(usize, usize)>,
}

impl Candidate {
    /// A full name by `rule`.
    pub fn new(
        range: (usize, usize),
        entity_type: EntityType,
        rule: &'static Rule,
        weight: u8,
    ) -> Self {
        Self {
            from: range.0,
            end: range.1,
            entity_type,
            subtype: None,
            form: Form::Name,
            rule,
            certainty: Certainty::Likely,
            weight,
            evidence: None,
        }
    }

    /// The same, `by` tokens further on.
    #[must_use]
    pub fn moved(&self, by: usize) -> Self {
        Self {
            from: self.from + by,
            end: self.end + by,
            evidence: self.evidence.map(|(from, end)| (from + by, end + by)),
            ..self.clone()
        }
    }

    /// The same, more closely.
    #[must_use]
    pub fn subtype(mut self, subtype: Option<&'static str>) -> Self {
        self.subtype = subtype;
        self
    }

    /// The same, so sure.
    #[must_use]
    pub fn certainty(mut self, certainty: Certainty) -> Self {
        self.certainty = certainty;
        self
    }

    /// The same, named so.
    #[must_use]
    pub fn form(mut self, form: Form) -> Self {
        self.form = form;
        self
    }

    /// The same with the tokens that decided.
    #[must_use]
    pub fn because(mut self, from: usize, end: usize) -> Self {
        self.evidence = (from < end).then_some((from, end));
        self
    }

    /// The name it stands for.
    pub fn name(&self, reading: &Reading<'_>) -> Option<Name> {
        let evidence = self.evidence.and_then(|(from, end)| reading.span(from, end));
        Some(Name {
            span: reading.span(self.from, self.end)?,
            entity_type: self.entity_type,
            subtype: self.subtype,
            form: self.form,
            own: false,
            certainty: self.certainty,
            why: Why::rule(self.rule).with(evidence),
        })
    }
}

/// The candidates that stand: the weightiest, then the longest, then the first; in reading order.
pub fn settle(mut candidates: Vec<Candidate>, tokens: usize) -> Vec<Candidate> {
    span::by_number(&mut candidates, |c| c.from as u64);
    span::by_number(&mut candidates, |c| {
        u64::from(u8::MAX - c.weight) << 32 | u64::from(u32::MAX - (c.end - c.from) as u32)
    });
    let mut taken = vec![false; tokens];
    candidates.retain(|c| {
        let free = taken.get(c.from..c.end).is_some_and(|range| !range.contains(&true));
        if free {
            taken[c.from..c.end].fill(true);
        }
        free
    });
    span::by_number(&mut candidates, |c| c.from as u64);
    candidates
}
