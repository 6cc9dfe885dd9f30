//! A line of the sidebar that finds its marks in the text.

use std::rc::Rc;

use web_sys::MouseEvent;
use yew::prelude::*;

use super::On;
use crate::app::{state::Action, strings};

/// What a line is about.
pub struct Row<'a> {
    /// Of the annotation or the entity.
    pub id: &'a str,
    /// The marks that it goes through, in reading order.
    pub marks: Rc<[usize]>,
    pub selected: Option<usize>,
    pub class: Classes,
    pub on: &'a On,
}

/// A button: each press goes to the next of its marks.
pub fn row(Row { id, marks, selected, class, on }: Row<'_>, inside: Html) -> Html {
    let at = selected.and_then(|selected| marks.iter().position(|&mark| mark == selected));
    let onclick = {
        let (on, marks) = (on.clone(), marks.clone());
        move |_: MouseEvent| on.emit(Action::Cycle(marks.clone()))
    };
    html! {
        <button type="button" id={["row-", id].concat()} class={classes!("row", class)} aria-current={at.map(|_| "true")} {onclick}>
            { inside }
            if let Some(at) = at.filter(|_| marks.len() > 1) {
                <span class="at">{ strings::at(at, marks.len()) }</span>
            }
        </button>
    }
}
