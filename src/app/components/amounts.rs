//! Money, shares and measures.

use std::rc::Rc;

use yew::{
    functional::{Hook, HookContext},
    prelude::*,
};

use super::{
    On,
    filter::Sought,
    more::use_more,
    panel::panel,
    piece::Piece,
    row::{Row, row},
};
use crate::{
    app::{
        model::{Of, Reading, amount},
        strings,
    },
    report::Amount,
};

/// The amounts in reading order, each with its value.
#[derive(PartialEq)]
pub struct Amounts {
    pub reading: Reading,
    pub selected: Option<usize>,
    pub sought: Sought,
    pub on: On,
}

impl Piece for Amounts {
    const NAME: &'static str = "amounts";

    fn draw(&self, hooks: &mut HookContext) -> Html {
        let Amounts { reading, selected, sought, on } = self;
        let amounts = &reading.report.amounts;
        let needed = (0..amounts.len())
            .position(|at| selected.is_some() && reading.mark_of(Of::Amount(at)) == *selected);
        let (shown, more) =
            use_more(amounts.len(), sought.needed(amounts.len(), needed)).run(hooks);
        let is_found = |found: &Amount| sought.is_in([found.span.of(&reading.text)]);
        let hidden = !amounts.iter().any(is_found);
        if amounts.is_empty() {
            return html! {};
        }
        let inside = html! {
            <>
                <ul class="rows">
                    { for amounts.iter().enumerate().take(shown).filter_map(|(at, found)| {
                        let mark = reading.mark_of(Of::Amount(at))?;
                        let inside = html! {
                            <>
                                <span class="what">
                                    <b>{ found.span.of(&reading.text).to_owned() }</b>
                                    <small>{ strings::amount_kind(found.kind) }</small>
                                </span>
                                <span class="number">{ amount::in_words(found) }</span>
                            </>
                        };
                        let (marks, class) = (Rc::from([mark]), "amount".into());
                        let line = Row { id: &found.id, marks, selected: *selected, class, on };
                        Some(html! { <li hidden={!is_found(found)}>{ row(line, inside) }</li> })
                    }) }
                </ul>
                { more }
            </>
        };
        panel("amount", strings::panel::AMOUNTS.get(), amounts.len().to_string(), hidden, inside)
    }
}
