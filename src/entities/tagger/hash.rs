//! Hashes of words and features: fixed for ever, since the weights are stored under them.

/// The hash of a word's bytes (FNV-1a, mixed at the end).
pub fn word(text: &str) -> u32 {
    bytes(text.bytes())
}

/// The hash of a word in lower case.
pub fn lower(text: &str) -> u32 {
    let mut buffer = [0; 4];
    let mut hash = BASIS;
    for c in text.chars().flat_map(char::to_lowercase) {
        for &byte in c.encode_utf8(&mut buffer).as_bytes() {
            hash = step(hash, byte);
        }
    }
    finish(hash)
}

/// The hash of some bytes.
pub fn bytes(bytes: impl Iterator<Item = u8>) -> u32 {
    finish(bytes.fold(BASIS, step))
}

/// The hash of a pair.
pub fn pair(a: u32, b: u32) -> u32 {
    finish(a.wrapping_mul(0x9e37_79b1).rotate_left(13) ^ b.wrapping_mul(0x85eb_ca77))
}

const BASIS: u32 = 0x811c_9dc5;

fn step(hash: u32, byte: u8) -> u32 {
    (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193)
}

fn finish(mut hash: u32) -> u32 {
    hash ^= hash >> 16;
    hash = hash.wrapping_mul(0x7feb_352d);
    hash ^= hash >> 15;
    hash = hash.wrapping_mul(0x846c_a68b);
    hash ^ (hash >> 16)
}
