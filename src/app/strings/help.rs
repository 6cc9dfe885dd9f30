//! The list of keys.

use super::{Word, word};

/// Its title.
pub const TITLE: Word = word!("Keys", "Tasten");
/// Opens it.
pub const OPEN: Word = word!("Keys", "Tasten");
/// Closes it.
pub const CLOSE: Word = word!("Close", "Schließen");
/// Switches single letters off.
pub const LETTERS: Word = word!("Single letters are keys", "Einzelne Buchstaben sind Tasten");
/// Switches announcements off.
pub const SPOKEN: Word =
    word!("Tell screen readers what was found", "Screenreadern sagen, was gefunden wurde");
/// Keys as they are written on keyboards, with bars between them, and what they do.
pub const KEYS: &[(Word, Word)] = &[
    (word!("n|p|→|←", "n|p|→|←"), word!("next, previous mark", "nächste, vorige Markierung")),
    (
        word!("Shift →|Shift ←", "Umschalt →|Umschalt ←"),
        word!("the same entity", "dieselbe Person, Sache"),
    ),
    (word!("Alt →|Alt ←", "Alt →|Alt ←"), word!("the same kind", "dieselbe Art")),
    (word!("Home|End", "Pos1|Ende"), word!("first, last mark", "erste, letzte Markierung")),
    (word!("Enter", "Eingabe"), word!("open the mark’s card", "Karte der Markierung öffnen")),
    (
        word!("Esc", "Esc"),
        word!("close the card; leave the text field", "Karte schließen; das Textfeld verlassen"),
    ),
    (
        word!("s", "s"),
        word!(
            "from a mark to its line beside the text, and back",
            "von einer Markierung zu ihrer Zeile neben dem Text und zurück",
        ),
    ),
    (
        word!("j|k", "j|k"),
        word!("next, previous thing to check", "nächster, voriger Punkt zum Prüfen"),
    ),
    (
        word!("g p|g o|g l|g d|g q", "g p|g o|g l|g d|g q"),
        word!(
            "people, organisations, places, timeline, quotes",
            "Personen, Organisationen, Orte, Zeitleiste, Zitate",
        ),
    ),
    (word!("/", "/"), word!("find a line beside the text", "eine Zeile neben dem Text finden")),
    (
        word!("Ctrl Shift H", "Strg Umschalt H"),
        word!("hide the marks, or show them again", "Markierungen aus- oder einblenden"),
    ),
    (
        word!("q", "q"),
        word!("copy a quote with its citation", "ein Zitat mit Quellenangabe kopieren"),
    ),
    (word!("y", "y"), word!("the mark is right", "die Markierung stimmt")),
    (word!("Delete", "Entf"), word!("it is wrong: take it away", "sie ist falsch: wegnehmen")),
    (
        word!("1|…|9|0", "1|…|9|0"),
        word!("its type, in the order of the buttons", "ihre Art, in der Folge der Knöpfe"),
    ),
    (word!("t", "t"), word!("choose its type", "ihre Art wählen")),
    (word!("m", "m"), word!("same as another", "gehört zu einer anderen")),
    (word!("x", "x"), word!("not the same as the others", "gehört nicht zu den übrigen")),
    (word!("a", "a"), word!("for all of the same words", "für alle gleichen Wörter")),
    (
        word!("+|-", "+|-"),
        word!(
            "its end: a word more, less (Alt: a character)",
            "ihr Ende: ein Wort mehr, weniger (Alt: ein Zeichen)",
        ),
    ),
    (
        word!("[|]", "[|]"),
        word!(
            "its beginning: a word more, less (Alt: a character)",
            "ihr Anfang: ein Wort mehr, weniger (Alt: ein Zeichen)",
        ),
    ),
    (
        word!("c", "c"),
        word!(
            "choose words by arrow keys with Shift; a digit marks them",
            "Wörter mit Pfeiltasten und Umschalt wählen; eine Ziffer markiert sie",
        ),
    ),
    (
        word!("Ctrl Z|Ctrl Shift Z", "Strg Z|Strg Umschalt Z"),
        word!("undo, redo a correction", "Berichtigung rückgängig machen, wiederholen"),
    ),
    (word!("?", "?"), word!("these keys", "diese Tasten")),
];
