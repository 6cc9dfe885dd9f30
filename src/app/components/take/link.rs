//! The text in a link.

use web_sys::{FocusEvent, HtmlInputElement};
use yew::{
    functional::{Hook, HookContext},
    platform::spawn_local,
    prelude::*,
};

use super::{TakenProps, whole};
use crate::app::{
    components::piece::Piece,
    state::{Action, Failure, Take, parcel::Shared},
    strings::take,
};

/// A link, or how long it would have been, and the longest that one may be.
type Made = Result<(Option<String>, usize, usize), Failure>;

/// What is in the link, and what came of it: of a text that has changed since, there is no link yet.
#[derive(Clone, PartialEq)]
struct Link {
    of: Shared,
    made: Made,
}

/// Says what a link does before it makes one.
#[derive(PartialEq)]
pub struct LinkMaker(pub TakenProps);

impl Piece for LinkMaker {
    const NAME: &'static str = "link";

    fn draw(&self, hooks: &mut HookContext) -> Html {
        let TakenProps { parts, all } = &self.0;
        let link = use_state(|| None::<Link>).run(hooks);
        let what = Shared::of(&parts.state, *all);
        let made = link.as_ref().filter(|link| link.of == what).map(|link| link.made.clone());
        let make = {
            let (links, setter, on) = (parts.host.share(), link.setter(), parts.on.clone());
            move |_: MouseEvent| {
                let (links, setter, on, of) =
                    (links.clone(), setter.clone(), on.clone(), what.clone());
                spawn_local(async move {
                    let made = links.link(&of).await;
                    on.emit(Action::Take(Take::Tell(said(&made))));
                    setter.set(Some(Link { of, made }));
                });
            }
        };
        html! {
            <section class="link">
                <h3>{ take::LINK }</h3>
                <p>{ take::LINK_ABOUT }</p>
                { match made {
                    None => html! { <button type="button" onclick={make}>{ take::LINK_MAKE }</button> },
                    Some(Ok((Some(link), ..))) => ready(&link, parts),
                    Some(Ok((None, ..))) => whole::button(parts, *all),
                    Some(Err(_)) => html! {},
                } }
            </section>
        }
    }
}

fn said(made: &Made) -> String {
    match made {
        Ok((Some(_), length, limit)) => take::link_length(*length, *limit),
        Ok((None, length, limit)) => take::link_too_long(*length, *limit),
        Err(why) => take::refusal(why).to_owned(),
    }
}

fn ready(link: &str, parts: &super::TakeProps) -> Html {
    let (files, on, words) = (parts.host.files(), parts.on.clone(), link.to_owned());
    let copy = move |_: MouseEvent| {
        let (files, on, words) = (files.clone(), on.clone(), words.clone());
        spawn_local(async move {
            let said = match files.copy(&words, None).await {
                Ok(()) => take::LINK_COPIED.get().to_owned(),
                Err(why) => take::not_copied(&why),
            };
            on.emit(Action::Take(Take::Tell(said)));
        });
    };
    let select = |event: FocusEvent| event.target_unchecked_into::<HtmlInputElement>().select();
    html! {
        <p class="made">
            <input type="text" readonly=true aria-label={take::LINK_FIELD} value={link.to_owned()} onfocus={select} />
            <button type="button" onclick={copy}>{ take::LINK_COPY }</button>
        </p>
    }
}
