//! A linear-chain conditional random field, trained online (FTRL-proximal: each weight has its own
//! rate, and weights without enough evidence are zero). Where an annotation leaves a token's label
//! open, every label that it allows counts as right.

use newsmark::entities::tagger::labels::{LABELS, Label, may_follow};

use crate::article::Article;

/// How the weights are learnt.
#[derive(Clone, Copy, Debug)]
pub struct Rates {
    /// How large the first steps are.
    pub alpha: f32,
    /// How much evidence a weight needs.
    pub l1: f32,
    /// How strongly weights are drawn to zero.
    pub l2: f32,
    /// Which share of a token's features is left out each time it is seen.
    pub dropout: f32,
}

/// A row of values for the labels of one feature.
pub type Row = [f32; LABELS];

/// The learner: weights under compact numbers of features.
pub struct Crf {
    rates: Rates,
    /// The weights of each feature.
    pub weights: Vec<Row>,
    z: Vec<Row>,
    n: Vec<Row>,
    /// The weights of one label behind another; nothing is before the first and behind the last.
    pub transitions: Vec<Row>,
    tz: Vec<Row>,
    tn: Vec<Row>,
    legal: Vec<Vec<Label>>,
    random: u64,
    /// How many sentences had no sequence of labels that their annotation allows.
    pub skipped: usize,
}

/// The expectations of one sentence.
#[derive(Default)]
struct Sums {
    /// For each token, how likely each label is.
    tokens: Vec<Row>,
    /// For each pair of labels, how often one is expected behind the other.
    steps: Vec<Row>,
    log: f64,
    /// No sequence of labels is allowed.
    impossible: bool,
}

impl Crf {
    /// All weights zero.
    pub fn new(features: usize, rates: Rates, seed: u64) -> Self {
        let zeros = |rows| vec![[0.0; LABELS]; rows];
        Self {
            rates,
            weights: zeros(features),
            z: zeros(features),
            n: zeros(features),
            transitions: zeros(LABELS),
            tz: zeros(LABELS),
            tn: zeros(LABELS),
            legal: (0..LABELS as Label)
                .map(|a| (0..LABELS as Label).filter(|&b| may_follow(a, b)).collect())
                .collect(),
            random: seed | 1,
            skipped: 0,
        }
    }

    /// Learns from a sentence; returns its loss.
    pub fn learn(&mut self, article: &Numbered, sentence: (usize, usize)) -> f64 {
        let mut kept: Vec<Vec<u32>> = Vec::with_capacity(sentence.1 - sentence.0);
        let scale = 1.0 / (1.0 - self.rates.dropout);
        let mut scores: Vec<Row> = Vec::with_capacity(sentence.1 - sentence.0);
        for at in sentence.0..sentence.1 {
            let features: Vec<u32> =
                article.of(at).iter().copied().filter(|_| self.stays()).collect();
            let mut row = [0.0; LABELS];
            for &feature in &features {
                let weights = &self.weights[feature as usize];
                row.iter_mut().zip(weights).for_each(|(r, w)| *r += w);
            }
            for r in &mut row {
                *r *= scale;
            }
            scores.push(row);
            kept.push(features);
        }
        let allowed = &article.allowed[sentence.0..sentence.1];
        let free = self.expect(&scores, None);
        let gold = self.expect(&scores, Some(allowed));
        if gold.impossible {
            self.skipped += 1;
            return 0.0;
        }
        for (i, features) in kept.iter().enumerate() {
            for label in 0..LABELS {
                let gradient = (free.tokens[i][label] - gold.tokens[i][label]) * article.weight;
                if gradient.abs() < 1e-3 {
                    continue;
                }
                for &feature in features {
                    let f = feature as usize;
                    step(
                        &self.rates,
                        gradient * scale,
                        &mut self.weights[f][label],
                        &mut self.z[f][label],
                        &mut self.n[f][label],
                    );
                }
            }
        }
        for a in 0..LABELS {
            for &b in &self.legal[a] {
                let b = b as usize;
                let gradient = (free.steps[a][b] - gold.steps[a][b]) * article.weight;
                if gradient.abs() > 1e-4 {
                    let (w, z, n) =
                        (&mut self.transitions[a][b], &mut self.tz[a][b], &mut self.tn[a][b]);
                    step(&Rates { l1: 0.0, ..self.rates }, gradient, w, z, n);
                }
            }
        }
        free.log - gold.log
    }

    fn stays(&mut self) -> bool {
        self.random ^= self.random << 13;
        self.random ^= self.random >> 7;
        self.random ^= self.random << 17;
        (self.random >> 40) as f32 / (1_u64 << 24) as f32 >= self.rates.dropout
    }

    /// Forward and backward over the sentence, over all labels or those allowed.
    fn expect(&self, scores: &[Row], allowed: Option<&[u64]>) -> Sums {
        let powers: Vec<Row> = self.transitions.iter().map(|row| row.map(f32::exp)).collect();
        let mut sums = Sums::default();
        let emit: Vec<Row> = (scores.iter().enumerate())
            .map(|(i, row)| {
                let mask = allowed.map_or(u64::MAX, |a| a[i]);
                let free = |l: usize| mask >> l & 1 == 1;
                let best =
                    (0..LABELS).filter(|&l| free(l)).map(|l| row[l]).fold(f32::MIN, f32::max);
                sums.log += f64::from(best);
                std::array::from_fn(|l| if free(l) { (row[l] - best).exp() } else { 0.0 })
            })
            .collect();
        let forward = self.forward(&emit, &powers, &mut sums);
        let backward = self.backward(&emit, &powers);
        sums.steps = vec![[0.0; LABELS]; LABELS];
        for i in 0..scores.len() {
            let mut row: Row = std::array::from_fn(|l| forward[i][l] * backward[i][l]);
            normalise(&mut row);
            match i.checked_sub(1) {
                None => sums.steps[0].iter_mut().zip(row).for_each(|(s, r)| *s += r),
                Some(before) => {
                    let here: Row = std::array::from_fn(|b| emit[i][b] * backward[i][b]);
                    self.expect_steps(&forward[before], &here, &powers, &mut sums.steps);
                }
            }
            sums.tokens.push(row);
        }
        if let Some(last) = sums.tokens.last() {
            sums.steps.iter_mut().zip(last).for_each(|(s, r)| s[0] += r);
        }
        sums
    }

