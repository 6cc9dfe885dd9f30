//! Which publication date is used, why, and how to change it.

use std::rc::Rc;

use web_sys::MouseEvent;
use yew::prelude::*;

use super::{On, published::PublishedField};
use crate::{
    app::{
        model::{Reading, when},
        state::Action,
        strings::{self, Word},
    },
    report::{Found, Published},
};

#[derive(Clone, PartialEq, Properties)]
pub struct DateBarProps {
    pub reading: Reading,
    pub left_open: bool,
    pub on: On,
}

/// The line above the article.
#[component]
pub fn DateBar(DateBarProps { reading, left_open, on }: &DateBarProps) -> Html {
    let changing = use_state_eq(|| false);
    let published = &reading.report.document.published;
    let toggle = {
        let changing = changing.clone();
        move |_: MouseEvent| changing.set(!*changing)
    };
    let expanded = if *changing { "true" } else { "false" };
    html! {
        <section class="datebar" aria-label={strings::date::BAR}>
            { statement(reading, published, *left_open, on) }
            <button type="button" aria-expanded={expanded} onclick={toggle}>
                { if published.value.is_some() { strings::date::CHANGE } else { strings::date::ANOTHER } }
            </button>
            if *changing {
                <PublishedField value={published.value.as_deref().map(Rc::from)} on={on.clone()} />
                if published.from == Found::Given {
                    { button(strings::date::FROM_TEXT, on, || Action::Publish(None)) }
                }
            }
        </section>
    }
}

/// The date and where it is from, or the question which it is.
fn statement(reading: &Reading, published: &Published, left_open: bool, on: &On) -> Html {
    if let Some(value) = &published.value {
        let first_line = published.span.is_some_and(|span| is_in_first_line(reading, span.start()));
        return html! {
            <>
                <p>
                    <strong>{ strings::date::PUBLISHED }{ " " }<time datetime={value.clone()}>{ when::in_words(value) }</time></strong>
                    { ", " }{ strings::published_from(published.from, first_line) }
                </p>
                if let Some(span) = published.span {
                    { show(span, on) }
                }
            </>
        };
    }
    if left_open {
        return html! { <p>{ strings::date::LEFT_OPEN }</p> };
    }
    if published.candidates.is_empty() {
        return html! { <p>{ strings::date::NONE }</p> };
    }
    html! {
        <>
            <p><strong>{ strings::date::NO_DATE }</strong>{ " " }{ strings::date::CANDIDATES }</p>
            { for published.candidates.iter().map(|candidate| {
                let (on, value): (_, Rc<str>) = (on.clone(), Rc::from(candidate.value.as_str()));
                let onclick = move |_: MouseEvent| on.emit(Action::Publish(Some(value.clone())));
                html! {
                    <button type="button" class="candidate" {onclick}>
                        { when::in_words(&candidate.value) }
                        <small lang={strings::english()}>{ candidate.why.note.to_string() }</small>
                    </button>
                }
            }) }
            { button(strings::date::LEAVE_OPEN, on, || Action::LeaveOpen) }
        </>
    }
}

fn show(span: crate::span::Span, on: &On) -> Html {
    let on = on.clone();
    let onclick = move |_: MouseEvent| on.emit(Action::Reveal(span));
    html! { <button type="button" {onclick}>{ strings::date::SHOW }</button> }
}

fn button(label: Word, on: &On, action: fn() -> Action) -> Html {
    let on = on.clone();
    let onclick = move |_: MouseEvent| on.emit(action());
    html! { <button type="button" {onclick}>{ label }</button> }
}

fn is_in_first_line(reading: &Reading, at: usize) -> bool {
    let before = reading.text.get(..at).unwrap_or_default();
    !before.trim_start().contains('\n')
}
