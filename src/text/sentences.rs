//! Where sentences end.

use super::{
    Sentence,
    abbreviations::{Class, class, is_opener},
    tokens::{Case, Token, TokenKind},
};

/// Verbs that name a speaker behind a quotation that ends in "?" or "!".
const SPEECH: &[&str] =
    &["said", "says", "asked", "asks", "added", "told", "wrote", "replied", "shouted", "tweeted"];

/// Adds the sentences of a block whose tokens begin at `first`, in order and without gaps. They depend
/// on nothing but the block.
pub(super) fn cut(
    text: &str,
    tokens: &[Token],
    first: usize,
    block: usize,
    sentences: &mut Vec<Sentence>,
) {
    let tokens = tokens.get(first..).unwrap_or_default();
    let mut reader = Reader { text, tokens, begin: 0, inside: false };
    let mut at = 0;
    while at < tokens.len() {
        let stop = reader.stop(at);
        let (end, inside) = reader.closers(at, stop);
        reader.inside = inside;
        let ends = end + 1 == tokens.len() || stop && reader.sentence_ends(at, end);
        if ends {
            sentences.push(Sentence {
                span: tokens[reader.begin].span.to(tokens[end].span),
                block,
                tokens: (first + reader.begin, first + end + 1),
            });
            reader.begin = end + 1;
        }
        at = end + 1;
    }
}

struct Reader<'a> {
    text: &'a str,
    tokens: &'a [Token],
    /// The first token of the sentence being read.
    begin: usize,
    /// Whether a straight quotation mark is open.
    inside: bool,
}

impl Reader<'_> {
    fn word(&self, at: usize) -> &str {
        self.tokens.get(at).map_or("", |t| t.span.of(self.text))
    }

    /// Whether nothing stands between the tokens `at` and `at + 1`.
    fn joined(&self, at: usize) -> bool {
        match (self.tokens.get(at), self.tokens.get(at + 1)) {
            (Some(a), Some(b)) => a.span.end() == b.span.start(),
            _ => false,
        }
    }

    /// Whether a sentence can end with the token `at`.
    fn stop(&self, at: usize) -> bool {
        let word = self.word(at);
        match self.tokens.get(at).map(|t| t.kind) {
            Some(TokenKind::Word) => word.len() > 1 && word.ends_with('.'),
            Some(TokenKind::Mark) => is_terminator(word) && !self.is_item_number(at),
            _ => false,
        }
    }

    /// Whether a sentence ends with the token `at`, behind which closing marks run up to `end`.
    fn sentence_ends(&self, at: usize, end: usize) -> bool {
        let word = self.word(at);
        match self.tokens.get(at).map(|t| t.kind) {
            Some(TokenKind::Word) => {
                self.abbreviation_ends(word.trim_end_matches('.'), end)
                    && self.sentence_follows(at, end)
            }
            _ => is_wide_stop(word) || self.sentence_follows(at, end),
        }
    }

    /// The last of the further stops and closing marks right behind the token `at`, if that is a
    /// `stop`, and whether a straight quotation mark is open then.
    fn closers(&self, at: usize, stop: bool) -> (usize, bool) {
        let mut inside = self.inside ^ (self.word(at) == "\"");
        let mut end = at;
        if !stop {
            return (end, inside);
        }
        loop {
            let next = self.word(end + 1);
            let joined = self.joined(end);
            let closes = match next {
                "”" | "»" => true,
                "\"" => inside || joined && self.word(end) != "\"",
                "'" | "’" | ")" | "]" => joined,
                _ => joined && is_terminator(next),
            };
            if !closes {
                return (end, inside);
            }
            inside ^= next == "\"";
            end += 1;
        }
    }

    /// "1." at the start of an item.
    fn is_item_number(&self, at: usize) -> bool {
        at == self.begin + 1
            && self.tokens[self.begin].kind == TokenKind::Number
            && self.joined(self.begin)
            && self.word(self.begin).len() <= 3
    }

    /// Whether a sentence may end with the abbreviation `word` and the closing marks up to `end`.
    fn abbreviation_ends(&self, word: &str, end: usize) -> bool {
        let next = end + 1 + usize::from(self.is_opening(end + 1));
        let opens = self.tokens.get(next).is_none() || is_opener(self.word(next));
        let dotted = word.contains('.');
        match class(word) {
            Some(Class::Name | Class::Number) => next >= self.tokens.len(),
            Some(Class::Time) => {
                opens || self.tokens[next].case == Case::Title && !self.is_time(next)
            }
            Some(Class::End | Class::State) => opens,
            None => opens && dotted,
        }
    }

    /// A weekday, month or time zone, as stands behind "5 p.m."
    fn is_time(&self, at: usize) -> bool {
        const TIME: &[&str] = &[
            "Monday",
            "Tuesday",
            "Wednesday",
            "Thursday",
            "Friday",
            "Saturday",
            "Sunday",
            "January",
            "February",
            "March",
            "April",
            "May",
            "June",
            "July",
            "August",
            "September",
            "October",
            "November",
            "December",
        ];
        /// Longer than three letters.
        const SHORT: &[&str] = &["Thur", "Sept"];
        const ZONE: &[&str] = &[
            "Eastern",
            "Central",
            "Pacific",
            "Mountain",
            "Greenwich",
            "Moscow",
            "London",
            "Local",
        ];
        let word = self.word(at).trim_end_matches('.');
        // "Mondays".
        let word = word.strip_suffix('s').unwrap_or(word);
        let day = |full: &&str| *full == word || word.len() == 3 && full.starts_with(word);
        TIME.iter().any(day) || SHORT.contains(&word) || ZONE.contains(&word)
    }

    fn is_opening(&self, at: usize) -> bool {
        matches!(self.word(at), "“" | "‘" | "«" | "(" | "[" | "„")
            || matches!(self.word(at), "\"" | "'") && !self.inside
    }

    /// Whether what stands behind `end` can begin a sentence, the token `stop` having ended one.
    fn sentence_follows(&self, stop: usize, end: usize) -> bool {
        let mut next = end + 1;
        while next < self.tokens.len() && next < end + 4 && self.is_opening(next) {
            next += 1;
        }
        let Some(token) = self.tokens.get(next) else { return true };
        let glued = next == end + 1 && self.joined(end);
        match token.kind {
            TokenKind::Clitic => false,
            TokenKind::Mark => next > end + 1 || !glued && is_bullet(self.word(next)),
            TokenKind::Number => !glued && !is_ellipsis(self.word(stop)),
            TokenKind::Word if token.case == Case::Lower => false,
            TokenKind::Word if glued => self.is_glued_sentence(stop, next),
            TokenKind::Word if is_ellipsis(self.word(stop)) => self.word(next) != "I",
            TokenKind::Word => !(end > stop && self.speaker_follows(next)),
        }
    }

    /// "…the mill.The council…": a lower-case word before, a capitalised one behind.
    fn is_glued_sentence(&self, stop: usize, next: usize) -> bool {
        let before = stop.checked_sub(1).and_then(|i| self.tokens.get(i));
        let long = before.is_some_and(|t| t.case == Case::Lower && t.span.len() > 1);
        long && self.tokens[next].case == Case::Title
    }

    /// "“Why?” Marsh asked": a name and a verb of speech.
    fn speaker_follows(&self, from: usize) -> bool {
        (from..from + 6)
            .take_while(|&i| {
                self.tokens
                    .get(i)
                    .is_some_and(|t| matches!(t.kind, TokenKind::Word | TokenKind::Clitic))
            })
            .any(|i| SPEECH.contains(&self.word(i)))
    }
}

