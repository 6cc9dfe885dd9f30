//! The second part: what the first has no room for, as hashes.

use std::{collections::BTreeMap, fs, path::Path};

use newsmark::entities::gazetteer::{
    Entry, Extra, Kinds, SUBTYPES,
    extra::{self, Hash},
    key,
};

use super::{Names, Outcome, column, first, rows};

/// Seeds tried until none of the first part's names is taken for one of the second.
const SEEDS: u32 = 20_000;

/// What lists say of one name before it is settled.
#[derive(Clone, Default)]
struct Said {
    kinds: Kinds,
    /// In the order of the lists.
    subtype: Option<&'static str>,
    country: [u8; 2],
}

/// The names of the second part by key.
#[derive(Default)]
pub struct More(BTreeMap<Vec<u8>, Said>);

impl More {
    fn add(&mut self, name: &str, kinds: Kinds, subtype: &str, country: &str) {
        let name = name.trim();
        let key = key::of(name.trim_start_matches("the ").trim_start_matches("The "));
        let strange = name.contains([',', '(', ')', ';', ':', '"', '?', '!', '[', '%']);
        let words = key.split(|b| *b == b' ').count();
        if strange || key.len() < 2 || words > 8 || !key.iter().any(u8::is_ascii_alphabetic) {
            return;
        }
        let said = self.0.entry(key).or_default();
        if said.subtype.is_none() {
            said.subtype = SUBTYPES.iter().copied().find(|s| *s == subtype && !s.is_empty());
            if let &[a, b] = country.as_bytes()
                && kinds.has(Kinds::MAJOR)
            {
                said.country = [a, b];
            }
        }
        let typed = kinds.any(Kinds::TYPES);
        let capitals = typed && words == 1 && !name.chars().any(char::is_lowercase);
        let before = said.kinds;
        said.kinds |= kinds;
        if capitals && !before.any(Kinds::TYPES) {
            said.kinds |= Kinds::CAPITALS;
        } else if typed && !capitals {
            said.kinds = said.kinds.without(Kinds::CAPITALS);
        }
    }

    /// Takes rare family names out of the first part, if no list says anything else of them.
    pub fn spare(&mut self, names: &mut Names) {
        for key in std::mem::take(&mut names.rare) {
            let family = Entry { kinds: Kinds::FAMILY, ..Entry::default() };
            if names.entries.get(&key) == Some(&family) && !self.0.contains_key(&key) {
                names.entries.remove(&key);
                let kinds = Kinds::FAMILY | Kinds::OF_FIRST;
                self.0.insert(key, Said { kinds, ..Said::default() });
            }
        }
    }
}

/// All lists of the second part.
pub fn read(own: &Path, shared: &Path, names: &Names) -> Outcome<More> {
    let mut more = More::default();
    let mut files: Vec<_> =
        fs::read_dir(own.join("more"))?.map(|file| Ok(file?.path())).collect::<Outcome<_>>()?;
    files.sort();
    for file in files.iter().filter(|f| f.extension().is_some_and(|e| e == "tsv")) {
        own_list(file, &mut more)?;
    }
    shared_lists(shared, &mut more)?;
    more.0.retain(|key, said| settle(key, said, names));
    Ok(more)
}

/// A list of ours: kind, subtype, country, names. A `?` behind the kind marks weak evidence, a `!`
/// what is well known; `person-family-first` is the order of the words.
fn own_list(file: &Path, more: &mut More) -> Outcome<()> {
    for row in rows(file)? {
        let named = column(&row, 0);
        if let Some(order) = named.strip_prefix("person") {
            column(&row, 3).split('|').for_each(|name| person(name, order.is_empty(), more));
            continue;
        }
        let kinds = first::kind(named.trim_end_matches(['?', '!']))?;
        let grade = match named.chars().next_back() {
            Some('?') => Kinds::WEAK,
            Some('!') => Kinds::MAJOR,
            _ => Kinds::default(),
        };
        for name in column(&row, 3).split('|').filter(|name| !name.is_empty()) {
            more.add(name, kinds | grade, column(&row, 1), column(&row, 2));
        }
    }
    Ok(())
}

