//! Days of the Americas.

use super::{
    Holiday,
    on::{
        On::{self, Before, Changed, Easter, Fixed, Fourth, FromNth, Listed, Moved, Nth},
        UNKNOWN,
    },
};

const fn day(names: &'static str, on: On) -> Holiday {
    Holiday::new(names, on)
}

pub(super) const HOLIDAYS: &[Holiday] = &[
    // United States.
    day("inauguration day", Fourth(1, 1, 20)),
    day(
        "martin luther king day|martin luther king jr day|martin luther king junior day|\
         dr martin luther king jr day|mlk day|mlk jr day|mlk holiday",
        Nth(1, 1, 3),
    ),
    day("groundhog day|ground hog day", Fixed(2, 2)),
    day("super bowl sunday|super bowl sundays|superbowl sunday", SUPER_BOWL),
    day("lincolns birthday", Fixed(2, 12)),
    day("presidents day|washingtons birthday|george washingtons birthday", Nth(2, 1, 3)),
    day("super tuesday", Listed(SUPER_TUESDAYS)),
    day("cesar chavez day", Fixed(3, 31)),
    day("equal pay day", Listed(EQUAL_PAY)).proper(),
    // Emancipation Day in Washington moves it too.
    day("tax day", Moved(4, 15, [0, 0, 0, 0, 3, 3, 2])).proper(),
    day("patriots day", Nth(4, 1, 3)).proper(),
    day("arbor day", Nth(4, 5, -1)),
    day("national day of prayer", Nth(5, 4, 1)),
    day("kentucky derby day|derby day", Nth(5, 6, 1)).proper(),
    day("mothers day", Nth(5, 7, 2)),
    day("armed forces day", Nth(5, 6, 3)).proper(),
    day("memorial day", Nth(5, 1, -1)),
    day("flag day", Fixed(6, 14)).proper(),
    day("fathers day", Nth(6, 7, 3)),
    day("juneteenth|juneteenth national independence day|juneteenth day", Fixed(6, 19)),
    day("independence day|july fourth holiday", Fixed(7, 4)).proper(),
    day("womens equality day", Fixed(8, 26)),
    day("labor day", Nth(9, 1, 1)),
    day("patriot day", Fixed(9, 11)).proper(),
    day("constitution day", Fixed(9, 17)).proper(),
    day("national coming out day", Fixed(10, 11)),
    day("columbus day|indigenous peoples day|indigenous people day", Nth(10, 1, 2)),
    day("election day", FromNth(11, 1, 1, 1)),
    day("veterans day|veteran day|veterans holiday", Fixed(11, 11)),
    day(
        "thanksgiving|thanksgiving day|turkey day|american thanksgiving|us thanksgiving",
        Nth(11, 4, 4),
    ),
    day("thanksgiving weekend|thanksgiving holiday weekend", Nth(11, 4, 4)).lasting(4),
    day("black friday|day after thanksgiving", FromNth(11, 4, 4, 1)),
    day("small business saturday", FromNth(11, 4, 4, 2)),
    day("cyber monday", FromNth(11, 4, 4, 4)),
    day("giving tuesday", FromNth(11, 4, 4, 5)),
    day("pearl harbor day|pearl harbor remembrance day", Fixed(12, 7)),
    day("kwanzaa|kwanza", Fixed(12, 26)).lasting(7).proper(),
    day("fat tuesday", Easter(-47)),
    day("start of daylight saving time|beginning of daylight saving time", DST_START),
    day("end of daylight saving time", DST_END),
    // Canada.
    day("family day", Nth(2, 1, 3)).proper(),
    day("commonwealth day", Nth(3, 1, 2)),
    day("victoria day|may long weekend", Before(5, 25, 1, 0)),
    day("st jean baptiste day|saint jean baptiste day|fete nationale du quebec", Fixed(6, 24)),
    day("national indigenous peoples day|national aboriginal day|aboriginal day", Fixed(6, 21)),
    day("canada day|dominion day", Fixed(7, 1)),
    day("civic holiday|simcoe day|heritage day|british columbia day|bc day", Nth(8, 1, 1)).proper(),
    day(
        "national day for truth and reconciliation|truth and reconciliation day|orange shirt day",
        Fixed(9, 30),
    ),
    day("canadian thanksgiving|canadian thanksgiving day", Nth(10, 1, 2)),
    // Latin America and the Caribbean.
    day("cinco de mayo", Fixed(5, 5)),
    day("emancipation day", Fixed(8, 1)).proper(),
    day(
        "day of the dead|dia de los muertos|día de los muertos|dia de muertos|día de muertos",
        Fixed(11, 2),
    ),
    day("black consciousness day|black awareness day", Fixed(11, 20)),
];

const SUPER_BOWL: On = Changed(2004, &UNKNOWN, &Changed(2022, &Nth(2, 7, 1), &Nth(2, 7, 2)));
const DST_START: On = Changed(1987, &UNKNOWN, &Changed(2007, &Nth(4, 7, 1), &Nth(3, 7, 2)));
const DST_END: On = Changed(1967, &UNKNOWN, &Changed(2007, &Nth(10, 7, -1), &Nth(11, 7, 1)));

const SUPER_TUESDAYS: &[(i16, u8, u8)] = &[
    (1984, 3, 13),
    (1988, 3, 8),
    (1992, 3, 10),
    (1996, 3, 12),
    (2000, 3, 7),
    (2004, 3, 2),
    (2008, 2, 5),
    (2012, 3, 6),
    (2016, 3, 1),
    (2020, 3, 3),
    (2024, 3, 5),
];

/// As the National Committee on Pay Equity set it.
const EQUAL_PAY: &[(i16, u8, u8)] = &[
    (2014, 4, 8),
    (2015, 4, 14),
    (2016, 4, 12),
    (2017, 4, 4),
    (2018, 4, 10),
    (2019, 4, 2),
    (2020, 3, 31),
    (2021, 3, 24),
    (2022, 3, 15),
    (2023, 3, 14),
    (2024, 3, 12),
    (2025, 3, 25),
];
