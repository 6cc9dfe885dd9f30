//! Reports and options as they cross to programs in other languages, in the unit those count.

use std::{cell::Cell, ops::ControlFlow, sync::Arc};

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
    /// `report` on `text`, whose spans count bytes, with spans that count `unit`.
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

/// `report` on `text`, whose spans count the unit that it names, with spans that count bytes: what a program
/// in another language hands back.
///
/// # Errors
///
/// [`Error::BadReport`] where it is a report on another text, as far as its spans tell.
pub fn report_in_bytes(text: &str, mut report: Report) -> Result<Report, Error> {
    let map = OffsetMap::new(text);
    let unit = report.text.unit;
    let bad = |reason: &str| Error::BadReport { reason: reason.to_owned() };
    let length = to_bytes(text, &map, unit, Span::raw(0, report.text.length));
    if length.is_none_or(|span| span.len() != text.len()) {
        return Err(bad("it is on a text of another length"));
    }
    let outside = Cell::new(false);
    report.map_spans(&|span| {
        to_bytes(text, &map, unit, span).unwrap_or_else(|| {
            outside.set(true);
            Span::default()
        })
    });
    if outside.get() {
        return Err(bad("one of its spans is no range of the text"));
    }
    (report.text.unit, report.text.length) = (Unit::Utf8, text.len() as u32);
    Ok(report)
}

/// `options` as they are asked for on the wire, with the spans of their `body` in bytes of `text`.
///
/// # Errors
///
/// [`Error::BadOption`] where one of them is no range of the text.
pub fn options_in_bytes(text: &str, options: &Options) -> Result<Options, Error> {
    in_bytes(text, &OffsetMap::new(text), options)
}

/// The same the other way: the spans of their `body` count their unit.
pub fn options_of(text: &str, mut options: Options) -> Options {
    let count = counted(text, options.unit.unwrap_or_default());
    options.body.iter_mut().flatten().for_each(|span| *span = count(*span));
    options
}

/// Spans of `text` in bytes, counted in `unit`.
pub fn counted(text: &str, unit: Unit) -> impl Fn(Span) -> Span {
    let map = OffsetMap::new(text);
    move |span| match unit {
        Unit::Utf8 => span,
        Unit::Utf16 => span.map(|at| map.utf16_at(at)),
        Unit::Codepoint => span.map(|at| map.codepoint_at(at)),
    }
}

/// `span`, which counts `unit`, in bytes of `text`; `None` where it is no range of it.
pub fn span_in_bytes(text: &str, unit: Unit, span: Span) -> Option<Span> {
    to_bytes(text, &OffsetMap::new(text), unit, span)
}

/// `options` with the spans of its `body` in bytes of `text`.
fn in_bytes(text: &str, map: &OffsetMap, options: &Options) -> Result<Options, Error> {
    let mut options = options.clone();
    let unit = options.unit.unwrap_or_default();
    for span in options.body.iter_mut().flatten() {
        *span = to_bytes(text, map, unit, *span).ok_or_else(|| Error::BadOption {
            name: "body".into(),
            reason: format!("{}..{} is not a range of the text", span.start(), span.end()),
        })?;
    }
    Ok(options)
}

/// `span`, which counts `unit`, in bytes of `text`; `None` where it is no range of it.
fn to_bytes(text: &str, map: &OffsetMap, unit: Unit, span: Span) -> Option<Span> {
    let byte = |at: usize| {
        let at = at as u32;
        let byte = match unit {
            Unit::Utf8 => at,
            Unit::Utf16 => map.byte_of_utf16(at),
            Unit::Codepoint => map.byte_of_codepoint(at),
        };
        byte as usize
    };
    Span::new(text, byte(span.start()), byte(span.end()))
}
