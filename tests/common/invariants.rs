//! What holds of every report, whatever the text and the reader's corrections.

#![allow(dead_code, reason = "each test file uses its own part")]

use std::collections::BTreeSet;

use newsmark::{
    Report,
    report::{BlockKind, Why},
    span::Span,
};

/// Every list of spans that the report keeps in order, by name.
fn ordered(report: &Report) -> Vec<(&'static str, Vec<Span>)> {
    let evidence = |name, why: &Why| (name, why.evidence.clone());
    let mut lists = vec![
        ("blocks", report.blocks.iter().map(|b| b.span).collect()),
        ("sentences", report.sentences.clone()),
        ("mentions", report.mentions.iter().map(|m| m.span).collect()),
        ("dates", report.dates.iter().map(|d| d.span).collect()),
        ("amounts", report.amounts.iter().map(|a| a.span).collect()),
        ("quotes", report.quotes.iter().map(|q| q.content[0].span).collect()),
        ("key sentences", report.summary.key_sentences.iter().map(|k| k.span).collect()),
    ];
    lists.extend(
        report.entities.iter().map(|e| ("roles", e.roles.iter().map(|r| r.span).collect())),
    );
    lists.extend(
        report.quotes.iter().map(|q| ("pieces", q.content.iter().map(|p| p.span).collect())),
    );
    lists.extend(report.mentions.iter().map(|m| evidence("evidence of a mention", &m.why)));
    lists.extend(report.dates.iter().map(|d| evidence("evidence of a date", &d.why)));
    lists.extend(report.quotes.iter().map(|q| evidence("evidence of a quote", &q.why)));
    lists
}

/// Every span of the report as it is serialised, wherever it stands.
pub fn spans(value: &serde_json::Value, found: &mut Vec<(usize, usize)>) {
    let number = |key: &str| value.get(key).and_then(serde_json::Value::as_u64);
    if let (Some(start), Some(end)) = (number("start"), number("end")) {
        found.push((start as usize, end as usize));
    }
    match value {
        serde_json::Value::Object(fields) => fields.values().for_each(|v| spans(v, found)),
        serde_json::Value::Array(items) => items.iter().for_each(|v| spans(v, found)),
        _ => {}
    }
}

/// Each id once, and every reference to something that is there.
pub fn references(report: &Report) -> Result<(), String> {
    let mut ids = BTreeSet::from(["t0"]);
    let all = (report.entities.iter().map(|e| &e.id))
        .chain(report.entities.iter().flat_map(|e| e.roles.iter().map(|r| &r.id)))
        .chain(report.mentions.iter().map(|m| &m.id))
        .chain(report.dates.iter().map(|d| &d.id))
        .chain(report.amounts.iter().map(|a| &a.id))
        .chain(report.quotes.iter().map(|q| &q.id));
    for id in all {
        if !ids.insert(id) {
            return Err(format!("{id} twice"));
        }
    }
    let entities = (report
        .mentions
        .iter()
        .flat_map(|m| m.entity.iter().chain(m.candidates.iter().map(|c| &c.entity))))
    .chain(report.entities.iter().flat_map(|e| e.mentions.iter()))
    .chain(report.entities.iter().flat_map(|e| e.roles.iter().filter_map(|r| r.of.as_ref())))
    .chain(report.dates.iter().flat_map(|d| {
        let timex = &d.timex;
        [&timex.anchor, &timex.begin_point, &timex.end_point].into_iter().flatten()
    }))
    .chain(report.quotes.iter().flat_map(|q| {
        let speaker = q.speaker.iter().map(|s| &s.entity);
        speaker.chain(q.candidates.iter().map(|c| &c.entity)).chain(&q.parent)
    }))
    .chain(report.summary.speakers.iter().filter_map(|s| s.entity.as_ref()))
    .chain(report.timeline.iter().map(|t| &t.date));
    for id in entities {
        if !ids.contains(id.as_str()) {
            return Err(format!("{id} is referred to and not there"));
        }
    }
    for entry in &report.timeline {
        if entry.sentence as usize >= report.sentences.len() {
            return Err(format!("sentence {} is not there", entry.sentence));
        }
    }
    for mention in &report.mentions {
        if mention.entity.is_none() && mention.candidates.len() < 2 {
            return Err(format!("{} is undecided without two candidates", mention.id));
        }
    }
    Ok(())
}

/// Spans lie in the text, on boundaries, and in order.
pub fn in_place(text: &str, report: &Report) -> Result<(), String> {
    if report.text.length as usize != text.len() {
        return Err(format!("the text is {} bytes long", text.len()));
    }
    let mut all = Vec::new();
    spans(&serde_json::to_value(report).expect("plain data"), &mut all);
    if let Some((start, end)) = all.into_iter().find(|&(start, end)| text.get(start..end).is_none())
    {
        return Err(format!("{start}..{end} is not in the text"));
    }
    for (name, list) in ordered(report) {
        if !list.is_sorted_by_key(|span| span.reading_order()) {
            return Err(format!("{name} are out of order: {list:?}"));
        }
    }
    for (name, lengths) in [
        ("mentions", report.mentions.iter().map(|m| m.span).collect::<Vec<_>>()),
        ("dates", report.dates.iter().map(|d| d.span).collect()),
        ("amounts", report.amounts.iter().map(|a| a.span).collect()),
        ("sentences", report.sentences.clone()),
        ("blocks", report.blocks.iter().map(|b| b.span).collect()),
    ] {
        if lengths.iter().any(|span| span.is_empty()) {
            return Err(format!("one of the {name} is empty"));
        }
    }
    Ok(())
}

/// Nothing in boilerplate is annotated, and each has a reason.
pub fn unread(text: &str, report: &Report) -> Result<(), String> {
    for block in report.blocks.iter().filter(|b| b.kind == BlockKind::Boilerplate) {
        let words = block.span.of(text);
        if block.why.is_none() {
            return Err(format!("no reason for {words:?}"));
        }
        let inside = |span: Span| span.overlaps(block.span);
        if report.sentences.iter().copied().any(inside)
            || report.mentions.iter().any(|m| inside(m.span))
            || report.dates.iter().any(|d| inside(d.span))
            || report.amounts.iter().any(|a| inside(a.span))
        {
            return Err(format!("something is marked in {words:?}"));
        }
    }
    Ok(())
}
