//! Days of feasts, year by year. Made by `src/data/sources/feasts.py`; edit that.

use super::moving::Years;

/// The 8th day of the 4th Chinese month.
#[rustfmt::skip]
pub static BUDDHAS_BIRTHDAY: Years = Years::new(1950, 4, 28, b"\
    =2&9/B6,?4(;0&8-@5)<1'9/$7+>3(:0&9-@5*<1':/A7,=3(;0%8-?4*=1':/#6+>3(;1%8-?4*=2'9.A5+>4(;0%\
    7,?5*=2'9.A6+>4);0%8,?5*<1&9.#6,>3(;/%8-?5*=1&9/#6,>2(:0%8-@5");

/// The 9th day of the 9th Chinese month.
#[rustfmt::skip]
pub static DOUBLE_NINTH: Years = Years::new(1950, 10, 1, b"\
    5+=2':.A7,>4);0%8.@5*=1&9/A7,?3(;0%8.A5*<2&9/B6,>3(;0&8-@5)<2'9/$7+>3);0&9-?4*<2':.#6+=3)<\
    0%8-?4*=2':/@6+>3);0$7-@4*=2&9.A6+>4(;0%7-@5*=2'8.A7+>3(:/%8.");

/// The 5th day of the 5th Chinese month.
#[rustfmt::skip]
pub static DRAGON_BOAT: Years = Years::new(1950, 5, 27, b"\
    :0$6,?4)<1%8-@5+>3':/$6,?5)<1&8-@6+=2'9/$7,?4);0&9-@6+=2':/$7->3);0&9.@5*=1':0$7,?3(;1&9.#\
    5*=2':/%6+>4(;1&8-@5*=2(:/$7+>4);1&8-?5+=2(:.#6,>4)<0%8-?5+>3");

/// The first day of the Chinese year.
#[rustfmt::skip]
pub static LUNAR_NEW_YEAR: Years = Years::new(1950, 1, 21, b"\
    >3);0&9-?5*<2':/#6,>3)<0%8-?4*=2':/A6+>3)<1%7-@4*=2&9.$6+?4(;0%7-@5*=2'9.$7+>3(:0%8-@5*<1&\
    9.$7,>3(;/%8.@5*<1&9/#6+>2(;0%8-@4)<2&9/$6+>3(;0&7,?4)<2'9.#6");

/// The 15th day of the 8th Chinese month.
#[rustfmt::skip]
pub static MID_AUTUMN: Years = Years::new(1950, 9, 7, b"\
    6+=2':/$7-?4)<0&9.@6+=2':0$7-?3(;1&9.A5*=2':0%7,?4(;1'8.@5*=2(:/$7+>4);1&9-@5+=2(;/$7,>4)<\
    0&8-?5+>2':/#6,?4)<1%8-@5+=3'9/$6,?4(;0&8-@6*=2'9.$7,?4):0%9.");

/// The birth of the Buddha as Singapore keeps it.
#[rustfmt::skip]
pub static VESAK: Years = Years::new(2001, 5, 5, b"\
    %8-?4*=1':/#6+>3(;1%8-?4*=");

/// The full moon of Thai, as Malaysia keeps it.
#[rustfmt::skip]
pub static THAIPUSAM: Years = Years::new(2001, 1, 17, b"\
    8-#6*=3(:/&8-#4*:1'9.$6+<2");

/// The feast of lights as India keeps it.
#[rustfmt::skip]
pub static DIWALI: Years = Years::new(2001, 10, 17, b"\
    ?5+=2':.#6,>4)<0%8-?5*=1&9/#6,?3(;0");

/// The fifth of Magha.
#[rustfmt::skip]
pub static BASANT_PANCHAMI: Years = Years::new(2001, 1, 19, b"\
    -@5*<1':/$7,=3(;0&8-?4*=1':/#6+>3(;");

/// The birth of the Buddha as India keeps it.
#[rustfmt::skip]
pub static BUDDHA_PURNIMA: Years = Years::new(2001, 4, 30, b"\
    #6+=:0%7+>4)<1'8-#5*=3(:/$7+>4*<1&9");

