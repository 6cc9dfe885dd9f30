//! Titles of the sidebar's panels.

use super::Word;

/// The article in numbers.
pub const SUMMARY: Word = Word(&["Summary", "Überblick"]);
/// What to look at twice.
pub const CHECKS: Word = Word(&["Check these", "Bitte prüfen"]);
/// Dates in order.
pub const TIMELINE: Word = Word(&["Timeline", "Zeitleiste"]);
/// Dates without a place in the calendar.
pub const NOT_PLACED: Word = Word(&["Not placed", "Ohne Platz im Kalender"]);
/// Who said how much.
pub const QUOTES: Word = Word(&["Quotes by speaker", "Zitate: wer was sagt"]);
/// What the bars mean.
pub const SHARE: Word = Word(&["share of quoted words", "Anteil am Zitierten"]);
/// In quotation marks, but nobody says it.
pub const TERMS: Word = Word(&["Terms, titles and nicknames", "Begriffe, Titel und Beinamen"]);
/// Numbers.
pub const AMOUNTS: Word = Word(&["Amounts", "Zahlenangaben"]);
