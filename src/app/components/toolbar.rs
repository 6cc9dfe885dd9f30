//! The buttons that show and hide kinds of marks, and in a narrow window halves of the page.

use yew::prelude::*;

use super::On;
use crate::app::{
    model::{Kind, KindSet, Reading},
    state::{Action, Tab, Take},
    strings::{self, Word},
};

#[derive(Clone, PartialEq, Properties)]
pub struct ToolbarProps {
    pub reading: Reading,
    pub shown: KindSet,
    pub tab: Tab,
    pub on: On,
}

/// The row above the article.
#[component]
pub fn Toolbar(ToolbarProps { reading, shown, tab, on }: &ToolbarProps) -> Html {
    let tab_button = |which: Tab, label: Word| {
        let on = on.clone();
        let pressed = if *tab == which { "true" } else { "false" };
        let onclick = move |_: MouseEvent| on.emit(Action::Tab(which));
        html! { <button type="button" aria-pressed={pressed} {onclick}>{ label }</button> }
    };
    let take = on.reform(|_: MouseEvent| Action::Take(Take::Dialog(true)));
    html! {
        <div class="toolbar">
            <div class="tabs">
                { tab_button(Tab::Article, strings::TAB_ARTICLE) }
                { tab_button(Tab::Summary, strings::TAB_SUMMARY) }
            </div>
            <div class="kinds" role="group" aria-label={strings::KINDS}>
                { for Kind::ALL.into_iter().filter(|&kind| reading.count(kind) > 0).map(|kind| html! {
                    <Chip {kind} count={reading.count(kind)} pressed={shown.has(kind)} on={on.clone()} />
                }) }
            </div>
            <button type="button" class="take" aria-haspopup="dialog" onclick={take}>{ strings::take::OPEN }</button>
        </div>
    }
}

#[derive(Clone, PartialEq, Properties)]
struct ChipProps {
    kind: Kind,
    count: usize,
    pressed: bool,
    on: On,
}

/// A toggle button for a kind of mark.
#[component]
fn Chip(ChipProps { kind, count, pressed, on }: &ChipProps) -> Html {
    let onclick = {
        let (kind, on) = (*kind, on.clone());
        move |_: MouseEvent| on.emit(Action::Toggle(kind))
    };
    let pressed = if *pressed { "true" } else { "false" };
    html! {
        <button type="button" class={classes!("chip", kind.class())} aria-pressed={pressed} {onclick}>
            <b aria-hidden="true">{ kind.letter() }</b>
            { strings::kinds(*kind) }
            <span class="number">{ *count }</span>
        </button>
    }
}
