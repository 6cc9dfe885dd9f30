//! What the tagger goes by: for each token the hashes of what can be said of it, its neighbours, the
//! run of capitals it stands in, and the same word elsewhere in the article.

use super::{
    context::Context,
    hash,
    labels::{self, Label},
};
use crate::{
    entities::{
        candidates::Candidate,
        gazetteer::Entry,
        reading::{Reading, Word},
    },
    text::{Case, TokenKind},
};

/// A group of features, to take out and measure what it brings.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Group {
    /// The word and its neighbours.
    Words,
    /// Case, digits, marks.
    Shape,
    /// First and last letters.
    Affixes,
    /// What the gazetteers say.
    Gazetteers,
    /// Lists of words that say what a name stands for.
    Lists,
    /// What the rules propose.
    Rules,
    /// The same word elsewhere in the article.
    Article,
}

/// The features of an article's tokens.
#[derive(Default)]
pub struct Features {
    hashes: Vec<u32>,
    ends: Vec<u32>,
}

impl Features {
    /// The hashes of one token.
    pub fn of(&self, token: usize) -> &[u32] {
        let start = token.checked_sub(1).map_or(0, |before| self.ends[before]) as usize;
        &self.hashes[start..self.ends[token] as usize]
    }

    /// How many tokens.
    pub fn len(&self) -> usize {
        self.ends.len()
    }

    /// Whether there is no token.
    pub fn is_empty(&self) -> bool {
        self.ends.is_empty()
    }
}

/// The features of all tokens, of the groups that `wanted` lets through.
pub fn read(
    reading: &Reading<'_>,
    rules: &[Candidate],
    wanted: impl Fn(Group) -> bool,
) -> Features {
    let context = Context::new(reading, rules);
    let mut features = Features::default();
    for &sentence in &reading.sentences {
        for at in sentence.0..sentence.1 {
            push(&context, at, sentence, &wanted, &mut features.hashes);
            if wanted(Group::Article) {
                context.elsewhere(at, |template, value| {
                    features.hashes.push(article(template, value));
                });
            }
            features.ends.push(features.hashes.len() as u32);
        }
    }
    features
}

/// The feature of something that stands around the same word elsewhere in the article.
pub fn article(template: u32, value: u32) -> u32 {
    hash::pair(240 + template, value)
}

/// Adds to `hashes` the features of the token at `at` in `sentence`, a range of tokens; all but those
/// of the rest of the article. They depend on the words of the sentence and on the rules' proposals in it.
#[inline(never)]
pub fn push(
    context: &Context<'_, '_>,
    at: usize,
    sentence: (usize, usize),
    wanted: impl Fn(Group) -> bool,
    hashes: &mut Vec<u32>,
) {
    let mut template = 0;
    let mut once = |group: Group, value: u32| {
        template += 1;
        if wanted(group) {
            hashes.push(hash::pair(template, value));
        }
    };
    token(context, at, sentence, &mut once);
    let mut tagged = |group: Group, template: u32, value: u32| {
        if wanted(group) {
            hashes.push(hash::pair(template, value));
        }
    };
    sets(context, at, sentence, &mut tagged);
}

