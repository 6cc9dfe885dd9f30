//! Days that the world keeps: the United Nations' days, the seasons, trade and play.

use super::{
    Holiday,
    on::On::{self, Equinox, Fixed, Nth},
};

const fn day(names: &'static str, on: On) -> Holiday {
    Holiday::new(names, on)
}

pub(super) const HOLIDAYS: &[Holiday] = &[
    // Seasons.
    day("spring equinox|vernal equinox|march equinox", Equinox(0)),
    day("summer solstice|june solstice|longest day of the year", Equinox(1)),
    day("autumn equinox|autumnal equinox|fall equinox|september equinox", Equinox(2)),
    day("winter solstice|december solstice|shortest day of the year", Equinox(3)),
    day("leap day|leap year day", Fixed(2, 29)),
    day("ides of march", Fixed(3, 15)),
    day("earth hour", Nth(3, 6, -1)),
    day("april fools day|april fools|april fool day|april fool|all fools day", Fixed(4, 1)),
    day("may day", Fixed(5, 1)).proper(),
    day("international workers day|international labour day|international labor day", Fixed(5, 1)),
    day("labour day|workers day|world labour day", Fixed(5, 1)).proper(),
    // United Nations and the like, in the order of the year.
    day(
        "international holocaust remembrance day|holocaust remembrance day|holocaust memorial day|\
         auschwitz liberation day",
        Fixed(1, 27),
    ),
    day("world cancer day", Fixed(2, 4)),
    day("safer internet day", Nth(2, 2, 2)),
    day("world radio day", Fixed(2, 13)),
    day("world book day", Nth(3, 4, 1)),
    day("international womens day|world womens day|iwd", Fixed(3, 8)),
    day("womens day", Fixed(3, 8)).proper(),
    day("pi day", Fixed(3, 14)).proper(),
    day("red nose day|comic relief day", Nth(3, 5, 3)),
    day("international day of happiness|world happiness day", Fixed(3, 20)),
    day("world poetry day|world down syndrome day", Fixed(3, 21)),
    day("world water day", Fixed(3, 22)),
    day("world tuberculosis day|world tb day", Fixed(3, 24)),
    day(
        "international transgender day of visibility|international trans day of visibility",
        Fixed(3, 31),
    ),
    day("world autism awareness day|autism awareness day|world autism day", Fixed(4, 2)),
    day("world health day", Fixed(4, 7)),
    day("international roma day", Fixed(4, 8)),
    day("earth day|world earth day|international mother earth day", Fixed(4, 22)),
    day("world malaria day", Fixed(4, 25)),
    day("world intellectual property day|chernobyl disaster remembrance day", Fixed(4, 26)),
    day("world press freedom day|press freedom day", Fixed(5, 3)),
    day("star wars day|may the fourth be with you", Fixed(5, 4)),
    day("world red cross day|world red cross and red crescent day", Fixed(5, 8)),
    day("international nurses day|nurses day", Fixed(5, 12)),
    day(
        "international day against homophobia|idahobit|\
         international day against homophobia biphobia and transphobia",
        Fixed(5, 17),
    ),
    day("world bee day", Fixed(5, 20)),
    day("world no tobacco day|no tobacco day", Fixed(5, 31)),
    day("international childrens day", Fixed(6, 1)),
    day("world environment day", Fixed(6, 5)),
    day("world oceans day|world ocean day", Fixed(6, 8)),
    day("world blood donor day", Fixed(6, 14)),
    day("world refugee day", Fixed(6, 20)),
    day(
        "world music day|international yoga day|international day of yoga|fete de la musique",
        Fixed(6, 21),
    ),
    day("international day against drug abuse|world drug day", Fixed(6, 26)),
    day("world population day", Fixed(7, 11)),
    day("world hepatitis day", Fixed(7, 28)),
    day("world photography day|world humanitarian day", Fixed(8, 19)),
    day("international overdose awareness day", Fixed(8, 31)),
    day("international literacy day", Fixed(9, 8)),
    day("world suicide prevention day", Fixed(9, 10)),
    day("international day of democracy", Fixed(9, 15)),
    day("international day of peace|world peace day|world alzheimers day", Fixed(9, 21)),
    day("world tourism day", Fixed(9, 27)),
    day("world animal day", Fixed(10, 4)),
    day("world teachers day", Fixed(10, 5)),
    day("world mental health day|world day against the death penalty", Fixed(10, 10)),
    day(
        "international day of the girl|international day of the girl child|day of the girl",
        Fixed(10, 11),
    ),
    day("world food day", Fixed(10, 16)),
    day("international day for the eradication of poverty|world poverty day", Fixed(10, 17)),
    day("united nations day|un day|world polio day", Fixed(10, 24)).proper(),
    day("world kindness day", Fixed(11, 13)),
    day("world diabetes day", Fixed(11, 14)),
    day("international mens day|world toilet day", Fixed(11, 19)),
    day("world childrens day|universal childrens day", Fixed(11, 20)),
    day("transgender day of remembrance|trans day of remembrance", Fixed(11, 20)),
    day(
        "international day for the elimination of violence against women|white ribbon day",
        Fixed(11, 25),
    ),
    day("world aids day", Fixed(12, 1)),
    day("international day of persons with disabilities", Fixed(12, 3)),
    day("human rights day|international human rights day", Fixed(12, 10)),
];