    /// For each token, how likely each label is by what stands before it.
    fn forward(&self, emit: &[Row], powers: &[Row], sums: &mut Sums) -> Vec<Row> {
        let mut start = [0.0; LABELS];
        start[0] = 1.0;
        let mut all: Vec<Row> = Vec::with_capacity(emit.len());
        for row in emit {
            let before = all.last().unwrap_or(&start);
            let mut here = [0.0; LABELS];
            for a in (0..LABELS).filter(|&a| before[a] > 1e-12) {
                for &b in &self.legal[a] {
                    here[b as usize] += before[a] * powers[a][b as usize];
                }
            }
            here.iter_mut().zip(row).for_each(|(h, e)| *h *= e);
            sums.add(normalise(&mut here));
            all.push(here);
        }
        let last = all.last().unwrap_or(&start);
        let ends = (0..LABELS).filter(|&a| may_follow(a as Label, 0));
        sums.add(ends.map(|a| last[a] * powers[a][0]).sum());
        all
    }

    /// For each token, how well each label goes with what stands behind it.
    fn backward(&self, emit: &[Row], powers: &[Row]) -> Vec<Row> {
        let mut all = vec![[0.0; LABELS]; emit.len()];
        let mut behind = [0.0; LABELS];
        behind[0] = 1.0;
        for i in (0..emit.len()).rev() {
            for a in 0..LABELS {
                let sum = |&b: &Label| powers[a][b as usize] * behind[b as usize];
                all[i][a] = self.legal[a].iter().map(sum).sum();
            }
            normalise(&mut all[i]);
            behind = std::array::from_fn(|b| emit[i][b] * all[i][b]);
        }
        all
    }

    /// Adds how often each label is expected behind each other, between two tokens.
    fn expect_steps(&self, before: &Row, here: &Row, powers: &[Row], steps: &mut [Row]) {
        let mut pairs = Vec::with_capacity(64);
        let mut total = 0.0;
        for a in (0..LABELS).filter(|&a| before[a] >= 1e-6) {
            for &b in &self.legal[a] {
                let b = b as usize;
                let p = before[a] * powers[a][b] * here[b];
                if p > 0.0 {
                    total += p;
                    pairs.push((a, b, p));
                }
            }
        }
        for (a, b, p) in pairs {
            steps[a][b] += p / total;
        }
    }
}

impl Sums {
    /// Counts a factor of the probability of the whole sentence.
    fn add(&mut self, factor: f32) {
        self.impossible |= factor <= 0.0;
        self.log += f64::from(factor.max(1e-30).ln());
    }
}

/// Makes a row sum up to one; returns what it summed up to.
fn normalise(row: &mut Row) -> f32 {
    let sum: f32 = row.iter().sum();
    let divisor = sum.max(1e-30);
    for value in row {
        *value /= divisor;
    }
    sum
}

/// One step of FTRL-proximal.
#[inline]
fn step(rates: &Rates, gradient: f32, w: &mut f32, z: &mut f32, n: &mut f32) {
    let next = *n + gradient * gradient;
    let sigma = (next.sqrt() - n.sqrt()) / rates.alpha;
    *z += gradient - sigma * *w;
    *n = next;
    *w = if z.abs() <= rates.l1 {
        0.0
    } else {
        -(*z - z.signum() * rates.l1) / ((1.0 + next.sqrt()) / rates.alpha + rates.l2)
    };
}

/// An article whose features are compact numbers.
pub struct Numbered {
    features: Vec<u32>,
    ends: Vec<u32>,
    allowed: Vec<u64>,
    /// Its sentences, as ranges of tokens.
    pub sentences: Vec<(usize, usize)>,
    weight: f32,
}

impl Numbered {
    /// With features as `number` calls them; those without a number are left out.
    pub fn new(article: &Article, number: impl Fn(u32) -> Option<u32>) -> Self {
        let (mut features, mut ends) = (Vec::new(), Vec::new());
        for at in 0..article.features.len() {
            features.extend(article.features.of(at).iter().filter_map(|&hash| number(hash)));
            ends.push(features.len() as u32);
        }
        features.shrink_to_fit();
        Self {
            features,
            ends,
            allowed: article.allowed.clone(),
            sentences: article.sentences.clone(),
            weight: article.weight,
        }
    }

    /// The labels that each token of a sentence may have.
    pub fn allowed(&self, sentence: (usize, usize)) -> &[u64] {
        &self.allowed[sentence.0..sentence.1]
    }

    /// How much it counts.
    pub fn weight(&self) -> f32 {
        self.weight
    }

    /// The features of a token.
    pub fn of(&self, at: usize) -> &[u32] {
        let start = at.checked_sub(1).map_or(0, |before| self.ends[before]) as usize;
        &self.features[start..self.ends[at] as usize]
    }
}
