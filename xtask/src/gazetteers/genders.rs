//! `genders.tsv`: given names that are almost always a woman's, or a man's.

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::Path,
};

use super::{Outcome, column, rows};

/// How many names of the census each gender has.
const NAMES: usize = 300;

/// How many times as frequent a name must be with one gender as with the other.
const RATIO: f64 = 20.0;

/// Writes the names of the census (`shared`) and of our own list (`own`) to `file`.
pub fn write(own: &Path, shared: &Path, file: &Path) -> Outcome<()> {
    let census = |file: &str| -> Outcome<Vec<(String, f64)>> {
        let rows = rows(&shared.join(file))?;
        let share = |row: &Vec<String>| Some((row.first()?.clone(), row.get(1)?.parse().ok()?));
        Ok(rows.iter().skip(1).filter_map(share).collect())
    };
    let women = census("first_female_us_census1990.tsv")?;
    let men = census("first_male_us_census1990.tsv")?;
    let lists = rows(&own.join("genders.tsv"))?;
    let mut text = String::from(
        "# Given names that are almost always a woman's, or a man's. Made by `cargo xtask gazetteers`.\n",
    );
    for (gender, these, others) in [("female", &women, &men), ("male", &men, &women)] {
        let others: BTreeMap<&str, f64> = others.iter().map(|(n, s)| (n.as_str(), *s)).collect();
        let clear = |(name, share): &&(String, f64)| {
            *share > RATIO * others.get(name.as_str()).copied().unwrap_or_default()
        };
        let mut names: BTreeSet<&str> =
            these.iter().filter(clear).take(NAMES).map(|(name, _)| name.as_str()).collect();
        for row in lists.iter().filter(|row| column(row, 0) == gender) {
            names.extend(column(row, 1).split_whitespace());
        }
        text += gender;
        for (name, joint) in names.iter().zip(std::iter::once('\t').chain(std::iter::repeat(' '))) {
            text.push(joint);
            text += name;
        }
        text.push('\n');
    }
    Ok(fs::write(file, text)?)
}
