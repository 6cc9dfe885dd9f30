//! Titles of the sidebar's panels.

use super::{Word, word};

/// The article in numbers.
pub const SUMMARY: Word = word!("Summary", "Überblick");
/// The field that finds lines.
pub const FILTER: Word = word!("Find a name, date or quote", "Name, Datum oder Zitat finden");
/// What to look at twice.
pub const CHECKS: Word = word!("Check these", "Bitte prüfen");
/// Dates in order.
pub const TIMELINE: Word = word!("Timeline", "Zeitleiste");
/// Dates without a place in the calendar.
pub const NOT_PLACED: Word = word!("Not placed", "Ohne Platz im Kalender");
/// Who said how much.
pub const QUOTES: Word = word!("Quotes by speaker", "Zitate: wer was sagt");
/// What the bars mean.
pub const SHARE: Word = word!("share of quoted words", "Anteil am Zitierten");
/// In quotation marks, but nobody says it.
pub const TERMS: Word = word!("Terms, titles and nicknames", "Begriffe, Titel und Beinamen");
/// Numbers.
pub const AMOUNTS: Word = word!("Amounts", "Zahlenangaben");
