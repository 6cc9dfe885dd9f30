//! Time grows with the text and no faster: a short input, written over and over.

use std::sync::OnceLock;

use crate::{
    budget::{fastest, pace, timed},
    choice, text,
};
use newsmark::{Options, annotate};

const SHORT: usize = 6_000;
const LONG: usize = 48_000;

/// `unit` over and over, with `between` between, up to `length` bytes.
fn repeated(unit: &str, between: &str, length: usize) -> String {
    let mut text = String::with_capacity(length + unit.len());
    while text.len() < length {
        text.push_str(unit);
        text.push_str(between);
    }
    text
}

/// Reads one input.
pub fn run(data: &[u8]) {
    let (bits, data) = choice(data);
    let unit = text(data, 96);
    if unit.is_empty() {
        return;
    }
    let between = ["", " ", "\n\n", ". "][usize::from(bits) % 4];
    let options = Options::default();
    let read = |text: &str| assert!(annotate(text, &options).is_ok());
    let short = repeated(&unit, between, SHORT);
    static PACE: OnceLock<f64> = OnceLock::new();
    let usual = PACE.get_or_init(pace) * short.len() as f64;
    // What is as fast as an article when it is short is hardly slow because of its length.
    if timed(|| read(&short)).0.as_secs_f64() < 2.0 * usual {
        return;
    }
    let few = fastest(3, || read(&short));
    let long = repeated(&unit, between, LONG);
    let many = fastest(3, || read(&long));
    let growth = many.as_secs_f64() / few.as_secs_f64() / (long.len() as f64 / short.len() as f64);
    let times = many.as_secs_f64() / (pace() * long.len() as f64);
    assert!(
        times < 5.0 || times < 12.0 && growth < 1.6,
        "slow: {times:.1} times an article, growing by {growth:.2} of linear: {unit:?} and {between:?}"
    );
}
