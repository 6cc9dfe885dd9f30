//! Words in every language of the page, and which language it speaks.

use std::{cell::Cell, fmt};

/// A language of the page. Another one is another column of `word!`; the compiler lists the words that
/// lack it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Language {
    /// English.
    #[default]
    English,
    /// German.
    German,
}

thread_local! {
    // The page has one thread, and the state keeps the language: this is where words look it up.
    static SPOKEN: Cell<Language> = const { Cell::new(Language::English) };
}

impl Language {
    /// All, in the order of a word's columns.
    pub const ALL: [Self; 2] = [Self::English, Self::German];

    /// What every word is said in from here on.
    pub fn speak(self) {
        SPOKEN.set(self);
    }

    /// What words are said in.
    pub fn spoken() -> Self {
        SPOKEN.get()
    }

    /// The language of a BCP 47 tag; English for one that the page does not speak.
    pub fn of(tag: &str) -> Self {
        let code = tag.split('-').next().unwrap_or_default();
        Self::ALL.into_iter().find(|language| language.code() == code).unwrap_or_default()
    }

    /// Its BCP 47 tag.
    pub fn code(self) -> &'static str {
        match self {
            Self::English => "en",
            Self::German => "de",
        }
    }

    /// Its name in itself.
    pub fn name(self) -> &'static str {
        match self {
            Self::English => "English",
            Self::German => "Deutsch",
        }
    }

    /// What stands between thousands, and before a fraction.
    pub fn separators(self) -> (char, char) {
        match self {
            Self::English => (',', '.'),
            Self::German => ('.', ','),
        }
    }

    /// Whether so many are spoken of as one.
    fn is_one(self, number: usize) -> bool {
        match self {
            Self::English | Self::German => number == 1,
        }
    }
}

/// The `lang` of elements whose words are English whatever the page speaks, such as the reasons in a
/// report; none where the page is English itself.
pub fn english() -> Option<&'static str> {
    (Language::spoken() != Language::English).then_some("en")
}

/// Words of the page in every language. `{0}` and `{1}` stand for what [`Word::with`] puts there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Word(
    /// In the order of [`Language::ALL`], with a mark between them: in a module that browsers load,
    /// this weighs half of what an array of strings does.
    pub &'static str,
);

/// A [`Word`]: it has to be there in every language, else this is no Rust.
macro_rules! word {
    ($english:literal, $german:literal $(,)?) => {
        $crate::app::strings::Word(concat!($english, "\u{1}", $german))
    };
}
pub(crate) use word;

/// Occurs in no words.
const BETWEEN: char = '\u{1}';

impl Word {
    /// As the page says it.
    pub fn get(self) -> &'static str {
        self.0.split(BETWEEN).nth(Language::spoken() as usize).unwrap_or_default()
    }

    /// The same with `parts` in their places.
    pub fn with(self, parts: &[&str]) -> String {
        let mut out = String::new();
        let mut rest = self.get();
        while let Some((before, after)) = rest.split_once('{') {
            out.push_str(before);
            // One digit and the other bracket: the tests of the table see to it.
            let place = after.bytes().next().unwrap_or_default().wrapping_sub(b'0');
            out.push_str(parts.get(usize::from(place)).unwrap_or(&""));
            rest = after.get(2..).unwrap_or_default();
        }
        out.push_str(rest);
        out
    }
}

impl fmt::Display for Word {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.get())
    }
}

/// What can be counted: the words for one and for more.
#[derive(Clone, Copy, Debug)]
pub struct Noun(pub Word, pub Word);

impl Noun {
    /// "1 quote", "2 quotes".
    pub fn counted(self, number: usize) -> String {
        let Self(one, many) = self;
        count(number, one.get(), many.get())
    }
}

/// The same for words that are at hand.
pub(super) fn count(number: usize, one: &str, many: &str) -> String {
    let noun = if Language::spoken().is_one(number) { one } else { many };
    let mut out = grouped(&number.to_string());
    out.push(' ');
    out.push_str(noun);
    out
}

/// A number's digits with the thousands set apart and a fraction as the language writes it.
pub fn grouped(written: &str) -> String {
    let (thousands, point) = Language::spoken().separators();
    let (whole, fraction) = written.split_once('.').unwrap_or((written, ""));
    let digits = whole.trim_start_matches('-').len();
    let mut out = String::new();
    for (i, digit) in whole.char_indices() {
        let left = whole.len() - i;
        if left < digits && left % 3 == 0 {
            out.push(thousands);
        }
        out.push(digit);
    }
    if !fraction.is_empty() {
        out.push(point);
        out.push_str(fraction);
    }
    out
}

/// "A", "A or B", "A, B or C".
pub fn either<'a>(names: impl Iterator<Item = &'a str>) -> String {
    const OR: Word = word!(" or ", " oder ");
    let names: Vec<&str> = names.collect();
    match names.split_last() {
        Some((last, rest)) if !rest.is_empty() => [&rest.join(", "), OR.get(), last].concat(),
        _ => names.concat(),
    }
}

/// What `said` says in each language.
#[cfg(test)]
pub(crate) fn in_each<T>(said: impl Fn() -> T) -> [T; Language::ALL.len()] {
    let all = Language::ALL.map(|language| {
        language.speak();
        said()
    });
    Language::default().speak();
    all
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_language_is_found_by_its_tag() {
        for (tag, language) in [
            ("de", Language::German),
            ("de-AT", Language::German),
            ("en-GB", Language::English),
            ("fr", Language::English),
            ("", Language::English),
        ] {
            assert_eq!(Language::of(tag), language, "{tag}");
        }
    }

    #[test]
    fn parts_go_to_their_places_whatever_the_order() {
        const WORD: Word = word!("{0} of {1}", "von {1} die {0}.");
        assert_eq!(in_each(|| WORD.with(&["2", "5"])), ["2 of 5", "von 5 die 2."]);
        // What is put in is not looked into.
        assert_eq!(in_each(|| WORD.with(&["{1}", "5"]))[0], "{1} of 5");
    }

    #[test]
    fn numbers_and_lists_are_written_as_the_language_does() {
        for (number, written) in [
            ("1200000", ["1,200,000", "1.200.000"]),
            ("-1000", ["-1,000", "-1.000"]),
            ("-100", ["-100", "-100"]),
            ("999", ["999", "999"]),
            ("1234.5", ["1,234.5", "1.234,5"]),
        ] {
            assert_eq!(in_each(|| grouped(number)), written);
        }
        let mills = Noun(word!("mill", "Mühle"), word!("mills", "Mühlen"));
        assert_eq!(in_each(|| mills.counted(1)), ["1 mill", "1 Mühle"]);
        assert_eq!(in_each(|| mills.counted(0)), ["0 mills", "0 Mühlen"]);
        assert_eq!(in_each(|| mills.counted(1200)), ["1,200 mills", "1.200 Mühlen"]);
        let names = |names: &'static [&str]| in_each(|| either(names.iter().copied()));
        assert_eq!(names(&[]), ["", ""]);
        assert_eq!(names(&["A"]), ["A", "A"]);
        assert_eq!(names(&["A", "B"]), ["A or B", "A oder B"]);
        assert_eq!(names(&["A", "B", "C"]), ["A, B or C", "A, B oder C"]);
    }

    #[test]
    fn what_is_english_is_said_to_be_where_the_page_is_not() {
        assert_eq!(in_each(english), [None, Some("en")]);
    }
}
