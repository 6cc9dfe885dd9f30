//! A line of the sidebar that finds its marks in the text.

use std::rc::Rc;

use web_sys::MouseEvent;
use yew::prelude::*;

use super::On;
use crate::app::{state::Action, strings};

#[derive(Clone, PartialEq, Properties)]
pub struct RowProps {
    pub id: AttrValue,
    /// The marks that it goes through, in reading order.
    pub marks: Rc<[usize]>,
    pub selected: Option<usize>,
    #[prop_or_default]
    pub class: Classes,
    pub on: On,
    pub children: Html,
}

/// A button: each press goes to the next of its marks.
#[component]
pub fn Row(RowProps { id, marks, selected, class, on, children }: &RowProps) -> Html {
    let at = selected.and_then(|selected| marks.iter().position(|&mark| mark == selected));
    let onclick = {
        let (on, marks) = (on.clone(), marks.clone());
        move |_: MouseEvent| on.emit(Action::Cycle(marks.clone()))
    };
    html! {
        <button type="button" id={id} class={classes!("row", class.clone())} aria-current={at.map(|_| "true")} {onclick}>
            { children.clone() }
            if let Some(at) = at.filter(|_| marks.len() > 1) {
                <span class="at">{ strings::at(at, marks.len()) }</span>
            }
        </button>
    }
}
