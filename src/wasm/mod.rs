//! What JavaScript sees: free functions, plain data both ways, errors with a `code`.

mod value;

use std::{cell::RefCell, ops::ControlFlow, sync::Arc};

use serde::{Deserialize, Serialize};
use serde_wasm_bindgen::Serializer;
use wasm_bindgen::prelude::*;

use crate::{entities::Knowledge, error::Error, options::Options, wire};
use value::Value;

/// What `annotate` takes and returns, for TypeScript.
#[wasm_bindgen(typescript_custom_section)]
const TYPES: &str = include_str!("types.d.ts");

/// Annotates `text`. The result is plain data: no handles, nothing to free, safe to post to another
/// thread. Spans count `options.unit`: UTF-16 code units unless told otherwise, as strings do here.
///
/// # Errors
///
/// Throws an `Error` whose `code` is `too-long`, `bad-date` or `bad-option`; an option that is not
/// known, or has the wrong form, is a bad one.
#[wasm_bindgen(unchecked_return_type = "Report")]
pub fn annotate(
    text: &str,
    #[wasm_bindgen(unchecked_param_type = "Options | undefined")] options: JsValue,
) -> Result<JsValue, JsValue> {
    let options = read(options)?;
    plain(&wire::annotate(text, &options, &known())?)
}

thread_local! {
    /// What [`revise`] read last.
    static SESSION: RefCell<wire::Session> = RefCell::new(wire::Session::new(Arc::default()));
}

/// Annotates `text` as `annotate` does, with the same result. It remembers the text, so that the next
/// one takes less time where their paragraphs are the same: for a text that is being written.
///
/// # Errors
///
/// Throws as `annotate` does.
#[wasm_bindgen(unchecked_return_type = "Report")]
pub fn revise(
    text: &str,
    #[wasm_bindgen(unchecked_param_type = "Options | undefined")] options: JsValue,
) -> Result<JsValue, JsValue> {
    let options = read(options)?;
    plain(&SESSION.with_borrow_mut(|session| session.annotate(text, &options))?)
}

thread_local! {
    /// The analysis that [`begin`] began and [`step`] has not ended.
    static BEGUN: RefCell<Option<wire::Analysis>> = const { RefCell::new(None) };
}

/// What [`learn`] was given last.
fn known() -> Arc<Knowledge> {
    SESSION.with_borrow(|session| Arc::clone(session.knowledge()))
}

/// Takes the files that make the reading of names better: the tagger's weights and the second part
/// of the gazetteers. Until then the rules and the built-in gazetteers read them.
///
/// # Errors
///
/// Throws an `Error` with the code `bad-knowledge` when they are not those files, or of another
/// version; what was known before stays.
#[wasm_bindgen]
pub fn learn(weights: &[u8], names: &[u8]) -> Result<(), JsValue> {
    let knowledge = Knowledge::read(weights, names)
        .map_err(|error| thrown("bad-knowledge", &error.to_string()))?;
    SESSION.set(wire::Session::new(Arc::new(knowledge)));
    Ok(())
}

/// Begins to annotate `text`, for a thread that has more to do: call `step` until it returns the
/// report, with pauses between the calls. An analysis that was begun before and has not ended is
/// given up.
///
/// # Errors
///
/// Throws as `annotate` does.
#[wasm_bindgen]
pub fn begin(
    text: &str,
    #[wasm_bindgen(unchecked_param_type = "Options | undefined")] options: JsValue,
) -> Result<(), JsValue> {
    BEGUN.set(None);
    let analysis = wire::Analysis::new(text, &read(options)?, &known())?;
    BEGUN.set(Some(analysis));
    Ok(())
}

/// Does the next piece of what `begin` began. Returns the report when it is done, and nothing before.
///
/// # Errors
///
/// Throws an `Error` with the code `not-begun` where there is nothing to do.
#[wasm_bindgen(unchecked_return_type = "Report | undefined")]
pub fn step() -> Result<JsValue, JsValue> {
    let analysis =
        BEGUN.take().ok_or_else(|| thrown("not-begun", "`step` was called without `begin`"))?;
    match analysis.step() {
        ControlFlow::Continue(next) => {
            BEGUN.set(Some(next));
            Ok(JsValue::UNDEFINED)
        }
        ControlFlow::Break(report) => plain(&report),
    }
}

fn plain(report: &wire::WireReport) -> Result<JsValue, JsValue> {
    Ok(report.serialize(&Serializer::json_compatible())?)
}

fn read(options: JsValue) -> Result<Options, JsValue> {
    if options.is_undefined() || options.is_null() {
        return Ok(Options::default());
    }
    Options::deserialize(Value(options)).map_err(|error| thrown("bad-option", &error.to_string()))
}

impl From<Error> for JsValue {
    fn from(error: Error) -> Self {
        thrown(error.code(), &error.to_string())
    }
}

fn thrown(code: &str, message: &str) -> JsValue {
    let error = js_sys::Error::new(message);
    // Fails only on a frozen target, and this one was made on the line above.
    let _ = js_sys::Reflect::set(&error, &"code".into(), &code.into());
    error.into()
}
