//! Words and letters of a text: where an edge, a caret or a choice goes.

use crate::{
    app::state::{Chosen, Edge, Extend, Go},
    report::Report,
    span::Span,
};

/// Whether `c` is drawn as a part of the character before it.
fn joins(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36f}' | '\u{200d}' | '\u{fe00}'..='\u{fe0f}' | '\u{1f3fb}'..='\u{1f3ff}')
}

/// The place after the character at `at`, or before the one that ends there.
fn letter(text: &str, at: usize, forward: bool) -> usize {
    if forward {
        let mut rest = text[at..].char_indices().skip(1);
        return rest.find(|(_, c)| !joins(*c)).map_or(text.len(), |(next, _)| at + next);
    }
    text[..at].char_indices().rev().find(|(_, c)| !joins(*c)).map_or(0, |(before, _)| before)
}

/// Whether the character that begins at `at` stands in a word: apostrophes, hyphens and points only
/// between two letters or digits.
fn in_word(text: &str, at: usize) -> bool {
    let plain = |c: char| c.is_alphanumeric() || joins(c) || c == '_';
    let Some(c) = text[at..].chars().next() else { return false };
    let inside = || {
        let before = text[..at].chars().next_back();
        let after = text[at + c.len_utf8()..].chars().next();
        before.is_some_and(plain) && after.is_some_and(plain)
    };
    plain(c) || matches!(c, '\'' | '’' | '-' | '‐' | '‑' | '.' | ',' | '&') && inside()
}

/// Where the word around or after `at` ends.
fn word_end(text: &str, mut at: usize) -> usize {
    while at < text.len() && !in_word(text, at) {
        at = letter(text, at, true);
    }
    while at < text.len() && in_word(text, at) {
        at = letter(text, at, true);
    }
    at
}

/// Where the word around or before `at` begins.
fn word_start(text: &str, mut at: usize) -> usize {
    let before = |at: usize| letter(text, at, false);
    while at > 0 && !in_word(text, before(at)) {
        at = before(at);
    }
    while at > 0 && in_word(text, before(at)) {
        at = before(at);
    }
    at
}

/// `span` with an edge moved; nothing where no word would be left.
pub fn moved(text: &str, span: Span, Edge { right, grow, fine }: Edge) -> Option<Span> {
    let (start, end) = (span.start(), span.end());
    let forward = right == grow;
    let from = if right { end } else { start };
    let mut to = match (fine, forward) {
        (true, _) => letter(text, from, forward),
        (_, true) => word_end(text, from),
        _ => word_start(text, from),
    };
    if !fine && !grow {
        // What stood between the two words goes as well.
        to = if right {
            text[..to].trim_end_matches(|c: char| !c.is_alphanumeric()).len()
        } else {
            let rest = &text[to..];
            to + rest.len() - rest.trim_start_matches(|c: char| !c.is_alphanumeric()).len()
        };
    }
    let (start, end) = if right { (start, to) } else { (to, end) };
    Span::new(text, start, end).filter(|span| start < end && !span.of(text).trim().is_empty())
}

/// The words that `chosen` means, whole unless it is exact, within the block where the choosing began.
pub fn chosen_span(text: &str, report: &Report, chosen: Chosen) -> Option<Span> {
    let Chosen { anchor, head, exact, .. } = chosen;
    let block = block_at(report, anchor)?;
    let within = |at: usize| at.clamp(block.start(), block.end());
    let (mut start, mut end) = (within(anchor.min(head)), within(anchor.max(head)));
    let words = text.get(start..end)?;
    if words.trim().is_empty() {
        return None;
    }
    start += words.len() - words.trim_start().len();
    end = start + words.trim().len();
    if !exact {
        if in_word(text, start) {
            start = word_start(text, letter(text, start, true)).min(start);
        }
        if in_word(text, letter(text, end, false)) {
            end = word_end(text, letter(text, end, false)).max(end);
        }
    }
    Span::new(text, start, end)
}

/// What is shown of a choice: its words, or the character at the caret.
pub fn shown(text: &str, report: &Report, chosen: Chosen) -> Option<Span> {
    chosen_span(text, report, chosen).or_else(|| {
        let at = chosen.head;
        let block = block_at(report, at).filter(|_| chosen.caret)?;
        let at = if at < block.end() { at } else { letter(text, at, false) };
        Span::new(text, at, letter(text, at, true))
    })
}

fn block_at(report: &Report, at: usize) -> Option<Span> {
    let first = report.blocks.partition_point(|block| block.span.end() < at);
    report.blocks.get(first).or(report.blocks.last()).map(|block| block.span)
}

