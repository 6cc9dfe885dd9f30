//! Keeps where each article was scrolled to.

use web_sys::{Element, ScrollBehavior, ScrollToOptions};
use yew::prelude::*;

use crate::app::state::State;

/// What is seen: an article by its key, or none, while articles are compared.
type View = Option<u32>;

#[derive(Default)]
struct Places {
    view: View,
    /// How far the window and the sidebar were scrolled down, in pixels.
    seen: Vec<(View, f64, i32)>,
}

impl Places {
    fn keep(&mut self, view: View) {
        let (window, sidebar) = scrolled();
        self.seen.retain(|seen| seen.0 != view);
        self.seen.push((view, window, sidebar));
    }

    fn of(&self, view: View) -> (f64, i32) {
        let seen = self.seen.iter().find(|seen| seen.0 == view);
        seen.map_or((0.0, 0), |&(_, window, sidebar)| (window, sidebar))
    }
}

/// Comes back to where the reader was when the page shows another article, or all of them.
#[hook]
pub fn use_scrolling(state: &UseReducerHandle<State>) {
    let view = (!state.comparing).then_some(state.key);
    let first = use_mut_ref(|| view);
    let places = use_mut_ref(|| Places { view: *first.borrow(), seen: Vec::new() });
    {
        // While this runs, the page still shows what it showed before.
        let mut places = places.borrow_mut();
        if places.view != view {
            let before = std::mem::replace(&mut places.view, view);
            places.keep(before);
        }
    }
    let known = state.articles.iter().map(|article| article.key).collect::<Vec<_>>();
    use_effect_with(view, move |view| {
        let mut places = places.borrow_mut();
        places.seen.retain(|seen| seen.0.is_none_or(|key| known.contains(&key)));
        // The page as it first comes stays where the browser put it.
        if *first.borrow() == *view && places.seen.is_empty() {
            return;
        }
        let (window, sidebar) = places.of(*view);
        scroll(window, sidebar);
    });
}

fn sidebar() -> Option<Element> {
    web_sys::window()?.document()?.query_selector(".sidebar").ok()?
}

fn scrolled() -> (f64, i32) {
    let window = web_sys::window().and_then(|window| window.scroll_y().ok());
    (window.unwrap_or_default(), sidebar().map_or(0, |sidebar| sidebar.scroll_top()))
}

/// At once: nothing moves when articles change places.
fn scroll(window: f64, side: i32) {
    let to = |top: f64| {
        let options = ScrollToOptions::new();
        options.set_top(top);
        options.set_behavior(ScrollBehavior::Instant);
        options
    };
    if let Some(page) = web_sys::window() {
        page.scroll_to_with_scroll_to_options(&to(window));
    }
    if let Some(sidebar) = sidebar() {
        sidebar.scroll_to_with_scroll_to_options(&to(f64::from(side)));
    }
}
