//! When two articles quote the same words, or one speaker's words differently.

use super::{
    fold::words,
    join::{Bond, Tie},
    names::Name,
};

/// A quote inside another is the same from so many words on.
const CONTAINED: usize = 5;
/// Shorter quotes are too easily alike to be the same words told differently.
const COMPARABLE: usize = 4;
/// Of all words of both, so many in a thousand have to be shared.
const SHARED: usize = 600;

/// The words that stand in marks, and who is said to have said them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Said {
    words: Vec<String>,
    speaker: Option<Name>,
}

impl Said {
    /// Of `text`, with its marks. None where there is no word in it.
    pub fn new(text: &str, speaker: Option<Name>) -> Option<Self> {
        let words = words(text);
        (!words.is_empty()).then_some(Self { words, speaker })
    }

    /// How this quote and `other` are tied.
    pub fn tie(&self, other: &Self) -> Option<Tie> {
        let (long, short) =
            if self.words.len() >= other.words.len() { (self, other) } else { (other, self) };
        let speakers = match (&self.speaker, &other.speaker) {
            (Some(a), Some(b)) => Some(a.tie(b).is_some()),
            _ => None,
        };
        let contained = short.words.len() >= CONTAINED
            && long.words.windows(short.words.len()).any(|part| part == short.words);
        let bond = match speakers {
            Some(false) if contained || long.words == short.words => Bond::OtherSpeaker,
            // A word or two may be quoted from anybody.
            None if long.words == short.words && short.words.len() < COMPARABLE => Bond::Perhaps,
            _ if long.words == short.words => Bond::Same,
            _ if contained => Bond::Within,
            Some(false) => return None,
            _ if short.words.len() < COMPARABLE => return None,
            speakers => {
                let shared = shared(&self.words, &other.words).iter().filter(|&&is| is).count();
                let all = self.words.len() + other.words.len();
                let share = 2000 * shared / all;
                if share < SHARED {
                    return None;
                }
                let distance = u32::try_from(1000_usize.saturating_sub(share)).unwrap_or(0);
                let bond = if speakers.is_some() { Bond::Differs } else { Bond::Perhaps };
                return Some(Tie { bond, distance });
            }
        };
        Some(bond.into())
    }
}

/// For each word of `a`, whether it belongs to the longest run of words, with gaps, that `a` shares
/// with `b`. `O(a · b)`.
fn shared(a: &[String], b: &[String]) -> Vec<bool> {
    let mut longest = vec![vec![0_usize; b.len() + 1]; a.len() + 1];
    for i in (0..a.len()).rev() {
        for j in (0..b.len()).rev() {
            longest[i][j] = if a[i] == b[j] {
                longest[i + 1][j + 1] + 1
            } else {
                longest[i + 1][j].max(longest[i][j + 1])
            };
        }
    }
    let (mut i, mut j, mut is_shared) = (0, 0, vec![false; a.len()]);
    while i < a.len() && j < b.len() {
        if a[i] == b[j] {
            is_shared[i] = true;
            (i, j) = (i + 1, j + 1);
        } else if longest[i + 1][j] >= longest[i][j + 1] {
            i += 1;
        } else {
            j += 1;
        }
    }
    is_shared
}

/// `text` cut into stretches that all `others` have too and stretches that some have not, in order.
pub fn differences(text: &str, others: &[String]) -> Vec<(String, bool)> {
    let own = words(text);
    let mut everywhere = vec![true; own.len()];
    for other in others {
        let here = shared(&own, &words(other));
        everywhere.iter_mut().zip(here).for_each(|(all, here)| *all &= here);
    }
    let mut known = everywhere.into_iter();
    let mut pieces: Vec<(String, bool)> = Vec::new();
    for token in text.split_whitespace() {
        // A token with a hyphen in it is several words; it is the same if all of them are.
        let count = words(token).len();
        let found: Vec<bool> = known.by_ref().take(count).collect();
        let same = found.iter().all(|&is| is);
        match pieces.last_mut() {
            Some((piece, last)) if *last == same || count == 0 => {
                piece.push(' ');
                piece.push_str(token);
            }
            _ => pieces.push((token.to_owned(), same)),
        }
    }
    pieces
}

#[cfg(test)]
mod tests {
    use super::*;

    fn said(text: &str, speaker: &str) -> Said {
        let value = serde_json::json!({
            "id": "e1", "type": "person", "name": speaker, "aliases": [], "mentions": [],
            "count": 1, "roles": [], "certainty": "sure",
        });
        let speaker = (!speaker.is_empty())
            .then(|| Name::new(&serde_json::from_value(value).expect("the report's own shape")));
        Said::new(text, speaker).expect("it has words")
    }

    #[test]
    fn quotes_are_compared_by_their_words() {
        let repair = "“The repair was dear, but nobody should wait for bread.”";
        let (ada, ben) = ("Ada Quill", "Ben Marsh");
        for (a, b, expected) in [
            (said("“It holds,”", ada), said("'IT HOLDS!'", ada), Some(Bond::Same)),
            (said("“It holds,”", ada), said("«It holds»", "Quill"), Some(Bond::Same)),
            (said("“It holds,”", ada), said("“It holds”", ben), Some(Bond::OtherSpeaker)),
            (said("“It holds,”", ada), said("“It holds”", ""), Some(Bond::Perhaps)),
            (said(repair, ada), said("“nobody should wait for bread”", ada), Some(Bond::Within)),
            (said(repair, ada), said("“wait for bread”", ada), None),
            (
                said(repair, ada),
                said("“The repair was expensive but nobody has to wait for bread.”", ada),
                Some(Bond::Differs),
            ),
            (
                said(repair, ada),
                said("“The repair was expensive but nobody has to wait for bread.”", ""),
                Some(Bond::Perhaps),
            ),
            (said(repair, ada), said("“The repair was a good thing for all of us.”", ada), None),
            (said(repair, ada), said("“The repair was dear, but nobody minds at all.”", ben), None),
        ] {
            assert_eq!(a.tie(&b), b.tie(&a), "{a:?} and {b:?}");
            assert_eq!(a.tie(&b).map(|tie| tie.bond), expected, "{a:?} and {b:?}");
        }
        assert_eq!(Said::new("“…”", None), None);
    }

    #[test]
    fn what_differs_is_told_word_by_word() {
        let differences = |text: &str, others: &[&str]| {
            let others: Vec<String> = others.iter().map(|&other| other.to_owned()).collect();
            differences(text, &others)
        };
        let pieces = differences("“It was dear, very dear – now!”", &["It was cheap now"]);
        let expected = [("“It was", true), ("dear, very dear –", false), ("now!”", true)];
        let pieces: Vec<_> = pieces.iter().map(|(words, same)| (words.as_str(), *same)).collect();
        assert_eq!(pieces, expected);
        assert_eq!(differences("same words", &["Same words."]), [("same words".to_owned(), true)]);
        let three = differences("It was dear", &["It was dear", "it was cheap"]);
        assert_eq!(three, [("It was".to_owned(), true), ("dear".to_owned(), false)]);
    }
}
