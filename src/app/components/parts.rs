//! The components that come later, as functions (`app::later`).

use yew::prelude::*;

use super::{
    actions::{Actions, ActionsProps},
    card::{Card, CardProps},
    choice::{Choice, ChoiceProps},
    compare::{Compare, CompareProps},
    corrections::{Corrections, CorrectionsProps},
    help::{Help, HelpProps},
    selecting::{Selecting, SelectingProps},
    sidebar::{Sidebar, SidebarProps},
    take::{TakeAlong, TakeProps},
};

/// The card of the selected mark.
pub fn card(props: CardProps) -> Html {
    html! { <Card ..props /> }
}

/// What was found, beside the article.
pub fn sidebar(props: SidebarProps) -> Html {
    html! { <Sidebar ..props /> }
}

/// Several articles side by side.
pub fn compare(props: CompareProps) -> Html {
    html! { <Compare ..props /> }
}

/// The list of keys.
pub fn help(props: HelpProps) -> Html {
    html! { <Help ..props /> }
}

/// What can be done to the selected mark.
pub fn actions(props: ActionsProps) -> Html {
    html! { <Actions ..props /> }
}

/// The card of the chosen words.
pub fn choice(props: ChoiceProps) -> Html {
    html! { <Choice ..props /> }
}

/// What a pointer selects.
pub fn selecting(props: SelectingProps) -> Html {
    html! { <Selecting ..props /> }
}

/// The panel of all corrections.
pub fn corrections(props: CorrectionsProps) -> Html {
    html! { <Corrections ..props /> }
}

/// What readers take along, share and keep.
pub fn take(props: TakeProps) -> Html {
    html! { <TakeAlong ..props /> }
}
