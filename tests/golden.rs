//! Whole articles that we wrote, against annotations made by hand before the code ran on them.
//!
//! `NAME.gold` is the hand annotation (format: `tests/golden/README.md`). `NAME.known` lists how
//! today's output differs from it: `-` missed, `+` too much. Both kinds of change fail: what gets
//! worse, and what gets better without being taken off the list. `GOLDEN=write cargo test` rewrites
//! the lists; their diffs are reviewed as code.

mod common;

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::{Path, PathBuf},
};

use newsmark::{
    Options, Report, annotate,
    report::{AmountKind, BlockKind, Form, Quote},
    span::Span,
};

/// An annotation as the gold files write it. Ordered by place.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Line {
    start: usize,
    end: usize,
    kind: String,
    value: String,
}

struct Article {
    name: String,
    text: String,
    published: Option<String>,
    found: Option<String>,
    gold: Vec<Line>,
}

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden")
}

fn articles() -> Vec<Article> {
    let mut names: Vec<_> = fs::read_dir(folder())
        .expect("tests/golden is in the repository")
        .filter_map(|entry| Some(entry.ok()?.path()))
        .filter(|path| path.extension().is_some_and(|e| e == "gold"))
        .collect();
    names.sort();
    names.iter().map(|path| article(path)).collect()
}

fn article(path: &Path) -> Article {
    let text = fs::read_to_string(path.with_extension("txt")).expect("an article beside its gold");
    let gold = fs::read_to_string(path).expect("readable");
    let header = |key: &str| {
        gold.lines()
            .find_map(|line| line.strip_prefix("# ")?.strip_prefix(key)?.strip_prefix(": "))
            .map(str::to_owned)
    };
    let lines = gold.lines().filter(|line| !line.starts_with('#') && !line.trim().is_empty());
    Article {
        name: path.file_stem().expect("a name").to_string_lossy().into_owned(),
        published: header("published"),
        found: header("found"),
        gold: lines.map(|line| gold_line(&text, line)).collect(),
        text,
    }
}

/// `KIND<TAB>WORDS<TAB>N<TAB>VALUE`; ` … ` inside WORDS stands for what lies between.
fn gold_line(text: &str, line: &str) -> Line {
    let [kind, words, nth, value] = line
        .split('\t')
        .collect::<Vec<_>>()
        .try_into()
        .unwrap_or_else(|_| panic!("4 fields: {line}"));
    let words = words.replace("\\n", "\n");
    let nth: usize = nth.parse().unwrap_or_else(|_| panic!("a number: {line}"));
    let place = |words: &str| text.match_indices(words).nth(nth - 1).map(|(at, _)| at);
    let whole = place(&words).map(|start| (start, start + words.len()));
    let (start, end) = whole.unwrap_or_else(|| {
        let (first, last) =
            words.split_once(" … ").unwrap_or_else(|| panic!("not in the text: {line}"));
        let start = place(first).unwrap_or_else(|| panic!("not in the text: {line}"));
        let from = start + first.len();
        let at = text[from..].find(last).unwrap_or_else(|| panic!("no end: {line}"));
        (start, from + at + last.len())
    });
    Line { start, end, kind: kind.into(), value: gold_value(kind, value) }
}

/// The part of a value that is compared.
fn gold_value(kind: &str, value: &str) -> String {
    match kind {
        "quote" => value.split(" | ").take(2).collect::<Vec<_>>().join(" | ").to_lowercase(),
        "date" => value.to_owned(),
        "amount" => numbers(value),
        _ => value.to_lowercase(),
    }
}

/// `money 41.50 EUR` as `money 41.5 EUR`.
fn numbers(value: &str) -> String {
    let side = |s: &str| s.parse::<f64>().map_or_else(|_| s.to_owned(), |n| n.to_string());
    let mut words = value.split(' ');
    let kind = words.next().unwrap_or_default();
    let amount = words.next().unwrap_or_default();
    let amount = match amount.split_once("..") {
        Some((low, high)) => format!("{}..{}", side(low), side(high)),
        None => side(amount),
    };
    // A unit is compared by its kind alone: `mm` in the gold is `mm`, but `deg C` is `Cel`.
    let unit = words.next().filter(|_| kind == "money");
    [Some(kind.to_owned()), Some(amount), unit.map(str::to_owned)]
        .into_iter()
        .flatten()
        .collect::<Vec<_>>()
        .join(" ")
}

