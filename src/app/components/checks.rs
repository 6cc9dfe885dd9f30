//! What a reader should look at twice.

use web_sys::{Event, MouseEvent};
use yew::{
    functional::{Hook, HookContext},
    prelude::*,
};

use super::{On, more::use_more, panel::panel, piece::Piece};
use crate::app::{
    model::{
        Reading,
        checks::{Check, checks},
        excerpt::excerpt,
    },
    state::{Action, Side},
    strings,
};

/// A work list: each item is shown in the text by a press, and ticked off by its box.
#[derive(PartialEq)]
pub struct Checks {
    pub reading: Reading,
    /// The keys of what is ticked off.
    pub done: Vec<String>,
    /// The key of the item that was shown last.
    pub current: Option<String>,
    pub on: On,
}

impl Piece for Checks {
    const NAME: &'static str = "checks";

    fn draw(&self, hooks: &mut HookContext) -> Html {
        let Checks { reading, done, current, on } = self;
        let all = use_memo(reading.clone(), checks).run(hooks);
        let needed = all.iter().position(|check| current.as_ref() == Some(&check.key));
        let (shown, more) = use_more(all.len(), needed).run(hooks);
        if all.is_empty() {
            return html! {};
        }
        let left = all.iter().filter(|check| !done.contains(&check.key)).count();
        let inside = html! {
            <>
                <ul class="checks">
                    { for all.iter().take(shown).map(|check| {
                        let is_current = current.as_ref() == Some(&check.key);
                        item(reading, check, done.contains(&check.key), is_current, on)
                    }) }
                </ul>
                { more }
            </>
        };
        panel("checks", strings::panel::CHECKS.get(), strings::left(left), false, inside)
    }
}

fn item(reading: &Reading, check: &Check, done: bool, current: bool, on: &On) -> Html {
    let words = excerpt(check.span.of(&reading.text), 60);
    let tick = {
        let (on, key) = (on.clone(), check.key.clone());
        move |_: Event| on.emit(Action::Tick(key.clone()))
    };
    let show = {
        let (on, mark, span) = (on.clone(), check.mark, check.span);
        move |_: MouseEvent| {
            on.emit(match mark {
                Some(mark) => Action::Select(mark, Side::Sidebar),
                None => Action::Reveal(span),
            });
        }
    };
    let question = strings::check(reading, check);
    html! {
        <li key={check.key.clone()} class={done.then_some("done")}>
            <input type="checkbox" checked={done} onchange={tick} aria-label={strings::checked(&words)} />
            <button type="button" class="row" aria-current={current.then_some("true")} onclick={show}>
                <q lang={reading.lang()}>{ words }</q>
                <small>{ question }</small>
            </button>
        </li>
    }
}
