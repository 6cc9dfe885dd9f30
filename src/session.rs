//! One text after another, as someone writes it.

use std::{
    pin::pin,
    sync::Arc,
    task::{Context, Poll, Waker},
};

use crate::{
    api, entities::Knowledge, error::Error, memory::Memory, options::Options, report::Report,
    text::Document,
};

/// Annotates the texts of one article while it is written: what was worked out of a paragraph is used
/// again as long as that stands. The report is the same as that of [`crate::annotate`], to the byte.
///
/// It remembers the last text and no other, whatever its options were.
///
/// ```
/// use newsmark::{Knowledge, Options, Session, annotate};
///
/// let mut session = Session::new(Knowledge::shipped());
/// let options = Options::default();
/// session.annotate("The mill shut.\n\nIt had run since 19", &options)?;
/// let text = "The mill shut.\n\nIt had run since 1920.";
/// assert_eq!(session.annotate(text, &options)?, annotate(text, &options)?);
/// # Ok::<(), newsmark::Error>(())
/// ```
pub struct Session {
    knowledge: Arc<Knowledge>,
    memory: Memory,
}

impl Session {
    /// A session that remembers nothing yet.
    pub fn new(knowledge: Arc<Knowledge>) -> Self {
        Self { knowledge, memory: Memory::default() }
    }

    /// What names are read with.
    pub fn knowledge(&self) -> &Arc<Knowledge> {
        &self.knowledge
    }

    /// The report on `text`.
    ///
    /// # Errors
    ///
    /// As [`crate::annotate`]; the session then remembers what it did before.
    pub fn annotate(&mut self, text: &str, options: &Options) -> Result<Report, Error> {
        options.check(text)?;
        // Taken out: should the program go on after a panic, nothing half-done is left.
        let mut memory = std::mem::take(&mut self.memory);
        let body = options.body.as_deref().unwrap_or_default();
        let document = Document::read_after(memory.document.as_ref(), text, body);
        let mut report = {
            let mut reading = pin!(api::read(&document, options, &self.knowledge, &mut memory));
            let mut context = Context::from_waker(Waker::noop());
            loop {
                if let Poll::Ready(report) = reading.as_mut().poll(&mut context) {
                    break report;
                }
            }
        };
        api::to_source(&mut report, &document, text.len());
        memory.document = Some(document);
        self.memory = memory;
        Ok(report)
    }
}
