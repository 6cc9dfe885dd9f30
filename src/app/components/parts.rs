//! The components that come later, as functions (`app::later`).

use yew::prelude::*;

use super::{
    card::CardProps, choice::ChoiceProps, compare::CompareProps, help::HelpProps, piece::piece,
    selecting::SelectingProps, sidebar::SidebarProps, take::TakeProps,
};

/// The card of the chosen words, else of the selected mark.
pub fn card(props: CardProps) -> Html {
    if props.fix.chosen.is_some() {
        let CardProps { reading, fix, on, .. } = props;
        return piece(ChoiceProps { reading, fix, on });
    }
    piece(props)
}

/// What was found, beside the article.
pub fn sidebar(props: SidebarProps) -> Html {
    let (reading, fix, on) = (props.reading.clone(), props.fix.clone(), props.on.clone());
    html! {
        <>
            { piece(props) }
            { piece(SelectingProps { reading, fix, on }) }
        </>
    }
}

/// Several articles side by side.
pub fn compare(props: CompareProps) -> Html {
    piece(props)
}

/// The list of keys.
pub fn help(props: HelpProps) -> Html {
    piece(props)
}

/// What readers take along, share and keep.
pub fn take(props: TakeProps) -> Html {
    piece(props)
}
