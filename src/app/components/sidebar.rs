//! What was found, beside the article.

use std::rc::Rc;

use yew::prelude::*;

use super::{
    CorrectionsProps, On,
    amounts::Amounts,
    checks::Checks,
    entities::Entities,
    filter::{Filter, Sought},
    speakers::Speakers,
    summary::Summary,
    times::Times,
};
use crate::{
    app::{later, model::Reading, state::Fixing, strings},
    corrections::Lexicon,
    report::EntityType,
};

#[derive(Clone, PartialEq, Properties)]
pub struct SidebarProps {
    pub reading: Reading,
    pub selected: Option<usize>,
    /// What is ticked off the list of checks.
    pub done: Vec<String>,
    /// The item of that list that was shown last.
    pub check: Option<String>,
    pub fix: Fixing,
    /// Whether what corrects has come.
    pub whole: bool,
    pub lexicon: Rc<Lexicon>,
    pub on: On,
}

/// All panels, in the order that readers ask for them.
#[component]
pub fn Sidebar(props: &SidebarProps) -> Html {
    let SidebarProps { reading, selected, done, check, fix, whole, lexicon, on } = props;
    let card = selected.is_some() || fix.chosen.is_some();
    let sought = use_state_eq(Sought::default);
    let onchange = {
        let setter = sought.setter();
        Callback::from(move |sought| setter.set(sought))
    };
    html! {
        <section class="sidebar" aria-label={strings::TAB_SUMMARY}>
            <Filter {onchange} />
            <Summary reading={reading.clone()} on={on.clone()} />
            <Checks reading={reading.clone()} done={done.clone()} current={check.clone()} on={on.clone()} />
            if let Some(along) = later::along().filter(|_| *whole) {
                { (along.corrections)(CorrectionsProps { fix: fix.clone(), lexicon: lexicon.clone(), card, on: on.clone() }) }
            }
            { for EntityType::ALL.into_iter().map(|entity_type| html! {
                <Entities reading={reading.clone()} {entity_type} selected={*selected} sought={(*sought).clone()} on={on.clone()} />
            }) }
            <Times reading={reading.clone()} selected={*selected} sought={(*sought).clone()} on={on.clone()} />
            <Speakers reading={reading.clone()} selected={*selected} sought={(*sought).clone()} on={on.clone()} />
            <Amounts reading={reading.clone()} selected={*selected} sought={(*sought).clone()} on={on.clone()} />
        </section>
    }
}
