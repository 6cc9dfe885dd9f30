//! Words and signs of the reader's own text, for formats that count tokens.

use super::article::Article;
use crate::span::Span;

/// What Python's `str.isspace` says.
pub(super) fn is_space(c: char) -> bool {
    c.is_whitespace() || matches!(c, '\u{1c}'..='\u{1f}')
}

/// Signs that stand by themselves.
fn is_sign(c: char) -> bool {
    c.is_ascii_punctuation()
        || matches!(c, '¡'..='©' | '«'..='¬' | '®'..='±' | '´' | '¶'..='¸' | '»' | '¿' | '×' | '÷')
        || matches!(c, '\u{2010}'..='\u{2027}' | '\u{2030}'..='\u{205e}' | '\u{20a0}'..='\u{20cf}')
        || matches!(c, '\u{3001}'..='\u{3003}' | '\u{3008}'..='\u{301f}' | '\u{ff01}'..='\u{ff0f}')
}

/// Every word and sign of `text` in order, white space left out. None crosses one of `cuts`, which
/// are sorted. Within a word an apostrophe, a hyphen or a point stays between letters or digits.
pub(super) fn tokens(text: &str, cuts: &[usize]) -> Vec<Span> {
    let mut found = Vec::new();
    let mut push = |start: usize, end: usize| {
        if start < end {
            found.push(Span::raw(start as u32, end as u32));
        }
    };
    let (mut start, mut next_cut) = (0, 0);
    let mut before = ' ';
    let mut chars = text.char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        let end = at + c.len_utf8();
        let follows = chars.peek().map_or(' ', |&(_, c)| c);
        while cuts.get(next_cut).is_some_and(|&cut| cut < at) {
            next_cut += 1;
        }
        if cuts.get(next_cut) == Some(&at) {
            push(start, at);
            start = at;
        }
        let inner = matches!(c, '\'' | '’' | '-' | '\u{2010}' | '\u{2011}' | '.' | ',')
            && before.is_alphanumeric()
            && (if c == ',' { follows.is_numeric() } else { follows.is_alphanumeric() });
        if is_space(c) {
            push(start, at);
            start = end;
        } else if is_sign(c) && !inner {
            push(start, at);
            push(at, end);
            start = end;
        }
        before = c;
    }
    push(start, text.len());
    found
}

/// The tokens of an article, cut where anything marked and any sentence begins or ends.
pub(super) fn of(article: &Article<'_>) -> Vec<Span> {
    let marked = article.rows.iter().flat_map(|row| &row.spans);
    let mut cuts: Vec<usize> = marked
        .chain(&article.report.sentences)
        .flat_map(|span| [span.start(), span.end()])
        .collect();
    cuts.sort_unstable();
    tokens(article.text, &cuts)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn shown<'t>(text: &'t str, cuts: &[usize]) -> Vec<&'t str> {
        tokens(text, cuts).into_iter().map(|span| span.of(text)).collect()
    }

    #[test]
    fn words_and_signs_come_apart() {
        for (text, wanted) in [
            ("“It’s U.S. rock-solid,” £3,500.5!", "“ It’s U.S . rock-solid , ” £ 3,500.5 !"),
            ("e\u{301}a 👩\u{200d}🚀 שלום\u{a0}x\r\ny\u{1c}z", "e\u{301}a 👩\u{200d}🚀 שלום x y z"),
        ] {
            assert_eq!(shown(text, &[]).join(" "), wanted);
        }
        assert_eq!(shown("post-Brexit", &[0, 5, 5]), ["post-", "Brexit"]);
        assert_eq!(shown("", &[0]), [""; 0]);
    }

    proptest! {
        #[test]
        fn nothing_is_lost_and_no_token_has_a_space(text in "(?s)[a-c'.,’“ é𝔐\n\u{1c}\u{301}]{0,24}", cut in 0..24_usize) {
            let cut = (0..=cut.min(text.len())).rev().find(|&at| text.is_char_boundary(at)).unwrap_or(0);
            let found = tokens(&text, &[cut]);
            let words: String = found.iter().map(|span| span.of(&text)).collect();
            prop_assert_eq!(words, text.replace(is_space, ""));
            for span in found {
                prop_assert!(!(span.start() < cut && cut < span.end()));
            }
        }
    }
}
