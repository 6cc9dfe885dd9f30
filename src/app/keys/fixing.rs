//! The keys that correct.

use super::{Place, Press};
use crate::app::{
    model::Kind,
    state::{Edge, Extend, Fix, Go, Menu, Side},
};

/// The kind of a digit: `1` is the first, `0` the tenth.
fn kind(key: &str) -> Option<Kind> {
    let [digit @ b'0'..=b'9'] = *key.as_bytes() else { return None };
    Kind::ALL.get(usize::from((digit - b'0' + 9) % 10)).copied()
}

/// What a press does to the mark that the keyboard stands on, or whose card it is in.
pub fn on_mark(press: Press<'_>) -> Option<Fix> {
    let Press { key, alt, after_g, letters, place, .. } = press;
    if key == "Delete" {
        return Some(Fix::Delete);
    }
    if !letters || after_g {
        return None;
    }
    let edge = |right, grow| Some(Fix::Edge(Edge { right, grow, fine: alt }));
    let menu = |menu| {
        let from = if matches!(place, Place::Mark(_)) { Side::Article } else { Side::Sidebar };
        Some(Fix::Menu(Some(menu), from))
    };
    match key {
        "+" | "=" => edge(true, true),
        "-" => edge(true, false),
        "[" => edge(false, true),
        "]" => edge(false, false),
        _ if alt => None,
        "y" => Some(Fix::Confirm),
        "x" => Some(Fix::Split),
        "a" => Some(Fix::All),
        "c" => Some(Fix::Caret),
        "m" => menu(Menu::Same),
        "t" => menu(Menu::Kind),
        key => kind(key).map(Fix::Retype),
    }
}

/// What a press does while words are chosen by keys.
pub fn choosing(press: Press<'_>) -> Option<Fix> {
    let Press { key, control, shift, alt, .. } = press;
    let extend = match (shift, alt) {
        (false, _) => Extend::No,
        (true, false) => Extend::Words,
        (true, true) => Extend::Exact,
    };
    let across = |forward| if control { Go::Word(forward) } else { Go::Char(forward) };
    let go = match key {
        "ArrowRight" => across(true),
        "ArrowLeft" => across(false),
        "ArrowDown" => Go::Sentence(true),
        "ArrowUp" => Go::Sentence(false),
        "End" => Go::Block(true),
        "Home" => Go::Block(false),
        _ if control => return None,
        _ => return kind(key).map(Fix::Add),
    };
    Some(Fix::Go(go, extend))
}
