//! A part of the sidebar that can be closed.

use yew::prelude::*;

/// A heading, a note beside it, and what stands `inside`, below it. The keys that go there know it by its
/// `id`; it is `hidden` where it has nothing of what is looked for.
pub fn panel(
    id: &'static str,
    title: &'static str,
    note: String,
    hidden: bool,
    inside: Html,
) -> Html {
    html! {
        <details id={["panel-", id].concat()} class="panel" open=true {hidden}>
            <summary><h2>{ title }</h2><span class="note">{ note }</span></summary>
            { inside }
        </details>
    }
}
