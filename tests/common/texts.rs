//! Texts to try what must hold of all of them.

#[path = "pieces.rs"]
mod pieces;

use pieces::PIECES;
use proptest::prelude::*;

pub fn text() -> impl Strategy<Value = String> {
    let spaced = (prop::sample::select(PIECES), prop::bool::weighted(0.7))
        .prop_map(|(piece, space)| format!("{piece}{}", if space { " " } else { "" }));
    prop_oneof![
        4 => prop::collection::vec(spaced, 0..60).prop_map(|pieces| pieces.concat()),
        1 => "\\PC{0,80}",
        1 => prop::collection::vec(any::<char>(), 0..60).prop_map(String::from_iter),
    ]
}
