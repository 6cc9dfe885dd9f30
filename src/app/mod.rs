//! The page: text in, an annotated article and its summary out.
//!
//! One state (`state`), changed by actions only; everything shown is worked out from it (`model`,
//! without any browser type, tested natively) and drawn by `components`, one a file. `paste` turns
//! what a reader pastes or drops into plain text. The page holds the report's types, corrections and exports,
//! and none of the recognisers: those answer through `host`, in a worker.

mod answer;
pub mod aside;
pub mod correct;
pub mod keys;
pub mod model;
pub mod paste;
pub mod state;
pub mod strings;

mod components;
mod hooks;
pub mod host;
mod later;

pub use components::mount;
