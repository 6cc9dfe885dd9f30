//! What a reader should look at twice.

use web_sys::MouseEvent;
use yew::prelude::*;

use super::{On, panel::Panel};
use crate::app::{
    model::{Reading, excerpt::excerpt},
    state::{Action, Side},
    strings,
};

#[derive(Clone, PartialEq, Properties)]
pub struct ChecksProps {
    pub reading: Reading,
    pub on: On,
}

/// The warnings, each with the words that it is about.
#[component]
pub fn Checks(ChecksProps { reading, on }: &ChecksProps) -> Html {
    let warnings = &reading.report.warnings;
    if warnings.is_empty() {
        return html! {};
    }
    html! {
        <Panel title={strings::panel::CHECKS} note={warnings.len().to_string()}>
            <ul class="checks">
                { for warnings.iter().map(|warning| html! {
                    <li>
                        <p>{ warning.message.clone() }</p>
                        { for warning.spans.iter().map(|&span| {
                            let on = on.clone();
                            let action = reading.mark_at(span);
                            let onclick = move |_: MouseEvent| on.emit(match action {
                                Some(mark) => Action::Select(mark, Side::Sidebar),
                                None => Action::Reveal(span),
                            });
                            html! {
                                <button type="button" {onclick}>
                                    { excerpt(span.of(&reading.text), 60) }
                                </button>
                            }
                        }) }
                    </li>
                }) }
            </ul>
        </Panel>
    }
}
