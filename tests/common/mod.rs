//! What several test files share: texts with ⟦marks⟧, and annotations as readable lines.

#![allow(dead_code, reason = "each test file uses its own part")]

use std::sync::Arc;

use newsmark::{Knowledge, Options, Report, annotate_with, span::Span};

/// The day on which the examples of the rules are published: a Monday.
pub const PUBLISHED: &str = "2021-10-04";

/// One annotation, whatever its kind.
#[derive(Clone, Debug, PartialEq)]
pub struct Shown {
    pub rule: String,
    pub span: Span,
    /// Date: TIMEX3 value. Amount: `low` or `low..high`. Mention: type. Quote: speaker's name,
    /// `?` when undecided, empty when nobody. Block: its kind.
    pub value: String,
}

/// `text` read as an article published on [`PUBLISHED`].
pub fn read(text: &str) -> Report {
    let options = Options { published: Some(PUBLISHED.into()), ..Options::default() };
    // The tagger decides by all it has learnt; here each rule shows what it does itself.
    annotate_with(text, &options, &Arc::new(Knowledge::default()))
        .expect("short, and the date is one")
}

/// Every annotation of a report that names a rule, in reading order.
pub fn shown(report: &Report) -> Vec<Shown> {
    let name = |id: &str| report.entities.iter().find(|e| e.id == id).map(|e| e.name.clone());
    let mut all = Vec::new();
    let mut push = |rule: &str, span, value: String| {
        all.push(Shown { rule: rule.into(), span, value });
    };
    for block in &report.blocks {
        if let Some(why) = &block.why {
            push(&why.rule, block.span, format!("{:?}", block.kind).to_lowercase());
        }
    }
    for mention in &report.mentions {
        push(&mention.why.rule, mention.span, mention.entity_type.name().into());
    }
    for date in &report.dates {
        push(&date.why.rule, date.span, date.timex.value.clone());
    }
    for amount in &report.amounts {
        let value = match (amount.low, amount.high) {
            (Some(low), Some(high)) if low == high => format!("{low}"),
            (low, high) => {
                let side = |end: Option<f64>| end.map_or(String::new(), |n| n.to_string());
                format!("{}..{}", side(low), side(high))
            }
        };
        push(&amount.why.rule, amount.span, value);
    }
    for quote in &report.quotes {
        let speaker = match &quote.speaker {
            Some(speaker) => name(&speaker.entity).unwrap_or_default(),
            None if quote.candidates.len() > 1 => "?".into(),
            None => String::new(),
        };
        for piece in &quote.content {
            push(&quote.why.rule, piece.span, speaker.clone());
        }
    }
    for sentence in &report.summary.key_sentences {
        push(&sentence.why.rule, sentence.span, sentence.score.to_string());
    }
    all.sort_by_key(|a| a.span.reading_order());
    all
}

/// `"a ⟦b|v⟧ c"` as `"a b c"`, the marked span, and its value if one is stated.
pub fn unmark(marked: &str) -> (String, Vec<(Span, Option<String>)>) {
    let (mut text, mut open, mut found) = (String::new(), Vec::new(), Vec::new());
    let mut rest = marked;
    while let Some(at) = rest.find(['⟦', '⟧', '|']) {
        text.push_str(&rest[..at]);
        let mark = rest[at..].chars().next().expect("found just above");
        rest = &rest[at + mark.len_utf8()..];
        match mark {
            '⟦' => open.push(text.len()),
            '|' if !open.is_empty() => {
                let end = rest.find('⟧').expect("a value ends in ⟧");
                found.push((
                    open.pop().expect("checked"),
                    text.len(),
                    Some(rest[..end].to_owned()),
                ));
                rest = &rest[end + '⟧'.len_utf8()..];
            }
            '|' => text.push('|'),
            _ => found.push((open.pop().expect("⟧ without ⟦"), text.len(), None)),
        }
    }
    text.push_str(rest);
    assert!(open.is_empty(), "⟦ without ⟧ in {marked}");
    let spans = found
        .into_iter()
        .map(|(start, end, value)| (Span::new(&text, start, end).expect("inside"), value));
    let mut spans: Vec<_> = spans.collect();
    spans.sort_by_key(|(span, _)| span.reading_order());
    (text, spans)
}

/// `text` with ⟦marks⟧ around `spans`; crossing spans show as nested brackets.
pub fn remark(text: &str, spans: &[Span]) -> String {
    let mut out = String::new();
    for (at, c) in text.char_indices().map(|(at, c)| (at, Some(c))).chain([(text.len(), None)]) {
        spans.iter().filter(|s| s.end() == at).for_each(|_| out.push('⟧'));
        spans.iter().filter(|s| s.start() == at).for_each(|_| out.push('⟦'));
        out.extend(c);
    }
    out
}
