//! Corrections as they are written: flat objects, fields in one order, nothing that is not needed.

use std::borrow::Cow;

use serde::{Deserialize, Serialize};

use super::{
    Kind,
    anchor::Anchor,
    patch::{Correction, Op, PATCH_SCHEMA, Patch, Who},
};

/// A reader's corrections of one article.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema, ts_rs::TS), ts(rename = "Patch"))]
#[cfg_attr(feature = "schema", schemars(rename = "Patch"))]
#[serde(deny_unknown_fields)]
pub struct WirePatch {
    /// Always `newsmark-patch/1`.
    #[cfg_attr(
        feature = "schema",
        schemars(extend("const" = PATCH_SCHEMA)),
        ts(type = "\"newsmark-patch/1\"")
    )]
    pub schema: Cow<'static, str>,
    /// The corrections, in the order in which they were made.
    pub corrections: Vec<WireCorrection>,
}

/// One correction.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(
    feature = "schema",
    derive(schemars::JsonSchema, ts_rs::TS),
    ts(rename = "Correction", optional_fields)
)]
#[cfg_attr(feature = "schema", schemars(rename = "Correction"))]
#[serde(deny_unknown_fields)]
pub struct WireCorrection {
    /// No other's in its patch.
    pub id: String,
    /// `confirm`, `delete`, `retype`, `resize`, `add`, `merge`, `split`, `setValue`, `setSpeaker`,
    /// `boilerplate`, `setPublished`.
    pub op: Cow<'static, str>,
    /// The words that are meant; left out for `setPublished`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub target: Option<Anchor>,
    /// What the operation needs beside its target.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub data: Option<WireData>,
    /// Set when the same words elsewhere are meant as well.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    #[cfg_attr(feature = "schema", ts(optional, type = "true"))]
    pub all: bool,
    /// When it was made, ISO 8601.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub at: Option<String>,
}

/// What an operation needs beside its target.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(
    feature = "schema",
    derive(schemars::JsonSchema, ts_rs::TS),
    ts(rename = "CorrectionData", optional_fields)
)]
#[cfg_attr(feature = "schema", schemars(rename = "CorrectionData"))]
#[serde(deny_unknown_fields)]
pub struct WireData {
    /// retype, add: an entity type, `date`, `amount`, `quote`, or a kind of amount or quote.
    #[serde(rename = "type", default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", ts(rename = "type"))]
    pub kind: Option<String>,
    /// setValue, setPublished, add: the value.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub value: Option<String>,
    /// resize: the words that it is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub to: Option<Anchor>,
    /// merge: the entity that it is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub into: Option<Anchor>,
    /// setSpeaker: an entity of the article; with none and no name, nobody.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub speaker: Option<Anchor>,
    /// setSpeaker: somebody by name.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// boilerplate: whether the block is no part of the article.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub boilerplate: Option<bool>,
}

impl From<Correction> for WireCorrection {
    fn from(correction: Correction) -> Self {
        let mut data = WireData::default();
        let op = match correction.op {
            Op::Confirm => "confirm",
            Op::Delete => "delete",
            Op::Split => "split",
            Op::Retype(kind) => {
                data.kind = Some(kind.name().into());
                "retype"
            }
            Op::Resize(to) => {
                data.to = Some(to);
                "resize"
            }
            Op::Add { kind, value } => {
                data.kind = Some(kind.name().into());
                data.value = value;
                "add"
            }
            Op::Merge(into) => {
                data.into = Some(into);
                "merge"
            }
            Op::SetValue(value) => {
                data.value = Some(value);
                "setValue"
            }
            Op::SetSpeaker(who) => {
                match who {
                    Who::Entity(anchor) => data.speaker = Some(anchor),
                    Who::Named(name) => data.name = Some(name),
                    Who::Nobody => {}
                }
                "setSpeaker"
            }
            Op::Boilerplate(boilerplate) => {
                data.boilerplate = Some(boilerplate);
                "boilerplate"
            }
            Op::SetPublished(day) => {
                data.value = Some(day);
                "setPublished"
            }
        };
        Self {
            id: correction.id,
            op: Cow::Borrowed(op),
            target: correction.target,
            data: (data != WireData::default()).then_some(data),
            all: correction.all,
            at: correction.at,
        }
    }
}

impl TryFrom<WireCorrection> for Correction {
    type Error = String;

    fn try_from(wire: WireCorrection) -> Result<Self, String> {
        let correction = read(wire).map_err(|(field, reason)| format!("{field}: {reason}"))?;
        match correction.fault() {
            Some((field, reason)) => Err(format!("{field}: {reason}")),
            None => Ok(correction),
        }
    }
}

/// The correction, not yet checked beyond its shape.
fn read(wire: WireCorrection) -> Result<Correction, (&'static str, &'static str)> {
    let mut data = wire.data.unwrap_or_default();
    let kind = |name: Option<String>| {
        let name = name.ok_or(("data.type", "missing"))?;
        Kind::from_name(&name).ok_or(("data.type", "no type of annotation"))
    };
    let op = match wire.op.as_ref() {
        "confirm" => Op::Confirm,
        "delete" => Op::Delete,
        "split" => Op::Split,
        "retype" => Op::Retype(kind(data.kind.take())?),
        "resize" => Op::Resize(data.to.take().ok_or(("data.to", "missing"))?),
        "add" => Op::Add { kind: kind(data.kind.take())?, value: data.value.take() },
        "merge" => Op::Merge(data.into.take().ok_or(("data.into", "missing"))?),
        "setValue" => Op::SetValue(data.value.take().ok_or(("data.value", "missing"))?),
        "setSpeaker" => Op::SetSpeaker(match (data.speaker.take(), data.name.take()) {
            (Some(_), Some(_)) => return Err(("data", "a speaker and a name")),
            (Some(anchor), None) => Who::Entity(anchor),
            (None, Some(name)) => Who::Named(name),
            (None, None) => Who::Nobody,
        }),
        "boilerplate" => {
            Op::Boilerplate(data.boilerplate.take().ok_or(("data.boilerplate", "missing"))?)
        }
        "setPublished" => Op::SetPublished(data.value.take().ok_or(("data.value", "missing"))?),
        _ => return Err(("op", "no operation")),
    };
    if data != WireData::default() {
        return Err(("data", "has fields that this operation does not"));
    }
    Ok(Correction { id: wire.id, op, target: wire.target, all: wire.all, at: wire.at })
}

impl From<Patch> for WirePatch {
    fn from(patch: Patch) -> Self {
        let corrections = patch.corrections().iter().cloned().map(Into::into).collect();
        Self { schema: Cow::Borrowed(PATCH_SCHEMA), corrections }
    }
}

impl TryFrom<WirePatch> for Patch {
    type Error = String;

    fn try_from(wire: WirePatch) -> Result<Self, String> {
        if wire.schema != PATCH_SCHEMA {
            return Err(format!("schema: not {PATCH_SCHEMA}"));
        }
        let mut corrections = Vec::new();
        for (i, correction) in wire.corrections.into_iter().enumerate() {
            let told = |(field, reason)| format!("corrections[{i}].{field}: {reason}");
            corrections.push(read(correction).map_err(told)?);
        }
        // Which checks each.
        Self::new(corrections).map_err(|refused| refused.to_string())
    }
}
