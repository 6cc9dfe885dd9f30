//! The page as a whole.

use wasm_bindgen::JsValue;
use web_sys::HtmlElement;
use yew::prelude::*;

use super::{
    On, article::Article, card::Card, datebar::DateBar, header::Header, input::Input,
    messages::Messages, sidebar::Sidebar, toolbar::Toolbar,
};
use crate::app::{
    hooks::{use_asking, use_finding, use_host, use_samples},
    host::Host,
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
                { read(&state, &on) }
                <p class="unseen" role="status">{ state.said.to_string() }</p>
            </main>
        </>
    }
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
