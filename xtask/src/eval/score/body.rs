//! Boilerplate: the words of the kept blocks against the article proper, as 4-grams.

use super::{Pairs, Scores, harmonic, share};
use crate::eval::{gold::Gold, place::is_word, system::System};

/// Scores the pages: the mean of each page's precision, recall and F1.
pub fn score(articles: Pairs<'_>) -> Scores {
    let mut sums = [0.0; 3];
    for (gold, system) in articles {
        let (precision, recall) = page(gold, system);
        for (sum, value) in sums.iter_mut().zip([precision, recall, harmonic(precision, recall)]) {
            *sum += value;
        }
    }
    let mut scores = Scores::default();
    for (name, sum) in ["p", "r", "f1"].into_iter().zip(sums) {
        scores.set(name, 100.0 * sum / articles.len().max(1) as f64);
    }
    scores.count("pages", articles.len());
    scores
}

fn page(gold: &Gold, system: &System) -> (f64, f64) {
    let chars: Vec<char> = gold.text.chars().collect();
    let kept: Vec<String> =
        system.kept.iter().map(|&(start, end)| chars[start..end].iter().collect()).collect();
    let kept = kept.join("\n");
    let body = gold.body.as_deref().unwrap_or_default();
    let (wanted, got) = (grams(body), grams(&kept));
    let common = common(&wanted, &got);
    (share(common, got.len()), share(common, wanted.len()))
}

/// The runs of four words (one shorter run of a text with fewer), sorted.
fn grams(text: &str) -> Vec<Vec<&str>> {
    let words: Vec<&str> =
        (text.split(|c: char| !is_word(c))).filter(|word| !word.is_empty()).collect();
    let mut grams: Vec<Vec<&str>> = match words.len() {
        0 => Vec::new(),
        1..4 => vec![words],
        _ => words.windows(4).map(<[&str]>::to_vec).collect(),
    };
    grams.sort_unstable();
    grams
}

/// How many members two sorted lists share, each counted as often as both have it.
fn common<T: Ord>(a: &[T], b: &[T]) -> usize {
    let (mut i, mut j, mut count) = (0, 0, 0);
    while i < a.len() && j < b.len() {
        match a[i].cmp(&b[j]) {
            std::cmp::Ordering::Less => i += 1,
            std::cmp::Ordering::Greater => j += 1,
            std::cmp::Ordering::Equal => {
                count += 1;
                i += 1;
                j += 1;
            }
        }
    }
    count
}
