//! The page as a whole.

use std::rc::Rc;

use wasm_bindgen::JsValue;
use web_sys::HtmlElement;
use yew::prelude::*;

use super::{
    On,
    article::Article,
    card::Card,
    compare::{Compare, Compared},
    datebar::DateBar,
    header::Header,
    input::Input,
    messages::Messages,
    offer::Offer,
    shelf::{self, Shelf, TabOf, tab_id},
    sidebar::Sidebar,
    toolbar::Toolbar,
};
use crate::app::{
    hooks::{use_asking, use_finding, use_host, use_samples, use_scrolling},
    host::{Host, Sample},
    state::{Action, State, Tab},
    strings,
};

/// Puts the page into `root`.
pub fn mount(root: &HtmlElement, host: JsValue) {
    let props = AppProps { host: Host::new(host) };
    yew::Renderer::<App>::with_root_and_props(root.clone().into(), props).render();
}

#[derive(Clone, PartialEq, Properties)]
struct AppProps {
    host: Host,
}

#[component]
fn App(AppProps { host }: &AppProps) -> Html {
    let state = use_reducer(State::default);
    let dispatcher = state.dispatcher();
    let on = use_callback((), move |action: Action, ()| dispatcher.dispatch(action));
    use_host(host, &state);
    use_asking(host, &state);
    // Comes back to where the reader was before it goes to what was picked.
    use_scrolling(&state);
    use_finding(&state);
    let samples = use_samples(host);

    html! {
        <>
            <Header
                lock={state.lock.clone()}
                engine={state.engine.clone()}
                names={state.names.clone()}
            />
            <main>
                if state.has_shelf() {
                    { shelf(&state, &on) }
                }
                if state.comparing {
                    { compared(&state, &on) }
                } else {
                    { open(&state, samples, &on) }
                }
                <p class="unseen" role="status">{ state.said.to_string() }</p>
            </main>
        </>
    }
}

/// The open article, from its text field to what was found in it. Another article has elements of its
/// own, so that nothing of the one is left in the other.
fn open(state: &UseReducerHandle<State>, samples: Rc<[Sample]>, on: &On) -> Html {
    let panel = state.has_shelf();
    html! {
        <div
            key={state.key}
            class="open"
            id={shelf::PANEL}
            role={panel.then_some("tabpanel")}
            aria-labelledby={panel.then(|| tab_id(state.key))}
        >
            if !state.parts.is_empty() {
                <Offer parts={state.parts.len()} on={on.clone()} />
            }
            <Input
                draft={state.draft.clone()}
                editing={state.editing}
                published={state.published.clone()}
                words={state.reading.as_ref().map(|reading| reading.report.summary.words)}
                {samples}
                on={on.clone()}
            />
            <Messages
                failure={state.failure.clone()}
                engine={state.engine.clone()}
                busy={state.busy && state.again.is_none()}
                reading={state.reading.clone()}
                on={on.clone()}
            />
            { read(state, on) }
        </div>
    }
}

fn shelf(state: &UseReducerHandle<State>, on: &On) -> Html {
    let tabs: Vec<TabOf> = state
        .articles
        .iter()
        .map(|article| TabOf {
            key: article.key,
            title: article.title(),
            busy: article.busy && article.again.is_none(),
            failed: article.failure.is_some(),
        })
        .collect();
    html! {
        <Shelf
            {tabs}
            active={state.active}
            comparing={state.comparing}
            comparable={state.read().count()}
            closed={state.last_closed()}
            on={on.clone()}
        />
    }
}

fn compared(state: &UseReducerHandle<State>, on: &On) -> Html {
    let articles: Vec<Compared> = state
        .articles
        .iter()
        .filter_map(|article| {
            let reading = article.reading.clone()?;
            Some(Compared { key: article.key, title: article.title(), reading })
        })
        .collect();
    html! { <Compare {articles} on={on.clone()} /> }
}

/// The annotated article with its sidebar; while there is none, the plain text.
fn read(state: &UseReducerHandle<State>, on: &On) -> Html {
    let Some(reading) = state.reading.clone() else {
        return if state.editing {
            html! {}
        } else {
            plain(&state.draft)
        };
    };
    let tab = match state.tab {
        Tab::Article => "desk article-tab",
        Tab::Summary => "desk summary-tab",
    };
    html! {
        <>
            <Toolbar reading={reading.clone()} shown={state.shown} tab={state.tab} on={on.clone()} />
            <div class={tab}>
                <div class="text">
                    <DateBar
                        reading={reading.clone()}
                        left_open={state.left_open}
                        on={on.clone()}
                    />
                    <Article
                        reading={reading.clone()}
                        shown={state.shown}
                        selected={state.selected}
                        tab_stop={state.tab_stop()}
                        spot={state.spot}
                        on={on.clone()}
                    />
                </div>
                if let Some(mark) = state.selected {
                    <Card reading={reading.clone()} {mark} on={on.clone()} />
                }
                <Sidebar {reading} selected={state.selected} on={on.clone()} />
            </div>
        </>
    }
}

/// The text as it was pasted: what a reader sees until, or unless, the engine answers.
fn plain(text: &str) -> Html {
    html! {
        <article class="plain" aria-label={strings::FIELD}>
            { for text.split("\n\n").filter(|block| !block.trim().is_empty()).map(|block| html! {
                <p>{ block.trim().to_owned() }</p>
            }) }
        </article>
    }
}
