//! Reported speech without marks: the clause that a verb of saying governs.

use std::collections::BTreeSet;

use super::{
    attribution::{Attribution, Attributions},
    draft::{self, Draft},
    hits::Hit,
    rows,
    source::Range,
    speaker::Cast,
    view::{Item, Scene, View},
    words::Class,
};
use crate::{
    report::{BlockKind, Certainty, CueClass, Marks, Piece, QuoteKind},
    rules::Rule,
};

/// A clause that is reported: items of one view, in one or two runs.
struct Clause {
    rule: &'static Rule,
    hit: usize,
    runs: Vec<Range>,
}

/// Every clause of reported speech, and the passages in marks that became part of one.
pub(crate) fn find(
    scene: &Scene<'_>,
    cast: &Cast<'_>,
    found: &Attributions,
) -> (Vec<Draft>, BTreeSet<usize>) {
    let (mut drafts, mut absorbed) = (Vec::new(), BTreeSet::new());
    for (v, view) in found.views.iter().enumerate() {
        let kind = scene.document.blocks().get(view.block).map(|b| b.kind);
        let reads = matches!(
            kind,
            Some(
                BlockKind::Paragraph
                    | BlockKind::List
                    | BlockKind::Caption
                    | BlockKind::Headline
                    | BlockKind::Subheading
            )
        );
        if view.inside.is_some() || !reads {
            continue;
        }
        let spoken = speaking_hits(found, v);
        for h in 0..found.hits[v].len() {
            let hit = &found.hits[v][h];
            if spoken.binary_search(&h).is_ok() || !(hit.clause || hit.reports) {
                continue;
            }
            let clause = scene
                .before_cue(view, &found.hits[v], h)
                .or_else(|| scene.after_cue(view, &found.hits[v], h));
            let Some(clause) = clause else { continue };
            if let Some(draft) = drawn_up(scene, cast, found, v, &clause, &mut absorbed) {
                drafts.push(draft);
            }
        }
    }
    (drafts, absorbed)
}

/// The hits of view `v` that introduce speech in marks.
fn speaking_hits(found: &Attributions, v: usize) -> Vec<usize> {
    let quotes = found.views[v].items.iter().filter_map(|item| match item {
        Item::Quote(quote, _) => found.of[*quote].as_ref(),
        Item::Word(_) => None,
    });
    let direct = |a: &&Attribution| a.view == v && a.close && a.rule.id != rows::NAMED.id;
    let mut hits: Vec<usize> = quotes.filter(direct).filter_map(|a| a.hit).collect();
    hits.sort_unstable();
    hits.dedup();
    hits
}

fn drawn_up(
    scene: &Scene<'_>,
    cast: &Cast<'_>,
    found: &Attributions,
    v: usize,
    clause: &Clause,
    absorbed: &mut BTreeSet<usize>,
) -> Option<Draft> {
    let view = &found.views[v];
    let (mut content, mut marked) = (Vec::new(), Vec::new());
    for run in &clause.runs {
        let mut from = run.from;
        for at in run.from..=run.to {
            let quote =
                (at < run.to).then(|| view.items.get(at)).flatten().and_then(|item| match item {
                    Item::Quote(quote, piece) => Some((*quote, *piece)),
                    Item::Word(_) => None,
                });
            if at < run.to && quote.is_none() {
                continue;
            }
            if let Some(span) = scene
                .span(view, from, at)
                .filter(|s| scene.text(*s).contains(char::is_alphanumeric))
            {
                content.push(Piece { span, marked: false });
            }
            if let Some((quote, piece)) = quote {
                content.push(Piece { span: scene.marked[quote].pieces[piece], marked: true });
                marked.push(quote);
            }
            from = at + 1;
        }
    }
    if !marked.is_empty() {
        // Passages of several paragraphs, and a word or two, stay quotes of their own.
        let words: usize = content
            .iter()
            .filter(|p| p.marked)
            .map(|p| scene.text(p.span).split_whitespace().count())
            .sum();
        let whole =
            marked.iter().all(|&m| scene.marked[m].pieces.len() == 1 && !absorbed.contains(&m));
        if words < 4 || !whole || content.iter().all(|p| p.marked) {
            return None;
        }
        absorbed.extend(&marked);
    }
    let attribution = Attribution {
        rule: clause.rule,
        view: v,
        hit: Some(clause.hit),
        mark: None,
        source: found.hits[v][clause.hit].source,
        close: true,
        inherited: false,
    };
    let mixed = !marked.is_empty();
    let mut draft = Draft {
        marked: marked.first().copied(),
        kind: if mixed { QuoteKind::Mixed } else { QuoteKind::Indirect },
        content,
        block: view.block,
        cue: None,
        source: None,
        medium: None,
        addressee: None,
        utterance: None,
        parent: None,
        marks: marked
            .iter()
            .map(|&m| scene.marked[m].marks)
            .find(|m| *m != Marks::Ok)
            .unwrap_or(if mixed { Marks::Ok } else { Marks::None }),
        certainty: if mixed { Certainty::Likely } else { Certainty::Check },
        rule: if mixed { &rows::MIXED } else { clause.rule },
    };
    draft::attribute(scene, cast, found, &attribution, &mut draft);
    let sure = !mixed
        && draft.cue.as_ref().is_some_and(|c| c.class != CueClass::Other)
        && draft.source.is_some();
    if sure {
        draft.certainty = Certainty::Likely;
    }
    (!draft.content.is_empty()).then_some(draft)
}

/// How many items a clause may have.
const LONGEST: usize = 120;

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

