//! Days of Europe, the United Kingdom and Ireland first.

use super::{
    Holiday,
    on::{
        On::{self, Before, Changed, Fixed, Moved, Nth},
        UNKNOWN,
    },
};

const fn day(names: &'static str, on: On) -> Holiday {
    Holiday::new(names, on)
}

pub(super) const HOLIDAYS: &[Holiday] = &[
    // United Kingdom and Ireland.
    day("burns night|burns supper", Fixed(1, 25)).proper(),
    day("early may bank holiday|may day bank holiday", Nth(5, 1, 1)),
    day(
        "spring bank holiday|late may bank holiday|whitsun bank holiday|end of may bank holiday",
        Nth(5, 1, -1),
    ),
    day("august bank holiday|summer bank holiday|late august bank holiday", Nth(8, 1, -1)),
    day("trooping the colour", Nth(6, 6, 2)),
    day("glorious twelfth", Fixed(8, 12)).proper(),
    day("twelfth of july|battle of the boyne day|orangemens day", Fixed(7, 12)),
    day("trafalgar day", Fixed(10, 21)),
    day(
        "guy fawkes night|bonfire night|guy fawkes day|fireworks night|bonfire nights",
        Fixed(11, 5),
    ),
    day("remembrance day|armistice day|poppy day", Fixed(11, 11)),
    day("remembrance sunday", Nth(11, 7, 2)),
    day("start of british summer time|start of summer time|beginning of summer time", CLOCKS_ON),
    day("end of british summer time|end of summer time", CLOCKS_BACK),
    // Wars and their ends.
    day("victory day", Fixed(5, 9)).proper(),
    day("ve day|v e day|victory in europe day", Fixed(5, 8)),
    day("vj day|v j day|victory over japan day|victory in japan day|vp day", Fixed(8, 15)),
    day("d day anniversary", Fixed(6, 6)),
    // France, Germany and their neighbours.
    day("bastille day|french national day|quatorze juillet", Fixed(7, 14)),
    day("german unity day|day of german unity|german reunification day", Fixed(10, 3)),
    day("oktoberfest", Before(9, 23, 6, 0)).lasting(16).proper(),
    day("austrian national day", Fixed(10, 26)),
    day("swiss national day", Fixed(8, 1)),
    day("belgian national day", Fixed(7, 21)),
    day("kings day|koningsdag", KINGS_DAY).proper(),
    day("europe day", Fixed(5, 9)),
    // The north.
    day("swedish national day|national day of sweden", Fixed(6, 6)),
    day("norwegian constitution day|syttende mai", Fixed(5, 17)),
    day("midsummer eve|midsummers eve", Before(6, 26, 5, 0)),
    day("midsummer day|midsummers day", Fixed(6, 24)),
    // The south.
    // The east.
    day("defender of the fatherland day|defenders of the fatherland day", Fixed(2, 23)),
    day("russia day", Fixed(6, 12)),
    day("armenian genocide remembrance day|armenian remembrance day", Fixed(4, 24)),
];

/// On the day before where it would be a Sunday.
const KINGS_DAY: On = Changed(2014, &UNKNOWN, &Moved(4, 27, [0, 0, 0, 0, 0, 0, -1]));
const CLOCKS_ON: On = Changed(1981, &UNKNOWN, &Nth(3, 7, -1));
const CLOCKS_BACK: On = Changed(1996, &UNKNOWN, &Nth(10, 7, -1));
