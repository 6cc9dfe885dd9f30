//! Corrections and the reader's list, as files.

use js_sys::futures::JsFuture;
use wasm_bindgen::JsValue;
use web_sys::HtmlInputElement;
use yew::{platform::spawn_local, prelude::*};

use super::TakeProps;
use crate::app::{
    state::{Action, Failure, Take, carried, taken},
    strings::{Word, take},
};

/// Saves what there is, and opens files.
pub fn corrections(parts: &TakeProps) -> Html {
    let state = &*parts.state;
    let stem = taken::stem(state, false);
    let patch = carried::patch_json(state);
    let lexicon = carried::lexicon_json(&state.lexicon);
    let list = take::LEXICON_STEM.get().to_owned();
    html! {
        <section>
            <h3>{ take::CORRECTIONS }</h3>
            <p>{ take::CORRECTIONS_ABOUT }</p>
            <p class="files">
                if !state.is_blank() {
                    { save(take::PATCH_SAVE, stem, ".corrections.json", patch, parts) }
                    { open(take::PATCH_OPEN, |json| Take::Patch(json.into()), parts) }
                }
                { save(take::LEXICON_SAVE, list, ".json", lexicon, parts) }
                { open(take::LEXICON_OPEN, |json| Take::Join { json: json.into(), told: true }, parts) }
            </p>
        </section>
    }
}

/// Nothing, where there is nothing to save.
fn save(
    label: Word,
    stem: String,
    ending: &'static str,
    json: Option<String>,
    parts: &TakeProps,
) -> Html {
    let Some(json) = json else { return html! {} };
    let (files, on) = (parts.host.files(), parts.on.clone());
    let onclick = move |_: MouseEvent| {
        let content = JsValue::from_str(&json);
        let words = match files.save(&stem, ending, "application/json", &content) {
            Ok(()) => take::saved(ending),
            Err(why) => take::not_saved(&why),
        };
        on.emit(Action::Take(Take::Tell(words)));
    };
    html! { <button type="button" {onclick}>{ label }</button> }
}

fn open(label: Word, then: fn(String) -> Take, parts: &TakeProps) -> Html {
    let on = parts.on.clone();
    let onchange = move |event: Event| {
        let field: HtmlInputElement = event.target_unchecked_into();
        let file = field.files().and_then(|files| files.item(0));
        let on = on.clone();
        spawn_local(async move {
            let Some(file) = file else { return };
            let content = JsFuture::from(file.text()).await.ok().and_then(|text| text.as_string());
            let refused = || {
                let why = Failure { code: "file".into(), message: file.name() };
                Take::Tell(take::unread(&why))
            };
            on.emit(Action::Take(content.map_or_else(refused, then)));
        });
        // The same file may be chosen again.
        field.set_value("");
    };
    html! {
        <label class="button">
            <input type="file" class="unseen" accept=".json,application/json" {onchange} />{ label }
        </label>
    }
}
