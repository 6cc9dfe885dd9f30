//! A paragraph as its own words with the quotes as single items: what the narrator says around them.

use super::{
    marks::{self, Marked},
    words::{self, Class, Word},
};
use crate::{
    report::BlockKind,
    span::{self, Span},
    text::{Document, TokenKind},
};

/// How many words a headline may have.
const HEADLINE: usize = 40;

/// A word outside the marks, or a piece in marks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Item {
    /// Index of a word.
    Word(usize),
    /// Index of a marked passage, and which of its pieces.
    Quote(usize, usize),
}

/// A sentence of the narrator.
#[derive(Clone, Debug)]
pub(crate) struct View {
    /// What it is made of.
    pub(crate) items: Vec<Item>,
    /// Its block.
    pub(crate) block: usize,
    /// The passage that it stands in, when it is part of a quote itself.
    pub(crate) inside: Option<usize>,
}

/// What every step of attribution reads.
pub(crate) struct Scene<'d> {
    /// The article.
    pub(crate) document: &'d Document,
    /// Its tokens, looked up.
    pub(crate) words: Vec<Word>,
    /// What stands in marks.
    pub(crate) marked: Vec<Marked>,
}

impl<'d> Scene<'d> {
    /// Reads the marks of `document`, and the words that `kept` does not know.
    pub(crate) fn read(document: &'d Document, kept: &mut words::Memory) -> Self {
        let marked = marks::find(document.text(), document.blocks());
        Self { document, words: words::read(document, kept), marked }
    }
}

