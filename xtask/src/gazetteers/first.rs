//! The lists of the first part.

use std::{fs, path::Path};

use newsmark::entities::gazetteer::Kinds;

use super::{Names, Outcome, column, rows};

/// Family names beyond this rank of the census are left out: they cost bytes and bring misreadings.
const FAMILY_RANK: usize = 11_000;
/// Beyond this rank they stand in the second part, if they are nothing else: rules need them seldom.
const FAMILY_RANK_WITHIN: usize = 3_000;
/// Smaller cities are left out.
const CITY_PEOPLE: u64 = 80_000;
/// Cities of this size are named without their country.
const MAJOR_PEOPLE: u64 = 500_000;

/// Our own lists: countries, names of note, people's names, common words.
pub fn own_lists(folder: &Path, names: &mut Names) -> Outcome<()> {
    let country = Kinds::PLACE | Kinds::MAJOR;
    for row in rows(&folder.join("countries.tsv"))?.iter().skip(1) {
        let iso = column(row, 0);
        for name in column(row, 1).split('|') {
            names.add(name, country, "country", iso);
        }
        for name in column(row, 2).split('|') {
            names.add(name, Kinds::GROUP | Kinds::MAJOR, "nationality", iso);
        }
        for name in column(row, 3).split('|') {
            names.add(name, country | Kinds::CAPITAL, "city", iso);
        }
    }
    for row in rows(&folder.join("names.tsv"))? {
        let kinds = kind(column(&row, 0))?;
        for name in column(&row, 3).split('|') {
            names.add(name, kinds | Kinds::MAJOR, column(&row, 1), column(&row, 2));
        }
    }
    for (file, kinds) in
        [("given.txt", Kinds::GIVEN), ("family.txt", Kinds::FAMILY), ("words.txt", Kinds::WORD)]
    {
        let text = fs::read_to_string(folder.join(file))?;
        text.split_whitespace().for_each(|name| names.add(name, kinds, "", ""));
    }
    Ok(())
}

/// A kind by its name in our lists.
pub fn kind(name: &str) -> Outcome<Kinds> {
    Ok(match name {
        "given" => Kinds::GIVEN,
        "family" => Kinds::FAMILY,
        "place" => Kinds::PLACE,
        "org" => Kinds::ORGANISATION,
        "group" => Kinds::GROUP,
        "event" => Kinds::EVENT,
        "product" => Kinds::PRODUCT,
        "work" => Kinds::WORK,
        other => return Err(format!("no kind of name is called `{other}`").into()),
    })
}

/// The lists in the data folder.
pub fn shared_lists(folder: &Path, names: &mut Names) -> Outcome<()> {
    for file in ["first_male_us_census1990.tsv", "first_female_us_census1990.tsv"] {
        for row in rows(&folder.join(file))?.iter().skip(1) {
            names.add(column(row, 0), Kinds::GIVEN, "", "");
        }
    }
    let families = rows(&folder.join("surnames_us_census1990.tsv"))?;
    for (rank, row) in families.iter().skip(1).take(FAMILY_RANK).enumerate() {
        names.add_family(column(row, 0), rank >= FAMILY_RANK_WITHIN);
    }
    for row in rows(&folder.join("cities15000_geonames.tsv"))?.iter().skip(1) {
        let people: u64 = column(row, 3).parse().unwrap_or(0);
        if people >= CITY_PEOPLE {
            let size = if people >= MAJOR_PEOPLE { Kinds::MAJOR } else { Kinds::default() };
            names.add(column(row, 0), Kinds::PLACE | size, "city", column(row, 1));
        }
    }
    for row in rows(&folder.join("leaders_factbook.tsv"))?.iter().skip(1) {
        leader(column(row, 2), names);
    }
    for row in rows(&folder.join("misc_corpora_cc0.tsv"))?.iter().skip(1) {
        let (kinds, subtype) = match column(row, 0) {
            "newspaper" => (Kinds::ORGANISATION, "media"),
            "team" => (Kinds::ORGANISATION, "team"),
            "company" => (Kinds::ORGANISATION, "company"),
            "us_agency" => (Kinds::ORGANISATION, "government"),
            "charity" => (Kinds::ORGANISATION, "ngo"),
            "river" => (Kinds::PLACE, "feature"),
            _ => continue,
        };
        let name = bare_company(column(row, 1));
        if name.contains(' ') || subtype == "company" || subtype == "feature" {
            names.add(name, kinds, subtype, "");
        }
    }
    for row in rows(&folder.join("football_clubs_cc0.tsv"))?.iter().skip(1) {
        let club = column(row, 0);
        if club.contains(' ') && !is_told_by_its_form(club) {
            names.add(club, Kinds::ORGANISATION, "team", "");
        }
    }
    for row in rows(&folder.join("parties_factbook.tsv"))?.iter().skip(1) {
        party(column(row, 1), names);
    }
    for row in rows(&folder.join("intl_orgs_factbook.tsv"))?.iter().skip(1) {
        let name = column(row, 0);
        if name.len() >= 4 && !name.contains("- ") && name != "none" {
            names.add(name, Kinds::ORGANISATION, "igo", "");
        }
    }
    Ok(())
}

