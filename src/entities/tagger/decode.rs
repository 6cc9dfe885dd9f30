//! The best sequence of labels for the scores of a sentence's tokens, and by how much each of its
//! names beats what else the tokens could be. Whole numbers only: the same everywhere.

use super::labels::{Class, LABELS, Label, OUTSIDE, Part, label, may_follow};

/// Worse than any path.
const NEVER: i32 = i32::MIN / 4;

/// What a token scores for each label.
pub type Scores = [i32; LABELS];

/// Labels behind which no name is open: any label follows that no open name asks for.
const FREE: usize = 1 + 2 * Class::ALL.len();

/// What one label behind another scores.
pub struct Transitions {
    forward: Steps,
    backward: Steps,
}

/// The legal steps in one direction, in the shape that the sweep reads. Names make it sparse: where
/// none is open every name may begin; where one is, it goes on.
struct Steps {
    /// The labels that a path may leave for any of `to`.
    from: [Label; FREE],
    to: [Label; FREE],
    /// Indexed by place in `from`, then in `to`.
    free: [[i32; FREE]; FREE],
    /// The worst and the best of each place in `from`.
    reach: [(i32, i32); FREE],
    /// The other steps: from, to, score.
    bound: Vec<(Label, Label, i32)>,
}

impl Transitions {
    /// With `score(label, next)` for each pair that may be.
    pub fn new(score: impl Fn(Label, Label) -> i32) -> Self {
        let score = |a, b| if may_follow(a, b) { score(a, b) } else { NEVER };
        let (closed, begins) = (free([Part::Last, Part::Only]), free([Part::First, Part::Only]));
        Self {
            forward: Steps::new(closed, begins, score),
            backward: Steps::new(begins, closed, |a, b| score(b, a)),
        }
    }
}

/// [`OUTSIDE`], and these parts of every class.
fn free(parts: [Part; 2]) -> [Label; FREE] {
    let mut labels = [OUTSIDE; FREE];
    let named = Class::ALL.into_iter().flat_map(|class| parts.map(|part| label(class, part)));
    labels.iter_mut().skip(1).zip(named).for_each(|(place, label)| *place = label);
    labels
}

impl Steps {
    fn new(from: [Label; FREE], to: [Label; FREE], score: impl Fn(Label, Label) -> i32) -> Self {
        let free = from.map(|a| to.map(|b| score(a, b)));
        let reach = free.map(|steps| {
            (steps.into_iter().fold(i32::MAX, i32::min), steps.into_iter().fold(NEVER, i32::max))
        });
        let pairs = (0..LABELS as Label).flat_map(|a| (0..LABELS as Label).map(move |b| (a, b)));
        let bound = pairs
            .filter(|(a, b)| !(from.contains(a) && to.contains(b)))
            .map(|(a, b)| (a, b, score(a, b)))
            .filter(|step| step.2 > NEVER)
            .collect();
        Self { from, to, free, reach, bound }
    }

    /// The best score of a path that begins outside of names and ends in each label of each token,
    /// less what the token's best path scores: long texts overflow nothing.
    #[inline(never)]
    fn sweep<'s>(&self, scores: impl Iterator<Item = &'s Scores>) -> Vec<Scores> {
        let mut all: Vec<Scores> = Vec::with_capacity(scores.size_hint().0);
        let mut before = [NEVER; LABELS];
        before[OUTSIDE as usize] = 0;
        for token in scores {
            let mut here = [NEVER; LABELS];
            let free = self.free_steps(&before);
            self.to.iter().zip(free).for_each(|(&to, best)| here[to as usize] = best);
            for &(a, b, step) in &self.bound {
                here[b as usize] = here[b as usize].max(before[a as usize] + step);
            }
            let mut best = NEVER;
            for (sum, score) in here.iter_mut().zip(token) {
                *sum = (*sum + score).max(NEVER);
                best = best.max(*sum);
            }
            here.iter_mut().filter(|sum| **sum > NEVER).for_each(|sum| *sum -= best);
            all.push(here);
            before = here;
        }
        all
    }

    /// The best score of a free step to each place in `to`. Most labels score so little that no step from them can be
    /// the best: those are left out.
    #[inline(never)]
    fn free_steps(&self, before: &Scores) -> [i32; FREE] {
        let from = self.from.map(|a| before[a as usize]);
        let least = from.iter().zip(&self.reach).map(|(before, (worst, _))| before + worst);
        let least = least.fold(NEVER, i32::max);
        let mut all = [NEVER; FREE];
        for ((before, steps), (_, best)) in from.iter().zip(&self.free).zip(&self.reach) {
            if before + best >= least {
                all.iter_mut().zip(steps).for_each(|(sum, step)| *sum = (*sum).max(before + step));
            }
        }
        all
    }
}

/// The best labels of a sentence, each with its margin: how much the best sequence with another
/// label for this token scores less. Time and memory are linear in the number of tokens.
#[inline(never)]
pub fn decode(scores: &[Scores], transitions: &Transitions) -> Vec<(Label, i32)> {
    let forward = transitions.forward.sweep(scores.iter());
    let mut backward = transitions.backward.sweep(scores.iter().rev());
    backward.reverse();
    let tokens = scores.iter().zip(forward).zip(backward);
    tokens
        .map(|((token, forward), backward)| {
            let mut best = (OUTSIDE, i32::MIN);
            let mut second = i32::MIN;
            for label in 0..LABELS {
                // Both sweeps count the token's own score.
                let score = forward[label] + backward[label] - token[label];
                if score > best.1 {
                    second = best.1;
                    best = (label as Label, score);
                } else {
                    second = second.max(score);
                }
            }
            (best.0, best.1 - second.max(NEVER))
        })
        .collect()
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

    fn step(label: Label, next: Label) -> i32 {
        i32::from(label) % 7 - i32::from(next) % 5
    }

    /// What a sequence scores, `None` if it is not legal.
    fn total(labels: &[Label], scores: &[Scores]) -> Option<i32> {
        let mut sum = 0;
        let mut before = OUTSIDE;
        for (&label, row) in labels.iter().zip(scores) {
            if !may_follow(before, label) {
                return None;
            }
            sum += step(before, label) + row[label as usize];
            before = label;
        }
        may_follow(before, OUTSIDE).then(|| sum + step(before, OUTSIDE))
    }

    #[test]
    fn no_legal_sequence_scores_more_and_margins_are_what_the_next_best_lack() {
        let transitions = Transitions::new(step);
        for seed in 1..6 {
            let scores = scores(seed, 2);
            let found = decode(&scores, &transitions);
            let labels: Vec<Label> = found.iter().map(|f| f.0).collect();
            let best = total(&labels, &scores).expect("legal");
            let mut rest = [i32::MIN; 2];
            for a in 0..LABELS as Label {
                for b in 0..LABELS as Label {
                    let Some(other) = total(&[a, b], &scores) else { continue };
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
        let transitions = Transitions::new(step);
        let labels = decode(&scores(9, 200), &transitions);
        let mut before = OUTSIDE;
        for (label, margin) in labels {
            assert!(may_follow(before, label) && margin >= 0);
            before = label;
        }
        assert!(may_follow(before, OUTSIDE));
        assert!(decode(&[], &transitions).is_empty());
    }
}
