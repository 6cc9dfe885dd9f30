//! The text with ⟦words|rule id⟧ around everything that was found.

use regex::Regex;

use crate::{
    Report,
    segments::{Segment, segments},
    span::Span,
};

/// Which rules' annotations are shown.
#[derive(Default)]
pub(super) struct Wanted(Option<Regex>);

impl Wanted {
    /// Those whose whole id fits `pattern`; without one, all.
    pub(super) fn new(pattern: Option<&str>) -> Result<Self, regex::Error> {
        pattern.map(|p| Regex::new(&format!("^(?:{p})$"))).transpose().map(Self)
    }

    fn has(&self, rule: &str) -> bool {
        self.0.as_ref().is_none_or(|pattern| pattern.is_match(rule))
    }
}

/// `text` with its annotations and its boilerplate in marks; nested marks nest. A mark that crosses
/// the end of another is cut there: `⟦one ⟦two|b …⟧|a⟧⟦ three|… b⟧`.
pub(super) fn write(text: &str, report: &Report, wanted: &Wanted) -> String {
    let mut found = found(report);
    found.retain(|(_, rule)| wanted.has(rule));
    let spans: Vec<Span> = found.iter().map(|&(span, _)| span).collect();
    let Some(whole) = Span::whole(text) else { return text.to_owned() };
    let mut writer = Writer { out: String::with_capacity(2 * text.len()), open: Vec::new() };
    for Segment { span, open } in segments(whole, &spans) {
        writer.close(span.start(), &open, &found);
        for i in open {
            if writer.open.iter().all(|&(known, _)| known != i) {
                writer.out.push('⟦');
                writer.open.push((i, span.start()));
            }
        }
        writer.out.push_str(span.of(text));
    }
    writer.close(text.len(), &[], &found);
    if !writer.out.ends_with('\n') {
        writer.out.push('\n');
    }
    writer.out
}

/// Every annotation that names a rule, with it, in reading order.
fn found(report: &Report) -> Vec<(Span, &str)> {
    let blocks = report.blocks.iter().filter_map(|b| Some((b.span, &b.why.as_ref()?.rule)));
    let quotes =
        report.quotes.iter().flat_map(|q| q.content.iter().map(|piece| (piece.span, &q.why.rule)));
    let mut found: Vec<(Span, &str)> = blocks
        .chain(quotes)
        .chain(report.mentions.iter().map(|m| (m.span, &m.why.rule)))
        .chain(report.dates.iter().map(|d| (d.span, &d.why.rule)))
        .chain(report.amounts.iter().map(|a| (a.span, &a.why.rule)))
        .map(|(span, rule)| (span, &**rule))
        .filter(|(span, _)| !span.is_empty())
        .collect();
    found.sort_by_key(|(span, _)| span.reading_order());
    found
}

struct Writer {
    out: String,
    /// The marks that stand open, outermost first, and where each was opened.
    open: Vec<(usize, usize)>,
}

impl Writer {
    /// Closes, at `at`, every mark that `stays` does not hold, and so those inside it.
    fn close(&mut self, at: usize, stays: &[usize], found: &[(Span, &str)]) {
        let keep = self.open.iter().take_while(|(i, _)| stays.contains(i)).count();
        for (i, opened) in self.open.drain(keep..).rev() {
            let (span, rule) = found[i];
            self.out.push('|');
            self.out.push_str(if opened > span.start() { "… " } else { "" });
            self.out.push_str(rule);
            self.out.push_str(if span.end() > at { " …" } else { "" });
            self.out.push('⟧');
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Options, report::Why, rules::Rule};

    #[test]
    fn nested_marks_nest_and_crossing_marks_are_cut() {
        static OUTER: Rule = Rule { id: "a", note: "", hits: &[], misses: &[] }.lean();
        static CROSSING: Rule = Rule { id: "b", note: "", hits: &[], misses: &[] }.lean();
        static INNER: Rule = Rule { id: "c", note: "", hits: &[], misses: &[] }.lean();
        let text = "one two three four";
        let mut report = crate::annotate("", &Options::default()).expect("nothing to refuse");
        let block = |start, end, rule| crate::report::Block {
            kind: crate::report::BlockKind::Paragraph,
            span: Span::new(text, start, end).expect("inside"),
            why: Some(Why::rule(rule)),
        };
        report.blocks = vec![block(0, 7, &OUTER), block(4, 13, &CROSSING), block(0, 3, &INNER)];
        assert_eq!(
            write(text, &report, &Wanted::default()),
            "⟦⟦one|c⟧ ⟦two|b …⟧|a⟧⟦ three|… b⟧ four\n"
        );
    }
}
