//! The gazetteers as they are shipped and kept: sorted keys, walked byte by byte.
//!
//! Shipped, each key is a capital letter, which says how many bytes it shares with the one before,
//! and the rest; keys themselves have no capitals. Text so written packs to half of what a
//! transducer with the same keys takes.

use super::Entry;

/// Sorted keys and what they stand for.
pub struct Store {
    /// All keys, one after another.
    keys: Vec<u8>,
    /// Where each key begins, and past the last one.
    starts: Vec<u32>,
    /// For each key, an index into `entries`.
    values: Vec<u16>,
    entries: Vec<Entry>,
    /// For each pair of classes, the keys before those that begin so, and past the last.
    firsts: Vec<u32>,
}

/// The keys that begin with the bytes walked so far.
#[derive(Clone, Copy)]
pub struct Walk {
    from: u32,
    end: u32,
    depth: u32,
}

impl Store {
    /// Unpacks the shipped files: keys, values (one byte below 200, else two), entries.
    pub fn unpack(names: &[u8], values: &[u8], entries: &str) -> Self {
        let mut store = Self {
            keys: Vec::with_capacity(names.len() * 2),
            starts: vec![0],
            values: Vec::with_capacity(values.len()),
            entries: entries.lines().filter_map(Entry::parse).collect(),
            firsts: Vec::new(),
        };
        let mut previous = 0;
        for &byte in names {
            if byte.is_ascii_uppercase() {
                let begin = store.keys.len();
                if begin > previous {
                    store.starts.push(begin as u32);
                }
                let shared = usize::from(byte - b'A').min(begin - previous);
                store.keys.extend_from_within(previous..previous + shared);
                previous = begin;
            } else {
                store.keys.push(byte);
            }
        }
        store.starts.push(store.keys.len() as u32);
        let mut bytes = values.iter().map(|&b| u16::from(b));
        while let Some(byte) = bytes.next() {
            let value =
                if byte < 200 { byte } else { (byte - 200) * 256 + bytes.next().unwrap_or(0) };
            store.values.push(value);
        }
        store.firsts = store.count();
        store
    }

    /// How many keys stand before those of each pair of classes.
    fn count(&self) -> Vec<u32> {
        let mut firsts = vec![0; CLASSES * CLASSES + 1];
        for key in 0..self.walk().end {
            firsts[pair(self.key(key)) + 1] += 1;
        }
        let mut before = 0;
        for count in &mut firsts {
            before += *count;
            *count = before;
        }
        firsts
    }

    /// Before the first byte.
    pub fn walk(&self) -> Walk {
        Walk { from: 0, end: self.values.len().min(self.starts.len() - 1) as u32, depth: 0 }
    }

    /// Whether keys go on with `byte`; then `walk` stands behind it.
    pub fn step(&self, walk: &mut Walk, byte: u8) -> bool {
        let depth = walk.depth as usize;
        let next = |key: u32| self.key(key).get(depth).map_or(-1, |&b| i16::from(b));
        let wanted = i16::from(byte);
        let (mut from, mut end) = (walk.from, walk.end);
        match depth {
            0 => {
                let class = class(Some(&byte)) * CLASSES;
                (from, end) = (self.firsts[class], self.firsts[class + CLASSES]);
            }
            1 if from < end => {
                let pair = pair(&[self.key(from).first().copied().unwrap_or(0), byte]);
                (from, end) = (from.max(self.firsts[pair]), end.min(self.firsts[pair + 1]));
            }
            _ => {}
        }
        // Most often all of the few that are left go on so.
        if from < end && (next(from), next(end - 1)) != (wanted, wanted) {
            from = halve(from, end, |key| next(key) < wanted);
            end = halve(from, end, |key| next(key) <= wanted);
        }
        *walk = Walk { from, end, depth: walk.depth + 1 };
        from < end
    }

