//! The annotated text.

use wasm_bindgen::JsCast;
use web_sys::{Element, Event, FocusEvent, MouseEvent};
use yew::prelude::*;

use super::{On, block::BlockView};
use crate::{
    app::{
        model::{KindSet, Reading},
        state::{Action, Side},
        strings,
    },
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

/// All blocks. The marks are one stop of the Tab key; clicks are handled here for all of them, keys by
/// `hooks::use_keys`.
#[component]
pub fn Article(props: &ArticleProps) -> Html {
    let ArticleProps { reading, shown, selected, tab_stop, spot, on } = props;
    let report = &reading.report;
    // A block hears only of what stands in it, so that a click redraws two blocks and not all.
    let inside =
        |mark: &Option<usize>, block: usize| mark.filter(|at| reading.marks_in(block).contains(at));
    html! {
        <article aria-label={strings::ARTICLE} onclick={clicked(on)} onfocusin={focused(on)}>
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
