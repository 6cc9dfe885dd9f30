//! HTML to plain text.

use std::borrow::Cow;

use html5gum::{DefaultEmitter, StartTag, Token, Tokenizer};

use super::{
    elements::{Effect, effect, is_void},
    writer::{Gap, Writer},
};

/// The text of `html`: headings, paragraphs and list items as blocks with a blank line between
/// them; scripts, styles, pictures, menus and forms left out. Linear in `html.len()`.
pub fn html_to_text(html: &str) -> String {
    let (text, complete) = Reader::new(true).read(html);
    // A menu that never ends would swallow the article: then menus are read like all else, and the
    // text's own analysis sorts them out.
    if complete { text } else { Reader::new(false).read(html).0 }
}

struct Reader {
    writer: Writer,
    skip_noise: bool,
    /// The element that is left out, and how many of that name are open inside it.
    skipped: Option<(Vec<u8>, usize)>,
    /// For each open `time`: where its words begin, and its day.
    times: Vec<(usize, Option<String>)>,
    preformatted: usize,
}

impl Reader {
    fn new(skip_noise: bool) -> Self {
        let writer = Writer::default();
        Self { writer, skip_noise, skipped: None, times: Vec::new(), preformatted: 0 }
    }

    /// The text, and whether every part that was left out came to its end.
    fn read(mut self, html: &str) -> (String, bool) {
        let mut emitter = DefaultEmitter::default();
        emitter.naively_switch_states(true);
        for token in Tokenizer::new_with_emitter(html, emitter) {
            let Ok(token) = token;
            match token {
                Token::StartTag(tag) => self.open(&tag),
                Token::EndTag(tag) => self.close(&tag.name),
                Token::String(text) if self.skipped.is_none() => {
                    self.text(&String::from_utf8_lossy(&text));
                }
                _ => {}
            }
        }
        (self.writer.finish(), self.skipped.is_none())
    }

    fn open(&mut self, tag: &StartTag<()>) {
        let name = tag.name.as_slice();
        if let Some((skipped, depth)) = &mut self.skipped {
            *depth += usize::from(skipped.as_slice() == name && !tag.self_closing);
            return;
        }
        let effect = effect(name);
        let left_out = match effect {
            Effect::Nothing => true,
            Effect::Noise => self.skip_noise,
            _ => self.skip_noise && is_hidden(tag),
        };
        if left_out {
            self.writer.gap(Gap::Space);
            if !is_void(name) && !tag.self_closing {
                self.skipped = Some((name.to_vec(), 1));
            }
            return;
        }
        match effect {
            Effect::Block | Effect::Noise => self.writer.gap(Gap::Block),
            Effect::Item => self.writer.bullet(),
            Effect::Break => self.writer.gap(Gap::Line),
            Effect::Cell => self.writer.gap(Gap::Cell),
            Effect::Quote => self.writer.put("“"),
            Effect::Time => self.times.push((self.writer.length(), day(tag))),
            Effect::Preformatted => {
                self.writer.gap(Gap::Block);
                self.preformatted += 1;
            }
            Effect::Inline | Effect::Nothing => {}
        }
    }

    fn close(&mut self, name: &[u8]) {
        if let Some((skipped, depth)) = &mut self.skipped {
            *depth -= usize::from(skipped.as_slice() == name);
            if *depth == 0 {
                self.skipped = None;
            }
            return;
        }
        match effect(name) {
            Effect::Block | Effect::Noise | Effect::Item => self.writer.gap(Gap::Block),
            Effect::Quote => self.writer.put("”"),
            Effect::Time => self.end_time(),
            Effect::Preformatted => {
                self.writer.gap(Gap::Block);
                self.preformatted = self.preformatted.saturating_sub(1);
            }
            Effect::Break | Effect::Cell | Effect::Inline | Effect::Nothing => {}
        }
    }

    fn text(&mut self, text: &str) {
        if self.preformatted == 0 {
            self.writer.words(text);
            return;
        }
        for line in text.split_inclusive('\n') {
            let words = line.trim_end_matches(['\n', '\r']);
            if !words.is_empty() {
                self.writer.put(words);
            }
            if words.len() < line.len() {
                self.writer.gap(Gap::Line);
            }
        }
    }

