//! What a reader should look at twice, as a list to work through.

use std::collections::BTreeMap;

use super::{Kind, Of, Reading, speakers::is_speech};
use crate::{
    report::{Certainty, Form, Marks, Quote, QuoteKind, Report},
    span::{Span, by_number, in_reading_order},
};

/// Why something is on the list; in the order of the list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reason {
    /// The text contradicts itself or the calendar: the warning's index in the report.
    Inconsistent(usize),
    /// Two or more may have said it.
    Undecided,
    /// Nobody is given for it.
    Unattributed,
    /// The speaker is a guess.
    Speaker,
    /// A quotation mark is missing or does not fit.
    Repaired,
    /// A name that may mean two.
    Ambiguous,
    /// A date that the text leaves open, or that rests on an assumption.
    OpenDate,
    /// It may be something else, or nothing.
    Uncertain(Kind),
}

impl Reason {
    /// Where it stands in the order of the list.
    fn place(self) -> u64 {
        let (group, within) = match self {
            Self::Inconsistent(warning) => (0, warning as u64),
            Self::Undecided => (1, 0),
            Self::Unattributed => (2, 0),
            Self::Speaker => (3, 0),
            Self::Repaired => (4, 0),
            Self::Ambiguous => (5, 0),
            Self::OpenDate => (6, 0),
            Self::Uncertain(kind) => (7, kind as u64),
        };
        group << 32 | within
    }
}

/// An item of the list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Check {
    /// Why.
    pub reason: Reason,
    /// The words that it is about.
    pub span: Span,
    /// Their mark, if they have one.
    pub mark: Option<usize>,
    /// The same for the same words in another reading of the text.
    pub key: String,
}

/// The list: by reason, then in reading order. Each entity and each wording of a date is there once.
pub fn checks(reading: &Reading) -> Vec<Check> {
    let report = &reading.report;
    let mut found: Vec<(Reason, Span, Option<usize>)> = Vec::new();
    for (i, warning) in report.warnings.iter().enumerate() {
        // The others have items of their own, or a note above the article.
        if warning.code == "weekday-mismatch" {
            let spans = warning.spans.iter();
            found.extend(spans.map(|&s| (Reason::Inconsistent(i), s, reading.mark_at(s))));
        }
    }
    let mut entities = vec![false; report.entities.len()];
    // One map for all that is counted by words: each kind of map has its price in bytes.
    let mut seen: BTreeMap<String, usize> = BTreeMap::new();
    for (at, mark) in reading.marks.iter().enumerate() {
        let Some(&span) = mark.spans.first() else { continue };
        let mut add = |reason| found.push((reason, span, Some(at)));
        let uncertain = mark.certainty == Certainty::Check;
        match mark.of {
            Of::Quote(i) => {
                if mark.repaired {
                    add(Reason::Repaired);
                }
                if let Some(reason) = report.quotes.get(i).and_then(voice) {
                    add(reason);
                }
            }
            Of::Date(i) => {
                let open = report.dates.get(i).is_some_and(|date| {
                    uncertain || date.certainty != Certainty::Sure && !date.alternatives.is_empty()
                });
                if open && seen.insert(span.of(&reading.text).to_owned(), 0).is_none() {
                    add(Reason::OpenDate);
                }
            }
            Of::Mention(i) => match reading.entity_of(at) {
                None if report.mentions.get(i).is_some_and(|m| m.candidates.len() > 1) => {
                    add(Reason::Ambiguous);
                }
                Some(entity)
                    if uncertain
                        && is_question(report, i, entity)
                        && !std::mem::replace(&mut entities[entity], true) =>
                {
                    add(Reason::Uncertain(mark.kind));
                }
                _ => {}
            },
            Of::Amount(_) if uncertain => add(Reason::Uncertain(Kind::Amount)),
            Of::Amount(_) => {}
        }
    }
    in_reading_order(&mut found, |(_, span, _)| *span);
    by_number(&mut found, |(reason, ..)| reason.place());
    seen.clear();
    found
        .into_iter()
        .map(|(reason, span, mark)| {
            let words = span.of(&reading.text);
            let base = match reason {
                Reason::Inconsistent(_) => format!("inconsistent {words}"),
                reason => format!("{reason:?} {words}"),
            };
            let times = seen.entry(base.clone()).or_default();
            *times += 1;
            Check { reason, span, mark, key: format!("{base} {times}") }
        })
        .collect()
}

/// Whether an uncertain mention has to be looked at: a name that is clear elsewhere in the article need not be,
/// whom a description means is to be seen in its own place.
fn is_question(report: &Report, mention: usize, entity: usize) -> bool {
    report.entities[entity].certainty == Certainty::Check
        || report.mentions[mention].form == Form::Description
}

/// What is to be looked at in who said `quote`.
fn voice(quote: &Quote) -> Option<Reason> {
    if !is_speech(quote) || quote.kind == QuoteKind::Indirect || quote.marks == Marks::None {
        return None;
    }
    match &quote.speaker {
        Some(speaker) if speaker.certainty == Certainty::Check => Some(Reason::Speaker),
        None if quote.candidates.len() > 1 => Some(Reason::Undecided),
        None if quote.source.is_none() => Some(Reason::Unattributed),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use std::rc::Rc;

    use super::{super::sample, *};

    fn reasons(change: impl Fn(&mut Report)) -> Vec<Reason> {
        let mut report = sample::report();
        change(&mut report);
        let reading = Reading::new(Rc::from(sample::TEXT), report);
        checks(&reading).into_iter().map(|check| check.reason).collect()
    }

    #[test]
    fn what_is_open_stands_on_the_list_and_what_is_sure_does_not() {
        assert_eq!(reasons(|_| ()), [Reason::OpenDate]);
        assert_eq!(reasons(|r| r.dates.clear()), []);
        let repaired = |r: &mut Report| r.quotes[0].marks = Marks::Unclosed;
        assert_eq!(reasons(repaired), [Reason::Repaired, Reason::OpenDate]);
        let nobody = |r: &mut Report| r.quotes[0].speaker = None;
        assert_eq!(reasons(nobody), [Reason::Unattributed, Reason::OpenDate]);
        let guessed = |r: &mut Report| {
            r.quotes[0].speaker.as_mut().expect("given").certainty = Certainty::Check;
        };
        assert_eq!(reasons(guessed), [Reason::Speaker, Reason::OpenDate]);
    }

    #[test]
    fn an_uncertain_entity_is_listed_once_and_has_the_same_key_in_every_reading() {
        let unsure = |r: &mut Report| {
            for mention in &mut r.mentions {
                mention.certainty = Certainty::Check;
            }
        };
        assert_eq!(reasons(unsure), [Reason::OpenDate]);
        let unsure = |r: &mut Report| {
            unsure(r);
            for entity in &mut r.entities {
                entity.certainty = Certainty::Check;
            }
        };
        assert_eq!(reasons(unsure), [Reason::OpenDate, Reason::Uncertain(Kind::Person)]);
        let keys = || checks(&sample::reading()).into_iter().map(|c| c.key).collect::<Vec<_>>();
        assert_eq!(keys(), keys());
        assert_eq!(keys(), ["OpenDate on Monday 1"]);
    }
}
