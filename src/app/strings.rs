//! Every word that the page itself says, in one place.

use super::{
    model::{Kind, Mark, Of, Reading, excerpt::excerpt, when},
    state::{Engine, Failure, Lock},
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
/// Empties the page.
pub const CLEAR: &str = "New article";
/// While an answer is under way.
pub const BUSY: &str = "Reading…";
/// While the engine is under way.
pub const LOADING: &str = "The engine is still loading. Your text is read as soon as it is there.";
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
/// The headline of an article that has none.
pub const UNTITLED: &str = "Annotated article";
/// Nothing was found.
pub const NOTHING: &str = "Nothing was found in this text: no names, dates, amounts or quotes that \
    newsmark knows how to read.";
/// Closes the card.
pub const CLOSE: &str = "Close";
/// The theme buttons, in the order of [`crate::app`]'s themes.
pub const THEMES: [(&str, &str); 3] = [("auto", "Auto"), ("light", "Light"), ("dark", "Dark")];
/// Names the theme buttons.
pub const THEME: &str = "Colours";
/// Keyboard help, for screen readers and the curious.
pub const KEYS: &str = "Arrow keys or n and p go from mark to mark, Enter opens one, s goes to its \
    line in the summary and back, Escape closes.";
/// A speaker that is not decided.
pub const UNDECIDED: &str = "Undecided";

/// Titles of the sidebar's panels.
pub mod panel {
    /// The article in numbers.
    pub const SUMMARY: &str = "Summary";
    /// What to look at twice.
    pub const CHECKS: &str = "Check these";
    /// Dates in order.
    pub const TIMELINE: &str = "Timeline";
    /// Dates without a place in the calendar.
    pub const NOT_PLACED: &str = "Not placed";
    /// Who said how much.
    pub const QUOTES: &str = "Quotes by speaker";
    /// What the bars mean.
    pub const SHARE: &str = "share of quoted words";
    /// In quotation marks, but nobody says it.
    pub const TERMS: &str = "Terms, titles and nicknames";
    /// Numbers.
    pub const AMOUNTS: &str = "Amounts";
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

/// What a screen reader says of the mark that the keyboard stands on.
pub fn mark_said(reading: &Reading, at: usize) -> String {
    let Some(mark) = reading.marks.get(at) else { return String::new() };
    let value = mark_value(reading, mark);
    let words = excerpt(&reading.words(at), 80);
    let value =
        if value.is_empty() || value == words { String::new() } else { format!(", {value}") };
    format!("{}: {words}{value}, {}", mark_kind(reading, mark), certainty(mark.certainty))
}

/// What a mark is, more closely than its kind where the report says so.
pub fn mark_kind(reading: &Reading, mark: &Mark) -> &'static str {
    let report = &reading.report;
    match mark.of {
        Of::Quote(i) => report.quotes.get(i).map_or("quote", |quote| quote_kind(quote.kind)),
        Of::Amount(i) => report.amounts.get(i).map_or("amount", |amount| amount_kind(amount.kind)),
        Of::Mention(_) | Of::Date(_) => kind(mark.kind),
    }
}

/// What a mark stands for: the entity's name, the day, the number, the speaker.
pub fn mark_value(reading: &Reading, mark: &Mark) -> String {
    let report = &reading.report;
    match mark.of {
        Of::Mention(i) => {
            report.mentions.get(i).map_or_else(String::new, |mention| match &mention.entity {
                Some(id) => reading.name(id).to_owned(),
                None => either(mention.candidates.iter().map(|c| reading.name(&c.entity))),
            })
        }
        Of::Date(i) => report.dates.get(i).map(date_value).unwrap_or_default(),
        Of::Amount(i) => {
            report.amounts.get(i).map(super::model::amount::in_words).unwrap_or_default()
        }
        Of::Quote(i) => {
            report.quotes.get(i).map(|quote| speaker(reading, quote)).unwrap_or_default()
        }
    }
}

/// Who said it: the speaker, the candidates, or that the text does not say.
pub fn speaker(reading: &Reading, quote: &crate::report::Quote) -> String {
    match &quote.speaker {
        Some(speaker) => reading.name(&speaker.entity).to_owned(),
        None if quote.candidates.is_empty() => String::new(),
        None => either(quote.candidates.iter().map(|c| reading.name(&c.entity))),
    }
}

/// "A or B".
pub fn either<'a>(names: impl Iterator<Item = &'a str>) -> String {
    names.collect::<Vec<_>>().join(" or ")
}

/// A date's value in words, with how it is modified.
pub fn date_value(date: &DateMention) -> String {
    let words = when::in_words(&date.timex.value);
    match date.timex.modifier {
        Some(modifier) => format!("{} {words}", when::modifier(modifier)),
        None => words,
    }
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

/// The date bar.
pub mod date {
    /// Its name.
    pub const BAR: &str = "Publication date";
    /// Before the date.
    pub const PUBLISHED: &str = "Published";
    /// Opens the field.
    pub const CHANGE: &str = "Change";
    /// Opens the field when there is no date yet.
    pub const ANOTHER: &str = "Another date";
    /// Takes the given date back.
    pub const FROM_TEXT: &str = "Take it from the text";
    /// Goes to where the date stands.
    pub const SHOW: &str = "Show";
    /// There is none.
    pub const NO_DATE: &str = "No publication date.";
    /// Before the days that fit.
    pub const CANDIDATES: &str = "These days fit the weekdays and dates in the text:";
    /// There is none, and no day stands out.
    pub const NONE: &str =
        "No publication date found: dates such as “on Monday” stay open until you give one.";
    /// Chooses none.
    pub const LEAVE_OPEN: &str = "Leave open";
    /// None was chosen.
    pub const LEFT_OPEN: &str = "Publication date left open: so are the dates that depend on it.";
}

/// The card of a mark.
pub mod card {
    /// Its name.
    pub const NAME: &str = "Selected mark";
    /// The value's row.
    pub const VALUE: &str = "Means";
    /// A date's machine form.
    pub const ISO: &str = "ISO value";
    /// The days covered.
    pub const RANGE: &str = "Days";
    /// Other readings.
    pub const OTHERWISE: &str = "Or";
    /// Roles.
    pub const ROLE: &str = "Role";
    /// Other forms in the text.
    pub const ALIASES: &str = "Also";
    /// Who said it.
    pub const SPEAKER: &str = "Said by";
    /// The reporting verb.
    pub const CUE: &str = "Cue";
    /// The state of the marks.
    pub const MARKS: &str = "Marks";
    /// What a capital stands for.
    pub const ACTS_AS: &str = "Stands for";
    /// How sure.
    pub const CERTAINTY: &str = "Certainty";
    /// The reason.
    pub const WHY: &str = "Why";
    /// Before a button that goes to the sidebar.
    pub const IN_SUMMARY: &str = "In the summary";
    /// A capital or house that stands for its government.
    pub const GOVERNMENT: &str = "its government";
    /// A speaker that the text does not give.
    pub const NOT_SAID: &str = "the text does not say";
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
