//! The second part of the gazetteers, loaded when the page can already be used.
//!
//! It holds hashes of keys instead of keys: long names of organisations cost two bytes instead of
//! twenty. The price is that a name unknown to it may have the hash of a known one, about once in
//! 10,000 names asked for; never one of the first part, for the builder chooses the seed so.
//!
//! The file: `NMX1`, the seed and the number of names (four bytes each, low first), then one group for each distinct entry:
//! its kinds, subtype, country, how many hashes, the width of the low bits; then the sorted hashes
//! as differences in Rice code, filled up to a whole byte.

use std::fmt;

use super::{Entry, Kinds, SUBTYPES};

/// The first bytes of the file.
const MAGIC: &[u8; 4] = b"NMX1";
/// Bits of a hash.
pub const HASH_BITS: u32 = 30;
/// The hashes are put into boxes by so many of their first bits.
const BOX_BITS: u32 = 15;
/// More names than this are not a gazetteer of ours.
const MOST: usize = 1 << 20;

/// The second part of the gazetteers.
pub struct Extra {
    seed: u32,
    /// Where each box begins in `names`, and past the last one.
    boxes: Vec<u32>,
    /// The low bits of the hash, and an index into `entries`.
    names: Vec<(u16, u16)>,
    entries: Vec<Entry>,
}

/// A name hashed as far as it has been read.
#[derive(Clone, Copy, Debug)]
pub struct Hash(u64);

impl Hash {
    /// Before the first byte.
    pub fn new(seed: u32) -> Self {
        Self(0xcbf2_9ce4_8422_2325 ^ u64::from(seed).wrapping_mul(0x9e37_79b9_7f4a_7c15))
    }

    /// With one more byte of the key.
    #[must_use]
    pub fn push(self, byte: u8) -> Self {
        Self((self.0 ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3))
    }

    /// The hash of the bytes so far.
    pub fn finish(self) -> u32 {
        let mixed = (self.0 ^ (self.0 >> 32)).wrapping_mul(0x9e37_79b9_7f4a_7c15);
        (mixed >> (64 - HASH_BITS)) as u32
    }
}

/// The bytes are no second part of the gazetteers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Malformed;

impl fmt::Display for Malformed {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the second part of the gazetteers is damaged")
    }
}

impl std::error::Error for Malformed {}

impl Extra {
    /// Reads the file.
    ///
    /// # Errors
    ///
    /// [`Malformed`] if the bytes are not wholly what the builder writes.
    pub fn read(bytes: &[u8]) -> Result<Self, Malformed> {
        let rest = bytes.strip_prefix(MAGIC).ok_or(Malformed)?;
        let (seed, rest) = rest.split_first_chunk().ok_or(Malformed)?;
        let (count, rest) = rest.split_first_chunk().ok_or(Malformed)?;
        let mut input = Input { bytes: rest, at: 0 };
        let mut entries = Vec::new();
        let mut hashes = Vec::new();
        while input.at < rest.len() {
            let index = u16::try_from(entries.len()).map_err(|_| Malformed)?;
            entries.push(input.group(index, &mut hashes)?);
        }
        if hashes.len() != u32::from_le_bytes(*count) as usize {
            return Err(Malformed);
        }
        let (boxes, names) = sorted(&hashes);
        Ok(Self { seed: u32::from_le_bytes(*seed), boxes, names, entries })
    }

    /// How many names it has.
    pub fn len(&self) -> usize {
        self.names.len()
    }

    /// Whether it has no name.
    pub fn is_empty(&self) -> bool {
        self.names.is_empty()
    }

    /// Before the first byte of a key.
    pub fn hash(&self) -> Hash {
        Hash::new(self.seed)
    }

    /// What the key hashed so far stands for.
    pub fn value(&self, hash: Hash) -> Option<Entry> {
        let (at, low) = split(hash.finish());
        let (from, end) = (*self.boxes.get(at)?, *self.boxes.get(at + 1)?);
        let names = self.names.get(from as usize..end as usize)?;
        let (_, index) = names.iter().find(|(l, _)| *l == low)?;
        self.entries.get(usize::from(*index)).copied()
    }