    /// What the bytes walked so far stand for, if they are a whole key.
    pub fn value(&self, walk: Walk) -> Option<Entry> {
        let whole = walk.from < walk.end && self.key(walk.from).len() == walk.depth as usize;
        let index = *self.values.get(walk.from as usize).filter(|_| whole)?;
        self.entries.get(usize::from(index)).copied()
    }

    /// What a whole key stands for.
    pub fn get(&self, key: &[u8]) -> Option<Entry> {
        let pair = pair(key);
        let end = self.firsts[pair + 1];
        let from = halve(self.firsts[pair], end, |at| self.key(at) < key);
        if from == end || self.key(from) != key {
            return None;
        }
        self.entries.get(usize::from(*self.values.get(from as usize)?)).copied()
    }

    fn key(&self, index: u32) -> &[u8] {
        let at = index as usize;
        let (from, end) = (self.starts.get(at), self.starts.get(at + 1));
        let range = from.zip(end).map(|(&from, &end)| from as usize..end as usize);
        range.and_then(|range| self.keys.get(range)).unwrap_or_default()
    }
}

/// Classes of bytes, in their order: each letter is one of its own, the rest a few. The first is no byte.
const CLASSES: usize = 31;

fn class(byte: Option<&u8>) -> usize {
    match byte {
        None => 0,
        Some(..b'0') => 1,
        Some(b'0'..=b'9') => 2,
        Some(..b'a') => 3,
        Some(&letter @ b'a'..=b'z') => 4 + usize::from(letter - b'a'),
        Some(_) => 30,
    }
}

/// The classes of the first two bytes of a key; of the first alone where its class has several bytes, whose keys are
/// not in the order of the second.
fn pair(key: &[u8]) -> usize {
    let first = key.first();
    let second = key.get(1).filter(|_| first.is_some_and(u8::is_ascii_lowercase));
    class(first) * CLASSES + class(second)
}

/// The first of `from..end` for which `before` is false.
fn halve(mut from: u32, mut end: u32, before: impl Fn(u32) -> bool) -> u32 {
    while from < end {
        let middle = from.midpoint(end);
        if before(middle) { from = middle + 1 } else { end = middle }
    }
    from
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_unpack_in_order_and_are_found() {
        let store = Store::unpack(b"AanCaCtonAlima", &[0, 1, 200, 2, 0], "1 0 -\n2 0 -\n16 0 PE");
        let kinds = |key: &[u8]| store.get(key).map(|e| e.kinds.0);
        assert_eq!(kinds(b"an"), Some(1));
        assert_eq!((kinds(b"ana"), kinds(b"anton")), (Some(2), Some(16)));
        assert_eq!((kinds(b"lima"), kinds(b"l"), kinds(b"")), (Some(1), None, None));
    }

    #[test]
    fn keys_of_any_bytes_are_found_whole_and_byte_by_byte() {
        let keys: [&[u8]; 12] = [
            b"2m",
            b"3a",
            b"3m",
            b"4 h",
            b"a",
            b"a b",
            b"a1",
            b"ab",
            b"b",
            b"z\xc3\xa9",
            b"\xc3\xa9",
            b"\xd0\x90",
        ];
        let names = keys.iter().flat_map(|key| [b"A", *key].concat()).collect::<Vec<_>>();
        let values: Vec<u8> = (0..12).collect();
        let entries: Vec<String> = (1..=12).map(|kinds| format!("{kinds} 0 -")).collect();
        let store = Store::unpack(&names, &values, &entries.join("\n"));
        for (key, kinds) in keys.iter().zip(1..) {
            assert_eq!(store.get(key).map(|e| e.kinds.0), Some(kinds), "{key:?}");
            let mut walk = store.walk();
            assert!(key.iter().all(|&byte| store.step(&mut walk, byte)), "{key:?}");
            assert_eq!(store.value(walk).map(|e| e.kinds.0), Some(kinds), "{key:?}");
        }
        for key in [&b"2a"[..], b"3", b"z", b"a2", b"0", b"\xff"] {
            assert!(store.get(key).is_none(), "{key:?}");
        }
    }
}
