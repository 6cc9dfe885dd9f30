//! Brings what was picked on one side into view on the other, and moves the keyboard there.

use wasm_bindgen::JsCast;
use web_sys::{Element, FocusOptions, HtmlElement, ScrollIntoViewOptions, ScrollLogicalPosition};
use yew::prelude::*;

use crate::app::state::{Place, Side, State};

/// The selected row of the sidebar.
const ROW: &str = ".sidebar [aria-current=true]";
/// The words that were asked for.
const SPOT: &str = "article .spot";

/// The tab of the article that is shown.
const TAB: &str = "[role=tab][tabindex='0']";
/// The annotated text.
const WORDS: &str = "article[tabindex='-1']";
/// The text field.
const FIELD: &str = ".input textarea";

/// Scrolls after a pick and focuses after a move of the keyboard.
#[hook]
pub fn use_finding(state: &UseReducerHandle<State>) {
    let (selected, spot) = (state.selected, state.spot);
    use_effect_with(state.picked, move |&(side, times)| match (side, selected) {
        _ if times == 0 => {}
        (Side::Article, _) => show(ROW, ScrollLogicalPosition::Nearest),
        (Side::Sidebar, Some(mark)) => show(&mark_at(mark), ScrollLogicalPosition::Center),
        (Side::Sidebar, None) if spot.is_some() => show(SPOT, ScrollLogicalPosition::Center),
        (Side::Sidebar, None) => {}
    });
    use_effect_with(state.going, move |&(panel, times)| {
        if times > 0 {
            focus(&format!("#panel-{panel} > summary, input#panel-{panel}"));
        }
    });
    let cursor = state.cursor;
    use_effect_with(state.focused, move |&(side, times)| match (side, cursor) {
        _ if times == 0 => {}
        (Side::Sidebar, _) => focus(ROW),
        (Side::Article, Some(mark)) => focus(&mark_at(mark)),
        (Side::Article, None) => {}
    });
    use_effect_with(state.sent, |&(place, times)| match place {
        _ if times == 0 => {}
        Place::Tab => focus_in_place(TAB),
        Place::Field => focus_in_place(FIELD),
        Place::Words => focus_in_place(WORDS),
    });
    use_effect_with(state.fix.chosen, move |chosen| {
        if chosen.is_some_and(|chosen| chosen.caret) {
            show(SPOT, ScrollLogicalPosition::Nearest);
        }
    });
}

fn mark_at(mark: usize) -> String {
    format!("article [tabindex][data-mark='{mark}'], .backdrop [data-mark='{mark}']")
}

fn find(selector: &str) -> Option<Element> {
    let found = web_sys::window()?.document()?.query_selector(selector).ok()??;
    // A panel that the reader has closed is opened for what stands in it.
    if let Ok(Some(panel)) = found.closest("details:not([open])") {
        // Setting a plain attribute fails on no element.
        let _ = panel.set_attribute("open", "");
    }
    Some(found)
}

fn show(selector: &str, block: ScrollLogicalPosition) {
    if let Some(found) = find(selector) {
        let options = ScrollIntoViewOptions::new();
        options.set_block(block);
        found.scroll_into_view_with_scroll_into_view_options(&options);
    }
}

fn focus(selector: &str) {
    if let Some(found) = find(selector).and_then(|found| found.dyn_into::<HtmlElement>().ok()) {
        // Focusing fails on no element of the page.
        let _ = found.focus();
    }
}

/// Without scrolling: another article comes back to where it was.
fn focus_in_place(selector: &str) {
    if let Some(found) = find(selector).and_then(|found| found.dyn_into::<HtmlElement>().ok()) {
        let options = FocusOptions::new();
        options.set_prevent_scroll(true);
        // Focusing fails on no element of the page.
        let _ = found.focus_with_options(&options);
    }
}
