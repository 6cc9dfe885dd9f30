//! What becomes of a request, the engine, the names and the lock.

use super::{Word, word};
use crate::app::state::{Engine, Failure, Lock, Names};

/// The privacy line, and whether it is good news.
pub fn privacy(lock: &Lock) -> (String, bool) {
    const OPEN: Word = word!(
        "Loading; your text stays on this device",
        "Wird geladen; Ihr Text bleibt auf diesem Gerät",
    );
    const LOCKED: Word = word!(
        "Locked: this page can no longer reach the network",
        "Gesperrt: Diese Seite kommt nicht mehr ins Netz",
    );
    const REFUSED: Word = word!(
        "Not locked ({0}); your text still stays on this device",
        "Nicht gesperrt ({0}); Ihr Text bleibt trotzdem auf diesem Gerät",
    );
    match lock {
        Lock::Open => (OPEN.get().to_owned(), false),
        Lock::Locked => (LOCKED.get().to_owned(), true),
        Lock::Refused(reason) => (REFUSED.with(&[reason]), false),
    }
}

/// Why the engine cannot run.
pub fn refused(engine: &Engine) -> Option<String> {
    const REFUSED: Word = word!(
        "newsmark cannot read articles in this browser: {0}. The text above is unchanged.",
        "newsmark kann in diesem Browser keine Artikel lesen: {0}. Der Text oben ist unverändert.",
    );
    match engine {
        Engine::Refused(reason) => Some(REFUSED.with(&[reason])),
        Engine::Loading | Engine::Ready => None,
    }
}

/// How names are read, where there is something to say of it.
pub fn names(names: &Names, engine: &Engine) -> Option<String> {
    const LOADING: Word =
        word!("A better reading of names is loading…", "Was Namen besser erkennt, wird geladen …",);
    const RULES_ONLY: Word =
        word!("Names are read by rules only: {0}", "Namen werden nur nach Regeln gelesen: {0}");
    match names {
        _ if matches!(engine, Engine::Refused(_)) => None,
        Names::Loading => Some(LOADING.get().to_owned()),
        Names::RulesOnly(reason) => Some(RULES_ONLY.with(&[reason])),
        Names::Learnt => None,
    }
}

/// An error in plain words; [`Failure::message`] says more, in English.
pub fn failure(failure: &Failure) -> &'static str {
    let what = match failure.code.as_str() {
        "too-long" => word!(
            "This text is too long to read in one go. Paste a part of it.",
            "Dieser Text ist zu lang, um ihn auf einmal zu lesen. Fügen Sie einen Teil davon ein.",
        ),
        "bad-date" => word!(
            "The publication date is not a date of the calendar.",
            "Das Erscheinungsdatum steht in keinem Kalender.",
        ),
        "crashed" => word!(
            "The part of newsmark that reads articles stopped. Your text is still here.",
            "Der Teil von newsmark, der Artikel liest, ist stehen geblieben. Ihr Text ist noch da.",
        ),
        "timeout" => word!(
            "Reading took too long and was stopped. Your text is still here.",
            "Das Lesen hat zu lange gedauert und wurde abgebrochen. Ihr Text ist noch da.",
        ),
        "unavailable" => word!(
            "The part of newsmark that reads articles stopped again and again, and is not started any more. Your text is still here: copy it, then load the page anew.",
            "Der Teil von newsmark, der Artikel liest, ist immer wieder stehen geblieben und wird nicht mehr gestartet. Ihr Text ist noch da: Kopieren Sie ihn und laden Sie die Seite dann neu.",
        ),
        "file" => {
            word!("This file could not be read.", "Diese Datei konnte nicht gelesen werden.")
        }
        "samples" => {
            word!("The example could not be loaded.", "Das Beispiel konnte nicht geladen werden.")
        }
        _ => word!(
            "The text could not be read. It is still here.",
            "Der Text konnte nicht gelesen werden. Er ist noch da.",
        ),
    };
    what.get()
}

/// A file that is not even opened.
pub fn too_large(file: &str, megabytes: usize) -> String {
    word!("{0} is larger than {1} MB", "{0} ist größer als {1} MB")
        .with(&[file, &megabytes.to_string()])
}
