//! What JavaScript sees of corrections and exports: a module beside the core's, for pages and programs that
//! hold texts and reports themselves.
//!
//! Free functions, JSON in and out. A report is the core's answer about the text, with all types of
//! annotations, in the unit that it names; what comes back counts the same.

mod request;
mod results;

use std::fmt::Display;

use serde::de::DeserializeOwned;
use wasm_bindgen::prelude::*;

use crate::{
    corrections::{Lexicon, Patch, Refused, apply},
    error::Error,
    export::{ExportOptions, Format, Style, citation, export, json},
    options::Options,
    report::{Report, read::from_json},
    wire,
};

/// What these functions take and return, for TypeScript.
#[wasm_bindgen(typescript_custom_section)]
const TYPES: &str = include_str!("types.d.ts");

/// Why a call is refused: a code for programs, a message for people.
#[derive(Debug)]
struct Trouble {
    code: &'static str,
    message: String,
}

type Outcome = Result<String, Trouble>;

/// The report with the corrections of `patch`, and what became of each: JSON of a `Corrected`.
///
/// # Errors
///
/// Throws an `Error` whose `code` is `bad-report` or `bad-patch`.
#[wasm_bindgen]
pub fn correct(text: &str, report: &str, patch: &str) -> Result<String, JsValue> {
    Ok(correct_json(text, report, patch)?)
}

fn correct_json(text: &str, report: &str, patch: &str) -> Outcome {
    let (unit, report) = read_report(text, report)?;
    let patch = Patch::from_json(patch)?;
    Ok(json(&results::Corrected::new(text, unit, &patch, apply(text, &report, &patch))))
}

/// `patch` and one correction more, made of a `CorrectionRequest` about `report`, which is the one with the
/// corrections of `patch`: JSON of a `Patch`.
///
/// # Errors
///
/// Throws an `Error` whose `code` is `bad-report`, `bad-patch`, `bad-request`, `unknown-id`, `unfit`,
/// `bad-value`, `bad-span` or `too-many`.
#[wasm_bindgen(js_name = "corrected")]
pub fn patch_with(text: &str, report: &str, patch: &str, request: &str) -> Result<String, JsValue> {
    Ok(patch_with_json(text, report, patch, request)?)
}

fn patch_with_json(text: &str, report: &str, patch: &str, request: &str) -> Outcome {
    let (unit, report) = read_report(text, report)?;
    let mut patch = Patch::from_json(patch)?;
    let request: request::Request = read("bad-request", request)?;
    patch.push(request.correction(text, &report, unit)?)?;
    Ok(patch.to_json())
}

/// The corrections of `patch`, and those of `other` that it has not: JSON of a `Patch`.
///
/// # Errors
///
/// Throws an `Error` whose `code` is `bad-patch` or `too-many`.
#[wasm_bindgen]
pub fn joined(patch: &str, other: &str) -> Result<String, JsValue> {
    Ok(joined_json(patch, other)?)
}

fn joined_json(patch: &str, other: &str) -> Outcome {
    let mut patch = Patch::from_json(patch)?;
    patch.merge(&Patch::from_json(other)?)?;
    Ok(patch.to_json())
}

/// The patch after its text was changed from `before` to `after`: JSON of a `Patch`.
///
/// # Errors
///
/// Throws an `Error` whose `code` is `bad-patch`.
#[wasm_bindgen]
pub fn moved(patch: &str, before: &str, after: &str) -> Result<String, JsValue> {
    Ok(moved_json(patch, before, after)?)
}

fn moved_json(patch: &str, before: &str, after: &str) -> Outcome {
    Ok(Patch::from_json(patch)?.reanchored(before, after).to_json())
}

