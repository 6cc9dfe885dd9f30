//! Hashes of words and features: fixed for ever, since the weights are stored under them.

/// The hash of a word's bytes (FNV-1a, mixed at the end).
pub fn word(text: &str) -> u32 {
    bytes(text.bytes())
}

/// The hash of a word, and those of its first one to four characters; 1 where it has fewer.
pub fn with_prefixes(text: &str) -> (u32, [u32; 4]) {
    let mut prefixes = [1; 4];
    let (mut hash, mut at) = (BASIS, 0);
    let ends = text.char_indices().map(|(at, c)| at + c.len_utf8());
    for (prefix, end) in prefixes.iter_mut().zip(ends) {
        hash = text[at..end].bytes().fold(hash, step);
        *prefix = finish(hash);
        at = end;
    }
    (finish(text[at..].bytes().fold(hash, step)), prefixes)
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn prefixes_have_the_hashes_of_words() {
        for text in ["", "a", "été", "Halvern", "Ł1–x"] {
            let starts: Vec<&str> =
                text.char_indices().map(|(at, c)| &text[..at + c.len_utf8()]).collect();
            let wanted = std::array::from_fn(|i| starts.get(i).map_or(1, |start| word(start)));
            assert_eq!(with_prefixes(text), (word(text), wanted), "{text}");
        }
    }
}
