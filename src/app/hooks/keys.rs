//! Listens to the keyboard.

use std::{cell::Cell, rc::Rc};

use gloo_events::{EventListener, EventListenerOptions};
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, KeyboardEvent};
use yew::prelude::*;

use crate::app::{
    keys::{Does, Place, Press, does},
    state::{Action, State},
};

/// Turns key presses anywhere on the page into actions.
#[hook]
pub fn use_keys(state: &UseReducerHandle<State>) {
    let dispatcher = state.dispatcher();
    let after_g = use_memo((), |()| Cell::new(false));
    let modal = state.help || state.along.is_modal();
    let caret = state.fix.chosen.is_some_and(|chosen| chosen.caret);
    use_effect_with((state.habits.letters, modal, caret), move |&(letters, modal, caret)| {
        let document = web_sys::window().and_then(|window| window.document());
        let listener = document.map(|document| {
            let options = EventListenerOptions::enable_prevent_default();
            EventListener::new_with_options(&document, "keydown", options, move |event| {
                let Some(event) = event.dyn_ref::<KeyboardEvent>() else { return };
                // A dialog has its own keys, and so has what writes in other scripts.
                if modal || event.default_prevented() || event.is_composing() {
                    return;
                }
                if let Some(action) = pressed(event, letters, caret, &after_g) {
                    event.prevent_default();
                    dispatcher.dispatch(action);
                }
            })
        });
        move || drop(listener)
    });
}

fn pressed(
    event: &KeyboardEvent,
    letters: bool,
    caret: bool,
    after_g: &Rc<Cell<bool>>,
) -> Option<Action> {
    let key = event.key();
    if matches!(key.as_str(), "Shift" | "Control" | "Alt" | "Meta") {
        return None;
    }
    // The key that writes the third sign of a key is Control and Alt together, for some systems.
    let third = event.get_modifier_state("AltGraph");
    let press = Press {
        key: &key,
        control: (event.ctrl_key() || event.meta_key()) && !third,
        shift: event.shift_key(),
        alt: event.alt_key() && !third,
        place: place(event),
        after_g: after_g.take(),
        letters,
        caret,
    };
    match does(press)? {
        Does::Act(action) => Some(action),
        Does::Wait => {
            after_g.set(true);
            None
        }
    }
}

fn place(event: &Event) -> Place {
    let Some(element) = event.target().and_then(|target| target.dyn_into::<Element>().ok()) else {
        return Place::Elsewhere;
    };
    let within = |selector: &str| element.closest(selector).ok().flatten();
    // A checkbox or button takes no text.
    let card = within(".card").is_some();
    if within("textarea, select, input:not([type=checkbox], [type=file])").is_some() {
        return if card { Place::CardText } else { Place::Text };
    }
    if card || within("article[tabindex='-1']:focus").is_some() {
        return Place::Card;
    }
    let mark = within("article [data-mark]").and_then(|mark| mark.get_attribute("data-mark"));
    match mark.and_then(|mark| mark.parse().ok()) {
        Some(mark) => Place::Mark(mark),
        None if within(".sidebar").is_some() => Place::Sidebar,
        None => Place::Elsewhere,
    }
}
