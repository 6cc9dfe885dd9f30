//! The second part: for each thing to stand for, the hashes of the names that do.

use std::{fs, ops::Range, path::Path};

use newsmark::entities::gazetteer::{Entry, Kinds, extra};

use super::{NAMES, WAYS, Way};
use crate::{bite::change::Change, step::Result};

const FILE: &str = "src/data/names.more";
/// Magic, seed and number of names.
const HEAD: usize = 12;

type Groups = Vec<(Entry, Vec<u32>)>;

/// What a group without a name takes: its entry, the count, and the width of the low bits.
const GROUP: usize = 6;

pub fn changes(root: &Path) -> Result<Vec<Change>> {
    let groups = read(root)?.1;
    let mut changes = Vec::new();
    for (group, (_, hashes)) in groups.iter().enumerate() {
        for at in 0..hashes.len().div_ceil(NAMES) {
            let (from, end) = (at * NAMES, hashes.len().min((at + 1) * NAMES));
            for (way, done) in WAYS {
                let what = match way {
                    Way::Drop => format!("names {from} to {end} of entry {group}"),
                    Way::Shift if at == 0 => format!("names of entries {group} and the next"),
                    Way::Shift => continue,
                };
                changes.push(Change {
                    group: format!("second {done}"),
                    name: format!("second part, {what}: {done}"),
                    make: Box::new(move |root| {
                        let (seed, mut groups) = read(root)?;
                        change(&mut groups, group, from..end, way);
                        let len = fs::metadata(root.join(FILE))?.len() as usize;
                        Ok(vec![(FILE.into(), filled(extra::write(seed, &groups), len))])
                    }),
                });
            }
        }
    }
    Ok(changes)
}

/// Names go, or stand for what those of the next group do, and the other way round.
fn change(groups: &mut Groups, group: usize, names: Range<usize>, way: Way) {
    match way {
        Way::Drop => drop(groups[group].1.drain(names)),
        Way::Shift => {
            let next = (group + 1) % groups.len();
            let entry = groups[group].0;
            groups[group].0 = groups[next].0;
            groups[next].0 = entry;
        }
    }
}

/// The file made as long as it was: by a group of one name that stands for nothing, whose hash is written in ones.
fn filled(mut bytes: Vec<u8>, len: usize) -> Vec<u8> {
    let missing = len.saturating_sub(bytes.len());
    if missing > GROUP {
        bytes.extend([0, 0, 0, 0, 1, 0]);
        bytes.resize(len - 1, 0xff);
        bytes.push(0x7f);
        let count = u32::from_le_bytes([bytes[8], bytes[9], bytes[10], bytes[11]]) + 1;
        bytes[8..HEAD].copy_from_slice(&count.to_le_bytes());
    }
    bytes
}

fn read(root: &Path) -> Result<(u32, Groups)> {
    let bytes = fs::read(root.join(FILE))?;
    let seed = extra::seed(&bytes).ok_or("the second part of the gazetteers begins otherwise")?;
    let groups = groups(&bytes).ok_or("the second part of the gazetteers breaks off")?;
    Ok((seed, groups))
}

fn groups(bytes: &[u8]) -> Option<Groups> {
    let mut rest = bytes.get(HEAD..)?;
    let mut groups = Vec::new();
    while !rest.is_empty() {
        let kinds = Kinds(number(&mut rest)?);
        let [subtype, a, b] = *rest.split_off(..3)? else { return None };
        let count = number(&mut rest)?;
        let low = *rest.split_off_first()?;
        let (mut bit, mut hash, mut hashes) = (0, 0, Vec::new());
        let mut next = || {
            let byte = rest.get(bit / 8)?;
            bit += 1;
            Some(byte >> ((bit - 1) % 8) & 1)
        };
        for _ in 0..count {
            let mut high = 0_u32;
            while next()? == 1 {
                high += 1;
            }
            hash += high << low;
            for i in 0..low {
                hash += u32::from(next()?) << i;
            }
            hashes.push(hash);
        }
        rest = rest.get(bit.div_ceil(8)..)?;
        groups.push((Entry { kinds, subtype, country: [a, b] }, hashes));
    }
    Some(groups)
}

/// Seven bits a byte, the lowest first, the top bit on all but the last.
fn number(rest: &mut &[u8]) -> Option<u32> {
    let (mut value, mut shift) = (0, 0);
    loop {
        let byte = *rest.split_off_first()?;
        value |= u32::from(byte & 0x7f) << shift;
        shift += 7;
        if byte < 0x80 {
            return Some(value);
        }
    }
}

#[cfg(test)]
mod tests {
    use newsmark::entities::gazetteer::{Extra, SECOND};

    use super::*;

    #[test]
    fn what_is_read_is_written_again() {
        let groups = groups(SECOND).expect("the shipped file");
        assert!(extra::write(extra::seed(SECOND).expect("shipped"), &groups) == SECOND);
        assert!(super::groups(&SECOND[..SECOND.len() - 9]).is_none());
    }

    #[test]
    fn changed_files_are_read_and_as_long_as_they_were() {
        let whole = Extra::read(SECOND).expect("shipped").len();
        for (way, len) in [(Way::Drop, whole - 100 + 1), (Way::Shift, whole)] {
            let mut groups = groups(SECOND).expect("the shipped file");
            change(&mut groups, 0, 1..101, way);
            let seed = extra::seed(SECOND).expect("shipped");
            let file = filled(extra::write(seed, &groups), SECOND.len());
            assert_eq!(file.len(), SECOND.len());
            assert_eq!(Extra::read(&file).expect("well formed").len(), len);
        }
    }
}
