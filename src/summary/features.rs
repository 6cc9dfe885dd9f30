//! What speaks for a sentence.

use std::{borrow::Cow, collections::BTreeMap, sync::LazyLock};

use super::{Findings, inside};
use crate::{
    report::{BlockKind, Certainty, EntityType},
    span::{self, Span},
    text::{Document, FastMap, FastSet, Sentence, TokenKind, lower},
};

/// A word that more than this share of the sentences have carries no topic: per mille.
const TOO_COMMON: usize = 350;
/// A sentence whose topic words come again so often in all has the full score.
const ENOUGH: u32 = 10;
/// Shorter words are mostly function words.
const TOPIC_LETTERS: usize = 5;

/// Long words that are about nothing.
static NO_TOPIC: LazyLock<FastSet<&str>> =
    LazyLock::new(|| include_str!("../data/no-topic.txt").lines().collect());

/// What speaks for one sentence, each from 0 to 1000.
#[derive(Clone, Debug, Default)]
pub(super) struct Features {
    /// How near to the article's beginning.
    pub lead: u32,
    /// How much it names what the article names most.
    pub names: u32,
    /// How many of the headline's words it takes up.
    pub headline: u32,
    /// How much it shares the article's topic words.
    pub topic: u32,
    /// Whether it has a date or an amount.
    pub facts: u32,
    /// Whether someone says it in their own words.
    pub quote: u32,
    /// What is left of the score for its length and form, per mille.
    pub form: u32,
    /// The most named entity in it, and where.
    pub main: Option<(usize, Span)>,
}

/// The features of every sentence of running text, with its index in the document.
pub(super) fn of(document: &Document, found: &Findings<'_>) -> Vec<(usize, Features)> {
    let topic = Topic::of(document);
    let headline = document.blocks().iter().position(|b| b.kind == BlockKind::Headline);
    let headline: Vec<usize> = (document.sentences().iter().zip(&topic.words))
        .filter(|(sentence, _)| Some(sentence.block) == headline)
        .flat_map(|(_, words)| words.iter().copied())
        .collect();
    let body: Vec<usize> = (0..document.sentences().len())
        .filter(|&i| is_running_text(document, &document.sentences()[i]))
        .collect();
    let mut spoken: Vec<Span> = found
        .quotes
        .iter()
        .filter(|q| q.speaker.as_ref().is_some_and(|s| s.certainty >= Certainty::Likely))
        .flat_map(|q| q.content.iter().filter(|p| p.marked).map(|p| p.span))
        .collect();
    span::in_reading_order(&mut spoken, |span| *span);
    let most = found.entities.iter().map(|e| e.count).max().unwrap_or(1).max(1);
    let mut rank: BTreeMap<&str, usize> = BTreeMap::new();
    rank.extend(found.entities.iter().enumerate().map(|(i, e)| (e.id.as_str(), i)));
    let features: Vec<_> = body
        .iter()
        .enumerate()
        .map(|(place, &i)| {
            let sentence = &document.sentences()[i];
            let span = sentence.span;
            let mut named: Vec<(usize, Span)> = inside(found.mentions, span, |m| m.span)
                .iter()
                .filter_map(|m| Some((*rank.get(m.entity.as_deref()?)?, m.span)))
                .collect();
            span::in_reading_order(&mut named, |&(_, at)| at);
            span::by_number(&mut named, |&(entity, _)| entity as u64);
            named.dedup_by_key(|(entity, _)| *entity);
            let weight = |entity: usize| {
                let entity = &found.entities[entity];
                // A country named in passing says less than a person or body.
                let place = entity.entity_type == EntityType::Place;
                // What is named once is not what the article is about.
                let share = if entity.count > 1 { entity.count * 1000 / most } else { 0 };
                if place { share / 2 } else { share }
            };
            let words = &topic.words[i];
            let quoted = inside(&spoken, span, |&piece| piece).iter().any(|&p| span.contains(p));
            let facts = inside(found.dates, span, |d| d.span).len()
                + inside(found.amounts, span, |a| a.span).len();
            let features = Features {
                lead: lead(place),
                names: named.iter().map(|&(e, _)| weight(e)).sum::<u32>().min(2000) / 2,
                headline: share(&headline, words),
                topic: topic.weigh(words),
                facts: facts.min(2) as u32 * 500,
                quote: u32::from(quoted) * 1000,
                form: form(document, sentence),
                main: named.into_iter().max_by_key(|&(e, at)| (weight(e), usize::MAX - at.start())),
            };
            (i, features)
        })
        .collect();
    features
}

