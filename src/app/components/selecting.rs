//! Words that are selected in the article with a pointer.

use std::{cell::Cell, rc::Rc, time::Duration};

use gloo_events::EventListener;
use wasm_bindgen::JsCast;
use web_sys::{
    Document, Element, MouseEvent, Node, ScrollIntoViewOptions, ScrollLogicalPosition, Selection,
};
use yew::{
    functional::{Hook, HookContext},
    platform::{spawn_local, time::sleep},
    prelude::*,
};

use super::{On, piece::Piece};
use crate::app::{
    model::Reading,
    state::{Action, Chosen, Fix, Fixing},
};

/// Draws nothing. A selection in the article becomes the chosen words; one that goes away takes them
/// along.
#[derive(PartialEq)]
pub struct SelectingProps {
    pub reading: Reading,
    pub fix: Fixing,
    pub on: On,
}

/// How long a selection rests before it is taken for one.
const REST: Duration = Duration::from_millis(150);

impl Piece for SelectingProps {
    const NAME: &'static str = "selecting";

    fn draw(&self, hooks: &mut HookContext) -> Html {
        let SelectingProps { reading, fix, on } = self;
        let chosen = fix.chosen;
        let now = use_mut_ref(|| chosen).run(hooks);
        *now.borrow_mut() = chosen;
        {
            let (reading, on) = (reading.clone(), on.clone());
            use_effect_with((reading, on), move |(reading, on)| {
                let (reading, on) = (reading.clone(), on.clone());
                let listeners = document().map(|document| {
                    let latest = Rc::new(Cell::new(0_u32));
                    let exact = Rc::new(Cell::new(false));
                    let alt = exact.clone();
                    let up = EventListener::new(&document, "mouseup", move |event| {
                        alt.set(event.dyn_ref::<MouseEvent>().is_some_and(MouseEvent::alt_key));
                    });
                    let change = EventListener::new(&document, "selectionchange", move |_| {
                        latest.set(latest.get() + 1);
                        let (latest, mine) = (latest.clone(), latest.get());
                        let (reading, on, now, exact) =
                            (reading.clone(), on.clone(), now.clone(), exact.clone());
                        spawn_local(async move {
                            sleep(REST).await;
                            if latest.get() != mine {
                                return;
                            }
                            let before = *now.borrow();
                            let new = selected(&reading, exact.get());
                            // Keys choose without a selection of the browser's.
                            let by_key = before.is_some_and(|chosen| chosen.caret);
                            match new {
                                Some(new) if before != Some(new) => {
                                    on.emit(Action::Fix(None, Fix::Choose(Some(new))));
                                }
                                None if before.is_some() && !by_key && is_in_article() => {
                                    on.emit(Action::Fix(None, Fix::Choose(None)));
                                }
                                _ => {}
                            }
                        });
                    });
                    (up, change)
                });
                move || drop(listeners)
            })
            .run(hooks);
        }
        use_effect_with(chosen.is_some(), |&is_chosen| {
            if is_chosen {
                uncover();
            }
            if !is_chosen
                && is_in_article()
                && let Some(selection) = selection().filter(|selection| !selection.is_collapsed())
            {
                // Fails for no selection of the page.
                let _ = selection.remove_all_ranges();
            }
        })
        .run(hooks);
        html! {}
    }
}

fn document() -> Option<Document> {
    web_sys::window()?.document()
}

fn selection() -> Option<Selection> {
    web_sys::window()?.get_selection().ok()?
}

/// In a narrow window the card would stand over the words that it is about.
fn uncover() {
    let width = web_sys::window().and_then(|window| window.inner_width().ok()?.as_f64());
    let block = selection().and_then(|selection| block_of(&selection.anchor_node()?));
    if let Some(block) = block.filter(|_| width.is_some_and(|width| width < 900.0)) {
        let options = ScrollIntoViewOptions::new();
        options.set_block(ScrollLogicalPosition::Nearest);
        block.scroll_into_view_with_scroll_into_view_options(&options);
    }
}

fn is_in_article() -> bool {
    let node = selection().and_then(|selection| selection.anchor_node());
    node.is_some_and(|node| block_of(&node).is_some())
}

/// The element that holds the words of the block that `node` stands in.
fn block_of(node: &Node) -> Option<Element> {
    let element = match node.dyn_ref::<Element>() {
        Some(element) => element.clone(),
        None => node.parent_element()?,
    };
    element.closest("[data-block]").ok()?
}

/// The selected words, from the first block that they are in.
fn selected(reading: &Reading, exact: bool) -> Option<Chosen> {
    let selection = selection().filter(|selection| !selection.is_collapsed())?;
    let range = selection.get_range_at(0).ok()?;
    let anchor = place(reading, &range.start_container().ok()?, range.start_offset().ok()?)?;
    let end = place(reading, &range.end_container().ok()?, range.end_offset().ok()?);
    // One that ends outside of the article ends with the block, as all do.
    let head = end.unwrap_or(reading.text.len());
    (head > anchor).then_some(Chosen { anchor, head, exact, caret: false })
}

/// The byte of the text at a place of the page.
fn place(reading: &Reading, node: &Node, offset: u32) -> Option<usize> {
    let element = block_of(node)?;
    let block: usize = element.get_attribute("data-block")?.parse().ok()?;
    let span = reading.report.blocks.get(block)?.span;
    let before = document()?.create_range().ok()?;
    before.select_node_contents(&element).ok()?;
    before.set_end(node, offset).ok()?;
    let units = before.to_string().length() as usize;
    let words = span.of(&reading.text);
    let mut counted = 0;
    let found = words.char_indices().find(|(_, c)| {
        let here = counted;
        counted += c.len_utf16();
        here >= units
    });
    Some(span.start() + found.map_or(words.len(), |(at, _)| at))
}
