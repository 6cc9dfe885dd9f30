//! What the page does outside of drawing: asking the engine, scrolling, moving the keyboard.

mod asking;
pub mod files;
mod finding;
mod host;
mod scrolling;

pub use asking::use_asking;
pub use finding::use_finding;
pub use host::{use_host, use_samples};
pub use scrolling::use_scrolling;
