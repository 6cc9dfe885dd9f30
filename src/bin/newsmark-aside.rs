//! The page's sidebar as a program of its own, for `www/widget/sidebar.ts`.

use wasm_bindgen::prelude::*;
use web_sys::HtmlElement;

/// A sidebar in its place: what was found, beside an article that somebody else shows.
#[wasm_bindgen]
pub struct Aside(newsmark::app::aside::Aside);

#[wasm_bindgen]
impl Aside {
    /// Puts an empty one into `root`. `host` is the `AsideHost` of `www/widget/sidebar.ts`.
    #[wasm_bindgen(constructor)]
    pub fn new(root: &HtmlElement, host: JsValue) -> Self {
        Self(newsmark::app::aside::Aside::mount(root, host))
    }

    /// Shows what `report`, as JSON, says about `text`.
    ///
    /// # Errors
    ///
    /// Throws where it is no report on `text`; what was shown before stays.
    pub fn show(&mut self, text: &str, report: &str) -> Result<(), JsError> {
        self.0.show(text, report).map_err(|why| JsError::new(&why))
    }

    /// The mark with that id is the selected one.
    #[allow(clippy::needless_pass_by_value, reason = "bindings hand no optional reference over")]
    pub fn select(&mut self, id: Option<String>) {
        self.0.select(id.as_deref());
    }

    /// From here on all sidebars of the page speak the language of that BCP 47 tag, or English.
    pub fn speak(&mut self, tag: &str) {
        self.0.speak(tag);
    }

    /// Takes it away.
    pub fn unmount(self) {
        self.0.unmount();
    }
}

fn main() {}
