//! Every word that the page itself says, in one place and in every language of the page.

pub mod card;
mod checks;
pub mod compare;
pub mod date;
mod fate;
pub mod fix;
pub mod formats;
pub mod help;
mod other;
pub mod panel;
pub mod shelf;
pub mod take;
mod values;
pub mod when;
mod word;

pub use checks::{check, check_said, checked, left};
pub use fate::{failure, names, privacy, refused, too_large};
pub use other::other_language;
pub use values::{date_value, mark_kind, mark_said, mark_value, speaker};
pub use word::{Language, Noun, Word, either, english, grouped};

#[cfg(test)]
pub(crate) use word::in_each;
use word::{count, word};

use super::model::{Kind, Reading};
use crate::report::{
    AmountKind, AmountMod, Assumed, Certainty, DateMention, Found, Marks, QuoteKind, Role, RoleTime,
};

/// The page's name.
pub const NAME: &str = "newsmark";
/// The heading of the page before there is an article.
pub const TITLE_EMPTY: Word = word!("Paste a news article", "Artikel einfügen");
/// What the page does, and what it does not.
pub const INTRODUCTION: Word = word!(
    "Its people, organisations, places, dates, amounts and quotes are marked, with who \
     said what and which day is meant. Nothing is looked up and nothing is judged: what \
     the text leaves open stays open.",
    "Personen, Organisationen, Orte, Zeitangaben, Zahlen und Zitate werden markiert, \
     dazu, wer was gesagt hat und welcher Tag gemeint ist. Nichts wird nachgeschlagen, \
     nichts bewertet: Was der Text offenlässt, bleibt offen.",
);
/// The text field's name.
pub const FIELD: Word = word!("Article text", "Artikeltext");
/// Inside the empty text field.
pub const PLACEHOLDER: Word = word!(
    "Paste or type an article, or drop a .txt, .md or .html file here",
    "Artikel einfügen, schreiben oder als .txt-, .md- oder .html-Datei hierher ziehen",
);
/// The button that loads a file.
pub const CHOOSE_FILE: Word = word!("Choose a file", "Datei wählen");
/// Before the buttons of the samples.
pub const TRY_EXAMPLE: Word = word!("Try an example", "Beispiel öffnen");
/// The field of the publication date.
pub const PUBLISHED_ON: Word = word!("Published on", "Erschienen am");
/// Opens the text field.
pub const EDIT: Word = word!("Edit the text", "Text bearbeiten");
/// Folds the text field away.
pub const DONE: Word = word!("Done", "Fertig");
/// Empties the text field.
pub const CLEAR: Word = word!("Clear", "Leeren");
/// While an answer is under way.
pub const BUSY: Word = word!("Reading…", "Wird gelesen …");
/// While the engine is under way.
pub const LOADING: Word = word!(
    "The engine is still loading. Your text is read as soon as it is there.",
    "Das Programm lädt noch. Ihr Text wird gelesen, sobald es da ist.",
);
/// In the sidebar's place, while it is under way.
pub const COMING: Word = word!("The summary is still loading.", "Der Überblick lädt noch.");
/// In the sidebar's place, where it did not come.
pub const MISSING: Word = word!(
    "The summary could not be loaded. Copy your text, then reload the page to try again.",
    "Der Überblick konnte nicht geladen werden. Kopieren Sie Ihren Text und laden Sie die Seite \
     dann neu.",
);
/// Beside what was found, where what corrects it did not come.
pub const LACKING: Word = word!(
    "What corrects and exports could not be loaded. Copy your text, then reload the page to try again.",
    "Was berichtigt und ausgibt, konnte nicht geladen werden. Kopieren Sie Ihren Text und laden Sie \
     die Seite dann neu.",
);
/// Asks again.
pub const RETRY: Word = word!("Try again", "Noch einmal versuchen");
/// The halves of a narrow window.
pub const TAB_ARTICLE: Word = word!("Article", "Artikel");
/// The halves of a narrow window.
pub const TAB_SUMMARY: Word = word!("Summary", "Überblick");
/// Names the row of kind buttons.
pub const KINDS: Word = word!("Marks shown in the text", "Im Text gezeigte Markierungen");
/// Restores a block.
pub const USE_IT: Word = word!("Use it", "Mitlesen");
/// Before the reason why a block is dimmed.
pub const NOT_ARTICLE: Word = word!("Not part of the article", "Nicht Teil des Artikels");
/// Below a block with more marks than are drawn.
pub const MORE_MARKS: Word = word!(
    "This paragraph has too many marks to draw all: the rest are in the sidebar only.",
    "Dieser Absatz hat zu viele Markierungen: die übrigen stehen nur in der Seitenleiste."
);
/// The annotated text's name.
pub const ARTICLE: Word = word!("Annotated article", "Artikel mit Markierungen");
/// Nothing was found.
pub const NOTHING: Word = word!(
    "Nothing was found in this text: no names, dates, amounts or quotes that newsmark \
     knows how to read.",
    "In diesem Text wurde nichts gefunden: keine Namen, Zeitangaben, Zahlen oder Zitate, \
     die newsmark lesen kann.",
);
/// Closes the card.
pub const CLOSE: Word = word!("Close", "Schließen");
/// The theme buttons, in the order of [`crate::app`]'s themes.
pub const THEMES: [(&str, Word); 3] = [
    ("auto", word!("Auto", "Auto")),
    ("light", word!("Light", "Hell")),
    ("dark", word!("Dark", "Dunkel")),
];
/// Names the theme buttons.
pub const THEME: Word = word!("Colours", "Farben");
/// Names the buttons of the other languages.
pub const LANGUAGE: Word = word!("Language", "Sprache");
/// The help page.
pub const HELP_PAGE: Word = word!("help.html", "help.de.html");
/// Leads to the help page, in a tab of its own.
pub const HELP: Word = word!("Help", "Hilfe");
/// Keyboard help, for screen readers.
pub const KEYS: Word = word!(
    "Arrow keys go from mark to mark, Enter opens one, Escape closes it; a question mark \
     lists all keys.",
    "Mit den Pfeiltasten geht es von Markierung zu Markierung, die Eingabetaste öffnet \
     eine, Escape schließt sie; das Fragezeichen zeigt alle Tasten.",
);
/// A speaker that is not decided.
pub const UNDECIDED: Word = word!("Undecided", "Offen");
/// What articles are made of.
pub const WORDS: Noun = Noun(word!("word", "Wort"), word!("words", "Wörter"));
const SENTENCES: Noun = Noun(word!("sentence", "Satz"), word!("sentences", "Sätze"));
const TIMES: Noun = Noun(word!("time", "Zeitangabe"), word!("times", "Zeitangaben"));

