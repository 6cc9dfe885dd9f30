//! The article in numbers, and its key sentences.

use web_sys::MouseEvent;
use yew::prelude::*;

use super::{On, panel::Panel};
use crate::app::{model::Reading, state::Action, strings};

#[derive(Clone, PartialEq, Properties)]
pub struct SummaryProps {
    pub reading: Reading,
    pub on: On,
}

/// Words, sentences, minutes, and the sentences that carry most, word for word.
#[component]
pub fn Summary(SummaryProps { reading, on }: &SummaryProps) -> Html {
    let summary = &reading.report.summary;
    html! {
        <Panel id="summary" title={strings::panel::SUMMARY}>
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
        </Panel>
    }
}
