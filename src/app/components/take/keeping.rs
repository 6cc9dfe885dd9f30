//! The switch that keeps what is open on the device, and the way to delete it.

use web_sys::HtmlInputElement;
use yew::{
    functional::{Hook, HookContext},
    platform::spawn_local,
    prelude::*,
};

use super::TakeProps;
use crate::app::{
    components::piece::Piece,
    host::Deleted,
    state::{Action, Keeping, Take},
    strings::take,
};

/// Off until the reader switches it on. Switching it off deletes, after a question.
#[derive(PartialEq)]
pub struct KeepingSwitch(pub TakeProps);

impl Piece for KeepingSwitch {
    const NAME: &'static str = "keeping";

    fn draw(&self, hooks: &mut HookContext) -> Html {
        let Self(parts) = self;
        let asking = use_state_eq(|| false).run(hooks);
        let keeping = &parts.state.along.keeping;
        let is_on = keeping.saves() || matches!(keeping, Keeping::Unread(_));
        let onchange = {
            let (asking, parts) = (asking.clone(), parts.clone());
            move |event: Event| {
                // It changes when it is so, and not before.
                event.target_unchecked_into::<HtmlInputElement>().set_checked(is_on);
                if is_on {
                    asking.set(true);
                } else {
                    switch_on(&parts);
                }
            }
        };
        let ask = |value: bool| {
            let asking = asking.clone();
            move |_: MouseEvent| asking.set(value)
        };
        let delete = {
            let (asking, parts) = (asking.clone(), parts.clone());
            move |_: MouseEvent| {
                asking.set(false);
                delete(&parts);
            }
        };
        let (class, words) = state(keeping);
        html! {
            <section class="keeping">
                <h3>{ take::KEEP }</h3>
                <p>
                    <label><input type="checkbox" checked={is_on} disabled={*keeping == Keeping::Unknown} {onchange} />{ take::KEEP_SWITCH }</label>
                </p>
                <p>{ take::KEEP_ABOUT }</p>
                if !words.is_empty() {
                    <p {class}>{ words }</p>
                }
                if is_on && *asking {
                    <div class="sure" role="group" aria-label={take::DELETE}>
                        <p>{ take::DELETE_SURE }</p>
                        <button type="button" onclick={delete}>{ take::DELETE_YES }</button>
                        <button type="button" onclick={ask(false)}>{ take::DELETE_NO }</button>
                    </div>
                } else if is_on {
                    <button type="button" onclick={ask(true)}>{ take::DELETE }</button>
                }
            </section>
        }
    }
}

fn state(keeping: &Keeping) -> (&'static str, String) {
    match keeping {
        Keeping::Unknown | Keeping::Off(None) => ("", String::new()),
        Keeping::Off(Some(why)) => ("message bad", take::refusal(why).to_owned()),
        Keeping::Changed => ("message quiet", take::CHANGED.get().to_owned()),
        Keeping::Kept => ("message quiet", take::KEPT.get().to_owned()),
        Keeping::Failed(why) => ("message bad", take::not_kept(why)),
        Keeping::Unread(why) => ("message bad", take::not_restored(why)),
    }
}

fn switch_on(parts: &TakeProps) {
    let (keep, on) = (parts.host.keep(), parts.on.clone());
    spawn_local(async move {
        let keeping = match keep.switch_on().await {
            Ok(()) => Keeping::Changed,
            Err(why) => {
                on.emit(Action::Take(Take::Tell(take::refusal(&why).to_owned())));
                Keeping::Off(Some(why))
            }
        };
        on.emit(Action::Take(Take::Keeping(keeping)));
    });
}

fn delete(parts: &TakeProps) {
    let (host, on) = (parts.host.clone(), parts.on.clone());
    // Nothing is saved from here on.
    on.emit(Action::Take(Take::Keeping(Keeping::Off(None))));
    spawn_local(async move {
        let (why, words) = match host.keep().delete_all().await {
            Ok(deleted) => {
                // What a link holds would open again.
                host.share().forget();
                let waits = deleted == Deleted::Waiting;
                let words = if waits { take::DELETE_WAITS } else { take::DELETED };
                (None, words.get().to_owned())
            }
            Err(why) => {
                let words = take::not_deleted(&why);
                (Some(why), words)
            }
        };
        on.emit(Action::Take(Take::Tell(words)));
        on.emit(Action::Take(Take::Keeping(match why {
            // It is still there, and can be deleted again.
            Some(why) if host.keep().state().await == Ok(true) => Keeping::Unread(why),
            why => Keeping::Off(why),
        })));
    });
}
