//! The first part: front-coded names, and for each the number of what it stands for.

use std::{fs, path::Path};

use super::{NAMES, WAYS, Way};
use crate::{
    bite::change::{Change, Files},
    step::Result,
};

const KEYS: &str = "src/data/names.txt";
const VALUES: &str = "src/data/names.values";

type Name = (Vec<u8>, u16);

pub fn changes(root: &Path) -> Result<Vec<Change>> {
    let names = read(root)?;
    let mut changes = Vec::new();
    for (at, block) in names.chunks(NAMES).enumerate() {
        let first = String::from_utf8_lossy(&block[0].0);
        for (way, done) in WAYS {
            changes.push(Change {
                group: format!("first {done}"),
                name: format!("first part, {} names from “{first}” on: {done}", block.len()),
                make: Box::new(move |root| {
                    let (mut names, lens) = (read(root)?, lens(root)?);
                    let range = at * NAMES..names.len().min((at + 1) * NAMES);
                    match way {
                        Way::Drop => drop(names.drain(range)),
                        Way::Shift => shift(&mut names[range]),
                    }
                    Ok(filled(write(&names), lens))
                }),
            });
        }
    }
    Ok(changes)
}

/// Each name stands for what the one before it stood for.
fn shift(names: &mut [Name]) {
    let mut values: Vec<u16> = names.iter().map(|name| name.1).collect();
    values.rotate_right(1);
    names.iter_mut().zip(values).for_each(|(name, value)| name.1 = value);
}

fn lens(root: &Path) -> Result<[usize; 2]> {
    Ok([
        fs::metadata(root.join(KEYS))?.len() as usize,
        fs::metadata(root.join(VALUES))?.len() as usize,
    ])
}

/// The files made as long as they were: by a name that nothing has, and by values of no name.
fn filled(mut files: Files, lens: [usize; 2]) -> Files {
    if files[0].1.len() < lens[0] {
        files[0].1.push(b'A');
        files[0].1.resize(lens[0], b'~');
    }
    files[1].1.resize(lens[1], 0);
    files
}

fn read(root: &Path) -> Result<Vec<Name>> {
    let names = unpack(&fs::read(root.join(KEYS))?, &fs::read(root.join(VALUES))?);
    names.ok_or_else(|| "there are not as many names as values".into())
}

/// The names in order; `None` if there are more or fewer than values.
fn unpack(keys: &[u8], values: &[u8]) -> Option<Vec<Name>> {
    let mut names: Vec<Name> = Vec::new();
    for &byte in keys {
        if byte.is_ascii_uppercase() {
            let shared = usize::from(byte - b'A');
            let key = names.last().map_or_else(Vec::new, |before| before.0[..shared].to_vec());
            names.push((key, 0));
        } else {
            names.last_mut()?.0.push(byte);
        }
    }
    let mut bytes = values.iter().map(|&byte| u16::from(byte));
    for name in &mut names {
        let byte = bytes.next()?;
        name.1 = if byte < 200 { byte } else { (byte - 200) * 256 + bytes.next()? };
    }
    bytes.next().is_none().then_some(names)
}

fn write(names: &[Name]) -> Files {
    let (mut keys, mut values) = (Vec::new(), Vec::new());
    let mut previous: &[u8] = &[];
    for (key, value) in names {
        let mut shared = key.iter().zip(previous).take(25).take_while(|(a, b)| a == b).count();
        // No letter of several bytes is cut: the file is text.
        while key.get(shared).is_some_and(|byte| byte & 0xc0 == 0x80) {
            shared -= 1;
        }
        keys.push(b'A' + shared as u8);
        keys.extend(&key[shared..]);
        if *value >= 200 {
            values.push((200 + value / 256) as u8);
        }
        values.push((value % if *value < 200 { 200 } else { 256 }) as u8);
        previous = key;
    }
    vec![(KEYS.into(), keys), (VALUES.into(), values)]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::step::root;

    #[test]
    fn what_is_read_is_written_again() {
        let names = read(&root()).expect("the shipped files");
        assert!(names.len() > 30_000);
        for (file, bytes) in write(&names) {
            assert!(fs::read(root().join(&file)).expect("shipped") == bytes, "{file}");
        }
        assert!(unpack(b"AanCa", &[0]).is_none());
        assert!(unpack(b"Aan", &[0, 1]).is_none());
    }

    #[test]
    fn shorter_files_are_filled_with_what_stands_for_nothing() {
        let names = vec![(b"an".to_vec(), 1), (b"ana".to_vec(), 2)];
        let [(_, keys), (_, values)] = &filled(write(&names), [9, 4])[..] else { panic!("two") };
        assert_eq!((&keys[..], &values[..]), (&b"AanCaA~~~"[..], &[1, 2, 0, 0][..]));
        let found = unpack(keys, &values[..3]).expect("well formed");
        assert_eq!(found[..2], names);
    }

    #[test]
    fn a_shift_moves_values_within_the_block() {
        let mut names: Vec<Name> =
            [1, 2, 3].map(|value| (vec![b'a' + value as u8], value)).to_vec();
        shift(&mut names[..2]);
        assert_eq!(names.iter().map(|name| name.1).collect::<Vec<_>>(), [2, 1, 3]);
    }
}
