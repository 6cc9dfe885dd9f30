//! When two articles mean the same days, or the same amount.

use super::{
    fold::words,
    join::{Bond, Tie},
};
use crate::{
    app::model::when::day_number,
    report::{Amount, AmountKind, AmountMod, DateMention, TimexMod, TimexType},
};

/// The days that an expression of time covers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Days {
    /// First and last; none while the text leaves them open.
    pub range: Option<(i64, i64)>,
    modifier: Option<TimexMod>,
    value: String,
}

impl Days {
    /// Of `date`; none for lengths and for what recurs, which have no place in the calendar.
    pub fn new(date: &DateMention) -> Option<Self> {
        let day = |iso: &Option<String>| iso.as_deref().and_then(day_number);
        let range = day(&date.earliest).zip(day(&date.latest));
        let value = date.timex.value.clone();
        let is_point = matches!(date.timex.timex_type, TimexType::Date | TimexType::Time);
        let is_open = is_point && value.contains("XX") && value.chars().any(|c| c.is_ascii_digit());
        let modifier = date.timex.modifier;
        (range.is_some() || is_open).then_some(Self { range, modifier, value })
    }

    /// How these days and `other`'s are tied: equal, overlapping, or perhaps equal where the text of
    /// one leaves the year or week open.
    pub fn tie(&self, other: &Self) -> Option<Tie> {
        match (self.range, other.range) {
            (Some(a), Some(b)) if a == b && self.modifier == other.modifier => {
                Some(Bond::Same.into())
            }
            (Some(a), Some(b)) => {
                let days = (a.1 - a.0).max(b.1 - b.0);
                let distance = u32::try_from(days).unwrap_or(u32::MAX);
                (a.0 <= b.1 && b.0 <= a.1).then_some(Tie { bond: Bond::Overlap, distance })
            }
            (None, None) => (self.value == other.value).then_some(Bond::Perhaps.into()),
            (None, Some(_)) => fits(&self.value, &other.value).then_some(Bond::Perhaps.into()),
            (Some(_), None) => fits(&other.value, &self.value).then_some(Bond::Perhaps.into()),
        }
    }
}

/// Whether `value` is one of those that `open`, with its `X`s, leaves open.
fn fits(open: &str, value: &str) -> bool {
    open.len() == value.len() && open.chars().zip(value.chars()).all(|(a, b)| a == b || a == 'X')
}

/// How much or how many.
#[derive(Clone, Debug, PartialEq)]
pub struct Much {
    kind: AmountKind,
    low: f64,
    high: f64,
    modifier: Option<AmountMod>,
    unit: String,
    per: Option<String>,
    item: Option<String>,
}

impl Much {
    /// Of `amount` in `text`; none where it has no value, and for places in an order.
    pub fn new(amount: &Amount, text: &str) -> Option<Self> {
        let low = amount.low.or(amount.high)?;
        // `three boats` and `three old boats` count the same.
        let item = amount.item.and_then(|item| words(item.of(text)).pop());
        (amount.kind != AmountKind::Ordinal).then(|| Self {
            kind: amount.kind,
            low,
            high: amount.high.unwrap_or(low),
            modifier: amount.modifier,
            unit: amount.currency.clone().or_else(|| amount.unit.clone()).unwrap_or_default(),
            per: amount.per.clone(),
            item: item.map(|word| word.strip_suffix('s').map(str::to_owned).unwrap_or(word)),
        })
    }

