//! The card of a mark.

use super::Word;

/// Its name.
pub const NAME: Word = Word(&["Selected mark", "Ausgewählte Markierung"]);
/// The value's row.
pub const VALUE: Word = Word(&["Means", "Gemeint"]);
/// A date's machine form.
pub const ISO: Word = Word(&["ISO value", "ISO-Wert"]);
/// The days covered.
pub const RANGE: Word = Word(&["Days", "Tage"]);
/// Other readings.
pub const OTHERWISE: Word = Word(&["Or", "Oder"]);
/// Roles.
pub const ROLE: Word = Word(&["Role", "Rolle"]);
/// Other forms in the text.
pub const ALIASES: Word = Word(&["Also", "Auch"]);
/// Who said it.
pub const SPEAKER: Word = Word(&["Said by", "Wer es sagt"]);
/// The reporting verb.
pub const CUE: Word = Word(&["Cue", "Hinweis"]);
/// The state of the marks.
pub const MARKS: Word = Word(&["Marks", "Zeichen"]);
/// What a capital stands for.
pub const ACTS_AS: Word = Word(&["Stands for", "Steht für"]);
/// How sure.
pub const CERTAINTY: Word = Word(&["Certainty", "Gewissheit"]);
/// The reason.
pub const WHY: Word = Word(&["Why", "Warum"]);
/// Before a button that goes to the sidebar.
pub const IN_SUMMARY: Word = Word(&["In the summary", "Im Überblick"]);
/// A capital or house that stands for its government.
pub const GOVERNMENT: Word = Word(&["its government", "die Regierung"]);
/// A speaker that the text does not give.
pub const NOT_SAID: Word = Word(&["the text does not say", "der Text sagt es nicht"]);
