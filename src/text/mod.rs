//! The article as blocks, sentences and tokens, read once, in linear time.
//!
//! Recognisers work on the **folded** text: what the reader gave, with soft hyphens, zero-width and
//! direction marks removed, ligatures and decomposed accents in their usual form, odd spaces and
//! hyphens made plain, and hard-wrapped lines joined. [`Document::to_source`] takes a span of the
//! folded text back to the reader's own.

mod abbreviations;
mod blocks;
mod fold;
mod function_words;
mod kept;
pub mod numerals;
mod scan;
mod sentences;
mod tokens;
mod words;

use crate::{
    report::{Block, BlockKind},
    rules::Rule,
    span::Span,
};

use fold::Fold;

pub(crate) use function_words::function_words;
pub(crate) use kept::Kept;
use kept::Unchanged;

pub use tokens::{Case, Token, TokenKind};
pub(crate) use words::{Begins, FastMap, FastSet, lower};

/// The rules of this layer: why a block is boilerplate.
pub const RULES: &[&Rule] = blocks::rules::RULES;

/// An article, read.
pub struct Document {
    fold: Fold,
    blocks: Vec<Block>,
    sentences: Vec<Sentence>,
    tokens: Vec<Token>,
    source: Option<Span>,
    lines: Vec<blocks::Look>,
    unchanged: Unchanged,
}

/// A sentence, or a heading without one's full stop. None crosses a block.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Sentence {
    /// Where, in the folded text.
    pub span: Span,
    /// Index of its block in [`Document::blocks`].
    pub block: usize,
    /// Its tokens: a range of indices into [`Document::tokens`].
    pub tokens: (usize, usize),
}

impl Document {
    /// Reads `source`. What lies in `body` (spans of `source`) is never boilerplate.
    pub fn read(source: &str, body: &[Span]) -> Self {
        Self::read_after(None, source, body)
    }

    /// The same, with what was read of the blocks that already stood in the text `before`.
    pub fn read_after(before: Option<&Self>, source: &str, body: &[Span]) -> Self {
        let fold = Fold::new(source);
        let text = fold.text();
        let body: Vec<_> = body.iter().map(|&span| fold.to_folded(span)).collect();
        let known = before.map(|before| (before.text(), before.lines.as_slice()));
        let (blocks, lines) = blocks::read(text, &body, known.unwrap_or_default());
        let unchanged = Unchanged::since(before, text, &blocks);
        let (mut sentences, mut tokens) = (Vec::new(), Vec::new());
        for (i, block) in blocks.iter().enumerate() {
            if block.kind == BlockKind::Boilerplate {
                continue;
            }
            if let Some((before, old)) = before.zip(unchanged.block(i)) {
                before.copy(old, block.span, i, &mut tokens, &mut sentences);
                continue;
            }
            let first = tokens.len();
            scan::read(text, block.span, &mut tokens);
            sentences::cut(text, &tokens, first, i, &mut sentences);
        }
        let source = blocks::source(text, &blocks);
        Self { fold, blocks, sentences, tokens, source, lines, unchanged }
    }

    /// A block alone: a document that holds no more, in which its text begins at 0. What is read of it
    /// depends on nothing else.
    #[must_use]
    pub fn part(&self, block: usize) -> Self {
        let (mut tokens, mut sentences) = (Vec::new(), Vec::new());
        let mut blocks = Vec::new();
        let mut text = "";
        if let Some(whole) = self.blocks.get(block) {
            text = whole.span.of(self.text());
            let span = Span::whole(text).unwrap_or_default();
            blocks.push(Block { span, ..whole.clone() });
            self.copy(block, span, 0, &mut tokens, &mut sentences);
        }
        let (fold, unchanged) = (Fold::folded(text), Unchanged::default());
        let lines = Vec::new();
        Self { fold, blocks, sentences, tokens, source: None, lines, unchanged }
    }

    /// Adds the tokens and sentences of `block` as those of a block with the same text at `span`.
    fn copy(
        &self,
        block: usize,
        span: Span,
        index: usize,
        tokens: &mut Vec<Token>,
        sentences: &mut Vec<Sentence>,
    ) {
        let from = self.blocks.get(block).map_or(0, |b| b.span.start());
        let moved = |span_before: Span| span_before.moved(from, span.start());
        let own = self.sentences_of(block);
        let (first, end) = tokens_of(own);
        let to = tokens.len();
        let copied = self.tokens.get(first..end).unwrap_or_default().iter();
        tokens.extend(copied.map(|token| Token { span: moved(token.span), ..*token }));
        sentences.extend(own.iter().map(|sentence| Sentence {
            span: moved(sentence.span),
            block: index,
            tokens: (sentence.tokens.0 - first + to, sentence.tokens.1 - first + to),
        }));
    }

    /// The sentences of one block.
    pub fn sentences_of(&self, block: usize) -> &[Sentence] {
        let first = self.sentences.partition_point(|s| s.block < block);
        let rest = self.sentences.get(first..).unwrap_or_default();
        rest.get(..rest.partition_point(|s| s.block == block)).unwrap_or_default()
    }

    /// The folded text, which every span in this document counts.
    pub fn text(&self) -> &str {
        self.fold.text()
    }

    /// The agency or paper that the article names as its source ("Source: …", "KYIV (Reuters) -").
    pub fn source(&self) -> Option<Span> {
        self.source
    }

    /// All blocks in order, boilerplate included.
    pub fn blocks(&self) -> &[Block] {
        &self.blocks
    }

    /// The sentences of all blocks but boilerplate.
    pub fn sentences(&self) -> &[Sentence] {
        &self.sentences
    }

    /// The tokens of all sentences. No token crosses a sentence.
    pub fn tokens(&self) -> &[Token] {
        &self.tokens
    }

    /// The tokens of one sentence.
    pub fn sentence_tokens(&self, sentence: &Sentence) -> &[Token] {
        &self.tokens[sentence.tokens.0..sentence.tokens.1]
    }

    /// The words of a token.
    pub fn word(&self, token: &Token) -> &str {
        token.span.of(self.text())
    }

    /// The index of the sentence that holds the byte at `offset` of the folded text, or the last one
    /// that begins before it.
    pub fn sentence_at(&self, offset: usize) -> Option<usize> {
        self.sentences.partition_point(|s| s.span.start() <= offset).checked_sub(1)
    }

    /// The index of the first token that ends after `offset`.
    pub fn token_at(&self, offset: usize) -> usize {
        self.tokens.partition_point(|t| t.span.end() <= offset)
    }

    /// The index of the block that holds the byte at `offset` of the folded text, or the last one
    /// that begins before it.
    pub fn block_at(&self, offset: usize) -> Option<usize> {
        self.blocks.partition_point(|b| b.span.start() <= offset).checked_sub(1)
    }

    /// The place in the reader's text that a span of the folded text stands for.
    pub fn to_source(&self, span: Span) -> Span {
        self.fold.to_source(span)
    }

    /// The place in the folded text that a span of the reader's text became.
    pub fn to_folded(&self, span: Span) -> Span {
        self.fold.to_folded(span)
    }
}

/// The tokens of some sentences that follow each other: a range of indices.
pub fn tokens_of(sentences: &[Sentence]) -> (usize, usize) {
    match sentences {
        [] => (0, 0),
        [first, ..] => (first.tokens.0, sentences.last().unwrap_or(first).tokens.1),
    }
}

#[cfg(test)]
mod tests;
