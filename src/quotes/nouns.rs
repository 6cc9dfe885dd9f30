//! Nouns of saying that a clause follows: "his claim that the bridge is safe".

use super::{
    hits::Hit,
    source::Range,
    view::{Scene, View},
    words::Class,
};
use crate::{report::CueClass, text::TokenKind};

/// The noun, its plural, and what kind of saying it is.
const NOUNS: &[(&str, &str, CueClass)] = &[
    ("accusation", "accusations", CueClass::Claim),
    ("admission", "admissions", CueClass::Say),
    ("allegation", "allegations", CueClass::Claim),
    ("announcement", "announcements", CueClass::Say),
    ("argument", "arguments", CueClass::Claim),
    ("assertion", "assertions", CueClass::Claim),
    ("assurance", "assurances", CueClass::Say),
    ("belief", "beliefs", CueClass::Other),
    ("charge", "charges", CueClass::Claim),
    ("claim", "claims", CueClass::Claim),
    ("comment", "comments", CueClass::Say),
    ("complaint", "complaints", CueClass::Say),
    ("concern", "concerns", CueClass::Other),
    ("conclusion", "conclusions", CueClass::Other),
    ("contention", "contentions", CueClass::Claim),
    ("criticism", "criticisms", CueClass::Say),
    ("denial", "denials", CueClass::Deny),
    ("expectation", "expectations", CueClass::Other),
    ("fear", "fears", CueClass::Other),
    ("hope", "hopes", CueClass::Other),
    ("insistence", "insistence", CueClass::Claim),
    ("opinion", "opinions", CueClass::Other),
    ("pledge", "pledges", CueClass::Say),
    ("prediction", "predictions", CueClass::Say),
    ("promise", "promises", CueClass::Say),
    ("remark", "remarks", CueClass::Say),
    ("report", "reports", CueClass::Say),
    ("revelation", "revelations", CueClass::Say),
    ("rumor", "rumors", CueClass::Claim),
    ("rumour", "rumours", CueClass::Claim),
    ("speculation", "speculation", CueClass::Other),
    ("suggestion", "suggestions", CueClass::Say),
    ("view", "views", CueClass::Other),
    ("warning", "warnings", CueClass::Say),
    ("worry", "worries", CueClass::Other),
];

/// Nouns of saying with what they are about: "criticism of the plan", "calls for a vote".
const ABOUT: &[(&str, &str, &str, CueClass)] = &[
    ("accusation", "accusations", "of", CueClass::Claim),
    ("allegation", "allegations", "of", CueClass::Claim),
    ("call", "calls", "for", CueClass::Ask),
    ("comment", "comments", "about", CueClass::Say),
    ("concern", "concerns", "about", CueClass::Other),
    ("criticism", "criticisms", "of", CueClass::Say),
    ("endorsement", "endorsements", "of", CueClass::Say),
    ("praise", "praise", "for", CueClass::Say),
    ("question", "questions", "about", CueClass::Ask),
    ("remark", "remarks", "about", CueClass::Say),
    ("suggestion", "suggestions", "of", CueClass::Say),
    ("warning", "warnings", "about", CueClass::Say),
    ("warning", "warnings", "against", CueClass::Say),
    ("warning", "warnings", "of", CueClass::Say),
];

/// Nouns of saying that an infinitive follows: "a promise to stay".
const TO: &[(&str, &str, CueClass)] = &[
    ("pledge", "pledges", CueClass::Say),
    ("promise", "promises", CueClass::Say),
    ("proposal", "proposals", CueClass::Say),
    ("refusal", "refusals", CueClass::Deny),
    ("vow", "vows", CueClass::Say),
];

impl Scene<'_> {
    /// The noun of saying at item `at`, if a clause follows, or what it is about.
    pub(crate) fn noun(&self, view: &View, at: usize) -> Option<Hit> {
        self.noun_about(view, at).or_else(|| self.noun_that(view, at))
    }

    fn noun_about(&self, view: &View, at: usize) -> Option<Hit> {
        let next = self.word(view, at + 1)?;
        let word = self.word(view, at).filter(|w| w.kind == TokenKind::Word)?;
        let (text, next) = (self.text(word.span), self.text(next.span));
        let is = |one: &str, many: &str| {
            one.eq_ignore_ascii_case(text) || many.eq_ignore_ascii_case(text)
        };
        let about = ABOUT.iter().find(|(one, many, prep, _)| *prep == next && is(one, many));
        let verb = next == "to" && self.can_be_infinitive(view, at + 2);
        let to = TO.iter().filter(|_| verb).find(|(one, many, _)| is(one, many));
        let (lemma, class) = about
            .map(|(lemma, _, _, class)| (*lemma, *class))
            .or_else(|| to.map(|(lemma, _, class)| (*lemma, *class)))?;
        Some(Hit {
            at,
            to: at + 1 + usize::from(about.is_some()),
            lemma,
            class,
            speech: false,
            naming: false,
            reports: about.is_some(),
            clause: false,
            infinitive: about.is_none(),
            finite: false,
            noun: true,
            source: self.owner_before(view, at),
            inverted: false,
            expected: false,
            hearer: None,
            negated: false,
            hedge: None,
        })
    }

    fn noun_that(&self, view: &View, at: usize) -> Option<Hit> {
        if !self.is(view, at + 1, "that") {
            return None;
        }
        let word = self.word(view, at).filter(|w| w.kind == TokenKind::Word)?;
        let text = self.text(word.span);
        let (lemma, _, class) = NOUNS.iter().find(|(one, many, _)| {
            one.eq_ignore_ascii_case(text) || many.eq_ignore_ascii_case(text)
        })?;
        // "reports that were lost": what follows is no subject.
        let subject = self.word(view, at + 2).is_some_and(|w| {
            w.capital
                || w.class.is(Class::PRONOUN.or(Class::DETERMINER).or(Class::POSSESSIVE))
                || w.is_nominal() && !self.text(w.span).ends_with("ed")
        });
        subject.then(|| Hit {
            at,
            to: at + 1,
            lemma,
            class: *class,
            speech: false,
            naming: false,
            reports: false,
            clause: true,
            infinitive: false,
            finite: false,
            noun: true,
            source: self.owner_before(view, at),
            inverted: false,
            expected: false,
            hearer: None,
            negated: false,
            hedge: None,
        })
    }

    /// Whose claim it is: "his claim", "Marsh’s last claim".
    fn owner_before(&self, view: &View, at: usize) -> Option<Range> {
        let mut end = at;
        while end > 0 && at - end < 3 {
            let word = self.word(view, end - 1)?;
            if word.class.is(Class::POSSESSIVE) {
                return Some(Range { from: end - 1, to: end });
            }
            if word.kind == TokenKind::Clitic {
                return self.subject_before(view, end - 1);
            }
            if !word.is_nominal() || word.class.is(Class::DETERMINER) {
                return None;
            }
            end -= 1;
        }
        None
    }
}
