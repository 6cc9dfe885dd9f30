//! Where the article comes in: typed, pasted, dropped, chosen, or a sample.

use std::rc::Rc;

use web_sys::{DragEvent, Event, HtmlInputElement, MouseEvent};
use yew::prelude::*;

use super::{On, editor::Editor, published::PublishedField};
use crate::app::{
    hooks::{
        files,
        transfer::{self, Offered},
    },
    host::{Host, Sample},
    model::{KindSet, Reading},
    state::{Action, Arrival},
    strings::{self, Word},
};

#[derive(Clone, PartialEq, Properties)]
pub struct InputProps {
    pub draft: Rc<str>,
    pub editing: bool,
    pub published: Option<Rc<str>>,
    /// What was read last.
    pub reading: Option<Reading>,
    pub shown: KindSet,
    pub selected: Option<usize>,
    /// Where someone is typing: a byte offset.
    pub caret: Option<usize>,
    pub samples: Rc<[Sample]>,
    pub host: Host,
    pub on: On,
}

/// The text field with its tools; folded to one line while an article is read.
#[component]
pub fn Input(props: &InputProps) -> Html {
    let InputProps { draft, editing, published, reading, shown, selected, caret, .. } = props;
    let InputProps { samples, host, on, .. } = props;
    let words = reading.as_ref().map(|reading| reading.report.summary.words);
    let over = use_state_eq(|| false);
    if !editing {
        return folded(words, on);
    }
    let drop = {
        let (on, over, host) = (on.clone(), over.clone(), host.clone());
        move |event: DragEvent| {
            event.prevent_default();
            over.set(false);
            dropped(&event, &host, &on);
        }
    };
    let hover = |value: bool| {
        let over = over.clone();
        move |event: DragEvent| {
            event.prevent_default();
            over.set(value);
        }
    };
    let class = classes!("input", over.then_some("over"), draft.is_empty().then_some("empty"));
    html! {
        <section {class} aria-label={strings::FIELD} ondrop={drop} ondragover={hover(true)} ondragleave={hover(false)}>
            if words.is_none() && draft.is_empty() {
                <h2>{ strings::TITLE_EMPTY }</h2>
                <p class="introduction">{ strings::INTRODUCTION }</p>
            }
            <Editor
                draft={draft.clone()}
                reading={reading.clone()}
                shown={*shown}
                selected={*selected}
                caret={*caret}
                on={on.clone()}
            />
            <div class="tools">
                { file_button(host, on) }
                if words.is_none() {
                    { for samples.iter().map(|sample| sample_button(sample, on)) }
                }
                <PublishedField value={published.clone()} on={on.clone()} />
                if words.is_some() {
                    { button(strings::DONE, on, || Action::Edit(false)) }
                }
            </div>
        </section>
    }
}

/// One line in place of the text field.
fn folded(words: Option<u32>, on: &On) -> Html {
    html! {
        <section class="input folded" aria-label={strings::FIELD}>
            if let Some(words) = words {
                <p>{ strings::WORDS.counted(words as usize) }</p>
            }
            { button(strings::EDIT, on, || Action::Edit(true)) }
            { button(strings::CLEAR, on, || Action::Text(Rc::from(""), Arrival::Whole)) }
        </section>
    }
}

fn button(label: Word, on: &On, action: fn() -> Action) -> Html {
    let on = on.clone();
    let onclick = move |_: MouseEvent| on.emit(action());
    html! { <button type="button" {onclick}>{ label }</button> }
}

fn file_button(host: &Host, on: &On) -> Html {
    let (host, on) = (host.clone(), on.clone());
    let onchange = move |event: Event| {
        let field: HtmlInputElement = event.target_unchecked_into();
        files::read_first(field.files(), &host, &on);
        // The same file may be chosen again.
        field.set_value("");
    };
    html! {
        <label class="button">
            <input type="file" class="unseen" accept=".newsmark,.txt,.md,.markdown,.html,.htm,text/plain,text/html" {onchange} />
            { strings::CHOOSE_FILE }
        </label>
    }
}

fn sample_button(sample: &Sample, on: &On) -> Html {
    let (on, text): (_, Rc<str>) = (on.clone(), Rc::from(sample.text.as_str()));
    let onclick = move |_: MouseEvent| on.emit(Action::Text(text.clone(), Arrival::Whole));
    html! {
        <button type="button" {onclick}>
            { strings::TRY_EXAMPLE }{ ": " }<span class="title">{ sample.title.clone() }</span>
        </button>
    }
}

/// A dropped file, or dropped text.
fn dropped(event: &DragEvent, host: &Host, on: &On) {
    let Some(data) = event.data_transfer() else { return };
    if data.files().is_some_and(|files| files.length() > 0) {
        files::read_first(data.files(), host, on);
        return;
    }
    let take = {
        let on = on.clone();
        move |text: String| {
            if !text.trim().is_empty() {
                on.emit(Action::Text(text.into(), Arrival::Whole));
            }
        }
    };
    match transfer::html_text(&data, take.clone()) {
        Offered::Text(text) => take(text),
        Offered::Plain => take(transfer::plain_text(&data)),
        Offered::Late => {}
    }
}
