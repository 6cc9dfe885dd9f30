//! A sentence as the grammar of time reads it: words in lower case, digits parted from separators.

mod names;

use std::cell::OnceCell;

use super::{
    cues::{self, Cue},
    expr::Lean,
    words::Words,
};
use crate::{
    span::Span,
    text::{
        Case, Document, Sentence, Token, TokenKind,
        numerals::{self, NumeralForm, NumeralKind},
    },
};

/// A word, a run of digits or a mark.
#[derive(Clone, Copy, Debug)]
pub(super) struct Atom {
    pub span: Span,
    /// Index of its token in the document.
    pub token: usize,
    pub digits: bool,
    pub case: Case,
    pub kind: TokenKind,
}

/// A sentence cut into atoms.
pub(super) struct Line<'a> {
    pub text: &'a str,
    /// The document's tokens up to the end of the sentence.
    tokens: &'a [Token],
    pub atoms: Vec<Atom>,
    /// The [`key`](Line::key) of each atom.
    keys: Vec<&'a str>,
    /// What [`number`](Line::number) and [`ordinal`](Line::ordinal) say of each atom: every rule asks.
    numbers: Vec<OnceCell<Option<(f64, usize)>>>,
    ordinals: Vec<OnceCell<Option<(i32, usize)>>>,
    /// What each atom's word says of the tense: every time in the sentence asks.
    tenses: Vec<OnceCell<Option<Lean>>>,
    /// What each atom's word is a cue for.
    cues: Vec<Option<Cue>>,
    /// For each atom, how many atoms further on the next cue stands.
    distances: Vec<u8>,
    /// Whether it is a headline in which most words have a capital.
    all_capital: bool,
}

impl<'a> Line<'a> {
    /// The line of a sentence; `lower` is its text in lower case.
    pub fn new(document: &'a Document, sentence: &Sentence, lower: &'a str) -> Self {
        let text = document.text();
        let tokens = document.tokens().get(..sentence.tokens.1).unwrap_or_default();
        let mut atoms = Vec::new();
        for (i, token) in tokens.iter().enumerate().skip(sentence.tokens.0) {
            push(text, i, token, &mut atoms);
        }
        let base = sentence.span.start();
        let keys = atoms.iter().map(|atom| key(lower, base, atom)).collect();
        let (numbers, ordinals) =
            (vec![OnceCell::new(); atoms.len()], vec![OnceCell::new(); atoms.len()]);
        let tenses = vec![OnceCell::new(); atoms.len()];
        let (cues, distances) = (Vec::new(), Vec::new());
        let long = |atom: &&Atom| atom.kind == TokenKind::Word && atom.span.len() > 3;
        let small = atoms.iter().filter(long).filter(|a| !a.case.is_capitalised()).count();
        let all_capital = small * 8 <= atoms.iter().filter(long).count();
        let mut line = Self {
            text,
            tokens,
            atoms,
            keys,
            numbers,
            ordinals,
            tenses,
            cues,
            distances,
            all_capital,
        };
        line.cues = (0..line.len()).map(|i| cues::cue(line.key(i))).collect();
        line.distances = line.distances();
        line
    }

    fn distances(&self) -> Vec<u8> {
        let mut distances = vec![u8::MAX; self.len()];
        let mut next = u8::MAX;
        for i in (0..self.len()).rev() {
            let key = self.key(i);
            // `a` is one, but no time is one without a word that is a cue, too.
            let counts = !matches!(key, "a" | "an");
            let number = || counts && (self.number(i).is_some() || self.ordinal(i).is_some());
            let cue = self.cues[i].is_some() || key.bytes().any(|b| b.is_ascii_digit()) || number();
            next = if cue { 0 } else { next.saturating_add(1) };
            distances[i] = next;
        }
        distances
    }

    /// Whether the word at `i` is this cue.
    pub fn is_cue(&self, i: usize, cue: Cue) -> bool {
        self.cues.get(i).is_some_and(|&found| found == Some(cue))
    }

    /// What the word at `i` says of the tense, as `read` has it.
    pub fn tense(&self, i: usize, read: impl FnOnce() -> Option<Lean>) -> Option<Lean> {
        *self.tenses.get(i)?.get_or_init(read)
    }

    /// Whether an expression of time may begin at `i`.
    pub fn may_begin(&self, i: usize) -> bool {
        self.distances.get(i).is_some_and(|&distance| usize::from(distance) < cues::REACH)
    }

