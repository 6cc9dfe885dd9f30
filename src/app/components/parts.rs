//! The components that come later, as functions (`app::later`).

use yew::prelude::*;

use super::{
    card::{Card, CardProps},
    compare::{Compare, CompareProps},
    help::{Help, HelpProps},
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

/// What readers take along, share and keep.
pub fn take(props: TakeProps) -> Html {
    html! { <TakeAlong ..props /> }
}
