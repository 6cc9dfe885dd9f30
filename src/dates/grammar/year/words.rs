//! Words that tell years from other numbers.

use crate::dates::words::Words;

/// Words after which any number from 1000 on is a year.
pub(in crate::dates::grammar) const BEFORE: Words = Words(
    "in since by until till from during before after between circa c year early late mid \
     through throughout summer winter spring autumn fall fy fiscal built founded completed \
     established est restored",
);

/// Words after which a number is a name's or a place's.
pub(in crate::dates::grammar) const NAMED: Words = Words(
    "room flight route highway suite building model lot bus chapter page no number windows \
     office boeing airbus channel apartment section bill resolution act act, article form \
     level # $ £ € ¥ us$ extension ext gate platform unit about nearly almost than over least \
     some approximately roughly pin asteroid truck exhibit peugeot porsche ferrari mazda bmw \
     car van train ward cell locker patient docket item code vehicle engine nsw vic qld tas",
);

/// Words after which a count of things, not a year, has stood.
pub(in crate::dates::grammar) const COUNTED: Words = Words(
    "people men women children troops percent per hours miles km feet metres meters times \
     dollars tons tonnes points million billion thousand hundred soldiers workers employees \
     dead deaths others students barrels pounds euros m ft rpm mhz kg hectares acres jobs \
     members residents houses homes copies yards shares cases votes % ppm samples calories mg \
     litres liters gallons tonnes words pieces units items",
);

/// Words that end the name of a street or place.
pub(in crate::dates::grammar) const STREETS: Words = Words(
    "street st avenue ave road rd square lane close drive boulevard blvd place terrace harbor \
     harbour bridge park station crescent gardens",
);
