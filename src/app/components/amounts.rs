//! Money, shares and measures.

use std::rc::Rc;

use yew::prelude::*;

use super::{On, filter::Sought, more::use_more, panel::Panel, row::Row};
use crate::app::{
    model::{Of, Reading, amount},
    strings,
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
    let all = &reading.report.amounts;
    let amounts: Vec<usize> =
        (0..all.len()).filter(|&at| sought.is_in([all[at].span.of(&reading.text)])).collect();
    let needed = amounts
        .iter()
        .position(|&at| selected.is_some() && reading.mark_of(Of::Amount(at)) == *selected);
    let (shown, more) = use_more(amounts.len(), needed);
    if amounts.is_empty() {
        return html! {};
    }
    html! {
        <Panel id="amount" title={strings::panel::AMOUNTS} note={amounts.len().to_string()}>
            <ul class="rows">
                { for amounts.iter().take(shown).filter_map(|&at| {
                    let found = &all[at];
                    let mark = reading.mark_of(Of::Amount(at))?;
                    Some(html! {
                        <li>
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
