//! Days of other faiths. Feasts that begin at sunset stand on the day that follows.

use super::{
    Holiday,
    on::On::{self, Fixed, Hebrew, HebrewMoved, Hijri, Years},
    years,
};

const fn day(names: &'static str, on: On) -> Holiday {
    Holiday::new(names, on)
}

pub(super) const HOLIDAYS: &[Holiday] = &[
    // Judaism.
    day("tu bishvat|tu bshvat|tu b shvat", Hebrew(11, 15)),
    day("purim", Hebrew(12, 14)).proper(),
    day("passover|pesach|pesah|feast of passover|passover holiday", Hebrew(1, 15))
        .lasting(8)
        .proper(),
    day(
        "yom hashoah|yom ha shoah|israels holocaust remembrance day|israeli holocaust remembrance day",
        HebrewMoved(1, 27, [0, 0, 0, 0, -1, 0, 1]),
    ),
    day(
        "yom hazikaron|yom ha zikaron|israels memorial day|israeli memorial day",
        HebrewMoved(2, 4, [0, 0, 0, -1, -2, 0, 1]),
    ),
    day("yom haatzmaut|yom ha atzmaut|yom haatzmaout", HebrewMoved(2, 5, [1, 0, 0, 0, -1, -2, 0])),
    day("lag baomer|lag bomer|lag b omer|lag ba omer", Hebrew(2, 18)),
    day("yom yerushalayim|jerusalem day", Hebrew(2, 28)).proper(),
    day("shavuot|shavuos|feast of weeks", Hebrew(3, 6)).lasting(2),
    day(
        "tisha bav|tisha b av|tishah bav|tisha baav|ninth of av",
        HebrewMoved(5, 9, [0, 0, 0, 0, 0, 1, 0]),
    ),
    day("rosh hashanah|rosh hashana|rosh ha shanah|jewish new year", Hebrew(7, 1)).lasting(2),
    day("yom kippur|day of atonement", Hebrew(7, 10)),
    day("sukkot|succot|sukkoth|sukkos|feast of tabernacles", Hebrew(7, 15)).lasting(7),
    day("simchat torah|simhat torah|simchas torah", Hebrew(7, 23)),
    day(
        "hanukkah|chanukah|hanukah|chanukkah|channukah|hannukah|hanuka|jewish festival of lights",
        Hebrew(9, 25),
    )
    .lasting(8),
    // Islam.
    day("islamic new year|hijri new year|muslim new year|al hijra", Hijri(1, 1)),
    day("muharram|awal muharram", Hijri(1, 1)).proper(),
    day("ashura|ashoura|ashoora|day of ashura|yaum e ashur|youm e ashur", Hijri(1, 10)).proper(),
    day("mawlid|maulid|maouloud|maulud", Hijri(3, 12)).proper(),
    day(
        "mawlid al nabi|mawlid an nabi|maulid nabi|mawlid un nabi|milad un nabi|eid milad un nabi|\
         eid e milad un nabi|eid e milad|eid milad|eid miladun nabi|eid ul milad|eid maulud|\
         eid el maulud|prophet muhammads birthday|prophets birthday|prophet mohammeds birthday|\
         prophet mohammads birthday|birthday of prophet muhammad|birthday of the prophet muhammad|\
         birthday of the prophet",
        Hijri(3, 12),
    ),
    day(
        "isra and miraj|isra miraj|al isra wal miraj|laylat al miraj|lailat al miraj|shab e meraj|\
         isra and mi raj",
        Hijri(7, 27),
    ),
    day("shab e barat|shab i barat|mid shaban|laylat al baraat", Hijri(8, 15)),
    day("ramadan|ramadhan|ramazan|ramzan|ramadaan", Hijri(9, 1)).lasting(0).proper(),
    day("start of ramadan|beginning of ramadan|first day of ramadan|first of ramadan", Hijri(9, 1)),
    day(
        "laylat al qadr|lailat al qadr|lailatul qadr|laylatul qadr|laylat ul qadr|night of power|\
         shab e qadr|night of destiny",
        Hijri(9, 27),
    ),
    day(
        "eid al fitr|eid ul fitr|eid el fitr|eid alfitr|eid fitr|id al fitr|id ul fitr|idul fitri|\
         eid al fitr holiday|hari raya aidilfitri|hari raya puasa|aidilfitri|hari raya|lebaran|\
         eidul fitr|eid ulfitr|ramazan bayrami|eid e fitr|korite|end of ramadan",
        Hijri(10, 1),
    ),
    day("eid|bayram", Hijri(10, 1)).proper(),
    day("day of arafah|day of arafat|arafat day|yawm arafah", Hijri(12, 9)),
    day(
        "eid al adha|eid ul adha|eid el adha|eid aladha|eid adha|id al adha|id ul adha|idul adha|\
         bakrid|bakra eid|bakr eid|eid ul azha|eid al azha|hari raya haji|hari raya korban|\
         hari raya aidiladha|aidiladha|kurban bayram|kurban bayrami|qurban bayram|qurban bayrami|\
         tabaski|eid el kabir|eid al kabir|feast of the sacrifice|feast of sacrifice|eidul adha|\
         eid ul zuha|eid e qurban",
        Hijri(12, 10),
    ),
    // Hindus, Sikhs, Jains.
    day("lohri", Fixed(1, 13)).proper(),
    day("makar sankranti|makara sankranti|sankranti|uttarayan", Years(&years::MAKAR_SANKRANTI, 0)),
    day("pongal|thai pongal", Years(&years::PONGAL, 0)).proper(),
    day("thaipusam", Years(&years::THAIPUSAM, 0)),
    day(
        "vasant panchami|basant panchami|saraswati puja|sri panchami",
        Years(&years::BASANT_PANCHAMI, 0),
    ),
    day(
        "maha shivratri|maha shivaratri|mahashivratri|mahashivaratri|shivratri|shivaratri|\
         maha shivarathri",
        Years(&years::MAHA_SHIVARATRI, 0),
    ),
    day("holika dahan|choti holi", Years(&years::HOLI, -1)),
    day("holi|dhulandi|dol jatra|dol purnima", Years(&years::HOLI, 0)).proper(),
    day("ugadi|gudi padwa|yugadi|cheti chand", Years(&years::GUDI_PADWA, 0)).proper(),
    day("chaitra navratri", Years(&years::CHAITRA_NAVRATRI, 0)).lasting(9),
    day("ram navami|rama navami|ramnavami|sri rama navami", Years(&years::RAM_NAVAMI, 0)),
    day("mahavir jayanti|mahaveer jayanti", Years(&years::MAHAVIR_JAYANTI, 0)),
    day("hanuman jayanti", Years(&years::HANUMAN_JAYANTI, 0)),
    day("vaisakhi|baisakhi", Years(&years::VAISAKHI, 0)),
    day("vishu", Years(&years::VISHU, 0)).proper(),
    day(
        "puthandu|tamil new year|sinhala and tamil new year|sinhalese new year|rongali bihu|\
         bohag bihu|nepali new year|pohela boishakh|poila boishakh|bengali new year",
        Fixed(4, 14),
    ),
    day("rath yatra|ratha yatra|jagannath rath yatra", Years(&years::RATH_YATRA, 0)),
    day("guru purnima", Years(&years::GURU_PURNIMA, 0)),
    day("raksha bandhan|rakshabandhan|rakhi", Years(&years::RAKSHA_BANDHAN, 0)).proper(),
    day(
        "janmashtami|krishna janmashtami|krishna jayanthi|gokulashtami",
        Years(&years::JANMASHTAMI, 0),
    ),
    day(
        "ganesh chaturthi|vinayaka chaturthi|vinayaka chavithi|ganesh chaturthi festival",
        Years(&years::GANESH_CHATURTHI, 0),
    ),
    day("ganeshotsav|ganesh utsav|ganesh festival", Years(&years::GANESH_CHATURTHI, 0)).lasting(11),
    day("onam|thiruvonam", Years(&years::ONAM, 0)).proper(),
    day("navratri|navaratri|sharad navratri|navratra", Years(&years::SHARAD_NAVRATRI, 0))
        .lasting(9),
    day("durga puja|durga pujo|durgotsav", Years(&years::MAHA_ASHTAMI, -2)).lasting(5),
    day(
        "dussehra|dasara|dasera|dashain|vijayadashami|vijaya dashami|dasehra|vijayadasami",
        Years(&years::DUSSEHRA, 0),
    )
    .proper(),
    day("karva chauth|karwa chauth", Years(&years::KARWA_CHAUTH, 0)),
    day("dhanteras", Years(&years::DIWALI, -2)),
    day(
        "diwali|deepavali|divali|dipavali|deepawali|diwali festival|bandi chhor divas|tihar",
        Years(&years::DIWALI, 0),
    )
    .proper(),
    day("bhai dooj|bhai duj|bhau beej|bhai tika", Years(&years::GOVARDHAN_PUJA, 1)),
    day("chhath|chhath puja|chhath festival", Years(&years::CHHATH_PUJA, 0)),
    day(
        "guru nanak jayanti|guru nanaks birthday|guru nanak gurpurab|gurpurab|guru nanak birthday|\
         guru nanak dev jayanti|prakash parv|prakash purab",
        Years(&years::GURU_NANAK_JAYANTI, 0),
    ),
    // Buddhists and others.
    day(
        "vesak|wesak|vesak day|wesak day|vesakh|visakha bucha|visakha bucha day|waisak",
        Years(&years::VESAK, 0),
    ),
    day("buddha purnima|buddha jayanti", Years(&years::BUDDHA_PURNIMA, 0)),
];
