//! Which way a sentence looks, from the words around a time.

use super::{expr::Lean, line::Line};
use crate::span::Span;

/// How far back and ahead a cue may stand, in atoms.
const REACH: usize = 14;

/// Words after which something is still to come.
const FUTURE: &[&str] = &[
    "will",
    "'ll",
    "’ll",
    "shall",
    "won't",
    "won’t",
    "wo",
    "scheduled",
    "expected",
    "due",
    "upcoming",
    "plans",
    "planned",
    "plan",
    "set",
    "expects",
    "tomorrow",
    "intends",
    "hopes",
    "hope",
    "would",
    "may",
    "deadline",
    "expires",
    "begins",
    "starts",
    "payable",
    "until",
    "till",
];

/// Words after which something has been.
const PAST: &[&str] = &[
    "was",
    "were",
    "had",
    "did",
    "said",
    "told",
    "reported",
    "announced",
    "since",
    "has",
    "have",
    "died",
    "held",
    "began",
    "came",
    "ended",
    "took",
    "made",
    "killed",
    "met",
    "opened",
    "closed",
    "won",
    "lost",
    "rose",
    "fell",
    "went",
    "left",
    "signed",
    "became",
    "been",
    "ago",
    "beat",
    "bought",
    "broke",
    "brought",
    "built",
    "caught",
    "chose",
    "drew",
    "drove",
    "fled",
    "flew",
    "fought",
    "found",
    "gave",
    "got",
    "grew",
    "heard",
    "kept",
    "knew",
    "led",
    "paid",
    "ran",
    "sank",
    "saw",
    "sent",
    "shot",
    "shook",
    "slid",
    "sold",
    "sought",
    "spent",
    "spoke",
    "stole",
    "stood",
    "struck",
    "swept",
    "threw",
    "thought",
    "withdrew",
    "woke",
    "wore",
    "wrote",
];

/// The direction of the sentence at the expression from atom `from` to atom `to`, and the word that
/// says so: the nearest verb before it in the clause, else the nearest after it.
pub(super) fn lean(line: &Line<'_>, from: usize, to: usize) -> (Lean, Option<Span>) {
    let stop = |i: usize| line.is(i, &[";", "”", "“"]);
    let before = (from.saturating_sub(REACH)..from).rev().take_while(|&i| !stop(i));
    for i in before {
        if let Some(lean) = cue(line, i) {
            let told = lean == Lean::Past && is_told(line, i, from);
            // What is asked by Friday is awaited.
            let over = line.is(i, &["had"]) || line.before(i) == "had";
            if lean == Lean::Past && line.before(from) == "by" && !over {
                return (Lean::Future, line.span(from - 1, from));
            }
            return (if told { lean } else { lean.reported() }, line.span(i, i + 1));
        }
    }
    let end = line.len().min(to + REACH);
    for i in (to..end).take_while(|&i| !stop(i)) {
        if let Some(lean) = cue(line, i) {
            // `In January, the owner brought …`: the time opens the sentence that is told.
            let told = from <= 1 && !REPORTING.contains(&line.key(i));
            return (if told { lean } else { lean.reported() }, line.span(i, i + 1));
        }
    }
    if line.before(from) == "by" {
        return (Lean::Future, line.span(from - 1, from));
    }
    (Lean::Unknown, None)
}

/// Whether the time at `from` is when that happened which the verb at `i` tells: close behind it, and
/// not what someone says, asks or awaits.
fn is_told(line: &Line<'_>, i: usize, from: usize) -> bool {
    let at = line.follows(from, &["in", "on", "since", "last"]);
    line.is(i, &["since"])
        || at && from - i <= CLOSE && !REPORTING.contains(&line.key(i)) && !line.is(i + 1, &["to"])
}

/// How many atoms behind its verb a time still says when that happened.
const CLOSE: usize = 6;

/// Verbs of which the time need not be that of what they report.
const REPORTING: &[&str] = &[
    "said",
    "told",
    "announced",
    "reported",
    "has",
    "have",
    "had",
    "been",
    "decided",
    "agreed",
    "planned",
    "called",
    "asked",
    "wanted",
    "proposed",
    "extended",
    "postponed",
    "delayed",
    "moved",
    "added",
];

fn cue(line: &Line<'_>, i: usize) -> Option<Lean> {
    let key = line.key(i);
    // `have to`, `must`: what is still to be done.
    if matches!(key, "has" | "have" | "need" | "needs" | "want" | "wants")
        && line.is(i + 1, &["to"])
        || matches!(key, "must" | "please")
    {
        return Some(Lean::Future);
    }
    if FUTURE.contains(&key) && !line.is_capitalised(i) {
        // `a record set on Monday` has been set.
        if key == "set" && !line.is(i + 1, &["to", "for"]) {
            return line.is(i + 1, &["in", "on"]).then_some(Lean::Past);
        }
        return Some(Lean::Future);
    }
    // `is to meet`, `are meeting`: the verb `to be` before `to`.
    if matches!(key, "is" | "are") && line.is(i + 1, &["to", "expected", "scheduled", "due", "set"])
    {
        return Some(Lean::Future);
    }
    // `is heard`, `be sold`: the tense is not theirs.
    if line.follows(i, &["is", "are", "be", "being", "to", "will", "'ll", "’ll"]) {
        return None;
    }
    let past = PAST.contains(&key)
        || key.len() > 4
            && key.ends_with("ed")
            && line.is_word(i)
            && !line.is_capitalised(i)
            && !ADJECTIVES.contains(&key)
            && !line.follows(i, &["a", "an", "the", "its", "his", "her", "their"]);
    past.then_some(Lean::Past)
}

/// Words in `-ed` that tell of nothing.
const ADJECTIVES: &[&str] = &[
    "hundred",
    "indeed",
    "exceed",
    "succeed",
    "proceed",
    "speed",
    "united",
    "limited",
    "preferred",
    "unprecedented",
    "unspecified",
    "unidentified",
    "unnamed",
    "armed",
    "related",
    "detailed",
    "experienced",
    "advanced",
    "interested",
    "so-called",
    "supposed",
    "need",
    "registered",
];
