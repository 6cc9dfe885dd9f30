//! Every word that the page itself says, in one place.

pub mod card;
mod checks;
pub mod compare;
pub mod date;
pub mod help;
pub mod panel;
pub mod shelf;
mod values;

pub use checks::{check, check_said, checked, left};
pub use values::{date_value, either, mark_kind, mark_said, mark_value, speaker};

use super::{
    model::{Kind, Reading},
    state::{Engine, Failure, Lock, Names},
};
use crate::report::{
    AmountKind, AmountMod, Assumed, Certainty, DateMention, Found, Marks, QuoteKind, Role, RoleTime,
};

/// The page's name.
pub const NAME: &str = "newsmark";
/// The heading of the page before there is an article.
pub const TITLE_EMPTY: &str = "Paste a news article";
/// What the page does, and what it does not.
pub const INTRODUCTION: &str = "Its people, organisations, places, dates, amounts and quotes are \
    marked, with who said what and which day is meant. Nothing is looked up and nothing is judged: \
    what the text leaves open stays open.";
/// The text field's name.
pub const FIELD: &str = "Article text";
/// Inside the empty text field.
pub const PLACEHOLDER: &str = "Paste or type an article, or drop a .txt, .md or .html file here";
/// The button that loads a file.
pub const CHOOSE_FILE: &str = "Choose a file";
/// Before the buttons of the samples.
pub const TRY_EXAMPLE: &str = "Try an example";
/// The field of the publication date.
pub const PUBLISHED_ON: &str = "Published on";
/// Opens the text field.
pub const EDIT: &str = "Edit the text";
/// Folds the text field away.
pub const DONE: &str = "Done";
/// Empties the text field.
pub const CLEAR: &str = "Clear";
/// While an answer is under way.
pub const BUSY: &str = "Reading…";
/// While the engine is under way.
pub const LOADING: &str = "The engine is still loading. Your text is read as soon as it is there.";
/// In the sidebar's place, while it is under way.
pub const COMING: &str = "The summary is still loading.";
/// In the sidebar's place, where it did not come.
pub const MISSING: &str = "The summary could not be loaded. Reload the page to try again; your text is \
    still here, copy it first.";
/// Asks again.
pub const RETRY: &str = "Try again";
/// The halves of a narrow window.
pub const TAB_ARTICLE: &str = "Article";
/// The halves of a narrow window.
pub const TAB_SUMMARY: &str = "Summary";
/// Names the row of kind buttons.
pub const KINDS: &str = "Marks shown in the text";
/// Restores a block.
pub const USE_IT: &str = "Use it";
/// Before the reason why a block is dimmed.
pub const NOT_ARTICLE: &str = "Not part of the article";
/// The annotated text's name.
pub const ARTICLE: &str = "Annotated article";
/// Nothing was found.
pub const NOTHING: &str = "Nothing was found in this text: no names, dates, amounts or quotes that \
    newsmark knows how to read.";
/// Closes the card.
pub const CLOSE: &str = "Close";
/// The theme buttons, in the order of [`crate::app`]'s themes.
pub const THEMES: [(&str, &str); 3] = [("auto", "Auto"), ("light", "Light"), ("dark", "Dark")];
/// Names the theme buttons.
pub const THEME: &str = "Colours";
/// Leads to the help page, in a tab of its own.
pub const HELP: &str = "Help";
/// Keyboard help, for screen readers.
pub const KEYS: &str = "Arrow keys go from mark to mark, Enter opens one, Escape closes it; a question \
    mark lists all keys.";
/// A speaker that is not decided.
pub const UNDECIDED: &str = "Undecided";

/// Shows the rest of a list.
pub fn all(count: usize) -> String {
    format!("Show all {count}")
}

/// Whether the marks can be seen, for screen readers.
pub fn hidden(hidden: bool) -> &'static str {
    if hidden { "Marks are hidden" } else { "Marks are shown" }
}

/// The plural name of a kind.
pub fn kinds(kind: Kind) -> &'static str {
    match kind {
        Kind::Person => "People",
        Kind::Organisation => "Organisations",
        Kind::Place => "Places",
        Kind::Group => "Groups",
        Kind::Event => "Events",
        Kind::Product => "Products",
        Kind::Work => "Works and laws",
        Kind::Date => "Dates",
        Kind::Amount => "Amounts",
        Kind::Quote => "Quotes",
    }
}

