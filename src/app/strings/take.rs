//! What readers take along, share and keep.

use super::{Noun, WORDS, Word, grouped, shelf::articles, word};
use crate::app::state::Failure;

/// Opens the dialog.
pub const OPEN: Word = word!("Take along", "Mitnehmen");
/// Closes it.
pub const CLOSE: Word = word!("Done", "Fertig");
/// While there is no article.
pub const NOTHING: Word = word!(
    "There is no article to take along yet.",
    "Noch ist kein Artikel da, der sich mitnehmen ließe."
);
/// The choice of what is taken.
pub const SCOPE: Word = word!("What to take", "Was mitkommt");
/// Only what the reader sees.
pub const THIS: Word = word!("this article", "dieser Artikel");
/// The part with the formats.
pub const FORMATS: Word = word!("As a file for other programs", "Als Datei für andere Programme");
/// Saves a file.
pub const SAVE: Word = word!("Save", "Sichern");
/// Fills the clipboard.
pub const COPY: Word = word!("Copy", "Kopieren");
/// In place of the button, where several articles do not fit in.
pub const ONE_ONLY: Word = word!("one article a file", "nur ein Artikel je Datei");
/// On a quote's card.
pub const CITE: Word = word!("Copy with its citation", "Mit Quellenangabe kopieren");

/// The part with what the page itself reads again.
pub const WHOLE: Word = word!("As a newsmark file", "Als newsmark-Datei");
/// What that is.
pub const WHOLE_ABOUT: Word = word!(
    "The text with your corrections, dates and list, to go on with later or elsewhere. “Choose a file” \
     opens it again.",
    "Der Text mit Ihren Berichtigungen, Ihrem Erscheinungsdatum und Ihrer Liste, um später oder anderswo weiterzuarbeiten. \
     „Datei wählen“ öffnet sie wieder.",
);
/// Saves it.
pub const SAVE_WHOLE: Word = word!("Save as .newsmark", "Als .newsmark sichern");

/// The part with the corrections.
pub const CORRECTIONS: Word = word!("Corrections", "Berichtigungen");
/// What is in it.
pub const CORRECTIONS_ABOUT: Word = word!(
    "What you corrected in this article, and your list of names and of words never to mark, each as a \
     file of its own. A file that you open joins what is there.",
    "Was Sie in diesem Artikel korrigiert haben, und Ihre Liste von Namen und von Wörtern, die nie \
     markiert werden, je als eigene Datei. Eine Datei, die Sie öffnen, kommt zum Vorhandenen dazu.",
);
/// Saves the corrections.
pub const PATCH_SAVE: Word = word!("Save the corrections", "Berichtigungen sichern");
/// Opens corrections.
pub const PATCH_OPEN: Word = word!("Open corrections", "Berichtigungen öffnen");
/// Saves the list.
pub const LEXICON_SAVE: Word = word!("Save my list", "Meine Liste sichern");
/// Opens a list.
pub const LEXICON_OPEN: Word = word!("Open a list", "Liste öffnen");
/// The name of the file with the reader's list.
pub const LEXICON_STEM: Word = word!("My newsmark list", "Meine newsmark-Liste");

/// The part with the link.
pub const LINK: Word = word!("As a link", "Als Link");
/// What a reader has to know before.
pub const LINK_ABOUT: Word = word!(
    "The text itself, your corrections and your list will stand in the link. No server receives it; but whoever has the link can read it, \
     and it stays in the history of every browser that opens it, and on the devices that share that \
     history.",
    "Der Text selbst, Ihre Berichtigungen und Ihre Liste werden im Link stehen. Kein Server erhält ihn; aber wer den Link hat, kann ihn lesen, \
     und er bleibt im Verlauf jedes Browsers, der ihn öffnet, und auf den Geräten, die diesen Verlauf \
     teilen.",
);
/// Makes it.
pub const LINK_MAKE: Word = word!("Make a link to this text", "Link zu diesem Text erstellen");
/// The field with the link.
pub const LINK_FIELD: Word = word!("The link", "Der Link");
/// Copies it.
pub const LINK_COPY: Word = word!("Copy the link", "Link kopieren");
/// Said when it was.
pub const LINK_COPIED: Word = word!("The link was copied.", "Der Link wurde kopiert.");

