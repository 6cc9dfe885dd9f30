//! Markdown for notes: what was found, and the text. Without offsets and marks.

use super::{Writer, article::Article, article::one_line, citation, escape, number};
use crate::{
    report::{BlockKind, EntityType, Quote},
    span::Span,
};

pub(super) fn write(article: &Article<'_>, out: &mut Writer) {
    let (words, report) = (article.options.words, article.report);
    let mut page = Page(String::new());
    page.0.push_str("# ");
    page.words(&article.title());
    page.0.push_str("\n\n");
    page.fact(words.published, article.published().unwrap_or(words.not_known));
    if !article.source().is_empty() {
        page.fact(words.source, article.source());
    }
    page.fact(words.made_with, &article.engine());

    page.heading(words.key_sentences, report.summary.key_sentences.is_empty());
    for sentence in &report.summary.key_sentences {
        page.item(&[article.words(sentence.span)]);
    }
    for (kind, name) in EntityType::ALL.into_iter().zip(words.kinds) {
        let entities = report.entities.iter().filter(|e| e.entity_type == kind && e.count > 0);
        let mut entities = entities.peekable();
        page.heading(name, entities.peek().is_none());
        for entity in entities {
            let mut count = String::from(" × ");
            number::whole(&mut count, entity.count.into());
            let roles: Vec<&str> = entity.roles.iter().map(|role| role.title.as_str()).collect();
            let colon = if roles.is_empty() { "" } else { ": " };
            page.item(&[&entity.name, &count, colon, &roles.join("; ")]);
        }
    }
    page.heading(words.dates, report.timeline.is_empty());
    for entry in &report.timeline {
        let Some(date) = article.date(&entry.date) else { continue };
        let value = if entry.placed { &*entry.value } else { words.not_known };
        let words = article.words(date.span);
        page.item(&[value, ": ", words]);
    }
    let speech = |quote: &&Quote| citation::is_speech(quote.kind);
    page.heading(words.quotes, !report.quotes.iter().any(|quote| speech(&quote)));
    for quote in report.quotes.iter().filter(speech) {
        page.0.push_str("> ");
        page.words(&citation::words(article, quote));
        page.0.push_str("\n>\n> — ");
        page.words(&citation::attribution(article, quote));
        page.0.push_str("\n\n");
    }
    page.heading(words.check, report.warnings.is_empty());
    for warning in &report.warnings {
        page.item(&[&warning.message]);
    }
    page.heading(words.text, false);
    for block in report.blocks.iter().filter(|block| block.kind != BlockKind::Boilerplate) {
        page.block(block.kind, article, block.span);
    }
    let mut text = page.0.trim_end().to_owned();
    text.push('\n');
    out.file("md", "text/markdown", text);
}

struct Page(String);

impl Page {
    /// Words that are not ours, on one line.
    fn words(&mut self, words: &str) {
        escape::markdown(&mut self.0, &one_line(words), false);
    }

    fn fact(&mut self, name: &str, value: &str) {
        self.item(&[name, ": ", value]);
    }

    fn item(&mut self, parts: &[&str]) {
        self.0.push_str("- ");
        self.words(&parts.concat());
        self.0.push('\n');
    }

    fn heading(&mut self, name: &str, is_empty: bool) {
        if !is_empty {
            let gap = if self.0.ends_with("\n\n") { "## " } else { "\n## " };
            self.0.push_str(gap);
            self.0.push_str(name);
            self.0.push_str("\n\n");
        }
    }

    /// A part of the text, with its line breaks.
    fn block(&mut self, kind: BlockKind, article: &Article<'_>, span: Span) {
        let heading = match kind {
            BlockKind::Headline => "### ",
            BlockKind::Subheading => "#### ",
            BlockKind::List => "- ",
            _ => "",
        };
        self.0.push_str(heading);
        if heading.is_empty() {
            escape::markdown(&mut self.0, article.words(span), true);
        } else {
            self.words(article.words(span));
        }
        self.0.push_str("\n\n");
    }
}
