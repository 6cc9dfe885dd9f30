//! Units of measure and currencies, as words.

use std::sync::LazyLock;

use crate::text::{FastMap, lower};

/// Words and their UCUM codes.
static UNITS: LazyLock<FastMap<&'static str, &'static str>> =
    LazyLock::new(|| table(include_str!("../data/units.tsv")));

/// Words and signs and their ISO 4217 codes; `ambiguous:` where several countries share the word.
static CURRENCIES: LazyLock<FastMap<&'static str, &'static str>> =
    LazyLock::new(|| table(include_str!("../data/currencies.tsv")));

fn table(text: &'static str) -> FastMap<&'static str, &'static str> {
    let mut rows = FastMap::default();
    rows.extend(text.lines().filter_map(|line| line.split_once('\t')));
    rows
}

/// The UCUM code of `word`, however its letters are written.
pub(super) fn unit(word: &str) -> Option<&'static str> {
    if word.len() > 12 {
        return None;
    }
    UNITS.get(&*lower(word)).copied()
}

/// The ISO 4217 code of a currency's sign, code or lower-case name.
pub(super) fn currency(word: &str) -> Option<&'static str> {
    CURRENCIES.get(word).copied()
}

/// Whether `word` is a currency's sign or code, which may stand before the number.
pub(super) fn goes_before(word: &str) -> bool {
    word.chars().all(|c| !c.is_lowercase()) || word == "Rs"
}

/// Units of time: those amounts are durations, and belong to `dates`.
pub(super) fn is_time(word: &str) -> bool {
    let word = word.to_ascii_lowercase();
    [
        "second",
        "minute",
        "min",
        "hour",
        "hr",
        "day",
        "night",
        "week",
        "weekend",
        "fortnight",
        "month",
        "year",
        "yr",
        "decade",
        "century",
        "season",
        "quarter",
    ]
    .contains(&word.strip_suffix('s').unwrap_or(&word))
        || word == "centuries"
}
