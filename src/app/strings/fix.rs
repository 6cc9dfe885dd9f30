//! What readers correct.

use super::{Noun, Word, kind, quote_kind, word};
use crate::{
    app::model,
    corrections::{Correction, Kind, Lost, Op, Refused, Who},
    report::EntityType,
};

/// Names the card's buttons.
pub const ACTIONS: Word = word!("Correct this mark", "Diese Markierung berichtigen");
/// The mark is right.
pub const RIGHT: Word = word!("Right", "Stimmt");
/// The mark is nothing of the kind.
pub const WRONG: Word = word!("Wrong", "Falsch");
/// Opens the kinds.
pub const TYPE: Word = word!("Change type", "Art ändern");
/// Opens the field of a value.
pub const VALUE: Word = word!("Change value", "Wert ändern");
/// Opens the field of a name.
pub const NAME: Word = word!("Change name", "Namen ändern");
/// Opens the list of entities.
pub const SAME: Word = word!("Same as…", "Gehört zu …");
/// A mention is somebody else.
pub const SPLIT: Word = word!("Not the same", "Gehört nicht dazu");
/// Opens the edges.
pub const EDGES: Word = word!("Edit edges", "Grenzen ändern");
/// Opens the list of speakers.
pub const SPEAKER: Word = word!("Who said it", "Wer es sagt");
/// Puts a name on the list.
pub const LEARN: Word = word!("Add to my list", "In meine Liste");
/// Puts words on the other list.
pub const IGNORE: Word = word!("Never mark this", "Nie markieren");
/// Drops a block.
pub const ASIDE: Word = word!("Not part of the article", "Nicht Teil des Artikels");
/// Saves a field.
pub const SAVE: Word = word!("Save", "Übernehmen");
/// Closes a menu.
pub const BACK: Word = word!("Back", "Zurück");
/// A quote's speaker is not known.
pub const NOBODY: Word = word!("Nobody known", "Niemand Bekanntes");
/// The field for a speaker whom the text does not name.
pub const SOMEBODY: Word = word!("Somebody else, by name", "Jemand anderes, mit Namen");
/// There is nobody else to choose.
pub const NO_OTHER: Word =
    word!("There is no other of this type.", "Sonst gibt es keine dieser Art.");
/// Names the two groups of edge buttons.
pub const LEFT: Word = word!("Beginning", "Anfang");
/// Names the two groups of edge buttons.
pub const END: Word = word!("End", "Ende");
/// An edge goes outwards by a word.
pub const MORE_WORD: Word = word!("one word more", "ein Wort mehr");
/// An edge goes inwards by a word.
pub const LESS_WORD: Word = word!("one word less", "ein Wort weniger");
/// An edge goes outwards by a character.
pub const MORE_LETTER: Word = word!("one character more", "ein Zeichen mehr");
/// An edge goes inwards by a character.
pub const LESS_LETTER: Word = word!("one character less", "ein Zeichen weniger");
/// The field of a date.
pub const DATE_FIELD: Word =
    word!("Day, month or year: 2021-10-04", "Tag, Monat oder Jahr: 2021-10-04");
/// The field of an amount.
pub const AMOUNT_FIELD: Word = word!("Number, with its unit: 3.5 USD", "Zahl mit Einheit: 3.5 USD");
/// The field of a name.
pub const NAME_FIELD: Word = word!("Full name", "Voller Name");
/// The card of chosen words.
pub const NEW: Word = word!("New mark", "Neue Markierung");
/// Before there are chosen words.
pub const CARET: Word = word!(
    "Choosing words: arrow keys move, Shift with them selects, a digit marks, Escape leaves.",
    "Wörter wählen: Pfeiltasten bewegen, mit Umschalt wird ausgewählt, eine Ziffer markiert, \
     Escape beendet.",
);
/// The panel.
pub const PANEL: Word = word!("Your corrections", "Ihre Berichtigungen");
/// A heading in the panel.
pub const LIST: Word = word!("Your list, for all articles", "Ihre Liste, für alle Artikel");
/// A string of the list.
pub const NEVER: Word = word!("never marked", "nie markiert");
/// Takes a correction out.
pub const TAKE_BACK: Word = word!("Take back", "Zurücknehmen");
/// A correction was taken out.
pub const TAKEN_BACK: Word = word!("Taken back", "Zurückgenommen");
/// Takes something off the list.
pub const REMOVE: Word = word!("Remove", "Entfernen");
/// A correction whose words stand elsewhere.
pub const MOVED: Word = word!("found at another place", "an anderer Stelle gefunden");
/// What is corrected.
pub const CORRECTIONS: Noun =
    Noun(word!("correction", "Berichtigung"), word!("corrections", "Berichtigungen"));

/// Takes the last step back, with how many there are.
pub fn undo(count: usize) -> String {
    word!("Undo ({0})", "Rückgängig ({0})").with(&[&count.to_string()])
}