/// Shows the rest of a list.
pub fn all(count: usize) -> String {
    word!("Show all {0}", "Alle {0} zeigen").with(&[&grouped(&count.to_string())])
}

/// Whether the marks can be seen, for screen readers.
pub fn hidden(hidden: bool) -> &'static str {
    const HIDDEN: Word = word!("Marks are hidden", "Markierungen sind ausgeblendet");
    const SHOWN: Word = word!("Marks are shown", "Markierungen sind eingeblendet");
    if hidden { HIDDEN.get() } else { SHOWN.get() }
}

/// The plural name of a kind.
pub fn kinds(kind: Kind) -> &'static str {
    let word = match kind {
        Kind::Person => word!("People", "Personen"),
        Kind::Organisation => word!("Organisations", "Organisationen"),
        Kind::Place => word!("Places", "Orte"),
        Kind::Group => word!("Groups", "Gruppen"),
        Kind::Event => word!("Events", "Ereignisse"),
        Kind::Product => word!("Products", "Produkte"),
        Kind::Work => word!("Works and laws", "Werke und Gesetze"),
        Kind::Date => word!("Dates", "Zeitangaben"),
        Kind::Amount => word!("Amounts", "Zahlenangaben"),
        Kind::Quote => word!("Quotes", "Zitate"),
    };
    word.get()
}

