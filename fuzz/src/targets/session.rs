//! A text that is being written is read as one that lies there finished.

use std::sync::Arc;

use crate::{
    check,
    words::{Edit, Words},
};
use arbitrary::{Arbitrary, Unstructured};
use newsmark::{Knowledge, Options, Session, annotate_with, options::DateOrder};

#[derive(Arbitrary, Debug)]
struct Input {
    /// Without the tagger it is four times as fast.
    knows: bool,
    text: Words,
    steps: Vec<(Edit, Option<u8>)>,
}

fn options(bits: u8) -> Options {
    Options {
        published: (bits & 1 != 0).then(|| "2021-10-04".to_owned()),
        date_order: [None, Some(DateOrder::Dmy), Some(DateOrder::Mdy), None]
            [usize::from(bits >> 1 & 3)],
        types: (bits & 8 != 0).then(|| vec!["date".into(), "person".into(), "quote".into()]),
        ignore: (bits & 16 != 0).then(|| vec!["Germany".to_owned()]),
        body: (bits & 32 != 0).then(Vec::new),
        ..Options::default()
    }
}

/// Reads one input.
pub fn run(data: &[u8]) {
    let Ok(input) = Input::arbitrary_take_rest(Unstructured::new(data)) else { return };
    let knowledge = if input.knows { Knowledge::shipped() } else { Arc::default() };
    let mut session = Session::new(Arc::clone(&knowledge));
    let (mut text, mut asked) = (input.text.0, Options::default());
    for (edit, bits) in input.steps.iter().take(6) {
        edit.apply(&mut text);
        if let Some(bits) = bits {
            asked = options(*bits);
        }
        let kept = session.annotate(&text, &asked).expect("short");
        let afresh = annotate_with(&text, &asked, &knowledge).expect("short");
        assert_eq!(kept, afresh, "{text:?}");
        if asked.types.is_none() {
            check(&text, &kept);
        }
    }
}