/// Does it again.
pub fn redo(count: usize) -> String {
    word!("Redo ({0})", "Wiederholen ({0})").with(&[&count.to_string()])
}

/// The switch for all of the same words.
pub fn all(count: usize) -> String {
    word!("All {0} of these", "Alle {0} davon").with(&[&count.to_string()])
}

/// The switch for all that an entity is called by.
pub fn all_of(count: usize, name: &str) -> String {
    word!("All {0} of {1}", "Alle {0} von {1}").with(&[&count.to_string(), name])
}

/// How many corrections have lost their words.
pub fn lost_count(count: usize) -> String {
    word!("{0} without a place", "{0} ohne Stelle").with(&[&count.to_string()])
}

/// The switch was turned, for screen readers.
pub fn all_said(all: bool) -> &'static str {
    let word = if all {
        word!("For all of these", "Für alle davon")
    } else {
        word!("For this one only", "Nur für diese Stelle")
    };
    word.get()
}

/// Something was undone or done again.
pub fn turned(back: bool, left: usize) -> String {
    let word = if back {
        word!("Undone. {0}.", "Rückgängig gemacht. {0}.")
    } else {
        word!("Done again. {0}.", "Wiederholt. {0}.")
    };
    word.with(&[&CORRECTIONS.counted(left)])
}

/// There is nothing to undo or to do again.
pub fn nothing(back: bool) -> &'static str {
    let word = if back {
        word!("Nothing to undo", "Nichts rückgängig zu machen")
    } else {
        word!("Nothing to do again", "Nichts zu wiederholen")
    };
    word.get()
}

/// The date was given or taken back.
pub fn published(day: Option<&str>) -> String {
    match day {
        Some(day) => {
            word!("Published {0}", "Erschienen am {0}").with(&[&model::when::in_words(day)])
        }
        None => word!("Date taken back", "Datum zurückgenommen").get().to_owned(),
    }
}

/// Words are on a list now.
pub fn listed(name: bool, words: &str) -> String {
    let word = if name {
        word!("On your list: {0}", "In Ihrer Liste: {0}")
    } else {
        word!("Never marked: {0}", "Nie markiert: {0}")
    };
    word.with(&[words])
}

/// Words are off the list.
pub fn unlisted(words: &str) -> String {
    word!("Removed: {0}", "Entfernt: {0}").with(&[words])
}

/// The kind that a correction gives.
fn kind_of(to: Kind) -> &'static str {
    let of = |class: &str| model::Kind::ALL.into_iter().find(|kind| kind.class() == class);
    match to {
        Kind::Name(name) => of(EntityType::name(name)).map_or("", kind),
        Kind::Date => kind(model::Kind::Date),
        Kind::Amount(None) => kind(model::Kind::Amount),
        Kind::Amount(Some(of)) => super::amount_kind(of),
        Kind::Quote(None) => kind(model::Kind::Quote),
        Kind::Quote(Some(of)) => quote_kind(of),
    }
}

/// What a correction says, without the words that it is about.
pub fn what(correction: &Correction) -> String {
    let told = |word: Word, what: &str| word.with(&[what]);
    match &correction.op {
        Op::Confirm => RIGHT.get().to_owned(),
        Op::Delete => WRONG.get().to_owned(),
        Op::Retype(to) => told(word!("Is: {0}", "Ist: {0}"), kind_of(*to)),
        Op::Add { kind, .. } => told(word!("New: {0}", "Neu: {0}"), kind_of(*kind)),
        Op::Resize(to) => told(word!("Is all of: {0}", "Ist insgesamt: {0}"), &to.exact),
        Op::Merge(into) => told(word!("Same as: {0}", "Gehört zu: {0}"), &into.exact),
        Op::Split => SPLIT.get().to_owned(),
        Op::SetValue(value) => told(word!("Means: {0}", "Bedeutet: {0}"), value),
        Op::SetSpeaker(who) => {
            let name = match who {
                Who::Entity(anchor) => &anchor.exact,
                Who::Named(name) => name,
                Who::Nobody => NOBODY.get(),
            };
            told(word!("Said by: {0}", "Gesagt von: {0}"), name)
        }
        Op::Boilerplate(true) => ASIDE.get().to_owned(),
        Op::Boilerplate(false) => {
            word!("Part of the article", "Teil des Artikels").get().to_owned()
        }
        Op::SetPublished(day) => published(Some(day)),
    }
}

/// A correction with its words, for screen readers.
pub fn said(correction: &Correction) -> String {
    let words = correction.target.as_ref().map_or("", |target| &target.exact);
    let words = model::excerpt::excerpt(words, 60);
    let what = what(correction);
    if words.is_empty() { what } else { [&what, ": ", &words].concat() }
}

