//! Quotes: pieces of direct or indirect speech, and who said them.

pub mod pieces;

use std::collections::BTreeSet;

use super::{Pairs, Scores};
use crate::eval::{
    gold::{Gold, GoldQuote},
    place::{Place, is_word, pair},
    system::{Spoken, System},
};

/// Which kinds of gold are scored.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Kinds {
    /// Direct and mixed, in the pieces that stand inside quotation marks.
    Direct,
    /// Indirect.
    Indirect,
}

impl Kinds {
    fn holds(self, gold: &str) -> bool {
        match self {
            Self::Direct => matches!(gold, "direct" | "mixed"),
            Self::Indirect => gold == "indirect",
        }
    }

    /// Whether a quote found is measured against gold of these kinds.
    pub fn takes(self, found: &str) -> bool {
        match self {
            Self::Direct => matches!(found, "direct" | "mixed" | "partial"),
            Self::Indirect => found == "indirect",
        }
    }

    /// Whether two places are enough of each other to stand for the same piece.
    pub fn alike(self, gold: Place, system: Place) -> bool {
        let overlap = gold.overlap(system);
        match self {
            Self::Direct => 2 * overlap >= gold.len().max(system.len()),
            Self::Indirect => 2 * overlap >= gold.union(system),
        }
    }
}

/// The pieces of an article that count, and which of them stand for each other.
pub struct Matched<'a> {
    text: Vec<char>,
    pub gold: Vec<(Place, &'a GoldQuote)>,
    pub system: Vec<(Place, &'a Spoken)>,
    pub pairs: Vec<(usize, usize)>,
    /// Indices of pieces found that have no partner and are not held against the system: they lie in
    /// gold that is matched otherwise, or is of another kind.
    pub free: BTreeSet<usize>,
}

/// Pairs the pieces of an article.
pub fn matched<'a>((gold, system): (&'a Gold, &'a System), kinds: Kinds) -> Matched<'a> {
    let text: Vec<char> = gold.text.chars().collect();
    let (mut wanted, mut others) = (Vec::new(), Vec::new());
    for quote in &gold.quotes {
        let list = if kinds.holds(&quote.kind) { &mut wanted } else { &mut others };
        list.extend(pieces::of_gold(&text, quote).into_iter().map(|place| (place, quote)));
    }
    let mut found = Vec::new();
    for quote in system.quotes.iter().filter(|quote| kinds.takes(&quote.kind)) {
        let places = quote.spans.iter().map(|&span| pieces::trim(&text, span.into()));
        found.extend(places.filter(|place| place.len() > 0).map(|place| (place, quote)));
    }
    let (wanted, others, found) = (once(wanted), once(others), once(found));
    let places = |list: &[(Place, _)]| -> Vec<Place> { list.iter().map(|p| p.0).collect() };
    let gold_places = places(&wanted);
    let system_places: Vec<Place> = found.iter().map(|p| p.0).collect();
    let pairs =
        pair(&gold_places, &system_places, |i, j| kinds.alike(gold_places[i], system_places[j]));
    let paired: BTreeSet<usize> = pairs.iter().map(|&(_, j)| j).collect();
    let inside = |place: Place| {
        let mut all = gold_places.iter().copied().chain(others.iter().map(|p| p.0));
        all.any(|gold| 2 * place.overlap(gold) >= place.len())
    };
    let free =
        (0..found.len()).filter(|j| !paired.contains(j) && inside(system_places[*j])).collect();
    Matched { text, gold: wanted, system: found, pairs, free }
}

/// The first of those with the same place.
fn once<T>(list: Vec<(Place, T)>) -> Vec<(Place, T)> {
    let mut seen = BTreeSet::new();
    list.into_iter().filter(|(place, _)| seen.insert(*place)).collect()
}

impl Matched<'_> {
    /// Whether the speaker of a pair is right; `None` when gold or the system names none.
    pub fn speaker(&self, (i, j): (usize, usize)) -> Option<bool> {
        let gold = Place::from(self.gold[i].1.speaker?);
        let system = Place::from(self.system[j].1.speaker?);
        let head = |place: Place| pieces::head(&self.text[place.start..place.end]);
        Some(gold.overlap(system) > 0 || head(gold) == head(system))
    }

    /// Whether the cue of a pair is found; `None` when gold has no word for one.
    fn cue(&self, (i, j): (usize, usize)) -> Option<bool> {
        let gold = Place::from(self.gold[i].1.cue?);
        let words = &self.text[gold.start..gold.end];
        if !words.iter().any(|&c| is_word(c)) {
            return None;
        }
        Some(self.system[j].1.cue.is_some_and(|cue| gold.overlap(cue.into()) > 0))
    }
}

/// Scores the quotes of `kinds`.
pub fn score(articles: Pairs<'_>, kinds: Kinds) -> Scores {
    let (mut gold, mut system, mut right, mut strict) = (0, 0, 0, 0);
    let (mut gold_speakers, mut paired_speakers, mut given, mut speakers) = (0, 0, 0, 0);
    let (mut gold_cues, mut cues) = (0, 0);
    for &article in articles {
        let found = matched(article, kinds);
        gold += found.gold.len();
        gold_speakers += found.gold.iter().filter(|(_, quote)| quote.speaker.is_some()).count();
        system += found.system.len() - found.free.len();
        right += found.pairs.len();
        for &(i, j) in &found.pairs {
            strict += usize::from(found.gold[i].0 == found.system[j].0);
            paired_speakers += usize::from(found.gold[i].1.speaker.is_some());
            given += usize::from(found.speaker((i, j)).is_some());
            speakers += usize::from(found.speaker((i, j)) == Some(true));
            gold_cues += usize::from(found.cue((i, j)).is_some());
            cues += usize::from(found.cue((i, j)) == Some(true));
        }
    }
    let mut scores = Scores::default();
    scores.prf("relaxed", right, system, gold);
    scores.prf("strict", strict, system, gold);
    scores.percent("speaker_acc_on_matched", speakers, paired_speakers);
    scores.count("speaker_given", given);
    scores.percent("speaker_precision", speakers, given);
    scores.prf("quote+speaker", speakers, system, gold_speakers);
    scores.percent("cue_found", cues, gold_cues);
    scores
}
