//! Languages known by their script.

use crate::text::Document;

/// The share of letters, in hundredths, that makes a text one of another script than Latin.
const MOST: usize = 50;

/// The language of a text that is mostly not in Latin letters.
pub(super) fn detect(document: &Document) -> Option<&'static str> {
    let mut counts = [0_usize; SCRIPTS.len()];
    let (mut letters, mut ukrainian, mut persian) = (0_usize, 0_usize, 0_usize);
    for sentence in document.sentences() {
        let text = sentence.span.of(document.text());
        letters += text.bytes().filter(u8::is_ascii_alphabetic).count();
        for c in text.chars().filter(|c| !c.is_ascii() && c.is_alphabetic()) {
            letters += 1;
            ukrainian += usize::from("іїєґІЇЄҐ".contains(c));
            persian += usize::from("پچژگ".contains(c));
            let script = SCRIPTS.iter().position(|(_, first, last)| (*first..=*last).contains(&c));
            if let Some(i) = script {
                counts[i] += 1;
            }
        }
    }
    let by = |language: &str| {
        let own = SCRIPTS.iter().zip(counts).filter(|((l, ..), _)| *l == language);
        own.map(|(_, count)| count).sum::<usize>()
    };
    // Japanese mixes its own letters with Chinese ones.
    let dense = by("ja") + by("zh");
    if dense * 100 > letters * MOST {
        return Some(if by("ja") * 20 > dense { "ja" } else { "zh" });
    }
    let (best, _, _) = *SCRIPTS.iter().find(|(l, ..)| by(l) * 100 > letters * MOST)?;
    Some(match best {
        "ru" if ukrainian * 50 > by("ru") => "uk",
        "ar" if persian * 50 > by("ar") => "fa",
        other => other,
    })
}

/// Ranges of letters, and the language that most news in them is written in.
const SCRIPTS: &[(&str, char, char)] = &[
    ("ru", '\u{400}', '\u{52f}'),
    ("el", '\u{370}', '\u{3ff}'),
    ("el", '\u{1f00}', '\u{1fff}'),
    ("hy", '\u{531}', '\u{587}'),
    ("he", '\u{5d0}', '\u{5f2}'),
    ("ar", '\u{620}', '\u{6ff}'),
    ("hi", '\u{900}', '\u{97f}'),
    ("bn", '\u{980}', '\u{9ff}'),
    ("ta", '\u{b80}', '\u{bff}'),
    ("th", '\u{e00}', '\u{e7f}'),
    ("ka", '\u{10a0}', '\u{10ff}'),
    ("ko", '\u{1100}', '\u{11ff}'),
    ("ko", '\u{ac00}', '\u{d7a3}'),
    ("ja", '\u{3040}', '\u{30ff}'),
    ("zh", '\u{3400}', '\u{9fff}'),
];
