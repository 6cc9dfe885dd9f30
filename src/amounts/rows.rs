//! The rules of amounts, with their evidence.

use crate::rules::Rule;

pub(super) const RULES: &[&Rule] = &[&MONEY, &PERCENT, &QUANTITY, &AGE, &ORDINAL, &COUNT];

pub(super) static MONEY: Rule = Rule {
    id: "amount.money",
    note: "a currency beside a number",
    hits: &[
        "The pier cost ⟦more than €14m|14000000⟧.",
        "It paid ⟦US$4.5bn|4500000000⟧ and ⟦10 million dollars|10000000⟧ more.",
        "Rents of ⟦£800|800⟧ a month are common, ⟦$3m-$5m|3000000..5000000⟧ is not.",
        "Its price fell from ⟦$7 to $5|5..7⟧, and then from ⟦£3m to £900,000|900000..3000000⟧.",
        "A fine of ⟦between 3 and 5 million euros|3000000..5000000⟧.",
        "They asked for ⟦500 roubles|500⟧ or ⟦Rs 25 lakh|2500000⟧.",
    ],
    misses: &[
        "He won the match.",
        "The rand fell.",
        "She pounds the table 3 times.",
        "A 20-pound baby.",
    ],
}
.lean();

pub(super) static PERCENT: Rule = Rule {
    id: "amount.percent",
    note: "a share of a hundred",
    hits: &[
        "Turnout fell by ⟦3%|3⟧.",
        "Growth of ⟦between 3 and 5 per cent|3..5⟧ is likely.",
        "Some said ⟦about 12.5 percent|12.5⟧, others ⟦3-5%|3..5⟧.",
        "Rates rose ⟦0.25 percentage points|0.25⟧.",
    ],
    misses: &["A fee of 3 cents per copy.", "Per 3 people."],
}
.lean();

pub(super) static QUANTITY: Rule = Rule {
    id: "amount.quantity",
    note: "a measure with its unit",
    hits: &[
        "Guns of ⟦122mm|122⟧ and ⟦152mm|152⟧ calibre.",
        "The road is ⟦5 km|5⟧ long and ⟦at least 20 feet|20⟧ wide.",
        "Winds of ⟦110 km/h|110⟧ are likely, and ⟦15°C|15⟧ by noon.",
        "The sea rises by ⟦2 cm a year|2⟧, the sand by ⟦half a metre|0.5⟧.",
        "It covers ⟦1,010 square kilometres|1010⟧.",
        "At ⟦27 degrees Celsius|27⟧ the snow was gone.",
        "They shipped ⟦two million tonnes|2000000⟧ of wheat and a ⟦20-pound|20⟧ turkey.",
    ],
    misses: &["He ran for 5 days.", "Miles ran home.", "G 7 met."],
}
.lean();

pub(super) static AGE: Rule = Rule {
    id: "amount.age",
    note: "years lived",
    hits: &[
        "Tom Ashby, ⟦61|61⟧, a fisherman, was less moved.",
        "The ⟦61-year-old|61⟧ was moved.",
        "A woman aged ⟦35|35⟧ was hurt.",
    ],
    misses: &["On May 3, 12, and 14 it rained.", "A 61-year wait.", "He won 6-1, 6-2."],
}
.lean();

pub(super) static ORDINAL: Rule = Rule {
    id: "amount.ordinal",
    note: "a place in a row",
    hits: &[
        "It was her ⟦third|3⟧ win.",
        "The ⟦21st|21⟧ mill in the valley.",
        "Her ⟦first|1⟧ win came in the ⟦second|2⟧ race.",
    ],
    misses: &[
        "He joined the Second Division.",
        "First Nations artists came.",
        "At first nobody won.",
        "Two thirds of it.",
        "It turned once a second.",
    ],
}
.lean();

pub(super) static COUNT: Rule = Rule {
    id: "amount.count",
    note: "how many",
    hits: &[
        "It spent ⟦more than 10 million|10000000⟧ projectiles.",
        "There were ⟦at least six|6⟧ launches and ⟦nine|9⟧ piles.",
        "Only ⟦two-thirds|0.6666666666666666⟧ of the piles held.",
        "⟦A dozen|12⟧ boats came with ⟦14m|14000000⟧ people.",
    ],
    misses: &[
        "They won 3-1 at 10:14 in room 12.",
        "Apollo 11 flew in 1969.",
        "One of them left.",
        "Her half brother scored before half time.",
        "Call 555-0134.",
        "Open 24/7.",
    ],
}
.lean();
