//! What the features ask of an article, read once: hashes of its words, the runs of capitals, and
//! where each capitalised word stands elsewhere.

use super::{features, hash, labels::Label};
use crate::{
    entities::{
        candidates::Candidate,
        gazetteer::Entry,
        reading::{Reading, Word},
    },
    report::BlockKind,
    span,
};

/// No more places elsewhere are looked at for a word.
const ELSEWHERE: usize = 8;

/// A token in hashes.
#[derive(Clone, Copy, Default)]
pub struct Hashed {
    /// The hash of it as it stands.
    pub word: u32,
    /// The hash of it in lower case.
    pub lower: u32,
    /// The hash of its kinds of letters.
    pub shape: u32,
    /// The hashes of its first one to four letters; 1 where it has fewer.
    pub prefixes: [u32; 4],
    /// The same of its last ones.
    pub suffixes: [u32; 4],
    /// The longest gazetteer name that covers it, and where in that it stands; 0 for none.
    pub known: u32,
    /// The same of names that the gazetteers give as weak evidence.
    pub hint: u32,
    /// What the rules take it for.
    pub rule: Label,
    /// By which row.
    pub why: u32,
    run: u32,
}

/// A run of capitalised words.
#[derive(Clone, Copy)]
pub struct Run {
    /// The first token.
    pub from: usize,
    /// Past the last token.
    pub end: usize,
}

/// The article in hashes.
pub struct Context<'r, 'a> {
    /// The article.
    pub reading: &'r Reading<'a>,
    /// Its tokens.
    pub tokens: Vec<Hashed>,
    runs: Vec<Run>,
    /// Capitalised words: hash in lower case, and where; sorted.
    places: Vec<(u32, u32)>,
    blocks: Vec<u8>,
}

impl<'r, 'a> Context<'r, 'a> {
    /// Reads the article once.
    pub fn new(reading: &'r Reading<'a>, rules: &[Candidate]) -> Self {
        Self::of(reading, rules, hashed(&reading.words))
    }

    /// The same with the article's words in hashes.
    #[inline(never)]
    pub fn of(reading: &'r Reading<'a>, rules: &[Candidate], mut tokens: Vec<Hashed>) -> Self {
        let labels = features::labels_of(rules, tokens.len());
        for (token, label) in tokens.iter_mut().zip(labels) {
            token.rule = label;
        }
        for c in rules {
            let why = hash::word(c.rule.id);
            tokens[c.from..c.end].iter_mut().for_each(|t| t.why = why);
        }
        let runs: Vec<Run> =
            reading.runs().into_iter().map(|(from, end)| Run { from, end }).collect();
        for (i, run) in runs.iter().enumerate() {
            tokens[run.from..run.end].iter_mut().for_each(|t| t.run = i as u32 + 1);
        }
        let capital = |at: &usize| reading.words[*at].capital && reading.words[*at].text.len() > 1;
        let mut places: Vec<_> =
            (0..tokens.len()).filter(capital).map(|at| (tokens[at].lower, at as u32)).collect();
        span::by_number(&mut places, |&(lower, _)| lower.into());
        let blocks = (reading.document.sentences().iter())
            .flat_map(|s| {
                let block = reading.document.blocks().get(s.block);
                let kind = block.map_or(0, |b| kind_number(b.kind));
                std::iter::repeat_n(kind, s.tokens.1 - s.tokens.0)
            })
            .collect();
        Self { reading, tokens, runs, places, blocks }
    }

    /// The run that the token is in.
    pub fn run(&self, at: usize) -> Option<Run> {
        self.runs.get((self.tokens[at].run as usize).checked_sub(1)?).copied()
    }

    /// The kind of block that the token is in.
    pub fn block(&self, at: usize) -> u32 {
        self.blocks.get(at).copied().unwrap_or_default().into()
    }