/// The singular name of a kind.
pub fn kind(kind: Kind) -> &'static str {
    let word = match kind {
        Kind::Person => word!("person", "Person"),
        Kind::Organisation => word!("organisation", "Organisation"),
        Kind::Place => word!("place", "Ort"),
        Kind::Group => word!("group", "Gruppe"),
        Kind::Event => word!("event", "Ereignis"),
        Kind::Product => word!("product", "Produkt"),
        Kind::Work => word!("work or law", "Werk oder Gesetz"),
        Kind::Date => word!("date", "Zeitangabe"),
        Kind::Amount => word!("amount", "Zahlenangabe"),
        Kind::Quote => word!("quote", "Zitat"),
    };
    word.get()
}

/// How sure, in a word or three.
pub fn certainty(certainty: Certainty) -> &'static str {
    let word = match certainty {
        Certainty::Sure => word!("sure", "sicher"),
        Certainty::Likely => word!("likely", "wahrscheinlich"),
        Certainty::Check => word!("to be checked", "zu prüfen"),
    };
    word.get()
}

/// What a screen reader says when an article has been read.
pub fn found(reading: &Reading) -> String {
    // German nouns keep their capitals.
    let within = |words: &str| match Language::spoken() {
        Language::English => words.to_lowercase(),
        Language::German => words.to_owned(),
    };
    let counts: Vec<String> = Kind::ALL
        .into_iter()
        .map(|k| (reading.count(k), k))
        .filter(|&(number, _)| number > 0)
        .map(|(number, k)| count(number, kind(k), &within(kinds(k))))
        .collect();
    if counts.is_empty() {
        NOTHING.get().to_owned()
    } else {
        word!("Found: {0}.", "Gefunden: {0}.").with(&[&counts.join(", ")])
    }
}

/// What was assumed of a date; empty when nothing was.
pub fn assumed(date: &DateMention) -> String {
    let parts: Vec<&str> = date
        .assumed
        .iter()
        .map(|part| {
            let word = match part {
                Assumed::Year => word!("year", "Jahr"),
                Assumed::Month => word!("month", "Monat"),
                Assumed::Week => word!("week", "Woche"),
                Assumed::Direction => word!("past or future", "Vergangenheit oder Zukunft"),
                Assumed::Century => word!("century", "Jahrhundert"),
            };
            word.get()
        })
        .collect();
    if parts.is_empty() {
        return String::new();
    }
    word!("assumed: {0}", "angenommen: {0}").with(&[&parts.join(", ")])
}

/// The kind of a quote.
pub fn quote_kind(kind: QuoteKind) -> &'static str {
    let word = match kind {
        QuoteKind::Direct => word!("direct quote", "wörtliches Zitat"),
        QuoteKind::Indirect => word!("indirect speech", "indirekte Rede"),
        QuoteKind::Mixed => word!("partly quoted speech", "teils wörtliche Rede"),
        QuoteKind::Partial => word!("partial quote", "Teilzitat"),
        QuoteKind::Term => word!("term in quotation marks", "Begriff in Anführungszeichen"),
        QuoteKind::Title => word!("title in quotation marks", "Titel in Anführungszeichen"),
        QuoteKind::Nickname => word!("nickname", "Beiname"),
        QuoteKind::Other => word!("words in quotation marks", "Wörter in Anführungszeichen"),
    };
    word.get()
}

/// What is odd about a quote's marks; empty when nothing is.
pub fn marks_state(marks: Marks) -> &'static str {
    let word = match marks {
        Marks::Ok | Marks::None => return "",
        Marks::Unclosed => word!(
            "The quotation mark is never closed.",
            "Das Anführungszeichen wird nie geschlossen.",
        ),
        Marks::Continued => {
            word!("Goes on in the next paragraph.", "Geht im nächsten Absatz weiter.")
        }
        Marks::Mismatched => word!(
            "Opened and closed by marks of different styles.",
            "Anführungszeichen verschiedener Art am Anfang und am Ende.",
        ),
        Marks::Repaired => word!(
            "A quotation mark is missing or too many: where it ends is a guess.",
            "Ein Anführungszeichen fehlt oder ist zu viel: Wo das Zitat endet, ist geraten.",
        ),
    };
    word.get()
}