    /// "2 hours ago" says nothing without the page's clock: then the machine's day is written too.
    fn end_time(&mut self) {
        let Some((from, Some(day))) = self.times.pop() else { return };
        let year = day.get(..4).unwrap_or_default();
        if !self.writer.since(from).contains(year) {
            self.writer.gap(Gap::Space);
            self.writer.put(&format!("({day})"));
        }
    }
}

fn attribute<'a>(tag: &'a StartTag<()>, name: &str) -> Option<Cow<'a, str>> {
    Some(String::from_utf8_lossy(tag.attributes.get(name.as_bytes())?))
}

fn is_hidden(tag: &StartTag<()>) -> bool {
    let style =
        || attribute(tag, "style").unwrap_or_default().replace(' ', "").to_ascii_lowercase();
    attribute(tag, "hidden").is_some()
        || attribute(tag, "aria-hidden").is_some_and(|value| value == "true")
        || style().contains("display:none")
}

/// The day of a `time` element's `datetime`, if it has one.
fn day(tag: &StartTag<()>) -> Option<String> {
    let value = attribute(tag, "datetime")?;
    let day = value.trim().get(..10)?;
    let is_day = day.bytes().enumerate().all(|(i, byte)| match i {
        4 | 7 => byte == b'-',
        _ => byte.is_ascii_digit(),
    });
    is_day.then(|| day.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn blocks_are_kept_apart_and_words_together() {
        for (html, text) in [
            (
                "<h1>Dam  opens</h1><p>The <b>dam</b>\n opened.</p><p>It holds.",
                "Dam opens\n\nThe dam opened.\n\nIt holds.",
            ),
            ("<div><div><p>One</p></div></div>\n\n<div>Two</div>", "One\n\nTwo"),
            (
                "<ul><li>first</li>\n<li><p>second</p></li></ul>after",
                "• first\n\n• second\n\nafter",
            ),
            ("one<br>two<br><br>three", "one\ntwo\n\nthree"),
            ("<table><tr><td>10<td>20</tr><tr><td>30</table>", "10 | 20\n\n30"),
            ("<pre>a  b\n  c</pre>d", "a  b\n  c\n\nd"),
            (
                "Fish &amp; chips &#8220;here&#x201d; &nbsp;x &eacute;",
                "Fish & chips “here” \u{a0}x é",
            ),
            ("He said <q>yes</q>.", "He said “yes”."),
            ("wo<wbr>rd, <i>it</i>’s", "word, it’s"),
            ("a < b & c", "a < b & c"),
            ("", ""),
        ] {
            assert_eq!(html_to_text(html), text, "{html}");
        }
    }

    #[test]
    fn code_menus_and_hidden_parts_are_left_out() {
        for (html, text) in [
            ("<p>One<script>if (a < b) alert('</p>')</script> two", "One two"),
            ("<style>p { color: red }</style><p>One", "One"),
            ("<head><title>x</title></head><body>One</body>", "One"),
            ("<nav><ul><li>Home<li>Sport</ul><nav>more</nav></nav><p>One", "One"),
            ("<form><input value=x><button>Send</button></form>One", "One"),
            (
                "<p hidden>no</p><p style='DISPLAY: none'>no</p><p aria-hidden=true>no</p><p>One",
                "One",
            ),
            ("<svg><text>no</text></svg><img src=x onerror=alert(1) alt=no>One", "One"),
            ("<!-- no --><!doctype html><p onclick='no()'>One", "One"),
            ("<a href='javascript:no()'>One</a>", "One"),
            ("<template><p>no</p></template><iframe srcdoc='<p>no'></iframe>One", "One"),
        ] {
            assert_eq!(html_to_text(html), text, "{html}");
        }
    }

    #[test]
    fn a_menu_that_never_ends_does_not_swallow_the_article() {
        assert_eq!(html_to_text("<nav>Home<p>The dam opened."), "Home\n\nThe dam opened.");
    }

    #[test]
    fn a_time_that_the_page_only_counts_is_given_its_day() {
        for (html, text) in [
            (
                "<p>By Ada, <time datetime='2024-03-12T09:00Z'>2 hours ago</time>.",
                "By Ada, 2 hours ago (2024-03-12).",
            ),
            ("<time datetime=2024-03-12>12 March 2024</time>", "12 March 2024"),
            ("<time datetime=P3D>3 days</time>", "3 days"),
            ("<time>noon</time></time>", "noon"),
        ] {
            assert_eq!(html_to_text(html), text, "{html}");
        }
    }
}
