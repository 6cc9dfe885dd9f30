//! The gold files: one JSON object a line, offsets in Unicode code points.

use std::{error::Error, fs, path::Path};

use serde::Deserialize;

use super::place::{Pair, Place};

/// One article of a gold file, of whatever task.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub struct Gold {
    pub id: String,
    pub text: String,
    /// The document's date.
    dct: Option<String>,
    /// The same, of a case.
    #[serde(rename = "ref")]
    reference: Option<String>,
    pub entities: Vec<GoldEntity>,
    pub timexes: Vec<GoldTimex>,
    pub quotes: Vec<GoldQuote>,
    /// The article proper, of a page.
    pub body: Option<String>,
    #[serde(flatten)]
    pub case: Case,
}

impl Gold {
    /// The day that goes in as the publication date; never an answer.
    pub fn published(&self) -> Option<String> {
        let day = [&self.dct, &self.reference].into_iter().flatten().find(|day| !day.is_empty())?;
        Some(day.chars().take(10).collect())
    }
}

#[derive(Clone, Debug, Deserialize)]
pub struct GoldEntity {
    #[serde(flatten)]
    pub place: Place,
    pub label: String,
    pub chain: Option<i64>,
}

#[derive(Clone, Debug, Deserialize)]
pub struct GoldTimex {
    #[serde(flatten)]
    pub place: Place,
    #[serde(rename = "type")]
    pub timex_type: String,
    pub value: Option<String>,
    pub attrs: Option<Attributes>,
}

/// The TEI attributes of a GUM date.
#[derive(Clone, Debug, Default, Deserialize)]
pub struct Attributes {
    pub when: Option<String>,
    pub from: Option<String>,
    pub to: Option<String>,
}

#[derive(Clone, Debug, Deserialize)]
pub struct GoldQuote {
    #[serde(flatten)]
    pub place: Place,
    #[serde(default)]
    pub spans: Vec<Pair>,
    pub kind: String,
    pub cue: Option<Pair>,
    pub speaker: Option<Pair>,
}

/// What a row of the cases has beside its text.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub struct Case {
    source: Option<String>,
    pub start: usize,
    pub end: usize,
    #[serde(flatten)]
    pub days: Days,
    pub alt: Vec<Days>,
    pub kind: String,
    pub lean: String,
    pub negative: bool,
}

impl Case {
    pub fn source(&self) -> &str {
        self.source.as_deref().unwrap_or_default()
    }
}

/// First and last day covered, inclusive.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize, serde::Serialize)]
#[serde(default)]
pub struct Days {
    pub first: Option<String>,
    pub last: Option<String>,
}

/// The articles of one file.
pub fn read(path: &Path) -> Result<Vec<Gold>, Box<dyn Error>> {
    let content = fs::read_to_string(path).map_err(|e| format!("{}: {e}", path.display()))?;
    let lines = content.lines().enumerate().filter(|(_, line)| !line.trim().is_empty());
    lines
        .map(|(i, line)| {
            serde_json::from_str(line)
                .map_err(|e| format!("{}, line {}: {e}", path.display(), i + 1).into())
        })
        .collect()
}
