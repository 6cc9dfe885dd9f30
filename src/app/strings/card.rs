//! The card of a mark.

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
