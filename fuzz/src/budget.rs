//! How long an input may take: so many times what an ordinary article of its length takes here.
//!
//! Time is the thread's own, and an input is measured again before it counts as slow, the fastest run
//! deciding: a busy machine makes no finds.

use std::{sync::OnceLock, time::Duration};

use cpu_time::ThreadTime;
use newsmark::{Options, annotate};

use crate::articles;

/// How many times the time of an ordinary article.
const TIMES: f64 = 25.0;
/// What every call may cost, however short its input is, in bytes of an ordinary article.
const FLOOR: usize = 4_000;
/// Measured so often before it is slow.
const RUNS: usize = 4;

/// Does `work` on `length` bytes and returns what it gave.
///
/// # Panics
///
/// When it takes too long.
pub fn within<T>(length: usize, mut work: impl FnMut() -> T) -> T {
    static PACE: OnceLock<f64> = OnceLock::new();
    let bytes = (length + FLOOR) as f64 * TIMES;
    let (mut best, result) = timed(&mut work);
    let allowed = Duration::from_secs_f64(PACE.get_or_init(pace) * bytes);
    if best <= allowed {
        return result;
    }
    // The machine may be slower than it was.
    best = best.min(fastest(RUNS, || drop(work())));
    let allowed = allowed.max(Duration::from_secs_f64(pace() * bytes));
    assert!(best <= allowed, "slow: {best:?} for {length} bytes, where {allowed:?} are allowed");
    result
}

/// What `work` gives, and what it took.
pub fn timed<T>(mut work: impl FnMut() -> T) -> (Duration, T) {
    let start = ThreadTime::now();
    let result = work();
    (start.elapsed(), result)
}

/// The fastest of `runs`.
pub fn fastest(runs: usize, mut work: impl FnMut()) -> Duration {
    (0..runs).map(|_| timed(&mut work).0).min().unwrap_or_default()
}

/// The seconds that a byte of an ordinary article takes now.
pub fn pace() -> f64 {
    let text = articles::GOLDEN[0];
    let options = Options::default();
    let read = || assert!(annotate(text, &options).is_ok());
    // The first run also reads what names are read with.
    read();
    fastest(4, read).as_secs_f64() / text.len() as f64
}
