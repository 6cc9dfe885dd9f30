//! Trains the tagger: from the data folder to the weights file.

mod article;
mod crf;
mod score;
mod sets;
mod weights;

use std::{error::Error, fs, path::PathBuf, time::Instant};

use newsmark::entities::{
    gazetteer::{self, Extra},
    merge::Levels,
    tagger::{Class, Model, features::Group, labels::LABELS},
};

use article::{Article, Line};
use crf::{Crf, Numbered, Rates};
use sets::{DEV, SETS};
use weights::{Clusters, Shape};

const USAGE: &str = "\
newsmark-train DATA OUT [options]
  --recipe default|clean   the sets to train on
  --epochs N               how often to see each article (default 10)
  --seed N
  --without NAME           leave a group of features or a set out; may be given several times
  --alpha X --l1 X --l2 X --dropout X
  --bits N --rows N --top X --least N     the shape of the file
  --silver FILE            articles that a teacher has labelled
  --silver-weight X
";

struct Plan {
    data: PathBuf,
    out: PathBuf,
    clean: bool,
    epochs: usize,
    seed: u64,
    without: Vec<String>,
    rates: Rates,
    shape: Shape,
    silver: Vec<PathBuf>,
    silver_weight: f32,
}

fn plan() -> Result<Plan, Box<dyn Error>> {
    use lexopt::prelude::*;
    let mut plan = Plan {
        data: PathBuf::new(),
        out: PathBuf::new(),
        clean: false,
        epochs: 10,
        seed: 1,
        without: Vec::new(),
        rates: Rates { alpha: 0.1, l1: 0.5, l2: 0.0, dropout: 0.1 },
        shape: Shape { bits: 22, rows: 150_000, top: 4.0, least: 2 },
        silver: Vec::new(),
        silver_weight: 0.5,
    };
    let mut args = lexopt::Parser::from_env();
    let mut places = 0;
    while let Some(arg) = args.next()? {
        match arg {
            Long("recipe") => plan.clean = args.value()? == "clean",
            Long("epochs") => plan.epochs = args.value()?.parse()?,
            Long("seed") => plan.seed = args.value()?.parse()?,
            Long("without") => plan.without.push(args.value()?.string()?),
            Long("alpha") => plan.rates.alpha = args.value()?.parse()?,
            Long("l1") => plan.rates.l1 = args.value()?.parse()?,
            Long("l2") => plan.rates.l2 = args.value()?.parse()?,
            Long("dropout") => plan.rates.dropout = args.value()?.parse()?,
            Long("bits") => plan.shape.bits = args.value()?.parse()?,
            Long("rows") => plan.shape.rows = args.value()?.parse()?,
            Long("top") => plan.shape.top = args.value()?.parse()?,
            Long("least") => plan.shape.least = args.value()?.parse()?,
            Long("silver") => plan.silver.push(args.value()?.into()),
            Long("silver-weight") => plan.silver_weight = args.value()?.parse()?,
            Value(path) if places < 2 => {
                *[&mut plan.data, &mut plan.out][places] = path.into();
                places += 1;
            }
            other => return Err(format!("{}\n{USAGE}", other.unexpected()).into()),
        }
    }
    if places < 2 { Err(USAGE.into()) } else { Ok(plan) }
}

fn main() -> Result<(), Box<dyn Error>> {
    let plan = plan()?;
    let begun = Instant::now();
    let names = Extra::read(gazetteer::SECOND)?;
    let articles = articles(&plan, Some(&names))?;
    let (numbers, rows) = number(&articles, plan.shape.bits);
    eprintln!("{} articles, {rows} features, {:.0?}", articles.len(), begun.elapsed());
    let place = |hash: u32| (hash >> (32 - plan.shape.bits)) as usize;
    let numbered: Vec<Numbered> = (articles.iter())
        .map(|a| Numbered::new(a, |hash| numbers[place(hash)].checked_sub(1)))
        .collect();
    drop(articles);
    let mut order: Vec<(u32, u32)> = (numbered.iter().enumerate())
        .flat_map(|(a, n)| (0..n.sentences.len()).map(move |s| (a as u32, s as u32)))
        .collect();
    let mut crf = Crf::new(rows, plan.rates, plan.seed);
    let mut random = plan.seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1;
    let dev = dev(&plan)?;
    for epoch in 1..=plan.epochs {
        shuffle(&mut order, &mut random);
        let loss: f64 = (order.iter())
            .map(|&(a, s)| {
                let article = &numbered[a as usize];
                crf.learn(article, article.sentences[s as usize])
            })
            .sum();
        let skipped = std::mem::take(&mut crf.skipped);
        eprintln!("epoch {epoch}: loss {loss:.0}, {skipped} skipped, {:.0?}", begun.elapsed());
        if epoch == plan.epochs || epoch % 4 == 0 {
            let bytes = file(&crf, &numbers, &plan);
            fs::write(&plan.out, &bytes)?;
            report(&bytes, &names, &dev)?;
        }
    }
    Ok(())
}

