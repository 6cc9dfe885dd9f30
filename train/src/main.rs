//! Trains the tagger: from the data folder to the weights file.

mod article;
mod calibrate;
mod crf;
mod dump;
mod perceptron;
mod score;
mod sets;
mod weights;

use std::{error::Error, fs, path::PathBuf, time::Instant};

use newsmark::entities::{
    gazetteer::{self, Extra},
    tagger::{Class, Levels, Model, features::Group, labels::LABELS},
};

use article::{Article, Line};
use crf::{Crf, Numbered, Rates, Row};
use perceptron::Perceptron;
use sets::{DEV, SETS, Set};
use weights::Shape;

const USAGE: &str = "\
newsmark-train DATA OUT [options]
  --recipe default|clean   the sets to train on
  --family crf|perceptron  how the weights are learnt
  --epochs N               how often to see each article (default 4)
  --seed N
  --without NAME           leave out a group of features, a set, `second` (the second part of the
                           gazetteers) or `recased` (articles in other cases); several times
  --alpha X --l1 X --l2 X --dropout X
  --bits N --rows N --top X --least N     the shape of the file
  --also ROWS:TOP:LEAST    score this shape too; may be given several times
  --kept N                 learn again with the N features that are worth most
  --first N                epochs before that
  --frequent X             how much it counts there how often a feature is seen
  --score                  learn nothing; score what OUT holds
  --dump FOLDER            write what the tagger goes by for other families, and learn nothing
  --calibrate              fit the levels of certainty on articles that are held back
";

/// How the weights are learnt.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Family {
    Crf,
    Perceptron,
}

struct Plan {
    data: PathBuf,
    out: PathBuf,
    clean: bool,
    family: Family,
    epochs: usize,
    seed: u64,
    without: Vec<String>,
    rates: Rates,
    shape: Shape,
    also: Vec<Shape>,
    calibrate: bool,
    score: bool,
    kept: usize,
    first: usize,
    frequent: f32,
    dump: Option<PathBuf>,
}

