//! Long lists begin short.

use web_sys::MouseEvent;
use yew::prelude::*;

use crate::app::strings;

/// How many lines of a list are shown at first.
const FEW: usize = 40;

/// How many of `count` lines to show, and the button that shows the rest. A line that is `needed`, by
/// its index, is among them.
#[hook]
pub fn use_more(count: usize, needed: Option<usize>) -> (usize, Html) {
    let all = use_state_eq(|| false);
    let few = needed.map_or(FEW, |needed| FEW.max(needed + 1));
    if *all || count <= few {
        return (count, html! {});
    }
    let setter = all.setter();
    let onclick = move |_: MouseEvent| setter.set(true);
    (few, html! { <button type="button" class="more" {onclick}>{ strings::all(count) }</button> })
}
