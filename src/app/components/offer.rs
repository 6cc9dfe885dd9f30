//! A text that seems to be several articles.

use yew::prelude::*;

use super::On;
use crate::app::{
    state::{Action, Shelf},
    strings,
};

#[derive(Clone, PartialEq, Properties)]
pub struct OfferProps {
    /// How many they seem to be.
    pub parts: usize,
    pub on: On,
}

/// Says so and asks what to do.
#[component]
pub fn Offer(OfferProps { parts, on }: &OfferProps) -> Html {
    let send = |action: Shelf| on.reform(move |_: MouseEvent| Action::Shelf(action));
    html! {
        <div class="message offer">
            <p>{ strings::shelf::looks_like(*parts) }</p>
            <button type="button" onclick={send(Shelf::Split)}>
                { strings::shelf::open_as(*parts) }
            </button>
            <button type="button" onclick={send(Shelf::KeepWhole)}>{ strings::shelf::KEEP }</button>
        </div>
    }
}
