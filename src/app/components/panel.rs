//! A part of the sidebar that can be closed.

use yew::prelude::*;

#[derive(Clone, PartialEq, Properties)]
pub struct PanelProps {
    /// Its name in the page, for the keys that go there.
    pub id: &'static str,
    pub title: AttrValue,
    /// Beside the title.
    #[prop_or_default]
    pub note: AttrValue,
    /// Whether it has nothing of what is looked for.
    #[prop_or_default]
    pub hidden: bool,
    pub children: Html,
}

/// A heading with what stands below it.
#[component]
pub fn Panel(PanelProps { id, title, note, hidden, children }: &PanelProps) -> Html {
    html! {
        <details id={format!("panel-{id}")} class="panel" open=true hidden={*hidden}>
            <summary><h2>{ title }</h2><span class="note">{ note }</span></summary>
            { children.clone() }
        </details>
    }
}
