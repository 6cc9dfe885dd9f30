//! Verbs of saying where they stand: is it a verb here, who is its subject, is it negated?

use super::{
    cues::{CueForm, Inflection},
    source::Range,
    view::{Item, Scene, View},
    words::Class,
};
use crate::{report::CueClass, text::TokenKind};

/// A cue in a view.
#[derive(Clone, Debug)]
#[allow(
    clippy::struct_excessive_bools,
    reason = "the uses of a verb are independent of each other"
)]
pub(crate) struct Hit {
    /// First item of the cue, without auxiliaries.
    pub(crate) at: usize,
    /// Past its last item.
    pub(crate) to: usize,
    /// Dictionary form.
    pub(crate) lemma: &'static str,
    /// What kind of saying.
    pub(crate) class: CueClass,
    /// Whether speech in marks, or a clause, may follow.
    pub(crate) speech: bool,
    /// Whether it gives things a name.
    pub(crate) naming: bool,
    /// Whether its object is what was said.
    pub(crate) reports: bool,
    /// Whether a clause may follow.
    pub(crate) clause: bool,
    /// Whether an infinitive may follow.
    pub(crate) infinitive: bool,
    /// Whether it is finite: it has a subject of its own.
    pub(crate) finite: bool,
    /// Whether it is a noun: `his claim that`.
    pub(crate) noun: bool,
    /// Who says it.
    pub(crate) source: Option<Range>,
    /// Whether the subject follows the verb.
    pub(crate) inverted: bool,
    /// Whether it is a passive before an infinitive: `is expected to close`.
    pub(crate) expected: bool,
    /// To whom.
    pub(crate) hearer: Option<Range>,
    /// Whether it was not said.
    pub(crate) negated: bool,
    /// A word that takes the claim back.
    pub(crate) hedge: Option<usize>,
}

const BE: &[&str] = &["is", "are", "was", "were", "be", "been", "being", "am", "gets", "got"];

/// How many words of a name and its office may follow `with`.
const LONG_NAME: usize = 6;

/// What is done with a statement.
const ISSUED: &[&str] =
    &["issued", "released", "published", "posted", "sent", "made", "gave", "signed", "shared"];

