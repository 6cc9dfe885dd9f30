//! The card of a mark.

use super::{Word, word};

/// Its name.
pub const NAME: Word = word!("Selected mark", "Ausgewählte Markierung");
/// The value's row.
pub const VALUE: Word = word!("Means", "Gemeint");
/// A date's machine form.
pub const ISO: Word = word!("ISO value", "ISO-Wert");
/// The days covered.
pub const RANGE: Word = word!("Days", "Tage");
/// Other readings.
pub const OTHERWISE: Word = word!("Or", "Oder");
/// Roles.
pub const ROLE: Word = word!("Role", "Rolle");
/// Other forms in the text.
pub const ALIASES: Word = word!("Also", "Auch");
/// Who said it.
pub const SPEAKER: Word = word!("Said by", "Wer es sagt");
/// The reporting verb.
pub const CUE: Word = word!("Cue", "Hinweis");
/// The state of the marks.
pub const MARKS: Word = word!("Marks", "Zeichen");
/// What a capital stands for.
pub const ACTS_AS: Word = word!("Stands for", "Steht für");
/// How sure.
pub const CERTAINTY: Word = word!("Certainty", "Gewissheit");
/// The reason.
pub const WHY: Word = word!("Why", "Warum");
/// Before a button that goes to the sidebar.
pub const IN_SUMMARY: Word = word!("In the summary", "Im Überblick");
/// A capital or house that stands for its government.
pub const GOVERNMENT: Word = word!("its government", "die Regierung");
/// A speaker that the text does not give.
pub const NOT_SAID: Word = word!("the text does not say", "der Text sagt es nicht");
