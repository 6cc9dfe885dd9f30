//! Markdown as HTML that the site's policy allows, with what menus and the search need of it.

use std::collections::BTreeSet;

use pulldown_cmark::{
    CodeBlockKind, CowStr, Event, HeadingLevel, Options, Parser, Tag, TagEnd, html,
};

use super::{
    code, escaped,
    links::{Links, Target},
};
use crate::step::Result;

/// A heading below the title.
pub struct Heading {
    /// 2 or 3.
    pub level: u8,
    /// Its anchor.
    pub id: String,
    /// Its words.
    pub text: String,
}

/// The words below a heading, for the search.
#[derive(Default)]
pub struct Section {
    /// The heading's anchor; none before the first.
    pub id: String,
    /// The heading; none before the first.
    pub heading: String,
    /// The words.
    pub text: String,
}

/// A page's content.
#[derive(Default)]
pub struct Rendered {
    /// The title, a heading of the first level.
    pub title: String,
    /// The first paragraph's words.
    pub description: String,
    /// The whole content.
    pub html: String,
    /// For the page's own menu.
    pub headings: Vec<Heading>,
    /// For the search.
    pub sections: Vec<Section>,
    /// All anchors.
    pub ids: BTreeSet<String>,
    /// All links as they are written into the page.
    pub links: Vec<String>,
    /// Whether it offers the bookmarklet: then it needs the script that knows its address.
    pub has_bookmarklet: bool,
}

/// Anchors that the page around the content has.
const TAKEN: [&str; 5] = ["contents", "content", "here", "search", "results"];

/// `text`, the content of the file `source`.
pub fn render(source: &str, text: &str, links: &Links) -> Result<Rendered> {
    let mut writer = Writer { source, links, page: Rendered::default(), events: Vec::new() };
    writer.page.sections.push(Section::default());
    writer.page.ids.extend(TAKEN.map(str::to_owned));
    let events: Vec<Event<'_>> = Parser::new_ext(text, Options::ENABLE_TABLES).collect();
    let mut at = 0;
    while let Some(event) = events.get(at) {
        at += writer.take(event, &events[at..])?;
    }
    let Writer { mut page, events, .. } = writer;
    if page.title.is_empty() {
        return Err(format!("{source} has no title").into());
    }
    html::push_html(&mut page.html, events.into_iter());
    // The policy allows no style attributes.
    for side in ["left", "right", "center"] {
        for cell in ["td", "th"] {
            let styled = format!("<{cell} style=\"text-align: {side}\">");
            page.html = page.html.replace(&styled, &format!("<{cell} class=\"{side}\">"));
        }
    }
    page.html =
        page.html.replace("<th ", "<th scope=\"col\" ").replace("<th>", "<th scope=\"col\">");
    // What is empty heads nothing.
    for class in ["", " class=\"right\"", " class=\"left\"", " class=\"center\""] {
        page.html = page.html.replace(&format!("<th scope=\"col\"{class}></th>"), "<td></td>");
    }
    Ok(page)
}

struct Writer<'a> {
    source: &'a str,
    links: &'a Links,
    page: Rendered,
    events: Vec<Event<'a>>,
}

