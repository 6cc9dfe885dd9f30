//! The annotated text.

use wasm_bindgen::JsCast;
use web_sys::{Element, Event, FocusEvent, KeyboardEvent, MouseEvent};
use yew::prelude::*;

use super::{On, block::BlockView};
use crate::{
    app::{
        model::{KindSet, Reading},
        state::{Action, Side},
        strings,
    },
    report::BlockKind,
    span::Span,
};

#[derive(Clone, PartialEq, Properties)]
pub struct ArticleProps {
    pub reading: Reading,
    pub shown: KindSet,
    pub selected: Option<usize>,
    pub tab_stop: Option<usize>,
    pub spot: Option<Span>,
    pub on: On,
}

/// All blocks. The marks are one stop of the Tab key; keys and clicks are handled here for all of
/// them.
#[component]
pub fn Article(props: &ArticleProps) -> Html {
    let ArticleProps { reading, shown, selected, tab_stop, spot, on } = props;
    let report = &reading.report;
    // A block hears only of what stands in it, so that a click redraws two blocks and not all.
    let inside =
        |mark: &Option<usize>, block: usize| mark.filter(|at| reading.marks_in(block).contains(at));
    let titled = report.blocks.iter().any(|block| block.kind == BlockKind::Headline);
    html! {
        <article onclick={clicked(on)} onkeydown={pressed(on)} onfocusin={focused(on)}>
            if !titled {
                <h1 class="unseen">{ strings::UNTITLED }</h1>
            }
            { for report.blocks.iter().enumerate().map(|(at, block)| html! {
                <BlockView
                    key={at}
                    reading={reading.clone()}
                    block={at}
                    shown={*shown}
                    selected={inside(selected, at)}
                    tab_stop={inside(tab_stop, at)}
                    spot={spot.filter(|spot| spot.overlaps(block.span))}
                    on={on.clone()}
                />
            }) }
            <p class="unseen">{ strings::KEYS }</p>
        </article>
    }
}

/// The mark that an event happened in, innermost first.
fn mark_of(event: &Event) -> Option<usize> {
    let element = event.target()?.dyn_into::<Element>().ok()?;
    element.closest("[data-mark]").ok()??.get_attribute("data-mark")?.parse().ok()
}

fn clicked(on: &On) -> Callback<MouseEvent> {
    let on = on.clone();
    Callback::from(move |event: MouseEvent| {
        if let Some(mark) = mark_of(&event) {
            on.emit(Action::Select(mark, Side::Article));
        }
    })
}

fn focused(on: &On) -> Callback<FocusEvent> {
    let on = on.clone();
    Callback::from(move |event: FocusEvent| {
        if let Some(mark) = mark_of(&event) {
            on.emit(Action::Cursor(mark));
        }
    })
}

fn pressed(on: &On) -> Callback<KeyboardEvent> {
    let on = on.clone();
    Callback::from(move |event: KeyboardEvent| {
        let Some(mark) = mark_of(&event) else { return };
        if event.ctrl_key() || event.meta_key() || event.alt_key() {
            return;
        }
        let action = match event.key().as_str() {
            "ArrowRight" | "ArrowDown" | "n" => Action::Step(1),
            "ArrowLeft" | "ArrowUp" | "p" => Action::Step(-1),
            "Home" => Action::Step(isize::MIN),
            "End" => Action::Step(isize::MAX),
            "Enter" | " " => Action::Select(mark, Side::Article),
            "Escape" => Action::Close,
            "s" => Action::Jump(Side::Sidebar),
            _ => return,
        };
        event.prevent_default();
        on.emit(action);
    })
}
