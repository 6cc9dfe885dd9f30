//! Names that mean another day in another country.

use super::{
    Holiday,
    index::named,
    on::On::{self, Easter, Fixed, HebrewMoved, Hijri, Nth, Orthodox},
    pack::{names_of, pack, rules_of},
};

const fn of(names: &'static str, places: &'static str, on: On) -> Holiday {
    Holiday::new(names, on).of(places).proper()
}

/// The holiday of that name in a country that is called `place`, where it is another than elsewhere.
pub fn of_country(words: &str, place: &str) -> Option<&'static Holiday> {
    let named = |local: &&Holiday| local.names().any(|name| name == words);
    let there = |local: &&Holiday| local.places.split('|').any(|name| name == place);
    OTHERS.iter().filter(|_| !place.is_empty()).filter(named).find(there)
}

/// The other holidays that share a name with this one, the best known first.
pub(super) fn others(holiday: &'static Holiday) -> impl Iterator<Item = &'static Holiday> {
    let usual = holiday.names().filter_map(|name| named(name).0);
    let shared =
        move |other: &&Holiday| other.names().any(|name| holiday.names().any(|own| own == name));
    usual
        .take(1)
        .chain(OTHERS.iter().filter(shared))
        .filter(move |other| !std::ptr::eq(*other, holiday))
}

pack!(OTHERS, [READINGS]);

/// The other readings of a name: its countries' words between bars, none if only the people know.
#[rustfmt::skip]
const READINGS: &[Holiday] = &[
    of("independence day", "india|indian|delhi", Fixed(8, 15)),
    of("independence day", "ukraine|ukrainian|kyiv", Fixed(8, 24)),
    of("independence day", "pakistan|pakistani|islamabad|karachi|lahore", Fixed(8, 14)),
    of("independence day", "israel|israeli|jerusalem", HebrewMoved(2, 5, [1, 0, 0, 0, -1, -2, 0])),
    of("independence day", "mexico|mexican", Fixed(9, 16)),
    of("independence day", "poland|polish|warsaw", Fixed(11, 11)),
    of("independence day", "nigeria|nigerian", Fixed(10, 1)),
    of("independence day", "indonesia|indonesian|jakarta", Fixed(8, 17)),
    of("independence day", "brazil|brazilian", Fixed(9, 7)),
    of("independence day", "ghana|ghanaian", Fixed(3, 6)),
    of("independence day", "bangladesh|bangladeshi|dhaka", Fixed(3, 26)),
    of("independence day", "greece|greek|athens", Fixed(3, 25)),
    of("independence day", "philippines|philippine|manila", Fixed(6, 12)),
    of("independence day", "finland|finnish", Fixed(12, 6)),
    of("independence day", "argentina|argentine", Fixed(7, 9)),
    of("independence day", "colombia|colombian", Fixed(7, 20)),
    of("independence day", "malaysia|malaysian", Fixed(8, 31)),
    of("independence day", "georgian|tbilisi", Fixed(5, 26)),
    of("independence day", "kenya|kenyan", Fixed(12, 12)),
    of("republic day", "turkey|turkish|türkiye|ankara|istanbul", Fixed(10, 29)),
    of("republic day", "italy|italian|rome", Fixed(6, 2)),
    of("republic day", "nepal|nepali|nepalese", Fixed(5, 28)),
    of("victory day", "europe|european|western|france|french|ukraine|czech|britain", Fixed(5, 8)),
    of("victory day", "turkey|turkish|türkiye", Fixed(8, 30)),
    of("victory day", "bangladesh|bangladeshi", Fixed(12, 16)),
    of("victory day", "croatia|croatian", Fixed(8, 5)),
    of("labour day|labor day", "canada|canadian|ontario|toronto|quebec|alberta", Nth(9, 1, 1)),
    of("labour day|labor day", "zealand|zealanders", Nth(10, 1, 4)),
    of("labour day|labor day", "australia|australian|queensland|victoria", Nth(3, 1, 2)),
    of("labor day", "international|china|chinese|germany|german|france|french|india|philippines|\
        mexico|cuba|brazil|korea|vietnam|world|pakistan", Fixed(5, 1)),
    of("mothers day", "uk|britain|british|england|ireland|irish", Easter(-21)),
    of("mothers day", "mexico|mexican|salvador|guatemala", Fixed(5, 10)),
    of("mothers day", "egypt|egyptian|arab|lebanon|jordan|palestinian|syria", Fixed(3, 21)),
    of("mothers day", "thailand|thai", Fixed(8, 12)),
    of("mothers day", "france|french|sweden", Nth(5, 7, -1)),
    of("mothers day", "spain|spanish|portugal|portuguese", Nth(5, 7, 1)),
    of("fathers day", "australia|australian|zealand", Nth(9, 7, 1)),
    of("fathers day", "spain|spanish|italy|italian|portugal", Fixed(3, 19)),
    of("fathers day", "germany|german", Easter(39)),
    of("thanksgiving|thanksgiving day", "canada|canadian|ontario|toronto|quebec", Nth(10, 1, 2)),
    of("christmas|christmas day", "orthodox|russian|serbian|coptic|ethiopian|ethiopia|egypt",
        Fixed(1, 7)),
    of("christmas|christmas day", "armenian|armenia", Fixed(1, 6)),
    of("christmas eve", "orthodox|russian|serbian|coptic", Fixed(1, 6)),
    of("easter|easter sunday|easter day", "orthodox|greek|greece|russian|russia|ukrainian|ukraine|\
        serbian|coptic|ethiopian|bulgarian|romanian|georgian", Orthodox(0)),
    of("good friday", "orthodox|greek|greece|russian|coptic", Orthodox(-2)),
    of("eid", "", Hijri(12, 10)),
    of("memorial day", "israel|israeli|jerusalem", HebrewMoved(2, 4, [0, 0, 0, -1, -2, 0, 1])),
    of("holocaust remembrance day|holocaust memorial day", "israel|israeli|jerusalem",
        HebrewMoved(1, 27, [0, 0, 0, 0, -1, 0, 1])),
    of("remembrance day", "netherlands|dutch", Fixed(5, 4)),
    of("liberation day", "netherlands|dutch|denmark|danish", Fixed(5, 5)),
    of("liberation day", "korea|korean|seoul|pyongyang", Fixed(8, 15)),
    of("constitution day", "norway|norwegian|oslo", Fixed(5, 17)),
    of("constitution day", "japan|japanese|tokyo", Fixed(5, 3)),
    of("constitution day", "india|indian", Fixed(11, 26)),
    of("constitution day", "spain|spanish|madrid", Fixed(12, 6)),
    of("constitution day", "ukraine|ukrainian", Fixed(6, 28)),
    of("emancipation day", "washington|dc|district", Fixed(4, 16)),
    of("armed forces day", "uk|britain|british", Nth(6, 6, -1)),
    of("armed forces day", "myanmar|burma|junta", Fixed(3, 27)),
    of("revolution day", "mexico|mexican", Nth(11, 1, 3)),
    of("revolution day", "iran|iranian", Fixed(2, 11)),
    of("revolution day", "cuba|cuban", Fixed(7, 26)),
    of("womens day", "africa|african", Fixed(8, 9)),
    of("childrens day", "india|indian", Fixed(11, 14)),
    of("childrens day", "japan|japanese|korea|korean", Fixed(5, 5)),
    of("childrens day", "china|chinese|russia", Fixed(6, 1)),
    of("teachers day", "india|indian", Fixed(9, 5)),
    of("teachers day", "china|chinese", Fixed(9, 10)),
    of("flag day", "ukraine|ukrainian", Fixed(8, 23)),
    of("golden week", "japan|japanese|tokyo", Fixed(4, 29)).lasting(7),
    of("queens birthday|kings birthday", "zealand", Nth(6, 1, 1)),
];