impl Scene<'_> {
    /// Whether `span` lies inside something in marks.
    pub(crate) fn in_marks(&self, span: Span) -> bool {
        let after = self.marked.partition_point(|m| m.extent().start() <= span.start());
        self.marked[after.saturating_sub(4)..after]
            .iter()
            .any(|m| m.pieces.iter().any(|p| p.contains(span)))
    }

    /// The words of the document's text under `span`.
    pub(crate) fn text(&self, span: Span) -> &str {
        span.of(self.document.text())
    }

    /// The text of a word.
    pub(crate) fn spelled(&self, word: usize) -> &str {
        self.text(self.words[word].span)
    }

    /// The word at item `at` of `view`, if it is one.
    pub(crate) fn word(&self, view: &View, at: usize) -> Option<&Word> {
        match view.items.get(at)? {
            Item::Word(index) => self.words.get(*index),
            Item::Quote(..) => None,
        }
    }

    /// Whether item `at` is the word or mark `text`, in any case.
    pub(crate) fn is(&self, view: &View, at: usize, text: &str) -> bool {
        self.word(view, at).is_some_and(|w| self.text(w.span).eq_ignore_ascii_case(text))
    }

    /// Whether nearly all long words are capitalised, as in many headlines.
    pub(crate) fn in_title_case(&self, view: &View) -> bool {
        let long = || {
            let words = (0..view.items.len()).filter_map(|i| self.word(view, i));
            words.filter(|w| w.kind == TokenKind::Word && w.span.len() > 3)
        };
        if view.items.len() > HEADLINE {
            return false;
        }
        let (all, capital) = (long().count(), long().filter(|w| w.capital).count());
        all > 2 && capital * 8 >= all * 7
    }

    /// Whether item `at` is one of `texts`.
    pub(crate) fn is_any(&self, view: &View, at: usize, texts: &[&str]) -> bool {
        texts.iter().any(|text| self.is(view, at, text))
    }

    /// Whether the word at `at` has one of the classes.
    pub(crate) fn has(&self, view: &View, at: usize, class: Class) -> bool {
        self.word(view, at).is_some_and(|w| w.class.is(class))
    }

    /// The place of items `from..to`.
    pub(crate) fn span(&self, view: &View, from: usize, to: usize) -> Option<Span> {
        let place = |item: &Item| match *item {
            Item::Word(word) => self.words[word].span,
            Item::Quote(quote, piece) => self.marked[quote].pieces[piece],
        };
        let items = view.items.get(from..to)?;
        Some(place(items.first()?).to(place(items.last()?)))
    }

    /// Whether a piece is a value in markup: `name="value"`.
    pub(crate) fn is_value(&self, piece: Span) -> bool {
        self.document.text().get(..piece.start()).is_some_and(|before| before.ends_with('='))
    }

    /// Whether item `at` is a word that leads on to what follows: no mark, no verb of saying.
    pub(crate) fn is_plain_word(&self, view: &View, at: usize) -> bool {
        self.word(view, at).is_some_and(|w| {
            matches!(w.kind, TokenKind::Word | TokenKind::Clitic) && w.cues.is_empty()
        })
    }

    /// The last character of a piece before its closing mark.
    pub(crate) fn last_char(&self, piece: Span) -> Option<char> {
        Marked::inside(self.document.text(), piece).chars().next_back()
    }

    /// All views, in reading order of their first items; those inside quotes last.
    pub(crate) fn views(&self) -> Vec<View> {
        let mut pieces: Vec<(Span, usize, usize)> = Vec::new();
        for (i, marked) in self.marked.iter().enumerate() {
            pieces.extend(marked.pieces.iter().enumerate().map(|(p, span)| (*span, i, p)));
        }
        // Equal spans stay in the order of their quotes.
        span::in_reading_order(&mut pieces, |piece| piece.0);
        let mut out = Vec::new();
        let mut next = 0;
        let outer: Vec<_> =
            pieces.iter().filter(|p| self.marked[p.1].parent.is_none()).copied().collect();
        for (block, found) in self.document.blocks().iter().enumerate() {
            if found.kind == BlockKind::Boilerplate {
                continue;
            }
            let from = next;
            while outer.get(next).is_some_and(|p| p.0.start() < found.span.end()) {
                next += 1;
            }
            self.cut(found.span, block, None, &outer[from..next], &mut out);
        }
        let mut by_parent: Vec<_> = pieces
            .iter()
            .filter_map(|p| self.marked[p.1].parent.map(|parent| (parent, *p)))
            .collect();
        span::by_number(&mut by_parent, |(parent, _)| *parent as u64);
        for group in by_parent.chunk_by(|a, b| a.0 == b.0) {
            let parent = group[0].0;
            let inner: Vec<_> = group.iter().map(|g| g.1).collect();
            for piece in &self.marked[parent].pieces {
                let from = inner.partition_point(|p| p.0.start() < piece.start());
                let to = inner.partition_point(|p| p.0.start() < piece.end());
                if from < to {
                    self.cut(
                        *piece,
                        self.marked[parent].block,
                        Some(parent),
                        &inner[from..to],
                        &mut out,
                    );
                }
            }
        }
        out
    }

    /// Cuts `span` into views around `pieces`.
    fn cut(
        &self,
        span: Span,
        block: usize,
        inside: Option<usize>,
        pieces: &[(Span, usize, usize)],
        out: &mut Vec<View>,
    ) {
        let mut items: Vec<Item> = Vec::new();
        let mut at = self.document.token_at(span.start());
        let mut pieces = pieces.iter().peekable();
        let mut flush = |items: &mut Vec<Item>| {
            if !items.is_empty() {
                out.push(View { items: std::mem::take(items), block, inside });
            }
        };
        loop {
            let word = self.words.get(at).filter(|w| w.span.start() < span.end());
            if let Some(&&(piece, quote, part)) = pieces.peek()
                && word.is_none_or(|w| w.span.end() > piece.start())
            {
                pieces.next();
                if self.parted(&items, None) {
                    flush(&mut items);
                }
                items.push(Item::Quote(quote, part));
                at = self.document.token_at(piece.end().saturating_sub(1)).max(at);
                while self.words.get(at).is_some_and(|w| w.span.start() < piece.end()) {
                    at += 1;
                }
                continue;
            }
            let Some(_) = word else { break };
            if self.parted(&items, Some(at)) {
                flush(&mut items);
            }
            items.push(Item::Word(at));
            at += 1;
        }
        flush(&mut items);
    }

    /// Whether a sentence ends between `items` and what comes next: a word, or a quote.
    fn parted(&self, items: &[Item], next: Option<usize>) -> bool {
        match items.last() {
            None => false,
            Some(&Item::Word(last)) => {
                let ends = matches!(self.spelled(last), "." | "!" | "?" | "…" | "...");
                let sentence = self.document.sentence_at(self.words[last].span.start());
                let crosses = next.is_some_and(|n| {
                    self.document.sentence_at(self.words[n].span.start()) != sentence
                });
                match next {
                    Some(_) => crosses && !self.is_lower(next),
                    None => ends && !matches!(self.spelled(last), "…" | "..."),
                }
            }
            Some(&Item::Quote(quote, piece)) => {
                let last = self.last_char(self.marked[quote].pieces[piece]);
                match (last, next) {
                    (Some('.' | '!' | '?' | '…'), None) => true,
                    (Some('.' | '…'), Some(at)) => {
                        self.starts_sentence(at) && !self.attributes(at, true)
                    }
                    (Some('!' | '?'), Some(at)) => {
                        self.starts_sentence(at) && !self.attributes(at, false)
                    }
                    _ => false,
                }
            }
        }
    }

    fn is_lower(&self, word: Option<usize>) -> bool {
        word.is_some_and(|w| self.words[w].kind == TokenKind::Word && !self.words[w].capital)
    }

    fn starts_sentence(&self, at: usize) -> bool {
        let word = &self.words[at];
        matches!(word.kind, TokenKind::Word | TokenKind::Number)
            && (word.capital || word.kind == TokenKind::Number)
    }

    /// Whether `NAME said` begins at word `at`; with `strict`, also ends the sentence there.
    fn attributes(&self, at: usize, strict: bool) -> bool {
        for i in at..at + 7 {
            let Some(word) = self.words.get(i) else { return false };
            if i > at && word.cues.iter().any(|c| c.verb.speech) && !word.capital {
                let after = self.words.get(i + 1).map(|w| self.text(w.span));
                return !strict || after.is_none_or(|a| a == ".");
            }
            if !word.is_nominal() && !word.class.is(Class::PRONOUN) && !word.class.is(Class::ADVERB)
            {
                return false;
            }
        }
        false
    }
}
