//! The rows of the tables, out of the scores.

use super::{
    score::{Pairs, Scores, body, cases, coref, ner, quote, quote::Kinds, timex},
    sets::{FOUR, Task, WITH_GROUPS},
    table::{Row, percent},
};

/// The rows that a set has for one task.
pub fn rows(set: &str, task: Task, articles: Pairs<'_>) -> Vec<Row> {
    let rows = Rows::new(set, score(task, articles));
    match task {
        Task::Names(labels) => names(rows, labels),
        Task::Coref => rows
            .prf("coreference (B³)", "b3")
            .number("coreference: names compared", "matched_share", "gold")
            .persons_apart(),
        Task::Dates => dates(rows),
        Task::GumDates => rows.number("recall", "relaxed.r", "relaxed.gold").number(
            "value of those found",
            "value_acc",
            "relaxed.tp",
        ),
        Task::Cases => expressions(rows),
        Task::Quotes(kinds) => quotes(rows, kinds),
        Task::Body => rows.body(),
    }
    .done()
}

/// The scores of one task.
pub fn score(task: Task, articles: Pairs<'_>) -> Scores {
    match task {
        Task::Names(labels) => ner::score(articles, labels),
        Task::Coref => coref::score(articles, coref::LABELS),
        Task::Dates | Task::GumDates => timex::score(articles),
        Task::Cases => cases::score(articles),
        Task::Quotes(kinds) => quote::score(articles, kinds),
        Task::Body => body::score(articles),
    }
}

fn names<'a>(rows: Rows<'a>, labels: &[&str]) -> Rows<'a> {
    if labels == WITH_GROUPS {
        // The three other labels are scored by the task without groups.
        return rows.prf("strict, with NORP", "strict").prf("strict NORP", "strict_NORP");
    }
    let mut rows = rows.prf("strict", "strict").prf("relaxed", "relaxed");
    for label in FOUR.iter().filter(|label| labels.contains(label)) {
        rows = rows.prf(&format!("strict {label}"), &format!("strict_{label}"));
    }
    rows
}

fn dates(rows: Rows<'_>) -> Rows<'_> {
    let mut rows = rows
        .prf("value", "value")
        .prf("relaxed", "relaxed")
        .prf("strict", "strict")
        .number("value of those found", "value_acc", "relaxed.tp")
        .number("type of those found", "type_acc", "relaxed.tp");
    for name in ["DATE", "TIME", "DURATION", "SET"] {
        rows = rows.number(&format!("recall {name}"), &format!("recall_by_type.{name}"), "");
    }
    rows
}

fn expressions(mut rows: Rows<'_>) -> Rows<'_> {
    let names: Vec<String> = (rows.scores.iter())
        .filter_map(|(name, _)| Some(name.strip_suffix(".share")?.to_owned()))
        .collect();
    let first = |name: &str| match name.split(' ').next() {
        Some("overall") => 0,
        Some("days") => 1,
        Some("span") => 2,
        Some("source") => 3,
        Some("lean") => 4,
        Some("negative") => 5,
        // `kind` adds up `days` and `span`; `asks for` says how many there are.
        _ => 6,
    };
    let mut names: Vec<_> = names.iter().filter(|name| first(name) < 6).collect();
    names.sort_by_key(|name| (first(name), *name));
    for name in names {
        rows = rows.number(name, &format!("{name}.share"), &format!("{name}.of"));
    }
    rows
}

fn quotes(rows: Rows<'_>, kinds: Kinds) -> Rows<'_> {
    let kind = if kinds == Kinds::Direct { "direct" } else { "indirect" };
    let rows = rows.prf(&format!("{kind}: relaxed"), "relaxed");
    let rows = if kinds == Kinds::Direct { rows.prf("direct: strict", "strict") } else { rows };
    rows.number(&format!("{kind}: speakers named are right"), "speaker_precision", "speaker_given")
        .prf(&format!("{kind}: quote and speaker"), "quote+speaker")
        .number(&format!("{kind}: cue found"), "cue_found", "")
}

/// The rows of a set, made one by one.
pub struct Rows<'a> {
    set: &'a str,
    scores: Scores,
    out: Vec<Row>,
}

impl<'a> Rows<'a> {
    pub fn new(set: &'a str, scores: Scores) -> Self {
        Self { set, scores, out: Vec::new() }
    }

    /// What was made.
    pub fn done(self) -> Vec<Row> {
        self.out
    }

    fn push(&mut self, measure: &str, score: Option<f64>, more: [Option<String>; 3]) {
        self.out.push(Row {
            set: self.set.into(),
            measure: measure.into(),
            score,
            more: more.into_iter().map(Option::unwrap_or_default).collect(),
        });
    }

    /// F1, precision, recall and how many there are to find.
    pub fn prf(mut self, measure: &str, name: &str) -> Self {
        let get = |part| self.scores.get(&format!("{name}.{part}"));
        let (f1, gold) = (get("f1"), get("gold"));
        let more = [get("p").map(percent), get("r").map(percent), gold.map(|n| format!("{n}"))];
        if gold.is_none_or(|gold| gold > 0.0) {
            self.push(measure, f1, more);
        }
        self
    }

    /// One number, and of how many.
    pub fn number(mut self, measure: &str, name: &str, of: &str) -> Self {
        if let Some(score) = self.scores.get(name) {
            let of = self.scores.get(of).map(|n| format!("{n}"));
            self.push(measure, Some(score), [None, None, of]);
        }
        self
    }

    /// The share of the persons that are not merged with another.
    pub fn persons_apart(mut self) -> Self {
        let get = |name| self.scores.get(name).unwrap_or_default();
        let (merges, chains) = (get("person_merges"), get("person_chains"));
        let score = 100.0 * (1.0 - merges / chains.max(1.0));
        self.push("persons kept apart", Some(score), [None, None, Some(format!("{chains}"))]);
        self
    }

    fn body(mut self) -> Self {
        let get = |name| self.scores.get(name);
        let more =
            [get("p").map(percent), get("r").map(percent), get("pages").map(|n| n.to_string())];
        let (f1, recall) = (get("f1"), get("r"));
        self.push("words of the article kept (F1)", f1, more);
        self.push("words of the article kept (recall)", recall, [None, None, None]);
        self
    }
}
