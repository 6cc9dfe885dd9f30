//! The article in numbers, and its key sentences.

use web_sys::MouseEvent;
use yew::prelude::*;

use super::{On, panel::panel};
use crate::app::{model::Reading, state::Action, strings};

/// Words, sentences, minutes, and the sentences that carry most, word for word.
pub fn summary(reading: &Reading, on: &On) -> Html {
    let summary = &reading.report.summary;
    let inside = html! {
        <>
            <p class="numbers">
                { strings::in_numbers(summary.words, summary.sentences, summary.reading_minutes) }
            </p>
            <ul class="keys">
                { for summary.key_sentences.iter().map(|sentence| {
                    let (on, span) = (on.clone(), sentence.span);
                    let onclick = move |_: MouseEvent| on.emit(Action::Reveal(span));
                    html! {
                        <li>
                            <button type="button" class="key" {onclick}>
                                <span lang={reading.lang()}>{ span.of(&reading.text).to_owned() }</span>
                                <small lang={strings::english()}>{ sentence.why.note.to_string() }</small>
                            </button>
                        </li>
                    }
                }) }
            </ul>
        </>
    };
    panel("summary", strings::panel::SUMMARY.get(), String::new(), false, inside)
}
