//! The list of keys.

use super::Word;

/// Its title.
pub const TITLE: Word = Word(&["Keys", "Tasten"]);
/// Opens it.
pub const OPEN: Word = Word(&["Keys", "Tasten"]);
/// Closes it.
pub const CLOSE: Word = Word(&["Close", "Schließen"]);
/// Switches single letters off.
pub const LETTERS: Word = Word(&["Single letters are keys", "Einzelne Buchstaben sind Tasten"]);
/// Switches announcements off.
pub const SPOKEN: Word =
    Word(&["Tell screen readers what was found", "Screenreadern sagen, was gefunden wurde"]);
/// Keys as they are written on keyboards, with bars between them, and what they do.
pub const KEYS: &[(Word, Word)] = &[
    (Word(&["n|p|→|←", "n|p|→|←"]), Word(&["next, previous mark", "nächste, vorige Markierung"])),
    (
        Word(&["Shift →|Shift ←", "Umschalt →|Umschalt ←"]),
        Word(&["the same entity", "dieselbe Person, Sache"]),
    ),
    (Word(&["Alt →|Alt ←", "Alt →|Alt ←"]), Word(&["the same kind", "dieselbe Art"])),
    (Word(&["Home|End", "Pos1|Ende"]), Word(&["first, last mark", "erste, letzte Markierung"])),
    (Word(&["Enter", "Eingabe"]), Word(&["open the mark’s card", "Karte der Markierung öffnen"])),
    (
        Word(&["Esc", "Esc"]),
        Word(&["close the card; leave the text field", "Karte schließen; das Textfeld verlassen"]),
    ),
    (
        Word(&["s", "s"]),
        Word(&[
            "from a mark to its line beside the text, and back",
            "von einer Markierung zu ihrer Zeile neben dem Text und zurück",
        ]),
    ),
    (
        Word(&["j|k", "j|k"]),
        Word(&["next, previous thing to check", "nächster, voriger Punkt zum Prüfen"]),
    ),
    (
        Word(&["g p|g o|g l|g d|g q", "g p|g o|g l|g d|g q"]),
        Word(&[
            "people, organisations, places, timeline, quotes",
            "Personen, Organisationen, Orte, Zeitleiste, Zitate",
        ]),
    ),
    (
        Word(&["Ctrl Shift H", "Strg Umschalt H"]),
        Word(&["hide the marks, or show them again", "Markierungen aus- oder einblenden"]),
    ),
    (Word(&["?", "?"]), Word(&["these keys", "diese Tasten"])),
];
