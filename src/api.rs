//! The one door: text and options in, a report out.

use std::{
    borrow::Cow,
    collections::BTreeSet,
    future::{Future, poll_fn},
    ops::ControlFlow,
    pin::Pin,
    sync::Arc,
    task::{Context, Poll, Waker},
};

use crate::{
    amounts, dates,
    entities::{self, Knowledge},
    error::Error,
    language,
    memory::{Memory, Numbers},
    options::{Options, Unit},
    overlap::{self, Claim, Family},
    quotes,
    report::{Amount, BlockKind, DocumentInfo, Engine, Report, SCHEMA, TextInfo, Warning},
    span::{self, Span},
    summary::{self, Findings},
    text::{Document, Kept},
};

/// How many sentences the recognisers that read them one by one are given in one step.
const SENTENCES: usize = 16;

/// Annotates one article.
///
/// `text` is plain text, one paragraph a line or paragraphs separated by blank lines. Relative dates
/// are resolved against `options.published` or the date that the text states, never against the
/// clock: equal input gives equal output.
///
/// # Units
///
/// Spans are UTF-8 byte offsets into `text`, end-exclusive, sorted by start, longest first. Time and
/// memory are linear in `text.len()`.
///
/// # Errors
///
/// [`Error::TooLong`] above [`Options::max_bytes`]; [`Error::BadDate`] if `published` is not a date;
/// [`Error::BadOption`] for an unknown type, or a span of `body` that is not in `text`.
///
/// # Sources
///
/// Where each word list comes from, and its licence: `src/data/README.md`.
///
/// ```
/// use newsmark::{Options, annotate};
///
/// let options = Options { published: Some("2021-10-04".into()), ..Options::default() };
/// let text = "The mill shut three weeks ago.";
/// let report = annotate(text, &options)?;
/// assert_eq!(report.dates[0].span.of(text), "three weeks ago");
/// # Ok::<(), newsmark::Error>(())
/// ```
pub fn annotate(text: &str, options: &Options) -> Result<Report, Error> {
    annotate_with(text, options, &Knowledge::shipped())
}

/// [`annotate`] with other [`Knowledge`] than what is shipped: `Knowledge::default()` is none, where
/// rules and the built-in gazetteers find the names.
///
/// # Errors
///
/// As [`annotate`].
pub fn annotate_with(
    text: &str,
    options: &Options,
    knowledge: &Arc<Knowledge>,
) -> Result<Report, Error> {
    let mut analysis = Analysis::new(text, options, knowledge)?;
    loop {
        match analysis.step() {
            ControlFlow::Continue(next) => analysis = next,
            ControlFlow::Break(report) => return Ok(report),
        }
    }
}

/// An analysis in steps, for a caller that has other work to do between them, as a page has that
/// must not freeze. To give it up, drop it.
///
/// ```
/// use std::ops::ControlFlow;
/// use newsmark::{Analysis, Knowledge, Options, annotate};
///
/// let text = "The mill shut on 4 October 2021.";
/// let mut analysis = Analysis::new(text, &Options::default(), &Knowledge::shipped())?;
/// let report = loop {
///     match analysis.step() {
///         ControlFlow::Continue(next) => analysis = next, // the time for other work
///         ControlFlow::Break(report) => break report,
///     }
/// };
/// assert_eq!(report, annotate(text, &Options::default())?);
/// # Ok::<(), newsmark::Error>(())
/// ```
pub struct Analysis {
    /// [`read`], which waits between its stages for nothing but the next step.
    rest: Pin<Box<dyn Future<Output = Report>>>,
}

impl Analysis {
    /// Cuts `text` into blocks, sentences and tokens: the first step.
    ///
    /// # Errors
    ///
    /// As [`annotate`].
    pub fn new(text: &str, options: &Options, knowledge: &Arc<Knowledge>) -> Result<Self, Error> {
        options.check(text)?;
        let document = Document::read(text, options.body.as_deref().unwrap_or_default());
        let (length, options) = (text.len(), options.clone());
        let knowledge = Arc::clone(knowledge);
        let rest = async move {
            let mut memory = Memory::default();
            let mut report = read(&document, &options, &knowledge, &mut memory).await;
            to_source(&mut report, &document, length);
            report
        };
        Ok(Self { rest: Box::pin(rest) })
    }

    /// Does the next piece of work: one stage, or a stretch of sentences. Its time is linear in the
    /// text at worst.
    pub fn step(mut self) -> ControlFlow<Report, Self> {
        match self.rest.as_mut().poll(&mut Context::from_waker(Waker::noop())) {
            Poll::Pending => ControlFlow::Continue(self),
            Poll::Ready(report) => ControlFlow::Break(report),
        }
    }
}

/// Ends a step.
async fn pause() {
    let mut paused = false;
    poll_fn(|_| {
        if paused {
            return Poll::Ready(());
        }
        paused = true;
        Poll::Pending
    })
    .await;
}

