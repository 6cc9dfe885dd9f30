//! Days of the Christian year, and what has grown around them.

use super::{
    Holiday,
    on::On::{self, Before, Easter, Fixed, Orthodox},
};

const fn day(names: &'static str, on: On) -> Holiday {
    Holiday::new(names, on)
}

pub(super) const HOLIDAYS: &[Holiday] = &[
    // New year.
    day("new years day|new year day|new years|new yrs", Fixed(1, 1)),
    day("new years eve|new year eve|nye|hogmanay|new years weekend", Fixed(12, 31)),
    day("orthodox new year|old new year", Fixed(1, 14)).proper(),
    // Christmas.
    day("advent sunday|first sunday of advent|first sunday in advent", Before(12, 25, 7, -21)),
    day("st nicholas day|saint nicholas day|feast of st nicholas", Fixed(12, 6)),
    day("christmas eve|xmas eve|nochebuena", Fixed(12, 24)),
    day("christmas|christmas day|xmas|xmas day|nativity of christ", Fixed(12, 25)),
    day(
        "orthodox christmas|orthodox christmas day|russian christmas|coptic christmas|\
         ethiopian christmas|serbian christmas",
        Fixed(1, 7),
    ),
    day("boxing day|st stephens day|saint stephens day|day after christmas", Fixed(12, 26)),
    day("12 days of christmas|twelve days of christmas", Fixed(12, 25)).lasting(12),
    day("twelfth night", Fixed(1, 5)).proper(),
    day("epiphany|candlemas eve", Fixed(1, 6)).proper(),
    day("three kings day|dia de los reyes|día de los reyes|feast of the epiphany", Fixed(1, 6)),
    day("orthodox epiphany|timkat|timket", Fixed(1, 19)),
    day("candlemas", Fixed(2, 2)).proper(),
    // Saints.
    day("valentines day|valentine day|st valentines day|saint valentines day", Fixed(2, 14)),
    day("st brigids day|saint brigids day", Fixed(2, 1)),
    day("st davids day|saint davids day|dewi sant", Fixed(3, 1)),
    day(
        "st patricks day|saint patricks day|st paddys day|st pattys day|paddys day|st patrick day|\
         st patricks",
        Fixed(3, 17),
    ),
    day("st georges day|saint georges day", Fixed(4, 23)),
    day(
        "feast of the assumption|assumption day|assumption of mary|feast of the dormition|\
         assumption of the virgin mary|ferragosto",
        Fixed(8, 15),
    ),
    day("enkutatash|ethiopian new year|coptic new year", On::BeforeLeap(9, 11)),
    day("michaelmas|michaelmas day", Fixed(9, 29)).proper(),
    day("reformation day", Fixed(10, 31)),
    day("halloween|hallowe en|hallowen|all hallows eve", Fixed(10, 31)),
    day("all saints day|all hallows day", Fixed(11, 1)),
    day("all souls day", Fixed(11, 2)),
    day("st andrews day|saint andrews day|st andrew day", Fixed(11, 30)),
    // Lent and Easter.
    day("mardi gras|shrove tuesday|pancake day|pancake tuesday", Easter(-47)),
    day("ash wednesday|first day of lent|start of lent|beginning of lent", Easter(-46)),
    day("lenten season|season of lent|lenten period", Easter(-46)).lasting(46),
    day("mothering sunday", Easter(-21)),
    day("palm sunday", Easter(-7)),
    day("holy week|passion week", Easter(-7)).lasting(7).proper(),
    day("semana santa", Easter(-7)).lasting(7).proper(),
    day("holy wednesday|spy wednesday", Easter(-4)),
    day("maundy thursday|holy thursday", Easter(-3)),
    day("good friday|easter friday", Easter(-2)),
    day("holy saturday|easter saturday|easter eve|black saturday", Easter(-1)).proper(),
    day("easter|easter sunday|easter day", Easter(0)),
    day("easter weekend|easter long weekend|easter holiday weekend", Easter(-2)).lasting(4),
    day("easter monday", Easter(1)),
    day("easter week", Easter(0)).lasting(7),
    day("ascension day|ascension thursday|feast of the ascension", Easter(39)),
    day("pentecost|pentecost sunday|whitsun", Easter(49)).proper(),
    day("whit sunday", Easter(49)),
    day("whit monday|pentecost monday", Easter(50)),
    day("trinity sunday", Easter(56)),
    day("feast of corpus christi|corpus christi day|corpus christi thursday", Easter(60)),
    // The eastern churches.
    day("clean monday|orthodox lent", Orthodox(-48)).proper(),
    day("orthodox good friday|great friday", Orthodox(-2)).proper(),
    day(
        "orthodox easter|orthodox easter sunday|greek easter|greek orthodox easter|pascha|\
         eastern orthodox easter|russian orthodox easter|coptic easter",
        Orthodox(0),
    )
    .proper(),
    day("orthodox easter monday|sham el nessim|sham ennessim", Orthodox(1)),
    day("maslenitsa|butter week", Orthodox(-55)).lasting(7).proper(),
];
