//! W3C Web Annotation: an annotation page, as JSON-LD. One annotation for everything marked, a quote's
//! pieces as its targets. Positions count code points; beside them stand the words with 32 code
//! points before and after.

use super::{Writer, article::Article, json::Json, rows::Row};
use crate::span::Span;

const CONTEXT: &str = "http://www.w3.org/ns/anno.jsonld";

/// How many code points stand before and after the words.
const AROUND: usize = 32;

pub(super) fn write(article: &Article<'_>, out: &mut Writer) {
    let name = ["urn:uuid:", &article.uuid()].concat();
    let mut json = Json::new();
    json.open('{');
    json.pair("@context", CONTEXT);
    json.pair("id", &[&name, "#annotations"].concat());
    json.pair("type", "AnnotationPage");
    json.key("items");
    json.open('[');
    for row in &article.rows {
        json.open('{');
        json.pair("id", &iri(&name, row.id));
        json.pair("type", "Annotation");
        // Names identify, and so does the speaker of a quote; dates and amounts are classified.
        let identifies = !row.entity.is_empty();
        json.pair("motivation", if identifies { "identifying" } else { "tagging" });
        json.key("body");
        bodies(&mut json, &name, row);
        json.key("target");
        json.open('[');
        for &span in &row.spans {
            target(&mut json, article, &name, span);
        }
        json.close(']');
        json.close('}');
    }
    json.close(']');
    json.close('}');
    json.out.push('\n');
    out.file(
        "jsonld",
        "application/ld+json;profile=\"http://www.w3.org/ns/anno.jsonld\"",
        json.out,
    );
}

/// What the words are, what they stand for, and which of the article's entities that is.
fn bodies(json: &mut Json, name: &str, row: &Row<'_>) {
    json.open('[');
    let mut text = |purpose: &str, value: &str| {
        if !value.is_empty() {
            json.open('{');
            json.pair("type", "TextualBody");
            json.pair("purpose", purpose);
            json.pair("value", value);
            json.close('}');
        }
    };
    text("tagging", row.kind);
    text("classifying", &row.subtype);
    text("describing", &row.value);
    text("assessing", row.certainty());
    if !row.entity.is_empty() {
        json.open('{');
        json.pair("type", "SpecificResource");
        json.pair("purpose", "identifying");
        json.pair("source", &iri(name, row.entity));
        json.close('}');
    }
    json.close(']');
}

fn target(json: &mut Json, article: &Article<'_>, source: &str, span: Span) {
    let text = article.text;
    let before = text.get(..span.start()).unwrap_or_default();
    let from = before.char_indices().rev().take(AROUND).last().map_or(before.len(), |(at, _)| at);
    let after = text.get(span.end()..).unwrap_or_default();
    let to = after.char_indices().nth(AROUND).map_or(after.len(), |(at, _)| at);
    json.open('{');
    json.pair("type", "SpecificResource");
    json.pair("source", source);
    json.key("selector");
    json.open('[');
    json.open('{');
    json.pair("type", "TextPositionSelector");
    json.count("start", article.point(span.start()));
    json.count("end", article.point(span.end()));
    json.close('}');
    json.open('{');
    json.pair("type", "TextQuoteSelector");
    json.pair("exact", article.words(span));
    json.pair("prefix", &before[from..]);
    json.pair("suffix", &after[..to]);
    json.close('}');
    json.close(']');
    json.close('}');
}

/// The name of something in the article. Ids are letters and digits; another character of a
/// foreign report's would break the address.
fn iri(name: &str, id: &str) -> String {
    let mut out = [name, "#"].concat();
    out.extend(id.chars().map(|c| if c.is_ascii_alphanumeric() || c == '-' { c } else { '_' }));
    out
}
