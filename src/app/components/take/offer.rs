//! What a link or a file holds, before anything of it is opened.

use std::rc::Rc;

use yew::prelude::*;

use super::TakeProps;
use crate::app::{
    model::excerpt::excerpt,
    state::{
        Action, Offer, Take, carried,
        parcel::{Parcel, Shared},
    },
    strings::{self, Word, take},
};

/// What `dialog` shows: the titles, and the two ways on. Escape is “Not now”.
pub fn offer_dialog(dialog: NodeRef, parts: &TakeProps) -> Html {
    let along = &parts.state.along;
    let decline = parts.on.reform(|_: Event| Action::Take(Take::Decline));
    html! {
        <dialog ref={dialog} class="along offered" aria-labelledby="offer-title" onclose={decline}>
            { along.offer.as_ref().map(|offer| offered(offer, parts)).unwrap_or_default() }
        </dialog>
    }
}

fn offered(offer: &Offer, parts: &TakeProps) -> Html {
    let file = offer.file.as_deref();
    let held = match &offer.what {
        Ok(shared) => {
            shared.articles.iter().filter(|parcel| !parcel.text.trim().is_empty()).collect()
        }
        Err(_) => Vec::new(),
    };
    let words = match &offer.what {
        Err(why) => take::not_opened(file, why),
        Ok(_) if held.is_empty() => take::OFFER_EMPTY.get().to_owned(),
        Ok(_) => take::offered(file, held.len()),
    };
    let decline = parts.on.reform(|_: MouseEvent| Action::Take(Take::Decline));
    let can_open = !held.is_empty();
    let lexicon = offer.what.as_ref().ok().is_some_and(|shared| shared.lexicon.is_some());
    let keeps = parts.state.along.keeping.saves();
    html! {
        <>
            <h2 id="offer-title">{ if can_open { take::OFFER } else { take::OFFER_REFUSED } }</h2>
            <p>{ words }</p>
            if let (true, Ok(shared)) = (can_open, &offer.what) {
                <ul>{ for held.into_iter().map(title) }</ul>
                if lexicon {
                    <p>{ take::OFFER_LEXICON }</p>
                }
                <p class="quiet">{ if keeps { take::OFFER_KEPT } else { take::OFFER_ABOUT } }</p>
                { open_button(shared, parts) }
            }
            <button type="button" onclick={decline}>{ if can_open { take::OFFER_NOT } else { strings::CLOSE } }</button>
        </>
    }
}

/// The first words of an article, and what belongs to it.
fn title(parcel: &Parcel) -> Html {
    let first = parcel.text.lines().find(|line| !line.trim().is_empty()).unwrap_or_default();
    let counted = parcel.patch.as_deref().map(carried::corrections);
    let corrections = counted.clone().and_then(Result::ok).unwrap_or_default();
    let is_bad = matches!(counted, Some(Err(_)));
    html! {
        <li>
            <b>{ excerpt(first, 80) }</b>
            <small>
                { take::parcel(&parcel.text, parcel.published.as_deref(), corrections) }
                if is_bad {
                    { ", " }{ take::OFFER_BAD_PATCH }
                }
            </small>
        </li>
    }
}

fn open_button(shared: &Rc<Shared>, parts: &TakeProps) -> Html {
    let (shared, parts) = (shared.clone(), parts.clone());
    let is_link = parts.state.along.offer.as_ref().is_some_and(|offer| offer.file.is_none());
    let onclick = move |_: MouseEvent| {
        let articles: Vec<_> = (shared.articles.iter())
            .filter(|parcel| !parcel.text.trim().is_empty())
            .map(Parcel::opened)
            .collect();
        let number = articles.len();
        parts.on.emit(Action::Take(Take::Open { articles, active: 0, quiet: false }));
        if let Some(lexicon) = &shared.lexicon {
            parts.on.emit(Action::Take(Take::Join { json: lexicon.clone(), told: true }));
        }
        parts.on.emit(Action::Take(Take::Tell(take::opened(number))));
        if is_link && parts.state.along.keeping.saves() {
            // It is kept from now on: a reload need not bring it a second time.
            parts.host.share().forget();
        }
    };
    let label: Word = take::OFFER_OPEN;
    html! { <button type="button" class="main" {onclick}>{ label }</button> }
}
