//! A statistical tagger: a linear model over hashed features scores each token's labels, the best
//! legal sequence stands. Whole numbers throughout, so that every machine agrees to the bit.
//!
//! What runs for every token is never inlined: browsers optimise function by function, and what is
//! put into a large one stays slow.

pub mod context;
pub mod decode;
pub mod features;
pub mod hash;
pub mod labels;
mod levels;
mod model;
mod rows;

use std::ops::Range;

use self::context::{Context, Hashed};
use super::candidates::Candidate;
use crate::{
    entities::{
        memory::Memory,
        reading::{Reading, Word},
    },
    report::EntityType,
    text::Case,
};
pub use labels::{Class, Part};
pub use levels::Levels;
pub use model::{BadModel, MAGIC, Model};

/// The weights as they are shipped; [`Model::read`] reads them. What does not name them does not
/// carry them: in the browser they are a file of their own.
pub const WEIGHTS: &[u8] = include_bytes!("../../data/tagger.weights");

/// A name that the tagger sees.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Tagged {
    /// First token.
    pub from: usize,
    /// Past the last token.
    pub end: usize,
    /// What it is.
    pub class: Class,
    /// By how much the best reading beats the best other one.
    pub margin: i32,
}

/// The names of the article as the weights see them, in reading order. `rules` is what the rules
/// propose, which the weights take into account.
pub fn tag(reading: &Reading<'_>, model: &Model, rules: &[Candidate]) -> Vec<Tagged> {
    tag_after(&mut Memory::default(), reading, model, rules)
}

/// The same with what `memory` holds of the blocks that stood in the document before.
pub(super) fn tag_after(
    memory: &mut Memory,
    reading: &Reading<'_>,
    model: &Model,
    rules: &[Candidate],
) -> Vec<Tagged> {
    let mut hashed = Vec::with_capacity(reading.words.len());
    let blocks = memory.of(reading.document);
    for (i, block) in blocks.iter_mut().enumerate() {
        let block = block.tagged.get_or_insert_with(|| Block {
            hashed: context::hashed(&reading.words[reading.block(i)]),
            ..Block::default()
        });
        hashed.extend_from_slice(&block.hashed);
    }
    let context = Context::of(reading, rules, hashed);
    let live = live(reading);
    let mut found = Vec::new();
    for (i, block) in blocks.iter_mut().filter_map(|block| block.tagged.as_mut()).enumerate() {
        let tokens = reading.block(i);
        let seen = Seen::of(&context, &live, tokens.clone());
        if block.seen != seen {
            block.found = tag_block(&context, model, &live, i, &seen);
            block.seen = seen;
        }
        found.extend(block.found.iter().map(|name| Tagged {
            from: name.from + tokens.start,
            end: name.end + tokens.start,
            ..*name
        }));
    }
    found
}

/// What is kept of a block, counting its tokens.
#[derive(Default)]
pub(super) struct Block {
    /// Its words in hashes.
    hashed: Vec<Hashed>,
    /// What the names were seen by, besides its words.
    seen: Seen,
    found: Vec<Tagged>,
}

/// What the tagger sees of the rest of the article in the tokens of a block.
#[derive(Default, PartialEq, Eq)]
struct Seen {
    /// For each token what the rules propose and by which row, then what stands around the same words
    /// elsewhere, each template with its value.
    values: Vec<u32>,
    /// Where in `values` those of each token end.
    ends: Vec<u32>,
}

impl Seen {
    #[inline(never)]
    fn of(context: &Context<'_, '_>, live: &[bool], tokens: Range<usize>) -> Self {
        let mut seen = Self::default();
        for at in tokens {
            let token = &context.tokens[at];
            seen.values.extend([token.rule.into(), token.why]);
            if live[at] {
                context.elsewhere(at, |template, value| seen.values.extend([template, value]));
            }
            seen.ends.push(seen.values.len() as u32);
        }
        seen
    }

    /// What stands elsewhere around the word of the block's token `at`.
    fn elsewhere(&self, at: usize) -> impl Iterator<Item = u32> {
        let start = at.checked_sub(1).map_or(0, |before| self.ends[before]) as usize;
        let pairs = self.values[start..self.ends[at] as usize].chunks_exact(2).skip(1);
        pairs.map(|pair| features::article(pair[0], pair[1]))
    }
}

