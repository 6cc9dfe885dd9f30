//! Whether dates in digits alone have the day or the month first.

use crate::{
    options::{DateOrder, Options},
    text::{Begins, Document},
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
///
/// `None` too where the article has nothing that the order decides on.
pub fn order(document: &Document, options: &Options) -> Option<Order> {
    if !has_digits(document.text()) {
        return None;
    }
    let sure = options.date_order.or_else(|| of_digits(document));
    let suggested = || of_words(document).or_else(|| of_spelling(document));
    sure.map(|order| Order { order, sure: true })
        .or_else(|| suggested().map(|order| Order { order, sure: false }))
}

/// Whether there may be days that the order decides on: `3/4`, `3.4.21`, `3-4-2021`.
fn has_digits(text: &str) -> bool {
    let bytes = text.as_bytes();
    let is = |i: usize, mark: u8| bytes.get(i) == Some(&mark);
    let digit = |i: usize| bytes.get(i).is_some_and(u8::is_ascii_digit);
    bytes.iter().enumerate().any(|(i, &mark)| match mark {
        b'/' => text[i + 1..].trim_start().starts_with(|c: char| c.is_ascii_digit()),
        b'-' | b'.' => digit(i + 1) && (is(i + 2, mark) || digit(i + 2) && is(i + 3, mark)),
        _ => false,
    })
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
        } else if day(after) && MONTHS.contains(&before) {
            month_first += 1;
        }
    }
    decided(day_first, month_first)
}

/// British or American spelling, pounds or dollars.
fn of_spelling(document: &Document) -> Option<DateOrder> {
    const BEGINS: Begins = Begins::NONE.with_all(BRITISH).with_all(AMERICAN);
    let (mut british, mut american) = (0, 0);
    let words = document.tokens().iter().map(|token| document.word(token));
    for word in words.filter(|word| BEGINS.may(word)) {
        british += usize::from(BRITISH.contains(&word));
        american += usize::from(AMERICAN.contains(&word));
    }
    decided(british, american)
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

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Option<(DateOrder, bool)> {
        order(&Document::read(text, &[]), &Options::default())
            .map(|found| (found.order, found.sure))
    }

    #[test]
    fn one_date_that_can_be_read_one_way_decides_and_spelling_suggests() {
        for (text, wanted) in [
            ("It shut on 13/4/2021.", Some((DateOrder::Dmy, true))),
            ("It shut on 4/13/2021.", Some((DateOrder::Mdy, true))),
            ("On 4 May the harbour filed for 3/4/2021.", Some((DateOrder::Dmy, false))),
            ("On May 4 the port filed for 3.4.21.", Some((DateOrder::Mdy, false))),
            ("The centre closed on 3-4-2021.", Some((DateOrder::Dmy, false))),
            ("The center closed on 03/ 4.", Some((DateOrder::Mdy, false))),
            ("The center of the city centre closed on 3/4.", None),
        ] {
            assert_eq!(read(text), wanted, "{text}");
        }
    }

    #[test]
    fn an_article_without_days_in_digits_needs_no_order() {
        for text in
            ["The centre closed on 4 May, either/or.", "A rise of 3.4 to 8-9 in the centre."]
        {
            assert_eq!(read(text), None, "{text}");
        }
    }
}
