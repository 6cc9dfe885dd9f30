//! The whole pipeline, with all that names are read with.

use crate::{budget, check, choice, text};
use newsmark::{Options, annotate};

/// Reads one input.
pub fn run(data: &[u8]) {
    let (bits, data) = choice(data);
    let text = text(data, 8_192);
    let options =
        Options { published: (bits & 1 != 0).then(|| "2021-10-04".into()), ..Options::default() };
    let report = budget::within(text.len(), || annotate(&text, &options)).expect("short");
    check(&text, &report);
}
