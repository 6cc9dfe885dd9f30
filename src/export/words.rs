//! The headings of pages and notes: all that an export says in a reader's language.

/// Headings and joining words. The values of the report (`sure`, `2021-W39`) are the same in every
/// language.
#[derive(Clone, Debug, PartialEq, Eq)]
#[allow(missing_docs)]
pub struct Words {
    /// The language, BCP 47: what the headings are in.
    pub language: &'static str,
    pub untitled: &'static str,
    pub published: &'static str,
    pub not_known: &'static str,
    pub source: &'static str,
    pub text: &'static str,
    pub key_sentences: &'static str,
    /// In the order of [`EntityType::ALL`](crate::report::EntityType::ALL).
    pub kinds: [&'static str; 7],
    pub dates: &'static str,
    pub amounts: &'static str,
    pub quotes: &'static str,
    pub check: &'static str,
    /// Before the speaker whom the text does not name.
    pub unattributed: &'static str,
    /// Between two names, one of which is meant; with its spaces.
    pub or: &'static str,
    /// Beside a speaker who is not sure.
    pub uncertain: &'static str,
    /// Before the title of the article that a quote stands in; with its space.
    pub within: &'static str,
    /// Where the export comes from.
    pub made_with: &'static str,
}

/// English.
pub static ENGLISH: Words = Words {
    language: "en",
    untitled: "Untitled article",
    published: "Published",
    not_known: "not known",
    source: "Source",
    text: "Text",
    key_sentences: "Key sentences",
    kinds: ["People", "Organisations", "Places", "Groups", "Events", "Products", "Works"],
    dates: "Dates",
    amounts: "Amounts",
    quotes: "Quotes",
    check: "Look at twice",
    unattributed: "Not attributed",
    or: " or ",
    uncertain: "uncertain",
    within: "in ",
    made_with: "Marked with",
};
