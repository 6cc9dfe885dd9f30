//! Dates: place (strict, relaxed), type and value, in the manner of TempEval-3.

use std::{
    collections::{BTreeMap, BTreeSet},
    sync::LazyLock,
};

use regex::Regex;

use super::{Pairs, Scores};
use crate::eval::{
    calendar,
    gold::{Gold, GoldTimex},
    place::{Place, pair},
    system::{System, Timex},
};

/// A value in one spelling: 2000-W7 and 2000-W07, 198X and 198, 1994-XX-XX and 1994 are the same.
fn normal(value: &str) -> String {
    static RULES: LazyLock<Vec<(Regex, &str)>> = LazyLock::new(|| {
        [
            ("-W([0-9])($|-)", "-W0${1}${2}"),
            ("^([0-9]{4}(?:-[0-9]{2})?)(?:-XX)+$", "${1}"),
            ("^([0-9]{2,3})X+$", "${1}"),
            (r"(T[0-9]{2}:[0-9]{2}):00(Z|\+00:00)?$", "${1}"),
        ]
        .map(|(pattern, to)| (Regex::new(pattern).expect("a constant pattern"), to))
        .into()
    });
    static TENTHS: LazyLock<Regex> =
        LazyLock::new(|| Regex::new(r"([0-9])\.0([A-Z])").expect("a constant pattern"));
    let value = value.trim().to_uppercase().replace(' ', "T");
    if value.starts_with('P') {
        let value = TENTHS.replace_all(&value, "${1}${2}").into_owned();
        return if value == "P1.5M" { "P6W".into() } else { value };
    }
    RULES.iter().fold(value, |value, (from, to)| from.replace_all(&value, *to).into_owned())
}

/// Whether `value` is `YYYY`, `YYYY-MM` or `YYYY-MM-DD`.
fn is_day(value: Option<&str>) -> bool {
    static DAY: LazyLock<Regex> =
        LazyLock::new(|| Regex::new("^[0-9]{4}(-[0-9]{1,2}){0,2}$").expect("a constant pattern"));
    value.is_some_and(|value| DAY.is_match(value))
}

/// GUM: years before 1000, open and year-less ranges cannot be written in TIMEX3; they are left out
/// on both sides.
fn scorable(gold: &GoldTimex) -> bool {
    static YEARLESS: LazyLock<Regex> =
        LazyLock::new(|| Regex::new("^--[0-9]{2}(-[0-9]{2})?$").expect("a constant pattern"));
    let Some(attributes) = &gold.attrs else { return true };
    match attributes.when.as_deref() {
        Some(when) => is_day(Some(when)) || YEARLESS.is_match(when),
        None => is_day(attributes.from.as_deref()) && is_day(attributes.to.as_deref()),
    }
}

fn same_value(gold: &GoldTimex, found: &Timex) -> bool {
    let value = found.value.as_deref().map(normal);
    let Some(attributes) = &gold.attrs else {
        return gold.value.as_deref().map(normal) == value;
    };
    if let Some(from) = &attributes.from {
        // TEI ranges are compared by their first and last day.
        let last = attributes.to.as_deref().and_then(|to| calendar::end_of(to, true));
        return found.earliest == calendar::end_of(from, false) && found.latest == last;
    }
    // GUM gives days, also for parts of a day, and `--09-12` for a day without a year.
    let when = attributes.when.as_deref().unwrap_or_default();
    let when = match when.strip_prefix("--") {
        Some(day) => format!("XXXX-{day}"),
        None => when.to_owned(),
    };
    value.unwrap_or_default().split('T').next() == Some(normal(&when).as_str())
}

/// The dates of an article that count, and which of them stand for each other.
pub struct Matched<'a> {
    pub gold: Vec<&'a GoldTimex>,
    pub system: Vec<&'a Timex>,
    pub pairs: Vec<(usize, usize)>,
}

/// Pairs the dates of an article.
pub fn matched<'a>((gold, system): (&'a Gold, &'a System)) -> Matched<'a> {
    let left_out: Vec<Place> =
        gold.timexes.iter().filter(|t| !scorable(t)).map(|t| t.place).collect();
    let gold: Vec<_> = gold.timexes.iter().filter(|t| t.place.len() > 0 && scorable(t)).collect();
    let counts = |t: &&Timex| left_out.iter().all(|place| place.overlap(t.place) == 0);
    let system: Vec<_> = system.timexes.iter().filter(counts).collect();
    let gold_places: Vec<_> = gold.iter().map(|t| t.place).collect();
    let system_places: Vec<_> = system.iter().map(|t| t.place).collect();
    let pairs = pair(&gold_places, &system_places, |_, _| true);
    Matched { gold, system, pairs }
}

impl Matched<'_> {
    /// Whether the pair has the same value.
    pub fn agree(&self, (i, j): (usize, usize)) -> bool {
        same_value(self.gold[i], self.system[j])
    }
}

/// Scores the dates.
pub fn score(articles: Pairs<'_>) -> Scores {
    let mut scores = Scores::default();
    let (mut gold, mut system, mut strict, mut relaxed) = (0, 0, 0, 0);
    let (mut types, mut values) = (0, 0);
    let mut by_type: BTreeMap<&str, (usize, usize)> = BTreeMap::new();
    for &article in articles {
        let found = matched(article);
        gold += found.gold.len();
        system += found.system.len();
        let gold_places: BTreeSet<_> = found.gold.iter().map(|t| t.place).collect();
        let system_places: BTreeSet<_> = found.system.iter().map(|t| t.place).collect();
        strict += gold_places.intersection(&system_places).count();
        relaxed += found.pairs.len();
        for timex in &found.gold {
            by_type.entry(&timex.timex_type).or_default().1 += 1;
        }
        for &(i, j) in &found.pairs {
            by_type.entry(&found.gold[i].timex_type).or_default().0 += 1;
            types += usize::from(found.gold[i].timex_type == found.system[j].timex_type);
            values += usize::from(found.agree((i, j)));
        }
    }
    scores.prf("strict", strict, system, gold);
    scores.prf("relaxed", relaxed, system, gold);
    scores.percent("type_acc", types, relaxed);
    scores.percent("value_acc", values, relaxed);
    scores.set(
        "type_f1",
        100.0 * super::harmonic(super::share(types, system), super::share(types, gold)),
    );
    scores.prf("value", values, system, gold);
    for (name, (found, of)) in by_type {
        scores.percent(format!("recall_by_type.{name}"), found, of);
    }
    scores
}