/// `options` as the core is to be asked with them, so that it reads what `patch` and `lexicon` (an empty
/// string for none) say: JSON of `Options`. `body`, where they name it, counts `options.unit`.
///
/// # Errors
///
/// Throws an `Error` whose `code` is `bad-patch`, `bad-lexicon` or `bad-option`.
#[wasm_bindgen(js_name = "optionsFor")]
pub fn options_for(
    text: &str,
    patch: &str,
    lexicon: &str,
    options: &str,
) -> Result<String, JsValue> {
    Ok(options_for_json(text, patch, lexicon, options)?)
}

fn options_for_json(text: &str, patch: &str, lexicon: &str, options: &str) -> Outcome {
    let options: Options = read("bad-option", options)?;
    let options = wire::options_in_bytes(text, &options)?;
    let mut options = Patch::from_json(patch)?.options(text, &options);
    if !lexicon.is_empty() {
        options = Lexicon::from_json(lexicon)?.options(&options);
    }
    Ok(json(&wire::options_of(text, options)))
}

/// `text` and `report` in one of the formats: JSON of an `Exported`. `options` is JSON of `ExportOptions`.
///
/// # Errors
///
/// Throws an `Error` whose `code` is `bad-report`, `bad-format` or `bad-option`.
#[wasm_bindgen]
pub fn exported(text: &str, report: &str, format: &str, options: &str) -> Result<String, JsValue> {
    Ok(exported_json(text, report, format, options)?)
}

fn exported_json(text: &str, report: &str, format: &str, options: &str) -> Outcome {
    let (unit, report) = read_report(text, report)?;
    let format = Format::from_name(format).ok_or_else(|| {
        let names: Vec<_> = Format::ALL.iter().map(|format| format.name()).collect();
        Trouble::new("bad-format", format!("`{format}` is none of {}", names.join(", ")))
    })?;
    let wishes: request::Wishes = read("bad-option", options)?;
    let unit = wishes.unit.unwrap_or(unit);
    let options =
        ExportOptions { unit, title: wishes.title.as_deref(), ..ExportOptions::default() };
    Ok(json(&results::Exported::from(export(text, &report, format, &options))))
}

/// The quote with that id and who said it, where and when, on one line.
///
/// # Errors
///
/// Throws an `Error` whose `code` is `bad-report` or `unknown-id`.
#[wasm_bindgen]
pub fn cited(text: &str, report: &str, quote: &str) -> Result<String, JsValue> {
    Ok(cited_text(text, report, quote)?)
}

fn cited_text(text: &str, report: &str, id: &str) -> Outcome {
    let (_, report) = read_report(text, report)?;
    let quote = report.quotes.iter().find(|quote| quote.id == id);
    let quote = quote.ok_or_else(|| Refused::Unknown { id: id.into() })?;
    Ok(citation(text, &report, quote, Style::Plain, &ExportOptions::default()))
}

/// The report with spans in bytes, and the unit that it came in.
fn read_report(text: &str, report: &str) -> Result<(crate::options::Unit, Report), Trouble> {
    let report: Report = read("bad-report", report)?;
    let unit = report.text.unit;
    Ok((unit, wire::report_in_bytes(text, report)?))
}

fn read<T: DeserializeOwned>(code: &'static str, json: &str) -> Result<T, Trouble> {
    from_json(json).map_err(|error| Trouble::new(code, error))
}

impl Trouble {
    fn new(code: &'static str, message: impl Display) -> Self {
        Self { code, message: message.to_string() }
    }
}

impl From<Error> for Trouble {
    fn from(error: Error) -> Self {
        Self::new(error.code(), error)
    }
}

impl From<Refused> for Trouble {
    fn from(refused: Refused) -> Self {
        Self::new(refused.code(), refused)
    }
}

impl From<Trouble> for JsValue {
    fn from(Trouble { code, message }: Trouble) -> Self {
        let error = js_sys::Error::new(&message);
        // Fails only on a frozen target, and this one was made on the line above.
        let _ = js_sys::Reflect::set(&error, &"code".into(), &code.into());
        error.into()
    }
}

#[cfg(test)]
mod tests;