/// The part with what is kept.
pub const KEEP: Word = word!("On this device", "Auf diesem Gerät");
/// The switch.
pub const KEEP_SWITCH: Word = word!("Keep on this device", "Auf diesem Gerät aufbewahren");
/// What the switch does.
pub const KEEP_ABOUT: Word = word!(
    "Open articles, their dates and corrections, your list and the language then survive a reload. They \
     are kept in this browser’s own storage on this device, encrypted there, and nowhere else; whoever \
     uses this browser profile can open them. Off, nothing is stored.",
    "Offene Artikel, ihre Erscheinungsdaten und Berichtigungen, Ihre Liste und die Sprache überstehen dann ein \
     Neuladen. Sie liegen verschlüsselt im Speicher dieses Browsers auf diesem Gerät und nirgends sonst; \
     wer dieses Browserprofil benutzt, kann sie öffnen. Ausgeschaltet wird nichts gespeichert.",
);
/// Asks whether to delete.
pub const DELETE: Word = word!("Delete all that is kept", "Alles Aufbewahrte löschen");
/// What that means.
pub const DELETE_SURE: Word = word!(
    "Delete all that is kept on this device, of every tab, and stop keeping? What is open here stays open \
     until you close this tab.",
    "Alles löschen, was auf diesem Gerät aufbewahrt ist, aus allen Tabs, und nichts mehr aufbewahren? \
     Was hier offen ist, bleibt offen, bis Sie diesen Tab schließen.",
);
/// Deletes.
pub const DELETE_YES: Word = word!("Delete", "Löschen");
/// Does not.
pub const DELETE_NO: Word = word!("Keep it", "Behalten");
/// Said when all is gone.
pub const DELETED: Word = word!(
    "All that was kept on this device is deleted. Nothing is stored any more.",
    "Alles, was auf diesem Gerät aufbewahrt war, ist gelöscht. Es wird nichts mehr gespeichert.",
);
/// Said when another tab is in the way.
pub const DELETE_WAITS: Word = word!(
    "What was kept can no longer be read by anybody. Its remains go when the other tabs with newsmark are \
     closed.",
    "Das Aufbewahrte kann niemand mehr lesen. Seine Reste verschwinden, sobald die anderen Tabs mit \
     newsmark geschlossen sind.",
);
/// All is kept.
pub const KEPT: Word = word!("Kept on this device", "Auf diesem Gerät aufbewahrt");
/// It will be in a moment.
pub const CHANGED: Word = word!("Being kept …", "Wird aufbewahrt …");

/// The title of what was handed over.
pub const OFFER: Word = word!("Open what was shared?", "Geteiltes öffnen?");
/// The title where nothing can be opened.
pub const OFFER_REFUSED: Word = word!("Nothing was opened", "Nichts geöffnet");
/// Opens it.
pub const OFFER_OPEN: Word = word!("Open", "Öffnen");
/// Does not.
pub const OFFER_NOT: Word = word!("Not now", "Jetzt nicht");
/// What happens then.
pub const OFFER_ABOUT: Word = word!(
    "Nothing of it is kept, and nothing that is open goes: it opens beside it.",
    "Nichts davon wird aufbewahrt, und nichts Offenes geht verloren: Es öffnet sich daneben.",
);
/// The same, where the page keeps.
pub const OFFER_KEPT: Word = word!(
    "Nothing that is open goes: it opens beside it. Opened, it is kept on this device like the rest.",
    "Nichts Offenes geht verloren: Es öffnet sich daneben. Geöffnet wird es wie alles Übrige auf diesem \
     Gerät aufbewahrt.",
);
/// It has a list of names.
pub const OFFER_LEXICON: Word = word!(
    "with a list of names, which joins yours",
    "mit einer Namensliste, die zu Ihrer dazukommt",
);
/// Its corrections are none.
pub const OFFER_BAD_PATCH: Word = word!(
    "with corrections that cannot be read, which are left out",
    "mit Berichtigungen, die sich nicht lesen lassen und wegbleiben",
);
/// It holds nothing.
pub const OFFER_EMPTY: Word = word!("It holds no text.", "Es ist kein Text darin.");

