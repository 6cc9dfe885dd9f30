//! What readers take along, share and keep: a dialog, and what is said of it outside of the dialog.

mod corrections;
mod formats;
mod keeping;
mod link;
mod offer;
mod whole;

use std::time::Duration;

use web_sys::HtmlDialogElement;
use yew::{
    functional::{Hook, HookContext},
    platform::{spawn_local, time::sleep},
    prelude::*,
};

use super::{
    On,
    piece::{Piece, piece},
};
use crate::app::{
    hooks::{use_citing, use_keeping, use_opened},
    host::Host,
    state::{Action, Keeping, State, Take},
    strings::take,
};
use corrections::corrections;
use formats::formats;
use keeping::KeepingSwitch;
use link::LinkMaker;
use offer::offer_dialog;
use whole::whole_file;

#[derive(Clone, PartialEq, Properties)]
pub struct TakeProps {
    pub host: Host,
    pub state: UseReducerHandle<State>,
    pub on: On,
}

/// Always there, so that links are opened and articles kept whether or not the dialog is open.
impl Piece for TakeProps {
    const NAME: &'static str = "take";

    fn draw(&self, hooks: &mut HookContext) -> Html {
        let TakeProps { host, state, on } = self;
        use_keeping(host, state, on).run(hooks);
        use_opened(host, on).run(hooks);
        use_citing(host, state, on).run(hooks);
        let all = use_state_eq(|| false).run(hooks);
        let dialog = use_dialog(state.along.open).run(hooks);
        let offer = use_dialog(state.along.offer.is_some()).run(hooks);
        let close = on.reform(|_: Event| Action::Take(Take::Dialog(false)));
        let press = on.reform(|_: MouseEvent| Action::Take(Take::Dialog(false)));
        let number = state.articles.iter().filter(|article| !article.is_blank()).count();
        let parts = TakeProps { host: host.clone(), state: state.clone(), on: on.clone() };
        let of = TakenProps { parts: parts.clone(), all: *all && number > 1 };
        html! {
            <>
                { kept(&state.along.keeping, on) }
                <dialog ref={dialog} class="along" aria-labelledby="along-title" onclose={close}>
                    if state.along.open {
                        <h2 id="along-title">{ take::OPEN }</h2>
                        if number == 0 {
                            <p>{ take::NOTHING }</p>
                        } else {
                            if number > 1 {
                                { scope(&all, number) }
                            }
                            { formats(&of) }
                            { whole_file(&of) }
                            { piece(LinkMaker(of)) }
                        }
                        { corrections(&parts) }
                        { piece(KeepingSwitch(parts.clone())) }
                        <p class="end">
                            <span class="told" role="status">{ state.along.told.0.to_string() }</span>
                            <button type="button" onclick={press}>{ take::CLOSE }</button>
                        </p>
                    }
                </dialog>
                { offer_dialog(offer, &parts) }
                if !state.along.is_modal() {
                    { piece(Toast { words: state.along.told.0.to_string(), times: state.along.told.1 }) }
                }
            </>
        }
    }
}

/// A part of the dialog, and whether it is about all articles that are open.
#[derive(Clone, PartialEq, Properties)]
pub struct TakenProps {
    pub parts: TakeProps,
    pub all: bool,
}

/// A modal dialog: the browser keeps the keyboard inside it, closes it by Escape and gives the focus back.
#[hook]
fn use_dialog(open: bool) -> NodeRef {
    let dialog = use_node_ref();
    {
        let dialog = dialog.clone();
        use_effect_with(open, move |&open| {
            let Some(dialog) = dialog.cast::<HtmlDialogElement>() else { return };
            if open && !dialog.open() {
                // Fails only for a dialog that is open or not on the page.
                let _ = dialog.show_modal();
            } else if !open && dialog.open() {
                dialog.close();
            }
        });
    }
    dialog
}

/// This article, or all that are open.
fn scope(all: &UseStateHandle<bool>, number: usize) -> Html {
    let choice = |value: bool, label: String| {
        let setter = all.setter();
        let onchange = move |_: Event| setter.set(value);
        html! {
            <label><input type="radio" name="scope" checked={**all == value} {onchange} />{ label }</label>
        }
    };
    html! {
        <fieldset>
            <legend>{ take::SCOPE }</legend>
            { choice(false, take::THIS.get().to_owned()) }
            { choice(true, take::all(number)) }
        </fieldset>
    }
}

/// One line at the top of the page while something is kept, or should be and is not.
fn kept(keeping: &Keeping, on: &On) -> Html {
    let (class, words) = match keeping {
        Keeping::Unknown | Keeping::Off(_) => return html! {},
        Keeping::Kept => ("kept good", take::KEPT.get().to_owned()),
        Keeping::Changed => ("kept", take::CHANGED.get().to_owned()),
        Keeping::Failed(why) => ("kept bad", take::not_kept(why)),
        Keeping::Unread(why) => ("kept bad", take::not_restored(why)),
    };
    let press = on.reform(|_: MouseEvent| Action::Take(Take::Dialog(true)));
    html! {
        <p {class}><button type="button" aria-haspopup="dialog" onclick={press}>{ words }</button></p>
    }
}

/// How long something that was said can be seen.
const SEEN: Duration = Duration::from_secs(6);

/// What was said last, for a while; the page's status says it to screen readers.
#[derive(PartialEq)]
struct Toast {
    words: String,
    times: u32,
}

impl Piece for Toast {
    const NAME: &'static str = "toast";

    fn draw(&self, hooks: &mut HookContext) -> Html {
        let Toast { words, times } = self;
        let gone = use_state_eq(|| *times).run(hooks);
        {
            let gone = gone.setter();
            use_effect_with(*times, move |&times| {
                spawn_local(async move {
                    sleep(SEEN).await;
                    gone.set(times);
                });
            })
            .run(hooks);
        }
        if *gone >= *times || words.is_empty() {
            return html! {};
        }
        html! { <p class="toast" aria-hidden="true">{ words.clone() }</p> }
    }
}
