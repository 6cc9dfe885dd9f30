//! Every target in one program, so that the library is linked once: `NEWSMARK_TARGET` names the one that runs.

#![no_main]

use std::sync::LazyLock;

use newsmark_fuzz::targets::{ALL, Target, named};

static TARGET: LazyLock<Target> = LazyLock::new(|| {
    let name = std::env::var("NEWSMARK_TARGET").unwrap_or_default();
    named(&name).unwrap_or_else(|| {
        let names: Vec<_> = ALL.iter().map(|(name, _)| *name).collect();
        panic!("NEWSMARK_TARGET is `{name}`; it can be {}", names.join(", "));
    })
});

libfuzzer_sys::fuzz_target!(|data: &[u8]| TARGET(data));
