//! The article's tokens with what the finders of names ask of each: its look, its place, what the
//! gazetteers say, and how the same word is written elsewhere in the article.

use std::{borrow::Cow, ops::Range, rc::Rc};

use super::{
    gazetteer::{self, Entry, Extra, Kinds, Matches},
    lists::{self, List},
    memory::{Block, Memory},
};
use crate::{
    report::BlockKind,
    span::Span,
    text::{self, Case, Document, FastSet, Sentence, Token, TokenKind, tokens_of},
};

/// A token, and what is known of it.
#[expect(clippy::struct_excessive_bools, reason = "independent facts about a token")]
#[derive(Clone, Copy, Debug)]
pub struct Word<'a> {
    /// Its letters.
    pub text: &'a str,
    /// The token.
    pub token: Token,
    /// What the gazetteers say.
    pub matches: Matches,
    /// It begins with a capital, and that means something.
    pub capital: bool,
    /// The first word of its sentence, or of the quote or item in it.
    pub first: bool,
    /// In a line of which every word, or all that matter, begins with a capital.
    pub loud: bool,
    /// No space before it.
    pub glued: bool,
    /// Part of the name of an office or occupation.
    pub role: bool,
    /// A common word, as it stands, in lower case.
    pub common: bool,
    /// The word lists that hold it.
    pub lists: List,
}

impl Word<'_> {
    /// Whether it is a word of letters.
    pub fn is_word(&self) -> bool {
        self.token.kind == TokenKind::Word
    }

    /// What the gazetteers say about the word alone.
    pub fn entry(&self) -> Entry {
        self.matches.word
    }

    /// Whether the word alone may be of one of these kinds.
    pub fn may_be(&self, kinds: Kinds) -> bool {
        self.matches.word.kinds.any(kinds)
    }

    /// Whether it joins two words: `Jong-un`, `Franco–German`.
    pub fn is_hyphen(&self) -> bool {
        matches!(self.text, "-" | "–" | "‑") && self.glued
    }

    /// A single letter with or without its full stop: `J.`, `W`.
    pub fn is_initial(&self) -> bool {
        let mut letters = self.text.trim_end_matches('.').chars();
        let one = letters.next().is_some_and(char::is_uppercase);
        one && (letters.next().is_none() || self.text.split('.').all(|p| p.chars().count() <= 1))
    }
}

/// The article, ready for the finders.
pub struct Reading<'a> {
    /// The article.
    pub document: &'a Document,
    /// Its tokens, one for one.
    pub words: Vec<Word<'a>>,
    /// Its sentences, as ranges of tokens.
    pub sentences: Vec<(usize, usize)>,
    /// The text is written without capitals.
    pub caseless: bool,
    /// The second part of the gazetteers, where it is there.
    pub extra: Option<&'a Extra>,
    usage: Rc<Usage<'a>>,
}

/// How the article writes its words where the case is free.
#[derive(Default)]
struct Usage<'a> {
    /// Words in lower case.
    lower: FastSet<&'a str>,
    /// Words with a capital inside a sentence.
    inside: FastSet<&'a str>,
}

impl<'a> Reading<'a> {
    /// Reads every token once, with the first part of the gazetteers.
    pub fn new(document: &'a Document) -> Self {
        Self::with(document, None)
    }

    /// Reads every token once, with the second part of the gazetteers too where it is there.
    pub fn with(document: &'a Document, extra: Option<&'a Extra>) -> Self {
        Self::after(&mut Memory::default(), document, extra)
    }

    /// The same with what `memory` holds of the blocks that stood in the document before.
    #[inline(never)]
    pub(crate) fn after(
        memory: &mut Memory,
        document: &'a Document,
        extra: Option<&'a Extra>,
    ) -> Self {
        let caseless = is_caseless(document);
        let mut words = Vec::with_capacity(document.tokens().len());
        for (i, own) in memory.of(document).iter_mut().enumerate() {
            if own.caseless != Some(caseless) {
                let words = Reading::alone(&document.part(i), extra, caseless);
                *own = Block { caseless: Some(caseless), words, ..Block::default() };
            }
            let tokens = &document.tokens()[words.len()..];
            words.extend(own.words.iter().zip(tokens).map(|(word, token)| Word {
                text: document.word(token),
                token: *token,
                ..*word
            }));
        }
        let sentences = document.sentences().iter().map(|s| s.tokens).collect();
        let usage = Rc::new(Usage::of(&words));
        Self { document, words, sentences, caseless, extra, usage }
    }