    /// What stands around the same word elsewhere in the article.
    pub fn elsewhere(&self, at: usize, mut push: impl FnMut(u32, u32)) {
        let word = &self.reading.words[at];
        if !word.is_word() || word.text.len() < 2 {
            return;
        }
        let lower = self.tokens[at].lower;
        let start = self.places.partition_point(|p| p.0 < lower);
        let others = self.places[start..].iter().take_while(|p| p.0 == lower);
        let others = others.map(|p| p.1 as usize).filter(|&i| i != at).take(ELSEWHERE);
        let (mut count, mut longest) = (0, 0..0);
        for i in others {
            count += 1;
            let low = |i: usize| self.tokens.get(i).map_or(1, |t| t.lower);
            let shape = |i: usize| self.tokens.get(i).map_or(1, |t| t.shape);
            push(0, i.checked_sub(1).map_or(1, low));
            push(1, low(i + 1));
            push(2, self.tokens[i].rule.into());
            push(3, i.checked_sub(1).map_or(1, shape));
            push(4, shape(i + 1));
            if let Some(run) = self.run(i)
                && run.end - run.from > longest.len()
            {
                longest = run.from..run.end;
            }
        }
        push(
            5,
            count.min(4) << 2
                | u32::from(self.reading.has_in_lower_case(word)) << 1
                | u32::from(self.reading.has_inside(word)),
        );
        if longest.len() > 1 {
            let place = match () {
                () if self.tokens[longest.start].lower == lower => 1,
                () if self.tokens[longest.end - 1].lower == lower => 2,
                () => 3,
            };
            let last = self.tokens[longest.end - 1].lower;
            push(6, place << 3 | longest.len().min(5) as u32);
            push(7, last);
            push(8, hash::pair(place, last));
            push(9, u32::from(self.tokens[longest.start].rule) << 2 | place);
        }
    }
}

/// Words in hashes, with what the gazetteers say. Whole sentences: no name there crosses one.
#[inline(never)]
pub fn hashed(words: &[Word<'_>]) -> Vec<Hashed> {
    let mut tokens: Vec<Hashed> = words.iter().map(|w| hash_word(w.text)).collect();
    mark_known(words, &mut tokens);
    tokens
}

#[inline(never)]
fn hash_word(text: &str) -> Hashed {
    let (word, prefixes) = hash::with_prefixes(text);
    let is_lower = |byte: u8| byte.is_ascii() && !byte.is_ascii_uppercase();
    let lower = if text.bytes().all(is_lower) { word } else { hash::lower(text) };
    let mut suffixes = [1; 4];
    let starts = text.char_indices().rev().map(|(at, _)| at);
    for (suffix, start) in suffixes.iter_mut().zip(starts) {
        *suffix = hash::word(&text[start..]);
    }
    Hashed { word, lower, shape: shape(text), prefixes, suffixes, ..Hashed::default() }
}

/// `Xx` for a capitalised word, `XX` for letters in capitals, `d.d` for a number: runs of one kind
/// are cut at two.
fn shape(text: &str) -> u32 {
    let kind = |c: char| match c {
        _ if c.is_uppercase() => b'X',
        _ if c.is_alphabetic() => b'x',
        _ if c.is_ascii_digit() => b'd',
        c if c.is_ascii() => c as u8,
        _ => b'.',
    };
    let (mut last, mut run) = (0, 0);
    hash::bytes(text.chars().map(kind).filter(|&k| {
        run = if k == last { run + 1 } else { 1 };
        last = k;
        run <= 2
    }))
}

/// Marks what the gazetteers' names cover, the longest first; strong names and weak ones apart.
fn mark_known(words: &[Word<'_>], tokens: &mut [Hashed]) {
    cover(words, tokens, |w| w.matches.name, |t, known| t.known = known);
    cover(words, tokens, |w| w.matches.long_hint, |t, known| t.hint = known);
    for (word, token) in words.iter().zip(tokens) {
        let alone = word.matches.hint;
        if token.hint == 0 && alone.kinds.0 != 0 {
            token.hint = hash::pair(entry(alone), 9);
        }
    }
}

fn cover(
    words: &[Word<'_>],
    tokens: &mut [Hashed],
    name: impl Fn(&Word<'_>) -> Option<(usize, Entry)>,
    mark: impl Fn(&mut Hashed, u32),
) {
    let mut covered = 0;
    for at in 0..tokens.len() {
        let Some((len, known)) = name(&words[at]).filter(|_| at >= covered) else {
            continue;
        };
        covered = (at + len).min(tokens.len());
        for (i, token) in tokens[at..covered].iter_mut().enumerate() {
            let part = super::part(at + i, at, covered) as u32;
            mark(token, hash::pair(entry(known), part));
        }
    }
}

fn entry(entry: Entry) -> u32 {
    hash::pair(entry.kinds.0, entry.subtype.into())
}

fn kind_number(kind: BlockKind) -> u8 {
    match kind {
        BlockKind::Headline => 1,
        BlockKind::Subheading => 2,
        BlockKind::Byline => 3,
        BlockKind::Dateline => 4,
        BlockKind::Caption => 5,
        BlockKind::List => 6,
        _ => 0,
    }
}
