//! National days whose names tell the country, in Africa, the Middle East and elsewhere.

use super::{
    Holiday,
    on::On::{self, Fixed, Nth},
};

const fn day(names: &'static str, on: On) -> Holiday {
    Holiday::new(names, on)
}

pub(super) const HOLIDAYS: &[Holiday] = &[
    day("freedom day", Fixed(4, 27)).proper(),
    day("mandela day|nelson mandela day|nelson mandela international day", Fixed(7, 18)),
    day("africa day|african liberation day", Fixed(5, 25)),
    day("revolution day", Fixed(7, 23)).proper(),
    day("nakba day", Fixed(5, 15)),
    day("saudi national day", Fixed(9, 23)),
    day("qatar national day", Fixed(12, 18)),
    day("uae national day|emirati national day", Fixed(12, 2)),
    day("kuwait national day", Fixed(2, 25)),
    day("childrens day|national sovereignty and childrens day", Fixed(11, 20)).proper(),
    day("teachers day", Fixed(10, 5)).proper(),
    day("liberation day", Fixed(4, 25)).proper(),
    day("grandparents day", Nth(9, 7, 1)).proper(),
    day("queens birthday|kings birthday", Nth(6, 1, 2)).proper(),
];