/// What is said once of every token: the order of the calls numbers the templates.
fn token(
    c: &Context<'_, '_>,
    at: usize,
    (from, end): (usize, usize),
    push: &mut impl FnMut(Group, u32),
) {
    use Group::{Affixes, Gazetteers, Rules, Shape, Words};
    let edge = |offset: isize| at.checked_add_signed(offset).filter(|&i| (from..end).contains(&i));
    let low = |offset| edge(offset).map_or(1, |i| c.tokens[i].lower);
    let shape = |offset| edge(offset).map_or(1, |i| c.tokens[i].shape);
    let (w, here) = (&c.reading.words[at], &c.tokens[at]);
    push(Words, 0);
    push(Words, here.word);
    push(Words, here.lower);
    push(Words, low(-1));
    push(Words, low(1));
    push(Words, low(-2));
    push(Words, low(2));
    push(Words, hash::pair(low(-1), here.lower));
    push(Words, hash::pair(here.lower, low(1)));
    push(Words, hash::pair(low(-1), low(1)));
    push(Words, hash::pair(low(-2), low(-1)));
    push(Words, hash::pair(low(1), low(2)));

    let look = flags(w) | u32::from(at == from) << 8;
    push(Shape, here.shape);
    push(Shape, shape(-1));
    push(Shape, shape(1));
    push(Shape, hash::pair(shape(-1), hash::pair(here.shape, shape(1))));
    push(Shape, look);
    push(Shape, hash::pair(look, here.shape));
    push(Shape, hash::pair(look, low(1)));
    push(Shape, hash::pair(look, low(-1)));
    push(Shape, hash::pair(c.block(at), here.shape));
    push(Shape, hash::pair(here.shape, low(-1)));
    push(Shape, hash::pair(here.shape, low(1)));

    for affix in here.prefixes.into_iter().chain(here.suffixes) {
        push(Affixes, affix);
    }
    push(Affixes, edge(-1).map_or(1, |i| c.tokens[i].suffixes[2]));
    push(Affixes, edge(1).map_or(1, |i| c.tokens[i].suffixes[2]));
    push(Affixes, hash::pair(here.suffixes[2], here.shape));

    let known = |offset| edge(offset).map_or(1, |i| c.tokens[i].known);
    let kinds = |offset| edge(offset).map_or(1, |i| kinds(c.reading.words[i].entry()));
    push(Gazetteers, known(0));
    push(Gazetteers, known(-1));
    push(Gazetteers, known(1));
    push(Gazetteers, hash::pair(known(0), look));
    push(Gazetteers, hash::pair(known(0), low(-1)));
    push(Gazetteers, hash::pair(known(0), low(1)));
    push(Gazetteers, kinds(0));
    push(Gazetteers, kinds(-1));
    push(Gazetteers, kinds(1));
    push(Gazetteers, hash::pair(kinds(-1), kinds(0)));
    push(Gazetteers, hash::pair(kinds(0), kinds(1)));
    push(Gazetteers, hash::pair(kinds(0), look));

    let hint = |offset| edge(offset).map_or(1, |i| c.tokens[i].hint);
    push(Gazetteers, hint(0));
    push(Gazetteers, hint(-1));
    push(Gazetteers, hint(1));
    push(Gazetteers, hash::pair(hint(0), look));
    push(Gazetteers, hash::pair(hint(0), known(0)));

    let rule = |offset| edge(offset).map_or(99, |i| u32::from(c.tokens[i].rule));
    push(Rules, rule(0));
    push(Rules, rule(-1));
    push(Rules, rule(1));
    push(Rules, hash::pair(rule(-1), hash::pair(rule(0), rule(1))));
    push(Rules, hash::pair(rule(0), here.why));
    push(Rules, hash::pair(rule(0), here.lower));
    push(Rules, hash::pair(rule(0), here.shape));
    push(Rules, hash::pair(rule(0), low(1)));
    push(Rules, hash::pair(rule(0), low(-1)));
}

/// What may be said several times of a token, or not at all.
#[inline(never)]
fn sets(
    c: &Context<'_, '_>,
    at: usize,
    (from, end): (usize, usize),
    push: &mut impl FnMut(Group, u32, u32),
) {
    let w = &c.reading.words[at];
    for offset in -2..=2_isize {
        let Some(i) = at.checked_add_signed(offset).filter(|&i| (from..end).contains(&i)) else {
            continue;
        };
        let template = 200 + offset.unsigned_abs() as u32 * 2 + u32::from(offset < 0);
        let mut lists = c.reading.words[i].lists.bits();
        while lists != 0 {
            push(Group::Lists, template, lists.trailing_zeros());
            lists &= lists - 1;
        }
    }
    let mut kinds = w.entry().kinds.0;
    while kinds != 0 {
        push(Group::Gazetteers, 210, kinds.trailing_zeros());
        kinds &= kinds - 1;
    }
    if let Some(run) = c.run(at) {
        let place = match (at == run.from, at + 1 == run.end) {
            (true, true) => 0,
            (true, false) => 1,
            (false, false) => 2,
            (false, true) => 3,
        };
        let mut lists = c.reading.words[run.end - 1].lists.bits();
        while lists != 0 {
            push(Group::Lists, 229, lists.trailing_zeros() << 2 | place);
            lists &= lists - 1;
        }
    }
}

/// Independent facts about how and where the word is written.
pub fn flags(w: &Word<'_>) -> u32 {
    u32::from(w.capital)
        | u32::from(w.first) << 1
        | u32::from(w.loud) << 2
        | u32::from(w.glued) << 3
        | u32::from(w.role) << 4
        | u32::from(w.common) << 5
        | u32::from(w.token.kind == TokenKind::Word) << 6
        | u32::from(w.token.case == Case::Upper) << 7
}

fn kinds(entry: Entry) -> u32 {
    hash::pair(entry.kinds.0, entry.subtype.into())
}

/// The labels that a list of proposals gives to tokens.
pub fn labels_of(candidates: &[Candidate], tokens: usize) -> Vec<Label> {
    let mut all = vec![labels::OUTSIDE; tokens];
    for c in candidates {
        let class = super::class(c.entity_type, c.subtype);
        let range = c.from..c.end.min(tokens);
        for (at, label) in range.clone().zip(&mut all[range]) {
            *label = labels::label(class, super::part(at, c.from, c.end));
        }
    }
    all
}
