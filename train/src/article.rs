//! Annotated articles: read, cut into tokens as newsmark cuts them, each token with the labels that
//! the annotation allows.

use std::{cmp::Reverse, error::Error, fs, path::Path};

use newsmark::{
    entities::{
        Reading,
        gazetteer::Extra,
        tagger::{
            Class,
            features::{self, Features, Group},
            labels::{LABELS, label},
            part,
        },
    },
    span::Span,
    text::Document,
};
use serde::Deserialize;

use crate::sets::Set;

/// Any label.
pub const ANY: u64 = (1 << LABELS) - 1;

/// A line of a file of annotated articles.
#[derive(Deserialize)]
pub struct Line {
    /// The article.
    pub text: String,
    /// Its genre, where the set has those.
    #[serde(default)]
    pub genre: String,
    /// What is marked in it.
    pub entities: Vec<Marked>,
}

impl Line {
    /// The same in another case, unless that changes how long it is.
    pub fn recased(&self, change: impl Fn(&str) -> String) -> Option<Self> {
        let text = change(&self.text);
        let same = text.chars().count() == self.text.chars().count();
        same.then(|| Self { text, genre: self.genre.clone(), entities: self.entities.clone() })
    }
}

/// A marked span, in Unicode code points.
#[derive(Clone, Deserialize)]
pub struct Marked {
    /// Its start.
    pub start: usize,
    /// Past its end.
    pub end: usize,
    /// Its label, of the set's own scheme.
    pub label: String,
}

/// An article ready for training.
pub struct Article {
    /// The features of each token.
    pub features: Features,
    /// The labels that each token may have: a bit each.
    pub allowed: Vec<u64>,
    /// Its sentences, as ranges of tokens.
    pub sentences: Vec<(usize, usize)>,
    /// How much it counts.
    pub weight: f32,
}

/// The lines of a file.
pub fn lines(path: &Path) -> Result<Vec<Line>, Box<dyn Error>> {
    let content = fs::read_to_string(path).map_err(|e| format!("{}: {e}", path.display()))?;
    let lines = content.lines().filter(|line| !line.trim().is_empty());
    Ok(lines.map(serde_json::from_str).collect::<Result<_, _>>()?)
}

/// Byte offsets of the code points of a text, and its length at the end.
pub fn offsets(text: &str) -> Vec<usize> {
    text.char_indices().map(|(at, _)| at).chain([text.len()]).collect()
}

/// Reads a line of `set` as newsmark reads an article of which every line is wanted.
pub fn read(
    line: &Line,
    set: &Set,
    names: Option<&Extra>,
    wanted: &dyn Fn(Group) -> bool,
) -> Option<Article> {
    let whole = Span::whole(&line.text)?;
    let document = Document::read(&line.text, &[whole]);
    let reading = Reading::with(&document, names);
    let rules = newsmark::entities::propose(&reading);
    let features = features::read(&reading, &rules, wanted);
    let unmarked = set.unmarked.iter().flat_map(|&c| all_parts(c)).fold(1, |m, l| m | 1 << l);
    let mut allowed = vec![unmarked; reading.words.len()];
    let offsets = offsets(&line.text);
    let mut marked: Vec<&Marked> = line.entities.iter().collect();
    marked.sort_by_key(|m| (Reverse(m.end - m.start), m.start));
    let mut taken = vec![false; allowed.len()];
    for marked in marked {
        let (Some(&start), Some(&end)) = (offsets.get(marked.start), offsets.get(marked.end))
        else {
            continue;
        };
        let Some(span) = Span::new(&line.text, start, end) else { continue };
        let span = document.to_folded(span);
        let from = document.token_at(span.start());
        let end = document.tokens().partition_point(|t| t.span.start() < span.end());
        // Of names that overlap the longest counts.
        if from >= end || taken[from..end].contains(&true) {
            continue;
        }
        taken[from..end].fill(true);
        let meaning = set.labels.iter().find(|(name, _)| *name == marked.label);
        let whole = reading.sentences.iter().any(|s| s.0 <= from && end <= s.1);
        for (at, allowed) in (from..end).zip(&mut allowed[from..end]) {
            *allowed = match meaning {
                // No name of ours crosses the end of a sentence.
                _ if !whole => ANY,
                _ if set.outside.contains(&marked.label.as_str()) => unmarked,
                Some((_, classes)) => {
                    classes.iter().fold(0, |m, &c| m | 1 << label(c, part(at, from, end)))
                }
                None => ANY,
            };
        }
    }
    let sentences = reading.sentences.clone();
    Some(Article { features, allowed, sentences, weight: set.weight })
}

fn all_parts(class: Class) -> impl Iterator<Item = u8> {
    (0..4).map(move |part| 1 + 4 * class as u8 + part)
}