    /// The words of a block, without their text and token.
    fn alone(part: &Document, extra: Option<&Extra>, caseless: bool) -> Vec<Word<'static>> {
        let mut words = Vec::with_capacity(part.tokens().len());
        let heading = (part.blocks().first())
            .is_some_and(|b| matches!(b.kind, BlockKind::Headline | BlockKind::Subheading));
        for sentence in part.sentences() {
            read_sentence(part, sentence, heading, extra, caseless, &mut words);
        }
        let sentences = part.sentences().iter().map(|s| s.tokens).collect();
        let mut reading =
            Reading { document: part, words, sentences, caseless, extra, usage: Rc::default() };
        super::titles::mark(&mut reading);
        reading.words.iter().map(|w| Word { text: "", ..*w }).collect()
    }

    /// The tokens of a block.
    pub fn block(&self, block: usize) -> Range<usize> {
        let (from, end) = tokens_of(self.document.sentences_of(block));
        from..end
    }

    /// What the rest of the article says of each word that may be part of a name in `range`.
    pub fn usage(&self, range: Range<usize>) -> Vec<u8> {
        let named = |w: &&Word<'_>| w.capital || w.matches.name.is_some();
        let usage =
            |w: &Word<'_>| u8::from(self.has_in_lower_case(w)) | u8::from(self.has_inside(w)) << 1;
        self.words[range].iter().filter(named).map(usage).collect()
    }

    /// The reading of a block alone, `part`, whose tokens are `range` here: nothing of the rest of the
    /// article is to be seen in it but what [`Self::usage`] says.
    #[must_use]
    pub fn part(&self, part: &'a Document, range: Range<usize>) -> Self {
        let words = self.words[range].iter().zip(part.tokens()).map(|(word, token)| Word {
            text: part.word(token),
            token: *token,
            ..*word
        });
        Self {
            document: part,
            words: words.collect(),
            sentences: part.sentences().iter().map(|s| s.tokens).collect(),
            caseless: self.caseless,
            extra: self.extra,
            usage: Rc::clone(&self.usage),
        }
    }

    /// Whether the article also has the word in lower case.
    pub fn in_lower_case(&self, word: &str) -> bool {
        self.usage.lower.contains(&*text::lower(word))
    }

    /// Whether the article also has the word, so written, inside a sentence.
    pub fn inside_sentences(&self, word: &str) -> bool {
        self.usage.inside.contains(word)
    }

    /// [`Self::in_lower_case`] of a word of the article; where it is in lower case itself, no other is
    /// looked for.
    pub fn has_in_lower_case(&self, word: &Word<'_>) -> bool {
        let itself =
            word.token.case == Case::Lower && word.is_word() && !word.loud && word.text.is_ascii();
        itself || self.in_lower_case(word.text)
    }

    /// [`Self::inside_sentences`] of a word of the article, which may be seen by itself.
    pub fn has_inside(&self, word: &Word<'_>) -> bool {
        word.capital && (!word.loud && !word.first || self.inside_sentences(word.text))
    }

    /// The words of tokens `from..end` as one span.
    pub fn span(&self, from: usize, end: usize) -> Option<Span> {
        let last = self.words.get(end.checked_sub(1)?)?;
        Some(self.words.get(from)?.token.span.to(last.token.span))
    }

    /// The text of tokens `from..end`.
    pub fn text(&self, from: usize, end: usize) -> &'a str {
        self.span(from, end).map_or("", |span| span.of(self.document.text()))
    }

    /// The word in lower case, without the full stop of an abbreviation.
    pub fn lower(&self, at: usize) -> Cow<'a, str> {
        self.words.get(at).map_or(Cow::Borrowed(""), |w| text::lower(w.text.trim_end_matches('.')))
    }

    /// Whether the token at `at` is a word of `list`, in any case.
    pub fn is(&self, at: usize, list: List) -> bool {
        self.words.get(at).is_some_and(|w| w.lists.any(list))
    }

    /// Whether a capital at `at` says no more than that a sentence begins there, or a heading is
    /// set in capitals: the word is common, or stands in lower case elsewhere.
    pub fn is_mere_opening(&self, at: usize) -> bool {
        self.words.get(at).is_some_and(|w| {
            let lower = self.in_lower_case(w.text);
            (w.first || w.loud) && (lower || w.common && !self.inside_sentences(w.text))
        })
    }

    /// The runs of capitalised words of each sentence: hyphens and small words of names inside.
    pub fn runs(&self) -> Vec<(usize, usize)> {
        let mut runs = Vec::new();
        for &(from, end) in &self.sentences {
            let mut at = from;
            while at < end {
                if !self.begins_run(at) {
                    at += 1;
                    continue;
                }
                let stop = self.run_end(at, end);
                runs.push((at, stop));
                at = stop.max(at + 1);
            }
        }
        runs
    }

    /// Whether the token may be part of a name by its look.
    pub fn begins_run(&self, at: usize) -> bool {
        let word = &self.words[at];
        word.capital && !word.lists.any(lists::NEVER)
    }

    fn run_end(&self, from: usize, end: usize) -> usize {
        let mut stop = from + 1;
        loop {
            let mut next = stop;
            if next < end && self.words[next].is_hyphen() {
                // `Jong-un`, `Stoke-on-Trent`: after a hyphen the case is free.
                let joined = next + 1 < end && self.words[next + 1].glued;
                let capital =
                    joined && (self.words[next + 1].capital || self.names_follow(next + 1, end));
                if capital || (joined && self.is_small_tail(next + 1)) {
                    stop = next + 2;
                    continue;
                }
                return stop;
            }
            while next < end && next < stop + 3 && self.is(next, lists::PARTICLES) {
                next += 1;
                if next < end && self.words[next].is_hyphen() {
                    next += 1;
                }
            }
            let spaced = next < end && (!self.words[next].glued || next > stop);
            if spaced && self.begins_run(next) && !(self.words[next].first && next > from) {
                stop = next + 1;
            } else {
                return stop;
            }
        }
    }

    /// `on-Amur`, `al-Shabab` behind a hyphen.
    fn names_follow(&self, at: usize, end: usize) -> bool {
        at + 2 < end
            && self.words[at].text.len() <= 4
            && self.words[at + 1].is_hyphen()
            && self.words[at + 2].capital
    }

    /// `un` in `Jong-un`: a short lower-case syllable that is no common word.
    fn is_small_tail(&self, at: usize) -> bool {
        let word = &self.words[at];
        word.is_word()
            && word.token.case == Case::Lower
            && word.text.len() <= 5
            && !gazetteer::is_common(word.text)
    }
}