/// The first of nine nights in spring.
#[rustfmt::skip]
pub static CHAITRA_NAVRATRI: Years = Years::new(2001, 3, 17, b"\
    ,>3(:0&8-#5)<1'9/$7+>3(:0&9-@5*<1':");

/// The main day of Chhath.
#[rustfmt::skip]
pub static CHHATH_PUJA: Years = Years::new(2001, 10, 23, b"\
    @5*<2(;/$6,>3)<1&8-?5*>2(:/#6,?4)<1");

/// The victory of Rama.
#[rustfmt::skip]
pub static DUSSEHRA: Years = Years::new(2001, 9, 27, b"\
    @5+<2(;/$7,>3)<1&9.?5+>2(:/#6,?4)<1");

/// The birth of Ganesha.
#[rustfmt::skip]
pub static GANESH_CHATURTHI: Years = Years::new(2001, 8, 22, b"\
    #6,>3(;/$7-?5*=1&9.#6,?3(:0$7-@4)<1");

/// The day after Diwali, or the next.
#[rustfmt::skip]
pub static GOVARDHAN_PUJA: Years = Years::new(2001, 10, 18, b"\
    ?5+=2':.#6,>4)<0%8-?5*=2':/#6,?3(;0");

/// New year in Maharashtra, the Deccan and Kashmir.
#[rustfmt::skip]
pub static GUDI_PADWA: Years = Years::new(2001, 3, 16, b"\
    -?4(;1&8.#6*=2(:/%8,?4);1&9.@5+=2(;");

/// The birth of Guru Nanak.
#[rustfmt::skip]
pub static GURU_NANAK_JAYANTI: Years = Years::new(2001, 11, 2, b"\
    ?4);0&9.#6+=2':/%8-?4)<0&9/#6+=2':0");

/// The day of teachers.
#[rustfmt::skip]
pub static GURU_PURNIMA: Years = Years::new(2001, 7, 2, b"\
    &9.#6,?3(:0$7-@4*<1&9.$6+>3':0%7-@5");

/// The birth of Hanuman.
#[rustfmt::skip]
pub static HANUMAN_JAYANTI: Years = Years::new(2001, 3, 30, b"\
    ,?4)<1&8-#6*=3(:/$7,?4*;0&8-@6+=2':");

/// The feast of colours.
#[rustfmt::skip]
pub static HOLI: Years = Years::new(2001, 3, 1, b"\
    ,?4)<1&8-#6*=3(:/$7,?4*;0&8-#6+=2':");

/// The birth of Krishna.
#[rustfmt::skip]
pub static JANMASHTAMI: Years = Years::new(2001, 8, 10, b"\
    %8-?4)<1':/#5+=2(;1%7,?3)<2&9.#5*>3");

/// The fast of wives.
#[rustfmt::skip]
pub static KARWA_CHAUTH: Years = Years::new(2001, 10, 7, b"\
    ?4);0&9-#6+=2':/$7-?4)<0&9.#6+=1':0");

/// The birth of Mahavira.
#[rustfmt::skip]
pub static MAHAVIR_JAYANTI: Years = Years::new(2001, 3, 29, b"\
    +>4(;0%7,A5*=2'9.#6+>3):/%7,?5*<1&9");

/// The eighth day of Durga.
#[rustfmt::skip]
pub static MAHA_ASHTAMI: Years = Years::new(2001, 9, 26, b"\
    ?4*<2':.#6+=3)<0%8->4*=2':.#5+>3);0");

/// The great night of Shiva.
#[rustfmt::skip]
pub static MAHA_SHIVARATRI: Years = Years::new(2001, 2, 11, b"\
    -@5*<2(:/$6,>3);0%8-?5*<2':/#6,>3)<");

/// The sun enters Capricorn.
#[rustfmt::skip]
pub static MAKAR_SANKRANTI: Years = Years::new(2001, 1, 14, b"\
    ###$##$$##$$##$$##$$######$$##$$##$");

/// The harvest feast of Kerala.
#[rustfmt::skip]
pub static ONAM: Years = Years::new(2001, 8, 20, b"\
    .$6+=3):0&7,>5+<2(9.$6,=3):/%7-#4+<");

