//! Quotes of our own articles: pieces in marks of every kind, reported speech, and whose they are.

use super::{
    Pairs,
    article::{Article, Piece},
};
use crate::eval::{
    place::{Place, pair},
    score::{
        Scores,
        quote::{Kinds, pieces},
    },
};

/// Which pieces are compared.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Pieces {
    /// Those in marks, of any kind, and the turns of a conversation printed without.
    Marked,
    /// Those of them that are speech.
    Speech,
    /// Reported speech without marks.
    Indirect,
}

impl Pieces {
    fn holds(self, piece: &Piece) -> bool {
        let marked = piece.marked || piece.kind == "direct";
        match self {
            Self::Marked => marked,
            Self::Speech => marked && Kinds::Direct.takes(&piece.kind),
            Self::Indirect => Kinds::Indirect.takes(&piece.kind),
        }
    }

    fn alike(self, gold: Place, found: Place) -> bool {
        let kinds = if self == Self::Indirect { Kinds::Indirect } else { Kinds::Direct };
        kinds.alike(gold, found)
    }
}

/// The pieces of an article that count, and which of them stand for each other.
pub struct Matched<'a> {
    articles: (&'a Article, &'a Article),
    pub gold: Vec<&'a Piece>,
    pub found: Vec<&'a Piece>,
    pub pairs: Vec<(usize, usize)>,
}

/// Pairs the pieces of an article.
pub fn matched<'a>((gold, found): &'a (Article, Article), which: Pieces) -> Matched<'a> {
    let list = |article: &'a Article| -> (Vec<&'a Piece>, Vec<Place>) {
        let pieces = article.quotes.iter().filter(|piece| which.holds(piece));
        // Both sides are places in the same text.
        pieces.map(|piece| (piece, pieces::trim(&gold.text, piece.place))).unzip()
    };
    let ((wanted, gold_places), (pieces, places)) = (list(gold), list(found));
    let pairs = pair(&gold_places, &places, |i, j| which.alike(gold_places[i], places[j]));
    Matched { articles: (gold, found), gold: wanted, found: pieces, pairs }
}

impl Matched<'_> {
    pub fn same_kind(&self, (i, j): (usize, usize)) -> bool {
        self.gold[i].kind == self.found[j].kind
    }

    /// Whether the speaker that was found for a pair is right; `None` when none was. One is wrong
    /// where gold has none.
    pub fn speaker(&self, (i, j): (usize, usize)) -> Option<bool> {
        let found = self.found[j].speaker.as_deref()?;
        let (gold, system) = self.articles;
        let gold_speaker = self.gold[i].speaker.as_deref();
        Some(gold_speaker.is_some_and(|speaker| gold.same_entity(speaker, system, found)))
    }
}

/// Scores pieces, their kind and their speakers.
pub fn score(articles: Pairs<'_>, which: Pieces) -> Scores {
    let (mut gold, mut found, mut right, mut kinds) = (0, 0, 0, 0);
    let (mut gold_speakers, mut found_speakers, mut named, mut speakers) = (0, 0, 0, 0);
    for article in articles {
        let matched = matched(article, which);
        let spoken = |pieces: &[&Piece]| pieces.iter().filter(|p| p.speaker.is_some()).count();
        gold += matched.gold.len();
        found += matched.found.len();
        gold_speakers += spoken(&matched.gold);
        found_speakers += spoken(&matched.found);
        right += matched.pairs.len();
        for &pair in &matched.pairs {
            kinds += usize::from(matched.same_kind(pair));
            named += usize::from(matched.speaker(pair).is_some());
            speakers += usize::from(matched.speaker(pair) == Some(true));
        }
    }
    let mut scores = Scores::default();
    scores.prf("relaxed", right, found, gold);
    scores.percent("kind", kinds, right);
    scores.percent("speaker", speakers, named);
    scores.count("speaker.of", named);
    scores.prf("quote+speaker", speakers, found_speakers, gold_speakers);
    scores
}