    pub fn len(&self) -> usize {
        self.atoms.len()
    }

    /// The word at `i` in lower case, without the full stop of an abbreviation; empty past the end.
    #[inline(never)]
    pub fn key(&self, i: usize) -> &'a str {
        self.keys.get(i).copied().unwrap_or_default()
    }

    #[inline(never)]
    pub fn is(&self, i: usize, words: &[&str]) -> bool {
        words.contains(&self.key(i))
    }

    /// Whether the word at `i` is one of many.
    #[inline(never)]
    pub fn is_among(&self, i: usize, words: &'static str) -> bool {
        Words(words).has(self.key(i))
    }

    /// Whether one of many words stands before `i`.
    #[inline(never)]
    pub fn follows_among(&self, i: usize, words: &'static str) -> bool {
        Words(words).has(self.before(i))
    }

    /// The atom before `i` in lower case; empty at the start.
    #[inline(never)]
    pub fn before(&self, i: usize) -> &str {
        i.checked_sub(1).map_or("", |i| self.key(i))
    }

    /// Whether one of `words` stands before `i`; the empty one stands for the start.
    #[inline(never)]
    pub fn follows(&self, i: usize, words: &[&str]) -> bool {
        words.contains(&self.before(i))
    }

    /// Whether no space stands between atom `i` and the one before it.
    #[inline(never)]
    pub fn joined(&self, i: usize) -> bool {
        match (i.checked_sub(1).and_then(|i| self.atoms.get(i)), self.atoms.get(i)) {
            (Some(before), Some(atom)) => before.span.end() == atom.span.start(),
            _ => false,
        }
    }

    #[inline(never)]
    pub fn is_capitalised(&self, i: usize) -> bool {
        self.atoms.get(i).is_some_and(|a| a.case.is_capitalised())
    }

    /// Whether the word at `i` has a capital that only a name gives it: not at the beginning of a
    /// sentence, nor where all words have one.
    #[inline(never)]
    pub fn is_name_part(&self, i: usize) -> bool {
        let word = |at: usize| self.is_word(at) && self.is_capitalised(at);
        // Whole sentences are shouted too.
        let shouted = self.atoms.get(i).is_some_and(|a| a.case == Case::Upper);
        let labels = self.joined(i + 1) && self.is(i + 1, &[":"]);
        let opens = i.checked_sub(1).is_none_or(|at| !self.is_word(at) && !self.is_number(at));
        word(i) && !self.all_capital && (!opens && !shouted || labels)
    }

    fn is_number(&self, i: usize) -> bool {
        self.atoms.get(i).is_some_and(|a| a.digits)
    }

    /// Whether the atom is a word written with a full stop.
    #[inline(never)]
    pub fn has_stop(&self, i: usize) -> bool {
        self.atoms
            .get(i)
            .is_some_and(|a| a.kind == TokenKind::Word && a.span.of(self.text).ends_with('.'))
    }

    #[inline(never)]
    pub fn is_word(&self, i: usize) -> bool {
        self.atoms.get(i).is_some_and(|a| a.kind == TokenKind::Word)
    }

    /// The digits at `i`: their value and how many they are.
    #[inline(never)]
    pub fn digits(&self, i: usize) -> Option<(i32, usize)> {
        let atom = self.atoms.get(i).filter(|a| a.digits && a.span.len() <= 8)?;
        Some((self.key(i).parse().ok()?, atom.span.len()))
    }

    /// Digits of at most `most` places with a value in `from..=to`.
    #[inline(never)]
    pub fn small(&self, i: usize, most: usize, from: i32, to: i32) -> Option<u8> {
        let (value, len) = self.digits(i)?;
        (len <= most && (from..=to).contains(&value)).then_some(byte(value))
    }

    /// The atom after `i` if a hyphen (or dash) at `i` joins two words, else `i`.
    #[inline(never)]
    pub fn past_hyphen(&self, i: usize) -> usize {
        let hyphen = self.is_dash(i) && self.joined(i) && self.joined(i + 1);
        i + usize::from(hyphen)
    }

    /// Whether a colon at `i` stands between digits.
    pub fn opens_clock(&self, i: usize) -> bool {
        self.is(i, &[":"]) && self.joined(i) && self.joined(i + 1) && self.digits(i + 1).is_some()
    }

    #[inline(never)]
    pub fn is_dash(&self, i: usize) -> bool {
        matches!(self.key(i), "-" | "–" | "—" | "‐" | "‑")
    }

    /// A count in digits or words, and the atom after it.
    #[inline(never)]
    pub fn number(&self, i: usize) -> Option<(f64, usize)> {
        *self.numbers.get(i)?.get_or_init(|| {
            let found = numerals::cardinal(self.text, self.tokens, self.atoms.get(i)?.token)?;
            let plain = found.form != NumeralForm::Lettered;
            plain.then(|| (found.value, self.after(i, found.tokens)))
        })
    }

    /// An ordinal, and the atom after it.
    #[inline(never)]
    pub fn ordinal(&self, i: usize) -> Option<(i32, usize)> {
        *self.ordinals.get(i)?.get_or_init(|| {
            let found = numerals::read(self.text, self.tokens, self.atoms.get(i)?.token)?;
            let small = found.kind == NumeralKind::Ordinal && found.value < 10_000.0;
            small.then(|| (found.value as i32, self.after(i, found.tokens)))
        })
    }

    /// The atom of the token `tokens` further on.
    fn after(&self, i: usize, tokens: usize) -> usize {
        let Some(first) = self.atoms.get(i).map(|a| a.token) else { return i };
        let rest = self.atoms.get(i..).unwrap_or_default();
        i + rest.iter().take_while(|a| a.token < first + tokens).count()
    }

    /// The words from atom `from` up to atom `to`.
    #[inline(never)]
    pub fn span(&self, from: usize, to: usize) -> Option<Span> {
        let (first, last) = (self.atoms.get(from)?, self.atoms.get(to.checked_sub(1)?)?);
        (from < to).then(|| first.span.to(last.span))
    }

    /// The same; the full stop of an abbreviation that ends the sentence stays with the sentence.
    pub fn span_of_words(&self, from: usize, to: usize) -> Option<Span> {
        let span = self.span(from, to)?;
        let last = to.checked_sub(1)?;
        let abbreviated = self.month(last).is_some() || self.weekday(last).is_some();
        if to == self.len() && abbreviated && self.has_stop(last) {
            return Span::new(self.text, span.start(), span.end() - 1);
        }
        Some(span)
    }
}

