//! Where in the article something stands, as a row of small bars.

/// How many bars a strip has.
pub const BINS: usize = 24;

/// How many of the `starts` (byte offsets into a text of `length` bytes) fall into each part.
pub fn bins(starts: impl IntoIterator<Item = usize>, length: usize) -> [u32; BINS] {
    let mut bins = [0; BINS];
    for start in starts {
        let bin = (start * BINS).checked_div(length).unwrap_or(0).min(BINS - 1);
        bins[bin] += 1;
    }
    bins
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_start_is_counted_once_and_the_end_is_inside() {
        let counted = bins([0, 50, 51, 99, 100, 400], 100);
        assert_eq!(counted.iter().sum::<u32>(), 6);
        assert_eq!((counted[0], counted[12], counted[BINS - 1]), (1, 2, 3));
        assert_eq!(bins([0], 0)[0], 1);
    }
}
