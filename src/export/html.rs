//! One page without a script: the reader's text with its marks, and a sidebar.
//!
//! The page's own policy forbids everything but its one style sheet, by hash. Nothing of the text
//! stands in an attribute, an address or a style. Inside `article`, the characters are those of the
//! reader's text and no others (the letters of marks are drawn by the style sheet), so that offsets
//! into its text content, in UTF-16 units, are offsets into the text.

use super::{
    ExportOptions, Writer,
    article::{Article, one_line},
    citation, escape, number,
    rows::{QUOTE, ROLE, Row},
};
use crate::{
    report::{Block, BlockKind, EntityType},
    segments::{Segment, segments},
    span::Span,
};

const STYLE: &str = include_str!("page.css");

/// `sha256-` and the base64 of the style sheet's hash; `tests/exports/` checks it, and says what it
/// must be.
const STYLE_HASH: &str = "sha256-w4PoDoFrLhiXVSCCOPIAXAdH5jnr/6jTV4uCR00Vl6E=";

/// How many marks may stand around one word; the bound keeps a hostile report from building a tree
/// that is too deep to show.
const MAX_DEPTH: usize = 12;

pub(super) fn write(article: &Article<'_>, out: &mut Writer) {
    let ExportOptions { words, .. } = article.options;
    let mut page = Page { out: String::with_capacity(4 * article.text.len() + 8192) };
    page.raw(&["<!doctype html>\n<html lang=\"", words.language, "\">\n<head>\n"]);
    page.raw(&[
        "<meta charset=\"utf-8\">\n<meta http-equiv=\"Content-Security-Policy\" \
         content=\"default-src 'none'; style-src '",
        STYLE_HASH,
        "'; base-uri 'none'; form-action 'none'\">\n",
        "<meta name=\"referrer\" content=\"no-referrer\">\n\
         <meta name=\"viewport\" content=\"width=device-width\">\n<title>",
    ]);
    let title = article.title();
    page.words(&title);
    page.raw(&["</title>\n<style>", STYLE, "</style>\n</head>\n<body>\n<header>\n"]);
    // An article with a headline shows it itself.
    if article.report.document.headline.is_none() {
        page.raw(&["<h1>"]);
        page.words(&title);
        page.raw(&["</h1>\n"]);
    }
    page.raw(&["<p>"]);
    page.words(words.published);
    page.raw(&[": "]);
    page.words(article.published().unwrap_or(words.not_known));
    if !article.source().is_empty() {
        page.raw(&[" · "]);
        page.words(words.source);
        page.raw(&[": "]);
        page.words(&one_line(article.source()));
    }
    page.raw(&[" · "]);
    page.words(words.made_with);
    page.raw(&[" "]);
    page.words(&article.engine());
    page.raw(&["</p>\n</header>\n<main>\n<article lang=\""]);
    page.id(&article.report.document.language);
    page.raw(&["\">"]);
    page.text(article);
    page.raw(&["</article>\n<aside>\n"]);
    page.sidebar(article);
    page.raw(&["</aside>\n</main>\n</body>\n</html>\n"]);
    out.file("html", "text/html", page.out);
}

/// What stands around a run of text.
#[derive(Clone, Copy)]
enum Layer<'r, 'a> {
    Block(&'r Block),
    /// A piece of a mark: which of them.
    Mark(&'r Row<'a>, usize),
}

struct Page {
    out: String,
}

impl Page {
    fn raw(&mut self, parts: &[&str]) {
        for part in parts {
            self.out.push_str(part);
        }
    }

    fn words(&mut self, words: &str) {
        escape::html(&mut self.out, words);
    }

    /// The text, every character of it, in elements for its parts and marks.
    fn text(&mut self, article: &Article<'_>) {
        let blocks = article.report.blocks.iter().map(|block| (Layer::Block(block), block.span));
        let marks = article.rows.iter().filter(|row| row.kind != ROLE);
        let marks = marks.flat_map(|row| pieces(row));
        let (layers, spans): (Vec<_>, Vec<_>) = blocks.chain(marks).unzip();
        let Some(whole) = Span::whole(article.text) else { return };
        let mut open: Vec<usize> = Vec::new();
        let mut begun = vec![false; layers.len()];
        for Segment { span, open: wanted } in segments(whole, &spans) {
            let wanted = &wanted[..wanted.len().min(MAX_DEPTH)];
            let common = open.iter().zip(wanted).take_while(|(have, want)| have == want).count();
            self.close(&mut open, common, &layers);
            for &layer in &wanted[common..] {
                self.open(layers[layer], !begun[layer]);
                begun[layer] = true;
                open.push(layer);
            }
            self.words(article.words(span));
        }
        self.close(&mut open, 0, &layers);
    }