/// Agencies put the news first: much for the first sentence, a little for those that follow it.
fn lead(place: usize) -> u32 {
    match place {
        0 => 1000,
        place => 250 / place as u32,
    }
}

/// Headings, bylines, captions and lists do not carry an article.
fn is_running_text(document: &Document, sentence: &Sentence) -> bool {
    document.blocks()[sentence.block].kind == BlockKind::Paragraph
}

/// What is left of a sentence's score, per mille: a fragment, a monster, a question, or a sentence
/// that begins with a word pointing back reads badly on its own.
fn form(document: &Document, sentence: &Sentence) -> u32 {
    let text = sentence.span.of(document.text());
    let by_length = match super::words(text) {
        0..=5 => 200,
        6..=9 => 700,
        10..=45 => 1000,
        46..=70 => 800,
        _ => 500,
    };
    let first = document.sentence_tokens(sentence).iter().find(|t| t.kind == TokenKind::Word);
    let first = first.map(|t| lower(document.word(t))).unwrap_or_default();
    let points_back = [
        "he", "she", "it", "they", "his", "her", "their", "this", "that", "these", "those", "but",
        "and", "so", "also", "however",
    ];
    let by_start = if points_back.contains(&&*first) { 800 } else { 1000 };
    let by_end = if text.ends_with('?') { 600 } else { 1000 };
    by_length * by_start / 1000 * by_end / 1000
}

/// The topic words of an article: each has a number.
struct Topic {
    /// Those of each sentence.
    words: Vec<Vec<usize>>,
    /// How often each occurs elsewhere; 0 for one that nearly every sentence has.
    again: Vec<u32>,
}

impl Topic {
    fn of(document: &Document) -> Self {
        let sentences = document.sentences();
        let mut numbers = FastMap::<Cow<'_, str>, usize>::default();
        // How often, in how many sentences, and which was the last one.
        let mut counts = Vec::<(u32, usize, usize)>::new();
        let mut words = Vec::with_capacity(sentences.len());
        for (i, sentence) in sentences.iter().enumerate() {
            let mut own = Vec::new();
            for word in topic_words_of(document, sentence) {
                let number = *numbers.entry(word).or_insert(counts.len());
                if number == counts.len() {
                    counts.push((0, 0, usize::MAX));
                }
                let (n, spread, last) = &mut counts[number];
                *n += 1;
                *spread += usize::from(*last != i);
                *last = i;
                own.push(number);
            }
            words.push(own);
        }
        // In a short text two or three sentences are soon a large share of it.
        let too_common = (sentences.len() * TOO_COMMON / 1000).max(3);
        let again = (counts.into_iter())
            .map(|(n, spread, _)| if spread <= too_common { (n - 1).min(4) } else { 0 })
            .collect();
        Self { words, again }
    }

    /// How often the words of a sentence come again elsewhere.
    fn weigh(&self, words: &[usize]) -> u32 {
        let again = words.iter().map(|&word| self.again[word]);
        (again.sum::<u32>() * 1000 / ENOUGH).min(1000)
    }
}

/// The words of a sentence that are long enough to be about something, in lower case.
fn topic_words_of<'a>(
    document: &'a Document,
    sentence: &Sentence,
) -> impl Iterator<Item = Cow<'a, str>> + use<'a> {
    document
        .sentence_tokens(sentence)
        .iter()
        .filter(|t| t.kind == TokenKind::Word)
        .map(|t| document.word(t))
        .filter(|w| w.len() >= TOPIC_LETTERS && w.chars().count() >= TOPIC_LETTERS)
        .map(lower)
        .filter(|w| !NO_TOPIC.contains(&**w))
}

/// How many of the `wanted` words are there, per mille.
fn share(wanted: &[usize], words: &[usize]) -> u32 {
    let hits = wanted.iter().filter(|w| words.contains(w)).count();
    (hits as u32 * 1000).checked_div(wanted.len().max(3) as u32).unwrap_or(0)
}
