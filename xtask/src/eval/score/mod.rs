//! The tasks, scored as the data's own reference scorer does; a test compares the two.

pub mod body;
pub mod cases;
pub mod coref;
pub mod ner;
pub mod quote;
pub mod timex;

use std::collections::BTreeMap;

use super::{gold::Gold, system::System};

/// An article and what was found in it.
pub type Pairs<'a> = &'a [(&'a Gold, &'a System)];

/// The numbers of one task, by the reference scorer's names: `strict.f1`, `value_acc`.
#[derive(Debug, Default)]
pub struct Scores(BTreeMap<String, f64>);

impl Scores {
    /// The number of that name; `None` when there was nothing to count.
    pub fn get(&self, name: &str) -> Option<f64> {
        self.0.get(name).copied()
    }

    /// All names and numbers.
    pub fn iter(&self) -> impl Iterator<Item = (&str, f64)> {
        self.0.iter().map(|(name, &value)| (name.as_str(), value))
    }

    pub fn set(&mut self, name: impl Into<String>, value: f64) {
        self.0.insert(name.into(), value);
    }

    pub fn count(&mut self, name: impl Into<String>, value: usize) {
        self.set(name, value as f64);
    }

    /// `part` of `whole` in percent; of nothing, 0.
    pub fn percent(&mut self, name: impl Into<String>, part: usize, whole: usize) {
        self.set(name, 100.0 * part as f64 / whole.max(1) as f64);
    }

    /// Precision, recall and F1 in percent, and what they were made of.
    pub fn prf(&mut self, name: &str, right: usize, system: usize, gold: usize) {
        self.means(name, share(right, system), share(right, gold));
        self.count(format!("{name}.tp"), right);
        self.count(format!("{name}.sys"), system);
        self.count(format!("{name}.gold"), gold);
    }

    /// Precision, recall and their harmonic mean in percent.
    fn means(&mut self, name: &str, precision: f64, recall: f64) {
        self.set(format!("{name}.p"), 100.0 * precision);
        self.set(format!("{name}.r"), 100.0 * recall);
        self.set(format!("{name}.f1"), 100.0 * harmonic(precision, recall));
    }
}

fn share(part: usize, whole: usize) -> f64 {
    if whole == 0 { 0.0 } else { part as f64 / whole as f64 }
}

fn harmonic(a: f64, b: f64) -> f64 {
    if a + b > 0.0 { 2.0 * a * b / (a + b) } else { 0.0 }
}
