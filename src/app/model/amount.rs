//! Amounts in words.

use crate::{
    app::strings::{self, grouped, when::RANGE},
    report::{Amount, AmountKind},
};

/// An amount's value with its modifier, currency or unit; empty when it has no value.
pub fn in_words(amount: &Amount) -> String {
    let written = |value: f64| grouped(&value.to_string());
    let number = match (amount.low, amount.high) {
        (Some(low), Some(high)) if low < high => RANGE.with(&[&written(low), &written(high)]),
        (Some(value), _) | (None, Some(value)) => written(value),
        (None, None) => return String::new(),
    };
    let before = amount.modifier.map_or("", strings::amount_modifier);
    let after = match amount.kind {
        AmountKind::Percent => " %".to_owned(),
        _ => amount.currency.as_deref().or(amount.unit.as_deref()).map_or_else(String::new, unit),
    };
    let per = amount.per.as_deref();
    let per = per.map_or_else(String::new, |per| format!(" {}", strings::per(per)));
    format!("{before}{number}{after}{per}")
}

fn unit(code: &str) -> String {
    match code.strip_prefix("ambiguous:") {
        Some(sign) => format!(" {}", strings::whose(sign)),
        None => format!(" {code}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::strings::in_each;

    #[test]
    fn values_are_said_with_their_unit() {
        let amount = |fields: serde_json::Value| -> Amount {
            let mut value = serde_json::json!({
                "id": "a1", "span": { "start": 0, "end": 1 }, "kind": "quantity", "certainty": "sure",
                "why": { "rule": "test", "note": "", "evidence": [] },
            });
            let (Some(all), Some(more)) = (value.as_object_mut(), fields.as_object()) else {
                panic!("both are objects")
            };
            all.extend(more.clone());
            serde_json::from_value(value).expect("the report's own shape")
        };
        for (fields, english, german) in [
            (
                serde_json::json!({ "low": 1_200_000, "high": 1_200_000, "kind": "money", "currency": "EUR" }),
                "1,200,000 EUR",
                "1.200.000 EUR",
            ),
            (
                serde_json::json!({ "low": 5, "mod": "more-than", "currency": "ambiguous:$" }),
                "more than 5 $ (which is not said)",
                "mehr als 5 $ (Währung offen)",
            ),
            (
                serde_json::json!({ "low": 2, "high": 3.5, "kind": "percent" }),
                "2 to 3.5 %",
                "2 bis 3,5 %",
            ),
            (
                serde_json::json!({ "low": -1000, "high": -1000, "unit": "m", "per": "year" }),
                "-1,000 m per year",
                "-1.000 m pro Jahr",
            ),
            (serde_json::json!({}), "", ""),
        ] {
            let said = in_each(|| in_words(&amount(fields.clone())));
            assert_eq!(said, [english, german], "{fields}");
        }
    }
}
