//! Goes on where a reader was before the page's code had come.

use wasm_bindgen::JsCast;
use web_sys::HtmlTextAreaElement;
use yew::prelude::*;

/// Puts the keyboard and the selection (UTF-16 units) back into the text field.
#[hook]
pub fn use_beginning(selection: Option<(u32, u32)>) {
    use_effect_with((), move |()| {
        let Some((start, end)) = selection else { return };
        let document = web_sys::window().and_then(|window| window.document());
        let field = document.and_then(|d| d.query_selector(".editor textarea").ok().flatten());
        if let Some(field) = field.and_then(|f| f.dyn_into::<HtmlTextAreaElement>().ok()) {
            // Neither fails on a text area.
            let _ = field.focus();
            let _ = field.set_selection_range(start, end);
        }
    });
}
