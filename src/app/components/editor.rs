//! The text field with the marks behind it.

use std::rc::Rc;

use wasm_bindgen::JsCast;
use web_sys::{ClipboardEvent, Event, FocusEvent, HtmlTextAreaElement, InputEvent};
use yew::prelude::*;

use super::On;
use crate::app::{
    hooks::transfer::{self, Offered},
    model::{
        KindSet, Reading,
        carry::{Run, lines, washes},
    },
    state::{Action, Arrival},
    strings,
};

#[derive(Clone, PartialEq, Properties)]
pub struct EditorProps {
    pub draft: Rc<str>,
    /// What was read last, of this text or of one before.
    pub reading: Option<Reading>,
    pub shown: KindSet,
    pub selected: Option<usize>,
    /// Where someone is typing: a byte offset.
    pub caret: Option<usize>,
    pub on: On,
}

/// A text area over the same text with its marks drawn: both in one cell of a grid, so that they wrap
/// and scroll as one.
#[component]
pub fn Editor(props: &EditorProps) -> Html {
    let EditorProps { draft, reading, shown, selected, caret, on } = props;
    let washed = reading.as_ref().map(|r| washes(r, draft, *shown, *caret)).unwrap_or_default();
    html! {
        <div class="editor">
            <div class="backdrop" aria-hidden="true">
                { for lines(draft, &washed).into_iter().enumerate().map(|(at, (line, runs))| html! {
                    <Line key={at} text={line.to_owned()} {runs} selected={*selected} />
                }) }
            </div>
            <textarea
                lang={reading.as_ref().and_then(|reading| reading.lang())}
                aria-label={strings::FIELD}
                placeholder={strings::PLACEHOLDER}
                value={draft.to_string()}
                spellcheck="false"
                autocomplete="off"
                oninput={typed(on)}
                onpaste={pasted(on)}
                onblur={on.reform(|_: FocusEvent| Action::Caret(None))}
            />
        </div>
    }
}

#[derive(Clone, PartialEq, Properties)]
struct LineProps {
    text: String,
    runs: Vec<Run>,
    selected: Option<usize>,
}

/// A line behind the text field. It is drawn anew only when its own words or marks change.
#[component]
fn Line(LineProps { text, runs, selected }: &LineProps) -> Html {
    if runs.is_empty() {
        // An empty line is as high as a full one, and so is the last where many are one.
        let empty = text.is_empty() || text.ends_with('\n');
        return html! { <div>{ text.clone() }{ empty.then_some("\u{200b}") }</div> };
    }
    html! {
        <div>
            { for runs.iter().map(|run| {
                let words = run.span.of(text).to_owned();
                run.washes.iter().rev().fold(html! { { words } }, |inner, &(mark, kind, check, repaired)| {
                    let class = classes!(
                        "wash",
                        kind.class(),
                        check.then_some("check"),
                        repaired.then_some("repaired"),
                        (*selected == Some(mark)).then_some("selected"),
                    );
                    html! { <span {class} data-mark={mark.to_string()}>{ inner }</span> }
                })
            }) }
        </div>
    }
}

/// A change of the text field. What the browser pasted by itself has come whole.
fn typed(on: &On) -> Callback<InputEvent> {
    let on = on.clone();
    Callback::from(move |event: InputEvent| {
        let field: HtmlTextAreaElement = event.target_unchecked_into();
        let pasted = matches!(event.input_type().as_str(), "insertFromPaste" | "insertFromDrop");
        let text: Rc<str> = field.value().into();
        let caret = field.selection_end().ok().flatten();
        if pasted {
            on.emit(Action::Text(text, Arrival::Pasted));
        } else {
            let caret = caret.map(|units| byte_offset(&text, units as usize));
            on.emit(Action::Caret(caret));
            on.emit(Action::Text(text, Arrival::Typed));
        }
    })
}

/// The byte offset of a UTF-16 offset.
fn byte_offset(text: &str, units: usize) -> usize {
    let mut seen = 0;
    text.char_indices()
        .find(|(_, c)| {
            let here = seen >= units;
            seen += c.len_utf16();
            here
        })
        .map_or(text.len(), |(at, _)| at)
}

/// Takes a paste of HTML out of the browser's hands, and one into an empty field, which is folded away at
/// once: a long text need not be laid out there. Other plain text stays in them, so that it can be undone.
fn pasted(on: &On) -> Callback<Event> {
    let on = on.clone();
    Callback::from(move |event: Event| {
        let Some(clipboard) =
            event.dyn_ref::<ClipboardEvent>().and_then(ClipboardEvent::clipboard_data)
        else {
            return;
        };
        let field: HtmlTextAreaElement = event.target_unchecked_into();
        let insert = {
            let (on, field) = (on.clone(), field.clone());
            move |text: String| insert(&field, text, &on)
        };
        match transfer::html_text(&clipboard, insert.clone()) {
            Offered::Text(text) => insert(text),
            Offered::Plain if field.value().trim().is_empty() => {
                let text = transfer::plain_text(&clipboard).replace("\r\n", "\n");
                if text.trim().is_empty() {
                    return;
                }
                insert(text);
            }
            Offered::Plain => return,
            Offered::Late => {}
        }
        event.prevent_default();
    })
}

/// Puts `text` in place of what is selected in the field.
fn insert(field: &HtmlTextAreaElement, text: String, on: &On) {
    if field.value().trim().is_empty() {
        on.emit(Action::Text(text.into(), Arrival::Pasted));
        return;
    }
    // Fails only where a field has no selection, and a text area has one.
    let _ = field.set_range_text(&text);
    on.emit(Action::Text(field.value().into(), Arrival::Pasted));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_carets_units_are_utf_16() {
        for (units, bytes) in [(0, 0), (1, 1), (2, 3), (4, 7), (5, 8), (99, 8)] {
            assert_eq!(byte_offset("aé🎉b", units), bytes, "{units}");
        }
    }
}
