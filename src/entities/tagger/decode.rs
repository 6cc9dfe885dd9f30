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

#[cfg(test)]
mod tests {
    use super::*;

    /// Numbers that look random, the same every time.
    fn scores(seed: u32, tokens: usize) -> Vec<Scores> {
        let mut state = seed;
        let mut next = || {
            state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            (state >> 16).cast_signed() % 100 - 50
        };
        (0..tokens).map(|_| std::array::from_fn(|_| next())).collect()
    }

    fn transitions() -> Transitions {
        Transitions::new(|a, b| i32::from(a) % 7 - i32::from(b) % 5)
    }

    /// What a sequence scores, `None` if it is not legal.
    fn total(labels: &[Label], scores: &[Scores], transitions: &Transitions) -> Option<i32> {
        let mut sum = 0;
        let mut before = OUTSIDE;
        for (&label, row) in labels.iter().zip(scores) {
            if !may_follow(before, label) {
                return None;
            }
            sum += transitions.scores[before as usize][label as usize] + row[label as usize];
            before = label;
        }
        may_follow(before, OUTSIDE).then(|| sum + transitions.scores[before as usize][0])
    }

    #[test]
    fn no_legal_sequence_scores_more_and_margins_are_what_the_next_best_lack() {
        let transitions = transitions();
        for seed in 1..6 {
            let scores = scores(seed, 2);
            let found = decode(&scores, &transitions);
            let labels: Vec<Label> = found.iter().map(|f| f.0).collect();
            let best = total(&labels, &scores, &transitions).expect("legal");
            let mut rest = [i32::MIN; 2];
            for a in 0..LABELS as Label {
                for b in 0..LABELS as Label {
                    let Some(other) = total(&[a, b], &scores, &transitions) else { continue };
                    assert!(other <= best, "{seed}: {a} {b}");
                    for (at, label) in [a, b].into_iter().enumerate() {
                        if label != labels[at] {
                            rest[at] = rest[at].max(other);
                        }
                    }
                }
            }
            let margins: Vec<i32> = found.iter().map(|f| f.1).collect();
            assert_eq!(margins, [best - rest[0], best - rest[1]], "{seed}");
        }
    }

    #[test]
    fn long_sentences_stay_legal() {
        let labels = decode(&scores(9, 200), &transitions());
        let mut before = OUTSIDE;
        for (label, margin) in labels {
            assert!(may_follow(before, label) && margin >= 0);
            before = label;
        }
        assert!(may_follow(before, OUTSIDE));
        assert!(decode(&[], &transitions()).is_empty());
    }
}