    /// How this amount and `other` are tied: the same value and unit; perhaps the same where one is
    /// said to be about, more or less, or says less of what it counts.
    pub fn tie(&self, other: &Self) -> Option<Tie> {
        let open = |unit: &str| unit.starts_with("ambiguous:");
        let equal = (self.kind, self.low, self.high) == (other.kind, other.low, other.high);
        let unit = self.unit == other.unit || open(&self.unit) != open(&other.unit);
        let counted = matches!(self.kind, AmountKind::Cardinal);
        let differ = |a: &Option<String>, b: &Option<String>| a.is_some() && b.is_some() && a != b;
        let other_thing = counted && differ(&self.item, &other.item);
        if !equal || !unit || other_thing || differ(&self.per, &other.per) {
            return None;
        }
        // Two bare dollar signs may be those of two countries.
        let sure = self.unit == other.unit
            && !open(&self.unit)
            && self.per == other.per
            && self.modifier == other.modifier
            && (!counted || self.item == other.item);
        Some(if sure { Bond::Same } else { Bond::Perhaps }.into())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn merged(mut value: serde_json::Value, more: serde_json::Value) -> serde_json::Value {
        let (Some(all), serde_json::Value::Object(more)) = (value.as_object_mut(), more) else {
            panic!("both are objects")
        };
        all.extend(more);
        value
    }

    fn base() -> serde_json::Value {
        serde_json::json!({
            "id": "x1", "span": { "start": 0, "end": 1 }, "certainty": "sure",
            "why": { "rule": "test", "note": "", "evidence": [] },
        })
    }

    fn days(value: &str, range: Option<(&str, &str)>, modifier: Option<&str>) -> Option<Days> {
        let kind = if value.starts_with('P') { "DURATION" } else { "DATE" };
        let date = merged(
            base(),
            serde_json::json!({
                "timex": { "type": kind, "value": value, "mod": modifier },
                "earliest": range.map(|range| range.0), "latest": range.map(|range| range.1),
                "assumed": [], "alternatives": [],
            }),
        );
        Days::new(&serde_json::from_value(date).expect("the report's own shape"))
    }

    #[test]
    fn equal_days_are_the_same_and_shared_days_an_overlap() {
        let day = |iso: &str| days(iso, Some((iso, iso)), None).expect("a day");
        let october = days("2021-10", Some(("2021-10-01", "2021-10-31")), None).expect("placed");
        let before = days("2021-10", Some(("2021-10-01", "2021-10-31")), Some("BEFORE"));
        let before = before.expect("placed");
        let bond = |a: &Days, b: &Days| {
            assert_eq!(a.tie(b), b.tie(a));
            a.tie(b).map(|tie| tie.bond)
        };
        assert_eq!(bond(&day("2021-10-04"), &day("2021-10-04")), Some(Bond::Same));
        assert_eq!(bond(&day("2021-10-04"), &day("2021-10-05")), None);
        assert_eq!(bond(&day("2021-10-04"), &october), Some(Bond::Overlap));
        assert_eq!(october.tie(&day("2021-10-04")).map(|tie| tie.distance), Some(30));
        assert_eq!(bond(&october, &before), Some(Bond::Overlap));
        let open = days("XXXX-10-04", None, None).expect("a day of an open year");
        assert_eq!(bond(&open, &day("2021-10-04")), Some(Bond::Perhaps));
        assert_eq!(bond(&open, &day("2021-10-05")), None);
        assert_eq!(bond(&open, &open.clone()), Some(Bond::Perhaps));
        assert_eq!(days("P3Y", None, None), None);
        assert_eq!(days("PRESENT_REF", None, None), None);
    }

    fn much(fields: serde_json::Value) -> Option<Much> {
        let text = "120 old boats and a house";
        let amount =
            serde_json::from_value(merged(base(), fields)).expect("the report's own shape");
        Much::new(&amount, text)
    }

    #[test]
    fn amounts_are_the_same_by_value_and_unit() {
        let money = |low: f64, currency: &str, more: serde_json::Value| {
            let fields = serde_json::json!({ "kind": "money", "low": low, "currency": currency });
            much(merged(fields, more)).expect("it has a value")
        };
        let none = serde_json::json!({});
        let (euro, about) =
            (money(5.0, "EUR", none.clone()), serde_json::json!({ "mod": "about" }));
        let bond = |a: &Much, b: &Much| {
            assert_eq!(a.tie(b), b.tie(a));
            a.tie(b).map(|tie| tie.bond)
        };
        assert_eq!(bond(&euro, &money(5.0, "EUR", none.clone())), Some(Bond::Same));
        assert_eq!(bond(&euro, &money(6.0, "EUR", none.clone())), None);
        assert_eq!(bond(&euro, &money(5.0, "USD", none.clone())), None);
        assert_eq!(bond(&euro, &money(5.0, "EUR", about)), Some(Bond::Perhaps));
        let dollars = money(5.0, "ambiguous:$", none.clone());
        assert_eq!(bond(&dollars, &money(5.0, "USD", none)), Some(Bond::Perhaps));
        assert_eq!(bond(&dollars, &dollars.clone()), Some(Bond::Perhaps));
        assert_eq!(much(serde_json::json!({ "kind": "ordinal", "low": 1 })), None);
        assert_eq!(much(serde_json::json!({ "kind": "percent" })), None);
    }

    #[test]
    fn counts_of_different_things_are_different() {
        let of = |item: Option<(usize, usize)>| {
            let item = item.map(|(start, end)| serde_json::json!({ "start": start, "end": end }));
            much(serde_json::json!({ "kind": "cardinal", "low": 120, "item": item })).expect("120")
        };
        let (boats, house, nothing) = (of(Some((4, 13))), of(Some((20, 25))), of(None));
        assert_eq!(boats.tie(&boats).map(|tie| tie.bond), Some(Bond::Same));
        assert_eq!(boats.tie(&house), None);
        assert_eq!(boats.tie(&nothing).map(|tie| tie.bond), Some(Bond::Perhaps));
    }
}