/// A person of note, and the names of which that name is made.
fn person(name: &str, given_first: bool, more: &mut More) {
    const TITLES: [&str; 5] = ["King", "Queen", "Pope", "Prince", "Princess"];
    more.add(name, Kinds::PERSON, "", "");
    let words: Vec<&str> = name.split(' ').collect();
    let &[first, .., last] = words.as_slice() else { return };
    if TITLES.contains(&first) || last.len() < 3 {
        return;
    }
    let (given, family) = if given_first { (first, last) } else { (last, first) };
    more.add(given, Kinds::GIVEN, "", "");
    more.add(family, Kinds::FAMILY, "", "");
}

/// The lists in the data folder of which the first part takes only some, or none.
fn shared_lists(folder: &Path, more: &mut More) -> Outcome<()> {
    let weak = |kinds| kinds | Kinds::WEAK;
    for row in rows(&folder.join("universities_hipo.tsv"))?.iter().skip(1) {
        if is_told(column(row, 0)) {
            continue;
        }
        more.add(column(row, 0), Kinds::ORGANISATION, "university", "");
    }
    for row in rows(&folder.join("football_clubs_cc0.tsv"))?.iter().skip(1) {
        more.add(column(row, 0), Kinds::ORGANISATION, "team", "");
        for name in column(row, 2).split('|') {
            more.add(name, Kinds::ORGANISATION, "team", "");
        }
    }
    for row in rows(&folder.join("parties_factbook.tsv"))?.iter().skip(1) {
        party(column(row, 1), more);
    }
    for row in rows(&folder.join("us_congress_current.tsv"))?.iter().skip(1) {
        more.add(column(row, 0), Kinds::PERSON, "", "");
        more.add(&format!("{} {}", column(row, 1), column(row, 2)), Kinds::PERSON, "", "");
        more.add(column(row, 1), Kinds::GIVEN, "", "");
        more.add(column(row, 2), Kinds::FAMILY, "", "");
    }
    for row in rows(&folder.join("leaders_factbook.tsv"))?.iter().skip(1) {
        leader(column(row, 2), more);
    }
    for row in rows(&folder.join("cities15000_geonames.tsv"))?.iter().skip(1) {
        more.add(column(row, 0), weak(Kinds::PLACE), "city", "");
    }
    for row in rows(&folder.join("surnames_us_census1990.tsv"))?.iter().skip(1).take(FAMILIES) {
        more.add(column(row, 0), Kinds::FAMILY, "", "");
    }
    Ok(())
}

/// Whether the name of a university says so shortly enough: `University of Orsk`.
fn is_told(name: &str) -> bool {
    const HEADS: &[&str] = &["University", "College", "Institute", "School", "Academy"];
    let mut words = name.split(' ');
    words.clone().count() <= 4 && words.any(|word| HEADS.contains(&word))
}

/// Family names of the census up to this rank.
const FAMILIES: usize = 20_000;

/// A party and its letters: `Rally for Calm or RC`.
fn party(text: &str, more: &mut More) {
    let name = text.split([',', '(', ';', ':', '[']).next().unwrap_or("");
    for name in name.split(" or ") {
        let name = name.trim();
        let letters = !name.chars().any(char::is_lowercase);
        if name.starts_with(char::is_uppercase) && name.len() < 60 {
            let weak = if letters { Kinds::WEAK } else { Kinds::default() };
            more.add(name, Kinds::ORGANISATION | weak, "party", "");
        }
    }
}

/// `Prime Minister Ana María LÓPEZ Ruiz` as a whole name.
fn leader(text: &str, more: &mut More) {
    let words: Vec<&str> = text.split_whitespace().collect();
    let family = words.iter().position(|w| {
        w.chars().filter(|c| c.is_alphabetic()).count() > 1 && !w.chars().any(char::is_lowercase)
    });
    let Some(at) = family else { return };
    let Some(given) = words.get(at.wrapping_sub(1)) else { return };
    let family = words[at].to_lowercase();
    more.add(&format!("{given} {family}"), Kinds::PERSON, "", "");
    more.add(&format!("{family} {given}"), Kinds::PERSON, "", "");
}

