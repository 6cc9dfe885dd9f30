//! Holidays as they ship: all names in one text and all rules in one array, which weigh half of what
//! rows with their pointers do.

use super::{Holiday, on::On};

/// A holiday without its names and places.
pub(super) type Rule = (On, u8, bool);

/// How many rows, and how many letters their names and places are, with what parts them.
pub(super) const fn measure(tables: &[&[Holiday]]) -> (usize, usize) {
    let (mut rows, mut letters, mut table) = (0, 0, 0);
    while table < tables.len() {
        let mut row = 0;
        while row < tables[table].len() {
            let holiday = &tables[table][row];
            letters += holiday.names.len() + holiday.places.len() + 2;
            row += 1;
        }
        rows += row;
        table += 1;
    }
    (rows, letters)
}

/// A line a row: its names, a tab and its places.
pub(super) const fn names_of<const N: usize>(tables: &[&[Holiday]]) -> [u8; N] {
    let (mut text, mut at, mut table) = ([0; N], 0, 0);
    while table < tables.len() {
        let mut row = 0;
        while row < tables[table].len() {
            let holiday = &tables[table][row];
            at = put(&mut text, at, holiday.names, b'\t');
            at = put(&mut text, at, holiday.places, b'\n');
            row += 1;
        }
        table += 1;
    }
    text
}

const fn put(text: &mut [u8], at: usize, part: &str, end: u8) -> usize {
    let mut letter = 0;
    while letter < part.len() {
        text[at + letter] = part.as_bytes()[letter];
        letter += 1;
    }
    text[at + letter] = end;
    at + letter + 1
}

/// The rules of the rows.
pub(super) const fn rules_of<const N: usize>(tables: &[&[Holiday]]) -> [Rule; N] {
    let (mut rules, mut at, mut table) = ([(On::Qingming, 0, false); N], 0, 0);
    while table < tables.len() {
        let mut row = 0;
        while row < tables[table].len() {
            let holiday = &tables[table][row];
            rules[at] = (holiday.on, holiday.days, holiday.is_word);
            at += 1;
            row += 1;
        }
        table += 1;
    }
    rules
}

/// The holidays again.
pub(super) fn unpack(names: &'static [u8], rules: &'static [Rule]) -> Vec<Holiday> {
    let lines = std::str::from_utf8(names).unwrap_or_default().lines();
    let rows = lines.filter_map(|line| line.split_once('\t')).zip(rules);
    rows.map(|((names, places), &(on, days, is_word))| Holiday { names, places, on, days, is_word })
        .collect()
}

/// A static of that name: the holidays of constant tables, which are packed when they are compiled.
macro_rules! pack {
    ($name:ident, $tables:expr) => {
        pub(super) static $name: std::sync::LazyLock<Vec<Holiday>> =
            std::sync::LazyLock::new(|| {
                const SIZE: (usize, usize) = $crate::dates::holidays::pack::measure(&$tables);
                static NAMES: [u8; SIZE.1] = names_of(&$tables);
                static RULES: [$crate::dates::holidays::pack::Rule; SIZE.0] = rules_of(&$tables);
                $crate::dates::holidays::pack::unpack(&NAMES, &RULES)
            });
    };
}
pub(super) use pack;