fn is_terminator(word: &str) -> bool {
    matches!(word, "." | "!" | "?") || is_wide_stop(word) || is_ellipsis(word)
}

/// The stops of scripts that put no space behind them.
fn is_wide_stop(word: &str) -> bool {
    matches!(word, "。" | "！" | "？" | "।" | "؟")
}

fn is_ellipsis(word: &str) -> bool {
    word == "…" || word.len() > 1 && word.bytes().all(|b| b == b'.')
}

fn is_bullet(word: &str) -> bool {
    matches!(word, "•" | "●" | "■" | "▪" | "*" | "|" | "@" | "#" | "$" | "£" | "€")
        || word.starts_with(|c: char| c as u32 >= 0x1_0000)
}

#[cfg(test)]
mod tests {
    use super::super::Document;

    fn sentences(text: &str) -> Vec<String> {
        let document = Document::read(text, &[]);
        let spans = document.sentences().iter().map(|s| s.span.of(document.text()).to_owned());
        spans.collect()
    }

    /// One text a row, `¦` where a sentence ends.
    #[test]
    fn sentences_end_where_readers_end_them() {
        for marked in [
            "It was late. ¦The mill shut.",
            "He met U.S. President Odile Marsh in St. Anselm.",
            "He lives in the U.S. ¦The mill is there.",
            "It opens at 5 p.m. ¦Visitors may enter at 10 a.m. Monday.",
            "It opens at 5 p.m. Eastern time.",
            "Gen. J. K. Marsh of Acme Inc. said so. ¦No. 5 won. ¦No. ¦We lost.",
            "“Yes.” he said. ¦“We go now.” ¦Then they left.",
            "“Why?” Odile Marsh asked. ¦“Because!” ¦They left.",
            "\"We go now.\" ¦\"Not yet,\" she said. ¦They left.",
            "He rose 3.5 percent. ¦In 2019 it fell. ¦10 more came.",
            "It ended (as planned.) ¦Nobody came.",
            "Well... maybe not. ¦What?! ¦Never.",
            "Wait… what happened?",
            "1. Wash the mill. ¦2 are left.",
            "Acme Corp., which makes mills, and Quill Ltd. of Leeds merged.",
            "The mill shut.¦The council met.",
            "George W. Marsh met N. Korea's envoy. ¦It was Plan B. ¦The rest followed.",
            "The cat sat . ¦\" It slept . \" ¦He left .",
            "A heading without one",
        ] {
            let text = marked.replace('¦', "");
            let wanted: Vec<_> = marked.split(" ¦").flat_map(|s| s.split('¦')).collect();
            assert_eq!(sentences(&text), wanted);
        }
    }
}