/// Takes `report` from the folded text to the reader's own, of `length` bytes.
pub(crate) fn to_source(report: &mut Report, document: &Document, length: usize) {
    report.text.length = length as u32;
    report.map_spans(&|span| document.to_source(span));
}

/// The report on `document`, in spans of the folded text. `memory` holds what was made of the document
/// before, and then what was made of this one.
pub(crate) async fn read(
    document: &Document,
    options: &Options,
    knowledge: &Knowledge,
    memory: &mut Memory,
) -> Report {
    let language = language::detect(document);
    let english = matches!(language, "en" | "und");
    pause().await;

    let order = dates::order(document, options);
    let (mut expressions, mut amounts) = numbers(document, &mut memory.numbers, order).await;
    if !english {
        // A month or a weekday of one language may be any word of another.
        expressions.retain(dates::Expression::is_iso);
    }
    let reading = entities::Reading::after(&mut memory.names, document, knowledge.names.as_ref());
    pause().await;
    let mut names = if english {
        entities::find_after(&mut memory.names, &reading, knowledge.model.as_ref(), options)
    } else {
        entities::own(document, options)
    };
    pause().await;
    settle(&mut expressions, &mut amounts, &mut names);

    let published = dates::published(document, &expressions, options);
    let (dates, mut warnings) = dates::resolve(document, &expressions, &published, options);
    for (i, amount) in amounts.iter_mut().enumerate() {
        amount.id = format!("a{}", i + 1);
    }
    pause().await;
    let (entities, mentions) = entities::resolve(&reading, names, options);
    pause().await;
    let (quotes, quote_warnings) =
        quotes::find_after(&mut memory.words, document, &entities, &mentions);
    warnings.extend(quote_warnings);
    pause().await;
    if !english {
        warnings.insert(0, other_language(language));
    }

    let found = Findings {
        entities: &entities,
        mentions: &mentions,
        dates: &dates,
        amounts: &amounts,
        quotes: &quotes,
    };
    let summary = summary::summarise(document, &found);
    let sentences: Vec<Span> = document.sentences().iter().map(|s| s.span).collect();
    let timeline = dates::timeline(&sentences, &dates);
    pause().await;
    let first = |kind| document.blocks().iter().find(|b| b.kind == kind).map(|b| b.span);
    let mut report = Report {
        schema: Cow::Borrowed(SCHEMA),
        engine: Engine {
            version: Cow::Borrowed(env!("CARGO_PKG_VERSION")),
            data: Cow::Borrowed(knowledge.version()),
        },
        text: TextInfo { unit: Unit::Utf8, length: 0 },
        document: DocumentInfo {
            language: language.to_owned(),
            headline: first(BlockKind::Headline),
            byline: first(BlockKind::Byline),
            dateline: first(BlockKind::Dateline),
            source: document.source(),
            published,
        },
        blocks: document.blocks().to_vec(),
        sentences,
        entities,
        mentions,
        dates,
        amounts,
        quotes,
        summary,
        timeline,
        warnings,
    };
    filter(&mut report, options);
    report
}

/// The times and amounts of each block, which is read alone, some sentences a step.
async fn numbers(
    document: &Document,
    kept: &mut Kept<Numbers>,
    order: Option<dates::Order>,
) -> (Vec<dates::Expression>, Vec<Amount>) {
    let (mut times, mut amounts, mut read) = (Vec::new(), Vec::new(), 0);
    for (i, own) in kept.of(document).iter_mut().enumerate() {
        if !own.read || own.order != order {
            *own = Numbers { read: true, order, ..Numbers::default() };
            let part = document.part(i);
            for sentences in part.sentences().chunks(SENTENCES) {
                own.dates.extend(dates::find(&part, sentences, order));
                own.amounts.extend(amounts::find(&part, sentences));
                read += sentences.len();
                if read >= SENTENCES {
                    read = 0;
                    pause().await;
                }
            }
        }
        let start = document.blocks()[i].span.start();
        times.extend(own.dates.iter().map(|time| time.moved(0, start)));
        amounts.extend(own.amounts.iter().map(|amount| amount.moved(0, start)));
    }
    pause().await;
    (times, amounts)
}

/// Drops the candidates that lose to others, by the policy of [`overlap`].
fn settle(
    dates: &mut Vec<dates::Expression>,
    amounts: &mut Vec<Amount>,
    names: &mut Vec<entities::Name>,
) {
    let claims: Vec<Claim> = (dates.iter().map(|d| Claim { span: d.span, family: Family::Date }))
        .chain(amounts.iter().map(|a| Claim { span: a.span, family: Family::Amount }))
        .chain(names.iter().map(|n| Claim { span: n.span, family: n.family() }))
        .collect();
    let mut stays = overlap::settle(&claims).into_iter();
    dates.retain(|_| stays.next().unwrap_or(false));
    amounts.retain(|_| stays.next().unwrap_or(false));
    names.retain(|_| stays.next().unwrap_or(false));
    span::in_reading_order(dates, |d| d.span);
    span::in_reading_order(amounts, |a| a.span);
    span::in_reading_order(names, |n| n.span);
}

