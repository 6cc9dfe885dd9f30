//! The date bar.

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