impl Scene<'_> {
    /// The cues of `view`, in order.
    pub(crate) fn hits(&self, view: &View) -> Vec<Hit> {
        let mut hits: Vec<Hit> = Vec::new();
        let mut at = 0;
        while at < view.items.len() {
            let verb = || self.verb(view, at, &hits).or_else(|| self.noun(view, at));
            let hit = self.according_to(view, at).or_else(verb);
            at = hit.as_ref().map_or(at + 1, |h| h.to.max(at + 1));
            hits.extend(hit);
        }
        hits
    }

    fn according_to(&self, view: &View, at: usize) -> Option<Hit> {
        let words = self.is(view, at, "according") && self.is(view, at + 1, "to");
        let mut source = words.then(|| self.phrase_after(view, at + 2))??;
        // "according to the mayor, Odile Marsh, …"
        let name = self.phrase_after(view, source.to + 1).filter(|n| {
            let capital = self.word(view, n.from).is_some_and(|w| w.capital);
            let described = self.word(view, source.from).is_some_and(|w| !w.capital);
            let apart = self.is(view, source.to, ",") && n.from == source.to + 1;
            apart && capital && described && self.is_any(view, n.to, &[",", "."])
        });
        source.to = name.map_or(source.to, |n| n.to);
        Some(Hit {
            at,
            to: at + 2,
            lemma: "according to",
            class: CueClass::AccordingTo,
            speech: true,
            naming: false,
            reports: false,
            clause: true,
            infinitive: false,
            finite: false,
            noun: false,
            source: Some(source),
            inverted: true,
            expected: false,
            hearer: None,
            negated: false,
            hedge: None,
        })
    }

    fn verb(&self, view: &View, at: usize, earlier: &[Hit]) -> Option<Hit> {
        let word = self.word(view, at)?;
        let starts = at == 0 || self.word(view, at - 1).is_none_or(|w| w.kind == TokenKind::Mark);
        // In headlines, verbs are capitalised too: "Mayor Says Bridge Is Safe".
        let title = word.capital
            && word.cues.iter().any(|c| c.verb.speech && c.inflection == Inflection::Third)
            && self.in_title_case(view);
        if word.cues.is_empty() || word.kind != TokenKind::Word || word.capital && !starts && !title
        {
            return None;
        }
        let form = word.cues.iter().find(|c| {
            self.particle(view, at, c.verb.particle).is_some() && self.is_verb(view, at, c)
        })?;
        let to = self.particle(view, at, form.verb.particle)?;
        let mut hit = Hit {
            at,
            to,
            lemma: form.verb.lemma,
            class: form.verb.class,
            speech: form.verb.speech,
            naming: form.verb.naming,
            reports: form.verb.reports,
            clause: form.verb.clause,
            infinitive: form.verb.infinitive,
            finite: !matches!(form.inflection, Inflection::Gerund) && !self.is_infinitive(view, at),
            noun: false,
            source: None,
            inverted: false,
            expected: false,
            hearer: None,
            negated: false,
            hedge: None,
        };
        self.find_source(view, &mut hit, form, earlier);
        self.find_company(view, &mut hit, form);
        Some(hit)
    }

    /// Past the verb at `at` and the words that must follow it.
    fn particle(&self, view: &View, at: usize, particle: Option<&str>) -> Option<usize> {
        let mut to = at + 1;
        for word in particle.into_iter().flat_map(|p| p.split(' ')) {
            if !self.is(view, to, word) {
                return None;
            }
            to += 1;
        }
        Some(to)
    }

    fn is_infinitive(&self, view: &View, at: usize) -> bool {
        at > 0 && self.is(view, self.skip_back(view, at).saturating_sub(1), "to")
    }

    /// Whether the word after "to" can be a verb: "vowed to stay", not "promised to the voters".
    pub(crate) fn can_be_infinitive(&self, view: &View, at: usize) -> bool {
        let hearer = Class::DETERMINER.or(Class::POSSESSIVE).or(Class::PRONOUN);
        self.word(view, at).is_some_and(|w| !w.capital && !w.class.is(hearer))
    }

    /// Whether a form is a verb where it stands, not a noun (`his claims`) or adjective.
    fn is_verb(&self, view: &View, at: usize, form: &CueForm) -> bool {
        let Some(before) = at.checked_sub(1) else {
            return matches!(form.inflection, Inflection::Past | Inflection::Gerund);
        };
        let Some(prev) = self.word(view, before) else { return true };
        let clitic = prev.kind == TokenKind::Clitic
            && !prev.class.is(Class::NEGATION)
            && prev.class.is(Class::AUXILIARY);
        let noun_phrase = prev.class.is(Class::POSSESSIVE)
            || self.is_any(view, before, &["the", "a", "an", "every", "no", "any"]);
        // "the most detailed picture", "a self-described socialist": adjectives.
        let adjective = matches!(form.inflection, Inflection::Past | Inflection::Participle)
            && (self.is_any(view, before, &["most", "more", "less", "least", "very", "widely"])
                && !self.is_any(view, before.wrapping_sub(1), BE)
                || self.is(view, before, "-")
                    && self.word(view, at).is_some_and(|w| prev.span.end() == w.span.start()));
        match form.inflection {
            _ if noun_phrase || adjective => false,
            Inflection::Past | Inflection::Participle | Inflection::Gerund => true,
            Inflection::Third => {
                let word = prev.kind == TokenKind::Word
                    && !prev.class.is(Class::PREPOSITION.or(Class::COORDINATOR));
                let noun = prev.capital
                    || prev.class.is(Class::PRONOUN
                        .or(Class::PERSON_NOUN)
                        .or(Class::DOCUMENT)
                        .or(Class::UNNAMED)
                        .or(Class::ADVERB)
                        .or(Class::SUBORDINATOR));
                word && noun
                    || prev.kind == TokenKind::Mark && form.verb.speech
                    || matches!(
                        form.verb.lemma,
                        "say" | "tell" | "write" | "add" | "argue" | "insist" | "believe"
                    ) && word
            }
            Inflection::Base => {
                let modal =
                    prev.class.is(Class::AUXILIARY) && !self.is_any(view, before, BE) && !clitic;
                let person = self.is_any(
                    view,
                    before,
                    &["i", "we", "you", "they", "who", "to", "not", "n't", "n’t", "also"],
                );
                let plural = self.text(prev.span).ends_with('s')
                    && prev.kind == TokenKind::Word
                    && !prev.class.is(Class::AUXILIARY.or(Class::POSSESSIVE));
                // "the economists, many of them abroad, say the plan".
                let apart = self.is(view, before, ",")
                    && form.verb.lemma == "say"
                    && !self.is(view, at + 1, ",");
                modal
                    || person
                    || apart
                    || plural && (form.verb.speech || form.verb.clause)
                    || prev.class.is(Class::UNNAMED)
                    || self.is(view, at + 1, "that") && prev.is_nominal()
                    || form.verb.lemma == "say" && self.can_say(view, before)
            }
        }
    }

    /// Whether a noun before `say` is its subject: "the women say", "nine out of 10 say".
    fn can_say(&self, view: &View, before: usize) -> bool {
        let modifier = ["final", "more", "much", "little", "less", "own", "greater", "real"];
        self.word(view, before).is_some_and(super::words::Word::is_nominal)
            && !self.is_any(view, before, &modifier)
    }

    fn find_source(&self, view: &View, hit: &mut Hit, form: &CueForm, earlier: &[Hit]) {
        let at = hit.at;
        let edge = self.skip_back(view, at);
        let quoted_as = at >= 2 && self.is(view, at - 1, "as") && self.is(view, at - 2, "quoted");
        if quoted_as {
            hit.source = self.subject_before(view, at - 2);
            hit.finite = true;
            return;
        }
        let passive = matches!(form.inflection, Inflection::Past | Inflection::Participle)
            && (edge..at).any(|i| self.is_any(view, i, BE));
        if passive {
            let by = (hit.to..hit.to + 8).find(|&i| self.is(view, i, "by"));
            hit.source = by.and_then(|by| self.phrase_after(view, by + 1));
            hit.inverted = true;
            // "is expected to close": by nobody knows whom.
            hit.expected = hit.infinitive && hit.source.is_none() && self.is(view, hit.to, "to");
            hit.clause &= hit.lemma == "report";
            hit.speech &= hit.source.is_some();
            return;
        }
        // "The fee is too high, said Odile Marsh, a former mayor."
        if edge > 0
            && self.is(view, edge - 1, ",")
            && hit.finite
            && form.verb.speech
            && !form.verb.hearer
            && form.inflection != Inflection::Base
            && let Some(name) = self.phrase_after(view, hit.to)
            && (name.from..name.to)
                .all(|i| self.word(view, i).is_some_and(|w| w.capital || w.kind == TokenKind::Mark))
            && (name.to >= view.items.len() || self.is_any(view, name.to, &[",", ".", ";"]))
        {
            hit.source = Some(name);
            hit.inverted = true;
            return;
        }
        let after_quote = edge == 0
            || matches!(view.items[edge - 1], Item::Quote(..))
            || edge >= 2
                && self.is_any(view, edge - 1, &[",", "—", "–", "-"])
                && matches!(view.items[edge - 2], Item::Quote(..));
        if after_quote && hit.finite {
            hit.source = self.phrase_after(view, hit.to);
            hit.inverted = hit.source.is_some();
            if hit.inverted {
                return;
            }
        }
        hit.source = if hit.finite && !self.has(view, edge.wrapping_sub(1), Class::COORDINATOR) {
            self.subject_before(view, at)
        } else {
            None
        };
        if form.inflection == Inflection::Gerund {
            hit.source = self.gerund_source(view, at);
        }
        if hit.source.is_none() && (!after_quote || !hit.finite) {
            hit.source = earlier
                .iter()
                .rev()
                .take(8)
                .find(|h| h.finite && h.source.is_some() || h.lemma == "according to")
                .and_then(|h| h.source)
                .or_else(|| self.first_phrase(view, at));
        }
    }

    /// "reports suggesting", "a poll showing"; "the board issued a statement warning"; "with Odile
    /// Marsh warning".
    fn gerund_source(&self, view: &View, at: usize) -> Option<Range> {
        let noun = self.noun_before(view, at)?;
        let before = noun.from.checked_sub(1)?;
        let document = self.has(view, at - 1, Class::DOCUMENT);
        if document
            && self.is_any(view, noun.from, &["a", "an"])
            && self.is_any(view, before, ISSUED)
        {
            return self.subject_before(view, before).or(Some(noun));
        }
        let with = (noun.from.saturating_sub(LONG_NAME)..noun.from)
            .rev()
            .take_while(|&i| {
                self.word(view, i).is_some_and(|w| w.capital) || self.is(view, i, "with")
            })
            .find(|&i| self.is(view, i, "with"));
        if let Some(with) = with {
            return Some(Range { from: with + 1, to: at });
        }
        (document || self.has(view, at - 1, Class::UNNAMED)).then_some(noun)
    }

    /// The subject of the sentence, as far as it can be told: its first noun phrase.
    fn first_phrase(&self, view: &View, before: usize) -> Option<Range> {
        let mut from = 0;
        if self.has(view, 0, Class::PREPOSITION.or(Class::SUBORDINATOR))
            && !self.has(view, 0, Class::DETERMINER)
        {
            from = (0..before.min(40)).find(|&i| self.is(view, i, ","))? + 1;
        }
        while self.has(view, from, Class::COORDINATOR.or(Class::ADVERB)) || self.is(view, from, ",")
        {
            from += 1;
        }
        self.phrase_after(view, from).filter(|r| r.to <= before)
    }

    /// Hearer, negation and hedge.
    fn find_company(&self, view: &View, hit: &mut Hit, form: &CueForm) {
        let edge = self.skip_back(view, hit.at);
        let refused =
            edge >= 2 && self.is(view, edge - 1, "to") && self.has(view, edge - 2, Class::NEGATION);
        hit.negated = refused
            || (edge..hit.at).any(|i| self.is_any(view, i, &["not", "n't", "n’t", "never"]));
        hit.hedge = (edge..hit.at)
            .find(|&i| {
                self.is_any(view, i, &["reportedly", "allegedly", "apparently", "supposedly"])
            })
            .or_else(|| {
                (hit.to..hit.to + 2).find(|&i| self.is_any(view, i, &["reportedly", "allegedly"]))
            });
        if form.verb.hearer && !hit.inverted {
            hit.hearer = self.phrase_after(view, hit.to).filter(|r| r.from == hit.to);
        } else if self.is(view, hit.to, "to")
            && !hit.inverted
            && !(hit.infinitive && self.can_be_infinitive(view, hit.to + 1))
        {
            hit.hearer = self.phrase_after(view, hit.to + 1);
        }
    }
}
