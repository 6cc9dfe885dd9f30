//! What is returned, as it is written.

use serde::Serialize;

use crate::{
    corrections::{self, Patch},
    export,
    options::Unit,
    span::Span,
    wire::{self, WireReport},
};

/// A corrected report, and what became of each correction.
#[derive(Serialize)]
pub(super) struct Corrected<'p> {
    report: WireReport,
    applied: Vec<Applied<'p>>,
    reanchored: Vec<Applied<'p>>,
    orphans: Vec<Orphan<'p>>,
    unread: bool,
}

#[derive(Serialize)]
struct Applied<'p> {
    id: &'p str,
    #[serde(skip_serializing_if = "Option::is_none")]
    span: Option<Span>,
    places: u32,
}

#[derive(Serialize)]
struct Orphan<'p> {
    id: &'p str,
    reason: &'static str,
}

impl<'p> Corrected<'p> {
    pub(super) fn new(
        text: &str,
        unit: Unit,
        patch: &'p Patch,
        corrected: corrections::Corrected,
    ) -> Self {
        let id = |at: usize| patch.corrections().get(at).map_or("", |correction| &*correction.id);
        let spans = wire::counted(text, unit);
        let list = |applied: Vec<corrections::Applied>| {
            let one = |done: corrections::Applied| Applied {
                id: id(done.correction),
                span: done.span.map(&spans),
                places: done.places as u32,
            };
            applied.into_iter().map(one).collect()
        };
        Self {
            applied: list(corrected.applied),
            reanchored: list(corrected.reanchored),
            orphans: (corrected.orphans.iter())
                .map(|lost| Orphan { id: id(lost.correction), reason: lost.reason.code() })
                .collect(),
            unread: corrected.unread,
            report: WireReport::of(text, corrected.report, unit),
        }
    }
}

/// The files of an article in one format.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Exported {
    files: Vec<File>,
    left_out: Vec<LeftOut>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct File {
    ending: &'static str,
    media_type: &'static str,
    text: String,
}

#[derive(Serialize)]
struct LeftOut {
    id: String,
    reason: &'static str,
}

impl From<export::Exported> for Exported {
    fn from(exported: export::Exported) -> Self {
        let file = |export::File { ending, media_type, text }| File { ending, media_type, text };
        let left_out = |export::LeftOut { id, reason }| LeftOut { id, reason };
        Self {
            files: exported.files.into_iter().map(file).collect(),
            left_out: exported.left_out.into_iter().map(left_out).collect(),
        }
    }
}
