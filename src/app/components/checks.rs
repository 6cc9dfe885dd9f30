//! What a reader should look at twice.

use std::rc::Rc;

use web_sys::{Event, MouseEvent};
use yew::prelude::*;

use super::{On, more::use_more, panel::Panel};
use crate::app::{
    model::{
        Reading,
        checks::{Check, checks},
        excerpt::excerpt,
    },
    state::{Action, Side},
    strings,
};

#[derive(Clone, PartialEq, Properties)]
pub struct ChecksProps {
    pub reading: Reading,
    /// The keys of what is ticked off.
    pub done: Vec<String>,
    /// The key of the item that was shown last.
    pub current: Option<String>,
    pub on: On,
}

/// A work list: each item is shown in the text by a press, and ticked off by its box.
#[component]
pub fn Checks(ChecksProps { reading, done, current, on }: &ChecksProps) -> Html {
    let all = use_memo(reading.clone(), checks);
    let needed = all.iter().position(|check| current.as_ref() == Some(&check.key));
    let (shown, more) = use_more(all.len(), needed);
    if all.is_empty() {
        return html! {};
    }
    let left = all.iter().filter(|check| !done.contains(&check.key)).count();
    html! {
        <Panel id="checks" title={strings::panel::CHECKS} note={strings::left(left)}>
            <ul class="checks">
                { for all.iter().take(shown).map(|check| html! {
                    <Item
                        key={check.key.clone()}
                        reading={reading.clone()}
                        check={Rc::new(check.clone())}
                        done={done.contains(&check.key)}
                        current={current.as_ref() == Some(&check.key)}
                        on={on.clone()}
                    />
                }) }
            </ul>
            { more }
        </Panel>
    }
}

#[derive(Clone, PartialEq, Properties)]
struct ItemProps {
    reading: Reading,
    check: Rc<Check>,
    done: bool,
    current: bool,
    on: On,
}

#[component]
fn Item(ItemProps { reading, check, done, current, on }: &ItemProps) -> Html {
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
        <li class={done.then_some("done")}>
            <input type="checkbox" checked={*done} onchange={tick} aria-label={strings::checked(&words)} />
            <button type="button" class="row" aria-current={current.then_some("true")} onclick={show}>
                <q lang={reading.lang()}>{ words }</q>
                <small>{ question }</small>
            </button>
        </li>
    }
}