/// The word of `atom` out of `lower`, which begins at byte `base` of the text.
fn key<'a>(lower: &'a str, base: usize, atom: &Atom) -> &'a str {
    let (start, end) = (atom.span.start() - base, atom.span.end() - base);
    let word = lower.get(start..end).unwrap_or_default();
    let word_stop = atom.kind == TokenKind::Word && word.len() > 1;
    word.strip_suffix('.').filter(|_| word_stop).unwrap_or(word)
}

/// A small number as a byte; 0 for what is none.
pub(super) fn byte(number: i32) -> u8 {
    u8::try_from(number).unwrap_or(0)
}

/// Adds the atoms of a token: digits with separators come apart unless they are one number.
fn push(text: &str, index: usize, token: &Token, atoms: &mut Vec<Atom>) {
    let word = token.span.of(text);
    let plain = word.bytes().all(|b| b.is_ascii_digit());
    let atom =
        |span, digits| Atom { span, token: index, digits, case: token.case, kind: token.kind };
    let glued = |atom: &Atom| atom.digits && atom.span.end() == token.span.start();
    // `15h30` comes as a number and a word.
    let hour = word.len() == 3 && word.starts_with('h') && atoms.last().is_some_and(glued);
    if token.kind == TokenKind::Word
        && let Some(at) = names::day_glued_to_month(word).or(hour.then_some(1))
        && let (Some(month), Some(day)) = (
            Span::new(text, token.span.start(), token.span.start() + at),
            Span::new(text, token.span.start() + at, token.span.end()),
        )
    {
        atoms.extend([atom(month, false), Atom { kind: TokenKind::Number, ..atom(day, true) }]);
        return;
    }
    if token.kind != TokenKind::Number || plain || numerals::digits(word).is_some() {
        atoms.push(atom(token.span, plain));
        return;
    }
    let mut at = 0;
    while let Some(first) = word.get(at..).and_then(|rest| rest.chars().next()) {
        let rest = word.get(at..).unwrap_or_default();
        let digits = first.is_ascii_digit();
        let len = if digits {
            rest.find(|c: char| !c.is_ascii_digit()).unwrap_or(rest.len())
        } else {
            first.len_utf8()
        };
        let start = token.span.start() + at;
        atoms.extend(Span::new(text, start, start + len).map(|span| atom(span, digits)));
        at += len;
    }
}