/// The harvest feast of the Tamils.
#[rustfmt::skip]
pub static PONGAL: Years = Years::new(2001, 1, 14, b"\
    ##$$##$$##$$##$$##$$##$$##$$##$$##$");

/// The day of brothers and sisters.
#[rustfmt::skip]
pub static RAKSHA_BANDHAN: Years = Years::new(2001, 8, 2, b"\
    %7->4*=1&9.#5+>3(;0$7,?4*=2&8.#5+>3");

/// The birth of Rama.
#[rustfmt::skip]
pub static RAM_NAVAMI: Years = Years::new(2001, 3, 24, b"\
    ,?5)<0%8-#6+=2'9.$7,?4);0%9-@6+=1':");

/// The cars of Puri.
#[rustfmt::skip]
pub static RATH_YATRA: Years = Years::new(2001, 6, 19, b"\
    ':/#6+>2(;1%8-@4)<2':/$5+>3(;0&7,?5");

/// The first of nine nights in autumn.
#[rustfmt::skip]
pub static SHARAD_NAVRATRI: Years = Years::new(2001, 9, 19, b"\
    ?5*<2':.#6,>3);/%8-?5*=1&9.#6,?3(;0");

/// New year in the Punjab.
#[rustfmt::skip]
pub static VAISAKHI: Years = Years::new(2001, 4, 13, b"\
    #$$#$$$#$$$##$$#$$$#$$$##$$#$$$#$$$");

/// New year in Kerala.
#[rustfmt::skip]
pub static VISHU: Years = Years::new(2001, 4, 13, b"\
    $$$#$$%$$$$$$%%$$$$$$%%$$%%$$%%$$$$");

/// The first day of the Hijri year 1369: year, month and day.
pub const HIJRI_FROM: (i32, u8, u8) = (1949, 10, 23);

/// The first year of [`HIJRI`].
pub const HIJRI_YEAR: i32 = 1369;

/// The months of the Umm al-Qura calendar that have 30 days, the first month in the lowest bit;
/// the others have 29.
#[rustfmt::skip]
pub static HIJRI: [u16; 132] = [
    0x6d5, 0x555, 0xea5, 0xd2a, 0xaaa, 0xcd5, 0x655, 0x572, 0xda9, 0x555, 0xaaa, 0x555,
    0x52d, 0xa6d, 0x55a, 0x555, 0x74d, 0xd53, 0xd54, 0x556, 0xd55, 0x2d5, 0xd55, 0xd54,
    0xd45, 0x655, 0x52d, 0xa5d, 0x55a, 0xad5, 0x6aa, 0xd4b, 0x52a, 0xa57, 0x4ae, 0x976,
    0x56c, 0xb55, 0xaaa, 0xa55, 0x4ad, 0x95d, 0x2da, 0x5d9, 0xdb2, 0xba4, 0xb4a, 0xa55,
    0x2b5, 0x575, 0xb6a, 0xbd2, 0xbc4, 0xb89, 0xa95, 0x52d, 0x5ad, 0xb6a, 0x6d4, 0xdc9,
    0xd92, 0xaa6, 0x956, 0x2ae, 0x56d, 0x36a, 0xb55, 0xaaa, 0x94d, 0x49d, 0x95d, 0x2ba,
    0x5b5, 0x5aa, 0xd55, 0xa9a, 0x92e, 0x26e, 0x55d, 0xada, 0x6d4, 0x6a5, 0x54b, 0xa97,
    0x54e, 0xaae, 0x5ac, 0xba9, 0xd92, 0xb25, 0x64b, 0xcab, 0x55a, 0xb55, 0x6d2, 0xea5,
    0xe4a, 0xa95, 0x52d, 0xaad, 0x36c, 0x759, 0x6d2, 0x695, 0x52d, 0xa5b, 0x4ba, 0x9ba,
    0x3b4, 0xb69, 0xb52, 0xaa6, 0x4b6, 0x96d, 0x2ec, 0x6d9, 0xeb2, 0xd54, 0xd2a, 0xa56,
    0x4ae, 0x96d, 0xd6a, 0xb54, 0xb29, 0xa93, 0x52b, 0xa57, 0x536, 0xab5, 0x6aa, 0xe93,
];
