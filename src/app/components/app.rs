//! The page as a whole.

use std::rc::Rc;

use wasm_bindgen::JsValue;
use web_sys::HtmlElement;
use yew::prelude::*;

use super::{
    ChoiceProps, On, SelectingProps,
    article::Article,
    card::CardProps,
    compare::{CompareProps, Compared},
    datebar::DateBar,
    header::Header,
    help::HelpProps,
    input::Input,
    messages::Messages,
    offer::Offer,
    shelf::{self, Shelf, TabOf, tab_id},
    sidebar::SidebarProps,
    take::TakeProps,
    toolbar::Toolbar,
};
use crate::app::{
    hooks::{
        use_asking, use_beginning, use_calm, use_finding, use_host, use_keys, use_rest,
        use_resting, use_samples, use_scrolling,
    },
    host::{Host, Sample},
    later,
    model::Reading,
    state::{Action, Rest, State, Tab},
    strings,
};

/// Puts the page into `root`.
pub fn mount(root: &HtmlElement, host: JsValue) {
    let props = AppProps { host: Host::new(host) };
    props.host.language().speak();
    yew::Renderer::<App>::with_root_and_props(root.clone().into(), props).render();
}

#[derive(Clone, PartialEq, Properties)]
struct AppProps {
    host: Host,
}

#[component]
fn App(AppProps { host }: &AppProps) -> Html {
    let begun = use_memo(host.clone(), Host::begun);
    let state = use_reducer(|| State::begun(&begun.0));
    let dispatcher = state.dispatcher();
    // All that speaks has this property: with another language comes another one, and each of them is
    // drawn anew where it is, so that text, focus and selection stay.
    let on = use_callback(state.language, move |action: Action, _| dispatcher.dispatch(action));
    use_host(host, &state);
    use_rest(host, &state);
    use_beginning(begun.1);
    use_asking(host, &state);
    use_resting(&state);
    use_keys(&state);
    // Comes back to where the reader was before it goes to what was picked.
    use_scrolling(&state);
    use_finding(&state);
    let samples = use_samples(host);
    let aside = use_calm(&state);

    html! {
        <>
            <Header
                lock={state.lock.clone()}
                engine={state.engine.clone()}
                names={state.names.clone()}
                language={state.language}
                on={on.clone()}
            />
            if let Some(along) = later::along() {
                { (along.take)(TakeProps { host: host.clone(), state: state.clone(), on: on.clone() }) }
            }
            <main>
                if state.has_shelf() {
                    { shelf(&state, &on) }
                }
                if state.comparing {
                    { compared(&state, &on) }
                } else {
                    { open(&state, host, samples, aside, &on) }
                }
                <p class="unseen" role="status">{ state.said.to_string() }</p>
            </main>
            if let Some(desk) = later::desk() {
                { (desk.help)(HelpProps { open: state.help, habits: state.habits, on: on.clone() }) }
            }
        </>
    }
}

