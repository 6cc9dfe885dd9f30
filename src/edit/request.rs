//! What is asked for, as JavaScript writes it.

use serde::Deserialize;

use super::Trouble;
use crate::{
    corrections::{Correction, Kind},
    options::Unit,
    report::Report,
    span::Span,
    wire,
};

/// What an export may be told.
#[derive(Deserialize)]
#[serde(default, deny_unknown_fields)]
#[derive(Default)]
pub(super) struct Wishes {
    pub(super) title: Option<String>,
    pub(super) unit: Option<Unit>,
}

/// A correction by ids and spans of a report.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Request {
    op: String,
    /// A mention, entity, date, amount or quote.
    id: Option<String>,
    /// In the report's unit.
    span: Option<Span>,
    #[serde(rename = "type")]
    kind: Option<String>,
    value: Option<String>,
    into: Option<String>,
    /// An entity's id.
    speaker: Option<String>,
    /// Somebody by name.
    name: Option<String>,
    /// The index of a block.
    block: Option<usize>,
    boilerplate: Option<bool>,
    #[serde(default)]
    all: bool,
    at: Option<String>,
}

fn missing(field: &str) -> Trouble {
    Trouble::new("bad-request", format!("`{field}` is missing"))
}

impl Request {
    /// The correction, about `report` on `text`, whose spans count bytes; those of the request count `unit`.
    pub(super) fn correction(
        &self,
        text: &str,
        report: &Report,
        unit: Unit,
    ) -> Result<Correction, Trouble> {
        let all = self.all;
        let id = || self.id.as_deref().ok_or_else(|| missing("id"));
        let span = || {
            let span = self.span.ok_or_else(|| missing("span"))?;
            wire::span_in_bytes(text, unit, span)
                .ok_or_else(|| Trouble::new("bad-span", "no range of the text"))
        };
        let value = || self.value.as_deref().ok_or_else(|| missing("value"));
        let correction = match self.op.as_str() {
            "confirm" => Correction::confirm(text, report, id()?, all)?,
            "delete" => Correction::delete(text, report, id()?, all)?,
            "retype" => Correction::retype(text, report, id()?, self.kind()?, all)?,
            "resize" => Correction::resize(text, report, id()?, span()?)?,
            "add" => {
                let value = self.value.as_deref();
                Correction::add(text, report, span()?, self.kind()?, value, all)?
            }
            "merge" => {
                let into = self.into.as_deref().ok_or_else(|| missing("into"))?;
                Correction::merge(text, report, id()?, into, all)?
            }
            "split" => Correction::split(text, report, id()?, all)?,
            "setValue" => Correction::set_value(text, report, id()?, value()?, all)?,
            "setSpeaker" => self.speaker(text, report, id()?)?,
            "boilerplate" => {
                let block = self.block.ok_or_else(|| missing("block"))?;
                let boilerplate = self.boilerplate.ok_or_else(|| missing("boilerplate"))?;
                Correction::boilerplate(text, report, block, boilerplate)?
            }
            "setPublished" => Correction::set_published(value()?)?,
            other => return Err(Trouble::new("bad-request", format!("`{other}` is no operation"))),
        };
        Ok(match &self.at {
            Some(time) => correction.at(time),
            None => correction,
        })
    }

    fn kind(&self) -> Result<Kind, Trouble> {
        let name = self.kind.as_deref().ok_or_else(|| missing("type"))?;
        Kind::from_name(name)
            .ok_or_else(|| Trouble::new("bad-request", format!("`{name}` is no type")))
    }

    fn speaker(&self, text: &str, report: &Report, quote: &str) -> Result<Correction, Trouble> {
        match (&self.speaker, &self.name) {
            (Some(_), Some(_)) => Err(Trouble::new("bad-request", "a speaker and a name")),
            (Some(id), None) => Ok(Correction::set_speaker(text, report, quote, id, self.all)?),
            (None, Some(name)) => {
                Ok(Correction::set_speaker_named(text, report, quote, name, self.all)?)
            }
            (None, None) => Ok(Correction::set_no_speaker(text, report, quote, self.all)?),
        }
    }
}