/// Why a correction changes nothing in the text as it is.
pub fn lost(lost: Lost) -> &'static str {
    let word = match lost {
        Lost::Gone => {
            word!("its words are gone from the text", "die Wörter stehen nicht mehr im Text")
        }
        Lost::Ambiguous => {
            word!("several places may be meant", "mehrere Stellen können gemeint sein")
        }
        Lost::Unmarked => {
            word!("nothing is marked there any more", "dort ist nichts mehr markiert")
        }
        Lost::Unfit => {
            word!("it does not fit what is there", "es passt nicht zu dem, was dort steht")
        }
        Lost::TooMuch => word!("too much to work out", "zu viel, um es auszuwerten"),
    };
    word.get()
}

/// Why something was not taken.
pub fn refused(refused: &Refused) -> String {
    let word = match refused {
        Refused::BadValue { wanted, .. } if wanted.contains("time") || wanted.contains("day") => {
            word!(
                "The calendar has no such time. Write 2021-10-04, 2021-10, 2021-W40 or 2021.",
                "Diese Zeit gibt es im Kalender nicht. Schreiben Sie 2021-10-04, 2021-10, 2021-W40 oder \
             2021.",
            )
        }
        Refused::BadValue { wanted, .. } if wanted.contains("number") => word!(
            "That is no number. Write 3.5, 3/4 or 3.5 USD.",
            "Das ist keine Zahl. Schreiben Sie 3.5, 3/4 oder 3.5 USD.",
        ),
        Refused::BadValue { .. } => word!(
            "That is no name: one line of up to 200 characters.",
            "Das ist kein Name: eine Zeile mit höchstens 200 Zeichen.",
        ),
        Refused::BadSpan { reason } => bad_span(reason),
        Refused::TooMany { .. } => word!(
            "No more than 10,000 fit in. Nothing was added.",
            "Mehr als 10.000 passen nicht hinein. Nichts wurde ergänzt.",
        ),
        Refused::BadPatch { at, reason } => {
            return word!(
                "This is no file of corrections ({0}: {1}). Nothing was changed.",
                "Das ist keine Datei mit Berichtigungen ({0}: {1}). Nichts wurde geändert.",
            )
            .with(&[at, reason]);
        }
        Refused::BadLexicon { at, .. } if at == "ignore" || at == "text" => word!(
            "These words cannot stand on a list.",
            "Diese Wörter können in keiner Liste stehen.",
        ),
        Refused::BadLexicon { at, reason } => {
            return word!(
                "This is no file of a list ({0}: {1}). Nothing was changed.",
                "Das ist keine Datei mit einer Liste ({0}: {1}). Nichts wurde geändert.",
            )
            .with(&[at, reason]);
        }
        Refused::Unknown { .. } => {
            word!("That does not stand in the text any more.", "Das steht nicht mehr im Text.",)
        }
        Refused::Unfit { .. } => word!(
            "This cannot be done to such a mark.",
            "Das geht bei einer solchen Markierung nicht.",
        ),
    };
    word.get().to_owned()
}

fn bad_span(reason: &str) -> Word {
    match reason {
        "already marked as that" => {
            word!("These words are marked as that already.", "Diese Wörter sind schon so markiert.")
        }
        "too long to be marked" => {
            word!("That is too long for a mark.", "Das ist zu lang für eine Markierung.")
        }
        "more than one paragraph" => {
            word!("A mark ends with its paragraph.", "Eine Markierung endet mit ihrem Absatz.",)
        }
        "no words" => word!("No words would be left.", "Es bliebe kein Wort übrig."),
        _ => word!(
            "That is no part of the article: use the block first.",
            "Das ist kein Teil des Artikels: Lassen Sie den Block erst mitlesen.",
        ),
    }
}

/// What the reader decided, by the rule's id; nothing for the engine's own rules.
pub fn by_reader(rule: &str) -> Option<&'static str> {
    let word = match rule.strip_prefix("reader.")? {
        "confirmed" => word!("confirmed by you", "von Ihnen bestätigt"),
        "added" => word!("marked by you", "von Ihnen markiert"),
        "retyped" => word!("its type is by you", "Art von Ihnen bestimmt"),
        "resized" => word!("its edges are by you", "Grenzen von Ihnen gesetzt"),
        "merged" => word!("joined by you", "von Ihnen zugeordnet"),
        "split" => word!("set apart by you", "von Ihnen getrennt"),
        "value" => word!("its value is by you", "Wert von Ihnen angegeben"),
        "speaker" => word!("who said it is by you", "wer es sagt, ist von Ihnen"),
        "body" => word!("made part of the article by you", "von Ihnen zum Artikel genommen"),
        _ => word!("set aside by you", "von Ihnen ausgenommen"),
    };
    Some(word.get())
}

/// The words of a correction; empty for the date of publication.
pub fn words(correction: &Correction) -> String {
    let target = correction.target.as_ref();
    target.map_or(String::new(), |target| model::excerpt::excerpt(&target.exact, 60))
}
