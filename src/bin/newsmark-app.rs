//! The page as a program of its own, for `www/main.ts`.

use wasm_bindgen::prelude::*;

/// Puts the page into `root`. `host` is the `Host` of `www/host.ts`.
#[wasm_bindgen]
pub fn mount(root: &web_sys::HtmlElement, host: JsValue) {
    newsmark::app::mount(root, host);
}

fn main() {}