    /// What a whole key stands for.
    pub fn get(&self, key: &[u8]) -> Option<Entry> {
        self.value(key.iter().fold(self.hash(), |hash, &byte| hash.push(byte)))
    }
}

/// A hash as its box and the rest.
fn split(hash: u32) -> (usize, u16) {
    let low = HASH_BITS - BOX_BITS;
    ((hash >> low) as usize, (hash & ((1 << low) - 1)) as u16)
}

/// Puts the hashes into their boxes, in linear time.
fn sorted(hashes: &[(u32, u16)]) -> (Vec<u32>, Vec<(u16, u16)>) {
    let mut boxes = vec![0_u32; (1 << BOX_BITS) + 1];
    for (hash, _) in hashes {
        boxes[split(*hash).0 + 1] += 1;
    }
    for i in 1..boxes.len() {
        boxes[i] += boxes[i - 1];
    }
    let mut next = boxes.clone();
    let mut names = vec![(0, 0); hashes.len()];
    for (hash, index) in hashes {
        let (at, low) = split(*hash);
        names[next[at] as usize] = (low, *index);
        next[at] += 1;
    }
    (boxes, names)
}

/// The seed of a file that begins as one of these does.
pub fn seed(bytes: &[u8]) -> Option<u32> {
    let seed = bytes.strip_prefix(MAGIC)?.first_chunk()?;
    Some(u32::from_le_bytes(*seed))
}

/// Writes the file: each distinct entry with the sorted hashes of its names.
pub fn write(seed: u32, groups: &[(Entry, Vec<u32>)]) -> Vec<u8> {
    let mut out = MAGIC.to_vec();
    out.extend(seed.to_le_bytes());
    let count: usize = groups.iter().map(|(_, hashes)| hashes.len()).sum();
    out.extend((count as u32).to_le_bytes());
    for (entry, hashes) in groups {
        number(&mut out, entry.kinds.0);
        out.push(entry.subtype);
        out.extend(entry.country);
        number(&mut out, hashes.len() as u32);
        // Differences are about 2^30 / n, spread geometrically: so many low bits cost least.
        let mean = (1_u64 << HASH_BITS) / (hashes.len() as u64 + 1);
        let low = (mean * 69 / 100).max(1).ilog2() as u8;
        out.push(low);
        rice(&mut out, low, hashes);
    }
    out
}

fn number(out: &mut Vec<u8>, mut value: u32) {
    while value >= 0x80 {
        out.push(value as u8 | 0x80);
        value >>= 7;
    }
    out.push(value as u8);
}

/// Differences in Rice code: the high part in ones closed by a nought, then the low bits.
fn rice(out: &mut Vec<u8>, low: u8, hashes: &[u32]) {
    let (mut byte, mut used) = (0_u8, 0);
    let mut push = |bit: bool| {
        byte |= u8::from(bit) << used;
        used += 1;
        if used == 8 {
            out.push(byte);
            (byte, used) = (0, 0);
        }
    };
    let mut before = 0;
    for hash in hashes {
        let step = hash - before;
        before = *hash;
        (0..step >> low).for_each(|_| push(true));
        push(false);
        (0..low).for_each(|i| push(step >> i & 1 == 1));
    }
    if used > 0 {
        out.push(byte);
    }
}

/// The bytes yet to be read.
struct Input<'a> {
    bytes: &'a [u8],
    at: usize,
}