impl<'a> Usage<'a> {
    /// Notes how each word is written in places where the case is free.
    fn of(words: &[Word<'a>]) -> Self {
        let mut usage = Self::default();
        for word in words.iter().filter(|w| w.is_word() && !w.loud) {
            if word.token.case == Case::Lower {
                usage.lower.insert(word.text);
            } else if word.capital && !word.first {
                usage.inside.insert(word.text);
            }
        }
        usage
    }
}

/// Adds the words of a sentence.
fn read_sentence<'p>(
    part: &'p Document,
    sentence: &Sentence,
    heading: bool,
    extra: Option<&Extra>,
    caseless: bool,
    words: &mut Vec<Word<'p>>,
) {
    let tokens = part.sentence_tokens(sentence);
    let loud = is_loud(part, tokens, heading);
    let (from, end) = sentence.tokens;
    let mut first = true;
    for (i, token) in tokens.iter().enumerate() {
        let text = part.word(token);
        let capital = is_capital(text, token);
        let looked = capital
            || caseless && token.kind == TokenKind::Word
            || matches!(text, "al" | "dpa" | "sarin")
            || token.case == Case::Mixed(false);
        let matches = if looked {
            gazetteer::look_up(part, from + i, end, extra)
        } else {
            Matches::default()
        };
        let before = i.checked_sub(1).map(|b| tokens[b].span);
        words.push(Word {
            text,
            token: *token,
            matches,
            capital,
            first: first && token.kind != TokenKind::Mark,
            loud,
            glued: before.is_some_and(|b| b.end() == token.span.start()),
            role: false,
            common: capital && is_common(text, &matches),
            lists: lists_of(text, token),
        });
        first = match token.kind {
            TokenKind::Mark => first || matches!(text, ":" | "“" | "\"" | "‘" | "•" | "—"),
            _ => false,
        };
    }
}

/// Whether the text is written without capitals: its names are then looked up as they stand.
fn is_caseless(document: &Document) -> bool {
    let words = || document.tokens().iter().filter(|t| t.kind == TokenKind::Word);
    let inside = |t: &&Token| t.case.is_capitalised() && document.word(t) != "I";
    let capitals = words().filter(inside).count();
    let sentences = document.sentences().len();
    capitals <= sentences / 4 && words().nth(3).is_some()
}

/// The lists that hold a word, in any case, without the full stop of an abbreviation.
fn lists_of(text: &str, token: &Token) -> List {
    if token.kind == TokenKind::Word && text.len() <= 24 {
        lists::of(&text::lower(text.trim_end_matches('.')))
    } else {
        List::default()
    }
}

fn is_capital(text: &str, token: &Token) -> bool {
    token.kind == TokenKind::Word
        && token.case.is_capitalised()
        && !text.contains(['@', '/'])
        && !(text.contains('.') && text.contains("www"))
}

fn is_common(text: &str, matches: &Matches) -> bool {
    matches.word.kinds.has(Kinds::WORD) || gazetteer::is_common(text)
}

/// Whether capitals in a sentence tell nothing: all or nearly all of its longer words have one.
fn is_loud(document: &Document, tokens: &[Token], heading: bool) -> bool {
    let (mut capital, mut lower, mut upper) = (0, 0, 0);
    for token in tokens.iter().filter(|t| t.kind == TokenKind::Word) {
        if document.word(token).len() < 4 {
            continue;
        }
        match token.case {
            Case::Lower => lower += 1,
            Case::Upper => {
                upper += 1;
                capital += 1;
            }
            Case::Title | Case::Mixed(_) => capital += 1,
            Case::None => {}
        }
    }
    let shouted = upper >= 3 && upper > 3 * (lower + capital - upper);
    shouted || (capital >= 4 && capital > 3 * lower && (heading || lower > 0 || capital >= 6))
}