/// The singular name of a kind.
pub fn kind(kind: Kind) -> &'static str {
    match kind {
        Kind::Person => "person",
        Kind::Organisation => "organisation",
        Kind::Place => "place",
        Kind::Group => "group",
        Kind::Event => "event",
        Kind::Product => "product",
        Kind::Work => "work or law",
        Kind::Date => "date",
        Kind::Amount => "amount",
        Kind::Quote => "quote",
    }
}

/// How sure, in a word or three.
pub fn certainty(certainty: Certainty) -> &'static str {
    match certainty {
        Certainty::Sure => "sure",
        Certainty::Likely => "likely",
        Certainty::Check => "to be checked",
    }
}

/// "1 quote", "2 quotes".
pub fn count(number: usize, one: &str, many: &str) -> String {
    format!("{number} {}", if number == 1 { one } else { many })
}

/// What a screen reader says when an article has been read.
pub fn found(reading: &Reading) -> String {
    let counts: Vec<String> = Kind::ALL
        .into_iter()
        .map(|k| (reading.count(k), k))
        .filter(|&(number, _)| number > 0)
        .map(|(number, k)| count(number, kind(k), &kinds(k).to_lowercase()))
        .collect();
    if counts.is_empty() { NOTHING.to_owned() } else { format!("Found: {}.", counts.join(", ")) }
}

/// What was assumed of a date; empty when nothing was.
pub fn assumed(date: &DateMention) -> String {
    let parts: Vec<&str> = date
        .assumed
        .iter()
        .map(|part| match part {
            Assumed::Year => "year",
            Assumed::Month => "month",
            Assumed::Week => "week",
            Assumed::Direction => "past or future",
            Assumed::Century => "century",
        })
        .collect();
    if parts.is_empty() { String::new() } else { format!("assumed: {}", parts.join(", ")) }
}

/// The kind of a quote.
pub fn quote_kind(kind: QuoteKind) -> &'static str {
    match kind {
        QuoteKind::Direct => "direct quote",
        QuoteKind::Indirect => "indirect speech",
        QuoteKind::Mixed => "partly quoted speech",
        QuoteKind::Partial => "partial quote",
        QuoteKind::Term => "term in quotation marks",
        QuoteKind::Title => "title in quotation marks",
        QuoteKind::Nickname => "nickname",
        QuoteKind::Other => "words in quotation marks",
    }
}

/// What is odd about a quote's marks; empty when nothing is.
pub fn marks_state(marks: Marks) -> &'static str {
    match marks {
        Marks::Ok | Marks::None => "",
        Marks::Unclosed => "The quotation mark is never closed.",
        Marks::Continued => "Goes on in the next paragraph.",
        Marks::Mismatched => "Opened and closed by marks of different styles.",
        Marks::Repaired => "A quotation mark is missing or too many: where it ends is a guess.",
    }
}

/// The kind of an amount.
pub fn amount_kind(kind: AmountKind) -> &'static str {
    match kind {
        AmountKind::Money => "money",
        AmountKind::Percent => "percentage",
        AmountKind::Quantity => "quantity",
        AmountKind::Cardinal => "number",
        AmountKind::Ordinal => "place in an order",
        AmountKind::Age => "age",
    }
}

/// How an amount is modified, before its number.
pub fn amount_modifier(modifier: AmountMod) -> &'static str {
    match modifier {
        AmountMod::About => "about ",
        AmountMod::MoreThan => "more than ",
        AmountMod::LessThan => "less than ",
        AmountMod::AtLeast => "at least ",
        AmountMod::AtMost => "at most ",
    }
}

/// A role with its time: "then Prime Minister".
pub fn role(role: &Role) -> String {
    let when = match role.when {
        RoleTime::Current => return role.title.clone(),
        RoleTime::Then => "then",
        RoleTime::Former => "former",
        RoleTime::Acting => "acting",
        RoleTime::Elect => return format!("{} (elect)", role.title),
        RoleTime::Deputy => "deputy",
    };
    if role.title.to_lowercase().starts_with(when) {
        role.title.clone()
    } else {
        format!("{when} {}", role.title)
    }
}

