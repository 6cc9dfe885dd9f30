//! Whether dates in digits alone have the day or the month first.

use crate::{
    options::{DateOrder, Options},
    text::Document,
};

/// The order of day and month in digits.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Order {
    /// Which comes first.
    pub order: DateOrder,
    /// Whether a date of the article or the reader says so; else its language only suggests it.
    pub sure: bool,
}

/// Given, decided by a number above twelve, or suggested by how the article writes days of months in
/// words, by its spelling, or by its currency.
pub fn order(document: &Document, options: &Options) -> Option<Order> {
    let sure = options.date_order.or_else(|| of_digits(document));
    let suggested = || of_words(document).or_else(|| of_spelling(document));
    sure.map(|order| Order { order, sure: true })
        .or_else(|| suggested().map(|order| Order { order, sure: false }))
}

/// One of the article's dates in digits has a number above twelve.
fn of_digits(document: &Document) -> Option<DateOrder> {
    let tokens = document.tokens();
    let number = |i: usize| {
        let word = document.word(tokens.get(i)?);
        (word.len() <= 2).then(|| word.parse::<u8>().ok()).flatten()
    };
    let slash = |i: usize| tokens.get(i).is_some_and(|t| document.word(t) == "/");
    (0..tokens.len()).filter(|&i| slash(i + 1) && slash(i + 3)).find_map(|i| {
        match (number(i)?, number(i + 2)?) {
            (13..=31, 1..=12) => Some(DateOrder::Dmy),
            (1..=12, 13..=31) => Some(DateOrder::Mdy),
            _ => None,
        }
    })
}

/// `4 October` or `October 4`.
fn of_words(document: &Document) -> Option<DateOrder> {
    let words = || document.tokens().iter().map(|token| document.word(token));
    let (mut day_first, mut month_first) = (0, 0);
    for (before, after) in words().zip(words().skip(1)) {
        let day = |word: &str| word.len() <= 2 && word.parse::<u8>().is_ok_and(|day| day < 32);
        if day(before) && MONTHS.contains(&after) {
            day_first += 1;
        } else if MONTHS.contains(&before) && day(after) {
            month_first += 1;
        }
    }
    decided(day_first, month_first)
}

/// British or American spelling, pounds or dollars.
fn of_spelling(document: &Document) -> Option<DateOrder> {
    let count = |known: &[&str]| {
        let words = document.tokens().iter().map(|token| document.word(token));
        words.filter(|word| known.contains(word)).count()
    };
    decided(count(BRITISH), count(AMERICAN))
}

fn decided(day_first: usize, month_first: usize) -> Option<DateOrder> {
    match (day_first, month_first) {
        (1.., 0) => Some(DateOrder::Dmy),
        (0, 1..) => Some(DateOrder::Mdy),
        _ => None,
    }
}

const MONTHS: &[&str] = &[
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
    "Jan.",
    "Feb.",
    "Aug.",
    "Sept.",
    "Oct.",
    "Nov.",
    "Dec.",
];

const BRITISH: &[&str] = &[
    "£",
    "colour",
    "favour",
    "labour",
    "neighbour",
    "neighbours",
    "behaviour",
    "centre",
    "theatre",
    "metres",
    "kilometres",
    "litres",
    "tonnes",
    "defence",
    "offence",
    "programme",
    "travelling",
    "cancelled",
    "organisation",
    "organisations",
    "organised",
    "recognised",
    "realised",
    "analysed",
    "councillor",
    "councillors",
    "whilst",
    "grey",
    "tyre",
    "tyres",
    "ageing",
    "licence",
];

const AMERICAN: &[&str] = &[
    "color",
    "favor",
    "labor",
    "neighbor",
    "neighbors",
    "behavior",
    "center",
    "theater",
    "meters",
    "kilometers",
    "liters",
    "defense",
    "offense",
    "traveling",
    "canceled",
    "organization",
    "organizations",
    "organized",
    "recognized",
    "realized",
    "analyzed",
    "gray",
    "aging",
    "sheriff",
    "county",
    "statewide",
];
