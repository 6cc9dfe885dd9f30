//! Articles of our own: bodies of real pages, annotated by hand for this project before the code ran
//! on them. What is said there of names, roles, amounts, dates and quotes is measured together.

mod article;
mod gold;
mod quotes;
mod score;
#[cfg(test)]
mod tests;

use std::{
    error::Error,
    path::{Path, PathBuf},
};

use article::Article;
use newsmark::Options;
use quotes::Pieces;

use super::{certainty::Tally, parallel, rows::Rows, score::timex, table::Row};

/// What tables and `--set` call them.
pub const NAME: &str = "own articles";

/// Gold and what was found, or two annotators.
type Pairs<'a> = &'a [(Article, Article)];

/// Everything that the tables say of the articles.
pub struct Measured {
    pub rows: Vec<Row>,
    pub certainty: Tally,
    /// Places that touch a block that is taken for boilerplate, and all.
    pub lost: (usize, usize),
}

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../tests/gold")
}

/// Annotates and scores the articles, and one annotator against the other.
pub fn measure(data: &Path) -> Result<Measured, Box<dyn Error>> {
    let bodies = gold::bodies(data)?;
    let first = gold::read(&folder().join("first"), &bodies)?;
    let second = gold::read(&folder().join("second"), &bodies)?;
    let mut people = Vec::new();
    for other in second {
        let one = first.iter().find(|one| one.id == other.id);
        let one = one.ok_or_else(|| format!("{}: only the second annotator has it", other.id))?;
        people.push((one.gold.clone(), other.gold));
    }
    let found = parallel::map(&first, |article| {
        let options = Options { published: article.published.clone(), ..Options::default() };
        newsmark::annotate(&article.body, &options)
    });
    let mut articles = Vec::new();
    for (article, report) in first.into_iter().zip(found) {
        let report = report.map_err(|e| format!("{}: {e}", article.id))?;
        articles.push((article.gold, Article::of_report(&article.body, &report)));
    }
    let mut rows = rows(NAME, &articles);
    rows.extend(agreement(&people));
    Ok(Measured { rows, certainty: tally(&articles), lost: lost(&articles) })
}

/// All rows of the articles.
fn rows(set: &str, articles: Pairs<'_>) -> Vec<Row> {
    let usual = score::usual(articles);
    let mut names = Rows::new(set, usual.names).prf("names: strict", "strict");
    for (label, shown) in score::ALL.iter().zip(["PER", "ORG", "LOC", "NORP", "other"]) {
        names = names.prf(&format!("names: strict {shown}"), &format!("strict_{label}"));
    }
    let coreference = Rows::new(set, usual.coreference)
        .prf("names: coreference (B³)", "b3")
        .number("names: compared in coreference", "matched_share", "gold")
        .persons_apart();
    let short = Rows::new(set, score::short_names(articles)).number(
        "short names joined to the full name",
        "joined",
        "found",
    );
    let roles = Rows::new(set, score::roles(articles))
        .prf("roles: title", "title")
        .prf("roles: title and holder", "held")
        .number("roles: when held, of those", "when", "when.of");
    let amounts = Rows::new(set, score::amounts(articles))
        .prf("amounts: strict", "strict")
        .prf("amounts: strict, kind and value", "value")
        .number("amounts: unit of those", "unit", "unit.of");
    let dates = Rows::new(set, usual.dates)
        .prf("dates: value", "value")
        .prf("dates: relaxed", "relaxed")
        .number("dates: value of those found", "value_acc", "relaxed.tp");
    let parts = [names, coreference, short, roles, amounts, dates];
    let mut rows: Vec<Row> = parts.into_iter().flat_map(Rows::done).collect();
    rows.extend(quote_rows(set, articles));
    rows
}

fn quote_rows(set: &str, articles: Pairs<'_>) -> Vec<Row> {
    let marked = Rows::new(set, quotes::score(articles, Pieces::Marked))
        .prf("quotes, all in marks: relaxed", "relaxed")
        .number("quotes, all in marks: kind of those found", "kind", "relaxed.tp");
    let speech = [(Pieces::Speech, "quotes"), (Pieces::Indirect, "quotes, indirect")];
    let speech = speech.into_iter().map(|(which, shown)| {
        Rows::new(set, quotes::score(articles, which))
            .prf(&format!("{shown}: relaxed"), "relaxed")
            .number(&format!("{shown}: speakers named are right"), "speaker", "speaker.of")
            .prf(&format!("{shown}: quote and speaker"), "quote+speaker")
    });
    [marked].into_iter().chain(speech).flat_map(Rows::done).collect()
}

/// How far two annotators agree: the first is gold to the second.
fn agreement(people: Pairs<'_>) -> Vec<Row> {
    rows("own articles: two annotators", people)
}

/// Annotations by kind, type and certainty.
fn tally(articles: Pairs<'_>) -> Tally {
    let mut tally = Tally::default();
    for pair in articles {
        let (gold, system) = pair;
        for name in &system.names {
            let right = gold.names.iter().any(|g| (g.place, g.label) == (name.place, name.label));
            tally.add("names", name.label, name.certainty, right);
        }
        for amount in &system.amounts {
            let gold = score::amount_at(gold, amount.place);
            let right = gold.is_some_and(|gold| score::same_value(gold, amount));
            tally.add("amounts", &amount.kind, amount.certainty, right);
        }
        let (as_gold, as_system) = (gold.as_gold(), system.as_system());
        let dates = timex::matched((&as_gold, &as_system));
        for (j, date) in dates.system.iter().enumerate() {
            let right = dates.pairs.iter().any(|&pair| pair.1 == j && dates.agree(pair));
            tally.add("dates", &date.timex_type, date.certainty, right);
        }
        for which in [Pieces::Marked, Pieces::Indirect] {
            let quotes = quotes::matched(pair, which);
            for (j, piece) in quotes.found.iter().enumerate() {
                let found = quotes.pairs.iter().find(|pair| pair.1 == j);
                let right = found.is_some_and(|&pair| quotes.same_kind(pair));
                tally.add("quotes", &piece.kind, piece.certainty, right);
                if let Some(right) = found.and_then(|&pair| quotes.speaker(pair)) {
                    tally.add("speakers", &piece.kind, piece.speaker_certainty, right);
                }
            }
        }
    }
    tally
}

/// Gold places that touch a block that is taken for boilerplate, and all.
fn lost(articles: Pairs<'_>) -> (usize, usize) {
    let (mut lost, mut of) = (0, 0);
    for (gold, system) in articles {
        for place in gold.places() {
            of += 1;
            lost += usize::from(system.dropped.iter().any(|block| block.overlap(place) > 0));
        }
    }
    (lost, of)
}
