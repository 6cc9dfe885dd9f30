use super::{
    index::{HOLIDAYS, INDEX, TABLES},
    local::OTHERS,
    *,
};
use crate::dates::civil::Day;
use proptest::prelude::*;

fn holiday(name: &str) -> &'static Holiday {
    named(name).0.unwrap_or_else(|| panic!("no holiday {name:?}"))
}

fn value(name: &str, year: i32) -> String {
    holiday(name).in_year(year).map(Place::value).unwrap_or_default()
}

/// Whether each name has these values, one a year.
fn check(rows: &[(&str, &[&str])]) {
    let rows = rows.iter().flat_map(|(name, values)| values.iter().map(move |value| (name, value)));
    let wrong: Vec<String> = rows
        .filter_map(|(name, wanted)| {
            let year = wanted[..4].parse().expect("a year");
            let found = value(name, year);
            (found != *wanted).then(|| format!("{name}: {found}, not {wanted}"))
        })
        .collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn names_are_written_as_they_are_looked_up() {
    let local = OTHERS.iter();
    for name in TABLES.iter().copied().flatten().chain(local).flat_map(Holiday::names) {
        let plain = |c: char| c.is_lowercase() || c.is_ascii_digit() || c == ' ';
        assert!(name.len() > 2 && name.chars().all(plain), "{name:?}");
        assert_eq!(name.split_whitespace().collect::<Vec<_>>().join(" "), name, "single spaces");
        assert!(!matches!(name.split(' ').next(), Some("the" | "a" | "in" | "on")), "{name:?}");
    }
}

#[test]
fn what_ships_packed_is_what_is_written() {
    let written = TABLES.iter().copied().flatten();
    assert!(written.eq(HOLIDAYS.iter()));
    assert!(OTHERS.iter().any(|local| local.places.contains("india")));
}

#[test]
fn names_are_in_order_and_stand_once() {
    assert!(INDEX.names.len() > 700, "{}", INDEX.names.len());
    let wrong: Vec<&str> =
        INDEX.names.windows(2).filter(|two| two[0].0 >= two[1].0).map(|two| two[0].0).collect();
    assert!(wrong.is_empty(), "twice: {wrong:?}");
}

#[test]
fn every_holiday_has_a_day_in_recent_years() {
    for holiday in TABLES.iter().copied().flatten() {
        let found = (2024..=2025).filter(|year| holiday.in_year(*year).is_some()).count();
        let seldom = matches!(holiday.on, On::Fourth(..) | On::Listed(_) | On::Fixed(2, 29));
        assert_eq!(found, 2 - usize::from(seldom && found == 1), "{:?}", holiday.names);
    }
}

#[test]
fn every_other_reading_belongs_to_a_name() {
    for local in OTHERS.iter() {
        for name in local.names() {
            assert!(named(name).0.is_some(), "{name}");
        }
        assert!(local.in_year(2024).is_some(), "{local:?}");
    }
}

#[test]
fn names_are_found_by_their_beginnings() {
    for (words, found, more) in [
        ("new years", true, false),
        ("eid", true, true),
        ("eid al", false, true),
        ("eid al fitr", true, true),
        ("world economic", false, false),
        ("day of the", false, true),
    ] {
        assert_eq!(named(words).0.is_some(), found, "{words}");
        assert!(named(words).1 >= more, "{words}");
    }
    for word in ["christmas", "valentine", "st", "mother", "día", "eid", "new"] {
        assert!(may_begin_with(word), "{word}");
    }
    for word in ["mill", "chris", "eas", "x", "", "weather", "the", "valentinian"] {
        assert!(!may_begin_with(word), "{word}");
    }
}

#[test]
fn one_day_has_many_spellings() {
    for names in [
        &["christmas", "xmas", "christmas day"][..],
        &["new years day", "new years"],
        &["thanksgiving", "turkey day"],
        &["st patricks day", "saint patricks day", "st paddys day"],
        &["eid al fitr", "eid ul fitr", "idul fitri"],
        &["diwali", "deepavali"],
        &["hanukkah", "chanukah", "hanukah"],
        &["passover", "pesach"],
        &["ramadan", "ramzan"],
        &["lunar new year", "chinese new year", "seollal"],
    ] {
        assert!(names.iter().all(|name| holiday(name) == holiday(names[0])), "{names:?}");
    }
}

#[test]
fn days_by_date_and_weekday() {
    check(&[
        ("mlk day", &["2024-01-15"]),
        ("inauguration day", &["2021-01-20", "2025-01-20"]),
        ("super bowl sunday", &["2012-02-05", "2021-02-07", "2022-02-13", "2025-02-09"]),
        ("super tuesday", &["2008-02-05", "2020-03-03"]),
        ("tax day", &["2016-04-18", "2017-04-18", "2018-04-17", "2019-04-15", "2023-04-18"]),
        ("victoria day", &["2023-05-22", "2024-05-20", "2026-05-18"]),
        ("memorial day", &["2024-05-27"]),
        ("labor day", &["2024-09-02"]),
        ("election day", &["2020-11-03", "2022-11-08", "2024-11-05"]),
        ("thanksgiving", &["2024-11-28"]),
        ("black friday", &["2024-11-29"]),
        ("cyber monday", &["2024-12-02", "2018-11-26"]),
        ("giving tuesday", &["2024-12-03"]),
        ("early may bank holiday", &["2024-05-06"]),
        ("august bank holiday", &["2024-08-26"]),
        ("remembrance sunday", &["2024-11-10"]),
        ("kings day", &["2024-04-27", "2025-04-26"]),
        ("start of daylight saving time", &["2006-04-02", "2024-03-10"]),
        ("end of british summer time", &["2024-10-27"]),
        ("advent sunday", &["2022-11-27", "2023-12-03", "2024-12-01"]),
        ("enkutatash", &["2022-09-11", "2023-09-12", "2024-09-11"]),
        ("kwanzaa", &["2024-12-26/2025-01-01"]),
        ("oktoberfest", &["2024-09-21/2024-10-06"]),
    ]);
    assert_eq!(holiday("inauguration day").in_year(2022), None);
    assert_eq!(holiday("leap day").in_year(2023), None);
    assert_eq!(holiday("super tuesday").in_year(2022), None);
}

#[test]
fn days_around_easter() {
    check(&[
        ("pancake day", &["2024-02-13"]),
        ("ash wednesday", &["2024-02-14"]),
        ("mothering sunday", &["2024-03-10", "2025-03-30"]),
        ("holy week", &["2024-03-24/2024-03-30"]),
        ("good friday", &["2024-03-29"]),
        ("lenten season", &["2024-02-14/2024-03-30"]),
        ("whit monday", &["2024-05-20"]),
        ("orthodox easter", &["1950-04-09", "1999-04-11", "2005-05-01", "2016-05-01"]),
        ("orthodox easter", &["2024-05-05", "2025-04-20", "2027-05-02", "2100-05-02"]),
        ("clean monday", &["2024-03-18"]),
    ]);
}

#[test]
fn days_of_the_hebrew_calendar() {
    check(&[
        ("tu bishvat", &["2016-01-25", "2024-01-25", "2025-02-13"]),
        ("purim", &["1951-03-22", "2000-03-21", "2016-03-24", "2024-03-24", "2025-03-14"]),
        ("passover", &["2005-04-24/2005-05-01", "2024-04-23/2024-04-30", "2025-04-13/2025-04-20"]),
        ("yom hashoah", &["2021-04-08", "2024-05-06", "2025-04-24"]),
        ("yom hazikaron", &["2021-04-14", "2022-05-04", "2023-04-25", "2024-05-13", "2025-04-30"]),
        ("yom haatzmaut", &["2021-04-15", "2022-05-05", "2023-04-26", "2024-05-14", "2025-05-01"]),
        ("lag baomer", &["1967-05-28", "2024-05-26", "2035-05-27"]),
        ("shavuot", &["2024-06-12/2024-06-13"]),
        ("tisha bav", &["2022-08-07", "2024-08-13", "2025-08-03"]),
        ("rosh hashanah", &["1951-10-01/1951-10-02", "2024-10-03/2024-10-04"]),
        ("yom kippur", &["1967-10-14", "1973-10-06", "2024-10-12", "2025-10-02"]),
        ("sukkot", &["2024-10-17/2024-10-23"]),
        ("simchat torah", &["2024-10-25"]),
        ("hanukkah", &["1951-12-24/1951-12-31", "2005-12-26/2006-01-02", "2016-12-25/2017-01-01"]),
        ("hanukkah", &["2024-12-26/2025-01-02", "2025-12-15/2025-12-22"]),
    ]);
}

#[test]
fn days_of_the_islamic_calendar() {
    check(&[
        ("ramadan", &["1990-03-27/1990-04-25", "2016-06-06/2016-07-05", "2024-03-11/2024-04-09"]),
        ("ramadan", &["2025-03-01/2025-03-29"]),
        ("eid al fitr", &["1990-04-26", "2000-01-08", "2016-07-06", "2024-04-10", "2025-03-30"]),
        ("eid al adha", &["1990-07-02", "2000-03-16", "2016-09-11", "2024-06-16", "2025-06-06"]),
        ("islamic new year", &["2000-04-06", "2016-10-02", "2024-07-07", "2025-06-26"]),
        ("ashura", &["2000-04-15", "2016-10-11", "2024-07-16", "2025-07-05"]),
        ("mawlid", &["2016-12-11", "2024-09-15", "2025-09-04"]),
        ("isra and miraj", &["2016-05-04", "2024-02-08", "2025-01-27"]),
    ]);
    let again = |name, year| holiday(name).again_in_year(year).map(Place::value);
    assert_eq!(again("eid al fitr", 2000).as_deref(), Some("2000-12-27"));
    assert_eq!(again("ramadan", 2030).as_deref(), Some("2030-12-26/2031-01-23"));
    assert_eq!(again("eid al fitr", 2024), None);
    assert_eq!(value("ramadan", 1900), "");
}

#[test]
fn days_of_asia() {
    check(&[
        ("lunar new year", &["1969-02-17", "2000-02-05", "2024-02-10", "2025-01-29"]),
        ("lantern festival", &["2024-02-24"]),
        ("qingming", &["2019-04-05", "2020-04-04", "2024-04-04", "2025-04-04"]),
        ("dragon boat festival", &["2024-06-10"]),
        ("mid autumn festival", &["2023-09-29", "2024-09-17", "2025-10-06"]),
        ("double ninth festival", &["2024-10-11"]),
        ("buddhas birthday", &["2024-05-15"]),
        ("diwali", &["2016-10-30", "2024-10-31"]),
        ("dhanteras", &["2024-10-29"]),
        ("bhai dooj", &["2021-11-06", "2024-11-03", "2025-10-23"]),
        ("holi", &["2024-03-25"]),
        ("ram navami", &["2024-04-17"]),
        ("mahavir jayanti", &["2024-04-21"]),
        ("dussehra", &["2024-10-12"]),
        ("guru nanaks birthday", &["2024-11-15"]),
        ("vesak", &["2024-05-22"]),
        ("buddha purnima", &["2024-05-23"]),
        ("nowruz", &["1979-03-21", "1996-03-20", "2000-03-20", "2003-03-21", "2024-03-20"]),
        ("nowruz", &["2025-03-21", "2029-03-20"]),
    ]);
}

#[test]
fn equinoxes_and_solstices_in_universal_time() {
    check(&[
        ("spring equinox", &["1950-03-21", "2000-03-20", "2024-03-20", "2044-03-19"]),
        ("summer solstice", &["1950-06-21", "2020-06-20", "2024-06-20", "2025-06-21"]),
        ("autumn equinox", &["1950-09-23", "2007-09-23", "2024-09-22"]),
        ("winter solstice", &["1950-12-22", "2007-12-22", "2020-12-21", "2025-12-21"]),
    ]);
}

#[test]
fn a_country_has_its_own_day() {
    let there = |words, place| {
        of_country(words, place).and_then(|holiday| holiday.in_year(2024)).map(Place::value)
    };
    assert_eq!(there("independence day", "india").as_deref(), Some("2024-08-15"));
    assert_eq!(there("mothers day", "british").as_deref(), Some("2024-03-10"));
    assert_eq!(there("golden week", "japan").as_deref(), Some("2024-04-29/2024-05-05"));
    assert_eq!(there("independence day", "mill"), None);
    assert_eq!(there("eid", ""), None);
}

#[test]
fn the_other_readings_follow_the_usual_one() {
    let others = |name, year| -> Vec<String> {
        holiday(name).others_in_year(year).map(Place::value).collect()
    };
    assert_eq!(others("eid", 2024), ["2024-06-16"]);
    assert_eq!(others("victory day", 2024)[0], "2024-05-08");
    assert_eq!(others("mothers day", 2024)[0], "2024-03-10");
    assert_eq!(others("labour day", 2024)[0], "2024-09-02");
    assert_eq!(others("christmas", 2024), ["2024-01-07", "2024-01-06"]);
    assert_eq!(others("halloween", 2024), [""; 0]);
    let indian = of_country("independence day", "india").expect("a day of its own");
    let first = indian.others_in_year(2024).next().map(Place::value);
    assert_eq!(first.as_deref(), Some("2024-07-04"), "the usual reading is another here");
}

proptest! {
    #[test]
    fn a_holiday_lies_in_its_year(at in 0usize..2000, year in -50i32..10_100) {
        let (name, holiday) = INDEX.names[at % INDEX.names.len()];
        prop_assert_eq!(named(name).0, Some(holiday));
        if let Some(place) = holiday.in_year(year) {
            let (first, last) = place.days().expect("a day or period");
            // Calendars drift apart over thousands of years.
            let near = i32::from((1..=3000).contains(&year));
            let away = (i32::from(first.year) - year).abs();
            prop_assert!(away + near <= 1, "{} in {}: {}", name, year, first);
            prop_assert!(first <= last && last.number() - first.number() < 50, "{}", name);
            prop_assert_eq!(Day::parse(&first.to_string()), Some(first));
            prop_assert_eq!(holiday.is_day(), first == last);
        }
        for other in holiday.others_in_year(year) {
            prop_assert_ne!(Some(other), holiday.in_year(year));
        }
    }
}
