//! Every rule of the catalogue does what its row says, within the whole pipeline.

mod common;

use std::collections::BTreeSet;

use common::{read, remark, shown, unmark};
use newsmark::rules;

#[test]
fn every_rule_finds_its_hits_and_skips_its_misses() {
    let mut failures = Vec::new();
    for rule in rules::all() {
        if rule.hits.len() < 2 || rule.misses.len() < 2 {
            failures.push(format!("{}: two of each", rule.id));
        }
        for (marked, hit) in
            rule.hits.iter().map(|h| (h, true)).chain(rule.misses.iter().map(|m| (m, false)))
        {
            let (text, wanted) = unmark(marked);
            assert_eq!(hit, !wanted.is_empty(), "{}: hits are marked, misses not", rule.id);
            let report = read(&text);
            let found: Vec<_> = shown(&report).into_iter().filter(|a| a.rule == rule.id).collect();
            let spans: Vec<_> = found.iter().map(|a| a.span).collect();
            let plain: Vec<_> = wanted.iter().map(|(span, _)| *span).collect();
            if spans != plain {
                failures.push(format!(
                    "{}\n   wanted {}\n   found  {}",
                    rule.id,
                    remark(&text, &plain),
                    remark(&text, &spans)
                ));
                continue;
            }
            for (annotation, (_, value)) in found.iter().zip(&wanted) {
                if value.as_ref().is_some_and(|value| *value != annotation.value) {
                    failures
                        .push(format!("{}: {marked}: the value is {}", rule.id, annotation.value));
                }
            }
        }
    }
    assert!(failures.is_empty(), "{} rows fail:\n{}", failures.len(), failures.join("\n"));
}

#[test]
fn ids_are_dotted_and_used_once() {
    let mut seen = BTreeSet::new();
    for rule in rules::all().chain(rules::without_examples()) {
        let parts: Vec<_> = rule.id.split('.').collect();
        let lower = |part: &&str| {
            !part.is_empty() && part.chars().all(|c| c.is_ascii_lowercase() || c == '-')
        };
        assert!(parts.len() >= 2 && parts.iter().all(lower), "{}", rule.id);
        assert!(seen.insert(rule.id), "{} twice", rule.id);
        assert!(!rule.note.is_empty(), "{}: a note", rule.id);
    }
}
