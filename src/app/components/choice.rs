//! Words that the reader has chosen, to be marked.

use web_sys::MouseEvent;
use yew::{functional::HookContext, prelude::*};

use super::{
    On,
    actions::{kinds, worded},
    piece::Piece,
};
use crate::app::{
    correct::words::chosen_span,
    model::{Reading, excerpt::excerpt},
    state::{Action, Fix, Fixing},
    strings::{self, fix as words},
};

/// A card in the place of a mark's, with the kinds to choose from.
#[derive(PartialEq)]
pub struct ChoiceProps {
    pub reading: Reading,
    pub fix: Fixing,
    pub on: On,
}

impl Piece for ChoiceProps {
    const NAME: &'static str = "choice";

    fn draw(&self, _: &mut HookContext) -> Html {
        let ChoiceProps { reading, fix, on } = self;
        let Some(chosen) = fix.chosen else { return html! {} };
        let span = chosen_span(&reading.text, &reading.report, chosen);
        let close = {
            let on = on.clone();
            move |_: MouseEvent| on.emit(Action::Close)
        };
        // A press must not take the selection away that it is about.
        let keep = |event: MouseEvent| event.prevent_default();
        html! {
            <section class="card choice" aria-label={words::NEW} onmousedown={keep}>
                <p class="card-head">
                    <span class="card-kind">{ words::NEW }</span>
                    <button type="button" onclick={close}>{ strings::CLOSE }</button>
                </p>
                if let Some(span) = span {
                    <p class="card-words" lang={reading.lang()}>{ excerpt(span.of(&reading.text), 160) }</p>
                    if let Some(why) = &fix.refused {
                        <p class="refused" role="alert">{ why.to_string() }</p>
                    }
                    { kinds(None, on, Fix::Add) }
                    <div class="actions"><div class="quiet">{ worded(words::ASIDE, on, Fix::Aside) }</div></div>
                } else {
                    <p>{ words::CARET }</p>
                }
            </section>
        }
    }
}
