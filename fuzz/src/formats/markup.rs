//! HTML and TimeML, both well-formed XML but for what HTML has of its own.

use quick_xml::{Reader, events::Event};

/// Asserts that the page has no script, and that its article is the text.
pub fn check_page(text: &str, page: &str) {
    let lower = page.to_ascii_lowercase();
    for bad in ["<script", "<iframe", "<img", "<object", "<link", "<form"] {
        // In the words, `<` is written `&lt;`.
        assert!(!lower.contains(bad), "{bad}");
    }
    let (_, article) = page.split_once("<article").expect("an article");
    let (_, article) = article.split_once('>').expect("its tag ends");
    let (article, _) = article.split_once("</article>").expect("the article ends");
    let mut plain = String::new();
    for (i, piece) in article.split('<').enumerate() {
        let words = if i == 0 { piece } else { piece.split_once('>').expect("a tag ends").1 };
        plain.push_str(&unescaped(words));
    }
    assert_eq!(plain, text.replace('\0', "\u{fffd}"), "the article's words");
}

fn unescaped(words: &str) -> String {
    assert!(!words.contains('>'), "a bare > in {words:?}");
    let plain = words.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"");
    plain.replace("&#39;", "'").replace("&#13;", "\r").replace("&amp;", "&")
}

/// Asserts that the file is well-formed, and that its text is the article with only what XML cannot hold changed.
pub fn check_timeml(text: &str, file: &str) {
    let mut reader = Reader::from_str(file);
    let (mut depth, mut inside, mut plain, mut ids) = (0, false, String::new(), Vec::new());
    loop {
        match reader.read_event().expect("well-formed") {
            Event::Start(tag) => {
                depth += 1;
                inside |= tag.name().as_ref() == "TEXT";
                for attribute in tag.attributes() {
                    let attribute = attribute.expect("an attribute");
                    if attribute.key.as_ref() == "tid" {
                        ids.push(attribute.value.into_owned());
                    }
                }
            }
            Event::End(tag) => {
                depth -= 1;
                inside &= tag.name().as_ref() != "TEXT";
            }
            Event::Text(words) if inside => plain.push_str(&words),
            Event::GeneralRef(name) if inside => {
                plain.push_str(match &*name {
                    "lt" => "<",
                    "gt" => ">",
                    "amp" => "&",
                    "quot" => "\"",
                    "#39" => "'",
                    "#13" => "\r",
                    other => panic!("&{other};"),
                });
            }
            Event::Eof => break,
            _ => {}
        }
    }
    assert_eq!(depth, 0, "all tags close");
    let held = |c: char| {
        matches!(c, '\t' | '\n' | '\r') || !(c < ' ' || matches!(c, '\u{fffe}' | '\u{ffff}'))
    };
    let wanted: String = text.chars().map(|c| if held(c) { c } else { '\u{fffd}' }).collect();
    assert_eq!(plain, wanted, "the article's words");
    let all = ids.len();
    ids.sort();
    ids.dedup();
    assert_eq!(ids.len(), all, "each id once");
}
