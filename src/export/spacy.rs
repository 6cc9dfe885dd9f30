//! A document of spaCy (`Doc.from_json`), whose `text` and `ents` displaCy draws as they are
//! (`displacy.render(…, manual=True)`). Offsets count code points. `ents` do not overlap: the outer
//! of two stays; `spans["newsmark"]` has everything marked, a quote's pieces one by one.

use super::{
    Writer,
    article::Article,
    json::Json,
    rows::{self, QUOTE, ROLE, Row},
    tokens,
};
use crate::span::Span;

pub(super) fn write(article: &Article<'_>, out: &mut Writer) {
    let mut json = Json::new();
    json.open('{');
    json.pair("text", article.text);
    json.pair("title", &article.title());
    json.key("ents");
    json.open('[');
    let flat = rows::flat(&article.rows, |row| row.kind != QUOTE && row.kind != ROLE);
    for (row, span) in flat.kept {
        mark(&mut json, article, row, span);
    }
    json.close(']');
    json.key("spans");
    json.open('{');
    json.key("newsmark");
    json.open('[');
    for row in &article.rows {
        for &span in &row.spans {
            mark(&mut json, article, row, span);
        }
    }
    json.close(']');
    json.close('}');
    let tokens = tokens::of(article);
    json.key("sents");
    json.open('[');
    for &sentence in &article.report.sentences {
        // spaCy's sentences begin and end with a token.
        let inside = |token: &&Span| sentence.contains(**token);
        let from = tokens.partition_point(|token| token.start() < sentence.start());
        let rest = tokens.get(from..).unwrap_or_default();
        let to = rest.partition_point(|token| token.end() <= sentence.end());
        let tokens = rest.get(..to).unwrap_or_default();
        if let (Some(first), Some(last)) = (tokens.first().filter(inside), tokens.last()) {
            json.open('{');
            span(&mut json, article, first.to(*last));
            json.close('}');
        }
    }
    json.close(']');
    json.key("tokens");
    json.open('[');
    for (id, &token) in spaced(article.text, &tokens).iter().enumerate() {
        json.open('{');
        json.count("id", id as u32);
        span(&mut json, article, token);
        json.close('}');
    }
    json.close(']');
    json.close('}');
    json.out.push('\n');
    out.file("spacy.json", "application/json", json.out);
}

/// `tokens` with the white space between them that is more than the one space which spaCy keeps with
/// the token before.
fn spaced(text: &str, tokens: &[Span]) -> Vec<Span> {
    let mut all = Vec::with_capacity(tokens.len());
    let mut done = 0;
    let ends = tokens.iter().copied().chain([Span::raw(text.len() as u32, text.len() as u32)]);
    for token in ends {
        let gap = text.get(done..token.start()).unwrap_or_default();
        let kept = usize::from(gap.starts_with(' ') && !all.is_empty());
        if gap.len() > kept {
            all.push(Span::raw((done + kept) as u32, token.start() as u32));
        }
        if !token.is_empty() {
            all.push(token);
        }
        done = token.end();
    }
    all
}

fn mark(json: &mut Json, article: &Article<'_>, row: &Row<'_>, at: Span) {
    json.open('{');
    span(json, article, at);
    json.pair("label", label(row));
    json.pair("kb_id", row.entity);
    json.close('}');
}

fn span(json: &mut Json, article: &Article<'_>, span: Span) {
    json.count("start", article.point(span.start()));
    json.count("end", article.point(span.end()));
}

/// The type of `OntoNotes`, which spaCy's English models use, where it has one.
fn label(row: &Row<'_>) -> &'static str {
    match (row.kind, &*row.subtype) {
        ("person", _) => "PERSON",
        ("organisation", _) => "ORG",
        ("place", "facility") => "FAC",
        ("place", "feature" | "region") => "LOC",
        ("place", _) => "GPE",
        ("group", _) => "NORP",
        ("event", _) => "EVENT",
        ("product", _) => "PRODUCT",
        ("work", "law") => "LAW",
        ("work", _) => "WORK_OF_ART",
        ("date", "TIME") => "TIME",
        ("date", _) => "DATE",
        ("amount", "money") => "MONEY",
        ("amount", "percent") => "PERCENT",
        ("amount", "ordinal") => "ORDINAL",
        ("amount", "cardinal") => "CARDINAL",
        ("amount", _) => "QUANTITY",
        ("role", _) => "ROLE",
        _ => "QUOTE",
    }
}
