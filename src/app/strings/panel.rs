//! Titles of the sidebar's panels.

/// The article in numbers.
pub const SUMMARY: &str = "Summary";
/// What to look at twice.
pub const CHECKS: &str = "Check these";
/// Dates in order.
pub const TIMELINE: &str = "Timeline";
/// Dates without a place in the calendar.
pub const NOT_PLACED: &str = "Not placed";
/// Who said how much.
pub const QUOTES: &str = "Quotes by speaker";
/// What the bars mean.
pub const SHARE: &str = "share of quoted words";
/// In quotation marks, but nobody says it.
pub const TERMS: &str = "Terms, titles and nicknames";
/// Numbers.
pub const AMOUNTS: &str = "Amounts";
