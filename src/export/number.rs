//! Numbers as JavaScript writes them (RFC 8785): the shortest digits that read as the same number.
//!
//! By the method of Steele and White, with whole numbers of any length: slow beside a table-driven
//! one, and a tenth of its bytes. An article has few fractions.

use std::cmp::Ordering;

/// Appends `value`; nothing that is not a number reaches a report, and would be written as `null`.
#[allow(clippy::cast_sign_loss)] // It has been taken off by then.
pub(super) fn write(out: &mut String, value: f64) {
    if !value.is_finite() {
        out.push_str("null");
        return;
    }
    if value < 0.0 {
        out.push('-');
    }
    let value = value.abs();
    // Below 2^53 every whole number is itself.
    if value < 9_007_199_254_740_992.0 && value.fract() == 0.0 {
        whole(out, value as u64);
        return;
    }
    let (digits, point) = shortest(value);
    let exponential = !(-5..=21).contains(&point);
    let before = if exponential { 1 } else { point };
    if before <= 0 {
        out.push_str("0.");
        (before..0).for_each(|_| out.push('0'));
    }
    let mut count = 0;
    for digit in &digits {
        if before > 0 && count == before {
            out.push('.');
        }
        out.push(char::from(b'0' + digit));
        count += 1;
    }
    if exponential {
        out.push('e');
        out.push(if point > 0 { '+' } else { '-' });
        whole(out, u64::from((point - 1).unsigned_abs()));
    } else {
        (count..before).for_each(|_| out.push('0'));
    }
}

/// Appends a whole number.
pub(super) fn whole(out: &mut String, value: u64) {
    if value >= 10 {
        whole(out, value / 10);
    }
    out.push(char::from(b'0' + (value % 10) as u8));
}

/// The shortest digits that read as `value`, nearest to it where there are several, and how many of
/// them stand before the point. `value` is finite and above 0.
fn shortest(value: f64) -> (Vec<u8>, i32) {
    let bits = value.to_bits();
    let (exponent, fraction) = ((bits >> 52) as i32, bits & ((1 << 52) - 1));
    // value = mantissa * 2^power
    let (mantissa, power) =
        if exponent == 0 { (fraction, -1074) } else { (fraction | 1 << 52, exponent - 1075) };
    // Just above a power of two, the next smaller number is half as far away as the next greater.
    let narrow = u32::from(fraction == 0 && exponent > 1);
    let up = u32::try_from(power).unwrap_or(0);
    let down = u32::try_from(-power).unwrap_or(0);
    let mut rest = Whole::new(mantissa).shifted(up + 1 + narrow);
    let mut scale = Whole::new(1).shifted(down + 1 + narrow);
    let mut above = Whole::new(1).shifted(up + narrow);
    let mut below = Whole::new(1).shifted(up);
    // What lies exactly halfway reads as the even number.
    let even = mantissa & 1 == 0;
    let too_high = |rest: &Whole, above: &Whole, scale: &Whole| {
        let order = rest.plus(above).cmp(scale);
        order == Ordering::Greater || even && order == Ordering::Equal
    };
    let mut point = 0;
    while too_high(&rest, &above, &scale) {
        scale.times_ten();
        point += 1;
    }
    loop {
        let [mut r, mut a] = [rest.clone(), above.clone()];
        r.times_ten();
        a.times_ten();
        if too_high(&r, &a, &scale) {
            break;
        }
        (rest, above) = (r, a);
        below.times_ten();
        point -= 1;
    }
    let mut digits = Vec::new();
    loop {
        for number in [&mut rest, &mut above, &mut below] {
            number.times_ten();
        }
        let mut digit = 0;
        while rest.cmp(&scale) != Ordering::Less {
            rest.minus(&scale);
            digit += 1;
        }
        let order = rest.cmp(&below);
        let low = order == Ordering::Less || even && order == Ordering::Equal;
        let high = too_high(&rest, &above, &scale);
        if low || high {
            let half = rest.plus(&rest).cmp(&scale);
            let nearer_up = half == Ordering::Greater || half == Ordering::Equal && digit % 2 == 1;
            digits.push(digit + u8::from(high && (!low || nearer_up)));
            return (digits, point);
        }
        digits.push(digit);
    }
}

/// A whole number of any length, least significant part first, no zeros at the end.
#[derive(Clone)]
struct Whole(Vec<u32>);

impl Whole {
    fn new(value: u64) -> Self {
        let mut number = Self(vec![value as u32, (value >> 32) as u32]);
        number.trim();
        number
    }