/// The privacy line, and whether it is good news.
pub fn privacy(lock: &Lock) -> (String, bool) {
    match lock {
        Lock::Open => ("Loading; your text stays on this device".to_owned(), false),
        Lock::Locked => ("Locked: this page can no longer reach the network".to_owned(), true),
        Lock::Refused(reason) => {
            (format!("Not locked ({reason}); your text still stays on this device"), false)
        }
    }
}

/// Why the engine cannot run.
pub fn refused(engine: &Engine) -> Option<String> {
    match engine {
        Engine::Refused(reason) => Some(format!(
            "newsmark cannot read articles in this browser: {reason}. The text above is unchanged."
        )),
        Engine::Loading | Engine::Ready => None,
    }
}

/// How names are read, where there is something to say of it.
pub fn names(names: &Names, engine: &Engine) -> Option<String> {
    match names {
        _ if matches!(engine, Engine::Refused(_)) => None,
        Names::Loading => Some("A better reading of names is loading…".to_owned()),
        Names::RulesOnly(reason) => Some(format!("Names are read by rules only: {reason}")),
        Names::Learnt => None,
    }
}

/// An error in plain words.
pub fn failure(failure: &Failure) -> String {
    let what = match failure.code.as_str() {
        "too-long" => "This text is too long to read in one go. Paste a part of it.",
        "bad-date" => "The publication date is not a date of the calendar.",
        "crashed" => "The part of newsmark that reads articles stopped. Your text is still here.",
        "timeout" => "Reading took too long and was stopped. Your text is still here.",
        "file" => "This file could not be read.",
        "samples" => "The example could not be loaded.",
        _ => "The text could not be read. It is still here.",
    };
    if failure.message.is_empty() {
        what.to_owned()
    } else {
        format!("{what} ({})", failure.message)
    }
}

/// Where the publication date comes from, after the date itself.
pub fn published_from(from: Found, first_line: bool) -> &'static str {
    match (from, first_line) {
        (Found::Given, _) => "as you gave it",
        (Found::Found, true) => "found in the first line",
        (Found::Found, false) => "found in the text",
        (Found::Solved, _) => "the only day that fits the weekdays and dates in the text",
        (Found::None, _) => "",
    }
}

/// The name of a language by its code; the code itself for one not in the list.
pub fn language(code: &str) -> &str {
    match code {
        "de" => "German",
        "fr" => "French",
        "es" => "Spanish",
        "it" => "Italian",
        "pt" => "Portuguese",
        "nl" => "Dutch",
        "sv" => "Swedish",
        "da" => "Danish",
        "no" | "nb" | "nn" => "Norwegian",
        "fi" => "Finnish",
        "pl" => "Polish",
        "cs" => "Czech",
        "ro" => "Romanian",
        "tr" => "Turkish",
        "id" => "Indonesian",
        "ru" => "Russian",
        "uk" => "Ukrainian",
        "el" => "Greek",
        "ar" => "Arabic",
        "he" => "Hebrew",
        "hi" => "Hindi",
        "ja" => "Japanese",
        "ko" => "Korean",
        "zh" => "Chinese",
        other => other,
    }
}

/// The banner over a text in another language.
pub fn other_language(code: &str) -> String {
    format!(
        "This text seems to be {}. newsmark reads names and dates in words in English only; here it \
         marks dates in ISO form, amounts and quotation marks.",
        language(code)
    )
}

/// "2 of 5", for the second.
pub fn at(index: usize, all: usize) -> String {
    format!("{} of {all}", index + 1)
}

/// The article in numbers.
pub fn in_numbers(words: u32, sentences: u32, minutes: u32) -> String {
    format!(
        "{}, {}, {minutes} min to read",
        count(words as usize, "word", "words"),
        count(sentences as usize, "sentence", "sentences")
    )
}

/// Per mille as per cent.
pub fn percent(per_mille: u32) -> String {
    format!("{} %", (per_mille + 5) / 10)
}

/// What the timeline's picture shows.
pub fn timeline_said(times: usize, first: &str, last: &str) -> String {
    format!(
        "{}, from {first} to {last}; the list below has them all",
        count(times, "time", "times")
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_page_begins_with_the_same_words() {
        let page =
            include_str!("../../index.html").split_whitespace().collect::<Vec<_>>().join(" ");
        let (loading, _) = privacy(&Lock::Open);
        for words in [NAME, TITLE_EMPTY, INTRODUCTION, FIELD, PLACEHOLDER, &loading] {
            assert!(page.contains(words), "{words}");
        }
    }
}