const CORRECTED: Noun =
    Noun(word!("correction", "Berichtigung"), word!("corrections", "Berichtigungen"));
const ENTRIES: Noun = Noun(word!("entry", "Eintrag"), word!("entries", "Einträge"));

/// All that are open.
pub fn all(number: usize) -> String {
    word!("all {0} open articles", "alle {0} offenen Artikel")
        .with(&[&grouped(&number.to_string())])
}

/// What a button does, and to what.
pub fn what(does: Word, what: &str) -> String {
    word!("{0}: {1}", "{0}: {1}").with(&[does.get(), what])
}

/// Said when a file was handed over.
pub fn saved(name: &str) -> String {
    word!("Handed to the downloads: {0}.", "An die Downloads übergeben: {0}.").with(&[name])
}

/// Said when a file could not be.
pub fn not_saved(why: &Failure) -> String {
    said(word!("Could not be saved: {0}", "Konnte nicht gesichert werden: {0}"), why)
}

/// Said when words were copied.
pub fn copied(what: &str) -> String {
    let what = crate::app::model::excerpt::excerpt(what, 80);
    word!("Copied: {0}", "Kopiert: {0}").with(&[&what])
}

/// Said when they could not be.
pub fn not_copied(why: &Failure) -> String {
    said(word!("Could not be copied: {0}", "Konnte nicht kopiert werden: {0}"), why)
}

/// How long a link is.
pub fn link_length(length: usize, limit: usize) -> String {
    let numbers = [length, limit].map(|number| grouped(&number.to_string()));
    word!("{0} of at most {1} characters.", "{0} von höchstens {1} Zeichen.")
        .with(&[&numbers[0], &numbers[1]])
}

/// A link would be too long.
pub fn link_too_long(length: usize, limit: usize) -> String {
    let numbers = [length, limit].map(|number| grouped(&number.to_string()));
    word!(
        "This is too long for a link: it would take {0} characters, and mail and messengers cut links of \
         more than {1}. Save it as a .newsmark file instead.",
        "Das ist zu lang für einen Link: Er hätte {0} Zeichen, und E-Mail und Messenger kürzen Links mit \
         mehr als {1}. Sichern Sie es stattdessen als .newsmark-Datei.",
    )
    .with(&[&numbers[0], &numbers[1]])
}

/// What a link or a file holds.
pub fn offered(file: Option<&str>, number: usize) -> String {
    const LINK: Word = word!("This link holds {0}:", "In diesem Link: {0}");
    match file {
        Some(file) => word!("{0} holds {1}:", "In {0}: {1}").with(&[file, &articles(number)]),
        None => LINK.with(&[&articles(number)]),
    }
}

/// An article of it: its words, its date, its corrections.
pub fn parcel(text: &str, published: Option<&str>, corrections: usize) -> String {
    let mut parts = vec![WORDS.counted(text.split_whitespace().count())];
    if let Some(day) = published {
        let day = crate::app::model::when::in_words(day);
        parts.push(word!("published on {0}", "erschienen: {0}").with(&[&day]));
    }
    if corrections > 0 {
        parts.push(CORRECTED.counted(corrections));
    }
    parts.join(", ")
}

/// A link or a file is refused.
pub fn not_opened(file: Option<&str>, why: &Failure) -> String {
    const FILE: Word = word!("{0} cannot be opened.", "{0} lässt sich nicht öffnen.");
    const LINK: Word = word!("This link cannot be opened.", "Dieser Link lässt sich nicht öffnen.");
    let what = file.map_or_else(|| LINK.get().to_owned(), |file| FILE.with(&[file]));
    [&what, " ", refusal(why)].concat()
}

