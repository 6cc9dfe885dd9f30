//! What the page does outside of drawing: asking the engine, scrolling, moving the keyboard,
//! listening to it.

mod asking;
mod beginning;
mod calm;
pub mod files;
mod finding;
mod host;
mod keeping;
mod keys;
pub mod opened;
mod refreshing;
mod resting;
mod scrolling;
pub mod transfer;

pub use asking::use_asking;
pub use beginning::use_beginning;
pub use calm::use_calm;
pub use finding::use_finding;
pub use host::{use_host, use_rest, use_samples};
pub use keeping::use_keeping;
pub use keys::use_keys;
pub use opened::{use_citing, use_opened};
pub use refreshing::use_refreshing;
pub use resting::use_resting;
pub use scrolling::use_scrolling;
