//! Writes an article in a format of other programs: `cargo run --example export -- csv`.

use newsmark::{
    Options, annotate,
    export::{ExportOptions, Exported, Format, Style, citation, export},
};

const ARTICLE: &str = "Mill at Larkhaven to turn again

4 October 2021

“It will break again,” said Piet Sandvik, the miller, on Monday. He had waited since last March.
";

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let name = std::env::args().nth(1).unwrap_or_else(|| "csv".into());
    let known = Format::ALL.map(Format::name).join(" ");
    let format = Format::from_name(&name).ok_or(format!("formats: {known}"))?;
    let exported = written(format)?;
    for file in &exported.files {
        println!("{} ({})\n{}", file.ending, file.media_type, file.text);
    }
    for left in &exported.left_out {
        eprintln!("left out: {}, {}", left.id, left.reason);
    }
    println!("{}", cited()?);
    Ok(())
}

/// `title` is for articles without a headline: a file's name, say.
fn written(format: Format) -> Result<Exported, newsmark::Error> {
    let report = annotate(ARTICLE, &Options::default())?;
    let options = ExportOptions { title: Some("mill.txt"), ..ExportOptions::default() };
    Ok(export(ARTICLE, &report, format, &options))
}

/// The first quote, with who said it, where and when.
fn cited() -> Result<String, Box<dyn std::error::Error>> {
    let report = annotate(ARTICLE, &Options::default())?;
    let quote = report.quotes.first().ok_or("no quote found")?;
    Ok(citation(ARTICLE, &report, quote, Style::Plain, &ExportOptions::default()))
}

#[test]
fn every_format_is_written_and_a_quote_is_cited() {
    for format in Format::ALL {
        let files = written(format).expect("a short text").files;
        assert!(files.iter().all(|file| !file.text.is_empty()), "{}", format.name());
    }
    let csv = &written(Format::Csv).expect("a short text").files[0].text;
    assert!(csv.contains("Piet Sandvik"), "{csv}");
    let cited = cited().expect("a quote");
    assert!(
        cited.contains("“It will break again,” — Piet Sandvik") && cited.contains("2021-10-04"),
        "{cited}"
    );
}
