//! The date bar.

use super::{Word, word};

/// Its name.
pub const BAR: Word = word!("Publication date", "Erscheinungsdatum");
/// Before the date.
pub const PUBLISHED: Word = word!("Published", "Erschienen am");
/// Opens the field.
pub const CHANGE: Word = word!("Change", "Ändern");
/// Opens the field when there is no date yet.
pub const ANOTHER: Word = word!("Another date", "Anderes Datum");
/// Takes the given date back.
pub const FROM_TEXT: Word = word!("Take it from the text", "Aus dem Text nehmen");
/// Goes to where the date stands.
pub const SHOW: Word = word!("Show", "Zeigen");
/// There is none.
pub const NO_DATE: Word = word!("No publication date.", "Kein Erscheinungsdatum.");
/// Before the days that fit.
pub const CANDIDATES: Word = word!(
    "These days fit the weekdays and dates in the text:",
    "Diese Tage passen zu den Wochentagen und Daten im Text:",
);
/// There is none, and no day stands out.
pub const NONE: Word = word!(
    "No publication date found: dates such as “on Monday” stay open until you give one.",
    "Kein Erscheinungsdatum gefunden: Angaben wie „am Montag“ bleiben offen, bis Sie \
     eines nennen.",
);
/// Chooses none.
pub const LEAVE_OPEN: Word = word!("Leave open", "Offenlassen");
/// None was chosen.
pub const LEFT_OPEN: Word = word!(
    "Publication date left open: so are the dates that depend on it.",
    "Das Erscheinungsdatum bleibt offen und mit ihm jede Angabe, die davon abhängt.",
);
