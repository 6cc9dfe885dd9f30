//! Where the clause that a verb of saying governs begins and ends.

use super::{
    bounds::LONGEST,
    hits::Hit,
    rows,
    source::Range,
    view::{Scene, View},
    words::Class,
};
use crate::{report::CueClass, rules::Rule};

/// A clause that is reported: items of one view, in one or two runs.
pub(crate) struct Clause {
    /// The pattern that fits.
    pub(crate) rule: &'static Rule,
    /// Its cue, an index into the hits of the view.
    pub(crate) hit: usize,
    /// What was said.
    pub(crate) runs: Vec<Range>,
}

/// Verbs that a clause follows even where no small word shows its verb.
const SURE: &[&str] = &[
    "say", "tell", "add", "note", "argue", "believe", "think", "insist", "suggest", "warn",
    "claim", "hope", "fear", "contend",
];

/// Verbs that report only with "that": "found that", not "found a boat".
const WEAK: &[&str] = &[
    "know",
    "see",
    "prove",
    "hear",
    "maintain",
    "reflect",
    "decide",
    "want",
    "find",
    "feel",
    "learn",
    "show",
    "state",
    "understand",
    "determine",
    "project",
    "figure",
    "assume",
    "mean",
    "expect",
    "plan",
    "answer",
    "add",
    "declare",
    "pledge",
    "mention",
    "read",
];

/// Verbs of wishing: they report only where they are finite ("wants a vote", not "to want a vote"),
/// and a noun after them is their object.
const WISH: &[&str] = &["support", "want"];

/// Verbs that say what something is to their subject: "saw the vote as a test".
pub(crate) const SEEN: &[&str] = &["see", "view", "regard"];

