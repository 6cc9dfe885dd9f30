//! `cargo xtask gazetteers`: fact lists into `src/data/names.txt`, `.values` and `.entries`.
//!
//! Reads `gazetteers/*.tsv` of the folder in `NEWSMARK_DATA`, and our own lists in
//! `src/data/sources`. `src/data/README.md` says where each comes from.

use std::{
    collections::BTreeMap,
    error::Error,
    fs,
    path::{Path, PathBuf},
};

use newsmark::entities::gazetteer::{Entry, Kinds, SUBTYPES, key};

/// Family names beyond this rank of the census are left out: they cost bytes and bring misreadings.
const FAMILY_RANK: usize = 11_000;
/// Smaller cities are left out.
const CITY_PEOPLE: u64 = 80_000;
/// Cities of this size are named without their country.
const MAJOR_PEOPLE: u64 = 500_000;

type Outcome<T> = Result<T, Box<dyn Error>>;

/// Builds the files.
pub fn run(args: &[String]) -> Outcome<()> {
    if let Some(arg) = args.first() {
        return Err(format!("`gazetteers` takes no argument, not `{arg}`").into());
    }
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let data = std::env::var_os("NEWSMARK_DATA")
        .map(PathBuf::from)
        .ok_or("set NEWSMARK_DATA to the folder that holds gazetteers/")?;
    let mut names = Names::default();
    own_lists(&root.join("src/data/sources"), &mut names)?;
    shared_lists(&data.join("gazetteers"), &mut names)?;
    write(&root.join("src/data"), &names)
}

/// All names by key.
#[derive(Default)]
struct Names(BTreeMap<Vec<u8>, Entry>);

impl Names {
    /// Adds a reading of `name`; the first subtype and country stay.
    fn add(&mut self, name: &str, kinds: Kinds, subtype: &str, country: &str) {
        // `The Sun` is a paper only with its article, which a rule reads.
        if kinds.has(Kinds::ORGANISATION) && name.starts_with("The ") && !name[4..].contains(' ') {
            return;
        }
        let key = key::of(name.trim().trim_start_matches("the ").trim_start_matches("The "));
        if key.len() < 2 || !key.iter().any(u8::is_ascii_alphabetic) {
            return;
        }
        let fresh = self.0.get(&key).is_none_or(|e| e.kinds.entity_type().is_none());
        let entry = self.0.entry(key).or_default();
        let capitals = kinds.entity_type().is_some() && !name.chars().any(char::is_lowercase);
        if fresh && kinds.entity_type().is_some() {
            let index = SUBTYPES.iter().position(|s| *s == subtype).unwrap_or(0);
            entry.subtype = index as u8;
            // Only what is well known says where it is: `resolve` asks for no other.
            if let &[a, b] = country.as_bytes()
                && kinds.has(Kinds::MAJOR)
            {
                entry.country = [a, b];
            }
            if capitals {
                entry.kinds |= Kinds::CAPITALS;
            }
        } else if !capitals && kinds.entity_type().is_some() {
            entry.kinds = Kinds(entry.kinds.0 & !Kinds::CAPITALS.0);
        }
        entry.kinds |= kinds;
    }
}

fn rows(path: &Path) -> Outcome<Vec<Vec<String>>> {
    let text = fs::read_to_string(path).map_err(|e| format!("{}: {e}", path.display()))?;
    Ok(text
        .lines()
        .filter(|line| !line.starts_with('#'))
        .map(|line| line.split('\t').map(str::to_owned).collect())
        .collect())
}

fn column(row: &[String], index: usize) -> &str {
    row.get(index).map_or("", String::as_str)
}

/// Our own lists: countries, names of note, people's names, common words.
fn own_lists(folder: &Path, names: &mut Names) -> Outcome<()> {
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
        let kinds = match column(&row, 0) {
            "place" => Kinds::PLACE,
            "org" => Kinds::ORGANISATION,
            "group" => Kinds::GROUP,
            "event" => Kinds::EVENT,
            "product" => Kinds::PRODUCT,
            "work" => Kinds::WORK,
            other => return Err(format!("names.tsv: no kind is called `{other}`").into()),
        };
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

/// The lists in the data folder.
fn shared_lists(folder: &Path, names: &mut Names) -> Outcome<()> {
    for file in ["first_male_us_census1990.tsv", "first_female_us_census1990.tsv"] {
        for row in rows(&folder.join(file))?.iter().skip(1) {
            names.add(column(row, 0), Kinds::GIVEN, "", "");
        }
    }
    for row in rows(&folder.join("surnames_us_census1990.tsv"))?.iter().skip(1).take(FAMILY_RANK) {
        names.add(column(row, 0), Kinds::FAMILY, "", "");
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

/// Writes the keys, front-coded, and their values: line numbers of the table of entries, of which
/// the commonest come first, for small numbers take fewer bytes.
fn write(folder: &Path, names: &Names) -> Outcome<()> {
    let mut counts = BTreeMap::<Entry, usize>::new();
    for entry in names.0.values() {
        *counts.entry(*entry).or_default() += 1;
    }
    let mut order: Vec<(Entry, usize)> = counts.into_iter().collect();
    order.sort_by_key(|(entry, count)| (std::cmp::Reverse(*count), *entry));
    let number: BTreeMap<Entry, usize> = order.iter().zip(0..).map(|((e, _), i)| (*e, i)).collect();

    let (mut keys, mut values) = (Vec::new(), Vec::new());
    let mut previous: &[u8] = &[];
    for (key, entry) in &names.0 {
        let mut shared = key.iter().zip(previous).take(25).take_while(|(a, b)| a == b).count();
        // No letter of several bytes is cut: the file is text.
        while key.get(shared).is_some_and(|byte| byte & 0xC0 == 0x80) {
            shared -= 1;
        }
        keys.push(b'A' + shared as u8);
        keys.extend(&key[shared..]);
        let value = number.get(entry).copied().unwrap_or(0);
        if value >= 200 {
            values.push((200 + value / 256) as u8);
        }
        values.push((value % if value < 200 { 200 } else { 256 }) as u8);
        previous = key;
    }
    let row = |e: &Entry| format!("{} {} {}\n", e.kinds.0, e.subtype, e.country().unwrap_or("-"));
    let table = order.iter().map(|(e, _)| row(e)).collect::<Vec<_>>().concat();
    println!("{} names, {} bytes, {} entries", names.0.len(), keys.len(), order.len());
    fs::write(folder.join("names.txt"), keys)?;
    fs::write(folder.join("names.values"), values)?;
    fs::write(folder.join("names.entries"), table)?;
    Ok(())
}
