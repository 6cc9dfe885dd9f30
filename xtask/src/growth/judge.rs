//! Whether time and memory grow no faster than the text.

use super::{Cost, Growth, USUAL};
use crate::step::Result;

/// How many times as much a byte of the longest usual article may cost as one of a short article.
pub const TIMES: f64 = 1.5;

/// The short article.
const SHORT: u64 = 16 << 10;

/// WebAssembly gives memory in pages of 64 kB: below so much growth their number says nothing.
const SOME_PAGES: u64 = 1 << 20;

/// How many times as much a byte costs in the longest usual article as in a short one.
#[derive(Debug, PartialEq)]
pub struct Times {
    pub what: &'static str,
    /// The length of the short article.
    pub short: u64,
    pub factor: f64,
}

/// All that is compared.
pub fn times(growth: &Growth) -> Result<Vec<Times>> {
    let compared = |what, costs: &[Cost], least: u64, of: fn(&Cost) -> u64| {
        let short = costs.iter().find(|cost| cost.bytes >= SHORT && of(cost) >= least);
        let long = costs.iter().find(|cost| cost.bytes >= USUAL);
        let (Some(short), Some(long)) = (short, long) else {
            return Err(format!("{what}: too little was measured"));
        };
        let a_byte = |cost: &Cost| of(cost) as f64 / cost.bytes as f64;
        Ok(Times { what, short: short.bytes, factor: a_byte(long) / a_byte(short) })
    };
    Ok(vec![
        compared("time, native", &growth.native, 1, |cost| cost.whole)?,
        compared("time, WebAssembly", &growth.wasm, 1, |cost| cost.whole)?,
        compared("memory, native", &growth.native, 1, |cost| cost.memory)?,
        compared("memory, WebAssembly", &added(&growth.wasm), SOME_PAGES, |cost| cost.memory)?,
    ])
}

/// What the last byte of each article took, as if all had taken so much: the memory that an article needs more than
/// one of half its length. What loading the weights left free in the module is used first, and is in neither.
fn added(costs: &[Cost]) -> Vec<Cost> {
    let both = costs.windows(2).filter(|pair| pair[0].memory >= SOME_PAGES);
    both.map(|pair| {
        let more = pair[1].memory.saturating_sub(pair[0].memory);
        Cost { memory: more * pair[1].bytes / (pair[1].bytes - pair[0].bytes), ..pair[1] }
    })
    .collect()
}

/// An error that names what grows too fast.
pub fn check(growth: &Growth) -> Result {
    let too_fast: Vec<String> = times(growth)?
        .iter()
        .filter(|compared| compared.factor > TIMES)
        .map(|c| {
            format!(
                "{}: a byte of 2 MiB costs {:.2} times one of {} bytes",
                c.what, c.factor, c.short
            )
        })
        .collect();
    if too_fast.is_empty() { Ok(()) } else { Err(too_fast.join("; ").into()) }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Articles of which each is twice as long as the one before; a byte of it costs so many percent of a byte there.
    fn growing(percent: u64) -> Growth {
        let mut cost = 1 << 10;
        let costs: Vec<Cost> = (10..=21)
            .map(|n| {
                let own =
                    Cost { bytes: 1 << n, whole: 500 * cost, keystroke: cost, memory: 100 * cost };
                cost = cost * 2 * percent / 100;
                own
            })
            .collect();
        Growth { native: costs.clone(), wasm: costs, counted: Vec::new() }
    }

    #[test]
    fn what_grows_as_the_text_does_is_let_pass_and_what_grows_faster_is_not() {
        assert!(check(&growing(100)).is_ok());
        assert!(check(&growing(103)).is_ok());
        let refused = check(&growing(115)).expect_err("too fast").to_string();
        assert_eq!(refused.matches("times one of").count(), 4, "{refused}");
    }

    #[test]
    fn memory_alone_is_enough_to_be_refused() {
        let mut growth = growing(100);
        growth.native.last_mut().expect("measured").memory *= 2;
        let refused = check(&growth).expect_err("too fast").to_string();
        assert!(refused.starts_with("memory, native"), "{refused}");
    }

    #[test]
    fn pages_count_from_the_first_article_that_needs_some() {
        let mut growth = growing(100);
        let free = 5 << 20;
        growth.wasm.iter_mut().for_each(|cost| cost.memory -= cost.memory.min(free));
        let memory = times(&growth).expect("measured").pop().expect("four");
        // 64 kB need 6.5 MB, of which 1.5 MB were not free.
        assert_eq!((memory.short, memory.factor), (128 << 10, 1.0));
        assert!(times(&Growth::default()).is_err());
    }
}
