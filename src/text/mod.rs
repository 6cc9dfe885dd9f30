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
pub mod numerals;
mod scan;
mod sentences;
mod tokens;

use crate::{
    report::{Block, BlockKind},
    rules::Rule,
    span::Span,
};

use fold::Fold;

pub(crate) use function_words::function_words;

pub use tokens::{Case, Token, TokenKind};

/// The rules of this layer: why a block is boilerplate.
pub const RULES: &[&Rule] = blocks::rules::RULES;

/// An article, read.
pub struct Document {
    fold: Fold,
    blocks: Vec<Block>,
    sentences: Vec<Sentence>,
    tokens: Vec<Token>,
    source: Option<Span>,
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
        let fold = Fold::new(source);
        let text = fold.text();
        let body: Vec<_> = body.iter().map(|&span| fold.to_folded(span)).collect();
        let blocks = blocks::read(text, &body);
        let (mut sentences, mut tokens) = (Vec::new(), Vec::new());
        for (i, block) in blocks.iter().enumerate() {
            if block.kind == BlockKind::Boilerplate {
                continue;
            }
            let first = tokens.len();
            scan::read(text, block.span, &mut tokens);
            sentences::cut(text, &tokens, first, i, &mut sentences);
        }
        let source = blocks::source(text, &blocks);
        Self { fold, blocks, sentences, tokens, source }
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
