//! What goes on, and what went wrong.

use yew::prelude::*;

use super::On;
use crate::app::{
    model::{Kind, Reading},
    state::{Action, Engine, Failure},
    strings,
};

#[derive(Clone, PartialEq, Properties)]
pub struct MessagesProps {
    pub failure: Option<Failure>,
    pub engine: Engine,
    pub busy: bool,
    pub reading: Option<Reading>,
    pub on: On,
}

/// The notes between the text field and the article.
#[component]
pub fn Messages(MessagesProps { failure, engine, busy, reading, on }: &MessagesProps) -> Html {
    let refused = strings::refused(engine);
    let onclick = {
        let on = on.clone();
        move |_: MouseEvent| on.emit(Action::Retry)
    };
    html! {
        <div class="messages">
            if let Some(reason) = refused {
                <p class="message bad" role="alert">{ reason }</p>
            } else if let Some(failure) = failure {
                <div class="message bad" role="alert">
                    <p>
                        { strings::failure(failure) }
                        if !failure.message.is_empty() {
                            { " " }<span lang={strings::english()}>{ format!("({})", failure.message) }</span>
                        }
                    </p>
                    if can_retry(failure) {
                        <button type="button" {onclick}>{ strings::RETRY }</button>
                    }
                </div>
            } else if *busy && *engine == Engine::Loading {
                <p class="message">{ strings::LOADING }</p>
            } else if *busy {
                <p class="message quiet">{ strings::BUSY }</p>
            }
            { reading.as_ref().map(note).unwrap_or_default() }
        </div>
    }
}

/// Whether the same question may have another answer.
fn can_retry(failure: &Failure) -> bool {
    !matches!(
        failure.code.as_str(),
        "too-long" | "bad-date" | "bad-option" | "unavailable" | "file" | "samples"
    )
}

/// What a reader has to know of a text that was read.
fn note(reading: &Reading) -> Html {
    let language = reading.report.document.language.as_str();
    if !matches!(language, "en" | "und" | "") {
        return html! { <p class="message">{ strings::other_language(language) }</p> };
    }
    if Kind::ALL.into_iter().all(|kind| reading.count(kind) == 0) {
        return html! { <p class="message">{ strings::NOTHING }</p> };
    }
    html! {}
}