/// Whether the rules find a club without its being listed: `Orsk FC`; or it is listed by its years.
fn is_told_by_its_form(club: &str) -> bool {
    let short = |word: Option<&str>| {
        word.is_some_and(|w| w.len() <= 4 && !w.chars().any(char::is_lowercase))
    };
    let mut words = club.split(' ');
    club.contains(|c: char| c.is_ascii_digit() || c == '(')
        || short(words.next())
        || short(words.next_back())
}

/// Words by which the rules know a party that is not listed.
const PARTY_WORDS: &[&str] = &[
    "alliance",
    "assembly",
    "coalition",
    "congress",
    "front",
    "league",
    "movement",
    "party",
    "people",
    "political",
    "rally",
    "union",
];

/// A company without the words that say that it is one.
fn bare_company(name: &str) -> &str {
    const ENDS: &[&str] = &[
        ", Inc.",
        " Inc.",
        " Corporation",
        " Company",
        " Corp.",
        ", Ltd.",
        " & Co.",
        " Co.",
        " Group",
        " Holdings",
        " Companies",
        " Incorporated",
        ", LLC",
        " LLC",
        " Inc",
    ];
    ENDS.iter().find_map(|end| name.strip_suffix(end)).unwrap_or(name)
}

/// `Prime Minister Ana María LÓPEZ Ruiz`: words in capitals are family names, those after the title
/// given names.
fn leader(text: &str, names: &mut Names) {
    const TITLES: &[&str] = &[
        "President",
        "Prime",
        "Minister",
        "King",
        "Queen",
        "Governor",
        "General",
        "Chancellor",
        "Emperor",
        "Sultan",
        "Amir",
        "Premier",
        "Chief",
        "Executive",
        "Federal",
        "Council",
        "State",
        "Prince",
        "Princess",
        "Commander",
        "Administrator",
        "Supreme",
        "Leader",
        "Chairman",
        "Co-prince",
        "Grand",
        "Duke",
        "Pope",
        "Acting",
        "Interim",
        "Transitional",
        "Colonel",
        "Captain",
        "Lieutenant",
        "First",
        "Vice",
        "Secretary",
        "of",
        "the",
        "and",
        "Affairs",
    ];
    for word in text.split_whitespace().map(|w| w.trim_matches([',', '.', '(', ')', '"', ';'])) {
        let letters = word.chars().filter(|c| c.is_alphabetic()).count();
        if letters < 3 || TITLES.contains(&word) {
            continue;
        }
        if !word.chars().any(char::is_lowercase) {
            names.add(&word.to_lowercase(), Kinds::FAMILY, "", "");
        } else if word.starts_with(char::is_uppercase) {
            names.add(word, Kinds::GIVEN, "", "");
        }
    }
}

/// `Rally for Calm (Ralliement) or RC (with others)`: the name before, not the letters.
fn party(text: &str, names: &mut Names) {
    let name = text.split([',', '(', ';', ':']).next().unwrap_or("");
    let name = name.split(" or ").next().unwrap_or("").trim();
    let told = name.split(' ').any(|word| PARTY_WORDS.contains(&word.to_lowercase().as_str()));
    if name.contains(' ') && !told && name.starts_with(char::is_uppercase) && name.len() < 48 {
        names.add(name, Kinds::ORGANISATION, "party", "");
    }
}