impl Input<'_> {
    fn byte(&mut self) -> Result<u8, Malformed> {
        let byte = self.bytes.get(self.at).copied().ok_or(Malformed)?;
        self.at += 1;
        Ok(byte)
    }

    fn number(&mut self) -> Result<u32, Malformed> {
        let mut value = 0;
        for shift in [0, 7, 14, 21] {
            let byte = self.byte()?;
            value |= u32::from(byte & 0x7f) << shift;
            if byte < 0x80 {
                return Ok(value);
            }
        }
        Err(Malformed)
    }

    /// An entry; its hashes go to `hashes` with `index`.
    fn group(&mut self, index: u16, hashes: &mut Vec<(u32, u16)>) -> Result<Entry, Malformed> {
        let kinds = Kinds(self.number()?);
        let subtype = self.byte()?;
        let country = [self.byte()?, self.byte()?];
        let count = self.number()? as usize;
        let low = u32::from(self.byte()?);
        let spelled = country == [0, 0] || country.iter().all(u8::is_ascii_uppercase);
        let room = hashes.len() + count <= MOST && low < HASH_BITS;
        if !spelled || !room || usize::from(subtype) >= SUBTYPES.len() {
            return Err(Malformed);
        }
        let mut bits = Bits { input: self, held: 0, count: 0 };
        let mut hash = 0_u32;
        for _ in 0..count {
            let step = bits.rice(low)?;
            hash = hash.checked_add(step).filter(|h| h >> HASH_BITS == 0).ok_or(Malformed)?;
            hashes.push((hash, index));
        }
        Ok(Entry { kinds, subtype, country })
    }
}

/// The bits of one group, lowest first.
struct Bits<'a, 'b> {
    input: &'a mut Input<'b>,
    held: u64,
    count: u32,
}

impl Bits<'_, '_> {
    fn rice(&mut self, low: u32) -> Result<u32, Malformed> {
        let mut high = 0_u32;
        loop {
            if self.count == 0 {
                self.fill(1)?;
            }
            let ones = self.held.trailing_ones().min(self.count);
            high += ones;
            self.drop(ones);
            if self.count > 0 {
                self.drop(1);
                break;
            }
        }
        self.fill(low)?;
        let rest = (self.held & ((1 << low) - 1)) as u32;
        self.drop(low);
        // Widths are small, so a high part that would overflow cannot belong to a hash.
        high.checked_mul(1 << low).and_then(|h| h.checked_add(rest)).ok_or(Malformed)
    }

    /// Takes bytes until at least `wanted` bits are held.
    fn fill(&mut self, wanted: u32) -> Result<(), Malformed> {
        while self.count < wanted {
            self.held |= u64::from(self.input.byte()?) << self.count;
            self.count += 8;
        }
        Ok(())
    }

    fn drop(&mut self, bits: u32) {
        self.held >>= bits;
        self.count -= bits;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn groups() -> Vec<(Entry, Vec<u32>)> {
        let hash = |name: &str| name.bytes().fold(Hash::new(7), Hash::push).finish();
        let entry = |kinds, subtype| Entry { kinds, subtype, country: [0, 0] };
        let mut many: Vec<u32> = (0..500).map(|i| hash(&format!("name {i}"))).collect();
        many.sort_unstable();
        vec![
            (entry(Kinds::FAMILY, 0), many),
            (entry(Kinds::ORGANISATION | Kinds::MAJOR, 9), vec![hash("orsk mills")]),
        ]
    }

    #[test]
    fn what_is_written_is_found_again() {
        let extra = Extra::read(&write(7, &groups())).expect("whole");
        assert_eq!(extra.len(), 501);
        for i in 0..500 {
            let found = extra.get(format!("name {i}").as_bytes());
            assert_eq!(found.map(|e| e.kinds), Some(Kinds::FAMILY), "{i}");
        }
        let mills = extra.get(b"orsk mills").and_then(|e| e.subtype());
        assert_eq!(mills, Some("company"));
        assert_eq!((extra.get(b"orsk mill"), extra.get(b"")), (None, None));
    }

    #[test]
    fn damaged_bytes_are_an_error_or_another_gazetteer_but_never_a_panic() {
        let whole = write(7, &groups());
        for cut in 0..whole.len() {
            assert!(Extra::read(&whole[..cut]).is_err(), "{cut}");
        }
        for at in 0..whole.len() {
            for value in [0, 0x7f, 0xff] {
                let mut other = whole.clone();
                other[at] = value;
                let _ = Extra::read(&other);
            }
        }
        assert!(Extra::read(b"").is_err() && Extra::read(b"NMX2....").is_err());
    }
}
