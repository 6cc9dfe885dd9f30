//! What marks a time as one, with examples. The grammar names these rows.

mod calendar;
mod relative;

use crate::rules::Rule;

pub(super) use calendar::*;
pub(super) use relative::*;

/// The rules of this layer.
pub const RULES: &[&Rule] = &[
    &ISO,
    &NUMERIC,
    &MONTH_DAY,
    &MONTH,
    &WEEKDAY_DATE,
    &WEEKDAY,
    &HOLIDAY,
    &YEAR,
    &YEARS,
    &DECADE,
    &QUARTER,
    &SEASON,
    &FISCAL,
    &WEEKEND,
    &NTH,
    &CURRENT,
    &DAY,
    &RELATIVE,
    &PART,
    &CLOCK,
    &AGO,
    &COUNTED,
    &DURATION,
    &BOUNDED,
    &EDGE,
    &REFERENCE,
    &SET,
    &RANGE,
];

macro_rules! rule {
    ($name:ident, $id:literal, $note:literal, [$($hit:literal),+ $(,)?], [$($miss:literal),+ $(,)?]) => {
        pub(in crate::dates) static $name: Rule =
            Rule { id: $id, note: $note, hits: &[$($hit),+], misses: &[$($miss),+] }.lean();
    };
}

use rule;
