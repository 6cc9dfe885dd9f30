//! What was found, beside the article.

use web_sys::KeyboardEvent;
use yew::prelude::*;

use super::{
    On, amounts::Amounts, checks::Checks, entities::Entities, speakers::Speakers, summary::Summary,
    times::Times,
};
use crate::{
    app::{
        model::Reading,
        state::{Action, Side},
        strings,
    },
    report::EntityType,
};

#[derive(Clone, PartialEq, Properties)]
pub struct SidebarProps {
    pub reading: Reading,
    pub selected: Option<usize>,
    pub on: On,
}

/// All panels, in the order that readers ask for them.
#[component]
pub fn Sidebar(SidebarProps { reading, selected, on }: &SidebarProps) -> Html {
    let onkeydown = {
        let on = on.clone();
        move |event: KeyboardEvent| {
            let action = match event.key().as_str() {
                "s" if !(event.ctrl_key() || event.meta_key() || event.alt_key()) => {
                    Action::Jump(Side::Article)
                }
                "Escape" => Action::Close,
                _ => return,
            };
            event.prevent_default();
            on.emit(action);
        }
    };
    html! {
        <section class="sidebar" aria-label={strings::TAB_SUMMARY} {onkeydown}>
            <Summary reading={reading.clone()} on={on.clone()} />
            <Checks reading={reading.clone()} on={on.clone()} />
            { for EntityType::ALL.into_iter().map(|entity_type| html! {
                <Entities reading={reading.clone()} {entity_type} selected={*selected} on={on.clone()} />
            }) }
            <Times reading={reading.clone()} selected={*selected} on={on.clone()} />
            <Speakers reading={reading.clone()} selected={*selected} on={on.clone()} />
            <Amounts reading={reading.clone()} selected={*selected} on={on.clone()} />
        </section>
    }
}
