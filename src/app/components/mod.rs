//! What the page is made of, one component a file.

mod actions;
mod amounts;
mod app;
mod article;
mod block;
mod card;
mod checks;
mod choice;
mod chunk;
mod compare;
mod corrections;
mod datebar;
mod editor;
mod entities;
mod filter;
mod header;
mod help;
mod input;
mod menus;
mod messages;
mod more;
mod offer;
mod panel;
pub mod parts;
mod piece;
mod published;
mod row;
mod selecting;
mod shelf;
mod sidebar;
mod speakers;
mod strip;
mod summary;
mod take;
mod times;
mod toolbar;
mod words;

pub use actions::ActionsProps;
pub use app::mount;
pub use card::CardProps;
pub use choice::ChoiceProps;
pub use compare::CompareProps;
pub use corrections::CorrectionsProps;
pub use help::HelpProps;
pub use selecting::SelectingProps;
pub use sidebar::SidebarProps;
pub use take::TakeProps;

use yew::Callback;

use super::state::Action;

/// Where components send what happens.
pub type On = Callback<Action>;
