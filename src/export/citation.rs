//! A quote with its citation: who said it, in which article, published where and when.

use super::{ExportOptions, article::Article, article::one_line, escape};
use crate::report::{Certainty, Quote, QuoteKind, Report};

/// How a citation is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Style {
    /// On one line.
    Plain,
    /// As HTML: a block quote and a paragraph; nothing in the text becomes markup.
    Html,
}

/// `quote`, one of `report`'s, word for word, pieces joined by an ellipsis, with speaker, headline,
/// source and date: `“It holds” — Ada Quill, in “Dam opens”, Daily Mill, 2021-10-04`. What the
/// article does not say is left out; a speaker who is not decided is shown with all who may be meant.
pub fn citation(
    text: &str,
    report: &Report,
    quote: &Quote,
    style: Style,
    options: &ExportOptions<'_>,
) -> String {
    let article = Article::bare(text, report, options);
    let words = words(&article, quote);
    let by = attribution(&article, quote);
    let within = origin(&article);
    let mut out = String::new();
    match style {
        Style::Plain => {
            for part in [&*words, " — ", &by, ", ", &within] {
                out.push_str(part);
            }
        }
        Style::Html => {
            out.push_str("<blockquote><p>");
            escape::html(&mut out, &words);
            out.push_str("</p></blockquote><p>— ");
            escape::html(&mut out, &by);
            out.push_str(", ");
            escape::html(&mut out, &within);
            out.push_str("</p>");
        }
    }
    out
}

/// Whether somebody said it; terms, titles and nicknames only stand in marks.
pub(super) fn is_speech(kind: QuoteKind) -> bool {
    use QuoteKind::{Direct, Indirect, Mixed, Partial};
    matches!(kind, Direct | Mixed | Partial | Indirect)
}

/// The quote's words on one line.
pub(super) fn words(article: &Article<'_>, quote: &Quote) -> String {
    let pieces: Vec<String> =
        quote.content.iter().map(|piece| one_line(article.words(piece.span))).collect();
    pieces.join(" … ")
}

/// The speaker, with a word beside who is not sure.
pub(super) fn attribution(article: &Article<'_>, quote: &Quote) -> String {
    let words = article.options.words;
    let Some(mut by) = article.speaker(quote) else { return words.unattributed.to_owned() };
    if quote.speaker.as_ref().is_some_and(|speaker| speaker.certainty == Certainty::Check)
        || quote.speaker.is_none() && quote.candidates.len() > 1
    {
        for part in [" (", words.uncertain, ")"] {
            by.push_str(part);
        }
    }
    by
}

/// The article: its title, source and day.
fn origin(article: &Article<'_>) -> String {
    let mut out = String::from(article.options.words.within);
    out.push('“');
    out.push_str(&article.title());
    out.push('”');
    let source = one_line(article.source());
    for part in [&*source, article.published().unwrap_or_default()] {
        if !part.is_empty() {
            out.push_str(", ");
            out.push_str(part);
        }
    }
    out
}
