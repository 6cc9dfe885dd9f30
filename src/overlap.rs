//! The only code that removes a candidate because of another.
//!
//! # Policy
//!
//! 1. The reader's own names win over everything they touch.
//! 2. Among candidates of one family the longer wins, then the one that starts first, then the
//!    recogniser's own order.
//! 3. A date or amount inside a name is dropped (`Sunday Times`, `April Jones`), but one inside an
//!    event, product or work stays, nested (`the 2020 Olympics`). A name inside a date or amount is
//!    dropped (`May` in `3 May`), but not one that the date only counts from.
//! 4. A date and an amount that overlap: the date wins if it covers the amount or they are equal,
//!    else the longer wins.
//! 5. Where two candidates of different families cross without one covering the other, the longer
//!    wins. Quotes never compete: a date may cross a quotation mark, and both stay.

use crate::span::{self, Span};

/// What a candidate is, as far as overlap matters.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Family {
    /// A name from the reader's own lexicon.
    Lexicon,
    /// A person, organisation, place or group.
    Name,
    /// An event, product or work: may hold dates and amounts.
    Title,
    /// An expression of time.
    Date,
    /// A number.
    Amount,
}

/// A candidate for a place in the report.
#[derive(Clone, Copy, Debug)]
pub struct Claim {
    /// The words it claims.
    pub span: Span,
    /// What it is.
    pub family: Family,
}

/// For each claim whether it stays, by the policy above. `O(n log n + overlaps)`.
pub fn settle(claims: &[Claim]) -> Vec<bool> {
    let mut order: Vec<usize> = (0..claims.len()).collect();
    // Strongest first; each stays unless a stronger one that stays forbids it.
    span::by_number(&mut order, |&i| claims[i].span.start() as u64);
    span::by_number(&mut order, |&i| {
        let Claim { span, family } = claims[i];
        let shorter = u64::from(u32::MAX - span.len() as u32);
        u64::from(family != Family::Lexicon) << 63 | shorter << 8 | u64::from(strength(family))
    });
    let mut stays = vec![false; claims.len()];
    let mut kept = Kept::default();
    for i in order {
        let claim = claims[i];
        let beaten = kept.touching(claim.span).any(|k| forbids(claims[k], claim));
        if !beaten {
            stays[i] = true;
            kept.insert(claim.span, i);
        }
    }
    stays
}

/// Which family wins among equally long claims.
fn strength(family: Family) -> u8 {
    match family {
        Family::Lexicon => 0,
        Family::Date => 1,
        Family::Title => 2,
        Family::Name => 3,
        Family::Amount => 4,
    }
}

/// Whether `strong`, which stays, rules out `weak`, which is no longer and overlaps it.
fn forbids(strong: Claim, weak: Claim) -> bool {
    use Family::{Amount, Date, Title};
    let nested = strong.span.contains(weak.span) && strong.span != weak.span;
    !(strong.family == Title && matches!(weak.family, Date | Amount) && nested)
}

/// Claims that stay, found by place. Spans that stay overlap at most two deep, so a look-up reads a
/// bounded number of neighbours.
#[derive(Default)]
struct Kept {
    by_start: std::collections::BTreeMap<(usize, usize), (Span, usize)>,
    longest: usize,
}

impl Kept {
    fn insert(&mut self, span: Span, index: usize) {
        self.longest = self.longest.max(span.len());
        self.by_start.insert((span.start(), index), (span, index));
    }

    fn touching(&self, span: Span) -> impl Iterator<Item = usize> + '_ {
        let from = span.start().saturating_sub(self.longest);
        self.by_start
            .range((from, 0)..(span.end(), 0))
            .filter(move |(_, (kept, _))| kept.overlaps(span))
            .map(|(_, &(_, index))| index)
    }
}

#[cfg(test)]
mod tests {
    use super::Family::{Amount, Date, Lexicon, Name, Title};
    use super::*;

    #[test]
    fn the_policy_row_by_row() {
        type Row = (&'static [(usize, usize, Family)], &'static [bool]);
        let rows: &[Row] = &[
            (&[(0, 4, Name), (0, 9, Lexicon)], &[false, true]),
            (&[(0, 20, Name), (5, 9, Lexicon)], &[false, true]),
            (&[(0, 12, Name), (0, 6, Date)], &[true, false]),
            (&[(0, 17, Title), (4, 8, Date)], &[true, true]),
            (&[(0, 5, Date), (2, 5, Name)], &[true, false]),
            (&[(0, 5, Date), (0, 5, Amount)], &[true, false]),
            (&[(0, 5, Name), (3, 12, Amount)], &[false, true]),
            (&[(0, 5, Name), (5, 12, Amount)], &[true, true]),
        ];
        for (claims, stay) in rows {
            let text = "x".repeat(32);
            let claims: Vec<Claim> = claims
                .iter()
                .map(|&(start, end, family)| Claim {
                    span: Span::new(&text, start, end).expect("inside"),
                    family,
                })
                .collect();
            assert_eq!(settle(&claims), *stay, "{claims:?}");
        }
    }
}