    fn close(&mut self, open: &mut Vec<usize>, depth: usize, layers: &[Layer<'_, '_>]) {
        while open.len() > depth {
            let Some(layer) = open.pop() else { return };
            let name = match layers[layer] {
                Layer::Block(block) => element(block.kind),
                Layer::Mark(..) => "mark",
            };
            self.raw(&["</", name, ">"]);
        }
    }

    /// Opens an element; a mark that another one's end has cut is opened again, and has its name
    /// once.
    fn open(&mut self, layer: Layer<'_, '_>, is_first: bool) {
        match layer {
            Layer::Block(block) => {
                let class = match block.kind {
                    BlockKind::Boilerplate => " class=\"boilerplate\"",
                    BlockKind::Byline | BlockKind::Dateline | BlockKind::Caption => {
                        " class=\"small\""
                    }
                    _ => "",
                };
                self.raw(&["<", element(block.kind), class, ">"]);
            }
            Layer::Mark(row, piece) => {
                self.raw(&["<mark class=\"", row.kind]);
                self.raw(&[if row.certainty() == "check" { " check\"" } else { "\"" }]);
                // The first piece of the first has its name, for links; all say whose they are.
                if is_first && piece == 0 {
                    self.raw(&[" id=\""]);
                    self.id(row.id);
                    self.raw(&["\""]);
                }
                self.raw(&[" data-of=\""]);
                self.id(row.id);
                self.raw(&["\">"]);
            }
        }
    }

    /// A name of the report's in an attribute.
    fn id(&mut self, id: &str) {
        escape::html(&mut self.out, id);
    }

    fn sidebar(&mut self, article: &Article<'_>) {
        let (words, report) = (article.options.words, article.report);
        self.section(words.key_sentences, &report.summary.key_sentences, |page, sentence| {
            page.words(article.words(sentence.span));
        });
        for (kind, name) in EntityType::ALL.into_iter().zip(words.kinds) {
            let entities = report.entities.iter().filter(|e| e.entity_type == kind && e.count > 0);
            let entities: Vec<_> = entities.collect();
            self.section(name, &entities, |page, entity| {
                page.link(kind.name(), entity.mentions.first(), &entity.name);
                page.raw(&[" <small>× "]);
                number::whole(&mut page.out, entity.count.into());
                for role in &entity.roles {
                    page.raw(&[" · "]);
                    page.words(&role.title);
                }
                page.raw(&["</small>"]);
            });
        }
        self.section(words.dates, &report.timeline, |page, entry| {
            let value = if entry.placed { &entry.value } else { words.not_known };
            page.link("date", Some(&entry.date), value);
            page.raw(&[" "]);
            page.words(article.date(&entry.date).map_or("", |date| article.words(date.span)));
        });
        self.section(words.amounts, &report.amounts, |page, amount| {
            page.link("amount", Some(&amount.id), article.words(amount.span));
            page.raw(&[" <small>"]);
            page.words(&super::rows::value(amount));
            page.raw(&["</small>"]);
        });
        let speech: Vec<_> =
            report.quotes.iter().filter(|quote| citation::is_speech(quote.kind)).collect();
        self.section(words.quotes, &speech, |page, quote| {
            page.link(QUOTE, Some(&quote.id), &citation::words(article, quote));
            page.raw(&[" <small>"]);
            page.words(&citation::attribution(article, quote));
            page.raw(&["</small>"]);
        });
        self.section(words.check, &report.warnings, |page, warning| page.words(&warning.message));
    }

    fn section<T>(&mut self, name: &str, items: &[T], item: impl Fn(&mut Self, &T)) {
        if items.is_empty() {
            return;
        }
        self.raw(&["<section>\n<h2>"]);
        self.words(name);
        self.raw(&["</h2>\n<ul>\n"]);
        for each in items {
            self.raw(&["<li>"]);
            item(self, each);
            self.raw(&["</li>\n"]);
        }
        self.raw(&["</ul>\n</section>\n"]);
    }

    /// `words` as a link to the mark `to` on this page.
    fn link(&mut self, class: &str, to: Option<&String>, words: &str) {
        self.raw(&["<a class=\"", class, "\""]);
        if let Some(to) = to {
            self.raw(&[" href=\"#"]);
            self.id(to);
            self.raw(&["\""]);
        }
        self.raw(&[">"]);
        self.words(words);
        self.raw(&["</a>"]);
    }
}

fn pieces<'r, 'a>(row: &'r Row<'a>) -> impl Iterator<Item = (Layer<'r, 'a>, Span)> {
    row.spans.iter().enumerate().map(move |(piece, span)| (Layer::Mark(row, piece), *span))
}

fn element(kind: BlockKind) -> &'static str {
    match kind {
        BlockKind::Headline => "h1",
        BlockKind::Subheading => "h2",
        _ => "p",
    }
}
