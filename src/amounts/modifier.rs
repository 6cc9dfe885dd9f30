//! `more than`, `about`, `at least`: what stands before a number and changes it.

use crate::{report::AmountMod, text::Begins};

/// Modifiers as lower-case words, longest first.
const MODIFIERS: &[(&[&str], AmountMod)] = &[
    (&["no", "more", "than"], AmountMod::AtMost),
    (&["no", "fewer", "than"], AmountMod::AtLeast),
    (&["no", "less", "than"], AmountMod::AtLeast),
    (&["not", "more", "than"], AmountMod::AtMost),
    (&["as", "many", "as"], AmountMod::AtMost),
    (&["as", "much", "as"], AmountMod::AtMost),
    (&["a", "maximum", "of"], AmountMod::AtMost),
    (&["a", "minimum", "of"], AmountMod::AtLeast),
    (&["more", "than"], AmountMod::MoreThan),
    (&["greater", "than"], AmountMod::MoreThan),
    (&["less", "than"], AmountMod::LessThan),
    (&["fewer", "than"], AmountMod::LessThan),
    (&["at", "least"], AmountMod::AtLeast),
    (&["at", "most"], AmountMod::AtMost),
    (&["up", "to"], AmountMod::AtMost),
    (&["close", "to"], AmountMod::About),
    (&["or", "so"], AmountMod::About),
    (&["over"], AmountMod::MoreThan),
    (&["above"], AmountMod::MoreThan),
    (&["exceeding"], AmountMod::MoreThan),
    (&["under"], AmountMod::LessThan),
    (&["below"], AmountMod::LessThan),
    (&["nearly"], AmountMod::LessThan),
    (&["almost"], AmountMod::LessThan),
    (&["about"], AmountMod::About),
    (&["around"], AmountMod::About),
    (&["approximately"], AmountMod::About),
    (&["roughly"], AmountMod::About),
    (&["some"], AmountMod::About),
    (&["circa"], AmountMod::About),
    (&["an", "estimated"], AmountMod::About),
    (&["estimated"], AmountMod::About),
];

/// How they begin.
static BEGINS: Begins = {
    let mut begins = Begins::NONE;
    let mut at = 0;
    while at < MODIFIERS.len() {
        begins = begins.with(MODIFIERS[at].0[0]);
        at += 1;
    }
    begins
};

/// The modifier that begins at the first of `words` (lower case), and how many words it has.
pub(super) fn read<'a>(word: impl Fn(usize) -> Option<&'a str>) -> Option<(AmountMod, usize)> {
    let first = word(0).filter(|first| BEGINS.may(first))?;
    MODIFIERS.iter().find_map(|(words, modifier)| {
        let fits = words[0].eq_ignore_ascii_case(first)
            && (1..)
                .zip(&words[1..])
                .all(|(i, wanted)| word(i).is_some_and(|w| w.eq_ignore_ascii_case(wanted)));
        fits.then_some((*modifier, words.len()))
    })
}