impl Scene<'_> {
    /// "CLAUSE, Marsh said", and "According to Marsh, CLAUSE".
    fn before_cue(&self, view: &View, hits: &[Hit], h: usize) -> Option<Clause> {
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
        let apart = start > 2 && self.is_any(view, start - 1, &[",", "—", "–"]);
        if !(apart || according && start > 2) || !hit.finite && !according || h > 0 && !according {
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
        let ends = view.items.len() <= end + 1 || self.is_any(view, end, &[",", "."]);
        let light = view.items.len() <= end + 8 && !self.is(view, end, "that");
        if !(ends || light) || to < from + 3 || lead_in && !goes_on && !according {
            return None;
        }
        if (lead_in || !self.verbal(view, from, to)) && !goes_on {
            return None;
        }
        let mut runs = vec![Range { from, to }];
        if goes_on && !self.verbal(view, from, to) {
            let rest = Range { from: end + 1, to: self.clause_end(view, hits, h, end + 1) };
            if rest.to > rest.from + 1 {
                runs.push(rest);
            }
        }
        Some(Clause { rule: &rows::REPORTED_BEFORE, hit: h, runs })
    }

    /// "Marsh said that CLAUSE".
    fn after_cue(&self, view: &View, hits: &[Hit], h: usize) -> Option<Clause> {
        let hit = &hits[h];
        if hit.inverted || hit.class == CueClass::AccordingTo || hit.source.is_none() {
            return None;
        }
        let start = hit.hearer.map_or(hit.to, |r| r.to);
        let stop = |i: usize| self.is_any(view, i, &[",", ";", ":", "and", "“"]);
        let that = (start..(start + 9).min(view.items.len()))
            .take_while(|&i| !stop(i))
            .find(|&i| self.is(view, i, "that"));
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
        let to = self.clause_end(view, hits, h, from);
        let object = hit.reports
            && that.is_none()
            && self.word(view, from).is_some_and(|w| {
                w.is_nominal() || w.class.is(Class::DETERMINER.or(Class::POSSESSIVE))
            });
        let bare = !hit.clause && !object || that.is_none() && WEAK.contains(&hit.lemma);
        if bare {
            return None;
        }
        if to < from + 2 || that.is_none() && !object && !self.begins_clause(view, hit, from, to) {
            return None;
        }
        Some(Clause { rule: &rows::REPORTED, hit: h, runs: vec![Range { from, to }] })
    }

    /// Whether a clause without "that" begins at `from`.
    fn begins_clause(&self, view: &View, hit: &Hit, from: usize, to: usize) -> bool {
        let Some(first) = self.word(view, from) else { return true };
        if self.is_any(view, from, &["whether", "if", "how", "why", "what", "who"]) {
            return true;
        }
        if self.is(view, from, "to") {
            return matches!(
                hit.lemma,
                "promise"
                    | "pledge"
                    | "vow"
                    | "swear"
                    | "hope"
                    | "plan"
                    | "intend"
                    | "want"
                    | "agree"
                    | "decide"
                    | "ask"
                    | "urge"
                    | "threaten"
                    | "expect"
            );
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

    /// Whether spaces stand on both sides of item `at`.
    fn spaced(&self, view: &View, at: usize) -> bool {
        let gap = |a: usize, b: usize| match (self.span(view, a, a + 1), self.span(view, b, b + 1))
        {
            (Some(a), Some(b)) => a.end() < b.start(),
            _ => false,
        };
        at > 0 && gap(at - 1, at) && gap(at, at + 1)
    }

    /// Whether a verb, as far as small words tell, stands in `from..to`.
    fn verbal(&self, view: &View, from: usize, to: usize) -> bool {
        (from..to.min(from + 30)).any(|i| {
            self.word(view, i).is_some_and(|w| {
                let text = self.text(w.span);
                let past = w.is_nominal() && !w.capital && text.ends_with("ed") && i > from;
                past || w.class.is(Class::AUXILIARY) && w.kind == crate::text::TokenKind::Word
                    || w.cues.iter().any(|c| c.verb.speech) && i > from && !w.capital
            })
        })
    }

    /// Where the clause that begins at `from` ends: before the next cue of its own, or with the sentence.
    fn clause_end(&self, view: &View, hits: &[Hit], h: usize, from: usize) -> usize {
        let mut end = view.items.len().min(from + LONGEST);
        for next in hits.iter().skip(h + 1).filter(|n| n.at > from).take(6) {
            let edge = self.skip_back(view, next.at);
            let start =
                if next.inverted { next.at } else { next.source.map_or(next.at, |s| s.from) };
            let gerund = !next.finite && next.at > from && self.is(view, next.at - 1, ",");
            let according = next.class == CueClass::AccordingTo;
            let joined = next.finite && edge > from && self.has(view, edge - 1, Class::COORDINATOR);
            let own = next.finite
                && next.speech
                && start > from
                && self.is_any(view, start - 1, &[",", "but", "and", "while", "—"]);
            let cut = if gerund {
                Some(next.at - 1)
            } else if according {
                Some(start)
            } else if joined {
                Some(edge - 1)
            } else if own {
                Some(start - 1)
            } else {
                None
            };
            if let Some(cut) = cut.filter(|c| *c > from) {
                end = cut;
                break;
            }
        }
        let dash = |i: usize| {
            self.is_any(view, i, &["—", "–"]) || self.is(view, i, "-") && self.spaced(view, i)
        };
        let relative = |i: usize| {
            self.is(view, i, ",")
                && self.is_any(view, i + 1, &["which", "who", "whose", "although", "though"])
        };
        if let Some(cut) =
            (from + 1..end).find(|&i| self.is(view, i, ";") || dash(i) || relative(i))
        {
            end = cut;
        }
        while end > from
            && self.is_any(view, end - 1, &[".", "!", "?", ",", "but", "and", "while", "—", ")"])
        {
            end -= 1;
        }
        end
    }
}