/// The kind of an amount.
pub fn amount_kind(kind: AmountKind) -> &'static str {
    let word = match kind {
        AmountKind::Money => word!("money", "Geld"),
        AmountKind::Percent => word!("percentage", "Prozentangabe"),
        AmountKind::Quantity => word!("quantity", "Maßangabe"),
        AmountKind::Cardinal => word!("number", "Zahl"),
        AmountKind::Ordinal => word!("place in an order", "Platz in einer Reihe"),
        AmountKind::Age => word!("age", "Alter"),
    };
    word.get()
}

/// How an amount is modified, before its number.
pub fn amount_modifier(modifier: AmountMod) -> &'static str {
    let word = match modifier {
        AmountMod::About => word!("about ", "etwa "),
        AmountMod::MoreThan => word!("more than ", "mehr als "),
        AmountMod::LessThan => word!("less than ", "weniger als "),
        AmountMod::AtLeast => word!("at least ", "mindestens "),
        AmountMod::AtMost => word!("at most ", "höchstens "),
    };
    word.get()
}

/// A currency's sign that several countries have.
pub fn whose(sign: &str) -> String {
    word!("{0} (which is not said)", "{0} (Währung offen)").with(&[sign])
}

/// By what something is counted.
pub fn per(what: &str) -> String {
    let what = when::unit_word(what).unwrap_or(what);
    word!("per {0}", "pro {0}").with(&[what])
}

/// A role with its time: "then Prime Minister". The role is said as the article says it.
pub fn role(role: &Role) -> String {
    let (english, when) = match role.when {
        RoleTime::Current => return role.title.clone(),
        RoleTime::Then => ("then", word!("then {0}", "damals {0}")),
        RoleTime::Former => ("former", word!("former {0}", "früher {0}")),
        RoleTime::Acting => ("acting", word!("acting {0}", "kommissarisch {0}")),
        RoleTime::Elect => ("", word!("{0} (elect)", "{0} (gewählt, nicht im Amt)")),
        RoleTime::Deputy => ("deputy", word!("deputy {0}", "stellvertretend {0}")),
    };
    if !english.is_empty() && role.title.to_lowercase().starts_with(english) {
        role.title.clone()
    } else {
        when.with(&[&role.title])
    }
}

/// Where the publication date comes from, after the date itself.
pub fn published_from(from: Found, first_line: bool) -> &'static str {
    let word = match (from, first_line) {
        (Found::Given, _) => word!("as you gave it", "von Ihnen angegeben"),
        (Found::Found, true) => word!("found in the first line", "in der ersten Zeile gefunden"),
        (Found::Found, false) => word!("found in the text", "im Text gefunden"),
        (Found::Solved, _) => word!(
            "the only day that fits the weekdays and dates in the text",
            "der einzige Tag, der zu den Wochentagen und Daten im Text passt",
        ),
        (Found::None, _) => return "",
    };
    word.get()
}

/// "2 of 5", for the second.
pub fn at(index: usize, all: usize) -> String {
    let at = [index + 1, all].map(|number| grouped(&number.to_string()));
    word!("{0} of {1}", "{0} von {1}").with(&[&at[0], &at[1]])
}

/// The article in numbers.
pub fn in_numbers(words: u32, sentences: u32, minutes: u32) -> String {
    word!("{0}, {1}, {2} min to read", "{0}, {1}, {2} Min. Lesezeit").with(&[
        &WORDS.counted(words as usize),
        &SENTENCES.counted(sentences as usize),
        &minutes.to_string(),
    ])
}

/// Per mille as per cent.
pub fn percent(per_mille: u32) -> String {
    format!("{} %", (per_mille + 5) / 10)
}

/// What the timeline's picture shows.
pub fn timeline_said(times: usize, first: &str, last: &str) -> String {
    word!(
        "{0}, from {1} to {2}; the list below has them all",
        "{0}, von {1} bis {2}; die Liste darunter enthält alle",
    )
    .with(&[&TIMES.counted(times), first, last])
}

#[cfg(test)]
mod tests;
