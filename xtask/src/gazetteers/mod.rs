//! `cargo xtask gazetteers`: fact lists into `src/data/names.txt`, `.values` and `.entries`, the
//! first part, and `names.more`, the second.
//!
//! Reads `gazetteers/*.tsv` of the folder in `NEWSMARK_DATA`, and our own lists in
//! `src/data/sources`. `src/data/README.md` says where each comes from.

mod first;
mod second;

use std::{
    collections::{BTreeMap, BTreeSet},
    error::Error,
    fs,
    path::{Path, PathBuf},
};

use newsmark::entities::gazetteer::{Entry, Kinds, SUBTYPES, key};

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
    let (own, shared) = (root.join("src/data/sources"), data.join("gazetteers"));
    first::own_lists(&own, &mut names)?;
    first::shared_lists(&shared, &mut names)?;
    let mut more = second::read(&own, &shared, &names)?;
    more.spare(&mut names);
    write(&root.join("src/data"), &names)?;
    second::write(&root.join("src/data/names.more"), &more, &names)
}

/// All names by key.
#[derive(Default)]
struct Names {
    entries: BTreeMap<Vec<u8>, Entry>,
    /// Family names that the second part takes, if nothing else is said of them.
    rare: BTreeSet<Vec<u8>>,
}

impl Names {
    /// Adds a family name; a `rare` one that no list before has may go to the second part.
    fn add_family(&mut self, name: &str, rare: bool) {
        let key = key::of(name);
        if rare && !self.entries.contains_key(&key) {
            self.rare.insert(key);
        }
        self.add(name, Kinds::FAMILY, "", "");
    }

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
        let fresh = self.entries.get(&key).is_none_or(|e| e.kinds.entity_type().is_none());
        let entry = self.entries.entry(key).or_default();
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

/// Writes the keys, front-coded, and their values: line numbers of the table of entries, of which
/// the commonest come first, for small numbers take fewer bytes.
fn write(folder: &Path, names: &Names) -> Outcome<()> {
    let mut counts = BTreeMap::<Entry, usize>::new();
    for entry in names.entries.values() {
        *counts.entry(*entry).or_default() += 1;
    }
    let mut order: Vec<(Entry, usize)> = counts.into_iter().collect();
    order.sort_by_key(|(entry, count)| (std::cmp::Reverse(*count), *entry));
    let number: BTreeMap<Entry, usize> = order.iter().zip(0..).map(|((e, _), i)| (*e, i)).collect();

    let (mut keys, mut values) = (Vec::new(), Vec::new());
    let mut previous: &[u8] = &[];
    for (key, entry) in &names.entries {
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
    println!("{} names, {} bytes, {} entries", names.entries.len(), keys.len(), order.len());
    fs::write(folder.join("names.txt"), keys)?;
    fs::write(folder.join("names.values"), values)?;
    fs::write(folder.join("names.entries"), table)?;
    Ok(())
}
