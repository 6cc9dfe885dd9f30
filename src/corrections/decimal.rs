//! Numbers that a reader writes.

/// The number next to up to fifteen digits, and up to six behind a point. The library's reader gives the
/// same, for any number at all, and takes a table of ten kilobytes for that.
pub(super) fn decimal(text: &str) -> Option<f64> {
    let (positive, text) = text.strip_prefix('-').map_or((true, text), |text| (false, text));
    let (whole, part) = text.split_once('.').unwrap_or((text, "0"));
    let digits = |text: &str, most: usize| {
        let sound = (1..=most).contains(&text.len()) && text.bytes().all(|b| b.is_ascii_digit());
        if sound { text.parse::<u64>().ok() } else { None }
    };
    let scale = 10_u64.pow(part.len().min(6) as u32);
    let (whole, part) = (digits(whole, 15)?, digits(part, 6)?);
    let exact = whole.checked_mul(scale).and_then(|all| all.checked_add(part));
    let exact = exact.filter(|&all| all <= 1 << 53);
    let size = if let Some(all) = exact {
        // Both are exact, and division rounds once.
        all as f64 / scale as f64
    } else {
        // Sixty-three binary digits, and in the last one whether there are more: that is rounded once, too.
        let places = whole.leading_zeros() - 1;
        let behind = part << places;
        let more = u64::from(behind % scale != 0);
        (((whole << places) + behind / scale) | more) as f64 / (1_u64 << places) as f64
    };
    Some(if positive { size } else { -size })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_number_is_the_one_that_the_library_reads() {
        let sound = [
            "0",
            "-0",
            "-0.0",
            "3.5",
            "007",
            "0.1",
            "0.000001",
            "9007199254740993.0",
            "123456789012345.678901",
            "999999999999999.999999",
            "-999999999999999.5",
            "000000000000001.000001",
            "9007199254.740993",
            "9007199254.740992",
            "562949953421312.062500",
            "562949953421312.062501",
            "1125899906842623.9375",
        ];
        let mut seed = 7_u64;
        let made = (0..20_000).map(|i| {
            seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
            let (whole, part) = (seed >> 14, seed >> 40);
            format!("{}.{}", whole % 10_u64.pow(1 + i % 15), part % 10_u64.pow(1 + i / 15 % 6))
        });
        for text in sound.into_iter().map(str::to_owned).chain(made) {
            let whole = text.trim_start_matches('-').split('.').next().unwrap_or_default();
            let wanted = text.parse::<f64>().ok().filter(|_| whole.len() <= 15);
            assert_eq!(decimal(&text).map(f64::to_bits), wanted.map(f64::to_bits), "{text}");
        }
        for text in ["", "-", ".5", "5.", "+5", "1e3", "--1", "1.2.3", "inf", "1.0000000", "1 000"]
        {
            assert_eq!(decimal(text), None, "{text}");
        }
    }
}