/// What newsmark says, in the same form.
fn found_lines(report: &Report) -> BTreeSet<Line> {
    let name = |id: &str| {
        report.entities.iter().find(|e| e.id == id).map_or("-".into(), |e| e.name.to_lowercase())
    };
    let mut lines = BTreeSet::new();
    let mut push = |span: Span, kind: &str, value: String| {
        lines.insert(Line { start: span.start(), end: span.end(), kind: kind.into(), value });
    };
    for block in report.blocks.iter().filter(|b| b.kind != BlockKind::Paragraph) {
        push(block.span, "block", format!("{:?}", block.kind).to_lowercase());
    }
    for m in &report.mentions {
        if matches!(m.form, Form::Name | Form::Short | Form::Acronym) {
            let entity = m.entity.as_deref().map_or("?".into(), name);
            push(m.span, m.entity_type.name(), entity);
        }
    }
    for d in &report.dates {
        let modifier = d.timex.modifier.map(|m| serde_json::to_value(m).expect("plain"));
        let mut value =
            format!("{} {}", format!("{:?}", d.timex.timex_type).to_uppercase(), d.timex.value);
        for (key, part) in [
            ("mod", modifier.as_ref().and_then(|m| m.as_str())),
            ("freq", d.timex.freq.as_deref()),
            ("quant", d.timex.quant.as_deref()),
        ] {
            if let Some(part) = part {
                value.extend([" ", key, "=", part]);
            }
        }
        push(d.span, "date", value);
    }
    for a in &report.amounts {
        let kind = format!("{:?}", a.kind).to_lowercase();
        let (low, high) = (a.low.unwrap_or(f64::NAN), a.high.unwrap_or(f64::NAN));
        let amount = if low == high { low.to_string() } else { format!("{low}..{high}") };
        let unit = match (a.kind, a.currency.as_deref()) {
            (AmountKind::Money, Some("ambiguous:$")) => " USD".into(),
            (AmountKind::Money, Some(code)) => format!(" {code}"),
            _ => String::new(),
        };
        push(a.span, "amount", format!("{kind} {amount}{unit}"));
    }
    for q in &report.quotes {
        let value = format!("{} | {}", format!("{:?}", q.kind).to_lowercase(), speaker(q, &name));
        for piece in &q.content {
            push(piece.span, "quote", value.clone());
        }
    }
    for entity in &report.entities {
        for role in &entity.roles {
            let when = format!("{:?}", role.when).to_lowercase();
            let value = format!("{} | {} | {when}", role.title, entity.name).to_lowercase();
            push(role.span, "role", value);
        }
    }
    lines
}

fn speaker(quote: &Quote, name: &impl Fn(&str) -> String) -> String {
    match &quote.speaker {
        Some(speaker) => name(&speaker.entity),
        None if quote.candidates.len() > 1 => {
            let mut names: Vec<_> = quote.candidates.iter().map(|c| name(&c.entity)).collect();
            names.sort();
            format!("?{}", names.join("?"))
        }
        None => "-".into(),
    }
}

/// `- kind<TAB>words<TAB>value` for what is missed, `+` for what is too much, in reading order.
fn difference(article: &Article, found: &BTreeSet<Line>) -> Vec<String> {
    let gold: BTreeSet<Line> = article.gold.iter().cloned().map(sorted_candidates).collect();
    let mut lines: Vec<_> = gold
        .difference(found)
        .map(|line| (line, '-'))
        .chain(found.difference(&gold).map(|line| (line, '+')))
        .collect();
    lines.sort();
    lines
        .into_iter()
        .map(|(line, sign)| {
            let words = article.text[line.start..line.end].replace('\n', "\\n");
            format!("{sign} {}\t{words}\t{}", line.kind, line.value)
        })
        .collect()
}

