//! Reports and options as they cross to programs in other languages, in the unit those count.

use std::{ops::ControlFlow, sync::Arc};

use serde::Serialize;

use crate::{
    api,
    entities::Knowledge,
    error::Error,
    options::{Options, Unit},
    report::Report,
    session,
    span::{OffsetMap, Span},
};

/// A report whose spans count [`Options::unit`]. It can be serialised and nothing else, so that
/// its numbers are never taken for byte offsets.
#[derive(Serialize)]
#[serde(transparent)]
pub struct WireReport(Report);

/// Annotates `text` as [`crate::annotate`] does; the report, and the spans of `options.body`, count
/// `options.unit`.
///
/// # Errors
///
/// As [`crate::annotate`].
pub fn annotate(
    text: &str,
    options: &Options,
    knowledge: &Arc<Knowledge>,
) -> Result<WireReport, Error> {
    Session::new(Arc::clone(knowledge)).annotate(text, options)
}

/// [`annotate`] in steps, as [`crate::Analysis`] is.
pub struct Analysis {
    bytes: api::Analysis,
    unit: Unit,
    map: OffsetMap,
}

impl Analysis {
    /// The first step.
    ///
    /// # Errors
    ///
    /// As [`annotate`].
    pub fn new(text: &str, options: &Options, knowledge: &Arc<Knowledge>) -> Result<Self, Error> {
        let unit = options.unit.unwrap_or_default();
        let map = OffsetMap::new(text);
        let options = in_bytes(text, &map, options)?;
        Ok(Self { bytes: api::Analysis::new(text, &options, knowledge)?, unit, map })
    }

    /// The next step.
    pub fn step(self) -> ControlFlow<WireReport, Self> {
        let Self { bytes, unit, map } = self;
        match bytes.step() {
            ControlFlow::Continue(bytes) => ControlFlow::Continue(Self { bytes, unit, map }),
            ControlFlow::Break(report) => ControlFlow::Break(WireReport::new(report, unit, &map)),
        }
    }
}

/// One text after another, as [`crate::Session`] reads them.
pub struct Session(session::Session);

impl Session {
    /// A session that remembers nothing yet.
    pub fn new(knowledge: Arc<Knowledge>) -> Self {
        Self(session::Session::new(knowledge))
    }

    /// What names are read with.
    pub fn knowledge(&self) -> &Arc<Knowledge> {
        self.0.knowledge()
    }

    /// The report that [`annotate`] gives.
    ///
    /// # Errors
    ///
    /// As [`annotate`].
    pub fn annotate(&mut self, text: &str, options: &Options) -> Result<WireReport, Error> {
        let map = OffsetMap::new(text);
        let report = self.0.annotate(text, &in_bytes(text, &map, options)?)?;
        Ok(WireReport::new(report, options.unit.unwrap_or_default(), &map))
    }
}

impl WireReport {
    /// `report` on `text`, which counts bytes, in `unit`.
    pub fn of(text: &str, report: Report, unit: Unit) -> Self {
        Self::new(report, unit, &OffsetMap::new(text))
    }

    fn new(mut report: Report, unit: Unit, map: &OffsetMap) -> Self {
        report.text.unit = unit;
        match unit {
            Unit::Utf8 => {}
            Unit::Utf16 => {
                report.text.length = map.utf16_at(report.text.length);
                report.map_spans(&|span| span.map(|at| map.utf16_at(at)));
            }
            Unit::Codepoint => {
                report.text.length = map.codepoint_at(report.text.length);
                report.map_spans(&|span| span.map(|at| map.codepoint_at(at)));
            }
        }
        Self(report)
    }
}

/// `options` with the spans of its `body` in bytes of `text`.
fn in_bytes(text: &str, map: &OffsetMap, options: &Options) -> Result<Options, Error> {
    let mut options = options.clone();
    let unit = options.unit.unwrap_or_default();
    for span in options.body.iter_mut().flatten() {
        *span = to_bytes(text, map, unit, *span)?;
    }
    Ok(options)
}

/// `span`, which counts `unit`, in bytes of `text`.
fn to_bytes(text: &str, map: &OffsetMap, unit: Unit, span: Span) -> Result<Span, Error> {
    let count = |byte: usize| match unit {
        Unit::Utf8 => byte as u32,
        Unit::Utf16 => map.utf16_at(byte as u32),
        Unit::Codepoint => map.codepoint_at(byte as u32),
    };
    // Offsets grow with bytes, so the byte is found by halving.
    let byte = |target: usize| {
        let (mut low, mut high) = (0, text.len());
        while low < high {
            let middle = usize::midpoint(low, high);
            let boundary = (0..=middle).rev().find(|&at| text.is_char_boundary(at)).unwrap_or(0);
            if (count(boundary) as usize) < target { low = middle + 1 } else { high = boundary }
        }
        low
    };
    Span::new(text, byte(span.start()), byte(span.end())).ok_or_else(|| Error::BadOption {
        name: "body".into(),
        reason: format!("{}..{} is not a range of the text", span.start(), span.end()),
    })
}
