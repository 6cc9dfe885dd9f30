//! The components that come later, as functions (`app::later`).

use yew::prelude::*;

use super::{
    card::{Card, CardProps},
    choice::Choice,
    compare::{Compare, CompareProps},
    help::{Help, HelpProps},
    selecting::Selecting,
    sidebar::{Sidebar, SidebarProps},
    take::{TakeAlong, TakeProps},
};

/// The card of the chosen words, else of the selected mark.
pub fn card(props: CardProps) -> Html {
    if props.fix.chosen.is_some() {
        let CardProps { reading, fix, on, .. } = props;
        return html! { <Choice {reading} {fix} {on} /> };
    }
    html! { <Card ..props /> }
}

/// What was found, beside the article.
pub fn sidebar(props: SidebarProps) -> Html {
    let (reading, fix, on) = (props.reading.clone(), props.fix.clone(), props.on.clone());
    html! {
        <>
            <Sidebar ..props />
            <Selecting {reading} {fix} {on} />
        </>
    }
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