    fn trim(&mut self) {
        while self.0.last() == Some(&0) {
            self.0.pop();
        }
    }

    /// Times 2 to the power of `bits`.
    fn shifted(mut self, bits: u32) -> Self {
        self.times(1 << (bits % 32));
        self.0.splice(0..0, (0..bits / 32).map(|_| 0));
        self
    }

    fn times_ten(&mut self) {
        self.times(10);
    }

    fn times(&mut self, factor: u32) {
        let mut carry = 0;
        for part in &mut self.0 {
            carry += u64::from(*part) * u64::from(factor);
            *part = carry as u32;
            carry >>= 32;
        }
        self.0.push(carry as u32);
        self.trim();
    }

    fn plus(&self, other: &Self) -> Self {
        let mut carry = 0;
        let length = self.0.len().max(other.0.len()) + 1;
        let part = |number: &Self, i: usize| u64::from(number.0.get(i).copied().unwrap_or(0));
        let mut sum = Self(Vec::with_capacity(length));
        for i in 0..length {
            carry += part(self, i) + part(other, i);
            sum.0.push(carry as u32);
            carry >>= 32;
        }
        sum.trim();
        sum
    }

    /// `other` is not greater.
    fn minus(&mut self, other: &Self) {
        let mut borrow = false;
        for (i, part) in self.0.iter_mut().enumerate() {
            let (less, first) = part.overflowing_sub(other.0.get(i).copied().unwrap_or(0));
            let (less, second) = less.overflowing_sub(u32::from(borrow));
            *part = less;
            borrow = first || second;
        }
        self.trim();
    }

    fn cmp(&self, other: &Self) -> Ordering {
        let length = self.0.len().cmp(&other.0.len());
        length.then_with(|| self.0.iter().rev().cmp(other.0.iter().rev()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written(value: f64) -> String {
        let mut out = String::new();
        write(&mut out, value);
        out
    }

    #[test]
    fn numbers_are_written_as_rfc_8785_has_them() {
        // The samples of the RFC's appendix B, and what an article holds.
        for (bits, wanted) in [
            (0x0000_0000_0000_0000, "0"),
            (0x8000_0000_0000_0000, "0"),
            (0x0000_0000_0000_0001, "5e-324"),
            (0x8000_0000_0000_0001, "-5e-324"),
            (0x7fef_ffff_ffff_ffff, "1.7976931348623157e+308"),
            (0x4340_0000_0000_0000, "9007199254740992"),
            (0x4430_0000_0000_0000, "295147905179352830000"),
            (0x44b5_2d02_c7e1_4af5, "9.999999999999997e+22"),
            (0x44b5_2d02_c7e1_4af6, "1e+23"),
            (0x44b5_2d02_c7e1_4af7, "1.0000000000000001e+23"),
            (0x444b_1ae4_d6e2_ef4e, "999999999999999700000"),
            (0x444b_1ae4_d6e2_ef4f, "999999999999999900000"),
            (0x444b_1ae4_d6e2_ef50, "1e+21"),
            (0x3eb0_c6f7_a0b5_ed8c, "9.999999999999997e-7"),
            (0x3eb0_c6f7_a0b5_ed8d, "0.000001"),
            (0x41b3_de43_5555_5553, "333333333.3333332"),
            (0x41b3_de43_5555_5557, "333333333.33333343"),
            (0xbecb_f647_612f_3696, "-0.0000033333333333333333"),
            (0x4314_3ff3_c1cb_0959, "1424953923781206.2"),
        ] {
            assert_eq!(written(f64::from_bits(bits)), wanted, "{bits:#x}");
        }
        for (value, wanted) in
            [(3.5, "3.5"), (-0.25, "-0.25"), (0.1, "0.1"), (1.2e12, "1200000000000")]
        {
            assert_eq!(written(value), wanted);
        }
    }

    #[cfg(feature = "cli")]
    mod against_a_library {
        use proptest::prelude::*;

        proptest! {
            #[test]
            fn any_number_is_written_as_the_command_writes_it(bits: u64) {
                let value = f64::from_bits(bits);
                if value.is_finite() {
                    prop_assert_eq!(super::written(value), ryu_js::Buffer::new().format_finite(value).to_owned());
                }
            }

            #[test]
            fn so_are_decimals(units in 0..100_000_000_u32, places in 0..9) {
                let value = f64::from(units) / 10_f64.powi(places);
                prop_assert_eq!(super::written(value), ryu_js::Buffer::new().format_finite(value).to_owned());
            }
        }
    }
}
