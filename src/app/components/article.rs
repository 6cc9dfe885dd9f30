//! The annotated text.

use std::{cell::Cell, rc::Rc, time::Duration};

use wasm_bindgen::JsCast;
use web_sys::{Element, Event, FocusEvent, MouseEvent};
use yew::{
    platform::{spawn_local, time::sleep},
    prelude::*,
};

use super::{On, chunk::Chunk};
use crate::{
    app::{
        hooks::use_refreshing,
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

/// The page is painted between two parts.
const FRAME: Duration = Duration::from_millis(16);

/// How many blocks are drawn in one go.
const CHUNK: usize = 40;

/// All blocks. The marks are one stop of the Tab key; clicks are handled here for all of them, keys by
/// `hooks::use_keys`. A long article is there at once as plain text, and its marks are drawn part by
/// part, so that the page answers meanwhile.
#[component]
pub fn Article(props: &ArticleProps) -> Html {
    let ArticleProps { reading, shown, selected, tab_stop, spot, on } = props;
    let blocks = &reading.report.blocks;
    let chunks = blocks.len().div_ceil(CHUNK);
    let drawn = use_drawn(&reading.text, chunks);
    let of_chunk = |at: usize| (at * CHUNK, blocks.len().min((at + 1) * CHUNK));
    let within = |at: usize| {
        let (from, to) = of_chunk(at);
        Span::to(blocks[from].span, blocks[to - 1].span)
    };
    let inside = |mark: Option<usize>, within: Span| {
        mark.filter(|&mark| reading.marks[mark].spans.iter().any(|span| span.overlaps(within)))
    };
    let urgent = |at: usize| {
        let within = within(at);
        inside(*selected, within).or(inside(*tab_stop, within)).is_some()
            || spot.is_some_and(|spot| spot.overlaps(within))
    };
    let readings = use_refreshing(reading, chunks, urgent);
    html! {
        <article lang={reading.lang()} aria-label={strings::ARTICLE} tabindex="-1" onclick={clicked(on)} onfocusin={focused(on)}>
            { for readings.into_iter().enumerate().map(|(at, reading)| {
                let within = within(at);
                html! {
                    <Chunk
                        key={at}
                        {reading}
                        blocks={of_chunk(at)}
                        drawn={at < drawn || urgent(at)}
                        shown={*shown}
                        selected={inside(*selected, within)}
                        tab_stop={inside(*tab_stop, within)}
                        spot={spot.filter(|spot| spot.overlaps(within))}
                        on={on.clone()}
                    />
                }
            }) }
            <p class="unseen">{ strings::KEYS }</p>
        </article>
    }
}

/// How many of the `chunks` of `text` are drawn by now: one more with each frame, and no fewer when the
/// same text is read again.
#[hook]
fn use_drawn(text: &Rc<str>, chunks: usize) -> usize {
    let drawn = use_state_eq(|| (text.clone(), 1_usize));
    let now = if Rc::ptr_eq(&drawn.0, text) { drawn.1.min(chunks) } else { 1 };
    let (text, setter) = (text.clone(), drawn.setter());
    use_effect_with((now, chunks, text.clone()), move |&(now, chunks, _)| {
        let wanted = Rc::new(Cell::new(true));
        if now < chunks {
            let wanted = wanted.clone();
            spawn_local(async move {
                sleep(FRAME).await;
                if wanted.get() {
                    setter.set((text, now + 1));
                }
            });
        }
        move || wanted.set(false)
    });
    now
}

/// The mark that an event happened in, innermost first.
fn mark_of(event: &Event) -> Option<usize> {
    let element = event.target()?.dyn_into::<Element>().ok()?;
    element.closest("[data-mark]").ok()??.get_attribute("data-mark")?.parse().ok()
}

fn clicked(on: &On) -> Callback<MouseEvent> {
    let on = on.clone();
    Callback::from(move |event: MouseEvent| {
        // Words were selected, not a mark.
        let selection = web_sys::window().and_then(|window| window.get_selection().ok().flatten());
        if selection.is_some_and(|selection| !selection.is_collapsed()) {
            return;
        }
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
