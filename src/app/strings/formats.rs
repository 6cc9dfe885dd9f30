//! Formats of other programs, and the headings of what is exported.

use super::{Word, grouped, kinds, word};
use crate::{
    app::model::Kind,
    export::{Format, Words},
};

/// The name of a format: names of things, the same in every language.
pub fn name(format: Format) -> &'static str {
    match format {
        Format::Html => "HTML",
        Format::Markdown => "Markdown",
        Format::Csv => "CSV",
        Format::Json => "JSON",
        Format::JsonLines => "JSON Lines",
        Format::WebAnnotation => "Web Annotation",
        Format::TimeMl => "TimeML",
        Format::Conll => "CoNLL",
        Format::Spacy => "spaCy",
        Format::Brat => "brat",
        Format::ICalendar => "iCalendar",
        Format::TimelineJs => "TimelineJS",
    }
}

/// What it is for, and what it has no place for.
pub fn about(format: Format) -> Word {
    match format {
        Format::Html => word!(
            "the whole text with its marks and a summary, to read and to print",
            "der ganze Text mit Markierungen und Überblick, zum Lesen und Drucken",
        ),
        Format::Markdown => word!(
            "key sentences, names, dates, quotes and the text, for notes; without amounts",
            "Kernsätze, Namen, Zeitangaben, Zitate und der Text, für Notizen; ohne Zahlenangaben",
        ),
        Format::Csv => word!(
            "one row for each mark, for spreadsheets; without key sentences",
            "eine Zeile je Markierung, für Tabellenprogramme; ohne Kernsätze",
        ),
        Format::Json => word!(
            "all that was found, for programs; without the text",
            "alles Gefundene, für Programme; ohne den Text",
        ),
        Format::JsonLines => word!(
            "the same on one line, for many articles; without the text",
            "dasselbe auf einer Zeile, für viele Artikel; ohne den Text",
        ),
        Format::WebAnnotation => word!(
            "all marks as W3C annotations, for annotation tools; without the text",
            "alle Markierungen als W3C-Annotationen, für Annotationsprogramme; ohne den Text",
        ),
        Format::TimeMl => word!(
            "the text with its dates, for research; without all else",
            "der Text mit seinen Zeitangaben, für die Forschung; ohne alles andere",
        ),
        Format::Conll => word!(
            "words with the names they belong to, for training; without dates and quotes",
            "Wörter mit ihren Namen, zum Trainieren; ohne Zeitangaben und Zitate",
        ),
        Format::Spacy => word!(
            "a document of spaCy, which displaCy draws",
            "ein Dokument für spaCy, das displaCy zeichnet",
        ),
        Format::Brat => word!(
            "two files for the annotation tool brat; without other readings",
            "zwei Dateien für das Annotationsprogramm brat; ohne andere Lesarten",
        ),
        Format::ICalendar => word!(
            "the days of the article, for calendars; without what is coarser than a day",
            "die Tage des Artikels, für Kalender; ohne alles, was gröber als ein Tag ist",
        ),
        Format::TimelineJs => word!(
            "the timeline, for Knight Lab’s TimelineJS; without lengths of time",
            "die Zeitleiste, für TimelineJS vom Knight Lab; ohne Zeitdauern",
        ),
    }
}

/// What was left out of an export, by reason; empty where nothing was.
pub fn left_out(reasons: &[(&'static str, usize)]) -> String {
    const LEFT_OUT: Word = word!("Left out: {0}.", "Weggelassen: {0}.");
    if reasons.is_empty() {
        return String::new();
    }
    let parts: Vec<String> = reasons
        .iter()
        .map(|(reason, number)| [&grouped(&number.to_string()), " ", why(reason)].concat())
        .collect();
    LEFT_OUT.with(&[&parts.join(", ")])
}

fn why(reason: &str) -> &'static str {
    let word = match reason {
        "too-coarse" => word!("coarser than a day", "gröber als ein Tag"),
        "no-day" => word!("without a day of the calendar", "ohne Kalendertag"),
        "not-a-point" => word!("a length or a repetition", "Dauer oder Wiederholung"),
        "inexact" => word!("open or not exact", "offen oder ungenau"),
        "repeated" => word!("told before in the same words", "schon mit denselben Worten gesagt"),
        "published" => word!("the publication date itself", "das Erscheinungsdatum selbst"),
        "overlaps" => word!("inside of or across another mark", "in oder quer zu einer anderen"),
        _ => word!("without a place in the text", "ohne Stelle im Text"),
    };
    word.get()
}

/// What exports say in the page's language.
pub fn headings() -> Words {
    let kinds = [
        Kind::Person,
        Kind::Organisation,
        Kind::Place,
        Kind::Group,
        Kind::Event,
        Kind::Product,
        Kind::Work,
    ]
    .map(kinds);
    Words {
        language: super::Language::spoken().code(),
        untitled: super::shelf::UNTITLED.get(),
        published: word!("Published", "Erschienen").get(),
        not_known: word!("not known", "nicht bekannt").get(),
        source: word!("Source", "Quelle").get(),
        text: word!("Text of the article", "Text").get(),
        key_sentences: word!("Key sentences", "Kernsätze").get(),
        kinds,
        dates: super::kinds(Kind::Date),
        amounts: super::kinds(Kind::Amount),
        quotes: super::kinds(Kind::Quote),
        check: word!("Look at twice", "Zu prüfen").get(),
        unattributed: word!("Not attributed", "Ohne Zuschreibung").get(),
        or: word!(" or ", " oder ").get(),
        uncertain: word!("uncertain", "unsicher").get(),
        within: word!("in ", "in: ").get(),
        made_with: word!("Marked with", "Markiert mit").get(),
    }
}