/// Drops what the first part says already, and marks what is ambiguous as weak.
fn settle(key: &[u8], said: &mut Said, names: &Names) -> bool {
    let known = names.entries.get(key).map_or(Kinds::default(), |e| e.kinds);
    let types = said.kinds.0 & Kinds::TYPES.0;
    let one = !key.contains(&b' ');
    let person = said.kinds.is_person() || known.is_person();
    let several = (types | known.0 & Kinds::TYPES.0).count_ones() > 1;
    let word = one && (known.has(Kinds::WORD) || is_inflected(key, names));
    if types > 0 && (several || one && person || word && !said.kinds.has(Kinds::MAJOR)) {
        said.kinds |= Kinds::WEAK;
    }
    if one && word {
        said.kinds |= Kinds::WEAK;
    }
    let told = said.kinds.without(Kinds::WEAK | Kinds::CAPITALS | Kinds::MAJOR);
    !known.has(told)
}

/// Whether a key is a regular form of a common word.
fn is_inflected(key: &[u8], names: &Names) -> bool {
    let word = |stem: &[u8]| names.entries.get(stem).is_some_and(|e| e.kinds.has(Kinds::WORD));
    ["s", "es", "ed", "d", "ing", "ly", "er"].iter().any(|end| {
        key.strip_suffix(end.as_bytes())
            .is_some_and(|stem| stem.len() > 2 && (word(stem) || word(&[stem, b"e"].concat())))
    })
}

/// Writes the file with a seed under which no name of the first part is taken for another.
pub fn write(file: &Path, more: &More, names: &Names) -> Outcome<()> {
    // From that of the file as it is: where it still serves, no other name is taken for one of these.
    let from = fs::read(file).ok().and_then(|bytes| extra::seed(&bytes)).unwrap_or(0);
    let seed = (from..from + SEEDS).find(|seed| is_apart(*seed, more, names)).unwrap_or(from);
    let mut groups = BTreeMap::<Entry, Vec<u32>>::new();
    for (key, said) in &more.0 {
        let index = said.subtype.and_then(|name| SUBTYPES.iter().position(|s| *s == name));
        let subtype = index.unwrap_or(0) as u8;
        let entry = Entry { kinds: said.kinds, subtype, country: said.country };
        groups.entry(entry).or_default().push(hash(seed, key));
    }
    for hashes in groups.values_mut() {
        hashes.sort_unstable();
        hashes.dedup();
    }
    report(&groups);
    let bytes = extra::write(seed, &groups.into_iter().collect::<Vec<_>>());
    let read = Extra::read(&bytes)?;
    println!("{} names, {} bytes, seed {seed}", read.len(), bytes.len());
    fs::write(file, bytes)?;
    Ok(())
}

fn hash(seed: u32, key: &[u8]) -> u32 {
    key.iter().fold(Hash::new(seed), |hash, byte| hash.push(*byte)).finish()
}

fn is_apart(seed: u32, more: &More, names: &Names) -> bool {
    let mut taken: Vec<u32> = more.0.keys().map(|key| hash(seed, key)).collect();
    taken.sort_unstable();
    let mut others = names.entries.keys().filter(|key| !more.0.contains_key(*key));
    others.all(|key| taken.binary_search(&hash(seed, key)).is_err())
}

/// Says how many names there are by kind.
fn report(groups: &BTreeMap<Entry, Vec<u32>>) {
    let mut counts = BTreeMap::<(u32, &str), usize>::new();
    for (entry, hashes) in groups {
        let kinds = entry.kinds.without(Kinds::CAPITALS | Kinds::MAJOR);
        *counts.entry((kinds.0, entry.subtype().unwrap_or(""))).or_default() += hashes.len();
    }
    for ((kinds, subtype), count) in counts {
        println!("{count:7} {kinds:#x} {subtype}");
    }
}