/// `chosen` after a move of its head, which stays within the blocks of the article.
pub fn gone(text: &str, report: &Report, chosen: Chosen, go: Go, extend: Extend) -> Chosen {
    let Chosen { anchor, head, .. } = chosen;
    let to = match go {
        Go::Char(forward) if extend != Extend::Words => letter(text, head, forward),
        Go::Char(true) | Go::Word(true) => word_end(text, head),
        Go::Char(false) | Go::Word(false) => word_start(text, head),
        Go::Sentence(true) => {
            let next = report.sentences.iter().find(|sentence| sentence.start() > head);
            next.map_or(head, |sentence| sentence.start())
        }
        Go::Sentence(false) => {
            let before = report.sentences.iter().rev().find(|sentence| sentence.start() < head);
            before.map_or(head, |sentence| sentence.start())
        }
        Go::Block(end) => block_at(report, head)
            .map_or(head, |block| if end { block.end() } else { block.start() }),
    };
    // Between two blocks stands nothing to choose.
    let to = match report.blocks.iter().find(|block| block.span.end() >= to) {
        Some(block) if to < block.span.start() && to > head => block.span.start(),
        Some(block) if to < block.span.start() => {
            let before = report.blocks.iter().rev().find(|before| before.span.end() < to + 1);
            before.map_or(block.span.start(), |before| before.span.end())
        }
        Some(_) => to,
        None => report.blocks.last().map_or(to, |block| block.span.end()),
    };
    let anchor = if extend == Extend::No { to } else { anchor };
    Chosen { anchor, head: to, exact: extend == Extend::Exact, caret: true }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::model::sample;

    const TEXT: &str = "The Hull-Varren line, N’Dour’s U.S. cafe\u{301} opens.";

    fn span(words: &str) -> Span {
        let start = TEXT.find(words).expect("in the text");
        Span::new(TEXT, start, start + words.len()).expect("in the text")
    }

    #[test]
    fn edges_move_by_words_and_by_characters() {
        let after = |words: &str, right, grow, fine| {
            moved(TEXT, span(words), Edge { right, grow, fine }).map(|s| s.of(TEXT))
        };
        assert_eq!(after("Hull-Varren", true, true, false), Some("Hull-Varren line"));
        assert_eq!(after("line", true, true, false), Some("line, N’Dour’s"));
        assert_eq!(after("line, N’Dour’s", true, false, false), Some("line"));
        assert_eq!(after("Hull-Varren", false, true, false), Some("The Hull-Varren"));
        assert_eq!(after("The Hull-Varren", false, false, false), Some("Hull-Varren"));
        assert_eq!(after("The", false, true, false), None.or(Some("The")));
        assert_eq!(after("Hull-Varren", true, false, false), None);
        assert_eq!(after("N’Dour’s", true, false, true), Some("N’Dour’"));
        assert_eq!(after("U.S", true, true, true), Some("U.S."));
        // An accent stays with its letter.
        assert_eq!(after("caf", true, true, true), Some("cafe\u{301}"));
        assert_eq!(after("cafe\u{301}", true, false, true), Some("caf"));
    }

    fn choice(anchor: usize, head: usize, exact: bool) -> Option<&'static str> {
        let report = sample::report();
        let chosen = Chosen { anchor, head, exact, caret: false };
        chosen_span(sample::TEXT, &report, chosen).map(|span| span.of(sample::TEXT))
    }

    #[test]
    fn a_choice_is_of_whole_words_unless_it_is_exact() {
        let at = |words: &str| sample::TEXT.find(words).expect("in the text");
        assert_eq!(choice(at("da Quill"), at("ill on"), false), Some("Ada Quill"));
        assert_eq!(choice(at("ill on"), at("da Quill"), false), Some("Ada Quill"));
        assert_eq!(choice(at("da Quill"), at("ill on"), true), Some("da Qu"));
        assert_eq!(choice(at("Ada"), at(" Quill on"), false), Some("Ada"));
        assert_eq!(choice(at(" Quill on"), at("Quill on"), false), None);
        // It ends with the block.
        assert_eq!(choice(at("opens"), at("said Ada"), false), Some("opens"));
    }

    #[test]
    fn the_caret_goes_by_characters_words_sentences_and_over_the_ends_of_blocks() {
        let report = sample::report();
        let text = sample::TEXT;
        let at = |words: &str| text.find(words).expect("in the text");
        let go = |head: usize, go, extend| {
            gone(
                text,
                &report,
                Chosen { anchor: head, head, exact: false, caret: true },
                go,
                extend,
            )
        };
        assert_eq!(go(at("opens"), Go::Char(true), Extend::No).head, at("pens"));
        assert_eq!(go(at("opens"), Go::Word(true), Extend::No).head, at("opens") + 5);
        assert_eq!(go(at("opens"), Go::Word(false), Extend::No).head, 0);
        assert_eq!(go(at("opens") + 5, Go::Char(true), Extend::No).head, at("“It"));
        assert_eq!(go(at("“It"), Go::Char(false), Extend::No).head, at("opens") + 5);
        assert_eq!(go(0, Go::Char(false), Extend::No).head, 0);
        assert_eq!(go(text.len(), Go::Char(true), Extend::No).head, text.len());
        assert_eq!(go(at("Ada"), Go::Sentence(true), Extend::No).head, at("Quill left"));
        assert_eq!(go(at("Ada"), Go::Sentence(false), Extend::No).head, at("“It"));
        assert_eq!(go(at("opens"), Go::Block(false), Extend::No).head, 0);
        let word = go(at("Ada"), Go::Char(true), Extend::Words);
        assert_eq!((word.anchor, word.head, word.exact), (at("Ada"), at("Ada") + 3, false));
        let exact = go(at("Ada"), Go::Char(true), Extend::Exact);
        assert_eq!((exact.head, exact.exact), (at("Ada") + 1, true));
    }
}
