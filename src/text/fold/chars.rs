//! What single characters fold to.

use std::sync::LazyLock;

use crate::text::FastMap;

/// How many bytes at the start of `text` stay as they are: most of an article. The last letter of them may have a mark
/// behind it, and does not count.
pub(super) fn plain(text: &str) -> usize {
    let is_plain = |byte: &u8| matches!(byte, b' '..=b'~' | b'\n' | b'\t');
    match text.bytes().position(|byte| !is_plain(&byte)) {
        Some(other) => other.saturating_sub(1),
        None => text.len(),
    }
}

/// What `c` becomes; `None` when it stays as it is.
pub(super) fn fold(c: char) -> Option<&'static str> {
    Some(match c {
        ' '..='~' | '\n' | '\t' => return None,
        '\r' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}' => "\n",
        // Soft hyphens, zero-width characters, direction marks, selectors of a glyph's variant.
        '\u{ad}'
        | '\u{61c}'
        | '\u{180e}'
        | '\u{200b}'..='\u{200f}'
        | '\u{202a}'..='\u{202e}'
        | '\u{2060}'..='\u{2064}'
        | '\u{2066}'..='\u{2069}'
        | '\u{fe00}'..='\u{fe0f}'
        | '\u{feff}' => "",
        '\u{a0}' | '\u{1680}' | '\u{2000}'..='\u{200a}' | '\u{202f}' | '\u{205f}' | '\u{3000}' => {
            " "
        }
        '\u{2010}' | '\u{2011}' => "-",
        'ﬀ' => "ff",
        'ﬁ' => "fi",
        'ﬂ' => "fl",
        'ﬃ' => "ffi",
        'ﬄ' => "ffl",
        'ﬅ' | 'ﬆ' => "st",
        _ if c.is_control() => " ",
        _ => return None,
    })
}

static COMPOSED: LazyLock<FastMap<(char, char), char>> = LazyLock::new(|| {
    let rows = include_str!("../../data/compositions.txt").lines();
    let mut composed = FastMap::default();
    for (mark, pairs) in rows.filter_map(|row| row.split_once(' ')) {
        let Some(mark) = u32::from_str_radix(mark, 16).ok().and_then(char::from_u32) else {
            continue;
        };
        let mut pairs = pairs.chars();
        while let (Some(base), Some(whole)) = (pairs.next(), pairs.next()) {
            composed.insert((base, mark), whole);
        }
    }
    composed
});

/// The single character that a letter with combining marks at the start of `text` stands for, and
/// how many bytes the two take.
pub(super) fn compose(text: &str) -> Option<(char, usize)> {
    let mut chars = text.chars();
    let mut whole = chars.next()?;
    let mut len = whole.len_utf8();
    // Most letters end here.
    if !chars.clone().next().is_some_and(is_combining) {
        return None;
    }
    let before = len;
    for mark in chars.take_while(|&c| is_combining(c)) {
        let Some(&next) = COMPOSED.get(&(whole, mark)) else { break };
        whole = next;
        len += mark.len_utf8();
    }
    (len > before).then_some((whole, len))
}

fn is_combining(c: char) -> bool {
    ('\u{300}'..'\u{370}').contains(&c)
}
