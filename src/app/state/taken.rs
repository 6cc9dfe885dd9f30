//! What readers take along, as files and as words for the clipboard. Belongs to what comes later.

use super::{
    super::{model::Of, strings::formats},
    Article, State,
};
use crate::export::{
    ExportOptions, Exported, File, Format, LeftOut, Style, citation, export, joined,
};

/// `article` as `format`; none where it was not read.
pub fn exported(article: &Article, format: Format) -> Option<Exported> {
    let reading = article.reading.as_ref()?;
    let (title, words) = (article.title(), formats::headings());
    let options = ExportOptions { title: Some(&title), words: &words, ..ExportOptions::default() };
    Some(export(&reading.text, &reading.report, format, &options))
}

/// All articles that were read as one file of an appendable format.
pub fn exported_all(state: &State, format: Format) -> Option<Exported> {
    let all: Vec<_> = state.articles.iter().filter_map(|one| exported(one, format)).collect();
    let texts = all.iter().filter_map(|one| one.files.first()).map(|file| &*file.text);
    let text = joined(format, texts);
    let left_out = all.iter().flat_map(|one| one.left_out.iter().cloned()).collect();
    let first = all.into_iter().next()?.files.into_iter().next()?;
    Some(Exported { files: vec![File { text, ..first }], left_out })
}

/// What of an HTML export is for the clipboard: programs style it themselves, and a browser that looks it
/// through must find no style that the page's policy forbids.
pub fn fragment(html: &str) -> &str {
    let inside = html.split_once("<main>").map_or(html, |(_, inside)| inside);
    inside.split_once("</main>").map_or(inside, |(inside, _)| inside)
}

/// How often each reason is given, in the order of their first.
pub fn reasons(left_out: &[LeftOut]) -> Vec<(&'static str, usize)> {
    let mut reasons: Vec<(&'static str, usize)> = Vec::new();
    for LeftOut { reason, .. } in left_out {
        match reasons.iter_mut().find(|(known, _)| known == reason) {
            Some((_, number)) => *number += 1,
            None => reasons.push((reason, 1)),
        }
    }
    reasons
}

/// The quote of that mark with its citation, plain and as HTML; none where it is no quote.
pub fn cited(article: &Article, mark: usize) -> Option<(String, String)> {
    let reading = article.reading.as_ref()?;
    let Of::Quote(at) = reading.marks.get(mark)?.of else { return None };
    let quote = reading.report.quotes.get(at)?;
    let (title, words) = (article.title(), formats::headings());
    let options = ExportOptions { title: Some(&title), words: &words, ..ExportOptions::default() };
    let as_ = |style| citation(&reading.text, &reading.report, quote, style, &options);
    Some((as_(Style::Plain), as_(Style::Html)))
}

/// What a file is called before its ending.
pub fn stem(state: &State, all: bool) -> String {
    let title = if all { String::new() } else { state.title() };
    if title.is_empty() { "newsmark".to_owned() } else { title.trim_end_matches('…').to_owned() }
}

#[cfg(test)]
mod tests {
    use std::rc::Rc;

    use super::*;
    use crate::app::model::{Reading, sample};

    fn read() -> Article {
        let reading = Some(Reading::new(Rc::from(sample::TEXT), sample::report()));
        Article { draft: sample::TEXT.into(), reading, ..Article::new(1) }
    }

    #[test]
    fn every_format_has_the_names_of_the_article() {
        for format in Format::ALL {
            let exported = exported(&read(), format).expect("it was read");
            let all: String = exported.files.iter().map(|file| &*file.text).collect();
            // Calendars and timelines have days alone, and this text has none that is known.
            let has_names = !matches!(format, Format::ICalendar | Format::TimelineJs);
            assert_eq!(all.contains("Quill"), has_names, "{format:?}: {all}");
            assert_eq!(super::exported(&Article::new(2), format), None);
        }
    }

    #[test]
    fn several_articles_are_one_file_with_one_first_line() {
        let state = State { articles: vec![read(), Article::new(2), read()], ..State::default() };
        for format in Format::ALL.into_iter().filter(|format| format.is_appendable()) {
            let one = exported(&read(), format).expect("it was read").files.remove(0).text;
            let two = exported_all(&state, format).expect("two were").files.remove(0).text;
            assert_eq!(two, joined(format, [&*one, &*one]), "{format:?}");
        }
        assert_eq!(exported_all(&State::default(), Format::Csv), None);
    }

    #[test]
    fn a_quote_is_cited_plain_and_as_mark_up() {
        let (plain, html) = cited(&read(), 0).expect("the first mark is a quote");
        assert_eq!(plain, "“It holds,” … “for now,” — Ada Quill, in “Dam opens”");
        assert!(html.starts_with("<blockquote>"), "{html}");
        assert_eq!(cited(&read(), 1), None);
    }

    #[test]
    fn the_clipboard_gets_the_text_and_no_style() {
        let html = exported(&read(), Format::Html).expect("it was read").files.remove(0).text;
        let inside = fragment(&html);
        assert!(inside.contains("<article") && inside.contains("Ada Quill"), "{inside}");
        assert!(!inside.contains("<style") && !inside.contains("<main"), "{inside}");
    }

    #[test]
    fn reasons_are_counted() {
        let left = |reason| LeftOut { id: String::new(), reason };
        let reasons = reasons(&[left("no-day"), left("overlaps"), left("no-day")]);
        assert_eq!(reasons, [("no-day", 2), ("overlaps", 1)]);
    }
}
