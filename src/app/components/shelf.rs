//! The open articles, a tab each.

use web_sys::{KeyboardEvent, MouseEvent};
use yew::prelude::*;

use super::On;
use crate::app::{
    state::{Action, Shelf as Move},
    strings,
};

/// The id of what the tabs control.
pub const PANEL: &str = "open-article";

/// The id of an article's tab.
pub fn tab_id(key: u32) -> String {
    format!("tab-{key}")
}

/// What a tab shows.
#[derive(Clone, Debug, PartialEq)]
pub struct TabOf {
    /// The article's key.
    pub key: u32,
    /// Its title; empty where it has none.
    pub title: String,
    /// Whether it is being read.
    pub busy: bool,
    /// Whether it could not be.
    pub failed: bool,
}

#[derive(Clone, PartialEq, Properties)]
pub struct ShelfProps {
    pub tabs: Vec<TabOf>,
    /// The index of the article that is open.
    pub active: usize,
    pub comparing: bool,
    /// How many articles can be compared.
    pub comparable: usize,
    /// The title of what can be reopened, if anything can.
    pub closed: Option<String>,
    pub on: On,
}

/// The tabs, and what else can be done with articles. The tabs are one stop of the Tab key; the cross
/// on a tab is for pointers, keys have Delete and the button beside the tabs.
#[component]
pub fn Shelf(props: &ShelfProps) -> Html {
    let ShelfProps { tabs, active, comparing, comparable, closed, on } = props;
    let send = |action: Move| on.reform(move |_: MouseEvent| Action::Shelf(action));
    let pressed = if *comparing { "true" } else { "false" };
    let shown = tabs.get(*active).filter(|_| !comparing);
    html! {
        <div class="shelf">
            <div class="articles" role="tablist" aria-label={strings::shelf::NAME} onkeydown={keys(props)}>
                { for tabs.iter().enumerate().map(|(at, tab)| view(tab, at == *active, *comparing, on)) }
            </div>
            <div class="tools">
                if let Some(tab) = shown {
                    <button type="button" aria-label={strings::shelf::close(&tab.title)} onclick={send(Move::Shut(tab.key))}>
                        { strings::CLOSE }
                    </button>
                }
                <button type="button" onclick={send(Move::New)}>
                    <span aria-hidden="true">{ "+" }</span>{ strings::shelf::NEW }
                </button>
                if let Some(title) = closed {
                    <button type="button" class="reopen" onclick={send(Move::Reopen)}>
                        { strings::shelf::reopen(title) }
                    </button>
                }
                if *comparable > 1 {
                    <button type="button" class="comparing" aria-pressed={pressed} onclick={send(Move::Compare(!comparing))}>
                        { strings::shelf::compare(*comparable) }
                    </button>
                }
            </div>
            <p class="unseen">{ strings::shelf::KEYS }</p>
        </div>
    }
}

fn view(tab: &TabOf, active: bool, comparing: bool, on: &On) -> Html {
    let key = tab.key;
    let show = on.reform(move |_: MouseEvent| Action::Shelf(Move::Show(key)));
    let shut = on.reform(move |event: MouseEvent| {
        // Else the tab would be shown, too.
        event.stop_propagation();
        Action::Shelf(Move::Shut(key))
    });
    let selected = active && !comparing;
    html! {
        <div
            {key}
            role="tab"
            id={tab_id(key)}
            class={classes!(tab.busy.then_some("busy"), tab.failed.then_some("failed"))}
            tabindex={if active { "0" } else { "-1" }}
            aria-selected={if selected { "true" } else { "false" }}
            aria-controls={selected.then_some(PANEL)}
            title={tab.title.clone()}
            onclick={show}
        >
            <span class="title">
                { if tab.title.is_empty() { strings::shelf::UNTITLED.get().to_owned() } else { tab.title.clone() } }
            </span>
            if tab.busy {
                <span class="unseen">{ strings::shelf::BUSY }</span>
            } else if tab.failed {
                <span class="unseen">{ strings::shelf::FAILED }</span>
            }
            <span class="shut" aria-hidden="true" onclick={shut}>{ "×" }</span>
        </div>
    }
}

/// Arrow keys show the next article at once, since none has to be read again.
fn keys(props: &ShelfProps) -> Callback<KeyboardEvent> {
    let (on, active, comparing) = (props.on.clone(), props.active, props.comparing);
    let keys: Vec<u32> = props.tabs.iter().map(|tab| tab.key).collect();
    Callback::from(move |event: KeyboardEvent| {
        if event.ctrl_key() || event.meta_key() || event.alt_key() {
            return;
        }
        let last = keys.len().saturating_sub(1);
        let show = |at: usize| keys.get(at).copied().map(Move::Show);
        let action = match event.key().as_str() {
            "ArrowRight" | "ArrowDown" => show(if active == last { 0 } else { active + 1 }),
            "ArrowLeft" | "ArrowUp" => show(active.checked_sub(1).unwrap_or(last)),
            "Home" => show(0),
            "End" => show(last),
            "Enter" | " " => show(active),
            "Delete" if !comparing => keys.get(active).copied().map(Move::Shut),
            _ => return,
        };
        event.prevent_default();
        if let Some(action) = action {
            on.emit(Action::Shelf(action));
        }
    })
}
