//! The formats of other programs.

use wasm_bindgen::JsValue;
use yew::{platform::spawn_local, prelude::*};

use super::{TakeProps, TakenProps};
use crate::{
    app::{
        state::{Action, Take, taken},
        strings::{formats, take},
    },
    export::{Exported, Format},
};

/// A row for each, with what it is for.
pub fn formats(TakenProps { parts, all }: &TakenProps) -> Html {
    let is_read = parts.state.read().next().is_some() && (*all || parts.state.reading.is_some());
    if !is_read {
        return html! {};
    }
    html! {
        <section>
            <h3>{ take::FORMATS }</h3>
            <ul class="formats">
                { for Format::ALL.into_iter().map(|format| row(format, parts, *all)) }
            </ul>
        </section>
    }
}

fn row(format: Format, parts: &TakeProps, all: bool) -> Html {
    let name = formats::name(format);
    let fits = !all || format.is_appendable();
    let button = |label, does: fn(Format, &TakeProps, bool)| {
        let parts = parts.clone();
        let onclick = move |_: MouseEvent| does(format, &parts, all);
        html! {
            <button type="button" aria-label={take::what(label, name)} {onclick}>{ label }</button>
        }
    };
    let copies = matches!(format, Format::Html | Format::Markdown | Format::Csv | Format::Json);
    html! {
        <li>
            <b>{ name }</b>
            <span>{ formats::about(format) }</span>
            if fits {
                <span class="do">
                    if copies {
                        { button(take::COPY, copy) }
                    }
                    { button(take::SAVE, save) }
                </span>
            } else {
                <small>{ take::ONE_ONLY }</small>
            }
        </li>
    }
}

fn made(format: Format, parts: &TakeProps, all: bool) -> Option<Exported> {
    let state = &*parts.state;
    if all { taken::exported_all(state, format) } else { taken::exported(state, format) }
}

fn tell(parts: &TakeProps, words: String) {
    parts.on.emit(Action::Take(Take::Tell(words)));
}

fn save(format: Format, parts: &TakeProps, all: bool) {
    let Some(exported) = made(format, parts, all) else { return };
    let (files, stem) = (parts.host.files(), taken::stem(&parts.state, all));
    let mut endings = Vec::new();
    for file in &exported.files {
        let ending = [".", file.ending].concat();
        let content = JsValue::from_str(&file.text);
        if let Err(why) = files.save(&stem, &ending, file.media_type, &content) {
            return tell(parts, take::not_saved(&why));
        }
        endings.push(ending);
    }
    tell(parts, with_left_out(take::saved(&endings.join(", ")), &exported));
}

fn copy(format: Format, parts: &TakeProps, all: bool) {
    let Some(exported) = made(format, parts, all) else { return };
    // Programs that take no mark-up get the notes.
    let plain = if format == Format::Html { made(Format::Markdown, parts, all) } else { None };
    let (files, parts) = (parts.host.files(), parts.clone());
    spawn_local(async move {
        let text = |made: &Exported| made.files.first().map(|file| file.text.clone());
        let whole = text(&exported).unwrap_or_default();
        let outcome = match plain.as_ref().and_then(text) {
            Some(plain) => files.copy(&plain, Some(taken::fragment(&whole))).await,
            None => files.copy(&whole, None).await,
        };
        let words = match outcome {
            Ok(()) => with_left_out(take::copied(formats::name(format)) + ".", &exported),
            Err(why) => take::not_copied(&why),
        };
        tell(&parts, words);
    });
}

fn with_left_out(words: String, exported: &Exported) -> String {
    let left_out = formats::left_out(&taken::reasons(&exported.left_out));
    if left_out.is_empty() { words } else { [&words, " ", &left_out].concat() }
}