impl Scene<'_> {
    /// "CLAUSE, Marsh said", and "According to Marsh, CLAUSE".
    pub(crate) fn before_cue(&self, view: &View, hits: &[Hit], h: usize) -> Option<Clause> {
        let hit = &hits[h];
        let start = if hit.inverted { hit.at } else { hit.source?.from };
        let end = hit.source.filter(|_| hit.inverted).map_or(hit.to, |s| s.to);
        if hit.class == CueClass::AccordingTo && start == 0 {
            let comma = (end..end + 14).find(|&i| self.is(view, i, ","))?;
            let run = Range { from: comma + 1, to: self.clause_end(view, hits, h, comma + 1) };
            return (run.to > run.from + 1).then_some(Clause {
                rule: &rows::REPORTED,
                hit: h,
                runs: vec![run],
            });
        }
        let according = hit.class == CueClass::AccordingTo;
        let apart = start > 1 && self.is_any(view, start - 1, &[",", "—", "–"]);
        if !(apart || according && start > 2) || !hit.finite && !according {
            return None;
        }
        let mut from = 0;
        while self.has(view, from, Class::COORDINATOR) {
            from += 1;
        }
        let to = if apart { start - 1 } else { start };
        // An introduction is not what was said: "On Monday, Marsh said".
        let lead_in = self.has(view, from, Class::PREPOSITION.or(Class::SUBORDINATOR))
            && !self.has(view, from, Class::DETERMINER);
        let goes_on = self.is(view, end, ",") && end + 3 < view.items.len();
        let closes = view.items.len() <= end + 1 || self.is(view, end, ".");
        if h > 0 && !according && !closes {
            return None;
        }
        let ends = closes || self.is(view, end, ",");
        let light = view.items.len() <= end + 8 && !self.is(view, end, "that");
        // What stands before a cue that ends the sentence is all that can have been said.
        let lead_in = lead_in && !(closes && to > from + 8);
        // "That number, Marsh said, is too high": what goes on may begin with a word or two.
        let least = if goes_on && apart { from + 1 } else { from + 3 };
        if !(ends || light) || to < least || to > from + LONGEST {
            return None;
        }
        if lead_in && !goes_on && !according {
            return None;
        }
        let verbal = self.verbal(view, from, to) || closes && to > from + 6;
        if (lead_in || !verbal) && !goes_on {
            return None;
        }
        let mut runs = vec![Range { from, to }];
        let joined = self.is_any(view, end + 1, &["and", "but", "or", "because", "especially"]);
        // "…, according to Marsh, an engineer": the source is told of further.
        let aside =
            hit.inverted && self.is_any(view, end + 1, &["a", "an", "who", "which", "whose"]);
        if goes_on && !aside && (joined || !self.verbal(view, from, to)) {
            let rest = Range { from: end + 1, to: self.clause_end(view, hits, h, end + 1) };
            if rest.to > rest.from + 1 {
                runs.push(rest);
            }
        }
        Some(Clause { rule: &rows::REPORTED_BEFORE, hit: h, runs })
    }

    /// "Marsh said that CLAUSE".
    pub(crate) fn after_cue(&self, view: &View, hits: &[Hit], h: usize) -> Option<Clause> {
        let hit = &hits[h];
        if hit.inverted && !hit.expected || hit.class == CueClass::AccordingTo {
            return None;
        }
        if hit.source.is_none() && !hit.noun && !hit.expected {
            return None;
        }
        // "The find, reported in a journal, is old."
        if hit.lemma == "report" && hit.at > 0 && self.is(view, hit.at - 1, ",") {
            return None;
        }
        let start = hit.hearer.map_or(hit.to, |r| r.to);
        let stop = |i: usize| self.is_any(view, i, &[",", ";", ":", "and", "“"]);
        let that = (start..(start + 9).min(view.items.len()))
            .take_while(|&i| !stop(i))
            .find(|&i| self.is(view, i, "that"));
        let paper = hit.source.is_some_and(|s| {
            (s.from..s.to).any(|i| self.has(view, i, Class::DOCUMENT))
                && matches!(hit.lemma, "show" | "find" | "indicate" | "suggest")
        });
        let mut from = that.map_or(start, |t| t + 1);
        if that.is_none() {
            let skipped = |at: usize| {
                self.has(view, at, Class::ADVERB.or(Class::CALENDAR))
                    && !self.has(view, at, Class::DETERMINER)
                    && !self.is_any(view, at, &["there", "here", "so", "not", "never", "only"])
            };
            while skipped(from)
                || self.is(view, from, "on") && self.has(view, from + 1, Class::CALENDAR)
            {
                from += 1;
            }
        }
        let mut to = self.clause_end(view, hits, h, from);
        let stands = hit.finite || hit.speech || !WISH.contains(&hit.lemma);
        let as_what = SEEN.contains(&hit.lemma)
            && (from + 1..to.min(from + 15)).any(|i| self.is(view, i, "as"));
        let object = (hit.reports || as_what)
            && stands
            && that.is_none()
            && self.word(view, from).is_some_and(|w| {
                w.is_nominal() || w.class.is(Class::DETERMINER.or(Class::POSSESSIVE))
            });
        let generic = hit.source.is_some_and(|s| self.is(view, s.to - 1, "you"));
        let aim =
            hit.infinitive && stands && !generic && that.is_none() && self.is(view, from, "to");
        let bare = !aim
            && (!hit.clause && !object
                || that.is_none() && !object && WEAK.contains(&hit.lemma) && !paper);
        if bare {
            return None;
        }
        let clause = that.is_some()
            || (hit.clause && !(object && (as_what || WISH.contains(&hit.lemma))) || aim || paper)
                && self.begins_clause(view, hit, from, to);
        let object = object && !clause;
        if object || self.is_aside(view, hit) {
            to = (from..to).find(|&i| self.is(view, i, ",")).unwrap_or(to);
        }
        if object {
            to = self.object_end(view, hits, Range { from, to });
        }
        if hit.noun && hit.clause && !self.verbal(view, from, to) {
            return None;
        }
        // "spoke about the bridge" says nothing of what was said.
        let topic = hit.noun && hit.reports || hit.lemma.contains(' ');
        if object && topic && to < from + 4 {
            return None;
        }
        if to < from + 2 || !clause && !object && !paper {
            return None;
        }
        // "I shall know that on my deathbed": a pronoun.
        if that.is_some()
            && self.has(view, from, Class::PREPOSITION)
            && !self.verbal(view, from, to)
        {
            return None;
        }
        let rule = if aim { &rows::UNDERTAKEN } else { &rows::REPORTED };
        Some(Clause { rule, hit: h, runs: vec![Range { from, to }] })
    }

    /// Whether the cue stands in an aside, which a comma ends: "which said the bridge was old, was
    /// closed", "while she said it was safe, he".
    fn is_aside(&self, view: &View, hit: &Hit) -> bool {
        let Some(before) = hit.source.and_then(|s| s.from.checked_sub(1)) else { return false };
        self.is(view, before, ",") && self.is_any(view, before + 1, &["who", "which"])
            || self.is_any(
                view,
                before,
                &[
                    "while", "as", "although", "though", "when", "if", "since", "because", "after",
                    "before", "until", "once",
                ],
            )
    }

    /// Where an object ends, at the latest where `range` does: before a clause of its own, the next
    /// verb of its subject, or the time.
    fn object_end(&self, view: &View, hits: &[Hit], range: Range) -> usize {
        let goes_on = |i: usize| {
            let next = hits.binary_search_by_key(&(i + 1), |n| n.at);
            self.has(view, i, Class::COORDINATOR) && next.is_ok_and(|n| hits[n].finite)
        };
        (range.from + 1..range.to)
            .find(|&i| goes_on(i) || self.starts_clause(view, i) || self.tells_when(view, i))
            .unwrap_or(range.to)
    }

    /// Whether what follows tells when it was said: "last week", "on Monday", "during a debate".
    fn tells_when(&self, view: &View, at: usize) -> bool {
        let day = |i: usize| self.has(view, i, Class::CALENDAR);
        self.is_any(view, at, &["during", "after", "before", "while"])
            || day(at) && !self.has(view, at - 1, Class::DETERMINER.or(Class::PREPOSITION))
            || self.is_any(view, at, &["on", "in", "last", "late", "earlier", "this"])
                && day(at + 1)
    }

    /// Whether a clause without "that" begins at `from`.
    fn begins_clause(&self, view: &View, hit: &Hit, from: usize, to: usize) -> bool {
        let Some(first) = self.word(view, from) else { return true };
        if self.is_any(view, from, &["whether", "if", "how", "why", "what", "who"]) {
            return true;
        }
        if self.is(view, from, "to") {
            return hit.infinitive;
        }
        let opens = first.is_nominal()
            || self.is_any(
                view,
                from,
                &[
                    "there", "here", "not", "in", "if", "when", "while", "with", "for", "at", "on",
                    "by", "after", "only", "even",
                ],
            )
            || first.class.is(Class::DETERMINER.or(Class::POSSESSIVE).or(Class::PRONOUN));
        opens && (SURE.contains(&hit.lemma) || self.verbal(view, from, to))
    }
}