/// The open article, from its text field to what was found in it. Another article has elements of its
/// own, so that nothing of the one is left in the other. The text field stays the same element, whatever
/// comes beside it: what is typed, its caret and what can be undone are the browser's.
fn open(
    state: &UseReducerHandle<State>,
    host: &Host,
    samples: Rc<[Sample]>,
    aside: Option<Reading>,
    on: &On,
) -> Html {
    let panel = state.has_shelf();
    let start = state.reading.is_none() && state.editing;
    let tab = match state.tab {
        Tab::Article => "article-tab",
        Tab::Summary => "summary-tab",
    };
    let quiet = state.again.is_some() || state.editing && state.reading.is_some();
    html! {
        <div
            key={state.key}
            class="open"
            id={shelf::PANEL}
            role={panel.then_some("tabpanel")}
            aria-labelledby={panel.then(|| tab_id(state.key))}
        >
            if let Some(reading) = state.reading.clone() {
                <Toolbar {reading} shown={state.visible()} tab={state.tab} on={on.clone()} />
            }
            <div class={classes!("desk", tab, start.then_some("start"))}>
                <div class="text">
                    if !state.parts.is_empty() {
                        <Offer parts={state.parts.len()} on={on.clone()} />
                    }
                    <Input
                        draft={state.draft.clone()}
                        editing={state.editing}
                        published={state.given()}
                        reading={state.reading.clone()}
                        shown={state.visible()}
                        selected={state.selected}
                        caret={state.caret}
                        {samples}
                        host={host.clone()}
                        on={on.clone()}
                    />
                    <Messages
                        failure={state.failure.clone()}
                        engine={state.engine.clone()}
                        busy={state.busy && !quiet}
                        reading={state.reading.clone()}
                        on={on.clone()}
                    />
                    { text(state, on) }
                </div>
                { beside(state, aside, on) }
            </div>
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
    match later::desk() {
        Some(desk) => (desk.compare)(CompareProps { articles, on: on.clone() }),
        None => html! {},
    }
}

/// The annotated article; while there is none, the plain text; while it is edited, its date alone.
fn text(state: &UseReducerHandle<State>, on: &On) -> Html {
    let Some(reading) = state.reading.clone() else {
        return if state.editing {
            html! {}
        } else {
            plain(&state.draft)
        };
    };
    html! {
        <>
            <DateBar reading={reading.clone()} left_open={state.left_open} on={on.clone()} />
            if !state.editing {
                <Article
                    {reading}
                    shown={state.visible()}
                    selected={state.selected}
                    tab_stop={state.tab_stop()}
                    spot={state.spot}
                    on={on.clone()}
                />
            }
        </>
    }
}

/// The card of the selected mark, and the sidebar with what was read when the text was last at rest.
fn beside(state: &UseReducerHandle<State>, aside: Option<Reading>, on: &On) -> Html {
    let (Some(reading), Some(aside)) = (state.reading.clone(), aside) else { return html! {} };
    let Some(desk) = later::desk() else { return coming(&state.rest) };
    let along = later::along();
    let whole = along.is_some();
    let selected = state.selected.filter(|_| aside == reading);
    let (fix, mark) = (state.fix.clone(), state.selected);
    let card = match along.filter(|_| fix.chosen.is_some()) {
        Some(along) => {
            let reading = reading.clone();
            (along.choice)(ChoiceProps { reading, fix: fix.clone(), on: on.clone() })
        }
        None if mark.is_some() => {
            (desk.card)(CardProps { reading, mark, fix: fix.clone(), whole, on: on.clone() })
        }
        None => html! {},
    };
    let (done, check, lexicon) = (state.done.clone(), state.check.clone(), state.lexicon.clone());
    let on = on.clone();
    let selecting = along.map(|along| {
        let (reading, fix, on) = (aside.clone(), fix.clone(), on.clone());
        (along.selecting)(SelectingProps { reading, fix, on })
    });
    let reading = aside;
    html! {
        <>
            { card }
            if state.rest == Rest::Lacking {
                <p class="message bad" role="status">{ strings::LACKING }</p>
            }
            { (desk.sidebar)(SidebarProps { reading, selected, done, check, fix, whole, lexicon, on }) }
            { selecting.unwrap_or_default() }
        </>
    }
}

/// In the sidebar's place, until it has come.
fn coming(rest: &Rest) -> Html {
    let (class, words) = match rest {
        Rest::Missing => ("message bad", strings::MISSING),
        _ => ("message quiet", strings::COMING),
    };
    html! {
        <section class="sidebar" aria-label={strings::TAB_SUMMARY}>
            <p {class} role="status">{ words }</p>
        </section>
    }
}

/// How much of a long text is shown until it has been read, in bytes: some screens.
const FIRST_SCREENS: usize = 50_000;

/// The text as it was pasted: what a reader sees until the engine answers.
fn plain(text: &str) -> Html {
    let end = (text.len().min(FIRST_SCREENS)..=text.len()).find(|&at| text.is_char_boundary(at));
    let text = end.and_then(|end| text.get(..end)).unwrap_or(text);
    html! {
        <article class="plain" aria-label={strings::FIELD}>
            { for text.split("\n\n").filter(|block| !block.trim().is_empty()).map(|block| html! {
                <p>{ block.trim().to_owned() }</p>
            }) }
        </article>
    }
}