/// The names of a block, counting its tokens.
#[inline(never)]
fn tag_block(
    context: &Context<'_, '_>,
    model: &Model,
    live: &[bool],
    block: usize,
    seen: &Seen,
) -> Vec<Tagged> {
    let (mut hashes, mut found) = (Vec::new(), Vec::new());
    let sentences = context.reading.document.sentences_of(block);
    let first = sentences.first().map_or(0, |s| s.tokens.0);
    for &(from, end) in sentences.iter().map(|s| &s.tokens) {
        let mut at = from;
        while at < end {
            let stop = (at..end).find(|&i| live[i] != live[at]).unwrap_or(end);
            if live[at] {
                let score = |i: usize| {
                    hashes.clear();
                    features::push(context, i, (from, end), |_| true, &mut hashes);
                    hashes.extend(seen.elsewhere(i - first));
                    model.score(&hashes)
                };
                let scores: Vec<_> = (at..stop).map(score).collect();
                spans(at - first, &decode::decode(&scores, model.transitions()), &mut found);
            }
            at = stop;
        }
    }
    found
}

/// No more words in lower case stand between two capitalised words of one name.
const WIDEST_GAP: usize = 4;

/// Which tokens may be part of a name: capitalised words, their neighbours, and what stands between
/// two of them. The others are most of an article; it is read twice as fast without them. In a text
/// without capitals, all.
fn live(reading: &Reading<'_>) -> Vec<bool> {
    let mut live = vec![reading.caseless; reading.words.len()];
    if reading.caseless {
        return live;
    }
    for &(from, end) in &reading.sentences {
        let mut last = None;
        for at in (from..end).filter(|&at| is_marked(&reading.words[at])) {
            let gap = last.filter(|&before| at - before <= WIDEST_GAP + 1);
            // `van der Merwe`, `al-Nasr`; `Jong-un`.
            let hyphen = reading.words.get(at + 1).is_some_and(Word::is_hyphen);
            let behind = end.min(at + 2 + 2 * usize::from(hyphen));
            live[gap.unwrap_or(at.saturating_sub(2).max(from))..behind].fill(true);
            last = Some(at);
        }
    }
    live
}

/// Whether the look of a word says that it may be a name.
fn is_marked(word: &Word<'_>) -> bool {
    word.capital
        || !matches!(word.token.case, Case::Lower | Case::None)
        || word.text.len() > 1 && word.text.starts_with(['@', '#'])
}

/// The names that the labels of a sentence's tokens spell, from token `first` on.
pub fn spans(first: usize, labels: &[(labels::Label, i32)], found: &mut Vec<Tagged>) {
    let mut open: Option<Tagged> = None;
    for (at, &(label, margin)) in labels.iter().enumerate().map(|(i, l)| (first + i, l)) {
        let Some((class, part)) = labels::meaning(label) else {
            open = None;
            continue;
        };
        let begun = match part {
            Part::First | Part::Only => None,
            Part::Inside | Part::Last => open.filter(|name| name.class == class),
        };
        let begun = begun.map_or(Tagged { from: at, end: at + 1, class, margin }, |name| Tagged {
            end: at + 1,
            margin: name.margin.min(margin),
            ..name
        });
        if matches!(part, Part::Last | Part::Only) {
            found.push(begun);
            open = None;
        } else {
            open = Some(begun);
        }
    }
}

/// The class of a type.
pub fn class(entity_type: EntityType, subtype: Option<&str>) -> Class {
    match (entity_type, subtype) {
        (EntityType::Person, _) => Class::Person,
        (EntityType::Organisation, _) => Class::Organisation,
        (EntityType::Place, Some("facility")) => Class::Facility,
        (EntityType::Place, _) => Class::Place,
        (EntityType::Group, _) => Class::Group,
        (EntityType::Event, _) => Class::Event,
        (EntityType::Product, _) => Class::Product,
        (EntityType::Work, _) => Class::Work,
    }
}

/// Where in `from..end` a token stands.
pub fn part(at: usize, from: usize, end: usize) -> Part {
    match (at == from, at + 1 == end) {
        (true, true) => Part::Only,
        (true, false) => Part::First,
        (false, true) => Part::Last,
        (false, false) => Part::Inside,
    }
}
