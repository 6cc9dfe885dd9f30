//! Days of Asia and the Pacific that belong to no faith.

use super::{
    Holiday,
    on::On::{self, Fixed, Nowruz, Nth, Qingming, Years},
    years,
};

const fn day(names: &'static str, on: On) -> Holiday {
    Holiday::new(names, on)
}

pub(super) const HOLIDAYS: &[Holiday] = &[
    // China, Korea, Vietnam.
    day(
        "lunar new year|lunar new years day|chinese new year|chinese new years day|seollal|\
         chinese lunar new year|korean new year|vietnamese new year|tet festival|tết festival|\
         tet nguyen dan|tet holiday|lunar new year day",
        Years(&years::LUNAR_NEW_YEAR, 0),
    ),
    day("spring festival|tet|tết", Years(&years::LUNAR_NEW_YEAR, 0)).proper(),
    day("lunar new years eve|chinese new years eve", Years(&years::LUNAR_NEW_YEAR, -1)),
    day("lunar new year holiday|lunar new year holidays", Years(&years::LUNAR_NEW_YEAR, 0))
        .lasting(7),
    day("spring festival holiday|spring festival holidays", Years(&years::LUNAR_NEW_YEAR, 0))
        .lasting(7),
    day("lantern festival", Years(&years::LUNAR_NEW_YEAR, 14)).proper(),
    day("qingming|qingming festival|ching ming|ching ming festival|tomb sweeping day", Qingming),
    day(
        "dragon boat festival|duanwu|duanwu festival|tuen ng festival",
        Years(&years::DRAGON_BOAT, 0),
    ),
    day(
        "mid autumn festival|moon festival|mooncake festival|chuseok|mid autumn day",
        Years(&years::MID_AUTUMN, 0),
    ),
    day(
        "double ninth festival|double ninth|chung yeung|chung yeung festival|chongyang festival",
        Years(&years::DOUBLE_NINTH, 0),
    ),
    day("buddhas birthday", Years(&years::BUDDHAS_BIRTHDAY, 0)),
    day("golden week|national day golden week", Fixed(10, 1)).lasting(7).proper(),
    day("chinese national day|national day holiday", Fixed(10, 1)),
    day("double ten day|double tenth", Fixed(10, 10)),
    day("singles day|double 11|double eleven", Fixed(11, 11)),
    day("hangul day|hangeul day", Fixed(10, 9)),
    day("reunification day", Fixed(4, 30)).proper(),
    // Japan.
    day("coming of age day", Nth(1, 1, 2)),
    day("tanabata|tanabata festival", Fixed(7, 7)),
    day("obon|obon festival|bon festival", Fixed(8, 13)).lasting(4).proper(),
    day("hiroshima day", Fixed(8, 6)),
    // Southeast Asia.
    day("people power day|edsa revolution anniversary", Fixed(2, 25)),
    day("songkran|songkran festival|thai new year", Fixed(4, 13)).lasting(3),
    day("thingyan|thingyan festival|burmese new year", Fixed(4, 13)).lasting(4),
    day("hari merdeka|merdeka day", Fixed(8, 31)),
    day("malaysia day", Fixed(9, 16)),
    day("rizal day", Fixed(12, 30)),
    // South and central Asia.
    day("kargil vijay diwas", Fixed(7, 26)),
    day("gandhi jayanti|gandhis birthday|mahatma gandhis birthday", Fixed(10, 2)),
    day("ambedkar jayanti", Fixed(4, 14)),
    day("pakistan day", Fixed(3, 23)),
    day("kashmir solidarity day|kashmir day", Fixed(2, 5)),
    day("international mother language day|ekushey february", Fixed(2, 21)),
    day(
        "nowruz|norouz|noruz|norooz|nauroz|nawroz|newroz|navroz|naw ruz|now ruz|persian new year|\
         iranian new year|kurdish new year|nauryz|novruz",
        Nowruz,
    ),
    day("republic day", Fixed(1, 26)).proper(),
    // Australia and New Zealand.
    day("australia day|invasion day", Fixed(1, 26)),
    day("waitangi day", Fixed(2, 6)),
    day("anzac day", Fixed(4, 25)),
    day("naidoc week", Nth(7, 7, 1)).lasting(8),
    day("matariki", On::Listed(MATARIKI)).proper(),
    day("melbourne cup day|melbourne cup tuesday", Nth(11, 2, 1)),
];

/// As the law on the holiday lists it.
const MATARIKI: &[(i16, u8, u8)] = &[
    (2022, 6, 24),
    (2023, 7, 14),
    (2024, 6, 28),
    (2025, 6, 20),
    (2026, 7, 10),
    (2027, 6, 25),
    (2028, 7, 14),
    (2029, 7, 6),
    (2030, 6, 21),
];
