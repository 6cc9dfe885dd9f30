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
    "could",
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
];

/// The direction of the sentence at the expression from atom `from` to atom `to`, and the word that
/// says so: the nearest verb before it in the clause, else the nearest after it.
pub(super) fn lean(line: &Line<'_>, from: usize, to: usize) -> (Lean, Option<Span>) {
    let stop = |i: usize| line.is(i, &[";", "”", "“"]);
    let before = (from.saturating_sub(REACH)..from).rev().take_while(|&i| !stop(i));
    for i in before {
        if let Some(lean) = cue(line, i) {
            return (lean, line.span(i, i + 1));
        }
    }
    let end = line.len().min(to + REACH);
    for i in (to..end).take_while(|&i| !stop(i)) {
        if let Some(lean) = cue(line, i) {
            return (lean, line.span(i, i + 1));
        }
    }
    (Lean::Unknown, None)
}

fn cue(line: &Line<'_>, i: usize) -> Option<Lean> {
    let key = line.key(i);
    if FUTURE.contains(&key) && !line.is_capitalised(i) {
        return Some(Lean::Future);
    }
    // `is to meet`, `are meeting`: the verb `to be` before `to`.
    if matches!(key, "is" | "are") && line.is(i + 1, &["to", "expected", "scheduled", "due", "set"])
    {
        return Some(Lean::Future);
    }
    let past = PAST.contains(&key)
        || key.len() > 4 && key.ends_with("ed") && line.is_word(i) && !line.is_capitalised(i);
    past.then_some(Lean::Past)
}