/// Leaves out the types of annotation that the reader did not ask for. An entity of another type
/// stays if a quote that stays names it: a speaker without a name is of no use.
fn filter(report: &mut Report, options: &Options) {
    if options.types.is_none() {
        return;
    }
    if !options.wants("date") {
        report.dates.clear();
        report.timeline.clear();
    }
    if !options.wants("amount") {
        report.amounts.clear();
    }
    if !options.wants("quote") {
        report.quotes.clear();
    }
    let quotes = &report.quotes;
    let speaks = |id: &str| {
        quotes.iter().any(|q| {
            let speaker = q.speaker.iter().map(|s| &s.entity);
            speaker.chain(q.candidates.iter().map(|c| &c.entity)).any(|entity| entity == id)
        })
    };
    report.entities.retain(|e| options.wants(e.entity_type.name()) || speaks(&e.id));
    report.mentions.retain(|m| options.wants(m.entity_type.name()));
    // Not collected: a set sorts what it collects, and each sort is compiled once more.
    let (mut left, mut entities) = (BTreeSet::new(), BTreeSet::new());
    left.extend(report.mentions.iter().map(|m| m.id.as_str()));
    entities.extend(report.entities.iter().map(|e| e.id.as_str()));
    let gone = |id: &Option<String>| id.as_deref().is_some_and(|id| !entities.contains(id));
    let roles: Vec<Vec<bool>> =
        report.entities.iter().map(|e| e.roles.iter().map(|r| gone(&r.of)).collect()).collect();
    for (entity, gone) in report.entities.iter_mut().zip(roles) {
        entity.mentions.retain(|id| left.contains(id.as_str()));
        for (role, gone) in entity.roles.iter_mut().zip(gone) {
            role.of = role.of.take().filter(|_| !gone);
        }
    }
}

fn other_language(language: &str) -> Warning {
    Warning {
        code: Cow::Borrowed("other-language"),
        message: format!(
            "The text seems to be in another language ({language}); only dates in ISO form, amounts \
             and quotation marks are marked."
        ),
        spans: Vec::<Span>::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_and_amounts_of_a_block_are_read_once() {
        let document = Document::read("The mill shut on Monday.\n\nIt had cost $3 million.", &[]);
        let mut kept = Kept::default();
        let mut reading = Box::pin(numbers(&document, &mut kept, None));
        let (times, amounts) = loop {
            let read = reading.as_mut().poll(&mut Context::from_waker(Waker::noop()));
            if let Poll::Ready(found) = read {
                break found;
            }
        };
        drop(reading);
        assert_eq!((times.len(), amounts.len()), (1, 1));
        let kept = kept.of(&document);
        assert!(kept.iter().all(|own| own.read), "it would be read again");
        assert_eq!(kept.iter().map(|own| own.dates.len()).collect::<Vec<_>>(), [1, 0]);
    }

    #[test]
    fn in_another_language_only_what_every_language_shares_is_marked() {
        let text = "Der Bürgermeister hat am 2021-10-04 gesagt, dass die Brücke nicht mehr sicher ist \
                    und mit dem Bau im April begonnen wird. „Wir haben keine Zeit“, sagte er, und das \
                    kostet 5 % mehr, als wir für das Jahr haben, aber es ist nicht zu ändern.";
        let report = annotate(text, &Options::default()).expect("short");
        let found: Vec<_> = report.dates.iter().map(|d| d.span.of(text)).collect();
        assert_eq!(report.document.language, "de");
        assert_eq!(
            (found, report.mentions.len(), report.amounts.len()),
            (vec!["2021-10-04"], 0, 1)
        );
        assert_eq!(report.quotes.len(), 1);
        assert!(report.warnings.iter().any(|w| w.code == "other-language"));
    }

    #[test]
    fn what_was_not_asked_for_is_left_out_but_a_speaker_keeps_a_name() {
        let text = "“We open on Monday,” said Prime Minister Anna Marsh of Norway in Oslo.";
        let only = |types: &[&str]| {
            let types = Some(types.iter().map(|&t| t.to_owned()).collect());
            annotate(text, &Options { types, ..Options::default() }).expect("known types")
        };
        let quotes = only(&["quote"]);
        assert_eq!((quotes.quotes.len(), quotes.mentions.len(), quotes.dates.len()), (1, 0, 0));
        assert_eq!(quotes.entities[0].name, "Anna Marsh");
        assert!(quotes.entities[0].mentions.is_empty());
        let places = only(&["place"]);
        assert!(places.mentions.iter().all(|m| m.entity_type.name() == "place"));
        assert_eq!((places.quotes.len(), places.entities.len()), (0, 2));
        assert!(
            annotate(text, &Options { types: Some(vec!["nonsense".into()]), ..Options::default() })
                .is_err()
        );
    }
}
