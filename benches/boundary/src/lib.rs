//! The ways of handing a report to JavaScript, for `benches/boundary.mjs`: each export hands over the report that
//! `hold` was given.

mod packed;

use std::cell::RefCell;

use newsmark::{export, report::Report};
use serde::Serialize;
use serde_wasm_bindgen::Serializer;
use wasm_bindgen::prelude::*;

thread_local! {
    static HELD: RefCell<Option<Report>> = const { RefCell::new(None) };
    static PACKED: RefCell<packed::Packed> = RefCell::default();
}

/// Keeps the report that `json` is.
///
/// # Errors
///
/// `json` is no report.
#[wasm_bindgen]
pub fn hold(json: &str) -> Result<(), JsError> {
    HELD.set(Some(serde_json::from_str(json)?));
    Ok(())
}

fn held<T>(what: impl FnOnce(&Report) -> T) -> Result<T, JsError> {
    HELD.with_borrow(|held| held.as_ref().map(what)).ok_or_else(|| JsError::new("nothing is held"))
}

/// As an object, made property by property.
///
/// # Errors
///
/// Nothing is held.
#[wasm_bindgen]
pub fn object() -> Result<JsValue, JsError> {
    Ok(held(|report| report.serialize(&Serializer::json_compatible()))??)
}

/// As JSON.
///
/// # Errors
///
/// Nothing is held.
#[wasm_bindgen]
pub fn json() -> Result<String, JsError> {
    held(|report| export::json(report))
}

/// As numbers (`unpack` of `ways.mjs` reads them), whose strings [`strings`] hands over.
///
/// # Errors
///
/// Nothing is held.
#[wasm_bindgen]
pub fn numbers() -> Result<Vec<u32>, JsError> {
    let mut packed = held(packed::pack)?;
    let numbers = std::mem::take(&mut packed.numbers);
    PACKED.set(packed);
    Ok(numbers)
}

/// The strings of the last [`numbers`], one after the other.
#[wasm_bindgen]
pub fn strings() -> String {
    PACKED.take().strings
}