/// Candidates of an undecided speaker in alphabetical order.
fn sorted_candidates(mut line: Line) -> Line {
    if let Some((kind, names)) = line.value.split_once(" | ?") {
        let mut names: Vec<_> = names.split('?').collect();
        names.sort_unstable();
        line.value = format!("{kind} | ?{}", names.join("?"));
    }
    line
}

fn read(article: &Article) -> Report {
    let options = Options { published: article.published.clone(), ..Options::default() };
    annotate(&article.text, &options).expect("short, and its date is one")
}

#[test]
fn articles_differ_from_their_gold_only_where_it_is_known() {
    let mut failures = Vec::new();
    for article in articles() {
        let lines = difference(&article, &found_lines(&read(&article)));
        let path = folder().join(&article.name).with_extension("known");
        if std::env::var("GOLDEN").is_ok_and(|value| value == "write") {
            fs::write(&path, lines.join("\n") + "\n").expect("writable");
            continue;
        }
        let known = fs::read_to_string(&path).unwrap_or_default();
        let known: BTreeSet<&str> = known.lines().collect();
        let now: BTreeSet<&str> = lines.iter().map(String::as_str).collect();
        for line in now.difference(&known) {
            failures.push(format!("{}: new: {line}", article.name));
        }
        for line in known.difference(&now).filter(|line| !line.is_empty()) {
            failures.push(format!("{}: mended, take it off the list: {line}", article.name));
        }
    }
    assert!(failures.is_empty(), "{}", failures.join("\n"));
}

#[test]
fn the_publication_date_is_found_where_the_article_states_it() {
    for article in articles() {
        let published = read(&article).document.published;
        let wanted = article.published.as_ref().or(article.found.as_ref());
        assert_eq!(published.value.as_ref(), wanted, "{}", article.name);
    }
}

#[test]
fn there_are_eight_long_articles_of_different_kinds() {
    let articles = articles();
    assert!(articles.len() >= 8);
    for article in articles {
        let words = article.text.split_whitespace().count();
        assert!(words >= 400, "{}: {words} words", article.name);
        assert!(article.gold.len() >= 25, "{}: {} annotations", article.name, article.gold.len());
    }
}

/// Kinds with enough gold to measure, and what share of it, and of what is found, must be right.
const FLOORS: &[(&str, usize, usize)] = &[
    ("amount", 80, 90),
    ("block", 95, 95),
    ("date", 75, 80),
    ("group", 80, 85),
    ("organisation", 55, 76),
    ("person", 88, 85),
    ("place", 84, 66),
    ("quote", 55, 55),
    ("role", 54, 78),
];

/// Recall and precision by kind over all articles, printed with `--nocapture`; a floor under each
/// keeps a broken recogniser from hiding behind a rewritten list.
#[test]
fn most_of_the_gold_is_found() {
    let mut counts = BTreeMap::<String, (usize, usize, usize)>::new();
    for article in articles() {
        let found = found_lines(&read(&article));
        let gold: BTreeSet<Line> = article.gold.iter().cloned().map(sorted_candidates).collect();
        for line in &gold {
            let entry = counts.entry(line.kind.clone()).or_default();
            entry.0 += 1;
            entry.2 += usize::from(found.contains(line));
        }
        for line in &found {
            counts.entry(line.kind.clone()).or_default().1 += 1;
        }
    }
    for (kind, (gold, found, both)) in &counts {
        let share = |of: &usize| (100 * both).checked_div(*of).unwrap_or(0);
        let (recall, precision) = (share(gold), share(found));
        println!("{kind}: recall {recall} % of {gold}, precision {precision} % of {found}");
        let floor = FLOORS.iter().find(|(name, ..)| name == kind);
        if let Some(&(_, least_recall, least_precision)) = floor {
            assert!(recall >= least_recall, "{kind}: recall {recall} %");
            assert!(precision >= least_precision, "{kind}: precision {precision} %");
        }
    }
}