/// Said when something was opened.
pub fn opened(number: usize) -> String {
    word!("Opened {0}.", "{0} geöffnet.").with(&[&articles(number)])
}

/// Said when corrections from a file were taken.
pub fn patch_taken(added: usize) -> String {
    word!("Taken: {0}.", "Übernommen: {0}.").with(&[&CORRECTED.counted(added)])
}

/// Said when a list from a file was taken.
pub fn lexicon_taken(added: usize) -> String {
    word!("New in your list: {0}.", "Neu in Ihrer Liste: {0}.").with(&[&ENTRIES.counted(added)])
}

/// A file cannot be read. The reason is for those who made it.
pub fn unread(why: &Failure) -> String {
    word!(
        "This file was not taken, and nothing has changed ({0}).",
        "Diese Datei wurde nicht übernommen, und nichts hat sich geändert ({0}).",
    )
    .with(&[&why.message])
}

/// Another tab has kept another state of so many articles.
pub fn forked(number: usize) -> String {
    word!(
        "Another tab has changed {0} as well. Both are kept; this tab goes on with its own.",
        "Ein anderer Tab hat ebenfalls {0} geändert. Beides ist aufbewahrt; hier geht es mit dem Eigenen \
         weiter.",
    )
    .with(&[&articles(number)])
}

/// Keeping failed, and what is open is still open.
pub fn not_kept(why: &Failure) -> String {
    said(word!("Could not be kept: {0}", "Konnte nicht aufbewahrt werden: {0}"), why)
}

/// What is kept cannot be read.
pub fn not_restored(why: &Failure) -> String {
    said(
        word!("What is kept could not be opened: {0}", "Aufbewahrtes ließ sich nicht öffnen: {0}"),
        why,
    )
}

/// It could not be deleted.
pub fn not_deleted(why: &Failure) -> String {
    said(word!("Could not be deleted: {0}", "Konnte nicht gelöscht werden: {0}"), why)
}

fn said(word: Word, why: &Failure) -> String {
    word.with(&[refusal(why)])
}

/// Why something was refused, by the codes of `www/refused.ts`.
pub fn refusal(why: &Failure) -> &'static str {
    let word = match why.code.as_str() {
        "newer" => word!(
            "It was made by a newer version of newsmark. Reload the page, then try again.",
            "Es stammt von einer neueren Version von newsmark. Laden Sie die Seite neu und versuchen \
             Sie es noch einmal.",
        ),
        "damaged" => word!(
            "It is cut off or was changed on its way.",
            "Es ist abgeschnitten oder wurde unterwegs verändert.",
        ),
        "wrong-shape" => word!(
            "It holds what newsmark never writes.",
            "Es enthält etwas, das newsmark nie schreibt.",
        ),
        "too-large" => word!("It is too large.", "Es ist zu groß."),
        "too-slow" => word!("It takes too long to read.", "Das Lesen dauert zu lange."),
        "full" => word!(
            "There is no room left on this device. What is open stays open.",
            "Auf diesem Gerät ist kein Platz mehr. Was offen ist, bleibt offen.",
        ),
        "blocked" => word!(
            "Another tab with newsmark is in the way. Close it, then try again.",
            "Ein anderer Tab mit newsmark ist im Weg. Schließen Sie ihn und versuchen Sie es noch einmal.",
        ),
        "off" => word!("Keeping is switched off.", "Das Aufbewahren ist ausgeschaltet."),
        "ended" => word!(
            "Another tab has deleted what was kept. What is open here stays open and is not kept.",
            "Ein anderer Tab hat das Aufbewahrte gelöscht. Was hier offen ist, bleibt offen und wird \
             nicht aufbewahrt.",
        ),
        _ => word!(
            "This browser, or its settings, do not allow it.",
            "Dieser Browser oder seine Einstellungen lassen es nicht zu.",
        ),
    };
    word.get()
}