fn plan() -> Result<Plan, Box<dyn Error>> {
    use lexopt::prelude::*;
    let mut plan = Plan {
        data: PathBuf::new(),
        out: PathBuf::new(),
        clean: false,
        family: Family::Crf,
        epochs: 4,
        seed: 1,
        without: Vec::new(),
        rates: Rates { alpha: 0.15, l1: 1.2, l2: 0.0, dropout: 0.3 },
        shape: Shape { bits: 22, rows: 100_000, top: 6.5, least: 1 },
        also: Vec::new(),
        calibrate: false,
        score: false,
        kept: 100_000,
        first: 4,
        frequent: 0.25,
        dump: None,
    };
    let mut args = lexopt::Parser::from_env();
    let mut places = 0;
    while let Some(arg) = args.next()? {
        match arg {
            Long("recipe") => {
                plan.clean = match args.value()?.string()?.as_str() {
                    "default" => false,
                    "clean" => true,
                    _ => return Err(USAGE.into()),
                }
            }
            Long("family") => {
                plan.family = match args.value()?.string()?.as_str() {
                    "crf" => Family::Crf,
                    "perceptron" => Family::Perceptron,
                    _ => return Err(USAGE.into()),
                }
            }
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
            Long("also") => {
                let given = args.value()?.string()?;
                let parts: Vec<&str> = given.split(':').collect();
                let [rows, top, least] = parts[..] else { return Err(USAGE.into()) };
                let (rows, top, least) = (rows.parse()?, top.parse()?, least.parse()?);
                plan.also.push(Shape { rows, top, least, ..plan.shape });
            }
            Long("kept") => plan.kept = args.value()?.parse()?,
            Long("first") => plan.first = args.value()?.parse()?,
            Long("frequent") => plan.frequent = args.value()?.parse()?,
            Long("dump") => plan.dump = Some(args.value()?.into()),
            Long("score") => plan.score = true,
            Long("calibrate") => plan.calibrate = true,
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
    let names = Extra::read(gazetteer::SECOND)?;
    let names = Some(&names).filter(|_| !plan.without.iter().any(|w| w == "second"));
    let dev = dev(&plan)?;
    if plan.score {
        return report(&fs::read(&plan.out)?, names, &dev);
    }
    let sources = sources(&plan)?;
    if let Some(folder) = &plan.dump {
        return dump::all(folder, &sources, &dev, names);
    }
    let mut levels = [[Levels::default(); 2]; Class::ALL.len()];
    if plan.calibrate {
        let (held, kept): (Vec<_>, Vec<_>) =
            sources.iter().enumerate().partition(|(i, (_, set))| set.calibrates && i % HELD == 0);
        let kept: Vec<_> = kept.into_iter().map(|(_, source)| source).collect();
        let weights = train(&kept, &plan, names, |_| Ok(()))?;
        let model = Model::read(&weights.file(&levels, &plan.shape))?;
        let held: Vec<_> = held.into_iter().map(|(_, source)| source).collect();
        levels = calibrate::fit(&held, &model, names);
        eprintln!("{levels:?}");
    }
    let sources: Vec<_> = sources.iter().collect();
    let each = |weights: &Weights| report(&weights.file(&levels, &plan.shape), names, &dev);
    let weights = train(&sources, &plan, names, each)?;
    let bytes = weights.file(&levels, &plan.shape);
    fs::write(&plan.out, &bytes)?;
    report(&bytes, names, &dev)?;
    for shape in &plan.also {
        eprintln!("{shape:?}");
        let bytes = weights.file(&levels, shape);
        let name = format!("{}-{}-{}", shape.rows, shape.top, shape.least);
        fs::write(plan.out.with_extension(name), &bytes)?;
        report(&bytes, names, &dev)?;
    }
    Ok(())
}

/// Every how many articles one is held back to fit the levels of certainty.
const HELD: usize = 8;

/// Of this many articles one is also learnt from in lower case, and one in capitals: people write so.
const RECASED: usize = 10;

/// How many epochs pass between two reports.
const REPORTED: usize = 4;

/// Weights as they were learnt.
struct Weights {
    /// A feature's place, and its weights.
    rows: Vec<(u32, Row)>,
    transitions: Vec<Row>,
}

impl Weights {
    fn file(&self, levels: &[[Levels; 2]], shape: &Shape) -> Vec<u8> {
        weights::write(&self.rows, &self.transitions, levels, shape)
    }
}

/// Learns from some articles; `each` sees the weights now and then.
fn train(
    sources: &[&(Line, &'static Set)],
    plan: &Plan,
    names: Option<&Extra>,
    each: impl Fn(&Weights) -> Result<(), Box<dyn Error>>,
) -> Result<Weights, Box<dyn Error>> {
    let begun = Instant::now();
    let wanted = |group: Group| !plan.without.iter().any(|w| *w == format!("{group:?}"));
    let articles: Vec<Article> = (sources.iter())
        .filter_map(|(line, set)| article::read(line, set, names, &wanted))
        .collect();
    let counts = count(&articles, plan.shape.bits);
    eprintln!("{} articles, {:.0?}", articles.len(), begun.elapsed());
    let seen = numbers(&counts, |place| counts[place] >= FEWEST);
    if plan.kept == 0 {
        return learn(&articles, &seen, plan, plan.epochs, each);
    }
    let all = learn(&articles, &seen, plan, plan.first, |_| Ok(()))?;
    let strongest = strongest(&all, &counts, plan);
    let kept = numbers(&counts, |place| strongest.binary_search(&(place as u32)).is_ok());
    learn(&articles, &kept, plan, plan.epochs, each)
}

/// The places of the features that are worth most: by their weights, and a little by how often they
/// are seen.
fn strongest(all: &Weights, counts: &[u32], plan: &Plan) -> Vec<u32> {
    let mut worth: Vec<(f32, u32)> = (all.rows.iter())
        .map(|(place, row)| {
            let weight = row.iter().fold(0.0_f32, |most, w| most.max(w.abs()));
            (weight * (counts[*place as usize] as f32).powf(plan.frequent), *place)
        })
        .filter(|(worth, _)| *worth > 0.0)
        .collect();
    worth.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)));
    worth.truncate(plan.kept);
    let mut places: Vec<u32> = worth.into_iter().map(|(_, place)| place).collect();
    places.sort_unstable();
    places
}

/// Learns the weights of the features that have a number.
fn learn(
    articles: &[Article],
    numbers: &[u32],
    plan: &Plan,
    epochs: usize,
    each: impl Fn(&Weights) -> Result<(), Box<dyn Error>>,
) -> Result<Weights, Box<dyn Error>> {
    let begun = Instant::now();
    let rows = numbers.iter().copied().max().unwrap_or(0) as usize;
    let place = |hash: u32| (hash >> (32 - plan.shape.bits)) as usize;
    let numbered: Vec<Numbered> = (articles.iter())
        .map(|a| Numbered::new(a, |hash| numbers[place(hash)].checked_sub(1)))
        .collect();
    let mut order: Vec<(u32, u32)> = (numbered.iter().enumerate())
        .flat_map(|(a, n)| (0..n.sentences.len()).map(move |s| (a as u32, s as u32)))
        .collect();
    let mut learner = if plan.family == Family::Perceptron {
        Learner::Perceptron(Box::new(Perceptron::new(rows)))
    } else {
        Learner::Crf(Box::new(Crf::new(rows, plan.rates, plan.seed)))
    };
    let mut mean = Mean::default();
    let mut random = plan.seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1;
    for epoch in 1..=epochs {
        shuffle(&mut order, &mut random);
        let loss: f64 = (order.iter())
            .map(|&(a, s)| {
                let article = &numbered[a as usize];
                learner.learn(article, article.sentences[s as usize])
            })
            .sum();
        eprintln!("{rows} features, epoch {epoch}: loss {loss:.0}, {:.0?}", begun.elapsed());
        // The mean of the later weights is less at the mercy of what was seen last.
        if 2 * epoch > epochs {
            mean.add(learner.weights(numbers));
        }
        if epoch % REPORTED == 0 && epoch < epochs {
            each(&learner.weights(numbers))?;
        }
    }
    Ok(mean.take())
}

/// The annotated articles of the plan, each with its set.
fn sources(plan: &Plan) -> Result<Vec<(Line, &'static Set)>, Box<dyn Error>> {
    let mut all = Vec::new();
    for set in SETS {
        if plan.without.iter().any(|w| w == set.name) || plan.clean && set.clean.is_none() {
            continue;
        }
        let lines = article::lines(&plan.data.join(format!("ner/train/{}.jsonl", set.name)))?;
        all.extend(
            lines
                .into_iter()
                .filter(|line| {
                    let genre = |genres: &[&str]| {
                        genres.is_empty() || genres.contains(&line.genre.as_str())
                    };
                    !plan.clean || set.clean.is_some_and(genre)
                })
                .map(|line| (line, set)),
        );
    }
    let recased: Vec<_> = (all.iter().zip(0..))
        .filter(|_| !plan.without.iter().any(|w| w == "recased"))
        .filter_map(|((line, set), i)| match i % RECASED {
            0 => Some((line.recased(str::to_lowercase)?, *set)),
            1 => Some((line.recased(str::to_uppercase)?, *set)),
            _ => None,
        })
        .collect();
    all.extend(recased);
    Ok(all)
}

/// A feature seen less often is not learnt.
const FEWEST: u32 = 2;

/// How often each place of a feature is seen.
fn count(articles: &[Article], bits: u32) -> Vec<u32> {
    let mut seen = vec![0; 1 << bits];
    for article in articles {
        for at in 0..article.features.len() {
            for hash in article.features.of(at) {
                seen[(hash >> (32 - bits)) as usize] += 1;
            }
        }
    }
    seen
}

/// Numbers from 1 for the places that are wanted, 0 for the others.
fn numbers(counts: &[u32], wanted: impl Fn(usize) -> bool) -> Vec<u32> {
    let mut rows = 0;
    (0..counts.len())
        .map(|place| {
            let wanted = wanted(place);
            rows += u32::from(wanted);
            if wanted { rows } else { 0 }
        })
        .collect()
}

fn shuffle<T>(items: &mut [T], random: &mut u64) {
    for i in (1..items.len()).rev() {
        *random ^= *random << 13;
        *random ^= *random >> 7;
        *random ^= *random << 17;
        items.swap(i, (*random % (i as u64 + 1)) as usize);
    }
}

/// The mean of several states of the same weights.
#[derive(Default)]
struct Mean {
    sum: Option<Weights>,
    count: f32,
}

impl Mean {
    fn add(&mut self, weights: Weights) {
        self.count += 1.0;
        let Some(sum) = &mut self.sum else {
            self.sum = Some(weights);
            return;
        };
        let rows = sum.rows.iter_mut().map(|(_, row)| row).chain(&mut sum.transitions);
        let more = weights.rows.iter().map(|(_, row)| row).chain(&weights.transitions);
        for (row, other) in rows.zip(more) {
            row.iter_mut().zip(other).for_each(|(w, o)| *w += o);
        }
    }

    fn take(self) -> Weights {
        let mut sum = self
            .sum
            .unwrap_or(Weights { rows: Vec::new(), transitions: vec![[0.0; LABELS]; LABELS] });
        let rows = sum.rows.iter_mut().map(|(_, row)| row).chain(&mut sum.transitions);
        rows.for_each(|row| row.iter_mut().for_each(|w| *w /= self.count));
        sum
    }
}

/// How the weights are learnt.
enum Learner {
    Crf(Box<Crf>),
    Perceptron(Box<Perceptron>),
}

impl Learner {
    fn learn(&mut self, article: &Numbered, sentence: (usize, usize)) -> f64 {
        match self {
            Self::Crf(crf) => crf.learn(article, sentence),
            Self::Perceptron(perceptron) => perceptron.learn(article, sentence),
        }
    }

    /// The weights as they stand, under the features' places.
    fn weights(&self, numbers: &[u32]) -> Weights {
        let (weights, transitions) = match self {
            Self::Crf(crf) => (crf.weights.clone(), crf.transitions.clone()),
            Self::Perceptron(perceptron) => perceptron.averages(),
        };
        let rows = (numbers.iter().enumerate())
            .filter(|(_, n)| **n > 0)
            .map(|(place, n)| (place as u32, weights[*n as usize - 1]))
            .collect();
        Weights { rows, transitions }
    }
}

type Dev = Vec<(&'static str, &'static [&'static str], Vec<Line>)>;

fn dev(plan: &Plan) -> Result<Dev, Box<dyn Error>> {
    let read = |&(name, labels): &(&'static str, _)| {
        let path = plan.data.join(format!("ner/dev/{name}.jsonl"));
        article::lines(&path).map(|lines| (name, labels, lines))
    };
    DEV.iter().map(read).collect()
}

fn report(bytes: &[u8], names: Option<&Extra>, dev: &Dev) -> Result<(), Box<dyn Error>> {
    let model = Model::read(bytes)?;
    eprintln!("{} bytes", bytes.len());
    for (name, labels, lines) in dev {
        let counts = score::score(lines, &model, names, labels);
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
