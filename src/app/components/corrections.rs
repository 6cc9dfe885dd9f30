//! All that the reader has corrected, and the reader's own list.

use std::rc::Rc;

use web_sys::MouseEvent;
use yew::{
    functional::{Hook, HookContext},
    prelude::*,
};

use super::{On, actions::button, more::use_more, panel::panel, piece::Piece};
use crate::{
    app::{
        state::{Action, Fate, Fix, Fixing},
        strings::{self, fix as words},
    },
    corrections::{Correction, Lexicon},
};

/// The latest first, each with what became of it; it can be taken back, wherever its words are.
#[derive(PartialEq)]
pub struct CorrectionsProps {
    pub fix: Fixing,
    pub lexicon: Rc<Lexicon>,
    /// Whether the card is open, which says itself why something was not taken.
    pub card: bool,
    pub on: On,
}

impl Piece for CorrectionsProps {
    const NAME: &'static str = "corrections";

    fn draw(&self, hooks: &mut HookContext) -> Html {
        let CorrectionsProps { fix, lexicon, card, on } = self;
        let list = fix.log.patch().corrections();
        let (shown, more) = use_more(list.len(), None).run(hooks);
        let refused = fix.refused.as_ref().filter(|_| !card);
        if fix.is_untouched() && lexicon.is_empty() && refused.is_none() {
            return html! {};
        }
        let lost = fix.fates.iter().filter(|fate| fate.lost.is_some()).count();
        let mut note = words::CORRECTIONS.counted(list.len());
        if lost > 0 {
            note = [&note, ", ", &words::lost_count(lost)].concat();
        }
        let (undo, redo) = (fix.log.undo_steps(), fix.log.redo_steps());
        let inside = html! {
            <>
                if let Some(why) = refused {
                    <p class="refused" role="alert">{ why.to_string() }</p>
                }
                <p class="steps">
                    <button type="button" disabled={undo == 0} onclick={step(on, Fix::Undo)}>{ words::undo(undo) }</button>
                    <button type="button" disabled={redo == 0} onclick={step(on, Fix::Redo)}>{ words::redo(redo) }</button>
                </p>
                <ul class="corrections">
                    { for list.iter().enumerate().rev().take(shown).map(|(at, correction)| {
                        item(correction, fix.fates.get(at).copied().unwrap_or_default(), on)
                    }) }
                </ul>
                { more }
                { own(lexicon, on) }
            </>
        };
        panel("corrections", words::PANEL.get(), note, false, inside)
    }
}

fn step(on: &On, fix: Fix) -> impl Fn(MouseEvent) + use<> {
    let on = on.clone();
    move |_: MouseEvent| on.emit(Action::Fix(None, fix.clone()))
}

fn item(correction: &Correction, fate: Fate, on: &On) -> Html {
    let about = words::words(correction);
    let what = html! {
        <>
            if !about.is_empty() {
                <q>{ about }</q>
            }
            <small>{ words::what(correction) }</small>
            if let Some(lost) = fate.lost {
                <small class="lost">{ words::lost(lost) }</small>
            } else if fate.moved {
                <small>{ words::MOVED }</small>
            }
        </>
    };
    let line = if let Some(span) = fate.span.filter(|_| fate.lost.is_none()) {
        let on = on.clone();
        let onclick = move |_: MouseEvent| on.emit(Action::Reveal(span));
        html! { <button type="button" class="row" {onclick}>{ what }</button> }
    } else {
        html! { <p class="row">{ what }</p> }
    };
    html! {
        <li key={correction.id.clone()} class={fate.lost.map(|_| "orphan")}>
            { line }
            { button(html! { { words::TAKE_BACK } }, on, Fix::TakeBack(correction.id.as_str().into())) }
        </li>
    }
}

/// The names and strings of the reader's list.
fn own(lexicon: &Lexicon, on: &On) -> Html {
    if lexicon.is_empty() {
        return html! {};
    }
    let line = |words: &str, what: &str| {
        html! {
            <li>
                <p class="row"><q>{ words.to_owned() }</q><small>{ what.to_owned() }</small></p>
                { button(html! { { words::REMOVE } }, on, Fix::Forget(words.into())) }
            </li>
        }
    };
    html! {
        <>
            <h3>{ words::LIST }</h3>
            <ul class="corrections">
                { for lexicon.names().iter().map(|name| {
                    line(&name.text, strings::kind(name.entity_type.into()))
                }) }
                { for lexicon.ignore().iter().map(|words| line(words, words::NEVER.get())) }
            </ul>
        </>
    }
}
