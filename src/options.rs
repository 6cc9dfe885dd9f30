//! What a reader may ask of one analysis.

use serde::{Deserialize, Serialize};

use crate::{error::Error, report::EntityType, span::Span};

/// The default of [`Options::max_bytes`]: 2 MiB.
pub const MAX_BYTES: usize = 2 << 20;

/// What a reader may ask of one analysis. An unknown name is an error, not ignored: a misspelt
/// option would otherwise be a silent guess.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(
    feature = "schema",
    derive(schemars::JsonSchema, ts_rs::TS),
    ts(optional_fields, rename_all = "camelCase")
)]
#[serde(default, deny_unknown_fields, rename_all = "camelCase")]
pub struct Options {
    /// The publication date, `YYYY-MM-DD`; wins over what the text says.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub published: Option<String>,
    /// How to read 03/04/2021; by default decided from the text, else shown both ways.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub date_order: Option<DateOrder>,
    /// What the spans of the serialised report count; `utf16` by default. The report in Rust always
    /// counts bytes.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub unit: Option<Unit>,
    /// Which annotations to return: entity types, `date`, `amount`, `quote`. Filters the output,
    /// not the analysis; all by default.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub types: Option<Vec<String>>,
    /// Places to read although they look like boilerplate; spans in [`Options::unit`] on the wire,
    /// bytes in Rust.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub body: Option<Vec<Span>>,
    /// The reader's own names; they win over every rule.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub lexicon: Option<Vec<LexiconEntry>>,
    /// Strings never to mark.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub ignore: Option<Vec<String>>,
    /// The longest text accepted, in UTF-8 bytes; [`MAX_BYTES`] by default.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub max_bytes: Option<u32>,
}

/// One of the reader's own names.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema, ts_rs::TS), ts(optional_fields))]
#[serde(deny_unknown_fields)]
pub struct LexiconEntry {
    /// The name as it stands in articles.
    pub text: String,
    /// Its type.
    #[serde(rename = "type")]
    pub entity_type: EntityType,
    /// The entity it belongs to, by name; names with the same `entity` are one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub entity: Option<String>,
}

/// The order of day, month and year in dates written with numbers only.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema, ts_rs::TS))]
#[serde(rename_all = "lowercase")]
pub enum DateOrder {
    /// 03/04/2021 is 4 March.
    Mdy,
    /// 03/04/2021 is 3 April.
    Dmy,
    /// 2021/03/04 is 4 March.
    Ymd,
}

/// What a span on the wire counts.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema, ts_rs::TS))]
#[serde(rename_all = "lowercase")]
pub enum Unit {
    /// UTF-16 code units, for JavaScript.
    #[default]
    Utf16,
    /// UTF-8 bytes, for Rust.
    Utf8,
    /// Unicode code points, for Python.
    Codepoint,
}

/// The names that [`Options::types`] may hold beside the entity types.
const OTHER_TYPES: &[&str] = &["date", "amount", "quote"];

impl Options {
    /// Checks what can be checked without reading the text.
    ///
    /// # Errors
    ///
    /// [`Error::TooLong`] for `text`, [`Error::BadDate`] for `published`, [`Error::BadOption`] for an
    /// unknown type or for spans of `body` that are not in `text`.
    pub fn check(&self, text: &str) -> Result<(), Error> {
        let max = self.max_bytes.map_or(MAX_BYTES, |max| max as usize);
        if text.len() > max {
            return Err(Error::TooLong { len: text.len(), max });
        }
        if let Some(given) = &self.published
            && crate::dates::civil::Day::parse(given).is_none()
        {
            return Err(Error::BadDate { given: given.clone() });
        }
        for name in self.types.iter().flatten() {
            if EntityType::from_name(name).is_none() && !OTHER_TYPES.contains(&name.as_str()) {
                let reason = format!("`{name}` is no type of annotation");
                return Err(Error::BadOption { name: "types".into(), reason });
            }
        }
        for span in self.body.iter().flatten() {
            if Span::new(text, span.start(), span.end()).is_none() {
                let reason = format!("{}..{} is not a range of the text", span.start(), span.end());
                return Err(Error::BadOption { name: "body".into(), reason });
            }
        }
        Ok(())
    }

    /// Whether annotations of the type `name` are asked for.
    pub fn wants(&self, name: &str) -> bool {
        self.types.as_ref().is_none_or(|types| types.iter().any(|t| t == name))
    }
}
