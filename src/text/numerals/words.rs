//! Number words and what they stand for.

use crate::text::Begins;

/// Zero to ninety.
pub(super) fn small(word: &str) -> Option<f64> {
    static BEGINS: Begins = begins(SMALL);
    find(SMALL, &BEGINS, word)
}

/// Ordinals as single words.
pub(super) fn ordinal_word(word: &str) -> Option<f64> {
    static BEGINS: Begins = begins(ORDINALS);
    find(ORDINALS, &BEGINS, word)
}

/// Whether a number in words may begin with `word`: spares most words of an article the reading.
pub(super) fn may_begin(word: &str) -> bool {
    static BEGINS: Begins = begins(SMALL).or(&begins(ORDINALS));
    BEGINS.may(word) || matches!(word, "a" | "A" | "½") || word.eq_ignore_ascii_case("half")
}

/// What the parts of a fraction divide by.
pub(super) fn part(word: &str) -> Option<f64> {
    static BEGINS: Begins = begins(PARTS);
    find(PARTS, &BEGINS, word)
}

/// The letters that newspapers write for a scale, straight after digits.
pub(super) fn letter(word: &str) -> Option<f64> {
    static BEGINS: Begins = begins(LETTERS);
    find(LETTERS, &BEGINS, word)
}

/// What a scale word (`hundred`, `million`, `dozen`, `bn`) multiplies by.
pub(super) fn scale(word: &str) -> Option<f64> {
    static BEGINS: Begins = begins(SCALES);
    find(SCALES, &BEGINS, word)
}

/// How the words of a list begin.
const fn begins(list: &[(&str, f64)]) -> Begins {
    let mut begins = Begins::NONE;
    let mut at = 0;
    while at < list.len() {
        begins = begins.with(list[at].0);
        at += 1;
    }
    begins
}

fn find(list: &[(&str, f64)], begins: &Begins, word: &str) -> Option<f64> {
    if !begins.may(word) {
        return None;
    }
    list.iter().find(|(name, _)| name.eq_ignore_ascii_case(word)).map(|&(_, value)| value)
}

const SCALES: &[(&str, f64)] = &[
    ("dozen", 12.0),
    ("hundred", 1e2),
    ("thousand", 1e3),
    ("lakh", 1e5),
    ("million", 1e6),
    ("crore", 1e7),
    ("billion", 1e9),
    ("trillion", 1e12),
];

const LETTERS: &[(&str, f64)] = &[
    ("k", 1e3),
    ("m", 1e6),
    ("mn", 1e6),
    ("mln", 1e6),
    ("b", 1e9),
    ("bn", 1e9),
    ("bln", 1e9),
    ("tn", 1e12),
    ("trn", 1e12),
];

const SMALL: &[(&str, f64)] = &[
    ("zero", 0.0),
    ("one", 1.0),
    ("two", 2.0),
    ("three", 3.0),
    ("four", 4.0),
    ("five", 5.0),
    ("six", 6.0),
    ("seven", 7.0),
    ("eight", 8.0),
    ("nine", 9.0),
    ("ten", 10.0),
    ("eleven", 11.0),
    ("twelve", 12.0),
    ("thirteen", 13.0),
    ("fourteen", 14.0),
    ("fifteen", 15.0),
    ("sixteen", 16.0),
    ("seventeen", 17.0),
    ("eighteen", 18.0),
    ("nineteen", 19.0),
    ("twenty", 20.0),
    ("thirty", 30.0),
    ("forty", 40.0),
    ("fifty", 50.0),
    ("sixty", 60.0),
    ("seventy", 70.0),
    ("eighty", 80.0),
    ("ninety", 90.0),
];

const ORDINALS: &[(&str, f64)] = &[
    ("first", 1.0),
    ("second", 2.0),
    ("third", 3.0),
    ("fourth", 4.0),
    ("fifth", 5.0),
    ("sixth", 6.0),
    ("seventh", 7.0),
    ("eighth", 8.0),
    ("ninth", 9.0),
    ("tenth", 10.0),
    ("eleventh", 11.0),
    ("twelfth", 12.0),
    ("thirteenth", 13.0),
    ("fourteenth", 14.0),
    ("fifteenth", 15.0),
    ("sixteenth", 16.0),
    ("seventeenth", 17.0),
    ("eighteenth", 18.0),
    ("nineteenth", 19.0),
    ("twentieth", 20.0),
    ("thirtieth", 30.0),
    ("fortieth", 40.0),
    ("fiftieth", 50.0),
    ("sixtieth", 60.0),
    ("seventieth", 70.0),
    ("eightieth", 80.0),
    ("ninetieth", 90.0),
    ("hundredth", 1e2),
    ("thousandth", 1e3),
    ("millionth", 1e6),
];

const PARTS: &[(&str, f64)] = &[
    ("half", 2.0),
    ("halves", 2.0),
    ("third", 3.0),
    ("thirds", 3.0),
    ("quarter", 4.0),
    ("quarters", 4.0),
    ("fourth", 4.0),
    ("fourths", 4.0),
    ("fifth", 5.0),
    ("fifths", 5.0),
    ("sixth", 6.0),
    ("sixths", 6.0),
    ("seventh", 7.0),
    ("sevenths", 7.0),
    ("eighth", 8.0),
    ("eighths", 8.0),
    ("ninth", 9.0),
    ("ninths", 9.0),
    ("tenth", 10.0),
    ("tenths", 10.0),
];
