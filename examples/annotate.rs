//! Annotates an article and prints what was found: `cargo run --example annotate -- article.txt`, or
//! without a file an article of our own.

use newsmark::{Options, Report, annotate, report::Published};

const ARTICLE: &str = "Mill at Larkhaven to turn again

4 October 2021

The old mill at Larkhaven will turn again in spring, Mayor Odile Marsh said on Monday.

“We are very glad that the town has its mill back,” said Marsh. “The repair cost $3.5 million.”
";

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let text = match std::env::args().nth(1) {
        Some(path) => std::fs::read_to_string(path)?,
        None => ARTICLE.to_owned(),
    };
    let report = annotate(&text, &Options::default())?;
    print!("{}", listed(&text, &report));
    Ok(())
}

/// What a reader would want to know first. Spans count bytes of `text`: `of` cuts the words out.
fn listed(text: &str, report: &Report) -> String {
    let mut lines = Vec::new();
    if let Published { value: Some(day), from, .. } = &report.document.published {
        lines.push(format!("published {day} ({from:?})"));
    }
    for entity in &report.entities {
        lines.push(format!("{:?} {}, {:?}", entity.entity_type, entity.name, entity.certainty));
    }
    for date in &report.dates {
        lines.push(format!("“{}” is {}: {}", date.span.of(text), date.timex.value, date.why.note));
    }
    for amount in &report.amounts {
        lines.push(format!("amount “{}”", amount.span.of(text)));
    }
    for quote in &report.quotes {
        let said = quote.speaker.as_ref();
        let who = said.and_then(|s| report.entities.iter().find(|e| e.id == s.entity));
        let words: Vec<_> = quote.content.iter().map(|piece| piece.span.of(text)).collect();
        let name = who.map_or("nobody named", |entity| &*entity.name);
        lines.push(format!("{name}: {}", words.join(" … ")));
    }
    lines.join("\n") + "\n"
}

#[test]
fn the_list_has_the_town_the_day_and_the_speaker() {
    let report = annotate(ARTICLE, &Options::default()).expect("a short text");
    let list = listed(ARTICLE, &report);
    for line in [
        "published 2021-10-04 (Found)",
        "Place Larkhaven, ",
        "“Monday” is 2021-10-04",
        "amount “$3.5 million”",
        "Odile Marsh: “We are very glad that the town has its mill back,”",
    ] {
        assert!(list.contains(line), "{line}\n{list}");
    }
}
