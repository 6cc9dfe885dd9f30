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
    day("youth day", Fixed(6, 16)).proper(),
    day("mandela day|nelson mandela day|nelson mandela international day", Fixed(7, 18)),
    day("day of reconciliation", Fixed(12, 16)).proper(),
    day("madaraka day", Fixed(6, 1)),
    day("mashujaa day", Fixed(10, 20)),
    day("jamhuri day", Fixed(12, 12)),
    day("saba saba|saba saba day", Fixed(7, 7)).proper(),
    day("democracy day", Fixed(6, 12)).proper(),
    day("adwa victory day", Fixed(3, 2)),
    day("africa day|african liberation day", Fixed(5, 25)),
    day("day of the african child", Fixed(6, 16)),
    day("revolution day", Fixed(7, 23)).proper(),
    day("sinai liberation day", Fixed(4, 25)),
    day("green march day", Fixed(11, 6)),
    day("throne day", Fixed(7, 30)).proper(),
    day("land day", Fixed(3, 30)).proper(),
    day("nakba day", Fixed(5, 15)),
    day("naksa day", Fixed(6, 5)),
    day("saudi national day", Fixed(9, 23)),
    day("saudi founding day", Fixed(2, 22)),
    day("qatar national day", Fixed(12, 18)),
    day("uae national day|emirati national day", Fixed(12, 2)),
    day("kuwait national day", Fixed(2, 25)),
    day("islamic republic day", Fixed(4, 1)),
    day("islamic revolution day", Fixed(2, 11)),
    day("student day", Fixed(12, 7)).proper(),
    day("yalda night|shab e yalda", Fixed(12, 21)),
    day("childrens day|national sovereignty and childrens day", Fixed(11, 20)).proper(),
    day("teachers day", Fixed(10, 5)).proper(),
    day("doctors day", Fixed(3, 30)).proper(),
    day("democracy and national unity day", Fixed(7, 15)),
    day("liberation day", Fixed(4, 25)).proper(),
    day("heroes day", Fixed(8, 26)).proper(),
    day("heroes and defence forces day", Nth(8, 1, 2)),
    day("martyrs day", Fixed(1, 30)).proper(),
    day("unity day", Fixed(11, 4)).proper(),
    day("statehood day", Fixed(7, 15)).proper(),
    day("restoration of independence day", Fixed(12, 1)).proper(),
    day("defenders day", Fixed(10, 1)).proper(),
    day("foundation day", Fixed(10, 3)).proper(),
    day("navy day", Fixed(12, 4)).proper(),
    day("air force day", Fixed(10, 8)).proper(),
    day("grandparents day", Nth(9, 7, 1)).proper(),
    day("queens birthday|kings birthday", Nth(6, 1, 2)).proper(),
];
