//! What was found, in the formats that other programs read.
//!
//! One function: [`export`] writes a text and its report as one [`Format`]. The same code serves the
//! page, the widget, the package and the command, so that all of them write the same bytes; a report
//! that carries a reader's corrections is written with them. It is pure, as the core is, and cannot
//! fail: what a format has no place for is listed in [`Exported::left_out`].
//!
//! Each format counts in its own unit (`docs/exports.md`), and each is tested by a program that reads
//! it (`tests/exports/`).

mod article;
mod brat;
mod citation;
mod conll;
mod csv;
mod escape;
mod html;
mod icalendar;
mod json;
mod markdown;
mod number;
mod report;
mod rows;
mod serializer;
mod spacy;
mod timelinejs;
mod timeml;
mod tokens;
mod webannotation;
mod words;

pub use citation::{Style, citation};
pub use words::{ENGLISH, Words};

use crate::{options::Unit, report::Report};
use article::Article;

/// A format to write.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// The report, as JSON on one line.
    Json,
    /// The same as a line of JSON lines.
    JsonLines,
    /// A table of everything marked, for spreadsheets.
    Csv,
    /// The findings and the text, for notes.
    Markdown,
    /// The text with its marks and a sidebar: one page without a script.
    Html,
    /// W3C Web Annotation, as JSON-LD.
    WebAnnotation,
    /// The text with TIMEX3 elements.
    TimeMl,
    /// A token and its IOB2 tag a line.
    Conll,
    /// A document of spaCy, which displaCy draws.
    Spacy,
    /// brat standoff: the text, and a file beside it.
    Brat,
    /// The days of the article, for calendars.
    ICalendar,
    /// Knight Lab's `TimelineJS`.
    TimelineJs,
}

impl Format {
    /// All, in the order that menus list them.
    pub const ALL: [Self; 12] = [
        Self::Html,
        Self::Markdown,
        Self::Csv,
        Self::Json,
        Self::JsonLines,
        Self::WebAnnotation,
        Self::TimeMl,
        Self::Conll,
        Self::Spacy,
        Self::Brat,
        Self::ICalendar,
        Self::TimelineJs,
    ];

    /// The name that programs use.
    pub fn name(self) -> &'static str {
        match self {
            Self::Json => "json",
            Self::JsonLines => "jsonl",
            Self::Csv => "csv",
            Self::Markdown => "md",
            Self::Html => "html",
            Self::WebAnnotation => "webannotation",
            Self::TimeMl => "timeml",
            Self::Conll => "conll",
            Self::Spacy => "spacy",
            Self::Brat => "brat",
            Self::ICalendar => "ics",
            Self::TimelineJs => "timelinejs",
        }
    }

    /// The format of that name.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|format| format.name() == name)
    }

    /// Whether the texts of several articles, one after another, are one text of this format. Of a
    /// CSV only the first keeps its first line: see [`joined`].
    pub fn is_appendable(self) -> bool {
        matches!(self, Self::JsonLines | Self::Csv | Self::Conll)
    }
}

/// What a reader may ask of an export.
#[derive(Clone, Debug)]
pub struct ExportOptions<'a> {
    /// What the spans of JSON and JSON lines count. The other formats have a unit of their own.
    pub unit: Unit,
    /// What the article is called where it has no headline: a file's name.
    pub title: Option<&'a str>,
    /// The headings of pages and notes.
    pub words: &'a Words,
}

impl Default for ExportOptions<'_> {
    fn default() -> Self {
        Self { unit: Unit::default(), title: None, words: &ENGLISH }
    }
}

/// The files of one article in one format.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Exported {
    /// One; brat has two, which share the name before their ending.
    pub files: Vec<File>,
    /// What the format has no place for, where that is told (`docs/exports.md`).
    pub left_out: Vec<LeftOut>,
}

/// One file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct File {
    /// The ending of its name, without the dot before it: `csv`, `timeline.json`.
    pub ending: &'static str,
    /// Its media type.
    pub media_type: &'static str,
    /// Its content, to be written as UTF-8.
    pub text: String,
}

/// An annotation that was left out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LeftOut {
    /// Its id in the report.
    pub id: String,
    /// Why; stable: `too-coarse`, `no-day`, `not-a-point`, `inexact`, `published`, `repeated`, `overlaps`,
    /// `not-in-text`.
    pub reason: &'static str,
}

/// `text` and `report`, whose spans count bytes of it, as `format`. Equal input gives equal bytes.
/// Time and memory grow with both; references between annotations are looked for one by one.
pub fn export(
    text: &str,
    report: &Report,
    format: Format,
    options: &ExportOptions<'_>,
) -> Exported {
    let mut out = Writer(Exported { files: Vec::new(), left_out: Vec::new() });
    if matches!(format, Format::Json | Format::JsonLines) {
        report::write(text, report, format, options, &mut out);
        return out.0;
    }
    let article = Article::new(text, report, options);
    match format {
        Format::Csv => csv::write(&article, &mut out),
        Format::Markdown => markdown::write(&article, &mut out),
        Format::Html => html::write(&article, &mut out),
        Format::WebAnnotation => webannotation::write(&article, &mut out),
        Format::TimeMl => timeml::write(&article, &mut out),
        Format::Conll => conll::write(&article, &mut out),
        Format::Spacy => spacy::write(&article, &mut out),
        Format::Brat => brat::write(&article, &mut out),
        Format::ICalendar => icalendar::write(&article, &mut out),
        Format::TimelineJs => timelinejs::write(&article, &mut out),
        Format::Json | Format::JsonLines => {}
    }
    out.0
}

/// `value` as JSON on one line, written as JavaScript writes it. Maps in it have strings as keys.
pub fn json(value: &impl serde::Serialize) -> String {
    let mut json = json::Json::new();
    json.value(value);
    json.out
}

/// `texts`, articles in an appendable format, as one text of that format.
pub fn joined<'t>(format: Format, texts: impl IntoIterator<Item = &'t str>) -> String {
    let mut whole = String::new();
    for text in texts {
        let rest = match format {
            Format::Csv if !whole.is_empty() => text.split_once("\r\n").map(|(_, rest)| rest),
            _ => None,
        };
        whole.push_str(rest.unwrap_or(text));
    }
    whole
}

struct Writer(Exported);

impl Writer {
    fn file(&mut self, ending: &'static str, media_type: &'static str, text: String) {
        self.0.files.push(File { ending, media_type, text });
    }

    fn leave_out(&mut self, id: &str, reason: &'static str) {
        self.0.left_out.push(LeftOut { id: id.to_owned(), reason });
    }
}
