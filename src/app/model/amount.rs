//! Amounts in words.

use crate::{
    app::strings::amount_modifier,
    report::{Amount, AmountKind},
};

/// An amount's value with its modifier, currency or unit; empty when it has no value.
pub fn in_words(amount: &Amount) -> String {
    let number = match (amount.low, amount.high) {
        (Some(low), Some(high)) if low < high => format!("{} to {}", grouped(low), grouped(high)),
        (Some(value), _) | (None, Some(value)) => grouped(value),
        (None, None) => return String::new(),
    };
    let before = amount.modifier.map_or("", amount_modifier);
    let after = match amount.kind {
        AmountKind::Percent => " %".to_owned(),
        _ => amount.currency.as_deref().or(amount.unit.as_deref()).map_or_else(String::new, unit),
    };
    let per = amount.per.as_deref().map_or_else(String::new, |per| format!(" per {per}"));
    format!("{before}{number}{after}{per}")
}

fn unit(code: &str) -> String {
    match code.strip_prefix("ambiguous:") {
        Some(sign) => format!(" {sign} (which is not said)"),
        None => format!(" {code}"),
    }
}

/// A number with its thousands set apart.
fn grouped(value: f64) -> String {
    let written = value.to_string();
    let (whole, fraction) =
        written.split_once('.').map_or((&*written, None), |(w, f)| (w, Some(f)));
    let (sign, digits) = whole.strip_prefix('-').map_or(("", whole), |digits| ("-", digits));
    let mut out = String::from(sign);
    for (i, digit) in digits.chars().enumerate() {
        if i > 0 && (digits.len() - i) % 3 == 0 {
            out.push(',');
        }
        out.push(digit);
    }
    if let Some(fraction) = fraction {
        out.push('.');
        out.push_str(fraction);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

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
        for (fields, words) in [
            (
                serde_json::json!({ "low": 1_200_000, "high": 1_200_000, "kind": "money", "currency": "EUR" }),
                "1,200,000 EUR",
            ),
            (
                serde_json::json!({ "low": 5, "mod": "more-than", "currency": "ambiguous:$" }),
                "more than 5 $ (which is not said)",
            ),
            (serde_json::json!({ "low": 2, "high": 3.5, "kind": "percent" }), "2 to 3.5 %"),
            (
                serde_json::json!({ "low": -1000, "high": -1000, "unit": "m", "per": "year" }),
                "-1,000 m per year",
            ),
            (serde_json::json!({}), ""),
        ] {
            assert_eq!(in_words(&amount(fields.clone())), words, "{fields}");
        }
    }
}
