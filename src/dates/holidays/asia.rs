//! Days of Asia and the Pacific that belong to no faith.

use super::{
    Holiday,
    on::On::{self, Equinox, Fixed, Nowruz, Nth, Qingming, Years},
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
    day("hung kings commemoration day|hung kings festival", Years(&years::HUNG_KINGS, 0)),
    day("golden week|national day golden week", Fixed(10, 1)).lasting(7).proper(),
    day("chinese national day|national day holiday", Fixed(10, 1)),
    day("national day holidays", Fixed(10, 1)).lasting(7),
    day("double ten day|double tenth", Fixed(10, 10)),
    day("singles day|double 11|double eleven", Fixed(11, 11)),
    day("double 12", Fixed(12, 12)),
    day("peace memorial day|228 memorial day", Fixed(2, 28)),
    day("hong kong handover anniversary", Fixed(7, 1)),
    day("army day", Fixed(1, 15)).proper(),
    day("samiljeol|independence movement day", Fixed(3, 1)).proper(),
    day("gwangbokjeol", Fixed(8, 15)),
    day("hangul day|hangeul day", Fixed(10, 9)),
    day("day of the sun", Fixed(4, 15)).proper(),
    day("reunification day", Fixed(4, 30)).proper(),
    // Japan.
    day("coming of age day", Nth(1, 1, 2)),
    day("hinamatsuri", Fixed(3, 3)),
    day("white day", Fixed(3, 14)).proper(),
    day("vernal equinox day", Equinox(0)),
    day("showa day", Fixed(4, 29)),
    day("greenery day", Fixed(5, 4)),
    day("tanabata|tanabata festival", Fixed(7, 7)),
    day("marine day", Nth(7, 1, 3)).proper(),
    day("mountain day", Fixed(8, 11)).proper(),
    day("obon|obon festival|bon festival", Fixed(8, 13)).lasting(4).proper(),
    day("respect for the aged day", Nth(9, 1, 3)),
    day("autumnal equinox day", Equinox(2)),
    day("culture day", Fixed(11, 3)).proper(),
    day("labor thanksgiving day|labour thanksgiving day", Fixed(11, 23)),
    day("hiroshima day", Fixed(8, 6)),
    // Southeast Asia.
    day("people power day|edsa revolution anniversary", Fixed(2, 25)),
    day("songkran|songkran festival|thai new year", Fixed(4, 13)).lasting(3),
    day("thingyan|thingyan festival|burmese new year", Fixed(4, 13)).lasting(4),
    day("day of valor|araw ng kagitingan", Fixed(4, 9)).proper(),
    day("pancasila day", Fixed(6, 1)),
    day("chakri day", Fixed(4, 6)),
    day("hari merdeka|merdeka day", Fixed(8, 31)),
    day("malaysia day", Fixed(9, 16)),
    day("ninoy aquino day", Fixed(8, 21)),
    day("bonifacio day", Fixed(11, 30)),
    day("rizal day", Fixed(12, 30)),
    // South and central Asia.
    day("kargil vijay diwas", Fixed(7, 26)),
    day("vijay diwas", Fixed(12, 16)),
    day("gandhi jayanti|gandhis birthday|mahatma gandhis birthday", Fixed(10, 2)),
    day("ambedkar jayanti", Fixed(4, 14)),
    day("netaji jayanti|parakram diwas", Fixed(1, 23)),
    day("national unity day|rashtriya ekta diwas", Fixed(10, 31)).proper(),
    day("pakistan day", Fixed(3, 23)),
    day("kashmir solidarity day|kashmir day", Fixed(2, 5)),
    day("international mother language day|ekushey february", Fixed(2, 21)),
    day(
        "nowruz|norouz|noruz|norooz|nauroz|nawroz|newroz|navroz|naw ruz|now ruz|persian new year|\
         iranian new year|kurdish new year|nauryz|novruz",
        Nowruz,
    ),
    day("sizdah bedar", Fixed(4, 2)),
    day("republic day", Fixed(1, 26)).proper(),
    // Australia and New Zealand.
    day("australia day|invasion day", Fixed(1, 26)),
    day("waitangi day", Fixed(2, 6)),
    day("anzac day", Fixed(4, 25)),
    day("national sorry day|sorry day", Fixed(5, 26)).proper(),
    day("reconciliation day", Fixed(5, 27)).proper(),
    day("mabo day", Fixed(6, 3)),
    day("naidoc week", Nth(7, 7, 1)).lasting(8),
    day("matariki", On::Listed(MATARIKI)).proper(),
    day("afl grand final day", Nth(9, 6, -1)),
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
