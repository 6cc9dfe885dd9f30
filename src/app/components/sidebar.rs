//! What was found, beside the article.

use std::rc::Rc;

use yew::{
    functional::{Hook, HookContext},
    prelude::*,
};

use super::{
    CorrectionsProps, On,
    amounts::Amounts,
    checks::Checks,
    entities::Entities,
    filter::{Sought, filter},
    piece::{Piece, keyed, piece},
    speakers::Speakers,
    summary::summary,
    times::Times,
};
use crate::{
    app::{
        later,
        model::{Kind, Reading},
        state::Fixing,
        strings,
    },
    corrections::Lexicon,
    report::EntityType,
};

#[derive(Clone, PartialEq, Properties)]
pub struct SidebarProps {
    pub reading: Reading,
    pub selected: Option<usize>,
    /// What is ticked off the list of checks.
    pub done: Vec<String>,
    /// The item of that list that was shown last.
    pub check: Option<String>,
    pub fix: Fixing,
    /// Whether what corrects has come.
    pub whole: bool,
    pub lexicon: Rc<Lexicon>,
    pub on: On,
}

/// All panels, in the order that readers ask for them.
impl Piece for SidebarProps {
    const NAME: &'static str = "sidebar";

    fn draw(&self, hooks: &mut HookContext) -> Html {
        let &SidebarProps { selected, ref done, ref check, ref fix, whole, ref lexicon, .. } = self;
        let (reading, on) = (|| self.reading.clone(), || self.on.clone());
        let card = selected.is_some() || fix.chosen.is_some();
        let sought = use_state_eq(Sought::default).run(hooks);
        let onchange = {
            let setter = sought.setter();
            Callback::from(move |sought| setter.set(sought))
        };
        let sought = || (*sought).clone();
        html! {
            <section class="sidebar" aria-label={strings::TAB_SUMMARY}>
                { filter(&onchange) }
                { summary(&self.reading, &self.on) }
                { piece(Checks { reading: reading(), done: done.clone(), current: check.clone(), on: on() }) }
                if let Some(along) = later::along().filter(|_| whole) {
                    { (along.corrections)(CorrectionsProps { fix: fix.clone(), lexicon: lexicon.clone(), card, on: on() }) }
                }
                { for EntityType::ALL.into_iter().map(|entity_type| keyed(
                    Kind::from(entity_type).class(),
                    Entities { reading: reading(), entity_type, selected, sought: sought(), on: on() },
                )) }
                { piece(Times { reading: reading(), selected, sought: sought(), on: on() }) }
                { piece(Speakers { reading: reading(), selected, sought: sought(), on: on() }) }
                { piece(Amounts { reading: reading(), selected, sought: sought(), on: on() }) }
            </section>
        }
    }
}
