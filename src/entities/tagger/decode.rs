//! The best sequence of labels for the scores of a sentence's tokens, and by how much each of its
//! names beats what else the tokens could be. Whole numbers only: the same everywhere.

use super::labels::{LABELS, Label, OUTSIDE, may_follow};

/// Worse than any path.
const NEVER: i32 = i32::MIN / 4;

/// What a token scores for each label.
pub type Scores = [i32; LABELS];

/// What one label behind another scores.
pub struct Transitions {
    /// Indexed by label, then by the next; [`NEVER`] where that may not follow.
    scores: [[i32; LABELS]; LABELS],
    /// For every label, those that may stand before it.
    before: Vec<Vec<Label>>,
    after: Vec<Vec<Label>>,
}

impl Transitions {
    /// With `score(label, next)` for each pair that may be.
    pub fn new(score: impl Fn(Label, Label) -> i32) -> Self {
        let mut scores = [[NEVER; LABELS]; LABELS];
        let (mut before, mut after) = (vec![Vec::new(); LABELS], vec![Vec::new(); LABELS]);
        for a in 0..LABELS as Label {
            for b in 0..LABELS as Label {
                if may_follow(a, b) {
                    scores[a as usize][b as usize] = score(a, b);
                    before[b as usize].push(a);
                    after[a as usize].push(b);
                }
            }
        }
        Self { scores, before, after }
    }
}

/// The best labels of a sentence, each with its margin: how much the best sequence with another
/// label for this token scores less. Time and memory are linear in the number of tokens.
pub fn decode(scores: &[Scores], transitions: &Transitions) -> Vec<(Label, i32)> {
    let forward = sweep(scores.iter(), &transitions.before, |b, a| transitions.scores[a][b]);
    let mut backward =
        sweep(scores.iter().rev(), &transitions.after, |a, b| transitions.scores[a][b]);
    backward.reverse();
    // Both sweeps count the token's own score.
    let through = |at: usize, label: usize| {
        forward[at][label].saturating_add(backward[at][label]) - scores[at][label]
    };
    (0..scores.len())
        .map(|at| {
            let mut best = (OUTSIDE, i32::MIN);
            let mut second = i32::MIN;
            for label in 0..LABELS {
                let score = through(at, label);
                if score > best.1 {
                    second = best.1;
                    best = (label as Label, score);
                } else {
                    second = second.max(score);
                }
            }
            (best.0, best.1.saturating_sub(second.max(NEVER)))
        })
        .collect()
}

/// The best score of a path that begins outside of names and ends in each label of each token.
fn sweep<'s>(
    scores: impl Iterator<Item = &'s Scores>,
    from: &[Vec<Label>],
    step: impl Fn(usize, usize) -> i32,
) -> Vec<Scores> {
    let mut all: Vec<Scores> = Vec::with_capacity(scores.size_hint().0);
    for token in scores {
        let mut here = [NEVER; LABELS];
        for (label, best) in here.iter_mut().enumerate() {
            let steps = from[label].iter().map(|&other| {
                let before = all.last().map_or(start(other), |s| s[other as usize]);
                before.saturating_add(step(label, other as usize))
            });
            *best = steps.max().unwrap_or(NEVER).max(NEVER).saturating_add(token[label]);
        }
        all.push(here);
    }
    all
}

/// Before the first token, and behind the last, nothing is open.
fn start(label: Label) -> i32 {
    if label == OUTSIDE { 0 } else { NEVER }
}
