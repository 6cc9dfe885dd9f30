//! Money, shares and measures.

use std::rc::Rc;

use yew::prelude::*;

use super::{On, filter::Sought, more::use_more, panel::Panel, row::Row};
use crate::{
    app::{
        model::{Of, Reading, amount},
        strings,
    },
    report::Amount,
};

#[derive(Clone, PartialEq, Properties)]
pub struct AmountsProps {
    pub reading: Reading,
    pub selected: Option<usize>,
    pub sought: Sought,
    pub on: On,
}

/// The amounts in reading order, each with its value.
#[component]
pub fn Amounts(AmountsProps { reading, selected, sought, on }: &AmountsProps) -> Html {
    let amounts = &reading.report.amounts;
    let needed = (0..amounts.len())
        .position(|at| selected.is_some() && reading.mark_of(Of::Amount(at)) == *selected);
    let (shown, more) = use_more(amounts.len(), sought.needed(amounts.len(), needed));
    let is_found = |found: &Amount| sought.is_in([found.span.of(&reading.text)]);
    let hidden = !amounts.iter().any(is_found);
    if amounts.is_empty() {
        return html! {};
    }
    html! {
        <Panel id="amount" title={strings::panel::AMOUNTS} note={amounts.len().to_string()} {hidden}>
            <ul class="rows">
                { for amounts.iter().enumerate().take(shown).filter_map(|(at, found)| {
                    let mark = reading.mark_of(Of::Amount(at))?;
                    Some(html! {
                        <li hidden={!is_found(found)}>
                            <Row id={format!("row-{}", found.id)} marks={Rc::from([mark])} selected={*selected} class="amount" on={on.clone()}>
                                <span class="what">
                                    <b>{ found.span.of(&reading.text).to_owned() }</b>
                                    <small>{ strings::amount_kind(found.kind) }</small>
                                </span>
                                <span class="number">{ amount::in_words(found) }</span>
                            </Row>
                        </li>
                    })
                }) }
            </ul>
            { more }
        </Panel>
    }
}
