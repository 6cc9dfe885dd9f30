//! An averaged structured perceptron over the same features and labels: the family that the shipped
//! weights are compared with.

use newsmark::entities::tagger::labels::{LABELS, Label, may_follow};

use crate::{
    article::ANY,
    crf::{Numbered, Row},
};

/// The learner: weights under compact numbers of features.
pub struct Perceptron {
    weights: Vec<Row>,
    /// What each weight has summed up to, weighted by when it changed.
    sums: Vec<Row>,
    transitions: Vec<Row>,
    transition_sums: Vec<Row>,
    seen: f32,
    legal: Vec<Vec<Label>>,
}

impl Perceptron {
    /// All weights zero.
    pub fn new(features: usize) -> Self {
        let zeros = |rows| vec![[0.0; LABELS]; rows];
        Self {
            weights: zeros(features),
            sums: zeros(features),
            transitions: zeros(LABELS),
            transition_sums: zeros(LABELS),
            seen: 1.0,
            legal: (0..LABELS as Label)
                .map(|b| (0..LABELS as Label).filter(|&a| may_follow(a, b)).collect())
                .collect(),
        }
    }

    /// Learns from a sentence; returns how many tokens were wrong.
    pub fn learn(&mut self, article: &Numbered, sentence: (usize, usize)) -> f64 {
        self.seen += 1.0;
        let scores: Vec<Row> = (sentence.0..sentence.1)
            .map(|at| {
                let mut row = [0.0; LABELS];
                for &feature in article.of(at) {
                    let weights = &self.weights[feature as usize];
                    row.iter_mut().zip(weights).for_each(|(r, w)| *r += w);
                }
                row
            })
            .collect();
        let allowed = article.allowed(sentence);
        let free = self.best(&scores, |_| ANY);
        if free.iter().zip(allowed).all(|(&label, mask)| mask >> label & 1 == 1) {
            return 0.0;
        }
        let gold = self.best(&scores, |at| allowed[at]);
        let mut wrong = 0.0;
        let mut before = (0, 0);
        for (i, (&found, &right)) in free.iter().zip(&gold).enumerate() {
            self.step((before.0, found), -article.weight());
            self.step((before.1, right), article.weight());
            before = (found, right);
            if found == right {
                continue;
            }
            wrong += 1.0;
            for &feature in article.of(sentence.0 + i) {
                for (label, change) in [(found, -article.weight()), (right, article.weight())] {
                    self.weights[feature as usize][label as usize] += change;
                    self.sums[feature as usize][label as usize] += change * self.seen;
                }
            }
        }
        self.step((before.0, 0), -article.weight());
        self.step((before.1, 0), article.weight());
        wrong
    }

    fn step(&mut self, (a, b): (Label, Label), change: f32) {
        self.transitions[a as usize][b as usize] += change;
        self.transition_sums[a as usize][b as usize] += change * self.seen;
    }

    /// The averages: of features, and of one label behind another.
    pub fn averages(&self) -> (Vec<Row>, Vec<Row>) {
        let mean = |now: &[Row], sums: &[Row]| {
            let rows = now.iter().zip(sums);
            rows.map(|(w, s)| std::array::from_fn(|l| w[l] - s[l] / self.seen)).collect()
        };
        (mean(&self.weights, &self.sums), mean(&self.transitions, &self.transition_sums))
    }

    fn best(&self, scores: &[Row], allowed: impl Fn(usize) -> u64) -> Vec<Label> {
        let mut back: Vec<[Label; LABELS]> = Vec::with_capacity(scores.len());
        let mut last = [f32::MIN; LABELS];
        last[0] = 0.0;
        for (at, row) in scores.iter().enumerate() {
            let (mut next, mut from) = ([f32::MIN; LABELS], [0; LABELS]);
            let mask = allowed(at);
            for b in (0..LABELS).filter(|b| mask >> b & 1 == 1) {
                for &a in &self.legal[b] {
                    let score = last[a as usize] + self.transitions[a as usize][b];
                    if last[a as usize] > f32::MIN && score > next[b] {
                        next[b] = score;
                        from[b] = a;
                    }
                }
                if next[b] > f32::MIN {
                    next[b] += row[b];
                }
            }
            last = next;
            back.push(from);
        }
        let end = |label: usize| last[label] + self.transitions[label][0];
        let mut label = (0..LABELS)
            .filter(|&l| may_follow(l as Label, 0) && last[l] > f32::MIN)
            .max_by(|&a, &b| end(a).total_cmp(&end(b)))
            .unwrap_or(0) as Label;
        let mut labels = vec![0; scores.len()];
        for at in (0..scores.len()).rev() {
            labels[at] = label;
            label = back[at][label as usize];
        }
        labels
    }
}
