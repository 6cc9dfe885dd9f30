//! The components that come later, as functions (`app::later`).

use yew::prelude::*;

use super::{
    ActionsProps, CardProps, ChoiceProps, CompareProps, CorrectionsProps, HelpProps,
    SelectingProps, SidebarProps, TakeProps, piece::piece,
};

/// The card of the selected mark.
pub fn card(props: CardProps) -> Html {
    piece(props)
}

/// What was found, beside the article.
pub fn sidebar(props: SidebarProps) -> Html {
    piece(props)
}

/// Several articles side by side.
pub fn compare(props: CompareProps) -> Html {
    piece(props)
}

/// The list of keys.
pub fn help(props: HelpProps) -> Html {
    piece(props)
}

/// What can be done to the selected mark.
pub fn actions(props: ActionsProps) -> Html {
    piece(props)
}

/// The card of the chosen words.
pub fn choice(props: ChoiceProps) -> Html {
    piece(props)
}

/// What a pointer selects.
pub fn selecting(props: SelectingProps) -> Html {
    piece(props)
}

/// The panel of all corrections.
pub fn corrections(props: CorrectionsProps) -> Html {
    piece(props)
}

/// What readers take along, share and keep.
pub fn take(props: TakeProps) -> Html {
    piece(props)
}
