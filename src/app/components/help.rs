//! The list of keys, and what a reader can switch off.

use web_sys::{Event, HtmlDialogElement, HtmlInputElement};
use yew::{
    functional::{Hook, HookContext},
    prelude::*,
};

use super::{On, piece::Piece};
use crate::app::{
    state::{Action, Habits},
    strings::{Word, help},
};

#[derive(Clone, PartialEq, Properties)]
pub struct HelpProps {
    pub open: bool,
    pub habits: Habits,
    pub on: On,
}

/// A dialog: the browser keeps the keyboard inside it, closes it by Escape and gives the focus back.
impl Piece for HelpProps {
    const NAME: &'static str = "help";

    fn draw(&self, hooks: &mut HookContext) -> Html {
        let HelpProps { open, habits, on } = self;
        let dialog = use_node_ref().run(hooks);
        {
            let dialog = dialog.clone();
            use_effect_with(*open, move |&open| {
                let Some(dialog) = dialog.cast::<HtmlDialogElement>() else { return };
                if open && !dialog.open() {
                    // Fails only for a dialog that is open or not on the page.
                    let _ = dialog.show_modal();
                } else if !open && dialog.open() {
                    dialog.close();
                }
            })
            .run(hooks);
        }
        let close = on.reform(|_: Event| Action::Help(false));
        let press = on.reform(|_: MouseEvent| Action::Help(false));
        let habits = *habits;
        html! {
            <dialog ref={dialog} class="keys-list" aria-labelledby="help-title" onclose={close}>
                <h2 id="help-title">{ help::TITLE }</h2>
                <dl>
                    { for help::KEYS.iter().map(|(keys, what)| html! {
                        <div><dt>{ for keys.get().split('|').map(|key| html! { <kbd>{ key }</kbd> }) }</dt><dd>{ *what }</dd></div>
                    }) }
                </dl>
                { switch(help::LETTERS, habits.letters, on, move |letters| Habits { letters, ..habits }) }
                { switch(help::SPOKEN, habits.spoken, on, move |spoken| Habits { spoken, ..habits }) }
                <p><button type="button" onclick={press}>{ help::CLOSE }</button></p>
            </dialog>
        }
    }
}

fn switch(label: Word, checked: bool, on: &On, habits: impl Fn(bool) -> Habits + 'static) -> Html {
    let on = on.clone();
    let onchange = move |event: Event| {
        let field: HtmlInputElement = event.target_unchecked_into();
        on.emit(Action::Habits(habits(field.checked())));
    };
    html! { <p><label><input type="checkbox" {checked} {onchange} />{ label }</label></p> }
}