impl<'a> Writer<'a> {
    /// Takes `event`, the first of `rest`; says how many events it took.
    fn take(&mut self, event: &Event<'a>, rest: &[Event<'a>]) -> Result<usize> {
        match event {
            Event::Start(Tag::Heading { level, .. }) => return self.heading(*level, rest),
            Event::Start(Tag::CodeBlock(kind)) => return Ok(self.code_block(kind, rest)),
            Event::Start(Tag::Link { dest_url, .. }) => return self.link(dest_url, rest),
            Event::Start(Tag::Image { .. }) => return self.image(rest),
            Event::Start(Tag::Table(_)) => {
                // What is wider than the page is scrolled, by the keyboard as well.
                let name = self.page.sections.last().map_or("", |section| &*section.heading);
                let name = if name.is_empty() { &*self.page.title } else { name };
                self.raw(format!(
                    "<div class=\"table\" role=\"group\" tabindex=\"0\" aria-label=\"Table: {}\">",
                    escaped(name)
                ));
                self.events.push(event.clone());
            }
            Event::End(TagEnd::Table) => {
                self.events.push(event.clone());
                self.raw("</div>".to_owned());
            }
            Event::Start(Tag::TableCell) => {
                self.events.push(event.clone());
                return Ok(1 + self.row_anchor(&rest[1..]));
            }
            Event::Start(Tag::HtmlBlock) | Event::End(TagEnd::HtmlBlock) => {}
            Event::Html(text) | Event::InlineHtml(text) => {
                // Comments are for programs that read the file; nothing else is needed.
                if !text.trim_start().starts_with("<!--") {
                    return Err(format!("{}: HTML in Markdown: {text}", self.source).into());
                }
            }
            Event::End(TagEnd::Paragraph) => {
                if self.page.description.is_empty() {
                    let text = self.page.sections.last().map(|section| section.text.clone());
                    text.unwrap_or_default().trim().clone_into(&mut self.page.description);
                }
                self.words(" ");
                self.events.push(event.clone());
            }
            Event::Text(text) | Event::Code(text) => {
                self.words(text);
                self.events.push(event.clone());
            }
            Event::SoftBreak | Event::End(TagEnd::TableCell | TagEnd::Item) => {
                self.words(" ");
                self.events.push(event.clone());
            }
            _ => self.events.push(event.clone()),
        }
        Ok(1)
    }

    fn raw(&mut self, html: String) {
        self.events.push(Event::Html(CowStr::from(html)));
    }

    fn words(&mut self, text: &str) {
        if let Some(section) = self.page.sections.last_mut() {
            section.text.push_str(text);
        }
    }

    /// An anchor for `text` that the page has not yet.
    fn id(&mut self, text: &str) -> String {
        let mut id = String::new();
        for c in text.to_lowercase().chars() {
            if c.is_alphanumeric() {
                id.push(c);
            } else if !id.is_empty() && !id.ends_with('-') {
                id.push('-');
            }
        }
        let base = id.trim_end_matches('-').to_owned();
        let mut id = base.clone();
        let mut number = 1;
        while !self.page.ids.insert(id.clone()) {
            number += 1;
            id = format!("{base}-{number}");
        }
        id
    }

    fn heading(&mut self, level: HeadingLevel, rest: &[Event<'a>]) -> Result<usize> {
        let end = end_of(rest, TagEnd::Heading(level));
        let inside = &rest[1..end];
        let text = plain(inside);
        let mut html = String::new();
        html::push_html(&mut html, inside.iter().cloned());
        if level == HeadingLevel::H1 {
            if !self.page.title.is_empty() {
                return Err(format!("{} has a second title: {text}", self.source).into());
            }
            self.raw(format!("<h1>{html}</h1>\n"));
            self.page.title = text;
            return Ok(end + 1);
        }
        let id = self.id(&text);
        let name = level.to_string();
        self.raw(format!("<{name} id=\"{id}\"><a href=\"#{id}\">{html}</a></{name}>\n"));
        if level <= HeadingLevel::H3 {
            let level = if level == HeadingLevel::H2 { 2 } else { 3 };
            self.page.headings.push(Heading { level, id: id.clone(), text: text.clone() });
        }
        self.page.sections.push(Section { id, heading: text, text: String::new() });
        Ok(end + 1)
    }

    fn code_block(&mut self, kind: &CodeBlockKind<'a>, rest: &[Event<'a>]) -> usize {
        let end = end_of(rest, TagEnd::CodeBlock);
        let mut text = plain(&rest[1..end]);
        let language = match kind {
            CodeBlockKind::Fenced(name) => name.split([',', ' ']).next().unwrap_or_default(),
            CodeBlockKind::Indented => "",
        };
        if language == "rust" {
            // As in Rust's own documentation: such lines are only for the compiler.
            let shown = text.split_inclusive('\n').filter(|line| !line.starts_with("# "));
            text = shown.collect();
        }
        self.words(&text);
        let html = code::highlighted(language, &text);
        let html = format!(
            "<div class=\"code\"><pre tabindex=\"0\" aria-label=\"Code\" role=\"group\"><code>{html}</code></pre></div>\n"
        );
        self.raw(html);
        end + 1
    }

    fn link(&mut self, address: &str, rest: &[Event<'a>]) -> Result<usize> {
        let end = end_of(rest, TagEnd::Link);
        let inside = &rest[1..end];
        let text = plain(inside);
        self.words(&text);
        let mut html = String::new();
        html::push_html(&mut html, inside.iter().cloned());
        let html = match self.links.resolve(self.source, address)? {
            Target::Bookmarklet => {
                self.page.has_bookmarklet = true;
                format!("<a class=\"bookmarklet\" data-news-mark-link>{html}</a>")
            }
            Target::Address(address) => {
                let link = format!("<a href=\"{}\">{html}</a>", escaped(&address));
                self.page.links.push(address);
                link
            }
            Target::Source(path) if text.contains(&path) => html,
            Target::Source(path) => format!("{html} (<code>{}</code>)", escaped(&path)),
        };
        self.events.push(Event::InlineHtml(CowStr::from(html)));
        Ok(end + 1)
    }

    fn image(&mut self, rest: &[Event<'a>]) -> Result<usize> {
        let Event::Start(Tag::Image { dest_url, .. }) = &rest[0] else { return Ok(1) };
        let end = end_of(rest, TagEnd::Image);
        let Target::Address(address) = self.links.resolve(self.source, dest_url)? else {
            return Err(format!("{}: the picture {dest_url} is not served", self.source).into());
        };
        let words = escaped(&plain(&rest[1..end]));
        let html = format!("<img src=\"{}\" alt=\"{words}\">", escaped(&address));
        self.page.links.push(address);
        self.events.push(Event::InlineHtml(CowStr::from(html)));
        Ok(end + 1)
    }

    /// A row of a reference begins with a name in code: that is an anchor. `rest` follows the cell's
    /// beginning.
    fn row_anchor(&mut self, rest: &[Event<'a>]) -> usize {
        let is_first = matches!(self.events.iter().rev().nth(1), Some(Event::Start(Tag::TableRow)));
        let (true, Some(Event::Code(name)), Some(Event::End(TagEnd::TableCell))) =
            (is_first, rest.first(), rest.get(1))
        else {
            return 0;
        };
        self.words(name);
        let id = self.id(name);
        let html = format!("<code id=\"{id}\">{}</code>", escaped(name));
        self.events.push(Event::InlineHtml(CowStr::from(html)));
        1
    }
}

/// Where the element that `events` begins with ends.
fn end_of(events: &[Event<'_>], tag: TagEnd) -> usize {
    let is_end = |event: &Event<'_>| matches!(event, Event::End(end) if *end == tag);
    events.iter().position(is_end).unwrap_or(events.len() - 1)
}

/// The words of `events`.
fn plain(events: &[Event<'_>]) -> String {
    let words = events.iter().map(|event| match event {
        Event::Text(text) | Event::Code(text) => text,
        Event::SoftBreak | Event::HardBreak => " ",
        _ => "",
    });
    words.collect()
}
