//! The field of the publication date.

use std::rc::Rc;

use web_sys::{Event, HtmlInputElement};
use yew::prelude::*;

use super::On;
use crate::app::{state::Action, strings};

#[derive(Clone, PartialEq, Properties)]
pub struct PublishedFieldProps {
    pub value: Option<Rc<str>>,
    pub on: On,
}

/// A date field; emptied, it takes the date back.
#[component]
pub fn PublishedField(PublishedFieldProps { value, on }: &PublishedFieldProps) -> Html {
    let onchange = on.reform(|event: Event| {
        let field: HtmlInputElement = event.target_unchecked_into();
        let value = field.value();
        Action::Publish((!value.is_empty()).then(|| value.into()))
    });
    html! {
        <label class="published">
            { strings::PUBLISHED_ON }
            <input type="date" value={value.as_deref().unwrap_or_default().to_owned()} {onchange} />
        </label>
    }
}
