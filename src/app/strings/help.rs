//! The list of keys.

/// Its title.
pub const TITLE: &str = "Keys";
/// Opens it.
pub const OPEN: &str = "Keys";
/// Closes it.
pub const CLOSE: &str = "Close";
/// Switches single letters off.
pub const LETTERS: &str = "Single letters are keys";
/// Switches announcements off.
pub const SPOKEN: &str = "Tell screen readers what was found";
/// Keys, and what they do.
pub const KEYS: &[(&[&str], &str)] = &[
    (&["n", "p", "→", "←"], "next, previous mark"),
    (&["Shift →", "Shift ←"], "the same entity"),
    (&["Alt →", "Alt ←"], "the same kind"),
    (&["Home", "End"], "first, last mark"),
    (&["Enter"], "open the mark’s card"),
    (&["Esc"], "close the card; leave the text field"),
    (&["s"], "from a mark to its line beside the text, and back"),
    (&["j", "k"], "next, previous thing to check"),
    (&["g p", "g o", "g l", "g d", "g q"], "people, organisations, places, timeline, quotes"),
    (&["Ctrl Shift H"], "hide the marks, or show them again"),
    (&["?"], "these keys"),
];
