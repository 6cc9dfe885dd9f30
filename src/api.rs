//! The one door: text and options in, a report out.

use std::borrow::Cow;

use crate::{
    amounts, dates, entities,
    error::Error,
    language,
    options::{Options, Unit},
    overlap::{self, Claim, Family},
    quotes,
    report::{BlockKind, DocumentInfo, Engine, Report, SCHEMA, TextInfo, Warning},
    span::Span,
    summary::{self, Findings},
    text::Document,
};

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
    options.check(text)?;
    let document = Document::read(text, options.body.as_deref().unwrap_or_default());
    let mut report = read(&document, options);
    report.text.length = text.len() as u32;
    report.map_spans(&|span| document.to_source(span));
    Ok(report)
}

/// The report on `document`, in spans of the folded text.
fn read(document: &Document, options: &Options) -> Report {
    let language = language::detect(document);
    let english = matches!(language, "en" | "und");

    let mut expressions = dates::find(document, options);
    let mut amounts = amounts::find(document);
    let reading = entities::Reading::new(document);
    let mut names =
        if english { entities::find(&reading, options) } else { entities::own(document, options) };
    settle(&mut expressions, &mut amounts, &mut names);

    let published = dates::published(document, &expressions, options);
    let (dates, mut warnings) = dates::resolve(document, &expressions, &published, options);
    for (i, amount) in amounts.iter_mut().enumerate() {
        amount.id = format!("a{}", i + 1);
    }
    let (entities, mentions) = entities::resolve(&reading, names, options);
    let (quotes, quote_warnings) = quotes::find(document, &entities, &mentions);
    warnings.extend(quote_warnings);
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
    let timeline = dates::timeline(document, &dates);
    let first = |kind| document.blocks().iter().find(|b| b.kind == kind).map(|b| b.span);
    let mut report = Report {
        schema: Cow::Borrowed(SCHEMA),
        engine: Engine {
            version: Cow::Borrowed(env!("CARGO_PKG_VERSION")),
            data: Cow::Borrowed(entities::DATA_VERSION),
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
        sentences: document.sentences().iter().map(|s| s.span).collect(),
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

/// Drops the candidates that lose to others, by the policy of [`overlap`].
fn settle(
    dates: &mut Vec<dates::Expression>,
    amounts: &mut Vec<crate::report::Amount>,
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
    dates.sort_by_key(|d| d.span.reading_order());
    amounts.sort_by_key(|a| a.span.reading_order());
    names.sort_by_key(|n| n.span.reading_order());
}

/// Leaves out the types of annotation that the reader did not ask for.
fn filter(report: &mut Report, options: &Options) {
    report.entities.retain(|e| options.wants(e.entity_type.name()));
    report.mentions.retain(|m| options.wants(m.entity_type.name()));
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