fn articles(plan: &Plan, names: Option<&Extra>) -> Result<Vec<Article>, Box<dyn Error>> {
    let wanted = |group: Group| !plan.without.iter().any(|w| *w == format!("{group:?}"));
    let clusters = |_: u32| 0;
    let mut all = Vec::new();
    for set in SETS {
        if plan.without.iter().any(|w| w == set.name) || plan.clean && set.clean.is_none() {
            continue;
        }
        let lines = article::lines(&plan.data.join(format!("ner/train/{}.jsonl", set.name)))?;
        for line in lines {
            let genre = |genres: &[&str]| genres.is_empty() || genres.contains(&line.genre.as_str());
            if plan.clean && !set.clean.is_some_and(genre) {
                continue;
            }
            all.extend(article::read(&line, set, &clusters, names, &wanted));
        }
    }
    Ok(all)
}

/// Numbers from 1 for the features that occur at least twice, by their place; 0 for the others.
fn number(articles: &[Article], bits: u32) -> (Vec<u32>, usize) {
    let mut seen = vec![0_u8; 1 << bits];
    for article in articles {
        for at in 0..article.features.len() {
            for hash in article.features.of(at) {
                let count = &mut seen[(hash >> (32 - bits)) as usize];
                *count = count.saturating_add(1);
            }
        }
    }
    let mut rows = 0;
    let numbers = (seen.into_iter())
        .map(|count| {
            rows += u32::from(count > 1);
            if count > 1 { rows } else { 0 }
        })
        .collect();
    (numbers, rows as usize)
}

fn shuffle<T>(items: &mut [T], random: &mut u64) {
    for i in (1..items.len()).rev() {
        *random ^= *random << 13;
        *random ^= *random >> 7;
        *random ^= *random << 17;
        items.swap(i, (*random % (i as u64 + 1)) as usize);
    }
}

fn file(crf: &Crf, numbers: &[u32], plan: &Plan) -> Vec<u8> {
    let rows: Vec<(u32, [f32; LABELS])> = (numbers.iter().enumerate())
        .filter(|(_, n)| **n > 0)
        .map(|(id, n)| (id as u32, crf.weights[*n as usize - 1]))
        .collect();
    let clusters = Clusters { bits: 24, words: Vec::new() };
    let levels = [[Levels::default(); 2]; Class::ALL.len()];
    weights::write(&rows, &crf.transitions, &levels, &clusters, &plan.shape)
}

type Dev = Vec<(&'static str, &'static [&'static str], Vec<Line>)>;

fn dev(plan: &Plan) -> Result<Dev, Box<dyn Error>> {
    let read = |&(name, labels): &(&'static str, _)| {
        let path = plan.data.join(format!("ner/dev/{name}.jsonl"));
        article::lines(&path).map(|lines| (name, labels, lines))
    };
    DEV.iter().map(read).collect()
}

fn report(bytes: &[u8], names: &Extra, dev: &Dev) -> Result<(), Box<dyn Error>> {
    let model = Model::read(bytes)?;
    eprintln!("{} bytes", bytes.len());
    for (name, labels, lines) in dev {
        let counts = score::score(lines, &model, Some(names), labels);
        eprintln!(
            "{name:18} {:4} {:5.1}  p {:5.1} r {:5.1}",
            labels.len(),
            counts.f1(),
            100.0 * counts.right as f64 / counts.found.max(1) as f64,
            100.0 * counts.right as f64 / counts.gold.max(1) as f64,
        );
    }
    Ok(())
}
